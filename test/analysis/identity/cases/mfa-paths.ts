import {
  allow,
  fromVendor,
  inline,
  MFA,
  of,
  permit,
  role,
  tagged,
  vendor,
} from '../../../accuracy/iam-pieces';
import { type AccuracyCase, att, ref, res } from '../../../accuracy/support';
import { deny, mfa, operator } from './mfa';
import { NO_FACTOR } from './pieces';

// 7.5(1)⑦: the ways to a role over other roles, identity providers, users and groups.

const ADMIN = { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] };
/** What a user may do without a second factor, as the IAM User Guide's policy has it: set one up. */
const SETTING_UP = [
  'iam:CreateVirtualMFADevice',
  'iam:EnableMFADevice',
  'iam:ListMFADevices',
  'sts:GetSessionToken',
];
const unlessFactor = (operatorName: string) => ({
  Effect: 'Deny',
  NotAction: SETTING_UP,
  Resource: '*',
  Condition: { [operatorName]: { 'aws:MultiFactorAuthPresent': 'false' } },
});
const user = (...statements: object[]) =>
  res('AWS::IAM::User', {
    ...ADMIN,
    Policies: [{ PolicyName: 'factor', PolicyDocument: { Version: '2012-10-17', Statement: statements } }],
  });
const group = (statements: object[]) =>
  res('AWS::IAM::Group', {
    Policies: [{ PolicyName: 'p', PolicyDocument: { Version: '2012-10-17', Statement: statements } }],
  });
const EVERYTHING = permit('*');

export const MFA_PATH_CASES: readonly AccuracyCase[] = [
  // Entry asks for a factor; what it may become asks for none and needs none.
  mfa(
    'compliant',
    'three roles, one after the other, the first with a factor',
    vendor({
      Entry: role([fromVendor(MFA)]),
      Middle: role([allow({ AWS: att('Entry', 'Arn') })]),
      Operator: role([allow({ AWS: att('Middle', 'Arn') })], ADMIN),
    }),
  ),
  mfa(
    'violation',
    'three roles, one after the other, the first without a factor',
    vendor({
      Entry: role([fromVendor()]),
      Middle: role([allow({ AWS: att('Entry', 'Arn') })]),
      Operator: role([allow({ AWS: att('Middle', 'Arn') })], ADMIN),
    }),
    { on: ['Entry', 'Operator'] },
  ),
  // Two ways to the second role; one of them without a factor.
  mfa(
    'violation',
    'a second way into the chain',
    vendor({
      Entry: role([fromVendor(MFA)]),
      Side: role([fromVendor({ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } })]),
      Operator: role([allow({ AWS: [att('Entry', 'Arn'), att('Side', 'Arn')] })], ADMIN),
    }),
    { on: ['Side', 'Operator'] },
  ),
  mfa(
    'violation',
    'the administrator’s role trusts, by import, one that the vendor becomes without a factor',
    [
      vendor(
        { Entry: role([fromVendor()]) },
        { Outputs: { Arn: { Value: att('Entry', 'Arn'), Export: { Name: 'entry' } } } },
      ),
      of(
        { Party: 'municipality' },
        { Operator: role([allow({ AWS: { 'Fn::ImportValue': 'entry' } })], ADMIN) },
      ),
    ],
    { on: ['Entry', 'Operator'] },
  ),
  // Nobody can begin.
  mfa(
    'compliant',
    'two roles that trust each other, and a service',
    vendor({
      Operator: role([allow({ AWS: att('Other', 'Arn') })]),
      Other: role([allow({ AWS: att('Operator', 'Arn') }), allow({ Service: 'ec2.amazonaws.com' })]),
    }),
  ),
  // The identity provider asks for the factor; its settings are not in the template.
  mfa(
    'evidence',
    'roles of Identity Center, by the ARN of who asks',
    operator(
      allow(
        { AWS: 'arn:aws:iam::111122223333:root' },
        {
          ArnLike: {
            'aws:PrincipalArn':
              'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_Ops_*',
          },
        },
      ),
    ),
  ),
  mfa(
    'evidence',
    'a permission set of the vendor',
    vendor({
      Operator: res('AWS::SSO::PermissionSet', {
        InstanceArn: 'arn:aws:sso:::instance/ssoins-1',
        Name: 'Ops',
        ManagedPolicies: ['arn:aws:iam::aws:policy/AdministratorAccess'],
      }),
    }),
  ),
  // SAML may be shown; the account's users without a factor may not.
  mfa(
    'violation',
    'log-in by SAML, and the account itself beside it',
    operator(
      allow(
        { Federated: 'arn:aws:iam::111122223333:saml-provider/Vendor' },
        { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
        'sts:AssumeRoleWithSAML',
      ),
      fromVendor(),
    ),
  ),
  // A user has a password or keys: nothing asks for a factor.
  mfa('violation', 'an administrator that is a user', vendor({ Operator: res('AWS::IAM::User', ADMIN) })),
  mfa(
    'compliant',
    'a user who without a factor may set one up, and nothing else',
    vendor({ Operator: user(unlessFactor('BoolIfExists')) }),
  ),
  // Requests with access keys lack the key, and Bool does not hold.
  mfa('violation', 'the same with Bool', vendor({ Operator: user(unlessFactor('Bool')) })),
  mfa(
    'compliant',
    'the Deny comes by a group',
    vendor({
      Operator: res('AWS::IAM::User', { ...ADMIN, Groups: [ref('Outside')] }),
      Outside: group([unlessFactor('BoolIfExists')]),
    }),
  ),
  mfa(
    'violation',
    'the Deny is on a group that the user is not in',
    vendor({
      Operator: res('AWS::IAM::User', { Groups: [ref('Outside')] }),
      Outside: group([EVERYTHING]),
      Guarded: group([unlessFactor('BoolIfExists')]),
    }),
    { on: ['Operator', 'Outside'] },
  ),
  // Whom the Deny is for is not known before deployment.
  mfa(
    'undetermined',
    'the Deny is for a parameter',
    vendor(
      { Operator: role([fromVendor(), deny(NO_FACTOR, { Principal: { AWS: ref('Whom') } })]) },
      { Parameters: { Whom: { Type: 'String' } } },
    ),
  ),
  mfa(
    'undetermined',
    'the trust policy is a parameter',
    vendor(
      { Operator: res('AWS::IAM::Role', { AssumeRolePolicyDocument: ref('Trust') }) },
      { Parameters: { Trust: { Type: 'String' } } },
    ),
  ),
  // The vendor's entry is guarded; a role of the city that trusts no vendor is not asked.
  mfa(
    'compliant',
    'a role for readers, a service and a vendor with a factor, the condition once as text',
    vendor({
      Operator: role(
        [
          allow({ Service: 'lambda.amazonaws.com' }),
          fromVendor({ Bool: { 'aws:multifactorauthpresent': ['true'] } }),
        ],
        { ...tagged('party', 'operator') },
      ),
      Reader: inline(permit('s3:GetObject')),
    }),
  ),
];
