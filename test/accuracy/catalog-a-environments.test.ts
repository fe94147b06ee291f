import { type AccuracyCase, accuracyCases, att, ref, res } from './support';

const DEV = '222233334444';
const facts = {
  customerManagedKeys: [],
  zoneOf: {},
  prefixLists: {},
  outsideAccounts: [],
  developmentAccounts: [DEV],
};
const env = (Value: string, confidentiality = '3') => [
  { Key: 'jichitai:environment', Value },
  { Key: 'jichitai:confidentiality', Value: confidentiality },
];
const trust = (AWS: unknown) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS }, Action: 'sts:AssumeRole' }],
});
const role = (AWS: unknown, environment = 'production') =>
  res('AWS::IAM::Role', { AssumeRolePolicyDocument: trust(AWS), Tags: env(environment) });
const bucket = (environment: string, properties: object = {}, confidentiality = '3') =>
  res('AWS::S3::Bucket', { Tags: env(environment, confidentiality), ...properties });
const network = (environment: string, CidrBlock: string) =>
  res('AWS::EC2::VPC', { CidrBlock, Tags: env(environment) });
const peering = (peer: string) =>
  res('AWS::EC2::VPCPeeringConnection', {
    VpcId: ref('Prod'),
    PeerVpcId: ref(peer),
    Tags: env('production'),
  });
const db = (environment: string, properties: object, confidentiality = '3') =>
  res('AWS::RDS::DBInstance', {
    Engine: 'postgres',
    DBInstanceClass: 'db.m6g.large',
    Tags: env(environment, confidentiality),
    ...properties,
  });
const apart = (
  name: string,
  expect: AccuracyCase['expect'],
  on: AccuracyCase['on'],
  resources: Readonly<Record<string, unknown>>,
  more: Partial<AccuracyCase> = {},
): AccuracyCase => ({ name, clause: '7.3(3)①(ア)', expect, on, profile: { facts }, resources, ...more });
const raw = (
  name: string,
  expect: AccuracyCase['expect'],
  on: AccuracyCase['on'],
  resources: Readonly<Record<string, unknown>>,
  more: Partial<AccuracyCase> = {},
): AccuracyCase => ({ name, clause: '7.3(3)②(ウ)', expect, on, resources, ...more });
const SOURCE = db('production', { AllocatedStorage: '100', BackupRetentionPeriod: 14 });
const replication = (target: string) => ({
  VersioningConfiguration: { Status: 'Enabled' },
  ReplicationConfiguration: {
    Role: 'arn:aws:iam::111122223333:role/replication',
    Rules: [{ Status: 'Enabled', Prefix: '', Destination: { Bucket: att(target, 'Arn') } }],
  },
});

const CASES: readonly AccuracyCase[] = [
  apart('a role of production trusts the account of development', 'violation', 'Role', {
    Role: role(`arn:aws:iam::${DEV}:root`),
  }),
  apart('a role of development trusts the account of development', 'compliant', 'Role', {
    Role: role(`arn:aws:iam::${DEV}:root`, 'development'),
  }),
  apart(
    'a role of production trusts an account that is a parameter',
    'undetermined',
    'Role',
    {},
    {
      template: {
        Parameters: { Deployer: { Type: 'String' } },
        Resources: { Role: role({ 'Fn::Sub': 'arn:aws:iam::${Deployer}:root' }) },
      },
    },
  ),
  apart('a key of production lets the account of development decrypt', 'violation', 'Key', {
    Key: res('AWS::KMS::Key', {
      EnableKeyRotation: true,
      Tags: env('production'),
      KeyPolicy: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' } },
            Action: 'kms:*',
            Resource: '*',
          },
          { Effect: 'Allow', Principal: { AWS: DEV }, Action: ['kms:Decrypt'], Resource: '*' },
        ],
      },
    }),
  }),
  apart('a bucket of production lets the account of development read', 'violation', ['Policy', 'Records'], {
    Records: bucket('production'),
    Policy: res('AWS::S3::BucketPolicy', {
      Bucket: ref('Records'),
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: `arn:aws:iam::${DEV}:role/tester` },
            Action: 's3:GetObject',
            Resource: { 'Fn::Sub': '${Records.Arn}/*' },
          },
        ],
      },
    }),
  }),
  apart('the networks of production and development are peered', 'violation', ['Peering', 'Prod', 'Dev'], {
    Prod: network('production', '10.10.0.0/16'),
    Dev: network('development', '10.90.0.0/16'),
    Peering: peering('Dev'),
  }),
  apart('two networks of production are peered', 'compliant', ['Peering', 'Prod', 'Other'], {
    Prod: network('production', '10.10.0.0/16'),
    Other: network('production', '10.11.0.0/16'),
    Peering: peering('Other'),
  }),
  apart(
    'data of development lie under the key of production, which another template exports',
    'violation',
    ['Test', 'Key'],
    {},
    {
      templates: [
        {
          Resources: { Key: res('AWS::KMS::Key', { EnableKeyRotation: true, Tags: env('production') }) },
          Outputs: { Key: { Value: att('Key', 'Arn'), Export: { Name: 'prod-key' } } },
        },
        {
          Resources: {
            Test: bucket('development', {
              BucketEncryption: {
                ServerSideEncryptionConfiguration: [
                  {
                    ServerSideEncryptionByDefault: {
                      SSEAlgorithm: 'aws:kms',
                      KMSMasterKeyID: { 'Fn::ImportValue': 'prod-key' },
                    },
                  },
                ],
              },
            }),
          },
        },
      ],
    },
  ),
  raw('a test database is a replica of the one in production', 'violation', ['Test', 'Source'], {
    Source: SOURCE,
    Test: db('development', { SourceDBInstanceIdentifier: ref('Source') }),
  }),
  raw('a replica for production itself', 'compliant', ['Replica', 'Source'], {
    Source: SOURCE,
    Replica: db('production', { SourceDBInstanceIdentifier: ref('Source') }),
  }),
  raw('a test database that starts empty', 'compliant', 'Test', {
    Test: db('development', { AllocatedStorage: '20' }),
  }),
  raw(
    'a test database from a snapshot of which only a parameter knows',
    'undetermined',
    'Test',
    {},
    {
      template: {
        Parameters: { Snapshot: { Type: 'String' } },
        Resources: { Test: db('development', { DBSnapshotIdentifier: ref('Snapshot') }) },
      },
    },
  ),
  raw('a test cluster is a clone of the one in production', 'violation', ['Test', 'Source'], {
    Source: res('AWS::RDS::DBCluster', { Engine: 'aurora-postgresql', Tags: env('production') }),
    Test: res('AWS::RDS::DBCluster', {
      Engine: 'aurora-postgresql',
      RestoreType: 'copy-on-write',
      SourceDBClusterIdentifier: ref('Source'),
      UseLatestRestorableTime: true,
      Tags: env('development'),
    }),
  }),
  raw('files of production are replicated to a bucket of verification', 'violation', ['Records', 'Test'], {
    Records: bucket('production', replication('Test')),
    Test: bucket('verification', { VersioningConfiguration: { Status: 'Enabled' } }),
  }),
  raw('a test database is a replica of one whose data are public anyway', 'compliant', ['Test', 'Source'], {
    Source: db('production', { AllocatedStorage: '100', BackupRetentionPeriod: 14 }, '1'),
    Test: db('development', { SourceDBInstanceIdentifier: ref('Source') }, '1'),
  }),
];

accuracyCases('production and development', CASES);
