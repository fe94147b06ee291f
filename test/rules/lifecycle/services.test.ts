import { ElastiCacheEngineSupported } from '../../../lib/rules/lifecycle/ElastiCacheEngineSupported';
import { EmrReleaseSupported } from '../../../lib/rules/lifecycle/EmrReleaseSupported';
import { GlueVersionSupported } from '../../../lib/rules/lifecycle/GlueVersionSupported';
import { MessageBrokerEngineSupported } from '../../../lib/rules/lifecycle/MessageBrokerEngineSupported';
import { MskVersionSupported } from '../../../lib/rules/lifecycle/MskVersionSupported';
import { OpenSearchEngineSupported } from '../../../lib/rules/lifecycle/OpenSearchEngineSupported';
import { SupportTableIsCurrent } from '../../../lib/rules/lifecycle/SupportTableIsCurrent';
import { ruleCases } from '../../helpers/rule-cases';

const until = (day: unknown) => ({ Tags: [{ Key: 'jichitai:planned-use-until', Value: day }] });
const tagged = (day: string) => ({ Tags: { 'jichitai:planned-use-until': day } });
const one = (Type: string, Properties: object) => ({ X: { Type, Properties } });
const free = { Parameters: { P: { Type: 'String', Default: '13' } } };
const p = { Ref: 'P' };
const db = (Engine: unknown, EngineVersion: unknown, more: object = {}) =>
  one('AWS::RDS::DBInstance', {
    ...(Engine === undefined ? {} : { Engine }),
    ...(EngineVersion === undefined ? {} : { EngineVersion }),
    ...more,
  });
const cache = (Engine: unknown, EngineVersion: unknown, more: object = {}) =>
  one('AWS::ElastiCache::ReplicationGroup', { Engine, EngineVersion, ...more });

ruleCases(ElastiCacheEngineSupported, [
  {
    name: 'accepts a version without an announced end',
    expect: 'compliant',
    example: true,
    resources: cache('valkey', '8.2', until('2029-03-31')),
  },
  {
    name: 'refuses a version whose standard support has ended',
    expect: 'violation',
    example: true,
    resources: cache('redis', '5.0.6'),
    message: /2026-01-31/,
  },
  {
    name: 'refuses a version that ends before the planned use',
    expect: 'violation',
    resources: cache('redis', '6.2', until('2027-03-31')),
    message: /2027-01-31/,
  },
  { name: 'knows Redis 7', expect: 'compliant', resources: cache('redis', '7.1', until('2029-03-31')) },
  {
    name: 'knows the series of a serverless cache',
    expect: 'compliant',
    resources: one('AWS::ElastiCache::ServerlessCache', { Engine: 'valkey', MajorEngineVersion: '8' }),
  },
  {
    name: 'needs evidence about Memcached',
    expect: 'evidence',
    resources: one('AWS::ElastiCache::CacheCluster', { Engine: 'memcached', EngineVersion: '1.6.22' }),
  },
  {
    name: 'leaves a member to its group',
    expect: 'compliant',
    resources: one('AWS::ElastiCache::CacheCluster', { Engine: 'redis', ReplicationGroupId: 'g' }),
  },
  {
    name: 'needs evidence where AWS chooses the engine',
    expect: 'evidence',
    resources: one('AWS::ElastiCache::ReplicationGroup', { ReplicationGroupDescription: 'd' }),
  },
  {
    name: 'cannot tell a parameter',
    expect: 'undetermined',
    template: { ...free, Resources: cache('redis', p) },
  },
  {
    name: 'cannot tell an open engine',
    expect: 'undetermined',
    template: { ...free, Resources: cache(p, '7.1') },
  },
]);

const domain = (EngineVersion: unknown, more: object = {}) =>
  one('AWS::OpenSearchService::Domain', { EngineVersion, ...more });

ruleCases(OpenSearchEngineSupported, [
  {
    name: 'accepts a version without an announced end',
    expect: 'compliant',
    example: true,
    resources: domain('OpenSearch_3.3', until('2029-03-31')),
  },
  {
    name: 'refuses a version whose support has ended',
    expect: 'violation',
    example: true,
    resources: domain('OpenSearch_2.9'),
  },
  {
    name: 'tells 2.9 from 2.19',
    expect: 'compliant',
    resources: domain('OpenSearch_2.19', until('2027-03-31')),
  },
  {
    name: 'refuses a version that ends before the planned use',
    expect: 'violation',
    resources: domain('OpenSearch_2.19', until('2029-03-31')),
    message: /2027-11-07.*2029-03-31/,
  },
  { name: 'knows the older engine', expect: 'violation', resources: domain('Elasticsearch_7.8') },
  {
    name: 'knows that the older type takes its oldest version',
    expect: 'violation',
    resources: one('AWS::Elasticsearch::Domain', {}),
  },
  {
    name: 'cannot tell a version that the table lacks',
    expect: 'undetermined',
    resources: domain('OpenSearch_9.1'),
  },
]);

