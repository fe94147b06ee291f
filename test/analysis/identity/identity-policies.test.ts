import { identityTemplates } from '../../../bench/identity-policies';
import { deploymentOf } from '../../helpers/inline';

// The benchmark's input is what it says, and the same each time.

test('500 roles and 1,500 policies', () => {
  const { templates, roles, policies, resources } = identityTemplates();
  const deployment = deploymentOf(...templates);
  const count = (...types: string[]) =>
    types.reduce((sum, type) => sum + [...deployment.ofType(type)].length, 0);
  expect(roles).toBe(500);
  expect(count('AWS::IAM::Role')).toBe(500);
  expect(policies).toBe(1500);
  expect(
    count(
      ...['AWS::IAM::Policy', 'AWS::IAM::RolePolicy', 'AWS::IAM::ManagedPolicy', 'AWS::S3::BucketPolicy'],
      ...[
        'AWS::SQS::QueuePolicy',
        'AWS::KMS::Key',
        'AWS::SecretsManager::ResourcePolicy',
        'AWS::ECR::Repository',
      ],
    ),
  ).toBe(1500);
  expect(deployment.resources.length).toBe(resources);
});

test('the same each time, and more by the scale', () => {
  expect(identityTemplates(0.2).templates).toEqual(identityTemplates(0.2).templates);
  expect(identityTemplates(2)).toMatchObject({ roles: 1000, policies: 3000 });
});
