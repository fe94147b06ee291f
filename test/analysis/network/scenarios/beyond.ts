import { hub, network, ref, resource, route, spoke, template } from './pieces';
import type { Scenario } from './scenario';

/** What lies behind a line: what is there no template says, so a path to it is undetermined until a fact does. */
const TO_PREMISES = { from: 'my-number', to: 'on-premises' } as const;
const CUSTOMER = 'cgw-0123456789abcdef0';

const vpn = (more: object = {}) => ({
  Connection: resource('AWS::EC2::VPNConnection', {
    Type: 'ipsec.1',
    CustomerGatewayId: CUSTOMER,
    VpnGatewayId: ref('TaxVpnGateway'),
    StaticRoutesOnly: true,
    ...more,
  }),
});
const privateGateway = {
  TaxVpnGateway: resource('AWS::EC2::VPNGateway', { Type: 'ipsec.1' }),
  TaxVpnGatewayLink: resource('AWS::EC2::VPCGatewayAttachment', {
    VpcId: ref('TaxVpc'),
    VpnGatewayId: ref('TaxVpnGateway'),
  }),
};
const office = {
  ConnectionRoute: resource('AWS::EC2::VPNConnectionRoute', {
    VpnConnectionId: ref('Connection'),
    DestinationCidrBlock: '192.168.0.0/16',
  }),
};
const propagation = {
  TaxPropagation: resource('AWS::EC2::VPNGatewayRoutePropagation', {
    RouteTableIds: [ref('TaxTable')],
    VpnGatewayId: ref('TaxVpnGateway'),
  }),
};
const overGateway = route('Tax', '192.168.0.0/16', { GatewayId: ref('TaxVpnGateway') });

/** Client VPN: its users are somewhere on the Internet. */
const clients = (...more: object[]) =>
  template(
    network('Tax'),
    {
      Clients: resource('AWS::EC2::ClientVpnEndpoint', {
        ClientCidrBlock: '172.16.0.0/22',
        ServerCertificateArn: 'arn:aws:acm:ap-northeast-1:111122223333:certificate/0',
        AuthenticationOptions: [
          {
            Type: 'certificate-authentication',
            MutualAuthentication: {
              ClientRootCertificateChainArn: 'arn:aws:acm:ap-northeast-1:111122223333:certificate/1',
            },
          },
        ],
        ConnectionLogOptions: { Enabled: false },
        VpcId: ref('TaxVpc'),
        SecurityGroupIds: [ref('TaxGroup')],
      }),
    },
    ...(more as Record<string, unknown>[]),
  );
const clientNetwork = {
  ClientsNetwork: resource('AWS::EC2::ClientVpnTargetNetworkAssociation', {
    ClientVpnEndpointId: ref('Clients'),
    SubnetId: ref('TaxSubnet'),
  }),
};
const clientRule = (cidr: string) => ({
  ClientsRule: resource('AWS::EC2::ClientVpnAuthorizationRule', {
    ClientVpnEndpointId: ref('Clients'),
    TargetNetworkCidr: cidr,
    AuthorizeAllGroups: true,
  }),
});

const LINE = ['TaxHost', 'TaxSubnet', 'TaxRoute', 'TaxVpnGateway', 'Connection'];

export const BEYOND: readonly Scenario[] = [
  {
    // A static route to a line whose other end is not in the templates.
    title: 'a VPN to an unknown place',
    templates: [template(network('Tax'), privateGateway, vpn(), office, overGateway)],
    ...TO_PREMISES,
    verdict: 'undetermined',
    hops: LINE,
  },
  {
    // The fact says that the other end is of the same zone.
    title: 'a VPN to a place that is known to be of the same zone',
    templates: [template(network('Tax'), privateGateway, vpn(), office, overGateway)],
    facts: { zoneOf: { [CUSTOMER]: 'my-number' } },
    ...TO_PREMISES,
    verdict: 'compliant',
    hops: [],
  },
  {
    // The fact says that it is not.
    title: 'a VPN to a place that is known to be of another zone',
    templates: [template(network('Tax'), privateGateway, vpn(), office, overGateway)],
    facts: { zoneOf: { [CUSTOMER]: 'internet' } },
    from: 'my-number',
    to: 'internet',
    verdict: 'violation',
    hops: LINE,
  },
  {
    // The routes of the line are propagated into the subnet's table: no route is written.
    title: 'a VPN whose routes are propagated',
    templates: [template(network('Tax'), privateGateway, vpn(), office, propagation)],
    ...TO_PREMISES,
    verdict: 'undetermined',
    hops: ['TaxHost', 'TaxSubnet', 'TaxPropagation', 'TaxVpnGateway', 'Connection'],
  },
  {
    // The line is there, and nothing in the VPC leads to it.
    title: 'a VPN without routes and propagation',
    templates: [template(network('Tax'), privateGateway, vpn(), office)],
    ...TO_PREMISES,
    verdict: 'compliant',
    hops: [],
  },
  {
    // The gateway belongs to a Direct Connect gateway, over which a dedicated line comes.
    title: 'Direct Connect by a virtual private gateway',
    templates: [
      template(network('Tax'), privateGateway, overGateway, {
        Line: resource('AWS::DirectConnect::DirectConnectGateway', { DirectConnectGatewayName: 'line' }),
        LineAssociation: resource('AWS::DirectConnect::DirectConnectGatewayAssociation', {
          AssociatedGatewayId: ref('TaxVpnGateway'),
          DirectConnectGatewayId: ref('Line'),
        }),
      }),
    ],
    ...TO_PREMISES,
    verdict: 'undetermined',
    hops: ['TaxHost', 'TaxSubnet', 'TaxRoute', 'TaxVpnGateway', 'LineAssociation', 'Line'],
  },
  {
    // A VPN is an attachment like others: associated and propagated by default.
    title: 'a VPN at the transit gateway',
    templates: [
      template(
        hub(),
        spoke('Tax'),
        vpn({ VpnGatewayId: undefined, TransitGatewayId: ref('Hub'), StaticRoutesOnly: false }),
      ),
    ],
    ...TO_PREMISES,
    verdict: 'undetermined',
    hops: ['TaxHost', 'TaxSubnet', 'TaxRoute', 'TaxAttachment', 'Hub', 'Connection'],
  },
  {
    // Neither the VPC nor the line has a table.
    title: 'a VPN at a transit gateway that associates nothing',
    templates: [
      template(
        hub({ DefaultRouteTableAssociation: 'disable' }),
        spoke('Tax'),
        vpn({ VpnGatewayId: undefined, TransitGatewayId: ref('Hub'), StaticRoutesOnly: false }),
      ),
    ],
    ...TO_PREMISES,
    verdict: 'compliant',
    hops: [],
  },
  {
    // Users come over the Internet, and a rule lets them into the VPC.
    title: 'a client VPN into the my-number zone',
    templates: [clients(clientNetwork, clientRule('10.0.0.0/16'))],
    from: 'internet-itself',
    to: 'my-number',
    verdict: 'violation',
    hops: ['Clients', 'ClientsNetwork', 'TaxSubnet', 'TaxHost'],
  },
  {
    // "An authorization rule must be explicitly added. The default behavior is to deny access."
    title: 'a client VPN without an authorization rule',
    templates: [clients(clientNetwork)],
    from: 'internet-itself',
    to: 'my-number',
    verdict: 'compliant',
    hops: [],
  },
  {
    // Without a target network no client can connect.
    title: 'a client VPN without a target network',
    templates: [clients(clientRule('10.0.0.0/16'))],
    from: 'internet-itself',
    to: 'my-number',
    verdict: 'compliant',
    hops: [],
  },
];
