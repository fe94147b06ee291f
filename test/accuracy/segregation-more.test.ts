import { type AccuracyCase, accuracyCases, ref, res, sub, vpc, zoned } from './support';

const subnet = (more: object = {}) =>
  res('AWS::EC2::Subnet', { VpcId: ref('Vpc'), CidrBlock: '10.20.1.0/24', ...more });

const only = (type: string, properties: object = {}) => ({ It: res(type, properties) });

/** A second look, at services that are seen less often and at what is fine. */
const SERVICES: readonly AccuracyCase[] = [
  {
    name: 'an address is bound to an interface of the zone',
    clause: '4(1)①',
    expect: 'violation',
    on: 'It',
    resources: only('AWS::EC2::EIPAssociation', { AllocationId: 'eipalloc-1', NetworkInterfaceId: 'eni-1' }),
  },
  {
    name: 'tasks with public addresses',
    clause: '4(1)①',
    expect: 'violation',
    on: 'It',
    resources: only('AWS::ECS::Service', {
      NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-1'], AssignPublicIp: 'ENABLED' } },
    }),
  },
  {
    name: 'tasks without public addresses, as CDK writes them',
    clause: '4(1)①',
    expect: 'compliant',
    on: 'It',
    resources: only('AWS::ECS::Service', {
      LaunchType: 'FARGATE',
      NetworkConfiguration: {
        AwsvpcConfiguration: { Subnets: ['subnet-1'], SecurityGroups: ['sg-1'], AssignPublicIp: 'DISABLED' },
      },
    }),
  },
  {
    name: 'a replication instance is public where nothing is said',
    clause: '4(1)①',
    expect: 'violation',
    on: 'It',
    resources: only('AWS::DMS::ReplicationInstance', { ReplicationInstanceClass: 'dms.t3.medium' }),
  },
  {
    name: 'brokers with addresses that the service provides',
    clause: '4(1)①',
    expect: 'violation',
    on: 'It',
    resources: only('AWS::MSK::Cluster', {
      BrokerNodeGroupInfo: {
        ClientSubnets: ['subnet-1'],
        ConnectivityInfo: { PublicAccess: { Type: 'SERVICE_PROVIDED_EIPS' } },
      },
    }),
  },
  {
    name: 'a message broker that is public',
    clause: '4(2)①',
    expect: 'violation',
    on: 'It',
    zone: 'lgwan',
    resources: only('AWS::AmazonMQ::Broker', { EngineType: 'ACTIVEMQ', PubliclyAccessible: true }),
  },
  {
    name: 'a notebook reaches the Internet directly where nothing is said',
    clause: '4(1)①',
    expect: 'violation',
    on: 'It',
    resources: only('AWS::SageMaker::NotebookInstance', { SubnetId: 'subnet-1' }),
  },
  {
    name: 'a file transfer server without a type of endpoint is public',
    clause: '7.1(9)',
    expect: 'violation',
    on: 'It',
    resources: only('AWS::Transfer::Server', { Protocols: ['SFTP'] }),
  },
  {
    name: 'a file transfer server in the VPC',
    clause: '4(1)①',
    expect: 'compliant',
    on: 'It',
    resources: only('AWS::Transfer::Server', {
      EndpointType: 'VPC',
      EndpointDetails: { VpcId: 'vpc-1', SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'] },
    }),
  },
  {
    name: 'a file transfer server in the VPC with public addresses',
    clause: '4(1)①',
    expect: 'violation',
    on: 'It',
    resources: only('AWS::Transfer::Server', {
      EndpointType: 'VPC',
      EndpointDetails: { VpcId: 'vpc-1', SubnetIds: ['subnet-1'], AddressAllocationIds: ['eipalloc-1'] },
    }),
  },
  {
    name: 'a GraphQL API is global where nothing is said',
    clause: '4(2)①',
    expect: 'violation',
    on: 'It',
    zone: 'lgwan',
    resources: only('AWS::AppSync::GraphQLApi', { AuthenticationType: 'AWS_IAM', Name: 'x' }),
  },
  {
    name: 'a private GraphQL API',
    clause: '4(2)①',
    expect: 'compliant',
    on: 'It',
    zone: 'lgwan',
    resources: only('AWS::AppSync::GraphQLApi', { AuthenticationType: 'AWS_IAM', Visibility: 'PRIVATE' }),
  },
  {
    name: 'a classic load balancer faces the Internet where nothing is said',
    clause: '4(1)①',
    expect: 'violation',
    on: 'It',
    resources: only('AWS::ElasticLoadBalancing::LoadBalancer', {
      Listeners: [{ LoadBalancerPort: '443', InstancePort: '443', Protocol: 'SSL' }],
    }),
  },
  {
    name: 'who may see the scheme is whoever deploys',
    clause: '4(1)①',
    expect: 'undetermined',
    on: 'It',
    template: `
Parameters: { Scheme: { Type: String, Default: internal } }
Metadata: { Jichitai: { Zone: my-number } }
Resources:
  It: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { Scheme: !Ref Scheme } }
`,
  },
  {
    name: 'an accelerator gives the zone addresses on the Internet',
    clause: '4(2)①',
    expect: 'violation',
    on: 'It',
    zone: 'lgwan',
    resources: only('AWS::GlobalAccelerator::Accelerator', { Name: 'x' }),
  },
  {
    name: 'CloudFront reaches into the VPC of the zone',
    clause: '4(1)①',
    expect: 'violation',
    on: 'It',
    resources: only('AWS::CloudFront::VpcOrigin', {
      VpcOriginEndpointConfig: { Arn: 'arn:aws:elasticloadbalancing:ap-northeast-1:1:loadbalancer/app/x/y' },
    }),
  },
  {
    name: 'subnets of the zone are shared with anybody, also outside of the organization',
    clause: '4(1)①',
    expect: 'violation',
    on: 'It',
    resources: {
      Vpc: vpc(),
      Inside: subnet(),
      It: res('AWS::RAM::ResourceShare', {
        Name: 'x',
        AllowExternalPrincipals: true,
        Principals: ['444455556666'],
        ResourceArns: [sub('arn:aws:ec2:${AWS::Region}:${AWS::AccountId}:subnet/${Inside}')],
      }),
    },
  },
  {
    name: 'names are asked of a resolver on the Internet',
    clause: '4(1)①',
    expect: 'violation',
    on: 'It',
    template: `
Metadata: { Jichitai: { Zone: my-number } }
Resources:
  It:
    Type: AWS::Route53Resolver::ResolverRule
    Properties:
      DomainName: .
      RuleType: FORWARD
      ResolverEndpointId: rslvr-out-1
      TargetIps: [{ Ip: 8.8.8.8, Port: '53' }]
`,
  },
  {
    name: 'names of the city are asked of its own server',
    clause: '4(1)①',
    expect: 'compliant',
    on: 'It',
    template: `
Metadata: { Jichitai: { Zone: my-number } }
Resources:
  It:
    Type: AWS::Route53Resolver::ResolverRule
    Properties:
      DomainName: city.example.lg.jp
      RuleType: FORWARD
      ResolverEndpointId: rslvr-out-1
      TargetIps: [{ Ip: 10.128.0.53 }]
`,
  },
  {
    name: 'a client VPN lets people in from the Internet',
    clause: '4(1)③',
    expect: 'violation',
    on: 'It',
    resources: only('AWS::EC2::ClientVpnEndpoint', {
      AuthenticationOptions: [{ Type: 'federated-authentication' }],
      VpcId: 'vpc-1',
    }),
  },
  {
    name: 'transit gateways of two regions are joined, and nothing is known of the other one',
    clause: '4(1)①',
    expect: 'undetermined',
    on: 'It',
    resources: {
      Tgw: res('AWS::EC2::TransitGateway', {
        DefaultRouteTableAssociation: 'disable',
        DefaultRouteTablePropagation: 'disable',
        Tags: zoned('my-number'),
      }),
      It: res('AWS::EC2::TransitGatewayPeeringAttachment', {
        TransitGatewayId: ref('Tgw'),
        PeerTransitGatewayId: 'tgw-0fee',
        PeerAccountId: '444455556666',
        PeerRegion: 'ap-northeast-3',
      }),
    },
  },
  {
    name: 'a service network joins a VPC of each of two zones',
    clause: '4(1)①',
    expect: 'violation',
    on: ['Net', 'One', 'Two'],
    zone: 'none',
    resources: {
      Tax: vpc('my-number'),
      Web: vpc('internet'),
      Net: res('AWS::VpcLattice::ServiceNetwork', { AuthType: 'NONE', Tags: zoned('internet') }),
      One: res('AWS::VpcLattice::ServiceNetworkVpcAssociation', {
        ServiceNetworkIdentifier: ref('Net'),
        VpcIdentifier: ref('Tax'),
      }),
      Two: res('AWS::VpcLattice::ServiceNetworkVpcAssociation', {
        ServiceNetworkIdentifier: ref('Net'),
        VpcIdentifier: ref('Web'),
      }),
    },
  },
];

accuracyCases('segregation: a second look at services', SERVICES);
