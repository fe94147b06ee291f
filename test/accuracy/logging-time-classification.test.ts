import { type AccuracyCase, accuracyCases, att, NO_VALUE, ref, res, sub, vpc, when } from './support';

// Which logs are taken, and how long they are kept.

const ENVIRONMENT = {
  Parameters: { Env: { Type: 'String', AllowedValues: ['prod', 'dev'] } },
  Conditions: {
    Prod: { 'Fn::Equals': [ref('Env'), 'prod'] },
    Dev: { 'Fn::Not': [{ Condition: 'Prod' }] },
  },
};

const about =
  (clause: string) =>
  (
    name: string,
    expect: AccuracyCase['expect'],
    resources: Record<string, unknown>,
    more: object = {},
    on: AccuracyCase['on'] = 'X',
  ): AccuracyCase => ({ name, clause, on, expect, template: { ...more, Resources: resources } });

const kept = about('7.1(6)①');
const group = (days?: unknown, beside: object = {}) =>
  res('AWS::Logs::LogGroup', days === undefined ? {} : { RetentionInDays: days }, beside);
const MAP = { Mappings: { Days: { prod: { Logs: 400 }, dev: { Logs: '30' } } } };

accuracyCases('how long logs are kept', [
  kept('a year', 'compliant', { X: group(365) }),
  kept('three months', 'violation', { X: group(90) }),
  kept('absent means for ever', 'compliant', { X: group() }),
  kept('a number as a string', 'compliant', { X: group('400') }),
  kept(
    'for ever in development, long in production',
    'compliant',
    { X: group(when('Prod', 400, NO_VALUE)) },
    ENVIRONMENT,
  ),
  kept('short in development', 'violation', { X: group(when('Prod', 400, 30)) }, ENVIRONMENT),
  kept(
    'short in development, but the group is for production only',
    'compliant',
    { X: group(when('Prod', 400, 30), { Condition: 'Prod' }) },
    ENVIRONMENT,
  ),
  kept(
    'the group is for development only and takes the short branch',
    'violation',
    { X: group(when('Prod', 400, 30), { Condition: 'Dev' }) },
    ENVIRONMENT,
  ),
  kept(
    'by mapping, a key that the parameter allows is short',
    'violation',
    { X: group({ 'Fn::FindInMap': ['Days', ref('Env'), 'Logs'] }) },
    { ...ENVIRONMENT, ...MAP },
  ),
  kept(
    'by mapping, the group being for production',
    'compliant',
    { X: group({ 'Fn::FindInMap': ['Days', ref('Env'), 'Logs'] }, { Condition: 'Prod' }) },
    { ...ENVIRONMENT, ...MAP },
  ),
  kept(
    'a free parameter',
    'undetermined',
    { X: group(ref('Days')) },
    { Parameters: { Days: { Type: 'Number', Default: 400 } } },
  ),
  kept(
    'a parameter all of whose values are long enough',
    'compliant',
    { X: group(ref('Days')) },
    { Parameters: { Days: { Type: 'Number', Default: 400, AllowedValues: [365, 400, 731] } } },
  ),
  kept('CDK’s custom resource for the groups of functions', 'violation', {
    X: res('Custom::LogRetention', {
      ServiceToken: 'arn:aws:lambda:ap-northeast-1:111122223333:function:x',
      LogGroupName: '/aws/lambda/a',
      RetentionInDays: 14,
    }),
  }),
]);

const flow = (more: object, beside: object = {}) =>
  res(
    'AWS::EC2::FlowLog',
    {
      ResourceType: 'VPC',
      TrafficType: 'ALL',
      LogDestinationType: 's3',
      LogDestination: 'arn:aws:s3:::archive',
      ...more,
    },
    beside,
  );
const trail = (more: object) =>
  res('AWS::CloudTrail::Trail', {
    IsLogging: true,
    IsMultiRegionTrail: true,
    IncludeGlobalServiceEvents: true,
    S3BucketName: 'archive',
    ...more,
  });
const balancer = (more: object = {}) =>
  res('AWS::ElasticLoadBalancingV2::LoadBalancer', { Scheme: 'internal', ...more });
