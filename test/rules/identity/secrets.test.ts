import { GeneratedPasswordIsLong } from '../../../lib/rules/identity/GeneratedPasswordIsLong';
import { NoSecretInTemplateText } from '../../../lib/rules/identity/NoSecretInTemplateText';
import { OutputsHoldNoSecret } from '../../../lib/rules/identity/OutputsHoldNoSecret';
import { SecretIsRotated } from '../../../lib/rules/identity/SecretIsRotated';
import { SecretParameterIsNoEcho } from '../../../lib/rules/identity/SecretParameterIsNoEcho';
import { SsmParameterHoldsNoSecret } from '../../../lib/rules/identity/SsmParameterHoldsNoSecret';
import { either, propertyCases } from '../../helpers/property-cases';
import { ruleCases } from '../../helpers/rule-cases';

const resource = (Type: string, Properties: Record<string, unknown> = {}, beside: object = {}) => ({
  Type,
  Properties,
  ...beside,
});
const topic = { T: resource('AWS::SNS::Topic') };
const parameter = (Name: unknown, Value: unknown) => ({
  P: resource('AWS::SSM::Parameter', { ...(Name === undefined ? {} : { Name }), Type: 'String', Value }),
});
const value = (more: object = {}) => ({ Parameters: { Value: { Type: 'String', ...more } } });
const generated = resource('AWS::SecretsManager::Secret', { GenerateSecretString: { PasswordLength: 32 } });
const schedule = (SecretId: unknown, beside: object = {}) =>
  resource(
    'AWS::SecretsManager::RotationSchedule',
    { SecretId, RotationRules: { AutomaticallyAfterDays: 30 } },
    beside,
  );

ruleCases(SsmParameterHoldsNoSecret, [
  {
    name: 'refuses a password',
    expect: 'violation',
    resources: parameter('/app/db/password', 'Summer2024'),
    property: 'Value',
    example: true,
  },
  {
    name: 'accepts other parameters',
    expect: 'compliant',
    resources: parameter('/app/db/host', 'db.local'),
    example: true,
  },
  {
    name: 'accepts the ARN of a secret',
    expect: 'compliant',
    resources: { S: generated, ...parameter('/app/db/secret', { Ref: 'S' }) },
  },
  {
    name: 'cannot tell the name of a secret',
    expect: 'undetermined',
    resources: parameter('/app/secret', 'app/db'),
  },
  {
    name: 'reads names of its id, where it has no other',
    expect: 'violation',
    resources: { DbPassword: resource('AWS::SSM::Parameter', { Type: 'String', Value: 'Summer2024' }) },
  },
  {
    name: 'finds what shows itself',
    expect: 'violation',
    resources: parameter('/app/url', 'redis://:Summer2024@cache:6379'),
  },
  { name: 'accepts a placeholder', expect: 'compliant', resources: parameter('/app/token', 'REPLACE_ME') },
  {
    name: 'refuses a shown parameter of the template',
    expect: 'violation',
    template: { ...value(), Resources: parameter('/app/token', { Ref: 'Value' }) },
  },
  {
    name: 'names the choice in which a password stands there',
    expect: 'violation',
    template: {
      Parameters: { Env: { Type: 'String', AllowedValues: ['prod', 'dev'] } },
      Conditions: { Dev: { 'Fn::Equals': [{ Ref: 'Env' }, 'dev'] } },
      Resources: parameter('/app/token', { 'Fn::If': ['Dev', 'tok-1234', { Ref: 'AWS::NoValue' }] }),
    },
    message: /when Env is "dev"/,
  },
]);

