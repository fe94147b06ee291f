import { type AccuracyCase, accuracyCases, ref, res, when } from './support';

const clause = '8.1⑥';
const Tags = [
  { Key: 'jichitai:environment', Value: 'production' },
  { Key: 'jichitai:integrity', Value: '2' },
  { Key: 'jichitai:availability', Value: '2' },
];
const KEPT = { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' };
const db = (properties: object, beside: object = KEPT) =>
  res(
    'AWS::RDS::DBInstance',
    { Engine: 'postgres', EngineVersion: '16', DBInstanceClass: 'db.m6g.large', Tags, ...properties },
    beside,
  );
const cluster = (type: string, properties: object) =>
  res(type, { MasterUsername: 'fukushiadm', Tags, ...properties }, KEPT);
const balancer = (LoadBalancerAttributes?: readonly object[]) =>
  res('AWS::ElasticLoadBalancingV2::LoadBalancer', {
    Type: 'application',
    Scheme: 'internal',
    Subnets: ['subnet-0a1', 'subnet-0b2'],
    Tags,
    ...(LoadBalancerAttributes === undefined ? {} : { LoadBalancerAttributes }),
  });
const table = (properties: object) =>
  res(
    'AWS::DynamoDB::Table',
    {
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      BillingMode: 'PAY_PER_REQUEST',
      Tags,
      ...properties,
    },
    KEPT,
  );
const guarded = (
  name: string,
  expect: AccuracyCase['expect'],
  Thing: unknown,
  more: object = {},
  parameters?: object,
  conditions?: object,
): AccuracyCase => ({
  name,
  clause,
  expect,
  on: 'Thing',
  template: {
    ...(parameters === undefined ? {} : { Parameters: parameters }),
    ...(conditions === undefined ? {} : { Conditions: conditions }),
    Resources: { Thing, ...more },
  },
});

const CASES: readonly AccuracyCase[] = [
  guarded('a database that is protected', 'compliant', db({ DeletionProtection: true })),
  guarded('a database without protection', 'violation', db({})),
  guarded('a database protected by the word true', 'compliant', db({ DeletionProtection: 'true' })),
  guarded(
    'a database whose protection is a parameter that can only be true',
    'compliant',
    db({ DeletionProtection: ref('Protect') }),
    {},
    { Protect: { Type: 'String', Default: 'true', AllowedValues: ['true'] } },
  ),
  guarded(
    'a database whose protection is a free parameter',
    'undetermined',
    db({ DeletionProtection: ref('Protect') }),
    {},
    { Protect: { Type: 'String', Default: 'true' } },
  ),
  guarded(
    'a database that is protected in one of two stages',
    'violation',
    db({ DeletionProtection: when('Prod', true, false) }),
    {},
    { Stage: { Type: 'String', AllowedValues: ['prod', 'stg'] } },
    { Prod: { 'Fn::Equals': [ref('Stage'), 'prod'] } },
  ),
  guarded(
    'a member of Aurora, which is protected through its cluster',
    'compliant',
    res(
      'AWS::RDS::DBInstance',
      {
        Engine: 'aurora-postgresql',
        DBClusterIdentifier: ref('Cluster'),
        DBInstanceClass: 'db.r6g.large',
        Tags,
      },
      KEPT,
    ),
    { Cluster: cluster('AWS::RDS::DBCluster', { Engine: 'aurora-postgresql', DeletionProtection: true }) },
  ),
  guarded(
    'Aurora without protection',
    'violation',
    cluster('AWS::RDS::DBCluster', { Engine: 'aurora-mysql' }),
  ),
  guarded(
    'DocumentDB that is protected',
    'compliant',
    cluster('AWS::DocDB::DBCluster', { EngineVersion: '5.0.0', DeletionProtection: true }),
  ),
  guarded('a table without protection', 'violation', table({})),
  guarded('a table that is protected', 'compliant', table({ DeletionProtectionEnabled: true })),
  guarded(
    'a load balancer that is protected',
    'compliant',
    balancer([{ Key: 'deletion_protection.enabled', Value: 'true' }]),
  ),
  // First labelled a violation. 8.1⑥ asks for a procedure and names no measure, and it can be made again: a warning.
  guarded(
    'a load balancer with other attributes than its protection: nothing blocks',
    'compliant',
    balancer([{ Key: 'routing.http.drop_invalid_header_fields.enabled', Value: 'true' }]),
  ),
  guarded(
    'a pool of users without protection',
    'violation',
    res(
      'AWS::Cognito::UserPool',
      {
        UserPoolName: 'shimin',
        UserPoolTags: Object.fromEntries(Tags.map(({ Key, Value }) => [Key, Value])),
      },
      KEPT,
    ),
  ),
];

accuracyCases('deletion', CASES);
