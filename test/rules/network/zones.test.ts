import { NoVpnOverInternet } from '../../../lib/rules/network/NoVpnOverInternet';
import { OneZonePerVpc } from '../../../lib/rules/network/OneZonePerVpc';
import { VpcDeclaresZone } from '../../../lib/rules/network/VpcDeclaresZone';
import { ruleCases } from '../../helpers/rule-cases';
import { ENV, either, make, ref, subnet, tagged, vpc } from './pieces';

ruleCases(VpcDeclaresZone, [
  { name: 'accepts a tag', expect: 'compliant', zone: 'none', resources: { Vpc: vpc('lgwan') } },
  {
    name: 'accepts the metadata of the template',
    expect: 'compliant',
    zone: 'none',
    template: { Metadata: { Jichitai: { Zone: 'internet' } }, Resources: { Vpc: vpc() } },
  },
  { name: 'refuses a VPC that says nothing', expect: 'violation', zone: 'none', resources: { Vpc: vpc() } },
  {
    name: 'refuses a zone that there is not, also where a default is given',
    expect: 'violation',
    zone: 'my-number',
    resources: { Vpc: vpc('mynumber') },
    message: /mynumber/,
  },
  {
    name: 'does not know a parameter',
    expect: 'undetermined',
    zone: 'none',
    template: {
      Parameters: { Zone: { Type: 'String' } },
      Resources: {
        Vpc: make('AWS::EC2::VPC', { Tags: [{ Key: 'jichitai:zone', Value: ref('Zone') }] }),
      },
    },
  },
  {
    name: 'knows a parameter by its allowed values',
    expect: 'compliant',
    zone: 'none',
    template: {
      Parameters: { Zone: { Type: 'String', AllowedValues: ['lgwan', 'internet'] } },
      Resources: {
        Vpc: make('AWS::EC2::VPC', { Tags: [{ Key: 'jichitai:zone', Value: ref('Zone') }] }),
      },
    },
  },
]);

const instance = (zone?: string) => make('AWS::EC2::Instance', { SubnetId: ref('Subnet'), ...tagged(zone) });

ruleCases(
  OneZonePerVpc,
  [
    {
      name: 'accepts what agrees with its VPC',
      expect: 'compliant',
      zone: 'none',
      resources: { Vpc: vpc('my-number'), Subnet: subnet(ref('Vpc'), tagged('my-number')), Host: instance() },
    },
    {
      name: 'refuses a subnet of another zone',
      expect: 'violation',
      zone: 'none',
      resources: { Vpc: vpc('my-number'), Subnet: subnet(ref('Vpc'), tagged('lgwan')) },
      subject: 'Subnet',
      message: /my-number, as for Vpc/,
    },
    {
      name: 'refuses an instance of another zone, through its subnet',
      expect: 'violation',
      zone: 'none',
      resources: { Vpc: vpc('my-number'), Subnet: subnet(), Host: instance('internet') },
      subject: 'Host',
    },
    {
      name: 'refuses what a stack of another zone puts in',
      expect: 'violation',
      zone: 'none',
      subject: 'Host',
      template: [
        {
          Resources: { Vpc: vpc('my-number'), Subnet: subnet() },
          Outputs: { S: { Value: ref('Subnet'), Export: { Name: 's' } } },
        },
        {
          Metadata: { Jichitai: { Zone: 'internet' } },
          Resources: { Host: make('AWS::EC2::Instance', { SubnetId: { 'Fn::ImportValue': 's' } }) },
        },
      ],
    },
    {
      name: 'refuses two zones in a VPC that declares none',
      expect: 'violation',
      zone: 'none',
      subject: 'B',
      resources: {
        Vpc: vpc(),
        A: subnet(ref('Vpc'), tagged('my-number')),
        B: subnet(ref('Vpc'), tagged('lgwan')),
      },
    },
    {
      name: 'accepts a route that a stack of the management zone adds: it is a setting of the VPC',
      expect: 'compliant',
      zone: 'none',
      template: [
        {
          Resources: { Vpc: vpc('my-number'), Table: make('AWS::EC2::RouteTable', { VpcId: ref('Vpc') }) },
          Outputs: { T: { Value: ref('Table'), Export: { Name: 't' } } },
        },
        {
          Metadata: { Jichitai: { Zone: 'management' } },
          Resources: {
            Route: make('AWS::EC2::Route', {
              RouteTableId: { 'Fn::ImportValue': 't' },
              GatewayId: 'vgw-1',
              DestinationCidrBlock: '10.1.0.0/16',
            }),
          },
        },
      ],
    },
    {
      name: 'accepts the same choice of zone',
      expect: 'compliant',
      zone: 'none',
      template: {
        ...ENV,
        Resources: {
          Vpc: make('AWS::EC2::VPC', {
            Tags: [{ Key: 'jichitai:zone', Value: either('Production', 'lgwan', 'internet') }],
          }),
          Subnet: subnet(ref('Vpc'), {
            Tags: [{ Key: 'jichitai:zone', Value: either('Production', 'lgwan', 'internet') }],
          }),
        },
      },
    },
  ],
  { undetermined: 'a zone that is not known contradicts nothing; VpcDeclaresZone says that it is not known' },
);

