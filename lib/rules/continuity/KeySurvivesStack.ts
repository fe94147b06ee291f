import { oneOf } from '../../model/requirement';
import { defineRule } from '../define';

export const KeySurvivesStack = defineRule({
  id: 'KeySurvivesStack',
  clauses: ['8.1⑥', '9.2(7)③'],
  title: {
    ja: 'KMSキーは、スタックの削除によって廃棄されないようにする',
    en: 'KMS keys are not destroyed together with their stack',
  },
  why: {
    ja: '鍵が失われると、残しておいたデータストアもバックアップも読めなくなる。鍵の廃棄は、情報資産の廃棄として行う。',
    en: 'Without its key no store or backup that was kept can be read. A key is destroyed to dispose of data, never in passing.',
  },
  fix: {
    ja: 'AWS::KMS::Keyに、DeletionPolicyとUpdateReplacePolicyをRetainとして指定してください。',
    en: 'Set DeletionPolicy and UpdateReplacePolicy of the AWS::KMS::Key to Retain.',
  },
  cdk: {
    ja: 'KeyのremovalPolicyを変えない（既定でRETAIN）',
    en: 'the removalPolicy of Key, which is RETAIN by default, left as it is',
  },
  // The waiting time of the key, which is a must, leaves a month to take it back.
  duty: 'should',
  resources: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
  appliesTo: { zones: ['my-number'], orConfidentialityAtLeast: 2, orIntegrityAtLeast: 2 },
  check: (key) =>
    key.attribute('DeletionPolicy').orDefault('Delete').must(oneOf('Retain', 'RetainExceptOnCreate')),
});
