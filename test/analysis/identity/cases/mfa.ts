import { allow, fromVendor, MFA, role, VENDOR_ACCOUNT, vendor } from '../../../accuracy/iam-pieces';
import { type AccuracyCase, NO_VALUE, when } from '../../../accuracy/support';
import { casesOf, ENVIRONMENT, FACTS, NO_FACTOR } from './pieces';

// 7.5(1)⑦: outside administrators show a second factor. Whoever asks without one has no aws:MultiFactorAuthPresent
// (access keys) or has it as false (a console session, a token without a device): both must be kept out.

export const mfa = casesOf('7.5(1)⑦', 'Operator');
export const operator = (...trust: unknown[]) => vendor({ Operator: role(trust) });
export const deny = (condition: object, more: object = {}) => ({
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

export const MFA_CASES: readonly AccuracyCase[] = [
  // sts:*Role is sts:AssumeRole too.
  mfa(
    'violation',
    'a second statement with a wildcard before the end of the action',
    operator(fromVendor(MFA), allow({ AWS: HANAKO }, undefined, 'sts:*Role')),
  ),
  // ? stands for one letter.
  mfa(
    'violation',
    'a second statement with a question mark in the action',
    operator(fromVendor(MFA), allow({ AWS: HANAKO }, undefined, 'sts:AssumeR?le')),
  ),
  // AssumeRoleWithSAML is called by nobody in AWS: Principal AWS cannot use it.
  mfa(
    'compliant',
    'a second statement whose wildcard covers the log-in by SAML only',
    operator(fromVendor(MFA), allow({ AWS: VENDOR_ACCOUNT }, undefined, 'sts:Assume*SAML')),
  ),
  mfa(
    'compliant',
    'naming and tagging the session needs no factor',
    operator(
      fromVendor(MFA),
      allow({ AWS: VENDOR_ACCOUNT }, undefined, ['sts:TagSession', 'sts:SetSourceIdentity']),
    ),
  ),
  // NotAction is everything else, AssumeRole too.
  mfa(
    'violation',
    'everything but tagging without a factor',
    operator(fromVendor(MFA), allActionsBut('sts:TagSession')),
  ),
  // Letters of an action make no difference, in NotAction either.
  mfa(
    'compliant',
    'everything but assuming without a factor, in other letters',
    operator(fromVendor(MFA), allActionsBut(['STS:assumerole'])),
  ),
  // The Deny covers all but tagging: AssumeRole as well.
  mfa(
    'compliant',
    'a Deny with NotAction that covers assuming',
    operator(fromVendor(), deny(NO_FACTOR, { Action: undefined, NotAction: 'sts:TagSession' })),
  ),
  mfa(
    'violation',
    'a Deny with NotAction that leaves assuming out',
    operator(fromVendor(), deny(NO_FACTOR, { Action: undefined, NotAction: ['sts:Assume*'] })),
  ),
  // Whoever is not listed is denied: the vendor's people.
  mfa(
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
  mfa(
    'violation',
    'a Deny for all but the vendor’s user herself',
    operator(
      allow({ AWS: HANAKO }),
      deny(NO_FACTOR, { Principal: undefined, NotPrincipal: { AWS: [HANAKO, VENDOR_ACCOUNT] } }),
    ),
  ),
  // Denied from these addresses only; from others nobody is asked.
  mfa(
    'violation',
    'a Deny that is narrowed by an address',
    operator(fromVendor(), deny({ ...NO_FACTOR, IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })),
  ),
  // One Deny for false, one for a missing key: together they are BoolIfExists.
  mfa(
    'compliant',
    'two Denies, one for false and one for the missing key',
    operator(
      fromVendor(),
      deny({ Bool: { 'aws:MultiFactorAuthPresent': false } }),
      deny({ Null: { 'aws:MultiFactorAuthPresent': 'true' } }),
    ),
  ),
  // In one block both must hold at once, which never is: a missing key is not false.
  mfa(
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
  mfa(
    'compliant',
    'a Deny by the age of the factor, IfExists',
    operator(fromVendor(), deny({ NumericGreaterThanIfExists: { 'aws:MultiFactorAuthAge': '3600' } })),
  ),
  mfa(
    'violation',
    'a Deny by the age of the factor lets pass whoever has none',
    operator(fromVendor(), deny({ NumericGreaterThan: { 'aws:MultiFactorAuthAge': '3600' } })),
  ),
  mfa(
    'violation',
    'an Allow by the age, IfExists: no factor, no age',
    operator(fromVendor({ NumericLessThanIfExists: { 'aws:MultiFactorAuthAge': '3600' } })),
  ),
  // ForAnyValue is false where the key is missing.
  mfa(
    'compliant',
    'ForAnyValue:Bool',
    operator(fromVendor({ 'ForAnyValue:Bool': { 'aws:MultiFactorAuthPresent': 'true' } })),
  ),
  // ForAllValues is true where the key is missing; Null sees to it that it is not.
  mfa(
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
  mfa(
    'compliant',
    'Bool, beside IfExists for another key',
    operator(fromVendor({ ...MFA, StringEqualsIfExists: { 'sts:ExternalId': 'miyazaki-7' } })),
  ),
  // A tag is given by whoever may tag, not shown by a device.
  mfa(
    'violation',
    'a tag that says mfa',
    operator(fromVendor({ StringEquals: { 'aws:PrincipalTag/mfa': 'true' } })),
  ),
  // Everybody, narrowed to the vendor's roles and asked for a factor.
  mfa(
    'compliant',
    'everybody of the vendor’s account, with a factor',
    operator(allow('*', { ...MFA, StringEquals: { 'aws:PrincipalAccount': '444455556666' } })),
  ),
  mfa(
    'violation',
    'everybody whose ARN is like one of the vendor’s',
    operator(allow({ AWS: '*' }, { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::444455556666:*/ops-*' } })),
  ),
  // For dev the Allow asks for false.
  mfa(
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
  mfa(
    'violation',
    'the Deny is there in production only',
    vendor({ Operator: role([fromVendor(), when('Production', deny(NO_FACTOR), NO_VALUE)]) }, ENVIRONMENT),
  ),
  mfa(
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
  mfa(
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
];
