import { CognitoMfaRequired } from '../../../lib/rules/identity/CognitoMfaRequired';
import { DefaultAdministratorRenamed } from '../../../lib/rules/identity/DefaultAdministratorRenamed';
import { ImdsV2Required } from '../../../lib/rules/identity/ImdsV2Required';
import { NoPlainSecretInEnvironment } from '../../../lib/rules/identity/NoPlainSecretInEnvironment';
import { NoPlainSecretInProperties } from '../../../lib/rules/identity/NoPlainSecretInProperties';
import { ruleCases } from '../../helpers/rule-cases';

const resource = (Type: string, Properties: Record<string, unknown> = {}) => ({ Type, Properties });
const database = (properties: Record<string, unknown>) => resource('AWS::RDS::DBInstance', properties);
const secret = (username: string, more: Record<string, unknown> = {}) =>
  resource('AWS::SecretsManager::Secret', {
    GenerateSecretString: {
      SecretStringTemplate: JSON.stringify({ username }),
      GenerateStringKey: 'password',
    },
    ...more,
  });
const resolved = (id: unknown, key: string) => ({
  'Fn::Join': ['', ['{{resolve:secretsmanager:', id, `:SecretString:${key}::}}`]],
});
const server = (script: unknown) => resource('AWS::EC2::Instance', { UserData: { 'Fn::Base64': script } });
const value = { Value: { Type: 'String' } };
const noEcho = (more: Record<string, unknown> = {}) => ({ Value: { Type: 'String', NoEcho: true, ...more } });
const parameter = { Ref: 'Value' };

