import { join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import {
  DedicatedConnection,
  DedicatedLine,
  EncryptedBucket,
  EncryptedTopic,
  InternetVpc,
  LgwanVpc,
  MyNumberVpc,
  SanitizedTransfer,
  ZoneLink,
  ZoneVpc,
} from '../../constructs';
import { failureOf, guardedFindings, statementsOf, templateOf } from './support';

const GATEWAY = '11111111-1111-4111-8111-111111111111';
const network = (stack: Stack) =>
  new LgwanVpc(stack, 'Network', { cidr: '10.48.0.0/16', interfaceEndpoints: [] });
const connect = (
  stack: Stack,
  line = DedicatedLine.directConnectGateway(GATEWAY),
  peerCidrs = ['10.99.1.0/24'],
) => new DedicatedConnection(stack, 'Line', { network: network(stack), line, peerCidrs, approval: 'R8-030' });

describe('DedicatedConnection', () => {
  test('routes the addresses that are named by the line, and nothing else', () => {
    const template = templateOf((stack) => connect(stack));
    const routes = Object.values(template.findResources('AWS::EC2::Route')).map(
      ({ Properties }) => Properties.DestinationCidrBlock,
    );
    expect(routes).toEqual(['10.99.1.0/24', '10.99.1.0/24']);
    template.resourceCountIs('AWS::EC2::VPNGatewayRoutePropagation', 0);
    template.hasResourceProperties('AWS::DirectConnect::DirectConnectGatewayAssociation', {
      AllowedPrefixesToDirectConnectGateway: ['10.48.0.0/16'],
      DirectConnectGatewayId: GATEWAY,
    });
  });

  test('carries its approval (7.1(10)①)', () => {
    templateOf((stack) => connect(stack)).hasResourceProperties('AWS::EC2::VPNGateway', {
      Tags: Match.arrayWith([{ Key: 'jichitai:approval', Value: 'R8-030' }]),
    });
  });

  test('gives a transit gateway a route table of its own, with the line alone in it', () => {
    const template = templateOf((stack) =>
      connect(stack, DedicatedLine.transitGateway('tgw-0123', 'tgw-attach-0123')),
    );
    template.resourceCountIs('AWS::EC2::TransitGatewayRouteTableAssociation', 1);
    template.resourceCountIs('AWS::EC2::TransitGatewayRouteTablePropagation', 0);
    template.hasResourceProperties('AWS::EC2::TransitGatewayRoute', {
      DestinationCidrBlock: '10.99.1.0/24',
      TransitGatewayAttachmentId: 'tgw-attach-0123',
    });
  });

  test('names the other end as peers of security groups', () => {
    const { peers } = connect(new Stack());
    expect(peers.map((peer) => peer.toIngressRuleConfig())).toEqual([{ cidrIp: '10.99.1.0/24' }]);
  });

  test('says all that is wrong at once', () => {
    expect(
      failureOf(
        (stack) =>
          new DedicatedConnection(stack, 'Line', {
            network: network(stack),
            line: DedicatedLine.directConnectGateway(GATEWAY),
            peerCidrs: ['0.0.0.0/0', '203.0.113.0/24', '10.48.0.0/16'],
            approval: ' ',
          }),
      ),
    ).toMatchInlineSnapshot(`
"DedicatedConnection at 'Stack/Line' cannot be built:
  - \`peerCidrs\` must hold private ranges (RFC 1918), but holds '0.0.0.0/0'
  - \`peerCidrs\` must hold private ranges (RFC 1918), but holds '203.0.113.0/24'
  - \`peerCidrs\` must be of the other end, but '10.48.0.0/16' is the network itself
  - \`approval\` must not be empty"
`);
    expect(failureOf((stack) => connect(stack, undefined, []))).toContain(
      '`peerCidrs` must name at least one range',
    );
  });
});

describe('SanitizedTransfer', () => {
  const build = (stack: Stack) =>
    new SanitizedTransfer(stack, 'Transfer', {
      cleanBucket: new EncryptedBucket(stack, 'Clean'),
      alarmTopic: new EncryptedTopic(stack, 'Topic', { emailAddresses: ['joho@city.example.jp'] }),
    });
  const template = templateOf((stack) =>
    build(stack).grantPut(
      new iam.Role(stack, 'Uploader', { assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com') }),
    ),
  );
  const denials = (sid: string) =>
    statementsOf(template, 'AWS::S3::BucketPolicy', 'PolicyDocument').filter(
      (statement) => (statement as { Sid?: string }).Sid === sid,
    );

  test('copies the version that was scanned, when nothing was found in it', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: Match.objectLike({
        detail: Match.objectLike({ scanResultDetails: { scanResultStatus: ['NO_THREATS_FOUND'] } }),
      }),
      Targets: [
        Match.objectLike({
          Arn: { Ref: Match.stringLikeRegexp('Transfer') },
          DeadLetterConfig: Match.anyValue(),
        }),
      ],
    });
    const [machine] = Object.values(template.findResources('AWS::StepFunctions::StateMachine'));
    expect(JSON.stringify(machine!['Properties'].DefinitionString)).toContain('?versionId=');
  });

  test('hides what has no verdict, and lets the scanner alone give one', () => {
    expect(denials('CleanObjectsOnly')[0]).toMatchObject({
      Effect: 'Deny',
      Condition: {
        StringNotEquals: { 's3:ExistingObjectTag/GuardDutyMalwareScanStatus': 'NO_THREATS_FOUND' },
      },
    });
    expect(denials('VerdictsByTheScannerOnly')[0]).toMatchObject({ Effect: 'Deny' });
  });

  test('is the only way into the clean bucket', () => {
    expect(denials('SanitizedObjectsOnly')[0]).toMatchObject({
      Effect: 'Deny',
      Action: 's3:PutObject',
      Condition: { ArnNotEquals: { 'aws:PrincipalArn': { 'Fn::GetAtt': [expect.any(String), 'Arn'] } } },
    });
  });

  test('tells of whatever is not clean, malware or not scanned', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: Match.objectLike({
        detail: Match.objectLike({
          scanResultDetails: { scanResultStatus: [{ 'anything-but': ['NO_THREATS_FOUND'] }] },
        }),
      }),
      Targets: [Match.objectLike({ Arn: { Ref: Match.stringLikeRegexp('Topic') } })],
    });
  });

  test('lets uploaders put files, and not read them', () => {
    const policy = Object.entries(template.findResources('AWS::IAM::Policy')).find(([id]) =>
      id.startsWith('Uploader'),
    );
    const actions = policy![1]['Properties'].PolicyDocument.Statement.flatMap(
      ({ Action }: { Action: string }) => Action,
    );
    expect(actions).toContain('s3:PutObject');
    expect(actions.filter((action: string) => action.startsWith('s3:Get'))).toEqual([]);
  });
});

