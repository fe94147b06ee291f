import { AWS_OWNED, passKey, serviceKeyRule } from './service-keys';

export const WisdomCustomerManagedKey = serviceKeyRule({
  id: 'WisdomCustomerManagedKey',
  places: {
    'AWS::Wisdom::Assistant': 'ServerSideEncryptionConfiguration.KmsKeyId',
    'AWS::Wisdom::KnowledgeBase': 'ServerSideEncryptionConfiguration.KmsKeyId',
  },
  subject: {
    ja: 'Amazon Q in Connectのアシスタント及びナレッジベース',
    en: 'Assistants and knowledge bases of Amazon Q in Connect',
  },
  holds: { ja: '応対の内容及び職員向けの回答資料', en: 'what callers said and the answers kept for staff' },
  otherwise: AWS_OWNED,
  cdk: passKey('serverSideEncryptionConfiguration', 'CfnAssistant', 'CfnKnowledgeBase'),
});
