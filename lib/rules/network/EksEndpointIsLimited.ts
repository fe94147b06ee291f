import { limitedRange } from '../../analysis/network/addresses';
import { byAlternative } from '../../analysis/network/alternatives';
import type { Claim } from '../../model/claim';
import { isFalse } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';

export const EksEndpointIsLimited = defineRule({
  id: 'EksEndpointIsLimited',
  clauses: ['7.2(2)②', '7.5(1)②'],
  title: {
    ja: 'EKSクラスターの管理用エンドポイントは、公開しないか、接続元を限定する',
    en: 'Administration endpoints of EKS clusters are private, or open to limited addresses only',
  },
  why: {
    ja: '管理用エンドポイントからはクラスターの全てを操作できる。誰でも接続できれば、認証情報の一つの漏えいが乗っ取りに至る。',
    en: 'Whoever gets in at that endpoint runs the whole cluster. Open to everybody, one leaked credential is enough.',
  },
  fix: {
    ja: 'ResourcesVpcConfigのEndpointPublicAccessをfalseとし、EndpointPrivateAccessをtrueとしてください。公開する場合は、PublicAccessCidrsに庁内等の限られた範囲を指定してください。指定しない場合は公開され、全てのアドレスから接続できます。',
    en: 'Set EndpointPublicAccess of ResourcesVpcConfig to false and EndpointPrivateAccess to true, or list the few ranges that need it in PublicAccessCidrs. Without them, the endpoint is public, and open to every address.',
  },
  cdk: {
    ja: 'ClusterのendpointAccessにEndpointAccess.PRIVATE（又はPUBLIC_AND_PRIVATE.onlyFrom）を指定する',
    en: 'endpointAccess: EndpointAccess.PRIVATE of Cluster, or PUBLIC_AND_PRIVATE.onlyFrom',
  },
  resources: ['AWS::EKS::Cluster'],
  check: (cluster) =>
    cluster
      .get('ResourcesVpcConfig.EndpointPublicAccess')
      .orDefault(true)
      .must(isFalse)
      .or(isLimited(cluster)),
});

function isLimited(cluster: Resource): Claim {
  const ranges = cluster.get('ResourcesVpcConfig.PublicAccessCidrs');
  return byAlternative(ranges, (value) =>
    value.kind === 'absent'
      ? ranges.states(
          'breaks',
          { ja: '指定なし（0.0.0.0/0）', en: 'not set (0.0.0.0/0)' },
          { ja: '限られたアドレスの範囲', en: 'a limited range of addresses' },
        )
      : ranges.items().every((range) => range.must(limitedRange(4))),
  );
}
