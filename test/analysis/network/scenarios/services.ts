import { hub, internetGateway, network, ref, resource, route, spoke, TO_HUB, template } from './pieces';
import type { Scenario } from './scenario';

const WEB_TO_TAX = { from: 'internet', to: 'my-number' } as const;
const OUTSIDE_TO_TAX = { from: 'internet-itself', to: 'my-number' } as const;
const att = (id: string, name: string) => ({ 'Fn::GetAtt': [id, name] });
const MY_NUMBER = [{ Key: 'jichitai:zone', Value: 'my-number' }];

/** A network load balancer before the host, internal. */
const balancer = {
  TaxBalancer: resource('AWS::ElasticLoadBalancingV2::LoadBalancer', {
    Type: 'network',
    Scheme: 'internal',
    Subnets: [ref('TaxSubnet')],
  }),
  TaxListener: resource('AWS::ElasticLoadBalancingV2::Listener', {
    LoadBalancerArn: ref('TaxBalancer'),
    Port: 443,
    Protocol: 'TCP',
    DefaultActions: [{ Type: 'forward', TargetGroupArn: ref('TaxTargets') }],
  }),
  TaxTargets: resource('AWS::ElasticLoadBalancingV2::TargetGroup', {
    VpcId: ref('TaxVpc'),
    Port: 443,
    Protocol: 'TCP',
    Targets: [{ Id: ref('TaxHost') }],
  }),
};

/** PrivateLink: an endpoint service of the my-number zone, and an endpoint in the Internet zone. */
const provided = {
  TaxService: resource('AWS::EC2::VPCEndpointService', {
    NetworkLoadBalancerArns: [ref('TaxBalancer')],
    AcceptanceRequired: false,
  }),
};
const serviceName = {
  'Fn::Join': ['', ['com.amazonaws.vpce.', ref('AWS::Region'), '.', att('TaxService', 'ServiceId')]],
};
const endpoint = (ServiceName: unknown, ingress: object[] = [{ IpProtocol: '-1', CidrIp: '0.0.0.0/0' }]) => ({
  WebEndpoint: resource('AWS::EC2::VPCEndpoint', {
    VpcEndpointType: 'Interface',
    ServiceName,
    VpcId: ref('WebVpc'),
    SubnetIds: [ref('WebSubnet')],
    SecurityGroupIds: [ref('WebEndpointGroup')],
  }),
  WebEndpointGroup: resource('AWS::EC2::SecurityGroup', {
    GroupDescription: 'endpoint',
    VpcId: ref('WebVpc'),
    SecurityGroupIngress: ingress,
  }),
});

/** VPC Lattice: a service of the my-number zone in a service network. */
const lattice = {
  Network: resource('AWS::VpcLattice::ServiceNetwork', { AuthType: 'NONE' }),
  TaxLattice: resource('AWS::VpcLattice::Service', { AuthType: 'NONE' }),
  TaxLatticeListener: resource('AWS::VpcLattice::Listener', {
    ServiceIdentifier: ref('TaxLattice'),
    Protocol: 'HTTPS',
    Port: 443,
    DefaultAction: { Forward: { TargetGroups: [{ TargetGroupIdentifier: ref('TaxLatticeTargets') }] } },
  }),
  TaxLatticeTargets: resource('AWS::VpcLattice::TargetGroup', {
    Type: 'INSTANCE',
    Config: { Port: 443, Protocol: 'HTTPS', VpcIdentifier: ref('TaxVpc') },
    Targets: [{ Id: ref('TaxHost'), Port: 443 }],
  }),
  TaxLatticeLink: resource('AWS::VpcLattice::ServiceNetworkServiceAssociation', {
    ServiceIdentifier: ref('TaxLattice'),
    ServiceNetworkIdentifier: ref('Network'),
  }),
};
const member = (name: 'Web' | 'Tax') => ({
  [`${name}LatticeMember`]: resource('AWS::VpcLattice::ServiceNetworkVpcAssociation', {
    ServiceNetworkIdentifier: ref('Network'),
    VpcIdentifier: ref(`${name}Vpc`),
  }),
});

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

