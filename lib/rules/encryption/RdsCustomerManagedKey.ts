import { targetsOf } from '../../analysis/targets';
import { Claim } from '../../model/claim';
import type { Resource } from '../../model/resource';
import { knownWith } from '../reliefs';
import { databaseStorage } from './database-storage';
import { customerManagedKeyRule, isSet, writeKey } from './keys-table';

export const RdsCustomerManagedKey = customerManagedKeyRule({
  id: 'RdsCustomerManagedKey',
  relievedBy: [knownWith('AWS::RDS::DBCluster')],
  resources: ['AWS::RDS::DBCluster', 'AWS::RDS::DBInstance'],
  subject: { ja: 'RDS及びAuroraのデータベース', en: 'RDS and Aurora databases' },
  holds: {
    ja: '住民記録、税等の台帳の本体は、データベースとそのスナップショット及び自動バックアップに残る。',
    en: 'The registers of residents and taxes lie in the database, its snapshots and its automatic backups.',
  },
  write: writeKey('KmsKeyId', 'StorageEncrypted'),
  otherwise: {
    ja: '暗号化されないか、AWSの管理する鍵が使われます',
    en: 'it is not encrypted, or with a key that AWS manages',
  },
  cdk: {
    ja: 'EncryptedDatabaseを用いるか、DatabaseClusterのstorageEncryptionKeyを指定する',
    en: 'use EncryptedDatabase, or storageEncryptionKey of DatabaseCluster',
  },
  check: (database, key) => {
    if (database.type === 'AWS::RDS::DBCluster') return databaseStorage(database, key);
    const member = isSet(database.get('DBClusterIdentifier'));
    // Automated backups that are copied to another region have a key of that region.
    const copies = isSet(database.get('AutomaticBackupReplicationRegion'));
    return Claim.all([
      databaseStorage(database, key).onlyIf(member.not()),
      memberOfJudgedCluster(database).onlyIf(member),
      database.get('AutomaticBackupReplicationKmsKeyId').must(key).onlyIf(copies),
    ]);
  },
});

/** The storage of an instance in a cluster is the cluster's, which is judged by itself. */
function memberOfJudgedCluster(instance: Resource): Claim {
  const cluster = instance.get('DBClusterIdentifier');
  const judged = Claim.any(
    targetsOf(cluster, instance.deployment, 'AWS::RDS::DBCluster').map(({ when }) => Claim.when(when)),
  );
  return judged.or(
    cluster.states(
      'undetermined',
      { ja: 'テンプレート外のクラスター', en: 'a cluster outside of the templates' },
      { ja: '顧客管理の暗号鍵によるクラスター', en: 'a cluster with a customer managed key' },
    ),
  );
}
