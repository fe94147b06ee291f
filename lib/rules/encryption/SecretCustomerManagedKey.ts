import { customerManagedKeyRule } from './keys-table';

export const SecretCustomerManagedKey = customerManagedKeyRule({
  id: 'SecretCustomerManagedKey',
  resources: ['AWS::SecretsManager::Secret'],
  subject: { ja: 'Secrets Managerのシークレット', en: 'Secrets of Secrets Manager' },
  holds: {
    ja: 'シークレットは、データベースや外部の連携先に入るための鍵束である。',
    en: 'Secrets are the keys to databases and to systems of others.',
  },
  write: {
    ja: 'KmsKeyIdに顧客管理のKMSキーを指定し、ReplicaRegionsを用いる場合はその各KmsKeyIdにも指定してください',
    en: 'Set KmsKeyId to a customer managed key, and KmsKeyId of each of the ReplicaRegions, if any, too',
  },
  otherwise: {
    ja: 'AWSの管理する鍵（aws/secretsmanager）が使われます',
    en: 'the key aws/secretsmanager, which AWS manages, is used',
  },
  cdk: {
    ja: 'SecretのencryptionKeyを指定する',
    en: 'encryptionKey of Secret',
  },
  check: (secret, key) =>
    secret
      .get('KmsKeyId')
      .must(key)
      // Each replica has a key of its own region, aws/secretsmanager there if none is named.
      .and(
        secret
          .get('ReplicaRegions')
          .items()
          .every((replica) => replica.get('KmsKeyId').must(key)),
      ),
});
