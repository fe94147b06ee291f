import { customerManagedKeyRule, isSet } from './keys-table';
import { AWS_OWNED, passKey } from './service-keys';

export const SageMakerFeatureStoreCustomerManagedKey = customerManagedKeyRule({
  id: 'SageMakerFeatureStoreCustomerManagedKey',
  resources: ['AWS::SageMaker::FeatureGroup'],
  subject: { ja: 'SageMakerの特徴量ストア', en: 'Feature stores of SageMaker' },
  holds: {
    ja: '個人を表す特徴量が残る。',
    en: 'They hold features that describe persons.',
  },
  write: {
    ja: 'OnlineStoreConfig.SecurityConfig.KmsKeyId及びOfflineStoreConfig.S3StorageConfig.KmsKeyIdに顧客管理のKMSキーを指定してください',
    en: 'Set OnlineStoreConfig.SecurityConfig.KmsKeyId and OfflineStoreConfig.S3StorageConfig.KmsKeyId to a customer managed key',
  },
  otherwise: AWS_OWNED,
  cdk: passKey('onlineStoreConfig, offlineStoreConfig', 'CfnFeatureGroup'),
  check: (group, key) => {
    const online = group.get('OnlineStoreConfig');
    const offline = group.get('OfflineStoreConfig');
    return online
      .get('SecurityConfig.KmsKeyId')
      .must(key)
      .onlyIf(isSet(online))
      .and(offline.get('S3StorageConfig.KmsKeyId').must(key).onlyIf(isSet(offline)));
  },
});