describe('networks', () => {
  test('turn away by their network ACL what has no business there', () => {
    const entries = (template: Template) =>
      Object.values(template.findResources('AWS::EC2::NetworkAclEntry')).map(({ Properties: p }) =>
        [p.Egress ? 'out' : 'in', p.RuleAction, p.CidrBlock, p.PortRange?.From ?? 'all'].join(' '),
      );
    expect(entries(templateOf((stack) => network(stack)))).toEqual([
      'in allow 10.0.0.0/8 all',
      'out allow 10.0.0.0/8 all',
      'in allow 172.16.0.0/12 all',
      'out allow 172.16.0.0/12 all',
      'in allow 192.168.0.0/16 all',
      'out allow 192.168.0.0/16 all',
      'in allow 0.0.0.0/0 32768',
      'out allow 0.0.0.0/0 443',
    ]);
    const internet = templateOf(
      (stack) => new InternetVpc(stack, 'Network', { cidr: '10.64.0.0/16', interfaceEndpoints: [] }),
    );
    expect(entries(internet)).toEqual(
      expect.arrayContaining(['in deny 0.0.0.0/0 22', 'in deny 0.0.0.0/0 3389']),
    );
    internet.resourceCountIs('AWS::EC2::SubnetNetworkAclAssociation', 4);
  });

  test('of another app are known by their attributes', () => {
    const stack = new Stack();
    const imported = ZoneVpc.fromZoneVpcAttributes(stack, 'Network', {
      vpcId: 'vpc-0123',
      cidr: '10.48.0.0/16',
      zoneName: 'lgwan',
      availabilityZones: ['a', 'c'],
      isolatedSubnetIds: ['subnet-1', 'subnet-2'],
      endpointSecurityGroupId: 'sg-0123',
    });
    const client = new ec2.SecurityGroup(stack, 'Client', { vpc: imported.vpc, allowAllOutbound: false });
    client.connections.allowToDefaultPort(imported);
    Template.fromStack(stack).hasResourceProperties('AWS::EC2::SecurityGroupEgress', {
      DestinationSecurityGroupId: 'sg-0123',
      FromPort: 443,
    });
  });

  test('are seen by the guardrail once a way to the Internet is added', () => {
    const rules = guardedFindings((stack) => {
      const { vpc } = network(stack);
      const gateway = new ec2.CfnInternetGateway(stack, 'Gateway');
      new ec2.CfnVPCGatewayAttachment(stack, 'Attachment', {
        vpcId: vpc.vpcId,
        internetGatewayId: gateway.ref,
      });
    });
    expect(rules).toContain('IsolatedZoneHasNoInternetGateway');
  });
});

