import { withoutCredentials } from '../../credential-formats';
import type { Resource } from '../../model/resource';
import { ZONE_NAMES, ZONES } from '../../policy/zones';
import { plain, type Text } from '../../text';
import type { Marks } from '../marks';
import { type BoxKind, type MapBox, type MapLine, type MapStretch, resourceKey } from './graph';

type OpenBox = { -readonly [K in keyof MapBox]: MapBox[K] } & { readonly resources: Set<string> };
type OpenLine = MapLine & { readonly resources: Set<string> };

const OUTSIDE = {
  internet: { ja: 'インターネット', en: 'Internet' },
  'on-premises': { ja: '庁内・外部の拠点', en: 'on premises and other sites' },
} as const;

/** The boxes and lines of a map while it is drawn: each is there once, whoever asks for it. */
export class Canvas {
  readonly boxes = new Map<string, OpenBox>();
  readonly lines = new Map<string, OpenLine>();

  constructor(private readonly marks: Marks) {}

  /** Zones come first, in the order of the policy, whatever stack was read first. */
  inOrder(): readonly MapBox[] {
    const place = ({ kind, zone }: MapBox) => {
      const known = (ZONES as readonly (string | undefined)[]).indexOf(zone);
      return kind !== 'zone' ? ZONES.length + 1 : known < 0 ? ZONES.length : known;
    };
    return [...this.boxes.values()].sort((a, b) => place(a) - place(b));
  }

  has(id: string | undefined): id is string {
    return id !== undefined && this.boxes.has(id);
  }

  box(
    id: string,
    kind: BoxKind,
    title: Text,
    details: readonly Text[],
    within: string | undefined,
    resource?: Resource,
  ): string {
    const box = this.boxes.get(id);
    if (box === undefined) {
      this.boxes.set(id, {
        id,
        kind,
        title,
        details,
        ...(within === undefined ? {} : { within }),
        resources: new Set(resource === undefined ? [] : [keyOf(resource)]),
      });
    } else if (resource !== undefined) box.resources.add(keyOf(resource));
    return id;
  }

  /** The box of a zone, which is there as soon as something stands in it. */
  zoneOf(resource: Resource): string {
    const found = this.marks.single(resource, 'zone');
    const zone = ZONES.find((name) => name === found);
    const id = `zone ${zone ?? ''}`;
    if (!this.boxes.has(id)) {
      const title =
        zone === undefined ? { ja: '領域の定まらないもの', en: 'no certain zone' } : ZONE_NAMES[zone];
      const box: OpenBox = { id, kind: 'zone', title, details: [], resources: new Set() };
      this.boxes.set(id, { ...box, zone: zone ?? 'undefined' });
    }
    return id;
  }

  outside(id: keyof typeof OUTSIDE): string {
    return this.box(id, 'outside', OUTSIDE[id], [], undefined);
  }

  /** The box of a key, or one for what no template describes. */
  known(key: string, kind: Text): string {
    if (!this.boxes.has(key))
      this.box(key, 'outside', withoutCredentials(plain(key.replace(/^[@?=]/, ''))), [kind], undefined);
    return key;
  }

  /** A resource that a box stands for besides its own. */
  concerns(id: string, resource: Resource): void {
    this.boxes.get(id)?.resources.add(keyOf(resource));
  }

  detail(id: string, ...details: readonly Text[]): void {
    const box = this.boxes.get(id);
    if (box !== undefined) box.details = [...box.details, ...details];
  }

  /** The line between two boxes, of which there is one for both directions. */
  line(from: string, to: string, title: Text, resource?: Resource): MapStretch {
    const back = this.lines.get(`${to} > ${from}`);
    const id = back?.id ?? `${from} > ${to}`;
    const line: OpenLine = this.lines.get(id) ?? { id, from, to, title, resources: new Set() };
    this.lines.set(id, line);
    if (resource !== undefined) line.resources.add(keyOf(resource));
    return { line: id, backwards: back !== undefined };
  }
}

/** What its author calls it: the last names of the construct path, without those that CDK adds. */
export function nameOf({ logicalId, constructPath }: Resource): Text {
  const names = namesIn(constructPath).slice(1);
  return withoutCredentials(plain(names.length === 0 ? logicalId : names.slice(-2).join('/')));
}

/** Networks of several stacks are often of one name: the stack, or else the template, tells them apart. */
export function nameOfNetwork({ logicalId, constructPath, template }: Resource): Text {
  const names = namesIn(constructPath);
  const file = template.path.replace(/^.*[\\/]/, '').replace(/(\.template)?\.(json|ya?ml)$/, '');
  return withoutCredentials(plain(names.length < 2 ? `${file}/${logicalId}` : names.slice(-2).join('/')));
}

function namesIn(constructPath: string | undefined): readonly string[] {
  return constructPath?.split('/').filter((name) => name !== 'Resource' && name !== 'Default') ?? [];
}

export function keyOf({ template, logicalId }: Resource): string {
  return resourceKey(template.path, logicalId);
}
