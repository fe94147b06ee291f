import { type AccuracyCase, accuracyCases, att, NO_VALUE, ref, res, sub, when } from './support';

// Classification, regions, backup.

const ENVIRONMENT = {
  Parameters: { Env: { Type: 'String' } },
  Conditions: { Prod: { 'Fn::Equals': [ref('Env'), 'prod'] } },
};
const about =
  (clause: string, marks?: object) =>
  (
    name: string,
    expect: AccuracyCase['expect'],
    resources: Record<string, unknown>,
    more: object = {},
    on: AccuracyCase['on'] = 'X',
  ): AccuracyCase => ({
    name,
    clause,
    on,
    expect,
    template: {
      ...(marks === undefined ? {} : { Metadata: { Jichitai: marks } }),
      ...more,
      Resources: resources,
    },
  });
const tags = (values: Record<string, unknown>) =>
  Object.entries(values).map(([key, Value]) => ({ Key: `jichitai:${key}`, Value }));
const ALL = { confidentiality: '3', integrity: '2', availability: '2' };

const shown = about('3(2)②');
accuracyCases('classification is displayed', [
  shown('nothing', 'violation', { X: res('AWS::S3::Bucket') }),
  shown('three tags', 'compliant', {
    X: res('AWS::S3::Bucket', { Tags: [...tags(ALL), ...tags({ zone: 'my-number' })] }),
  }),
  shown(
    'the template says it for all',
    'compliant',
    { X: res('AWS::SQS::Queue') },
    { Metadata: { Jichitai: { Zone: 'lgwan', Confidentiality: 2, Integrity: 1, Availability: 1 } } },
  ),
  shown(
    'one comes from the tag, two from the template',
    'compliant',
    { X: res('AWS::DynamoDB::Table', { Tags: tags({ confidentiality: '2' }) }) },
    { Metadata: { Jichitai: { Zone: 'my-number', Integrity: 2, Availability: 2 } } },
  ),
  shown('one is missing', 'violation', {
    X: res('AWS::EFS::FileSystem', {
      FileSystemTags: tags({ confidentiality: '2', integrity: '2', zone: 'lgwan' }),
    }),
  }),
  shown('tags of a file system', 'compliant', {
    X: res('AWS::EFS::FileSystem', { FileSystemTags: tags({ ...ALL, zone: 'lgwan' }) }),
  }),
  shown('tags as a map', 'compliant', {
    X: res('AWS::Backup::BackupVault', {
      BackupVaultName: 'v',
      BackupVaultTags: {
        'jichitai:zone': 'my-number',
        'jichitai:confidentiality': '3',
        'jichitai:integrity': '2',
        'jichitai:availability': '2',
      },
    }),
  }),
  shown('tags of a global table stand at its replicas', 'compliant', {
    X: res('AWS::DynamoDB::GlobalTable', {
      Replicas: [{ Region: 'ap-northeast-1', Tags: tags({ ...ALL, zone: 'my-number' }) }],
    }),
  }),
  shown('there is no class 4', 'violation', {
    X: res('AWS::S3::Bucket', { Tags: tags({ ...ALL, confidentiality: '4' }) }),
  }),
  shown(
    'the class is a free parameter',
    'undetermined',
    { X: res('AWS::S3::Bucket', { Tags: tags({ ...ALL, confidentiality: ref('Class') }) }) },
    { Parameters: { Class: { Type: 'String', Default: '3' } } },
  ),
  shown(
    'the class is one of two',
    'compliant',
    { X: res('AWS::S3::Bucket', { Tags: tags({ ...ALL, confidentiality: ref('Class') }) }) },
    { Parameters: { Class: { Type: 'String', AllowedValues: ['2', '3'] } } },
  ),
  shown(
    'classified in production only',
    'violation',
    { X: res('AWS::S3::Bucket', { Tags: when('Prod', tags(ALL), NO_VALUE) }) },
    ENVIRONMENT,
  ),
  shown('the member of a cluster that is classified', 'compliant', {
    C: res('AWS::RDS::DBCluster', { Engine: 'aurora-postgresql', Tags: tags(ALL) }),
    X: res('AWS::RDS::DBInstance', { DBClusterIdentifier: ref('C'), Engine: 'aurora-postgresql' }),
  }),
]);

