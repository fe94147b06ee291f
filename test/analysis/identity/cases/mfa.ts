import {
  allow,
  fromVendor,
  inline,
  MFA,
  of,
  permit,
  role,
  tagged,
  VENDOR_ACCOUNT,
  vendor,
} from '../../../accuracy/iam-pieces';
import { type AccuracyCase, att, NO_VALUE, ref, res, when } from '../../../accuracy/support';
import { casesOf, ENVIRONMENT, FACTS, NO_FACTOR } from './pieces';

// 7.5(1)⑦: outside administrators show a second factor. Whoever asks without one has no aws:MultiFactorAuthPresent
// (access keys) or has it as false (a console session, a token without a device): both must be kept out.

const given = casesOf('7.5(1)⑦', 'Operator');
const operator = (...trust: unknown[]) => vendor({ Operator: role(trust) });
const deny = (condition: object, more: object = {}) => ({
  Effect: 'Deny',
  Principal: { AWS: '*' },
  Action: 'sts:AssumeRole',
  Condition: condition,
  ...more,
});
const HANAKO = 'arn:aws:iam::444455556666:user/hanako';
const allActionsBut = (action: unknown, condition?: object) => ({
  Effect: 'Allow',
  Principal: { AWS: VENDOR_ACCOUNT },
  NotAction: action,
  ...(condition && { Condition: condition }),
});
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

