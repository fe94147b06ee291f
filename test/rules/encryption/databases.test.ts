import { ManagedPasswordCustomerManagedKey } from '../../../lib/rules/encryption/ManagedPasswordCustomerManagedKey';
import { RdsCustomerManagedKey } from '../../../lib/rules/encryption/RdsCustomerManagedKey';
import { RdsGlobalClusterEncrypted } from '../../../lib/rules/encryption/RdsGlobalClusterEncrypted';
import { RdsPerformanceInsightsCustomerManagedKey } from '../../../lib/rules/encryption/RdsPerformanceInsightsCustomerManagedKey';
import { ruleCases } from '../../helpers/rule-cases';

const key = { Type: 'AWS::KMS::Key' };
const keyArn = { 'Fn::GetAtt': ['Key', 'Arn'] };
const cluster = (properties: object = {}) => ({
  Type: 'AWS::RDS::DBCluster',
  Properties: { Engine: 'aurora-postgresql', ...properties },
});
const instance = (properties: object = {}) => ({
  Type: 'AWS::RDS::DBInstance',
  Properties: { Engine: 'postgres', ...properties },
});
const encrypted = { StorageEncrypted: true, KmsKeyId: keyArn };
const subject = 'Subject';

ruleCases(RdsCustomerManagedKey, [
  {
    name: 'an instance of a cluster has the storage of the cluster',
    expect: 'compliant',
    subject,
    resources: {
      Key: key,
      Cluster: cluster(encrypted),
      Subject: instance({ DBClusterIdentifier: { Ref: 'Cluster' } }),
    },
  },
  {
    name: 'the cluster itself is what is found at fault, not its instances',
    expect: 'compliant',
    subject,
    resources: {
      Cluster: cluster({ DBClusterIdentifier: 'residents' }),
      Subject: instance({ DBClusterIdentifier: 'residents' }),
    },
  },
  {
    name: 'the cluster at fault',
    expect: 'violation',
    subject: 'Cluster',
    resources: { Cluster: cluster(), Subject: instance({ DBClusterIdentifier: { Ref: 'Cluster' } }) },
  },
  {
    name: 'nobody sees the storage of a cluster outside of the templates',
    expect: 'undetermined',
    subject,
    resources: { Subject: instance({ DBClusterIdentifier: { 'Fn::ImportValue': 'cluster' } }) },
  },
  {
    name: 'a cluster outside of the templates in one choice only',
    expect: 'violation',
    subject,
    template: {
      Parameters: { Standalone: { Type: 'String', AllowedValues: ['yes', 'no'] } },
      Conditions: { Alone: { 'Fn::Equals': [{ Ref: 'Standalone' }, 'yes'] } },
      Resources: {
        Key: key,
        Cluster: cluster(encrypted),
        Subject: instance({
          DBClusterIdentifier: { 'Fn::If': ['Alone', { Ref: 'AWS::NoValue' }, { Ref: 'Cluster' }] },
        }),
      },
    },
    message: /when Standalone is "yes"/,
  },
  {
    name: 'a key without the switch is refused by CloudFormation, and encrypts nothing',
    expect: 'violation',
    subject,
    resources: { Key: key, Subject: instance({ KmsKeyId: keyArn }) },
    property: 'StorageEncrypted',
  },
  {
    name: 'StorageEncrypted is false by default',
    expect: 'violation',
    subject,
    resources: { Key: key, Subject: cluster({ StorageEncrypted: 'false', KmsKeyId: keyArn }) },
  },
  {
    name: 'a replica has the key of its source',
    expect: 'compliant',
    subject,
    resources: {
      Key: key,
      Source: instance(encrypted),
      Subject: instance({ SourceDBInstanceIdentifier: { Ref: 'Source' } }),
    },
  },
  {
    name: 'a replica of what is not encrypted',
    expect: 'violation',
    subject,
    resources: {
      Source: instance(),
      Subject: instance({ SourceDBInstanceIdentifier: { Ref: 'Source' } }),
    },
  },
  {
    name: 'a replica of a source outside of the templates',
    expect: 'undetermined',
    subject,
    resources: { Subject: instance({ SourceDBInstanceIdentifier: 'residents' }) },
  },
  {
    name: 'a replica in another region, which must name a key of that region',
    expect: 'compliant',
    subject,
    resources: {
      Key: key,
      Subject: instance({
        SourceDBInstanceIdentifier: 'arn:aws:rds:ap-northeast-1:111122223333:db:residents',
        KmsKeyId: keyArn,
      }),
    },
  },
  {
    name: 'replicas of each other end the search',
    expect: 'violation',
    subject,
    resources: {
      Source: instance({ SourceDBInstanceIdentifier: { Ref: 'Subject' } }),
      Subject: instance({ SourceDBInstanceIdentifier: { Ref: 'Source' } }),
    },
  },
  {
    name: 'an instance from a snapshot is encrypted as the snapshot is',
    expect: 'undetermined',
    subject,
    resources: { Subject: instance({ DBSnapshotIdentifier: 'before-migration' }) },
  },
  {
    name: 'an instance from a snapshot that states its key: somebody shows that of the snapshot',
    expect: 'evidence',
    subject,
    resources: { Key: key, Subject: instance({ DBSnapshotIdentifier: 'before-migration', ...encrypted }) },
  },
  {
    name: 'a cluster from a snapshot takes the key that it names',
    expect: 'compliant',
    subject,
    resources: { Key: key, Subject: cluster({ SnapshotIdentifier: 'before-migration', KmsKeyId: keyArn }) },
  },
  {
    name: 'a cluster from a snapshot without a key',
    expect: 'undetermined',
    subject,
    resources: { Subject: cluster({ SnapshotIdentifier: 'before-migration' }) },
  },
  {
    name: 'a cluster from a snapshot with the key of AWS',
    expect: 'violation',
    subject,
    resources: { Subject: cluster({ SnapshotIdentifier: 'before-migration', KmsKeyId: 'alias/aws/rds' }) },
  },
  {
    name: 'a snapshot on demand: new without it',
    expect: 'violation',
    subject,
    template: {
      Parameters: { Snapshot: { Type: 'String', Default: '' } },
      Conditions: { Fresh: { 'Fn::Equals': [{ Ref: 'Snapshot' }, ''] } },
      Resources: {
        Subject: cluster({
          SnapshotIdentifier: { 'Fn::If': ['Fresh', { Ref: 'AWS::NoValue' }, { Ref: 'Snapshot' }] },
        }),
      },
    },
    message: /when Snapshot is ""/,
  },
  {
    name: 'automated backups in another region need a key, too',
    expect: 'violation',
    subject,
    resources: {
      Key: key,
      Subject: instance({ ...encrypted, AutomaticBackupReplicationRegion: 'ap-northeast-3' }),
    },
    property: 'AutomaticBackupReplicationKmsKeyId',
  },
]);

