import { keyOrThatOfBucket } from './bucket-default';
import { customerManagedKeyRule, isSet } from './keys-table';
import { passKey } from './service-keys';

export const ConnectRecordingCustomerManagedKey = customerManagedKeyRule({
  id: 'ConnectRecordingCustomerManagedKey',
  resources: ['AWS::Connect::InstanceStorageConfig'],
  subject: { ja: 'Amazon Connectの通話録音及び応対記録', en: 'Recordings and transcripts of Amazon Connect' },
  holds: {
    ja: '住民の声と相談の内容が残る。',
    en: 'They hold the voices of residents and what they asked about.',
  },
  write: {
    ja: 'S3Config又はKinesisVideoStreamConfigのEncryptionConfig（EncryptionType: KMS）のKeyIdに顧客管理のKMSキーを指定してください',
    en: 'Set KeyId of EncryptionConfig (EncryptionType: KMS) in S3Config or KinesisVideoStreamConfig to a customer managed key',
  },
  otherwise: {
    ja: '録音を置くバケットの既定の暗号化に従います',
    en: 'the default encryption of the bucket applies',
  },
  cdk: passKey('s3Config.encryptionConfig', 'CfnInstanceStorageConfig'),
  check: (storage, key) => {
    const s3 = storage.get('S3Config');
    const video = storage.get('KinesisVideoStreamConfig');
    return keyOrThatOfBucket(s3.get('EncryptionConfig.KeyId'), s3.get('BucketName'), key, storage)
      .onlyIf(isSet(s3))
      .and(video.get('EncryptionConfig.KeyId').must(key).onlyIf(isSet(video)));
  },
});
