import { Claim, type Evidence } from '../model/claim';
import type { Field } from '../model/field';
import { ALWAYS, type Guard, GuardLimitError, NEVER } from '../model/guard';
import type { Resource } from '../model/resource';
import { isRecord, own, scalarText, type Template } from '../model/template';
import { describeValue } from '../model/value';
import type { Facts } from '../policy/profile';
import { listedValues, MARKS, type MarkName, type ZoneName } from '../policy/zones';
import type { Text } from '../text';
import { parentsOf } from './parents';
import { literalTags, TAG_PROPERTIES } from './tags';

/** A mark that a resource can have, and when. */
export interface Mark {
  readonly when: Guard;
  /** Undefined when nothing declares it, or what does cannot be told. */
  readonly value: string | undefined;
  /** Why the value is not known, or that it is none of those that there are. */
  readonly fault?: Text;
  /** What is declared is known, and none of the values that there are. */
  readonly invalid?: true;
}

const NETWORKS = new Set([
  'AWS::EC2::VPC',
  'AWS::EC2::Subnet',
  'AWS::EC2::SecurityGroup',
  'AWS::EC2::RouteTable',
  'AWS::EC2::NetworkAcl',
]);
const ENTANGLED: Text = { ja: '条件の組合せが多すぎる', en: 'too many combinations of conditions' };
const UNMARKED: readonly Mark[] = [{ when: ALWAYS, value: undefined }];

/** Zone, classification and party of each resource. */
export class Marks {
  private readonly memo: Memo = new Map();
  private readonly declaredMemo: Memo = new Map();

  constructor(
    readonly facts: Facts,
    /** Zone of resources that declare none. */
    private readonly defaultZone?: ZoneName,
  ) {}

  /** A mark, from the resource itself, its template or stack, what it belongs to, or the default. */
  of(resource: Resource, name: MarkName): readonly Mark[] {
    const declared = this.declared(resource, name);
    if (declared.length === 1 && declared[0]?.value !== undefined) return declared;
    return remember(this.memo, resource, name, () => {
      // Breaks circles among resources that belong to each other.
      remember(this.memo, resource, name, () => UNMARKED);
      const inherited = () => this.inherited(resource, name);
      const fallback = name === 'zone' && this.defaultZone !== undefined ? this.defaultZone : undefined;
      return elsewhere(elsewhere(declared, inherited), () => [{ when: ALWAYS, value: fallback }]);
    });
  }

