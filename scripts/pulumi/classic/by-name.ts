import type { Written } from '.';

/**
 * Types of which every property that a rule reads has the same name on both sides, or is told here: what rules read was
 * noted while all of their cases ran.
 */
const SAME: Readonly<Record<string, string>> = {
  'appsync/dataSource:DataSource': 'AWS::AppSync::DataSource',
  'bedrock/agentAgent:AgentAgent': 'AWS::Bedrock::Agent',
  'bedrock/agentDataSource:AgentDataSource': 'AWS::Bedrock::DataSource',
  'bedrock/agentFlow:AgentFlow': 'AWS::Bedrock::Flow',
  'bedrock/agentKnowledgeBase:AgentKnowledgeBase': 'AWS::Bedrock::KnowledgeBase',
  'bedrock/agentPrompt:AgentPrompt': 'AWS::Bedrock::Prompt',
  'bedrock/agentcoreAgentRuntime:AgentcoreAgentRuntime': 'AWS::BedrockAgentCore::Runtime',
  'bedrock/agentcoreApiKeyCredentialProvider:AgentcoreApiKeyCredentialProvider':
    'AWS::BedrockAgentCore::ApiKeyCredentialProvider',
  'bedrock/agentcoreMemory:AgentcoreMemory': 'AWS::BedrockAgentCore::Memory',
  'bedrock/inferenceProfile:InferenceProfile': 'AWS::Bedrock::ApplicationInferenceProfile',
  'chatbot/slackChannelConfiguration:SlackChannelConfiguration': 'AWS::Chatbot::SlackChannelConfiguration',
  'chatbot/teamsChannelConfiguration:TeamsChannelConfiguration':
    'AWS::Chatbot::MicrosoftTeamsChannelConfiguration',
  'codeartifact/repository:Repository': 'AWS::CodeArtifact::Repository',
  'codepipeline/webhook:Webhook': 'AWS::CodePipeline::Webhook',
  'comprehend/entityRecognizer:EntityRecognizer': 'AWS::Comprehend::EntityRecognizer',
  'connect/user:User': 'AWS::Connect::User',
  'customerprofiles/domain:Domain': 'AWS::CustomerProfiles::Domain',
  'datasync/efsLocation:EfsLocation': 'AWS::DataSync::LocationEFS',
  'datasync/locationFsxWindows:LocationFsxWindows': 'AWS::DataSync::LocationFSxWindows',
  'datasync/locationHdfs:LocationHdfs': 'AWS::DataSync::LocationHDFS',
  'datasync/locationObjectStorage:LocationObjectStorage': 'AWS::DataSync::LocationObjectStorage',
  'datasync/locationSmb:LocationSmb': 'AWS::DataSync::LocationSMB',
  'datasync/nfsLocation:NfsLocation': 'AWS::DataSync::LocationNFS',
  'datazone/domain:Domain': 'AWS::DataZone::Domain',
  'devicefarm/project:Project': 'AWS::DeviceFarm::Project',
  'dms/dataProvider:DataProvider': 'AWS::DMS::DataProvider',
  'dms/instanceProfile:InstanceProfile': 'AWS::DMS::InstanceProfile',
  'dms/replicationConfig:ReplicationConfig': 'AWS::DMS::ReplicationConfig',
  'iot/topicRuleDestination:TopicRuleDestination': 'AWS::IoT::TopicRuleDestination',
  'kinesisanalyticsv2/application:Application': 'AWS::KinesisAnalyticsV2::Application',
  'm2/application:Application': 'AWS::M2::Application',
  'mailmanager/archive:Archive': 'AWS::SES::MailManagerArchive',
  'mediapackage/channel:Channel': 'AWS::MediaPackage::Channel',
  'mskconnect/connector:Connector': 'AWS::KafkaConnect::Connector',
  'opensearchingest/pipeline:Pipeline': 'AWS::OSIS::Pipeline',
  'paymentcryptography/key:Key': 'AWS::PaymentCryptography::Key',
  'pinpoint/admChannel:AdmChannel': 'AWS::Pinpoint::ADMChannel',
  'pinpoint/apnsChannel:ApnsChannel': 'AWS::Pinpoint::APNSChannel',
  'pinpoint/apnsSandboxChannel:ApnsSandboxChannel': 'AWS::Pinpoint::APNSSandboxChannel',
  'pinpoint/apnsVoipChannel:ApnsVoipChannel': 'AWS::Pinpoint::APNSVoipChannel',
  'pinpoint/apnsVoipSandboxChannel:ApnsVoipSandboxChannel': 'AWS::Pinpoint::APNSVoipSandboxChannel',
  'pinpoint/baiduChannel:BaiduChannel': 'AWS::Pinpoint::BaiduChannel',
  'pinpoint/gcmChannel:GcmChannel': 'AWS::Pinpoint::GCMChannel',
  'qbusiness/application:Application': 'AWS::QBusiness::Application',
  'quicksight/vpcConnection:VpcConnection': 'AWS::QuickSight::VPCConnection',
  'sagemaker/dataQualityJobDefinition:DataQualityJobDefinition': 'AWS::SageMaker::DataQualityJobDefinition',
  'sagemaker/monitoringSchedule:MonitoringSchedule': 'AWS::SageMaker::MonitoringSchedule',
  'sagemaker/workforce:Workforce': 'AWS::SageMaker::Workforce',
  'timestreaminfluxdb/dbCluster:DbCluster': 'AWS::Timestream::InfluxDBCluster',
  'timestreaminfluxdb/dbInstance:DbInstance': 'AWS::Timestream::InfluxDBInstance',
  'timestreamquery/scheduledQuery:ScheduledQuery': 'AWS::Timestream::ScheduledQuery',
  'transfer/certificate:Certificate': 'AWS::Transfer::Certificate',
};

