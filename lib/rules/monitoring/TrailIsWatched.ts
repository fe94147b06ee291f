import { alarmOn, someRuleHearsOf } from '../../analysis/alarms';
import { byThisOrAnother } from '../../analysis/trails';
import { Claim } from '../../model/claim';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';
import { platformDuty } from '../platform';
import { fulfilledBy } from '../reliefs';

/** How EventBridge calls what CloudTrail records. */
const BY_EVENTS = [
  'AWS API Call via CloudTrail',
  'AWS Console Sign In via CloudTrail',
  'AWS Service Event via CloudTrail',
];

export const TrailIsWatched = defineRule({
  id: 'TrailIsWatched',
  clauses: ['7.1(6)④', '8.1①'],
  title: {
    ja: '操作の記録を分析し、ルートユーザーの使用、認可されない操作等を知らせる',
    en: 'The record of operations is analyzed, and use of the root user, refused operations and the like raise an alarm',
  },
  why: {
    ja: '記録を誰も見なければ、不正な操作は監査の日まで分からない。',
    en: 'If nobody looks at the record, abuse is found on the day of the audit.',
  },
  fix: {
    ja: '証跡のロググループに対するAWS::Logs::MetricFilterと、そのメトリクスに対するAWS::CloudWatch::Alarmを作成するか、detail-typeがAWS API Call via CloudTrail等であるAWS::Events::Ruleを作成してください。',
    en: 'Create an AWS::Logs::MetricFilter on the log group of the trail with an AWS::CloudWatch::Alarm on its metric, or an AWS::Events::Rule with detail-type AWS API Call via CloudTrail or the like.',
  },
  cdk: {
    ja: 'LogGroupのaddMetricFilterと、そのmetric()のcreateAlarmを呼ぶ',
    en: 'addMetricFilter of LogGroup, and createAlarm of its metric()',
  },
  relievedBy: [
    fulfilledBy(
      'AWS::Logs::MetricFilter',
      'AWS::CloudWatch::Alarm',
      'AWS::Events::Rule',
      'AWS::CloudTrail::Trail',
    ),
  ],
  resources: ['AWS::CloudTrail::Trail'],
  check: (trail, { deployment, profile }) =>
    platformDuty(
      profile,
      'monitoring',
      byThisOrAnother(trail, filtersRaiseAlarms).or(someRuleHearsOf(deployment, 'detail-type', ...BY_EVENTS)),
      'AWS::Logs::MetricFilter',
      {
        ja: 'アラームのあるメトリクスフィルター、又はEventBridgeの規則',
        en: 'a metric filter with an alarm, or a rule of EventBridge',
      },
    ),
});

function filtersRaiseAlarms(trail: Resource): Claim {
  const { deployment } = trail;
  const ways: Claim[] = [];
  for (const group of trail.get('CloudWatchLogsLogGroupArn').references()) {
    for (const { resource: filter, when } of deployment.referrers(
      group.value.resource,
      'AWS::Logs::MetricFilter',
      'LogGroupName',
    )) {
      for (const item of filter.get('MetricTransformations').items().known) {
        for (const namespace of item.get('MetricNamespace').alternatives) {
          for (const name of item.get('MetricName').alternatives) {
            const given = [group.when, when, item.given, namespace.when, name.when];
            ways.push(
              alarmOn(deployment, namespace.value, name.value).and(
                Claim.when(given.reduce((so, more) => so.and(more))),
              ),
            );
          }
        }
      }
    }
  }
  return Claim.any(ways);
}
