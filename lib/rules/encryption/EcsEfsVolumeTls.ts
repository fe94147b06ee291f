import { equals } from '../../model/requirement';
import { defineRule } from '../define';
import { isSet } from './keys-table';
import { IN_TRANSIT } from './tls-rules';

export const EcsEfsVolumeTls = defineRule({
  id: 'EcsEfsVolumeTls',
  clauses: IN_TRANSIT,
  title: {
    ja: 'ECSタスクは、EFSボリュームをTLSでマウントする',
    en: 'ECS tasks mount EFS volumes over TLS',
  },
  why: {
    ja: 'マウントを暗号化しないと、コンテナとファイルサーバの間を、帳票や申請書のファイルがNFSの平文で流れる。',
    en: 'Without it files such as forms and applications pass between container and file server in plain NFS.',
  },
  fix: {
    ja: 'VolumesのEFSVolumeConfigurationのTransitEncryptionをENABLEDとしてください。指定しない場合は暗号化されません。',
    en: 'Set TransitEncryption to ENABLED in EFSVolumeConfiguration of Volumes. Without it the line is not encrypted.',
  },
  cdk: {
    ja: "VolumeのefsVolumeConfiguration.transitEncryptionを'ENABLED'とする",
    en: "efsVolumeConfiguration.transitEncryption: 'ENABLED' of Volume",
  },
  resources: ['AWS::ECS::TaskDefinition'],
  check: (task) =>
    task
      .get('Volumes')
      .items()
      .every((volume) => {
        const efs = volume.get('EFSVolumeConfiguration');
        return efs.get('TransitEncryption').must(equals('ENABLED')).onlyIf(isSet(efs));
      }),
});
