import { KeyPolicyKeepsDestructionInside } from '../../../lib/rules/identity/KeyPolicyKeepsDestructionInside';
import { VendorCannotDestroyKeys } from '../../../lib/rules/identity/VendorCannotDestroyKeys';
import { KeyReplicasAreListed } from '../../../lib/rules/lifecycle/KeyReplicasAreListed';
import { KeyServesOneSystem } from '../../../lib/rules/lifecycle/KeyServesOneSystem';
import { ruleCases } from '../../helpers/rule-cases';
import { att, marked, of, p, ref, when } from '../continuity/pieces';

const onX = { subject: 'X' };
const tags = (marks: Record<string, unknown>) => ({
  Tags: Object.entries(marks).map(([name, Value]) => ({ Key: `jichitai:${name}`, Value })),
});
const key = (more: object = {}) => of('AWS::KMS::Key', more);
const secret = (zone: unknown, KmsKeyId: unknown = att('X')) =>
  of('AWS::SecretsManager::Secret', { KmsKeyId, ...(zone === undefined ? {} : tags({ zone })) });

ruleCases(
  KeyServesOneSystem,
  [
    {
      name: 'refuses a key of two zones',
      expect: 'violation',
      zone: 'none',
      resources: { X: key(), A: secret('my-number'), B: secret('internet') },
      ...onX,
      message: /my-number, internet/,
      example: true,
    },
    {
      name: 'accepts a key of one zone',
      expect: 'compliant',
      zone: 'none',
      resources: { X: key(), A: secret('my-number'), B: secret('my-number') },
      ...onX,
      example: true,
    },
    {
      name: 'says nothing of what declares no zone',
      expect: 'compliant',
      zone: 'none',
      resources: { X: key(), A: secret(undefined), B: secret('internet') },
      ...onX,
    },
    {
      name: 'follows aliases',
      expect: 'violation',
      zone: 'none',
      resources: {
        X: key(),
        L: of('AWS::KMS::Alias', { AliasName: 'alias/city', TargetKeyId: ref('X') }),
        A: secret('my-number', ref('L')),
        B: secret('lgwan', 'alias/city'),
      },
      ...onX,
    },
    {
      name: 'reads keys of buckets',
      expect: 'violation',
      zone: 'none',
      resources: {
        X: key(),
        A: secret('my-number'),
        B: of('AWS::S3::Bucket', {
          ...tags({ zone: 'internet' }),
          BucketEncryption: {
            ServerSideEncryptionConfiguration: [
              { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: att('X') } },
            ],
          },
        }),
      },
      ...onX,
    },
    {
      name: 'asks whether several stacks are one system',
      expect: 'evidence',
      template: [
        {
          Resources: { X: key(), A: secret('my-number') },
          Outputs: { O: { Value: att('X'), Export: { Name: 'key' } } },
        },
        { Resources: { B: secret('my-number', { 'Fn::ImportValue': 'key' }) } },
      ],
      ...onX,
    },
    {
      name: 'does not mix what is never there together',
      expect: 'compliant',
      zone: 'none',
      template: marked(
        {},
        { X: key(), A: secret(when('my-number', 'lgwan')), B: secret(when('my-number', 'lgwan')) },
      ),
      ...onX,
    },
  ],
  {
    undetermined:
      'a store whose key or zone cannot be told has a finding of its own, and says nothing of this key',
  },
);

ruleCases(
  KeyReplicasAreListed,
  [
    {
      name: 'asks nothing of a key of one region',
      expect: 'compliant',
      resources: { X: key() },
      example: true,
    },
    {
      name: 'asks for the replicas of a key of several',
      expect: 'evidence',
      resources: { X: key({ MultiRegion: true }) },
    },
    {
      name: 'names those that are at hand',
      expect: 'evidence',
      resources: {
        X: key({ MultiRegion: true }),
        R: of('AWS::KMS::ReplicaKey', { PrimaryKeyArn: att('X') }),
      },
      ...onX,
      message: /\bR\b/,
    },
    {
      name: 'asks about a replica',
      expect: 'evidence',
      resources: {
        X: of('AWS::KMS::ReplicaKey', { PrimaryKeyArn: 'arn:aws:kms:ap-northeast-1:111122223333:key/mrk-1' }),
      },
    },
    {
      name: 'cannot tell by parameter',
      expect: 'undetermined',
      template: marked({}, { X: key({ MultiRegion: p }) }),
    },
    {
      name: 'asks in the branch with replicas',
      expect: 'evidence',
      template: marked({}, { X: key({ MultiRegion: when(true, false) }) }),
    },
  ],
  { violation: 'replicas are permitted: the duty is to know all of them at the end' },
);

const VENDOR = '777788889999';
const facts = {
  facts: {
    customerManagedKeys: [],
    zoneOf: {},
    prefixLists: {},
    outsideAccounts: [VENDOR],
    developmentAccounts: [],
  },
};
const policed = (AWS: unknown, Action: unknown = 'kms:*', more: object = {}) =>
  key({
    KeyPolicy: { Statement: [{ Effect: 'Allow', Principal: { AWS }, Action, Resource: '*', ...more }] },
  });
const OWN = { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' };
const inAccount = (X: object) => ({ body: { Resources: { X } }, stack: { account: '111122223333' } });
const role = (party: string) =>
  of('AWS::IAM::Role', {
    ...tags({ party }),
    AssumeRolePolicyDocument: {
      Statement: [
        { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: `arn:aws:iam::${VENDOR}:root` } },
      ],
    },
  });

