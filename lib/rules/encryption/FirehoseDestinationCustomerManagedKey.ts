import { Claim } from '../../model/claim';
import { keyOrThatOfBucket } from './bucket-default';
import { customerManagedKeyRule, isSet } from './keys-table';
import { passKey } from './service-keys';

/** Where a stream writes to S3: as its destination, or what could not be delivered elsewhere. */
const BUCKETS = [
  'S3DestinationConfiguration',
  'ExtendedS3DestinationConfiguration',
  'RedshiftDestinationConfiguration.S3Configuration',
  'ElasticsearchDestinationConfiguration.S3Configuration',
  'AmazonopensearchserviceDestinationConfiguration.S3Configuration',
  'AmazonOpenSearchServerlessDestinationConfiguration.S3Configuration',
  'HttpEndpointDestinationConfiguration.S3Configuration',
  'SplunkDestinationConfiguration.S3Configuration',
  'SnowflakeDestinationConfiguration.S3Configuration',
  'IcebergDestinationConfiguration.S3Configuration',
];

export const FirehoseDestinationCustomerManagedKey = customerManagedKeyRule({
  id: 'FirehoseDestinationCustomerManagedKey',
  resources: ['AWS::KinesisFirehose::DeliveryStream'],
  subject: { ja: 'FirehoseがS3に書くデータ', en: 'Objects that Firehose writes to S3' },
  holds: {
    ja: '配送した記録及び配送に失敗した記録が残る。',
    en: 'They hold records that were delivered, and those that could not be.',
  },
  write: {
    ja: '配送先のEncryptionConfiguration.KMSEncryptionConfig.AWSKMSKeyARNに顧客管理のKMSキーを指定してください',
    en: 'Set EncryptionConfiguration.KMSEncryptionConfig.AWSKMSKeyARN of the destination to a customer managed key',
  },
  otherwise: { ja: 'バケットの既定の暗号化に従います', en: 'the default encryption of the bucket applies' },
  cdk: passKey('encryptionKey', 'S3Bucket'),
  check: (stream, key) =>
    Claim.all(
      BUCKETS.map((path) => {
        const bucket = stream.get(path);
        return keyOrThatOfBucket(
          bucket.get('EncryptionConfiguration.KMSEncryptionConfig.AWSKMSKeyARN'),
          bucket.get('BucketARN'),
          key,
          stream,
        ).onlyIf(isSet(bucket));
      }),
    ),
});
