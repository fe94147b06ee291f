import { addressOf, contains, type Family, isPublic } from './naive-addresses';
import { aclPasses, groupPasses, type Way } from './naive-filters';
import { Lookup } from './naive-lookup';
import { forward } from './naive-transit';
import type { Attachment, Host, Subnet, Target, Topology } from './topology';

/** One concrete packet. */
export interface Packet {
  readonly family: Family;
  readonly source: bigint;
  readonly destination: bigint;
  readonly protocol: number;
  readonly sourcePort: number;
  /** For ICMP the type. */
  readonly destinationPort: number;
}

/** A host's id, or the Internet. */
export type End = string;
export const INTERNET = 'internet';

/** What becomes of a packet. `unspecified`: AWS documents no outcome, so that nothing may be concluded from it. */
export type Fate = 'arrives' | 'dropped' | 'unspecified';

/** How far one direction went, hop by hop. */
interface Walk {
  readonly fate: Fate;
  readonly hops: readonly string[];
  readonly why: string;
  /** As it reached its end, addresses translated. */
  readonly packet: Packet;
  /** Translations on the way, in order: what each NAT gateway put its own address for. */
  readonly translations: readonly { readonly nat: string; readonly original: bigint }[];
}

/** Whether a packet reaches `to`, and the answer to it comes back to `from`. */
export function simulate(topology: Topology, from: End, to: End, packet: Packet): Walk {
  const there = new Walker(topology, from, to, packet, 'request').walk();
  if (there.fate !== 'arrives') return there;
  // What arrived is answered: addresses and ports change places.
  const answer: Packet = {
    ...there.packet,
    source: there.packet.destination,
    destination: there.packet.source,
    sourcePort: there.packet.destinationPort,
    destinationPort: there.packet.sourcePort,
  };
  const back = new Walker(topology, to, from, answer, 'answer', there.translations).walk();
  const result = { ...back, hops: [...there.hops, 'answer', ...back.hops] };
  if (back.fate !== 'arrives') return result;
  // The sender knows the connection by the addresses that it used itself.
  if (back.packet.source !== packet.destination || back.packet.destination !== packet.source)
    return {
      ...result,
      fate: 'dropped',
      why: 'the answer comes from another address than the request went to',
    };
  return result;
}

/** Walks a packet from one place to the next, by the rules of the documentation. */
class Walker {
  private readonly hops: string[] = [];
  private readonly translations: { nat: string; original: bigint }[] = [];
  private visited = 0;
  private mustTakePeering = false;
  private readonly lookup: Lookup;

  constructor(
    private readonly topology: Topology,
    private readonly from: End,
    private readonly to: End,
    private packet: Packet,
    private readonly direction: 'request' | 'answer',
    /** For an answer: the translations that it undoes, the last one first. */
    private undo: readonly { nat: string; original: bigint }[] = [],
  ) {
    this.lookup = new Lookup(topology);
  }

  walk(): Walk {
    if (this.from === INTERNET) return this.fromInternet();
    const host = this.lookup.host(this.from);
    // Source/destination check: an interface sends in its own name only.
    // https://docs.aws.amazon.com/vpc/latest/userguide/work-with-nat-instances.html#EIP_Disable_SrcDestCheck
    if (!this.lookup.hasAddress(host, this.packet.source, this.packet.family))
      return this.end('dropped', 'source is not an address of the host');
    this.hops.push(host.id);
    // Security groups are stateful: answers pass whatever the rules are.
    // https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html
    if (this.direction === 'request') {
      const to = this.to === INTERNET ? undefined : this.lookup.host(this.to);
      const verdict = groupPasses(this.topology, 'egress', this.packet, host, to, 'within');
      if (verdict === 'blocked') return this.end('dropped', 'group, egress');
      this.mustTakePeering = verdict === 'peering-only';
    }
    return this.leaveSubnet(this.lookup.subnet(host.subnet), undefined);
  }

