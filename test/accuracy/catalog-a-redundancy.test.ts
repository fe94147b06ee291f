import { type AccuracyCase, accuracyCases, ref, res, sub, when } from './support';

const clause = '5.1(2)';
const availability = (Value: string) => [{ Key: 'jichitai:availability', Value }];
const Tags = availability('2');
const subnet = (AvailabilityZone: string, CidrBlock: string) =>
  res('AWS::EC2::Subnet', { VpcId: 'vpc-0a1b2c3d', AvailabilityZone, CidrBlock });
const SUBNETS = {
  SubnetA: subnet('ap-northeast-1a', '10.20.0.0/24'),
  SubnetC: subnet('ap-northeast-1c', '10.20.1.0/24'),
};
const BOTH = [ref('SubnetA'), ref('SubnetC')];
const db = (properties: object) =>
  res('AWS::RDS::DBInstance', {
    Engine: 'postgres',
    EngineVersion: '16',
    DBInstanceClass: 'db.m6g.large',
    AllocatedStorage: '100',
    Tags,
    ...properties,
  });
const aurora = (...zones: readonly (string | undefined)[]) => ({
  Cluster: res('AWS::RDS::DBCluster', { Engine: 'aurora-postgresql', EngineVersion: '16.6', Tags }),
  ...Object.fromEntries(
    zones.map((AvailabilityZone, index) => [
      `Instance${index}`,
      res('AWS::RDS::DBInstance', {
        Engine: 'aurora-postgresql',
        DBClusterIdentifier: ref('Cluster'),
        DBInstanceClass: 'db.r6g.large',
        ...(AvailabilityZone === undefined ? {} : { AvailabilityZone }),
        Tags,
      }),
    ]),
  ),
});
const service = (properties: object) =>
  res('AWS::ECS::Service', {
    Cluster: 'madoguchi',
    ServiceName: 'web',
    TaskDefinition: 'arn:aws:ecs:ap-northeast-1:111122223333:task-definition/web:1',
    LaunchType: 'FARGATE',
    NetworkConfiguration: { AwsvpcConfiguration: { Subnets: BOTH } },
    Tags,
    ...properties,
  });
const group = (properties: object) =>
  res('AWS::AutoScaling::AutoScalingGroup', {
    LaunchTemplate: { LaunchTemplateId: 'lt-0a1b2c3d4e5f67890', Version: '1' },
    MinSize: '2',
    MaxSize: '4',
    VPCZoneIdentifier: BOTH,
    Tags: [{ Key: 'jichitai:availability', Value: '2', PropagateAtLaunch: true }],
    ...properties,
  });
const redundant = (
  name: string,
  expect: AccuracyCase['expect'],
  on: AccuracyCase['on'],
  resources: Readonly<Record<string, unknown>>,
): AccuracyCase => ({ name, clause, expect, on, resources });

const CASES: readonly AccuracyCase[] = [
  redundant('a database with a standby', 'compliant', 'Db', { Db: db({ MultiAZ: true }) }),
  redundant('a database that says nothing of a standby, and has none', 'violation', 'Db', { Db: db({}) }),
  redundant('a database of low availability without a standby', 'compliant', 'Db', {
    Db: db({ MultiAZ: false, Tags: availability('1') }),
  }),
  redundant(
    'a database without a standby, of which nobody says how available it must be',
    'undetermined',
    'Db',
    {
      Db: db({ MultiAZ: false, Tags: [] }),
    },
  ),
  {
    name: 'a database that has a standby in production only, which is one of the stages of the template',
    clause,
    expect: 'violation',
    on: 'Db',
    template: {
      Parameters: { Stage: { Type: 'String', AllowedValues: ['prod', 'stg'] } },
      Conditions: { Prod: { 'Fn::Equals': [ref('Stage'), 'prod'] } },
      Resources: { Db: db({ MultiAZ: when('Prod', true, false) }) },
    },
  },
  redundant('Aurora with a reader', 'compliant', 'Cluster', aurora(undefined, undefined)),
  redundant('Aurora with its writer alone', 'violation', ['Cluster', 'Instance0'], aurora(undefined)),
  redundant(
    'Aurora with a reader that is put in the same zone as the writer',
    'violation',
    ['Cluster', 'Instance0', 'Instance1'],
    aurora('ap-northeast-1a', 'ap-northeast-1a'),
  ),
  redundant('a service of two tasks in two subnets', 'compliant', 'Service', {
    ...SUBNETS,
    Service: service({ DesiredCount: 2 }),
  }),
  redundant('a service without a count, which starts one task', 'violation', 'Service', {
    ...SUBNETS,
    Service: service({}),
  }),
  redundant('a service without a count, which scaling keeps at two at least', 'compliant', 'Service', {
    ...SUBNETS,
    Service: service({}),
    Scaling: res('AWS::ApplicationAutoScaling::ScalableTarget', {
      ServiceNamespace: 'ecs',
      ScalableDimension: 'ecs:service:DesiredCount',
      ResourceId: sub('service/madoguchi/${Service.Name}'),
      MinCapacity: 2,
      MaxCapacity: 6,
    }),
  }),
  {
    name: 'a service whose count is a free parameter',
    clause,
    expect: 'undetermined',
    on: 'Service',
    template: {
      Parameters: { Count: { Type: 'Number', Default: 2 } },
      Resources: { ...SUBNETS, Service: service({ DesiredCount: ref('Count') }) },
    },
  },
  redundant('two servers at least, in two zones', 'compliant', 'Servers', { ...SUBNETS, Servers: group({}) }),
  redundant('two servers at least, all in one subnet', 'violation', 'Servers', {
    ...SUBNETS,
    Servers: group({ VPCZoneIdentifier: [ref('SubnetA')] }),
  }),
  redundant('one server that is replaced when it fails', 'violation', 'Servers', {
    ...SUBNETS,
    Servers: group({ MinSize: '1' }),
  }),
  redundant('a broker of one instance', 'violation', 'Broker', {
    Broker: res('AWS::AmazonMQ::Broker', {
      BrokerName: 'renkei',
      EngineType: 'RABBITMQ',
      EngineVersion: '3.13',
      DeploymentMode: 'SINGLE_INSTANCE',
      HostInstanceType: 'mq.m5.large',
      PubliclyAccessible: false,
      Tags,
    }),
  }),
  redundant('a file system in one zone', 'violation', 'Files', {
    Files: res('AWS::EFS::FileSystem', {
      AvailabilityZoneName: 'ap-northeast-1a',
      Encrypted: true,
      FileSystemTags: Tags,
    }),
  }),
  redundant('Redis of two nodes with failover across zones', 'compliant', 'Cache', {
    Cache: res('AWS::ElastiCache::ReplicationGroup', {
      ReplicationGroupDescription: 'sessions',
      Engine: 'redis',
      CacheNodeType: 'cache.t4g.small',
      NumCacheClusters: 2,
      AutomaticFailoverEnabled: true,
      MultiAZEnabled: true,
      Tags,
    }),
  }),
];

accuracyCases('redundancy', CASES);
