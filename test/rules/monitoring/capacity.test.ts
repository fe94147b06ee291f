import { CapacityFollowsDemand } from '../../../lib/rules/monitoring/CapacityFollowsDemand';
import { DatabaseEnhancedMonitoring } from '../../../lib/rules/monitoring/DatabaseEnhancedMonitoring';
import { EcsContainerInsights } from '../../../lib/rules/monitoring/EcsContainerInsights';
import { InstanceDetailedMonitoring } from '../../../lib/rules/monitoring/InstanceDetailedMonitoring';
import { either, OPEN, propertyCases } from '../../helpers/property-cases';
import { type RuleCase, ruleCases } from '../../helpers/rule-cases';

const p = { Ref: 'P' };

propertyCases(DatabaseEnhancedMonitoring, {
  type: 'AWS::RDS::DBInstance',
  beside: { Cluster: { Type: 'AWS::RDS::DBCluster', Properties: { MonitoringInterval: 60 } } },
  good: [{ MonitoringInterval: 60, MonitoringRoleArn: 'role' }, { DBClusterIdentifier: { Ref: 'Cluster' } }],
  bad: [{ Engine: 'postgres' }, { MonitoringInterval: 0 }],
  open: [{ MonitoringInterval: p }],
  either: { MonitoringInterval: either(60, 0) },
  property: 'MonitoringInterval',
});

const insights = (Value: unknown) => ({ ClusterSettings: [{ Name: 'containerInsights', Value }] });
propertyCases(EcsContainerInsights, {
  type: 'AWS::ECS::Cluster',
  good: [insights('enhanced'), insights('enabled')],
  bad: [{ ClusterName: 'web' }, insights('disabled')],
  open: [insights(p), { ClusterSettings: p }],
  either: insights(either('enabled', 'disabled')),
  property: 'ClusterSettings',
});

propertyCases(InstanceDetailedMonitoring, {
  type: 'AWS::EC2::Instance',
  beside: {
    Template: {
      Type: 'AWS::EC2::LaunchTemplate',
      Properties: { LaunchTemplateData: { Monitoring: { Enabled: true } } },
    },
  },
  good: [{ Monitoring: true }, { LaunchTemplate: { LaunchTemplateId: { Ref: 'Template' }, Version: '1' } }],
  bad: [{ InstanceType: 'm7g.large' }, { Monitoring: false }],
  open: [{ Monitoring: p }],
  either: { Monitoring: either(true, false) },
  property: 'Monitoring',
  more: [
    {
      name: 'refuses a launch template without it',
      expect: 'violation',
      resources: { Template: { Type: 'AWS::EC2::LaunchTemplate', Properties: { LaunchTemplateData: {} } } },
    },
    {
      name: 'knows that a launch configuration has it by default',
      expect: 'compliant',
      resources: { Launch: { Type: 'AWS::AutoScaling::LaunchConfiguration', Properties: {} } },
    },
  ],
});

