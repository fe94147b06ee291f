import { Claim } from '../../model/claim';
import { customerManagedKeyRule, isSet, keyAt, writeKey } from './keys-table';

export const EfsCustomerManagedKey = customerManagedKeyRule({
  id: 'EfsCustomerManagedKey',
  resources: ['AWS::EFS::FileSystem'],
  subject: { ja: 'EFSファイルシステム', en: 'EFS file systems' },
  holds: {
    ja: '共有のファイルシステムには、部署の文書や帳票が長く残り、複製先にも写される。',
    en: 'Shared file systems keep documents of many sections for years, and copy them to replicas.',
  },
  write: writeKey('KmsKeyId', 'Encrypted'),
  otherwise: {
    ja: '暗号化されないか、AWSの管理する鍵が使われます。ReplicationConfigurationの複製先にもKmsKeyIdが必要です',
    en: 'it is not encrypted, or with a key that AWS manages. Destinations in ReplicationConfiguration need a KmsKeyId, too',
  },
  cdk: {
    ja: 'FileSystemのencryptedをtrueとし、kmsKeyを指定する',
    en: 'encrypted: true and kmsKey of FileSystem',
  },
  check: (fileSystem, key, context) => {
    const replicas = fileSystem
      .get('ReplicationConfiguration.Destinations')
      .items()
      .every((destination) => {
        const existing = destination.get('FileSystemId');
        // An existing file system has a key of its own: it is judged where it is declared.
        const declared = Claim.any(
          existing
            .references()
            .map(({ when, value }) => Claim.when(when).and(declaredHere(value.resource.type))),
        );
        const elsewhere = existing.states(
          'undetermined',
          { ja: 'テンプレート外のファイルシステム', en: 'a file system outside of the templates' },
          key.text,
        );
        return destination
          .get('KmsKeyId')
          .must(key)
          .or(isSet(existing).and(declared.or(elsewhere)));
      });
    return keyAt('KmsKeyId', 'Encrypted')(fileSystem, key, context).and(replicas);
  },
});

function declaredHere(type: string): Claim {
  return type === 'AWS::EFS::FileSystem' ? Claim.HOLDS : Claim.BREAKS;
}
