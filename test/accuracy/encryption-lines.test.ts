import { type AccuracyCase, accuracyCases, att, NO_VALUE, ref, res, when } from './support';

const PROD = {
  Parameters: { Env: { Type: 'String' } },
  Conditions: { Prod: { 'Fn::Equals': [ref('Env'), 'prod'] } },
};

const listener = (properties: object) => ({
  Alb: res('AWS::ElasticLoadBalancingV2::LoadBalancer', { Type: 'application', Scheme: 'internal' }),
  Listener: res('AWS::ElasticLoadBalancingV2::Listener', { LoadBalancerArn: ref('Alb'), ...properties }),
});

const FORWARD = [{ Type: 'forward', TargetGroupArn: 'targets' }];

const redirect = (protocol?: string) => [
  {
    Type: 'redirect',
    RedirectConfig: {
      StatusCode: 'HTTP_301',
      Port: '443',
      ...(protocol === undefined ? {} : { Protocol: protocol }),
    },
  },
];

const HTTPS = {
  Port: 443,
  Protocol: 'HTTPS',
  DefaultActions: FORWARD,
  Certificates: [{ CertificateArn: 'acm' }],
};

const STRONG = 'ELBSecurityPolicy-TLS13-1-2-2021-06';

const TLS_IN = (properties: object) => ({
  It: res('AWS::CloudFront::Distribution', { DistributionConfig: properties }),
});

