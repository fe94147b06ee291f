import { type AccuracyCase, accuracyCases, att, NO_VALUE, ref, res, sub } from './support';

const KEY = res('AWS::KMS::Key', { EnableKeyRotation: true });

const one = (type: string, properties: object, more: Record<string, unknown> = {}) => ({
  Key: KEY,
  It: res(type, properties),
  ...more,
});

const DENY = {
  Effect: 'Deny',
  Principal: '*',
  Action: '*',
  Resource: '*',
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
};

const alb = (type = 'application') =>
  res('AWS::ElasticLoadBalancingV2::LoadBalancer', { Type: type, Scheme: 'internal' });

const FORWARD = [{ Type: 'forward', TargetGroupArn: ref('Targets') }];

const IN_TRANSIT: readonly AccuracyCase[] = [
  {
    name: 'objects are guarded, and the list of their names is not',
    clause: '7.1(13)②',
    expect: 'violation',
    on: 'Bucket',
    resources: {
      Bucket: res('AWS::S3::Bucket'),
      Policy: res('AWS::S3::BucketPolicy', {
        Bucket: ref('Bucket'),
        PolicyDocument: { Statement: [{ ...DENY, Action: 's3:*', Resource: sub('${Bucket.Arn}/*') }] },
      }),
    },
  },
  {
    name: 'a policy that is written at the queue',
    clause: '7.1(13)②',
    expect: 'compliant',
    on: 'Queue',
    resources: {
      Queue: res('AWS::SQS::Queue'),
      Policy: res('AWS::SQS::QueueInlinePolicy', {
        Queue: ref('Queue'),
        PolicyDocument: { Statement: [{ ...DENY, Action: 'sqs:*', Resource: att('Queue', 'Arn') }] },
      }),
    },
  },
  {
    name: 'TLS where there is a certificate, plain HTTP where there is none',
    clause: '5.3③',
    expect: 'violation',
    on: 'Listener',
    template: `
Parameters: { Certificate: { Type: String, Default: '' } }
Conditions: { HasCertificate: !Not [!Equals [!Ref Certificate, '']] }
Metadata: { Jichitai: { Zone: my-number } }
Resources:
  Alb: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { Scheme: internal } }
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Alb
      Port: !If [HasCertificate, 443, 80]
      Protocol: !If [HasCertificate, HTTPS, HTTP]
      SslPolicy: !If [HasCertificate, ELBSecurityPolicy-TLS13-1-2-2021-06, !Ref AWS::NoValue]
      Certificates: !If [HasCertificate, [{ CertificateArn: !Ref Certificate }], !Ref AWS::NoValue]
      DefaultActions: [{ Type: forward, TargetGroupArn: targets }]
`,
  },
  {
    // Corrected from compliant: bytes on 443 are not looked at, so that evidence is asked, which does not block.
    name: 'a network load balancer passes 443 on to an application load balancer that ends TLS',
    clause: '7.1(13)②',
    expect: 'evidence',
    on: 'Listener',
    resources: {
      Nlb: alb('network'),
      Alb: alb(),
      Secure: res('AWS::ElasticLoadBalancingV2::Listener', {
        LoadBalancerArn: ref('Alb'),
        Port: 443,
        Protocol: 'HTTPS',
        SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
        DefaultActions: FORWARD,
      }),
      Targets: res('AWS::ElasticLoadBalancingV2::TargetGroup', {
        TargetType: 'alb',
        Protocol: 'TCP',
        Port: 443,
        Targets: [{ Id: ref('Alb') }],
      }),
      Listener: res('AWS::ElasticLoadBalancingV2::Listener', {
        LoadBalancerArn: ref('Nlb'),
        Port: 443,
        Protocol: 'TCP',
        DefaultActions: FORWARD,
      }),
    },
  },
  {
    name: 'a network load balancer passes plain HTTP on',
    clause: '7.1(13)②',
    expect: 'violation',
    on: 'Listener',
    resources: {
      Nlb: alb('network'),
      Targets: res('AWS::ElasticLoadBalancingV2::TargetGroup', { Protocol: 'TCP', Port: 80, VpcId: 'vpc-1' }),
      Listener: res('AWS::ElasticLoadBalancingV2::Listener', {
        LoadBalancerArn: ref('Nlb'),
        Port: 80,
        Protocol: 'TCP',
        DefaultActions: FORWARD,
      }),
    },
  },
  {
    name: 'a classic load balancer with plain HTTP',
    clause: '5.3③',
    expect: 'violation',
    on: 'It',
    resources: one('AWS::ElasticLoadBalancing::LoadBalancer', {
      Scheme: 'internal',
      Listeners: [{ LoadBalancerPort: '80', InstancePort: '80', Protocol: 'http' }],
    }),
  },
  {
    name: 'the origin is talked to as the viewer talks, and viewers talk HTTPS only',
    clause: '5.3③',
    expect: 'compliant',
    on: 'It',
    zone: 'internet',
    resources: one('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        DefaultCacheBehavior: { ViewerProtocolPolicy: 'https-only', TargetOriginId: 'site' },
        Origins: [
          {
            Id: 'site',
            DomainName: 'x.example.jp',
            CustomOriginConfig: { OriginProtocolPolicy: 'match-viewer', OriginSSLProtocols: ['TLSv1.2'] },
          },
        ],
      },
    }),
  },
  {
    name: 'the origin is talked to in plain HTTP',
    clause: '5.3③',
    expect: 'violation',
    on: 'It',
    zone: 'internet',
    resources: one('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        DefaultCacheBehavior: { ViewerProtocolPolicy: 'https-only', TargetOriginId: 'site' },
        Origins: [
          {
            Id: 'site',
            DomainName: 'x.example.jp',
            CustomOriginConfig: { OriginProtocolPolicy: 'http-only' },
          },
        ],
      },
    }),
  },
  {
    name: 'a document database without a parameter group takes TLS only',
    clause: '7.1(13)②',
    expect: 'compliant',
    on: 'It',
    resources: one('AWS::DocDB::DBCluster', { MasterUsername: 'owner' }),
  },
  {
    name: 'the parameter group of a document database turns TLS off',
    clause: '7.1(13)②',
    expect: 'violation',
    on: 'It',
    resources: one(
      'AWS::DocDB::DBCluster',
      { DBClusterParameterGroupName: ref('Group') },
      { Group: res('AWS::DocDB::DBClusterParameterGroup', { Parameters: { tls: 'disabled' } }) },
    ),
  },
  {
    name: 'a cache says nothing of TLS',
    clause: '7.1(13)②',
    expect: 'violation',
    on: 'It',
    resources: one('AWS::ElastiCache::ReplicationGroup', { Engine: 'redis' }),
  },
  {
    name: 'MemoryDB talks TLS where nothing is said',
    clause: '7.1(13)②',
    expect: 'compliant',
    on: 'It',
    resources: one('AWS::MemoryDB::Cluster', { ACLName: 'app' }),
  },
  {
    name: 'a proxy takes connections without TLS where nothing is said',
    clause: '7.1(13)②',
    expect: 'violation',
    on: 'It',
    resources: one('AWS::RDS::DBProxy', { EngineFamily: 'POSTGRESQL', RequireTLS: NO_VALUE }),
  },
  {
    name: 'whether a proxy takes connections without TLS is left to whoever deploys',
    clause: '7.1(13)②',
    expect: 'undetermined',
    on: 'It',
    template: {
      Parameters: { Tls: { Type: 'String', Default: 'true' } },
      Resources: one('AWS::RDS::DBProxy', { EngineFamily: 'POSTGRESQL', RequireTLS: ref('Tls') }),
    },
  },
  {
    name: 'Aurora MySQL takes connections without TLS where nothing is said',
    clause: '7.1(13)②',
    expect: 'violation',
    on: 'It',
    resources: one('AWS::RDS::DBCluster', {
      Engine: 'aurora-mysql',
      EngineVersion: '8.0.mysql_aurora.3.07.1',
    }),
  },
  {
    name: 'a search domain takes old TLS where nothing is said',
    clause: '7.1(13)②',
    expect: 'violation',
    on: 'It',
    resources: one('AWS::OpenSearchService::Domain', { DomainEndpointOptions: { EnforceHTTPS: true } }),
  },
  {
    name: 'a search domain with HTTPS and forward secrecy',
    clause: '5.3③',
    expect: 'compliant',
    on: 'It',
    template: `
Metadata: { Jichitai: { Zone: my-number } }
Resources:
  It:
    Type: AWS::OpenSearchService::Domain
    Properties:
      NodeToNodeEncryptionOptions: { Enabled: true }
      DomainEndpointOptions: { EnforceHTTPS: true, TLSSecurityPolicy: Policy-Min-TLS-1-2-PFS-2023-10 }
`,
  },
];

accuracyCases('encryption in transit: a second look', IN_TRANSIT);
