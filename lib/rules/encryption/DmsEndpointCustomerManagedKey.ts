import { Claim } from '../../model/claim';
import { equals } from '../../model/requirement';
import { customerManagedKeyRule, isSet } from './keys-table';
import { passKey } from './service-keys';

export const DmsEndpointCustomerManagedKey = customerManagedKeyRule({
  id: 'DmsEndpointCustomerManagedKey',
  resources: ['AWS::DMS::Endpoint'],
  subject: { ja: 'DMSのエンドポイントの接続情報及び出力', en: 'Connections and output of DMS endpoints' },
  holds: {
    ja: 'データベースの認証情報又は移行したデータが残る。',
    en: 'They hold credentials of databases, or migrated data.',
  },
  write: {
    ja: 'Passwordを用いる場合はKmsKeyIdに、S3SettingsではEncryptionModeをSSE_KMSとしてServerSideEncryptionKmsKeyIdに、顧客管理のKMSキーを指定してください',
    en: 'Where there is a Password, set KmsKeyId to a customer managed key; in S3Settings set EncryptionMode to SSE_KMS and ServerSideEncryptionKmsKeyId to a customer managed key',
  },
  otherwise: {
    ja: 'AWSの管理する鍵（aws/dms）又はS3の所有する鍵が使われます',
    en: 'the key aws/dms, which AWS manages, or one that S3 owns is used',
  },
  cdk: passKey('kmsKeyId, s3Settings', 'CfnEndpoint'),
  check: (endpoint, key) => {
    const s3 = endpoint.get('S3Settings');
    const written = s3
      .get('EncryptionMode')
      .must(equals('SSE_KMS'))
      .and(s3.get('ServerSideEncryptionKmsKeyId').must(key));
    // A source only reads from its bucket.
    const writesToS3 = isSet(s3).and(endpoint.get('EndpointType').must(equals('target')));
    return Claim.all([
      endpoint
        .get('KmsKeyId')
        .must(key)
        .onlyIf(isSet(endpoint.get('Password'))),
      written.onlyIf(writesToS3),
    ]);
  },
});
