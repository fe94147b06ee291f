import {
  assessSecrets,
  base64,
  hex,
  innocent,
  jwt,
  keyId,
  noise,
  pem,
  type SecretCase,
  secret,
  secretKey,
} from './secrets-support';
import { att, ref, res, sub } from './support';

// Written from what the public fixtures of secret scanners and template checkers are about, in our own words, and
// before the code that they judge.

const fn = (variables: Record<string, unknown>) =>
  res('AWS::Lambda::Function', { Environment: { Variables: variables } });
const inline = (code: unknown) =>
  res('AWS::Lambda::Function', { Runtime: 'python3.13', Code: { ZipFile: code } });
const server = (script: unknown) => res('AWS::EC2::Instance', { UserData: { 'Fn::Base64': script } });
const container = (more: object) =>
  res('AWS::ECS::TaskDefinition', { ContainerDefinitions: [{ Name: 'app', Image: 'app', ...more }] });
const fetched = '{{resolve:secretsmanager:juki/db:SecretString:password}}';
const param = (name: string, more: object = {}) => ({ Parameters: { [name]: { Type: 'String', ...more } } });
const out = (Value: unknown, more: object = {}) => ({ ...more, Outputs: { Out: { Value } } });

const PROPERTIES: readonly SecretCase[] = [
  secret('RDS instance', { X: res('AWS::RDS::DBInstance', { MasterUserPassword: 'asdf1234' }) }),
  secret('RDS cluster, a digit string', {
    X: res('AWS::RDS::DBCluster', { MasterUserPassword: '12345678' }),
  }),
  secret('Redshift', { X: res('AWS::Redshift::Cluster', { MasterUserPassword: 'Abcd1234' }) }),
  secret('DocumentDB', { X: res('AWS::DocDB::DBCluster', { MasterUserPassword: 'secretpassword' }) }),
  secret('MQ user', {
    X: res('AWS::AmazonMQ::Broker', { Users: [{ Username: 'mq', Password: 'aaaabbbbcccc' }] }),
  }),
  secret('DMS endpoint', { X: res('AWS::DMS::Endpoint', { Password: 'b@dP@ssword' }) }),
  secret('DMS MongoDB settings', {
    X: res('AWS::DMS::Endpoint', { MongoDbSettings: { Password: 'p4ssw0rd' } }),
  }),
  secret('EMR Kerberos', {
    X: res('AWS::EMR::Cluster', { KerberosAttributes: { KdcAdminPassword: 'kdcpass', Realm: 'EC2' } }),
  }),
  secret('Simple AD', { X: res('AWS::DirectoryService::SimpleAD', { Password: 'Directory#1' }) }),
  secret('Microsoft AD', { X: res('AWS::DirectoryService::MicrosoftAD', { Password: 'Directory#1' }) }),
  secret('IAM login profile', { X: res('AWS::IAM::User', { LoginProfile: { Password: 'Welcome2024' } }) }),
  secret('OpsWorks app key', { X: res('AWS::OpsWorks::App', { AppSource: { SshKey: 'ssh-key-text' } }) }),
  secret('OpsWorks stack RDS', {
    X: res('AWS::OpsWorks::Stack', { RdsDbInstances: [{ DbPassword: 'rds-pass-1' }] }),
  }),
  secret('FSx for Windows', {
    X: res('AWS::FSx::FileSystem', {
      WindowsConfiguration: { SelfManagedActiveDirectoryConfiguration: { Password: 'Join3r!' } },
    }),
  }),
  secret('Firehose to Redshift', {
    X: res('AWS::KinesisFirehose::DeliveryStream', {
      RedshiftDestinationConfiguration: { Password: 'Pipe1234' },
    }),
  }),
  secret('Firehose to Splunk', {
    X: res('AWS::KinesisFirehose::DeliveryStream', {
      SplunkDestinationConfiguration: { HECToken: '12345678-1234-1234-1234-1234567890ab' },
    }),
  }),
  secret('Managed Blockchain member', {
    X: res('AWS::ManagedBlockchain::Member', {
      MemberConfiguration: {
        MemberFrameworkConfiguration: { MemberFabricConfiguration: { AdminPassword: 'Fabric123' } },
      },
    }),
  }),
  secret('Pinpoint APNs token key', { X: res('AWS::Pinpoint::APNSChannel', { TokenKey: 'abcdef123456' }) }),
  secret('Pinpoint ADM', { X: res('AWS::Pinpoint::ADMChannel', { ClientSecret: 'adm-secret-1' }) }),
  secret('Pinpoint GCM', { X: res('AWS::Pinpoint::GCMChannel', { ApiKey: 'gcm-key-123' }) }),
  secret('Alexa skill', {
    X: {
      Type: 'Alexa::ASK::Skill',
      Properties: {
        AuthenticationConfiguration: {
          ClientId: 'x',
          ClientSecret: 'alexa-secret-1',
          RefreshToken: 'Atzr-1234',
        },
      },
    },
  }),
  secret('Amplify token', { X: res('AWS::Amplify::App', { OauthToken: hex(40) }) }),
  secret('AppStream directory', {
    X: res('AWS::AppStream::DirectoryConfig', { ServiceAccountCredentials: { AccountPassword: 'Stream#1' } }),
  }),
  secret('AppFlow connector', {
    X: res('AWS::AppFlow::ConnectorProfile', {
      ConnectorProfileConfig: {
        ConnectorProfileCredentials: { Datadog: { ApiKey: hex(32), ApplicationKey: 'x' } },
      },
    }),
  }),
  secret('Direct Connect BGP key', {
    X: res('AWS::DirectConnect::PrivateVirtualInterface', {
      BgpPeers: [{ Asn: '65000', AuthKey: 'bgpKey123' }],
    }),
  }),
  secret('SES SMTP', {
    X: res('AWS::SES::MailManagerIngressPoint', {
      IngressPointConfiguration: { SmtpPassword: 'Smtp-12345' },
    }),
  }),
  secret('CodePipeline OAuth token', {
    X: res('AWS::CodePipeline::Pipeline', {
      Stages: [{ Name: 'S', Actions: [{ Name: 'A', Configuration: { Owner: 'o', OAuthToken: hex(40) } }] }],
    }),
  }),
  secret(
    'a password by Fn::If, one branch plain',
    { X: res('AWS::RDS::DBInstance', { MasterUserPassword: { 'Fn::If': ['Prod', fetched, 'devpass1'] } }) },
    {
      ...param('Env', { AllowedValues: ['prod', 'dev'] }),
      Conditions: { Prod: { 'Fn::Equals': [ref('Env'), 'prod'] } },
    },
  ),
  secret(
    'a password out of a mapping',
    { X: res('AWS::RDS::DBInstance', { MasterUserPassword: { 'Fn::FindInMap': ['Db', 'prod', 'Pw'] } }) },
    { Mappings: { Db: { prod: { Pw: 'Map-1234' } } } },
  ),
  secret('a password joined of pieces', {
    X: res('AWS::RDS::DBInstance', { MasterUserPassword: { 'Fn::Join': ['', ['Ab', 'cd', '1234']] } }),
  }),
  secret('an SSM parameter as password', {
    X: res('AWS::RDS::DBInstance', { MasterUserPassword: '{{resolve:ssm:/db/password:1}}' }),
  }),
  innocent('a dynamic reference', { X: res('AWS::RDS::DBInstance', { MasterUserPassword: fetched }) }),
  innocent('a password that RDS manages', {
    X: res('AWS::RDS::DBInstance', {
      ManageMasterUserPassword: true,
      MasterUserSecret: { KmsKeyId: 'alias/juki' },
    }),
  }),
  innocent(
    'a NoEcho parameter without default',
    { X: res('AWS::RDS::DBInstance', { MasterUserPassword: ref('DbPassword') }) },
    param('DbPassword', { NoEcho: true }),
  ),
  innocent('an encrypted SSM parameter', {
    X: res('AWS::RDS::DBInstance', { MasterUserPassword: '{{resolve:ssm-secure:/db/password:1}}' }),
  }),
  innocent('metadata options called HttpTokens', {
    X: res('AWS::EC2::LaunchTemplate', {
      LaunchTemplateData: { MetadataOptions: { HttpTokens: 'required' } },
    }),
  }),
  innocent('units of the validity of tokens', {
    X: res('AWS::Cognito::UserPoolClient', {
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'days' },
      GenerateSecret: true,
    }),
  }),
  innocent('a password policy', {
    X: res('AWS::Cognito::UserPool', {
      Policies: {
        PasswordPolicy: { MinimumLength: 12, RequireNumbers: true, TemporaryPasswordValidityDays: 1 },
      },
    }),
  }),
  innocent('a secret that is made up', {
    X: res('AWS::SecretsManager::Secret', {
      GenerateSecretString: {
        SecretStringTemplate: '{"username":"juki"}',
        GenerateStringKey: 'password',
        PasswordLength: 32,
      },
    }),
  }),
  innocent('a key table with partition keys', {
    X: res('AWS::DynamoDB::Table', { KeySchema: [{ AttributeName: 'password_token', KeyType: 'HASH' }] }),
  }),
  innocent('a public key of a key pair', {
    X: res('AWS::EC2::KeyPair', {
      KeyName: 'ops',
      PublicKeyMaterial: `ssh-rsa AAAAB3NzaC1yc2E${noise(340)} ops@juki`,
    }),
  }),
];

