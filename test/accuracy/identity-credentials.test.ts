import { type AccuracyCase, accuracyCases, att, NO_VALUE, ref, res, sub, when } from './support';

// Names of administrators, passwords and keys in templates, credentials of users and of instances.

const item =
  (clause: string) =>
  (
    name: string,
    expect: AccuracyCase['expect'],
    resources: Record<string, unknown>,
    more: object = {},
    on: AccuracyCase['on'] = 'X',
  ): AccuracyCase => ({ name, clause, on, expect, template: { ...more, Resources: resources } });

const named = item('7.2(1)③(オ)');
const cluster = (more: object) => res('AWS::RDS::DBCluster', { Engine: 'aurora-postgresql', ...more });
const generated = (template: string) =>
  res('AWS::SecretsManager::Secret', {
    GenerateSecretString: { SecretStringTemplate: template, GenerateStringKey: 'password' },
  });
const fromSecret = (key: string) => ({
  'Fn::Join': ['', ['{{resolve:secretsmanager:', ref('Login'), `:SecretString:${key}::}}`]],
});

accuracyCases('default names of administrators', [
  named('postgres', 'violation', { X: cluster({ MasterUsername: 'postgres' }) }),
  named('a name of its own that looks a little like it', 'compliant', {
    X: cluster({ MasterUsername: 'kokuho_admin' }),
  }),
  named('capital letters do not make another name', 'violation', { X: cluster({ MasterUsername: 'Admin' }) }),
  named('by way of a generated secret, default', 'violation', {
    Login: generated('{"username":"postgres"}'),
    X: cluster({ MasterUsername: fromSecret('username'), MasterUserPassword: fromSecret('password') }),
  }),
  named('by way of a generated secret, a name of its own', 'compliant', {
    Login: generated('{"username":"juki_kanri"}'),
    X: cluster({ MasterUsername: fromSecret('username'), MasterUserPassword: fromSecret('password') }),
  }),
  named('a read replica takes the name of its source', 'compliant', {
    X: res('AWS::RDS::DBInstance', { SourceDBInstanceIdentifier: 'juki', DBInstanceClass: 'db.r6g.large' }),
  }),
  named('a member of a cluster takes the name of the cluster', 'compliant', {
    C: cluster({ MasterUsername: 'juki_kanri' }),
    X: res('AWS::RDS::DBInstance', {
      DBClusterIdentifier: ref('C'),
      Engine: 'aurora-postgresql',
      DBInstanceClass: 'db.r6g.large',
    }),
  }),
  named(
    'a parameter whose default is good',
    'undetermined',
    { X: cluster({ MasterUsername: ref('User') }) },
    { Parameters: { User: { Type: 'String', Default: 'juki_kanri' } } },
  ),
  named(
    'a parameter that may not be a default name',
    'compliant',
    { X: cluster({ MasterUsername: ref('User') }) },
    { Parameters: { User: { Type: 'String', AllowedValues: ['juki_kanri', 'zei_kanri'] } } },
  ),
  named(
    'a name by mapping, default in one environment',
    'violation',
    {
      X: cluster({ MasterUsername: { 'Fn::FindInMap': ['Users', ref('Env'), 'Name'] } }),
    },
    {
      Parameters: { Env: { Type: 'String', AllowedValues: ['prod', 'dev'] } },
      Mappings: { Users: { prod: { Name: 'juki_kanri' }, dev: { Name: 'root' } } },
    },
  ),
  named('a broker’s users', 'violation', {
    X: res('AWS::AmazonMQ::Broker', {
      EngineType: 'RABBITMQ',
      Users: [
        { Username: 'denbun', Password: '{{resolve:secretsmanager:mq:SecretString:p}}' },
        { Username: 'admin', Password: '{{resolve:secretsmanager:mq:SecretString:q}}' },
      ],
    }),
  }),
  named('a search domain whose administrator is a role', 'compliant', {
    X: res('AWS::OpenSearchService::Domain', {
      AdvancedSecurityOptions: {
        Enabled: true,
        InternalUserDatabaseEnabled: false,
        MasterUserOptions: { MasterUserARN: 'arn:aws:iam::111122223333:role/search' },
      },
    }),
  }),
]);

