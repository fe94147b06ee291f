import { Claim } from '../model/claim';
import { ALWAYS, type Guard, GuardLimitError, NEVER } from '../model/guard';
import type { Resource } from '../model/resource';
import { isRecord, own, scalarText, type Template } from '../model/template';
import type { Facts } from '../policy/profile';
import { MARKS, type MarkName, type ZoneName } from '../policy/zones';
import type { Text } from '../text';
import { Claims, declaredIn, valueIs } from './mark-claims';
import { alwaysMarked, elsewhere, type Mark, tagMarks, UNMARKED, within } from './mark-values';
import { parentsOf } from './parents';
import { TAG_PROPERTIES, writtenTags } from './tags';
import { writtenMarks } from './written-marks';

export type { Mark } from './mark-values';

const NETWORKS = new Set([
  'AWS::EC2::VPC',
  'AWS::EC2::Subnet',
  'AWS::EC2::SecurityGroup',
  'AWS::EC2::RouteTable',
  'AWS::EC2::NetworkAcl',
]);
const ENTANGLED: Text = { ja: '条件の組合せが多すぎる', en: 'too many combinations of conditions' };

/** Zone, classification and party of each resource. */
export class Marks {
  private readonly memo: Memo<Resource> = new Map();
  private readonly declaredMemo: Memo<Resource> = new Map();
  private readonly templateMemo: Memo<Template> = new Map();
  private readonly claims = new Claims();
  /** What is neither declared nor inherited. */
  private readonly left: readonly Mark[];

  constructor(
    readonly facts: Facts,
    /** Zone of resources that declare none. */
    defaultZone?: ZoneName,
  ) {
    this.left = defaultZone === undefined ? UNMARKED : [{ when: ALWAYS, value: defaultZone }];
  }

  /** A mark, from the resource itself, its template or stack, what it belongs to, or the default. */
  of(resource: Resource, name: MarkName): readonly Mark[] {
    const declared = this.declared(resource, name);
    if (declared.length === 1 && declared[0]?.value !== undefined) return declared;
    const left = name === 'zone' ? this.left : UNMARKED;
    if (declared === UNMARKED && belongsToNothing(resource)) return left;
    return remember(this.memo, resource, name, () => {
      // Breaks circles among resources that belong to each other.
      remember(this.memo, resource, name, () => UNMARKED);
      const inherited = () => this.inherited(resource, name);
      return elsewhere(elsewhere(declared, inherited), () => left);
    });
  }

  /** What the resource, its template or its stack declares. */
  declared(resource: Resource, name: MarkName): readonly Mark[] {
    // Most resources have the tags of all of their template, so that there is nothing to work out for each of them.
    const written = writtenMarks(resource);
    if (written !== undefined) {
      const value = written.values.get(name);
      if (value !== undefined) return alwaysMarked(name, value);
      if (name !== 'zone' || belongsToNothing(resource)) return this.ofTemplate(resource.template, name);
    }
    return remember(this.declaredMemo, resource, name, () => {
      try {
        return elsewhere(this.taggedAround(resource, name, []), () =>
          this.ofTemplate(resource.template, name),
        );
      } catch (error) {
        if (!(error instanceof GuardLimitError)) throw error;
        return [{ when: ALWAYS, value: undefined, fault: ENTANGLED }];
      }
    });
  }

  /**
   * What tags say: its own, or for the zone those of what it belongs to in the same template, which are closer to it
   * than what is said of the template as a whole. A rule or a route takes no tags, and shares the zone of its VPC.
   */
  private taggedAround(resource: Resource, name: MarkName, seen: readonly Resource[]): readonly Mark[] {
    const tagged = this.tagged(resource, name);
    if (name !== 'zone' || seen.includes(resource)) return tagged;
    return elsewhere(tagged, () => {
      for (const parent of parentsOf(resource).parents) {
        if (parent.resource.template !== resource.template) continue;
        const marks = this.taggedAround(parent.resource, name, [...seen, resource]);
        if (marks.every(({ value }) => value === undefined)) continue;
        const there = within(marks, parent.when);
        return parent.when.isAlways ? there : [...there, { when: parent.when.not(), value: undefined }];
      }
      return UNMARKED;
    });
  }

  /** The zone or other mark of what the resource belongs to: its VPC, the bucket of a bucket policy. */
  inherited(resource: Resource, name: MarkName): readonly Mark[] {
    const { parents, external } = parentsOf(resource);
    for (const parent of parents) {
      const marks = within(this.of(parent.resource, name), parent.when);
      const rest = marks.reduce<Guard>((so, { when }) => so.minus(when), ALWAYS);
      if (marks.some(({ value }) => value !== undefined)) {
        return rest.isNever ? marks : [...marks, { when: rest, value: undefined }];
      }
    }
    const zone =
      name === 'zone'
        ? external.map((id) => own(this.facts.zoneOf, id)).find((fact) => fact !== undefined)
        : undefined;
    return typeof zone === 'string' ? [{ when: ALWAYS, value: zone }] : UNMARKED;
  }

  /**
   * Says that the resource lies in one of these zones: by what it declares, or because the network that it is put
   * in does. What a stack of another zone puts into a VPC is in the VPC's zone, whatever the stack is called.
   */
  inZone(resource: Resource, zones: readonly ZoneName[]): Claim {
    const own = this.zoneClaim(resource, zones);
    if (own.holds === ALWAYS || belongsToNothing(resource)) return own;
    return own.or(Claim.when(this.inNetworkOf(resource, zones, new Set())));
  }

