import { passKey, serviceKeyRule } from './service-keys';

export const SecurityLakeCustomerManagedKey = serviceKeyRule({
  id: 'SecurityLakeCustomerManagedKey',
  places: { 'AWS::SecurityLake::DataLake': 'EncryptionConfiguration.KmsKeyId' },
  subject: { ja: 'Security Lakeのログ', en: 'Logs in Security Lake' },
  holds: { ja: '全システムの操作及び通信の記録', en: 'records of operations and traffic of all systems' },
  otherwise: { ja: 'S3の所有する鍵が使われます', en: 'a key that S3 owns is used' },
  cdk: passKey('encryptionConfiguration', 'CfnDataLake'),
});