const ENVIRONMENT: readonly SecretCase[] = [
  secret('DB_PASSWORD', { X: fn({ DB_PASSWORD: 'hunter2!' }) }),
  secret('dbPassword', { X: fn({ dbPassword: 'hunter2!' }) }),
  secret('PGPASSWORD', { X: fn({ PGPASSWORD: 'hunter22' }) }),
  secret('MYSQL_ROOT_PASSWORD in ECS', {
    X: container({ Environment: [{ Name: 'MYSQL_ROOT_PASSWORD', Value: 'root' }] }),
  }),
  secret('DBPASS', { X: fn({ DBPASS: 'Summer2024' }) }),
  secret('ADMIN_PASS', { X: fn({ ADMIN_PASS: 'Summer2024' }) }),
  secret('a password of environment prod', { X: fn({ DB_PASSWORD_PROD: 'Summer2024' }) }),
  secret('SECRET_KEY_BASE', { X: fn({ SECRET_KEY_BASE: hex(128) }) }),
  secret('JWT_SECRET', { X: fn({ JWT_SECRET: 'my-super-secret-value' }) }),
  secret('an API key', { X: fn({ WEATHER_API_KEY: hex(32) }) }),
  secret('a key pair of AWS', { X: fn({ AWS_ACCESS_KEY_ID: keyId(), AWS_SECRET_ACCESS_KEY: secretKey() }) }),
  secret('the example key of AWS', { X: fn({ MYKEY: 'AKIAIOSFODNN7EXAMPLE' }) }),
  secret('a secret access key under another name', { X: fn({ S3_SIGNING_SECRET_ACCESS: secretKey() }) }),
  secret('an encryption key in hex', { X: fn({ ENCRYPTION_KEY: hex(64) }) }),
  secret('a GitHub token under a harmless name', { X: fn({ SETTING: `ghp_${noise(36)}` }) }),
  secret('a connection string', {
    X: fn({ DATABASE_URL: 'postgresql://juki:Sup3rS3cret@db.local:5432/juki' }),
  }),
  secret('SQLAlchemy', { X: fn({ SQLALCHEMY_URI: 'mysql+pymysql://root:toor1234@10.0.0.5/app' }) }),
  secret('Redis without a user', { X: fn({ REDIS_URL: 'redis://:p4ssw0rd1@cache.local:6379/0' }) }),
  secret('MongoDB', { X: fn({ MONGO: 'mongodb+srv://juki:Secr3tPw@cluster0.example.net/test' }) }),
  secret('AMQP', { X: fn({ BROKER: 'amqps://juki:Secr3tPw@mq.example.net:5671' }) }),
  secret('JDBC', { X: fn({ JDBC: 'jdbc:mysql://db.local/juki?user=juki&password=Sup3rS3cret' }) }),
  secret('ODBC', { X: fn({ CONN: 'Server=db.local;Database=juki;User Id=sa;Password=Sup3rS3cret;' }) }),
  secret('an Azure storage account', {
    X: fn({
      AZURE: `DefaultEndpointsProtocol=https;AccountName=juki;AccountKey=${noise(86)}==;EndpointSuffix=core.windows.net`,
    }),
  }),
  secret('a Slack webhook', {
    X: fn({
      NOTIFY: `https://hooks.slack.com/services/T${noise(8).toUpperCase()}/B${noise(8).toUpperCase()}/${noise(24)}`,
    }),
  }),
  secret('CodeBuild, plain', {
    X: res('AWS::CodeBuild::Project', {
      Environment: { EnvironmentVariables: [{ Name: 'SONAR_TOKEN', Value: hex(40) }] },
    }),
  }),
  secret('Batch', {
    X: res('AWS::Batch::JobDefinition', {
      ContainerProperties: { Environment: [{ Name: 'DB_PASSWORD', Value: 'batch1234' }] },
    }),
  }),
  secret('Glue arguments', {
    X: res('AWS::Glue::Job', { DefaultArguments: { '--db_password': 'glue1234' } }),
  }),
  secret('App Runner', {
    X: res('AWS::AppRunner::Service', {
      SourceConfiguration: {
        ImageRepository: {
          ImageConfiguration: { RuntimeEnvironmentVariables: [{ Name: 'API_TOKEN', Value: 'tok_1234567' }] },
        },
      },
    }),
  }),
  secret('SageMaker processing', {
    X: res('AWS::SageMaker::ModelQualityJobDefinition', {
      ModelQualityAppSpecification: { Environment: { DB_PASSWORD: 'sage1234' } },
    }),
  }),
  secret(
    'SAM function',
    { X: res('AWS::Serverless::Function', { Environment: { Variables: { API_SECRET: 'sam-secret-123' } } }) },
    { Transform: 'AWS::Serverless-2016-10-31' },
  ),
  secret('AppSync variables', {
    X: res('AWS::AppSync::GraphQLApi', { EnvironmentVariables: { ADMIN_TOKEN: 'tok_1234567' } }),
  }),
  secret('a shown parameter', { X: fn({ DB_PASSWORD: ref('Value') }) }, param('Value')),
  innocent('names, ARNs, figures and switches', {
    X: fn({
      SECRET_ARN: 'arn:aws:secretsmanager:ap-northeast-1:111122223333:secret:juki-AbCdEf',
      SECRET_NAME: 'juki/db',
      PASSWORD_MIN_LENGTH: '12',
      TOKEN_EXPIRY: '3600',
      KEY_ID: '1234abcd-12ab-34cd-56ef-1234567890ab',
      PASSWORD_FIELD_NAME: 'password',
      USE_TOKEN: 'true',
      TOKEN_ENDPOINT: 'https://login.example.jp/oauth2/token',
      S3_KEY: `${hex(64)}.zip`,
      PARTITION_KEY: 'userId',
      API_KEY_ENABLED: 'false',
      PUBLIC_KEY: noise(120),
      SORT_KEY: 'createdAt',
      TOKEN_TYPE: 'Bearer',
      MAX_TOKENS: '4096',
    }),
  }),
  innocent('a reference to a secret', {
    S: res('AWS::SecretsManager::Secret', { GenerateSecretString: {} }),
    X: fn({ DB_SECRET: ref('S') }),
  }),
  // Corrected, with the one below: NoEcho hides on the screens of CloudFormation, and the environment shows it in plain text.
  secret(
    'a NoEcho parameter, which the environment shows',
    { X: fn({ DB_PASSWORD: ref('DbPassword') }) },
    param('DbPassword', { NoEcho: 'true' }),
  ),
  innocent('secrets of ECS by ARN', {
    X: container({
      Secrets: [
        {
          Name: 'DB_PASSWORD',
          ValueFrom: 'arn:aws:secretsmanager:ap-northeast-1:111122223333:secret:juki-AbCdEf:password::',
        },
      ],
    }),
  }),
  innocent('CodeBuild takes the name of a secret', {
    X: res('AWS::CodeBuild::Project', {
      Environment: {
        EnvironmentVariables: [{ Name: 'DB_PASSWORD', Type: 'SECRETS_MANAGER', Value: 'juki/db:password' }],
      },
    }),
  }),
  innocent('an empty password', { X: fn({ DB_PASSWORD: '' }) }),
  innocent('a placeholder to be put in', {
    X: fn({
      DB_PASSWORD: '<your-password>',
      API_TOKEN: '${API_TOKEN}',
      CLIENT_SECRET: 'REPLACE_ME',
      JWT_SECRET: 'xxxxxxxx',
      APP_SECRET: '********',
    }),
  }),
  innocent('an address without a password', {
    X: fn({ DATABASE_URL: 'postgresql://juki@db.local:5432/juki', SITE: 'https://www.example.jp:8443/a@b' }),
  }),
  secret(
    'an address with the password of a NoEcho parameter',
    { X: fn({ DATABASE_URL: sub('postgresql://juki:${DbPassword}@db.local/juki') }) },
    param('DbPassword', { NoEcho: true }),
  ),
  innocent('the working directory', { X: fn({ PWD: '/var/task', OLDPWD: '/var' }) }),
  innocent('a commit, a digest and an identifier', {
    X: fn({
      COMMIT: hex(40),
      IMAGE_DIGEST: `sha256:${hex(64)}`,
      TENANT: '9f8b7c6d-1234-4abc-9def-1234567890ab',
      INTEGRITY: `sha512-${noise(86)}==`,
    }),
  }),
  innocent('an address of the queue and of the topic', {
    X: fn({
      QUEUE: 'https://sqs.ap-northeast-1.amazonaws.com/111122223333/juki-token-queue',
      TOPIC: 'arn:aws:sns:ap-northeast-1:111122223333:password-reset',
    }),
  }),
  innocent('the name of a table for tokens', {
    X: fn({
      TOKEN_TABLE: 'juki-tokens',
      SECRETS_PREFIX: '/juki/',
      PASSWORD_RESET_URL: 'https://www.example.jp/reset',
      COMPASS: 'north',
      BYPASS: 'none',
    }),
  }),
];