ruleCases(RdsGlobalClusterEncrypted, [
  {
    name: 'an encrypted one',
    expect: 'compliant',
    resources: { Global: { Type: 'AWS::RDS::GlobalCluster', Properties: { StorageEncrypted: true } } },
  },
  {
    name: 'not encrypted by default',
    expect: 'violation',
    resources: { Global: { Type: 'AWS::RDS::GlobalCluster' } },
  },
  {
    name: 'around a cluster that is judged by itself',
    expect: 'compliant',
    resources: {
      Cluster: cluster({ StorageEncrypted: true, KmsKeyId: 'alias/x' }),
      Global: {
        Type: 'AWS::RDS::GlobalCluster',
        Properties: { SourceDBClusterIdentifier: { Ref: 'Cluster' } },
      },
    },
  },
  {
    name: 'around a cluster outside of the templates',
    expect: 'undetermined',
    resources: {
      Global: {
        Type: 'AWS::RDS::GlobalCluster',
        Properties: { SourceDBClusterIdentifier: 'arn:aws:rds:ap-northeast-1:111122223333:cluster:x' },
      },
    },
  },
]);

ruleCases(RdsPerformanceInsightsCustomerManagedKey, [
  { name: 'off unless it is asked for', expect: 'compliant', subject, resources: { Subject: instance() } },
  {
    name: 'with a key',
    expect: 'compliant',
    subject,
    resources: {
      Key: key,
      Subject: instance({ EnablePerformanceInsights: true, PerformanceInsightsKMSKeyId: keyArn }),
    },
  },
  {
    name: 'without a key',
    expect: 'violation',
    subject,
    resources: { Subject: instance({ EnablePerformanceInsights: 'true' }) },
  },
  {
    name: 'a cluster spells it in another way',
    expect: 'violation',
    subject,
    resources: { Subject: cluster({ PerformanceInsightsEnabled: true }) },
  },
  {
    name: 'a cluster with a key',
    expect: 'compliant',
    subject,
    resources: {
      Key: key,
      Subject: cluster({ PerformanceInsightsEnabled: true, PerformanceInsightsKmsKeyId: keyArn }),
    },
  },
  {
    name: 'nobody knows whether it is on',
    expect: 'undetermined',
    subject,
    template: {
      Parameters: { Insights: { Type: 'String' } },
      Resources: { Subject: instance({ EnablePerformanceInsights: { Ref: 'Insights' } }) },
    },
  },
]);

ruleCases(ManagedPasswordCustomerManagedKey, [
  {
    name: 'a password that RDS does not keep',
    expect: 'compliant',
    subject,
    resources: { Subject: instance() },
  },
  {
    name: 'kept with a key',
    expect: 'compliant',
    subject,
    resources: {
      Key: key,
      Subject: cluster({ ManageMasterUserPassword: true, MasterUserSecret: { KmsKeyId: keyArn } }),
    },
  },
  {
    name: 'kept with the key of AWS',
    expect: 'violation',
    subject,
    resources: { Subject: instance({ ManageMasterUserPassword: true }) },
  },
  {
    name: 'kept by Redshift with the key of AWS',
    expect: 'violation',
    subject,
    resources: { Subject: { Type: 'AWS::Redshift::Cluster', Properties: { ManageMasterPassword: true } } },
  },
  {
    name: 'kept with a key that nobody knows',
    expect: 'undetermined',
    subject,
    resources: {
      Subject: instance({
        ManageMasterUserPassword: true,
        MasterUserSecret: { KmsKeyId: { 'Fn::ImportValue': 'key' } },
      }),
    },
  },
]);
