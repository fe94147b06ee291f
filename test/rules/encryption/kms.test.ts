import { KmsKeyDeletionWindow } from '../../../lib/rules/encryption/KmsKeyDeletionWindow';
import { KmsKeyPolicyNotOpen } from '../../../lib/rules/encryption/KmsKeyPolicyNotOpen';
import { KmsKeyRotation } from '../../../lib/rules/encryption/KmsKeyRotation';
import { KmsKeySpecApproved } from '../../../lib/rules/encryption/KmsKeySpecApproved';
import { ruleCases } from '../../helpers/rule-cases';

const key = (properties: object = {}) => ({ Key: { Type: 'AWS::KMS::Key', Properties: properties } });
const parameter = (properties: object, Parameters: object = { P: { Type: 'String' } }) => ({
  Parameters,
  Resources: key(properties),
});

ruleCases(KmsKeyRotation, [
  { name: 'rotated', expect: 'compliant', resources: key({ EnableKeyRotation: 'true' }) },
  {
    name: 'not rotated by default',
    expect: 'violation',
    resources: key(),
    property: 'EnableKeyRotation',
  },
  {
    name: 'not rotated, in every zone',
    expect: 'violation',
    zone: 'none',
    resources: key({ EnableKeyRotation: false }),
  },
  { name: 'an asymmetric key cannot be', expect: 'compliant', resources: key({ KeySpec: 'RSA_4096' }) },
  { name: 'an HMAC key cannot be', expect: 'compliant', resources: key({ KeySpec: 'HMAC_256' }) },
  { name: 'imported material cannot be', expect: 'compliant', resources: key({ Origin: 'EXTERNAL' }) },
  {
    name: 'the primary of a multi-region key is rotated for its replicas',
    expect: 'violation',
    resources: key({ MultiRegion: true }),
  },
  {
    name: 'nobody knows',
    expect: 'undetermined',
    template: parameter({ EnableKeyRotation: { Ref: 'P' } }),
  },
  {
    name: 'nobody knows whether it is symmetric',
    expect: 'undetermined',
    template: parameter({ KeySpec: { Ref: 'P' } }),
  },
  {
    name: 'rotated under one condition',
    expect: 'violation',
    template: {
      Parameters: { Env: { Type: 'String', AllowedValues: ['production', 'test'] } },
      Conditions: { Production: { 'Fn::Equals': [{ Ref: 'Env' }, 'production'] } },
      Resources: key({ EnableKeyRotation: { 'Fn::If': ['Production', true, false] } }),
    },
    message: /when Env is "test"/,
  },
]);

ruleCases(KmsKeySpecApproved, [
  { name: 'symmetric by default', expect: 'compliant', resources: key() },
  { name: 'of 128 bits of strength', expect: 'compliant', resources: key({ KeySpec: 'RSA_3072' }) },
  { name: 'of 112 bits of strength', expect: 'violation', resources: key({ KeySpec: 'RSA_2048' }) },
  { name: 'on no list of ciphers', expect: 'violation', resources: key({ KeySpec: 'ECC_SECG_P256K1' }) },
  {
    name: 'approved by another profile',
    expect: 'compliant',
    profile: { allowedKeySpecs: ['RSA_2048'] },
    resources: key({ KeySpec: 'RSA_2048' }),
  },
  { name: 'nobody knows', expect: 'undetermined', template: parameter({ KeySpec: { Ref: 'P' } }) },
]);

ruleCases(KmsKeyDeletionWindow, [
  { name: 'thirty days by default', expect: 'compliant', resources: key() },
  { name: 'as text', expect: 'compliant', resources: key({ PendingWindowInDays: '30' }) },
  { name: 'a week', expect: 'violation', resources: key({ PendingWindowInDays: 7 }) },
  {
    name: 'a week, where the profile says so',
    expect: 'compliant',
    profile: { minimumKeyDeletionWindowDays: 7 },
    resources: key({ PendingWindowInDays: 7 }),
  },
  {
    name: 'a replica, too',
    expect: 'violation',
    resources: { Key: { Type: 'AWS::KMS::ReplicaKey', Properties: { PendingWindowInDays: 7 } } },
  },
  {
    name: 'nobody knows',
    expect: 'undetermined',
    template: parameter({ PendingWindowInDays: { Ref: 'P' } }, { P: { Type: 'Number', Default: 30 } }),
  },
]);

const allow = (more: object) => ({
  KeyPolicy: {
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: { 'Fn::Sub': 'arn:aws:iam::$' + '{AWS::AccountId}:root' } },
        Action: 'kms:*',
        Resource: '*',
      },
      { Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*', ...more },
    ],
  },
});
ruleCases(KmsKeyPolicyNotOpen, [
  { name: 'the default policy', expect: 'compliant', resources: key() },
  {
    name: 'a role',
    expect: 'compliant',
    resources: key(allow({ Principal: { AWS: 'arn:aws:iam::111122223333:role/app' } })),
  },
  { name: 'everybody', expect: 'violation', resources: key(allow({ Principal: '*' })) },
  { name: 'everybody, in a list', expect: 'violation', resources: key(allow({ Principal: { AWS: ['*'] } })) },
  {
    name: 'everybody but one',
    expect: 'violation',
    resources: key(allow({ NotPrincipal: { AWS: 'arn:aws:iam::111122223333:role/app' } })),
  },
  {
    name: 'a denial to everybody lets nobody in',
    expect: 'compliant',
    resources: key(allow({ Effect: 'Deny', Principal: '*' })),
  },
  {
    name: 'everybody of the account through a service',
    expect: 'compliant',
    resources: key(
      allow({
        Principal: { AWS: '*' },
        Condition: {
          StringEquals: {
            'kms:CallerAccount': { Ref: 'AWS::AccountId' },
            'kms:ViaService': 'ec2.ap-northeast-1.amazonaws.com',
          },
        },
      }),
    ),
  },
  {
    name: 'a service limits nobody',
    expect: 'violation',
    resources: key(
      allow({
        Principal: '*',
        Condition: { StringEquals: { 'kms:ViaService': 's3.ap-northeast-1.amazonaws.com' } },
      }),
    ),
  },
  {
    name: 'the role of a name in any account',
    expect: 'violation',
    resources: key(
      allow({
        Principal: '*',
        Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/app' } },
      }),
    ),
  },
  {
    name: 'a condition that lets in who does not have the key',
    expect: 'violation',
    resources: key(
      allow({ Principal: '*', Condition: { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-abc' } } }),
    ),
  },
  {
    name: 'a single statement that is no list',
    expect: 'violation',
    resources: key({
      KeyPolicy: { Statement: { Effect: 'Allow', Principal: '*', Action: 'kms:*', Resource: '*' } },
    }),
  },
  {
    name: 'a principal that nobody knows',
    expect: 'undetermined',
    template: parameter(allow({ Principal: { AWS: { Ref: 'P' } } })),
  },
]);