const SCRIPTS: readonly SecretCase[] = [
  secret('exported keys in user data', {
    X: server(
      `#!/bin/bash\nexport AWS_ACCESS_KEY_ID=${keyId()}\nexport AWS_SECRET_ACCESS_KEY=${secretKey()}\n`,
    ),
  }),
  secret('user data in Base64', {
    X: res('AWS::EC2::Instance', {
      UserData: base64(`#!/bin/bash\nexport AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\n`),
    }),
  }),
  secret('mysql with a password on the line', {
    X: server('#!/bin/bash\nmysql -u root -pSup3rS3cret -e "select 1"\n'),
  }),
  secret('a password option', {
    X: server('#!/bin/bash\n/opt/agent --server a --password Sup3rS3cret --quiet\n'),
  }),
  secret('chpasswd', { X: server('#!/bin/bash\necho "ec2-user:Summer2024" | chpasswd\n') }),
  secret('PowerShell', {
    X: server('<powershell>\n$pw = ConvertTo-SecureString "Summer2024!" -AsPlainText -Force\n</powershell>'),
  }),
  secret('net user', { X: server('<powershell>\nnet user opsadmin Summer2024! /add\n</powershell>') }),
  secret('curl with a user', {
    X: server('#!/bin/bash\ncurl -u deploy:Summer2024 https://files.example.jp/a.tgz\n'),
  }),
  secret('an authorization header', {
    X: server(`#!/bin/bash\ncurl -H "Authorization: Bearer ${noise(40)}" https://api.example.jp\n`),
  }),
  secret('SQL that makes a user', {
    X: server(`#!/bin/bash\npsql -c "CREATE USER juki WITH PASSWORD 'Summer2024'"\n`),
  }),
  secret('a private key written by a script', {
    X: server(`#!/bin/bash\ncat > /root/.ssh/id_rsa <<EOF\n${pem('RSA PRIVATE KEY')}\nEOF\n`),
  }),
  secret('netrc', {
    X: server('#!/bin/bash\necho "machine github.com login bot password Summer2024x" > ~/.netrc\n'),
  }),
  secret('a launch configuration joined of lines', {
    X: res('AWS::AutoScaling::LaunchConfiguration', {
      UserData: {
        'Fn::Base64': {
          'Fn::Join': ['\n', ['#!/bin/bash', 'DB_PASSWORD="Summer2024"', sub('echo ${AWS::Region}')]],
        },
      },
    }),
  }),
  secret('a file that cfn-init writes', {
    X: res(
      'AWS::EC2::Instance',
      {},
      {
        Metadata: {
          'AWS::CloudFormation::Init': {
            config: { files: { '/etc/app.conf': { content: '[db]\nuser=juki\npassword=Summer2024\n' } } },
          },
        },
      },
    ),
  }),
  secret('a command of cfn-init', {
    X: res(
      'AWS::EC2::Instance',
      {},
      {
        Metadata: {
          'AWS::CloudFormation::Init': {
            config: {
              commands: {
                a: {
                  command: "mysqladmin -u root password 'Summer2024'",
                  env: { DB_PASSWORD: 'Summer2024' },
                },
              },
            },
          },
        },
      },
    ),
  }),
  secret('WordPress configuration by cfn-init', {
    X: res(
      'AWS::EC2::Instance',
      {},
      {
        Metadata: {
          'AWS::CloudFormation::Init': {
            config: {
              files: { '/var/www/wp-config.php': { content: "define('DB_PASSWORD', 'Summer2024');\n" } },
            },
          },
        },
      },
    ),
  }),
  secret('Python code', {
    X: inline('import pymysql\ndb_password = "Summer2024"\ndef handler(e, c):\n  return 1\n'),
  }),
  secret('JavaScript code', { X: inline(`const client = new Client({ apiKey: '${hex(32)}' });\n`) }),
  secret('a Stripe key in code', { X: inline(`stripe.api_key = "sk_live_${noise(24)}"\n`) }),
  secret('CloudFront function', {
    X: res('AWS::CloudFront::Function', {
      FunctionCode: `function handler(e) { var h = e.request.headers; if (h.authorization.value !== "Basic ${base64('juki:Summer2024')}") return {statusCode:401}; return e.request; }`,
    }),
  }),
  secret('AppSync resolver', {
    X: res('AWS::AppSync::Resolver', { RequestMappingTemplate: `{"headers": {"x-api-key": "${hex(32)}"}}` }),
  }),
  secret('BuildSpec as YAML', {
    X: res('AWS::CodeBuild::Project', {
      Source: {
        BuildSpec:
          'version: 0.2\nenv:\n  variables:\n    DB_PASSWORD: Summer2024\nphases:\n  build:\n    commands: [make]\n',
      },
    }),
  }),
  secret('docker login in a BuildSpec', {
    X: res('AWS::CodeBuild::Project', {
      Source: {
        BuildSpec:
          'version: 0.2\nphases:\n  build:\n    commands:\n      - docker login -u juki -p Summer2024 registry.example.jp\n',
      },
    }),
  }),
  secret('an SSM document', {
    X: res('AWS::SSM::Document', {
      Content: {
        schemaVersion: '2.2',
        mainSteps: [
          {
            action: 'aws:runShellScript',
            name: 'a',
            inputs: { runCommand: ['export API_TOKEN=abcdef123456', 'run'] },
          },
        ],
      },
    }),
  }),
  secret('an ECS command', { X: container({ Command: ['server', '--db-password', 'Summer2024'] }) }),
  secret('an ECS command with =', {
    X: container({ EntryPoint: ['sh', '-c', 'exec app --token=abcdef1234567890'] }),
  }),
  secret('a docker label', {
    X: container({ DockerLabels: { 'com.example.api-token': 'abcdef1234567890' } }),
  }),
  secret('Splunk log options', {
    X: container({
      LogConfiguration: {
        LogDriver: 'splunk',
        Options: { 'splunk-token': '12345678-1234-1234-1234-1234567890ab' },
      },
    }),
  }),
  secret('PEM, OpenSSH', { X: fn({ DEPLOY: pem('OPENSSH PRIVATE KEY') }) }),
  secret('PEM with escaped line ends', {
    X: res('AWS::SSM::Parameter', {
      Name: '/juki/cert',
      Type: 'String',
      Value: pem('EC PRIVATE KEY').replaceAll('\n', '\\n'),
    }),
  }),
  innocent('a script that fetches', {
    X: server(
      '#!/bin/bash\nDB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id juki/db --query SecretString --output text)\nexport TOKEN=`curl -X PUT "http://169.254.169.254/latest/api/token" -H "X-aws-ec2-metadata-token-ttl-seconds: 21600"`\ncurl -H "X-aws-ec2-metadata-token: $TOKEN" http://169.254.169.254/latest/meta-data/\nmysql -u root -p"$DB_PASSWORD"\necho "ec2-user:${PW}" | chpasswd\n',
    ),
  }),
  innocent('options that take files and variables', {
    X: server(
      '#!/bin/bash\nagent --password-file /etc/agent/pw --token "$TOKEN" --secret-id juki/db --key-file /etc/k.pem\ncurl -u "$USER:$PASS" https://files.example.jp\ndocker login --username AWS --password-stdin 111122223333.dkr.ecr.ap-northeast-1.amazonaws.com\n',
    ),
  }),
  innocent('code that fetches', {
    X: inline(
      "import boto3, os\npassword = os.environ['DB_PASSWORD']\nsecret = boto3.client('secretsmanager').get_secret_value(SecretId='juki/db')['SecretString']\ntoken = event.get('token', '')\nif not token: raise ValueError('token is missing')\nparams = {'password': password, 'token': None}\n",
    ),
  }),
  innocent('types and fields in code', {
    X: inline(
      'type Login = { password: string; token?: string };\nconst form = { password: "", placeholder: "Enter your password" };\nconst secretName = "juki/db";\nconst token = req.headers["x-api-token"];\nconst PASSWORD_FIELD = "password";\n',
    ),
  }),
  innocent('CloudFront function that reads a header', {
    X: res('AWS::CloudFront::Function', {
      FunctionCode:
        'function handler(event) { var auth = event.request.headers.authorization; if (!auth || auth.value.indexOf("Bearer ") !== 0) { return { statusCode: 401 }; } return event.request; }',
    }),
  }),
  innocent(
    'a file of cfn-init with a parameter',
    {
      X: res(
        'AWS::EC2::Instance',
        {},
        {
          Metadata: {
            'AWS::CloudFormation::Init': {
              config: { files: { '/etc/app.conf': { content: sub('[db]\npassword=${DbPassword}\n') } } },
            },
          },
        },
      ),
    },
    param('DbPassword', { NoEcho: true }),
  ),
  innocent('BuildSpec with names of secrets', {
    X: res('AWS::CodeBuild::Project', {
      Source: {
        BuildSpec:
          'version: 0.2\nenv:\n  secrets-manager:\n    DB_PASSWORD: juki/db:password\n  parameter-store:\n    API_TOKEN: /juki/token\n  git-credential-helper: yes\nphases:\n  build:\n    commands:\n      - docker login -u AWS -p $(aws ecr get-login-password) x\n',
      },
    }),
  }),
  innocent('a certificate, which is public', {
    X: res('AWS::IoT::CACertificate', { CACertificatePem: pem('CERTIFICATE') }),
  }),
  innocent('an ECS command with variables', {
    X: container({
      Command: ['server', '--db-password', '$DB_PASSWORD', '--token-file', '/run/secrets/token'],
    }),
  }),
  innocent('a GraphQL schema', {
    X: res('AWS::AppSync::GraphQLSchema', {
      Definition:
        'type Mutation { login(user: String!, password: String!): Token }\ntype Token { token: String!, secret: ID }\n',
    }),
  }),
];

