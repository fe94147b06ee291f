import { isSentOn } from '../../analysis/alarms';
import { oneOf } from '../../model/requirement';
import { defineRule } from '../define';

/** Services whose events tell of an incident, or of what may become one. */
const SECURITY_SOURCES = [
  'aws.guardduty',
  'aws.securityhub',
  'aws.inspector2',
  'aws.macie',
  'aws.access-analyzer',
  'aws.detective',
  'aws.health',
  'aws.config',
  'aws.cloudwatch',
];

export const SecurityFindingsAreSentOn = defineRule({
  id: 'SecurityFindingsAreSentOn',
  clauses: ['8.1①', '4(3)①'],
  title: {
    ja: '検知の結果を受けるEventBridgeの規則は、有効であり、送り先を持つ',
    en: 'Rules of EventBridge for security findings are switched on and have a target',
  },
  why: {
    ja: '検知しても誰にも届かなければ、対処が始まらない。',
    en: 'A detection that reaches nobody starts no response.',
  },
  fix: {
    ja: 'Targetsに送り先を指定し、StateをDISABLEDにしないでください。',
    en: 'Name a target in Targets, and do not set State to DISABLED.',
  },
  cdk: {
    ja: 'RuleのaddTarget(new SnsTopic(topic))等を呼ぶ',
    en: 'addTarget(new SnsTopic(topic)) or the like of Rule',
  },
  resources: ['AWS::Events::Rule'],
  check: (rule) =>
    isSentOn(rule).onlyIf(
      rule
        .get('EventPattern')
        .child('source')
        .items()
        .some((item) => item.must(oneOf(...SECURITY_SOURCES))),
    ),
});
