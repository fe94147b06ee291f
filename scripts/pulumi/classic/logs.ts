import type { Written } from '.';

export const LOGS: Written = {
  'cloudwatch/logGroup:LogGroup': { type: 'AWS::Logs::LogGroup' },
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
  'cloudwatch/logSubscriptionFilter:LogSubscriptionFilter': {
    type: 'AWS::Logs::SubscriptionFilter',
    properties: { logGroup: 'LogGroupName', name: 'FilterName' },
  },
  'cloudwatch/logMetricFilter:LogMetricFilter': {
    type: 'AWS::Logs::MetricFilter',
    properties: {
      name: 'FilterName',
      pattern: 'FilterPattern',
      'metricTransformation.name': 'MetricTransformations[0].MetricName',
      'metricTransformation.namespace': 'MetricTransformations[0].MetricNamespace',
      'metricTransformation.value': 'MetricTransformations[0].MetricValue',
    },
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
  'cloudwatch/logDeliverySource:LogDeliverySource': { type: 'AWS::Logs::DeliverySource' },
  'cloudwatch/logDeliveryDestination:LogDeliveryDestination': {
    type: 'AWS::Logs::DeliveryDestination',
    properties: { 'deliveryDestinationConfiguration.destinationResourceArn': 'DestinationResourceArn' },
  },
  'cloudwatch/logDelivery:LogDelivery': { type: 'AWS::Logs::Delivery' },
  'cloudwatch/metricAlarm:MetricAlarm': {
    type: 'AWS::CloudWatch::Alarm',
    properties: {
      name: 'AlarmName',
      dimensions: { to: 'Dimensions', as: { pairs: ['Name', 'Value'] } },
      'metricQueries[*].id': 'Metrics[*].Id',
      'metricQueries[*].expression': 'Metrics[*].Expression',
      'metricQueries[*].metric.metricName': 'Metrics[*].MetricStat.Metric.MetricName',
      'metricQueries[*].metric.namespace': 'Metrics[*].MetricStat.Metric.Namespace',
    },
  },
  'cloudwatch/compositeAlarm:CompositeAlarm': { type: 'AWS::CloudWatch::CompositeAlarm' },
  'cloudtrail/trail:Trail': {
    type: 'AWS::CloudTrail::Trail',
    properties: {
      name: 'TrailName',
      cloudWatchLogsGroupArn: 'CloudWatchLogsLogGroupArn',
      enableLogging: 'IsLogging',
    },
    // The provider starts a trail unless it is told not to.
    defaults: { IsLogging: true, IncludeGlobalServiceEvents: true },
  },
  'cloudtrail/eventDataStore:EventDataStore': {
    type: 'AWS::CloudTrail::EventDataStore',
    properties: { suspend: { to: 'IngestionEnabled', as: { words: { true: false, false: true } } } },
    // The provider's own defaults are the other way round for protection from deletion: it is on.
    defaults: { TerminationProtectionEnabled: true, MultiRegionEnabled: true },
  },
  'cfg/recorder:Recorder': { type: 'AWS::Config::ConfigurationRecorder' },
  'cfg/deliveryChannel:DeliveryChannel': { type: 'AWS::Config::DeliveryChannel' },
  'cfg/rule:Rule': { type: 'AWS::Config::ConfigRule', properties: { name: 'ConfigRuleName' } },
  'cfg/conformancePack:ConformancePack': {
    type: 'AWS::Config::ConformancePack',
    properties: { name: 'ConformancePackName' },
  },
  'cfg/organizationManagedRule:OrganizationManagedRule': {
    type: 'AWS::Config::OrganizationConfigRule',
    properties: { name: 'OrganizationConfigRuleName' },
  },
  'cfg/organizationConformancePack:OrganizationConformancePack': {
    type: 'AWS::Config::OrganizationConformancePack',
    properties: { name: 'OrganizationConformancePackName' },
  },
  'guardduty/detector:Detector': {
    type: 'AWS::GuardDuty::Detector',
    properties: {
      'datasources.s3Logs.enable': 'DataSources.S3Logs.Enable',
      'datasources.kubernetes.auditLogs.enable': 'DataSources.Kubernetes.AuditLogs.Enable',
      'datasources.malwareProtection.scanEc2InstanceWithFindings.ebsVolumes.enable':
        'DataSources.MalwareProtection.ScanEc2InstanceWithFindings.EbsVolumes',
    },
    // The provider switches it on unless it is told not to.
    defaults: { Enable: true },
  },
  'guardduty/detectorFeature:DetectorFeature': {
    type: 'AWS::GuardDuty::Detector',
    into: 'detectorId',
    not: ['detectorId'],
    properties: {
      name: 'Features[+].Name',
      status: 'Features[+].Status',
      'additionalConfigurations[0].name': 'Features[+].AdditionalConfiguration[0].Name',
      'additionalConfigurations[0].status': 'Features[+].AdditionalConfiguration[0].Status',
    },
  },
  'guardduty/publishingDestination:PublishingDestination': {
    type: 'AWS::GuardDuty::PublishingDestination',
    properties: {
      destinationArn: 'DestinationProperties.DestinationArn',
      kmsKeyArn: 'DestinationProperties.KmsKeyArn',
    },
    defaults: { DestinationType: 'S3' },
  },
  'guardduty/malwareProtectionPlan:MalwareProtectionPlan': { type: 'AWS::GuardDuty::MalwareProtectionPlan' },
  'securityhub/account:Account': { type: 'AWS::SecurityHub::Hub' },
  'securityhub/accountV2:AccountV2': { type: 'AWS::SecurityHub::HubV2' },
  'securityhub/standardsSubscription:StandardsSubscription': { type: 'AWS::SecurityHub::Standard' },
  'securitylake/dataLake:DataLake': {
    type: 'AWS::SecurityLake::DataLake',
    properties: {
      'configuration.encryptionConfigurations[0].kmsKeyId': 'EncryptionConfiguration.KmsKeyId',
      'configuration.lifecycleConfiguration.expiration.days': 'LifecycleConfiguration.Expiration.Days',
    },
  },
  'oam/sink:Sink': { type: 'AWS::Oam::Sink' },
  'oam/sinkPolicy:SinkPolicy': {
    type: 'AWS::Oam::Sink',
    into: 'sinkIdentifier',
    not: ['sinkIdentifier'],
    properties: { policy: { to: 'Policy', as: 'json' } },
  },
  'xray/resourcePolicy:ResourcePolicy': {
    type: 'AWS::XRay::ResourcePolicy',
    properties: { policyDocument: { to: 'PolicyDocument', as: 'json' } },
  },
  'synthetics/canary:Canary': {
    type: 'AWS::Synthetics::Canary',
    properties: { s3Bucket: 'Code.S3Bucket', s3Key: 'Code.S3Key', handler: 'Code.Handler' },
  },
  'rum/appMonitor:AppMonitor': { type: 'AWS::RUM::AppMonitor' },
};

export const LOGS_UNJUDGED: readonly string[] = [
  'cfg/aggregateAuthorization:AggregateAuthorization',
  'cfg/configurationAggregator:ConfigurationAggregator',
  'cfg/remediationConfiguration:RemediationConfiguration',
  'cfg/retentionConfiguration:RetentionConfiguration',
  'cloudwatch/dashboard:Dashboard',
  'cloudwatch/logAnomalyDetector:LogAnomalyDetector',
  'cloudwatch/logStream:LogStream',
  'cloudwatch/metricStream:MetricStream',
  'cloudwatch/queryDefinition:QueryDefinition',
  'synthetics/group:Group',
  'synthetics/groupAssociation:GroupAssociation',
  'xray/encryptionConfig:EncryptionConfig',
  'xray/group:Group',
  'xray/samplingRule:SamplingRule',
];
