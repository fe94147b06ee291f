/** Types that rules look at and `@pulumi/aws` 7.48 has no resource for. */
const MISSING: readonly string[] = [
  'AWS::AIOps::InvestigationGroup',
  'AWS::BackupGateway::Hypervisor',
  'AWS::Bedrock::DataAutomationProject',
  'AWS::Bedrock::IntelligentPromptRouter',
  'AWS::Bedrock::KnowledgeBasePolicy',
  'AWS::Bedrock::ResourcePolicy',
  'AWS::Bedrock::Session',
  'AWS::BedrockAgentCore::PaymentCredentialProvider',
  'AWS::CodeStar::GitHubRepository',
  'AWS::Comprehend::Flywheel',
  'AWS::DataBrew::Job',
  'AWS::DataZone::Connection',
  'AWS::DevOpsAgent::AgentSpace',
  'AWS::DevOpsAgent::Service',
  'AWS::EMRContainers::SecurityConfiguration',
  'AWS::EntityResolution::IdMappingWorkflow',
  'AWS::EntityResolution::MatchingWorkflow',
  'AWS::Glue::Integration',
  'AWS::GreengrassV2::ComponentVersion',
  'AWS::HealthImaging::Datastore',
  'AWS::HealthLake::FHIRDatastore',
  'AWS::Invoicing::ProcurementPortalPreference',
  'AWS::IoTWireless::PartnerAccount',
  'AWS::Lex::ResourcePolicy',
  'AWS::MWAAServerless::Workflow',
  'AWS::ManagedBlockchain::Member',
  'AWS::OpsWorks::App',
  'AWS::OpsWorks::Stack',
  'AWS::OpsWorksCM::Server',
  'AWS::Personalize::DatasetGroup',
  'AWS::QuickSight::ActionConnector',
  'AWS::QuickSight::OAuthClientApplication',
  'AWS::SageMaker::InferenceComponent',
  'AWS::SageMaker::ModelBiasJobDefinition',
  'AWS::SageMaker::ModelExplainabilityJobDefinition',
  'AWS::SageMaker::ModelPackage',
  'AWS::SageMaker::ModelQualityJobDefinition',
  'AWS::SageMaker::ProcessingJob',
  'AWS::StorageGateway::Tape',
  'AWS::Translate::ParallelData',
  'AWS::VoiceID::Domain',
  'AWS::Wisdom::Assistant',
  'AWS::Wisdom::KnowledgeBase',
];

/**
 * Types that rules look at and the package can make, for which no table is written yet. A program that uses one of them
 * is told that it was not checked.
 */
const UNWRITTEN: readonly string[] = [
  'AWS::DMS::Endpoint',
  'AWS::DataSync::LocationFSxONTAP',
  'AWS::FSx::Volume',
  'AWS::Lex::BotAlias',
  'AWS::MSK::Replicator',
  'AWS::StorageGateway::Volume',
];

/** Types of data and applications that are not mapped, with the reason. */
export const NO_CLASSIC_DATA: Readonly<Record<string, string>> = Object.fromEntries([
  ...MISSING.map((type) => [type, 'no such resource in the package'] as const),
  ...UNWRITTEN.map(
    (type) =>
      [
        type,
        'said in properties of another shape, and not mapped: its resources are reported as not checked',
      ] as const,
  ),
]);
