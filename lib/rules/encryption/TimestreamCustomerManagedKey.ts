import { customerManagedKeyRule, keyAt, writeKey } from './keys-table';

export const TimestreamCustomerManagedKey = customerManagedKeyRule({
  id: 'TimestreamCustomerManagedKey',
  resources: [
    'AWS::Timestream::Database',
    'AWS::Timestream::InfluxDBInstance',
    'AWS::Timestream::InfluxDBCluster',
    'AWS::Timestream::ScheduledQuery',
  ],
  subject: { ja: 'Timestreamデータベース', en: 'Timestream databases' },
  write: writeKey('KmsKeyId'),
  otherwise: { ja: 'AWSの管理又は所有する鍵が使われます', en: 'a key that AWS manages or owns is used' },
  cdk: 'kmsKey',
  check: keyAt('KmsKeyId'),
});
