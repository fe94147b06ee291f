import { ConnectionPointsAreFew } from '../../../lib/rules/network/ConnectionPointsAreFew';
import { ExternalConnectionIsApproved } from '../../../lib/rules/network/ExternalConnectionIsApproved';
import type { RuleCase } from '../../helpers/rule-cases';
import { ruleCases } from '../../helpers/rule-cases';
import { ENV, either, facts, gateway, make, NO_VALUE, ref, vpc } from './pieces';

const approval = (Value: unknown = 'R8-021') => ({ Tags: [{ Key: 'jichitai:approval', Value }] });
const approved = (numbers: readonly string[]) => {
  const profile = facts({});
  return { facts: { ...profile.facts, approvedConnections: numbers } };
};
const attachment = (more: Record<string, unknown> = { InternetGatewayId: ref('Gateway') }) =>
  make('AWS::EC2::VPCGatewayAttachment', { VpcId: ref('Vpc'), ...more });
const peering = (more: Record<string, unknown>) =>
  make('AWS::EC2::VPCPeeringConnection', { VpcId: ref('Vpc'), ...more });
const share = (more: Record<string, unknown>) =>
  make('AWS::RAM::ResourceShare', {
    Name: 'net',
    ResourceArns: ['arn:aws:ec2:ap-northeast-1:111122223333:transit-gateway/tgw-1'],
    ...more,
  });

/** Everything else that is a connection by itself: without an approval, and with one. */
const BY_ITSELF: readonly (readonly [string, Record<string, unknown>])[] = [
  ['AWS::EC2::EgressOnlyInternetGateway', { VpcId: 'vpc-1' }],
  ['AWS::EC2::CarrierGateway', { VpcId: 'vpc-1' }],
  ['AWS::EC2::VPNGateway', { Type: 'ipsec.1' }],
  ['AWS::EC2::VPNConnection', { Type: 'ipsec.1', CustomerGatewayId: 'cgw-1', TransitGatewayId: 'tgw-1' }],
  ['AWS::DirectConnect::Connection', { Bandwidth: '1Gbps', ConnectionName: 'hall', Location: 'TY2' }],
  ['AWS::DirectConnect::TransitVirtualInterface', { ConnectionId: 'dxcon-1', Vlan: 101 }],
  ['AWS::EC2::VPCEndpointService', { AcceptanceRequired: true }],
];
const byItself: readonly RuleCase[] = BY_ITSELF.flatMap(([type, properties]): RuleCase[] => [
  {
    name: `asks ${type} for an approval`,
    expect: 'violation',
    subject: 'X',
    resources: { X: make(type, properties) },
  },
  {
    name: `accepts ${type} with an approval`,
    expect: 'compliant',
    subject: 'X',
    resources: { X: make(type, { ...properties, ...approval() }) },
  },
]);

