import {
  attachment,
  CLOSED_HUB,
  exporting,
  hub,
  imported,
  ipv6Of,
  network,
  OVER_HUB,
  packetBetween,
  ref,
  resource,
  route,
  spoke,
  TAX_TO_OFFICE,
  TO_HUB,
  template,
} from './pieces';
import type { Scenario } from './scenario';

const packet = packetBetween('Tax', 'Office');

export const TRANSIT_GATEWAY: readonly Scenario[] = [
  {
    // Association and propagation are enabled where nothing is said: all attachments reach each other.
    title: 'a transit gateway whose default tables are not mentioned',
    templates: [template(hub(), spoke('Tax'), spoke('Office'))],
    ...TAX_TO_OFFICE,
    verdict: 'violation',
    hops: OVER_HUB,
    packet,
  },
  {
    // The same, from the other side: the answer's way is the request's.
    title: 'a transit gateway whose default tables are not mentioned, seen from the other zone',
    templates: [template(hub(), spoke('Tax'), spoke('Office'))],
    from: 'lgwan',
    to: 'my-number',
    verdict: 'violation',
    hops: [
      'OfficeHost',
      'OfficeSubnet',
      'OfficeRoute',
      'OfficeAttachment',
      'Hub',
      'TaxAttachment',
      'TaxSubnet',
      'TaxHost',
    ],
    packet: packetBetween('Office', 'Tax'),
  },
  {
    // An attachment without a table has its packets dropped.
    title: 'no default association, and none made',
    templates: [template(hub({ DefaultRouteTableAssociation: 'disable' }), spoke('Tax'), spoke('Office'))],
    ...TAX_TO_OFFICE,
    verdict: 'compliant',
    hops: [],
    packet,
  },
  {
    // All are associated with the default table, and nothing is in it.
    title: 'no default propagation, and no routes',
    templates: [template(hub({ DefaultRouteTablePropagation: 'disable' }), spoke('Tax'), spoke('Office'))],
    ...TAX_TO_OFFICE,
    verdict: 'compliant',
    hops: [],
    packet,
  },
  {
    // Each team's template is harmless to look at: the hub, and two VPCs that send 10/8 to it.
    title: 'a path over three templates',
    templates: [
      { ...template(hub()), ...exporting('Hub') },
      template(network('Tax'), attachment('Tax', { TransitGatewayId: imported('Hub') }), {
        ...route('Tax', '10.0.0.0/8', { TransitGatewayId: imported('Hub') }),
      }),
      template(network('Office'), attachment('Office', { TransitGatewayId: imported('Hub') }), {
        ...route('Office', '10.0.0.0/8', { TransitGatewayId: imported('Hub') }),
      }),
    ],
    ...TAX_TO_OFFICE,
    verdict: 'violation',
    hops: OVER_HUB,
    packet,
  },
  {
    // As above, and the hub's template shuts what the others use.
    title: 'three templates, of which the first one disables the default tables',
    templates: [
      { ...template(CLOSED_HUB), ...exporting('Hub') },
      template(network('Tax'), attachment('Tax', { TransitGatewayId: imported('Hub') }), {
        ...route('Tax', '10.0.0.0/8', { TransitGatewayId: imported('Hub') }),
      }),
      template(network('Office'), attachment('Office', { TransitGatewayId: imported('Hub') }), {
        ...route('Office', '10.0.0.0/8', { TransitGatewayId: imported('Hub') }),
      }),
    ],
    ...TAX_TO_OFFICE,
    verdict: 'compliant',
    hops: [],
    packet,
  },
  {
    // No association with a table: the main one holds, and nothing but the local route is in it.
    title: 'a subnet that is left to the main route table',
    templates: [template(hub(), spoke('Tax', { withoutTable: true }), spoke('Office'))],
    ...TAX_TO_OFFICE,
    verdict: 'compliant',
    hops: [],
    packet,
  },
  {
    // The VPC's second range is propagated too, and the subnet's host is in it.
    title: 'a host in the secondary range of a VPC',
    templates: [
      template(
        hub(),
        spoke('Tax'),
        spoke('Office', {
          subnet: { CidrBlock: '100.64.1.0/24' },
          host: { PrivateIpAddress: '100.64.1.10' },
        }),
        {
          OfficeRange: resource('AWS::EC2::VPCCidrBlock', {
            VpcId: ref('OfficeVpc'),
            CidrBlock: '100.64.1.0/24',
          }),
        },
        route('Tax', '100.64.0.0/10', TO_HUB, 'TaxRouteToSecond'),
      ),
    ],
    ...TAX_TO_OFFICE,
    verdict: 'violation',
    hops: OVER_HUB.map((hop) => (hop === 'TaxRoute' ? 'TaxRouteToSecond' : hop)),
    packet: { ...packet, destination: '100.64.1.10' },
  },
  {
    // Routed is 10/8 only, and the host is not in it.
    title: 'a host in a secondary range to which nothing leads',
    templates: [
      template(
        hub(),
        spoke('Tax'),
        spoke('Office', {
          subnet: { CidrBlock: '100.64.1.0/24' },
          host: { PrivateIpAddress: '100.64.1.10' },
        }),
        {
          OfficeRange: resource('AWS::EC2::VPCCidrBlock', {
            VpcId: ref('OfficeVpc'),
            CidrBlock: '100.64.1.0/24',
          }),
        },
      ),
    ],
    ...TAX_TO_OFFICE,
    verdict: 'compliant',
    hops: [],
    packet: { ...packet, destination: '100.64.1.10' },
  },
  ...ipv6Scenarios(),
  {
    // "Any resources in Availability Zones where there is no transit gateway attachment cannot reach the transit gateway."
    title: 'a host in a zone where the transit gateway has no subnet',
    templates: [
      template(hub(), spoke('Tax', {}, { SubnetIds: [ref('TaxOther')] }), spoke('Office'), {
        TaxOther: resource('AWS::EC2::Subnet', {
          VpcId: ref('TaxVpc'),
          CidrBlock: '10.0.9.0/24',
          AvailabilityZone: 'ap-northeast-1c',
        }),
      }),
    ],
    ...TAX_TO_OFFICE,
    verdict: 'compliant',
    hops: [],
    packet,
  },
];

/** Over IPv6 only: the groups let in nothing else. */
function ipv6Scenarios(): readonly Scenario[] {
  const onlyIpv6 = {
    SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIpv6: '::/0' }],
  };
  const made = (properties: object) => [
    template(
      hub(),
      ...(['Tax', 'Office'] as const).flatMap((name) => [
        network(name, { ipv6: true, group: onlyIpv6 }),
        attachment(name, properties),
        route(name, '::/0', TO_HUB),
      ]),
    ),
  ];
  const over = { ...packet, source: ipv6Of('Tax'), destination: ipv6Of('Office') };
  return [
    {
      // Attachments carry IPv6 where it is enabled.
      title: 'IPv6 over a transit gateway',
      templates: made({ Options: { Ipv6Support: 'enable' } }),
      ...TAX_TO_OFFICE,
      verdict: 'violation',
      hops: OVER_HUB,
      packet: over,
    },
    {
      // Support for IPv6 is disabled where nothing is said.
      title: 'IPv6 over a transit gateway whose attachments do not carry it',
      templates: made({}),
      ...TAX_TO_OFFICE,
      verdict: 'compliant',
      hops: [],
      packet: over,
    },
  ];
}
