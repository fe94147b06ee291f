import type { Written } from '.';

/** Sign-in, delivery of programs, machine learning and services of applications. */
export const APPLICATIONS: Written = {
  'cognito/userPool:UserPool': {
    type: 'AWS::Cognito::UserPool',
    properties: {
      tags: 'UserPoolTags',
      'passwordPolicy.minimumLength': 'Policies.PasswordPolicy.MinimumLength',
      'passwordPolicy.passwordHistorySize': 'Policies.PasswordPolicy.PasswordHistorySize',
      'passwordPolicy.requireLowercase': 'Policies.PasswordPolicy.RequireLowercase',
      'passwordPolicy.requireNumbers': 'Policies.PasswordPolicy.RequireNumbers',
      'passwordPolicy.requireSymbols': 'Policies.PasswordPolicy.RequireSymbols',
      'passwordPolicy.requireUppercase': 'Policies.PasswordPolicy.RequireUppercase',
      'passwordPolicy.temporaryPasswordValidityDays': 'Policies.PasswordPolicy.TemporaryPasswordValidityDays',
      'signInPolicy.allowedFirstAuthFactors': 'Policies.SignInPolicy.AllowedFirstAuthFactors',
      'softwareTokenMfaConfiguration.enabled': {
        to: 'EnabledMfas[+]',
        as: { words: { true: 'SOFTWARE_TOKEN_MFA', false: null } },
      },
    },
  },
  'cognito/userPoolClient:UserPoolClient': {
    type: 'AWS::Cognito::UserPoolClient',
    properties: { name: 'ClientName' },
  },
  'cognito/identityPool:IdentityPool': { type: 'AWS::Cognito::IdentityPool' },
  'cognito/identityProvider:IdentityProvider': { type: 'AWS::Cognito::UserPoolIdentityProvider' },
  'cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment': {
    type: 'AWS::Cognito::IdentityPoolRoleAttachment',
  },
  'codebuild/project:Project': {
    type: 'AWS::CodeBuild::Project',
    properties: { buildTimeout: 'TimeoutInMinutes', projectVisibility: 'Visibility' },
  },
  'codebuild/reportGroup:ReportGroup': {
    type: 'AWS::CodeBuild::ReportGroup',
    properties: { 'exportConfig.type': 'ExportConfig.ExportConfigType' },
  },
  'codebuild/sourceCredential:SourceCredential': { type: 'AWS::CodeBuild::SourceCredential' },
  'codepipeline/pipeline:Pipeline': {
    type: 'AWS::CodePipeline::Pipeline',
    properties: {
      'artifactStores[*].location': 'ArtifactStores[*].ArtifactStore.Location',
      'artifactStores[*].type': 'ArtifactStores[*].ArtifactStore.Type',
      'artifactStores[*].encryptionKey.id': 'ArtifactStores[*].ArtifactStore.EncryptionKey.Id',
      'artifactStores[*].encryptionKey.type': 'ArtifactStores[*].ArtifactStore.EncryptionKey.Type',
      'stages[*].actions[*].category': 'Stages[*].Actions[*].ActionTypeId.Category',
      'stages[*].actions[*].owner': 'Stages[*].Actions[*].ActionTypeId.Owner',
      'stages[*].actions[*].provider': 'Stages[*].Actions[*].ActionTypeId.Provider',
      'stages[*].actions[*].version': 'Stages[*].Actions[*].ActionTypeId.Version',
    },
  },
  'codecommit/repository:Repository': {
    type: 'AWS::CodeCommit::Repository',
    properties: { description: 'RepositoryDescription' },
  },
  'sagemaker/notebookInstance:NotebookInstance': {
    type: 'AWS::SageMaker::NotebookInstance',
    properties: { securityGroups: 'SecurityGroupIds', volumeSize: 'VolumeSizeInGB' },
  },
  'sagemaker/endpointConfiguration:EndpointConfiguration': {
    type: 'AWS::SageMaker::EndpointConfig',
    properties: { kmsKeyArn: 'KmsKeyId' },
  },
  'sagemaker/model:Model': { type: 'AWS::SageMaker::Model' },
  'sagemaker/domain:Domain': { type: 'AWS::SageMaker::Domain' },
  'sagemaker/featureGroup:FeatureGroup': { type: 'AWS::SageMaker::FeatureGroup' },
  'dms/replicationInstance:ReplicationInstance': {
    type: 'AWS::DMS::ReplicationInstance',
    properties: {
      kmsKeyArn: 'KmsKeyId',
      replicationInstanceId: 'ReplicationInstanceIdentifier',
      replicationSubnetGroupId: 'ReplicationSubnetGroupIdentifier',
    },
    // The provider asks for no public address; a template that says nothing has one.
    defaults: { PubliclyAccessible: false },
  },
  'dms/replicationTask:ReplicationTask': { type: 'AWS::DMS::ReplicationTask' },
  'datasync/task:Task': { type: 'AWS::DataSync::Task' },
  'transfer/server:Server': { type: 'AWS::Transfer::Server' },
  'sesv2/configurationSet:ConfigurationSet': {
    type: 'AWS::SES::ConfigurationSet',
    properties: { configurationSetName: 'Name' },
  },
  'ses/receiptRule:ReceiptRule': {
    type: 'AWS::SES::ReceiptRule',
    properties: {
      ruleSetName: 'RuleSetName',
      name: 'Rule.Name',
      enabled: 'Rule.Enabled',
      recipients: 'Rule.Recipients',
      scanEnabled: 'Rule.ScanEnabled',
      tlsPolicy: 'Rule.TlsPolicy',
    },
  },
  'appsync/graphQLApi:GraphQLApi': { type: 'AWS::AppSync::GraphQLApi' },
  'appsync/apiCache:ApiCache': { type: 'AWS::AppSync::ApiCache' },
  'amp/workspace:Workspace': { type: 'AWS::APS::Workspace' },
  'iot/policy:Policy': { type: 'AWS::IoT::Policy' },
  'iot/domainConfiguration:DomainConfiguration': { type: 'AWS::IoT::DomainConfiguration' },
  'location/tracker:Tracker': { type: 'AWS::Location::Tracker' },
  'location/geofenceCollection:GeofenceCollection': { type: 'AWS::Location::GeofenceCollection' },
  'mediastore/container:Container': { type: 'AWS::MediaStore::Container' },
  'mediastore/containerPolicy:ContainerPolicy': {
    type: 'AWS::MediaStore::Container',
    into: 'containerName',
    properties: { policy: { to: 'Policy', as: 'json' } },
  },
};