const ELSEWHERE: readonly SecretCase[] = [
  secret('a shown parameter for a password', {}, param('DbPassword')),
  secret(
    'a NoEcho parameter whose default gives it away',
    {},
    param('DbPassword', { NoEcho: true, Default: 'Summer2024' }),
  ),
  secret('a parameter for a token', {}, param('GitHubToken')),
  secret('a key in the default of some parameter', {}, param('Setting', { Default: keyId() })),
  secret('a mapping', {}, { Mappings: { Env: { prod: { DbPassword: 'Summer2024' } } } }),
  secret('metadata of the template', {}, { Metadata: { Deploy: { ApiToken: `glpat-${noise(20)}` } } }),
  secret('a description', {}, { Description: `log in with ${keyId()} and see` }),
  secret('a tag', { X: res('AWS::S3::Bucket', { Tags: [{ Key: 'AdminPassword', Value: 'Summer2024' }] }) }),
  secret('a custom resource', {
    X: res('Custom::DbUser', {
      ServiceToken: 'arn:aws:lambda:ap-northeast-1:111122223333:function:f',
      Password: 'Summer2024',
    }),
  }),
  secret('a custom resource, deeper', {
    X: res('AWS::CloudFormation::CustomResource', {
      ServiceToken: 'arn:aws:lambda:ap-northeast-1:111122223333:function:f',
      Login: { user: 'a', passwd: 'Summer2024' },
    }),
  }),
  secret('a parameter of a nested stack', {
    X: res('AWS::CloudFormation::Stack', {
      TemplateURL: 'https://s3.amazonaws.com/b/t.yaml',
      Parameters: { DbPassword: 'Summer2024' },
    }),
  }),
  secret('a state machine', {
    X: res('AWS::StepFunctions::StateMachine', {
      DefinitionString: JSON.stringify({
        StartAt: 'A',
        States: { A: { Type: 'Task', Parameters: { Headers: { 'x-api-key': hex(32) } }, End: true } },
      }),
    }),
  }),
  secret('a state machine as object', {
    X: res('AWS::StepFunctions::StateMachine', {
      Definition: {
        StartAt: 'A',
        States: { A: { Type: 'Pass', Parameters: { password: 'Summer2024' }, End: true } },
      },
    }),
  }),
  secret('substitutions of a state machine', {
    X: res('AWS::StepFunctions::StateMachine', { DefinitionSubstitutions: { DbPassword: 'Summer2024' } }),
  }),
  secret('stage variables', { X: res('AWS::ApiGateway::Stage', { Variables: { backendApiKey: hex(32) } }) }),
  secret('an integration header', {
    X: res('AWS::ApiGateway::Method', {
      Integration: { RequestParameters: { 'integration.request.header.x-api-key': `'${hex(32)}'` } },
    }),
  }),
  secret('input of a rule', {
    X: res('AWS::Events::Rule', { Targets: [{ Id: 'a', Arn: 'x', Input: '{"token":"abcdef1234567890"}' }] }),
  }),
  secret('HTTP headers of a rule', {
    X: res('AWS::Events::Rule', {
      Targets: [
        { Id: 'a', Arn: 'x', HttpParameters: { HeaderParameters: { Authorization: `Bearer ${noise(40)}` } } },
      ],
    }),
  }),
  secret('a header to the origin', {
    X: res('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        Origins: [
          {
            Id: 'o',
            DomainName: 'x',
            OriginCustomHeaders: [{ HeaderName: 'X-Origin-Secret', HeaderValue: 'Summer2024x' }],
          },
        ],
      },
    }),
  }),
  secret('an association', {
    X: res('AWS::SSM::Association', { Name: 'Doc', Parameters: { AdminPassword: ['Summer2024'] } }),
  }),
  secret('hyperparameters', {
    X: res('AWS::SageMaker::TrainingJob', { HyperParameters: { hf_token: `hf_${noise(34)}` } }),
  }),
  secret('a parameter of Systems Manager', {
    X: res('AWS::SSM::Parameter', { Name: '/juki/db/password', Type: 'String', Value: 'Summer2024' }),
  }),
  secret('a hosted configuration', {
    X: res('AWS::AppConfig::HostedConfigurationVersion', {
      Content: '{"db":{"host":"x","password":"Summer2024"}}',
      ContentType: 'application/json',
    }),
  }),
  secret('SecretString', { X: res('AWS::SecretsManager::Secret', { SecretString: 'Summer2024' }) }),
  secret('SecretString in JSON', {
    X: res('AWS::SecretsManager::Secret', { SecretString: '{"username":"juki","password":"Summer2024"}' }),
  }),
  secret(
    'an output of a secret access key',
    { U: res('AWS::IAM::User'), K: res('AWS::IAM::AccessKey', { UserName: ref('U') }) },
    out(att('K', 'SecretAccessKey')),
  ),
  secret(
    'an output of a NoEcho parameter',
    {},
    out(ref('DbPassword'), param('DbPassword', { NoEcho: true })),
  ),
  secret('an output that fetches a secret', {}, out(fetched)),
  secret('an output with a literal', {}, { Outputs: { AdminPassword: { Value: 'Summer2024' } } }),
  secret(
    'a client secret as output',
    { C: res('AWS::Cognito::UserPoolClient', { GenerateSecret: true }) },
    out(att('C', 'ClientSecret')),
  ),
  secret('Google service account', {
    X: res('AWS::SSM::Parameter', {
      Name: 'gcp',
      Type: 'String',
      Value: JSON.stringify({
        type: 'service_account',
        private_key_id: hex(40),
        private_key: pem('PRIVATE KEY'),
      }),
    }),
  }),
  secret('JWT in a header', {
    X: res('AWS::Events::Rule', { Targets: [{ Id: 'a', Arn: 'x', Input: jwt() }] }),
  }),
  secret('Japanese words', {
    X: res('Custom::Login', {
      ServiceToken: 'arn:aws:lambda:ap-northeast-1:111122223333:function:f',
      パスワード: 'Summer2024',
    }),
  }),
  secret(
    'a condition that compares a password',
    { X: res('AWS::SNS::Topic', {}, { Condition: 'C' }) },
    {
      ...param('DbPassword', { NoEcho: true }),
      Conditions: { C: { 'Fn::Equals': [ref('DbPassword'), 'Summer2024'] } },
    },
  ),
  innocent('a NoEcho parameter', {}, param('DbPassword', { NoEcho: true, MinLength: 12 })),
  innocent(
    'parameters about secrets',
    {},
    {
      Parameters: {
        SecretArn: { Type: 'String' },
        DbSecretName: { Type: 'String', Default: 'juki/db' },
        KeyName: { Type: 'AWS::EC2::KeyPair::KeyName' },
        PasswordLength: { Type: 'Number', Default: 32 },
        TokenValidity: { Type: 'Number', Default: 60 },
        UseToken: { Type: 'String', Default: 'false', AllowedValues: ['true', 'false'] },
        KmsKeyArn: {
          Type: 'String',
          Default: 'arn:aws:kms:ap-northeast-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
        },
      },
    },
  ),
  innocent(
    'asset parameters of CDK',
    {},
    {
      Parameters: {
        [`AssetParameters${hex(64)}S3Bucket1A2B3C4D`]: {
          Type: 'String',
          Description: `S3 bucket for asset "${hex(64)}"`,
        },
        BootstrapVersion: {
          Type: 'AWS::SSM::Parameter::Value<String>',
          Default: '/cdk-bootstrap/hnb659fds/version',
        },
      },
    },
  ),
  innocent('metadata of CDK', {
    CDKMetadata: res(
      'AWS::CDK::Metadata',
      { Analytics: `v2:deflate64:H4sIAAAAAAAA/${noise(300)}=` },
      { Metadata: { 'aws:cdk:path': 'App/DbPassword/Default' } },
    ),
    X: res(
      'AWS::Lambda::Function',
      { Code: { S3Bucket: 'cdk-hnb659fds-assets-111122223333-ap-northeast-1', S3Key: `${hex(64)}.zip` } },
      { Metadata: { 'aws:asset:path': `asset.${hex(64)}`, 'aws:asset:property': 'Code' } },
    ),
  }),
  innocent('hashes in versions', {
    X: res('AWS::Lambda::Version', { CodeSha256: `${noise(43)}=`, FunctionName: 'f' }),
    Y: res('AWS::ApiGateway::Deployment', { RestApiId: ref('X'), Description: `deployment ${hex(32)}` }),
  }),
  innocent('KMS, AMIs, zones and policies', {
    X: res('AWS::KMS::Alias', {
      AliasName: 'alias/password-key',
      TargetKeyId: '1234abcd-12ab-34cd-56ef-1234567890ab',
    }),
    Y: res('AWS::EC2::Instance', { ImageId: 'ami-0123456789abcdef0' }),
    Z: res('AWS::Route53::RecordSet', { HostedZoneId: 'Z2FDTNDATAQYW2' }),
    C: res('AWS::CloudFront::Distribution', {
      DistributionConfig: { DefaultCacheBehavior: { CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6' } },
    }),
  }),
  innocent(
    'descriptions about passwords',
    {
      X: res('AWS::SecretsManager::Secret', {
        Description: 'Password: see the runbook; token = rotated every 30 days',
        GenerateSecretString: {},
      }),
    },
    {
      Description: 'Creates a secret key and a password for the database (user:password pairs are generated)',
    },
  ),
  innocent('a rotation', {
    X: res('AWS::SecretsManager::RotationSchedule', {
      SecretId: 'juki/db',
      HostedRotationLambda: {
        RotationType: 'PostgreSQLSingleUser',
        RotationLambdaName: 'SecretsManagerRotation',
      },
    }),
  }),
  innocent(
    'outputs of ARNs',
    { S: res('AWS::SecretsManager::Secret', { GenerateSecretString: {} }), K: res('AWS::KMS::Key', {}) },
    {
      Outputs: {
        SecretArn: { Value: ref('S') },
        KeyArn: { Value: att('K', 'Arn') },
        DbSecret: { Value: ref('S'), Export: { Name: 'db-secret' } },
        TokenUrl: { Value: 'https://login.example.jp/oauth2/token' },
      },
    },
  ),
  innocent('the token of a custom resource', {
    X: res('Custom::S3AutoDeleteObjects', { ServiceToken: att('P', 'Arn'), BucketName: 'b' }),
    P: res('AWS::Lambda::Function', {}),
  }),
  innocent('actions on secrets', {
    X: res('AWS::IAM::ManagedPolicy', {
      PolicyDocument: {
        Statement: [
          {
            Effect: 'Allow',
            Action: ['secretsmanager:GetSecretValue', 'iam:ChangePassword', 'sts:GetSessionToken'],
            Resource: 'arn:aws:secretsmanager:ap-northeast-1:111122223333:secret:juki-??????',
            Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
          },
        ],
      },
    }),
  }),
  innocent('an API that takes its key from a header', {
    X: res('AWS::ApiGateway::RestApi', {
      ApiKeySourceType: 'HEADER',
      Body: {
        securityDefinitions: { api_key: { type: 'apiKey', name: 'x-api-key', in: 'header' } },
        definitions: {
          Login: {
            properties: {
              password: { type: 'string', description: 'the password' },
              token: { type: 'string' },
            },
          },
        },
      },
    }),
    Y: res('AWS::ApiGateway::Authorizer', { IdentitySource: 'method.request.header.Authorization' }),
  }),
  innocent('a state machine with paths', {
    X: res('AWS::StepFunctions::StateMachine', {
      DefinitionString: JSON.stringify({
        States: {
          A: {
            Type: 'Task',
            Parameters: {
              'password.$': '$.password',
              'token.$': '$$.Task.Token',
              SecretId: 'juki/db',
              'NextToken.$': '$.NextToken',
            },
          },
        },
      }),
    }),
  }),
  innocent('a parameter of Systems Manager that names a secret', {
    X: res('AWS::SSM::Parameter', {
      Name: '/juki/db/secret-arn',
      Type: 'String',
      Value: 'arn:aws:secretsmanager:ap-northeast-1:111122223333:secret:juki-AbCdEf',
    }),
    Y: res('AWS::SSM::Parameter', {
      Name: '/juki/token-endpoint',
      Type: 'String',
      Value: 'https://login.example.jp/token',
    }),
  }),
  innocent('an integration that takes its header from the request', {
    X: res('AWS::ApiGateway::Method', {
      Integration: {
        Credentials: 'arn:aws:iam::111122223333:role/api',
        RequestParameters: {
          'integration.request.header.Authorization': 'method.request.header.Authorization',
        },
      },
    }),
  }),
  innocent('a public key and a certificate signing request', {
    X: res('AWS::IoT::Certificate', { CertificateSigningRequest: pem('CERTIFICATE REQUEST') }),
    Y: res('AWS::CloudFront::PublicKey', {
      PublicKeyConfig: { CallerReference: 'a', Name: 'k', EncodedKey: pem('PUBLIC KEY') },
    }),
  }),
  innocent(
    'managed secrets as outputs',
    { D: res('AWS::RDS::DBCluster', { ManageMasterUserPassword: true }) },
    { Outputs: { MasterSecret: { Value: att('D', 'MasterUserSecret.SecretArn') } } },
  ),
  innocent('a Cognito provider with a fetched secret', {
    X: res('AWS::Cognito::UserPoolIdentityProvider', {
      ProviderDetails: {
        client_id: 'x',
        client_secret: '{{resolve:secretsmanager:idp:SecretString:secret}}',
        attributes_request_method: 'GET',
        token_url: 'https://login.example.jp/token',
      },
    }),
  }),
  innocent('tags about keys', {
    X: res('AWS::S3::Bucket', {
      Tags: [
        { Key: 'secret', Value: 'false' },
        { Key: 'Token', Value: '' },
        { Key: 'owner', Value: 'user:password-team' },
      ],
    }),
  }),
  innocent('a long path in a bucket, a stack id and an image', {
    X: container({
      Image: `111122223333.dkr.ecr.ap-northeast-1.amazonaws.com/app@sha256:${hex(64)}`,
      LogConfiguration: {
        LogDriver: 'awslogs',
        Options: { 'awslogs-group': '/ecs/password-service', 'awslogs-stream-prefix': 'token' },
      },
    }),
  }),
];

describe.each([
  ['properties', PROPERTIES],
  ['environment', ENVIRONMENT],
  ['scripts and code', SCRIPTS],
  ['elsewhere', ELSEWHERE],
] as const)('%s', (_theme, cases) => {
  test.each(cases.map((item) => [`${item.expect}: ${item.name}`, item] as const))('%s', (_name, item) => {
    const { findings } = assessSecrets(item);
    const said = findings.map(
      ({ rule, verdict, property, message }) => `${rule} ${verdict} ${property}: ${message.en}`,
    );
    const verdict = findings.some((finding) => finding.verdict === 'violation')
      ? 'violation'
      : (findings[0]?.verdict ?? 'compliant');
    expect({ verdict, said }).toEqual({ verdict: item.expect, said: verdict === item.expect ? said : [] });
  });
});

test('cases with and without a secret are many', () => {
  const all = [...PROPERTIES, ...ENVIRONMENT, ...SCRIPTS, ...ELSEWHERE];
  const without = all.filter(({ expect: expected }) => expected === 'compliant');
  expect(all.length).toBeGreaterThanOrEqual(150);
  expect(without.length / all.length).toBeGreaterThan(0.25);
});
