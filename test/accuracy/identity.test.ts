import { allow, fromVendor, MFA, of, role, tagged, VENDOR_ACCOUNT, vendor } from './iam-pieces';
import { type AccuracyCase, accuracyCases, att, NO_VALUE, ref, res, sub, when } from './support';

// Outside administrators must show a second factor.

const mfa = (
  name: string,
  expect: AccuracyCase['expect'],
  template: AccuracyCase['template'],
  more: Partial<AccuracyCase> = {},
): AccuracyCase => ({ name, clause: '7.5(1)⑦', on: 'Operator', expect, template: template ?? {}, ...more });

accuracyCases('multi-factor authentication of outside administrators', [
  mfa(
    'the vendor account may assume with Bool MFA',
    'compliant',
    vendor({ Operator: role([fromVendor(MFA)]) }),
  ),
  mfa(
    'BoolIfExists also passes a request without the key',
    'violation',
    vendor({ Operator: role([fromVendor({ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } })]) }),
  ),
  mfa('one statement as an object, no condition', 'violation', vendor({ Operator: role(fromVendor()) })),
  mfa(
    'the second statement forgot the condition',
    'violation',
    vendor({ Operator: role([fromVendor(MFA), allow({ AWS: 'arn:aws:iam::444455556666:user/taro' })]) }),
  ),
  mfa(
    'only a service assumes it: nobody authenticates',
    'compliant',
    vendor({ Operator: role([allow({ Service: 'lambda.amazonaws.com' })]) }),
  ),
  mfa(
    'a service and the vendor in one statement without a second factor',
    'violation',
    vendor({ Operator: role([allow({ Service: 'ec2.amazonaws.com', AWS: VENDOR_ACCOUNT })]) }),
  ),
  mfa(
    'the age of the second factor is limited: the key is missing without one, and NumericLessThan then fails',
    'compliant',
    vendor({ Operator: role([fromVendor({ NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' } })]) }),
  ),
  mfa(
    'Null says only that the key is there, not that it is true',
    'violation',
    vendor({ Operator: role([fromVendor({ Null: { 'aws:MultiFactorAuthPresent': 'false' } })]) }),
  ),
  mfa(
    'ForAllValues is true when the key is missing',
    'violation',
    vendor({
      Operator: role([fromVendor({ 'ForAllValues:Bool': { 'aws:MultiFactorAuthPresent': 'true' } })]),
    }),
  ),
  mfa(
    'an external id is no second factor',
    'violation',
    vendor({ Operator: role([fromVendor({ StringEquals: { 'sts:ExternalId': 'miyazaki-7' } })]) }),
  ),
  mfa(
    'several values of one key are alternatives',
    'violation',
    vendor({ Operator: role([fromVendor({ Bool: { 'aws:MultiFactorAuthPresent': ['true', 'false'] } })]) }),
  ),
  mfa(
    'condition keys know no case, a boolean is as good as a string, other operators narrow further',
    'compliant',
    vendor({
      Operator: role([
        fromVendor({
          Bool: { 'AWS:multifactorauthpresent': [true] },
          IpAddress: { 'aws:SourceIp': '203.0.113.0/24' },
        }),
      ]),
    }),
  ),
  mfa(
    'an administrator turns the condition off by a condition of the template',
    'violation',
    vendor(
      { Operator: role([fromVendor(when('Strict', MFA, NO_VALUE))]) },
      {
        Parameters: { Mode: { Type: 'String', AllowedValues: ['strict', 'easy'] } },
        Conditions: { Strict: { 'Fn::Equals': [ref('Mode'), 'strict'] } },
      },
    ),
  ),
  mfa(
    'the branch without MFA can never be: the role exists only where the branch with it is taken',
    'compliant',
    vendor(
      {
        Operator: role(
          [when('Strict', fromVendor(MFA), fromVendor())],
          {},
          { Condition: 'StrictProduction' },
        ),
      },
      {
        Parameters: { Mode: { Type: 'String' }, Env: { Type: 'String' } },
        Conditions: {
          Strict: { 'Fn::Equals': [ref('Mode'), 'strict'] },
          StrictProduction: { 'Fn::And': [{ Condition: 'Strict' }, { 'Fn::Equals': [ref('Env'), 'prod'] }] },
        },
      },
    ),
  ),
  mfa(
    'the value of the condition is a free parameter; its default promises nothing',
    'undetermined',
    vendor(
      { Operator: role([fromVendor({ Bool: { 'aws:MultiFactorAuthPresent': ref('Mfa') } })]) },
      { Parameters: { Mfa: { Type: 'String', Default: 'true' } } },
    ),
  ),
  mfa(
    'the parameter allows true only',
    'compliant',
    vendor(
      { Operator: role([fromVendor({ Bool: { 'aws:MultiFactorAuthPresent': ref('Mfa') } })]) },
      { Parameters: { Mfa: { Type: 'String', Default: 'true', AllowedValues: ['true'] } } },
    ),
  ),
  mfa(
    'a Deny for whoever shows no second factor, key missing or false',
    'compliant',
    vendor({
      Operator: role([
        fromVendor(),
        {
          Effect: 'Deny',
          Principal: { AWS: '*' },
          Action: 'sts:AssumeRole',
          Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
        },
      ]),
    }),
  ),
  mfa(
    'the Deny with Bool leaves out access keys, whose requests lack the key',
    'violation',
    vendor({
      Operator: role([
        fromVendor(),
        {
          Effect: 'Deny',
          Principal: '*',
          Action: 'sts:AssumeRole',
          Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } },
        },
      ]),
    }),
  ),
  mfa(
    'log-in by SAML: the second factor lies with the identity provider',
    'evidence',
    vendor({
      Operator: role([
        allow(
          { Federated: 'arn:aws:iam::111122223333:saml-provider/Vendor' },
          { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
          'sts:AssumeRoleWithSAML',
        ),
      ]),
    }),
  ),
  mfa(
    'an account that the profile knows as a vendor, no marks anywhere',
    'violation',
    { Resources: { Operator: role([fromVendor()]) } },
    {
      profile: {
        facts: {
          customerManagedKeys: [],
          zoneOf: {},
          prefixLists: {},
          outsideAccounts: ['444455556666'],
          developmentAccounts: [],
        },
      },
    },
  ),
  mfa(
    'the same account, the ARN built by Sub from a mapping',
    'violation',
    {
      Mappings: { Accounts: { Vendor: { Id: '444455556666' } } },
      Resources: {
        Operator: role([
          allow({
            AWS: {
              'Fn::Sub': [
                'arn:${AWS::Partition}:iam::${Id}:role/ops',
                { Id: { 'Fn::FindInMap': ['Accounts', 'Vendor', 'Id'] } },
              ],
            },
          }),
        ]),
      },
    },
    {
      profile: {
        facts: {
          customerManagedKeys: [],
          zoneOf: {},
          prefixLists: {},
          outsideAccounts: ['444455556666'],
          developmentAccounts: [],
        },
      },
    },
  ),
  mfa(
    'everybody of an organization, without a second factor',
    'violation',
    vendor({ Operator: role([allow('*', { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorg' } })]) }),
  ),
  mfa(
    'a statement that lets sessions be tagged assumes nothing',
    'compliant',
    vendor({
      Operator: role([fromVendor(MFA), allow({ AWS: VENDOR_ACCOUNT }, undefined, 'sts:TagSession')]),
    }),
  ),
  mfa(
    'assume and tag in one statement with the second factor',
    'compliant',
    vendor({ Operator: role([allow({ AWS: VENDOR_ACCOUNT }, MFA, ['sts:AssumeRole', 'sts:TagSession'])]) }),
  ),
  mfa(
    'STS:* covers AssumeRole',
    'violation',
    vendor({ Operator: role([allow({ AWS: VENDOR_ACCOUNT }, undefined, 'STS:*')]) }),
  ),
  mfa(
    'the municipality’s own people, marked on the role itself, in a vendor’s template',
    'compliant',
    vendor({
      Operator: role(
        [allow({ AWS: sub('arn:aws:iam::${AWS::AccountId}:root') })],
        tagged('party', 'municipality'),
      ),
    }),
  ),
  mfa(
    'the role’s own tag makes it a vendor’s in the municipality’s template',
    'violation',
    of(
      { Party: 'municipality' },
      { Operator: role([allow({ AWS: ref('AWS::AccountId') })], tagged('party', 'vendor')) },
    ),
  ),
  mfa(
    'which principal is a parameter, but nobody is asked for a second factor',
    'violation',
    vendor(
      { Operator: role([allow({ AWS: ref('VendorArn') })]) },
      { Parameters: { VendorArn: { Type: 'String', Default: VENDOR_ACCOUNT } } },
    ),
  ),
  mfa(
    'CDK’s provider of custom resources in a vendor’s stack',
    'compliant',
    vendor({
      Operator: res('AWS::IAM::Role', {
        AssumeRolePolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            { Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' } },
          ],
        },
        ManagedPolicyArns: [
          { 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole' },
        ],
      }),
    }),
  ),
  mfa(
    'CDK Pipelines: the role of an action is assumed by the pipeline, whose role only a service assumes',
    'compliant',
    vendor({
      Pipeline: role([allow({ Service: 'codepipeline.amazonaws.com' })]),
      Operator: role([allow({ AWS: att('Pipeline', 'Arn') })]),
    }),
  ),
  mfa(
    'a role of the template that people assume without a second factor hands that on',
    'violation',
    vendor({ Entry: role([fromVendor()]), Operator: role([allow({ AWS: att('Entry', 'Arn') })]) }),
  ),
  mfa(
    'workload identity of a cluster (IRSA): a program, not a person',
    'evidence',
    vendor({
      Operator: role([
        allow(
          {
            Federated: 'arn:aws:iam::111122223333:oidc-provider/oidc.eks.ap-northeast-1.amazonaws.com/id/ABC',
          },
          {
            StringEquals: {
              'oidc.eks.ap-northeast-1.amazonaws.com/id/ABC:sub': 'system:serviceaccount:kokuho:app',
            },
          },
          'sts:AssumeRoleWithWebIdentity',
        ),
      ]),
    }),
  ),
  mfa(
    'YAML with an anchor: both statements carry the same condition',
    'compliant',
    `
Metadata: { Jichitai: { Party: operator } }
Resources:
  Operator:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { AWS: !Sub 'arn:aws:iam::444455556666:user/hanako' }
            Action: [sts:AssumeRole]
            Condition: &mfa
              Bool: { aws:MultiFactorAuthPresent: true }
          - Effect: Allow
            Principal: { AWS: !Join ['', ['arn:aws:iam::', '444455556666', ':role/ops']] }
            Action: sts:AssumeRole
            Condition: *mfa
`,
  ),
  mfa(
    'YAML short forms: one branch of the condition is the weaker operator',
    'violation',
    `
Metadata: { Jichitai: { Party: operator } }
Parameters: { Strict: { Type: String, AllowedValues: ['yes', 'no'] } }
Conditions: { IsStrict: !Equals [!Ref Strict, 'yes'] }
Resources:
  Operator:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          Effect: Allow
          Principal: { AWS: '444455556666' }
          Action: sts:AssumeRole
          Condition: !If
            - IsStrict
            - { Bool: { aws:MultiFactorAuthPresent: 'true' } }
            - { BoolIfExists: { aws:MultiFactorAuthPresent: 'true' } }
`,
  ),
]);
