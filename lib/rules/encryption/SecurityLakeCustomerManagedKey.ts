import { noneOf } from '../../model/requirement';
import { customerManagedKeyRule } from './keys-table';
import { passKey } from './service-keys';

export const SecurityLakeCustomerManagedKey = customerManagedKeyRule({
  id: 'SecurityLakeCustomerManagedKey',
  resources: ['AWS::SecurityLake::DataLake'],
  subject: { ja: 'Security Lakeのログ', en: 'Logs in Security Lake' },
  holds: { ja: '全システムの操作及び通信の記録', en: 'records of operations and traffic of all systems' },
  write: {
    ja: 'EncryptionConfiguration.KmsKeyIdに顧客管理のKMSキーを指定してください',
    en: 'Set EncryptionConfiguration.KmsKeyId to a customer managed key',
  },
  otherwise: { ja: 'S3の所有する鍵が使われます', en: 'a key that S3 owns is used' },
  cdk: passKey('encryptionConfiguration', 'CfnDataLake'),
  check: (lake, key) => {
    const keyId = lake.get('EncryptionConfiguration.KmsKeyId');
    // The word by which the service says that S3 has the key.
    return keyId.must(noneOf('S3_MANAGED_KEY')).and(keyId.must(key));
  },
});
