import { contains } from './naive-addresses';
import { type Lookup, longest } from './naive-lookup';
import type { Packet } from './simulator';
import type { Attachment, TransitGateway } from './topology';

/** Where a transit gateway sends a packet, and the table and route by which it does. */
export interface Forwarding {
  readonly hops: readonly string[];
  readonly next: Attachment | 'blackhole' | 'ambiguous' | undefined;
}

/**
 * The table that the attachment is associated with, the most specific route, static before propagated.
 * https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html#tgw-route-evaluation-overview
 */
export function forward(
  lookup: Lookup,
  gateway: TransitGateway,
  from: Attachment,
  { destination, family }: Packet,
): Forwarding {
  // Default table association and propagation are enabled unless they are disabled.
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-transitgateway.html
  const associated = from.associatedWith ?? (gateway.defaultAssociation !== false ? 'default' : undefined);
  if (associated === undefined) return { hops: [], next: undefined };
  const table = gateway.tables.find(({ id }) => id === associated);
  const hops = [table?.id ?? `${gateway.id} default route table`];
  const written = (table?.routes ?? []).map(({ id, cidr, target }) => ({
    id,
    cidr,
    next:
      target === 'blackhole'
        ? ('blackhole' as const)
        : gateway.attachments.find((attachment) => attachment.id === target.attachment),
  }));
  const propagated = gateway.attachments
    .filter(({ propagatedTo }) =>
      associated === 'default' ? gateway.defaultPropagation !== false : propagatedTo.includes(associated),
    )
    .flatMap((attachment) =>
      lookup.rangesOf(attachment.vpc).map((cidr) => ({ id: undefined, cidr, next: attachment })),
    );
  const best = longest([...written, ...propagated].filter(({ cidr }) => contains(cidr, destination, family)));
  const fixed = best.find(({ id }) => id !== undefined);
  if (fixed?.id !== undefined) return { hops: [...hops, fixed.id], next: fixed.next };
  // The range of a VPC is not propagated where a VPC that is attached already has it: which one was first no template
  // says. https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html
  return { hops, next: best.length > 1 ? 'ambiguous' : best.at(0)?.next };
}
