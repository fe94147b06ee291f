import { type AccuracyCase, accuracyCases, att, NO_VALUE, ref, res, sub, vpc, when, zoned } from './support';

const subnet = (more: object) =>
  res('AWS::EC2::Subnet', { VpcId: ref('Vpc'), CidrBlock: '10.20.1.0/24', ...more });

/** Ways in from the Internet. */
const ENTRANCES: readonly AccuracyCase[] = [
  {
    name: 'a function URL is on the Internet even where it asks for IAM',
    clause: '7.1(9)',
    expect: 'violation',
    on: 'Url',
    resources: {
      Url: res('AWS::Lambda::Url', { AuthType: 'AWS_IAM', TargetFunctionArn: 'juki-batch' }),
    },
  },
  {
    name: 'a REST API that names no endpoint type is edge-optimized',
    clause: '4(1)①',
    expect: 'violation',
    on: 'Api',
    resources: { Api: res('AWS::ApiGateway::RestApi', { Name: 'juki' }) },
  },
  {
    name: 'a private REST API, the type being given by a map for the region',
    clause: '4(1)①',
    expect: 'compliant',
    on: 'Api',
    template: `
Metadata: { Jichitai: { Zone: my-number } }
Mappings: { Kinds: { Api: { Type: PRIVATE } } }
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties: { Name: juki, EndpointConfiguration: { Types: [!FindInMap [Kinds, Api, Type]] } }
`,
  },
  {
    name: 'an application load balancer without Scheme faces the Internet',
    clause: '7.1(9)',
    expect: 'violation',
    on: 'Alb',
    zone: 'none',
    resources: {
      Vpc: vpc('lgwan'),
      A: subnet({}),
      Alb: res('AWS::ElasticLoadBalancingV2::LoadBalancer', { Type: 'application', Subnets: [ref('A')] }),
    },
  },
  {
    name: 'the same load balancer belongs to the Internet zone by its VPC',
    clause: '7.1(9)',
    expect: 'compliant',
    on: 'Alb',
    zone: 'none',
    resources: {
      Vpc: vpc('internet'),
      A: subnet({}),
      Alb: res('AWS::ElasticLoadBalancingV2::LoadBalancer', { Type: 'application', Subnets: [ref('A')] }),
    },
  },
  {
    name: 'the load balancer faces the Internet in one of the alternatives',
    clause: '4(2)①',
    expect: 'violation',
    on: 'Nlb',
    template: `
Parameters: { Env: { Type: String } }
Conditions: { Prod: !Equals [!Ref Env, prod] }
Metadata: { Jichitai: { Zone: lgwan } }
Resources:
  Nlb:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: { Type: network, Scheme: !If [Prod, internal, internet-facing] }
`,
  },
  {
    name: 'the alternative that faces the Internet is that of an environment where there is no load balancer',
    clause: '4(2)①',
    expect: 'compliant',
    on: 'Nlb',
    template: `
Parameters: { Env: { Type: String } }
Conditions: { Prod: !Equals [!Ref Env, prod] }
Metadata: { Jichitai: { Zone: lgwan } }
Resources:
  Nlb:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Condition: Prod
    Properties: { Type: network, Scheme: !If [Prod, internal, internet-facing] }
`,
  },
  {
    name: 'the endpoint of a Kubernetes cluster is public where nothing is said',
    clause: '4(1)①',
    expect: 'violation',
    on: 'Cluster',
    resources: {
      Cluster: res('AWS::EKS::Cluster', {
        ResourcesVpcConfig: { SubnetIds: ['subnet-1'], EndpointPrivateAccess: true },
      }),
    },
  },
  {
    name: 'a Kubernetes cluster with a private endpoint only',
    clause: '4(1)①',
    expect: 'compliant',
    on: 'Cluster',
    resources: {
      Cluster: res('AWS::EKS::Cluster', {
        ResourcesVpcConfig: {
          SubnetIds: ['subnet-1'],
          SecurityGroupIds: ['sg-1'],
          EndpointPrivateAccess: true,
          EndpointPublicAccess: 'false',
        },
      }),
    },
  },
  {
    name: 'whether the endpoint of a Kubernetes cluster is public is left to whoever deploys',
    clause: '4(1)①',
    expect: 'undetermined',
    on: 'Cluster',
    template: {
      Parameters: { Public: { Type: 'String', Default: 'false' } },
      Resources: {
        Cluster: res('AWS::EKS::Cluster', {
          ResourcesVpcConfig: { SubnetIds: ['subnet-1'], EndpointPublicAccess: ref('Public') },
        }),
      },
    },
  },
  {
    name: 'a search domain outside of a VPC has an endpoint on the Internet',
    clause: '4(1)①',
    expect: 'violation',
    on: 'Search',
    template: {
      Conditions: { InVpc: { 'Fn::Not': [{ 'Fn::Equals': [ref('Subnet'), ''] }] } },
      Parameters: { Subnet: { Type: 'String', Default: '' } },
      Resources: {
        Search: res('AWS::OpenSearchService::Domain', {
          VPCOptions: when('InVpc', { SubnetIds: [ref('Subnet')] }, NO_VALUE),
        }),
      },
    },
  },
  {
    name: 'an HTTP API cannot be private',
    clause: '4(2)①',
    expect: 'violation',
    on: 'Api',
    zone: 'lgwan',
    resources: {
      Api: res('AWS::ApiGatewayV2::Api', { ProtocolType: 'HTTP', Name: sub('${AWS::StackName}-api') }),
    },
  },
  {
    name: 'a function in a subnet of the zone',
    clause: '4(1)①',
    expect: 'compliant',
    on: 'Batch',
    resources: {
      Vpc: vpc(),
      A: subnet({}),
      Group: res('AWS::EC2::SecurityGroup', {
        GroupDescription: 'batch',
        VpcId: ref('Vpc'),
        SecurityGroupEgress: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '10.20.0.0/16' }],
      }),
      Batch: res('AWS::Lambda::Function', {
        Handler: 'index.handler',
        VpcConfig: { SubnetIds: [ref('A')], SecurityGroupIds: [att('Group', 'GroupId')] },
      }),
    },
  },
  {
    name: 'a function that is in the VPC in production only',
    clause: '4(1)①',
    expect: 'violation',
    on: 'Batch',
    template: {
      Parameters: { Env: { Type: 'String' } },
      Conditions: { Prod: { 'Fn::Equals': [ref('Env'), 'prod'] } },
      Resources: {
        Batch: res('AWS::Lambda::Function', {
          VpcConfig: when('Prod', { SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'] }, NO_VALUE),
          Tags: zoned('my-number'),
        }),
      },
    },
  },
];

accuracyCases('segregation: ways in', ENTRANCES);
