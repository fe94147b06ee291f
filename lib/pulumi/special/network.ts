import type { MadeResource, WrittenFor } from '../classic';
import { type Made, put } from '../paths';
import { derived, isInputs, Pending, type PulumiInputs, type PulumiValue } from '../resource';
import type { Special } from '../special';

type Direction = 'ingress' | 'egress';

const LISTS = [
  ['ingress', 'SecurityGroupIngress'],
  ['egress', 'SecurityGroupEgress'],
] as const;

const PEERS = [
  ['cidrBlocks', 'CidrIp', 'CidrIp'],
  ['ipv6CidrBlocks', 'CidrIpv6', 'CidrIpv6'],
  ['prefixListIds', 'SourcePrefixListId', 'DestinationPrefixListId'],
  ['securityGroups', 'SourceSecurityGroupId', 'DestinationSecurityGroupId'],
  ['sourceSecurityGroupId', 'SourceSecurityGroupId', 'DestinationSecurityGroupId'],
] as const;

const COMMON = [
  ['protocol', 'IpProtocol'],
  ['fromPort', 'FromPort'],
  ['toPort', 'ToPort'],
  ['description', 'Description'],
] as const;

export const NETWORK_SPECIAL: Readonly<Record<string, Special>> = {
  /** Rules of a group that name several ranges and groups at once are one rule for each of them. */
  groupRules: (made, inputs, written, self) => {
    for (const [list, target] of LISTS) {
      const rules = inputs[list];
      // An empty list says what none says: the provider has taken away the rule that lets everything out.
      if (rules === undefined || rules === null || (Array.isArray(rules) && rules.length === 0)) continue;
      put(
        made,
        target,
        [],
        Array.isArray(rules) ? allRulesOf(rules, list, written, self) : written(rules, list),
      );
    }
    return [];
  },
  /** The same of a rule that stands by itself: the first is that rule, the others are more of them. */
  groupRule: (made, inputs, written) => {
    const list: Direction = inputs['type'] === 'egress' ? 'egress' : 'ingress';
    const [first = {}, ...others] = peersOf(inputs, list, written, made['GroupId']);
    const common = { ...made };
    for (const [name, value] of Object.entries(first)) put(made, name, [], value);
    return others.map((peer, at) => ({
      suffix: `[${at + 1}]`,
      type: list === 'ingress' ? 'AWS::EC2::SecurityGroupIngress' : 'AWS::EC2::SecurityGroupEgress',
      properties: { ...common, ...peer },
    }));
  },
  /** The default group of a VPC is emptied as by the custom resource of CDK, and gets the rules that are given. */
  defaultGroup: (_, inputs, written, self) => {
    const emptied: MadeResource = {
      suffix: '.emptied',
      type: 'Custom::VpcRestrictDefaultSG',
      properties: { DefaultSecurityGroupId: self },
    };
    const rules = LISTS.flatMap(([list, type]) => {
      const given = inputs[list];
      if (given === undefined || given === null) return [];
      const items = Array.isArray(given) ? allRulesOf(given, list, written, self) : [written(given, list)];
      return items.map((rule, at) => ({
        suffix: `.${list}[${at}]`,
        type: `AWS::EC2::${type}`,
        properties: { ...(rule as Made), GroupId: self },
      }));
    });
    return [emptied, ...rules];
  },
  /** Which table is the main one of a VPC; see main-tables.ts. */
  mainTable: (made, inputs, written) => {
    put(made, 'VpcId', [], written(inputs['vpcId'], 'vpcId'));
    return [];
  },
  /** The addresses of a prefix list are not looked up. */
  prefixListRoute: (made, _, written) => {
    put(made, 'DestinationCidrBlock', [], written(new Pending(), 'prefixListId'));
    return [];
  },
};

function allRulesOf(
  rules: readonly PulumiValue[],
  list: Direction,
  written: WrittenFor,
  self: unknown,
): readonly unknown[] {
  return rules.flatMap((rule) => {
    if (!isInputs(rule)) return [written(derived(rule), list)];
    const common: Made = {};
    for (const [name, target] of COMMON) {
      const value = rule[name];
      if (value === undefined || value === null || value === '') continue;
      put(common, target, [], name === 'protocol' && value === 'all' ? '-1' : written(value, name));
    }
    return peersOf(rule, list, written, self).map((peer) => ({ ...common, ...peer }));
  });
}

/** The other ends of a rule, each as the property that names it. */
function peersOf(rule: PulumiInputs, list: Direction, written: WrittenFor, self: unknown): readonly Made[] {
  const toSelf =
    rule['self'] === true
      ? [{ [list === 'ingress' ? 'SourceSecurityGroupId' : 'DestinationSecurityGroupId']: self }]
      : [];
  const others = PEERS.flatMap(([name, incoming, outgoing]) => {
    const target = list === 'ingress' ? incoming : outgoing;
    const peers = rule[name];
    if (peers === undefined || peers === null) return [];
    const each = Array.isArray(peers) ? (peers as readonly PulumiValue[]) : [peers];
    return each.map((peer) => ({ [target]: written(peer, name) }));
  });
  return [...toSelf, ...others];
}
