import { namesSome } from '../../analysis/network/alternatives';
import { present } from '../../model/requirement';
import { defineRule } from '../define';

export const EksNodeSshIsLimited = defineRule({
  id: 'EksNodeSshIsLimited',
  clauses: ['7.2(2)②', '7.5(1)①', '7.4(1)⑧'],
  title: {
    ja: 'EKSのノードへのSSHは、接続元を限定する',
    en: 'SSH to the nodes of EKS is limited to named sources',
  },
  why: {
    ja: '接続元を指定しない場合、EKSはノードの22番ポートを全ての接続元に開く。',
    en: 'Where no source is named EKS opens port 22 of the nodes to everybody.',
  },
  fix: {
    ja: 'RemoteAccessを外すか、SourceSecurityGroupsに接続元のセキュリティグループを指定してください。',
    en: 'Take RemoteAccess out, or name the sources in SourceSecurityGroups.',
  },
  cdk: {
    ja: 'remoteAccessのsourceSecurityGroupsを指定するか、remoteAccessを用いない',
    en: 'sourceSecurityGroups in remoteAccess, or no remoteAccess',
  },
  resources: ['AWS::EKS::Nodegroup'],
  check: (group) =>
    namesSome(
      group.get('RemoteAccess.SourceSecurityGroups'),
      { ja: '指定なし（全ての接続元に開く）', en: 'not set (open to everybody)' },
      { ja: '接続元のセキュリティグループ', en: 'the security groups of the sources' },
    ).onlyIf(group.get('RemoteAccess.Ec2SshKey').must(present)),
});
