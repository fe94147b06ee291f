import { Claim } from '../../model/claim';
import { fieldsAt } from '../../model/deployment';
import type { Field } from '../../model/field';
import type { Resource } from '../../model/resource';
import { own } from '../../model/template';
import { identityOf, type Value } from '../../model/value';
import { isLimited, limitedRange, nowhere, parseRange } from './addresses';
import { anyAlternative, bare, byAlternative, UNDETERMINED, whereHolds } from './alternatives';
import { fewPorts, type PortRange, portsAvoid, portsWithin, protocolIs, protocolIsNamed } from './ports';
import { joinable, type ZoneSource, zonesAt } from './zones';

export type Direction = 'ingress' | 'egress';

/** One rule of a security group: an item of its own list, or a resource of its own. */
export interface TrafficRule {
  readonly field: Field;
  readonly direction: Direction;
  /** The group that the rule belongs to. */
  readonly group: Resource | Field;
}

/** The properties that name the other end. */
const PEER = {
  ingress: { prefixList: 'SourcePrefixListId', group: 'SourceSecurityGroupId' },
  egress: { prefixList: 'DestinationPrefixListId', group: 'DestinationSecurityGroupId' },
} as const;

const INLINE = { ingress: 'SecurityGroupIngress', egress: 'SecurityGroupEgress' } as const;

/** States a claim of every rule of a resource: a group with its own list, or a rule that stands by itself. */
export function everyRule(
  resource: Resource,
  direction: Direction,
  claim: (rule: TrafficRule) => Claim,
): Claim {
  return resource.type === 'AWS::EC2::SecurityGroup'
    ? resource
        .get(INLINE[direction])
        .items()
        .every((field) => claim({ field, direction, group: resource }))
    : claim({ field: ruleIn(resource, direction), direction, group: resource.get('GroupId') });
}

/** A rule that stands by itself. */
function ruleIn(resource: Resource, direction: Direction): Field {
  const { prefixList, group } = PEER[direction];
  return resource.properties('IpProtocol', 'FromPort', 'ToPort', 'CidrIp', 'CidrIpv6', prefixList, group);
}

/** The types of resource that hold rules of a direction. */
export function ruleTypes(direction: Direction): readonly string[] {
  return ['AWS::EC2::SecurityGroup', `AWS::EC2::${INLINE[direction]}`];
}

/** Says that the other end of a rule is limited by its addresses (4(1)①). Another security group is a limit. */
export function addressesLimited({ field, direction }: TrafficRule, source: ZoneSource): Claim {
  return Claim.all([
    field.get('CidrIp').must(limitedRange(4)),
    field.get('CidrIpv6').must(limitedRange(6)),
    prefixListLimited(field.get(PEER[direction].prefixList), source),
  ]);
}

function prefixListLimited(field: Field, { profile }: ZoneSource): Claim {
  const required = {
    ja: '必要な相手に限ったプレフィックスリスト（既存のものはプロファイルのfacts.prefixListsで示す）',
    en: 'a prefix list limited to those who need it (one that exists is described in facts.prefixLists of the profile)',
  };
  return byAlternative(field, (value) => {
    if (value.kind === 'absent') return Claim.HOLDS;
    if (value.kind === 'reference' && value.resource.type === 'AWS::EC2::PrefixList') {
      return value.resource
        .get('Entries')
        .items()
        .every((entry) =>
          entry
            .get('Cidr')
            .must(limitedRange(4))
            .explained(
              field.path,
              {
                ja: `広い範囲を含む${value.resource.logicalId}`,
                en: `${value.resource.logicalId}, which holds a wide range`,
              },
              required,
              field.at,
            ),
        );
    }
    const ranges = value.kind === 'known' ? own(profile.facts.prefixLists, String(value.value)) : undefined;
    if (Array.isArray(ranges)) {
      const wide = ranges.filter((text) => {
        const range = parseRange(String(text));
        return range === undefined || !isLimited(range);
      });
      return wide.length === 0
        ? Claim.HOLDS
        : field.states('breaks', { ja: wide.join('、'), en: wide.join(', ') }, required);
    }
    return field.states(
      'undetermined',
      { ja: '中身の分からないプレフィックスリスト', en: 'a prefix list whose ranges are not known' },
      required,
    );
  });
}

