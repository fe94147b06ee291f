import type { Written } from '.';

const VARIABLES = { pairs: ['Name', 'Value'] } as const;
const CREDENTIALS = ['ConnectorProfileConfig', 'ConnectorProfileCredentials'] as const;
/** Providers of identities that agents sign in to. */
const PROVIDERS = [
  'atlassian',
  'custom',
  'github',
  'google',
  'included',
  'linkedin',
  'microsoft',
  'salesforce',
  'slack',
] as const;

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Secrets of clients, by the provider that knows them. */
function clientSecrets(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    PROVIDERS.flatMap((provider) => {
      const from = `oauth2ProviderConfig.${provider}Oauth2ProviderConfig`;
      const to = `Oauth2ProviderConfigInput.${capital(provider)}Oauth2ProviderConfig`;
      return [
        [`${from}.clientSecret`, `${to}.ClientSecret`],
        [`${from}.clientSecretWo`, `${to}.ClientSecret`],
        [`${from}.clientSecretConfig.secretId`, `${to}.ClientSecretConfig.SecretId`],
      ];
    }),
  );
}

/** Analytics, delivery, sign-in and mail that the package says in another shape. */
export const SHAPED: Written = {
  'amplify/app:App': {
    type: 'AWS::Amplify::App',
    properties: {
      environmentVariables: { to: 'EnvironmentVariables', as: VARIABLES },
      // User and password in one text.
      basicAuthCredentials: 'BasicAuthConfig.Password',
      iamServiceRoleArn: 'IAMServiceRole',
      'autoBranchCreationConfig.environmentVariables': {
        to: 'AutoBranchCreationConfig.EnvironmentVariables',
        as: VARIABLES,
      },
      'autoBranchCreationConfig.basicAuthCredentials': 'AutoBranchCreationConfig.BasicAuthConfig.Password',
    },
  },
  'amplify/branch:Branch': {
    type: 'AWS::Amplify::Branch',
    properties: {
      environmentVariables: { to: 'EnvironmentVariables', as: VARIABLES },
      basicAuthCredentials: 'BasicAuthConfig.Password',
    },
  },
  'appflow/connectorProfile:ConnectorProfile': {
    type: 'AWS::AppFlow::ConnectorProfile',
    lacks: {
      [`${CREDENTIALS.join('.')}.Pardot`]: 'the package has no profiles of Pardot',
      [`${CREDENTIALS.join('.')}.ServiceNow.OAuth2Credentials`]:
        'the package signs in to ServiceNow by password only',
    },
  },
  'appflow/flow:Flow': {
    type: 'AWS::AppFlow::Flow',
    // What is done with fields on their way is nothing that a rule looks at.
    not: ['tasks', 'metadataCatalogConfig'],
    properties: {
      'destinationFlowConfigs[*].connectorType': 'DestinationFlowConfigList[*].ConnectorType',
      'destinationFlowConfigs[*].connectorProfileName': 'DestinationFlowConfigList[*].ConnectorProfileName',
      'destinationFlowConfigs[*].destinationConnectorProperties.s3.bucketName':
        'DestinationFlowConfigList[*].DestinationConnectorProperties.S3.BucketName',
    },
  },
  'bedrock/agentcoreOauth2CredentialProvider:AgentcoreOauth2CredentialProvider': {
    type: 'AWS::BedrockAgentCore::OAuth2CredentialProvider',
    properties: clientSecrets(),
  },
  'chime/voiceConnector:VoiceConnector': { type: 'AWS::Chime::VoiceConnector' },
  'codeartifact/repositoryPermissionsPolicy:RepositoryPermissionsPolicy': {
    type: 'AWS::CodeArtifact::Repository',
    into: ['domain', 'repository'],
    properties: { policyDocument: { to: 'PermissionsPolicyDocument', as: 'json' } },
  },
  'codedeploy/deploymentGroup:DeploymentGroup': {
    type: 'AWS::CodeDeploy::DeploymentGroup',
    properties: {
      appName: 'ApplicationName',
      'alarmConfiguration.alarms[*]': 'AlarmConfiguration.Alarms[*].Name',
    },
  },
  'cognito/managedUserPoolClient:ManagedUserPoolClient': { type: 'AWS::Cognito::UserPoolClient' },
  'dlm/lifecyclePolicy:LifecyclePolicy': {
    type: 'AWS::DLM::LifecyclePolicy',
    properties: {
      'policyDetails.targetTags': { to: 'PolicyDetails.TargetTags', as: 'tags' },
      'policyDetails.schedules[*].archiveRule.archiveRetainRule.retentionArchiveTier.count':
        'PolicyDetails.Schedules[*].ArchiveRule.RetainRule.RetentionArchiveTier.Count',
      'policyDetails.schedules[*].archiveRule.archiveRetainRule.retentionArchiveTier.interval':
        'PolicyDetails.Schedules[*].ArchiveRule.RetainRule.RetentionArchiveTier.Interval',
      'policyDetails.schedules[*].archiveRule.archiveRetainRule.retentionArchiveTier.intervalUnit':
        'PolicyDetails.Schedules[*].ArchiveRule.RetainRule.RetentionArchiveTier.IntervalUnit',
    },
  },
  'emr/cluster:Cluster': {
    type: 'AWS::EMR::Cluster',
    properties: {
      'ec2Attributes.keyName': 'Instances.Ec2KeyName',
      'ec2Attributes.instanceProfile': 'JobFlowRole',
      'ec2Attributes.subnetId': 'Instances.Ec2SubnetId',
      'ec2Attributes.subnetIds': 'Instances.Ec2SubnetIds',
      'ec2Attributes.emrManagedMasterSecurityGroup': 'Instances.EmrManagedMasterSecurityGroup',
      'ec2Attributes.emrManagedSlaveSecurityGroup': 'Instances.EmrManagedSlaveSecurityGroup',
      'ec2Attributes.serviceAccessSecurityGroup': 'Instances.ServiceAccessSecurityGroup',
    },
  },
  'glue/mLTransform:MLTransform': {
    type: 'AWS::Glue::MLTransform',
    properties: { roleArn: 'Role' },
    lacks: {
      TransformEncryption: 'the package cannot say it, so that nothing that it makes has a key of the city',
    },
  },
  'lex/v2modelsBot:V2modelsBot': {
    type: 'AWS::Lex::Bot',
    lacks: {
      'TestBotAliasSettings.ConversationLogSettings': 'the package cannot turn logs of the test alias on',
      BotLocales: 'they are resources of their own, and none of them says anything that a rule reads',
    },
  },
  'mailmanager/ingressPoint:IngressPoint': {
    type: 'AWS::SES::MailManagerIngressPoint',
    properties: { 'ingressPointConfiguration.smtpPasswordWo': 'IngressPointConfiguration.SmtpPassword' },
  },
  'pinpoint/smsvoicev2ResourcePolicy:Smsvoicev2ResourcePolicy': { type: 'AWS::SMSVOICE::ResourcePolicy' },
  'quicksight/dataSource:DataSource': {
    type: 'AWS::QuickSight::DataSource',
    // Where a source is, is nothing that a rule looks at.
    not: ['parameters'],
  },
  'sagemaker/modelPackageGroupPolicy:ModelPackageGroupPolicy': {
    type: 'AWS::SageMaker::ModelPackageGroup',
    into: 'modelPackageGroupName',
    properties: { resourcePolicy: { to: 'ModelPackageGroupPolicy', as: 'json' } },
  },
  'ses/configurationSet:ConfigurationSet': {
    type: 'AWS::SES::ConfigurationSet',
    properties: {
      'deliveryOptions.tlsPolicy': {
        to: 'DeliveryOptions.TlsPolicy',
        as: { words: { Require: 'REQUIRE', Optional: 'OPTIONAL' } },
      },
    },
  },
  'transfer/connector:Connector': {
    type: 'AWS::Transfer::Connector',
    properties: {
      // The package has no property for it: a connector goes through VPC Lattice if it says by which resource.
      'egressConfig.vpcLattice.resourceConfigurationArn': [
        'EgressConfig.VpcLattice.ResourceConfigurationArn',
        { to: 'EgressType', as: { always: 'VPC_LATTICE' } },
      ],
    },
  },
};
