import { oneOf } from '../../model/requirement';
import { customerManagedKeyRule } from './keys-table';

export const EcrRepositoryCustomerManagedKey = customerManagedKeyRule({
  id: 'EcrRepositoryCustomerManagedKey',
  resources: ['AWS::ECR::Repository', 'AWS::ECR::RepositoryCreationTemplate'],
  subject: { ja: 'ECRリポジトリ', en: 'ECR repositories' },
  holds: {
    ja: 'コンテナイメージには、業務プログラムとその設定が含まれる。',
    en: 'Container images hold the programs of the city and their settings.',
  },
  write: {
    ja: 'EncryptionConfigurationのEncryptionTypeをKMSとし、KmsKeyに顧客管理のKMSキーを指定してください',
    en: 'Set EncryptionType to KMS in EncryptionConfiguration, and KmsKey to a customer managed key',
  },
  otherwise: {
    ja: 'AES256（S3の所有する鍵）で暗号化されます',
    en: 'images are encrypted with AES256, a key that S3 owns',
  },
  cdk: {
    ja: 'RepositoryのencryptionKeyを指定する',
    en: 'encryptionKey of Repository',
  },
  check: (repository, key) =>
    repository
      .get('EncryptionConfiguration.EncryptionType')
      .must(oneOf('KMS', 'KMS_DSSE'))
      .and(repository.get('EncryptionConfiguration.KmsKey').must(key)),
});
