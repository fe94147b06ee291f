import { type AccuracyCase, accuracyCases, att, ref, res, when } from './support';

// Software whose support by its developer has ended, or ends while it is to be used. Today is 2026-11-24.

const PLANNED = '2029-03-31';
const about = (
  name: string,
  expect: AccuracyCase['expect'],
  resources: Record<string, unknown>,
  { until = PLANNED, on = 'X', ...more }: { until?: string; on?: string } & Record<string, unknown> = {},
): AccuracyCase => ({
  name,
  clause: '7.4(1)⑦',
  on,
  expect,
  template: {
    Metadata: {
      Jichitai: {
        Zone: 'internet',
        Confidentiality: 1,
        Integrity: 1,
        Availability: 1,
        ...(until === '' ? {} : { PlannedUseUntil: until }),
      },
    },
    ...more,
    Resources: resources,
  },
});
const fn = (Runtime: unknown) =>
  res('AWS::Lambda::Function', { Runtime, Handler: 'index.handler', Code: { ZipFile: 'x' }, Role: 'r' });
const OLD_OR_NEW = {
  Parameters: { Env: { Type: 'String' } },
  Conditions: { Old: { 'Fn::Equals': [ref('Env'), 'old'] } },
};

accuracyCases('software is supported while it is used', [
  about('Node.js 16 has been without patches since 2024', 'violation', { X: fn('nodejs16.x') }),
  about('Python 3.14 is patched until June 2029, after the contract', 'compliant', { X: fn('python3.14') }),
  about('.NET 8 ended two weeks ago', 'violation', { X: fn('dotnet8') }),
  about('Node.js 22 ends in April 2027, in the middle of the contract', 'violation', { X: fn('nodejs22.x') }),
  about(
    'Node.js 22 outlives a contract of this fiscal year',
    'compliant',
    { X: fn('nodejs22.x') },
    { until: '2027-03-31' },
  ),
  about('nobody has said until when it is used', 'evidence', { X: fn('nodejs22.x') }, { until: '' }),
  about(
    'the runtime is up to whoever deploys',
    'undetermined',
    { X: fn(ref('Runtime')) },
    { Parameters: { Runtime: { Type: 'String', Default: 'nodejs16.x' } } },
  ),
  about(
    'one of the environments still has an old runtime',
    'violation',
    { X: fn(when('Old', 'python3.7', 'python3.14')) },
    OLD_OR_NEW,
  ),
  about(
    'the version comes from a mapping by region',
    'violation',
    { X: fn({ 'Fn::FindInMap': ['Runtimes', 'tokyo', 'node'] }) },
    {
      Mappings: { Runtimes: { tokyo: { node: 'nodejs14.x' } } },
    },
  ),
  about('PostgreSQL 12 ended in 2025; AWS goes on for money, unasked', 'violation', {
    X: res('AWS::RDS::DBInstance', { Engine: 'postgres', EngineVersion: '12.22' }),
  }),
  about(
    'the city pays for patches of MySQL 5.7 until it moves this year',
    'compliant',
    {
      X: res('AWS::RDS::DBInstance', {
        Engine: 'mysql',
        EngineVersion: '5.7.44',
        EngineLifecycleSupport: 'open-source-rds-extended-support',
      }),
    },
    { until: '2026-12-31' },
  ),
  about('Aurora PostgreSQL 17 is supported until 2030', 'compliant', {
    X: res('AWS::RDS::DBCluster', { Engine: 'aurora-postgresql', EngineVersion: '17.9' }),
  }),
  about('the reader of a cluster names an engine, and has the version of the cluster', 'compliant', {
    C: res('AWS::RDS::DBCluster', { Engine: 'aurora-postgresql', EngineVersion: '17.7' }),
    X: res('AWS::RDS::DBInstance', { Engine: 'aurora-postgresql', DBClusterIdentifier: ref('C') }),
  }),
  about('Kubernetes 1.30 is past even its extended support', 'violation', {
    X: res('AWS::EKS::Cluster', { Version: '1.30', UpgradePolicy: { SupportType: 'EXTENDED' } }),
  }),
  about('Elasticsearch 7.1 has been without standard support for a year', 'violation', {
    X: res('AWS::OpenSearchService::Domain', { EngineVersion: 'Elasticsearch_7.1' }),
  }),
  about('Redis 5 is a year behind its standard support', 'violation', {
    X: res('AWS::ElastiCache::ReplicationGroup', { Engine: 'redis', EngineVersion: '5.0.6' }),
  }),
  about('a server on Amazon Linux 2, by its public parameter', 'violation', {
    X: res('AWS::EC2::Instance', {
      ImageId: '{{resolve:ssm:/aws/service/ami-amazon-linux-latest/amzn2-ami-hvm-x86_64-gp2}}',
    }),
  }),
  about('a server whose image is a number', 'undetermined', {
    X: res('AWS::EC2::Instance', { ImageId: 'ami-0abcdef1234567890' }),
  }),
  about('an image that the same templates build', 'undetermined', {
    I: res('AWS::ImageBuilder::Image', { ImageRecipeArn: 'arn', InfrastructureConfigurationArn: 'arn' }),
    X: res('AWS::EC2::Instance', { ImageId: att('I', 'ImageId') }),
  }),
  about('ActiveMQ 5.15 ended in 2024', 'violation', {
    X: res('AWS::AmazonMQ::Broker', { EngineType: 'ACTIVEMQ', EngineVersion: '5.15.14' }),
  }),
  about('a tag on the function outweighs what the template says of all', 'compliant', {
    X: res('AWS::Lambda::Function', {
      Runtime: 'nodejs24.x',
      Tags: [{ Key: 'jichitai:planned-use-until', Value: '2027-03-31' }],
    }),
  }),
]);
