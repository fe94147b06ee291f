import type { Rule } from '../../../lib/rules/define';
import { RULES } from '../../../lib/rules/index';
import { type RuleCase, ruleCases } from '../../helpers/rule-cases';

type Row = readonly [name: string, expect: RuleCase['expect'], type: string, properties: object];
const unknown = { 'Fn::ImportValue': 'x' };
const viewer = (ViewerProtocolPolicy: unknown, more: object = {}) => ({
  DistributionConfig: { DefaultCacheBehavior: { ViewerProtocolPolicy }, ...more },
});
const certificate = (ViewerCertificate?: object) => ({ DistributionConfig: { ViewerCertificate } });
const origin = (properties: object) => ({ DistributionConfig: { Origins: [{ Id: 'o', ...properties }] } });
const msk = (EncryptionInTransit: object) => ({ EncryptionInfo: { EncryptionInTransit } });
const endpoint = (DomainEndpointOptions: object) => ({ DomainEndpointOptions });
const D = 'AWS::CloudFront::Distribution';

/** By rule: what is there, the verdict, and why. */
const ROWS: Readonly<Record<string, readonly Row[]>> = {
  MemoryDbUsesTls: [
    ['on by default', 'compliant', 'AWS::MemoryDB::Cluster', {}],
    ['off', 'violation', 'AWS::MemoryDB::Cluster', { TLSEnabled: 'false' }],
    ['nobody knows', 'undetermined', 'AWS::MemoryDB::Cluster', { TLSEnabled: unknown }],
  ],
  DaxUsesTls: [
    ['on', 'compliant', 'AWS::DAX::Cluster', { ClusterEndpointEncryptionType: 'TLS' }],
    ['off by default', 'violation', 'AWS::DAX::Cluster', {}],
    ['nobody knows', 'undetermined', 'AWS::DAX::Cluster', { ClusterEndpointEncryptionType: unknown }],
  ],
  ElastiCacheUsesTls: [
    ['on', 'compliant', 'AWS::ElastiCache::ReplicationGroup', { TransitEncryptionEnabled: true }],
    ['off by default', 'violation', 'AWS::ElastiCache::ReplicationGroup', {}],
    [
      'for those who like',
      'violation',
      'AWS::ElastiCache::ReplicationGroup',
      { TransitEncryptionEnabled: true, TransitEncryptionMode: 'preferred' },
    ],
    ['memcached without', 'violation', 'AWS::ElastiCache::CacheCluster', { Engine: 'memcached' }],
    [
      'nobody knows',
      'undetermined',
      'AWS::ElastiCache::ReplicationGroup',
      { TransitEncryptionEnabled: unknown },
    ],
  ],
  MskUsesTls: [
    ['on by default', 'compliant', 'AWS::MSK::Cluster', {}],
    ['for those who like', 'violation', 'AWS::MSK::Cluster', msk({ ClientBroker: 'TLS_PLAINTEXT' })],
    ['not among brokers', 'violation', 'AWS::MSK::Cluster', msk({ ClientBroker: 'TLS', InCluster: false })],
    ['nobody knows', 'undetermined', 'AWS::MSK::Cluster', msk({ ClientBroker: unknown })],
  ],
  OpenSearchRequiresHttps: [
    [
      'HTTPS with TLS 1.2',
      'compliant',
      'AWS::OpenSearchService::Domain',
      endpoint({ EnforceHTTPS: true, TLSSecurityPolicy: 'Policy-Min-TLS-1-2-2019-07' }),
    ],
    ['HTTP by default', 'violation', 'AWS::OpenSearchService::Domain', {}],
    ['TLS 1.0 by default', 'violation', 'AWS::Elasticsearch::Domain', endpoint({ EnforceHTTPS: true })],
    [
      'nobody knows',
      'undetermined',
      'AWS::OpenSearchService::Domain',
      endpoint({ EnforceHTTPS: unknown, TLSSecurityPolicy: 'Policy-Min-TLS-1-2-PFS-2023-10' }),
    ],
  ],
  OpenSearchNodeToNodeEncryption: [
    ['on', 'compliant', 'AWS::OpenSearchService::Domain', { NodeToNodeEncryptionOptions: { Enabled: true } }],
    ['off by default', 'violation', 'AWS::OpenSearchService::Domain', {}],
    [
      'nobody knows',
      'undetermined',
      'AWS::Elasticsearch::Domain',
      { NodeToNodeEncryptionOptions: { Enabled: unknown } },
    ],
  ],
  CloudFrontViewerUsesTls: [
    ['sent to HTTPS', 'compliant', D, viewer('redirect-to-https')],
    ['HTTP, too', 'violation', D, viewer('allow-all')],
    [
      'HTTP on one path',
      'violation',
      D,
      viewer('https-only', { CacheBehaviors: [{ PathPattern: '/x', ViewerProtocolPolicy: 'allow-all' }] }),
    ],
    ['nobody knows', 'undetermined', D, viewer(unknown)],
  ],
  CloudFrontTlsVersion: [
    [
      'TLS 1.2',
      'compliant',
      D,
      certificate({ AcmCertificateArn: 'x', MinimumProtocolVersion: 'TLSv1.2_2021' }),
    ],
    [
      'TLS 1.1',
      'violation',
      D,
      certificate({ AcmCertificateArn: 'x', MinimumProtocolVersion: 'TLSv1.1_2016' }),
    ],
    ['the certificate of CloudFront allows TLS 1.0', 'violation', D, certificate()],
    [
      'whatever else is written',
      'violation',
      D,
      certificate({ CloudFrontDefaultCertificate: true, MinimumProtocolVersion: 'TLSv1.2_2021' }),
    ],
    ['nobody knows', 'undetermined', D, certificate({ MinimumProtocolVersion: unknown })],
  ],
  CloudFrontOriginUsesTls: [
    [
      'into the VPC over HTTPS',
      'compliant',
      'AWS::CloudFront::VpcOrigin',
      { VpcOriginEndpointConfig: { OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'] } },
    ],
    [
      'into the VPC over HTTP',
      'violation',
      'AWS::CloudFront::VpcOrigin',
      { VpcOriginEndpointConfig: { OriginProtocolPolicy: 'http-only' } },
    ],
    ['HTTPS', 'compliant', D, origin({ CustomOriginConfig: { OriginProtocolPolicy: 'https-only' } })],
    ['a bucket', 'compliant', D, origin({ S3OriginConfig: {} })],
    ['HTTP', 'violation', D, origin({ CustomOriginConfig: { OriginProtocolPolicy: 'http-only' } })],
    [
      'old TLS',
      'violation',
      D,
      origin({
        CustomOriginConfig: { OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1', 'TLSv1.2'] },
      }),
    ],
    ['nobody knows', 'undetermined', D, origin({ CustomOriginConfig: { OriginProtocolPolicy: unknown } })],
  ],
  ApiGatewayTlsVersion: [
    ['TLS 1.2', 'compliant', 'AWS::ApiGateway::DomainName', { SecurityPolicy: 'TLS_1_2' }],
    [
      'TLS 1.3',
      'compliant',
      'AWS::ApiGateway::DomainName',
      { SecurityPolicy: 'SecurityPolicy_TLS13_1_3_2025_09' },
    ],
    ['TLS 1.0', 'violation', 'AWS::ApiGateway::DomainName', { SecurityPolicy: 'TLS_1_0' }],
    ['nothing written', 'undetermined', 'AWS::ApiGateway::DomainName', {}],
    [
      'an HTTP API has TLS 1.2',
      'compliant',
      'AWS::ApiGatewayV2::DomainName',
      { DomainNameConfigurations: [{ EndpointType: 'REGIONAL' }] },
    ],
    [
      'one of two configurations',
      'violation',
      'AWS::ApiGatewayV2::DomainName',
      { DomainNameConfigurations: [{ SecurityPolicy: 'TLS_1_2' }, { SecurityPolicy: 'TLS_1_0' }] },
    ],
  ],
  TransferServerUsesEncryption: [
    ['SFTP by default', 'compliant', 'AWS::Transfer::Server', {}],
    ['FTP beside SFTP', 'violation', 'AWS::Transfer::Server', { Protocols: ['SFTP', 'FTP'] }],
    ['nobody knows', 'undetermined', 'AWS::Transfer::Server', { Protocols: [unknown] }],
  ],
};

for (const [id, rows] of Object.entries(ROWS)) {
  const rule = RULES.find((candidate) => candidate.id === id) as Rule;
  ruleCases(
    rule,
    rows.map(([name, expect, Type, Properties]) => ({
      name: `${Type} ${name}`,
      expect,
      resources: { Subject: { Type, Properties } },
    })),
  );
}
