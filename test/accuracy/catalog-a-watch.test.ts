import { type AccuracyCase, accuracyCases, att, NO_VALUE, ref, res, sub, when } from './support';

const ALONE = { platformProvides: [] };
const TOPIC = res('AWS::SNS::Topic', { TopicName: 'kanshi' });
const MAIL = res('AWS::SNS::Subscription', {
  TopicArn: ref('Topic'),
  Protocol: 'email',
  Endpoint: 'kanshi@example.lg.jp',
});
const alarm = (properties: object) =>
  res('AWS::CloudWatch::Alarm', {
    Namespace: 'AWS/ApplicationELB',
    MetricName: 'HTTPCode_ELB_5XX_Count',
    Statistic: 'Sum',
    Period: 60,
    EvaluationPeriods: 3,
    Threshold: 10,
    ComparisonOperator: 'GreaterThanThreshold',
    ...properties,
  });
const filter = (MetricName: unknown = 'RootUsage') =>
  res('AWS::Logs::MetricFilter', {
    LogGroupName: ref('TrailLogs'),
    FilterPattern: '{ $.userIdentity.type = "Root" && $.eventType != "AwsServiceEvent" }',
    MetricTransformations: [{ MetricNamespace: 'CISBenchmark', MetricName, MetricValue: '1' }],
  });
const onFilter = { Namespace: 'CISBenchmark', MetricName: 'RootUsage', AlarmActions: [ref('Topic')] };
// Two cases stood without the trail at first: whether its record is analysed is asked of a trail.
const TRAIL = res('AWS::CloudTrail::Trail', {
  IsLogging: true,
  IsMultiRegionTrail: true,
  S3BucketName: 'miyazaki-trail',
  CloudWatchLogsLogGroupArn: att('TrailLogs', 'Arn'),
  CloudWatchLogsRoleArn: 'arn:aws:iam::111122223333:role/trail',
});
const TRAIL_LOGS = res('AWS::Logs::LogGroup', { RetentionInDays: 731 });

