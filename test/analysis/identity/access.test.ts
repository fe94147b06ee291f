import { rolesWithin, whatReaches, whoReaches } from '../../../lib/analysis/identity/access';
import { MIYAZAKI } from '../../../lib/policy/profile';
import { deploymentOf } from '../../helpers/inline';
import { allow, may, mayNot, OWN_ROOT, role } from '../../rules/identity/iam';

const trust = allow({ Service: 'lambda.amazonaws.com' });
const rights = (...statements: readonly unknown[]) => ({
  Policies: [{ PolicyName: 'p', PolicyDocument: { Version: '2012-10-17', Statement: statements } }],
});
const deployment = deploymentOf({
  Resources: {
    Records: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'juki-records' } },
    Policy: {
      Type: 'AWS::S3::BucketPolicy',
      Properties: {
        Bucket: { Ref: 'Records' },
        PolicyDocument: {
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: { 'Fn::GetAtt': ['Guest', 'Arn'] } },
              Action: 's3:GetObject',
              Resource: 'arn:aws:s3:::juki-records/*',
            },
          ],
        },
      },
    },
    Reader: role(trust, rights(may('s3:Get*', { Resource: 'arn:aws:s3:::juki-*/*' }))),
    Denied: role(trust, rights(may('s3:*'), mayNot('s3:*', { Resource: '*' }))),
    Elsewhere: role(trust, rights(may('s3:GetObject', { Resource: 'arn:aws:s3:::other/*' }))),
    Guest: role(trust),
    Key: {
      Type: 'AWS::KMS::Key',
      Properties: {
        KeyPolicy: {
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: { 'Fn::GetAtt': ['Guest', 'Arn'] } },
              Action: 'kms:*',
              Resource: '*',
            },
          ],
        },
      },
    },
    User: role(trust, rights(may('kms:Decrypt'), may('sts:AssumeRole'))),
    Admin: role(allow({ AWS: OWN_ROOT })),
  },
});
const find = (id: string) => deployment.resources.find(({ logicalId }) => logicalId === id)!;
const { facts } = MIYAZAKI;

test('who can reach a bucket, by which statement', () => {
  const found = whoReaches(find('Records'), facts).map(({ identity, path, policy, levels, allowed }) => ({
    who: identity?.logicalId,
    path,
    policy: policy?.logicalId,
    levels,
    certain: allowed.holds.isAlways,
  }));
  expect(found).toEqual([
    {
      who: 'Reader',
      path: 'Policies[0].PolicyDocument.Statement[0]',
      policy: undefined,
      levels: ['Read'],
      certain: true,
    },
    {
      who: 'Guest',
      path: 'PolicyDocument.Statement[0]',
      policy: 'Policy',
      levels: ['Read'],
      certain: true,
    },
  ]);
});

test('a key that does not leave it to its account is reached by those alone whom it names', () => {
  expect(whoReaches(find('Key'), facts).map(({ identity }) => identity?.logicalId)).toEqual(['Guest']);
});

test('what an id reaches, by its own policies and by those of resources', () => {
  expect(whatReaches(find('Guest'), facts).map(({ resource }) => resource.logicalId)).toEqual([
    'Records',
    'Key',
  ]);
  expect(whatReaches(find('Denied'), facts)).toEqual([]);
});

test('which roles an id can become', () => {
  expect(rolesWithin(find('User'), facts).map(({ role: { logicalId } }) => logicalId)).toEqual(['Admin']);
  expect(rolesWithin(find('Reader'), facts)).toEqual([]);
});
