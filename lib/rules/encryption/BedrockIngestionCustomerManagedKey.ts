import { AWS_OWNED, passKey, serviceKeyRule } from './service-keys';

export const BedrockIngestionCustomerManagedKey = serviceKeyRule({
  id: 'BedrockIngestionCustomerManagedKey',
  places: {
    'AWS::Bedrock::DataSource': 'ServerSideEncryptionConfiguration.KmsKeyArn',
    'AWS::Bedrock::DataAutomationProject': 'KmsKeyId',
  },
  subject: {
    ja: 'Bedrockのデータソース及びデータ自動処理',
    en: 'Data sources and data automation of Bedrock',
  },
  holds: { ja: '取り込む間の文書の写し', en: 'copies of documents while they are taken in' },
  otherwise: AWS_OWNED,
  cdk: passKey('serverSideEncryptionConfiguration, kmsKeyId', 'CfnDataSource', 'CfnDataAutomationProject'),
});