const REGION = '9.2(2)③(エ)';
const domestic = about(REGION);
accuracyCases('data stay at home', [
  domestic('a replica in Virginia', 'violation', {
    X: res('AWS::DynamoDB::GlobalTable', {
      Replicas: [{ Region: 'ap-northeast-1' }, { Region: 'us-east-1' }],
    }),
  }),
  domestic('a replica in Osaka', 'compliant', {
    X: res('AWS::DynamoDB::GlobalTable', {
      Replicas: [{ Region: ref('AWS::Region') }, { Region: 'ap-northeast-3' }],
    }),
  }),
  domestic(
    'a secret in Oregon, outside of production',
    'violation',
    {
      X: res('AWS::SecretsManager::Secret', {
        ReplicaRegions: when('Prod', [{ Region: 'ap-northeast-3' }], [{ Region: 'us-west-2' }]),
      }),
    },
    ENVIRONMENT,
  ),
  domestic('copies of backups go to a vault in Singapore', 'violation', {
    X: res('AWS::Backup::BackupPlan', {
      BackupPlan: {
        BackupPlanName: 'p',
        BackupPlanRule: [
          {
            RuleName: 'r',
            TargetBackupVault: 'v',
            CopyActions: [
              {
                DestinationBackupVaultArn: sub(
                  'arn:aws:backup:ap-southeast-1:${AWS::AccountId}:backup-vault:copy',
                ),
              },
            ],
          },
        ],
      },
    }),
  }),
  domestic('copies of backups go to Osaka', 'compliant', {
    X: res('AWS::Backup::BackupPlan', {
      BackupPlan: {
        BackupPlanName: 'p',
        BackupPlanRule: [
          {
            RuleName: 'r',
            TargetBackupVault: 'v',
            CopyActions: [
              {
                DestinationBackupVaultArn: sub(
                  'arn:${AWS::Partition}:backup:ap-northeast-3:${AWS::AccountId}:backup-vault:copy',
                ),
              },
            ],
          },
        ],
      },
    }),
  }),
  domestic(
    'where copies go is a parameter',
    'undetermined',
    {
      X: res('AWS::EFS::FileSystem', {
        ReplicationConfiguration: { Destinations: [{ Region: ref('Away') }] },
      }),
    },
    { Parameters: { Away: { Type: 'String', Default: 'ap-northeast-3' } } },
  ),
  domestic('snapshots are copied abroad by a lifecycle policy', 'violation', {
    X: res('AWS::DLM::LifecyclePolicy', {
      PolicyDetails: {
        Schedules: [{ CrossRegionCopyRules: [{ TargetRegion: 'us-west-2', Encrypted: true }] }],
      },
    }),
  }),
  domestic('a server in a zone of Virginia', 'violation', {
    X: res('AWS::EC2::Subnet', {
      VpcId: 'vpc-0123456789abcdef0',
      CidrBlock: '10.0.0.0/24',
      AvailabilityZone: 'us-east-1a',
    }),
  }),
  domestic('a server in a zone of Tokyo', 'compliant', {
    X: res('AWS::EC2::Subnet', {
      VpcId: 'vpc-0123456789abcdef0',
      CidrBlock: '10.0.0.0/24',
      AvailabilityZone: sub('${AWS::Region}a'),
    }),
  }),
  // Threat detection and the like belong into every region: what a stack set makes there is not told by its regions.
  domestic('a stack set of guardrails that also goes abroad', 'compliant', {
    X: res('AWS::CloudFormation::StackSet', {
      StackSetName: 's',
      PermissionModel: 'SERVICE_MANAGED',
      StackInstancesGroup: [
        { DeploymentTargets: { OrganizationalUnitIds: ['ou-1'] }, Regions: ['ap-northeast-1', 'us-east-1'] },
      ],
    }),
  }),
  domestic('images are replicated abroad', 'violation', {
    X: res('AWS::ECR::ReplicationConfiguration', {
      ReplicationConfiguration: {
        Rules: [{ Destinations: [{ Region: 'eu-west-1', RegistryId: '111122223333' }] }],
      },
    }),
  }),
]);

const saved = about('7.1(2)①', { Zone: 'my-number', Confidentiality: 3, Integrity: 2, Availability: 2 });
const plan = (days: number, id = 'Plan') =>
  res('AWS::Backup::BackupPlan', {
    BackupPlan: {
      BackupPlanName: id,
      BackupPlanRule: [{ RuleName: 'daily', TargetBackupVault: 'v', Lifecycle: { DeleteAfterDays: days } }],
    },
  });
const selection = (by: object) =>
  res('AWS::Backup::BackupSelection', {
    BackupPlanId: ref('Plan'),
    BackupSelection: { SelectionName: 's', IamRoleArn: 'arn:aws:iam::111122223333:role/backup', ...by },
  });
const database = (more: object = {}) =>
  res('AWS::RDS::DBInstance', {
    Engine: 'postgres',
    DBInstanceClass: 'db.r6g.large',
    AllocatedStorage: '100',
    ...more,
  });

