import { type AccuracyCase, accuracyCases, ref, res } from './support';

const credentials = (cases: readonly Omit<AccuracyCase, 'clause'>[]): readonly AccuracyCase[] =>
  cases.map((item) => ({ ...item, clause: '7.2(5)' }));

const fn = (variables: object, code: object = { S3Bucket: 'artifacts', S3Key: 'juki.zip' }) =>
  res('AWS::Lambda::Function', {
    Runtime: 'python3.13',
    Handler: 'index.handler',
    Role: 'arn:aws:iam::111122223333:role/juki',
    Code: code,
    Environment: { Variables: variables },
  });
const task = (...containers: object[]) =>
  res('AWS::ECS::TaskDefinition', {
    Family: 'shinsei',
    ContainerDefinitions: containers.map((container, index) => ({
      Name: `c${index}`,
      Image: 'public.ecr.aws/docker/library/nginx:1.27',
      ...container,
    })),
  });
const build = (...variables: object[]) =>
  res('AWS::CodeBuild::Project', {
    ServiceRole: 'arn:aws:iam::111122223333:role/build',
    Artifacts: { Type: 'NO_ARTIFACTS' },
    Source: { Type: 'NO_SOURCE', BuildSpec: 'version: 0.2' },
    Environment: {
      ComputeType: 'BUILD_GENERAL1_SMALL',
      Image: 'aws/codebuild/standard:7.0',
      Type: 'LINUX_CONTAINER',
      EnvironmentVariables: variables,
    },
  });
// Made up, and in pieces, so that nobody takes them for keys that have leaked.
const ACCESS_KEY = ['AKIA', '3XV7QHZ2MNLT5RWB'].join('');
const SECRET_KEY = ['q8Zk3VtYw1nLr5XcB7mD', 'sP0gHj2uFe9aTiKoRxQv'].join('');

