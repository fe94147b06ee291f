import { addressOf, internetGateway, network, OUTSIDE, ref, resource, route, template } from './pieces';
import type { Scenario } from './scenario';

const OUT = { from: 'my-number', to: 'internet-itself' } as const;
const IN = { from: 'internet-itself', to: 'my-number' } as const;
const out = { from: 'TaxHost', to: 'internet', source: addressOf('Tax'), destination: OUTSIDE };
const into = { from: 'internet', to: 'TaxHost', source: OUTSIDE, destination: addressOf('Tax') };
const TO_GATEWAY = { GatewayId: ref('TaxGateway') };

/** The host's subnet sends to a NAT gateway in another one. */
function behindNat(nat: object, withRoute = true, more: object = {}) {
  return template(
    network('Tax'),
    internetGateway('Tax'),
    route('Tax', '0.0.0.0/0', { NatGatewayId: ref('TaxNat') }),
    {
      TaxFront: resource('AWS::EC2::Subnet', {
        VpcId: ref('TaxVpc'),
        CidrBlock: '10.0.1.0/24',
        AvailabilityZone: 'ap-northeast-1a',
      }),
      TaxFrontTable: resource('AWS::EC2::RouteTable', { VpcId: ref('TaxVpc') }),
      TaxFrontTableLink: resource('AWS::EC2::SubnetRouteTableAssociation', {
        SubnetId: ref('TaxFront'),
        RouteTableId: ref('TaxFrontTable'),
      }),
      ...(withRoute
        ? {
            TaxFrontRoute: resource('AWS::EC2::Route', {
              RouteTableId: ref('TaxFrontTable'),
              DestinationCidrBlock: '0.0.0.0/0',
              ...TO_GATEWAY,
            }),
          }
        : {}),
      TaxNat: resource('AWS::EC2::NatGateway', {
        SubnetId: ref('TaxFront'),
        PrivateIpAddress: '10.0.1.5',
        ...nat,
      }),
      ...more,
    },
  );
}
const ELASTIC = { AllocationId: 'eipalloc-0123456789abcdef0' };

export const NAT: readonly Scenario[] = [
  {
    // The host has no public address, the NAT gateway has.
    title: 'a NAT gateway',
    templates: [behindNat(ELASTIC)],
    ...OUT,
    verdict: 'violation',
    hops: ['TaxHost', 'TaxSubnet', 'TaxRoute', 'TaxNat', 'TaxFront', 'TaxFrontRoute', 'TaxGateway'],
    packet: out,
  },
  {
    // The private one translates to its own address, the public one behind it to one of the Internet.
    title: 'a private NAT gateway in front of a public one',
    templates: [
      behindNat({ ConnectivityType: 'private' }, false, {
        TaxFrontRoute: resource('AWS::EC2::Route', {
          RouteTableId: ref('TaxFrontTable'),
          DestinationCidrBlock: '0.0.0.0/0',
          NatGatewayId: ref('TaxOuterNat'),
        }),
        TaxOuter: resource('AWS::EC2::Subnet', {
          VpcId: ref('TaxVpc'),
          CidrBlock: '10.0.2.0/24',
          AvailabilityZone: 'ap-northeast-1a',
        }),
        TaxOuterTable: resource('AWS::EC2::RouteTable', { VpcId: ref('TaxVpc') }),
        TaxOuterTableLink: resource('AWS::EC2::SubnetRouteTableAssociation', {
          SubnetId: ref('TaxOuter'),
          RouteTableId: ref('TaxOuterTable'),
        }),
        TaxOuterRoute: resource('AWS::EC2::Route', {
          RouteTableId: ref('TaxOuterTable'),
          DestinationCidrBlock: '0.0.0.0/0',
          ...TO_GATEWAY,
        }),
        TaxOuterNat: resource('AWS::EC2::NatGateway', {
          SubnetId: ref('TaxOuter'),
          PrivateIpAddress: '10.0.2.5',
          ...ELASTIC,
        }),
      }),
    ],
    ...OUT,
    verdict: 'violation',
    hops: ['TaxHost', 'TaxNat', 'TaxFront', 'TaxOuterNat', 'TaxOuter', 'TaxGateway'],
    packet: out,
  },
  {
    // A NAT gateway lets in nothing that was not asked for.
    title: 'a NAT gateway, inwards',
    templates: [behindNat(ELASTIC)],
    ...IN,
    verdict: 'compliant',
    hops: [],
    packet: into,
  },
  {
    // "If you route traffic from the private NAT gateway to the internet gateway, the internet gateway drops the traffic."
    title: 'a private NAT gateway',
    templates: [behindNat({ ConnectivityType: 'private' })],
    ...OUT,
    verdict: 'compliant',
    hops: [],
    packet: out,
  },
  {
    // The NAT gateway's own subnet leads nowhere.
    title: 'a NAT gateway in a subnet without a route to the Internet',
    templates: [behindNat(ELASTIC, false)],
    ...OUT,
    verdict: 'compliant',
    hops: [],
    packet: out,
  },
  {
    // An ACL without entries denies everything, at the NAT gateway's subnet.
    title: 'a NAT gateway in a subnet whose ACL denies everything',
    templates: [
      behindNat(ELASTIC, true, {
        TaxFrontAcl: resource('AWS::EC2::NetworkAcl', { VpcId: ref('TaxVpc') }),
        TaxFrontAclLink: resource('AWS::EC2::SubnetNetworkAclAssociation', {
          SubnetId: ref('TaxFront'),
          NetworkAclId: ref('TaxFrontAcl'),
        }),
      }),
    ],
    ...OUT,
    verdict: 'compliant',
    hops: [],
    packet: out,
  },
];
