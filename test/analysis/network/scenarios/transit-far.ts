import {
  addressOf,
  attachment,
  CLOSED_HUB,
  hub,
  hubRoute,
  hubTable,
  internetGateway,
  network,
  packetBetween,
  ref,
  resource,
  route,
  TAX_TO_OFFICE,
  TO_HUB,
  template,
} from './pieces';
import type { Scenario } from './scenario';

const packet = packetBetween('Tax', 'Office');

export const TRANSIT_FAR: readonly Scenario[] = [...gatewayPeering(), ...centralEgress()];

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
