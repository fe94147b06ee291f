import { copiesElsewhere } from '../../analysis/backup-copies';
import { defineRule } from '../define';

export const BackupPlanCopiesToOtherRegion = defineRule({
  id: 'BackupPlanCopiesToOtherRegion',
  clauses: ['3(2)⑥(ウ)'],
  title: {
    ja: 'バックアップの計画は、同じ災害の及ばない他の国内リージョンのボールトに写しを置く',
    en: 'Backup plans copy to a vault in the other domestic region, where the same disaster does not reach',
  },
  why: {
    ja: '地震や津波で一つのリージョンが失われると、そこにしかないバックアップも情報システムとともに失われる。',
    en: 'When an earthquake takes a region, backups that lie nowhere else are lost together with the system.',
  },
  fix: {
    ja: 'BackupPlan.BackupPlanRuleのCopyActionsのDestinationBackupVaultArnに、他の国内リージョン（東京に対する大阪）のボールトのARNを指定し、写しのLifecycle.DeleteAfterDaysをプロファイルのminimumBackupRetentionDays以上としてください。',
    en: 'In CopyActions of a rule of BackupPlan.BackupPlanRule set DestinationBackupVaultArn to the ARN of a vault in the other domestic region (Osaka for Tokyo), and Lifecycle.DeleteAfterDays of the copy to at least minimumBackupRetentionDays of the profile.',
  },
  cdk: {
    ja: 'BackupPlanRuleのcopyActionsのdestinationBackupVaultに、BackupVault.fromBackupVaultArnによる他のリージョンのボールトを指定する',
    en: 'copyActions of BackupPlanRule, with a destinationBackupVault of the other region by BackupVault.fromBackupVaultArn',
  },
  resources: ['AWS::Backup::BackupPlan'],
  // The clause is about media that are kept for long; which backups are is not told by their days alone.
  appliesTo: { zones: ['my-number'], orIntegrityAtLeast: 2, orAvailabilityAtLeast: 2 },
  check: (plan, { profile }) => {
    const claim = copiesElsewhere(plan, profile.minimumBackupRetentionDays);
    const rules = plan.get('BackupPlan.BackupPlanRule');
    const copies = claim.evidence.some(({ outcome }) => outcome !== 'needed');
    // Without any copy there is nothing to be shown but that.
    return claim.breaks.isAlways && !copies
      ? rules.states(
          'breaks',
          { ja: '写しのない計画', en: 'a plan that copies nothing' },
          { ja: '他のリージョンへのCopyActions', en: 'CopyActions to another region' },
        )
      : claim;
  },
});
