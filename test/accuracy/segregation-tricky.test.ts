import { type AccuracyCase, accuracyCases, att, NO_VALUE, ref, res, sub, vpc, when } from './support';

const PROD = {
  Parameters: { Env: { Type: 'String', Default: 'prod' } },
  Conditions: {
    Prod: { 'Fn::Equals': [ref('Env'), 'prod'] },
    Trial: { 'Fn::Not': [{ Condition: 'Prod' }] },
  },
};

const subnet = (more: object = {}) =>
  res('AWS::EC2::Subnet', { VpcId: ref('Vpc'), CidrBlock: '10.20.1.0/24', ...more });

const only = (type: string, properties: object = {}) => ({ It: res(type, properties) });

const FINE_AND_TRICKY: readonly AccuracyCase[] = [
  {
    name: 'an IPv6 address is not public without a way out',
    clause: '4(1)①',
    expect: 'compliant',
    on: ['Inside', 'Range'],
    resources: {
      Vpc: vpc(),
      Range: res('AWS::EC2::VPCCidrBlock', { VpcId: ref('Vpc'), AmazonProvidedIpv6CidrBlock: true }),
      Inside: subnet({ AssignIpv6AddressOnCreation: true, Ipv6CidrBlock: '2001:db8::/64' }),
    },
  },
  {
    name: 'the zone of the VPC and the gateway depend on one condition, and never meet',
    clause: '4(1)①',
    expect: 'compliant',
    on: 'Attach',
    zone: 'none',
    template: {
      ...PROD,
      Resources: {
        Vpc: res('AWS::EC2::VPC', {
          CidrBlock: '10.20.0.0/16',
          Tags: [{ Key: 'jichitai:zone', Value: when('Prod', 'my-number', 'internet') }],
        }),
        Igw: res('AWS::EC2::InternetGateway', {}, { Condition: 'Trial' }),
        Attach: res(
          'AWS::EC2::VPCGatewayAttachment',
          { VpcId: ref('Vpc'), InternetGatewayId: ref('Igw') },
          { Condition: 'Trial' },
        ),
      },
    },
  },
  {
    name: 'the same, and they do meet',
    clause: '4(1)①',
    expect: 'violation',
    on: 'Attach',
    zone: 'none',
    template: {
      ...PROD,
      Resources: {
        Vpc: res('AWS::EC2::VPC', {
          CidrBlock: '10.20.0.0/16',
          Tags: [{ Key: 'jichitai:zone', Value: when('Trial', 'my-number', 'internet') }],
        }),
        Igw: res('AWS::EC2::InternetGateway', {}, { Condition: 'Trial' }),
        Attach: res(
          'AWS::EC2::VPCGatewayAttachment',
          { VpcId: ref('Vpc'), InternetGatewayId: ref('Igw') },
          { Condition: 'Trial' },
        ),
      },
    },
  },
  {
    name: 'a public subnet in a VPC that is tagged as one of the Internet zone',
    clause: '4(1)①',
    expect: 'compliant',
    on: ['Front', 'Nat', 'Default'],
    template: `
Metadata: { Jichitai: { Zone: my-number } }
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties: { CidrBlock: 10.9.0.0/16, Tags: [{ Key: jichitai:zone, Value: internet }] }
  Front:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: !Ref Vpc, CidrBlock: 10.9.1.0/24, MapPublicIpOnLaunch: true }
  Nat: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Ref Front, AllocationId: eipalloc-1 } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Default:
    Type: AWS::EC2::Route
    Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: igw-0123 }
`,
  },
  {
    name: 'a stack of the LGWAN zone puts a group into a VPC of the my-number zone',
    clause: '4(1)③',
    expect: 'violation',
    on: 'Group',
    zone: 'none',
    templates: [
      {
        Metadata: { Jichitai: { Zone: 'my-number' } },
        Resources: { Vpc: vpc() },
        Outputs: { Id: { Value: ref('Vpc'), Export: { Name: 'tax-vpc' } } },
      },
      {
        Metadata: { Jichitai: { Zone: 'lgwan' } },
        Resources: {
          Group: res('AWS::EC2::SecurityGroup', {
            GroupDescription: 'x',
            VpcId: { 'Fn::ImportValue': 'tax-vpc' },
          }),
        },
      },
    ],
  },
  {
    name: 'the range of the VPC itself, by its attribute',
    clause: '4(1)①',
    expect: 'compliant',
    on: 'Group',
    resources: {
      Vpc: vpc(),
      Group: res('AWS::EC2::SecurityGroup', {
        GroupDescription: 'x',
        VpcId: ref('Vpc'),
        SecurityGroupIngress: {
          IpProtocol: 'tcp',
          FromPort: 443,
          ToPort: 443,
          CidrIp: att('Vpc', 'CidrBlock'),
        },
        SecurityGroupEgress: [{ IpProtocol: 'udp', FromPort: 53, ToPort: 53, CidrIp: '10.20.0.2/32' }],
      }),
    },
  },
  {
    name: 'a loop makes three rules, one of which is open',
    clause: '4(1)①',
    expect: 'violation',
    on: 'RuleB',
    template: `
Transform: AWS::LanguageExtensions
Metadata: { Jichitai: { Zone: my-number } }
Mappings: { From: { A: { Cidr: 10.1.0.0/16 }, B: { Cidr: 0.0.0.0/0 }, C: { Cidr: 10.3.0.0/16 } } }
Resources:
  Fn::ForEach::Rules:
    - Name
    - [A, B, C]
    - Rule\${Name}:
        Type: AWS::EC2::SecurityGroupIngress
        Properties:
          GroupId: sg-0123
          IpProtocol: tcp
          FromPort: 443
          ToPort: 443
          CidrIp: !FindInMap [From, !Ref Name, Cidr]
`,
  },
  {
    name: 'an endpoint policy that limits nothing but the transport',
    clause: '9.2(6)①(カ)',
    expect: 'violation',
    on: 'It',
    resources: only('AWS::EC2::VPCEndpoint', {
      VpcId: 'vpc-1',
      ServiceName: sub('com.amazonaws.${AWS::Region}.s3'),
      PolicyDocument: {
        Statement: [
          {
            Effect: 'Allow',
            Principal: '*',
            Action: 's3:*',
            Resource: 'arn:aws:s3:::*',
            Condition: { Bool: { 'aws:SecureTransport': true } },
          },
        ],
      },
    }),
  },
  {
    name: 'the service behind an endpoint is a parameter',
    clause: '4(1)①',
    expect: 'undetermined',
    on: 'It',
    template: {
      Parameters: { Service: { Type: 'String', Default: 'com.amazonaws.ap-northeast-1.ssm' } },
      Resources: only('AWS::EC2::VPCEndpoint', {
        VpcId: 'vpc-1',
        VpcEndpointType: 'Interface',
        ServiceName: ref('Service'),
        PolicyDocument: {
          Statement: [{ Effect: 'Allow', Principal: '*', Action: 'ssm:GetParameter', Resource: '*' }],
        },
      }),
    },
  },
  {
    name: 'a private REST API needs no web ACL',
    clause: '7.1(10)④',
    expect: 'compliant',
    on: 'Stage',
    zone: 'lgwan',
    resources: {
      Api: res('AWS::ApiGateway::RestApi', { EndpointConfiguration: { Types: ['PRIVATE'] } }),
      Stage: res('AWS::ApiGateway::Stage', { RestApiId: ref('Api'), StageName: 'prod' }),
    },
  },
  {
    name: 'a stage that its deployment makes along the way has no web ACL either',
    clause: '7.1(10)④',
    expect: 'violation',
    on: ['Api', 'Deployment'],
    zone: 'internet',
    resources: {
      Api: res('AWS::ApiGateway::RestApi', { Name: 'yoyaku' }),
      Deployment: res('AWS::ApiGateway::Deployment', { RestApiId: ref('Api'), StageName: 'prod' }),
    },
  },
  {
    name: 'what the web ACL is for is a parameter',
    clause: '7.1(10)④',
    expect: 'undetermined',
    on: 'Alb',
    zone: 'internet',
    template: {
      Parameters: { Target: { Type: 'String' } },
      Resources: {
        Alb: res('AWS::ElasticLoadBalancingV2::LoadBalancer', { Scheme: 'internet-facing' }),
        Guard: res('AWS::WAFv2::WebACLAssociation', { ResourceArn: ref('Target'), WebACLArn: 'acl' }),
      },
    },
  },
  {
    name: 'servers are administered by Session Manager: a group without rules for anybody',
    clause: '7.2(2)②',
    expect: 'compliant',
    on: 'Group',
    zone: 'management',
    resources: {
      Vpc: vpc(),
      Group: res('AWS::EC2::SecurityGroup', {
        GroupDescription: 'bastion',
        VpcId: ref('Vpc'),
        SecurityGroupIngress: NO_VALUE,
        SecurityGroupEgress: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '0.0.0.0/0' }],
      }),
    },
  },
];

accuracyCases('segregation: a second look at what is fine or tricky', FINE_AND_TRICKY);
