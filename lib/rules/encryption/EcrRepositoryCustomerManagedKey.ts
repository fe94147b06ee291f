import { oneOf } from '../../model/requirement';
import { customerManagedKeyRule } from './keys-table';

export const EcrRepositoryCustomerManagedKey = customerManagedKeyRule({
  id: 'EcrRepositoryCustomerManagedKey',
  resources: ['AWS::ECR::Repository', 'AWS::ECR::RepositoryCreationTemplate'],
  subject: { ja: 'ECRリポジトリ', en: 'ECR repositories' },
  write: {
    ja: 'EncryptionConfigurationのEncryptionTypeをKMSとし、KmsKeyに顧客管理のKMSキーを指定してください',
    en: 'Set EncryptionType to KMS in EncryptionConfiguration, and KmsKey to a customer managed key',
  },
  otherwise: {
    ja: 'AES256（S3の所有する鍵）で暗号化されます',
    en: 'images are encrypted with AES256, a key that S3 owns',
  },
  cdk: 'encryptionKey',
  check: (repository, key) =>
    repository
      .get('EncryptionConfiguration.EncryptionType')
      .must(oneOf('KMS', 'KMS_DSSE'))
      .and(repository.get('EncryptionConfiguration.KmsKey').must(key)),
});
