import type { Facts } from '../../../policy/profile';
import type { Flows } from './flows';
import { linesIn } from './lines';
import type { Key } from './values';

/**
 * What a proof of separation takes for granted of the VPCs that it is about: what templates cannot show, and what
 * whoever relies on the proof has to see to.
 */
export function assumptionsAbout(
  flows: Flows,
  vpcs: readonly Key[],
  facts: Pick<Facts, 'zoneOf'>,
): readonly string[] {
  const { view } = flows;
  const name = (key: Key) => view.vpcs.get(key)?.resource?.logicalId ?? key;
  const known = new Set(linesIn(view, facts).flatMap(({ key, zone }) => (zone === undefined ? [] : key)));
  const assumptions: string[] = [];
  for (const vpc of vpcs) {
    const subnets = view.subnetsOf(vpc);
    if (subnets.some((subnet) => view.tableOfSubnet(subnet) === 'main')) {
      assumptions.push(`the main route table of ${name(vpc)} has its local routes only`);
    }
    if (view.rangesOfVpc(vpc).some(({ range }) => range === undefined)) {
      assumptions.push(`the addresses of ${name(vpc)} overlap with no other network`);
    }
    for (const line of linesOf(flows, subnets, known)) {
      assumptions.push(`the network behind ${line} is of the zone of ${name(vpc)}, and keeps to it`);
    }
  }
  if (vpcs.length > 0) {
    assumptions.push(
      'nothing outside of these templates changes the route tables, attachments, peerings, security groups or network ACLs in them',
    );
  }
  return assumptions;
}

/** Lines to networks outside to which something in the subnets has a way, other than those of which the zone is known. */
function linesOf(
  { router, view }: Flows,
  subnets: readonly Key[],
  known: ReadonlySet<Key>,
): readonly string[] {
  const lines = new Set<string>();
  for (const subnet of subnets) {
    for (const { place } of router.fromSubnet(subnet)) {
      if (place.kind !== 'line' || known.has(place.key)) continue;
      const resource =
        view.gateways.get(place.key)[0]?.resource ?? view.attachments.get(place.key)[0]?.resource;
      lines.add(resource?.logicalId ?? place.key);
    }
  }
  return [...lines];
}
