import { isTrue } from '../../model/requirement';
import { defineRule } from '../define';

/** DAX takes no key of the customer, so encryption at rest is all that can be asked of it. */
export const DaxEncryptedAtRest = defineRule({
  id: 'DaxEncryptedAtRest',
  clauses: ['4(1)④', '9.2(5)①(イ)', '9.2(6)①(オ)'],
  title: {
    ja: 'DAXクラスターは、保存時に暗号化する',
    en: 'DAX clusters are encrypted at rest',
  },
  why: {
    ja: 'DAXはDynamoDBの内容をディスクにも置き、指定しない限り暗号化しない。',
    en: 'DAX keeps what DynamoDB holds on disks as well, in plain text unless it is told otherwise.',
  },
  fix: {
    ja: 'SSESpecification.SSEEnabledをtrueとしてください。既存のクラスターは作り直しが必要です。',
    en: 'Set SSESpecification.SSEEnabled to true. An existing cluster has to be made anew.',
  },
  cdk: {
    ja: 'CfnClusterのsseSpecificationを{ sseEnabled: true }とする',
    en: 'sseSpecification: { sseEnabled: true } of CfnCluster',
  },
  resources: ['AWS::DAX::Cluster'],
  appliesTo: { zones: ['my-number'], orConfidentialityAtLeast: 2 },
  check: (cluster) => cluster.get('SSESpecification.SSEEnabled').orDefault(false).must(isTrue),
});
