import { MIYAZAKI } from '../../../lib/policy/profile';
import { TrustRequiresMfa } from '../../../lib/rules/identity/TrustRequiresMfa';
import { ruleCases } from '../../helpers/rule-cases';
import {
  ADMINISTRATOR_ACCESS,
  allow,
  MFA,
  OWN_ROOT,
  READ_ONLY_ACCESS,
  role,
  VENDOR_ROOT,
  VENDOR_TAG,
  vendorRole,
} from './iam';

const vendor = { AWS: VENDOR_ROOT };
const lambda = { Service: 'lambda.amazonaws.com' };
const bool = (value: unknown, operator = 'Bool') => ({ [operator]: { 'aws:MultiFactorAuthPresent': value } });
const deny = (condition: unknown, more: Record<string, unknown> = {}) => ({
  Effect: 'Deny',
  Principal: { AWS: '*' },
  Action: 'sts:AssumeRole',
  Condition: condition,
  ...more,
});
const administrator = { ManagedPolicyArns: [ADMINISTRATOR_ACCESS] };
const knownOutside = {
  facts: { ...MIYAZAKI.facts, outsideAccounts: ['111122223333'], developmentAccounts: [] },
};

ruleCases(TrustRequiresMfa, [
  {
    name: 'accepts an administrator whose rights ask for the factor, each of them',
    expect: 'compliant',
    resources: {
      R: vendorRole(allow({ AWS: VENDOR_ROOT }), {
        Policies: [
          {
            PolicyName: 'p',
            PolicyDocument: { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*', Condition: MFA }] },
          },
        ],
      }),
    },
  },
  {
    name: 'refuses one of whose rights one does not',
    expect: 'violation',
    resources: {
      R: vendorRole(allow({ AWS: VENDOR_ROOT }), {
        Policies: [
          {
            PolicyName: 'p',
            PolicyDocument: {
              Statement: [
                { Effect: 'Allow', Action: '*', Resource: '*', Condition: MFA },
                { Effect: 'Allow', Action: 'iam:CreateAccessKey', Resource: '*' },
              ],
            },
          },
        ],
      }),
    },
  },
  {
    name: 'takes the word of the profile for an identity provider',
    expect: 'compliant',
    profile: {
      facts: {
        ...MIYAZAKI.facts,
        providersRequiringMfa: ['arn:aws:iam::111122223333:saml-provider/VendorIdp'],
      },
    },
    resources: {
      R: vendorRole(
        allow(
          { Federated: 'arn:aws:iam::111122223333:saml-provider/VendorIdp' },
          undefined,
          'sts:AssumeRoleWithSAML',
        ),
      ),
    },
  },
  {
    name: 'but not for another one',
    expect: 'evidence',
    profile: { facts: { ...MIYAZAKI.facts, providersRequiringMfa: ['identity-center'] } },
    resources: {
      R: vendorRole(
        allow(
          { Federated: 'arn:aws:iam::111122223333:saml-provider/VendorIdp' },
          undefined,
          'sts:AssumeRoleWithSAML',
        ),
      ),
    },
  },
  {
    name: 'knows a provider that the app makes by its name',
    expect: 'compliant',
    profile: { facts: { ...MIYAZAKI.facts, providersRequiringMfa: ['Idp'] } },
    resources: {
      R: vendorRole(allow({ Federated: { Ref: 'Idp' } }, undefined, 'sts:AssumeRoleWithSAML')),
      Idp: { Type: 'AWS::IAM::SAMLProvider', Properties: { SamlMetadataDocument: '<xml/>' } },
    },
    subject: 'R',
  },
  {
    name: 'takes the word of the profile for IAM Identity Center',
    expect: 'compliant',
    profile: { facts: { ...MIYAZAKI.facts, providersRequiringMfa: ['identity-center'] } },
    resources: {
      S: {
        Type: 'AWS::SSO::PermissionSet',
        Properties: { Name: 'vendor', InstanceArn: 'arn:aws:sso:::instance/i', Tags: VENDOR_TAG },
      },
    },
  },

  { name: 'accepts Bool true', expect: 'compliant', resources: { R: vendorRole(allow(vendor, MFA)) } },
  {
    name: 'accepts a Boolean true',
    expect: 'compliant',
    resources: { R: vendorRole([allow(vendor, bool(true))]) },
  },
  {
    name: 'reads keys and values without case',
    expect: 'compliant',
    resources: { R: vendorRole(allow(vendor, { Bool: { 'AWS:multifactorauthpresent': ['True'] } })) },
  },
  {
    name: 'refuses a trust without a condition',
    expect: 'violation',
    resources: { R: vendorRole([allow(vendor)]) },
    property: 'AssumeRolePolicyDocument.Statement[0].Condition',
  },
  {
    name: 'refuses BoolIfExists on an Allow: an access key says nothing of a second factor',
    expect: 'violation',
    resources: { R: vendorRole(allow(vendor, bool('true', 'BoolIfExists'))) },
  },
  {
    name: 'refuses ForAllValues, which is true of a key that is not there',
    expect: 'violation',
    resources: { R: vendorRole(allow(vendor, bool('true', 'ForAllValues:Bool'))) },
  },
  {
    name: 'accepts ForAnyValue, which is false of a key that is not there',
    expect: 'compliant',
    resources: { R: vendorRole(allow(vendor, bool('true', 'ForAnyValue:Bool'))) },
  },
  {
    name: 'refuses true or false',
    expect: 'violation',
    resources: { R: vendorRole(allow(vendor, bool(['true', 'false']))) },
  },
  {
    name: 'refuses Bool false',
    expect: 'violation',
    resources: { R: vendorRole(allow(vendor, bool('false'))) },
  },
  {
    name: 'refuses Null on the key: it is also there with the value false',
    expect: 'violation',
    resources: { R: vendorRole(allow(vendor, { Null: { 'aws:MultiFactorAuthPresent': 'false' } })) },
  },
  {
    name: 'accepts BoolIfExists with Null: each closes what the other leaves open',
    expect: 'compliant',
    resources: {
      R: vendorRole(
        allow(vendor, { ...bool('true', 'BoolIfExists'), Null: { 'aws:MultiFactorAuthPresent': 'false' } }),
      ),
    },
  },
  {
    name: 'accepts a limit to the age, which only a second factor has',
    expect: 'compliant',
    resources: { R: vendorRole(allow(vendor, { NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' } })) },
  },
  {
    name: 'refuses a limit to the age if there is one',
    expect: 'violation',
    resources: {
      R: vendorRole(allow(vendor, { NumericLessThanIfExists: { 'aws:MultiFactorAuthAge': 3600 } })),
    },
  },
  {
    name: 'accepts that the age must be there',
    expect: 'compliant',
    resources: { R: vendorRole(allow(vendor, { Null: { 'aws:MultiFactorAuthAge': 'false' } })) },
  },
  {
    name: 'refuses other conditions in its place',
    expect: 'violation',
    resources: { R: vendorRole(allow(vendor, { StringEquals: { 'sts:ExternalId': 'x' } })) },
  },
  {
    name: 'is broken by a second statement',
    expect: 'violation',
    resources: { R: vendorRole([allow(vendor, MFA), allow({ AWS: ['444455556666'] })]) },
    property: /Statement\[1\]/,
  },
  {
    name: 'is not broken by a statement that only lets sessions be tagged',
    expect: 'compliant',
    resources: { R: vendorRole([allow(vendor, MFA), allow(vendor, undefined, ['sts:TagSession'])]) },
  },
  {
    name: 'sees sts:* as a way in',
    expect: 'violation',
    resources: { R: vendorRole([allow(vendor, MFA), allow(vendor, undefined, 'STS:*')]) },
  },
  {
    name: 'accepts a Deny of whoever did not show a second factor',
    expect: 'compliant',
    resources: { R: vendorRole([allow(vendor), deny(bool('false', 'BoolIfExists'))]) },
  },
  {
    name: 'refuses a Deny with Bool: it spares whoever says nothing',
    expect: 'violation',
    resources: { R: vendorRole([allow(vendor), deny(bool('false'))]) },
  },
  {
    name: 'accepts a Deny with Bool beside one with Null',
    expect: 'compliant',
    resources: {
      R: vendorRole([
        allow(vendor),
        deny(bool('false')),
        deny({ Null: { 'aws:MultiFactorAuthPresent': 'true' } }),
      ]),
    },
  },
  {
    name: 'refuses a Deny that asks for both at once: no request can be both',
    expect: 'violation',
    resources: {
      R: vendorRole([
        allow(vendor),
        deny({ ...bool('false'), Null: { 'aws:MultiFactorAuthPresent': 'true' } }),
      ]),
    },
  },
  {
    name: 'refuses a Deny with a further condition, since it spares somebody',
    expect: 'violation',
    resources: {
      R: vendorRole([
        allow(vendor),
        deny({ ...bool('false', 'BoolIfExists'), StringNotEquals: { 'aws:PrincipalTag/team': 'night' } }),
      ]),
    },
  },
  {
    name: 'refuses a Deny of other people',
    expect: 'violation',
    resources: {
      R: vendorRole([
        allow(vendor),
        deny(bool('false', 'BoolIfExists'), { Principal: { AWS: '444455556666' } }),
      ]),
    },
  },
  {
    name: 'accepts a Deny of the whole account of a user',
    expect: 'compliant',
    resources: {
      R: vendorRole([
        allow({ AWS: 'arn:aws:iam::111122223333:user/sato' }),
        deny(bool('false', 'BoolIfExists'), { Principal: { AWS: ['111122223333'] } }),
      ]),
    },
  },
  {
    name: 'accepts a Deny with NotPrincipal that spares somebody else',
    expect: 'compliant',
    resources: {
      R: vendorRole([
        allow({ AWS: 'arn:aws:iam::111122223333:user/sato' }),
        {
          ...deny(bool('false', 'BoolIfExists'), {
            NotPrincipal: { AWS: 'arn:aws:iam::444455556666:user/ito' },
          }),
          Principal: undefined,
        },
      ]),
    },
  },
  {
    name: 'refuses a Deny of other actions',
    expect: 'violation',
    resources: {
      R: vendorRole([allow(vendor), deny(bool('false', 'BoolIfExists'), { Action: 'sts:TagSession' })]),
    },
  },
  {
    name: 'accepts a Deny of all but something else',
    expect: 'compliant',
    resources: {
      R: vendorRole([
        allow(vendor),
        { ...deny(bool('false', 'BoolIfExists')), Action: undefined, NotAction: 'sts:TagSession' },
      ]),
    },
  },
  {
    name: 'asks nothing of a service',
    expect: 'compliant',
    resources: { R: vendorRole(allow(lambda)) },
  },
  {
    name: 'asks of people beside a service in one statement',
    expect: 'violation',
    resources: { R: vendorRole(allow({ ...lambda, ...vendor })) },
  },
  {
    name: 'asks for evidence of a SAML provider',
    expect: 'evidence',
    resources: {
      R: vendorRole(
        allow(
          { Federated: 'arn:aws:iam::123456789012:saml-provider/Corp' },
          undefined,
          'sts:AssumeRoleWithSAML',
        ),
      ),
    },
  },
  {
    name: 'asks nothing of a pipeline that belongs to nobody outside',
    expect: 'compliant',
    resources: {
      R: role(
        allow(
          { Federated: 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com' },
          { StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' } },
          'sts:AssumeRoleWithWebIdentity',
        ),
        administrator,
      ),
    },
  },
  {
    name: 'refuses a role that everybody may assume',
    expect: 'violation',
    resources: { R: role(allow('*')) },
  },
  {
    name: 'refuses an account that the profile names, with only rights to read',
    expect: 'violation',
    profile: knownOutside,
    resources: {
      R: role(allow(vendor, { StringEquals: { 'sts:ExternalId': 'x' } }), {
        ManagedPolicyArns: [READ_ONLY_ACCESS],
      }),
    },
  },
  {
    name: 'asks nothing of a service of another account that may only read and shows an external id',
    expect: 'compliant',
    resources: {
      R: role(allow(vendor, { StringEquals: { 'sts:ExternalId': 'x' } }), {
        ManagedPolicyArns: [READ_ONLY_ACCESS],
      }),
    },
  },
  {
    name: 'refuses an external id in place of a second factor for administrative rights',
    expect: 'violation',
    resources: { R: role(allow(vendor, { StringEquals: { 'sts:ExternalId': 'x' } }), administrator) },
  },
  {
    name: 'asks nothing of a role of another account that may only read',
    expect: 'compliant',
    resources: {
      R: role(allow({ AWS: 'arn:aws:iam::111122223333:role/collector' }), {
        ManagedPolicyArns: [READ_ONLY_ACCESS],
      }),
    },
  },
  {
    name: 'refuses a role of another account with administrative rights',
    expect: 'violation',
    resources: { R: role(allow({ AWS: 'arn:aws:iam::111122223333:role/deployer' }), administrator) },
  },
  {
    name: 'asks nothing of the own account for rights that are not administrative',
    expect: 'compliant',
    resources: { R: role(allow({ AWS: OWN_ROOT }), { ManagedPolicyArns: [READ_ONLY_ACCESS] }) },
  },
  {
    name: 'refuses the own account for administrative rights in the my-number zone',
    expect: 'violation',
    resources: { R: role(allow({ AWS: OWN_ROOT }), administrator) },
  },
  {
    name: 'cannot tell whose an administrator of the own account is in another zone',
    expect: 'undetermined',
    zone: 'internet',
    resources: { R: role(allow({ AWS: OWN_ROOT }), administrator) },
    message: /jichitai:party/,
  },
  {
    name: 'asks nothing of the administrators of the municipality in another zone',
    expect: 'compliant',
    zone: 'internet',
    resources: {
      R: role(allow({ AWS: OWN_ROOT }), {
        ...administrator,
        Tags: [{ Key: 'jichitai:party', Value: 'municipality' }],
      }),
    },
  },
  {
    name: 'takes the account as written to be the own one where the stack is in it',
    expect: 'compliant',
    template: {
      body: {
        Resources: { R: role(allow({ AWS: VENDOR_ROOT }), { ManagedPolicyArns: [READ_ONLY_ACCESS] }) },
      },
      stack: { account: '111122223333' },
    } as never,
  },
  {
    name: 'cannot tell what a parameter names',
    expect: 'undetermined',
    zone: 'internet',
    template: {
      Parameters: { Trusted: { Type: 'String' } },
      Resources: { R: role(allow({ AWS: { Ref: 'Trusted' } }), administrator) },
    },
  },
  {
    name: 'needs not know whom a parameter names, where the role is a vendor’s',
    expect: 'violation',
    template: {
      Parameters: { Trusted: { Type: 'String' } },
      Resources: { R: vendorRole(allow({ AWS: { 'Fn::Sub': 'arn:aws:iam::${Trusted}:root' } })) },
    },
  },
  {
    name: 'needs not know it where the parameter stands alone',
    expect: 'violation',
    template: {
      Parameters: { Trusted: { Type: 'CommaDelimitedList' } },
      Resources: { R: vendorRole(allow({ AWS: { Ref: 'Trusted' } })) },
    },
  },
  {
    name: 'reads the own account by its number alone',
    expect: 'compliant',
    resources: {
      R: role(allow({ AWS: { Ref: 'AWS::AccountId' } }), { ManagedPolicyArns: [READ_ONLY_ACCESS] }),
    },
  },
  {
    name: 'does not know a value that a parameter gives',
    expect: 'undetermined',
    template: {
      Parameters: { Mfa: { Type: 'String', Default: 'true' } },
      Resources: { R: vendorRole(allow(vendor, bool({ Ref: 'Mfa' }))) },
    },
  },
  {
    name: 'names the choice that leaves the condition out',
    expect: 'violation',
    template: {
      Parameters: { Env: { Type: 'String', AllowedValues: ['production', 'test'] } },
      Conditions: { Production: { 'Fn::Equals': [{ Ref: 'Env' }, 'production'] } },
      Resources: {
        R: vendorRole({
          ...allow(vendor),
          Condition: { 'Fn::If': ['Production', MFA, { Ref: 'AWS::NoValue' }] },
        }),
      },
    },
    message: /when Env is "test"/,
  },
  {
    name: 'sees a statement that one choice adds',
    expect: 'violation',
    template: {
      Parameters: { Env: { Type: 'String', AllowedValues: ['production', 'test'] } },
      Conditions: { Test: { 'Fn::Equals': [{ Ref: 'Env' }, 'test'] } },
      Resources: {
        R: vendorRole([
          allow(vendor, MFA),
          {
            'Fn::If': [
              'Test',
              allow({ AWS: { 'Fn::Join': [':', ['arn:aws:iam:', '444455556666', 'root']] } }),
              { Ref: 'AWS::NoValue' },
            ],
          },
        ]),
      },
    },
    message: /when Env is "test"/,
  },
  {
    name: 'accepts a role that is assumed from one which asked for a second factor',
    expect: 'compliant',
    subject: 'Second',
    resources: {
      First: vendorRole(allow(vendor, MFA)),
      Second: vendorRole(allow({ AWS: { 'Fn::GetAtt': ['First', 'Arn'] } })),
    },
  },
  {
    name: 'refuses a role that is assumed from one which did not',
    expect: 'violation',
    subject: 'Second',
    resources: {
      First: role(allow({ AWS: OWN_ROOT })),
      Second: vendorRole(allow({ AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:role/${First}' } })),
    },
  },
  {
    name: 'accepts roles that trust each other where every way in from outside asked for a second factor',
    expect: 'compliant',
    subject: 'First',
    resources: {
      First: vendorRole([allow(vendor, MFA), allow({ AWS: { 'Fn::GetAtt': ['Second', 'Arn'] } })]),
      Second: vendorRole([allow({ AWS: { 'Fn::GetAtt': ['First', 'Arn'] } })]),
    },
  },
  {
    name: 'refuses roles that trust each other where one way in did not',
    expect: 'violation',
    subject: 'First',
    resources: {
      First: vendorRole([allow(vendor, MFA), allow({ AWS: { 'Fn::GetAtt': ['Second', 'Arn'] } })]),
      Second: vendorRole([
        allow({ AWS: { 'Fn::GetAtt': ['First', 'Arn'] } }),
        allow({ AWS: '444455556666' }),
      ]),
    },
  },
  {
    name: 'asks for evidence where one goes on from a role that a provider logs in to',
    expect: 'evidence',
    subject: 'Second',
    resources: {
      First: vendorRole(
        allow(
          { Federated: 'arn:aws:iam::123456789012:saml-provider/Corp' },
          undefined,
          'sts:AssumeRoleWithSAML',
        ),
      ),
      Second: vendorRole(allow({ AWS: { 'Fn::GetAtt': ['First', 'Arn'] } })),
    },
  },
  {
    name: 'cannot tell how somebody became a role of the account that is not here',
    expect: 'undetermined',
    resources: { R: vendorRole(allow({ AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:role/jump' } })) },
  },
  {
    name: 'asks for evidence of Identity Center behind a condition on the caller',
    expect: 'evidence',
    resources: {
      R: vendorRole(
        allow(
          { AWS: OWN_ROOT },
          {
            ArnLike: {
              'aws:PrincipalArn':
                'arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_Vendor_*',
            },
          },
        ),
      ),
    },
  },
  {
    name: 'asks for evidence of a permission set of a vendor',
    expect: 'evidence',
    resources: { S: { Type: 'AWS::SSO::PermissionSet', Properties: { Name: 'Vendor', Tags: VENDOR_TAG } } },
  },
  {
    name: 'goes on to a role of another template',
    expect: 'violation',
    subject: 'Second',
    template: [
      {
        Resources: { First: vendorRole(allow(vendor)) },
        Outputs: { Arn: { Value: { 'Fn::GetAtt': ['First', 'Arn'] }, Export: { Name: 'first' } } },
      },
      { Resources: { Second: vendorRole(allow({ AWS: { 'Fn::ImportValue': 'first' } })) } },
    ],
  },
  {
    name: 'reads the party from the template',
    expect: 'violation',
    template: {
      Metadata: { Jichitai: { Party: 'operator' } },
      Resources: { R: role(allow({ AWS: OWN_ROOT })) },
    },
  },
]);
