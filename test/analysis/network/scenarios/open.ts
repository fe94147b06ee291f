import {
  addressOf,
  attachment,
  hub,
  network,
  packetBetween,
  ref,
  resource,
  route,
  spoke,
  template,
} from './pieces';
import type { Scenario } from './scenario';

const TAX_TO_OFFICE = { from: 'my-number', to: 'lgwan' } as const;
const packet = packetBetween('Tax', 'Office');
const OVER = { VpcPeeringConnectionId: ref('Peering') };
const PEERED = ['TaxHost', 'TaxSubnet', 'TaxRoute', 'Peering', 'OfficeSubnet', 'OfficeHost'];
const JOINED = [
  'TaxHost',
  'TaxSubnet',
  'TaxRoute',
  'TaxAttachment',
  'Hub',
  'OfficeAttachment',
  'OfficeSubnet',
  'OfficeHost',
];

const PARAMETER = { Parameters: { Open: { Type: 'String' } } };
const ENVIRONMENT = {
  Parameters: { Environment: { Type: 'String', AllowedValues: ['production', 'test'] } },
  Conditions: {
    Production: { 'Fn::Equals': [ref('Environment'), 'production'] },
    Test: { 'Fn::Not': [{ Condition: 'Production' }] },
  },
};

const peering = (more: object = {}, properties: object = {}) => ({
  Peering: resource(
    'AWS::EC2::VPCPeeringConnection',
    { VpcId: ref('TaxVpc'), PeerVpcId: ref('OfficeVpc'), ...properties },
    more,
  ),
});

/** The my-number VPC alone, attached to a transit gateway that is not in the templates. */
const alone = (TransitGatewayId: unknown) => [
  network('Tax'),
  attachment('Tax', { TransitGatewayId }),
  route('Tax', '10.0.0.0/8', { TransitGatewayId }),
];
const opening = (CidrIp: unknown) => ({
  SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp }],
});
const GATEWAY = 'tgw-0123456789abcdef0';
const OTHER_VPC = 'vpc-0123456789abcdef0';
const outOf = (cidr: string, kind: string) => ({
  [kind]: { Type: 'String', AllowedValues: cidr.split(' ') },
});

