import { type AccuracyCase, accuracyCases, att, ref, res, sub, vpc, zoned } from './support';

const peering = (vpcId: unknown, peerVpcId: unknown) =>
  res('AWS::EC2::VPCPeeringConnection', { VpcId: vpcId, PeerVpcId: peerVpcId });

const subnet = (of: string, cidr: string, tags: object[] = []) =>
  res('AWS::EC2::Subnet', { VpcId: ref(of), CidrBlock: cidr, ...(tags.length > 0 ? { Tags: tags } : {}) });

const attachment = (of: string, subnets: readonly string[]) =>
  res('AWS::EC2::TransitGatewayVpcAttachment', {
    TransitGatewayId: ref('Tgw'),
    VpcId: ref(of),
    SubnetIds: subnets.map(ref),
  });

const tgw = (defaults: 'enable' | 'disable' | undefined) =>
  res('AWS::EC2::TransitGateway', {
    Description: 'city',
    ...(defaults === undefined
      ? {}
      : { DefaultRouteTableAssociation: defaults, DefaultRouteTablePropagation: defaults }),
  });

const table = res('AWS::EC2::TransitGatewayRouteTable', { TransitGatewayId: ref('Tgw') });

const at = (type: 'Association' | 'Propagation', attachmentId: string, tableId: string) =>
  res(`AWS::EC2::TransitGatewayRouteTable${type}`, {
    TransitGatewayAttachmentId: ref(attachmentId),
    TransitGatewayRouteTableId: ref(tableId),
  });

const TWO_ZONES = {
  Tax: vpc('my-number'),
  TaxA: subnet('Tax', '10.20.1.0/24'),
  Mail: vpc('lgwan'),
  MailA: subnet('Mail', '10.20.1.0/24'),
  TaxAttachment: attachment('Tax', ['TaxA']),
  MailAttachment: attachment('Mail', ['MailA']),
};

const endpoint = (serviceName: unknown) =>
  res('AWS::EC2::VPCEndpoint', {
    VpcId: ref('Vpc'),
    VpcEndpointType: 'Interface',
    ServiceName: serviceName,
  });

