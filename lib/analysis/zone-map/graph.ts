import type { Text } from '../../text';

/** What the zone map draws: boxes in boxes, and lines between them. */
export interface MapGraph {
  readonly boxes: readonly MapBox[];
  readonly lines: readonly MapLine[];
}

export type BoxKind = 'zone' | 'network' | 'subnet' | 'gateway' | 'outside' | 'others';

export interface MapBox {
  /** Unique in the map. */
  readonly id: string;
  readonly kind: BoxKind;
  /** The box that it stands in. @default - the map itself */
  readonly within?: string;
  /** The zone of its own, for a box of kind `zone`. */
  readonly zone?: string;
  readonly title: Text;
  readonly details: readonly Text[];
  /** Ids of the resources that it stands for. */
  readonly resources: ReadonlySet<string>;
}

export interface MapLine {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly title: Text;
  readonly resources: ReadonlySet<string>;
}

/** The id of a resource in the map: the template as a finding names it, and the logical id. */
export function resourceKey(template: string, logicalId: string): string {
  return `${template}\u0000${logicalId}`;
}
