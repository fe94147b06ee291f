import { oneOf } from '../../model/requirement';
import { customerManagedKeyRule } from './keys-table';
import { passKey } from './service-keys';

export const SyntheticsCustomerManagedKey = customerManagedKeyRule({
  id: 'SyntheticsCustomerManagedKey',
  resources: ['AWS::Synthetics::Canary'],
  subject: { ja: 'CloudWatch Syntheticsの画面の写し', en: 'Screenshots of CloudWatch Synthetics' },
  holds: {
    ja: '監視した画面及び通信の記録が残る。',
    en: 'They hold pictures and traffic of the pages that are watched.',
  },
  write: {
    ja: 'ArtifactConfig.S3EncryptionのEncryptionModeをSSE_KMSとし、KmsKeyArnに顧客管理のKMSキーを指定してください',
    en: 'Set EncryptionMode to SSE_KMS in ArtifactConfig.S3Encryption, and KmsKeyArn to a customer managed key',
  },
  otherwise: { ja: 'AWSの管理する鍵が使われます', en: 'a key that AWS manages is used' },
  cdk: passKey('artifactS3KmsKey', 'Canary'),
  // The clauses protect the information that is handled; a canary acts as a user of its own, without citizens' data.
  duty: 'should',
  check: (canary, key) => {
    const encryption = canary.get('ArtifactConfig.S3Encryption');
    return encryption.get('EncryptionMode').must(oneOf('SSE_KMS')).and(encryption.get('KmsKeyArn').must(key));
  },
});
