import {
  addressOf,
  attachment,
  hub,
  network,
  OVER_HUB,
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

const PARAMETER = { Parameters: { Open: { Type: 'String' } } };
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
const GATEWAY = 'tgw-0123456789abcdef0';
const OTHER_VPC = 'vpc-0123456789abcdef0';
const packet = packetBetween('Tax', 'Office');

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
      template(
        network('Tax'),
        peering({}, { PeerVpcId: OTHER_VPC }),
        route('Tax', '10.1.0.0/16', VIA_PEERING),
      ),
    ],
    ...TAX_TO_OFFICE,
    verdict: 'undetermined',
    hops: ['TaxHost', 'TaxSubnet', 'TaxRoute', 'Peering'],
  },
  {
    // The fact names its zone.
    title: 'a peering with a VPC that is known to be of the other zone',
    templates: [
      template(
        network('Tax'),
        peering({}, { PeerVpcId: OTHER_VPC }),
        route('Tax', '10.1.0.0/16', VIA_PEERING),
      ),
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
      template(
        network('Tax'),
        peering({}, { PeerVpcId: OTHER_VPC }),
        route('Tax', '10.1.0.0/16', VIA_PEERING),
      ),
    ],
    facts: { zoneOf: { [OTHER_VPC]: 'my-number' } },
    ...TAX_TO_OFFICE,
    verdict: 'compliant',
    hops: [],
  },
  {
    // The group's list exists already, and the fact says what it holds.
    title: 'a prefix list that exists already and is known',
    templates: [template(hub(), spoke('Tax'), spoke('Office', { group: listed('pl-0123456789abcdef0') }))],
    facts: { prefixLists: { 'pl-0123456789abcdef0': [`${addressOf('Tax')}/32`] } },
    ...TAX_TO_OFFICE,
    verdict: 'violation',
    hops: OVER_HUB,
  },
  {
    // Nobody says what it holds.
    title: 'a prefix list that exists already',
    templates: [template(hub(), spoke('Tax'), spoke('Office', { group: listed('pl-0123456789abcdef0') }))],
    ...TAX_TO_OFFICE,
    verdict: 'undetermined',
    hops: OVER_HUB,
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