  /**
   * A packet that a host, a NAT gateway or a transit gateway puts into a subnet.
   * @param arrivedBy the transit gateway attachment whose interface in this subnet sends it
   */
  private leaveSubnet(subnet: Subnet, arrivedBy: Attachment | undefined): Walk {
    this.visited += 1;
    if (this.visited > 8) return this.end('unspecified', 'the packet goes round in circles');
    this.hops.push(subnet.id);
    const { destination, family } = this.packet;
    const route = this.lookup.routeFrom(subnet, destination, family);
    if (route === undefined) return this.end('dropped', `no route in ${subnet.id}`);
    if (route.target === 'local') return this.deliver(subnet, arrivedBy);
    // Only NAT gateways, interfaces and endpoints may be targets of routes within the VPC's own ranges.
    // https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html
    if (this.lookup.rangesOf(subnet.vpc).some((cidr) => contains(cidr, destination, family)))
      return this.end('unspecified', 'a route inside of the local range');
    if (route.id !== undefined) this.hops.push(route.id);
    return this.follow(route.target, subnet, arrivedBy);
  }

  /** Along the local route to a host or a NAT gateway in the same VPC. */
  private deliver(subnet: Subnet, arrivedBy: Attachment | undefined): Walk {
    const { destination, family } = this.packet;
    const nat = this.lookup.natAt(subnet.vpc, destination, family);
    const host = this.lookup.hostAt(subnet.vpc, destination, family);
    const target = host?.subnet ?? nat?.subnet;
    if (target === undefined) return this.end('dropped', 'nobody has the address');
    const crossed = this.crossSubnets(subnet, this.lookup.subnet(target));
    if (crossed !== undefined) return crossed;
    if (nat !== undefined) return this.returnThroughNat(nat.id);
    return this.receive(host!, arrivedBy === undefined ? 'within' : 'transit');
  }

  /**
   * Network ACLs stand at the borders of subnets: nothing within a subnet crosses one.
   * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
   * From a transit gateway's interface to a host in the same subnet neither direction is evaluated, to another subnet
   * both are. https://docs.aws.amazon.com/vpc/latest/tgw/tgw-nacls.html
   */
  private crossSubnets(from: Subnet, to: Subnet): Walk | undefined {
    if (from.id === to.id) return undefined;
    return this.acl(from, true) ?? this.acl(to, false);
  }

  private acl(subnet: Subnet, egress: boolean): Walk | undefined {
    this.hops.push(`ACL of ${subnet.id}, ${egress ? 'egress' : 'ingress'}`);
    if (aclPasses(this.topology, subnet, egress, this.packet)) return undefined;
    return this.end('dropped', `network ACL of ${subnet.id}, ${egress ? 'egress' : 'ingress'}`);
  }

  private follow(target: Target, subnet: Subnet, arrivedBy: Attachment | undefined): Walk {
    switch (target.kind) {
      case 'internet-gateway':
        return this.toInternet(subnet, false, arrivedBy);
      case 'egress-only':
        return this.toInternet(subnet, true, arrivedBy);
      case 'nat':
        return this.throughNat(target.id, subnet);
      case 'peering':
        return this.overPeering(target.id, subnet, arrivedBy);
      case 'transit-gateway':
        return this.overTransit(target.id, subnet, arrivedBy);
    }
  }

  /**
   * A NAT gateway puts its own address for the sender's and sends by the table of its own subnet.
   * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html
   */
  private throughNat(id: string, subnet: Subnet): Walk {
    const nat = this.lookup.nat(id);
    // NAT64 needs DNS64 and routes of its own.
    if (this.packet.family === 6) return this.end('dropped', 'NAT gateways translate IPv4');
    // "A NAT gateway supports the following protocols: TCP, UDP, and ICMP."
    if (![1, 6, 17].includes(this.packet.protocol))
      return this.end('dropped', 'NAT gateways carry TCP, UDP and ICMP');
    if (this.direction === 'answer')
      return this.end('dropped', 'the answer meets a NAT gateway that knows nothing of it');
    const own = this.lookup.subnet(nat.subnet);
    const crossed = this.crossSubnets(subnet, own);
    if (crossed !== undefined) return crossed;
    this.hops.push(nat.id);
    this.translations.push({ nat: id, original: this.packet.source });
    this.packet = { ...this.packet, source: addressOf(nat.address) };
    return this.leaveSubnet(own, undefined);
  }

