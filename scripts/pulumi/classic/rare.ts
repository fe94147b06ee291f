import type { Written } from '.';

/** Services that are seldom used, whose properties have the same names on either side. */
export const RARE: Written = {
  'appsync/api:Api': { type: 'AWS::AppSync::Api' },
  'appconfig/configurationProfile:ConfigurationProfile': { type: 'AWS::AppConfig::ConfigurationProfile' },
  'appconfig/environment:Environment': { type: 'AWS::AppConfig::Environment' },
  'appintegrations/dataIntegration:DataIntegration': { type: 'AWS::AppIntegrations::DataIntegration' },
  'amp/resourcePolicy:ResourcePolicy': {
    type: 'AWS::APS::ResourcePolicy',
    properties: { workspaceId: 'WorkspaceArn' },
  },
  'bedrock/guardrail:Guardrail': { type: 'AWS::Bedrock::Guardrail' },
  'codeartifact/domain:Domain': {
    type: 'AWS::CodeArtifact::Domain',
    properties: { domain: 'DomainName', encryptionKey: 'EncryptionKey' },
  },
  'codeartifact/domainPermissions:DomainPermissions': {
    type: 'AWS::CodeArtifact::Domain',
    into: 'domain',
    properties: { policyDocument: { to: 'PermissionsPolicyDocument', as: 'json' } },
  },
  'comprehend/documentClassifier:DocumentClassifier': {
    type: 'AWS::Comprehend::DocumentClassifier',
    properties: { name: 'DocumentClassifierName' },
  },
  'dms/replicationSubnetGroup:ReplicationSubnetGroup': {
    type: 'AWS::DMS::ReplicationSubnetGroup',
    properties: { replicationSubnetGroupId: 'ReplicationSubnetGroupIdentifier' },
  },
  'drs/replicationConfigurationTemplate:ReplicationConfigurationTemplate': {
    type: 'AWS::DRS::ReplicationConfigurationTemplate',
  },
  'emr/securityConfiguration:SecurityConfiguration': {
    type: 'AWS::EMR::SecurityConfiguration',
    properties: { configuration: { to: 'SecurityConfiguration', as: 'json' } },
  },
  'emr/studio:Studio': { type: 'AWS::EMR::Studio' },
  'emrserverless/application:Application': { type: 'AWS::EMRServerless::Application' },
  'grafana/workspace:Workspace': { type: 'AWS::Grafana::Workspace' },
  'm2/environment:Environment': { type: 'AWS::M2::Environment' },
  'sesv2/emailIdentity:EmailIdentity': { type: 'AWS::SES::EmailIdentity' },
  'kinesis/videoStream:VideoStream': {
    type: 'AWS::KinesisVideo::Stream',
    properties: { dataRetentionInHours: 'DataRetentionInHours' },
  },
  'sagemaker/modelPackageGroup:ModelPackageGroup': { type: 'AWS::SageMaker::ModelPackageGroup' },
};
