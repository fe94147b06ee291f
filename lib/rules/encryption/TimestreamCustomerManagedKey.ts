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
  holds: {
    ja: '時系列の記録には、設備の稼働や人の動きが時刻とともに残る。',
    en: 'Time series record the working of plants and the movements of people, minute by minute.',
  },
  write: writeKey('KmsKeyId'),
  otherwise: { ja: 'AWSの管理又は所有する鍵が使われます', en: 'a key that AWS manages or owns is used' },
  cdk: {
    ja: 'CfnDatabase又はCfnInfluxDBInstanceのkmsKeyIdを指定する',
    en: 'kmsKeyId of CfnDatabase or CfnInfluxDBInstance',
  },
  check: keyAt('KmsKeyId'),
});
