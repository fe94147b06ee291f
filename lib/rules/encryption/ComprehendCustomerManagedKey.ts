import { Claim } from '../../model/claim';
import { customerManagedKeyRule } from './keys-table';
import { AWS_OWNED, passKey } from './service-keys';

/** The keys of each type: of the model, of the machines that learn, and of what they learn from. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  'AWS::Comprehend::DocumentClassifier': ['ModelKmsKeyId', 'VolumeKmsKeyId'],
  'AWS::Comprehend::EntityRecognizer': ['ModelKmsKeyId', 'VolumeKmsKeyId'],
  'AWS::Comprehend::Flywheel': [
    'DataSecurityConfig.ModelKmsKeyId',
    'DataSecurityConfig.VolumeKmsKeyId',
    'DataSecurityConfig.DataLakeKmsKeyId',
  ],
};

export const ComprehendCustomerManagedKey = customerManagedKeyRule({
  id: 'ComprehendCustomerManagedKey',
  resources: Object.keys(KEYS),
  subject: { ja: 'Comprehendのモデル及び学習データ', en: 'Models and learning data of Comprehend' },
  holds: {
    ja: '学習に用いた文書の内容が残る。',
    en: 'They hold what stood in the documents that were learned from.',
  },
  write: {
    ja: 'ModelKmsKeyId及びVolumeKmsKeyId（FlywheelではDataSecurityConfigの各鍵）に顧客管理のKMSキーを指定してください',
    en: 'Set ModelKmsKeyId and VolumeKmsKeyId (of a Flywheel: each key in DataSecurityConfig) to a customer managed key',
  },
  otherwise: AWS_OWNED,
  cdk: passKey(
    'modelKmsKeyId, volumeKmsKeyId',
    'CfnDocumentClassifier',
    'CfnEntityRecognizer',
    'CfnFlywheel',
  ),
  check: (resource, key) =>
    Claim.all((KEYS[resource.type] as readonly string[]).map((path) => resource.get(path).must(key))),
});
