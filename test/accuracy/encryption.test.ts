import { type AccuracyCase, accuracyCases, att, NO_VALUE, ref, res, sub, when } from './support';

const KEY = res('AWS::KMS::Key', {
  EnableKeyRotation: true,
  KeyPolicy: {
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: sub('arn:${AWS::Partition}:iam::${AWS::AccountId}:root') },
        Action: 'kms:*',
        Resource: '*',
      },
    ],
  },
});

const bucket = (byDefault: unknown, more: object = {}, beside: object = {}) =>
  res(
    'AWS::S3::Bucket',
    {
      ...(byDefault === undefined
        ? {}
        : {
            BucketEncryption: {
              ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: byDefault }],
            },
          }),
      ...more,
    },
    beside,
  );

const kms = (key?: unknown) => ({
  SSEAlgorithm: 'aws:kms',
  ...(key === undefined ? {} : { KMSMasterKeyID: key }),
});

const PROD = {
  Parameters: { Env: { Type: 'String', Default: 'prod' } },
  Conditions: { Prod: { 'Fn::Equals': [ref('Env'), 'prod'] } },
};

const FACTS = { zoneOf: {}, prefixLists: {}, outsideAccounts: [], developmentAccounts: [] };

const ARN = 'arn:aws:kms:ap-northeast-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

const one = (type: string, properties: object, more: Record<string, unknown> = {}) => ({
  Key: KEY,
  It: res(type, properties),
  ...more,
});

