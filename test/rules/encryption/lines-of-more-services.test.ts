import { RULES } from '../../../lib/rules/index';
import { type RuleCase, ruleCases } from '../../helpers/rule-cases';

const unknown = { 'Fn::ImportValue': 'x' };
type Row = readonly [name: string, expect: RuleCase['expect'], type: string, properties: object];

const authority = (KeyAlgorithm: unknown, SigningAlgorithm = 'SHA384WITHECDSA') => ({
  Type: 'SUBORDINATE',
  KeyAlgorithm,
  SigningAlgorithm,
});
const services = (...items: readonly object[]) => ({
  ServiceConnectConfiguration: { Enabled: true, Services: items },
});
const GROUP = 'AWS::ElasticLoadBalancingV2::TargetGroup';
const NEPTUNE = 'AWS::Neptune::DBClusterParameterGroup';

/** By rule: what is there, the verdict, and why. The first two are the examples. */
const ROWS: Readonly<Record<string, readonly Row[]>> = {
  MskConnectUsesTls: [
    [
      'TLS',
      'compliant',
      'AWS::KafkaConnect::Connector',
      { KafkaClusterEncryptionInTransit: { EncryptionType: 'TLS' } },
    ],
    [
      'plain text',
      'violation',
      'AWS::KafkaConnect::Connector',
      { KafkaClusterEncryptionInTransit: { EncryptionType: 'PLAINTEXT' } },
    ],
    [
      'nobody knows',
      'undetermined',
      'AWS::KafkaConnect::Connector',
      { KafkaClusterEncryptionInTransit: { EncryptionType: unknown } },
    ],
    [
      'a replicator of clusters of MSK',
      'compliant',
      'AWS::MSK::Replicator',
      { KafkaClusters: [{ AmazonMskCluster: { MskClusterArn: 'arn' } }] },
    ],
  ],
  MskAuthenticatesClients: [
    [
      'by IAM',
      'compliant',
      'AWS::MSK::Cluster',
      { ClientAuthentication: { Sasl: { Iam: { Enabled: true } } } },
    ],
    ['nobody is authenticated by default', 'violation', 'AWS::MSK::Cluster', { ClusterName: 'events' }],
    [
      'others are let in, too',
      'violation',
      'AWS::MSK::Cluster',
      { ClientAuthentication: { Sasl: { Iam: { Enabled: true } }, Unauthenticated: { Enabled: true } } },
    ],
    [
      'by certificates',
      'compliant',
      'AWS::MSK::Cluster',
      { ClientAuthentication: { Tls: { Enabled: 'true' }, Unauthenticated: { Enabled: false } } },
    ],
    [
      'nobody knows',
      'undetermined',
      'AWS::MSK::Cluster',
      { ClientAuthentication: { Sasl: { Scram: { Enabled: unknown } } } },
    ],
  ],
  ElastiCacheAuthenticatesClients: [
    [
      'a user group',
      'compliant',
      'AWS::ElastiCache::ReplicationGroup',
      { Engine: 'valkey', UserGroupIds: ['sessions'] },
    ],
    ['nobody is authenticated', 'violation', 'AWS::ElastiCache::ReplicationGroup', { Engine: 'valkey' }],
    [
      'a password',
      'compliant',
      'AWS::ElastiCache::ReplicationGroup',
      { Engine: 'redis', AuthToken: '{{resolve:secretsmanager:cache}}' },
    ],
    [
      'an empty list',
      'violation',
      'AWS::ElastiCache::ReplicationGroup',
      { Engine: 'redis', UserGroupIds: [] },
    ],
    ['serverless without', 'violation', 'AWS::ElastiCache::ServerlessCache', { Engine: 'valkey' }],
    ['memcached has no users', 'compliant', 'AWS::ElastiCache::ServerlessCache', { Engine: 'memcached' }],
    ['nobody knows the engine', 'undetermined', 'AWS::ElastiCache::ServerlessCache', { Engine: unknown }],
  ],
  ElastiCacheUserNeedsPassword: [
    [
      'IAM',
      'compliant',
      'AWS::ElastiCache::User',
      { UserId: 'portal', AccessString: 'on ~session:* +@read', AuthenticationMode: { Type: 'iam' } },
    ],
    [
      'none',
      'violation',
      'AWS::ElastiCache::User',
      { UserId: 'portal', AccessString: 'on ~* +@all', NoPasswordRequired: true },
    ],
    [
      'none in the newer way',
      'violation',
      'AWS::ElastiCache::User',
      { AccessString: 'on ~* +@all', AuthenticationMode: { Type: 'no-password-required' } },
    ],
    [
      'the default user, disabled',
      'compliant',
      'AWS::ElastiCache::User',
      { UserName: 'default', AccessString: 'off -@all', NoPasswordRequired: true },
    ],
    ['nobody knows', 'undetermined', 'AWS::ElastiCache::User', { NoPasswordRequired: unknown }],
  ],
  MemoryDbAuthenticatesClients: [
    ['an ACL of its own', 'compliant', 'AWS::MemoryDB::Cluster', { ACLName: 'sessions' }],
    ['open to everybody', 'violation', 'AWS::MemoryDB::Cluster', { ACLName: 'open-access' }],
    ['nobody knows', 'undetermined', 'AWS::MemoryDB::Cluster', { ACLName: unknown }],
  ],
  IotTlsPolicyApproved: [
    [
      'TLS 1.2 by default',
      'compliant',
      'AWS::IoT::DomainConfiguration',
      { DomainConfigurationName: 'river-gauges' },
    ],
    [
      'TLS 1.0',
      'violation',
      'AWS::IoT::DomainConfiguration',
      { TlsConfig: { SecurityPolicy: 'IoTSecurityPolicy_TLS12_1_0_2015_01' } },
    ],
    [
      'TLS 1.3',
      'compliant',
      'AWS::IoT::DomainConfiguration',
      { TlsConfig: { SecurityPolicy: 'IoTSecurityPolicy_TLS13_1_3_2022_10' } },
    ],
    [
      'nobody knows',
      'undetermined',
      'AWS::IoT::DomainConfiguration',
      { TlsConfig: { SecurityPolicy: unknown } },
    ],
  ],
  LightsailUsesTls: [
    [
      'TLS 1.2',
      'compliant',
      'AWS::Lightsail::LoadBalancer',
      { LoadBalancerName: 'library', TlsPolicyName: 'TLS-FS-Res-1-2-2019-08' },
    ],
    [
      'TLS 1.0 by default',
      'violation',
      'AWS::Lightsail::LoadBalancer',
      { LoadBalancerName: 'library', InstancePort: 80 },
    ],
    [
      'no redirect to HTTPS',
      'violation',
      'AWS::Lightsail::LoadBalancerTlsCertificate',
      { CertificateName: 'library' },
    ],
    [
      'a redirect to HTTPS',
      'compliant',
      'AWS::Lightsail::LoadBalancerTlsCertificate',
      { HttpsRedirectionEnabled: true },
    ],
    ['nobody knows', 'undetermined', 'AWS::Lightsail::LoadBalancer', { TlsPolicyName: unknown }],
  ],
  VoiceConnectorEncrypted: [
    ['required', 'compliant', 'AWS::Chime::VoiceConnector', { Name: 'call-center', RequireEncryption: true }],
    [
      'not required',
      'violation',
      'AWS::Chime::VoiceConnector',
      { Name: 'call-center', RequireEncryption: false },
    ],
    ['nobody knows', 'undetermined', 'AWS::Chime::VoiceConnector', { RequireEncryption: unknown }],
  ],
  PrivateCaKeyApproved: [
    ['a curve of 384 bits', 'compliant', 'AWS::ACMPCA::CertificateAuthority', authority('EC_secp384r1')],
    [
      'RSA of 2048 bits',
      'violation',
      'AWS::ACMPCA::CertificateAuthority',
      authority('RSA_2048', 'SHA256WITHRSA'),
    ],
    ['a curve of China', 'violation', 'AWS::ACMPCA::CertificateAuthority', authority('SM2', 'SM3WITHSM2')],
    [
      'RSA of 4096 bits',
      'compliant',
      'AWS::ACMPCA::CertificateAuthority',
      authority('RSA_4096', 'SHA512WITHRSA'),
    ],
    ['nobody knows', 'undetermined', 'AWS::ACMPCA::CertificateAuthority', authority(unknown)],
  ],
  DirectConnectUsesMacsec: [
    ['with', 'compliant', 'AWS::DirectConnect::Connection', { Bandwidth: '10Gbps', RequestMACSec: true }],
    ['without by default', 'violation', 'AWS::DirectConnect::Connection', { Bandwidth: '1Gbps' }],
    ['nobody knows', 'undetermined', 'AWS::DirectConnect::Lag', { RequestMACSec: unknown }],
  ],
  TargetGroupUsesTls: [
    ['HTTPS', 'compliant', GROUP, { Protocol: 'HTTPS', Port: 443, TargetType: 'ip' }],
    ['HTTP', 'violation', GROUP, { Protocol: 'HTTP', Port: 80, TargetType: 'ip' }],
    ['passes through', 'compliant', GROUP, { Protocol: 'TCP', Port: 443 }],
    ['a function', 'compliant', GROUP, { TargetType: 'lambda' }],
    [
      'HTTP of Lattice',
      'violation',
      'AWS::VpcLattice::TargetGroup',
      { Type: 'IP', Config: { Protocol: 'HTTP', Port: 80 } },
    ],
    ['nobody knows', 'undetermined', GROUP, { Protocol: unknown }],
  ],
  ServiceConnectUsesTls: [
    [
      'a certificate authority',
      'compliant',
      'AWS::ECS::Service',
      services({
        PortName: 'api',
        Tls: {
          IssuerCertificateAuthority: {
            AwsPcaAuthorityArn: 'arn:aws:acm-pca:ap-northeast-1:111122223333:certificate-authority/1',
          },
        },
      }),
    ],
    ['none', 'violation', 'AWS::ECS::Service', services({ PortName: 'api' })],
    ['not used', 'compliant', 'AWS::ECS::Service', { TaskDefinition: 'web' }],
    [
      'nobody knows',
      'undetermined',
      'AWS::ECS::Service',
      { ServiceConnectConfiguration: { Services: unknown } },
    ],
  ],
  CodeBuildVerifiesTls: [
    [
      'verified by default',
      'compliant',
      'AWS::CodeBuild::Project',
      { Source: { Type: 'GITHUB_ENTERPRISE', Location: 'https://git.city/tax' } },
    ],
    [
      'not verified',
      'violation',
      'AWS::CodeBuild::Project',
      { Source: { Type: 'GITHUB_ENTERPRISE', Location: 'https://git.city/tax', InsecureSsl: true } },
    ],
    [
      'the second source not verified',
      'violation',
      'AWS::CodeBuild::Project',
      { SecondarySources: [{ InsecureSsl: 'true' }] },
    ],
    ['nobody knows', 'undetermined', 'AWS::CodeBuild::Project', { Source: { InsecureSsl: unknown } }],
  ],
  FirehoseDatabaseSourceUsesTls: [
    [
      'TLS',
      'compliant',
      'AWS::KinesisFirehose::DeliveryStream',
      { DatabaseSourceConfiguration: { Type: 'MySQL', SSLMode: 'Enabled' } },
    ],
    [
      'plain text',
      'violation',
      'AWS::KinesisFirehose::DeliveryStream',
      { DatabaseSourceConfiguration: { Type: 'MySQL', SSLMode: 'Disabled' } },
    ],
    [
      'not said',
      'violation',
      'AWS::KinesisFirehose::DeliveryStream',
      { DatabaseSourceConfiguration: { Type: 'MySQL' } },
    ],
    [
      'another source',
      'compliant',
      'AWS::KinesisFirehose::DeliveryStream',
      { DeliveryStreamType: 'DirectPut' },
    ],
    [
      'nobody knows',
      'undetermined',
      'AWS::KinesisFirehose::DeliveryStream',
      { DatabaseSourceConfiguration: { SSLMode: unknown } },
    ],
  ],
  NeptuneRequiresTls: [
    [
      'on by default',
      'compliant',
      NEPTUNE,
      { Family: 'neptune1.4', Parameters: { neptune_query_timeout: 120000 } },
    ],
    ['off', 'violation', NEPTUNE, { Family: 'neptune1.4', Parameters: { neptune_enforce_ssl: '0' } }],
    ['nobody knows', 'undetermined', NEPTUNE, { Parameters: { neptune_enforce_ssl: unknown } }],
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