  /** What the resource, its template or its stack declares. */
  declared(resource: Resource, name: MarkName): readonly Mark[] {
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
    return this.claim(resource, 'zone', (value) => zones.includes(value as ZoneName), zones.join(' / ')).or(
      Claim.when(this.inNetworkOf(resource, zones, new Set())),
    );
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
            this.claim(parent.resource, 'zone', (value) => zones.includes(value as ZoneName), '')
              .holds.or(this.inNetworkOf(parent.resource, zones, seen))
              .and(parent.when),
          ),
        known ? ALWAYS : NEVER,
      );
  }

  /** Says that a level of the classification is at least this. */
  atLeast(resource: Resource, name: 'confidentiality' | 'integrity' | 'availability', level: number): Claim {
    return this.claim(resource, name, (value) => Number(value) >= level, `${level}+`);
  }

  /** Says that a mark is declared at all, with a value that there is. */
  isDeclared(resource: Resource, name: MarkName): Claim {
    const { tag } = MARKS[name];
    const values = listedValues(name);
    const required: Text = {
      ja: values === undefined ? '宣言があること' : `${values.join('、')}のいずれかの宣言`,
      en: values === undefined ? 'declared' : `declared as one of ${values.join(', ')}`,
    };
    let holds: Guard = NEVER;
    let breaks: Guard = NEVER;
    const evidence: Evidence[] = [];
    for (const { when, value, fault, invalid } of this.of(resource, name)) {
      if (value !== undefined) {
        holds = holds.or(when);
        continue;
      }
      // What stands there but is not known may turn out to be a value that there is.
      const outcome = fault === undefined || invalid === true ? 'breaks' : 'undetermined';
      if (outcome === 'breaks') breaks = breaks.or(when);
      const actual = fault ?? { ja: '宣言がない', en: 'not declared' };
      evidence.push({ path: tag, actual, required, outcome, when });
    }
    return new Claim(holds, breaks, evidence);
  }

  is(resource: Resource, name: MarkName, value: string): Claim {
    return this.claim(resource, name, (found) => found === value, value);
  }

  /** The one value of a mark under a guard; undefined when there is none, or more than one. */
  single(resource: Resource, name: MarkName): string | undefined {
    const values = new Set(
      this.of(resource, name)
        .filter(({ when }) => when.meets(resource.exists))
        .map(({ value }) => value),
    );
    return values.size === 1 ? values.values().next().value : undefined;
  }

  private claim(resource: Resource, name: MarkName, test: (value: string) => boolean, wanted: string): Claim {
    let holds: Guard = NEVER;
    let breaks: Guard = NEVER;
    const evidence = [];
    for (const { when, value, fault } of this.of(resource, name)) {
      if (value === undefined) {
        evidence.push({
          path: MARKS[name].tag,
          actual: fault ?? { ja: '宣言がない', en: 'not declared' },
          required: {
            ja: `宣言（${wanted}であれば、この規則が適用される）`,
            en: `declared (this rule applies to ${wanted})`,
          },
          outcome: 'undetermined' as const,
          when,
        });
      } else if (test(value)) holds = holds.or(when);
      else breaks = breaks.or(when);
    }
    return new Claim(holds, breaks, evidence);
  }

  private tagged(resource: Resource, name: MarkName): readonly Mark[] {
    const { tag } = MARKS[name];
    for (const property of TAG_PROPERTIES) {
      if (resource.rawProperty(property) === undefined) continue;
      const written = literalTags(resource, property);
      const found = written?.find(({ key }) => key === tag);
      if (found !== undefined) return alwaysMarked(name, found.value);
      if (written !== undefined) continue;
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
  return NETWORKS.has(type) || /SubnetGroup$/.test(type);
}

/** What a tag says, in a list of keys and values or in a map; undefined where no such tag is seen. */
function tagMarks(tags: Field, key: string, name: MarkName): readonly Mark[] | undefined {
  const items = tags.items();
  const fields = [
    ...(tags.keys().includes(key) ? [tags.child(key)] : []),
    // Each branch of a condition may have the tag with another value.
    ...items.known.filter((item) => item.get('Key').literal === key).map((item) => item.get('Value')),
  ];
  if (fields.length === 0 && items.open.length === 0) return undefined;
  let left: Guard = ALWAYS;
  const marks: Mark[] = [];
  const add = (mark: Mark) => {
    const when = mark.when.and(left);
    if (when.isNever) return;
    left = left.minus(when);
    marks.push({ ...mark, when });
  };
  for (const { when, value } of fields.flatMap(({ alternatives }) => alternatives)) {
    if (value.kind === 'known') add(validated({ when, value: String(value.value) }, name));
    else if (value.kind !== 'absent' && value.kind !== 'impossible')
      add({ when, value: undefined, fault: describeValue(value) });
  }
  // Tags that are not known may hold this one.
  for (const { when, actual } of items.open) add({ when, value: undefined, fault: actual });
  return left.isNever ? marks : [...marks, { when: left, value: undefined }];
}

const ALWAYS_MARKED = new Map<string, readonly Mark[]>();
/** Values of marks come from short lists; dates and application numbers, too, are few in one deployment. */
const MOST_KEPT_MARKS = 1_000;

/** The mark of a value that is written out: one object for all that have it. */
function alwaysMarked(name: MarkName, value: string): readonly Mark[] {
  const key = `${name}\u0000${value}`;
  let marks = ALWAYS_MARKED.get(key);
  if (marks === undefined) {
    marks = [validated({ when: ALWAYS, value }, name)];
    if (ALWAYS_MARKED.size < MOST_KEPT_MARKS) ALWAYS_MARKED.set(key, marks);
  }
  return marks;
}

function validated(mark: Mark, name: MarkName): Mark {
  const values = listedValues(name);
  if (mark.value === undefined || values === undefined || values.includes(mark.value)) return mark;
  return {
    when: mark.when,
    value: undefined,
    invalid: true,
    fault: {
      ja: `${JSON.stringify(mark.value)}（${values.join('、')}のいずれでもない）`,
      en: `${JSON.stringify(mark.value)}, which is none of ${values.join(', ')}`,
    },
  };
}

/** Fills in, from elsewhere, where nothing is declared. What is declared and faulty stays so. */
function elsewhere(marks: readonly Mark[], more: () => readonly Mark[]): readonly Mark[] {
  const open = marks.filter(({ value, fault }) => value === undefined && fault === undefined);
  if (open.length === 0) return marks;
  const others = more();
  if (open.length === 1 && marks.length === 1 && open[0]?.when === ALWAYS) return others;
  return [
    ...marks.filter((mark) => !open.includes(mark)),
    ...open.flatMap(({ when }) =>
      others
        .map((other) => ({ ...other, when: other.when.and(when) }))
        .filter((other) => !other.when.isNever),
    ),
  ];
}

/** Marks of resources, by the rank of their names. */
type Memo = Map<Resource, (readonly Mark[] | undefined)[]>;

const RANKS = new Map((Object.keys(MARKS) as MarkName[]).map((name, rank) => [name, rank]));

function remember(
  memo: Memo,
  resource: Resource,
  name: MarkName,
  make: () => readonly Mark[],
): readonly Mark[] {
  let ofResource = memo.get(resource);
  if (ofResource === undefined) {
    ofResource = new Array(RANKS.size).fill(undefined);
    memo.set(resource, ofResource);
  }
  const rank = RANKS.get(name) as number;
  let marks = ofResource[rank];
  if (marks === undefined) {
    marks = make();
    ofResource[rank] = marks;
  }
  return marks;
}

/** Marks for a part of the choices only. */
function within(marks: readonly Mark[], when: Guard): readonly Mark[] {
  return when === ALWAYS ? marks : marks.map((mark) => ({ ...mark, when: mark.when.and(when) }));
}