const BUCKETS: readonly AccuracyCase[] = [
  {
    name: 'a bucket without a word about encryption has the key of S3',
    clause: '4(1)④',
    expect: 'violation',
    on: 'It',
    resources: one('AWS::S3::Bucket', {}),
  },
  {
    name: 'KMS without a key is the key that AWS manages',
    clause: '4(1)④',
    expect: 'violation',
    on: 'It',
    resources: { It: bucket(kms()) },
  },
  {
    name: 'the alias of the key that AWS manages, inside an ARN that is put together',
    clause: '4(1)④',
    expect: 'violation',
    on: 'It',
    resources: { It: bucket(kms(sub('arn:aws:kms:${AWS::Region}:${AWS::AccountId}:alias/aws/s3'))) },
  },
  {
    name: 'a key of the template',
    clause: '4(1)④',
    expect: 'compliant',
    on: 'It',
    resources: { Key: KEY, It: bucket(kms(att('Key', 'Arn'))) },
  },
  {
    name: 'a key of the template by an ARN that is put together',
    clause: '9.2(5)①(イ)',
    expect: 'compliant',
    on: 'It',
    template: `
Metadata: { Jichitai: { Zone: my-number } }
Resources:
  Key: { Type: AWS::KMS::Key, Properties: { EnableKeyRotation: true } }
  It:
    Type: AWS::S3::Bucket
    Properties:
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - BucketKeyEnabled: true
            ServerSideEncryptionByDefault:
              SSEAlgorithm: aws:kms
              KMSMasterKeyID: !Sub arn:\${AWS::Partition}:kms:\${AWS::Region}:\${AWS::AccountId}:key/\${Key}
`,
  },
  {
    name: 'the alias of a key of the template, by reference',
    clause: '4(1)④',
    expect: 'compliant',
    on: 'It',
    resources: {
      Key: KEY,
      Alias: res('AWS::KMS::Alias', { AliasName: 'alias/juki', TargetKeyId: ref('Key') }),
      It: bucket(kms(ref('Alias'))),
    },
  },
  {
    name: 'a key of another stack of the deployment',
    clause: '4(1)④',
    expect: 'compliant',
    on: 'It',
    templates: [
      {
        Resources: { Key: KEY },
        Outputs: { Arn: { Value: att('Key', 'Arn'), Export: { Name: 'keys-juki' } } },
      },
      { Resources: { It: bucket(kms({ 'Fn::ImportValue': { 'Fn::Join': ['-', ['keys', 'juki']] } })) } },
    ],
  },
  {
    name: 'a key that nobody exports',
    clause: '4(1)④',
    expect: 'undetermined',
    on: 'It',
    resources: { It: bucket(kms({ 'Fn::ImportValue': 'keys-juki' })) },
  },
  {
    name: 'a key id does not tell who manages the key',
    clause: '4(1)④',
    expect: 'undetermined',
    on: 'It',
    resources: { It: bucket(kms(ARN)) },
  },
  {
    name: 'the profile knows the key',
    clause: '4(1)④',
    expect: 'compliant',
    on: 'It',
    profile: { facts: { ...FACTS, customerManagedKeys: [ARN] } },
    resources: { It: bucket(kms(ARN)) },
  },
  {
    name: 'the default of a free parameter is a key that the profile knows, and does not bind',
    clause: '4(1)④',
    expect: 'undetermined',
    on: 'It',
    profile: { facts: { ...FACTS, customerManagedKeys: [ARN] } },
    template: {
      Parameters: { KeyArn: { Type: 'String', Default: ARN } },
      Resources: { It: bucket(kms(ref('KeyArn'))) },
    },
  },
  {
    name: 'the own key is left out where the environment is another one',
    clause: '4(1)④',
    expect: 'violation',
    on: 'It',
    template: {
      ...PROD,
      Resources: { Key: KEY, It: bucket(kms(when('Prod', att('Key', 'Arn'), NO_VALUE))) },
    },
  },
  {
    name: 'the bucket is not there where its key is left out',
    clause: '4(1)④',
    expect: 'compliant',
    on: 'It',
    template: {
      ...PROD,
      Resources: {
        Key: { ...KEY, Condition: 'Prod' },
        It: bucket(kms(when('Prod', att('Key', 'Arn'), NO_VALUE)), {}, { Condition: 'Prod' }),
      },
    },
  },
  {
    name: 'all of the encryption stands behind an alternative',
    clause: '9.2(7)③',
    expect: 'violation',
    on: 'It',
    template: `
Parameters: { Env: { Type: String, AllowedValues: [prod, dev] } }
Conditions: { Prod: !Equals [!Ref Env, prod] }
Metadata: { Jichitai: { Zone: lgwan, Confidentiality: 2 } }
Resources:
  Key: { Type: AWS::KMS::Key, Properties: { EnableKeyRotation: true } }
  It:
    Type: AWS::S3::Bucket
    Properties:
      BucketEncryption:
        !If
          - Prod
          - ServerSideEncryptionConfiguration:
              - ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: !GetAtt Key.Arn }
          - !Ref AWS::NoValue
`,
  },
  {
    name: 'one YAML anchor for two buckets, the second of which overrides the algorithm',
    clause: '4(1)④',
    expect: 'violation',
    on: 'Second',
    template: `
Metadata: { Jichitai: { Zone: my-number } }
Resources:
  Key: { Type: AWS::KMS::Key, Properties: { EnableKeyRotation: true } }
  First:
    Type: AWS::S3::Bucket
    Properties:
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault: &own { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: !GetAtt Key.Arn }
  Second:
    Type: AWS::S3::Bucket
    Properties:
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault: { <<: *own, SSEAlgorithm: AES256 }
`,
  },
  {
    name: 'public pictures of the Internet zone, confidentiality 1',
    clause: '9.2(5)①(イ)',
    expect: 'compliant',
    on: 'It',
    template: {
      Metadata: { Jichitai: { Zone: 'internet', Confidentiality: 1 } },
      Resources: { It: bucket({ SSEAlgorithm: 'AES256' }) },
    },
  },
  {
    name: 'the tag of the bucket raises it above its template',
    clause: '9.2(5)①(イ)',
    expect: 'violation',
    on: 'It',
    template: {
      Metadata: { Jichitai: { Zone: 'internet', Confidentiality: 1 } },
      Resources: {
        It: bucket({ SSEAlgorithm: 'AES256' }, { Tags: [{ Key: 'jichitai:confidentiality', Value: '2' }] }),
      },
    },
  },
  {
    name: 'the tag of the bucket lowers it below its template',
    clause: '9.2(5)①(イ)',
    expect: 'compliant',
    on: 'It',
    template: {
      Metadata: { Jichitai: { Zone: 'internet', Confidentiality: 3 } },
      Resources: {
        It: bucket({ SSEAlgorithm: 'AES256' }, { Tags: [{ Key: 'jichitai:confidentiality', Value: '1' }] }),
      },
    },
  },
  {
    name: 'whether the duty applies depends on a parameter',
    clause: '9.2(5)①(イ)',
    expect: 'undetermined',
    on: 'It',
    zone: 'internet',
    template: {
      Parameters: { Level: { Type: 'String', Default: '1' } },
      Resources: {
        It: bucket(
          { SSEAlgorithm: 'AES256' },
          { Tags: [{ Key: 'jichitai:confidentiality', Value: ref('Level') }] },
        ),
      },
    },
  },
];

accuracyCases('encryption at rest: buckets', BUCKETS);
