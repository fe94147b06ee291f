import { type AccuracyCase, accuracyCases, NO_VALUE, ref, res, when } from './support';

// Protection against deletion, and redundancy.

const ENVIRONMENT = {
  Parameters: { Env: { Type: 'String' } },
  Conditions: { Prod: { 'Fn::Equals': [ref('Env'), 'prod'] } },
};
const about =
  (clause: string, marks?: object) =>
  (
    name: string,
    expect: AccuracyCase['expect'],
    resources: Record<string, unknown>,
    more: object = {},
    on: AccuracyCase['on'] = 'X',
  ): AccuracyCase => ({
    name,
    clause,
    on,
    expect,
    template: {
      ...(marks === undefined ? {} : { Metadata: { Jichitai: marks } }),
      ...more,
      Resources: resources,
    },
  });
const database = (more: object = {}) =>
  res('AWS::RDS::DBInstance', {
    Engine: 'postgres',
    DBInstanceClass: 'db.r6g.large',
    AllocatedStorage: '100',
    ...more,
  });

const guarded = about('8.1⑥', { Zone: 'my-number', Confidentiality: 3, Integrity: 2, Availability: 2 });
const RETAIN = { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' };
accuracyCases('deletion is guarded', [
  guarded('a table that goes with its stack', 'violation', { X: res('AWS::DynamoDB::Table') }),
  guarded('a table that its protection keeps when the stack goes', 'compliant', {
    X: res('AWS::DynamoDB::Table', { DeletionProtectionEnabled: true }),
  }),
  guarded('a table that stays and is protected', 'compliant', {
    X: res('AWS::DynamoDB::Table', { DeletionProtectionEnabled: 'true' }, RETAIN),
  }),
  guarded('a protected cluster: absent means that a snapshot is taken', 'compliant', {
    X: res('AWS::RDS::DBCluster', { Engine: 'aurora-mysql', DeletionProtection: true }),
  }),
  guarded('a cluster without protection', 'violation', {
    X: res('AWS::RDS::DBCluster', { Engine: 'aurora-mysql' }, { DeletionPolicy: 'Snapshot' }),
  }),
  guarded('a member of a protected cluster', 'compliant', {
    C: res('AWS::RDS::DBCluster', { Engine: 'aurora-mysql', DeletionProtection: true }),
    X: res(
      'AWS::RDS::DBInstance',
      { DBClusterIdentifier: ref('C'), Engine: 'aurora-mysql' },
      { DeletionPolicy: 'Delete' },
    ),
  }),
  guarded(
    'protection is a free parameter',
    'undetermined',
    { X: database({ DeletionProtection: ref('Protect') }) },
    { Parameters: { Protect: { Type: 'String', Default: 'true' } } },
  ),
  guarded(
    'protection differs by environment',
    'violation',
    { X: database({ DeletionProtection: when('Prod', true, false) }) },
    ENVIRONMENT,
  ),
  guarded('a user pool', 'compliant', { X: res('AWS::Cognito::UserPool', { DeletionProtection: 'ACTIVE' }) }),
  guarded('a user pool without', 'violation', {
    X: res('AWS::Cognito::UserPool', { DeletionProtection: 'INACTIVE' }),
  }),
  guarded('a load balancer', 'compliant', {
    X: res('AWS::ElasticLoadBalancingV2::LoadBalancer', {
      LoadBalancerAttributes: [{ Key: 'deletion_protection.enabled', Value: true }],
    }),
  }),
  // It holds no data and can be made again: a warning.
  guarded('a load balancer without: nothing blocks', 'compliant', {
    X: res('AWS::ElasticLoadBalancingV2::LoadBalancer', {}),
  }),
]);

const twice = about('5.1(2)', { Zone: 'my-number', Confidentiality: 3, Integrity: 2, Availability: 2 });
const member = (beside: object = {}) =>
  res(
    'AWS::RDS::DBInstance',
    { DBClusterIdentifier: ref('X'), Engine: 'aurora-mysql', DBInstanceClass: 'db.r6g.large' },
    beside,
  );
const aurora = () => res('AWS::RDS::DBCluster', { Engine: 'aurora-mysql' });
accuracyCases('redundancy', [
  twice('a database in one zone', 'violation', { X: database() }),
  twice('a database in two zones', 'compliant', { X: database({ MultiAZ: 'true' }) }),
  twice(
    'two zones in production only',
    'violation',
    { X: database({ MultiAZ: when('Prod', true, NO_VALUE) }) },
    ENVIRONMENT,
  ),
  twice(
    'zones by a free parameter',
    'undetermined',
    { X: database({ MultiAZ: ref('Multi') }) },
    { Parameters: { Multi: { Type: 'String', Default: 'true' } } },
  ),
  twice('a cluster of two', 'compliant', { X: aurora(), A: member(), B: member() }),
  twice('a cluster of one', 'violation', { X: aurora(), A: member() }),
  twice(
    'a cluster whose second member is for production',
    'violation',
    { X: aurora(), A: member(), B: member({ Condition: 'Prod' }) },
    ENVIRONMENT,
  ),
  twice('a cluster over three zones by nature', 'compliant', {
    X: res('AWS::RDS::DBCluster', {
      Engine: 'postgres',
      DBClusterInstanceClass: 'db.r6gd.large',
      AllocatedStorage: 100,
      StorageType: 'io1',
      Iops: 1000,
    }),
  }),
  twice('a service of one task', 'violation', {
    X: res('AWS::ECS::Service', { DesiredCount: 1, LaunchType: 'FARGATE' }),
  }),
  twice('a service of two tasks', 'compliant', {
    X: res('AWS::ECS::Service', { DesiredCount: 2, LaunchType: 'FARGATE' }),
  }),
  twice('a cache without a second node', 'violation', {
    X: res('AWS::ElastiCache::ReplicationGroup', {
      ReplicationGroupDescription: 'c',
      NumCacheClusters: 1,
      AutomaticFailoverEnabled: false,
    }),
  }),
  twice('a file system in one zone', 'violation', {
    X: res('AWS::EFS::FileSystem', { AvailabilityZoneName: 'ap-northeast-1a' }),
  }),
  {
    ...twice('availability 1 may stand alone', 'compliant', {}),
    template: {
      Metadata: { Jichitai: { Zone: 'my-number', Confidentiality: 3, Integrity: 2, Availability: 1 } },
      Resources: { X: database() },
    },
  },
]);
