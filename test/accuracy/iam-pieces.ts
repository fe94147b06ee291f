import { res } from './support';

// What situations about IAM are made of: trust, permissions, and marks.

export const VENDOR_ACCOUNT = 'arn:aws:iam::444455556666:root';
export const MFA = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
export const LONG = { MaxSessionDuration: 14400 };
export const ADMINISTRATOR = 'arn:aws:iam::aws:policy/AdministratorAccess';

export const allow = (principal: unknown, condition?: unknown, action: unknown = 'sts:AssumeRole') => ({
  Effect: 'Allow',
  Principal: principal,
  Action: action,
  ...(condition === undefined ? {} : { Condition: condition }),
});
export const fromVendor = (condition?: unknown) => allow({ AWS: VENDOR_ACCOUNT }, condition);
export const role = (statement: unknown, more: object = {}, beside: object = {}) =>
  res(
    'AWS::IAM::Role',
    { AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: statement }, ...more },
    beside,
  );
export const of = (marks: object, resources: object, more: object = {}) => ({
  Metadata: { Jichitai: marks },
  ...more,
  Resources: resources,
});
export const vendor = (resources: object, more: object = {}) => of({ Party: 'vendor' }, resources, more);
export const tagged = (key: string, value: unknown) => ({ Tags: [{ Key: `jichitai:${key}`, Value: value }] });

export const VENDOR_TRUST = {
  Statement: [
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::444455556666:root' },
      Action: 'sts:AssumeRole',
      Condition: MFA,
    },
  ],
};
export const serviceTrust = (service: string) => ({
  Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
});
export const permit = (action: unknown, resource: unknown = '*', more: object = {}) => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
  ...more,
});
export const deny = (action: unknown, more: object = {}) => ({
  Effect: 'Deny',
  Action: action,
  Resource: '*',
  ...more,
});
export const document = (...statements: unknown[]) => ({ Version: '2012-10-17', Statement: statements });
export const vendorRole = (more: object = {}) =>
  res('AWS::IAM::Role', { AssumeRolePolicyDocument: VENDOR_TRUST, ...more });
export const inline = (...statements: unknown[]) =>
  vendorRole({ Policies: [{ PolicyName: 'work', PolicyDocument: document(...statements) }] });
export const managed = (...names: string[]) => ({
  ManagedPolicyArns: names.map((name) => `arn:aws:iam::aws:policy/${name}`),
});
