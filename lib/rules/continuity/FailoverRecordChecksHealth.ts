import type { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { equals, isTrue, present } from '../../model/requirement';
import { defineRule } from '../define';

export const FailoverRecordChecksHealth = defineRule({
  id: 'FailoverRecordChecksHealth',
  clauses: ['5.1(2)'],
  title: {
    ja: '切替え用のDNSレコードは、障害を検知するヘルスチェックを持つ',
    en: 'DNS records that fail over have a health check that notices the failure',
  },
  why: {
    ja: 'ヘルスチェックのない主系のレコードは常に正常とみなされ、障害時に待機系へ切り替わらない。',
    en: 'A primary record without a health check always counts as healthy, so that nothing switches to the standby.',
  },
  fix: {
    ja: 'FailoverがPRIMARYのレコードにHealthCheckIdを指定するか、AliasTarget.EvaluateTargetHealthをtrueにしてください。',
    en: 'Set HealthCheckId of records whose Failover is PRIMARY, or AliasTarget.EvaluateTargetHealth to true.',
  },
  cdk: {
    ja: 'RecordSetのhealthCheck、又は別名の宛先のevaluateTargetHealthを指定する',
    en: 'healthCheck of RecordSet, or evaluateTargetHealth of the alias target',
  },
  resources: ['AWS::Route53::RecordSet', 'AWS::Route53::RecordSetGroup'],
  check: (resource) =>
    resource.type === 'AWS::Route53::RecordSet'
      ? isChecked(resource.get(''))
      : resource.get('RecordSets').items().every(isChecked),
});

function isChecked(record: Field): Claim {
  return record
    .get('HealthCheckId')
    .must(present)
    .or(record.get('AliasTarget.EvaluateTargetHealth').orDefault(false).must(isTrue))
    .onlyIf(record.get('Failover').must(equals('PRIMARY')));
}
