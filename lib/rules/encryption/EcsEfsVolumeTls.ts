import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { equals } from '../../model/requirement';
import { defineRule } from '../define';
import { isSet } from './keys-table';
import { IN_TRANSIT } from './tls-rules';

export const EcsEfsVolumeTls = defineRule({
  id: 'EcsEfsVolumeTls',
  clauses: IN_TRANSIT,
  title: {
    ja: 'ECSタスク及びBatchのジョブは、EFSボリュームをTLSでマウントする',
    en: 'ECS tasks and Batch jobs mount EFS volumes over TLS',
  },
  why: {
    ja: 'マウントを暗号化しないと、コンテナとファイルサーバの間を、帳票や申請書のファイルがNFSの平文で流れる。',
    en: 'Without it, files such as forms and applications pass between container and file server in plain NFS.',
  },
  fix: {
    ja: 'VolumesのEFSVolumeConfigurationのTransitEncryptionをENABLEDとしてください。指定しない場合は暗号化されません。',
    en: 'Set TransitEncryption to ENABLED in EFSVolumeConfiguration of Volumes. Without it, the line is not encrypted.',
  },
  cdk: {
    ja: "VolumeのefsVolumeConfiguration.transitEncryptionを'ENABLED'とする",
    en: "efsVolumeConfiguration.transitEncryption: 'ENABLED' of Volume",
  },
  resources: ['AWS::ECS::TaskDefinition', 'AWS::Batch::JobDefinition'],
  check: (task) =>
    task.type === 'AWS::Batch::JobDefinition'
      ? Claim.all([
          task.get('ContainerProperties.Volumes').items().every(mounted),
          task.get('EcsProperties.TaskProperties').items().each('Volumes').every(mounted),
          task.get('NodeProperties.NodeRangeProperties').items().each('Container.Volumes').every(mounted),
        ])
      : task.get('Volumes').items().every(mounted),
});

/** The property has another case in Batch than in ECS. */
function mounted(volume: Field): Claim {
  return Claim.all(
    ['EFSVolumeConfiguration', 'EfsVolumeConfiguration'].map((name) => {
      const efs = volume.get(name);
      return efs.get('TransitEncryption').must(equals('ENABLED')).onlyIf(isSet(efs));
    }),
  );
}