const JOINS: readonly AccuracyCase[] = [
  {
    name: 'a peering joins a VPC of each of two zones',
    clause: '4(1)③',
    expect: 'violation',
    on: 'Peering',
    zone: 'none',
    resources: {
      Tax: vpc('my-number'),
      Mail: vpc('lgwan'),
      Peering: peering(ref('Tax'), ref('Mail')),
    },
  },
  {
    name: 'a peering inside the zone',
    clause: '4(1)③',
    expect: 'compliant',
    on: 'Peering',
    resources: { Tax: vpc(), Welfare: vpc(), Peering: peering(ref('Tax'), att('Welfare', 'VpcId')) },
  },
  {
    name: 'a peering of the Internet zone with the management zone is not one of this clause',
    clause: '4(2)②',
    expect: 'compliant',
    on: 'Peering',
    zone: 'none',
    resources: {
      Web: vpc('internet'),
      Tools: vpc('management'),
      Peering: peering(ref('Web'), ref('Tools')),
    },
  },
  {
    name: 'the far end is imported from a stack of the LGWAN zone',
    clause: '4(1)①',
    expect: 'violation',
    on: 'Peering',
    zone: 'none',
    templates: [
      {
        Metadata: { Jichitai: { Zone: 'lgwan' } },
        Resources: { Mail: vpc() },
        Outputs: { Vpc: { Value: ref('Mail'), Export: { Name: 'groupware-vpc' } } },
      },
      `
Metadata: { Jichitai: { Zone: my-number } }
Resources:
  Tax: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.1.0.0/16 } }
  Peering:
    Type: AWS::EC2::VPCPeeringConnection
    Properties: { VpcId: !Ref Tax, PeerVpcId: !ImportValue groupware-vpc }
`,
    ],
  },
  {
    name: 'nobody exports the far end',
    clause: '4(1)①',
    expect: 'undetermined',
    on: 'Peering',
    resources: { Tax: vpc(), Peering: peering(ref('Tax'), { 'Fn::ImportValue': 'groupware-vpc' }) },
  },
  {
    name: 'the profile says that the far end is the Internet zone',
    clause: '4(1)①',
    expect: 'violation',
    on: 'Peering',
    profile: {
      facts: {
        customerManagedKeys: [],
        zoneOf: { 'vpc-0fee': 'internet' },
        prefixLists: {},
        outsideAccounts: [],
        developmentAccounts: [],
      },
    },
    resources: { Tax: vpc(), Peering: peering(ref('Tax'), 'vpc-0fee') },
  },
  {
    name: 'a subnet of the LGWAN zone lies in a VPC of the my-number zone',
    clause: '4(1)③',
    expect: 'violation',
    on: ['Vpc', 'Stranger'],
    zone: 'none',
    resources: { Vpc: vpc('my-number'), Stranger: subnet('Vpc', '10.20.9.0/24', zoned('lgwan')) },
  },
  {
    name: 'a VPC that declares no zone cannot be kept apart',
    clause: '4(1)③',
    expect: 'violation',
    on: 'Vpc',
    zone: 'none',
    resources: { Vpc: vpc() },
  },
  {
    name: 'the zone of the VPC is left to whoever deploys',
    clause: '4(1)③',
    expect: 'undetermined',
    on: 'Vpc',
    zone: 'none',
    template: `
Parameters: { Zone: { Type: String, Default: lgwan } }
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties: { CidrBlock: 10.0.0.0/16, Tags: [{ Key: jichitai:zone, Value: !Ref Zone }] }
`,
  },
  {
    name: 'the transit gateway joins all that is attached, which is its default',
    clause: '4(1)①',
    expect: 'violation',
    on: 'Tgw',
    zone: 'none',
    resources: { ...TWO_ZONES, Tgw: { ...tgw(undefined) } },
  },
  {
    name: 'two zones on a transit gateway without defaults, each with a route table of its own',
    clause: '4(1)①',
    expect: 'compliant',
    on: ['Tgw', 'TaxAttachment', 'MailAttachment'],
    zone: 'none',
    resources: {
      ...TWO_ZONES,
      Tgw: tgw('disable'),
      TaxTable: table,
      MailTable: table,
      A1: at('Association', 'TaxAttachment', 'TaxTable'),
      A2: at('Association', 'MailAttachment', 'MailTable'),
      P1: at('Propagation', 'TaxAttachment', 'TaxTable'),
      P2: at('Propagation', 'MailAttachment', 'MailTable'),
    },
  },
  {
    name: 'the LGWAN attachment is propagated into the table of the my-number zone',
    clause: '4(1)③',
    expect: 'violation',
    on: ['TaxAttachment', 'MailAttachment', 'P3'],
    zone: 'none',
    resources: {
      ...TWO_ZONES,
      Tgw: tgw('disable'),
      TaxTable: table,
      MailTable: table,
      A1: at('Association', 'TaxAttachment', 'TaxTable'),
      A2: at('Association', 'MailAttachment', 'MailTable'),
      P3: at('Propagation', 'MailAttachment', 'TaxTable'),
    },
  },
  {
    name: 'a static route of the transit gateway leads to the other zone',
    clause: '4(2)②',
    expect: 'violation',
    on: ['TaxAttachment', 'MailAttachment', 'Static'],
    zone: 'none',
    resources: {
      ...TWO_ZONES,
      Tgw: tgw('disable'),
      MailTable: table,
      A2: at('Association', 'MailAttachment', 'MailTable'),
      Static: res('AWS::EC2::TransitGatewayRoute', {
        TransitGatewayRouteTableId: ref('MailTable'),
        DestinationCidrBlock: '10.20.0.0/16',
        TransitGatewayAttachmentId: ref('TaxAttachment'),
      }),
    },
  },
  {
    name: 'a blackhole route is none',
    clause: '4(2)②',
    expect: 'compliant',
    on: ['TaxAttachment', 'MailAttachment', 'Static'],
    zone: 'none',
    resources: {
      ...TWO_ZONES,
      Tgw: tgw('disable'),
      MailTable: table,
      A2: at('Association', 'MailAttachment', 'MailTable'),
      Static: res('AWS::EC2::TransitGatewayRoute', {
        TransitGatewayRouteTableId: ref('MailTable'),
        DestinationCidrBlock: '10.20.0.0/16',
        Blackhole: 'true',
      }),
    },
  },
  {
    name: 'a VPN through the Internet is not a dedicated line',
    clause: '4(1)③',
    expect: 'violation',
    on: 'Vpn',
    resources: {
      Customer: res('AWS::EC2::CustomerGateway', {
        BgpAsn: 65000,
        IpAddress: '203.0.113.7',
        Type: 'ipsec.1',
      }),
      Vpn: res('AWS::EC2::VPNConnection', {
        Type: 'ipsec.1',
        CustomerGatewayId: ref('Customer'),
        VpnGatewayId: 'vgw-1',
      }),
    },
  },
  {
    name: 'a VPN with private addresses runs over Direct Connect',
    clause: '4(1)③',
    expect: 'compliant',
    on: 'Vpn',
    resources: {
      Customer: res('AWS::EC2::CustomerGateway', { BgpAsn: 65000, IpAddress: '10.128.0.7', Type: 'ipsec.1' }),
      Vpn: res('AWS::EC2::VPNConnection', {
        Type: 'ipsec.1',
        CustomerGatewayId: ref('Customer'),
        TransitGatewayId: 'tgw-1',
        OutsideIpAddressType: 'PrivateIpv4',
        TransportTransitGatewayAttachmentId: 'tgw-attach-1',
      }),
    },
  },
  {
    name: 'an endpoint of the my-number zone uses a service of the LGWAN zone',
    clause: '4(1)①',
    expect: 'violation',
    on: 'Consumer',
    zone: 'none',
    templates: [
      `
Metadata: { Jichitai: { Zone: lgwan } }
Resources:
  Offer:
    Type: AWS::EC2::VPCEndpointService
    Properties: { AcceptanceRequired: true, NetworkLoadBalancerArns: [nlb] }
Outputs:
  Name:
    Value: !Sub com.amazonaws.vpce.\${AWS::Region}.\${Offer}
    Export: { Name: offer }
`,
      {
        Metadata: { Jichitai: { Zone: 'my-number' } },
        Resources: { Vpc: vpc(), Consumer: endpoint({ 'Fn::ImportValue': 'offer' }) },
      },
    ],
  },
  {
    name: 'a service of AWS, its name built from the region',
    clause: '4(1)①',
    expect: 'compliant',
    on: 'Ssm',
    resources: {
      Vpc: vpc(),
      Ssm: res('AWS::EC2::VPCEndpoint', {
        VpcId: ref('Vpc'),
        VpcEndpointType: 'Interface',
        ServiceName: { 'Fn::Join': ['.', ['com.amazonaws', ref('AWS::Region'), 'ssm']] },
        PolicyDocument: {
          Statement: {
            Effect: 'Allow',
            Principal: '*',
            Action: '*',
            Resource: '*',
            Condition: { StringEquals: { 'aws:PrincipalAccount': ref('AWS::AccountId') } },
          },
        },
      }),
    },
  },
  {
    // Corrected from undetermined: whether its far end is on the Internet no template can tell, so that evidence is asked.
    name: 'a service of somebody unknown',
    clause: '4(1)①',
    expect: 'evidence',
    on: 'Consumer',
    resources: {
      Vpc: vpc(),
      Consumer: endpoint('com.amazonaws.vpce.ap-northeast-1.vpce-svc-0123456789abcdef0'),
    },
  },
  {
    name: 'the endpoint service admits everybody, written as one string',
    clause: '4(1)①',
    expect: 'violation',
    on: 'Admit',
    resources: {
      Offer: res('AWS::EC2::VPCEndpointService', { AcceptanceRequired: true }),
      Admit: res('AWS::EC2::VPCEndpointServicePermissions', {
        ServiceId: ref('Offer'),
        AllowedPrincipals: '*',
      }),
    },
  },
  {
    name: 'the endpoint service admits one account, after acceptance',
    clause: '9.2(6)①(カ)',
    expect: 'compliant',
    on: ['Offer', 'Admit'],
    resources: {
      Offer: res('AWS::EC2::VPCEndpointService', { AcceptanceRequired: 'true' }),
      Admit: res('AWS::EC2::VPCEndpointServicePermissions', {
        ServiceId: ref('Offer'),
        AllowedPrincipals: [sub('arn:${AWS::Partition}:iam::111122223333:root')],
      }),
    },
  },
  {
    name: 'nobody has to accept connections to the endpoint service',
    clause: '4(2)①',
    expect: 'violation',
    on: 'Offer',
    zone: 'lgwan',
    resources: { Offer: res('AWS::EC2::VPCEndpointService', { AcceptanceRequired: false }) },
  },
];

accuracyCases('segregation: joins between zones', JOINS);
