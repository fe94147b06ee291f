import { type AccuracyCase, accuracyCases, ref, res, sub, when } from './support';

const ROOT = {
  Effect: 'Allow',
  Principal: { AWS: sub('arn:${AWS::Partition}:iam::${AWS::AccountId}:root') },
  Action: 'kms:*',
  Resource: '*',
};

const EVERYBODY = { Effect: 'Allow', Principal: '*', Action: 'kms:Decrypt', Resource: '*' };

const key = (statements: readonly object[], more: object = {}) =>
  res('AWS::KMS::Key', {
    EnableKeyRotation: true,
    KeyPolicy: { Version: '2012-10-17', Statement: statements },
    ...more,
  });

const PROD = {
  Parameters: { Env: { Type: 'String' } },
  Conditions: { Prod: { 'Fn::Equals': [ref('Env'), 'prod'] } },
};

const KEYS: readonly AccuracyCase[] = [
  {
    name: 'a key that is not rotated, as nothing is said',
    clause: '7.1(16)②',
    expect: 'violation',
    on: 'Key',
    resources: { Key: res('AWS::KMS::Key', { KeyPolicy: { Statement: [ROOT] } }) },
  },
  {
    name: 'a key as CDK writes it',
    clause: '7.1(16)②',
    expect: 'compliant',
    on: 'Key',
    resources: { Key: key([ROOT]) },
  },
  {
    name: 'rotation as a string',
    clause: '9.2(7)③',
    expect: 'compliant',
    on: 'Key',
    resources: { Key: key([ROOT], { EnableKeyRotation: 'true', PendingWindowInDays: '30' }) },
  },
  {
    name: 'a key for signatures cannot be rotated automatically',
    clause: '7.1(16)②',
    expect: 'compliant',
    on: 'Key',
    resources: {
      Key: res('AWS::KMS::Key', {
        KeySpec: 'ECC_NIST_P384',
        KeyUsage: 'SIGN_VERIFY',
        KeyPolicy: { Statement: ROOT },
      }),
    },
  },
  {
    name: 'imported key material cannot be rotated automatically',
    clause: '9.2(7)③',
    expect: 'compliant',
    on: 'Key',
    resources: { Key: res('AWS::KMS::Key', { Origin: 'EXTERNAL', KeyPolicy: { Statement: [ROOT] } }) },
  },
  {
    name: 'a kind of key whose use ends before resident records do',
    clause: '7.1(16)②',
    expect: 'violation',
    on: 'Key',
    resources: { Key: key([ROOT], { KeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT_DECRYPT' }) },
  },
  {
    name: 'the kind of key is left open',
    clause: '7.1(16)②',
    expect: 'undetermined',
    on: 'Key',
    template: {
      Parameters: { Spec: { Type: 'String', Default: 'SYMMETRIC_DEFAULT' } },
      Resources: { Key: key([ROOT], { KeySpec: ref('Spec') }) },
    },
  },
  {
    name: 'the key is destroyed within a week',
    clause: '9.2(7)③',
    expect: 'violation',
    on: 'Key',
    template: `
Resources:
  Key: { Type: AWS::KMS::Key, Properties: { EnableKeyRotation: true, PendingWindowInDays: 7 } }
`,
  },
  {
    name: 'the waiting time that nobody sets is the longest one',
    clause: '9.2(7)③',
    expect: 'compliant',
    on: 'Key',
    template: `
Resources:
  Key: { Type: AWS::KMS::Key, Properties: { EnableKeyRotation: yes } }
`,
  },
  {
    name: 'rotation is on in production only',
    clause: '9.2(7)③',
    expect: 'violation',
    on: 'Key',
    template: { ...PROD, Resources: { Key: key([ROOT], { EnableKeyRotation: when('Prod', true, false) }) } },
  },
  {
    name: 'everybody may decrypt',
    clause: '7.1(16)②',
    expect: 'violation',
    on: 'Key',
    resources: { Key: key([ROOT, EVERYBODY]) },
  },
  {
    name: 'everybody of the own account, through one service',
    clause: '9.2(5)①(ア)',
    expect: 'compliant',
    on: 'Key',
    resources: {
      Key: key([
        ROOT,
        {
          ...EVERYBODY,
          Principal: { AWS: '*' },
          Condition: {
            StringEquals: {
              'kms:CallerAccount': ref('AWS::AccountId'),
              'kms:ViaService': sub('secretsmanager.${AWS::Region}.amazonaws.com'),
            },
          },
        },
      ]),
    },
  },
  {
    name: 'everybody of any account, through one service',
    clause: '9.2(5)①(ア)',
    expect: 'violation',
    on: 'Key',
    template: `
Resources:
  Key:
    Type: AWS::KMS::Key
    Properties:
      EnableKeyRotation: true
      KeyPolicy:
        Statement:
          Effect: Allow
          Principal: { AWS: ['*'] }
          Action: kms:*
          Resource: '*'
          Condition: { StringEquals: { 'kms:ViaService': s3.ap-northeast-1.amazonaws.com } }
`,
  },
  {
    name: 'everybody is denied to destroy the key, but for one role',
    clause: '7.1(16)②',
    expect: 'compliant',
    on: 'Key',
    resources: {
      Key: key([
        ROOT,
        {
          Effect: 'Deny',
          Principal: '*',
          Action: ['kms:ScheduleKeyDeletion', 'kms:DisableKey'],
          Resource: '*',
          Condition: {
            ArnNotLike: { 'aws:PrincipalArn': sub('arn:aws:iam::${AWS::AccountId}:role/KeyKeeper') },
          },
        },
      ]),
    },
  },
  {
    name: 'everybody but one is everybody',
    clause: '9.2(5)①(ア)',
    expect: 'violation',
    on: 'Key',
    resources: {
      Key: key([
        ROOT,
        {
          Effect: 'Allow',
          NotPrincipal: { AWS: 'arn:aws:iam::111122223333:user/former' },
          Action: 'kms:Decrypt',
          Resource: '*',
        },
      ]),
    },
  },
  {
    name: 'a condition with IfExists does not bind callers that lack the key',
    clause: '7.1(16)②',
    expect: 'violation',
    on: 'Key',
    resources: {
      Key: key([
        ROOT,
        { ...EVERYBODY, Condition: { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-abc' } } },
      ]),
    },
  },
  {
    name: 'the log service of the region, for the log groups of the account',
    clause: '7.1(16)②',
    expect: 'compliant',
    on: 'Key',
    template: `
Resources:
  Key:
    Type: AWS::KMS::Key
    Properties:
      EnableKeyRotation: true
      KeyPolicy:
        Version: 2012-10-17
        Statement:
          - Effect: Allow
            Principal: { AWS: !Sub 'arn:aws:iam::\${AWS::AccountId}:root' }
            Action: kms:*
            Resource: '*'
          - Effect: Allow
            Principal: { Service: !Sub 'logs.\${AWS::Region}.amazonaws.com' }
            Action: [kms:Encrypt*, kms:Decrypt*, kms:ReEncrypt*, kms:GenerateDataKey*, kms:Describe*]
            Resource: '*'
            Condition:
              ArnLike: { kms:EncryptionContext:aws:logs:arn: !Sub 'arn:aws:logs:\${AWS::Region}:\${AWS::AccountId}:*' }
`,
  },
];

accuracyCases('encryption: keys', KEYS);
