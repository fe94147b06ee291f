import { type AccuracyCase, accuracyCases, ref, res } from './support';

const lines = (cases: readonly Omit<AccuracyCase, 'clause'>[]): readonly AccuracyCase[] =>
  cases.map((item) => ({ ...item, clause: '5.3④' }));

const dms = (properties: object) =>
  res('AWS::DMS::Endpoint', { EndpointType: 'source', EngineName: 'postgres', ...properties });
const kafka = (inTransit?: object) =>
  res('AWS::MSK::Cluster', {
    ClusterName: 'renkei',
    KafkaVersion: '3.6.0',
    NumberOfBrokerNodes: 2,
    BrokerNodeGroupInfo: { InstanceType: 'kafka.m5.large', ClientSubnets: ['subnet-a', 'subnet-b'] },
    EncryptionInfo: {
      EncryptionAtRest: { DataVolumeKMSKeyId: 'alias/juki' },
      ...(inTransit === undefined ? {} : { EncryptionInTransit: inTransit }),
    },
  });
const subscription = (protocol: unknown, endpoint: string) =>
  res('AWS::SNS::Subscription', {
    TopicArn: 'arn:aws:sns:ap-northeast-1:111122223333:tsuchi',
    Protocol: protocol,
    Endpoint: endpoint,
  });
const elb = (listener: object, policies: readonly object[] = []) =>
  res('AWS::ElasticLoadBalancing::LoadBalancer', {
    Scheme: 'internal',
    Subnets: ['subnet-0a1b2c3d'],
    Listeners: [listener],
    Policies: policies,
  });
const CERTIFICATE = 'arn:aws:acm:ap-northeast-1:111122223333:certificate/abcd';
const TLS12 = {
  PolicyName: 'tls12',
  PolicyType: 'SSLNegotiationPolicyType',
  Attributes: [{ Name: 'Reference-Security-Policy', Value: 'ELBSecurityPolicy-TLS-1-2-2017-01' }],
};
const HTTPS = {
  LoadBalancerPort: '443',
  Protocol: 'HTTPS',
  InstancePort: '8443',
  InstanceProtocol: 'HTTPS',
  SSLCertificateId: CERTIFICATE,
};
const cache = (properties: object) =>
  res('AWS::ElastiCache::ReplicationGroup', {
    ReplicationGroupDescription: 'sessions',
    Engine: 'valkey',
    CacheNodeType: 'cache.t4g.small',
    ...properties,
  });
const method = (uri: string) =>
  res('AWS::ApiGateway::Method', {
    RestApiId: 'a1b2c3d4e5',
    ResourceId: 'f6g7h8',
    HttpMethod: 'GET',
    AuthorizationType: 'AWS_IAM',
    Integration: { Type: 'HTTP_PROXY', IntegrationHttpMethod: 'GET', Uri: uri },
  });
const files = (properties: object) =>
  res('AWS::ECS::TaskDefinition', {
    Family: 'shinsei',
    Volumes: [{ Name: 'files', EFSVolumeConfiguration: { FilesystemId: 'fs-0a1b2c3d', ...properties } }],
    ContainerDefinitions: [{ Name: 'app', Image: 'public.ecr.aws/nginx/nginx:1.27' }],
  });
const dax = (properties: object) =>
  res('AWS::DAX::Cluster', {
    IAMRoleARN: 'arn:aws:iam::111122223333:role/dax',
    NodeType: 'dax.r5.large',
    ReplicationFactor: 3,
    SSESpecification: { SSEEnabled: true },
    ...properties,
  });
const memory = (properties: object) =>
  res('AWS::MemoryDB::Cluster', {
    ACLName: 'juki',
    ClusterName: 'juki',
    NodeType: 'db.t4g.small',
    ...properties,
  });
const transfer = (protocols: readonly string[] | undefined) =>
  res('AWS::Transfer::Server', {
    EndpointType: 'VPC',
    SecurityPolicyName: 'TransferSecurityPolicy-2024-01',
    ...(protocols === undefined ? {} : { Protocols: protocols }),
  });