/** Says that a rule is limited by ports (4(1)①). Protocols without ports are a limit by themselves. */
function portsLimited({ field }: TrafficRule): Claim {
  const protocol = field.get('IpProtocol');
  return protocolIsNamed(protocol).and(
    whereHolds(protocolIs(protocol, 'ports'), () => fewPorts(field.get('FromPort'), field.get('ToPort'))),
  );
}

/** Says that a rule opens none of some ports. */
export function avoidsPorts({ field }: TrafficRule, ports: readonly PortRange[]): Claim {
  const required = {
    ja: '管理用及びデータベース用のポートを含まないこと',
    en: 'no port for administration or of a database',
  };
  const protocol = field.get('IpProtocol');
  return protocolIsNamed(protocol).and(
    whereHolds(protocolIs(protocol, 'ports'), () =>
      portsAvoid(field.get('FromPort'), field.get('ToPort'), ports, required),
    ),
  );
}

/** Says that a rule opens some ports only. */
export function opensOnly({ field }: TrafficRule, ports: readonly PortRange[]): Claim {
  const required = {
    ja: `${ports.map(({ from }) => from).join('、')}番のポートのみ`,
    en: `port ${ports.map(({ from }) => from).join(' or ')} only`,
  };
  const protocol = field.get('IpProtocol');
  return protocolIsNamed(protocol).and(
    whereHolds(protocolIs(protocol, 'ports'), () =>
      portsWithin(field.get('FromPort'), field.get('ToPort'), ports, required),
    ),
  );
}

/** Says that a rule lets no traffic through: the way to write that a group allows nothing out. */
function leadsNowhere({ field }: TrafficRule): Claim {
  return field.get('CidrIp').must(nowhere).or(field.get('CidrIpv6').must(nowhere));
}

/**
 * Says that the other end of a rule is a security group of the same network, so that the traffic never leaves the
 * zone. A group elsewhere is reached over a peering or a transit gateway.
 */
function staysInside(rule: TrafficRule, source: ZoneSource): Claim {
  const peer = rule.field.get(PEER[rule.direction].group);
  return byAlternative(peer, (value) => {
    if (value.kind === 'absent') return Claim.BREAKS;
    if (value.kind !== 'reference') return isSameGroup(value, rule.group) ? Claim.HOLDS : UNDETERMINED;
    return withinOneVpc(rule.group, value.resource).or(
      joinable(
        'path' in rule.group ? zonesAt(rule.group, source) : source.marks.of(rule.group, 'zone'),
        source.marks.of(value.resource, 'zone'),
      ),
    );
  });
}

/**
 * Says that a rule is limited by address and port (4(1)①). The port need not be limited where the traffic never leaves
 * the network, or where there is none.
 */
export function limited(rule: TrafficRule, source: ZoneSource): Claim {
  const exempt = staysInside(rule, source).or(leadsNowhere(rule));
  return addressesLimited(rule, source).and(whereHolds(exempt.not(), () => portsLimited(rule)));
}

function isSameGroup(value: Value, group: Resource | Field): boolean {
  const identity = identityOf(value);
  return (
    identity !== undefined &&
    'path' in group &&
    group.alternatives.every((alternative) => identityOf(alternative.value) === identity)
  );
}

/** Holds where two groups certainly belong to one VPC; otherwise it leaves the question open. */
function withinOneVpc(group: Resource | Field, other: Resource): Claim {
  if (!('path' in group)) return bare(inOneVpc(group, other) ? 'holds' : 'breaks');
  return Claim.any(
    group
      .references()
      .map(({ when, value }) =>
        Claim.when(when).and(bare(inOneVpc(value.resource, other) ? 'holds' : 'breaks')),
      ),
  );
}