describe('ZoneLink', () => {
  const CITY = join(__dirname, '..', '..', 'examples', 'constructs', 'city.yaml');
  const PERMITTED = {
    sourceCidrs: ['10.48.0.0/20'],
    destinationAddresses: ['10.32.0.10'],
    port: 8443,
    approval: 'R8-040',
    profile: CITY,
  };
  const link = (stack: Stack, more: Partial<typeof PERMITTED> = {}) =>
    new ZoneLink(stack, 'Link', {
      from: network(stack),
      to: new MyNumberVpc(stack, 'Records', { cidr: '10.32.0.0/16', interfaceEndpoints: [] }),
      ...PERMITTED,
      ...more,
    });

  test('lets named addresses open one port of named addresses, at both ends', () => {
    const template = templateOf((stack) => link(stack));
    template.resourceCountIs('AWS::EC2::VPCPeeringConnection', 0);
    const groups = Object.entries(template.findResources('AWS::EC2::SecurityGroup')).filter(([id]) =>
      id.startsWith('Link'),
    );
    const port = { FromPort: 8443, ToPort: 8443, IpProtocol: 'tcp' };
    for (const [, { Properties }] of groups) {
      expect(Properties.SecurityGroupIngress).toEqual([
        expect.objectContaining({ ...port, CidrIp: '10.48.0.0/20' }),
      ]);
    }
    expect(groups).toHaveLength(2);
    template.hasResourceProperties('AWS::EC2::SecurityGroup', {
      SecurityGroupEgress: [Match.objectLike({ ...port, CidrIp: '10.32.0.10/32' })],
    });
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::LoadBalancer', {
      Scheme: 'internal',
      EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic: 'on',
    });
  });

  test('is accepted by somebody, and carries its approval and the zones of its ends', () => {
    const template = templateOf((stack) => link(stack));
    template.hasResourceProperties('AWS::EC2::VPCEndpointService', {
      AcceptanceRequired: true,
      Tags: Match.arrayWith([{ Key: 'jichitai:zone', Value: 'my-number' }]),
    });
    template.hasResourceProperties('AWS::EC2::VPCEndpoint', {
      Tags: Match.arrayWith([
        { Key: 'jichitai:approval', Value: 'R8-040' },
        { Key: 'jichitai:zone', Value: 'lgwan' },
      ]),
    });
  });

  test.each([
    ['another port', { port: 443 }],
    ['another address that answers', { destinationAddresses: ['10.32.0.11'] }],
    ['more addresses that open it', { sourceCidrs: ['10.48.0.0/16'] }],
    ['another approval', { approval: 'R8-041' }],
    ['another profile', { profile: 'miyazaki' }],
  ])('is refused where the zone matrix permits it not: %s', (_, more) => {
    expect(failureOf((stack) => link(stack, more))).toContain(
      '`approval` must be that of an entry of zoneMatrix in the profile which permits lgwan to my-number',
    );
  });

  test('says all that is wrong at once', () => {
    expect(
      failureOf((stack) =>
        link(stack, {
          sourceCidrs: ['10.99.0.0/24'],
          destinationAddresses: ['10.48.0.1'],
          port: 70_000,
          approval: '',
        }),
      ),
    ).toMatchInlineSnapshot(`
"ZoneLink at 'Stack/Link' cannot be built:
  - \`sourceCidrs\` must lie within 10.48.0.0/16, but '10.99.0.0/24' does not
  - \`destinationAddresses\` must lie within 10.32.0.0/16, but '10.48.0.1/32' does not
  - \`port\` must be at most 65535, but is 70000
  - \`approval\` must not be empty"
`);
    expect(
      failureOf((stack) => {
        const one = network(stack);
        return new ZoneLink(stack, 'Link', { from: one, to: one, ...PERMITTED });
      }),
    ).toContain('`to` must be of another zone, but both are of lgwan');
  });

  test('is what the guardrail asks for: a peering of the same zones is seen', () => {
    const rules = guardedFindings((stack) => {
      const records = new MyNumberVpc(stack, 'Records', { cidr: '10.32.0.0/16', interfaceEndpoints: [] });
      new ec2.CfnVPCPeeringConnection(stack, 'Peering', {
        vpcId: network(stack).vpc.vpcId,
        peerVpcId: records.vpc.vpcId,
      });
    });
    expect(rules).toContain('NoPeeringAcrossZones');
  });
});
