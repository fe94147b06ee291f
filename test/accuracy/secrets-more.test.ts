import {
  assessSecrets,
  base64,
  hex,
  innocent,
  keyId,
  noise,
  type SecretCase,
  secret,
  secretKey,
} from './secrets-support';
import { att, ref, res, sub } from './support';

// A second set: mostly what looks like a secret and is none.

const fn = (variables: Record<string, unknown>) =>
  res('AWS::Lambda::Function', { Environment: { Variables: variables } });
const one = (name: string, value: unknown) =>
  innocent(`${name}=${typeof value === 'string' ? value.slice(0, 30) : 'a function'}`, {
    X: fn({ [name]: value }),
  });
const bad = (name: string, value: string) => secret(`${name}, a literal`, { X: fn({ [name]: value }) });
const inline = (code: unknown) => res('AWS::Lambda::Function', { Code: { ZipFile: code } });
const server = (script: string) =>
  res('AWS::EC2::Instance', { UserData: { 'Fn::Base64': `#!/bin/bash\n${script}\n` } });
const param = (name: string, more: object = {}) => ({ Parameters: { [name]: { Type: 'String', ...more } } });

const VARIABLES: readonly SecretCase[] = [
  one('PASSWORD_MAX_AGE_DAYS', '90'),
  one('PASSWORD_POLICY', 'strong-v2'),
  one('SECRET_ROTATION_ENABLED', 'true'),
  one('SECRETS_MANAGER_ENDPOINT', 'https://secretsmanager.ap-northeast-1.amazonaws.com'),
  one('TOKEN_HEADER_NAME', 'x-api-token'),
  one('TOKEN_ISSUER', 'https://cognito-idp.ap-northeast-1.amazonaws.com/ap-northeast-1_AbCdEfGhI'),
  one('API_KEY_PARAMETER', '/juki/prod/api-key'),
  one('API_KEY_ID', 'a1b2c3d4e5'),
  one('AWS_ACCESS_KEY_ID_HEADER', 'x-key-id'),
  one('KMS_KEY', '1234abcd-12ab-34cd-56ef-1234567890ab'),
  one('KMS_KEY_ARN', 'arn:aws:kms:ap-northeast-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'),
  one('ENCRYPTION_KEY_ALIAS', 'alias/juki-data'),
  one('CACHE_KEY', hex(64)),
  one('CACHE_KEY_PREFIX', 'juki:prod:v2'),
  one('PRIMARY_KEY', 'resident_id'),
  one('SORT_KEY', 'createdAt#2024'),
  one('IDEMPOTENCY_KEY', '9f8b7c6d-1234-4abc-9def-1234567890ab'),
  one('OBJECT_KEY', `exports/2024/${hex(32)}.parquet`),
  one('SSH_PUBLIC_KEY', `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${noise(43)} ops`),
  one('AUTH_MODE', 'cognito'),
  one('AUTH_URL', 'https://login.example.jp/oauth2/authorize'),
  one('AUTHOR', 'miyazaki-city'),
  one('COGNITO_CLIENT_ID', '1example23456789abcdefghij'),
  one('USER_POOL_ID', 'ap-northeast-1_AbCdEfGhI'),
  one('BUILD_ID', `juki:${hex(8)}-1234-4abc-9def-1234567890ab`),
  one('GIT_SHA', hex(40)),
  one('ASSET_HASH', hex(64)),
  one('MONKEY', 'business-2024-a'),
  one('KEYBOARD', 'jp106'),
  one('TURKEY_REGION', 'tr-1'),
  one('PASSENGER_COUNT', '12'),
  one('COMPASSION_LEVEL', 'high'),
  one('SECRETARY_MAIL', 'hisho@city.example.jp'),
  one('TOKENIZER', 'kuromoji'),
  one('MAX_OUTPUT_TOKENS', '8192'),
  one(
    'DB_SECRET_ARN',
    sub('arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:juki'),
  ),
  one('DB_PASSWORD', '{{resolve:secretsmanager:juki/db:SecretString:password::}}'),
  one('DB_PASSWORD', {
    'Fn::Join': ['', ['{{resolve:secretsmanager:', 'juki', ':SecretString:password::}}']],
  }),
  one('API_TOKEN', '<INSERT TOKEN HERE>'),
  one('API_TOKEN', '{{ api_token }}'),
  one('API_TOKEN', '%API_TOKEN%'),
  one('API_TOKEN', 'your-token-here'),
  one('API_TOKEN', 'CHANGE_ME'),
  one('PROXY', 'http://proxy.example.jp:3128'),
  one('REPOSITORY', 'git@github.com:miyazaki/juki.git'),
  one('MAIL_FROM', 'smtp://noreply@mail.example.jp:587'),
  one('DSN', 'https://public@sentry.example.jp/1'),
  bad('ADMIN_PASSWORD', 'admin'),
  bad('password', 'Password123'),
  bad('MYSQL_PASSWORD', 'password'),
  bad('JWT_SECRET', 'secret'),
  bad('AWS_SECRET_ACCESS_KEY', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'),
  bad('SIGNING_SECRET', 'kT9x/Qm2Lp0vR7/a8Zc4W'),
  bad('DB_PASSWORD', 'changeme'),
  bad('REDIS_AUTH_TOKEN', 'abcdefghijklmnop'),
  bad('STRIPE_KEY', `sk_test_${noise(24)}`),
  bad('GOOGLE', `AIza${noise(35)}`),
  bad('SMTP_PASS', 'Mail-2024'),
  bad('CLIENT_SECRET', noise(32)),
  bad('DB_CREDENTIALS', '{"username":"juki","password":"Summer2024"}'),
  bad('VAULT', `hvs.${noise(90)}`),
  bad('COOKIE_ENCRYPTION_KEY', base64(noise(24))),
  bad('ROOT_PW', 'Summer2024'),
];

const PLACES: readonly SecretCase[] = [
  innocent('a start script with a placeholder', {
    X: server('echo "password=CHANGE_ME" > /etc/app.conf\necho "api_token: <your token>" >> /etc/app.conf'),
  }),
  innocent('packages called after secrets', {
    X: server(
      'yum install -y python3-keyring libsecret pass gnome-keyring\npip install detect-secrets==1.5.0 token-bucket==0.3.0',
    ),
  }),
  innocent('a checksum', {
    X: server(
      `echo "${hex(64)}  agent.tgz" | sha256sum -c -\nrpm --import https://packages.example.jp/GPG-KEY-example`,
    ),
  }),
  innocent('policy of passwords in a script', {
    X: server(
      "sed -i 's/^PASS_MAX_DAYS.*/PASS_MAX_DAYS 90/' /etc/login.defs\nsed -i 's/PasswordAuthentication yes/PasswordAuthentication no/' /etc/ssh/sshd_config",
    ),
  }),
  innocent('a password that is made in place', {
    X: server(
      'PASSWORD=$(openssl rand -base64 24)\nexport PGPASSWORD="$(aws rds generate-db-auth-token --hostname h --port 5432)"\nmysql -u root --password="$PASSWORD"',
    ),
  }),
  innocent('code with messages', {
    X: inline(
      'if (!password) throw new Error("password: must not be empty");\nconsole.log("token=", mask(token));\nconst secretKeyName = "juki/signing";\nconst h = { "Content-Type": "application/json", Authorization: `Bearer ${token}` };\n',
    ),
  }),
  innocent('code with parameters', {
    X: inline(
      "conn = pymysql.connect(host=host, user=user, password=secret['password'], database=db)\nAPI_KEY = os.getenv('API_KEY')\ntoken = secrets.token_hex(16)\nparser.add_argument('--password', required=True)\n",
    ),
  }),
  innocent('a resolver template', {
    X: res('AWS::AppSync::Resolver', {
      RequestMappingTemplate:
        '{"version":"2018-05-29","nextToken": $util.toJson($ctx.args.nextToken), "token": "$ctx.identity.claims.token"}',
    }),
  }),
  innocent('an OpenAPI document', {
    X: res('AWS::ApiGateway::RestApi', {
      Body: {
        components: {
          schemas: {
            Login: {
              required: ['password'],
              properties: {
                password: { type: 'string', format: 'password', example: 'string' },
                apiKey: { type: 'string' },
              },
            },
          },
          securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
        },
      },
    }),
  }),
  innocent('request validation and quotas', {
    X: res('AWS::ApiGateway::Method', {
      ApiKeyRequired: true,
      RequestParameters: {
        'method.request.header.x-api-key': true,
        'method.request.querystring.token': false,
      },
    }),
    Y: res('AWS::ApiGateway::UsagePlanKey', { KeyType: 'API_KEY', KeyId: ref('K') }),
    K: res('AWS::ApiGateway::ApiKey', { Enabled: true }),
  }),
  innocent('a GitHub connection', {
    X: res('AWS::CodePipeline::Pipeline', {
      Stages: [
        {
          Name: 'S',
          Actions: [
            {
              Name: 'A',
              Configuration: {
                ConnectionArn:
                  'arn:aws:codeconnections:ap-northeast-1:111122223333:connection/1234abcd-12ab-34cd-56ef-1234567890ab',
                OAuthToken: '{{resolve:secretsmanager:github:SecretString:token}}',
              },
            },
          ],
        },
      ],
    }),
  }),
  innocent('a federated role', {
    X: res('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Effect: 'Allow',
            Principal: {
              Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
            },
            Action: 'sts:AssumeRoleWithWebIdentity',
            Condition: {
              StringEquals: {
                'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
                'token.actions.githubusercontent.com:sub': 'repo:miyazaki/juki:ref:refs/heads/main',
              },
            },
          },
        ],
      },
    }),
    P: res('AWS::IAM::OIDCProvider', {
      Url: 'https://token.actions.githubusercontent.com',
      ThumbprintList: [hex(40)],
    }),
  }),
  innocent('a Cognito pool', {
    X: res('AWS::Cognito::UserPool', {
      AutoVerifiedAttributes: ['email'],
      LambdaConfig: { PreTokenGeneration: att('F', 'Arn') },
      Schema: [{ Name: 'api_token', AttributeDataType: 'String' }],
      EmailVerificationMessage: 'Your password reset code: {####}',
    }),
    F: res('AWS::Lambda::Function', {}),
    C: res('AWS::Cognito::UserPoolClient', {
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      RefreshTokenValidity: 1,
    }),
  }),
  innocent('a table of keys', {
    X: res('AWS::Glue::Table', {
      TableInput: {
        StorageDescriptor: {
          Columns: [
            { Name: 'password', Type: 'string' },
            { Name: 'api_key', Type: 'string' },
          ],
        },
      },
    }),
  }),
  innocent('alarms and filters on tokens', {
    X: res('AWS::CloudWatch::Alarm', { Dimensions: [{ Name: 'ApiKey', Value: 'juki-portal' }] }),
    Y: res('AWS::Logs::MetricFilter', {
      FilterPattern: '{ ($.errorCode = "InvalidToken") || ($.eventName = "GetSecretValue") }',
    }),
  }),
  innocent('a firewall rule on a header', {
    X: res('AWS::WAFv2::WebACL', {
      TokenDomains: ['example.jp'],
      Rules: [
        {
          Name: 'token',
          Statement: {
            ByteMatchStatement: {
              FieldToMatch: { SingleHeader: { Name: 'authorization' } },
              SearchString: 'Bearer',
            },
          },
        },
      ],
    }),
  }),
  innocent(
    'a stack of CDK',
    {
      X: res(
        'AWS::Lambda::Function',
        {
          Code: {
            S3Bucket: sub('cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}'),
            S3Key: `${hex(64)}.zip`,
          },
          Environment: { Variables: { AWS_CDK_TOKEN_LIST: '${Token[AWS.AccountId.4]}' } },
        },
        { Metadata: { 'aws:cdk:path': 'Stack/ApiKeySecret/Resource', 'aws:asset:path': `asset.${hex(64)}` } },
      ),
    },
    {
      Rules: {
        CheckBootstrapVersion: {
          Assertions: [
            {
              Assert: { 'Fn::Not': [{ 'Fn::Contains': [['1', '2'], ref('BootstrapVersion')] }] },
              AssertDescription: 'CDK bootstrap stack version 6 required.',
            },
          ],
        },
      },
      ...param('BootstrapVersion', {
        Type: 'AWS::SSM::Parameter::Value<String>',
        Default: '/cdk-bootstrap/hnb659fds/version',
      }),
    },
  ),
  innocent('a dashboard', {
    X: res('AWS::CloudWatch::Dashboard', {
      DashboardBody: JSON.stringify({
        widgets: [
          {
            type: 'metric',
            properties: { title: 'Token errors', metrics: [['Juki', 'TokenErrors', 'ApiKey', 'portal']] },
          },
        ],
      }),
    }),
  }),
  innocent('an association of an agent', {
    X: res('AWS::SSM::Association', {
      Name: 'AWS-ConfigureAWSPackage',
      Parameters: { action: ['Install'], name: ['AmazonCloudWatchAgent'] },
    }),
    D: res('AWS::SSM::Document', {
      Content: {
        schemaVersion: '2.2',
        parameters: {
          AdminPasswordSecretName: { type: 'String', default: 'juki/admin' },
          Password: { type: 'String' },
        },
        mainSteps: [],
      },
    }),
  }),
  innocent('dynamic references in a nested stack', {
    X: res('AWS::CloudFormation::Stack', {
      TemplateURL: 'https://s3.amazonaws.com/b/t.yaml',
      Parameters: {
        DbPassword: '{{resolve:secretsmanager:juki:SecretString:password}}',
        KeyName: 'ops',
        TokenTable: ref('T'),
      },
    }),
    T: res('AWS::DynamoDB::Table', {}),
  }),
  innocent(
    'conditions on what is no secret',
    {},
    {
      ...param('UseToken', { Default: 'no', AllowedValues: ['yes', 'no'] }),
      Conditions: { T: { 'Fn::Equals': [ref('UseToken'), 'yes'] } },
    },
  ),
  innocent(
    'a NoEcho parameter that may be empty',
    {},
    {
      ...param('DbPassword', { NoEcho: true, Default: '' }),
      Conditions: { Given: { 'Fn::Not': [{ 'Fn::Equals': [ref('DbPassword'), ''] }] } },
    },
  ),
  innocent('integrity of scripts', {
    X: inline(`<script src="a.js" integrity="sha384-${noise(64)}" crossorigin></script>`),
  }),
  innocent('a private key that is put in', {
    X: server('echo "-----BEGIN RSA PRIVATE KEY-----" | grep -c KEY\nopenssl genrsa -out /etc/key.pem 3072'),
  }),
  innocent('an example with a fetched header', {
    X: res('AWS::Events::Connection', {
      AuthorizationType: 'API_KEY',
      AuthParameters: {
        ApiKeyAuthParameters: {
          ApiKeyName: 'x-api-key',
          ApiKeyValue: '{{resolve:secretsmanager:api:SecretString:key}}',
        },
      },
    }),
  }),
  innocent('a listener with a fetched client secret', {
    X: res('AWS::ElasticLoadBalancingV2::Listener', {
      DefaultActions: [
        {
          Type: 'authenticate-oidc',
          AuthenticateOidcConfig: {
            ClientId: 'juki',
            ClientSecret: '{{resolve:secretsmanager:oidc:SecretString:secret}}',
            TokenEndpoint: 'https://login.example.jp/token',
          },
        },
      ],
    }),
  }),
  secret('the example keys of AWS in code', {
    X: inline("s3 = boto3.client('s3', aws_secret_access_key='wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY')\n"),
  }),
  secret('the example keys of AWS in a script', {
    X: server('aws configure set aws_secret_access_key wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'),
  }),
  secret('a key pair among the arguments of a job', {
    X: res('AWS::Glue::Job', {
      DefaultArguments: { '--extra': `fs.s3a.access.key=${keyId()},fs.s3a.secret.key=${secretKey()}` },
    }),
  }),
  secret('a connection to Redshift in code', {
    X: inline("conn = psycopg2.connect('dbname=juki user=juki password=Summer2024 host=db')\n"),
  }),
  secret('a connection by EventBridge', {
    X: res('AWS::Events::Connection', {
      AuthParameters: {
        InvocationHttpParameters: {
          HeaderParameters: [{ Key: 'x-api-key', Value: hex(32), IsValueSecret: true }],
        },
      },
    }),
  }),
  secret('a Windows script', {
    X: res('AWS::EC2::Instance', {
      UserData: { 'Fn::Base64': '<powershell>\n$AdminPassword = "Summer2024!"\n</powershell>' },
    }),
  }),
  secret('cloud-init', {
    X: res('AWS::EC2::LaunchTemplate', {
      LaunchTemplateData: {
        UserData: {
          'Fn::Base64':
            '#cloud-config\nchpasswd:\n  list: |\n    root:x\nusers:\n  - name: ops\n    plain_text_passwd: Summer2024\n',
        },
      },
    }),
  }),
  secret('a hashed password in cloud-init', {
    X: res('AWS::EC2::Instance', {
      UserData: {
        'Fn::Base64': `#cloud-config\nusers:\n  - name: ops\n    passwd: $6$${noise(8)}$${noise(86)}\n`,
      },
    }),
  }),
  secret('a kubeconfig', {
    X: res('AWS::SSM::Parameter', {
      Name: 'kubeconfig',
      Type: 'String',
      Value: `users:\n- name: admin\n  user:\n    token: ${noise(60)}\n`,
    }),
  }),
  secret('Docker configuration', {
    X: server(
      `cat > /root/.docker/config.json <<EOF\n{"auths":{"registry.example.jp":{"auth":"${base64('juki:Summer2024')}"}}}\nEOF`,
    ),
  }),
  secret('npmrc', { X: server(`echo "//registry.npmjs.org/:_authToken=npm_${noise(36)}" > .npmrc`) }),
  secret(
    'an output of a connection string',
    {},
    { Outputs: { Url: { Value: 'postgres://juki:Summer2024@db.local/juki' } } },
  ),
  secret(
    'an exported parameter',
    {},
    {
      ...param('DbPassword', { NoEcho: true }),
      Outputs: { Pw: { Value: sub('${DbPassword}'), Export: { Name: 'pw' } } },
    },
  ),
  secret(
    'a function that puts together an address',
    {},
    { Mappings: { Db: { prod: { Url: 'mysql://root:toor1234@db.local/juki' } } } },
  ),
];

describe.each([
  ['variables', VARIABLES],
  ['places', PLACES],
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
