import { AlarmHasAction } from '../../../lib/rules/monitoring/AlarmHasAction';
import { AlarmsExist } from '../../../lib/rules/monitoring/AlarmsExist';
import { AlarmTopicHasSubscriber } from '../../../lib/rules/monitoring/AlarmTopicHasSubscriber';
import { SecurityFindingsAreSentOn } from '../../../lib/rules/monitoring/SecurityFindingsAreSentOn';
import { TrailIsWatched } from '../../../lib/rules/monitoring/TrailIsWatched';
import { TrailReachesCloudWatchLogs } from '../../../lib/rules/monitoring/TrailReachesCloudWatchLogs';
import { either, OPEN, propertyCases } from '../../helpers/property-cases';
import { ruleCases } from '../../helpers/rule-cases';

const p = { Ref: 'P' };
const byApp = { platformProvides: [] };
const topic = { Type: 'AWS::SNS::Topic', Properties: {} };
const alarm = (properties: object = {}) => ({
  Type: 'AWS::CloudWatch::Alarm',
  Properties: { Namespace: 'AWS/ECS', MetricName: 'CPUUtilization', ...properties },
});

propertyCases(AlarmHasAction, {
  type: 'AWS::CloudWatch::Alarm',
  beside: { Topic: topic },
  good: [
    { AlarmActions: [{ Ref: 'Topic' }] },
    { AlarmActions: ['arn:aws:automate:ap-northeast-1:ec2:recover'] },
  ],
  bad: [
    { Namespace: 'AWS/ECS', MetricName: 'CPUUtilization' },
    { AlarmActions: [] },
    { AlarmActions: [{ Ref: 'Topic' }], ActionsEnabled: false },
    { OKActions: [{ Ref: 'Topic' }] },
  ],
  open: [{ AlarmActions: p }, { AlarmActions: [{ Ref: 'Topic' }], ActionsEnabled: p }],
  either: { AlarmActions: either([{ Ref: 'Topic' }], []) },
  property: 'AlarmActions',
  more: [
    {
      name: 'asks who reads a topic outside of the templates',
      expect: 'evidence',
      resources: { Alarm: alarm({ AlarmActions: ['arn:aws:sns:ap-northeast-1:111122223333:operations'] }) },
    },
    {
      name: 'accepts an alarm that another one combines, by reference',
      expect: 'compliant',
      subject: 'Alarm',
      resources: {
        Alarm: alarm(),
        Topic: topic,
        All: {
          Type: 'AWS::CloudWatch::CompositeAlarm',
          Properties: { AlarmRule: { 'Fn::Sub': 'ALARM(${Alarm})' }, AlarmActions: [{ Ref: 'Topic' }] },
        },
      },
    },
    {
      name: 'accepts an alarm that another one combines, by name',
      expect: 'compliant',
      subject: 'Alarm',
      resources: {
        Alarm: alarm({ AlarmName: 'cpu' }),
        All: {
          Type: 'AWS::CloudWatch::CompositeAlarm',
          Properties: { AlarmRule: 'ALARM("cpu") OR ALARM("memory")' },
        },
      },
    },
    {
      name: 'does not take a longer name for it',
      expect: 'violation',
      subject: 'Alarm',
      resources: {
        Alarm: alarm({ AlarmName: 'cpu' }),
        All: { Type: 'AWS::CloudWatch::CompositeAlarm', Properties: { AlarmRule: 'ALARM(cpu-high)' } },
      },
    },
    {
      name: 'asks the combining alarm for an action',
      expect: 'violation',
      subject: 'All',
      resources: {
        Alarm: alarm({ AlarmName: 'cpu' }),
        All: { Type: 'AWS::CloudWatch::CompositeAlarm', Properties: { AlarmRule: 'ALARM("cpu")' } },
      },
    },
    {
      name: 'accepts an alarm that rolls back a deployment',
      expect: 'compliant',
      resources: {
        Alarm: alarm(),
        Service: {
          Type: 'AWS::ECS::Service',
          Properties: {
            DeploymentConfiguration: { Alarms: { AlarmNames: [{ Ref: 'Alarm' }], Enable: true } },
          },
        },
      },
    },
    {
      name: 'accepts alarms that EventBridge hears of',
      expect: 'compliant',
      resources: {
        Alarm: alarm(),
        Rule: {
          Type: 'AWS::Events::Rule',
          Properties: { EventPattern: { source: ['aws.cloudwatch'] }, Targets: [{ Arn: 'arn', Id: 'a' }] },
        },
      },
    },
  ],
});

