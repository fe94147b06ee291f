import type { Written } from '.';

const METRIC = 'metricQueries[*].metric';
const STAT = 'Metrics[*].MetricStat';

/** Logs, trails and alarms. */
export const LOGS: Written = {
  'cloudwatch/logGroup:LogGroup': {
    type: 'AWS::Logs::LogGroup',
    properties: {
      name: 'LogGroupName',
      // Without an end, which a template says by saying nothing.
      retentionInDays: { to: 'RetentionInDays', as: { words: { 0: null } } },
    },
    lacks: { ResourcePolicyDocument: 'the package has policies in cloudwatch.LogResourcePolicy' },
  },
  'cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy': {
    type: 'AWS::Logs::LogGroup',
    into: 'logGroupName',
    not: ['logGroupName'],
    properties: { policyDocument: { to: 'DataProtectionPolicy', as: 'json' } },
  },
  'cloudwatch/logResourcePolicy:LogResourcePolicy': {
    type: 'AWS::Logs::ResourcePolicy',
    properties: { policyDocument: { to: 'PolicyDocument', as: 'json' } },
  },
  'cloudwatch/logDestination:LogDestination': {
    type: 'AWS::Logs::Destination',
    properties: { name: 'DestinationName' },
  },
  'cloudwatch/logDestinationPolicy:LogDestinationPolicy': {
    type: 'AWS::Logs::Destination',
    into: 'destinationName',
    not: ['destinationName'],
    properties: { accessPolicy: { to: 'DestinationPolicy', as: 'json' } },
  },
  'cloudwatch/logDeliveryDestination:LogDeliveryDestination': {
    type: 'AWS::Logs::DeliveryDestination',
    properties: { 'deliveryDestinationConfiguration.destinationResourceArn': 'DestinationResourceArn' },
  },
  'cloudwatch/logDeliveryDestinationPolicy:LogDeliveryDestinationPolicy': {
    type: 'AWS::Logs::DeliveryDestination',
    into: 'deliveryDestinationName',
    properties: {
      deliveryDestinationPolicy: { to: 'DeliveryDestinationPolicy.DeliveryDestinationPolicy', as: 'json' },
    },
  },
  'cloudwatch/logDeliverySource:LogDeliverySource': { type: 'AWS::Logs::DeliverySource' },
  'cloudwatch/logMetricFilter:LogMetricFilter': {
    type: 'AWS::Logs::MetricFilter',
    properties: {
      name: 'FilterName',
      pattern: 'FilterPattern',
      'metricTransformation.name': 'MetricTransformations[0].MetricName',
      'metricTransformation.namespace': 'MetricTransformations[0].MetricNamespace',
      'metricTransformation.value': 'MetricTransformations[0].MetricValue',
      'metricTransformation.unit': 'MetricTransformations[0].Unit',
      'metricTransformation.defaultValue': 'MetricTransformations[0].DefaultValue',
    },
  },
  'cloudwatch/logSubscriptionFilter:LogSubscriptionFilter': {
    type: 'AWS::Logs::SubscriptionFilter',
    properties: { name: 'FilterName', logGroup: 'LogGroupName' },
  },
  'cloudwatch/logDelivery:LogDelivery': { type: 'AWS::Logs::Delivery' },
  'rum/appMonitor:AppMonitor': { type: 'AWS::RUM::AppMonitor' },
  'cloudtrail/trail:Trail': {
    type: 'AWS::CloudTrail::Trail',
    properties: {
      name: 'TrailName',
      cloudWatchLogsGroupArn: 'CloudWatchLogsLogGroupArn',
      enableLogging: 'IsLogging',
    },
    // A template has to say that it records; the provider lets it record.
    defaults: { IsLogging: true, IncludeGlobalServiceEvents: true },
  },
  'cloudtrail/eventDataStore:EventDataStore': {
    type: 'AWS::CloudTrail::EventDataStore',
    properties: { suspend: { to: 'IngestionEnabled', as: { words: { true: false, false: true } } } },
    // As the provider's documentation has it, "true" by default; in a template it is off.
    defaults: { MultiRegionEnabled: true, TerminationProtectionEnabled: true },
  },
  'cloudwatch/metricAlarm:MetricAlarm': {
    type: 'AWS::CloudWatch::Alarm',
    properties: {
      name: 'AlarmName',
      dimensions: { to: 'Dimensions', as: { pairs: ['Name', 'Value'] } },
      'metricQueries[*].id': 'Metrics[*].Id',
      'metricQueries[*].accountId': 'Metrics[*].AccountId',
      'metricQueries[*].expression': 'Metrics[*].Expression',
      'metricQueries[*].label': 'Metrics[*].Label',
      'metricQueries[*].period': 'Metrics[*].Period',
      'metricQueries[*].returnData': 'Metrics[*].ReturnData',
      [`${METRIC}.metricName`]: `${STAT}.Metric.MetricName`,
      [`${METRIC}.namespace`]: `${STAT}.Metric.Namespace`,
      [`${METRIC}.dimensions`]: { to: `${STAT}.Metric.Dimensions`, as: { pairs: ['Name', 'Value'] } },
      [`${METRIC}.period`]: `${STAT}.Period`,
      [`${METRIC}.stat`]: `${STAT}.Stat`,
      [`${METRIC}.unit`]: `${STAT}.Unit`,
    },
  },
  'cloudwatch/compositeAlarm:CompositeAlarm': {
    type: 'AWS::CloudWatch::CompositeAlarm',
    properties: {
      'actionsSuppressor.alarm': 'ActionsSuppressor',
      'actionsSuppressor.extensionPeriod': 'ActionsSuppressorExtensionPeriod',
      'actionsSuppressor.waitPeriod': 'ActionsSuppressorWaitPeriod',
    },
  },
};

export const LOGS_UNJUDGED = [
  'cloudwatch/contributorInsightRule:ContributorInsightRule',
  'cloudwatch/contributorManagedInsightRule:ContributorManagedInsightRule',
  'cloudwatch/dashboard:Dashboard',
  'cloudwatch/internetMonitor:InternetMonitor',
  'cloudwatch/logAnomalyDetector:LogAnomalyDetector',
  'cloudwatch/logIndexPolicy:LogIndexPolicy',
  'cloudwatch/logStorageTierPolicy:LogStorageTierPolicy',
  'cloudwatch/logStream:LogStream',
  'cloudwatch/logTransformer:LogTransformer',
  'cloudwatch/metricStream:MetricStream',
  'cloudwatch/otelEnrichment:OtelEnrichment',
  'cloudwatch/queryDefinition:QueryDefinition',
] as const;