  private inNetworkOf(resource: Resource, zones: readonly ZoneName[], seen: Set<Resource>): Guard {
    if (seen.has(resource)) return NEVER;
    seen.add(resource);
    const { parents, external } = parentsOf(resource);
    const known = external.some((id) => zones.includes(own(this.facts.zoneOf, id) as ZoneName));
    return parents
      .filter(({ resource: { type } }) => isNetwork(type))
      .reduce<Guard>(
        (so, parent) =>
          so.or(
            this.zoneClaim(parent.resource, zones)
              .holds.or(this.inNetworkOf(parent.resource, zones, seen))
              .and(parent.when),
          ),
        known ? ALWAYS : NEVER,
      );
  }

  private zoneClaim(resource: Resource, zones: readonly ZoneName[]): Claim {
    return this.claim(resource, 'zone', (value) => zones.includes(value as ZoneName), zones.join(' / '));
  }

  /** Says that a level of the classification is at least this. */
  atLeast(resource: Resource, name: 'confidentiality' | 'integrity' | 'availability', level: number): Claim {
    return this.claim(resource, name, (value) => Number(value) >= level, `${level}+`);
  }

  /** Says that a mark is declared at all, with a value that there is. */
  isDeclared(resource: Resource, name: MarkName): Claim {
    return this.claims.of(this.of(resource, name), name, 'is declared', declaredIn);
  }

  is(resource: Resource, name: MarkName, value: string): Claim {
    return this.claim(resource, name, (found) => found === value, value);
  }

  /** The one value of a mark under a guard; undefined when there is none, or more than one. */
  single(resource: Resource, name: MarkName): string | undefined {
    const marks = this.of(resource, name);
    if (marks.length === 1 && marks[0]?.when === ALWAYS && resource.exists !== NEVER) return marks[0].value;
    const values = new Set(marks.filter(({ when }) => when.meets(resource.exists)).map(({ value }) => value));
    return values.size === 1 ? values.values().next().value : undefined;
  }

  private claim(resource: Resource, name: MarkName, test: (value: string) => boolean, wanted: string): Claim {
    return this.claims.of(this.of(resource, name), name, wanted, (marks) =>
      valueIs(marks, name, test, wanted),
    );
  }

  private tagged(resource: Resource, name: MarkName): readonly Mark[] {
    const { tag } = MARKS[name];
    const written = writtenMarks(resource);
    if (written !== undefined) {
      const value = written.values.get(name);
      return value === undefined ? UNMARKED : alwaysMarked(name, value);
    }
    for (const property of TAG_PROPERTIES) {
      if (resource.rawProperty(property) === undefined) continue;
      const list = writtenTags(resource, property);
      const found = list?.find(({ Key }) => Key === tag);
      if (found !== undefined) return alwaysMarked(name, found.Value);
      if (list !== undefined) continue;
      const marks = tagMarks(resource.get(property), tag, name);
      if (marks !== undefined) return marks;
    }
    // A global table is tagged region by region, and is one table all the same.
    if (resource.type === 'AWS::DynamoDB::GlobalTable') {
      for (const replica of resource.get('Replicas').items().known) {
        const marks = tagMarks(replica.get('Tags'), tag, name);
        if (marks !== undefined) return marks;
      }
    }
    // A client VPN endpoint lists its tags by the type of what they are put on.
    if (resource.type === 'AWS::EC2::ClientVpnEndpoint') {
      for (const specification of resource.get('TagSpecifications').items().known) {
        const marks = tagMarks(specification.get('Tags'), tag, name);
        if (marks !== undefined) return marks;
      }
    }
    return UNMARKED;
  }

  private ofTemplate(template: Template, name: MarkName): readonly Mark[] {
    return remember(this.templateMemo, template, name, () => this.saidOf(template, name));
  }

  private saidOf(template: Template, name: MarkName): readonly Mark[] {
    const { tag, metadata } = MARKS[name];
    const stackTag = own(template.stack.tags, tag);
    if (typeof stackTag === 'string') return alwaysMarked(name, stackTag);
    const declared = own(own(template.raw['Metadata'], 'Jichitai'), metadata);
    if (declared !== undefined && !isRecord(declared)) {
      return alwaysMarked(name, [declared].flat().map(scalarText).join(','));
    }
    if (template.parent !== undefined) return this.declared(template.parent, name);
    return UNMARKED;
  }
}

/** What other resources are put in, and so share the zone of. */
export function isNetwork(type: string): boolean {
  return NETWORKS.has(type) || type.endsWith('SubnetGroup');
}

/** Whether a resource shares nothing with another one, whatever is asked. */
function belongsToNothing(resource: Resource): boolean {
  const { parents, external } = parentsOf(resource);
  return parents.length === 0 && external.length === 0;
}

/** Marks by the rank of their names, of resources or of whole templates. */
type Memo<T> = Map<T, (readonly Mark[] | undefined)[]>;

const RANKS = new Map((Object.keys(MARKS) as MarkName[]).map((name, rank) => [name, rank]));

function remember<T>(memo: Memo<T>, of: T, name: MarkName, make: () => readonly Mark[]): readonly Mark[] {
  let found = memo.get(of);
  if (found === undefined) {
    found = new Array(RANKS.size).fill(undefined);
    memo.set(of, found);
  }
  const rank = RANKS.get(name) as number;
  let marks = found[rank];
  if (marks === undefined) {
    marks = make();
    found[rank] = marks;
  }
  return marks;
}
