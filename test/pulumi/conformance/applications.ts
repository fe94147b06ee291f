import { one, situation } from '../conformance-forms';
import type { Situation } from './situation';

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

/** Sign-in, delivery, interfaces and mail. */
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
  situation('GraphQlApiLogs', 'violation', 'an interface logs nothing', graph('NONE')),
  situation('GraphQlApiLogs', 'compliant', 'an interface logs errors', graph('ERROR')),
  situation('SesRequiresTls', 'violation', 'mail may go in clear text', mail('Optional')),
  situation('SesRequiresTls', 'compliant', 'mail is encrypted on its way', mail('Require')),
  situation('IotPolicyIsNarrow', 'violation', 'a thing may do everything', things('*', 'iot:*')),
  situation(
    'IotPolicyIsNarrow',
    'compliant',
    'a thing may connect as itself',
    things('arn:aws:iot:ap-northeast-1:111122223333:client/gauge', 'iot:Connect'),
  ),
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
  situation('AppSyncCacheEncrypted', 'violation', 'a cache is in clear text', cache(false)),
  situation('AppSyncCacheEncrypted', 'compliant', 'a cache is encrypted', cache(true)),
];
