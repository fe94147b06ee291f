import {
  hub,
  network,
  OVER_HUB,
  OVER_PEERING,
  packetBetween,
  ref,
  resource,
  route,
  spoke,
  TAX_TO_OFFICE,
  template,
  VIA_PEERING,
} from './pieces';
import type { Scenario } from './scenario';

const packet = packetBetween('Tax', 'Office');
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

const opening = (CidrIp: unknown) => ({
  SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp }],
});
const outOf = (cidr: string, kind: string) => ({
  [kind]: { Type: 'String', AllowedValues: cidr.split(' ') },
});

export const VALUES: readonly Scenario[] = [
  {
    // The opening may or may not hold the other zone's host.
    title: 'a group that lets in a range that is a parameter',
    templates: [
      { ...PARAMETER, ...template(hub(), spoke('Tax'), spoke('Office', { group: opening(ref('Open')) })) },
    ],
    ...TAX_TO_OFFICE,
    verdict: 'undetermined',
    hops: OVER_HUB,
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
    hops: OVER_HUB,
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
    hops: OVER_HUB,
    packet,
  },
  {
    // An entry with a lower number denies a range that is not known.
    title: 'an ACL that denies a range that is a parameter',
    templates: [
      {
        ...PARAMETER,
        ...template(network('Tax'), network('Office'), peering(), route('Tax', '10.1.0.0/16', VIA_PEERING), {
          ...route('Office', '10.0.0.0/16', VIA_PEERING),
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
    hops: OVER_PEERING,
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
          route('Tax', '10.1.0.0/16', VIA_PEERING, 'TaxRoute', { Condition: 'Production' }),
          route('Office', '10.0.0.0/16', VIA_PEERING, 'OfficeRoute', { Condition: 'Production' }),
        ),
      },
    ],
    ...TAX_TO_OFFICE,
    verdict: 'violation',
    hops: OVER_PEERING,
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
          route('Tax', '10.1.0.0/16', VIA_PEERING, 'TaxRoute', { Condition: 'Production' }),
          route('Office', '10.0.0.0/16', VIA_PEERING, 'OfficeRoute', { Condition: 'Test' }),
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
    hops: OVER_HUB,
    condition: 'Environment',
  },
];

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
