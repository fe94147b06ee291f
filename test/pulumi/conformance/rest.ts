import { one, situation } from '../conformance-forms';
import type { Situation } from './situation';

const KEY = 'arn:aws:kms:ap-northeast-1:111122223333:key/0f1e2d3c-0000-4000-8000-000000000000';
const ROLE = 'arn:aws:iam::111122223333:role/city';

const pool = (mfa: string, length: number) => {
  const kinds = {
    requireLowercase: true,
    requireNumbers: true,
    requireSymbols: true,
    requireUppercase: true,
  };
  return one(
    [
      'AWS::Cognito::UserPool',
      {
        MfaConfiguration: mfa,
        Policies: {
          PasswordPolicy: {
            MinimumLength: length,
            RequireLowercase: true,
            RequireNumbers: true,
            RequireSymbols: true,
            RequireUppercase: true,
          },
        },
      },
    ],
    [
      'aws:cognito/userPool:UserPool',
      { mfaConfiguration: mfa, passwordPolicy: { minimumLength: length, ...kinds } },
    ],
  );
};

const build = (isPrivileged: boolean, value: string) =>
  one(
    [
      'AWS::CodeBuild::Project',
      {
        Artifacts: { Type: 'NO_ARTIFACTS' },
        Environment: {
          ComputeType: 'BUILD_GENERAL1_SMALL',
          Image: 'aws/codebuild/amazonlinux-x86_64-standard:5.0',
          Type: 'LINUX_CONTAINER',
          PrivilegedMode: isPrivileged,
          EnvironmentVariables: [{ Name: 'DB_PASSWORD', Value: value, Type: 'PLAINTEXT' }],
        },
        ServiceRole: ROLE,
        Source: { Type: 'CODECOMMIT', Location: 'https://git.example.jp/city' },
      },
    ],
    [
      'aws:codebuild/project:Project',
      {
        artifacts: { type: 'NO_ARTIFACTS' },
        environment: {
          computeType: 'BUILD_GENERAL1_SMALL',
          image: 'aws/codebuild/amazonlinux-x86_64-standard:5.0',
          type: 'LINUX_CONTAINER',
          privilegedMode: isPrivileged,
          environmentVariables: [{ name: 'DB_PASSWORD', value, type: 'PLAINTEXT' }],
        },
        serviceRole: ROLE,
        source: { type: 'CODECOMMIT', location: 'https://git.example.jp/city' },
      },
    ],
  );

const jdbc = (properties: Record<string, string>) =>
  one(
    [
      'AWS::Glue::Connection',
      {
        CatalogId: '111122223333',
        ConnectionInput: { ConnectionType: 'JDBC', ConnectionProperties: properties },
      },
    ],
    // The package's default is JDBC.
    ['aws:glue/connection:Connection', { catalogId: '111122223333', connectionProperties: properties }],
  );

const notebook = (word: string) =>
  one(
    [
      'AWS::SageMaker::NotebookInstance',
      { InstanceType: 'ml.t3.medium', RoleArn: ROLE, RootAccess: word, DirectInternetAccess: word },
    ],
    [
      'aws:sagemaker/notebookInstance:NotebookInstance',
      { instanceType: 'ml.t3.medium', roleArn: ROLE, rootAccess: word, directInternetAccess: word },
    ],
  );

const variant = { VariantName: 'all', ModelName: 'speech', InitialVariantWeight: 1 };
const serverless = one(
  [
    'AWS::SageMaker::EndpointConfig',
    { ProductionVariants: [{ ...variant, ServerlessConfig: { MaxConcurrency: 5, MemorySizeInMB: 2048 } }] },
  ],
  [
    'aws:sagemaker/endpointConfiguration:EndpointConfiguration',
    {
      productionVariants: [
        {
          variantName: 'all',
          modelName: 'speech',
          initialVariantWeight: 1,
          serverlessConfig: { maxConcurrency: 5, memorySizeInMb: 2048 },
        },
      ],
    },
  ],
);

const server = (policy?: string) =>
  one(
    [
      'AWS::Transfer::Server',
      { Protocols: ['SFTP'], ...(policy === undefined ? {} : { SecurityPolicyName: policy }) },
    ],
    [
      'aws:transfer/server:Server',
      { protocols: ['SFTP'], ...(policy === undefined ? {} : { securityPolicyName: policy }) },
    ],
  );

const graph = (level: string) =>
  one(
    [
      'AWS::AppSync::GraphQLApi',
      {
        Name: 'city',
        AuthenticationType: 'AWS_IAM',
        LogConfig: { CloudWatchLogsRoleArn: ROLE, FieldLogLevel: level },
      },
    ],
    [
      'aws:appsync/graphQLApi:GraphQLApi',
      {
        name: 'city',
        authenticationType: 'AWS_IAM',
        logConfig: { cloudwatchLogsRoleArn: ROLE, fieldLogLevel: level },
      },
    ],
  );