function inOneVpc(a: Resource, b: Resource): boolean {
  if (a === b || b === onlyVpc(a)) return true;
  const [vpc, second] = a.get('VpcId').alternatives;
  const [otherVpc, otherSecond] = b.get('VpcId').alternatives;
  if (vpc === undefined || otherVpc === undefined || second !== undefined || otherSecond !== undefined)
    return false;
  const identity = identityOf(vpc.value);
  return identity !== undefined && identity === identityOf(otherVpc.value);
}

/** The VPC of a group, for the default group that is named as an attribute of its VPC. */
function onlyVpc(group: Resource): Resource | undefined {
  const [only, second] = group.get('VpcId').references();
  return second === undefined ? only?.value.resource : undefined;
}

/** Rules of a group that stand by themselves. */
export function separateRules(
  group: Resource,
  direction: Direction,
): readonly { rule: TrafficRule; when: Claim }[] {
  return group.deployment
    .referrers(group, `AWS::EC2::${INLINE[direction]}`, 'GroupId')
    .map(({ resource, when }) => ({
      rule: { field: ruleIn(resource, direction), direction, group },
      when: Claim.when(when),
    }));
}

/** Groups that a property of a resource names, as far as they are in the deployment. */
export function groupsAt(resource: Resource, path: string): readonly Resource[] {
  return fieldsAt(resource, path).flatMap((field) => field.references().map(({ value }) => value.resource));
}

/**
 * A group is made with a rule that allows everything out. It goes when the group has rules of its own, and CloudFormation
 * takes it away for a rule that stands by itself as well: CDK relies on that, and leaves the list out where it
 * writes such rules (aws-cdk#22140).
 */
export function replacesDefault(group: Resource): Claim {
  const egress = group.get('SecurityGroupEgress');
  return egress
    .items()
    .some(() => Claim.HOLDS)
    .or(Claim.any(separateRules(group, 'egress').map(({ when }) => when)))
    .explained(
      egress.path,
      { ja: '指定なし（全ての送信を許可）', en: 'not set, so that everything is allowed out' },
      { ja: '必要な宛先とポートの指定', en: 'the destinations and ports that are needed' },
      egress.at,
    );
}

/** Says that a rule allows neither every protocol nor nearly every port between machines of the city. */
export function namesPorts(rule: TrafficRule, source: ZoneSource, isClosedZone: Claim): Claim {
  const { field, direction } = rule;
  const peer = field.get(PEER[direction].group);
  if (peer.isAbsent) {
    // Where a rule opens the way to everybody, that is for other rules to say, and in the closed zones all of it.
    if (direction === 'egress') return Claim.HOLDS;
    const others = isClosedZone.or(addressesLimited(rule, source).not());
    return whereHolds(others.not(), () => portsLimited(rule));
  }
  // In the closed zones, traffic that leaves the network has a rule that blocks.
  const { breaks } = isClosedZone.breaks.isAlways
    ? Claim.HOLDS
    : limited(rule, source).or(isClosedZone.not());
  return leadsNowhere(rule)
    .or(portsLimited(rule).onlyIf(isAmongMembers(rule).not()))
    .onlyIf(breaks.not());
}

/** Whether the other end is the group itself: members of a cluster, or of a job of Glue, talk by any port. */
function isAmongMembers({ field, direction, group }: TrafficRule): Claim {
  return anyAlternative(field.get(PEER[direction].group), (value) => {
    if (value.kind === 'absent' || !('path' in group)) return Claim.BREAKS;
    if (isSameGroup(value, group)) return Claim.HOLDS;
    const isOther = [value, ...group.alternatives.map((own) => own.value)].every(
      ({ kind }) => kind === 'reference' || kind === 'known',
    );
    return isOther ? Claim.BREAKS : UNDETERMINED;
  });
}

/** Says that a rule does not let everything, or nearly every port, out to everybody. */
export function namesDestination(rule: TrafficRule, source: ZoneSource): Claim {
  if (!rule.field.get(PEER.egress.group).isAbsent) return Claim.HOLDS;
  const isNamed = addressesLimited(rule, source).or(leadsNowhere(rule));
  return whereHolds(isNamed.not(), () => portsLimited(rule));
}