ruleCases(
  NoSecretInTemplateText,
  [
    {
      name: 'refuses a password of a custom resource',
      expect: 'violation',
      resources: {
        X: resource('Custom::DbUser', {
          ServiceToken: 'arn:aws:lambda:ap-northeast-1:111122223333:function:f',
          Login: [{ Password: 'Summer2024' }],
        }),
      },
      property: 'Login[0].Password',
      example: true,
    },
    {
      name: 'accepts a dynamic reference there',
      expect: 'compliant',
      resources: {
        X: resource('Custom::DbUser', {
          ServiceToken: 'arn:aws:lambda:ap-northeast-1:111122223333:function:f',
          Password: '{{resolve:secretsmanager:db:SecretString:password}}',
        }),
      },
      example: true,
    },
    {
      name: 'leaves to other rules what they say',
      expect: 'compliant',
      resources: { X: resource('AWS::RDS::DBInstance', { MasterUserPassword: 'Summer2024' }) },
    },
    {
      name: 'speaks of a resource that is never made: the text is there',
      expect: 'violation',
      template: {
        Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
        Resources: { ...topic, X: resource('Custom::A', { Password: 'Summer2024' }, { Condition: 'Never' }) },
      },
    },
    {
      name: 'reads text that is joined of pieces',
      expect: 'violation',
      resources: {
        X: resource('AWS::Lambda::Function', {
          Code: {
            ZipFile: {
              'Fn::Join': ['', ['region = "', { Ref: 'AWS::Region' }, '"\npassword = "Summer2024"\n']],
            },
          },
        }),
      },
      property: 'Code.ZipFile',
    },
    {
      name: 'takes a part that is put in for no secret',
      expect: 'compliant',
      template: {
        ...value({ NoEcho: true }),
        Resources: {
          X: resource('AWS::Lambda::Function', {
            Code: { ZipFile: { 'Fn::Sub': 'password = "${Value}"\n' } },
          }),
        },
      },
    },
    {
      name: 'reads descriptions',
      expect: 'violation',
      template: { Description: 'key AKIAIOSFODNN7EXAMPLE', Resources: topic },
    },
    {
      name: 'reads mappings',
      expect: 'violation',
      template: { Mappings: { A: { b: { Password: 'Summer2024' } } }, Resources: topic },
    },
    {
      name: 'passes over what CDK writes',
      expect: 'compliant',
      resources: {
        M: resource('AWS::CDK::Metadata', {
          Analytics: 'v2:deflate64:H4sIAAAAAAAA/token=AKIAIOSFODNN7EXAMPLE',
        }),
      },
    },
  ],
  {
    undetermined:
      'a text that is written out is there or not; what is not written out is asked by other rules',
  },
);

ruleCases(
  SecretParameterIsNoEcho,
  [
    {
      name: 'refuses a parameter that is shown',
      expect: 'violation',
      template: { Parameters: { DbPassword: { Type: 'String' } }, Resources: topic },
      property: 'Parameters.DbPassword.NoEcho',
      example: true,
    },
    {
      name: 'accepts NoEcho',
      expect: 'compliant',
      template: { Parameters: { DbPassword: { Type: 'String', NoEcho: true } }, Resources: topic },
      example: true,
    },
    {
      name: 'refuses a default',
      expect: 'violation',
      template: {
        Parameters: { Value: { Type: 'String', NoEcho: 'true', Default: 'Summer2024' } },
        Resources: topic,
      },
      property: 'Parameters.Value.Default',
    },
    {
      name: 'accepts an empty default',
      expect: 'compliant',
      template: {
        Parameters: { DbPassword: { Type: 'String', NoEcho: true, Default: '' } },
        Resources: topic,
      },
    },
    {
      name: 'accepts a default that is to be replaced',
      expect: 'compliant',
      template: {
        Parameters: { DbPassword: { Type: 'String', NoEcho: true, Default: 'REPLACE_ME' } },
        Resources: topic,
      },
    },
    {
      name: 'leaves figures and switches alone',
      expect: 'compliant',
      template: {
        Parameters: {
          MaxToken: { Type: 'Number', Default: 5 },
          RotateSecret: { Type: 'String', Default: 'true' },
          DbSecret: {
            Type: 'String',
            Default: 'arn:aws:secretsmanager:ap-northeast-1:111122223333:secret:a',
          },
        },
        Resources: topic,
      },
    },
    {
      name: 'refuses what Systems Manager keeps in plain text',
      expect: 'violation',
      template: {
        Parameters: {
          DbPassword: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/app/db/password' },
        },
        Resources: topic,
      },
    },
  ],
  { undetermined: 'a declaration of a parameter holds no values that are open' },
);

const output = (Value: unknown, more: object = {}) => ({ ...more, Outputs: { Out: { Value } } });

