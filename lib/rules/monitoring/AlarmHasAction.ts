import { ALARM_TYPES, isUsed, someRuleHearsOf } from '../../analysis/alarms';
import { byAlternative } from '../../analysis/network/alternatives';
import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { isTrue } from '../../model/requirement';
import { defineRule } from '../define';
import { fulfilledBy } from '../reliefs';

export const AlarmHasAction = defineRule({
  id: 'AlarmHasAction',
  clauses: ['8.1①', '8.1③'],
  title: {
    ja: 'CloudWatchアラームは、警報の状態になったときの動作を持ち、有効である',
    en: 'CloudWatch alarms have an action for when they go off, and it is switched on',
  },
  why: {
    ja: '誰にも知らせないアラームは、監視していないのと同じである。',
    en: 'An alarm that tells nobody is no monitoring.',
  },
  fix: {
    ja: 'AlarmActionsに通知先のSNSトピック等を指定し、ActionsEnabledをfalseにしないでください。',
    en: 'Name an SNS topic or the like in AlarmActions, and do not set ActionsEnabled to false.',
  },
  cdk: {
    ja: 'AlarmのaddAlarmAction(new SnsAction(topic))を呼ぶ',
    en: 'addAlarmAction(new SnsAction(topic)) of Alarm',
  },
  relievedBy: [
    fulfilledBy(
      'AWS::CloudWatch::CompositeAlarm',
      'AWS::Events::Rule',
      'AWS::CodeDeploy::DeploymentGroup',
      'AWS::ECS::Service',
      'AWS::AppConfig::Environment',
      'AWS::Route53::HealthCheck',
      'AWS::FIS::ExperimentTemplate',
    ),
  ],
  resources: ALARM_TYPES,
  check: (alarm, { deployment }) => {
    const actions = alarm.get('AlarmActions');
    const acts = actions
      .items()
      .some((item) => item.present)
      .explained(
        actions.path,
        { ja: '動作なし', en: 'no action' },
        { ja: '一つ以上の動作', en: 'one action or more' },
        actions.at,
      );
    const own = alarm.get('ActionsEnabled').orDefault(true).must(isTrue).and(acts);
    const told = Claim.all(actions.items().known.map(reachesSomewhere));
    // An alarm may be a part of another one, or of a deployment, or be heard of by EventBridge.
    return own
      .and(told)
      .or(isUsed(alarm))
      .or(someRuleHearsOf(deployment, 'source', 'aws.cloudwatch'));
  },
});

/** Who reads a topic that is not in the templates, somebody has to show. */
function reachesSomewhere(action: Field): Claim {
  return byAlternative(action, (value) =>
    value.kind === 'unknown' || (value.kind === 'known' && String(value.value).includes(':sns:'))
      ? action.states(
          'needed',
          { ja: 'テンプレート外の通知先', en: 'a topic outside of the templates' },
          { ja: '通知が担当者に届くことの確認', en: 'shown to reach somebody' },
        )
      : Claim.HOLDS,
  );
}
