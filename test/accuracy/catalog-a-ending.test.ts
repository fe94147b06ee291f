import { type AccuracyCase, accuracyCases, att, NO_VALUE, ref, res, when, zoned } from './support';

const VENDOR = '444455556666';
const facts = {
  customerManagedKeys: [],
  zoneOf: {},
  prefixLists: {},
  outsideAccounts: [VENDOR],
  developmentAccounts: [],
};
const OWN = {
  Effect: 'Allow',
  Principal: { AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' } },
  Action: 'kms:*',
  Resource: '*',
};
const key = (statements: readonly object[] = [], properties: object = {}) =>
  res('AWS::KMS::Key', {
    EnableKeyRotation: true,
    KeyPolicy: { Version: '2012-10-17', Statement: [OWN, ...statements] },
    ...properties,
  });
const vendor = (more: object, AWS: unknown = `arn:aws:iam::${VENDOR}:root`) => ({
  Effect: 'Allow',
  Principal: { AWS },
  Resource: '*',
  ...more,
});
const bucket = (zone: 'my-number' | 'internet', keyId: string) =>
  res('AWS::S3::Bucket', {
    Tags: zoned(zone),
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [
        { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: att(keyId, 'Arn') } },
      ],
    },
  });
const erased = (
  name: string,
  expect: AccuracyCase['expect'],
  resources: Readonly<Record<string, unknown>>,
  more: Partial<AccuracyCase> = {},
): AccuracyCase => ({ name, clause: '9.2(7)③', expect, on: 'Key', profile: { facts }, resources, ...more });
const END = { DeleteAfterDays: 400 };
const rule = (more: object) => ({
  RuleName: 'daily',
  TargetBackupVault: 'hokan',
  ScheduleExpression: 'cron(0 17 * * ? *)',
  ...more,
});
const plan = (more: object) =>
  res('AWS::Backup::BackupPlan', { BackupPlan: { BackupPlanName: 'hokan', BackupPlanRule: [rule(more)] } });
const copy = (more: object) => ({
  DestinationBackupVaultArn: 'arn:aws:backup:ap-northeast-3:111122223333:backup-vault:hokan',
  ...more,
});
const snapshots = (crossRegion: object) =>
  res('AWS::DLM::LifecyclePolicy', {
    Description: 'daily snapshots',
    State: 'ENABLED',
    ExecutionRoleArn: 'arn:aws:iam::111122223333:role/dlm',
    PolicyDetails: {
      ResourceTypes: ['VOLUME'],
      TargetTags: [{ Key: 'snapshot', Value: 'daily' }],
      Schedules: [
        {
          Name: 'daily',
          CreateRule: { Interval: 24, IntervalUnit: 'HOURS', Times: ['17:00'] },
          RetainRule: { Count: 14 },
          CrossRegionCopyRules: [{ TargetRegion: 'ap-northeast-3', Encrypted: true, ...crossRegion }],
        },
      ],
    },
  });
const ends = (
  name: string,
  expect: AccuracyCase['expect'],
  Copies: unknown,
  switched = false,
): AccuracyCase => ({
  name,
  clause: '3(2)①(ウ)',
  expect,
  on: 'Copies',
  template: {
    ...(switched
      ? {
          Parameters: { KeepForever: { Type: 'String', AllowedValues: ['yes', 'no'] } },
          Conditions: { Ends: { 'Fn::Equals': [ref('KeepForever'), 'no'] } },
        }
      : {}),
    Resources: { Copies },
  },
});

const CASES: readonly AccuracyCase[] = [
  erased(
    'one key for data of two zones: to destroy those of one destroys those of the other',
    'violation',
    { Key: key(), Records: bucket('my-number', 'Key'), Pages: bucket('internet', 'Key') },
    { on: ['Key', 'Records', 'Pages'] },
  ),
  erased(
    'a key for each of two zones',
    'compliant',
    {
      Key: key(),
      Other: key(),
      Records: bucket('my-number', 'Key'),
      Pages: bucket('internet', 'Other'),
    },
    { on: ['Key', 'Other', 'Records', 'Pages'] },
  ),
  erased('the vendor may do anything with the key, its deletion included', 'violation', {
    Key: key([vendor({ Action: 'kms:*' })]),
  }),
  erased('the vendor may schedule the deletion through a wildcard', 'violation', {
    Key: key([vendor({ Action: ['kms:Decrypt', 'kms:Schedule*'] })]),
  }),
  erased('the vendor may do all but decrypt', 'violation', {
    Key: key([vendor({ NotAction: 'kms:Decrypt' })]),
  }),
  erased('the vendor may use the key and no more', 'compliant', {
    Key: key([vendor({ Action: ['kms:Decrypt', 'kms:GenerateDataKey*', 'kms:DescribeKey'] })]),
  }),
  erased(
    'the vendor may administer the key, and its destruction is denied to everybody of that account',
    'compliant',
    {
      Key: key([
        vendor({ Action: ['kms:Enable*', 'kms:Disable*', 'kms:ScheduleKeyDeletion', 'kms:TagResource'] }),
        {
          ...vendor({
            Action: ['kms:ScheduleKeyDeletion', 'kms:DisableKey', 'kms:DeleteImportedKeyMaterial'],
          }),
          Effect: 'Deny',
        },
      ]),
    },
  ),
  erased('the vendor is denied the destruction, and may change the policy that denies it', 'violation', {
    Key: key([
      vendor({ Action: 'kms:*' }),
      { ...vendor({ Action: 'kms:ScheduleKeyDeletion' }), Effect: 'Deny' },
    ]),
  }),
  erased(
    'who may do anything with the key is a parameter',
    'undetermined',
    {},
    {
      template: {
        Parameters: { Administrator: { Type: 'String' } },
        Resources: { Key: key([vendor({ Action: 'kms:*' }, ref('Administrator'))]) },
      },
    },
  ),
  erased('a key that is destroyed a week after the order', 'violation', {
    Key: key([], { PendingWindowInDays: 7 }),
  }),
  erased('a key that says nothing of its waiting time, which is thirty days', 'compliant', { Key: key() }),
  ends('a plan whose backups end', 'compliant', plan({ Lifecycle: END })),
  ends('a plan whose backups have no end', 'violation', plan({})),
  ends(
    'a plan that moves backups to cold storage and never deletes them',
    'violation',
    plan({ Lifecycle: { MoveToColdStorageAfterDays: 30 } }),
  ),
  // First labelled a violation, by an oversight: without a lifecycle AWS Backup applies that of the source to the copy.
  ends(
    'a plan whose backups end, and whose copies say nothing, so that they end with them',
    'compliant',
    plan({ Lifecycle: END, CopyActions: [copy({})] }),
  ),
  ends(
    'a plan whose backups end, and whose copies are moved to cold storage for ever',
    'violation',
    plan({ Lifecycle: END, CopyActions: [copy({ Lifecycle: { MoveToColdStorageAfterDays: 30 } })] }),
  ),
  ends(
    'a plan whose backups and copies end',
    'compliant',
    plan({ Lifecycle: END, CopyActions: [copy({ Lifecycle: END })] }),
  ),
  ends(
    'a plan whose backups end by a switch only',
    'violation',
    plan({ Lifecycle: when('Ends', END, NO_VALUE) }),
    true,
  ),
  ends(
    'snapshots whose copies in the other region end',
    'compliant',
    snapshots({ RetainRule: { Interval: 1, IntervalUnit: 'MONTHS' } }),
  ),
  ends('snapshots whose copies in the other region have no end', 'violation', snapshots({})),
];

accuracyCases('the end of data', CASES);