const sending = { Alarm: alarm({ AlarmActions: [{ Ref: 'Topic' }] }) };
const subscription = (TopicArn: unknown) => ({
  Type: 'AWS::SNS::Subscription',
  Properties: { TopicArn, Protocol: 'email', Endpoint: 'joho@example.jp' },
});
ruleCases(AlarmTopicHasSubscriber, [
  {
    name: 'accepts a topic with a subscription',
    expect: 'compliant',
    example: true,
    resources: { ...sending, Topic: topic, Mail: subscription({ Ref: 'Topic' }) },
  },
  {
    name: 'refuses a topic that nobody reads',
    expect: 'violation',
    example: true,
    resources: { ...sending, Topic: topic },
  },
  {
    name: 'accepts a subscription inside the topic',
    expect: 'compliant',
    resources: {
      ...sending,
      Topic: { ...topic, Properties: { Subscription: [{ Protocol: 'email', Endpoint: 'joho@example.jp' }] } },
    },
  },
  {
    name: 'accepts a chat channel',
    expect: 'compliant',
    resources: {
      ...sending,
      Topic: topic,
      Chat: {
        Type: 'AWS::Chatbot::SlackChannelConfiguration',
        Properties: { SnsTopicArns: [{ Ref: 'Topic' }] },
      },
    },
  },
  {
    name: 'does not count the subscription to another topic',
    expect: 'violation',
    subject: 'Topic',
    resources: { ...sending, Topic: topic, Other: topic, Mail: subscription({ Ref: 'Other' }) },
  },
  {
    name: 'cannot tell a subscription to a parameter',
    expect: 'undetermined',
    template: { ...OPEN, Resources: { ...sending, Topic: topic, Mail: subscription(p) } },
  },
  {
    name: 'names the condition under which nobody reads it',
    expect: 'violation',
    template: {
      ...OPEN,
      Resources: {
        ...sending,
        Topic: topic,
        Mail: { ...subscription({ Ref: 'Topic' }), Condition: 'Production' },
      },
    },
    message: /when Env is "test"/,
  },
  {
    name: 'finds the subscription in another template',
    expect: 'compliant',
    template: [
      {
        Resources: { ...sending, Topic: topic },
        Outputs: { T: { Value: { Ref: 'Topic' }, Export: { Name: 'topic' } } },
      },
      { Resources: { Mail: subscription({ 'Fn::ImportValue': 'topic' }) } },
    ],
  },
  { name: 'does not ask it of other topics', expect: 'compliant', resources: { Topic: topic } },
]);

const service = { Type: 'AWS::ECS::Service', Properties: {} };
ruleCases(
  AlarmsExist,
  [
    {
      name: 'accepts a system with an alarm',
      expect: 'compliant',
      example: true,
      profile: byApp,
      resources: { Service: service, Alarm: alarm() },
    },
    {
      name: 'refuses a system without one, where the app must watch',
      expect: 'violation',
      example: true,
      profile: byApp,
      resources: { Service: service },
    },
    {
      name: 'asks for evidence where the platform watches',
      expect: 'evidence',
      resources: { Service: service },
    },
    {
      name: 'refuses an alarm under a condition',
      expect: 'violation',
      profile: byApp,
      template: { ...OPEN, Resources: { Service: service, Alarm: { ...alarm(), Condition: 'Production' } } },
      message: /when Env is "test"/,
    },
    {
      name: 'does not ask it where nothing runs',
      expect: 'compliant',
      profile: byApp,
      resources: { Topic: topic },
    },
  ],
  { undetermined: 'an alarm exists or not: a condition on a parameter leaves a choice without one' },
);

const rule = (properties: object) => ({ EventPattern: { source: ['aws.guardduty'] }, ...properties });
const target = [{ Arn: { Ref: 'Topic' }, Id: 'topic' }];
propertyCases(SecurityFindingsAreSentOn, {
  type: 'AWS::Events::Rule',
  beside: { Topic: topic },
  good: [
    rule({ Targets: target }),
    rule({ Targets: target, State: 'ENABLED' }),
    { EventPattern: { source: ['aws.ec2'] }, State: 'DISABLED' },
    { ScheduleExpression: 'rate(1 day)', State: 'DISABLED' },
  ],
  bad: [rule({}), rule({ Targets: [] }), rule({ Targets: target, State: 'DISABLED' })],
  open: [rule({ Targets: p }), rule({ Targets: target, State: p })],
  either: rule({ Targets: target, State: either('ENABLED', 'DISABLED') }),
  property: 'Targets',
});

