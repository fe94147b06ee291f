import {
  deny,
  document,
  inline,
  of,
  permit,
  VENDOR_ACCOUNT,
  vendor,
  vendorRole,
} from '../../../accuracy/iam-pieces';
import { type AccuracyCase, att, ref, res, sub } from '../../../accuracy/support';
import { attached, casesOf, FACTS, namedRole } from './pieces';

// 9.2(7)③: data are disposed of by destroying their key, so no outside party destroys one.

const given = casesOf('9.2(7)③', 'Operator');
const may = (...statements: object[]) => vendor({ Operator: inline(...statements) });
const ROOT = {
  Effect: 'Allow',
  Principal: { AWS: sub('arn:aws:iam::${AWS::AccountId}:root') },
  Action: 'kms:*',
  Resource: '*',
};
/** A key without fault but for its policy. */
const keyWith = (...statements: object[]) =>
  res(
    'AWS::KMS::Key',
    { EnableKeyRotation: true, KeyPolicy: document(...statements) },
    { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' },
  );
const KANRI = 'arn:aws:iam::111122223333:role/kanri';
/** What makes a key useless, or leads to it. */
const DESTRUCTION = [
  'kms:Schedule*',
  'kms:Put*',
  'kms:Disable*',
  'kms:Delete*',
  'kms:Create*',
  'kms:Replicate*',
  'kms:Update*',
];
const forVendor = (action: unknown, more: object = {}) => ({
  Effect: 'Allow',
  Principal: { AWS: VENDOR_ACCOUNT },
  Action: action,
  Resource: '*',
  ...more,
});
const key = (...statements: object[]) =>
  of({ Party: 'municipality' }, { Operator: keyWith(ROOT, ...statements) });
const known = { profile: { facts: FACTS } };

export const KEY_CASES: readonly AccuracyCase[] = [
  given('violation', 'a wildcard in the middle takes in the deletion', may(permit('kms:Sch*Deletion'))),
  given(
    'compliant',
    'wildcards that take in use and description only',
    may(permit(['kms:De?crypt', 'kms:De*crypt', 'kms:Describe*', 'kms:GenerateDataKey*'])),
  ),
  given(
    'compliant',
    'all of KMS, and a Deny of all but use',
    may(permit('kms:*'), {
      Effect: 'Deny',
      NotAction: ['kms:Decrypt', 'kms:Encrypt', 'kms:DescribeKey'],
      Resource: '*',
    }),
  ),
  given(
    'violation',
    'all of KMS, and a Deny of all but what begins with S',
    may(permit('kms:*'), { Effect: 'Deny', NotAction: ['kms:S*', 'kms:Decrypt'], Resource: '*' }),
  ),
  // An alias is no key: the deletion is not allowed on one.
  given('compliant', 'all of KMS on aliases', may(permit('kms:*', 'arn:aws:kms:*:*:alias/*'))),
  given('violation', 'all of KMS on keys, wherever', may(permit('kms:*', 'arn:aws:kms:*:*:key/*'))),
  // A long wait is a deletion all the same.
  given(
    'violation',
    'a deletion with a long wait',
    may(
      permit('kms:ScheduleKeyDeletion', '*', {
        Condition: { NumericGreaterThanEquals: { 'kms:ScheduleKeyDeletionPendingWindowInDays': '30' } },
      }),
    ),
  ),
  given(
    'compliant',
    'a boundary denies it',
    vendor({
      Operator: vendorRole({
        PermissionsBoundary: ref('Most'),
        Policies: [{ PolicyName: 'p', PolicyDocument: document(permit('kms:*')) }],
      }),
      Most: attached([permit('*'), deny(['kms:Schedule*', 'kms:Put*', 'kms:Disable*', 'kms:Delete*'])], {}),
    }),
  ),
  given(
    'violation',
    'by a group',
    vendor({
      Operator: res('AWS::IAM::User', { Groups: [ref('Team')] }),
      Team: res('AWS::IAM::Group', {
        Policies: [{ PolicyName: 'p', PolicyDocument: document(permit('kms:ScheduleKeyDeletion')) }],
      }),
    }),
    { on: ['Operator', 'Team'] },
  ),
  given(
    'violation',
    'by a policy of another template',
    [
      vendor({ Operator: namedRole('vendor-ops') }),
      of({ Party: 'municipality' }, { Policy: attached([permit('kms:*Key*')], { Roles: ['vendor-ops'] }) }),
    ],
    { on: ['Operator', 'Policy'] },
  ),
  given(
    'undetermined',
    'a policy of the account that is not at hand',
    vendor({
      Operator: vendorRole({ ManagedPolicyArns: [sub('arn:aws:iam::${AWS::AccountId}:policy/keys')] }),
    }),
  ),
  // The key's policy names its administrator only, not the account: IAM has no say.
  given(
    'compliant',
    'a key that does not leave it to the account',
    vendor({
      Operator: inline(permit('kms:ScheduleKeyDeletion', att('Key', 'Arn'))),
      Key: keyWith({ Effect: 'Allow', Principal: { AWS: KANRI }, Action: 'kms:*', Resource: '*' }),
    }),
  ),
  given(
    'violation',
    'a key that leaves it to the account',
    vendor({ Operator: inline(permit('kms:ScheduleKeyDeletion', att('Key', 'Arn'))), Key: keyWith(ROOT) }),
  ),
  // Key policies.
  given(
    'violation',
    'the key’s policy, the vendor’s account as a number',
    key(forVendor('kms:*', { Principal: { AWS: ['444455556666'] } })),
    known,
  ),
  given(
    'compliant',
    'the key’s policy lets the vendor use it',
    key(forVendor(['kms:Decrypt', 'kms:DescribeKey'])),
    known,
  ),
  given(
    'violation',
    'the key’s policy lets the vendor rewrite it',
    key(forVendor(['kms:Decrypt', 'kms:PutKey*'])),
    known,
  ),
  given(
    'violation',
    'all but the deletion: the policy can be rewritten',
    key(forVendor(undefined, { NotAction: 'kms:ScheduleKeyDeletion' })),
    known,
  ),
  given(
    'compliant',
    'all is allowed to the vendor, and what destroys is denied to it',
    key(forVendor('kms:*'), { ...forVendor(DESTRUCTION), Effect: 'Deny' }),
    known,
  ),
  // The vendor’s people are not the administrator, so the Deny is for them.
  given(
    'compliant',
    'all is allowed to the vendor, and what destroys is denied to all but the administrator',
    key(forVendor('kms:*'), {
      ...forVendor(DESTRUCTION),
      Effect: 'Deny',
      Principal: '*',
      Condition: { ArnNotEquals: { 'aws:PrincipalArn': KANRI } },
    }),
    known,
  ),
  given(
    'violation',
    'all is allowed to the vendor, and the deletion alone is denied: the policy can be rewritten',
    key(forVendor('kms:*'), { ...forVendor('kms:ScheduleKeyDeletion'), Effect: 'Deny' }),
    known,
  ),
  given(
    'violation',
    'everybody, if of the vendor’s account',
    key(
      forVendor('kms:*', {
        Principal: { AWS: '*' },
        Condition: { StringEquals: { 'kms:CallerAccount': '444455556666' } },
      }),
    ),
    known,
  ),
  given(
    'compliant',
    'everybody, if of the vendor’s account, may decrypt by way of S3',
    key(
      forVendor('kms:Decrypt', {
        Principal: { AWS: '*' },
        Condition: {
          StringEquals: {
            'kms:CallerAccount': '444455556666',
            'kms:ViaService': 's3.ap-northeast-1.amazonaws.com',
          },
        },
      }),
    ),
    known,
  ),
];