ruleCases(DefaultAdministratorRenamed, [
  {
    name: 'accepts a name of its own',
    expect: 'compliant',
    resources: { D: database({ MasterUsername: 'miyazaki_dba7' }) },
  },
  {
    name: 'refuses admin',
    expect: 'violation',
    resources: { D: database({ MasterUsername: 'admin' }) },
    property: 'MasterUsername',
  },
  {
    name: 'compares without case',
    expect: 'violation',
    resources: { D: resource('AWS::RDS::DBCluster', { MasterUsername: 'Postgres' }) },
  },
  {
    name: 'asks it beside a managed password',
    expect: 'violation',
    resources: { D: database({ MasterUsername: 'root', ManageMasterUserPassword: true }) },
  },
  {
    name: 'follows a reference to a secret, as CDK writes it',
    expect: 'violation',
    subject: 'D',
    resources: { S: secret('admin'), D: database({ MasterUsername: resolved({ Ref: 'S' }, 'username') }) },
    message: /"admin" \(S\)/,
  },
  {
    name: 'follows it through Sub',
    expect: 'compliant',
    subject: 'D',
    resources: {
      S: secret('miyazaki_dba7'),
      D: database({ MasterUsername: { 'Fn::Sub': '{{resolve:secretsmanager:${S}:SecretString:username}}' } }),
    },
  },
  {
    name: 'follows it through an attachment',
    expect: 'violation',
    subject: 'C',
    resources: {
      S: secret('admin'),
      A: resource('AWS::SecretsManager::SecretTargetAttachment', {
        SecretId: { Ref: 'S' },
        TargetId: 'x',
        TargetType: 'AWS::RDS::DBCluster',
      }),
      C: resource('AWS::DocDB::DBCluster', { MasterUsername: resolved({ Ref: 'A' }, 'username') }),
    },
  },
  {
    name: 'follows it by the name of the secret',
    expect: 'violation',
    subject: 'D',
    resources: {
      S: secret('admin', { Name: 'db/master' }),
      D: database({ MasterUsername: '{{resolve:secretsmanager:db/master:SecretString:username}}' }),
    },
  },
  {
    name: 'reads a template that is built around a parameter',
    expect: 'undetermined',
    subject: 'D',
    template: {
      Parameters: value,
      Resources: {
        S: resource('AWS::SecretsManager::Secret', {
          GenerateSecretString: {
            SecretStringTemplate: { 'Fn::Sub': '{"username":"${Value}"}' },
            GenerateStringKey: 'password',
          },
        }),
        D: database({ MasterUsername: resolved({ Ref: 'S' }, 'username') }),
      },
    },
  },
  {
    name: 'accepts a name that is made up',
    expect: 'compliant',
    subject: 'D',
    resources: {
      S: resource('AWS::SecretsManager::Secret', {
        GenerateSecretString: { SecretStringTemplate: '{}', GenerateStringKey: 'username' },
      }),
      D: database({ MasterUsername: resolved({ Ref: 'S' }, 'username') }),
    },
  },
  {
    name: 'does not know a secret outside',
    expect: 'undetermined',
    resources: {
      D: database({ MasterUsername: '{{resolve:secretsmanager:elsewhere:SecretString:username}}' }),
    },
  },
  {
    name: 'does not trust the default of a parameter',
    expect: 'undetermined',
    template: {
      Parameters: { Value: { Type: 'String', Default: 'dba7' } },
      Resources: { D: database({ MasterUsername: parameter }) },
    },
  },
  {
    name: 'leaves a member to its cluster',
    expect: 'compliant',
    subject: 'D',
    resources: {
      C: resource('AWS::RDS::DBCluster', { MasterUsername: 'dba7' }),
      D: database({ DBClusterIdentifier: { Ref: 'C' } }),
    },
  },
  {
    name: 'leaves a replica to its source',
    expect: 'compliant',
    resources: { D: database({ SourceDBInstanceIdentifier: 'source' }) },
  },
  {
    name: 'asks for evidence of a snapshot',
    expect: 'evidence',
    resources: { D: database({ DBSnapshotIdentifier: 'snapshot' }) },
  },
  {
    name: 'takes an empty snapshot for none',
    expect: 'violation',
    resources: { D: database({ DBSnapshotIdentifier: '', MasterUsername: 'admin' }) },
  },
  {
    name: 'leaves the second cluster of a global one to the first',
    expect: 'compliant',
    resources: { C: resource('AWS::RDS::DBCluster', { GlobalClusterIdentifier: 'g' }) },
  },
  {
    name: 'asks it of OpenSearch',
    expect: 'violation',
    resources: {
      O: resource('AWS::OpenSearchService::Domain', {
        AdvancedSecurityOptions: { MasterUserOptions: { MasterUserName: 'admin' } },
      }),
    },
  },
  {
    name: 'accepts an OpenSearch domain with an administrator by ARN',
    expect: 'compliant',
    resources: {
      O: resource('AWS::OpenSearchService::Domain', {
        AdvancedSecurityOptions: { MasterUserOptions: { MasterUserARN: 'arn' } },
      }),
    },
  },
  {
    name: 'asks it of each user of a broker',
    expect: 'violation',
    resources: {
      M: resource('AWS::AmazonMQ::Broker', { Users: [{ Username: 'queue7' }, { Username: 'admin' }] }),
    },
    property: 'Users[1].Username',
  },
  {
    name: 'follows the profile',
    expect: 'violation',
    profile: { defaultAdministratorNames: ['DBA7'] },
    resources: { D: database({ MasterUsername: 'dba7' }) },
  },
]);

