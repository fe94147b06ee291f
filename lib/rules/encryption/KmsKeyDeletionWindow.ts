import { atLeast } from '../../model/requirement';
import { defineRule } from '../define';

export const KmsKeyDeletionWindow = defineRule({
  id: 'KmsKeyDeletionWindow',
  clauses: ['9.2(7)③', '8.1⑥', '7.1(16)②'],
  title: {
    ja: 'KMSキーの削除までの待機期間は、定められた日数以上とする',
    en: 'KMS keys wait for at least the prescribed days before they are destroyed',
  },
  why: {
    ja: '鍵が消えると、それで暗号化した住民情報はバックアップも含めて二度と読めない。待機期間は、誤り又は悪意による削除に気付いて取り消せる唯一の間である。',
    en: 'When a key is gone, everything under it is lost for good, backups included. The waiting period is the only time to notice a mistaken or malicious deletion and take it back.',
  },
  fix: {
    ja: 'PendingWindowInDaysを、プロファイルのminimumKeyDeletionWindowDays以上としてください。指定しない場合は30日です。',
    en: 'Set PendingWindowInDays to at least minimumKeyDeletionWindowDays of the profile. Without it, KMS waits for 30 days.',
  },
  cdk: {
    ja: 'KeyのpendingWindowをDuration.days(30)とするか、指定しない',
    en: 'pendingWindow: Duration.days(30) of Key, or none',
  },
  resources: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
  check: (key, { profile }) =>
    key
      .get('PendingWindowInDays')
      .orDefault(30)
      .must(atLeast(profile.minimumKeyDeletionWindowDays, { ja: '日', en: ' days' })),
});