export const MFA_CASES: readonly AccuracyCase[] = [
  // sts:*Role is sts:AssumeRole too.
  given(
    'violation',
    'a second statement with a wildcard before the end of the action',
    operator(fromVendor(MFA), allow({ AWS: HANAKO }, undefined, 'sts:*Role')),
  ),
  // ? stands for one letter.
  given(
    'violation',
    'a second statement with a question mark in the action',
    operator(fromVendor(MFA), allow({ AWS: HANAKO }, undefined, 'sts:AssumeR?le')),
  ),
  // AssumeRoleWithSAML is called by nobody in AWS: Principal AWS cannot use it.
  given(
    'compliant',
    'a second statement whose wildcard covers the log-in by SAML only',
    operator(fromVendor(MFA), allow({ AWS: VENDOR_ACCOUNT }, undefined, 'sts:Assume*SAML')),
  ),
  given(
    'compliant',
    'naming and tagging the session needs no factor',
    operator(
      fromVendor(MFA),
      allow({ AWS: VENDOR_ACCOUNT }, undefined, ['sts:TagSession', 'sts:SetSourceIdentity']),
    ),
  ),
  // NotAction is everything else, AssumeRole too.
  given(
    'violation',
    'everything but tagging without a factor',
    operator(fromVendor(MFA), allActionsBut('sts:TagSession')),
  ),
  // Letters of an action make no difference, in NotAction either.
  given(
    'compliant',
    'everything but assuming without a factor, in other letters',
    operator(fromVendor(MFA), allActionsBut(['STS:assumerole'])),
  ),
  // The Deny covers all but tagging: AssumeRole as well.
  given(
    'compliant',
    'a Deny with NotAction that covers assuming',
    operator(fromVendor(), deny(NO_FACTOR, { Action: undefined, NotAction: 'sts:TagSession' })),
  ),
  given(
    'violation',
    'a Deny with NotAction that leaves assuming out',
    operator(fromVendor(), deny(NO_FACTOR, { Action: undefined, NotAction: ['sts:Assume*'] })),
  ),
  // Whoever is not listed is denied: the vendor's people.
  given(
    'compliant',
    'a Deny for all but a user of the city',
    operator(
      fromVendor(),
      deny(NO_FACTOR, {
        Principal: undefined,
        NotPrincipal: { AWS: ['arn:aws:iam::111122223333:user/kanri', 'arn:aws:iam::111122223333:root'] },
      }),
    ),
  ),
  // Hanako is listed with her account, so the Deny is not for her.
  given(
    'violation',
    'a Deny for all but the vendor’s user herself',
    operator(
      allow({ AWS: HANAKO }),
      deny(NO_FACTOR, { Principal: undefined, NotPrincipal: { AWS: [HANAKO, VENDOR_ACCOUNT] } }),
    ),
  ),
  // Denied from these addresses only; from others nobody is asked.
  given(
    'violation',
    'a Deny that is narrowed by an address',
    operator(fromVendor(), deny({ ...NO_FACTOR, IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })),
  ),
  // One Deny for false, one for a missing key: together they are BoolIfExists.
  given(
    'compliant',
    'two Denies, one for false and one for the missing key',
    operator(
      fromVendor(),
      deny({ Bool: { 'aws:MultiFactorAuthPresent': false } }),
      deny({ Null: { 'aws:MultiFactorAuthPresent': 'true' } }),
    ),
  ),
  // In one block both must hold at once, which never is: a missing key is not false.
  given(
    'violation',
    'a Deny for false and missing at the same time',
    operator(
      fromVendor(),
      deny({
        Bool: { 'aws:MultiFactorAuthPresent': 'false' },
        Null: { 'aws:MultiFactorAuthPresent': 'true' },
      }),
    ),
  ),
  // Without a factor the age is missing, and IfExists makes the Deny hold; an old factor is denied as well.
  given(
    'compliant',
    'a Deny by the age of the factor, IfExists',
    operator(fromVendor(), deny({ NumericGreaterThanIfExists: { 'aws:MultiFactorAuthAge': '3600' } })),
  ),
  given(
    'violation',
    'a Deny by the age of the factor lets pass whoever has none',
    operator(fromVendor(), deny({ NumericGreaterThan: { 'aws:MultiFactorAuthAge': '3600' } })),
  ),
  given(
    'violation',
    'an Allow by the age, IfExists: no factor, no age',
    operator(fromVendor({ NumericLessThanIfExists: { 'aws:MultiFactorAuthAge': '3600' } })),
  ),
  // ForAnyValue is false where the key is missing.
  given(
    'compliant',
    'ForAnyValue:Bool',
    operator(fromVendor({ 'ForAnyValue:Bool': { 'aws:MultiFactorAuthPresent': 'true' } })),
  ),
  // ForAllValues is true where the key is missing; Null sees to it that it is not.
  given(
    'compliant',
    'ForAllValues:Bool with Null',
    operator(
      fromVendor({
        'ForAllValues:Bool': { 'aws:MultiFactorAuthPresent': 'true' },
        Null: { 'aws:MultiFactorAuthPresent': 'false' },
      }),
    ),
  ),
  // IfExists of another key takes nothing from Bool.
  given(
    'compliant',
    'Bool, beside IfExists for another key',
    operator(fromVendor({ ...MFA, StringEqualsIfExists: { 'sts:ExternalId': 'miyazaki-7' } })),
  ),
  // A tag is given by whoever may tag, not shown by a device.
  given(
    'violation',
    'a tag that says mfa',
    operator(fromVendor({ StringEquals: { 'aws:PrincipalTag/mfa': 'true' } })),
  ),
  // Everybody, narrowed to the vendor's roles and asked for a factor.
  given(
    'compliant',
    'everybody of the vendor’s account, with a factor',
    operator(allow('*', { ...MFA, StringEquals: { 'aws:PrincipalAccount': '444455556666' } })),
  ),
  given(
    'violation',
    'everybody whose ARN is like one of the vendor’s',
    operator(allow({ AWS: '*' }, { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::444455556666:*/ops-*' } })),
  ),
  // For dev the Allow asks for false.
  given(
    'violation',
    'the wanted value by environment',
    vendor(
      {
        Operator: role([
          fromVendor({ Bool: { 'aws:MultiFactorAuthPresent': when('Production', 'true', 'false') } }),
        ]),
      },
      ENVIRONMENT,
    ),
  ),
  given(
    'violation',
    'the Deny is there in production only',
    vendor({ Operator: role([fromVendor(), when('Production', deny(NO_FACTOR), NO_VALUE)]) }, ENVIRONMENT),
  ),
  given(
    'compliant',
    'Allow with Bool in production, Deny with BoolIfExists otherwise',
    vendor(
      {
        Operator: role([
          when('Production', fromVendor(MFA), fromVendor()),
          when('Production', NO_VALUE, deny(NO_FACTOR)),
        ]),
      },
      ENVIRONMENT,
    ),
  ),
  given(
    'violation',
    'the account is one of a list, by Select and Split',
    {
      Resources: {
        Operator: role([
          allow({ AWS: { 'Fn::Select': [1, { 'Fn::Split': [',', '111122223333,444455556666'] }] } }),
        ]),
      },
    },
    { profile: { facts: FACTS } },
  ),
  // Entry asks for a factor; what it may become asks for none and needs none.
  given(
    'compliant',
    'three roles, one after the other, the first with a factor',
    vendor({
      Entry: role([fromVendor(MFA)]),
      Middle: role([allow({ AWS: att('Entry', 'Arn') })]),
      Operator: role([allow({ AWS: att('Middle', 'Arn') })], ADMIN),
    }),
  ),
  given(
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
  given(
    'violation',
    'a second way into the chain',
    vendor({
      Entry: role([fromVendor(MFA)]),
      Side: role([fromVendor({ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } })]),
      Operator: role([allow({ AWS: [att('Entry', 'Arn'), att('Side', 'Arn')] })], ADMIN),
    }),
    { on: ['Side', 'Operator'] },
  ),
  given(
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
  given(
    'compliant',
    'two roles that trust each other, and a service',
    vendor({
      Operator: role([allow({ AWS: att('Other', 'Arn') })]),
      Other: role([allow({ AWS: att('Operator', 'Arn') }), allow({ Service: 'ec2.amazonaws.com' })]),
    }),
  ),
  // The identity provider asks for the factor; its settings are not in the template.
  given(
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
  given(
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
  given(
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
  given('violation', 'an administrator that is a user', vendor({ Operator: res('AWS::IAM::User', ADMIN) })),
  given(
    'compliant',
    'a user who without a factor may set one up, and nothing else',
    vendor({ Operator: user(unlessFactor('BoolIfExists')) }),
  ),
  // Requests with access keys lack the key, and Bool does not hold.
  given('violation', 'the same with Bool', vendor({ Operator: user(unlessFactor('Bool')) })),
  given(
    'compliant',
    'the Deny comes by a group',
    vendor({
      Operator: res('AWS::IAM::User', { ...ADMIN, Groups: [ref('Outside')] }),
      Outside: group([unlessFactor('BoolIfExists')]),
    }),
  ),
  given(
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
  given(
    'undetermined',
    'the Deny is for a parameter',
    vendor(
      { Operator: role([fromVendor(), deny(NO_FACTOR, { Principal: { AWS: ref('Whom') } })]) },
      { Parameters: { Whom: { Type: 'String' } } },
    ),
  ),
  given(
    'undetermined',
    'the trust policy is a parameter',
    vendor(
      { Operator: res('AWS::IAM::Role', { AssumeRolePolicyDocument: ref('Trust') }) },
      { Parameters: { Trust: { Type: 'String' } } },
    ),
  ),
  // The vendor's entry is guarded; a role of the city that trusts no vendor is not asked.
  given(
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
