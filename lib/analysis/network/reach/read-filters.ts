import type { Deployment } from '../../../model/deployment';
import { ALWAYS, type Guard, NEVER } from '../../../model/guard';
import type { Resource } from '../../../model/resource';
import type { Value } from '../../../model/value';
import { FAMILIES, type Family } from './address-sets';
import { ANY_SERVICE, type Service, serviceOf } from './packets';
import type { PrefixLists } from './prefix-lists';
import { readLinks } from './read-routes';
import type { Peer, Records } from './records';
import {
  combinations,
  flagIn,
  type Holder,
  type Key,
  keyOf,
  keyOfResource,
  numberIn,
  optionsAt,
  rangeOf,
} from './values';

/** Network ACLs and their entries. */
export function readAcls(deployment: Deployment, into: Records): void {
  for (const acl of deployment.ofType('AWS::EC2::NetworkAcl')) {
    into.acls.push({ key: keyOfResource(acl), when: acl.exists, resource: acl });
  }
  readLinks(deployment, 'AWS::EC2::SubnetNetworkAclAssociation', 'SubnetId', 'NetworkAclId', into.aclOf);
  for (const entry of deployment.ofType('AWS::EC2::NetworkAclEntry')) {
    const properties = [
      'NetworkAclId',
      'RuleNumber',
      'Egress',
      'RuleAction',
      'Protocol',
      'CidrBlock',
      'Ipv6CidrBlock',
    ];
    const ports = ['PortRange.From', 'PortRange.To', 'Icmp.Type'];
    for (const { when, values } of combinations(entry, [...properties, ...ports], entry.exists)) {
      const [acl, number, egress, action, protocol, v4, v6, from, to, type] = values as Value[] & {
        length: 10;
      };
      const key = keyOf(acl as Value);
      if (key === undefined) continue;
      const isV6 = (v6 as Value).kind !== 'absent';
      into.aclEntries.push({
        key,
        when,
        resource: entry,
        number: numberIn(number as Value),
        egress: flagIn(egress as Value, false),
        allow: actionOf(action as Value),
        families: [isV6 ? 6 : 4],
        range: rangeOf((isV6 ? v6 : v4) as Value),
        service: readService(protocol as Value, from as Value, to as Value, type as Value),
      });
    }
  }
}

function actionOf(value: Value): boolean | undefined {
  return value.kind === 'known' ? String(value.value).toLowerCase() === 'allow' : undefined;
}

/** Undefined where it is not known. Types of ICMP stand in a property of their own in network ACLs. */
function readService(protocol: Value, from: Value, to: Value, type?: Value): Service | undefined {
  if (protocol.kind === 'absent') return ANY_SERVICE;
  if (protocol.kind !== 'known') return undefined;
  const text = String(protocol.value);
  const isIcmp = type !== undefined && /^\s*(1|58|icmp|icmpv6)\s*$/i.test(text);
  const whole = serviceOf(text, undefined, undefined);
  // Ports do not matter for any other protocol.
  const [low, high] = isIcmp ? [type, type] : [from, to];
  if (whole === undefined || /^\s*(-1|all)\s*$/i.test(text)) return whole;
  const numbers = [low, high].map((value) => (value.kind === 'absent' ? 'absent' : numberIn(value)));
  if (numbers.includes(undefined)) {
    return /^\s*(6|17|1|58|tcp|udp|icmp|icmpv6)\s*$/i.test(text) ? undefined : whole;
  }
  const [first, last] = numbers.map((number) => (number === 'absent' ? undefined : (number as number)));
  return serviceOf(text, first, last);
}

const RULES = {
  ingress: { list: 'SecurityGroupIngress', group: 'SourceSecurityGroupId', prefixes: 'SourcePrefixListId' },
  egress: {
    list: 'SecurityGroupEgress',
    group: 'DestinationSecurityGroupId',
    prefixes: 'DestinationPrefixListId',
  },
} as const;
type Direction = keyof typeof RULES;

