import { network, ref, resource, template } from './pieces';
import type { Scenario } from './scenario';

const WEB_TO_TAX = { from: 'internet', to: 'my-number' } as const;
const att = (id: string, name: string) => ({ 'Fn::GetAtt': [id, name] });

/** A network load balancer before the host, internal. */
export const balancer = {
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
];