const group = { Type: 'AWS::Logs::LogGroup', Properties: {} };
const trail = (more: object = {}) => ({
  Type: 'AWS::CloudTrail::Trail',
  Properties: { IsLogging: true, S3BucketName: 'logs', ...more },
});
const toGroup = trail({ CloudWatchLogsLogGroupArn: { 'Fn::GetAtt': ['Group', 'Arn'] } });
const filter = (MetricName: unknown) => ({
  Type: 'AWS::Logs::MetricFilter',
  Properties: {
    LogGroupName: { Ref: 'Group' },
    FilterPattern: '{ $.userIdentity.type = "Root" }',
    MetricTransformations: [{ MetricName, MetricNamespace: 'City', MetricValue: '1' }],
  },
});
const onRoot = alarm({ Namespace: 'City', MetricName: 'Root' });
ruleCases(TrailIsWatched, [
  {
    name: 'accepts a metric filter with an alarm',
    expect: 'compliant',
    example: true,
    profile: byApp,
    resources: { Trail: toGroup, Group: group, Filter: filter('Root'), Alarm: onRoot },
  },
  {
    name: 'refuses a trail that nobody looks at, where the app must watch',
    expect: 'violation',
    example: true,
    profile: byApp,
    resources: { Trail: toGroup, Group: group },
  },
  { name: 'asks for evidence where the platform watches', expect: 'evidence', resources: { Trail: trail() } },
  {
    name: 'accepts that another trail is watched',
    expect: 'compliant',
    subject: 'Trail',
    profile: byApp,
    resources: { Trail: trail(), Other: toGroup, Group: group, Filter: filter('Root'), Alarm: onRoot },
  },
  {
    name: 'refuses a filter without an alarm',
    expect: 'violation',
    profile: byApp,
    resources: { Trail: toGroup, Group: group, Filter: filter('Root') },
  },
  {
    name: 'refuses an alarm on another metric',
    expect: 'violation',
    profile: byApp,
    resources: { Trail: toGroup, Group: group, Filter: filter('Denied'), Alarm: onRoot },
  },
  {
    name: 'cannot tell a metric whose name is a parameter',
    expect: 'undetermined',
    profile: byApp,
    template: {
      ...OPEN,
      Resources: { Trail: toGroup, Group: group, Filter: filter(p), Alarm: onRoot },
    },
  },
  {
    name: 'refuses a metric whose name is a parameter, where no alarm is in its namespace',
    expect: 'violation',
    profile: byApp,
    template: {
      ...OPEN,
      Resources: { Trail: toGroup, Group: group, Filter: filter(p), Alarm: alarm() },
    },
  },
  {
    name: 'accepts an alarm by a metric expression',
    expect: 'compliant',
    profile: byApp,
    resources: {
      Trail: toGroup,
      Group: group,
      Filter: filter('Root'),
      Alarm: {
        Type: 'AWS::CloudWatch::Alarm',
        Properties: {
          Metrics: [{ Id: 'm', MetricStat: { Metric: { Namespace: 'City', MetricName: 'Root' } } }],
        },
      },
    },
  },
  {
    name: 'accepts a rule of EventBridge',
    expect: 'compliant',
    profile: byApp,
    resources: {
      Trail: trail(),
      Rule: {
        Type: 'AWS::Events::Rule',
        Properties: {
          EventPattern: { 'detail-type': ['AWS Console Sign In via CloudTrail'] },
          Targets: [{ Arn: 'arn', Id: 'a' }],
        },
      },
    },
  },
  {
    name: 'cannot tell a rule whose pattern is a parameter',
    expect: 'undetermined',
    profile: byApp,
    template: {
      ...OPEN,
      Resources: {
        Trail: trail(),
        Rule: {
          Type: 'AWS::Events::Rule',
          Properties: { EventPattern: { 'detail-type': [p] }, Targets: [{ Arn: 'arn', Id: 'a' }] },
        },
      },
    },
  },
]);

propertyCases(TrailReachesCloudWatchLogs, {
  type: 'AWS::CloudTrail::Trail',
  beside: { Group: group },
  good: [{ CloudWatchLogsLogGroupArn: { 'Fn::GetAtt': ['Group', 'Arn'] }, CloudWatchLogsRoleArn: 'role' }],
  bad: [{ S3BucketName: 'logs' }],
  open: [],
  either: { CloudWatchLogsLogGroupArn: either({ 'Fn::GetAtt': ['Group', 'Arn'] }, { Ref: 'AWS::NoValue' }) },
  property: 'CloudWatchLogsLogGroupArn',
  more: [
    {
      name: 'accepts that another trail does',
      expect: 'compliant',
      subject: 'Trail',
      resources: { Trail: trail(), Other: toGroup, Group: group },
    },
    {
      name: 'cannot tell a trail that a macro rewrites',
      expect: 'undetermined',
      template: { Transform: 'Unknown', Resources: { Trail: trail() } },
    },
  ],
});
