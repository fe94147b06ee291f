import type { ZoneEnd } from '../../policy/zones';
import type { Text } from '../../text';

/** What the zone map draws: boxes in boxes, lines between them, and ways along the lines. */
export interface MapGraph {
  readonly boxes: readonly MapBox[];
  readonly lines: readonly MapLine[];
  readonly ways: readonly MapWay[];
  /** Ways on which something passes that must not, and that are too many to be drawn. */
  readonly undrawn: number;
}

export type BoxKind = 'zone' | 'group' | 'network' | 'subnet' | 'gateway' | 'host' | 'outside' | 'others';

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

/** A way that traffic takes through the map, hop by hop. */
export interface MapWay {
  /** Whether it passes between ends that must be apart, or may pass. */
  readonly kind: 'forbidden' | 'permitted';
  readonly from: ZoneEnd;
  readonly to: ZoneEnd;
  /** From what sends to what receives. */
  readonly stops: readonly MapStop[];
  readonly lines: readonly MapStretch[];
  /** A packet that takes it. */
  readonly packet: Text;
  /** The choice before deployment under which it is open. @default - it always is */
  readonly condition?: Text;
  /** The resource that the finding about a forbidden way is at. */
  readonly place?: string;
  /** The application by which it was permitted. @default - the policy does not keep its ends apart */
  readonly approval?: string;
}

/** A hop of a way. */
export interface MapStop {
  /** The box at which it happens. */
  readonly box: string;
  readonly title: Text;
}

/** A line that a way goes along. */
export interface MapStretch {
  readonly line: string;
  /** Against the line's own direction. */
  readonly backwards: boolean;
}

/** The id of a resource in the map: the template as a finding names it, and the logical id. */
export function resourceKey(template: string, logicalId: string): string {
  return `${template}\u0000${logicalId}`;
}
