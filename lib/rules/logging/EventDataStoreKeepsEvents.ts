import { atLeast, isTrue } from '../../model/requirement';
import { defineRule } from '../define';

export const EventDataStoreKeepsEvents = defineRule({
  id: 'EventDataStoreKeepsEvents',
  clauses: ['7.1(6)①', '8.1⑤'],
  title: {
    ja: 'CloudTrail Lakeのイベントデータストアは、定められた期間以上イベントを保存する',
    en: 'Event data stores of CloudTrail Lake keep events for at least the prescribed period',
  },
  why: {
    ja: '年に一度の自己点検や、後から分かった事案の調査に、記録が残っていない。',
    en: 'The records are gone when the yearly self-inspection, or an incident found late, needs them.',
  },
  fix: {
    ja: 'RetentionPeriodに、プロファイルの定める日数以上の値を指定してください。IngestionEnabledはfalseにしません。',
    en: 'Set RetentionPeriod to at least the days that the profile prescribes, and do not set IngestionEnabled to false.',
  },
  cdk: { ja: 'CfnEventDataStoreのretentionPeriodを指定する', en: 'retentionPeriod of CfnEventDataStore' },
  resources: ['AWS::CloudTrail::EventDataStore'],
  check: (store, { profile }) =>
    store
      .get('RetentionPeriod')
      // The shorter of the two defaults, which depend on how the store is paid for.
      .orDefault(366)
      .must(atLeast(profile.minimumLogRetentionDays, { ja: '日', en: ' days' }))
      .and(store.get('IngestionEnabled').orDefault(true).must(isTrue)),
});
