import { type AccuracyCase, accuracyCases, att, ref, res, sub, when } from './support';

const credentials = (cases: readonly Omit<AccuracyCase, 'clause'>[]): readonly AccuracyCase[] =>
  cases.map((item) => ({ ...item, clause: '7.2(5)' }));

const db = (password: unknown) =>
  res('AWS::DocDB::DBCluster', { MasterUsername: 'fukushi_owner', MasterUserPassword: password });
const byParameter = (parameter: object) => ({
  Parameters: { DbPassword: { Type: 'String', ...parameter } },
  Resources: { Db: db(ref('DbPassword')) },
});
const server = (metadata: object) =>
  res(
    'AWS::EC2::LaunchTemplate',
    {
      LaunchTemplateData: { MetadataOptions: { HttpTokens: 'required' }, InstanceType: 't3.small' },
    },
    { Metadata: metadata },
  );
const key = res('AWS::IAM::AccessKey', { UserName: 'mail-relay' });

accuracyCases(
  'catalog b: credentials in parameters, outputs and metadata',
  credentials([
    {
      name: 'a parameter for a password without NoEcho',
      expect: 'violation',
      on: ['DbPassword', 'Db'],
      template: byParameter({ MinLength: 12 }),
    },
    {
      name: 'NoEcho that says false in quotes',
      expect: 'violation',
      on: ['DbPassword', 'Db'],
      template: byParameter({ NoEcho: 'false' }),
    },
    {
      name: 'NoEcho, but the password is the default',
      expect: 'violation',
      on: ['DbPassword', 'Db'],
      template: byParameter({ NoEcho: true, Default: 'Fukushi-2024' }),
    },
    {
      name: 'NoEcho and no default: the password is in no template',
      expect: 'compliant',
      on: ['DbPassword', 'Db'],
      template: byParameter({ NoEcho: true, MinLength: 12 }),
    },
    {
      name: 'a parameter that takes its value from a String of the parameter store, shown in the console',
      expect: 'violation',
      on: ['DbPassword', 'Db'],
      template: byParameter({ Type: 'AWS::SSM::Parameter::Value<String>', Default: '/fukushi/db/password' }),
    },
    {
      name: 'a parameter that says which secret, and a dynamic reference to it',
      expect: 'compliant',
      on: ['DbSecretArn', 'Db'],
      template: {
        Parameters: { DbSecretArn: { Type: 'String' } },
        Resources: { Db: db(sub('{{resolve:secretsmanager:${DbSecretArn}:SecretString:password}}')) },
      },
    },
    {
      name: 'a parameter about passwords that holds a number',
      expect: 'compliant',
      on: ['PasswordMinimumLength', 'Pool'],
      template: {
        Parameters: { PasswordMinimumLength: { Type: 'Number', Default: 12, MinValue: 12 } },
        Resources: {
          Pool: res('AWS::Cognito::UserPool', {
            Policies: { PasswordPolicy: { MinimumLength: ref('PasswordMinimumLength') } },
          }),
        },
      },
    },
    {
      name: 'a secret, or what another stack exports',
      expect: 'undetermined',
      on: ['UseShared', 'Db'],
      template: {
        Parameters: { UseShared: { Type: 'String', AllowedValues: ['true', 'false'] } },
        Conditions: { Shared: { 'Fn::Equals': [ref('UseShared'), 'true'] } },
        Resources: {
          Db: db(
            when(
              'Shared',
              { 'Fn::ImportValue': 'shared-credential' },
              '{{resolve:secretsmanager:fukushi:SecretString:password}}',
            ),
          ),
        },
      },
    },
    {
      name: 'a literal handed to a nested stack',
      expect: 'violation',
      on: 'Nested',
      resources: {
        Nested: res('AWS::CloudFormation::Stack', {
          TemplateURL: 'https://s3.ap-northeast-1.amazonaws.com/templates/db.yaml',
          Parameters: { DbName: 'fukushi', DbPassword: 'Fukushi-2024' },
        }),
      },
    },
    {
      name: 'an output shows the secret half of an access key',
      expect: 'violation',
      on: ['RelaySecret', 'Key'],
      template: {
        Resources: { Key: key },
        Outputs: { RelaySecret: { Value: att('Key', 'SecretAccessKey') } },
      },
    },
    {
      name: 'an output repeats a parameter that NoEcho was to hide',
      expect: 'violation',
      // Corrected: it named the output. What is found in an output is a finding of the template, without a logical id.
      on: '',
      template: {
        ...byParameter({ NoEcho: true }),
        Outputs: { Login: { Value: sub('fukushi_owner / ${DbPassword}') } },
      },
    },
    {
      name: 'an output with the ARN of a secret',
      expect: 'compliant',
      on: 'DbSecretArn',
      template: {
        Resources: { Secret: res('AWS::SecretsManager::Secret', { GenerateSecretString: {} }) },
        Outputs: { DbSecretArn: { Value: ref('Secret'), Export: { Name: 'db-secret-arn' } } },
      },
    },
    {
      name: 'a configuration file in the metadata holds a password',
      expect: 'violation',
      on: 'Server',
      resources: {
        Server: server({
          'AWS::CloudFormation::Init': {
            config: {
              files: {
                '/etc/app/db.cnf': {
                  content: '[client]\nuser=app\npassword=Kumin#2024db\n',
                  mode: '000400',
                },
              },
            },
          },
        }),
      },
    },
    {
      name: 'access to a bucket by a key in the metadata',
      expect: 'violation',
      on: 'Server',
      resources: {
        Server: server({
          'AWS::CloudFormation::Authentication': {
            S3Creds: {
              type: 'S3',
              buckets: ['artifacts'],
              accessKeyId: ['AKIA', '3XV7QHZ2MNLT5RWB'].join(''),
              secretKey: ['q8Zk3VtYw1nLr5XcB7mD', 'sP0gHj2uFe9aTiKoRxQv'].join(''),
            },
          },
        }),
      },
    },
    {
      name: 'access to a bucket by the role of the instance',
      expect: 'compliant',
      on: 'Server',
      resources: {
        Server: server({
          'AWS::CloudFormation::Authentication': {
            S3Creds: { type: 'S3', buckets: ['artifacts'], roleName: 'app-server' },
          },
        }),
      },
    },
  ]),
);
