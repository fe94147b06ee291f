import { isTrue } from '../../model/requirement';
import { customerManagedKeyRule } from './keys-table';

/** The switch by which a service keeps the administrator's password in Secrets Manager, and the key of that secret. */
const MANAGED: Readonly<Record<string, readonly [enabled: string, key: string]>> = {
  'AWS::RDS::DBCluster': ['ManageMasterUserPassword', 'MasterUserSecret.KmsKeyId'],
  'AWS::RDS::DBInstance': ['ManageMasterUserPassword', 'MasterUserSecret.KmsKeyId'],
  'AWS::DocDB::DBCluster': ['ManageMasterUserPassword', 'MasterUserSecretKmsKeyId'],
  'AWS::Redshift::Cluster': ['ManageMasterPassword', 'MasterPasswordSecretKmsKeyId'],
  'AWS::RedshiftServerless::Namespace': ['ManageAdminPassword', 'AdminPasswordSecretKmsKeyId'],
};

export const ManagedPasswordCustomerManagedKey = customerManagedKeyRule({
  id: 'ManagedPasswordCustomerManagedKey',
  resources: Object.keys(MANAGED),
  subject: {
    ja: 'データベースサービスの管理する管理者パスワードのシークレット',
    en: 'Secrets in which database services keep the administrator password',
  },
  holds: {
    ja: 'このシークレットを復号した者は、データベースの管理者になれる。',
    en: 'Whoever decrypts this secret is the administrator of the database.',
  },
  write: {
    ja: 'ManageMasterUserPassword等を有効にする場合は、MasterUserSecret.KmsKeyId（DocDB及びRedshiftでは…SecretKmsKeyId）に顧客管理のKMSキーを指定してください',
    en: 'Where ManageMasterUserPassword or its like is on, set MasterUserSecret.KmsKeyId (of DocDB and Redshift: …SecretKmsKeyId) to a customer managed key',
  },
  otherwise: {
    ja: 'AWSの管理する鍵（aws/secretsmanager）が使われます',
    en: 'the key aws/secretsmanager, which AWS manages, is used',
  },
  cdk: {
    ja: 'CfnDBInstance又はCfnDBClusterのmasterUserSecret.kmsKeyIdを指定する',
    en: 'masterUserSecret.kmsKeyId of CfnDBInstance or CfnDBCluster',
  },
  check: (database, key) => {
    const [enabled, path] = MANAGED[database.type] as readonly [string, string];
    return database.get(path).must(key).onlyIf(database.get(enabled).orDefault(false).must(isTrue));
  },
});