  private returnThroughNat(id: string): Walk {
    const last = this.undo.at(-1);
    if (last?.nat !== id) return this.end('dropped', 'nobody behind the NAT gateway asked');
    this.undo = this.undo.slice(0, -1);
    this.hops.push(id);
    this.packet = { ...this.packet, destination: last.original };
    const nat = this.lookup.nat(id);
    return this.leaveSubnet(this.lookup.subnet(nat.subnet), undefined);
  }

  /**
   * An internet gateway carries what has a public address: one that belongs to the interface for IPv4, its own for
   * IPv6. https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html
   */
  private toInternet(subnet: Subnet, egressOnly: boolean, arrivedBy: Attachment | undefined): Walk {
    const { source, family, destination } = this.packet;
    const crossed = arrivedBy === undefined ? this.acl(subnet, true) : undefined;
    if (crossed !== undefined) return crossed;
    // Edge to edge: what entered the VPC by a transit gateway has no address that this gateway knows, though a host
    // here may have the same one.
    const isOwn = arrivedBy === undefined;
    const host = isOwn ? this.lookup.hostAt(subnet.vpc, source, family) : undefined;
    const nat = isOwn ? this.lookup.natAt(subnet.vpc, source, family) : undefined;
    this.hops.push(egressOnly ? 'egress-only gateway' : 'internet gateway');
    if (host === undefined && nat === undefined) return this.end('dropped', 'not an address of this VPC');
    if (family === 4 && !(host?.public ?? nat?.public)) return this.end('dropped', 'no public address');
    // Egress-only gateways are stateful and for IPv6: they let answers in, and nothing that begins outside.
    // https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html
    if (egressOnly && family === 4) return this.end('dropped', 'egress-only gateways carry IPv6');
    if (egressOnly && this.direction === 'answer')
      return this.end('unspecified', 'the answer leaves by another gateway than the request came by');
    if (!isPublic(destination, family))
      return this.end('dropped', 'the Internet does not carry private addresses');
    // Two VPCs over the Internet are asked about as two flows: to the Internet, and from it.
    if (this.to !== INTERNET) return this.end('unspecified', 'goes over the Internet');
    this.hops.push(INTERNET);
    return this.end('arrives', '');
  }

  /** From outside to the private address for which the gateway translates the public one. */
  private fromInternet(): Walk {
    this.hops.push(INTERNET);
    const { destination, source, family } = this.packet;
    if (!isPublic(source, family))
      return this.end('dropped', 'the Internet does not carry private addresses');
    const nat = this.direction === 'answer' ? this.undo.at(-1) : undefined;
    if (nat !== undefined) {
      const gateway = this.lookup.nat(nat.nat);
      const crossed = this.acl(this.lookup.subnet(gateway.subnet), false);
      return crossed ?? this.returnThroughNat(nat.nat);
    }
    const host = this.lookup.host(this.to);
    const vpc = this.lookup.vpc(this.lookup.subnet(host.subnet).vpc);
    if (!this.lookup.hasAddress(host, destination, family))
      return this.end('dropped', 'not an address of the host');
    if (this.direction === 'request') {
      if (vpc.internetGateway !== true) return this.end('dropped', 'no internet gateway');
      if (family === 4 && !host.public) return this.end('dropped', 'no public address');
      this.hops.push('internet gateway');
    }
    return this.acl(this.lookup.subnet(host.subnet), false) ?? this.receive(host, 'outside');
  }