const attributes = (entries: Record<string, unknown>) => ({
  LoadBalancerAttributes: Object.entries(entries).map(([Key, Value]) => ({ Key, Value })),
});
const delivery = (days: number, more: object = {}) => ({
  X: res('AWS::S3::Bucket', {
    LifecycleConfiguration: { Rules: [{ Status: 'Enabled', ExpirationInDays: days, ...more }] },
  }),
  T: trail({ S3BucketName: ref('X') }),
});

accuracyCases('which logs are taken', [
  kept('a VPC with a flow log of everything', 'compliant', { X: vpc(), F: flow({ ResourceId: ref('X') }) }),
  kept('a VPC without one', 'violation', { X: vpc() }),
  kept(
    'only what was rejected',
    'violation',
    { X: vpc(), F: flow({ ResourceId: ref('X'), TrafficType: 'REJECT' }) },
    {},
    ['X', 'F'],
  ),
  // With a single subnet at first, and then its flow log records all that there is.
  kept('only one of two subnets', 'violation', {
    X: vpc(),
    T: res('AWS::EC2::Subnet', { VpcId: ref('X'), CidrBlock: '10.20.2.0/24' }),
    S: res('AWS::EC2::Subnet', { VpcId: ref('X'), CidrBlock: '10.20.1.0/24' }),
    F: flow({ ResourceId: ref('S'), ResourceType: 'Subnet' }),
  }),
  kept(
    'only in production',
    'violation',
    { X: vpc(), F: flow({ ResourceId: ref('X') }, { Condition: 'Prod' }) },
    ENVIRONMENT,
  ),
  kept(
    'the VPC is for production only as well',
    'compliant',
    { X: { ...vpc(), Condition: 'Prod' }, F: flow({ ResourceId: ref('X') }, { Condition: 'Prod' }) },
    ENVIRONMENT,
  ),
  {
    ...kept('one flow log in each of two conditions that exclude each other', 'compliant', {}),
    template: {
      ...ENVIRONMENT,
      Resources: {
        X: vpc(),
        F: flow({ ResourceId: ref('X') }, { Condition: 'Prod' }),
        G: flow({ ResourceId: att('X', 'VpcId') }, { Condition: 'Dev' }),
      },
    },
  },
  {
    name: 'the flow log stands in another template',
    clause: '7.1(6)①',
    on: 'X',
    expect: 'compliant',
    templates: [
      { Resources: { X: vpc() }, Outputs: { V: { Value: ref('X'), Export: { Name: 'net-vpc' } } } },
      { Resources: { F: flow({ ResourceId: { 'Fn::ImportValue': sub('net-vpc') } }) } },
    ],
  },
  {
    name: 'the flow log of another template is for a VPC that only the names of the stacks tell',
    clause: '7.1(6)①',
    on: 'X',
    expect: 'undetermined',
    templates: [
      {
        Resources: { X: vpc() },
        Outputs: { V: { Value: ref('X'), Export: { Name: sub('${AWS::StackName}-vpc') } } },
      },
      {
        Parameters: { Net: { Type: 'String' } },
        Resources: { F: flow({ ResourceId: { 'Fn::ImportValue': sub('${Net}-vpc') } }) },
      },
    ],
  },
  {
    ...kept('flow logs serve the watching of packets too', 'violation', { X: vpc('internet') }),
    clause: '4(3)①',
    zone: 'internet',
  },
  kept('a trail of all regions', 'compliant', { X: trail({}) }),
  kept('a trail of one region', 'violation', { X: trail({ IsMultiRegionTrail: 'false' }) }),
  kept('absent means one region', 'violation', { X: trail({ IsMultiRegionTrail: NO_VALUE }) }),
  kept('a trail that does not log', 'violation', { X: trail({ IsLogging: false }) }, {}, ['X', '']),
  kept('a trail of writes only', 'violation', {
    X: trail({ EventSelectors: [{ ReadWriteType: 'WriteOnly', IncludeManagementEvents: true }] }),
  }),
  kept('selectors for data beside one for management', 'compliant', {
    X: trail({
      AdvancedEventSelectors: [
        { FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }] },
        {
          FieldSelectors: [
            { Field: 'eventCategory', Equals: ['Data'] },
            { Field: 'resources.type', Equals: ['AWS::S3::Object'] },
          ],
        },
      ],
    }),
  }),
  kept('selectors for data only', 'violation', {
    X: trail({
      AdvancedEventSelectors: [
        {
          FieldSelectors: [
            { Field: 'eventCategory', Equals: ['Data'] },
            { Field: 'resources.type', Equals: ['AWS::S3::Object'] },
          ],
        },
      ],
    }),
  }),
  kept('a load balancer with access logs', 'compliant', {
    X: balancer(attributes({ 'access_logs.s3.enabled': 'true', 'access_logs.s3.bucket': 'archive' })),
  }),
  kept('a load balancer whose access logs are off', 'violation', {
    X: balancer(attributes({ 'access_logs.s3.enabled': 'false', 'access_logs.s3.bucket': 'archive' })),
  }),
  kept('a load balancer with another attribute only', 'violation', {
    X: balancer(attributes({ 'deletion_protection.enabled': 'true' })),
  }),
  kept('a gateway load balancer has no access logs to switch on', 'compliant', {
    X: balancer({ Type: 'gateway', Scheme: NO_VALUE }),
  }),
  kept('a stage of an HTTP API without access log', 'violation', {
    X: res('AWS::ApiGatewayV2::Stage', { ApiId: 'a', StageName: '$default', AutoDeploy: true }),
  }),
  kept('a stage of a REST API with one', 'compliant', {
    X: res('AWS::ApiGateway::Stage', {
      RestApiId: 'a',
      AccessLogSetting: {
        DestinationArn: 'arn:aws:logs:ap-northeast-1:111122223333:log-group:api',
        Format: '$context.requestId',
      },
    }),
  }),
  kept('a distribution without log', 'violation', {
    X: res('AWS::CloudFront::Distribution', { DistributionConfig: { Enabled: true } }),
  }),
  kept('a distribution with the newer way of delivering logs', 'compliant', {
    X: res('AWS::CloudFront::Distribution', { DistributionConfig: { Enabled: true } }),
    S: res('AWS::Logs::DeliverySource', {
      Name: 'cf',
      LogType: 'ACCESS_LOGS',
      ResourceArn: sub('arn:aws:cloudfront::${AWS::AccountId}:distribution/${X}'),
    }),
    D: res('AWS::Logs::DeliveryDestination', { Name: 'cf', DestinationResourceArn: 'arn:aws:s3:::archive' }),
    L: res('AWS::Logs::Delivery', { DeliverySourceName: ref('S'), DeliveryDestinationArn: att('D', 'Arn') }),
  }),
  kept('a web ACL without log', 'violation', { X: res('AWS::WAFv2::WebACL', { Scope: 'REGIONAL' }) }),
  kept('a web ACL with log', 'compliant', {
    X: res('AWS::WAFv2::WebACL', { Scope: 'REGIONAL' }),
    L: res('AWS::WAFv2::LoggingConfiguration', {
      ResourceArn: att('X', 'Arn'),
      LogDestinationConfigs: ['arn:aws:s3:::aws-waf-logs-a'],
    }),
  }),
  kept(
    'a cluster that exports its logs, and its member',
    'compliant',
    {
      C: res('AWS::RDS::DBCluster', {
        Engine: 'aurora-mysql',
        EnableCloudwatchLogsExports: ['audit', 'error', 'slowquery'],
      }),
      X: res('AWS::RDS::DBInstance', { DBClusterIdentifier: ref('C'), Engine: 'aurora-mysql' }),
    },
    {},
    ['X', 'C'],
  ),
  kept('a database that exports nothing', 'violation', {
    X: res('AWS::RDS::DBInstance', { Engine: 'postgres' }),
  }),
  kept('Kubernetes without the audit log', 'violation', {
    X: res('AWS::EKS::Cluster', {
      Logging: { ClusterLogging: { EnabledTypes: [{ Type: 'api' }, { Type: 'scheduler' }] } },
    }),
  }),
  kept('a search domain whose audit log is off', 'violation', {
    X: res('AWS::OpenSearchService::Domain', {
      LogPublishingOptions: {
        AUDIT_LOGS: {
          Enabled: 'false',
          CloudWatchLogsLogGroupArn: 'arn:aws:logs:ap-northeast-1:111122223333:log-group:a',
        },
      },
    }),
  }),
  kept('the bucket of the trail throws logs away after a quarter', 'violation', delivery(90)),
  kept('the bucket of the trail keeps them for a year and more', 'compliant', delivery(400)),
  kept('the short rule is switched off', 'compliant', delivery(90, { Status: 'Disabled' })),
]);
