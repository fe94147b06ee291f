import type { PulumiResource } from '../../../lib/pulumi/resource';
import { situation, type Template } from '../conformance-forms';
import { ref, resource } from '../helpers';
import type { Situation } from './situation';

const KEY = 'arn:aws:kms:ap-northeast-1:111122223333:key/0f1e2d3c-0000-4000-8000-000000000000';

/** The same, under a key that the deployment makes. */
function underKey(type: string, properties: object, token: string, inputs: object) {
  const key = resource('aws:kms/key:Key', 'Key', { enableKeyRotation: true });
  return {
    cloudformation: {
      Key: { Type: 'AWS::KMS::Key', Properties: { EnableKeyRotation: true } },
      It: {
        Type: type,
        Properties: { ...properties, StorageEncrypted: true, KmsKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } },
      },
    } as Template,
    aws: [
      key,
      resource(token, 'It', { ...inputs, storageEncrypted: true, kmsKeyId: ref(key, 'arn') }),
    ] as readonly PulumiResource[],
  };
}

/** One resource, as a template and as a program has it. */
function one(type: string, properties: object, token: string, inputs: object) {
  return {
    cloudformation: { It: { Type: type, Properties: properties } } as Template,
    aws: [resource(token, 'It', inputs)] as readonly PulumiResource[],
  };
}

const instance = (properties: object, inputs: object) =>
  one(
    'AWS::RDS::DBInstance',
    { Engine: 'postgres', DBInstanceClass: 'db.m6g.large', AllocatedStorage: '20', ...properties },
    'aws:rds/instance:Instance',
    { engine: 'postgres', instanceClass: 'db.m6g.large', allocatedStorage: 20, ...inputs },
  );
const cluster = (properties: object, inputs: object) =>
  one('AWS::RDS::DBCluster', { Engine: 'aurora-postgresql', ...properties }, 'aws:rds/cluster:Cluster', {
    engine: 'aurora-postgresql',
    ...inputs,
  });
const table = (properties: object, inputs: object) =>
  one(
    'AWS::DynamoDB::Table',
    { KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }], ...properties },
    'aws:dynamodb/table:Table',
    { hashKey: 'id', attributes: [{ name: 'id', type: 'S' }], ...inputs },
  );

const files = resource('aws:efs/fileSystem:FileSystem', 'It', { encrypted: true, kmsKeyId: KEY });
const backups = (status: string) => ({
  cloudformation: {
    It: {
      Type: 'AWS::EFS::FileSystem',
      Properties: { Encrypted: true, KmsKeyId: KEY, BackupPolicy: { Status: status } },
    },
  } as Template,
  aws: [
    files,
    resource('aws:efs/backupPolicy:BackupPolicy', 'Backups', {
      fileSystemId: ref(files),
      backupPolicy: { status },
    }),
  ] as readonly PulumiResource[],
});

/** A database and the parameters that it runs with. */
function withParameters(value: string) {
  const group = resource('aws:rds/parameterGroup:ParameterGroup', 'Group', {
    family: 'postgres16',
    description: 'city',
    parameters: [{ name: 'rds.force_ssl', value }],
  });
  return {
    cloudformation: {
      Group: {
        Type: 'AWS::RDS::DBParameterGroup',
        Properties: { Family: 'postgres16', Description: 'city', Parameters: { 'rds.force_ssl': value } },
      },
      It: {
        Type: 'AWS::RDS::DBInstance',
        Properties: { Engine: 'postgres', EngineVersion: '16.4', DBParameterGroupName: { Ref: 'Group' } },
      },
    } as Template,
    aws: [
      group,
      resource('aws:rds/instance:Instance', 'It', {
        engine: 'postgres',
        engineVersion: '16.4',
        parameterGroupName: ref(group, 'name'),
      }),
    ] as readonly PulumiResource[],
  };
}

