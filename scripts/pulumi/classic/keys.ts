import type { Written } from '.';

const WINDOW = { deletionWindowInDays: 'PendingWindowInDays' } as const;
const POLICY = { policy: { to: 'KeyPolicy', as: 'json' } } as const;

export const KEYS: Written = {
  'kms/key:Key': {
    type: 'AWS::KMS::Key',
    properties: { ...WINDOW, ...POLICY, customerMasterKeySpec: 'KeySpec', isEnabled: 'Enabled' },
  },
  'kms/replicaKey:ReplicaKey': {
    type: 'AWS::KMS::ReplicaKey',
    properties: { ...WINDOW, ...POLICY, enabled: 'Enabled' },
  },
  // Its material comes from outside, and does not rotate.
  'kms/externalKey:ExternalKey': {
    type: 'AWS::KMS::Key',
    properties: { ...WINDOW, ...POLICY },
    defaults: { Origin: 'EXTERNAL', EnableKeyRotation: false },
  },
  'kms/keyPolicy:KeyPolicy': {
    type: 'AWS::KMS::Key',
    into: 'keyId',
    not: ['keyId', 'bypassPolicyLockoutSafetyCheck'],
    properties: POLICY,
  },
  'kms/alias:Alias': { type: 'AWS::KMS::Alias', properties: { name: 'AliasName' } },
  'secretsmanager/secret:Secret': {
    type: 'AWS::SecretsManager::Secret',
    not: ['policy'],
    properties: {
      'replicas[*].region': 'ReplicaRegions[*].Region',
      'replicas[*].kmsKeyId': 'ReplicaRegions[*].KmsKeyId',
    },
    parts: [
      {
        list: 'policy',
        type: 'AWS::SecretsManager::ResourcePolicy',
        whole: 'SecretId',
        properties: { '': { to: 'ResourcePolicy', as: 'json' } },
      },
    ],
  },
  'secretsmanager/secretPolicy:SecretPolicy': {
    type: 'AWS::SecretsManager::ResourcePolicy',
    properties: { secretArn: 'SecretId', policy: { to: 'ResourcePolicy', as: 'json' } },
  },
  'secretsmanager/secretVersion:SecretVersion': {
    type: 'AWS::SecretsManager::Secret',
    into: 'secretId',
    not: ['secretId'],
    properties: { secretString: 'SecretString' },
  },
  'secretsmanager/secretRotation:SecretRotation': {
    type: 'AWS::SecretsManager::RotationSchedule',
    properties: {
      rotationLambdaArn: 'RotationLambdaARN',
      'rotationRules.automaticallyAfterDays': 'RotationRules.AutomaticallyAfterDays',
      'rotationRules.scheduleExpression': 'RotationRules.ScheduleExpression',
      'rotationRules.duration': 'RotationRules.Duration',
    },
  },
};

export const KEYS_UNJUDGED: readonly string[] = [
  'kms/ciphertext:Ciphertext',
  'kms/customKeyStore:CustomKeyStore',
  'secretsmanager/tag:Tag',
];
