import { atLeast } from '../../model/requirement';
import { defineRule } from '../define';

export const LogGroupRetention = defineRule({
  id: 'LogGroupRetention',
  clauses: ['7.1(6)①', '8.1⑤'],
  title: {
    ja: 'ロググループの保存期間は、定められた期間以上とする',
    en: 'Log groups keep logs for at least the prescribed period',
  },
  why: {
    ja: '保存期間が短いと、監査や事故の調査を始めたときに、その時期のシステムのログが既に消えている。',
    en: 'With a short retention the logs of the time in question are gone when an audit or an investigation begins.',
  },
  fix: {
    ja: 'RetentionInDaysに、プロファイルの定める日数以上の値を指定してください。指定しない場合は無期限に保存されます。',
    en: 'Set RetentionInDays to at least the days that the profile prescribes; without it, logs are kept for ever.',
  },
  cdk: {
    ja: 'RetainedLogGroupを用いるか、LogGroupのretentionをRetentionDays.ONE_YEAR以上とする',
    en: 'use RetainedLogGroup, or retention: RetentionDays.ONE_YEAR or longer of LogGroup',
  },
  // The second one is how CDK sets the retention of a group that a service makes.
  resources: ['AWS::Logs::LogGroup', 'Custom::LogRetention'],
  // Without a retention CloudWatch Logs keeps everything.
  check: (group, { profile }) =>
    group
      .get('RetentionInDays')
      .orDefault(Number.POSITIVE_INFINITY)
      .must(atLeast(profile.minimumLogRetentionDays, { ja: '日', en: ' days' })),
});