ruleCases(ExternalConnectionIsApproved, [
  {
    name: 'takes the approval of a gateway for its association with a Direct Connect gateway, which takes no tags',
    expect: 'compliant',
    subject: 'Association',
    resources: {
      Gateway: make('AWS::EC2::VPNGateway', { Type: 'ipsec.1', ...approval() }),
      Association: make('AWS::DirectConnect::DirectConnectGatewayAssociation', {
        AssociatedGatewayId: ref('Gateway'),
        DirectConnectGatewayId: '11111111-1111-4111-8111-111111111111',
      }),
    },
  },
  {
    name: 'refuses such an association where the gateway has none',
    expect: 'violation',
    subject: 'Association',
    resources: {
      Gateway: make('AWS::EC2::VPNGateway', { Type: 'ipsec.1' }),
      Association: make('AWS::DirectConnect::DirectConnectGatewayAssociation', {
        AssociatedGatewayId: ref('Gateway'),
        DirectConnectGatewayId: '11111111-1111-4111-8111-111111111111',
      }),
    },
  },
  {
    name: 'accepts an internet gateway with the number of its approval',
    expect: 'compliant',
    subject: 'Gateway',
    example: true,
    resources: {
      Vpc: vpc('internet'),
      Gateway: make('AWS::EC2::InternetGateway', approval()),
      Attachment: attachment(),
    },
  },
  {
    name: 'refuses an internet gateway without one',
    expect: 'violation',
    subject: 'Gateway',
    property: 'jichitai:approval',
    example: true,
    resources: { Vpc: vpc('internet'), Gateway: gateway, Attachment: attachment() },
  },
  {
    name: 'accepts the approval of the template',
    expect: 'compliant',
    subject: 'Gateway',
    template: { Metadata: { Jichitai: { Approval: 'R8-021' } }, Resources: { Gateway: gateway } },
  },
  {
    name: 'accepts the approval of the VPC to which the gateway is attached',
    expect: 'compliant',
    subject: 'Gateway',
    resources: {
      Vpc: make('AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16', ...approval() }),
      Gateway: gateway,
      Attachment: attachment(),
    },
  },
  {
    name: 'refuses an approval that is empty',
    expect: 'violation',
    resources: { Gateway: make('AWS::EC2::InternetGateway', approval(' ')) },
  },
  {
    name: 'does not know an approval that is a parameter',
    expect: 'undetermined',
    template: {
      Parameters: { Number: { Type: 'String', Default: 'R8-021' } },
      Resources: { Gateway: make('AWS::EC2::InternetGateway', approval(ref('Number'))) },
    },
  },
  {
    name: 'accepts a number that the profile lists',
    expect: 'compliant',
    profile: approved(['R8-021']),
    resources: { Gateway: make('AWS::EC2::InternetGateway', approval()) },
  },
  {
    name: 'refuses a number that the profile does not list',
    expect: 'violation',
    profile: approved(['R8-022']),
    message: /R8-021/,
    resources: { Gateway: make('AWS::EC2::InternetGateway', approval()) },
  },
  {
    name: 'names the condition under which the approval is missing',
    expect: 'violation',
    message: /when Env is "test"/,
    template: {
      ...ENV,
      Resources: {
        Gateway: make('AWS::EC2::InternetGateway', {
          Tags: either('Production', approval().Tags, NO_VALUE),
        }),
      },
    },
  },
  ...byItself,
  {
    name: 'reads the tags of a client VPN endpoint in its specifications',
    expect: 'compliant',
    resources: {
      Vpn: make('AWS::EC2::ClientVpnEndpoint', {
        TagSpecifications: [{ ResourceType: 'client-vpn-endpoint', ...approval() }],
      }),
    },
  },
  {
    name: 'asks a client VPN endpoint for an approval',
    expect: 'violation',
    resources: { Vpn: make('AWS::EC2::ClientVpnEndpoint', { ClientCidrBlock: '10.9.0.0/22' }) },
  },
  {
    name: 'counts a virtual private gateway with its VPN, once',
    expect: 'compliant',
    subject: 'Gateway',
    resources: {
      Gateway: make('AWS::EC2::VPNGateway', { Type: 'ipsec.1' }),
      Vpn: make('AWS::EC2::VPNConnection', {
        Type: 'ipsec.1',
        VpnGatewayId: ref('Gateway'),
        ...approval(),
      }),
    },
  },
  {
    name: 'asks the attachment of a gateway that is not in the templates',
    expect: 'violation',
    subject: 'Attachment',
    resources: { Vpc: vpc('internet'), Attachment: attachment({ InternetGatewayId: 'igw-1' }) },
  },
  {
    name: 'leaves a virtual private gateway to itself at its attachment',
    expect: 'compliant',
    subject: 'Attachment',
    resources: { Vpc: vpc('lgwan'), Attachment: attachment({ VpnGatewayId: 'vgw-1' }) },
  },
  {
    name: 'asks nothing of a peering inside of the deployment',
    expect: 'compliant',
    subject: 'Peering',
    resources: {
      Vpc: vpc('lgwan'),
      Other: vpc('lgwan', '10.1.0.0/16'),
      Peering: peering({ PeerVpcId: ref('Other') }),
    },
  },
  {
    name: 'refuses a peering with another account',
    expect: 'violation',
    subject: 'Peering',
    resources: {
      Vpc: vpc('lgwan'),
      Peering: peering({ PeerVpcId: 'vpc-9', PeerOwnerId: '444455556666' }),
    },
  },
  {
    name: 'does not know whose a VPC of no stated owner is',
    expect: 'undetermined',
    subject: 'Peering',
    resources: { Vpc: vpc('lgwan'), Peering: peering({ PeerVpcId: 'vpc-9' }) },
  },
  {
    name: 'asks nothing of a peering with a network that the profile knows',
    expect: 'compliant',
    subject: 'Peering',
    profile: facts({ zoneOf: { 'vpc-9': 'lgwan' } }),
    resources: { Vpc: vpc('lgwan'), Peering: peering({ PeerVpcId: 'vpc-9' }) },
  },
  {
    name: 'does not know whose transit gateway an id is',
    expect: 'undetermined',
    subject: 'Attachment',
    resources: {
      Vpc: vpc('lgwan'),
      Attachment: make('AWS::EC2::TransitGatewayAttachment', {
        VpcId: ref('Vpc'),
        TransitGatewayId: 'tgw-1',
        SubnetIds: [],
      }),
    },
  },
  {
    name: 'asks nothing of an attachment to a transit gateway of the deployment',
    expect: 'compliant',
    subject: 'Attachment',
    resources: {
      Vpc: vpc('lgwan'),
      Hub: make('AWS::EC2::TransitGateway'),
      Attachment: make('AWS::EC2::TransitGatewayAttachment', {
        VpcId: ref('Vpc'),
        TransitGatewayId: ref('Hub'),
        SubnetIds: [],
      }),
    },
  },
  {
    name: 'asks nothing of an endpoint of a service of AWS',
    expect: 'compliant',
    resources: {
      Endpoint: make('AWS::EC2::VPCEndpoint', { ServiceName: 'com.amazonaws.ap-northeast-1.logs' }),
    },
  },
  {
    name: 'does not know who provides a service of somebody else',
    expect: 'undetermined',
    resources: {
      Endpoint: make('AWS::EC2::VPCEndpoint', {
        ServiceName: 'com.amazonaws.vpce.ap-northeast-1.vpce-svc-0123',
      }),
    },
  },
  {
    name: 'refuses to share a network with whatever account',
    expect: 'violation',
    resources: { Share: share({ Principals: ['444455556666'] }) },
  },
  {
    name: 'asks nothing of a share inside of the organization',
    expect: 'compliant',
    resources: { Share: share({ Principals: ['444455556666'], AllowExternalPrincipals: false }) },
  },
]);

