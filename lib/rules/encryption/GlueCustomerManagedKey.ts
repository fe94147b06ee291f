import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { isTrue, oneOf, type Requirement } from '../../model/requirement';
import type { Text } from '../../text';
import { customerManagedKeyRule, someItem } from './keys-table';

export const GlueCustomerManagedKey = customerManagedKeyRule({
  id: 'GlueCustomerManagedKey',
  resources: ['AWS::Glue::SecurityConfiguration', 'AWS::Glue::DataCatalogEncryptionSettings'],
  subject: {
    ja: 'Glueのデータカタログ及びジョブの出力',
    en: 'The Glue data catalog and the output of its jobs',
  },
  holds: {
    ja: 'ジョブは抽出したデータと処理の記録を書き出し、カタログは接続先のパスワードを保持する。',
    en: 'Jobs write out extracted data and their logs, and the catalog keeps passwords of connections.',
  },
  write: {
    ja: 'SecurityConfigurationではS3Encryptions、CloudWatchEncryption及びJobBookmarksEncryptionの各モードをKMSとしてKmsKeyArnに、DataCatalogEncryptionSettingsではCatalogEncryptionModeをSSE-KMS、ReturnConnectionPasswordEncryptedをtrueとしてSseAwsKmsKeyId及びConnectionPasswordEncryption.KmsKeyIdに、顧客管理のKMSキーを指定してください',
    en: 'In a SecurityConfiguration set the modes of S3Encryptions, CloudWatchEncryption and JobBookmarksEncryption to KMS and their KmsKeyArn to a customer managed key. In DataCatalogEncryptionSettings set CatalogEncryptionMode to SSE-KMS, ReturnConnectionPasswordEncrypted to true, and SseAwsKmsKeyId and ConnectionPasswordEncryption.KmsKeyId to one',
  },
  otherwise: {
    ja: '暗号化されないか、AWSの管理する鍵が使われます',
    en: 'nothing is encrypted, or with a key that AWS manages',
  },
  cdk: {
    ja: 'SecurityConfigurationのs3Encryption、cloudWatchEncryption及びjobBookmarksEncryptionに鍵を指定し、CfnDataCatalogEncryptionSettingsを用いる',
    en: 's3Encryption, cloudWatchEncryption and jobBookmarksEncryption of SecurityConfiguration with a key; CfnDataCatalogEncryptionSettings',
  },
  check: (resource, key) => {
    if (resource.type === 'AWS::Glue::DataCatalogEncryptionSettings') {
      const settings = resource.get('DataCatalogEncryptionSettings');
      const passwords = settings.get('ConnectionPasswordEncryption');
      return Claim.all([
        encrypts(settings.get('EncryptionAtRest'), 'CatalogEncryptionMode', 'SseAwsKmsKeyId', key),
        passwords.get('ReturnConnectionPasswordEncrypted').must(isTrue),
        passwords.get('KmsKeyId').must(key),
      ]);
    }
    const configuration = resource.get('EncryptionConfiguration');
    return Claim.all([
      someItem(configuration.get('S3Encryptions'), NONE, key.text, (item) =>
        encrypts(item, 'S3EncryptionMode', 'KmsKeyArn', key),
      ),
      encrypts(configuration.get('CloudWatchEncryption'), 'CloudWatchEncryptionMode', 'KmsKeyArn', key),
      encrypts(configuration.get('JobBookmarksEncryption'), 'JobBookmarksEncryptionMode', 'KmsKeyArn', key),
    ]);
  },
});

const NONE: Text = { ja: '暗号化なし', en: 'no encryption' };
const KMS_MODES = oneOf('SSE-KMS', 'SSE-KMS-WITH-SERVICE-ROLE', 'CSE-KMS');

function encrypts(field: Field, mode: string, keyName: string, key: Requirement): Claim {
  return field.get(mode).must(KMS_MODES).and(field.get(keyName).must(key));
}