const queries = (isEnforced: boolean) =>
  one(
    [
      'AWS::Athena::WorkGroup',
      {
        Name: 'city',
        WorkGroupConfiguration: {
          EnforceWorkGroupConfiguration: isEnforced,
          ResultConfiguration: { EncryptionConfiguration: { EncryptionOption: 'SSE_KMS', KmsKey: KEY } },
        },
      },
    ],
    [
      'aws:athena/workgroup:Workgroup',
      {
        name: 'city',
        configuration: {
          // The package enforces it unless it is told not to.
          ...(isEnforced ? {} : { enforceWorkgroupConfiguration: false }),
          resultConfiguration: {
            encryptionConfiguration: { encryptionOption: 'SSE_KMS', kmsKeyArn: KEY },
          },
        },
      },
    ],
  );

const cluster = (keyName?: string) =>
  one(
    [
      'AWS::EMR::Cluster',
      {
        Name: 'city',
        ReleaseLabel: 'emr-7.5.0',
        ServiceRole: ROLE,
        JobFlowRole: 'city',
        LogUri: 's3://logs/emr/',
        Instances: { Ec2SubnetId: 'subnet-1', ...(keyName === undefined ? {} : { Ec2KeyName: keyName }) },
      },
    ],
    [
      'aws:emr/cluster:Cluster',
      {
        name: 'city',
        releaseLabel: 'emr-7.5.0',
        serviceRole: ROLE,
        logUri: 's3://logs/emr/',
        ec2Attributes: {
          instanceProfile: 'city',
          subnetId: 'subnet-1',
          ...(keyName === undefined ? {} : { keyName }),
        },
      },
    ],
  );

const mail = (policy: string) =>
  one(
    ['AWS::SES::ConfigurationSet', { Name: 'city', DeliveryOptions: { TlsPolicy: policy.toUpperCase() } }],
    ['aws:ses/configurationSet:ConfigurationSet', { name: 'city', deliveryOptions: { tlsPolicy: policy } }],
  );

const things = (resource: string, action: string) => {
  const document = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: action, Resource: resource }],
  };
  return one(
    ['AWS::IoT::Policy', { PolicyDocument: document }],
    ['aws:iot/policy:Policy', { policy: JSON.stringify(document) }],
  );
};

const flow = (connector: string) =>
  one(
    [
      'AWS::AppFlow::Flow',
      {
        FlowName: 'city',
        KMSArn: KEY,
        SourceFlowConfig: { ConnectorType: 'S3' },
        DestinationFlowConfigList: [{ ConnectorType: connector }],
        TriggerConfig: { TriggerType: 'OnDemand' },
        Tasks: [],
      },
    ],
    [
      'aws:appflow/flow:Flow',
      {
        name: 'city',
        kmsArn: KEY,
        sourceFlowConfig: { connectorType: 'S3' },
        destinationFlowConfigs: [{ connectorType: connector }],
        triggerConfig: { triggerType: 'OnDemand' },
        tasks: [],
      },
    ],
  );

const site = (name: string, value: string) =>
  one(
    ['AWS::Amplify::App', { Name: 'city', EnvironmentVariables: [{ Name: name, Value: value }] }],
    ['aws:amplify/app:App', { name: 'city', environmentVariables: { [name]: value } }],
  );

const voice = (requireEncryption: boolean) =>
  one(
    ['AWS::Chime::VoiceConnector', { Name: 'city', RequireEncryption: requireEncryption }],
    ['aws:chime/voiceConnector:VoiceConnector', { name: 'city', requireEncryption }],
  );

const figures = (disableSsl: boolean) =>
  one(
    [
      'AWS::QuickSight::DataSource',
      { Name: 'city', Type: 'POSTGRESQL', SslProperties: { DisableSsl: disableSsl } },
    ],
    [
      'aws:quicksight/dataSource:DataSource',
      { dataSourceId: 'city', name: 'city', type: 'POSTGRESQL', sslProperties: { disableSsl } },
    ],
  );

const cache = (isEncrypted: boolean) =>
  one(
    [
      'AWS::AppSync::ApiCache',
      {
        ApiId: 'a',
        ApiCachingBehavior: 'FULL_REQUEST_CACHING',
        Ttl: 60,
        Type: 'SMALL',
        AtRestEncryptionEnabled: isEncrypted,
        TransitEncryptionEnabled: isEncrypted,
      },
    ],
    [
      'aws:appsync/apiCache:ApiCache',
      {
        apiId: 'a',
        apiCachingBehavior: 'FULL_REQUEST_CACHING',
        ttl: 60,
        type: 'SMALL',
        atRestEncryptionEnabled: isEncrypted,
        transitEncryptionEnabled: isEncrypted,
      },
    ],
  );

