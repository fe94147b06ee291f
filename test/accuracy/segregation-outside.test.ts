import { type AccuracyCase, accuracyCases, att, ref, res, vpc } from './support';

const tcp = (port: number | string, from: object) => ({
  IpProtocol: 'tcp',
  FromPort: port,
  ToPort: port,
  ...from,
});

const NEAR = { CidrIp: '10.20.0.0/16' };

const WORLD = { CidrIp: '0.0.0.0/0' };

const OUT = [tcp(443, NEAR)];

const group = (ingress: unknown, egress: unknown = OUT) =>
  res('AWS::EC2::SecurityGroup', {
    GroupDescription: 'of an accuracy case',
    VpcId: ref('Vpc'),
    ...(ingress === undefined ? {} : { SecurityGroupIngress: ingress }),
    ...(egress === undefined ? {} : { SecurityGroupEgress: egress }),
  });

const inZone = (ingress: unknown, egress: unknown = OUT) => ({ Vpc: vpc(), Group: group(ingress, egress) });

/** Groups of any zone: 7.1(8)② and access from outside, 7.2(2). */
const OUTSIDE_ACCESS: readonly AccuracyCase[] = [
  {
    name: 'the site of the Internet zone is open on 443',
    clause: '7.1(8)②',
    expect: 'compliant',
    on: 'Group',
    zone: 'internet',
    resources: inZone([tcp(443, WORLD), tcp(443, { CidrIpv6: '::/0' })]),
  },
  {
    name: 'SSH is open to the world, with the protocol by number and the port as a string',
    clause: '7.2(2)②',
    expect: 'violation',
    on: 'Group',
    zone: 'internet',
    resources: inZone([{ IpProtocol: 6, FromPort: '22', ToPort: '22', CidrIp: '0.0.0.0/0' }]),
  },
  {
    name: 'remote desktop is open to the world of IPv6, in a rule of its own',
    clause: '7.2(2)⑦',
    expect: 'violation',
    on: 'Rdp',
    template: `
Metadata: { Jichitai: { Zone: management } }
Resources:
  Rdp:
    Type: AWS::EC2::SecurityGroupIngress
    Properties: { GroupId: sg-0123, IpProtocol: tcp, FromPort: 3389, ToPort: 3389, CidrIpv6: 0::/0 }
`,
  },
  {
    name: 'a range of ports has that of SSH inside',
    clause: '7.2(2)②',
    expect: 'violation',
    on: 'Group',
    zone: 'internet',
    resources: inZone([{ IpProtocol: 'tcp', FromPort: 20, ToPort: 30, ...WORLD }]),
  },
  {
    name: 'all protocols include those for administration',
    clause: '7.2(2)②',
    expect: 'violation',
    on: 'Group',
    zone: 'internet',
    resources: inZone([{ IpProtocol: '-1', ...WORLD }]),
  },
  {
    name: 'a database is open to the world',
    clause: '7.2(2)②',
    expect: 'violation',
    on: 'Group',
    zone: 'internet',
    resources: inZone([tcp(5432, WORLD)]),
  },
  {
    name: 'SSH from one address of the operator',
    clause: '7.2(2)②',
    expect: 'compliant',
    on: 'Group',
    zone: 'management',
    resources: inZone([tcp(22, { CidrIp: '203.0.113.17/32' })]),
  },
  {
    name: 'SSH from what whoever deploys enters',
    clause: '7.2(2)②',
    expect: 'undetermined',
    on: 'Group',
    zone: 'management',
    template: {
      Parameters: { Admin: { Type: 'String', Default: '203.0.113.17/32' } },
      Resources: inZone([tcp(22, { CidrIp: ref('Admin') })]),
    },
  },
  {
    name: 'type 3 of ICMP is no port',
    clause: '7.2(2)②',
    expect: 'compliant',
    on: 'Group',
    zone: 'internet',
    resources: inZone([{ IpProtocol: 'icmp', FromPort: 3, ToPort: 4, ...WORLD }]),
  },
  {
    name: 'a rule is added to the default group of the VPC',
    clause: '7.1(8)②',
    expect: 'violation',
    on: 'Rule',
    zone: 'internet',
    resources: {
      Vpc: vpc(),
      Rule: res('AWS::EC2::SecurityGroupIngress', {
        GroupId: att('Vpc', 'DefaultSecurityGroup'),
        ...tcp(443, NEAR),
      }),
    },
  },
  {
    name: 'a server that names its group',
    clause: '7.1(8)②',
    expect: 'compliant',
    on: 'Server',
    zone: 'internet',
    resources: {
      ...inZone([tcp(443, WORLD)]),
      Server: res('AWS::EC2::Instance', { SubnetId: 'subnet-1', SecurityGroupIds: [ref('Group')] }),
    },
  },
  {
    name: 'a client VPN that knows devices only, by certificate',
    clause: '7.2(2)③',
    expect: 'violation',
    on: 'Vpn',
    zone: 'management',
    resources: {
      Vpn: res('AWS::EC2::ClientVpnEndpoint', {
        AuthenticationOptions: [
          {
            Type: 'certificate-authentication',
            MutualAuthentication: {
              ClientRootCertificateChainArn: 'arn:aws:acm:ap-northeast-1:1:certificate/x',
            },
          },
        ],
      }),
    },
  },
  {
    name: 'a client VPN with the directory and certificates',
    clause: '7.2(2)③',
    expect: 'compliant',
    on: 'Vpn',
    template: `
Metadata: { Jichitai: { Zone: management } }
Resources:
  Vpn:
    Type: AWS::EC2::ClientVpnEndpoint
    Properties:
      ClientCidrBlock: 10.99.0.0/22
      ServerCertificateArn: arn:aws:acm:ap-northeast-1:111122223333:certificate/x
      ConnectionLogOptions: { Enabled: true, CloudwatchLogGroup: vpn }
      AuthenticationOptions:
        - Type: certificate-authentication
          MutualAuthentication: { ClientRootCertificateChainArn: arn:aws:acm:ap-northeast-1:1:certificate/x }
        - Type: directory-service-authentication
          ActiveDirectory: { DirectoryId: d-1234567890 }
`,
  },
];

