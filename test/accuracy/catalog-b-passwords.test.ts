import { type AccuracyCase, accuracyCases, NO_VALUE, ref, res, sub, when } from './support';

const credentials = (cases: readonly Omit<AccuracyCase, 'clause'>[]): readonly AccuracyCase[] =>
  cases.map((item) => ({ ...item, clause: '7.2(5)' }));

const rds = (properties: object) =>
  res('AWS::RDS::DBInstance', {
    Engine: 'postgres',
    EngineVersion: '16.4',
    DBInstanceClass: 'db.t4g.medium',
    AllocatedStorage: '100',
    MasterUsername: 'juki_owner',
    ...properties,
  });
const secret = (properties: object) =>
  res('AWS::SecretsManager::Secret', { KmsKeyId: 'alias/juki', ...properties });
const rotation = res('AWS::SecretsManager::RotationSchedule', {
  SecretId: ref('Secret'),
  RotationLambdaARN: 'arn:aws:lambda:ap-northeast-1:111122223333:function:rotate',
  RotationRules: { AutomaticallyAfterDays: 30 },
});

accuracyCases(
  'catalog b: passwords of relational databases',
  credentials([
    {
      name: 'the password of a database stands in the template',
      expect: 'violation',
      on: 'Db',
      resources: { Db: rds({ MasterUserPassword: 'Kumin#2024db' }) },
    },
    {
      name: 'RDS makes and keeps the password',
      expect: 'compliant',
      on: 'Db',
      resources: { Db: rds({ ManageMasterUserPassword: true }) },
    },
    {
      name: 'a dynamic reference to a secret of the same template, by Fn::Sub',
      expect: 'compliant',
      on: 'Db',
      resources: {
        Secret: secret({ GenerateSecretString: { PasswordLength: 32 } }),
        Rotation: rotation,
        Db: rds({ MasterUserPassword: sub('{{resolve:secretsmanager:${Secret}:SecretString:password}}') }),
      },
    },
    {
      name: 'the same, put together by Fn::Join as CDK writes it',
      expect: 'compliant',
      on: 'Db',
      resources: {
        Secret: secret({ GenerateSecretString: { PasswordLength: 32 } }),
        Rotation: rotation,
        Db: rds({
          MasterUserPassword: {
            'Fn::Join': ['', ['{{resolve:secretsmanager:', ref('Secret'), ':SecretString:password::}}']],
          },
        }),
      },
    },
    {
      name: 'a dynamic reference to a parameter of type String, which lies there in plain text',
      expect: 'violation',
      on: 'Db',
      resources: { Db: rds({ MasterUserPassword: '{{resolve:ssm:/juki/db/password:1}}' }) },
    },
    {
      name: 'a dynamic reference to a SecureString',
      expect: 'compliant',
      on: 'Db',
      resources: { Db: rds({ MasterUserPassword: '{{resolve:ssm-secure:/juki/db/password:1}}' }) },
    },
    {
      name: 'in production a secret, in development a literal',
      expect: 'violation',
      on: 'Db',
      template: {
        Parameters: { Env: { Type: 'String', AllowedValues: ['prod', 'dev'] } },
        Conditions: { IsProd: { 'Fn::Equals': [ref('Env'), 'prod'] } },
        Resources: {
          Db: rds({
            MasterUserPassword: when(
              'IsProd',
              '{{resolve:secretsmanager:juki/db:SecretString:password}}',
              'devdev123',
            ),
          }),
        },
      },
    },
    {
      name: 'either RDS keeps the password or a secret does',
      expect: 'compliant',
      on: 'Db',
      template: {
        Parameters: { Env: { Type: 'String' } },
        Conditions: { IsProd: { 'Fn::Equals': [ref('Env'), 'prod'] } },
        Resources: {
          Db: rds({
            ManageMasterUserPassword: when('IsProd', true, NO_VALUE),
            MasterUserPassword: when(
              'IsProd',
              NO_VALUE,
              '{{resolve:secretsmanager:juki/db:SecretString:password}}',
            ),
          }),
        },
      },
    },
    {
      name: 'passwords in a mapping by environment',
      expect: 'violation',
      on: 'Db',
      template: {
        Parameters: { Env: { Type: 'String', AllowedValues: ['prod', 'stg'] } },
        Mappings: { Db: { prod: { Pass: 'Pr0d-Kumin!' }, stg: { Pass: 'Stg-Kumin!' } } },
        Resources: {
          Db: rds({ MasterUserPassword: { 'Fn::FindInMap': ['Db', ref('Env'), 'Pass'] } }),
        },
      },
    },
    {
      name: 'a password that another stack exports, which is not at hand',
      expect: 'undetermined',
      on: 'Db',
      resources: { Db: rds({ MasterUserPassword: { 'Fn::ImportValue': 'shared-db-credential' } }) },
    },
    {
      name: 'a replica takes the credentials of its source and has none of its own',
      expect: 'compliant',
      on: 'Replica',
      resources: {
        Replica: res('AWS::RDS::DBInstance', {
          SourceDBInstanceIdentifier: 'arn:aws:rds:ap-northeast-1:111122223333:db:juki',
          DBInstanceClass: 'db.t4g.medium',
        }),
      },
    },
  ]),
);
