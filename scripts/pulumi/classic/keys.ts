import type { Written } from '.';

const KEY = {
  deletionWindowInDays: 'PendingWindowInDays',
  policy: { to: 'KeyPolicy', as: 'json' },
} as const;

/** Keys of KMS and secrets. */
export const KEYS: Written = {
  'kms/key:Key': {
    type: 'AWS::KMS::Key',
    properties: {
      ...KEY,
      customerMasterKeySpec: 'KeySpec',
      isEnabled: 'Enabled',
      customKeyStoreId: { to: 'Origin', as: { always: 'AWS_CLOUDHSM' } },
      xksKeyId: { to: 'Origin', as: { always: 'EXTERNAL_KEY_STORE' } },
    },
  },
  'kms/keyPolicy:KeyPolicy': {
    type: 'AWS::KMS::Key',
    into: 'keyId',
    properties: { policy: { to: 'KeyPolicy', as: 'json' } },
  },
  'kms/externalKey:ExternalKey': {
    type: 'AWS::KMS::Key',
    properties: KEY,
    // Its material is brought from outside, so that KMS does not rotate it.
    defaults: { Origin: 'EXTERNAL', EnableKeyRotation: false },
  },
  'kms/replicaKey:ReplicaKey': { type: 'AWS::KMS::ReplicaKey', properties: KEY },
  'kms/replicaExternalKey:ReplicaExternalKey': {
    type: 'AWS::KMS::ReplicaKey',
    properties: KEY,
  },
  'kms/alias:Alias': { type: 'AWS::KMS::Alias', properties: { name: 'AliasName' } },
  'secretsmanager/secret:Secret': {
    type: 'AWS::SecretsManager::Secret',
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
    lacks: {
      GenerateSecretString:
        'secrets are made with the package random, whose length no property of the secret shows',
    },
  },
  'secretsmanager/secretVersion:SecretVersion': {
    type: 'AWS::SecretsManager::Secret',
    into: 'secretId',
    properties: { secretString: 'SecretString' },
  },
  'secretsmanager/secretRotation:SecretRotation': { type: 'AWS::SecretsManager::RotationSchedule' },
  'secretsmanager/secretPolicy:SecretPolicy': {
    type: 'AWS::SecretsManager::ResourcePolicy',
    properties: { secretArn: 'SecretId', policy: { to: 'ResourcePolicy', as: 'json' } },
  },
};

export const KEYS_UNJUDGED = [
  'kms/ciphertext:Ciphertext',
  'kms/customKeyStore:CustomKeyStore',
  'secretsmanager/tag:Tag',
] as const;
