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
  fix: {
    ja: 'DeletionPolicy及びUpdateReplacePolicyをRetainにするか、DeletionProtectionEnabledをtrueにしてください（CDKではRetainedLogGroupを使うか、removalPolicy: RemovalPolicy.RETAINを指定）。',
    en: 'Set DeletionPolicy and UpdateReplacePolicy to Retain, or DeletionProtectionEnabled to true (in CDK: use RetainedLogGroup, or removalPolicy: RemovalPolicy.RETAIN).',
  },
  resources: ['AWS::Logs::LogGroup'],
  // The clause asks for the measures that are needed and names none: a copy in a locked archive is another one.
  duty: 'should',
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