const CASES: readonly AccuracyCase[] = [
  {
    name: 'an alarm tells a topic to which somebody is subscribed',
    clause: '8.1①',
    expect: 'compliant',
    on: ['Alarm', 'Topic'],
    resources: { Topic: TOPIC, Mail: MAIL, Alarm: alarm({ AlarmActions: [ref('Topic')] }) },
  },
  {
    name: 'the subscription stands within the topic itself',
    clause: '8.1①',
    expect: 'compliant',
    on: ['Alarm', 'Topic'],
    profile: ALONE,
    resources: {
      Topic: res('AWS::SNS::Topic', {
        Subscription: [{ Protocol: 'email', Endpoint: 'kanshi@example.lg.jp' }],
      }),
      Alarm: alarm({ AlarmActions: [ref('Topic')] }),
    },
  },
  {
    name: 'a chat channel listens to the topic, instead of a subscription',
    clause: '8.1①',
    expect: 'compliant',
    on: ['Alarm', 'Topic'],
    profile: ALONE,
    resources: {
      Topic: TOPIC,
      Chat: res('AWS::Chatbot::SlackChannelConfiguration', {
        ConfigurationName: 'kanshi',
        IamRoleArn: 'arn:aws:iam::111122223333:role/chatbot',
        SlackChannelId: 'C0123456789',
        SlackWorkspaceId: 'T0123456789',
        SnsTopicArns: [ref('Topic')],
      }),
      Alarm: alarm({ AlarmActions: [ref('Topic')] }),
    },
  },
  {
    name: 'an alarm without any action',
    clause: '8.1①',
    expect: 'violation',
    on: 'Alarm',
    resources: { Alarm: alarm({}) },
  },
  {
    name: 'an alarm that tells only when all is well again',
    clause: '8.1③',
    expect: 'violation',
    on: 'Alarm',
    resources: { Topic: TOPIC, Mail: MAIL, Alarm: alarm({ OKActions: [ref('Topic')] }) },
  },
  {
    name: 'an alarm with an action, and actions switched off',
    clause: '8.1③',
    expect: 'violation',
    on: 'Alarm',
    resources: {
      Topic: TOPIC,
      Mail: MAIL,
      Alarm: alarm({ ActionsEnabled: false, AlarmActions: [ref('Topic')] }),
    },
  },
  {
    name: 'an alarm whose actions are switched by a free parameter',
    clause: '8.1①',
    expect: 'undetermined',
    on: 'Alarm',
    template: {
      Parameters: { ActionsEnabled: { Type: 'String', Default: 'true' } },
      Resources: {
        Topic: TOPIC,
        Mail: MAIL,
        Alarm: alarm({ ActionsEnabled: ref('ActionsEnabled'), AlarmActions: [ref('Topic')] }),
      },
    },
  },
  {
    name: 'an alarm without an action of its own, on which a composite alarm acts',
    clause: '8.1①',
    expect: 'compliant',
    on: ['Alarm', 'Whole'],
    resources: {
      Topic: TOPIC,
      Mail: MAIL,
      Alarm: alarm({}),
      Whole: res('AWS::CloudWatch::CompositeAlarm', {
        AlarmRule: sub('ALARM("${Alarm}")'),
        AlarmActions: [ref('Topic')],
      }),
    },
  },
  {
    name: 'an action only where an address for it was given',
    clause: '8.1①',
    expect: 'violation',
    on: 'Alarm',
    template: {
      Parameters: { TopicArn: { Type: 'String', Default: '' } },
      Conditions: { HasTopic: { 'Fn::Not': [{ 'Fn::Equals': [ref('TopicArn'), ''] }] } },
      Resources: { Alarm: alarm({ AlarmActions: when('HasTopic', [ref('TopicArn')], NO_VALUE) }) },
    },
  },
  {
    name: 'the topic comes from another template, where it has a subscriber',
    clause: '8.1③',
    expect: 'compliant',
    on: ['Alarm', 'Topic'],
    profile: ALONE,
    templates: [
      {
        Resources: { Topic: TOPIC, Mail: MAIL },
        Outputs: { Topic: { Value: ref('Topic'), Export: { Name: 'kanshi-topic' } } },
      },
      { Resources: { Alarm: alarm({ AlarmActions: [{ 'Fn::ImportValue': 'kanshi-topic' }] }) } },
    ],
  },
  {
    name: 'nobody is subscribed to the topic, and no platform has somebody',
    clause: '8.1①',
    expect: 'violation',
    on: ['Alarm', 'Topic'],
    profile: ALONE,
    resources: { Topic: TOPIC, Alarm: alarm({ AlarmActions: [ref('Topic')] }) },
  },
  {
    name: 'no alarm in the app, where the platform watches the account',
    clause: '8.1①',
    expect: 'evidence',
    on: ['', 'Table'],
    resources: {
      Table: res('AWS::DynamoDB::Table', {
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        BillingMode: 'PAY_PER_REQUEST',
      }),
    },
  },
  {
    name: 'uses of the root user are counted, and the count has an alarm',
    clause: '7.1(6)④',
    expect: 'compliant',
    on: ['Filter', 'Trail'],
    profile: ALONE,
    resources: {
      Trail: TRAIL,
      TrailLogs: TRAIL_LOGS,
      Filter: filter(),
      Topic: TOPIC,
      Mail: MAIL,
      Alarm: alarm(onFilter),
    },
  },
  {
    name: 'the alarm reads the count through metric math',
    clause: '7.1(6)④',
    expect: 'compliant',
    on: ['Filter', 'Trail'],
    profile: ALONE,
    resources: {
      Trail: TRAIL,
      TrailLogs: TRAIL_LOGS,
      Filter: filter(),
      Topic: TOPIC,
      Mail: MAIL,
      Alarm: res('AWS::CloudWatch::Alarm', {
        AlarmActions: [ref('Topic')],
        EvaluationPeriods: 1,
        Threshold: 1,
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
        Metrics: [
          { Id: 'filled', Expression: 'FILL(root, 0)', ReturnData: true },
          {
            Id: 'root',
            ReturnData: false,
            MetricStat: {
              Metric: { Namespace: 'CISBenchmark', MetricName: 'RootUsage' },
              Period: 300,
              Stat: 'Sum',
            },
          },
        ],
      }),
    },
  },
  {
    name: 'the alarm watches a metric of that name in another namespace, so that nobody looks at the count',
    clause: '7.1(6)④',
    expect: 'violation',
    on: ['Filter', 'TrailLogs', 'Trail'],
    profile: ALONE,
    resources: {
      Trail: TRAIL,
      TrailLogs: TRAIL_LOGS,
      Filter: filter(),
      Topic: TOPIC,
      Mail: MAIL,
      Alarm: alarm({ ...onFilter, Namespace: 'LogMetrics' }),
    },
  },
  {
    name: 'the name of the metric is a parameter for the filter, and written out for the alarm',
    clause: '7.1(6)④',
    expect: 'undetermined',
    on: ['Filter', 'Trail'],
    profile: ALONE,
    template: {
      Parameters: { MetricName: { Type: 'String' } },
      Resources: {
        Trail: TRAIL,
        TrailLogs: TRAIL_LOGS,
        Filter: filter(ref('MetricName')),
        Topic: TOPIC,
        Mail: MAIL,
        Alarm: alarm(onFilter),
      },
    },
  },
  {
    name: 'logs are copied to a bucket of another account',
    clause: '7.1(6)③',
    expect: 'compliant',
    on: 'Archive',
    resources: {
      Role: res('AWS::IAM::Role', {
        AssumeRolePolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            { Effect: 'Allow', Principal: { Service: 's3.amazonaws.com' }, Action: 'sts:AssumeRole' },
          ],
        },
      }),
      Archive: res('AWS::S3::Bucket', {
        VersioningConfiguration: { Status: 'Enabled' },
        ReplicationConfiguration: {
          Role: att('Role', 'Arn'),
          Rules: [
            {
              Status: 'Enabled',
              Priority: 1,
              Filter: { Prefix: '' },
              DeleteMarkerReplication: { Status: 'Disabled' },
              Destination: { Bucket: 'arn:aws:s3:::miyazaki-log-archive-osaka', Account: '444455556666' },
            },
          ],
        },
      }),
    },
  },
];

accuracyCases('watching', CASES);
