import { isInBackupPlan } from '../../analysis/backups';
import { receivesLogs } from '../../analysis/log-archives';
import { lacking } from '../../model/claim';
import { equals } from '../../model/requirement';
import { defineRule } from '../define';
import { BACKED_UP } from '../reliefs';

export const LogArchiveIsCopied = defineRule({
  id: 'LogArchiveIsCopied',
  clauses: ['7.1(6)③'],
  // The clause asks for a copy as needed (必要に応じ).
  duty: 'should',
  title: {
    ja: 'ログを保管するバケットは、別の場所に複製するか、バックアップする',
    en: 'Buckets that keep logs are replicated or backed up',
  },
  why: {
    ja: 'ログが一か所にしかなければ、そのバケットやリージョンとともに失われる。',
    en: 'Logs that lie in one place only are lost together with that bucket or region.',
  },
  fix: {
    ja: 'ReplicationConfigurationのRulesに、StatusがEnabledの規則を加えるか、AWS::Backup::BackupSelectionの対象に加えてください。',
    en: 'Add a rule with Status Enabled to Rules of ReplicationConfiguration, or select the bucket by an AWS::Backup::BackupSelection.',
  },
  cdk: {
    ja: 'BucketのreplicationRulesを指定するか、BackupPlanのaddSelectionに加える',
    en: 'replicationRules of Bucket, or addSelection of BackupPlan',
  },
  relievedBy: [BACKED_UP],
  resources: ['AWS::S3::Bucket'],
  check: (bucket, { profile }) => {
    const replicated = bucket
      .get('ReplicationConfiguration.Rules')
      .items()
      .some((rule) => rule.get('Status').must(equals('Enabled')));
    return replicated
      .or(isInBackupPlan(bucket, profile.minimumLogRetentionDays))
      .explained(
        'ReplicationConfiguration',
        lacking({ ja: '複製もバックアップもなし', en: 'no copy' }),
        {
          ja: '複製、又はログの保存期間以上保存するバックアップ',
          en: 'replication, or backups that are kept as long as logs are',
        },
        bucket.get('ReplicationConfiguration').at,
      )
      .onlyIf(receivesLogs(bucket).lockable);
  },
});
