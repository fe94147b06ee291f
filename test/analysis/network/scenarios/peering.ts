import {
  ipv6Of,
  ipv6RangeOf,
  network,
  OVER_PEERING,
  packetBetween,
  ref,
  resource,
  route,
  TAX_TO_OFFICE,
  template,
  VIA_PEERING,
} from './pieces';
import type { Scenario } from './scenario';

const packet = packetBetween('Tax', 'Office');

const PEERING = {
  Peering: resource('AWS::EC2::VPCPeeringConnection', { VpcId: ref('TaxVpc'), PeerVpcId: ref('OfficeVpc') }),
};
const there = route('Tax', '10.1.0.0/16', VIA_PEERING);
const back = route('Office', '10.0.0.0/16', VIA_PEERING);
const fromGroup = (id: string) => ({
  SecurityGroupIngress: [{ IpProtocol: '-1', SourceSecurityGroupId: ref(id) }],
});

export const PEERINGS: readonly Scenario[] = [
  {
    // Routes on both sides, open groups.
    title: 'a peering with routes on both sides',
    templates: [template(network('Tax'), network('Office'), PEERING, there, back)],
    ...TAX_TO_OFFICE,
    verdict: 'violation',
    hops: OVER_PEERING,
    packet,
  },
  {
    // The owner of each VPC must add a route; without one the answer is lost.
    title: 'a peering without a route back',
    templates: [template(network('Tax'), network('Office'), PEERING, there)],
    ...TAX_TO_OFFICE,
    verdict: 'compliant',
    hops: [],
    packet,
  },
  {
    // A peering carries nothing without routes.
    title: 'a peering without routes',
    templates: [template(network('Tax'), network('Office'), PEERING)],
    ...TAX_TO_OFFICE,
    verdict: 'compliant',
    hops: [],
    packet,
  },
  {
    // The route is to a part of the VPC in which there is no host.
    title: 'a peering with a route to another part of the VPC',
    templates: [
      template(network('Tax'), network('Office'), PEERING, route('Tax', '10.1.9.0/24', VIA_PEERING), back),
    ],
    ...TAX_TO_OFFICE,
    verdict: 'compliant',
    hops: [],
    packet,
  },
  {
    // Peering is not transitive, whatever the tables say.
    title: 'two peerings with a VPC in the middle',
    templates: [
      template(
        network('Tax'),
        network('Office'),
        network('Shared'),
        {
          Peering: resource('AWS::EC2::VPCPeeringConnection', {
            VpcId: ref('TaxVpc'),
            PeerVpcId: ref('SharedVpc'),
          }),
          OtherPeering: resource('AWS::EC2::VPCPeeringConnection', {
            VpcId: ref('SharedVpc'),
            PeerVpcId: ref('OfficeVpc'),
          }),
        },
        route('Tax', '10.1.0.0/16', VIA_PEERING),
        route('Shared', '10.1.0.0/16', { VpcPeeringConnectionId: ref('OtherPeering') }),
        route('Shared', '10.0.0.0/16', VIA_PEERING, 'SharedRouteBack'),
        route('Office', '10.0.0.0/16', { VpcPeeringConnectionId: ref('OtherPeering') }),
      ),
    ],
    ...TAX_TO_OFFICE,
    verdict: 'compliant',
    hops: [],
    packet,
  },
  {
    // No address is named: the group of the peer is.
    title: 'a group that lets in the group of the peer',
    templates: [
      template(network('Tax'), network('Office', { group: fromGroup('TaxGroup') }), PEERING, there, back),
    ],
    ...TAX_TO_OFFICE,
    verdict: 'violation',
    hops: OVER_PEERING,
    packet,
  },
  {
    // Another group of the same VPC is named, and nothing of the peer.
    title: 'a peering, and a group that lets in its own VPC only',
    templates: [
      template(
        network('Tax'),
        network('Office', { group: fromGroup('OfficeClients') }),
        PEERING,
        there,
        back,
        {
          OfficeClients: resource('AWS::EC2::SecurityGroup', {
            GroupDescription: 'clients',
            VpcId: ref('OfficeVpc'),
          }),
        },
      ),
    ],
    ...TAX_TO_OFFICE,
    verdict: 'compliant',
    hops: [],
    packet,
  },
  {
    // The destination of the route is a list that contains the range.
    title: 'a route by a prefix list',
    templates: [
      template(network('Tax'), network('Office'), PEERING, back, {
        Offices: resource('AWS::EC2::PrefixList', {
          PrefixListName: 'offices',
          AddressFamily: 'IPv4',
          MaxEntries: 2,
          Entries: [{ Cidr: '192.168.0.0/16' }, { Cidr: '10.1.0.0/16' }],
        }),
        TaxRoute: resource('AWS::EC2::Route', {
          RouteTableId: ref('TaxTable'),
          DestinationPrefixListId: ref('Offices'),
          ...VIA_PEERING,
        }),
      }),
    ],
    ...TAX_TO_OFFICE,
    verdict: 'violation',
    hops: OVER_PEERING,
    packet,
  },
  {
    // IPv4 is not routed, IPv6 is.
    title: 'a peering that is routed for IPv6 only',
    templates: [
      template(
        network('Tax', { ipv6: true }),
        network('Office', { ipv6: true }),
        PEERING,
        route('Tax', ipv6RangeOf('Office'), VIA_PEERING),
        route('Office', ipv6RangeOf('Tax'), VIA_PEERING),
      ),
    ],
    ...TAX_TO_OFFICE,
    verdict: 'violation',
    hops: OVER_PEERING,
    packet: { ...packet, source: ipv6Of('Tax'), destination: ipv6Of('Office') },
  },
  {
    // The network team owns the peering and its routes, the others the VPCs.
    title: 'a peering in a template of its own',
    templates: [
      {
        ...template(network('Tax')),
        Outputs: {
          Vpc: { Value: ref('TaxVpc'), Export: { Name: 'tax-vpc' } },
          Table: { Value: ref('TaxTable'), Export: { Name: 'tax-table' } },
        },
      },
      {
        ...template(network('Office')),
        Outputs: {
          Vpc: { Value: ref('OfficeVpc'), Export: { Name: 'office-vpc' } },
          Table: { Value: ref('OfficeTable'), Export: { Name: 'office-table' } },
        },
      },
      template({
        Peering: resource('AWS::EC2::VPCPeeringConnection', {
          VpcId: { 'Fn::ImportValue': 'tax-vpc' },
          PeerVpcId: { 'Fn::ImportValue': 'office-vpc' },
        }),
        TaxRoute: resource('AWS::EC2::Route', {
          RouteTableId: { 'Fn::ImportValue': 'tax-table' },
          DestinationCidrBlock: '10.1.0.0/16',
          ...VIA_PEERING,
        }),
        OfficeRoute: resource('AWS::EC2::Route', {
          RouteTableId: { 'Fn::ImportValue': 'office-table' },
          DestinationCidrBlock: '10.0.0.0/16',
          ...VIA_PEERING,
        }),
      }),
    ],
    ...TAX_TO_OFFICE,
    verdict: 'violation',
    hops: OVER_PEERING,
    packet,
  },
];
