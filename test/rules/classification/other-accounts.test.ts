import { MIYAZAKI } from '../../../lib/policy/profile';
import { PolicyNamesApprovedAccounts } from '../../../lib/rules/classification/PolicyNamesApprovedAccounts';
import { ruleCases } from '../../helpers/rule-cases';

const OTHER = '111122223333';
const VENDOR = '444455556666';
const account = (id: string) => `arn:aws:iam::${id}:root`;
const profile = { facts: { ...MIYAZAKI.facts, outsideAccounts: [VENDOR] } };

const statement = (Principal: unknown, more: Record<string, unknown> = {}) => ({
  Effect: 'Allow',
  Principal,
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::city-records/*',
  ...more,
});
const bucket = (...Statement: readonly unknown[]) => ({
  Policy: {
    Type: 'AWS::S3::BucketPolicy',
    Properties: { Bucket: 'city-records', PolicyDocument: { Statement } },
  },
});
const key = (...Statement: readonly unknown[]) => ({
  Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: { Statement } } },
});

ruleCases(PolicyNamesApprovedAccounts, [
  {
    name: 'accepts the account of the stack',
    expect: 'compliant',
    example: true,
    resources: bucket(statement({ AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' } })),
  },
  {
    name: 'accepts a role of the same deployment',
    expect: 'compliant',
    resources: {
      ...bucket(statement({ AWS: { 'Fn::GetAtt': ['Role', 'Arn'] } })),
      Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: { Statement: [] } } },
    },
  },
  {
    name: 'refuses the account of a vendor',
    expect: 'violation',
    example: true,
    profile,
    property: 'PolicyDocument.Statement[0].Principal',
    resources: bucket(statement({ AWS: account(VENDOR) })),
  },
  {
    name: 'refuses a role of a vendor in the policy of a key, beside the own account',
    expect: 'violation',
    profile,
    resources: key(
      statement({
        AWS: [{ 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' }, `arn:aws:iam::${VENDOR}:role/operator`],
      }),
    ),
  },
  {
    name: 'asks for the permission of another account',
    expect: 'evidence',
    profile,
    resources: bucket(statement({ AWS: account(OTHER) })),
  },
  {
    name: 'asks for it for images that another account may fetch',
    expect: 'evidence',
    resources: {
      Images: {
        Type: 'AWS::ECR::Repository',
        Properties: {
          RepositoryPolicyText: {
            Statement: { ...statement({ AWS: OTHER }), Action: 'ecr:BatchGetImage' },
          },
        },
      },
    },
  },
  {
    name: 'accepts the account from which AWS writes logs of load balancers',
    expect: 'compliant',
    resources: bucket(statement({ AWS: account('582318560864') }, { Action: 's3:PutObject' })),
  },
  {
    name: 'leaves services, and CloudFront in the guise of a user, to other rules',
    expect: 'compliant',
    resources: bucket(
      statement({ Service: 'logging.s3.amazonaws.com' }),
      statement({ AWS: 'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1' }),
    ),
  },
  {
    name: 'knows the origin access identity of the deployment',
    expect: 'compliant',
    resources: {
      ...bucket(statement({ CanonicalUser: { 'Fn::GetAtt': ['Identity', 'S3CanonicalUserId'] } })),
      Identity: { Type: 'AWS::CloudFront::CloudFrontOriginAccessIdentity', Properties: {} },
    },
  },
  { name: 'leaves everybody to another rule', expect: 'compliant', resources: bucket(statement('*')) },
  {
    name: 'does not mind whom a statement keeps out',
    expect: 'compliant',
    profile,
    resources: bucket({ ...statement({ AWS: account(VENDOR) }), Effect: 'Deny' }),
  },
  {
    name: 'names the choice under which a vendor is let in',
    expect: 'violation',
    profile,
    message: /when Env is "test"/,
    template: {
      Parameters: { Env: { Type: 'String', AllowedValues: ['production', 'test'] } },
      Conditions: { Production: { 'Fn::Equals': [{ Ref: 'Env' }, 'production'] } },
      Resources: bucket(
        statement({
          AWS: {
            'Fn::If': ['Production', { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' }, account(VENDOR)],
          },
        }),
      ),
    },
  },
  {
    name: 'does not know an account that is a parameter',
    expect: 'undetermined',
    template: {
      Parameters: { Account: { Type: 'String' } },
      Resources: bucket(statement({ AWS: { 'Fn::Sub': 'arn:aws:iam::${Account}:root' } })),
    },
  },
  {
    name: 'is not asked of what is open to the public anyway',
    expect: 'not-applicable',
    template: {
      Metadata: { Jichitai: { Zone: 'internet', Confidentiality: 1 } },
      Resources: bucket(statement({ AWS: account(OTHER) })),
    },
  },
]);