ruleCases(OutputsHoldNoSecret, [
  {
    name: 'refuses the secret part of an access key',
    expect: 'violation',
    template: {
      ...output({ 'Fn::GetAtt': ['K', 'SecretAccessKey'] }),
      Resources: { K: resource('AWS::IAM::AccessKey', { UserName: 'u' }) },
    },
    property: 'Outputs.Out.Value',
    example: true,
  },
  {
    name: 'accepts the ARN of a secret',
    expect: 'compliant',
    template: { ...output({ Ref: 'S' }), Resources: { S: generated } },
    example: true,
  },
  {
    name: 'refuses what is fetched',
    expect: 'violation',
    template: { ...output('{{resolve:secretsmanager:a:SecretString:b}}'), Resources: topic },
  },
  {
    name: 'refuses a part that is NoEcho',
    expect: 'violation',
    template: { ...output({ 'Fn::Sub': 'user:${Value}' }, value({ NoEcho: true })), Resources: topic },
  },
  {
    name: 'accepts a parameter that is shown',
    expect: 'compliant',
    template: { ...output({ Ref: 'Value' }, value()), Resources: topic },
  },
  {
    name: 'does not know what a custom resource gives',
    expect: 'undetermined',
    template: {
      ...output({ 'Fn::GetAtt': ['C', 'Password'] }),
      Resources: { C: resource('Custom::Maker', {}) },
    },
  },
  {
    name: 'leaves out an output that is never made',
    expect: 'compliant',
    template: {
      Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
      Outputs: { Out: { Condition: 'Never', Value: '{{resolve:secretsmanager:a:SecretString:b}}' } },
      Resources: topic,
    },
  },
]);

ruleCases(SecretIsRotated, [
  {
    name: 'accepts a schedule',
    expect: 'compliant',
    resources: { S: generated, R: schedule({ Ref: 'S' }) },
    example: true,
  },
  { name: 'refuses a secret without one', expect: 'violation', resources: { S: generated }, example: true },
  {
    name: 'follows the attachment to a database, as CDK writes it',
    expect: 'compliant',
    resources: {
      S: generated,
      A: resource('AWS::SecretsManager::SecretTargetAttachment', {
        SecretId: { Ref: 'S' },
        TargetId: 'd',
        TargetType: 'AWS::RDS::DBCluster',
      }),
      R: schedule({ Ref: 'A' }),
    },
  },
  {
    name: 'takes the schedule of another secret for none',
    expect: 'violation',
    subject: 'S',
    resources: { S: generated, B: generated, R: schedule({ Ref: 'B' }) },
  },
  {
    name: 'refuses a schedule without times',
    expect: 'violation',
    subject: 'S',
    resources: {
      S: generated,
      R: resource('AWS::SecretsManager::RotationSchedule', { SecretId: { Ref: 'S' }, RotationRules: {} }),
    },
  },
  {
    name: 'accepts times in words of cron',
    expect: 'compliant',
    resources: {
      S: generated,
      R: resource('AWS::SecretsManager::RotationSchedule', {
        SecretId: { Ref: 'S' },
        RotationRules: { ScheduleExpression: 'rate(30 days)' },
      }),
    },
  },
  {
    name: 'cannot tell which secret a parameter names',
    expect: 'undetermined',
    template: { ...value(), Resources: { S: generated, R: schedule({ Ref: 'Value' }) } },
  },
  {
    name: 'asks it in each choice',
    expect: 'violation',
    template: {
      Parameters: { Env: { Type: 'String', AllowedValues: ['prod', 'dev'] } },
      Conditions: { Prod: { 'Fn::Equals': [{ Ref: 'Env' }, 'prod'] } },
      Resources: { S: generated, R: schedule({ Ref: 'S' }, { Condition: 'Prod' }) },
    },
    message: /when Env is "dev"/,
  },
  {
    name: 'finds it by name',
    expect: 'compliant',
    resources: {
      S: resource('AWS::SecretsManager::Secret', { Name: 'app/db', GenerateSecretString: {} }),
      R: schedule('app/db'),
    },
  },
]);

const password = (GenerateSecretString: unknown) => ({ GenerateSecretString });
propertyCases(GeneratedPasswordIsLong, {
  type: 'AWS::SecretsManager::Secret',
  profile: { minimumPasswordLength: 12 },
  good: [
    password({ PasswordLength: 12, ExcludePunctuation: true }),
    // 32 by default, and no password at all.
    password({}),
    { Description: 'Filled in by hand' },
  ],
  bad: [password({ PasswordLength: 11 }), password({ PasswordLength: '8' })],
  open: [password({ PasswordLength: { Ref: 'P' } })],
  either: password({ PasswordLength: either(32, 8) }),
  property: 'GenerateSecretString.PasswordLength',
});
