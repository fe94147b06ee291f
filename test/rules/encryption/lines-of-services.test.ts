import { RULES } from '../../../lib/rules/index';
import { type RuleCase, ruleCases } from '../../helpers/rule-cases';

const unknown = { 'Fn::ImportValue': 'x' };
type Row = readonly [name: string, expect: RuleCase['expect'], type: string, properties: object];

const TRANSFER = 'AWS::Transfer::Server';
const VPN = 'AWS::EC2::VPNConnection';
const tunnel = (more: object = {}) => ({
  IKEVersions: [{ Value: 'ikev2' }],
  Phase1EncryptionAlgorithms: [{ Value: 'AES256-GCM-16' }],
  Phase2EncryptionAlgorithms: [{ Value: 'AES256-GCM-16' }],
  Phase1IntegrityAlgorithms: [{ Value: 'SHA2-384' }],
  Phase2IntegrityAlgorithms: [{ Value: 'SHA2-384' }],
  Phase1DHGroupNumbers: [{ Value: 20 }],
  Phase2DHGroupNumbers: [{ Value: '20' }],
  ...more,
});
const vpn = (...VpnTunnelOptionsSpecifications: readonly object[]) => ({
  Type: 'ipsec.1',
  CustomerGatewayId: 'cgw-1',
  VpnTunnelOptionsSpecifications,
});
const as2 = (more: object) => ({
  As2Config: { EncryptionAlgorithm: 'AES256_CBC', SigningAlgorithm: 'SHA256', ...more },
});
const website = (WebsiteConfiguration: object) => ({ WebsiteConfiguration });
const smb = (Version?: unknown) => ({ ServerHostname: 'files.city', MountOptions: { Version } });
const glue = (ConnectionType: unknown, ConnectionProperties: unknown) => ({
  ConnectionInput: { ConnectionType, ConnectionProperties },
});
const dms = (EngineName: string, more: object = {}) => ({ EndpointType: 'source', EngineName, ...more });
const processing = (InstanceCount: unknown, traffic?: unknown) => ({
  ProcessingResources: { ClusterConfig: { InstanceType: 'ml.m5.large', InstanceCount } },
  NetworkConfig: { EnableInterContainerTrafficEncryption: traffic },
});
const integration = (Type: unknown, Uri: unknown, ConnectionType?: unknown) => ({
  HttpMethod: 'GET',
  Integration: { Type, IntegrationHttpMethod: 'GET', Uri, ConnectionType },
});
const METHOD = 'AWS::ApiGateway::Method';
const ENDPOINT = 'AWS::DMS::Endpoint';
const DKIM = 'AWS::SES::EmailIdentity';