accuracyCases('backups', [
  saved('two weeks', 'compliant', { X: database({ BackupRetentionPeriod: '14' }) }),
  saved('none', 'violation', { X: database({ BackupRetentionPeriod: 0 }) }),
  saved('absent means a day', 'violation', { X: database() }),
  saved(
    'none outside of production',
    'violation',
    { X: database({ BackupRetentionPeriod: when('Prod', 14, 0) }) },
    ENVIRONMENT,
  ),
  saved(
    'the days are a parameter',
    'undetermined',
    { X: database({ BackupRetentionPeriod: ref('Days') }) },
    { Parameters: { Days: { Type: 'Number', Default: 14 } } },
  ),
  saved(
    'the days are a parameter with a lower bound',
    'compliant',
    { X: database({ BackupRetentionPeriod: ref('Days') }) },
    { Parameters: { Days: { Type: 'Number', Default: 14, MinValue: 7, MaxValue: 35 } } },
  ),
  saved('a member of a cluster that is backed up', 'compliant', {
    C: res('AWS::RDS::DBCluster', { Engine: 'aurora-mysql', BackupRetentionPeriod: 35 }),
    X: res('AWS::RDS::DBInstance', { DBClusterIdentifier: ref('C'), Engine: 'aurora-mysql' }),
  }),
  saved('a table with recovery to a point in time', 'compliant', {
    X: res('AWS::DynamoDB::Table', {
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: 'true' },
    }),
  }),
  saved('a table without', 'violation', { X: res('AWS::DynamoDB::Table') }),
  saved('a table that a plan selects by its ARN', 'compliant', {
    X: res('AWS::DynamoDB::Table'),
    Plan: plan(35),
    S: selection({ Resources: [att('X', 'Arn')] }),
  }),
  saved('a table that a plan selects by a tag', 'compliant', {
    X: res('AWS::DynamoDB::Table', { Tags: [{ Key: 'backup', Value: 'daily' }] }),
    Plan: plan(35),
    S: selection({
      ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue: 'daily' }],
    }),
  }),
  saved('a plan that selects another tag', 'violation', {
    X: res('AWS::DynamoDB::Table', { Tags: [{ Key: 'backup', Value: 'no' }] }),
    Plan: plan(35),
    S: selection({
      ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue: 'daily' }],
    }),
  }),
  saved('a plan that keeps a single day', 'violation', {
    X: res('AWS::DynamoDB::Table'),
    Plan: plan(1),
    S: selection({ Resources: [att('X', 'Arn')] }),
  }),
  saved('a file system', 'compliant', {
    X: res('AWS::EFS::FileSystem', { BackupPolicy: { Status: 'ENABLED' } }),
  }),
  saved('a file system that nobody saves', 'violation', {
    X: res('AWS::EFS::FileSystem', { BackupPolicy: { Status: 'DISABLED' } }),
  }),
  saved('a Windows file server without automatic backups', 'violation', {
    X: res('AWS::FSx::FileSystem', {
      FileSystemType: 'WINDOWS',
      SubnetIds: ['subnet-1'],
      WindowsConfiguration: { ThroughputCapacity: 8, AutomaticBackupRetentionDays: 0 },
    }),
  }),
  saved('a Windows file server with two weeks of them', 'compliant', {
    X: res('AWS::FSx::FileSystem', {
      FileSystemType: 'WINDOWS',
      SubnetIds: ['subnet-1'],
      WindowsConfiguration: { ThroughputCapacity: 8, AutomaticBackupRetentionDays: 14 },
    }),
  }),
  saved('a bucket with versions', 'compliant', {
    X: res('AWS::S3::Bucket', { VersioningConfiguration: { Status: 'Enabled' } }),
  }),
  saved('a bucket whose versions are suspended', 'violation', {
    X: res('AWS::S3::Bucket', { VersioningConfiguration: { Status: 'Suspended' } }),
  }),
  {
    ...saved('nothing of weight outside of the my-number zone', 'compliant', {
      X: res('AWS::DynamoDB::Table'),
    }),
    template: {
      Metadata: { Jichitai: { Zone: 'internet', Confidentiality: 1, Integrity: 1, Availability: 1 } },
      Resources: { X: res('AWS::DynamoDB::Table') },
    },
  },
  {
    name: 'the plan stands in another template',
    clause: '7.1(2)①',
    on: 'X',
    expect: 'compliant',
    templates: [
      {
        Metadata: { Jichitai: { Zone: 'my-number', Integrity: 2 } },
        Resources: { X: res('AWS::DynamoDB::Table') },
        Outputs: { A: { Value: att('X', 'Arn'), Export: { Name: 'table' } } },
      },
      { Resources: { Plan: plan(35), S: selection({ Resources: [{ 'Fn::ImportValue': 'table' }] }) } },
    ],
  },
]);
