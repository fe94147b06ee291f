import { isTrue } from '../../model/requirement';
import { defineRule } from '../define';

export const EventDataStoreProtected = defineRule({
  id: 'EventDataStoreProtected',
  clauses: ['7.1(6)②'],
  title: {
    ja: 'CloudTrail Lakeのイベントデータストアは、削除から保護する',
    en: 'Event data stores of CloudTrail Lake are protected from deletion',
  },
  why: {
    ja: '一つの操作で、過去の操作の記録が全て失われる。',
    en: 'A single operation would wipe out the record of all past operations.',
  },
  fix: {
    ja: 'TerminationProtectionEnabledをfalseにしないでください。指定しない場合は有効です。',
    en: 'Do not set TerminationProtectionEnabled to false; without it, the protection is on.',
  },
  cdk: {
    ja: 'CfnEventDataStoreのterminationProtectionEnabledをtrueとする',
    en: 'terminationProtectionEnabled: true of CfnEventDataStore',
  },
  resources: ['AWS::CloudTrail::EventDataStore'],
  check: (store) => store.get('TerminationProtectionEnabled').orDefault(true).must(isTrue),
});