ruleCases(NoPlainSecretInProperties, [
  {
    name: 'accepts a dynamic reference',
    expect: 'compliant',
    resources: { D: database({ MasterUserPassword: '{{resolve:secretsmanager:db:SecretString:password}}' }) },
  },
  {
    name: 'accepts a managed password',
    expect: 'compliant',
    resources: { D: database({ ManageMasterUserPassword: true }) },
  },
  {
    name: 'refuses a literal',
    expect: 'violation',
    resources: { D: database({ MasterUserPassword: 'Summer2024' }) },
    message: /withheld/,
  },
  {
    name: 'refuses a plain parameter of Systems Manager',
    expect: 'violation',
    resources: { D: database({ MasterUserPassword: '{{resolve:ssm:/db/password:1}}' }) },
  },
  {
    name: 'accepts a NoEcho parameter',
    expect: 'compliant',
    template: { Parameters: noEcho(), Resources: { D: database({ MasterUserPassword: parameter }) } },
  },
  {
    name: 'refuses what the name of the stack gives away',
    expect: 'violation',
    resources: { D: database({ MasterUserPassword: { 'Fn::Sub': 'Passw0rd-${AWS::StackName}' } }) },
  },
  {
    name: 'takes an ARN of the own account for no password',
    expect: 'undetermined',
    resources: {
      D: database({
        MasterUserPassword: {
          'Fn::Sub': 'arn:aws:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:juki',
        },
      }),
    },
  },
  {
    name: 'refuses a NoEcho parameter in a start script, which the server shows',
    expect: 'violation',
    property: 'UserData',
    template: {
      Parameters: { AgentPassword: { Type: 'String', NoEcho: true } },
      Resources: { I: server({ 'Fn::Sub': '#!/bin/bash\nregister --password ${AgentPassword}\n' }) },
    },
  },
  {
    name: 'accepts a NoEcho parameter in a start script that is no credential',
    expect: 'compliant',
    template: {
      Parameters: { SiteName: { Type: 'String', NoEcho: true } },
      Resources: { I: server({ 'Fn::Sub': '#!/bin/bash\nregister --site ${SiteName}\n' }) },
    },
  },
  {
    name: 'refuses a private key in a start script, cut off or not',
    expect: 'violation',
    property: 'UserData',
    resources: {
      I: server(
        `#!/bin/bash\ncat > key.pem <<EOF\n${['-----BEGIN RSA ', 'PRIVATE KEY-----'].join('')}\nMIIEowIBAAKCAQEA7\nEOF\n`,
      ),
    },
  },
  {
    name: 'accepts the mere headings of a private key',
    expect: 'compliant',
    resources: {
      I: server(`#!/bin/bash\ngrep -q '${['-----BEGIN RSA ', 'PRIVATE KEY-----'].join('')}' key.pem\n`),
    },
  },
  {
    name: 'refuses a NoEcho parameter whose default gives it away',
    expect: 'violation',
    template: {
      Parameters: noEcho({ Default: 'Summer2024' }),
      Resources: { D: database({ MasterUserPassword: parameter }) },
    },
  },
  {
    name: 'refuses a parameter that is shown',
    expect: 'violation',
    template: { Parameters: value, Resources: { D: database({ MasterUserPassword: parameter }) } },
  },
  {
    name: 'cannot tell what is imported',
    expect: 'undetermined',
    resources: { D: database({ MasterUserPassword: { 'Fn::ImportValue': 'password' } }) },
  },
  {
    name: 'refuses one choice of two',
    expect: 'violation',
    template: {
      Parameters: { Value: { Type: 'String', AllowedValues: ['a', 'b'] } },
      Conditions: { A: { 'Fn::Equals': [parameter, 'a'] } },
      Resources: {
        D: database({
          MasterUserPassword: { 'Fn::If': ['A', 'Summer2024', '{{resolve:secretsmanager:db}}'] },
        }),
      },
    },
    message: /when Value is "a"/,
  },
  {
    name: 'looks into lists',
    expect: 'violation',
    resources: {
      M: resource('AWS::AmazonMQ::Broker', { Users: [{ Username: 'u', Password: 'Summer2024' }] }),
    },
  },
  { name: 'accepts a secret that is made up', expect: 'compliant', resources: { S: secret('dba7') } },
  {
    name: 'looks into lists of lists',
    expect: 'violation',
    resources: {
      P: resource('AWS::CodePipeline::Pipeline', {
        Stages: [{ Actions: [{ Configuration: { Owner: 'city', OAuthToken: 'ghp_0123456789' } }] }],
      }),
    },
  },
  {
    name: 'refuses the key of a VPN tunnel',
    expect: 'violation',
    resources: {
      V: resource('AWS::EC2::VPNConnection', {
        VpnTunnelOptionsSpecifications: [{ PreSharedKey: 'Summer2024' }],
      }),
    },
    property: 'VpnTunnelOptionsSpecifications[0].PreSharedKey',
  },
  {
    name: 'takes the ARN of a connection for no token',
    expect: 'compliant',
    resources: {
      T: resource('AWS::CodeBuild::SourceCredential', {
        AuthType: 'CODECONNECTIONS',
        Token: 'arn:aws:codeconnections:ap-northeast-1:111122223333:connection/c',
      }),
    },
  },
  {
    name: 'refuses an access key in a start script',
    expect: 'violation',
    resources: {
      I: server({
        'Fn::Sub': `#!/bin/bash\nREGION=\${AWS::Region}\nexport AWS_ACCESS_KEY_ID=AKIA${'Q'.repeat(16)}\n`,
      }),
    },
    property: 'UserData',
    message: /L3/,
  },
  {
    name: 'refuses a password in a start script that is Base64 already',
    expect: 'violation',
    resources: {
      L: resource('AWS::EC2::LaunchTemplate', {
        LaunchTemplateData: {
          UserData: Buffer.from("#!/bin/bash\nDB_PASSWORD='Summer2024'\n").toString('base64'),
        },
      }),
    },
  },
  {
    name: 'accepts a start script that fetches its password',
    expect: 'compliant',
    resources: {
      I: server(
        '#!/bin/bash\nDB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id db)\nDB_PASSWORD_FILE=/run/db\n',
      ),
    },
  },
  {
    name: 'cannot read an imported start script',
    expect: 'undetermined',
    resources: { I: server({ 'Fn::ImportValue': 'script' }) },
  },
  {
    name: 'accepts a server without a script',
    expect: 'compliant',
    resources: { I: resource('AWS::EC2::Instance') },
  },
  {
    name: 'refuses a password by which cfn-init fetches files',
    expect: 'violation',
    resources: {
      I: {
        ...resource('AWS::EC2::Instance'),
        Metadata: {
          'AWS::CloudFormation::Authentication': {
            files: { type: 'basic', username: 'u', password: 'Summer2024', uris: ['https://files.example'] },
          },
        },
      },
    },
  },
  {
    name: 'refuses a secret that is written out',
    expect: 'violation',
    resources: { S: resource('AWS::SecretsManager::Secret', { SecretString: 'Summer2024' }) },
  },
  {
    name: 'refuses a password in the JSON of a secret',
    expect: 'violation',
    resources: {
      S: resource('AWS::SecretsManager::Secret', {
        SecretString: '{"username":"dba7","password":"Summer2024"}',
      }),
    },
  },
  {
    name: 'accepts a secret that holds addresses only',
    expect: 'compliant',
    resources: {
      S: resource('AWS::SecretsManager::Secret', { SecretString: '{"username":"dba7","host":"db.local"}' }),
    },
  },
  {
    name: 'accepts a NoEcho parameter in the JSON of a secret',
    expect: 'compliant',
    template: {
      Parameters: noEcho(),
      Resources: {
        S: resource('AWS::SecretsManager::Secret', {
          SecretString: { 'Fn::Sub': '{"username":"dba7","password":"${Value}"}' },
        }),
      },
    },
  },
  {
    name: 'refuses a shown parameter in the JSON of a secret',
    expect: 'violation',
    template: {
      Parameters: value,
      Resources: {
        S: resource('AWS::SecretsManager::Secret', {
          SecretString: { 'Fn::Sub': '{"username":"dba7","password":"${Value}"}' },
        }),
      },
    },
  },
]);

