import type { WrittenFor } from './classic';
import { type Made, put } from './paths';
import { derived, isInputs, type PulumiInputs, type PulumiValue } from './resource';

/** @param self what refers to the resource itself */
type Special = (made: Made, inputs: PulumiInputs, written: WrittenFor, self: unknown) => void;

/** What the tables cannot say, by the name that they use for it. */
export const SPECIAL: Readonly<Record<string, Special>> = {
  /** Rules of a group that name several ranges and groups at once are one rule for each of them. */
  groupRules: (made, inputs, written, self) => {
    for (const [list, target] of [
      ['ingress', 'SecurityGroupIngress'],
      ['egress', 'SecurityGroupEgress'],
    ] as const) {
      const rules = inputs[list];
      if (rules === undefined || rules === null) continue;
      put(
        made,
        target,
        [],
        Array.isArray(rules)
          ? (rules as readonly PulumiValue[]).flatMap((rule) => rulesOf(rule, list, written, self))
          : written(rules, list),
      );
    }
  },
};

const PEERS = [
  ['cidrBlocks', 'CidrIp', 'CidrIp'],
  ['ipv6CidrBlocks', 'CidrIpv6', 'CidrIpv6'],
  ['prefixListIds', 'SourcePrefixListId', 'DestinationPrefixListId'],
  ['securityGroups', 'SourceSecurityGroupId', 'DestinationSecurityGroupId'],
] as const;

function rulesOf(
  rule: PulumiValue,
  list: 'ingress' | 'egress',
  written: WrittenFor,
  self: unknown,
): readonly unknown[] {
  if (!isInputs(rule)) return [written(derived(rule), list)];
  const common: Made = {};
  for (const [name, target] of [
    ['protocol', 'IpProtocol'],
    ['fromPort', 'FromPort'],
    ['toPort', 'ToPort'],
    ['description', 'Description'],
  ] as const) {
    const value = rule[name];
    if (value !== undefined && value !== null && value !== '') put(common, target, [], written(value, name));
  }
  const toSelf =
    rule['self'] === true
      ? [{ ...common, [list === 'ingress' ? 'SourceSecurityGroupId' : 'DestinationSecurityGroupId']: self }]
      : [];
  const others = PEERS.flatMap(([name, incoming, outgoing]) => {
    const target = list === 'ingress' ? incoming : outgoing;
    const peers = rule[name];
    if (peers === undefined || peers === null) return [];
    const each = Array.isArray(peers) ? (peers as readonly PulumiValue[]) : [peers];
    return each.map((peer) => ({ ...common, [target]: written(peer, name) }));
  });
  return [...toSelf, ...others];
}
