import { AWS_OWNED, passKey, serviceKeyRule } from './service-keys';

export const OpenSearchIngestionCustomerManagedKey = serviceKeyRule({
  id: 'OpenSearchIngestionCustomerManagedKey',
  places: {
    'AWS::OSIS::Pipeline': 'EncryptionAtRestOptions.KmsKeyArn',
  },
  subject: { ja: 'OpenSearch Ingestionのパイプライン', en: 'Pipelines of OpenSearch Ingestion' },
  holds: { ja: '配送中に貯めたデータ', en: 'data that are buffered on their way' },
  otherwise: AWS_OWNED,
  cdk: passKey('encryptionAtRestOptions', 'CfnPipeline'),
});