const ALB = res('AWS::ElasticLoadBalancingV2::LoadBalancer', {
  Type: 'application',
  Scheme: 'internet-facing',
  Subnets: ['subnet-1', 'subnet-2'],
  SecurityGroups: ['sg-1'],
});

const ACL = res('AWS::WAFv2::WebACL', { Scope: 'REGIONAL', DefaultAction: { Allow: {} } });

const guard = (of: unknown, beside: object = {}) =>
  res('AWS::WAFv2::WebACLAssociation', { ResourceArn: of, WebACLArn: att('Acl', 'Arn') }, beside);

const cdn = (webAcl: unknown) =>
  res('AWS::CloudFront::Distribution', { DistributionConfig: { WebACLId: webAcl } });

const PROD = {
  Parameters: { Env: { Type: 'String' } },
  Conditions: { Prod: { 'Fn::Equals': [ref('Env'), 'prod'] } },
};

/** 7.1(10)④ asks for a firewall before web servers on the Internet. */
const FIREWALLS: readonly AccuracyCase[] = [
  {
    name: 'nothing stands in front of the load balancer',
    clause: '7.1(10)④',
    expect: 'violation',
    on: 'Alb',
    zone: 'internet',
    resources: { Alb: ALB, Acl: ACL },
  },
  {
    name: 'a web ACL is associated',
    clause: '7.1(10)④',
    expect: 'compliant',
    on: 'Alb',
    zone: 'internet',
    resources: { Alb: ALB, Acl: ACL, Guard: guard(ref('Alb')) },
  },
  {
    name: 'the web ACL is associated in production only',
    clause: '7.1(10)④',
    expect: 'violation',
    on: 'Alb',
    zone: 'internet',
    template: { ...PROD, Resources: { Alb: ALB, Acl: ACL, Guard: guard(ref('Alb'), { Condition: 'Prod' }) } },
  },
  {
    name: 'the load balancer and its association are there in production only',
    clause: '7.1(10)④',
    expect: 'compliant',
    on: 'Alb',
    zone: 'internet',
    template: {
      ...PROD,
      Resources: {
        Alb: { ...ALB, Condition: 'Prod' },
        Acl: ACL,
        Guard: guard(ref('Alb'), { Condition: 'Prod' }),
      },
    },
  },
  {
    name: 'the association is in the stack of the firewall, which imports the load balancer',
    clause: '7.1(10)④',
    expect: 'compliant',
    on: 'Alb',
    zone: 'internet',
    templates: [
      { Resources: { Alb: ALB }, Outputs: { Arn: { Value: ref('Alb'), Export: { Name: 'site-alb' } } } },
      `
Resources:
  Acl: { Type: AWS::WAFv2::WebACL, Properties: { Scope: REGIONAL, DefaultAction: { Allow: {} } } }
  Guard:
    Type: AWS::WAFv2::WebACLAssociation
    Properties: { ResourceArn: !ImportValue site-alb, WebACLArn: !GetAtt Acl.Arn }
`,
    ],
  },
  {
    name: 'a load balancer for the inside needs none',
    clause: '7.1(10)④',
    expect: 'compliant',
    on: 'Alb',
    zone: 'internet',
    resources: { Alb: { ...ALB, Properties: { ...ALB.Properties, Scheme: 'internal' } } },
  },
  {
    name: 'a distribution with a web ACL',
    clause: '7.1(10)④',
    expect: 'compliant',
    on: 'Cdn',
    zone: 'internet',
    resources: { Acl: ACL, Cdn: cdn(att('Acl', 'Arn')) },
  },
  {
    name: 'the web ACL of the distribution is an empty text',
    clause: '7.1(10)④',
    expect: 'violation',
    on: 'Cdn',
    zone: 'internet',
    resources: { Cdn: cdn('') },
  },
  {
    name: 'the distribution has a web ACL where one was given, and may go without',
    clause: '7.1(10)④',
    expect: 'violation',
    on: 'Cdn',
    template: `
Parameters: { AclArn: { Type: String, Default: '' } }
Conditions: { HasAcl: !Not [!Equals [!Ref AclArn, '']] }
Metadata: { Jichitai: { Zone: internet, Confidentiality: 1 } }
Resources:
  Cdn:
    Type: AWS::CloudFront::Distribution
    Properties: { DistributionConfig: { Enabled: true, WebACLId: !If [HasAcl, !Ref AclArn, !Ref AWS::NoValue] } }
`,
  },
  {
    name: 'the web ACL of the distribution is whatever is entered',
    clause: '7.1(10)④',
    expect: 'undetermined',
    on: 'Cdn',
    zone: 'internet',
    template: {
      Parameters: { Acl: { Type: 'String', Default: 'arn:aws:wafv2:us-east-1:1:global/webacl/a/b' } },
      Resources: { Cdn: cdn(ref('Acl')) },
    },
  },
  {
    name: 'the ARN of the stage is put together as there is no attribute for it',
    clause: '7.1(10)④',
    expect: 'compliant',
    on: 'Stage',
    template: `
Metadata: { Jichitai: { Zone: internet } }
Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: yoyaku } }
  Deployment: { Type: AWS::ApiGateway::Deployment, Properties: { RestApiId: !Ref Api } }
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties: { RestApiId: !Ref Api, DeploymentId: !Ref Deployment, StageName: prod }
  Acl: { Type: AWS::WAFv2::WebACL, Properties: { Scope: REGIONAL, DefaultAction: { Allow: {} } } }
  Guard:
    Type: AWS::WAFv2::WebACLAssociation
    Properties:
      ResourceArn: !Sub arn:\${AWS::Partition}:apigateway:\${AWS::Region}::/restapis/\${Api}/stages/\${Stage}
      WebACLArn: !GetAtt Acl.Arn
`,
  },
  {
    name: 'an HTTP API takes no web ACL',
    clause: '7.1(10)④',
    expect: 'violation',
    on: 'Api',
    zone: 'internet',
    resources: { Api: res('AWS::ApiGatewayV2::Api', { ProtocolType: 'HTTP', Name: 'yoyaku' }) },
  },
  {
    // Corrected from compliant: what stands before its own domain is not in the template.
    name: 'an HTTP API that can be called by its own domain only',
    clause: '7.1(10)④',
    expect: 'evidence',
    on: 'Api',
    zone: 'internet',
    resources: {
      Api: res('AWS::ApiGatewayV2::Api', {
        ProtocolType: 'HTTP',
        Name: 'yoyaku',
        DisableExecuteApiEndpoint: true,
      }),
    },
  },
];

accuracyCases('segregation: access from outside and firewalls', [...OUTSIDE_ACCESS, ...FIREWALLS]);