const LINES: readonly AccuracyCase[] = [
  {
    name: 'a listener forwards plain HTTP',
    clause: '5.3③',
    expect: 'violation',
    on: 'Listener',
    resources: listener({ Port: 80, Protocol: 'HTTP', DefaultActions: FORWARD }),
  },
  {
    name: 'a listener sends everybody on to HTTPS',
    clause: '5.3③',
    expect: 'compliant',
    on: 'Listener',
    resources: listener({ Port: 80, Protocol: 'HTTP', DefaultActions: redirect('HTTPS') }),
  },
  {
    name: 'a redirect that keeps the protocol',
    clause: '7.1(13)②',
    expect: 'violation',
    on: 'Listener',
    resources: listener({ Port: 80, Protocol: 'HTTP', DefaultActions: redirect() }),
  },
  {
    name: 'the listener redirects by default, and a rule of it forwards plain HTTP',
    clause: '7.1(13)②',
    expect: 'violation',
    on: ['Listener', 'Rule'],
    resources: {
      ...listener({ Port: 80, Protocol: 'HTTP', DefaultActions: redirect('HTTPS') }),
      Rule: res('AWS::ElasticLoadBalancingV2::ListenerRule', {
        ListenerArn: ref('Listener'),
        Priority: 1,
        Conditions: [{ Field: 'path-pattern', Values: ['/old/*'] }],
        Actions: FORWARD,
      }),
    },
  },
  {
    name: 'HTTPS with the ciphers that nobody chose',
    clause: '7.1(16)②',
    expect: 'violation',
    on: 'Listener',
    resources: listener(HTTPS),
  },
  {
    name: 'HTTPS with approved ciphers',
    clause: '7.1(16)②',
    expect: 'compliant',
    on: 'Listener',
    resources: listener({ ...HTTPS, SslPolicy: STRONG }),
  },
  {
    name: 'the ciphers of one of two values of a parameter are old',
    clause: '7.1(16)②',
    expect: 'violation',
    on: 'Listener',
    template: {
      Parameters: { Tls: { Type: 'String', AllowedValues: [STRONG, 'ELBSecurityPolicy-TLS-1-1-2017-01'] } },
      Resources: listener({ ...HTTPS, SslPolicy: ref('Tls') }),
    },
  },
  {
    name: 'the ciphers are a free parameter',
    clause: '7.1(16)②',
    expect: 'undetermined',
    on: 'Listener',
    template: {
      Parameters: { Tls: { Type: 'String', Default: STRONG } },
      Resources: listener({ ...HTTPS, SslPolicy: ref('Tls') }),
    },
  },
  {
    name: 'a network load balancer that ends TLS',
    clause: '5.3③',
    expect: 'compliant',
    on: 'Listener',
    template: `
Metadata: { Jichitai: { Zone: my-number } }
Resources:
  Nlb: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { Type: network, Scheme: internal } }
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Nlb
      Port: '443'
      Protocol: TLS
      SslPolicy: ${STRONG}
      DefaultActions: [{ Type: forward, TargetGroupArn: targets }]
`,
  },
  {
    name: 'a gateway load balancer passes packets to inspection',
    clause: '7.1(13)②',
    expect: 'compliant',
    on: 'Listener',
    template: `
Metadata: { Jichitai: { Zone: my-number } }
Resources:
  Gwlb: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { Type: gateway } }
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties: { LoadBalancerArn: !Ref Gwlb, DefaultActions: [{ Type: forward, TargetGroupArn: targets }] }
`,
  },
  {
    name: 'viewers may use plain HTTP on one of the paths',
    clause: '7.1(13)②',
    expect: 'violation',
    on: 'It',
    zone: 'internet',
    resources: TLS_IN({
      DefaultCacheBehavior: { ViewerProtocolPolicy: 'redirect-to-https', TargetOriginId: 'site' },
      CacheBehaviors: [{ PathPattern: '/img/*', ViewerProtocolPolicy: 'allow-all', TargetOriginId: 'site' }],
      Origins: [
        {
          Id: 'site',
          DomainName: 'x.example.jp',
          CustomOriginConfig: { OriginProtocolPolicy: 'https-only' },
        },
      ],
    }),
  },
  {
    name: 'the certificate of CloudFront itself brings TLS 1.0',
    clause: '7.1(16)②',
    expect: 'violation',
    on: 'It',
    zone: 'internet',
    resources: TLS_IN({ ViewerCertificate: { CloudFrontDefaultCertificate: true } }),
  },
  {
    name: 'an own certificate with a recent minimum',
    clause: '7.1(16)②',
    expect: 'compliant',
    on: 'It',
    zone: 'internet',
    resources: TLS_IN({
      ViewerCertificate: {
        AcmCertificateArn: 'acm',
        MinimumProtocolVersion: 'TLSv1.2_2021',
        SslSupportMethod: 'sni-only',
      },
    }),
  },
  {
    name: 'a bucket as the origin, by origin access control',
    clause: '5.3③',
    expect: 'compliant',
    on: 'It',
    zone: 'internet',
    resources: {
      Bucket: res('AWS::S3::Bucket'),
      ...TLS_IN({
        DefaultCacheBehavior: { ViewerProtocolPolicy: 'https-only', TargetOriginId: 'b' },
        Origins: [
          {
            Id: 'b',
            DomainName: att('Bucket', 'RegionalDomainName'),
            OriginAccessControlId: 'oac',
            S3OriginConfig: { OriginAccessIdentity: '' },
          },
        ],
      }),
    },
  },
  {
    name: 'a cache that takes TLS or not',
    clause: '7.1(13)②',
    expect: 'violation',
    on: 'It',
    resources: {
      It: res('AWS::ElastiCache::ReplicationGroup', {
        TransitEncryptionEnabled: true,
        TransitEncryptionMode: 'preferred',
      }),
    },
  },
  {
    name: 'PostgreSQL 14 takes connections without TLS by default',
    clause: '7.1(13)②',
    expect: 'violation',
    on: 'It',
    resources: { It: res('AWS::RDS::DBInstance', { Engine: 'postgres', EngineVersion: '14.12' }) },
  },
  {
    name: 'PostgreSQL 16 refuses connections without TLS by default',
    clause: '7.1(13)②',
    expect: 'compliant',
    on: 'It',
    resources: { It: res('AWS::RDS::DBInstance', { Engine: 'postgres', EngineVersion: '16.4' }) },
  },
  {
    name: 'MySQL requires TLS by its parameter group',
    clause: '5.3③',
    expect: 'compliant',
    on: 'It',
    template: `
Metadata: { Jichitai: { Zone: my-number } }
Resources:
  Group:
    Type: AWS::RDS::DBParameterGroup
    Properties: { Family: mysql8.0, Description: tls, Parameters: { require_secure_transport: ON } }
  It:
    Type: AWS::RDS::DBInstance
    Properties: { Engine: mysql, EngineVersion: 8.0.39, DBParameterGroupName: !Ref Group }
`,
  },
  {
    name: 'Aurora PostgreSQL turns it off in the group of the cluster',
    clause: '5.3③',
    expect: 'violation',
    on: 'It',
    resources: {
      Group: res('AWS::RDS::DBClusterParameterGroup', {
        Family: 'aurora-postgresql16',
        Parameters: { 'rds.force_ssl': '0' },
      }),
      It: res('AWS::RDS::DBCluster', {
        Engine: 'aurora-postgresql',
        EngineVersion: '16.4',
        DBClusterParameterGroupName: ref('Group'),
      }),
    },
  },
  {
    name: 'brokers talk TLS with clients by default',
    clause: '7.1(13)②',
    expect: 'compliant',
    on: 'It',
    resources: {
      It: res('AWS::MSK::Cluster', { EncryptionInfo: { EncryptionInTransit: { InCluster: true } } }),
    },
  },
  {
    name: 'brokers take plain text, too',
    clause: '7.1(13)②',
    expect: 'violation',
    on: 'It',
    resources: {
      It: res('AWS::MSK::Cluster', {
        EncryptionInfo: { EncryptionInTransit: { ClientBroker: 'TLS_PLAINTEXT', InCluster: true } },
      }),
    },
  },
  {
    name: 'a search domain that allows HTTP in one alternative',
    clause: '7.1(13)②',
    expect: 'violation',
    on: 'It',
    template: {
      ...PROD,
      Resources: {
        It: res('AWS::OpenSearchService::Domain', {
          NodeToNodeEncryptionOptions: { Enabled: true },
          DomainEndpointOptions: {
            EnforceHTTPS: when('Prod', true, NO_VALUE),
            TLSSecurityPolicy: 'Policy-Min-TLS-1-2-2019-07',
          },
        }),
      },
    },
  },
  {
    name: 'a task mounts files without TLS',
    clause: '7.1(13)②',
    expect: 'violation',
    on: 'It',
    resources: {
      It: res('AWS::ECS::TaskDefinition', {
        Volumes: [{ Name: 'data', EFSVolumeConfiguration: { FilesystemId: 'fs-1' } }, { Name: 'scratch' }],
      }),
    },
  },
  {
    name: 'file transfer with FTP among its protocols',
    clause: '7.1(16)①',
    expect: 'violation',
    on: 'It',
    template: `
Metadata: { Jichitai: { Zone: lgwan } }
Resources:
  It: { Type: AWS::Transfer::Server, Properties: { EndpointType: VPC, Protocols: [SFTP, FTP] } }
`,
  },
];

accuracyCases('encryption in transit: lines', LINES);
