import { sameZoneOf } from '../../analysis/availability-zones';
import { UNDETERMINED } from '../../analysis/network/alternatives';
import { Claim } from '../../model/claim';
import { equals } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';

export const NatGatewayInEachZone = defineRule({
  id: 'NatGatewayInEachZone',
  clauses: ['5.1(2)'],
  title: {
    ja: '可用性2の情報を扱うVPCでは、アベイラビリティゾーンごとにNATゲートウェイを置く',
    en: 'In VPCs of availability 2 each availability zone has a NAT gateway of its own',
  },
  why: {
    ja: '一つのゾーンのNATゲートウェイに頼るサーバは、そのゾーンの障害により、他のゾーンにあっても外部と通信できなくなる。',
    en: 'Servers that rely on the NAT gateway of another zone lose their way out when that zone fails, although they run on.',
  },
  fix: {
    ja: '各アベイラビリティゾーンのサブネットにAWS::EC2::NatGatewayを置き、同じゾーンのルートテーブルから使用するか、AvailabilityModeをregionalとしてください。',
    en: 'Put an AWS::EC2::NatGateway into a subnet of each availability zone and route to it from that zone only, or set AvailabilityMode to regional.',
  },
  cdk: {
    ja: 'VpcのnatGatewaysを指定しない（既定ではゾーンごとに置かれる）',
    en: 'no natGateways for Vpc: by default each zone has one',
  },
  // What the servers themselves need of the outside is not told; the clause is about the servers.
  duty: 'should',
  resources: ['AWS::EC2::NatGateway'],
  appliesTo: { orAvailabilityAtLeast: 2 },
  check: (gateway) => {
    const regional = gateway.get('AvailabilityMode').must(equals('regional'));
    const own = gateway.get('SubnetId');
    const strangers = own.references().flatMap(({ value }) =>
      subnetsBehind(gateway).map(({ subnet, claim }) => {
        const same = sameZoneOf(subnet, value.resource);
        if (same === true) return Claim.BREAKS;
        return same === false ? claim : claim.and(UNDETERMINED);
      }),
    );
    return Claim.any(strangers)
      .not()
      .explained(
        own.path,
        { ja: '他のゾーンのサブネットからも使われる', en: 'used by subnets of other zones as well' },
        { ja: '同じゾーンのサブネットからの使用', en: 'used within its own zone only' },
        own.at,
      )
      .onlyIf(regional.not());
  },
});

/** Subnets whose route table has a route to the gateway. */
function subnetsBehind(gateway: Resource): readonly { readonly subnet: Resource; readonly claim: Claim }[] {
  const { deployment } = gateway;
  return deployment.referrers(gateway, 'AWS::EC2::Route', 'NatGatewayId').flatMap((route) =>
    route.resource
      .get('RouteTableId')
      .references()
      .flatMap(({ when, value: { resource: table } }) =>
        deployment
          .referrers(table, 'AWS::EC2::SubnetRouteTableAssociation', 'RouteTableId')
          .flatMap((association) =>
            association.resource
              .get('SubnetId')
              .references()
              .map(({ value }) => ({
                subnet: value.resource,
                claim: Claim.when(route.when.and(when).and(association.when)),
              })),
          ),
      ),
  );
}
