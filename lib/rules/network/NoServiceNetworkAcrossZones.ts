import { under } from '../../analysis/network/alternatives';
import { joinable, orElse, type ZoneSource, zoneNames, zonesAt } from '../../analysis/network/zones';
import { Claim } from '../../model/claim';
import type { Resource } from '../../model/resource';
import { concat, plain } from '../../text';
import { defineRule } from '../define';

const ASSOCIATION = 'AWS::VpcLattice::ServiceNetworkVpcAssociation';

export const NoServiceNetworkAcrossZones = defineRule({
  id: 'NoServiceNetworkAcrossZones',
  clauses: ['4(1)①', '4(1)③', '4(2)①', '4(2)②'],
  title: {
    ja: 'マイナンバー利用事務系又はLGWAN接続系のVPCを、VPC Latticeのサービスネットワークにより他の領域と接続しない',
    en: 'No service network of VPC Lattice joins the my-number or LGWAN zone to another zone',
  },
  why: {
    ja: 'VPC Latticeのサービスネットワークに属するVPCは、ピアリングも経路もなしに互いのサービスを呼び出せるため、領域の分離がネットワーク図に現れないまま崩れる。',
    en: "VPCs in one service network call each other's services with neither peering nor route: the zones are joined and no network diagram shows it.",
  },
  fix: {
    ja: 'AWS::VpcLattice::ServiceNetworkVpcAssociationのServiceNetworkIdentifierは、同じ領域のVPCだけが属するサービスネットワークとしてください。既存のものは、その領域をプロファイルのfacts.zoneOfに記載してください。',
    en: 'Let ServiceNetworkIdentifier of the AWS::VpcLattice::ServiceNetworkVpcAssociation be a service network that VPCs of one zone alone belong to. Name the zone of one that already exists in facts.zoneOf of the profile.',
  },
  cdk: {
    ja: 'CfnServiceNetworkVpcAssociationのserviceNetworkIdentifierを、領域ごとに分けたサービスネットワークとする',
    en: 'serviceNetworkIdentifier of CfnServiceNetworkVpcAssociation: a service network for each zone',
  },
  resources: [ASSOCIATION],
  check: (association, context) => {
    const network = association.get('ServiceNetworkIdentifier');
    const own = zonesOf(association, context);
    const required = { ja: '同じ領域のサービスネットワーク', en: 'a service network of the same zone' };
    return Claim.all(
      network.alternatives.map(({ when, value }) => {
        if (value.kind !== 'reference') {
          const actual = {
            ja: '領域が異なるか、分からないサービスネットワーク',
            en: 'a service network of another zone, or of one that is not known',
          };
          return under(
            when,
            joinable(own, zonesAt(network, context), context.profile.zoneMatrix).explained(
              network.path,
              actual,
              required,
              network.at,
            ),
          );
        }
        const others = association.deployment
          .referrers(value.resource, ASSOCIATION, 'ServiceNetworkIdentifier')
          .filter(({ resource }) => resource !== association);
        return under(
          when,
          Claim.all(
            others.map((other) => {
              const zones = zonesOf(other.resource, context);
              const actual = concat(plain(value.resource.logicalId), plain(', '), zoneNames(zones));
              return under(
                other.when,
                joinable(own, zones, context.profile.zoneMatrix).explained(
                  network.path,
                  actual,
                  required,
                  network.at,
                ),
              );
            }),
          ),
        );
      }),
    );
  },
});

function zonesOf(association: Resource, source: ZoneSource) {
  return orElse(zonesAt(association.get('VpcIdentifier'), source), source.marks.of(association, 'zone'));
}
