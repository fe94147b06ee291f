import { equals } from '../../model/requirement';
import type { Text } from '../../text';
import { customerManagedKeyRule, someItem } from './keys-table';

const OWNED: Text = { ja: 'AWSの所有する鍵', en: 'a key that AWS owns' };

export const EksSecretsCustomerManagedKey = customerManagedKeyRule({
  id: 'EksSecretsCustomerManagedKey',
  resources: ['AWS::EKS::Cluster'],
  subject: { ja: 'EKSクラスターのシークレット', en: 'Secrets of EKS clusters' },
  holds: {
    ja: 'クラスターのシークレットには、データベースのパスワードや連携先の認証情報が入る。',
    en: 'Secrets of a cluster are passwords of databases and credentials of other systems.',
  },
  write: {
    ja: 'EncryptionConfigのResourcesにsecretsを、Provider.KeyArnに顧客管理のKMSキーを指定してください',
    en: 'Give secrets in Resources of EncryptionConfig, and a customer managed key in its Provider.KeyArn',
  },
  otherwise: { ja: 'AWSの所有する鍵が使われます', en: 'a key that AWS owns is used' },
  cdk: {
    ja: 'ClusterのsecretsEncryptionKeyを指定する',
    en: 'secretsEncryptionKey of Cluster',
  },
  check: (cluster, key) =>
    someItem(cluster.get('EncryptionConfig'), OWNED, key.text, (config) =>
      config
        .get('Resources')
        .items()
        .some((item) => item.must(equals('secrets')))
        .and(config.get('Provider.KeyArn').must(key)),
    ),
});
