import { byAlternative } from '../../analysis/network/alternatives';
import { chosenByAws, supportClaim, supported, untold } from '../../analysis/support/claim';
import { tableLookup } from '../../analysis/support/engines';
import { Claim } from '../../model/claim';
import { equals } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import type { Context } from '../define';
import { supportRule } from './support-rules';

const KUBERNETES = tableLookup('eks');

export const EksVersionSupported = supportRule({
  id: 'EksVersionSupported',
  resources: ['AWS::EKS::Cluster', 'AWS::EKS::Nodegroup'],
  subject: { ja: 'EKSのKubernetes及びノードのイメージ', en: 'Kubernetes and node images of EKS' },
  stake: {
    ja: 'EKSのコントロールプレーンとノードは、全てのコンテナの権限を握る。',
    en: 'The control plane and nodes of EKS hold the rights of every container.',
  },
  fix: {
    ja: 'Versionに、標準サポートが利用予定の終わりまで続く版を指定してください。有償の延長サポートによる場合は、UpgradePolicyのSupportTypeにEXTENDEDと明記してください。ノードグループのAmiTypeは、AL2023_x86_64_STANDARD等としてください（AL2_は終了しています）。',
    en: 'Set Version to one whose standard support lasts until the end of the planned use. To rely on the paid extended support instead, write SupportType: EXTENDED in UpgradePolicy. Set AmiType of node groups to AL2023_x86_64_STANDARD or the like (AL2_ has ended).',
  },
  cdk: {
    ja: 'Clusterのversionに新しいKubernetesVersionを、NodegroupのamiTypeにNodegroupAmiType.AL2023_X86_64_STANDARD等を指定する',
    en: 'a recent KubernetesVersion as the version of Cluster, and NodegroupAmiType.AL2023_X86_64_STANDARD or the like as the amiType of Nodegroup',
  },
  check: (resource, context) => {
    const version = resource.get('Version');
    // A node group without a version takes the one of its cluster, which is judged by itself.
    if (resource.type === 'AWS::EKS::Nodegroup') {
      return supported(resource, version, KUBERNETES, context, Claim.HOLDS).and(nodeImage(resource, context));
    }
    return supported(resource, version, KUBERNETES, context, chosenByAws(version), {
      extended: resource.get('UpgradePolicy.SupportType').must(equals('EXTENDED')),
    });
  },
});

/** The images of Amazon Linux 2 ended before Amazon Linux 2 itself. Others follow the version of Kubernetes. */
function nodeImage(group: Resource, context: Context): Claim {
  const type = group.get('AmiType');
  const lookup = tableLookup('eksNodeImage', () => 'AL2');
  return byAlternative(type, (value) => {
    if (value.kind === 'unknown') return untold(type, value);
    if (value.kind !== 'known' || !/^AL2_/.test(String(value.value))) return Claim.HOLDS;
    const found = lookup(String(value.value));
    return found === undefined ? Claim.HOLDS : supportClaim(group, type, found, context);
  });
}
