import type { Written } from '.';

const PARAMETERS = {
  'inputParameters[*].parameterName': 'ConformancePackInputParameters[*].ParameterName',
  'inputParameters[*].parameterValue': 'ConformancePackInputParameters[*].ParameterValue',
} as const;

/** Services that watch an account: Config, GuardDuty, Security Hub and the like. */
export const OVERSIGHT: Written = {
  'cfg/rule:Rule': { type: 'AWS::Config::ConfigRule', properties: { name: 'ConfigRuleName' } },
  'cfg/recorder:Recorder': {
    type: 'AWS::Config::ConfigurationRecorder',
    properties: {
      'recordingMode.recordingModeOverride.description':
        'RecordingMode.RecordingModeOverrides[0].Description',
      'recordingMode.recordingModeOverride.recordingFrequency':
        'RecordingMode.RecordingModeOverrides[0].RecordingFrequency',
      'recordingMode.recordingModeOverride.resourceTypes':
        'RecordingMode.RecordingModeOverrides[0].ResourceTypes',
    },
    // A group that says nothing else records everything.
    defaults: { 'RecordingGroup.AllSupported': true },
  },
  // A recorder that is switched off records nothing: of that there is no property in a template, so that it is reported
  // as not checked.
  'cfg/recorderStatus:RecorderStatus': {
    type: { by: 'isEnabled', is: { true: 'AWS::Config::ConfigurationRecorder' } },
    into: 'name',
    not: ['name'],
    properties: { isEnabled: 'StartedOnCreate' },
  },
  'cfg/deliveryChannel:DeliveryChannel': {
    type: 'AWS::Config::DeliveryChannel',
    properties: {
      'snapshotDeliveryProperties.deliveryFrequency': 'ConfigSnapshotDeliveryProperties.DeliveryFrequency',
    },
  },
  'cfg/conformancePack:ConformancePack': {
    type: 'AWS::Config::ConformancePack',
    properties: { name: 'ConformancePackName', ...PARAMETERS },
  },
  'cfg/organizationConformancePack:OrganizationConformancePack': {
    type: 'AWS::Config::OrganizationConformancePack',
    properties: { name: 'OrganizationConformancePackName', ...PARAMETERS },
  },
  'cfg/organizationManagedRule:OrganizationManagedRule': {
    type: 'AWS::Config::OrganizationConfigRule',
    within: 'OrganizationManagedRuleMetadata',
    properties: { name: 'OrganizationConfigRuleName' },
  },
  'cfg/organizationCustomRule:OrganizationCustomRule': {
    type: 'AWS::Config::OrganizationConfigRule',
    within: 'OrganizationCustomRuleMetadata',
    properties: {
      name: 'OrganizationConfigRuleName',
      triggerTypes: 'OrganizationCustomRuleMetadata.OrganizationConfigRuleTriggerTypes',
    },
  },
  'cfg/organizationCustomPolicyRule:OrganizationCustomPolicyRule': {
    type: 'AWS::Config::OrganizationConfigRule',
    within: 'OrganizationCustomPolicyRuleMetadata',
    properties: {
      name: 'OrganizationConfigRuleName',
      policyRuntime: 'OrganizationCustomPolicyRuleMetadata.Runtime',
      triggerTypes: 'OrganizationCustomPolicyRuleMetadata.OrganizationConfigRuleTriggerTypes',
    },
  },
  'guardduty/detector:Detector': {
    type: 'AWS::GuardDuty::Detector',
    properties: {
      'datasources.malwareProtection.scanEc2InstanceWithFindings.ebsVolumes.enable':
        'DataSources.MalwareProtection.ScanEc2InstanceWithFindings.EbsVolumes',
    },
    // A template has to say that it is on.
    defaults: { Enable: true },
  },
  'guardduty/detectorFeature:DetectorFeature': {
    type: 'AWS::GuardDuty::Detector',
    into: 'detectorId',
    properties: {
      name: 'Features[+].Name',
      status: 'Features[+].Status',
      'additionalConfigurations[*].name': 'Features[+].AdditionalConfiguration[*].Name',
      'additionalConfigurations[*].status': 'Features[+].AdditionalConfiguration[*].Status',
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
      'configuration.replicationConfiguration.regions': 'ReplicationConfiguration.Regions',
      'configuration.replicationConfiguration.roleArn': 'ReplicationConfiguration.RoleArn',
    },
  },
  'securitylake/subscriberNotification:SubscriberNotification': {
    type: 'AWS::SecurityLake::SubscriberNotification',
    properties: {
      subscriberId: 'SubscriberArn',
      'configuration.httpsNotificationConfiguration.endpoint':
        'NotificationConfiguration.HttpsNotificationConfiguration.Endpoint',
      'configuration.httpsNotificationConfiguration.targetRoleArn':
        'NotificationConfiguration.HttpsNotificationConfiguration.TargetRoleArn',
      'configuration.httpsNotificationConfiguration.authorizationApiKeyName':
        'NotificationConfiguration.HttpsNotificationConfiguration.AuthorizationApiKeyName',
      'configuration.httpsNotificationConfiguration.authorizationApiKeyValue':
        'NotificationConfiguration.HttpsNotificationConfiguration.AuthorizationApiKeyValue',
    },
  },
  'accessanalyzer/analyzer:Analyzer': {
    type: 'AWS::AccessAnalyzer::Analyzer',
    properties: {
      'configuration.unusedAccess.unusedAccessAge':
        'AnalyzerConfiguration.UnusedAccessConfiguration.UnusedAccessAge',
    },
    defaults: { Type: 'ACCOUNT' },
  },
};

export const OVERSIGHT_UNJUDGED = [
  'cfg/aggregateAuthorization:AggregateAuthorization',
  'cfg/configurationAggregator:ConfigurationAggregator',
  'cfg/retentionConfiguration:RetentionConfiguration',
  'cfg/remediationConfiguration:RemediationConfiguration',
  'guardduty/iPSet:IPSet',
  'guardduty/threatIntelSet:ThreatIntelSet',
  'guardduty/organizationConfigurationFeature:OrganizationConfigurationFeature',
  'inspector/assessmentTarget:AssessmentTarget',
  'inspector/assessmentTemplate:AssessmentTemplate',
  'inspector/resourceGroup:ResourceGroup',
  'macie2/classificationJob:ClassificationJob',
  'macie/customDataIdentifier:CustomDataIdentifier',
  'securityhub/actionTarget:ActionTarget',
  'securityhub/aggregatorV2:AggregatorV2',
  'securityhub/findingAggregator:FindingAggregator',
  'securityhub/insight:Insight',
  'securityhub/productSubscription:ProductSubscription',
  'securitylake/awsLogSource:AwsLogSource',
  'securitylake/customLogSource:CustomLogSource',
] as const;