export const SITUATIONS: readonly Situation[] = [
  situation(
    'RdsCustomerManagedKey',
    'violation',
    'a database that is not encrypted',
    instance({ StorageEncrypted: false }, { storageEncrypted: false }),
  ),
  situation(
    'RdsCustomerManagedKey',
    'compliant',
    'a database under a key of the city',
    underKey('AWS::RDS::DBInstance', { Engine: 'postgres' }, 'aws:rds/instance:Instance', {
      engine: 'postgres',
    }),
  ),
  situation(
    'RdsCustomerManagedKey',
    'violation',
    'a cluster that says nothing of encryption',
    cluster({}, {}),
  ),
  situation(
    'RdsCustomerManagedKey',
    'compliant',
    'a cluster under a key of the city',
    underKey('AWS::RDS::DBCluster', { Engine: 'aurora-mysql' }, 'aws:rds/cluster:Cluster', {
      engine: 'aurora-mysql',
    }),
  ),
  situation(
    'IsolatedZoneHasNoPublicAddress',
    'violation',
    'a database with a public address',
    instance({ PubliclyAccessible: true }, { publiclyAccessible: true }),
  ),
  situation(
    'IsolatedZoneHasNoPublicAddress',
    'compliant',
    'a database without a public address, of which the provider says so itself',
    instance({ PubliclyAccessible: false }, {}),
  ),
  situation('DatabaseDeletionProtection', 'violation', 'a cluster that anybody can delete', cluster({}, {})),
  situation(
    'DatabaseDeletionProtection',
    'compliant',
    'a cluster that is protected',
    cluster({ DeletionProtection: true }, { deletionProtection: true }),
  ),
  situation('DatabaseDeletionProtection', 'violation', 'a table that anybody can delete', table({}, {})),
  situation(
    'DatabaseDeletionProtection',
    'compliant',
    'a table that is protected',
    table({ DeletionProtectionEnabled: true }, { deletionProtectionEnabled: true }),
  ),
  situation(
    'DataStoreIsBackedUp',
    'violation',
    'a database without backups, as the provider makes it',
    instance({ BackupRetentionPeriod: 0 }, {}),
  ),
  situation(
    'DataStoreIsBackedUp',
    'compliant',
    'a table that can be restored to any time',
    table(
      { PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 } },
      { pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 35 } },
    ),
  ),
  situation('DataStoreIsBackedUp', 'violation', 'files without backups', backups('DISABLED')),
  situation('DataStoreIsBackedUp', 'compliant', 'files with backups', backups('ENABLED')),
  situation('RdsForcesTls', 'violation', 'parameters that do not force TLS', withParameters('0')),
  situation('RdsForcesTls', 'compliant', 'parameters that force TLS', withParameters('1')),
  situation(
    'RdsProxyRequiresTls',
    'violation',
    'a proxy that lets clients in without TLS',
    one(
      'AWS::RDS::DBProxy',
      {
        DBProxyName: 'p',
        EngineFamily: 'POSTGRESQL',
        RoleArn: 'arn:aws:iam::111122223333:role/p',
        VpcSubnetIds: ['s'],
      },
      'aws:rds/proxy:Proxy',
      {
        name: 'p',
        engineFamily: 'POSTGRESQL',
        roleArn: 'arn:aws:iam::111122223333:role/p',
        vpcSubnetIds: ['s'],
      },
    ),
  ),
  situation(
    'RdsProxyRequiresTls',
    'compliant',
    'a proxy that asks for TLS',
    one(
      'AWS::RDS::DBProxy',
      {
        DBProxyName: 'p',
        EngineFamily: 'POSTGRESQL',
        RequireTLS: true,
        RoleArn: 'arn:aws:iam::111122223333:role/p',
        VpcSubnetIds: ['s'],
      },
      'aws:rds/proxy:Proxy',
      {
        name: 'p',
        engineFamily: 'POSTGRESQL',
        requireTls: true,
        roleArn: 'arn:aws:iam::111122223333:role/p',
        vpcSubnetIds: ['s'],
      },
    ),
  ),
];
