import {
  addressOf,
  attachment,
  CLOSED_HUB,
  exporting,
  hub,
  hubRoute,
  hubTable,
  imported,
  internetGateway,
  ipv6Of,
  network,
  packetBetween,
  ref,
  resource,
  route,
  spoke,
  TO_HUB,
  template,
} from './pieces';
import type { Scenario } from './scenario';

const TAX_TO_OFFICE = { from: 'my-number', to: 'lgwan' } as const;
const packet = packetBetween('Tax', 'Office');
const THROUGH_HUB = [
  'TaxHost',
  'TaxSubnet',
  'TaxRoute',
  'TaxAttachment',
  'Hub',
  'OfficeAttachment',
  'OfficeSubnet',
  'OfficeHost',
];
const throughTable = (...inHub: string[]) =>
  THROUGH_HUB.flatMap((hop) => (hop === 'Hub' ? ['Hub', ...inHub] : [hop]));

/** The hub with an association that is made, so that routes of its own can be written. */
const joined = [
  CLOSED_HUB,
  spoke('Tax'),
  spoke('Office'),
  hubTable('Tax', ['Tax'], []),
  hubTable('Office', ['Office'], ['Tax']),
];

export const TRANSIT_GATEWAY: readonly Scenario[] = [
  {
    // Association and propagation are enabled where nothing is said: all attachments reach each other.
    title: 'a transit gateway whose default tables are not mentioned',
    templates: [template(hub(), spoke('Tax'), spoke('Office'))],
    ...TAX_TO_OFFICE,
    verdict: 'violation',
    hops: THROUGH_HUB,
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
    // A table for each zone, in which there is the zone alone.
    title: 'a route table of its own for each zone',
    templates: [
      template(
        CLOSED_HUB,
        spoke('Tax'),
        spoke('Office'),
        hubTable('Tax', ['Tax'], ['Tax']),
        hubTable('Office', ['Office'], ['Office']),
      ),
    ],
    ...TAX_TO_OFFICE,
    verdict: 'compliant',
    hops: [],
    packet,
  },
  {
    // A static route leads where nothing is propagated; the answer finds the propagated one.
    title: 'a static route to the other zone',
    templates: [template(...joined, hubRoute('Tax', '10.1.0.0/16', 'Office'))],
    ...TAX_TO_OFFICE,
    verdict: 'violation',
    hops: throughTable('TaxHubTable', 'TaxHubRoute'),
    packet,
  },
  {
    // The other zone's range is propagated into this zone's table.
    title: 'an explicit propagation into the other table',
    templates: [
      template(
        CLOSED_HUB,
        spoke('Tax'),
        spoke('Office'),
        hubTable('Tax', ['Tax'], ['Office']),
        hubTable('Office', ['Office'], ['Tax']),
      ),
    ],
    ...TAX_TO_OFFICE,
    verdict: 'violation',
    hops: throughTable('TaxHubTable', 'TaxHubTablePropagationOffice'),
    packet,
  },
  {
    // There is a way there and none back: no connection comes about.
    title: 'the transit gateway has a route there and none back',
    templates: [
      template(
        CLOSED_HUB,
        spoke('Tax'),
        spoke('Office'),
        hubTable('Tax', ['Tax'], ['Office']),
        hubTable('Office', ['Office'], ['Office']),
      ),
    ],
    ...TAX_TO_OFFICE,
    verdict: 'compliant',
    hops: [],
    packet,
  },
  {
    // Of two routes with the same destination the static one holds.
    title: 'a blackhole of the same range as what is propagated',
    templates: [
      template(
        CLOSED_HUB,
        spoke('Tax'),
        spoke('Office'),
        hubTable('Tax', ['Tax'], ['Office']),
        hubTable('Office', ['Office'], ['Tax']),
        hubRoute('Tax', '10.1.0.0/16'),
      ),
    ],
    ...TAX_TO_OFFICE,
    verdict: 'compliant',
    hops: [],
    packet,
  },
  {
    // 10.1.0.0/16 is more specific than the blackhole 10.0.0.0/8.
    title: 'a blackhole that is wider than what is propagated',
    templates: [
      template(
        CLOSED_HUB,
        spoke('Tax'),
        spoke('Office'),
        hubTable('Tax', ['Tax'], ['Office']),
        hubTable('Office', ['Office'], ['Tax']),
        hubRoute('Tax', '10.0.0.0/8'),
      ),
    ],
    ...TAX_TO_OFFICE,
    verdict: 'violation',
    hops: throughTable('TaxHubTable'),
    packet,
  },
  {
    // The subnet with the only host falls into the blackhole, the rest of the range does not matter.
    title: 'a blackhole for the subnet within the range that is propagated',
    templates: [
      template(
        CLOSED_HUB,
        spoke('Tax'),
        spoke('Office'),
        hubTable('Tax', ['Tax'], ['Office']),
        hubTable('Office', ['Office'], ['Tax']),
        hubRoute('Tax', '10.1.0.0/24'),
      ),
    ],
    ...TAX_TO_OFFICE,
    verdict: 'compliant',
    hops: [],
    packet,
  },
  {
    // Another subnet's range is shut, the host's is not.
    title: 'a blackhole beside the host',
    templates: [
      template(
        CLOSED_HUB,
        spoke('Tax'),
        spoke('Office'),
        hubTable('Tax', ['Tax'], ['Office']),
        hubTable('Office', ['Office'], ['Tax']),
        hubRoute('Tax', '10.1.9.0/24'),
      ),
    ],
    ...TAX_TO_OFFICE,
    verdict: 'violation',
    hops: throughTable('TaxHubTable'),
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
    hops: THROUGH_HUB,
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
    hops: THROUGH_HUB.map((hop) => (hop === 'TaxRoute' ? 'TaxRouteToSecond' : hop)),
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
    // "Any resources in Availability Zones where there is no transit gateway attachment cannot reach the gateway."
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
  ...gatewayPeering(),
  ...centralEgress(),
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
      hops: THROUGH_HUB,
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

/** Two hubs, one for each VPC, that are peered. Peering takes static routes only. */
function gatewayPeering(): readonly Scenario[] {
  const disabled = { DefaultRouteTableAssociation: 'disable', DefaultRouteTablePropagation: 'disable' };
  const onOther = { TransitGatewayId: ref('OtherHub') };
  const parts = [
    hub(disabled),
    { OtherHub: resource('AWS::EC2::TransitGateway', disabled) },
    network('Tax'),
    network('Office'),
    attachment('Tax'),
    attachment('Office', onOther),
    route('Tax', '10.0.0.0/8', TO_HUB),
    route('Office', '10.0.0.0/8', onOther),
    {
      PeerAttachment: resource('AWS::EC2::TransitGatewayPeeringAttachment', {
        TransitGatewayId: ref('Hub'),
        PeerTransitGatewayId: ref('OtherHub'),
        PeerAccountId: ref('AWS::AccountId'),
        PeerRegion: ref('AWS::Region'),
      }),
    },
    hubTable('Tax', ['Tax'], []),
    hubTable('Inward', ['Peer'], ['Tax']),
    hubRoute('Tax', '10.1.0.0/16', 'Peer'),
  ];
  const other = (associated: string, propagated: readonly string[], name: string) => ({
    ...hubTable(name, [associated], propagated),
    [`${name}HubTable`]: resource('AWS::EC2::TransitGatewayRouteTable', onOther),
  });
  return [
    {
      // Each gateway has a static route over the peering, and the table of the far side's peering knows the VPC.
      title: 'two transit gateways that are peered, with static routes',
      templates: [
        template(...parts, other('Office', [], 'Office'), hubRoute('Office', '10.0.0.0/16', 'Peer'), {
          ...other('Peer', ['Office'], 'Outward'),
        }),
      ],
      ...TAX_TO_OFFICE,
      verdict: 'violation',
      hops: [
        'TaxHost',
        'TaxSubnet',
        'TaxRoute',
        'TaxAttachment',
        'Hub',
        'TaxHubRoute',
        'PeerAttachment',
        'OtherHub',
        'OfficeAttachment',
        'OfficeSubnet',
        'OfficeHost',
      ],
      packet,
    },
    {
      // The far gateway's peering has a table with nothing in it.
      title: 'two transit gateways that are peered, the far one without a route',
      templates: [
        template(...parts, other('Office', [], 'Office'), hubRoute('Office', '10.0.0.0/16', 'Peer'), {
          ...other('Peer', [], 'Outward'),
        }),
      ],
      ...TAX_TO_OFFICE,
      verdict: 'compliant',
      hops: [],
      packet,
    },
  ];
}

/**
 * A central VPC with a NAT gateway. The zones' table sends everything there, and has no route to other zones; but what
 * comes out of the NAT gateway follows its subnet's table, back to the hub, whose other table knows them all.
 * https://docs.aws.amazon.com/whitepapers/latest/building-scalable-secure-multi-vpc-network-infrastructure/centralized-egress-to-internet.html
 */
function centralEgress(): readonly Scenario[] {
  const parts = [
    CLOSED_HUB,
    network('Tax'),
    attachment('Tax'),
    route('Tax', '0.0.0.0/0', TO_HUB),
    network('Office'),
    attachment('Office'),
    route('Office', '0.0.0.0/0', TO_HUB),
    network('Shared'),
    internetGateway('Shared'),
    route('Shared', '0.0.0.0/0', { GatewayId: ref('SharedGateway') }),
    route('Shared', '10.0.0.0/8', TO_HUB, 'SharedRouteBack'),
    {
      SharedEntry: resource('AWS::EC2::Subnet', {
        VpcId: ref('SharedVpc'),
        CidrBlock: '10.3.9.0/24',
        AvailabilityZone: 'ap-northeast-1a',
      }),
      SharedEntryTable: resource('AWS::EC2::RouteTable', { VpcId: ref('SharedVpc') }),
      SharedEntryTableLink: resource('AWS::EC2::SubnetRouteTableAssociation', {
        SubnetId: ref('SharedEntry'),
        RouteTableId: ref('SharedEntryTable'),
      }),
      SharedEntryRoute: resource('AWS::EC2::Route', {
        RouteTableId: ref('SharedEntryTable'),
        DestinationCidrBlock: '0.0.0.0/0',
        NatGatewayId: ref('SharedNat'),
      }),
      SharedNat: resource('AWS::EC2::NatGateway', {
        SubnetId: ref('SharedSubnet'),
        PrivateIpAddress: '10.3.0.5',
        AllocationId: 'eipalloc-0123456789abcdef0',
      }),
    },
    attachment('Shared', { SubnetIds: [ref('SharedEntry')] }),
    hubTable('Zones', ['Tax', 'Office'], []),
    hubRoute('Zones', '0.0.0.0/0', 'Shared'),
    hubTable('Shared', ['Shared'], ['Tax', 'Office']),
  ];
  return [
    {
      title: 'zones that have no route to each other, and a NAT gateway in the middle that has',
      templates: [template(...parts)],
      ...TAX_TO_OFFICE,
      verdict: 'violation',
      hops: [
        'TaxHost',
        'TaxSubnet',
        'TaxRoute',
        'TaxAttachment',
        'Hub',
        'ZonesHubRoute',
        'SharedAttachment',
        'SharedEntryRoute',
        'SharedNat',
        'SharedRouteBack',
        'OfficeAttachment',
        'OfficeSubnet',
        'OfficeHost',
      ],
      packet,
    },
    {
      // The whitepaper's remedy: what is meant for another zone ends in the hub.
      title: 'a NAT gateway in the middle, and a blackhole for the zones',
      templates: [template(...parts, hubRoute('Zones', '10.0.0.0/8', undefined, 'ZonesHole'))],
      ...TAX_TO_OFFICE,
      verdict: 'compliant',
      hops: [],
      packet,
    },
    {
      // The blackhole is for the zones; the Internet is still reached.
      title: 'the Internet over the NAT gateway in the middle',
      templates: [template(...parts, hubRoute('Zones', '10.0.0.0/8', undefined, 'ZonesHole'))],
      from: 'my-number',
      to: 'internet-itself',
      verdict: 'violation',
      hops: [
        'TaxHost',
        'TaxSubnet',
        'TaxRoute',
        'TaxAttachment',
        'Hub',
        'ZonesHubRoute',
        'SharedAttachment',
        'SharedEntryRoute',
        'SharedNat',
        'SharedRoute',
        'SharedGateway',
      ],
      packet: { from: 'TaxHost', to: 'internet', source: addressOf('Tax'), destination: '198.41.0.4' },
    },
  ];
}
