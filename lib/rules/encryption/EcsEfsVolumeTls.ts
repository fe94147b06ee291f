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
  fix: {
    ja: 'VolumesのEFSVolumeConfigurationのTransitEncryptionをENABLEDとしてください。指定しない場合は暗号化されません（CDKではefsVolumeConfiguration.transitEncryption）。',
    en: 'Set TransitEncryption to ENABLED in EFSVolumeConfiguration of Volumes. Without it the line is not encrypted (in CDK: efsVolumeConfiguration.transitEncryption).',
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
