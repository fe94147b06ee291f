import { Claim } from '../../model/claim';
import type { Referrer } from '../../model/deployment';
import type { Field } from '../../model/field';
import { equals, satisfying } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { byAlternative } from './alternatives';

const NOT_INTERNET = { ja: 'インターネットゲートウェイ以外', en: 'no internet gateway' };

/** Each has a property of its own in a route; written as GatewayId they lead out all the same. */
const INTERNET_GATEWAYS = new Set([
  'AWS::EC2::InternetGateway',
  'AWS::EC2::CarrierGateway',
  'AWS::EC2::EgressOnlyInternetGateway',
]);

/** Says that a gateway is not one to the Internet. A gateway endpoint or a virtual private gateway is none. */
export const notInternetGateway = satisfying(NOT_INTERNET, (value) => {
  switch (value.kind) {
    case 'absent':
      return 'holds';
    case 'reference':
      if (INTERNET_GATEWAYS.has(value.resource.type)) return 'breaks';
      return value.resource.type.startsWith('AWS::EC2::') ? 'holds' : 'undetermined';
    case 'known': {
      const id = String(value.value);
      if (/^(igw|cagw|eigw)-/.test(id)) return 'breaks';
      return id === 'local' || /^(vgw|vpce|lgw)-/.test(id) ? 'holds' : 'undetermined';
    }
    default:
      return 'undetermined';
  }
});

/** Says that a NAT gateway, where there is one, translates between private networks only. */
export function natStaysPrivate(field: Field): Claim {
  return byAlternative(field, (value) => {
    if (value.kind === 'absent') return Claim.HOLDS;
    const required = { ja: 'NATゲートウェイ以外', en: 'no NAT gateway to the Internet' };
    if (value.kind === 'reference' && value.resource.type === 'AWS::EC2::NatGateway') {
      const actual = {
        ja: `インターネットへ出るNATゲートウェイ${value.resource.logicalId}`,
        en: `${value.resource.logicalId}, a NAT gateway to the Internet`,
      };
      return isPrivateNat(value.resource).explained(field.path, actual, required, field.at);
    }
    return field.states(
      'undetermined',
      { ja: '種類の分からないNATゲートウェイ', en: 'a NAT gateway of a kind that is not known' },
      required,
    );
  });
}

/** A NAT gateway is public unless it says that it is private. */
export function isPrivateNat(nat: Resource): Claim {
  return nat.get('ConnectivityType').orDefault('public').must(equals('private'));
}

/** Routes of the route tables that a subnet is associated with. A subnet without one has the main table, which templates cannot change. */
export function routesOfSubnet(subnet: Resource): readonly Referrer[] {
  const { deployment } = subnet;
  return deployment
    .referrers(subnet, 'AWS::EC2::SubnetRouteTableAssociation', 'SubnetId')
    .flatMap((association) =>
      association.resource
        .get('RouteTableId')
        .references()
        .flatMap(({ when, value }) =>
          deployment.referrers(value.resource, 'AWS::EC2::Route', 'RouteTableId').map((route) => ({
            ...route,
            when: route.when.and(when).and(association.when),
          })),
        ),
    )
    .filter(({ when }) => !when.isNever);
}