const DIFFERENT: Written = {
  'acmpca/certificateAuthority:CertificateAuthority': {
    type: 'AWS::ACMPCA::CertificateAuthority',
    properties: {
      'certificateAuthorityConfiguration.keyAlgorithm': 'KeyAlgorithm',
      'certificateAuthorityConfiguration.signingAlgorithm': 'SigningAlgorithm',
    },
  },
  'bedrock/agentcoreResourcePolicy:AgentcoreResourcePolicy': {
    type: 'AWS::BedrockAgentCore::ResourcePolicy',
    properties: { policy: { to: 'Policy', as: 'json' } },
  },
  'bedrock/agentcoreCodeInterpreter:AgentcoreCodeInterpreter': {
    type: 'AWS::BedrockAgentCore::CodeInterpreterCustom',
    properties: {
      'networkConfiguration.networkMode': 'NetworkConfiguration.NetworkMode',
      'networkConfiguration.vpcConfig.subnets': 'NetworkConfiguration.VpcConfig.Subnets',
      'networkConfiguration.vpcConfig.securityGroups': 'NetworkConfiguration.VpcConfig.SecurityGroups',
    },
  },
  'connect/instanceStorageConfig:InstanceStorageConfig': {
    type: 'AWS::Connect::InstanceStorageConfig',
    properties: {
      'storageConfig.storageType': 'StorageType',
      'storageConfig.s3Config.bucketName': 'S3Config.BucketName',
      'storageConfig.s3Config.bucketPrefix': 'S3Config.BucketPrefix',
      'storageConfig.s3Config.encryptionConfig.encryptionType': 'S3Config.EncryptionConfig.EncryptionType',
      'storageConfig.s3Config.encryptionConfig.keyId': 'S3Config.EncryptionConfig.KeyId',
      'storageConfig.kinesisVideoStreamConfig.encryptionConfig.encryptionType':
        'KinesisVideoStreamConfig.EncryptionConfig.EncryptionType',
      'storageConfig.kinesisVideoStreamConfig.encryptionConfig.keyId':
        'KinesisVideoStreamConfig.EncryptionConfig.KeyId',
      'storageConfig.kinesisStreamConfig.streamArn': 'KinesisStreamConfig.StreamArn',
    },
  },
  'datasync/locationAzureBlob:LocationAzureBlob': {
    type: 'AWS::DataSync::LocationAzureBlob',
    properties: {
      containerUrl: 'AzureBlobContainerUrl',
      'sasConfiguration.token': 'AzureBlobSasConfiguration.AzureBlobSasToken',
    },
  },
  // How pictures and sound are encoded is nothing that a rule looks at, and most of what there is to say.
  'medialive/channel:Channel': { type: 'AWS::MediaLive::Channel', not: ['encoderSettings'] },
  'glue/connection:Connection': {
    type: 'AWS::Glue::Connection',
    within: 'ConnectionInput',
    // Connections by JDBC, Kafka and the like say in this map how they are encrypted.
    properties: { connectionProperties: 'ConnectionInput.ConnectionProperties' },
    // The provider's default; a template has to say it.
    defaults: { 'ConnectionInput.ConnectionType': 'JDBC' },
  },
};

export const BY_NAME: Written = {
  ...Object.fromEntries(Object.entries(SAME).map(([token, type]) => [token, { type }])),
  ...DIFFERENT,
};
