import { byAlternative } from '../../analysis/network/alternatives';
import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { isTrue, oneOf, type Requirement } from '../../model/requirement';
import { EMR, EMR_ON_EKS, emrEncryption } from './emr-security';
import { customerManagedKeyRule } from './keys-table';
import { NOT_ENCRYPTED } from './service-keys';

export const EmrCustomerManagedKey = customerManagedKeyRule({
  id: 'EmrCustomerManagedKey',
  resources: [EMR, EMR_ON_EKS],
  subject: { ja: 'EMRのデータ', en: 'Data of EMR' },
  holds: {
    ja: '分析する業務データとその途中結果が残る。',
    en: 'They hold data under analysis and intermediate results.',
  },
  write: {
    ja: 'EncryptionConfigurationのEnableAtRestEncryptionをtrueとし、AtRestEncryptionConfigurationのS3EncryptionConfiguration（EncryptionMode: SSE-KMS）及びLocalDiskEncryptionConfiguration（EncryptionKeyProviderType: AwsKms）のAwsKmsKey（EMR on EKSではKMSKeyId及びAwsKmsKeyId）に顧客管理のKMSキーを指定してください',
    en: 'Set EnableAtRestEncryption to true in EncryptionConfiguration. Set AwsKmsKey of S3EncryptionConfiguration (EncryptionMode: SSE-KMS) and LocalDiskEncryptionConfiguration (EncryptionKeyProviderType: AwsKms) in AtRestEncryptionConfiguration (for EMR on EKS KMSKeyId and AwsKmsKeyId) to a customer managed key',
  },
  otherwise: NOT_ENCRYPTED,
  cdk: {
    ja: 'CfnSecurityConfigurationのsecurityConfigurationに同じ構造を渡す',
    en: 'pass the same structure as securityConfiguration of CfnSecurityConfiguration',
  },
  check: (resource, key) => {
    const encryption = emrEncryption(resource);
    const atRest = encryption.get('AtRestEncryptionConfiguration');
    const s3 = atRest.get('S3EncryptionConfiguration');
    const disk = atRest.get('LocalDiskEncryptionConfiguration');
    if (resource.type === EMR_ON_EKS) {
      return s3
        .get('EncryptionOption')
        .must(KMS_MODES)
        .and(s3.get('KMSKeyId').must(key))
        .and(diskKey(disk, 'AwsKmsKeyId', key));
    }
    return Claim.all([
      encryption.get('EnableAtRestEncryption').must(isTrue),
      s3.get('EncryptionMode').must(KMS_MODES).and(s3.get('AwsKmsKey').must(key)),
      diskKey(disk, 'AwsKmsKey', key),
    ]);
  },
});

const KMS_MODES = oneOf('SSE-KMS', 'CSE-KMS', 'CSE-Custom');

/** With a provider of its own the key comes from a program that no template shows. */
function diskKey(disk: Field, name: string, key: Requirement): Claim {
  const provider = disk.get('EncryptionKeyProviderType');
  return byAlternative(provider, (value) =>
    value.kind === 'known' && value.value === 'Custom'
      ? provider.states(
          'needed',
          { ja: '独自の鍵提供プログラム', en: 'a key provider of its own' },
          { ja: '市の管理する鍵', en: 'a key that the city manages' },
        )
      : provider.must(oneOf('AwsKms')).and(disk.get(name).must(key)),
  );
}