  /**
   * Peering joins two VPCs and no more: the packet must come from one and be for the other.
   * https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html#vpc-peering-limitations
   */
  private overPeering(id: string, subnet: Subnet, arrivedBy: Attachment | undefined): Walk {
    const peering = this.topology.peerings.find((item) => item.id === id)!;
    const other = peering.vpcs.find((vpc) => vpc !== subnet.vpc)!;
    if (arrivedBy !== undefined) return this.end('unspecified', 'from a transit gateway into a peering');
    if (this.translations.length > 0) return this.end('unspecified', 'from a NAT gateway into a peering');
    const crossed = this.acl(subnet, true);
    if (crossed !== undefined) return crossed;
    this.hops.push(id);
    const { destination, family } = this.packet;
    if (!this.lookup.rangesOf(other).some((cidr) => contains(cidr, destination, family)))
      return this.end('dropped', 'not an address of the peer: no edge to edge routing');
    const nat = this.lookup.natAt(other, destination, family);
    if (nat !== undefined) {
      const entered = this.acl(this.lookup.subnet(nat.subnet), false);
      return entered ?? this.returnThroughNat(nat.id);
    }
    const host = this.lookup.hostAt(other, destination, family);
    if (host === undefined) return this.end('dropped', 'nobody has the address');
    return this.acl(this.lookup.subnet(host.subnet), false) ?? this.receive(host, 'peering');
  }

  private overTransit(id: string, subnet: Subnet, arrivedBy: Attachment | undefined): Walk {
    const gateway = this.topology.transitGateways.find((item) => item.id === id)!;
    // Back where it came from: not documented.
    if (arrivedBy !== undefined)
      return this.end('unspecified', 'from a transit gateway into a transit gateway');
    const attachment = gateway.attachments.find(({ vpc }) => vpc === subnet.vpc);
    if (attachment === undefined) return this.end('dropped', 'the VPC is not attached');
    // The transit gateway is reached in zones only where it has a subnet.
    // https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html
    const entry = attachment.subnets
      .map((item) => this.lookup.subnet(item))
      .find(({ zone }) => zone === subnet.zone);
    if (entry === undefined) return this.end('dropped', 'no attachment in the zone');
    // Towards the gateway: out of the host's subnet, into the attachment's; both are the same ACL in one subnet.
    // "Outbound rules use the destination IP address ... Inbound rules use the source IP address to evaluate traffic
    // from the instances to the transit gateway." https://docs.aws.amazon.com/vpc/latest/tgw/tgw-nacls.html
    const crossed = this.acl(subnet, true) ?? this.acl(entry, false);
    if (crossed !== undefined) return crossed;
    if (this.packet.family === 6 && !attachment.ipv6)
      return this.end('dropped', 'the attachment carries no IPv6');
    const { hops, next } = forward(this.lookup, gateway, attachment, this.packet);
    this.hops.push(attachment.id, gateway.id, ...hops);
    if (next === undefined) return this.end('dropped', 'no route of the transit gateway');
    if (next === 'blackhole') return this.end('dropped', 'blackhole');
    if (next === 'ambiguous') return this.end('unspecified', 'two equal routes of the transit gateway');
    if (next.id === attachment.id) return this.end('unspecified', 'back over the same attachment');
    if (this.packet.family === 6 && !next.ipv6) return this.end('dropped', 'the attachment carries no IPv6');
    this.hops.push(next.id);
    const arrivals = next.subnets.map((item) => this.lookup.subnet(item));
    const arrival = arrivals.find(({ zone }) => zone === subnet.zone) ?? arrivals[0]!;
    // Traffic from the gateway enters by the attachment's subnet and follows that subnet's table.
    // https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html
    return this.leaveSubnet(arrival, next);
  }

  private receive(host: Host, by: Way): Walk {
    if (host.id !== this.to) return this.end('dropped', `goes to ${host.id} instead`);
    if (this.direction === 'request') {
      const from = this.from === INTERNET ? undefined : this.lookup.host(this.from);
      const verdict = groupPasses(this.topology, 'ingress', this.packet, from, host, by);
      if (verdict === 'blocked') return this.end('dropped', 'group, ingress');
      if (verdict !== 'passes' || (this.mustTakePeering && by !== 'peering'))
        return this.end('unspecified', 'a group of another VPC is referred to, and no peering taken');
    }
    this.hops.push(host.subnet, host.id);
    return this.end('arrives', '');
  }

  private end(fate: Fate, why: string): Walk {
    return { fate, why, hops: this.hops, packet: this.packet, translations: this.translations };
  }
}
