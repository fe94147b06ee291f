import { MFA, VENDOR_ACCOUNT, vendorRole } from '../../../accuracy/iam-pieces';
import { type AccuracyCase, ref, res } from '../../../accuracy/support';

// What the cases are made of, besides the pieces of the accuracy tests.

export const NO_FACTOR = { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } };
export const ENVIRONMENT = {
  Parameters: { Env: { Type: 'String', AllowedValues: ['prod', 'dev'] } },
  Conditions: { Production: { 'Fn::Equals': [ref('Env'), 'prod'] } },
};
export const FACTS = {
  customerManagedKeys: [],
  zoneOf: {},
  prefixLists: {},
  outsideAccounts: ['444455556666'],
  developmentAccounts: ['777788889999'],
};
/** A trust policy of the vendor's account that a second factor is asked for in. */
export const TRUSTED = {
  Effect: 'Allow',
  Principal: { AWS: VENDOR_ACCOUNT },
  Action: 'sts:AssumeRole',
  Condition: MFA,
};

export const attached = (statements: readonly object[], to: object, type = 'AWS::IAM::ManagedPolicy') =>
  res(type, {
    ...(type === 'AWS::IAM::Policy' && { PolicyName: 'work' }),
    PolicyDocument: { Version: '2012-10-17', Statement: statements },
    ...to,
  });
/** A vendor's role of a name. */
export const namedRole = (RoleName: string, more: object = {}) => vendorRole({ RoleName, ...more });

/** Makes cases of one clause about one resource, unless another is named. */
export const casesOf =
  (clause: string, on: AccuracyCase['on']) =>
  (
    expect: AccuracyCase['expect'],
    name: string,
    template: NonNullable<AccuracyCase['template']> | NonNullable<AccuracyCase['templates']>,
    more: Partial<AccuracyCase> = {},
  ): AccuracyCase => ({
    name,
    clause,
    on,
    expect,
    ...(Array.isArray(template) ? { templates: template as object[] } : { template: template as object }),
    ...more,
  });