ruleCases(ConnectionPointsAreFew, [
  {
    name: 'accepts one of each kind',
    expect: 'compliant',
    zone: 'internet',
    example: true,
    resources: { Gateway: gateway, Line: make('AWS::EC2::VPNGateway', { Type: 'ipsec.1' }) },
  },
  {
    name: 'accepts one in each zone',
    expect: 'compliant',
    template: [
      { Metadata: { Jichitai: { Zone: 'internet' } }, Resources: { A: gateway } },
      { Metadata: { Jichitai: { Zone: 'management' } }, Resources: { B: gateway } },
    ],
  },
  {
    name: 'accepts one in each environment',
    expect: 'compliant',
    zone: 'internet',
    template: [
      { Metadata: { Jichitai: { Environment: 'production' } }, Resources: { A: gateway } },
      { Metadata: { Jichitai: { Environment: 'development' } }, Resources: { B: gateway } },
    ],
  },
  {
    name: 'warns of a second internet gateway in a zone',
    expect: 'violation',
    zone: 'internet',
    example: true,
    resources: { First: gateway, Second: gateway },
    message: /2 connection points, beside First/,
  },
  {
    name: 'accepts two that exclude each other',
    expect: 'compliant',
    zone: 'internet',
    template: {
      ...ENV,
      Conditions: { ...ENV.Conditions, Test: { 'Fn::Not': [{ Condition: 'Production' }] } },
      Resources: {
        First: { ...gateway, Condition: 'Production' },
        Second: { ...gateway, Condition: 'Test' },
      },
    },
  },
  {
    name: 'cannot tell whether two are in one zone where none is declared',
    expect: 'undetermined',
    zone: 'none',
    resources: { First: gateway, Second: gateway },
  },
]);