const secret = item('7.2(5)');
const lambda = (variables: unknown) =>
  res('AWS::Lambda::Function', { Runtime: 'nodejs22.x', Environment: { Variables: variables } });
const instance = (more: object) => res('AWS::EC2::Instance', { ImageId: 'ami-0123456789abcdef0', ...more });
const launchTemplate = (options?: unknown) =>
  res('AWS::EC2::LaunchTemplate', {
    LaunchTemplateData: options === undefined ? {} : { MetadataOptions: options },
  });

accuracyCases('credentials', [
  secret('a password in the environment of a function', 'violation', {
    X: lambda({ DB_PASSWORD: 'Miyazaki#2024' }),
  }),
  secret('where the secret lies, not the secret', 'compliant', {
    S: generated('{"username":"juki_kanri"}'),
    X: lambda({
      DB_SECRET_ARN: ref('S'),
      API_KEY_PARAMETER_NAME: '/juki/api-key',
      PASSWORD_MIN_LENGTH: '12',
      TOKEN_EXPIRY_SECONDS: '3600',
    }),
  }),
  secret('an access key under a harmless name', 'violation', {
    X: lambda({ SETTING: 'AKIAIOSFODNN7EXAMPLE' }),
  }),
  secret('a password inside of a connection string', 'violation', {
    X: lambda({ DATABASE_URL: 'postgres://juki:S3cret!pw@db.local:5432/juki' }),
  }),
  secret('a connection string without a password', 'compliant', {
    X: lambda({ DATABASE_URL: 'postgres://juki@db.local:5432/juki' }),
  }),
  secret(
    'a container with a password in plain text, in one branch',
    'violation',
    {
      X: res('AWS::ECS::TaskDefinition', {
        ContainerDefinitions: [
          {
            Name: 'app',
            Environment: [when('Prod', NO_VALUE, { Name: 'DB_PASSWORD', Value: 'dev-pass-1' })],
          },
        ],
      }),
    },
    { Parameters: { Env: { Type: 'String' } }, Conditions: { Prod: { 'Fn::Equals': [ref('Env'), 'prod'] } } },
  ),
  secret('a container that takes it from Secrets Manager', 'compliant', {
    S: generated('{"username":"juki_kanri"}'),
    X: res('AWS::ECS::TaskDefinition', {
      ContainerDefinitions: [
        {
          Name: 'app',
          Secrets: [{ Name: 'DB_PASSWORD', ValueFrom: { 'Fn::Join': ['', [ref('S'), ':password::']] } }],
          Environment: [{ Name: 'DB_USER', Value: 'juki' }],
        },
      ],
    }),
  }),
  secret('a build project with a token in plain text', 'violation', {
    X: res('AWS::CodeBuild::Project', {
      Environment: {
        EnvironmentVariables: [
          { Name: 'GITHUB_TOKEN', Type: 'PLAINTEXT', Value: 'ghp_abcdefghijklmnopqrstuvwxyz0123456789' },
        ],
      },
    }),
  }),
  secret('a build project that reads it from the parameter store', 'compliant', {
    X: res('AWS::CodeBuild::Project', {
      Environment: {
        EnvironmentVariables: [{ Name: 'GITHUB_TOKEN', Type: 'PARAMETER_STORE', Value: '/ci/github-token' }],
      },
    }),
  }),
  secret('a master password in the template', 'violation', {
    X: cluster({ MasterUsername: 'juki', MasterUserPassword: 'Miyazaki2024' }),
  }),
  secret(
    'a master password as the default of a parameter',
    'violation',
    { X: cluster({ MasterUserPassword: ref('Pw') }) },
    { Parameters: { Pw: { Type: 'String', NoEcho: true, Default: 'Miyazaki2024' } } },
  ),
  secret('a master password that the service keeps', 'compliant', {
    X: cluster({ ManageMasterUserPassword: true }),
  }),
  secret('a master password by dynamic reference', 'compliant', {
    X: cluster({ MasterUserPassword: '{{resolve:secretsmanager:juki:SecretString:password}}' }),
  }),
  secret('a secret whose value stands in the template', 'violation', {
    X: res('AWS::SecretsManager::Secret', { SecretString: '{"password":"Miyazaki2024"}' }),
  }),
  secret('metadata service: version 2 required', 'compliant', {
    X: launchTemplate({ HttpTokens: 'required', HttpPutResponseHopLimit: 2 }),
  }),
  secret('metadata service: optional', 'violation', { X: launchTemplate({ HttpTokens: 'optional' }) }),
  secret('metadata service switched off', 'compliant', { X: launchTemplate({ HttpEndpoint: 'disabled' }) }),
  secret('an instance takes the setting of its launch template', 'compliant', {
    T: launchTemplate({ HttpTokens: 'required' }),
    X: instance({ LaunchTemplate: { LaunchTemplateId: ref('T'), Version: att('T', 'LatestVersionNumber') } }),
  }),
  secret(
    'metadata service by a free parameter',
    'undetermined',
    { X: launchTemplate({ HttpTokens: ref('Tokens') }) },
    { Parameters: { Tokens: { Type: 'String', Default: 'required' } } },
  ),
  secret('a launch configuration that requires version 2', 'compliant', {
    X: res('AWS::AutoScaling::LaunchConfiguration', {
      ImageId: 'ami-0123456789abcdef0',
      InstanceType: 't3.small',
      MetadataOptions: { HttpTokens: 'required' },
    }),
  }),
  secret('a user with a password for the console', 'violation', {
    X: res('AWS::IAM::User', {
      LoginProfile: { Password: '{{resolve:secretsmanager:u:SecretString:p}}', PasswordResetRequired: true },
    }),
  }),
  secret(
    'an access key for a user',
    'violation',
    { U: res('AWS::IAM::User'), X: res('AWS::IAM::AccessKey', { UserName: ref('U') }) },
    {},
    ['X', 'U'],
  ),
  secret('a user without any credential', 'compliant', {
    X: res('AWS::IAM::User', { UserName: 'ses-smtp' }),
  }),
  secret('a password in the start script', 'violation', {
    X: instance({
      MetadataOptions: { HttpTokens: 'required' },
      UserData: {
        'Fn::Base64': sub(
          '#!/bin/bash\nexport DB_PASSWORD=Miyazaki2024\n/opt/app/start --region ${AWS::Region}\n',
        ),
      },
    }),
  }),
]);

const pool = (policy?: object) => ({
  X: res('AWS::Cognito::UserPool', {
    MfaConfiguration: 'ON',
    ...(policy === undefined ? {} : { Policies: { PasswordPolicy: policy } }),
  }),
});
const password = item('6.4(3)');
const STRONG = {
  MinimumLength: 12,
  RequireLowercase: true,
  RequireUppercase: true,
  RequireNumbers: true,
  RequireSymbols: true,
};

accuracyCases('passwords', [
  password('twelve characters of four kinds', 'compliant', pool(STRONG)),
  password('six characters can be guessed', 'violation', pool({ ...STRONG, MinimumLength: 6 })),
  password('the length is a parameter', 'undetermined', pool({ ...STRONG, MinimumLength: ref('Length') }), {
    Parameters: { Length: { Type: 'Number', Default: 12 } },
  }),
  {
    ...password('a user with a password of its own', 'violation', {
      X: res('AWS::IAM::User', { LoginProfile: { Password: 'Miyazaki2024' } }),
    }),
    clause: '6.4(2)',
  },
]);
