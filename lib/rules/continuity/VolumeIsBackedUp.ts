import { isInBackupPlan } from '../../analysis/backups';
import { asAlternative } from '../../analysis/evidence';
import { isSnapshotByPolicy } from '../../analysis/snapshot-policies';
import { Claim, lacking } from '../../model/claim';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';
import { BACKED_UP } from '../reliefs';

export const VolumeIsBackedUp = defineRule({
  id: 'VolumeIsBackedUp',
  clauses: ['7.1(2)①'],
  title: {
    ja: '重要なデータを持つEBSボリュームは、定期的にバックアップを取得する',
    en: 'EBS volumes with data that matter are backed up regularly',
  },
  why: {
    ja: 'ボリュームは自らのバックアップを持たず、故障や誤った上書きから元に戻せない。',
    en: 'A volume keeps no backups of itself: a failure or a mistaken overwrite cannot be undone.',
  },
  fix: {
    ja: 'ボリューム又はそれを使うインスタンスを、AWS::Backup::BackupSelectionのResources若しくはListOfTags、又はAWS::DLM::LifecyclePolicyのTargetTagsで指定してください。',
    en: 'Select the volume, or the instance that it is attached to, by Resources or ListOfTags of an AWS::Backup::BackupSelection, or by TargetTags of an AWS::DLM::LifecyclePolicy.',
  },
  cdk: {
    ja: 'BackupPlan.addSelectionにBackupResource.fromTag又はBackupResource.fromArnを渡す',
    en: 'BackupPlan.addSelection with BackupResource.fromTag or BackupResource.fromArn',
  },
  relievedBy: [BACKED_UP],
  resources: ['AWS::EC2::Volume'],
  appliesTo: { zones: ['my-number'], orIntegrityAtLeast: 2, orAvailabilityAtLeast: 2 },
  check: (volume, { profile }) => {
    const days = profile.minimumBackupRetentionDays;
    return isSaved(volume, days)
      .or(Claim.any(serversOf(volume).map(({ server, when }) => isSaved(server, days).and(when))))
      .explained(
        '',
        lacking({ ja: 'バックアップの計画に含まれない', en: 'in no backup plan' }),
        { ja: 'AWS Backup又はDLMによる定期的なバックアップ', en: 'regular backups by AWS Backup or DLM' },
        volume.at,
      );
  },
});

function isSaved(target: Resource, days: number): Claim {
  return asAlternative(isInBackupPlan(target, days)).or(isSnapshotByPolicy(target));
}

/** A backup of a server takes in all of its volumes. */
function serversOf(volume: Resource): readonly { readonly server: Resource; readonly when: Claim }[] {
  const { deployment } = volume;
  const attached = deployment
    .referrers(volume, 'AWS::EC2::VolumeAttachment', 'VolumeId')
    .flatMap((attachment) =>
      attachment.resource
        .get('InstanceId')
        .references()
        .map(({ when, value }) => ({
          server: value.resource,
          when: Claim.when(when.and(attachment.when)),
        })),
    );
  const listed = deployment
    .referrers(volume, 'AWS::EC2::Instance', 'Volumes[*].VolumeId')
    .map(({ resource, when }) => ({ server: resource, when: Claim.when(when) }));
  return [...attached, ...listed];
}