const needed = { Metadata: { Jichitai: { Zone: 'lgwan', Availability: 2 } } };
const scaling = (ResourceId: unknown) => ({
  Type: 'AWS::ApplicationAutoScaling::ScalableTarget',
  Properties: { ResourceId, MinCapacity: 2, MaxCapacity: 8 },
});
const policy = (Properties: object = { ScalingTargetId: { Ref: 'Scaling' } }) => ({
  Type: 'AWS::ApplicationAutoScaling::ScalingPolicy',
  Properties: { PolicyType: 'TargetTrackingScaling', ...Properties },
});
const on = (
  name: string,
  expect: RuleCase['expect'],
  resources: object,
  more: Partial<RuleCase> = {},
): RuleCase => ({
  name,
  expect,
  template: { ...OPEN, ...needed, Resources: resources },
  ...more,
});
const service = { Type: 'AWS::ECS::Service', Properties: { DesiredCount: 2 } };
const group = (MinSize: unknown, MaxSize: unknown) => ({
  Type: 'AWS::AutoScaling::AutoScalingGroup',
  Properties: { MinSize, MaxSize },
});
const table = (Properties: object) => ({ Type: 'AWS::DynamoDB::Table', Properties });
const database = (Properties: object) => ({ Type: 'AWS::RDS::DBInstance', Properties });
ruleCases(CapacityFollowsDemand, [
  on('accepts a service that scales', 'compliant', {
    Service: service,
    Scaling: scaling({ 'Fn::Sub': 'service/web/${Service.Name}' }),
    Policy: policy(),
  }),
  on('refuses a service whose bounds nothing moves within', 'violation', {
    Service: service,
    Scaling: scaling({ 'Fn::Sub': 'service/web/${Service.Name}' }),
  }),
  on('accepts a policy that names the same thing', 'compliant', {
    Service: { ...service, Properties: { ServiceName: 'app' } },
    Scaling: scaling('service/web/app'),
    Policy: policy({ ResourceId: 'service/web/app' }),
  }),
  on('does not count the policy of something else', 'violation', {
    Service: { ...service, Properties: { ServiceName: 'app' } },
    Scaling: scaling('service/web/app'),
    Policy: policy({ ResourceId: 'service/web/other' }),
  }),
  on('accepts a schedule', 'compliant', {
    Service: service,
    Scaling: {
      Type: 'AWS::ApplicationAutoScaling::ScalableTarget',
      Properties: {
        ...scaling({ 'Fn::Sub': 'service/web/${Service.Name}' }).Properties,
        ScheduledActions: [{ ScheduledActionName: 'morning', Schedule: 'cron(0 23 * * ? *)' }],
      },
    },
  }),
  on('cannot tell a policy whose target is a parameter', 'undetermined', {
    Service: service,
    Scaling: scaling({ 'Fn::Sub': 'service/web/${Service.Name}' }),
    Policy: policy({ ScalingTargetId: p }),
  }),
  on('accepts a service that scales by its name', 'compliant', {
    Service: { ...service, Properties: { ServiceName: 'app' } },
    Scaling: scaling('service/web/app'),
    Policy: policy(),
  }),
  on('does not count what scales another service', 'violation', {
    Service: { ...service, Properties: { ServiceName: 'app' } },
    Scaling: scaling('service/web/other'),
    Policy: policy(),
  }),
  on('refuses a service that does not', 'violation', { Service: service }),
  on('does not ask it of a daemon', 'compliant', {
    Service: { ...service, Properties: { SchedulingStrategy: 'DAEMON' } },
  }),
  on('cannot tell a target that is a parameter', 'undetermined', { Service: service, Scaling: scaling(p) }),
  on(
    'names the condition under which nothing scales',
    'violation',
    {
      Service: service,
      Scaling: { ...scaling({ 'Fn::Sub': 'service/web/${Service.Name}' }), Condition: 'Production' },
      Policy: { ...policy(), Condition: 'Production' },
    },
    { message: /when Env is "test"/ },
  ),
  on('accepts a group that may grow', 'compliant', { Group: group('2', '6') }),
  on('refuses a group of fixed size', 'violation', { Group: group(2, 2) }, { property: 'MaxSize' }),
  on('cannot tell the size of a group', 'undetermined', { Group: group(2, p) }),
  on('accepts a table on demand', 'compliant', { Table: table({ BillingMode: 'PAY_PER_REQUEST' }) }),
  on('refuses a table of fixed capacity', 'violation', { Table: table({ BillingMode: 'PROVISIONED' }) }),
  on('accepts storage that may grow', 'compliant', {
    Database: database({ Engine: 'postgres', MaxAllocatedStorage: 500 }),
  }),
  on('refuses storage that may not', 'violation', { Database: database({ Engine: 'postgres' }) }),
  on('knows that Aurora grows by itself', 'compliant', {
    Database: database({ Engine: 'aurora-postgresql' }),
  }),
  {
    name: 'is not asked where availability is 1',
    expect: 'not-applicable',
    template: { Metadata: { Jichitai: { Availability: 1 } }, Resources: { Service: service } },
  },
  {
    name: 'accepts a service of availability 2 that scales',
    expect: 'compliant',
    example: true,
    resources: {
      Service: { ...service, Properties: { Tags: [{ Key: 'jichitai:availability', Value: '2' }] } },
      Scaling: scaling({ 'Fn::Sub': 'service/web/${Service.Name}' }),
      Policy: policy(),
    },
  },
  {
    name: 'refuses a service of availability 2 without one',
    expect: 'violation',
    example: true,
    resources: {
      Service: { ...service, Properties: { Tags: [{ Key: 'jichitai:availability', Value: '2' }] } },
    },
  },
]);