const kafka = (KafkaVersion: unknown, more: object = {}) =>
  one('AWS::MSK::Cluster', { KafkaVersion, ...more });

ruleCases(MskVersionSupported, [
  {
    name: 'accepts a version without an announced end while the table is recent',
    expect: 'compliant',
    example: true,
    today: '2026-01-31',
    resources: kafka('3.9.x', tagged('2027-03-31')),
  },
  {
    name: 'refuses a version that has ended',
    expect: 'violation',
    example: true,
    resources: kafka('3.5.1'),
    message: /2025-10-23/,
  },
  {
    name: 'knows the tiered release',
    expect: 'violation',
    resources: kafka('2.8.2.tiered'),
    message: /2025-01-14/,
  },
  { name: 'cannot tell a version that the table lacks', expect: 'undetermined', resources: kafka('9.0.x') },
]);

const broker = (EngineType: unknown, EngineVersion: unknown) =>
  one('AWS::AmazonMQ::Broker', { EngineType, EngineVersion });

ruleCases(MessageBrokerEngineSupported, [
  {
    name: 'accepts a version without an announced end',
    expect: 'compliant',
    example: true,
    resources: broker('ACTIVEMQ', '5.19'),
  },
  {
    name: 'refuses a version that has ended',
    expect: 'violation',
    example: true,
    resources: broker('ACTIVEMQ', '5.17.6'),
  },
  { name: 'knows RabbitMQ', expect: 'violation', resources: broker('RABBITMQ', '3.12.13') },
  {
    name: 'cannot tell a version that the table lacks',
    expect: 'undetermined',
    resources: broker('RABBITMQ', '9.9.1'),
  },
]);

const job = (more: object) => one('AWS::Glue::Job', more);

ruleCases(GlueVersionSupported, [
  {
    name: 'accepts a version without an announced end',
    expect: 'compliant',
    example: true,
    resources: job({ GlueVersion: '5.0', Command: { Name: 'glueetl' } }),
  },
  {
    name: 'refuses a version that has ended',
    expect: 'violation',
    example: true,
    resources: job({ GlueVersion: '2.0', Command: { Name: 'glueetl' } }),
  },
  {
    name: 'judges a Python shell by its Python',
    expect: 'violation',
    resources: job({ GlueVersion: '3.0', Command: { Name: 'pythonshell', PythonVersion: '3' } }),
    message: /2026-03-31/,
  },
  {
    name: 'accepts the later Python',
    expect: 'compliant',
    resources: job({ Command: { Name: 'pythonshell', PythonVersion: '3.9' } }),
  },
  {
    name: 'cannot tell the default',
    expect: 'undetermined',
    resources: job({ Command: { Name: 'glueetl' } }),
  },
]);

ruleCases(EmrReleaseSupported, [
  {
    name: 'accepts a release that outlives the planned use',
    expect: 'compliant',
    example: true,
    resources: one('AWS::EMR::Cluster', { ReleaseLabel: 'emr-7.13.0', ...until('2027-03-31') }),
  },
  {
    name: 'refuses a release whose standard support has ended',
    expect: 'violation',
    example: true,
    resources: one('AWS::EMR::Cluster', { ReleaseLabel: 'emr-6.10.0' }),
  },
  {
    name: 'cannot tell a parameter',
    expect: 'undetermined',
    template: { ...free, Resources: one('AWS::EMRServerless::Application', { ReleaseLabel: p }) },
  },
]);

ruleCases(
  SupportTableIsCurrent,
  [
    {
      name: 'accepts dates that were looked up recently',
      expect: 'compliant',
      example: true,
      resources: db('postgres', '17'),
    },
    {
      name: 'warns of dates that are older than the profile allows',
      expect: 'violation',
      example: true,
      today: '2027-03-31',
      resources: db('postgres', '17'),
      message:
        /Amazon RDS for PostgreSQL: is a table of 2026-10-01, 181 days old; must be looked up within 180 days/,
    },
    {
      name: 'accepts the last day',
      expect: 'compliant',
      today: '2027-03-30',
      resources: db('postgres', '17'),
    },
    {
      name: 'follows the profile',
      expect: 'violation',
      profile: { maximumSupportTableAgeDays: 10 },
      resources: db('postgres', '17'),
    },
    {
      name: 'asks only about the tables that the verdicts rest on',
      expect: 'compliant',
      resources: one('AWS::S3::Bucket', {}),
    },
    {
      name: 'knows the system of an image',
      expect: 'violation',
      resources: one('AWS::EC2::Instance', {
        ImageId: '{{resolve:ssm:/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-Base}}',
      }),
      message: /Windows Server/,
    },
  ],
  { undetermined: 'the age of a table is always known' },
);