/** The vendor's role may do something, and somebody is denied the destruction. */
const withDenial = (Action: unknown, denied: unknown, more: object = {}) =>
  key({
    KeyPolicy: {
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${VENDOR}:role/operator` },
          Action,
          Resource: '*',
        },
        {
          Effect: 'Deny',
          Principal: { AWS: denied },
          Action: ['kms:ScheduleKeyDeletion', 'kms:DisableKey'],
          Resource: '*',
          ...more,
        },
      ],
    },
  });

ruleCases(KeyPolicyKeepsDestructionInside, [
  {
    name: 'refuses a vendor’s account that may do all',
    expect: 'violation',
    resources: { X: policed(`arn:aws:iam::${VENDOR}:root`) },
    profile: facts,
  },
  { name: 'accepts the own account', expect: 'compliant', resources: { X: policed(OWN) }, example: true },
  {
    name: 'accepts a vendor that may use the key',
    expect: 'compliant',
    resources: { X: policed(VENDOR, ['kms:Decrypt', 'kms:DescribeKey']) },
    profile: facts,
  },
  {
    name: 'refuses the right to schedule its deletion',
    expect: 'violation',
    resources: { X: policed(VENDOR, ['kms:Decrypt', 'kms:ScheduleKeyDeletion']) },
    profile: facts,
    property: /Principal/,
  },
  {
    name: 'refuses a vendor’s role',
    expect: 'violation',
    resources: { X: policed(att('R')), R: role('vendor') },
    ...onX,
    example: true,
  },
  {
    name: 'refuses another account than the stack’s',
    expect: 'violation',
    template: inAccount(policed('arn:aws:iam::222233334444:root')),
  },
  {
    name: 'accepts the stack’s account by number',
    expect: 'compliant',
    template: inAccount(policed('arn:aws:iam::111122223333:root')),
  },
  {
    name: 'asks whose a number is',
    expect: 'evidence',
    resources: { X: policed('arn:aws:iam::222233334444:root') },
  },
  { name: 'cannot tell a parameter', expect: 'undetermined', template: marked({}, { X: policed(p) }) },
  {
    name: 'has no say on services',
    expect: 'compliant',
    resources: {
      X: key({
        KeyPolicy: {
          Statement: [
            { Effect: 'Allow', Principal: { Service: 'logs.amazonaws.com' }, Action: 'kms:*', Resource: '*' },
          ],
        },
      }),
    },
  },
  {
    name: 'ignores what is denied',
    expect: 'compliant',
    resources: { X: policed(VENDOR, 'kms:*', { Effect: 'Deny' }) },
    profile: facts,
  },
  { name: 'has no say on a key with the default policy', expect: 'compliant', resources: { X: key() } },
  {
    name: 'accepts a right to destroy that is denied to the whole account',
    expect: 'compliant',
    resources: {
      X: withDenial(['kms:ScheduleKeyDeletion', 'kms:TagResource'], `arn:aws:iam::${VENDOR}:root`),
    },
    profile: facts,
  },
  {
    name: 'does not count a denial that the vendor may take out of the policy',
    expect: 'violation',
    resources: { X: withDenial('kms:*', VENDOR) },
    profile: facts,
  },
  {
    name: 'does not count a denial under a condition',
    expect: 'violation',
    resources: {
      X: withDenial('kms:ScheduleKeyDeletion', VENDOR, {
        Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } },
      }),
    },
    profile: facts,
  },
  {
    name: 'cannot tell whom a parameter denies it',
    expect: 'undetermined',
    template: marked({}, { X: withDenial('kms:ScheduleKeyDeletion', p) }),
    profile: facts,
  },
  {
    name: 'refuses the right to change the policy, and so to give oneself the rest',
    expect: 'violation',
    resources: { X: policed(VENDOR, ['kms:Decrypt', 'kms:PutKeyPolicy']) },
    profile: facts,
  },
  {
    name: 'does not count a denial for somebody else',
    expect: 'violation',
    resources: { X: withDenial('kms:ScheduleKeyDeletion', `arn:aws:iam::${VENDOR}:role/other`) },
    profile: facts,
  },
]);

const identity = (party: string | undefined, ...statements: object[]) =>
  of('AWS::IAM::Role', {
    ...(party === undefined ? {} : tags({ party })),
    AssumeRolePolicyDocument: {
      Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: OWN } }],
    },
    Policies: [{ PolicyName: 'p', PolicyDocument: { Statement: statements } }],
  });
const may = (Action: unknown, more: object = {}) => ({ Effect: 'Allow', Action, Resource: '*', ...more });

ruleCases(VendorCannotDestroyKeys, [
  {
    name: 'refuses a vendor that may destroy keys',
    expect: 'violation',
    resources: { X: identity('vendor', may('kms:ScheduleKeyDeletion')) },
    example: true,
  },
  {
    name: 'accepts a vendor that may use them',
    expect: 'compliant',
    resources: { X: identity('vendor', may(['kms:Decrypt', 'kms:GenerateDataKey'])) },
    example: true,
  },
  { name: 'sees wildcards', expect: 'violation', resources: { X: identity('operator', may('kms:*')) } },
  {
    name: 'accepts what is denied again',
    expect: 'compliant',
    resources: {
      X: identity('vendor', may('kms:*'), may(['kms:Schedule*', 'kms:Delete*'], { Effect: 'Deny' })),
    },
  },
  {
    name: 'leaves it to the municipality',
    expect: 'compliant',
    resources: { X: identity('municipality', may('kms:*')) },
  },
  {
    name: 'does not know whose a role for people is',
    expect: 'undetermined',
    resources: { X: identity(undefined, may('kms:*')) },
  },
  {
    name: 'cannot tell an action by parameter',
    expect: 'undetermined',
    template: marked({}, { X: identity('vendor', may(p)) }),
  },
]);
