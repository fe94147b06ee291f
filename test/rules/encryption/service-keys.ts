import type { Written } from './key-cases';

/** Of rules for one service each: how a resource with this key is written. */
export const SERVICE_KEYS: Written = {
  KendraCustomerManagedKey: [
    [
      'AWS::Kendra::Index',
      (KmsKeyId) => ({
        Name: 'ordinances',
        Edition: 'ENTERPRISE_EDITION',
        ServerSideEncryptionConfiguration: { KmsKeyId },
      }),
    ],
  ],
  HealthRecordsCustomerManagedKey: [
    [
      'AWS::HealthLake::FHIRDatastore',
      (KmsKeyId) => ({
        DatastoreTypeVersion: 'R4',
        SseConfiguration: { KmsEncryptionConfig: { CmkType: 'CUSTOMER_MANAGED_KMS_KEY', KmsKeyId } },
      }),
    ],
    ['AWS::HealthImaging::Datastore', (KmsKeyArn) => ({ KmsKeyArn })],
  ],
  CustomerProfilesCustomerManagedKey: [
    [
      'AWS::CustomerProfiles::Domain',
      (DefaultEncryptionKey) => ({
        DomainName: 'call-center',
        DefaultExpirationDays: 366,
        DefaultEncryptionKey,
      }),
    ],
  ],
  VoiceIdCustomerManagedKey: [
    [
      'AWS::VoiceID::Domain',
      (KmsKeyId) => ({ Name: 'call-center', ServerSideEncryptionConfiguration: { KmsKeyId } }),
    ],
  ],
  WisdomCustomerManagedKey: [
    [
      'AWS::Wisdom::Assistant',
      (KmsKeyId) => ({ Name: 'call-center', Type: 'AGENT', ServerSideEncryptionConfiguration: { KmsKeyId } }),
    ],
    [
      'AWS::Wisdom::KnowledgeBase',
      (KmsKeyId) => ({ KnowledgeBaseType: 'CUSTOM', ServerSideEncryptionConfiguration: { KmsKeyId } }),
    ],
  ],
  AppIntegrationsCustomerManagedKey: [
    ['AWS::AppIntegrations::DataIntegration', (KmsKey) => ({ Name: 'inquiries', KmsKey })],
  ],
  KinesisVideoCustomerManagedKey: [
    ['AWS::KinesisVideo::Stream', (KmsKeyId) => ({ DataRetentionInHours: 24, KmsKeyId })],
  ],
  BedrockConversationCustomerManagedKey: [
    [
      'AWS::Bedrock::Agent',
      (CustomerEncryptionKeyArn) => ({ AgentName: 'reception', CustomerEncryptionKeyArn }),
    ],
    ['AWS::Bedrock::Session', (EncryptionKeyArn) => ({ EncryptionKeyArn })],
    [
      'AWS::BedrockAgentCore::Memory',
      (EncryptionKeyArn) => ({ Name: 'reception', EventExpiryDuration: 30, EncryptionKeyArn }),
    ],
  ],
  BedrockIngestionCustomerManagedKey: [
    ['AWS::Bedrock::DataSource', (KmsKeyArn) => ({ ServerSideEncryptionConfiguration: { KmsKeyArn } })],
    ['AWS::Bedrock::DataAutomationProject', (KmsKeyId) => ({ ProjectName: 'forms', KmsKeyId })],
  ],
  BedrockDefinitionCustomerManagedKey: [
    ['AWS::Bedrock::Guardrail', (KmsKeyArn) => ({ Name: 'courtesy', KmsKeyArn })],
    ['AWS::Bedrock::Flow', (CustomerEncryptionKeyArn) => ({ Name: 'reception', CustomerEncryptionKeyArn })],
    ['AWS::Bedrock::Prompt', (CustomerEncryptionKeyArn) => ({ Name: 'summary', CustomerEncryptionKeyArn })],
  ],
  QBusinessCustomerManagedKey: [
    [
      'AWS::QBusiness::Application',
      (KmsKeyId) => ({ DisplayName: 'office', EncryptionConfiguration: { KmsKeyId } }),
    ],
  ],
  AirflowCustomerManagedKey: [
    ['AWS::MWAA::Environment', (KmsKey) => ({ Name: 'batch', KmsKey })],
    [
      'AWS::MWAAServerless::Workflow',
      (KmsKeyId) => ({ EncryptionConfiguration: { Type: 'CUSTOMER_MANAGED_KEY', KmsKeyId } }),
    ],
  ],
  OpenSearchIngestionCustomerManagedKey: [
    [
      'AWS::OSIS::Pipeline',
      (KmsKeyArn) => ({ PipelineName: 'logs', EncryptionAtRestOptions: { KmsKeyArn } }),
    ],
  ],
  PersonalizeCustomerManagedKey: [
    ['AWS::Personalize::DatasetGroup', (KmsKeyArn) => ({ Name: 'library', KmsKeyArn })],
  ],
  LocationCustomerManagedKey: [
    ['AWS::Location::Tracker', (KmsKeyId) => ({ TrackerName: 'garbage-trucks', KmsKeyId })],
    ['AWS::Location::GeofenceCollection', (KmsKeyId) => ({ CollectionName: 'shelters', KmsKeyId })],
  ],
  EntityResolutionCustomerManagedKey: [
    [
      'AWS::EntityResolution::MatchingWorkflow',
      (KMSArn) => ({
        WorkflowName: 'residents',
        OutputSourceConfig: [{ OutputS3Path: 's3://matched/', KMSArn }],
      }),
    ],
    [
      'AWS::EntityResolution::IdMappingWorkflow',
      (KMSArn) => ({ OutputSourceConfig: [{ OutputS3Path: 's3://matched/', KMSArn }] }),
    ],
  ],
  AppFlowCustomerManagedKey: [
    ['AWS::AppFlow::Flow', (KMSArn) => ({ FlowName: 'inquiries', KMSArn })],
    ['AWS::AppFlow::ConnectorProfile', (KMSArn) => ({ ConnectorType: 'Salesforce', KMSArn })],
  ],
  TranslateCustomerManagedKey: [
    ['AWS::Translate::ParallelData', (Id) => ({ Name: 'notices', EncryptionKey: { Type: 'KMS', Id } })],
    ['AWS::Translate::Terminology', (Id) => ({ Name: 'offices', EncryptionKey: { Type: 'KMS', Id } })],
  ],
  MailArchiveCustomerManagedKey: [
    ['AWS::SES::MailManagerArchive', (KmsKeyArn) => ({ ArchiveName: 'mail', KmsKeyArn })],
  ],
  MainframeCustomerManagedKey: [
    [
      'AWS::M2::Environment',
      (KmsKeyId) => ({ Name: 'tax', EngineType: 'bluage', InstanceType: 'M2.m5.large', KmsKeyId }),
    ],
    ['AWS::M2::Application', (KmsKeyId) => ({ Name: 'tax', EngineType: 'bluage', KmsKeyId })],
  ],
  DsqlCustomerManagedKey: [
    ['AWS::DSQL::Cluster', (KmsEncryptionKey) => ({ DeletionProtectionEnabled: true, KmsEncryptionKey })],
  ],
  S3FilesCustomerManagedKey: [
    ['AWS::S3Files::FileSystem', (KmsKeyId) => ({ Bucket: 'arn:aws:s3:::documents', KmsKeyId })],
  ],
  EventArchiveCustomerManagedKey: [
    [
      'AWS::Events::Archive',
      (KmsKeyIdentifier) => ({
        SourceArn: 'arn:aws:events:ap-northeast-1:111122223333:event-bus/applications',
        KmsKeyIdentifier,
      }),
    ],
  ],
  EventBusCustomerManagedKey: [
    ['AWS::Events::EventBus', (KmsKeyIdentifier) => ({ Name: 'applications', KmsKeyIdentifier })],
    ['AWS::EventsV2::EventBus', (KmsKeyIdentifier) => ({ EncryptionConfiguration: { KmsKeyIdentifier } })],
  ],
  EventConnectionCustomerManagedKey: [
    [
      'AWS::Events::Connection',
      (KmsKeyIdentifier) => ({ AuthorizationType: 'OAUTH_CLIENT_CREDENTIALS', KmsKeyIdentifier }),
    ],
  ],
  StepFunctionsCustomerManagedKey: [
    [
      'AWS::StepFunctions::StateMachine',
      (KmsKeyId) => ({
        StateMachineName: 'moving-in',
        EncryptionConfiguration: { Type: 'CUSTOMER_MANAGED_KMS_KEY', KmsKeyId },
      }),
    ],
    [
      'AWS::StepFunctions::Activity',
      (KmsKeyId) => ({
        Name: 'review',
        EncryptionConfiguration: { Type: 'CUSTOMER_MANAGED_KMS_KEY', KmsKeyId },
      }),
    ],
  ],
  ZeroEtlCustomerManagedKey: [
    ['AWS::RDS::Integration', (KMSKeyId) => ({ KMSKeyId })],
    ['AWS::Redshift::Integration', (KMSKeyId) => ({ KMSKeyId })],
    ['AWS::Glue::Integration', (KmsKeyId) => ({ KmsKeyId })],
  ],
  AppFabricCustomerManagedKey: [
    ['AWS::AppFabric::AppBundle', (CustomerManagedKeyIdentifier) => ({ CustomerManagedKeyIdentifier })],
  ],
  DataZoneCustomerManagedKey: [
    ['AWS::DataZone::Domain', (KmsKeyIdentifier) => ({ Name: 'statistics', KmsKeyIdentifier })],
  ],
  FlinkCustomerManagedKey: [
    [
      'AWS::KinesisAnalyticsV2::Application',
      (KeyId) => ({
        RuntimeEnvironment: 'FLINK-1_20',
        ApplicationConfiguration: {
          ApplicationEncryptionConfiguration: { KeyType: 'CUSTOMER_MANAGED_KEY', KeyId },
        },
      }),
    ],
  ],
  WorkSpacesCustomerManagedKey: [
    [
      'AWS::WorkSpaces::Workspace',
      (VolumeEncryptionKey) => ({
        UserName: 'tax-01',
        RootVolumeEncryptionEnabled: true,
        UserVolumeEncryptionEnabled: true,
        VolumeEncryptionKey,
      }),
    ],
    [
      'AWS::WorkspacesInstances::Volume',
      (KmsKeyId) => ({ AvailabilityZone: 'ap-northeast-1a', Encrypted: true, KmsKeyId }),
    ],
  ],
  MigrationStagingCustomerManagedKey: [
    [
      'AWS::DRS::ReplicationConfigurationTemplate',
      (EbsEncryptionKeyArn) => ({ EbsEncryption: 'CUSTOM', EbsEncryptionKeyArn }),
    ],
    [
      'AWS::MGN::ReplicationConfigurationTemplate',
      (EbsEncryptionKeyArn) => ({ EbsEncryption: 'CUSTOM', EbsEncryptionKeyArn }),
    ],
  ],
  GlueMlTransformCustomerManagedKey: [
    [
      'AWS::Glue::MLTransform',
      (KmsKeyId) => ({
        TransformEncryption: { MLUserDataEncryption: { MLUserDataEncryptionMode: 'SSE-KMS', KmsKeyId } },
      }),
    ],
  ],
  EmrStudioCustomerManagedKey: [
    ['AWS::EMR::Studio', (EncryptionKeyArn) => ({ Name: 'statistics', AuthMode: 'IAM', EncryptionKeyArn })],
  ],
  CodeArtifactCustomerManagedKey: [
    ['AWS::CodeArtifact::Domain', (EncryptionKey) => ({ DomainName: 'city', EncryptionKey })],
  ],
  CodeCommitCustomerManagedKey: [
    ['AWS::CodeCommit::Repository', (KmsKeyId) => ({ RepositoryName: 'tax', KmsKeyId })],
  ],
  CodeBuildCustomerManagedKey: [
    ['AWS::CodeBuild::Project', (EncryptionKey) => ({ Name: 'tax', EncryptionKey })],
  ],
  SchedulerCustomerManagedKey: [
    ['AWS::Scheduler::Schedule', (KmsKeyArn) => ({ ScheduleExpression: 'rate(1 day)', KmsKeyArn })],
  ],
  PipesCustomerManagedKey: [
    ['AWS::Pipes::Pipe', (KmsKeyIdentifier) => ({ Name: 'applications', KmsKeyIdentifier })],
  ],
  AppRunnerCustomerManagedKey: [
    ['AWS::AppRunner::Service', (KmsKey) => ({ EncryptionConfiguration: { KmsKey } })],
  ],
  PrometheusCustomerManagedKey: [['AWS::APS::Workspace', (KmsKeyArn) => ({ KmsKeyArn })]],
  VerifiedAccessCustomerManagedKey: [
    [
      'AWS::EC2::VerifiedAccessGroup',
      (KmsKeyArn) => ({ SseSpecification: { CustomerManagedKeyEnabled: true, KmsKeyArn } }),
    ],
    [
      'AWS::EC2::VerifiedAccessEndpoint',
      (KmsKeyArn) => ({ SseSpecification: { CustomerManagedKeyEnabled: true, KmsKeyArn } }),
    ],
    [
      'AWS::EC2::VerifiedAccessTrustProvider',
      (KmsKeyArn) => ({ SseSpecification: { CustomerManagedKeyEnabled: true, KmsKeyArn } }),
    ],
  ],
  WorkSpacesWebCustomerManagedKey: [
    ['AWS::WorkSpacesWeb::Portal', (CustomerManagedKey) => ({ CustomerManagedKey })],
    ['AWS::WorkSpacesWeb::BrowserSettings', (CustomerManagedKey) => ({ CustomerManagedKey })],
    ['AWS::WorkSpacesWeb::UserSettings', (CustomerManagedKey) => ({ CustomerManagedKey })],
    ['AWS::WorkSpacesWeb::IpAccessSettings', (CustomerManagedKey) => ({ CustomerManagedKey })],
    ['AWS::WorkSpacesWeb::DataProtectionSettings', (CustomerManagedKey) => ({ CustomerManagedKey })],
  ],
  CognitoUserPoolCustomerManagedKey: [
    [
      'AWS::Cognito::UserPool',
      (KmsKeyArn) => ({ KeyConfiguration: { KeyType: 'CUSTOMER_MANAGED_KEY', KmsKeyArn } }),
    ],
  ],
  EmrCustomerManagedKey: [
    [
      'AWS::EMR::SecurityConfiguration',
      (AwsKmsKey) => ({
        SecurityConfiguration: {
          EncryptionConfiguration: {
            EnableAtRestEncryption: true,
            EnableInTransitEncryption: true,
            AtRestEncryptionConfiguration: {
              S3EncryptionConfiguration: { EncryptionMode: 'SSE-KMS', AwsKmsKey },
              LocalDiskEncryptionConfiguration: {
                EncryptionKeyProviderType: 'AwsKms',
                AwsKmsKey,
                EnableEbsEncryption: true,
              },
            },
          },
        },
      }),
    ],
    [
      'AWS::EMRContainers::SecurityConfiguration',
      (KmsKeyId) => ({
        SecurityConfigurationData: {
          EncryptionConfiguration: {
            AtRestEncryptionConfiguration: {
              S3EncryptionConfiguration: { EncryptionOption: 'SSE-KMS', KMSKeyId: KmsKeyId },
              LocalDiskEncryptionConfiguration: {
                EncryptionKeyProviderType: 'AwsKms',
                AwsKmsKeyId: KmsKeyId,
              },
            },
          },
        },
      }),
    ],
  ],
  SecurityLakeCustomerManagedKey: [
    ['AWS::SecurityLake::DataLake', (KmsKeyId) => ({ EncryptionConfiguration: { KmsKeyId } })],
  ],
  StorageGatewayCustomerManagedKey: [
    ['AWS::StorageGateway::SMBFileShare', (KMSKey) => ({ EncryptionType: 'SseKms', KMSKey })],
    ['AWS::StorageGateway::NFSFileShare', (KMSKey) => ({ EncryptionType: 'DsseKms', KMSKey })],
    ['AWS::StorageGateway::Tape', (KMSKey) => ({ KMSEncrypted: true, KMSKey })],
    ['AWS::StorageGateway::Volume', (KMSKey) => ({ KMSEncrypted: true, KMSKey })],
  ],
  ComprehendCustomerManagedKey: [
    [
      'AWS::Comprehend::DocumentClassifier',
      (ModelKmsKeyId) => ({ ModelKmsKeyId, VolumeKmsKeyId: ModelKmsKeyId }),
    ],
    [
      'AWS::Comprehend::EntityRecognizer',
      (ModelKmsKeyId) => ({ ModelKmsKeyId, VolumeKmsKeyId: ModelKmsKeyId }),
    ],
    [
      'AWS::Comprehend::Flywheel',
      (ModelKmsKeyId) => ({
        DataSecurityConfig: { ModelKmsKeyId, VolumeKmsKeyId: ModelKmsKeyId, DataLakeKmsKeyId: ModelKmsKeyId },
      }),
    ],
  ],
  SyntheticsCustomerManagedKey: [
    [
      'AWS::Synthetics::Canary',
      (KmsKeyArn) => ({ ArtifactConfig: { S3Encryption: { EncryptionMode: 'SSE_KMS', KmsKeyArn } } }),
    ],
  ],
};
