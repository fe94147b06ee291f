import { allow, document, of, permit, role } from '../../../accuracy/iam-pieces';
import { type AccuracyCase, att, ref, res, sub } from '../../../accuracy/support';
import { casesOf, FACTS } from './pieces';

// 7.3(3)①(ア): development and verification are apart from operation. Nothing of development gets at what is of production.

const apart = casesOf('7.3(3)①(ア)', 'Live');
const PRODUCTION = { Environment: 'production', Zone: 'my-number' };
const DEVELOPMENT = { Environment: 'development', Zone: 'my-number' };
const build = allow({ Service: 'codebuild.amazonaws.com' });
const production = (resources: object, more: object = {}) => of(PRODUCTION, resources, more);
const development = (resources: object, more: object = {}) => of(DEVELOPMENT, resources, more);
const ROOT = sub('arn:aws:iam::${AWS::AccountId}:root');
const bucketPolicy = (...statements: object[]) => ({
  Records: res('AWS::S3::Bucket', { BucketName: 'juki-prod-records' }),
  Live: res('AWS::S3::BucketPolicy', { Bucket: ref('Records'), PolicyDocument: document(...statements) }),
});
const read = (principal: unknown, more: object = {}) => ({
  Effect: 'Allow',
  Principal: principal,
  Action: 's3:GetObject',
  Resource: sub('${Records.Arn}/*'),
  ...more,
});
const key = (statement: object) =>
  res('AWS::KMS::Key', {
    KeyPolicy: document(
      { Effect: 'Allow', Principal: { AWS: ROOT }, Action: 'kms:*', Resource: '*' },
      statement,
    ),
  });
const DEV_ACCOUNT = { AWS: '777788889999' };
const known = { profile: { facts: FACTS }, on: ['Live', 'Records'] };
// An import works within one account only: so the two templates are of the same one.
const exported = (name: string, id: string) => ({ [id]: { Value: att(id, 'Arn'), Export: { Name: name } } });
const imported = (name: string) => ({ 'Fn::ImportValue': name });
/** A role of development that may do this; the data are in a template of production. */
const developer = (...statements: object[]) => [
  production(
    { Records: res('AWS::S3::Bucket', { BucketName: 'juki-prod-records' }) },
    { Outputs: exported('records', 'Records') },
  ),
  development({
    Live: role([build], {
      Description: imported('records'),
      Policies: [{ PolicyName: 'p', PolicyDocument: document(...statements) }],
    }),
  }),
];
const EITHER = { on: ['Live', 'Records'] };
const RECORDS = { 'Fn::Join': ['', [imported('records'), '/*']] };
const DEV_BUILD = development(
  { Build: role([build], { RoleName: 'dev-build' }) },
  {
    Outputs: { ...exported('build', 'Build'), Name: { Value: ref('Build'), Export: { Name: 'build-name' } } },
  },
);
/** A role of development that may ask for the one of production, which trusts these. */
const asking = (trust: object) => [
  production({ Live: role([trust]) }, { Outputs: exported('live', 'Live') }),
  development({
    Dev: role([build], {
      Policies: [{ PolicyName: 'p', PolicyDocument: document(permit('sts:Assume*', imported('live'))) }],
    }),
  }),
];

export const ENVIRONMENT_CASES: readonly AccuracyCase[] = [
  apart('violation', 'production trusts a role of development, its ARN put together', [
    DEV_BUILD,
    production({
      Live: role([
        allow({
          AWS: {
            'Fn::Sub': [
              'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${Name}',
              { Name: imported('build-name') },
            ],
          },
        }),
      ]),
    }),
  ]),
  // Whom the statement is for stands in its condition.
  apart('violation', 'production trusts the account, if the role of development asks', [
    DEV_BUILD,
    production({
      Live: role([allow({ AWS: ROOT }, { ArnEquals: { 'aws:PrincipalArn': imported('build') } })]),
    }),
  ]),
  // Verification is not operation either.
  apart('violation', 'development, verification, production: one trusts the other', [
    DEV_BUILD,
    of(
      { Environment: 'verification', Zone: 'my-number' },
      { Test: role([allow({ AWS: imported('build') })]) },
      { Outputs: exported('test', 'Test') },
    ),
    production({ Live: role([allow({ AWS: imported('test') })]) }),
  ]),
  apart('compliant', 'three roles of production, one trusts the other', [
    production({
      One: role([build]),
      Two: role([allow({ AWS: att('One', 'Arn') })]),
      Live: role([allow({ AWS: att('Two', 'Arn') })]),
    }),
  ]),
  // The trust leaves it to the account, and there the role of development may.
  apart(
    'violation',
    'production trusts the account, where a role of development may assume it',
    asking(allow({ AWS: ROOT })),
    { on: ['Live', 'Dev'] },
  ),
  // The right to ask is nothing without the trust.
  apart(
    'compliant',
    'a role of development may assume it, and is not trusted',
    asking(allow({ Service: 'ecs-tasks.amazonaws.com' })),
    { on: ['Live', 'Dev'] },
  ),
  apart(
    'violation',
    'the bucket is open to the account of development, one of a list',
    production(
      bucketPolicy(read({ AWS: ['arn:aws:iam::111122223333:root', 'arn:aws:iam::777788889999:root'] })),
    ),
    known,
  ),
  apart(
    'compliant',
    'the account of development is denied',
    production(bucketPolicy(read({ AWS: ROOT }), { ...read(DEV_ACCOUNT), Effect: 'Deny' })),
    known,
  ),
  apart(
    'violation',
    'everybody, if of the account of development',
    production(
      bucketPolicy(
        read('*', { Condition: { StringLike: { 'aws:PrincipalAccount': ['111122223333', '7777*9999'] } } }),
      ),
    ),
    known,
  ),
  // In one account a right of the role is enough, whatever the bucket's policy does not say.
  apart(
    'violation',
    'a role of development may read the bucket, by import',
    developer(permit('s3:Get*', RECORDS)),
    EITHER,
  ),
  apart(
    'compliant',
    'a role of development may read the bucket, by import, and is denied it',
    developer(permit('s3:Get*', RECORDS), {
      Effect: 'Deny',
      Action: 's3:*',
      Resource: 'arn:aws:s3:::juki-prod-*',
    }),
    EITHER,
  ),
  apart(
    'violation',
    'a role of development may read buckets, a wildcard in the middle',
    developer(permit('s3:GetObject', 'arn:aws:s3:::juki-*-records/*')),
    EITHER,
  ),
  apart(
    'compliant',
    'a role of development may read buckets of development',
    developer(permit('s3:GetObject', ['arn:aws:s3:::juki-dev-*', 'arn:aws:s3:::test-prod-records/*'])),
    EITHER,
  ),
  apart('violation', 'grants on the key of production', [
    DEV_BUILD,
    production({
      Live: key({
        Effect: 'Allow',
        Principal: { AWS: imported('build') },
        Action: 'kms:Create*',
        Resource: '*',
      }),
    }),
  ]),
  apart('compliant', 'all but the role of development is let in', [
    DEV_BUILD,
    production({
      Live: key({ Effect: 'Deny', Principal: { AWS: imported('build') }, Action: 'kms:*', Resource: '*' }),
    }),
  ]),
  apart(
    'undetermined',
    'whom production trusts, no template of these exports',
    production({ Live: role([allow({ AWS: { 'Fn::ImportValue': 'somebody' } })]) }),
  ),
];
