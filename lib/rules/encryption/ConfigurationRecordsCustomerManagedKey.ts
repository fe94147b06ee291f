import type { Claim } from '../../model/claim';
import type { Requirement } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { keyOrThatOfBucket } from './bucket-default';
import { customerManagedKeyRule, isSet } from './keys-table';
import { passKey } from './service-keys';

type Check = (resource: Resource, key: Requirement) => Claim;

const CHECKS: Readonly<Record<string, Check>> = {
  'AWS::Config::DeliveryChannel': (channel, key) =>
    keyOrThatOfBucket(channel.get('S3KmsKeyArn'), channel.get('S3BucketName'), key, channel),
  'AWS::SSM::ResourceDataSync': (sync, key) => {
    const destination = sync.get('S3Destination');
    const newer = isSet(destination);
    return keyOrThatOfBucket(destination.get('KMSKeyArn'), destination.get('BucketName'), key, sync)
      .onlyIf(newer)
      .and(
        keyOrThatOfBucket(sync.get('KMSKeyArn'), sync.get('BucketName'), key, sync)
          .onlyIf(isSet(sync.get('BucketName')))
          .onlyIf(newer.not()),
      );
  },
  'AWS::GuardDuty::PublishingDestination': (destination, key) =>
    destination.get('DestinationProperties.KmsKeyArn').must(key),
};

export const ConfigurationRecordsCustomerManagedKey = customerManagedKeyRule({
  id: 'ConfigurationRecordsCustomerManagedKey',
  resources: Object.keys(CHECKS),
  subject: {
    ja: 'Config、Systems Manager及びGuardDutyの書き出す記録',
    en: 'Records written by Config, Systems Manager and GuardDuty',
  },
  holds: {
    ja: '全てのリソースの構成、導入済みのソフトウェア及び検出された脅威が残る。',
    en: 'They hold the configuration of everything, installed software and detected threats.',
  },
  write: {
    ja: 'S3KmsKeyArn、S3Destination.KMSKeyArn及びDestinationProperties.KmsKeyArnに顧客管理のKMSキーを指定してください',
    en: 'Set S3KmsKeyArn, S3Destination.KMSKeyArn and DestinationProperties.KmsKeyArn to a customer managed key',
  },
  otherwise: { ja: 'バケットの既定の暗号化に従います', en: 'the default encryption of the bucket applies' },
  cdk: passKey(
    's3KmsKeyArn, kmsKeyArn',
    'CfnDeliveryChannel',
    'CfnResourceDataSync',
    'CfnPublishingDestination',
  ),
  check: (resource, key) => (CHECKS[resource.type] as Check)(resource, key),
});