/** Sign-in, delivery, analytics, machine learning and mail. */
export const SITUATIONS: readonly Situation[] = [
  situation('CognitoMfaRequired', 'violation', 'staff sign in without a second factor', pool('OPTIONAL', 16)),
  situation('CognitoMfaRequired', 'compliant', 'staff sign in with a second factor', pool('ON', 16)),
  situation('CognitoPasswordPolicy', 'violation', 'passwords of six characters do', pool('ON', 6)),
  situation('CognitoPasswordPolicy', 'compliant', 'passwords are long and mixed', pool('ON', 16)),
  situation('BuildNotPrivileged', 'violation', 'builds have the host', build(true, 'none')),
  situation('BuildNotPrivileged', 'compliant', 'builds stay within their container', build(false, 'none')),
  situation(
    'NoPlainSecretInEnvironment',
    'violation',
    'a build is told a password in clear text',
    build(false, 'Kq8v2ZrT61xw'),
  ),
  situation('GlueConnectionUsesTls', 'violation', 'a connection by JDBC may be in clear text', jdbc({})),
  situation(
    'GlueConnectionUsesTls',
    'compliant',
    'a connection by JDBC is encrypted',
    jdbc({ JDBC_ENFORCE_SSL: 'true' }),
  ),
  situation('NotebookIsLimited', 'violation', 'a notebook is open', notebook('Enabled')),
  situation('NotebookIsLimited', 'compliant', 'a notebook is limited', notebook('Disabled')),
  situation('ManagedServiceIsRedundant', 'compliant', 'a model is served without servers', serverless),
  situation('TransferSecurityPolicyApproved', 'violation', 'the policy is the old one by default', server()),
  situation(
    'TransferSecurityPolicyApproved',
    'compliant',
    'the policy is a recent one',
    server('TransferSecurityPolicy-2024-01'),
  ),
  situation('GraphQlApiLogs', 'violation', 'an interface logs nothing', graph('NONE')),
  situation('GraphQlApiLogs', 'compliant', 'an interface logs errors', graph('ERROR')),
  situation(
    'AthenaWorkGroupCustomerManagedKey',
    'violation',
    'clients choose how results are encrypted',
    queries(false),
  ),
  situation(
    'AthenaWorkGroupCustomerManagedKey',
    // Who manages a key that the deployment does not make is not to be seen.
    'undetermined',
    'results are under a key from elsewhere',
    queries(true),
  ),
  situation('NoSharedKeyPair', 'violation', 'a cluster is entered by a shared key pair', cluster('city')),
  situation('NoSharedKeyPair', 'compliant', 'a cluster has no key pair', cluster()),
  situation('SesRequiresTls', 'violation', 'mail may go in clear text', mail('Optional')),
  situation('SesRequiresTls', 'compliant', 'mail is encrypted on its way', mail('Require')),
  situation('IotPolicyIsNarrow', 'violation', 'a thing may do everything', things('*', 'iot:*')),
  situation(
    'IotPolicyIsNarrow',
    'compliant',
    'a thing may connect as itself',
    things('arn:aws:iot:ap-northeast-1:111122223333:client/gauge', 'iot:Connect'),
  ),
  situation('IsolatedZoneSendsNoDataOutside', 'violation', 'data flow to a service', flow('Salesforce')),
  situation('IsolatedZoneSendsNoDataOutside', 'compliant', 'data flow to a bucket', flow('S3')),
  situation(
    'NoPlainSecretInEnvironment',
    'violation',
    'a site is told a password in clear text',
    site('DB_PASSWORD', 'Kq8v2ZrT61xw'),
  ),
  situation(
    'NoPlainSecretInEnvironment',
    'compliant',
    'a site is told its stage',
    site('STAGE', 'production'),
  ),
  situation('VoiceConnectorEncrypted', 'violation', 'calls may go in clear text', voice(false)),
  situation('VoiceConnectorEncrypted', 'compliant', 'calls are encrypted', voice(true)),
  situation('QuickSightDataSourceUsesTls', 'violation', 'figures come in clear text', figures(true)),
  situation('QuickSightDataSourceUsesTls', 'compliant', 'figures come encrypted', figures(false)),
  situation('AppSyncCacheEncrypted', 'violation', 'a cache is in clear text', cache(false)),
  situation('AppSyncCacheEncrypted', 'compliant', 'a cache is encrypted', cache(true)),
];
