import type { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { isTrue, type Requirement } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { customerManagedKeyRule, isSet } from './keys-table';
import { AWS_MANAGED, passKey } from './service-keys';

type Copies = (resource: Resource, key: Requirement) => Claim;

/** A copy of a volume is encrypted only if it says so, or its source is; by a key of its own. */
function volumeCopy(copy: Field, key: Requirement): Claim {
  return copy.get('Encrypted').must(isTrue).and(copy.get('CmkArn').must(key));
}

/** What copies snapshots and backups to another region, where a key of that region is needed. */
const COPIES: Readonly<Record<string, Copies>> = {
  'AWS::RDS::DBInstance': (database, key) =>
    database
      .get('AutomaticBackupReplicationKmsKeyId')
      .must(key)
      .onlyIf(isSet(database.get('AutomaticBackupReplicationRegion'))),
  'AWS::Redshift::SnapshotCopyGrant': (grant, key) => grant.get('KmsKeyId').must(key),
  'AWS::RedshiftServerless::Namespace': (namespace, key) =>
    namespace
      .get('SnapshotCopyConfigurations')
      .items()
      .every((copy) => copy.get('DestinationKmsKeyId').must(key)),
  'AWS::DLM::LifecyclePolicy': (policy, key) => {
    const details = policy.get('PolicyDetails');
    return details
      .get('Schedules')
      .items()
      .each('CrossRegionCopyRules')
      .every((rule) => volumeCopy(rule, key))
      .and(
        details
          .get('Actions')
          .items()
          .each('CrossRegionCopy')
          .every((copy) => volumeCopy(copy.get('EncryptionConfiguration'), key)),
      );
  },
};

export const SnapshotCopyCustomerManagedKey = customerManagedKeyRule({
  id: 'SnapshotCopyCustomerManagedKey',
  resources: Object.keys(COPIES),
  subject: { ja: '他のリージョンへのバックアップの写し', en: 'Copies of backups in another region' },
  holds: {
    ja: '元のデータベース及びボリュームの全てが残る。',
    en: 'They hold all of the databases and volumes that they copy.',
  },
  write: {
    ja: 'AutomaticBackupReplicationKmsKeyId、SnapshotCopyGrantのKmsKeyId、DestinationKmsKeyId及びCmkArn（Encrypted: true）に、写し先のリージョンの顧客管理のKMSキーを指定してください',
    en: 'Set AutomaticBackupReplicationKmsKeyId, KmsKeyId of the SnapshotCopyGrant, DestinationKmsKeyId, or CmkArn (with Encrypted: true) to a customer managed key of the region of the copy',
  },
  otherwise: AWS_MANAGED,
  cdk: passKey(
    'automaticBackupReplicationKmsKeyId, kmsKeyId, destinationKmsKeyId, cmkArn',
    'CfnDBInstance',
    'CfnSnapshotCopyGrant',
    'CfnNamespace',
    'CfnLifecyclePolicy',
  ),
  check: (resource, key) => (COPIES[resource.type] as Copies)(resource, key),
});