const LINKED = ['WebHost', 'WebEndpoint', 'TaxService', 'TaxBalancer', 'TaxTargets', 'TaxHost'];

export const SERVICES: readonly Scenario[] = [
  {
    // No route and no address joins them: an endpoint leads to the load balancer, and that to the host.
    title: 'PrivateLink to a service of the my-number zone',
    templates: [template(network('Tax'), network('Web'), balancer, provided, endpoint(serviceName))],
    ...WEB_TO_TAX,
    verdict: 'violation',
    hops: LINKED,
  },
  {
    // A provider does not reach its consumers: connections begin at the endpoint.
    title: 'PrivateLink in the other direction',
    templates: [template(network('Tax'), network('Web'), balancer, provided, endpoint(serviceName))],
    from: 'my-number',
    to: 'internet',
    verdict: 'compliant',
    hops: [],
  },
  {
    // The endpoint's group lets in nobody.
    title: 'PrivateLink whose endpoint nobody may use',
    templates: [template(network('Tax'), network('Web'), balancer, provided, endpoint(serviceName, []))],
    ...WEB_TO_TAX,
    verdict: 'compliant',
    hops: [],
  },
  {
    // A service of AWS, which is no zone.
    title: 'an interface endpoint of an AWS service',
    templates: [
      template(network('Tax'), network('Web'), balancer, endpoint('com.amazonaws.ap-northeast-1.logs')),
    ],
    ...WEB_TO_TAX,
    verdict: 'compliant',
    hops: [],
  },
  {
    // Somebody's service: it may be of any zone.
    title: 'an endpoint of a service that is not in the templates',
    templates: [
      template(network('Tax'), {
        TaxEndpoint: resource('AWS::EC2::VPCEndpoint', {
          VpcEndpointType: 'Interface',
          ServiceName: 'com.amazonaws.vpce.ap-northeast-1.vpce-svc-0123456789abcdef0',
          VpcId: ref('TaxVpc'),
          SubnetIds: [ref('TaxSubnet')],
          SecurityGroupIds: [ref('TaxGroup')],
        }),
      }),
    ],
    from: 'my-number',
    to: 'internet',
    verdict: 'undetermined',
    hops: ['TaxHost', 'TaxEndpoint'],
  },
  {
    // The route of a gateway endpoint leads to S3 alone.
    title: 'a gateway endpoint of S3',
    templates: [
      template(network('Tax'), network('Web'), {
        TaxStorage: resource('AWS::EC2::VPCEndpoint', {
          VpcEndpointType: 'Gateway',
          ServiceName: 'com.amazonaws.ap-northeast-1.s3',
          VpcId: ref('TaxVpc'),
          RouteTableIds: [ref('TaxTable')],
        }),
      }),
    ],
    from: 'my-number',
    to: 'internet',
    verdict: 'compliant',
    hops: [],
  },
  {
    // Both VPCs have to do with the network: one is a member, the other has the service's targets.
    title: 'VPC Lattice from the Internet zone',
    templates: [template(network('Tax'), network('Web'), lattice, member('Web'))],
    ...WEB_TO_TAX,
    verdict: 'violation',
    hops: [
      'WebHost',
      'WebLatticeMember',
      'Network',
      'TaxLatticeLink',
      'TaxLattice',
      'TaxLatticeTargets',
      'TaxHost',
    ],
  },
  {
    // Only the VPC's own members use it.
    title: 'VPC Lattice within the my-number zone',
    templates: [template(network('Tax'), network('Web'), lattice, member('Tax'))],
    ...WEB_TO_TAX,
    verdict: 'compliant',
    hops: [],
  },
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
  {
    // A function outside of any VPC reaches the Internet, whatever the network looks like.
    title: 'a function outside of the VPC',
    templates: [
      template({
        TaxFunction: resource('AWS::Lambda::Function', {
          Runtime: 'nodejs22.x',
          Handler: 'index.handler',
          Code: { ZipFile: 'exports.handler = () => {};' },
          Role: 'arn:aws:iam::111122223333:role/function',
          Tags: MY_NUMBER,
        }),
      }),
    ],
    from: 'my-number',
    to: 'internet-itself',
    verdict: 'violation',
    hops: ['TaxFunction'],
  },
  {
    // In a subnet that leads nowhere it reaches nothing.
    title: 'a function inside of the VPC',
    templates: [
      template(network('Tax'), {
        TaxFunction: resource('AWS::Lambda::Function', {
          Runtime: 'nodejs22.x',
          Handler: 'index.handler',
          Code: { ZipFile: 'exports.handler = () => {};' },
          Role: 'arn:aws:iam::111122223333:role/function',
          VpcConfig: { SubnetIds: [ref('TaxSubnet')], SecurityGroupIds: [ref('TaxGroup')] },
          Tags: MY_NUMBER,
        }),
      }),
    ],
    from: 'my-number',
    to: 'internet-itself',
    verdict: 'compliant',
    hops: [],
  },
  {
    // A function never has a public address, so that an internet gateway alone carries nothing for it.
    title: 'a function in a public subnet',
    templates: [
      template(
        network('Tax', {
          subnet: { MapPublicIpOnLaunch: true },
          host: { SubnetId: ref('TaxInner'), PrivateIpAddress: '10.0.9.10' },
        }),
        internetGateway('Tax'),
        route('Tax', '0.0.0.0/0', { GatewayId: ref('TaxGateway') }),
        {
          TaxInner: resource('AWS::EC2::Subnet', {
            VpcId: ref('TaxVpc'),
            CidrBlock: '10.0.9.0/24',
            AvailabilityZone: 'ap-northeast-1a',
          }),
          TaxFunction: resource('AWS::Lambda::Function', {
            Runtime: 'nodejs22.x',
            Handler: 'index.handler',
            Code: { ZipFile: 'exports.handler = () => {};' },
            Role: 'arn:aws:iam::111122223333:role/function',
            VpcConfig: { SubnetIds: [ref('TaxSubnet')], SecurityGroupIds: [ref('TaxGroup')] },
            Tags: MY_NUMBER,
          }),
        },
      ),
    ],
    from: 'my-number',
    to: 'internet-itself',
    verdict: 'compliant',
    hops: [],
  },
  {
    // A REST API is public where nothing else is said, and the link leads to the internal load balancer.
    title: 'a public API with a VPC link',
    templates: [
      template(network('Tax'), balancer, {
        Api: resource('AWS::ApiGateway::RestApi', { Name: 'front' }),
        ApiMethod: resource('AWS::ApiGateway::Method', {
          RestApiId: ref('Api'),
          ResourceId: att('Api', 'RootResourceId'),
          HttpMethod: 'ANY',
          AuthorizationType: 'NONE',
          Integration: {
            Type: 'HTTP_PROXY',
            IntegrationHttpMethod: 'ANY',
            Uri: 'https://tax.example/',
            ConnectionType: 'VPC_LINK',
            ConnectionId: ref('Link'),
          },
        }),
        Link: resource('AWS::ApiGateway::VpcLink', { Name: 'inner', TargetArns: [ref('TaxBalancer')] }),
      }),
    ],
    ...OUTSIDE_TO_TAX,
    verdict: 'violation',
    hops: ['Api', 'ApiMethod', 'Link', 'TaxBalancer', 'TaxTargets', 'TaxHost'],
  },
  {
    // The URL of a function is on the Internet.
    title: 'a function URL in the my-number zone',
    templates: [
      template({
        TaxFunction: resource('AWS::Lambda::Function', {
          Runtime: 'nodejs22.x',
          Handler: 'index.handler',
          Code: { ZipFile: 'exports.handler = () => {};' },
          Role: 'arn:aws:iam::111122223333:role/function',
          Tags: MY_NUMBER,
        }),
        TaxUrl: resource('AWS::Lambda::Url', {
          TargetFunctionArn: att('TaxFunction', 'Arn'),
          AuthType: 'NONE',
        }),
      }),
    ],
    ...OUTSIDE_TO_TAX,
    verdict: 'violation',
    hops: ['TaxUrl', 'TaxFunction'],
  },
];