/** By rule: what is there, the verdict, and why. The first two are the examples. */
const ROWS: Readonly<Record<string, readonly Row[]>> = {
  TransferSecurityPolicyApproved: [
    ['of 2024', 'compliant', TRANSFER, { SecurityPolicyName: 'TransferSecurityPolicy-2024-01' }],
    ['that of 2018 by default', 'violation', TRANSFER, { Protocols: ['SFTP'] }],
    ['of 2020', 'violation', TRANSFER, { SecurityPolicyName: 'TransferSecurityPolicy-2020-06' }],
    [
      'restricted, of 2018',
      'violation',
      TRANSFER,
      { SecurityPolicyName: 'TransferSecurityPolicy-Restricted-2018-11' },
    ],
    [
      'restricted, of 2024',
      'compliant',
      TRANSFER,
      { SecurityPolicyName: 'TransferSecurityPolicy-Restricted-2024-06' },
    ],
    ['FIPS of 2020', 'compliant', TRANSFER, { SecurityPolicyName: 'TransferSecurityPolicy-FIPS-2020-06' }],
    ['nobody knows', 'undetermined', TRANSFER, { SecurityPolicyName: unknown }],
  ],
  TransferAs2CiphersApproved: [
    ['AES and SHA-2', 'compliant', 'AWS::Transfer::Connector', as2({})],
    ['3DES', 'violation', 'AWS::Transfer::Connector', as2({ EncryptionAlgorithm: 'DES_EDE3_CBC' })],
    [
      'no encryption of the document',
      'violation',
      'AWS::Transfer::Connector',
      as2({ EncryptionAlgorithm: 'NONE' }),
    ],
    ['SHA-1', 'violation', 'AWS::Transfer::Connector', as2({ SigningAlgorithm: 'SHA1' })],
    [
      'receipts signed by SHA-1',
      'violation',
      'AWS::Transfer::Connector',
      as2({ MdnSigningAlgorithm: 'SHA1' }),
    ],
    ['SFTP', 'compliant', 'AWS::Transfer::Connector', { SftpConfig: { UserSecretId: 'partner' } }],
    ['nobody knows', 'undetermined', 'AWS::Transfer::Connector', as2({ SigningAlgorithm: unknown })],
  ],
  VpnTunnelCiphersApproved: [
    ['strong algorithms in both tunnels', 'compliant', VPN, vpn(tunnel(), tunnel())],
    [
      'IKEv1 as well',
      'violation',
      VPN,
      vpn(tunnel(), tunnel({ IKEVersions: [{ Value: 'ikev1' }, { Value: 'ikev2' }] })),
    ],
    ['SHA-1', 'violation', VPN, vpn(tunnel({ Phase2IntegrityAlgorithms: [{ Value: 'SHA1' }] }))],
    ['a group of 1024 bits', 'violation', VPN, vpn(tunnel({ Phase1DHGroupNumbers: [{ Value: '2' }] }))],
    [
      'a group that is not trusted any more',
      'violation',
      VPN,
      vpn(tunnel({ Phase1DHGroupNumbers: [{ Value: 24 }] })),
    ],
    ['nothing said: the other end decides', 'evidence', VPN, { Type: 'ipsec.1', CustomerGatewayId: 'cgw-1' }],
    ['one list not said', 'evidence', VPN, vpn(tunnel({ IKEVersions: undefined }))],
    ['nobody knows', 'undetermined', VPN, vpn(tunnel({ Phase1DHGroupNumbers: [{ Value: unknown }] }))],
  ],
  SesRequiresTls: [
    [
      'required',
      'compliant',
      'AWS::SES::ConfigurationSet',
      { Name: 'notices', DeliveryOptions: { TlsPolicy: 'REQUIRE' } },
    ],
    ['as the other server likes', 'violation', 'AWS::SES::ConfigurationSet', { Name: 'notices' }],
    ['optional', 'violation', 'AWS::SES::ConfigurationSet', { DeliveryOptions: { TlsPolicy: 'OPTIONAL' } }],
    [
      'nobody knows',
      'undetermined',
      'AWS::SES::ConfigurationSet',
      { DeliveryOptions: { TlsPolicy: unknown } },
    ],
    ['mail that comes in', 'violation', 'AWS::SES::ReceiptRule', { Rule: { TlsPolicy: 'Optional' } }],
    ['mail that comes in over TLS', 'compliant', 'AWS::SES::ReceiptRule', { Rule: { TlsPolicy: 'Require' } }],
    ['an ingress over TLS', 'compliant', 'AWS::SES::MailManagerIngressPoint', { TlsPolicy: 'REQUIRED' }],
  ],
  SesDkimKeyStrong: [
    ['2048 bits by default', 'compliant', DKIM, { EmailIdentity: 'city.example.jp' }],
    [
      '1024 bits',
      'violation',
      DKIM,
      { EmailIdentity: 'city.example.jp', DkimSigningAttributes: { NextSigningKeyLength: 'RSA_1024_BIT' } },
    ],
    ['nobody knows', 'undetermined', DKIM, { DkimSigningAttributes: { NextSigningKeyLength: unknown } }],
  ],
  SnsSubscriptionUsesHttps: [
    [
      'HTTPS',
      'compliant',
      'AWS::SNS::Subscription',
      {
        TopicArn: 'arn:aws:sns:ap-northeast-1:111122223333:notices',
        Protocol: 'https',
        Endpoint: 'https://vendor.example.jp/',
      },
    ],
    [
      'HTTP',
      'violation',
      'AWS::SNS::Subscription',
      {
        TopicArn: 'arn:aws:sns:ap-northeast-1:111122223333:notices',
        Protocol: 'http',
        Endpoint: 'http://vendor.example.jp/',
      },
    ],
    ['a queue', 'compliant', 'AWS::SNS::Subscription', { Protocol: 'sqs' }],
    [
      'in the topic itself',
      'violation',
      'AWS::SNS::Topic',
      { Subscription: [{ Protocol: 'http', Endpoint: 'http://vendor.example.jp/' }] },
    ],
    ['nobody knows', 'undetermined', 'AWS::SNS::Subscription', { Protocol: unknown }],
  ],
  ApiIntegrationUsesHttps: [
    ['HTTPS', 'compliant', METHOD, integration('HTTP_PROXY', 'https://vendor.example.jp/')],
    ['HTTP over the Internet', 'violation', METHOD, integration('HTTP_PROXY', 'http://vendor.example.jp/')],
    [
      'HTTP whatever follows',
      'violation',
      METHOD,
      integration('HTTP', { 'Fn::Sub': 'http://${AWS::Region}.example.jp/' }),
    ],
    [
      'HTTPS whatever follows',
      'compliant',
      METHOD,
      integration('HTTP', { 'Fn::Sub': 'https://${AWS::Region}.example.jp/' }),
    ],
    [
      'HTTP inside of the VPC',
      'compliant',
      METHOD,
      integration('HTTP_PROXY', 'http://balancer.internal/', 'VPC_LINK'),
    ],
    ['a function', 'compliant', METHOD, integration('AWS_PROXY', unknown)],
    ['a mock', 'compliant', METHOD, { Integration: { Type: 'MOCK' } }],
    ['nobody knows', 'undetermined', METHOD, integration('HTTP', unknown)],
    [
      'HTTP in version 2',
      'violation',
      'AWS::ApiGatewayV2::Integration',
      { IntegrationType: 'HTTP_PROXY', IntegrationUri: 'http://vendor.example.jp/' },
    ],
    [
      'a listener in version 2',
      'compliant',
      'AWS::ApiGatewayV2::Integration',
      { IntegrationType: 'HTTP_PROXY', ConnectionType: 'VPC_LINK', IntegrationUri: unknown },
    ],
  ],
  OutboundCallUsesHttps: [
    [
      'HTTPS',
      'compliant',
      'AWS::Events::ApiDestination',
      { HttpMethod: 'POST', InvocationEndpoint: 'https://vendor.example.jp/' },
    ],
    [
      'HTTP',
      'violation',
      'AWS::Events::ApiDestination',
      { HttpMethod: 'POST', InvocationEndpoint: 'http://vendor.example.jp/' },
    ],
    [
      'HTTP of AppSync',
      'violation',
      'AWS::AppSync::DataSource',
      { Type: 'HTTP', HttpConfig: { Endpoint: 'http://vendor.example.jp' } },
    ],
    ['a table of AppSync', 'compliant', 'AWS::AppSync::DataSource', { Type: 'AMAZON_DYNAMODB' }],
    ['nobody knows', 'undetermined', 'AWS::Events::ApiDestination', { InvocationEndpoint: unknown }],
  ],
  S3WebsiteUsesHttps: [
    ['no website', 'compliant', 'AWS::S3::Bucket', { BucketName: 'pages' }],
    ['a website', 'violation', 'AWS::S3::Bucket', website({ IndexDocument: 'index.html' })],
    [
      'a redirect to HTTPS',
      'compliant',
      'AWS::S3::Bucket',
      website({ RedirectAllRequestsTo: { HostName: 'city.example.jp', Protocol: 'https' } }),
    ],
    [
      'a redirect as the visitor came',
      'violation',
      'AWS::S3::Bucket',
      website({ RedirectAllRequestsTo: { HostName: 'city.example.jp' } }),
    ],
    [
      'nobody knows',
      'undetermined',
      'AWS::S3::Bucket',
      website({ RedirectAllRequestsTo: { HostName: 'city.example.jp', Protocol: unknown } }),
    ],
  ],
  DataSyncUsesEncryption: [
    ['EFS over TLS', 'compliant', 'AWS::DataSync::LocationEFS', { InTransitEncryption: 'TLS1_2' }],
    [
      'EFS in plain text by default',
      'violation',
      'AWS::DataSync::LocationEFS',
      { EfsFilesystemArn: 'arn:aws:elasticfilesystem:ap-northeast-1:111122223333:file-system/fs-1' },
    ],
    ['nobody knows', 'undetermined', 'AWS::DataSync::LocationEFS', { InTransitEncryption: unknown }],
    [
      'object storage over HTTPS by default',
      'compliant',
      'AWS::DataSync::LocationObjectStorage',
      { ServerHostname: 'store.city' },
    ],
    [
      'object storage over HTTP',
      'violation',
      'AWS::DataSync::LocationObjectStorage',
      { ServerProtocol: 'HTTP' },
    ],
    ['SMB 1', 'violation', 'AWS::DataSync::LocationSMB', smb('SMB1')],
    ['SMB 2, which cannot encrypt', 'violation', 'AWS::DataSync::LocationSMB', smb('SMB2_0')],
    ['SMB 3, if the server asks for it', 'evidence', 'AWS::DataSync::LocationSMB', smb('SMB3')],
    ['NFS', 'evidence', 'AWS::DataSync::LocationNFS', { ServerHostname: 'files.city' }],
    ['Hadoop with privacy', 'compliant', 'AWS::DataSync::LocationHDFS', {}],
    [
      'Hadoop without',
      'violation',
      'AWS::DataSync::LocationHDFS',
      { QopConfiguration: { RpcProtection: 'AUTHENTICATION' } },
    ],
  ],
  QuickSightDataSourceUsesTls: [
    ['on by default', 'compliant', 'AWS::QuickSight::DataSource', { Name: 'statistics', Type: 'POSTGRESQL' }],
    [
      'off',
      'violation',
      'AWS::QuickSight::DataSource',
      { Name: 'statistics', Type: 'POSTGRESQL', SslProperties: { DisableSsl: true } },
    ],
    [
      'nobody knows',
      'undetermined',
      'AWS::QuickSight::DataSource',
      { SslProperties: { DisableSsl: unknown } },
    ],
  ],
  GlueConnectionUsesTls: [
    ['enforced', 'compliant', 'AWS::Glue::Connection', glue('JDBC', { JDBC_ENFORCE_SSL: 'true' })],
    [
      'not enforced by default',
      'violation',
      'AWS::Glue::Connection',
      glue('JDBC', { JDBC_CONNECTION_URL: 'jdbc:postgresql://db:5432/tax' }),
    ],
    ['Kafka over TLS by default', 'compliant', 'AWS::Glue::Connection', glue('KAFKA', {})],
    [
      'Kafka in plain text',
      'violation',
      'AWS::Glue::Connection',
      glue('KAFKA', { KAFKA_SSL_ENABLED: 'false' }),
    ],
    ['a network only', 'compliant', 'AWS::Glue::Connection', glue('NETWORK', {})],
    ['nobody knows', 'undetermined', 'AWS::Glue::Connection', glue('JDBC', unknown)],
  ],
  DmsUsesTls: [
    ['verified', 'compliant', ENDPOINT, dms('postgres', { SslMode: 'verify-full' })],
    ['none by default', 'violation', ENDPOINT, dms('postgres', { ServerName: 'db', Port: 5432 })],
    ['S3, which has HTTPS', 'compliant', ENDPOINT, dms('s3')],
    [
      'Kafka in plain text by default',
      'violation',
      ENDPOINT,
      dms('kafka', { KafkaSettings: { Broker: 'b:9092' } }),
    ],
    [
      'Kafka over TLS',
      'compliant',
      ENDPOINT,
      dms('kafka', { KafkaSettings: { SecurityProtocol: 'sasl-ssl' } }),
    ],
    ['Redis over TLS by default', 'compliant', ENDPOINT, dms('redis', { RedisSettings: {} })],
    [
      'Redis in plain text',
      'violation',
      ENDPOINT,
      dms('redis', { RedisSettings: { SslSecurityProtocol: 'plaintext' } }),
    ],
    [
      'a provider without',
      'violation',
      'AWS::DMS::DataProvider',
      { Settings: { OracleSettings: { SslMode: 'none' } } },
    ],
    [
      'a provider with',
      'compliant',
      'AWS::DMS::DataProvider',
      { Settings: { OracleSettings: { SslMode: 'verify-ca' } } },
    ],
    [
      'a provider of Redshift',
      'compliant',
      'AWS::DMS::DataProvider',
      { Settings: { RedshiftSettings: { ServerName: 'dwh' } } },
    ],
    ['nobody knows', 'undetermined', ENDPOINT, dms('mysql', { SslMode: unknown })],
  ],
  SageMakerJobEncryptsTraffic: [
    ['encrypted', 'compliant', 'AWS::SageMaker::ProcessingJob', processing(2, true)],
    ['in plain text by default', 'violation', 'AWS::SageMaker::ProcessingJob', processing(2)],
    ['one machine', 'compliant', 'AWS::SageMaker::ProcessingJob', processing(1)],
    ['one machine, as text', 'compliant', 'AWS::SageMaker::ProcessingJob', processing('1')],
    ['nobody knows', 'undetermined', 'AWS::SageMaker::ProcessingJob', processing(2, unknown)],
    [
      'a definition of three machines',
      'violation',
      'AWS::SageMaker::DataQualityJobDefinition',
      { JobResources: { ClusterConfig: { InstanceCount: 3 } } },
    ],
    [
      'a definition elsewhere',
      'compliant',
      'AWS::SageMaker::MonitoringSchedule',
      { MonitoringScheduleConfig: { MonitoringJobDefinitionName: 'quality' } },
    ],
  ],
};

for (const [id, rows] of Object.entries(ROWS)) {
  const rule = RULES.find((candidate) => candidate.id === id);
  if (rule === undefined) throw new Error(id);
  ruleCases(
    rule,
    rows.map(([name, expected, Type, Properties], index) => ({
      name,
      expect: expected,
      resources: { Subject: { Type, Properties } },
      ...(index < 2 ? { example: true as const } : {}),
    })),
  );
}