export const OPEN: readonly Scenario[] = [
  {
    // Who else is attached to it, and which tables it has, no template says.
    title: 'a transit gateway that is a parameter',
    templates: [{ ...PARAMETER, ...template(...alone(ref('Open'))) }],
    ...TAX_TO_OFFICE,
    verdict: 'undetermined',
    hops: ['TaxHost', 'TaxSubnet', 'TaxRoute', 'TaxAttachment'],
  },
  {
    // As a literal id it is no better known.
    title: 'a transit gateway that exists already',
    templates: [template(...alone(GATEWAY))],
    ...TAX_TO_OFFICE,
    verdict: 'undetermined',
    hops: ['TaxHost', 'TaxSubnet', 'TaxRoute', 'TaxAttachment'],
  },
  {
    // An export of somebody else.
    title: 'a transit gateway that is imported',
    templates: [template(...alone({ 'Fn::ImportValue': 'network:hub' }))],
    ...TAX_TO_OFFICE,
    verdict: 'undetermined',
    hops: ['TaxHost', 'TaxSubnet', 'TaxRoute', 'TaxAttachment'],
  },
  {
    // A gateway of the my-number zone leads to no other.
    title: 'a transit gateway that is known to be of the same zone',
    templates: [template(...alone(GATEWAY))],
    facts: { zoneOf: { [GATEWAY]: 'my-number' } },
    ...TAX_TO_OFFICE,
    verdict: 'compliant',
    hops: [],
  },
  {
    // A gateway of the LGWAN zone does.
    title: 'a transit gateway that is known to be of the other zone',
    templates: [template(...alone(GATEWAY))],
    facts: { zoneOf: { [GATEWAY]: 'lgwan' } },
    ...TAX_TO_OFFICE,
    verdict: 'violation',
    hops: ['TaxHost', 'TaxSubnet', 'TaxRoute', 'TaxAttachment'],
  },
  {
    // Attached, and no route of a subnet leads there: it does not matter what it is.
    title: 'a transit gateway that exists already, and no route to it',
    templates: [template(network('Tax'), attachment('Tax', { TransitGatewayId: GATEWAY }))],
    ...TAX_TO_OFFICE,
    verdict: 'compliant',
    hops: [],
  },
  {
    // The peer is no resource here.
    title: 'a peering with a VPC that exists already',
    templates: [
      template(network('Tax'), peering({}, { PeerVpcId: OTHER_VPC }), route('Tax', '10.1.0.0/16', OVER)),
    ],
    ...TAX_TO_OFFICE,
    verdict: 'undetermined',
    hops: ['TaxHost', 'TaxSubnet', 'TaxRoute', 'Peering'],
  },
  {
    // The fact names its zone.
    title: 'a peering with a VPC that is known to be of the other zone',
    templates: [
      template(network('Tax'), peering({}, { PeerVpcId: OTHER_VPC }), route('Tax', '10.1.0.0/16', OVER)),
    ],
    facts: { zoneOf: { [OTHER_VPC]: 'lgwan' } },
    ...TAX_TO_OFFICE,
    verdict: 'violation',
    hops: ['TaxHost', 'TaxSubnet', 'TaxRoute', 'Peering'],
  },
  {
    // The same zone on both sides.
    title: 'a peering with a VPC that is known to be of the same zone',
    templates: [
      template(network('Tax'), peering({}, { PeerVpcId: OTHER_VPC }), route('Tax', '10.1.0.0/16', OVER)),
    ],
    facts: { zoneOf: { [OTHER_VPC]: 'my-number' } },
    ...TAX_TO_OFFICE,
    verdict: 'compliant',
    hops: [],
  },
  {
    // The opening may or may not hold the other zone's host.
    title: 'a group that lets in a range that is a parameter',
    templates: [
      { ...PARAMETER, ...template(hub(), spoke('Tax'), spoke('Office', { group: opening(ref('Open')) })) },
    ],
    ...TAX_TO_OFFICE,
    verdict: 'undetermined',
    hops: JOINED,
    packet,
  },
  {
    // The same opening, and no route: no value of the parameter makes a path.
    title: 'a range that is a parameter, and no route',
    templates: [
      { ...PARAMETER, ...template(network('Tax'), network('Office', { group: opening(ref('Open')) })) },
    ],
    ...TAX_TO_OFFICE,
    verdict: 'compliant',
    hops: [],
    packet,
  },
  {
    // Each of the values that are allowed leaves the other zone out.
    title: 'a range that is a parameter with harmless values only',
    templates: [
      {
        Parameters: outOf('10.1.0.0/24 10.1.1.0/24', 'Open'),
        ...template(hub(), spoke('Tax'), spoke('Office', { group: opening(ref('Open')) })),
      },
    ],
    ...TAX_TO_OFFICE,
    verdict: 'compliant',
    hops: [],
    packet,
  },
  {
    // One of the values that are allowed lets the other zone in: it can be chosen.
    title: 'a range that is a parameter, one of whose values is the other zone',
    templates: [
      {
        Parameters: outOf('10.1.0.0/24 10.0.0.0/16', 'Open'),
        ...template(hub(), spoke('Tax'), spoke('Office', { group: opening(ref('Open')) })),
      },
    ],
    ...TAX_TO_OFFICE,
    verdict: 'violation',
    hops: JOINED,
    condition: 'Open',
  },
  {
    // Enabled or disabled: it is chosen when the template is deployed.
    title: 'a default association that is a parameter',
    templates: [
      {
        ...PARAMETER,
        ...template(hub({ DefaultRouteTableAssociation: ref('Open') }), spoke('Tax'), spoke('Office')),
      },
    ],
    ...TAX_TO_OFFICE,
    verdict: 'undetermined',
    hops: JOINED,
    packet,
  },
  {
    // An entry with a lower number denies a range that is not known.
    title: 'an ACL that denies a range that is a parameter',
    templates: [
      {
        ...PARAMETER,
        ...template(network('Tax'), network('Office'), peering(), route('Tax', '10.1.0.0/16', OVER), {
          ...route('Office', '10.0.0.0/16', OVER),
          OfficeAcl: resource('AWS::EC2::NetworkAcl', { VpcId: ref('OfficeVpc') }),
          OfficeAclLink: resource('AWS::EC2::SubnetNetworkAclAssociation', {
            SubnetId: ref('OfficeSubnet'),
            NetworkAclId: ref('OfficeAcl'),
          }),
          ...entry('OfficeAclDeny', false, 90, 'deny', ref('Open')),
          ...entry('OfficeAclIn', false, 100, 'allow', '0.0.0.0/0'),
          ...entry('OfficeAclOut', true, 100, 'allow', '0.0.0.0/0'),
        }),
      },
    ],
    ...TAX_TO_OFFICE,
    verdict: 'undetermined',
    hops: PEERED,
    packet,
  },
  {
    // In production there is a peering.
    title: 'a peering under a condition',
    templates: [
      {
        ...ENVIRONMENT,
        ...template(
          network('Tax'),
          network('Office'),
          peering({ Condition: 'Production' }),
          route('Tax', '10.1.0.0/16', OVER, 'TaxRoute', { Condition: 'Production' }),
          route('Office', '10.0.0.0/16', OVER, 'OfficeRoute', { Condition: 'Production' }),
        ),
      },
    ],
    ...TAX_TO_OFFICE,
    verdict: 'violation',
    hops: PEERED,
    condition: 'Environment',
  },
  {
    // The way there exists in production, the way back elsewhere: never both.
    title: 'routes under conditions that exclude each other',
    templates: [
      {
        ...ENVIRONMENT,
        ...template(
          network('Tax'),
          network('Office'),
          peering(),
          route('Tax', '10.1.0.0/16', OVER, 'TaxRoute', { Condition: 'Production' }),
          route('Office', '10.0.0.0/16', OVER, 'OfficeRoute', { Condition: 'Test' }),
        ),
      },
    ],
    ...TAX_TO_OFFICE,
    verdict: 'compliant',
    hops: [],
  },
  {
    // The default tables are disabled in production only.
    title: 'default tables that are enabled under a condition',
    templates: [
      {
        ...ENVIRONMENT,
        ...template(
          hub({ DefaultRouteTableAssociation: { 'Fn::If': ['Production', 'disable', 'enable'] } }),
          spoke('Tax'),
          spoke('Office'),
        ),
      },
    ],
    ...TAX_TO_OFFICE,
    verdict: 'violation',
    hops: JOINED,
    condition: 'Environment',
  },
  {
    // The group's list exists already, and the fact says what it holds.
    title: 'a prefix list that exists already and is known',
    templates: [template(hub(), spoke('Tax'), spoke('Office', { group: listed('pl-0123456789abcdef0') }))],
    facts: { prefixLists: { 'pl-0123456789abcdef0': [`${addressOf('Tax')}/32`] } },
    ...TAX_TO_OFFICE,
    verdict: 'violation',
    hops: JOINED,
  },
  {
    // Nobody says what it holds.
    title: 'a prefix list that exists already',
    templates: [template(hub(), spoke('Tax'), spoke('Office', { group: listed('pl-0123456789abcdef0') }))],
    ...TAX_TO_OFFICE,
    verdict: 'undetermined',
    hops: JOINED,
    packet,
  },
  {
    // It holds others.
    title: 'a prefix list that exists already and is known to hold others',
    templates: [template(hub(), spoke('Tax'), spoke('Office', { group: listed('pl-0123456789abcdef0') }))],
    facts: { prefixLists: { 'pl-0123456789abcdef0': ['192.168.0.0/16'] } },
    ...TAX_TO_OFFICE,
    verdict: 'compliant',
    hops: [],
  },
];

function listed(id: string) {
  return {
    SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, SourcePrefixListId: id }],
  };
}

function entry(id: string, Egress: boolean, RuleNumber: number, RuleAction: string, CidrBlock: unknown) {
  return {
    [id]: resource('AWS::EC2::NetworkAclEntry', {
      NetworkAclId: ref('OfficeAcl'),
      Egress,
      RuleNumber,
      RuleAction,
      CidrBlock,
      Protocol: -1,
    }),
  };
}