/** Security groups and their rules. */
export function readGroups(deployment: Deployment, lists: PrefixLists, into: Records): void {
  for (const group of deployment.ofType('AWS::EC2::SecurityGroup')) {
    const key = keyOfResource(group);
    const list = group.get(RULES.egress.list).items();
    const mayHaveEgress = list.open.reduce<Guard>((so, { when }) => so.or(when), NEVER);
    for (const { when, value } of optionsAt(group, 'VpcId', group.exists)) {
      into.groups.push({ key, when, resource: group, vpc: keyOf(value), isDefault: false, mayHaveEgress });
    }
    for (const direction of ['ingress', 'egress'] as const) {
      const { known, open } = group.get(RULES[direction].list).items();
      for (const item of known) readRule(item, item.given, key, direction, group, lists, into, item.path);
      for (const { when, path } of open) {
        const peer: Peer = { kind: 'unknown' };
        into.groupRules.push({ key, when, resource: group, direction, peer, service: undefined, path });
      }
    }
  }
  for (const direction of ['ingress', 'egress'] as const) {
    for (const rule of deployment.ofType(`AWS::EC2::${RULES[direction].list}`)) {
      for (const { when, value } of optionsAt(rule, 'GroupId', rule.exists)) {
        const key = keyOf(value);
        if (key !== undefined) readRule(rule, when, key, direction, rule, lists, into);
      }
    }
  }
  addDefaultGroups(deployment, into);
}

function readRule(
  holder: Holder,
  within: Guard,
  key: Key,
  direction: Direction,
  resource: Resource,
  lists: PrefixLists,
  into: Records,
  path?: string,
): void {
  const { group, prefixes } = RULES[direction];
  const properties = ['IpProtocol', 'FromPort', 'ToPort', 'CidrIp', 'CidrIpv6', group, prefixes];
  for (const { when, values } of combinations(holder, properties, within)) {
    const [protocol, from, to, v4, v6, groupId, list] = values as [
      Value,
      Value,
      Value,
      Value,
      Value,
      Value,
      Value,
    ];
    const service = readService(protocol, from, to);
    const add = (peer: Peer, at: Guard = when) =>
      into.groupRules.push({ key, when: at, resource, direction, peer, service, path });
    for (const value of [v4, v6]) {
      if (value.kind === 'absent') continue;
      const range = rangeOf(value);
      add(range === undefined ? { kind: 'unknown' } : { kind: 'range', ranges: [range] });
    }
    if (groupId.kind !== 'absent') {
      const other = keyOf(groupId);
      add(other === undefined ? { kind: 'unknown' } : { kind: 'group', key: other });
    }
    if (list.kind !== 'absent') {
      for (const { when: listed, ranges } of lists.of(list)) {
        add(ranges === undefined ? { kind: 'unknown' } : { kind: 'range', ranges }, when.and(listed));
      }
    }
    // A group that is named by its name, in the default VPC.
    if ([v4, v6, groupId, list].every(({ kind }) => kind === 'absent')) add({ kind: 'unknown' });
  }
}

/** The custom resource by which CDK empties default groups. */
const RESTRICTS = 'Custom::VpcRestrictDefaultSG';

/** The default group of each VPC, which lets in its members and everything out. */
function addDefaultGroups(deployment: Deployment, into: Records): void {
  const emptied = new Map<Key, Guard>();
  for (const resource of deployment.ofType(RESTRICTS)) {
    for (const { when, value } of optionsAt(resource, 'DefaultSecurityGroupId', resource.exists)) {
      const key = keyOf(value);
      if (key !== undefined) emptied.set(key, (emptied.get(key) ?? NEVER).or(when));
    }
  }
  for (const vpc of into.vpcs) {
    const key = `${vpc.key}#DefaultSecurityGroup`;
    const when = vpc.when.minus(emptied.get(key) ?? NEVER);
    into.groups.push({ ...vpc, key, vpc: vpc.key, isDefault: true, mayHaveEgress: ALWAYS });
    const rule = { key, when, path: undefined, service: ANY_SERVICE };
    const own = vpc.resource === undefined ? {} : { resource: vpc.resource };
    into.groupRules.push({ ...rule, ...own, direction: 'ingress', peer: { kind: 'group', key } });
    into.groupRules.push({
      ...rule,
      ...own,
      direction: 'egress',
      peer: { kind: 'range', ranges: FAMILIES.map(everything) },
    });
  }
}

function everything(family: Family) {
  const addresses = family === 4 ? [0, 2 ** 32] : [0n, 1n << 128n];
  return { family, prefix: 0, addresses };
}
