import { accuracyCases, ref, res, vpc, zoned } from './support';

const APPROVED = [{ Key: 'jichitai:approval', Value: 'R6-NW-0012' }];
const gateway = (tags?: unknown) =>
  res('AWS::EC2::InternetGateway', tags === undefined ? {} : { Tags: tags });
const share = (properties: object) =>
  res('AWS::RAM::ResourceShare', {
    Name: 'subnets',
    ResourceArns: ['arn:aws:ec2:ap-northeast-1:111122223333:subnet/subnet-0a1b2c3d'],
    ...properties,
  });
const vpn = (properties: object) =>
  res('AWS::EC2::VPNConnection', {
    Type: 'ipsec.1',
    CustomerGatewayId: 'cgw-0a1b2c3d4e5f60718',
    VpnGatewayId: 'vgw-0a1b2c3d4e5f60718',
    ...properties,
  });
const peering = (properties: object) =>
  res('AWS::EC2::VPCPeeringConnection', {
    VpcId: ref('Vpc'),
    PeerVpcId: 'vpc-0f9e8d7c6b5a43210',
    PeerOwnerId: '444455556666',
    ...properties,
  });

accuracyCases('catalog b: approval of outside connections', [
  {
    name: 'an Internet gateway with the number of its approval',
    clause: '7.1(10)①',
    zone: 'internet',
    expect: 'compliant',
    on: 'Igw',
    resources: { Igw: gateway(APPROVED) },
  },
  {
    name: 'an Internet gateway with a zone and no approval',
    clause: '7.1(10)①',
    expect: 'violation',
    on: 'Igw',
    resources: { Igw: gateway(zoned('internet')) },
  },
  {
    name: 'an approval that is blank',
    clause: '7.1(10)①',
    zone: 'internet',
    expect: 'violation',
    on: 'Igw',
    resources: { Igw: gateway([{ Key: 'jichitai:approval', Value: ' ' }]) },
  },
  {
    name: 'the approval of everything in the template, in its metadata',
    clause: '7.1(10)①',
    zone: 'internet',
    expect: 'compliant',
    on: 'Igw',
    template: { Metadata: { Jichitai: { Approval: 'R6-NW-0012' } }, Resources: { Igw: gateway() } },
  },
  {
    name: 'a number that is not among those that were permitted',
    clause: '7.1(10)①',
    zone: 'internet',
    expect: 'violation',
    on: 'Igw',
    profile: {
      facts: {
        customerManagedKeys: [],
        zoneOf: {},
        prefixLists: {},
        outsideAccounts: [],
        developmentAccounts: [],
        approvedConnections: ['R6-NW-0009'],
      },
    },
    resources: { Igw: gateway(APPROVED) },
  },
  {
    name: 'a number that is typed in at deployment, perhaps none',
    clause: '7.1(10)①',
    zone: 'internet',
    expect: 'undetermined',
    on: 'Igw',
    template: {
      Parameters: { ApprovalNumber: { Type: 'String', Default: '' } },
      Resources: { Igw: gateway([{ Key: 'jichitai:approval', Value: ref('ApprovalNumber') }]) },
    },
  },
  {
    name: 'a VPN to the data centre of a vendor without an approval',
    clause: '7.1(10)①',
    expect: 'violation',
    on: 'Vpn',
    resources: { Vpn: vpn({ Tags: [{ Key: 'Name', Value: 'to-vendor' }] }) },
  },
  {
    name: 'a VPN with its approval',
    clause: '7.1(10)①',
    expect: 'compliant',
    on: 'Vpn',
    resources: { Vpn: vpn({ Tags: APPROVED }) },
  },
  {
    name: 'a peering with the VPC of another account without an approval',
    clause: '7.1(10)①',
    expect: 'violation',
    on: 'Peering',
    resources: { Vpc: vpc('my-number'), Peering: peering({}) },
  },
  {
    name: 'the same peering with an approval',
    clause: '7.1(10)①',
    expect: 'compliant',
    on: 'Peering',
    resources: { Vpc: vpc('my-number'), Peering: peering({ Tags: APPROVED }) },
  },
  {
    name: 'a virtual interface of a dedicated line without an approval',
    clause: '7.1(10)①',
    expect: 'violation',
    on: 'Vif',
    resources: {
      Vif: res('AWS::DirectConnect::PrivateVirtualInterface', {
        ConnectionId: 'dxcon-fgh0abcd',
        VirtualInterfaceName: 'city-hall',
        Vlan: 101,
        VirtualGatewayId: 'vgw-0a1b2c3d4e5f60718',
        BgpPeers: [{ Asn: '65001', AddressFamily: 'ipv4' }],
      }),
    },
  },
  {
    name: 'a share with the account of a vendor; outsiders are allowed where nothing is said',
    clause: '7.1(10)①',
    expect: 'violation',
    on: 'Share',
    resources: { Share: share({ Principals: ['444455556666'] }) },
  },
]);
