import { dataEventsAreRecorded } from '../../analysis/data-events';
import { lacking } from '../../model/claim';
import { defineRule } from '../define';
import { fulfilledBy } from '../reliefs';

export const DynamoDbAccessRecorded = defineRule({
  id: 'DynamoDbAccessRecorded',
  clauses: ['7.1(6)①', '8.1⑤'],
  // Which records are taken beside the logs of the systems is for the policy on event logs to say (8.1⑤).
  duty: 'should',
  title: {
    ja: 'DynamoDBのテーブルの項目への操作を、CloudTrailのデータイベントで記録する',
    en: 'What is done with the items of DynamoDB tables is recorded, by data events of CloudTrail',
  },
  why: {
    ja: 'DynamoDBには他にアクセスの記録がなく、誰がどの項目を読み書きしたかが残らない。',
    en: 'DynamoDB has no other record of access: nothing tells who read or wrote which item.',
  },
  fix: {
    ja: '証跡のAdvancedEventSelectorsに、eventCategoryがData、resources.typeがAWS::DynamoDB::Tableである項目を加えてください。',
    en: 'Add a selector with eventCategory Data and resources.type AWS::DynamoDB::Table to AdvancedEventSelectors of a trail.',
  },
  cdk: {
    ja: 'CfnTrailのadvancedEventSelectorsに加える',
    en: 'add it to advancedEventSelectors of CfnTrail',
  },
  relievedBy: [fulfilledBy('AWS::CloudTrail::Trail', 'AWS::CloudTrail::EventDataStore')],
  resources: ['AWS::DynamoDB::Table'],
  appliesTo: { zones: ['my-number'], orConfidentialityAtLeast: 2 },
  check: (table) =>
    dataEventsAreRecorded(table, 'dynamodb').explained(
      'AWS::CloudTrail::Trail',
      lacking({ ja: 'このテーブルのデータイベントの記録なし', en: 'no data events of this table' }),
      { ja: 'このテーブルのデータイベントの記録', en: 'data events of this table' },
      table.at,
    ),
});
