import { bare, byAlternative, under, whereHolds } from '../../analysis/network/alternatives';
import { ATTACHMENT_TYPES, attachmentsOf, reaches } from '../../analysis/network/transit-gateways';
import { overlap, rangesOf } from '../../analysis/network/vpc-ranges';
import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';

const REQUIRED = { ja: '重複しないアドレスの範囲', en: 'address ranges that do not overlap' };

export const ConnectedNetworksDoNotOverlap = defineRule({
  id: 'ConnectedNetworksDoNotOverlap',
  clauses: ['7.1(8)①'],
  title: {
    ja: '互いに接続するVPCのアドレスの範囲は、重複させない',
    en: 'VPCs that are joined have address ranges that do not overlap',
  },
  why: {
    ja: '範囲が重複すると、同じアドレスへの通信がどちらに届くか経路次第となり、フィルタリングの意味も失われる。',
    en: 'Where ranges overlap, it is up to the routes which of two machines an address means, and a filter by address no longer says what it says.',
  },
  fix: {
    ja: '接続するAWS::EC2::VPCのCidrBlock（及びAWS::EC2::VPCCidrBlock）に、互いに重ならない範囲を割り当ててください。',
    en: 'Give the AWS::EC2::VPCs that are joined a CidrBlock each (and AWS::EC2::VPCCidrBlock) that does not overlap the other.',
  },
  cdk: {
    ja: 'VpcのipAddressesに、IpAddresses.cidrで重ならない範囲を指定する',
    en: 'a range of its own in ipAddresses of each Vpc (IpAddresses.cidr)',
  },
  resources: ['AWS::EC2::VPCPeeringConnection', ...ATTACHMENT_TYPES],
  check: (connection) =>
    connection.type === 'AWS::EC2::VPCPeeringConnection'
      ? apart(connection.get('VpcId'), connection.get('PeerVpcId'))
      : apartFromReached(connection),
});

/** Says that the VPCs at two fields lie apart. One outside of the templates must be shown to. */
function apart(own: Field, other: Field): Claim {
  return byAlternative(own, (a) =>
    byAlternative(other, (b) => {
      if (a.kind !== 'reference' || b.kind !== 'reference') {
        return other.states(
          'needed',
          {
            ja: 'アドレスの範囲がテンプレートにないVPC',
            en: 'a VPC whose address range is not in the templates',
          },
          REQUIRED,
        );
      }
      return Claim.all(
        rangesOf(a.resource).flatMap((left) =>
          rangesOf(b.resource).map((right) =>
            under(
              left.when.and(right.when),
              bare(overlap(left, right))
                .not()
                .explained(
                  other.path,
                  {
                    ja: `${a.resource.logicalId}（${left.text}）と${b.resource.logicalId}（${right.text}）`,
                    en: `${b.resource.logicalId} (${right.text}), joined to ${a.resource.logicalId} (${left.text})`,
                  },
                  REQUIRED,
                  other.at,
                ),
            ),
          ),
        ),
      );
    }),
  );
}

/** Spokes that have no route to each other may have the same addresses. */
function apartFromReached(attachment: Resource): Claim {
  return byAlternative(attachment.get('TransitGatewayId'), (value) => {
    if (value.kind !== 'reference') return Claim.HOLDS;
    return Claim.all(
      attachmentsOf(value.resource)
        .filter(({ resource }) => resource !== attachment)
        .map(({ resource: other, when }) =>
          under(
            when,
            whereHolds(
              reaches(value.resource, attachment, other),
              apart(attachment.get('VpcId'), other.get('VpcId')),
            ),
          ),
        ),
    );
  });
}
