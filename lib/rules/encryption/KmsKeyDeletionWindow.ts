import { atLeast } from '../../model/requirement';
import { defineRule } from '../define';

export const KmsKeyDeletionWindow = defineRule({
  id: 'KmsKeyDeletionWindow',
  clauses: ['9.2(7)③', '8.1⑥', '7.1(16)②'],
  title: {
    ja: 'KMSキーの削除までの待機期間は、定められた日数以上とする',
    en: 'KMS keys wait for at least the prescribed days before they are destroyed',
  },
  fix: {
    ja: 'PendingWindowInDaysを、プロファイルのminimumKeyDeletionWindowDays以上としてください。指定しない場合は30日です（CDKではpendingWindow）。',
    en: 'Set PendingWindowInDays to at least minimumKeyDeletionWindowDays of the profile. Without it KMS waits for 30 days (in CDK: pendingWindow).',
  },
  resources: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
  check: (key, { profile }) =>
    key
      .get('PendingWindowInDays')
      .orDefault(30)
      .must(atLeast(profile.minimumKeyDeletionWindowDays, { ja: '日', en: ' days' })),
});
