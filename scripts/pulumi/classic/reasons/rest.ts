/**
 * Types by module whose counterpart no rule looks at. Policies, grants and what shares with others stay out of it, and are
 * reported as not checked; so are jobs of training, which handle data and have no counterpart.
 */
const BY_MODULE: Readonly<Record<string, string>> = {
  acmpca: 'Certificate',
  amp: 'AlertManagerDefinition AnomalyDetector QueryLoggingConfiguration RuleGroupNamespace Scraper',
  amplify: 'DomainAssociation Webhook',
  appconfig:
    'Application Deployment DeploymentStrategy Extension ExtensionAssociation ' +
    'HostedConfigurationVersion',
  appsync: 'ApiKey ChannelNamespace DomainName DomainNameApiAssociation Function Resolver Type',
  athena: 'CapacityReservation DataCatalog NamedQuery PreparedStatement',
  bedrock:
    'AgentAgentActionGroup AgentAgentAlias AgentAgentKnowledgeBaseAssociation ' +
    'AgentcoreAgentRuntimeEndpoint AgentcoreBrowserProfile AgentcoreEvaluator AgentcoreGateway ' +
    'AgentcoreGatewayRule AgentcoreGatewayTarget AgentcoreHarness AgentcoreOnlineEvaluationConfig ' +
    'AgentcorePolicyEngine AgentcoreWorkloadIdentity GuardrailVersion',
  codebuild: 'Fleet',
  codecommit: 'ApprovalRuleTemplate ApprovalRuleTemplateAssociation Trigger',
  codedeploy: 'Application DeploymentConfig',
  codepipeline: 'CustomActionType',
  cognito:
    'IdentityPoolProviderPrincipalTag LogDeliveryConfiguration ManagedLoginBranding ' +
    'ResourceServer User UserGroup UserInGroup UserPoolDomain UserPoolUICustomization',
  connect:
    'ContactFlow ContactFlowModule HoursOfOperation Instance LambdaFunctionAssociation PhoneNumber ' +
    'PhoneNumberContactFlowAssociation Queue QuickConnect RoutingProfile SecurityProfile ' +
    'UserHierarchyGroup UserHierarchyStructure Vocabulary',
  datazone:
    'AssetType Environment EnvironmentBlueprintConfiguration EnvironmentProfile FormType Glossary ' +
    'GlossaryTerm Project UserProfile',
  devicefarm: 'DevicePool InstanceProfile NetworkProfile TestGridProject Upload',
  emr: 'InstanceFleet InstanceGroup ManagedScalingPolicy StudioSessionMapping',
  emrcontainers: 'JobTemplate VirtualCluster',
  glue:
    'Catalog CatalogDatabase CatalogTable CatalogTableOptimizer Classifier DataQualityRuleset ' +
    'Partition PartitionIndex Registry Schema Trigger UserDefinedFunction Workflow',
  grafana: 'LicenseAssociation RoleAssociation',
  invoicing: 'InvoiceUnit',
  iot:
    'Authorizer BillingGroup CaCertificate Certificate EventConfigurations IndexingConfiguration ' +
    'ProvisioningTemplate RoleAlias Thing ThingGroup ThingGroupMembership ThingPrincipalAttachment ' +
    'ThingType TopicRule',
  kendra: 'DataSource Faq QuerySuggestionsBlockList Thesaurus',
  kinesisanalyticsv2: 'ApplicationSnapshot',
  lex: 'V2modelsBotLocale V2modelsBotVersion V2modelsIntent V2modelsSlot V2modelsSlotType',
  location: 'Map PlaceIndex RouteCalculation TrackerAssociation',
  m2: 'Deployment',
  medialive: 'Input InputSecurityGroup Multiplex MultiplexProgram',
  mskconnect: 'CustomPlugin WorkerConfiguration',
  paymentcryptography: 'KeyAlias',
  pinpoint: 'App EmailChannel EmailTemplate EventStream SmsChannel',
  qldb: 'Stream',
  quicksight:
    'Analysis CustomPermissions Dashboard DataSet Folder FolderMembership Group GroupMembership ' +
    'Ingestion RefreshSchedule Template TemplateAlias Theme',
  sagemaker:
    'Algorithm App AppImageConfig CodeRepository Device DeviceFleet Endpoint Hub HumanTaskUI Image ' +
    'ImageVersion MlflowApp MlflowTrackingServer ModelCard NotebookInstanceLifecycleConfiguration ' +
    'Pipeline Project Space StudioLifecycleConfig UserProfile Workteam',
  ses:
    'ActiveReceiptRuleSet DomainIdentityVerification EventDestination IdentityNotificationTopic ' +
    'MailFrom ReceiptFilter ReceiptRuleSet Template',
  sesv2:
    'ConfigurationSetEventDestination ContactList DedicatedIpPool EmailIdentityFeedbackAttributes ' +
    'EmailIdentityMailFromAttributes MultiRegionEndpoint Tenant',
  transfer: 'Agreement HostKey Profile SshKey Tag User WebApp WebAppCustomization Workflow',
};

/** Types of the remaining services whose counterpart no rule looks at. */
export const UNJUDGED_REST: readonly string[] = Object.entries(BY_MODULE).flatMap(([module, names]) =>
  names.split(' ').map((name) => `${module}/${name.slice(0, 1).toLowerCase()}${name.slice(1)}:${name}`),
);
