import fc from 'fast-check';
import { decide } from '../../../lib/analysis/identity/decide';
import { reachOf } from '../../../lib/analysis/identity/reach';
import { LEVELS, type Level, storeParts } from '../../../lib/analysis/identity/store-actions';
import type { Resource } from '../../../lib/model/resource';
import { MIYAZAKI } from '../../../lib/policy/profile';
import { deploymentOf } from '../../helpers/inline';

const ACCOUNT = '111122223333';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/reader`;
const BUCKET = 'arn:aws:s3:::city-records';

const actions = fc.constantFrom(
  's3:GetObject',
  's3:Get*',
  's3:PutObject',
  's3:ListBucket',
  's3:*',
  '*',
  'S3:getobject*',
  's3:PutBucketPolicy',
);
const resources = fc.constantFrom(
  '*',
  BUCKET,
  `${BUCKET}/*`,
  `${BUCKET}*`,
  `${BUCKET}/a/*`,
  `${BUCKET}/*/x`,
  'arn:aws:s3:::other/*',
  'arn:aws:s3:::city-*/a/?',
  'arn:aws:s3:::*/x',
);
const conditions = fc.option(
  fc.constantFrom(
    { StringEquals: { 'aws:SourceVpce': 'vpce-1' } },
    { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } },
    { StringNotEqualsIfExists: { 'aws:SourceVpce': 'vpce-2' } },
    { Null: { 'aws:SourceVpce': 'true' } },
    { Bool: { 'aws:SecureTransport': 'false' } },
    { ArnEquals: { 'aws:PrincipalArn': ROLE } },
    { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/other*' } },
    { StringEquals: { 'aws:SourceVpce': ['vpce-1', 'vpce-2'], 'aws:PrincipalAccount': ACCOUNT } },
  ),
  { nil: undefined, freq: 2 },
);
const statement = fc
  .record({
    Effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
    act: fc.array(actions, { minLength: 1, maxLength: 2 }),
    notAction: fc.boolean().map((one) => one),
    res: fc.array(resources, { minLength: 1, maxLength: 2 }),
    notResource: fc.integer({ min: 0, max: 5 }).map((one) => one === 0),
    Condition: conditions,
  })
  .map(({ Effect, act, notAction, res, notResource, Condition }) => ({
    Effect,
    [notAction && Effect === 'Deny' ? 'NotAction' : 'Action']: act,
    [notResource ? 'NotResource' : 'Resource']: res,
    ...(Condition === undefined ? {} : { Condition }),
  }));
const document = (most: number) =>
  fc.array(statement, { maxLength: most }).map((Statement) => ({ Version: '2012-10-17', Statement }));
const principal = fc.constantFrom('*', { AWS: ROLE }, { AWS: ACCOUNT }, { AWS: '999988887777' });
const bucketPolicy = fc.option(
  fc.array(fc.tuple(statement, principal), { minLength: 1, maxLength: 2 }).map((list) => ({
    Version: '2012-10-17',
    Statement: list.map(([one, Principal]) => ({ ...one, Principal })),
  })),
  { nil: undefined },
);
const situations = fc.record({
  identity: document(3),
  boundary: fc.option(document(2), { nil: undefined, freq: 1 }),
  resource: bucketPolicy,
});

function deploy({
  identity,
  boundary,
  resource,
}: {
  identity: object;
  boundary: object | undefined;
  resource: object | undefined;
}) {
  const deployment = deploymentOf({
    stack: { account: ACCOUNT, stackName: 'S' },
    body: {
      Resources: {
        Records: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'city-records' } },
        ...(resource === undefined
          ? {}
          : {
              Policy: {
                Type: 'AWS::S3::BucketPolicy',
                Properties: { Bucket: 'city-records', PolicyDocument: resource },
              },
            }),
        ...(boundary === undefined
          ? {}
          : { Boundary: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: boundary } } }),
        Reader: {
          Type: 'AWS::IAM::Role',
          Properties: {
            RoleName: 'reader',
            AssumeRolePolicyDocument: { Statement: [] },
            Policies: [{ PolicyName: 'p', PolicyDocument: identity }],
            ...(boundary === undefined ? {} : { PermissionsBoundary: { Ref: 'Boundary' } }),
          },
        },
      },
    },
  });
  const find = (id: string) => deployment.resources.find(({ logicalId }) => logicalId === id) as Resource;
  return reachOf({ identity: find('Reader') }, find('Records'), MIYAZAKI.facts)!;
}

const NAMES = ['zzz', 'a/x', 'a/y', 'a/b/x', 'b/x', 'x', 'a/', 'q/a/x', 'q/x', 'q/a/zz'];
const ENDPOINTS = [undefined, 'vpce-1', 'vpce-2', 'vpce-3'];

/** The levels that some concrete request over TLS is allowed by. */
function allowedLevels(policies: {
  identity: object;
  boundary: object | undefined;
  resource: object | undefined;
}): ReadonlySet<Level> {
  const found = new Set<Level>();
  for (const { suffix, actions: all } of storeParts('AWS::S3::Bucket') ?? []) {
    const targets = suffix === '' ? [BUCKET] : NAMES.map((name) => `${BUCKET}/${name}`);
    for (const { name, levels } of all) {
      if (levels.every((level) => found.has(level))) continue;
      for (const resource of targets) {
        for (const endpoint of ENDPOINTS) {
          const decision = decide(
            {
              principal: { arn: ROLE, account: ACCOUNT, tags: {} },
              action: name,
              resource,
              resourceAccount: ACCOUNT,
              context: {
                'aws:SecureTransport': 'true',
                ...(endpoint === undefined ? {} : { 'aws:SourceVpce': endpoint }),
              },
              absentKeys: 'others',
            },
            {
              identity: [policies.identity],
              ...(policies.boundary === undefined ? {} : { boundary: [policies.boundary] }),
              ...(policies.resource === undefined ? {} : { resource: policies.resource }),
            },
          );
          if (decision === 'allow') for (const level of levels) found.add(level);
        }
      }
    }
  }
  return found;
}

test('what is told for certain is so for some request, and what is told to be none is so for none', () => {
  const told = { certain: 0, possible: 0, no: 0 };
  fc.assert(
    fc.property(situations, (situation) => {
      const { levels } = deploy(situation);
      const allowed = allowedLevels(situation);
      for (const level of LEVELS) {
        const { holds, breaks } = levels[level].claim;
        const is = holds.isAlways ? 'certain' : breaks.isAlways ? 'no' : 'possible';
        told[is]++;
        expect([level, is, allowed.has(level)]).toEqual([
          level,
          is,
          is === 'possible' ? allowed.has(level) : is === 'certain',
        ]);
      }
    }),
    { numRuns: Number(process.env['FUZZ_RUNS'] ?? 60) },
  );
  // The random policies bear out both, and most often it can be told.
  expect(told.certain).toBeGreaterThan(20);
  expect(told.no).toBeGreaterThan(20);
  expect(told.possible).toBeLessThan((told.certain + told.no) / 4);
});
