import { AWS_OWNED, passKey, serviceKeyRule } from './service-keys';

export const ZeroEtlCustomerManagedKey = serviceKeyRule({
  id: 'ZeroEtlCustomerManagedKey',
  places: {
    'AWS::RDS::Integration': 'KMSKeyId',
    'AWS::Redshift::Integration': 'KMSKeyId',
    'AWS::Glue::Integration': 'KmsKeyId',
  },
  subject: { ja: 'ゼロETL統合', en: 'Zero-ETL integrations' },
  holds: { ja: '複製する間の業務データ', en: 'business data while it is copied' },
  otherwise: AWS_OWNED,
  cdk: passKey('kmsKeyId', 'CfnIntegration'),
});
