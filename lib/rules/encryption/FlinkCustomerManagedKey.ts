import { AWS_OWNED, passKey, serviceKeyRule } from './service-keys';

export const FlinkCustomerManagedKey = serviceKeyRule({
  id: 'FlinkCustomerManagedKey',
  places: {
    'AWS::KinesisAnalyticsV2::Application': {
      key: 'ApplicationConfiguration.ApplicationEncryptionConfiguration.KeyId',
      mode: ['ApplicationConfiguration.ApplicationEncryptionConfiguration.KeyType', 'CUSTOMER_MANAGED_KEY'],
    },
  },
  subject: {
    ja: 'Managed Service for Apache Flinkのアプリケーション',
    en: 'Applications of Managed Service for Apache Flink',
  },
  holds: { ja: '処理中のデータのスナップショット', en: 'snapshots of data in process' },
  otherwise: AWS_OWNED,
  cdk: passKey('applicationConfiguration', 'CfnApplication'),
});
