import { withEvidence } from '../../analysis/evidence';
import { isTrue, oneOf } from '../../model/requirement';
import { defineRule } from '../define';

export const LogGroupSurvivesStack = defineRule({
  id: 'LogGroupSurvivesStack',
  clauses: ['7.1(6)②', '8.1⑥'],
  title: {
    ja: 'ロググループは、スタックの削除又は置換えによって消去されないようにする',
    en: 'Log groups are not deleted together with their stack, nor when they are replaced',
  },
  why: {
    ja: '既定の設定では、スタックの削除や名前の変更に伴い、CloudFormationがロググループを中のログごと削除する。',
    en: 'By default CloudFormation deletes a log group and all logs in it when its stack is deleted or its name is changed.',
  },
  fix: {
    ja: 'DeletionPolicy及びUpdateReplacePolicyをRetainにするか、DeletionProtectionEnabledをtrueにしてください。',
    en: 'Set DeletionPolicy and UpdateReplacePolicy to Retain, or DeletionProtectionEnabled to true.',
  },
  cdk: {
    ja: 'RetainedLogGroupを用いるか、LogGroupのremovalPolicyをRemovalPolicy.RETAINとする',
    en: 'use RetainedLogGroup, or removalPolicy: RemovalPolicy.RETAIN of LogGroup',
  },
  // The clause asks for the measures that are needed and names none: a copy in a locked archive is another one.
  duty: 'should',
  resources: ['AWS::Logs::LogGroup'],
  // Written out nowhere, both are Delete, and CloudFormation deletes a group with all that is in it.
  check: (group) =>
    group
      .attribute('DeletionPolicy')
      .orDefault('Delete')
      .must(oneOf('Retain', 'RetainExceptOnCreate'))
      .and(group.attribute('UpdateReplacePolicy').orDefault('Delete').must(oneOf('Retain')))
      // What is protected from deletion CloudFormation cannot delete either.
      .or(withEvidence(group.get('DeletionProtectionEnabled').orDefault(false).must(isTrue), [])),
});