accuracyCases(
  'catalog b: encryption on the lines of less usual services',
  lines([
    {
      name: 'DMS reads without TLS where nothing is said',
      expect: 'violation',
      on: 'Source',
      resources: { Source: dms({}) },
    },
    {
      name: 'DMS checks certificate and name of the database',
      expect: 'compliant',
      on: 'Source',
      resources: { Source: dms({ SslMode: 'verify-full', CertificateArn: 'arn:aws:dms:cert' }) },
    },
    {
      name: 'S3 as a target knows no mode but none, and is reached by HTTPS',
      expect: 'compliant',
      on: 'Target',
      resources: { Target: dms({ EndpointType: 'target', EngineName: 's3' }) },
    },
    {
      name: 'Kafka takes clients with TLS only where nothing is said',
      expect: 'compliant',
      on: 'Kafka',
      resources: { Kafka: kafka() },
    },
    {
      name: 'Kafka takes clients without TLS as well',
      expect: 'violation',
      on: 'Kafka',
      resources: { Kafka: kafka({ ClientBroker: 'TLS_PLAINTEXT' }) },
    },
    {
      name: 'the brokers of Kafka talk to each other in the clear',
      expect: 'violation',
      on: 'Kafka',
      resources: { Kafka: kafka({ ClientBroker: 'TLS', InCluster: false }) },
    },
    {
      name: 'messages to an address with http',
      expect: 'violation',
      on: 'Subscription',
      resources: { Subscription: subscription('http', 'http://tsuchi.example.lg.jp/hook') },
    },
    {
      name: 'messages to an address with https',
      expect: 'compliant',
      on: 'Subscription',
      resources: { Subscription: subscription('https', 'https://tsuchi.example.lg.jp/hook') },
    },
    {
      name: 'the protocol of the messages is a parameter',
      expect: 'undetermined',
      on: 'Subscription',
      template: {
        Parameters: { Protocol: { Type: 'String' } },
        Resources: { Subscription: subscription(ref('Protocol'), 'tsuchi.example.lg.jp/hook') },
      },
    },
    {
      name: 'a subscription within the topic goes to http',
      expect: 'violation',
      on: 'Topic',
      resources: {
        Topic: res('AWS::SNS::Topic', {
          KmsMasterKeyId: 'alias/juki',
          Subscription: [{ Protocol: 'http', Endpoint: 'http://tsuchi.example.lg.jp/hook' }],
        }),
      },
    },
    {
      name: 'a classic load balancer on port 80',
      expect: 'violation',
      on: 'Elb',
      resources: {
        Elb: elb({ LoadBalancerPort: '80', Protocol: 'HTTP', InstancePort: '80', InstanceProtocol: 'HTTP' }),
      },
    },
    {
      name: 'a classic load balancer without a policy, of which the default takes TLS 1.0',
      expect: 'violation',
      on: 'Elb',
      resources: { Elb: elb(HTTPS) },
    },
    {
      name: 'a classic load balancer with a policy of TLS 1.2',
      expect: 'compliant',
      on: 'Elb',
      resources: { Elb: elb({ ...HTTPS, PolicyNames: ['tls12'] }, [TLS12]) },
    },
    {
      name: 'a cache that takes clients without TLS for the time being',
      expect: 'violation',
      on: 'Cache',
      resources: { Cache: cache({ TransitEncryptionEnabled: true, TransitEncryptionMode: 'preferred' }) },
    },
    {
      name: 'a cache with TLS, which is required where no mode is named',
      expect: 'compliant',
      on: 'Cache',
      resources: { Cache: cache({ TransitEncryptionEnabled: true }) },
    },
    {
      name: 'an API calls a server by http',
      expect: 'violation',
      on: 'Method',
      resources: { Method: method('http://backend.example.lg.jp/api') },
    },
    {
      name: 'an API calls a server by https',
      expect: 'compliant',
      on: 'Method',
      resources: { Method: method('https://backend.example.lg.jp/api') },
    },
    {
      name: 'a task mounts its files without TLS where nothing is said',
      expect: 'violation',
      on: 'Task',
      resources: { Task: files({}) },
    },
    {
      name: 'a task mounts its files with TLS',
      expect: 'compliant',
      on: 'Task',
      resources: { Task: files({ TransitEncryption: 'ENABLED' }) },
    },
    {
      name: 'a cluster of DAX about which nothing is said',
      expect: 'violation',
      on: 'Dax',
      resources: { Dax: dax({}) },
    },
    {
      name: 'a cluster of DAX with TLS',
      expect: 'compliant',
      on: 'Dax',
      resources: { Dax: dax({ ClusterEndpointEncryptionType: 'TLS' }) },
    },
    {
      name: 'MemoryDB has TLS where nothing is said',
      expect: 'compliant',
      on: 'Memory',
      resources: { Memory: memory({}) },
    },
    {
      name: 'MemoryDB without TLS',
      expect: 'violation',
      on: 'Memory',
      resources: { Memory: memory({ TLSEnabled: 'false' }) },
    },
    {
      name: 'files come in by FTP besides SFTP',
      expect: 'violation',
      on: 'Transfer',
      resources: { Transfer: transfer(['SFTP', 'FTP']) },
    },
    {
      name: 'files come in by SFTP, the only protocol where none is named',
      expect: 'compliant',
      on: 'Transfer',
      resources: { Transfer: transfer(undefined) },
    },
  ]),
);