const vpn = (more: Record<string, unknown>) =>
  make('AWS::EC2::VPNConnection', { Type: 'ipsec.1', CustomerGatewayId: 'cgw-1', ...more });

ruleCases(NoVpnOverInternet, [
  {
    name: 'refuses a VPN of the my-number zone: it runs over the Internet unless it says otherwise',
    expect: 'violation',
    resources: { Vpn: vpn({ VpnGatewayId: 'vgw-1' }) },
  },
  {
    name: 'accepts a VPN on top of Direct Connect',
    expect: 'compliant',
    resources: {
      Vpn: vpn({
        TransitGatewayId: 'tgw-1',
        OutsideIpAddressType: 'PrivateIpv4',
        TransportTransitGatewayAttachmentId: 'tgw-attach-1',
      }),
    },
  },
  {
    name: 'follows the gateway to the VPC',
    expect: 'violation',
    zone: 'none',
    template: [
      {
        Resources: {
          Vpc: vpc('my-number'),
          Attachment: make('AWS::EC2::VPCGatewayAttachment', {
            VpcId: ref('Vpc'),
            VpnGatewayId: { 'Fn::ImportValue': 'g' },
          }),
        },
      },
      {
        Metadata: { Jichitai: { Zone: 'management' } },
        Resources: {
          Gateway: make('AWS::EC2::VPNGateway', { Type: 'ipsec.1' }),
          Vpn: vpn({ VpnGatewayId: ref('Gateway') }),
        },
        Outputs: { G: { Value: ref('Gateway'), Export: { Name: 'g' } } },
      },
    ],
  },
  {
    name: 'follows a transit gateway to the VPC',
    expect: 'violation',
    zone: 'management',
    resources: {
      Hub: make('AWS::EC2::TransitGateway'),
      Vpc: vpc('lgwan'),
      In: make('AWS::EC2::TransitGatewayAttachment', { VpcId: ref('Vpc'), TransitGatewayId: ref('Hub') }),
      Vpn: vpn({ TransitGatewayId: ref('Hub') }),
    },
  },
  {
    name: 'is not asked of the Internet zone',
    expect: 'compliant',
    zone: 'internet',
    resources: { Vpn: vpn({ VpnGatewayId: 'vgw-1' }) },
  },
  {
    name: 'says so where no zone is declared',
    expect: 'undetermined',
    zone: 'none',
    resources: { Vpn: vpn({ VpnGatewayId: 'vgw-1' }) },
    message: /jichitai:zone/,
  },
  {
    name: 'refuses a client VPN',
    expect: 'violation',
    resources: { Vpn: make('AWS::EC2::ClientVpnEndpoint', { AuthenticationOptions: [] }) },
  },
]);