const lambda = (Variables: unknown) => resource('AWS::Lambda::Function', { Environment: { Variables } });
const task = (...Environment: readonly unknown[]) =>
  resource('AWS::ECS::TaskDefinition', { ContainerDefinitions: [{ Environment }] });

ruleCases(NoPlainSecretInEnvironment, [
  {
    name: 'accepts other variables',
    expect: 'compliant',
    resources: { F: lambda({ TABLE: 't', TOKEN_TABLE: 'x' }) },
  },
  {
    name: 'refuses a password',
    expect: 'violation',
    resources: { F: lambda({ DB_PASSWORD: 'Summer2024' }) },
    property: 'Environment.Variables.DB_PASSWORD',
    message: /withheld/,
  },
  {
    name: 'refuses an access key under whatever name',
    expect: 'violation',
    resources: { F: lambda({ FIRST: `AKIA${'Q'.repeat(16)}` }) },
  },
  {
    name: 'reads the options of Elastic Beanstalk',
    expect: 'violation',
    resources: {
      E: resource('AWS::ElasticBeanstalk::Environment', {
        OptionSettings: [
          {
            Namespace: 'aws:elasticbeanstalk:application:environment',
            OptionName: 'DB_PASSWORD',
            Value: 'Summer2024',
          },
        ],
      }),
    },
  },
  {
    name: 'reads maps in lists',
    expect: 'violation',
    resources: {
      M: resource('AWS::SageMaker::Model', {
        Containers: [{ Image: 'i' }, { Environment: { API_TOKEN: 'Summer2024' } }],
      }),
    },
  },
  {
    name: 'reads other spellings',
    expect: 'violation',
    resources: { F: lambda({ dbPassword: 'Summer2024' }) },
  },
  {
    name: 'reads lists',
    expect: 'violation',
    resources: { T: task({ Name: 'A', Value: 'a' }, { Name: 'API_KEY', Value: 'k' }) },
  },
  {
    name: 'accepts the ARN of a secret',
    expect: 'compliant',
    resources: { F: lambda({ DB_SECRET: 'arn:aws:secretsmanager:ap-northeast-1:123456789012:secret:db' }) },
  },
  {
    name: 'accepts a reference to a secret',
    expect: 'compliant',
    subject: 'F',
    resources: { S: secret('dba7'), F: lambda({ DB_SECRET: { Ref: 'S' } }) },
  },
  {
    name: 'cannot tell a path from a name',
    expect: 'undetermined',
    resources: { F: lambda({ DB_SECRET: 'prod/db' }) },
  },
  {
    name: 'refuses a parameter that is shown',
    expect: 'violation',
    template: { Parameters: value, Resources: { F: lambda({ API_TOKEN: parameter }) } },
  },
  {
    name: 'refuses a NoEcho parameter, which is shown in the environment',
    expect: 'violation',
    template: { Parameters: noEcho(), Resources: { F: lambda({ API_TOKEN: parameter }) } },
  },
  {
    name: 'refuses a NoEcho password within an address',
    expect: 'violation',
    template: {
      Parameters: { DbPassword: { Type: 'String', NoEcho: true } },
      Resources: {
        F: lambda({ DATABASE_URL: { 'Fn::Sub': 'postgresql://juki:${DbPassword}@db.local/juki' } }),
      },
    },
  },
  {
    name: 'accepts a NoEcho parameter that is no credential by any name',
    expect: 'compliant',
    template: {
      Parameters: { DbUser: { Type: 'String', NoEcho: true } },
      Resources: { F: lambda({ DB_USER: { Ref: 'DbUser' } }) },
    },
  },
  {
    name: 'refuses plain text in a build',
    expect: 'violation',
    resources: {
      B: resource('AWS::CodeBuild::Project', {
        Environment: { EnvironmentVariables: [{ Name: 'TOKEN', Value: 'k' }] },
      }),
    },
  },
  {
    name: 'accepts the name of a secret in a build',
    expect: 'compliant',
    resources: {
      B: resource('AWS::CodeBuild::Project', {
        Environment: { EnvironmentVariables: [{ Name: 'TOKEN', Value: 'k', Type: 'SECRETS_MANAGER' }] },
      }),
    },
  },
]);

