/** Pieces of templates that the cases about IAM share. */

export const VENDOR_ACCOUNT = '111122223333';
export const VENDOR_ROOT = `arn:aws:iam::${VENDOR_ACCOUNT}:root`;
export const OWN_ROOT = { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' };
export const MFA = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
export const VENDOR_TAG = [{ Key: 'jichitai:party', Value: 'vendor' }];

export const allow = (principal: unknown, condition?: unknown, action: unknown = 'sts:AssumeRole') => ({
  Effect: 'Allow',
  Principal: principal,
  Action: action,
  ...(condition === undefined ? {} : { Condition: condition }),
});

export const role = (statements: unknown, properties: Record<string, unknown> = {}) => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: statements },
    ...properties,
  },
});

/** A role of a vendor. */
export const vendorRole = (statements: unknown, properties: Record<string, unknown> = {}) =>
  role(statements, { Tags: VENDOR_TAG, ...properties });

/** A role of a vendor that asks for a second factor and may do this. */
export const vendorMay = (...statements: readonly unknown[]) =>
  vendorRole(allow({ AWS: VENDOR_ROOT }, MFA), {
    Policies: [{ PolicyName: 'work', PolicyDocument: { Version: '2012-10-17', Statement: statements } }],
  });

export const may = (action: unknown, more: Record<string, unknown> = {}) => ({
  Effect: 'Allow',
  Action: action,
  Resource: '*',
  ...more,
});

export const mayNot = (action: unknown, more: Record<string, unknown> = {}) => ({
  ...may(action, more),
  Effect: 'Deny',
});

export const ADMINISTRATOR_ACCESS = 'arn:aws:iam::aws:policy/AdministratorAccess';
export const READ_ONLY_ACCESS = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
