import { hub, network, ref, resource, route, spoke, TO_HUB, template } from './pieces';
import type { Scenario } from './scenario';

const att = (id: string, name: string) => ({ 'Fn::GetAtt': [id, name] });

/** A firewall between the host and the hub. */
function inspected(defaultAction: string) {
  return template(hub(), spoke('Office'), network('Tax'), {
    ...route('Tax', '10.0.0.0/8', {
      VpcEndpointId: {
        'Fn::Select': [1, { 'Fn::Split': [':', { 'Fn::Select': [0, att('Firewall', 'EndpointIds')] }] }],
      },
    }),
    TaxInspection: resource('AWS::EC2::Subnet', {
      VpcId: ref('TaxVpc'),
      CidrBlock: '10.0.9.0/24',
      AvailabilityZone: 'ap-northeast-1a',
    }),
    TaxInspectionTable: resource('AWS::EC2::RouteTable', { VpcId: ref('TaxVpc') }),
    TaxInspectionTableLink: resource('AWS::EC2::SubnetRouteTableAssociation', {
      SubnetId: ref('TaxInspection'),
      RouteTableId: ref('TaxInspectionTable'),
    }),
    TaxInspectionRoute: resource('AWS::EC2::Route', {
      RouteTableId: ref('TaxInspectionTable'),
      DestinationCidrBlock: '10.0.0.0/8',
      ...TO_HUB,
    }),
    TaxAttachment: resource('AWS::EC2::TransitGatewayVpcAttachment', {
      TransitGatewayId: ref('Hub'),
      VpcId: ref('TaxVpc'),
      SubnetIds: [ref('TaxInspection')],
    }),
    Firewall: resource('AWS::NetworkFirewall::Firewall', {
      FirewallName: 'inspection',
      FirewallPolicyArn: ref('FirewallPolicy'),
      VpcId: ref('TaxVpc'),
      SubnetMappings: [{ SubnetId: ref('TaxInspection') }],
    }),
    FirewallPolicy: resource('AWS::NetworkFirewall::FirewallPolicy', {
      FirewallPolicyName: 'inspection',
      FirewallPolicy: {
        StatelessDefaultActions: [defaultAction],
        StatelessFragmentDefaultActions: [defaultAction],
      },
    }),
  });
}

export const INSPECTION: readonly Scenario[] = [
  {
    // The firewall passes what it does not know, and it has no rules.
    title: 'a Network Firewall that passes everything',
    templates: [inspected('aws:pass')],
    from: 'my-number',
    to: 'lgwan',
    verdict: 'violation',
    hops: [
      'TaxHost',
      'TaxSubnet',
      'TaxRoute',
      'TaxInspection',
      'TaxInspectionRoute',
      'TaxAttachment',
      'Hub',
      'OfficeHost',
    ],
  },
  {
    // The firewall drops what it does not know, and it has no rules.
    title: 'a Network Firewall that drops everything',
    templates: [inspected('aws:drop')],
    from: 'my-number',
    to: 'lgwan',
    verdict: 'compliant',
    hops: [],
  },
  {
    // A gateway load balancer hands packets to appliances of which no template says what they do.
    title: 'a gateway load balancer endpoint in the path',
    templates: [
      template(hub(), spoke('Office'), network('Tax'), {
        ...route('Tax', '10.0.0.0/8', { VpcEndpointId: ref('TaxInspector') }),
        TaxInspection: resource('AWS::EC2::Subnet', {
          VpcId: ref('TaxVpc'),
          CidrBlock: '10.0.9.0/24',
          AvailabilityZone: 'ap-northeast-1a',
        }),
        TaxInspectionTable: resource('AWS::EC2::RouteTable', { VpcId: ref('TaxVpc') }),
        TaxInspectionTableLink: resource('AWS::EC2::SubnetRouteTableAssociation', {
          SubnetId: ref('TaxInspection'),
          RouteTableId: ref('TaxInspectionTable'),
        }),
        TaxInspectionRoute: resource('AWS::EC2::Route', {
          RouteTableId: ref('TaxInspectionTable'),
          DestinationCidrBlock: '10.0.0.0/8',
          ...TO_HUB,
        }),
        TaxAttachment: resource('AWS::EC2::TransitGatewayVpcAttachment', {
          TransitGatewayId: ref('Hub'),
          VpcId: ref('TaxVpc'),
          SubnetIds: [ref('TaxInspection')],
        }),
        TaxInspector: resource('AWS::EC2::VPCEndpoint', {
          VpcEndpointType: 'GatewayLoadBalancer',
          ServiceName: 'com.amazonaws.vpce.ap-northeast-1.vpce-svc-0fedcba9876543210',
          VpcId: ref('TaxVpc'),
          SubnetIds: [ref('TaxInspection')],
        }),
      }),
    ],
    from: 'my-number',
    to: 'lgwan',
    verdict: 'undetermined',
    hops: [
      'TaxHost',
      'TaxSubnet',
      'TaxRoute',
      'TaxInspector',
      'TaxInspectionRoute',
      'TaxAttachment',
      'Hub',
      'OfficeHost',
    ],
  },
];
