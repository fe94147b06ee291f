import { Pending } from '../../../lib/pulumi/resource';
import { findingsOf, made, ref, resource } from '../helpers';

const BUCKET = resource('aws:s3/bucket:Bucket', 'records');
const about = (type: string, inputs: object) =>
  resource(`aws:s3/${type}:${type.slice(0, 1).toUpperCase()}${type.slice(1)}`, 'about', {
    bucket: BUCKET,
    ...inputs,
  });
const group = (name: string, permission: string) => ({
  grantee: { type: 'Group', uri: `http://acs.amazonaws.com/groups/${name}` },
  permission,
});
const person = { grantee: { type: 'CanonicalUser', id: 'a'.repeat(64) }, permission: 'FULL_CONTROL' };
const acl = (...grants: readonly object[]) => about('bucketAcl', { accessControlPolicy: { grants } });
const bucketWith = (companion: ReturnType<typeof resource>) =>
  made([BUCKET, companion])['records']?.Properties;

describe('grants of an access control list become the word for them', () => {
  test.each([
    ['that everybody reads', [person, group('global/AllUsers', 'READ')], { AccessControl: 'PublicRead' }],
    ['that everybody writes', [group('global/AllUsers', 'WRITE')], { AccessControl: 'PublicReadWrite' }],
    [
      'of everybody, whoever is named before',
      [group('s3/LogDelivery', 'WRITE'), group('global/AllUsers', 'READ')],
      { AccessControl: 'PublicRead' },
    ],
    [
      'of all customers',
      [group('global/AuthenticatedUsers', 'READ')],
      { AccessControl: 'AuthenticatedRead' },
    ],
    ['of one account', [person], {}],
  ])('%s', (_, grants, expected) => {
    expect(bucketWith(acl(...grants))).toEqual(expected);
  });

  test('what is not known is not private', () => {
    expect(bucketWith(acl({ grantee: { type: 'Group', uri: new Pending() }, permission: 'READ' }))).toEqual({
      AccessControl: { 'Fn::KnownAfterDeployment': expect.anything() },
    });
  });
});

test('a notification of several events is one for each', () => {
  const notification = about('bucketNotification', {
    queues: [
      {
        queueArn: 'arn:aws:sqs:ap-northeast-1:111122223333:scan',
        events: ['s3:ObjectCreated:*', 's3:ObjectRemoved:*'],
        filterPrefix: 'in/',
      },
    ],
  });
  const Queue = 'arn:aws:sqs:ap-northeast-1:111122223333:scan';
  const Filter = { S3Key: { Rules: [{ Name: 'prefix', Value: 'in/' }] } };
  expect(bucketWith(notification)).toEqual({
    NotificationConfiguration: {
      QueueConfigurations: [
        { Event: 's3:ObjectCreated:*', Queue, Filter },
        { Event: 's3:ObjectRemoved:*', Queue, Filter },
      ],
    },
  });
});

test('only a bucket that the provider empties is one that is emptied', () => {
  const types = (forceDestroy: boolean) =>
    Object.values(made([resource('aws:s3/bucket:Bucket', 'records', { forceDestroy })])).map(
      ({ Type }) => Type,
    );
  expect(types(true)).toEqual(['AWS::S3::Bucket', 'Custom::S3AutoDeleteObjects']);
  expect(types(false)).toEqual(['AWS::S3::Bucket']);
});

test('a user is in all groups that memberships name, each an item of its own', () => {
  const user = resource('aws:iam/user:User', 'clerk');
  const membership = (name: string, groups: readonly string[]) =>
    resource('aws:iam/userGroupMembership:UserGroupMembership', name, { user, groups });
  const all = made([user, membership('a', ['windows', 'taxes']), membership('b', ['archive'])]);
  expect(all['clerk']?.Properties).toEqual({ Groups: ['windows', 'taxes', 'archive'] });
});

test('policies are attached one by one, and to roles of the program only', () => {
  const role = resource('aws:iam/role:Role', 'clerk', { assumeRolePolicy: '{}' });
  const attached = (name: string, policyArn: string, to: unknown = ref(role, 'name')) =>
    resource('aws:iam/rolePolicyAttachment:RolePolicyAttachment', name, { role: to, policyArn });
  const all = made([
    role,
    attached('a', 'arn:aws:iam::aws:policy/One'),
    attached('b', 'arn:aws:iam::aws:policy/Two'),
  ]);
  expect(all['clerk']?.Properties).toMatchObject({
    ManagedPolicyArns: ['arn:aws:iam::aws:policy/One', 'arn:aws:iam::aws:policy/Two'],
  });
  const elsewhere = [attached('a', 'arn:aws:iam::aws:policy/AdministratorAccess', 'somebody-elses')];
  expect(findingsOf(elsewhere).map(({ rule }) => rule)).toContain('PulumiTypeIsChecked');
});

test('features of a detector are items of the detector', () => {
  const detector = resource('aws:guardduty/detector:Detector', 'watch');
  const feature = (name: string, status: string) =>
    resource('aws:guardduty/detectorFeature:DetectorFeature', name, { detectorId: detector, name, status });
  const all = made([detector, feature('S3_DATA_EVENTS', 'ENABLED'), feature('RDS_LOGIN_EVENTS', 'DISABLED')]);
  expect(all['watch']?.Properties).toEqual({
    Enable: true,
    Features: [
      { Name: 'S3_DATA_EVENTS', Status: 'ENABLED' },
      { Name: 'RDS_LOGIN_EVENTS', Status: 'DISABLED' },
    ],
  });
});

test('a recorder that is switched off is not taken for one that records', () => {
  const recorder = resource('aws:cfg/recorder:Recorder', 'all', {
    roleArn: 'arn:aws:iam::111122223333:role/r',
  });
  const status = (isEnabled: boolean) =>
    resource('aws:cfg/recorderStatus:RecorderStatus', 'status', { name: recorder, isEnabled });
  const unchecked = (isEnabled: boolean) =>
    findingsOf([recorder, status(isEnabled)]).filter(({ rule }) => rule === 'PulumiTypeIsChecked');
  expect(unchecked(true)).toEqual([]);
  expect(unchecked(false)).toHaveLength(1);
});

test('a key takes the policy that a resource beside it holds', () => {
  const key = resource('aws:kms/key:Key', 'key', {
    deletionWindowInDays: 30,
    customerMasterKeySpec: 'SYMMETRIC_DEFAULT',
  });
  const policy = { Version: '2012-10-17', Statement: [] };
  const beside = resource('aws:kms/keyPolicy:KeyPolicy', 'policy', {
    keyId: key,
    policy: JSON.stringify(policy),
  });
  expect(made([key, beside])['key']?.Properties).toEqual({
    PendingWindowInDays: 30,
    KeySpec: 'SYMMETRIC_DEFAULT',
    KeyPolicy: policy,
  });
});