const template = (MetadataOptions?: unknown, more: Record<string, unknown> = {}) =>
  resource('AWS::EC2::LaunchTemplate', {
    LaunchTemplateData: MetadataOptions === undefined ? {} : { MetadataOptions },
    ...more,
  });
const instance = (properties: Record<string, unknown>) => resource('AWS::EC2::Instance', properties);

ruleCases(ImdsV2Required, [
  {
    name: 'accepts tokens that are required',
    expect: 'compliant',
    resources: { T: template({ HttpTokens: 'required' }) },
  },
  {
    name: 'refuses optional tokens',
    expect: 'violation',
    resources: { T: template({ HttpTokens: 'optional' }) },
  },
  { name: 'reads absence as optional', expect: 'violation', resources: { T: template() } },
  {
    name: 'accepts a service that is off',
    expect: 'compliant',
    resources: { T: template({ HttpEndpoint: 'disabled' }) },
  },
  { name: 'refuses an instance without options', expect: 'violation', resources: { I: instance({}) } },
  {
    name: 'accepts an instance with options of its own',
    expect: 'compliant',
    resources: { I: instance({ MetadataOptions: { HttpTokens: 'required' } }) },
  },
  {
    name: 'looks into the launch template of an instance',
    expect: 'compliant',
    subject: 'I',
    resources: {
      T: template({ HttpTokens: 'required' }),
      I: instance({ LaunchTemplate: { LaunchTemplateId: { Ref: 'T' }, Version: '1' } }),
    },
  },
  {
    name: 'finds the launch template by its name, as CDK writes it',
    expect: 'compliant',
    subject: 'I',
    resources: {
      T: template({ HttpTokens: 'required' }, { LaunchTemplateName: 'lt' }),
      I: instance({ LaunchTemplate: { LaunchTemplateName: 'lt', Version: '1' } }),
    },
  },
  {
    name: 'refuses an instance whose launch template does not require them',
    expect: 'violation',
    subject: 'I',
    resources: { T: template(), I: instance({ LaunchTemplate: { LaunchTemplateId: { Ref: 'T' } } }) },
  },
  {
    name: 'does not know a launch template outside',
    expect: 'undetermined',
    resources: { I: instance({ LaunchTemplate: { LaunchTemplateId: 'lt-0123456789abcdef0' } }) },
    message: /launch template/,
  },
  {
    name: 'refuses a launch configuration without options',
    expect: 'violation',
    resources: { C: resource('AWS::AutoScaling::LaunchConfiguration') },
  },
  {
    name: 'asks version 2 of a notebook',
    expect: 'violation',
    resources: { N: resource('AWS::SageMaker::NotebookInstance') },
  },
  {
    name: 'does not know a parameter',
    expect: 'undetermined',
    template: { Parameters: value, Resources: { T: template({ HttpTokens: parameter }) } },
  },
]);

const pool = (MfaConfiguration?: unknown) =>
  resource('AWS::Cognito::UserPool', MfaConfiguration === undefined ? {} : { MfaConfiguration });

ruleCases(CognitoMfaRequired, [
  { name: 'accepts ON', expect: 'compliant', resources: { P: pool('ON') } },
  { name: 'refuses OPTIONAL', expect: 'violation', resources: { P: pool('OPTIONAL') } },
  { name: 'reads absence as OFF', expect: 'violation', zone: 'lgwan', resources: { P: pool() } },
  {
    name: 'asks for evidence in the Internet zone',
    expect: 'evidence',
    zone: 'internet',
    resources: { P: pool('OPTIONAL') },
  },
  {
    name: 'accepts ON in the Internet zone',
    expect: 'compliant',
    zone: 'internet',
    resources: { P: pool('ON') },
  },
  {
    name: 'cannot tell where no zone is declared',
    expect: 'undetermined',
    zone: 'none',
    resources: { P: pool('OFF') },
    message: /jichitai:zone/,
  },
  {
    name: 'does not know a parameter',
    expect: 'undetermined',
    template: { Parameters: value, Resources: { P: pool(parameter) } },
  },
]);