accuracyCases(
  'catalog b: credentials in environments',
  credentials([
    {
      name: 'a password in the environment of a function',
      expect: 'violation',
      on: 'Fn',
      resources: { Fn: fn({ DB_HOST: 'db.juki.internal', DB_PASSWORD: 'Kumin#2024db' }) },
    },
    {
      name: 'names that speak of tokens, secrets and passwords, with values that are none',
      expect: 'compliant',
      on: 'Fn',
      resources: {
        Fn: fn({
          TOKEN_ENDPOINT: 'https://id.example.lg.jp/oauth2/token',
          PASSWORD_MIN_LENGTH: '12',
          PASSWORD_RESET_URL: 'https://portal.example.lg.jp/reset',
          TOKEN_TTL_SECONDS: '900',
          ENABLE_SECRET_ROTATION: 'true',
        }),
      },
    },
    {
      name: 'the ARN and the name of a secret instead of its value',
      expect: 'compliant',
      on: 'Fn',
      resources: {
        Secret: res('AWS::SecretsManager::Secret', { GenerateSecretString: {} }),
        Fn: fn({
          DB_SECRET: ref('Secret'),
          API_KEY_SECRET_ARN: 'arn:aws:secretsmanager:ap-northeast-1:111122223333:secret:juki/api-AbCdEf',
          DB_PASSWORD_PARAMETER: '/juki/db/password',
        }),
      },
    },
    {
      name: 'an access key under a name that does not tell',
      expect: 'violation',
      on: 'Fn',
      resources: { Fn: fn({ UPLOADER: ACCESS_KEY, UPLOADER_2: SECRET_KEY }) },
    },
    {
      name: 'hashes of assets are long and random, and no secrets',
      expect: 'compliant',
      on: 'Fn',
      resources: {
        Fn: fn(
          {
            ASSET_HASH: 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c',
            COMMIT: '9fceb02d0ae598e95dc970b74767f19372d61af8',
            DEPLOYMENT_ID: '6f1c2a7e-7c1b-4d43-9d2e-0d5a1b7c3e90',
          },
          {
            S3Bucket: 'cdk-hnb659fds-assets-111122223333-ap-northeast-1',
            S3Key: 'f3a2b1c0d9e8f7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b7c6d5e4f3a2.zip',
          },
        ),
      },
    },
    {
      name: 'a parameter with NoEcho, which the environment of the function then shows to all who may read it',
      expect: 'violation',
      on: 'Fn',
      template: {
        Parameters: { DbPassword: { Type: 'String', NoEcho: true } },
        Resources: { Fn: fn({ DB_PASSWORD: ref('DbPassword') }) },
      },
    },
    {
      name: 'a key that another stack exports, which is not at hand',
      expect: 'undetermined',
      on: 'Fn',
      resources: { Fn: fn({ PAYMENT_API_KEY: { 'Fn::ImportValue': 'payment-api' } }) },
    },
    {
      name: 'an empty password says that there is none',
      expect: 'compliant',
      on: 'Fn',
      resources: { Fn: fn({ REDIS_PASSWORD: '', LOG_LEVEL: 'INFO' }) },
    },
    {
      name: 'inline code with a password in it',
      expect: 'violation',
      on: 'Fn',
      resources: {
        Fn: fn(
          {},
          { ZipFile: "import db\nPASSWORD = 'Kumin#2024db'\ndef handler(e, c):\n  db.login(PASSWORD)\n" },
        ),
      },
    },
    {
      name: 'inline code that fetches the password when it runs',
      expect: 'compliant',
      on: 'Fn',
      resources: {
        Fn: fn(
          { SECRET_ID: 'juki/db' },
          {
            ZipFile:
              "import boto3, os\ndef handler(e, c):\n  password = boto3.client('secretsmanager').get_secret_value(SecretId=os.environ['SECRET_ID'])\n",
          },
        ),
      },
    },
    {
      name: 'a container gets its password from Secrets Manager',
      expect: 'compliant',
      on: 'Task',
      resources: {
        Task: task({
          Environment: [{ Name: 'DB_USER', Value: 'shinsei' }],
          Secrets: [
            {
              Name: 'DB_PASSWORD',
              ValueFrom: 'arn:aws:secretsmanager:ap-northeast-1:111122223333:secret:db-AbCdEf',
            },
          ],
        }),
      },
    },
    {
      name: 'a password within the address of a database',
      expect: 'violation',
      on: 'Task',
      resources: {
        Task: task({
          Environment: [
            { Name: 'DATABASE_URL', Value: 'postgres://shinsei:S3igyo-pw@db.internal:5432/shinsei' },
          ],
        }),
      },
    },
    {
      name: 'the address of a database with the name of a user and no password',
      expect: 'compliant',
      on: 'Task',
      resources: {
        Task: task({
          Environment: [{ Name: 'DATABASE_URL', Value: 'postgres://shinsei@db.internal:5432/shinsei' }],
        }),
      },
    },
    {
      name: 'the first container is in order, its sidecar holds the key that signs tokens',
      expect: 'violation',
      on: 'Task',
      resources: {
        Task: task(
          { Environment: [{ Name: 'LOG_LEVEL', Value: 'info' }] },
          { Environment: [{ Name: 'JWT_SECRET', Value: 'mz-portal-signing-2024' }] },
        ),
      },
    },
    {
      name: 'a token for builds without a type, which means plain text',
      expect: 'violation',
      on: 'Build',
      resources: { Build: build({ Name: 'NPM_TOKEN', Value: 'npmtok-7f3kd92ls0qpx' }) },
    },
    {
      name: 'builds read their token from Secrets Manager and from the parameter store',
      expect: 'compliant',
      on: 'Build',
      resources: {
        Build: build(
          { Name: 'NPM_TOKEN', Type: 'SECRETS_MANAGER', Value: 'build/npm:token' },
          { Name: 'DB_PASSWORD', Type: 'PARAMETER_STORE', Value: '/build/db/password' },
        ),
      },
    },
    {
      name: 'a batch job with a password among its variables',
      expect: 'violation',
      on: 'Job',
      resources: {
        Job: res('AWS::Batch::JobDefinition', {
          Type: 'container',
          ContainerProperties: {
            Image: 'public.ecr.aws/docker/library/python:3.13',
            Environment: [{ Name: 'PGPASSWORD', Value: 'batch-Nightly1' }],
          },
        }),
      },
    },
    {
      name: 'a password in the options of Elastic Beanstalk',
      expect: 'violation',
      on: 'Env',
      resources: {
        Env: res('AWS::ElasticBeanstalk::Environment', {
          ApplicationName: 'kosodate',
          OptionSettings: [
            {
              Namespace: 'aws:elasticbeanstalk:application:environment',
              OptionName: 'SMTP_PASSWORD',
              Value: 'mail-Kosodate7',
            },
          ],
        }),
      },
    },
  ]),
);
