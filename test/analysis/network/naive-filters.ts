import { addressOf, contains } from './naive-addresses';
import type { Packet } from './simulator';
import type { GroupRule, Host, Subnet, Topology } from './topology';

/** How a packet comes to a host: from its own VPC, by a transit gateway, by a peering, or from the Internet. */
export type Way = 'within' | 'transit' | 'peering' | 'outside';
/** `peering-only`: if the packet goes over the peering; AWS documents nothing for another way. */
export type Verdict = 'passes' | 'peering-only' | 'unspecified' | 'blocked';
const BEST_FIRST: readonly Verdict[] = ['passes', 'peering-only', 'unspecified', 'blocked'];

/**
 * Entries are read by ascending number and the first one that matches decides; what none matches is denied.
 * https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html
 * A subnet without an ACL of its own has the default one, which allows everything.
 * https://docs.aws.amazon.com/vpc/latest/userguide/default-network-acl.html
 */
export function aclPasses(topology: Topology, subnet: Subnet, egress: boolean, packet: Packet): boolean {
  const acl = topology.networkAcls.find(({ id }) => id === subnet.networkAcl);
  if (acl === undefined) return true;
  // An inbound entry names the source, an outbound one the destination; ports are the destination's in both.
  const remote = egress ? packet.destination : packet.source;
  for (const entry of [...acl.entries].sort((a, b) => a.number - b.number)) {
    if (entry.egress !== egress) continue;
    if (!contains(entry.cidr, remote, packet.family)) continue;
    if (entry.protocol !== -1 && entry.protocol !== packet.protocol) continue;
    if (entry.protocol !== -1 && entry.ports !== undefined && !within(entry.ports, packet.destinationPort))
      continue;
    return entry.allow;
  }
  return false;
}

/**
 * A security group allows what one of its rules allows; several groups allow what one of them does.
 * https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
 *
 * @param from the host that sends a request, undefined for the Internet
 * @param to the host that it is for
 */
export function groupPasses(
  topology: Topology,
  direction: 'ingress' | 'egress',
  packet: Packet,
  from: Host | undefined,
  to: Host | undefined,
  way: Way,
): Verdict {
  const host = (direction === 'ingress' ? to : from)!;
  const remote = direction === 'ingress' ? from : to;
  const address = direction === 'ingress' ? packet.source : packet.destination;
  const vpc = vpcOf(topology, host);
  // The default group: everything out, and in what comes from those who are in it, too.
  // https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
  if (host.groups.length === 0) {
    if (direction === 'egress') return 'passes';
    const isFellow = remote !== undefined && remote.groups.length === 0 && vpcOf(topology, remote) === vpc;
    return isFellow && way === 'within' && hasAddress(remote, address, packet) ? 'passes' : 'blocked';
  }
  const verdicts = topology.groups
    .filter(({ id }) => host.groups.includes(id))
    .flatMap((group): Verdict[] => {
      if (direction === 'ingress') return group.ingress.map(one);
      // "When you create a security group, if you do not add egress rules, we add egress rules that allow all
      // outbound IPv4 and IPv6 traffic. Otherwise, we do not add them."
      // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html
      // A rule that is a resource of its own takes those away, too, as was seen in deployments:
      // https://github.com/aws/aws-cdk/issues/987 and https://github.com/aws/aws-cdk/pull/998
      const egress = [...group.egress, ...group.addedEgress];
      return egress.length === 0 ? ['passes'] : egress.map(one);
    });
  return BEST_FIRST.find((verdict) => verdicts.includes(verdict)) ?? 'blocked';

  function one(rule: GroupRule): Verdict {
    if (rule.protocol !== -1) {
      if (rule.protocol !== packet.protocol) return 'blocked';
      if (rule.ports !== undefined && !within(rule.ports, packet.destinationPort)) return 'blocked';
    }
    const { peer } = rule;
    if ('cidr' in peer) return contains(peer.cidr, address, packet.family) ? 'passes' : 'blocked';
    if ('prefixList' in peer) {
      const list = topology.prefixLists.find(({ id }) => id === peer.prefixList)!;
      return list.cidrs.some((cidr) => contains(cidr, address, packet.family)) ? 'passes' : 'blocked';
    }
    // A reference stands for the private addresses of the interfaces that have the group, by now: a packet whose
    // address a NAT gateway has changed is not from one of them.
    if (remote === undefined || !remote.groups.includes(peer.group)) return 'blocked';
    if (!hasAddress(remote, address, packet)) return 'blocked';
    if (vpcOf(topology, remote) === vpc) return way === 'within' ? 'passes' : 'blocked';
    // In another VPC it counts if that is a peer and the packet goes over the peering.
    // https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html
    if (direction === 'egress') return 'peering-only';
    return way === 'peering' ? 'passes' : 'unspecified';
  }
}

function within({ from, to }: { readonly from: number; readonly to: number }, port: number): boolean {
  return from <= port && port <= to;
}

function hasAddress(host: Host, address: bigint, packet: Packet): boolean {
  const text = packet.family === 4 ? host.address : host.ipv6;
  return text !== undefined && addressOf(text) === address;
}

function vpcOf(topology: Topology, host: Host): string {
  return topology.subnets.find(({ id }) => id === host.subnet)!.vpc;
}
