import type { Written } from '.';

const RUN = 'taskInvocationParameters.runCommandParameters';
const RUNS = 'TaskInvocationParameters.MaintenanceWindowRunCommandParameters';
const CANARY = {
  s3Bucket: 'Code.S3Bucket',
  s3Key: 'Code.S3Key',
  s3Version: 'Code.S3ObjectVersion',
  handler: 'Code.Handler',
};

/** What runs and shares the rest: Systems Manager, Identity Center, RAM, X-Ray and the like. */
export const OPERATIONS: Written = {
  'ssm/association:Association': {
    type: 'AWS::SSM::Association',
    properties: {
      'outputLocation.s3BucketName': 'OutputLocation.S3Location.OutputS3BucketName',
      'outputLocation.s3KeyPrefix': 'OutputLocation.S3Location.OutputS3KeyPrefix',
      'outputLocation.s3Region': 'OutputLocation.S3Location.OutputS3Region',
    },
  },
  'ssm/document:Document': { type: 'AWS::SSM::Document' },
  'ssm/maintenanceWindowTask:MaintenanceWindowTask': {
    type: 'AWS::SSM::MaintenanceWindowTask',
    properties: {
      [`${RUN}.outputS3Bucket`]: `${RUNS}.OutputS3BucketName`,
      [`${RUN}.outputS3KeyPrefix`]: `${RUNS}.OutputS3KeyPrefix`,
      [`${RUN}.serviceRoleArn`]: `${RUNS}.ServiceRoleArn`,
      [`${RUN}.documentVersion`]: `${RUNS}.DocumentVersion`,
      [`${RUN}.cloudwatchConfig.cloudwatchLogGroupName`]: `${RUNS}.CloudWatchOutputConfig.CloudWatchLogGroupName`,
      [`${RUN}.cloudwatchConfig.cloudwatchOutputEnabled`]: `${RUNS}.CloudWatchOutputConfig.CloudWatchOutputEnabled`,
    },
  },
  'ssm/parameter:Parameter': {
    type: 'AWS::SSM::Parameter',
    properties: { insecureValue: 'Value' },
  },
  'ssm/resourceDataSync:ResourceDataSync': {
    type: 'AWS::SSM::ResourceDataSync',
    properties: {
      name: 'SyncName',
      's3Destination.kmsKeyArn': 'S3Destination.KMSKeyArn',
      's3Destination.prefix': 'S3Destination.BucketPrefix',
      's3Destination.region': 'S3Destination.BucketRegion',
    },
  },
  'ssm/quicksetupConfigurationManager:QuicksetupConfigurationManager': {
    type: 'AWS::SSMQuickSetup::ConfigurationManager',
  },
  'ssmincidents/responsePlan:ResponsePlan': {
    type: 'AWS::SSMIncidents::ResponsePlan',
    properties: { chatChannels: 'ChatChannel.ChatbotSns' },
  },
  'ssoadmin/permissionSet:PermissionSet': {
    type: 'AWS::SSO::PermissionSet',
    properties: { relayState: 'RelayStateType' },
    outputs: { arn: 'PermissionSetArn' },
  },
  'ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy': {
    type: 'AWS::SSO::PermissionSet',
    into: 'permissionSetArn',
    not: ['instanceArn'],
    properties: { inlinePolicy: { to: 'InlinePolicy', as: 'json' } },
  },
  'ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment': {
    type: 'AWS::SSO::PermissionSet',
    into: 'permissionSetArn',
    not: ['instanceArn'],
    properties: { managedPolicyArn: 'ManagedPolicies[+]' },
  },
  'ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive': {
    type: 'AWS::SSO::PermissionSet',
    into: 'permissionSetArn',
    not: ['instanceArn'],
    properties: { managedPolicyArns: 'ManagedPolicies' },
  },
  'ssoadmin/customerManagedPolicyAttachment:CustomerManagedPolicyAttachment': {
    type: 'AWS::SSO::PermissionSet',
    into: 'permissionSetArn',
    properties: {
      'customerManagedPolicyReference.name': 'CustomerManagedPolicyReferences[+].Name',
      'customerManagedPolicyReference.path': 'CustomerManagedPolicyReferences[+].Path',
    },
  },
  'ssoadmin/permissionsBoundaryAttachment:PermissionsBoundaryAttachment': {
    type: 'AWS::SSO::PermissionSet',
    into: 'permissionSetArn',
    not: ['instanceArn'],
    within: 'PermissionsBoundary',
    properties: {
      'permissionsBoundary.managedPolicyArn': 'PermissionsBoundary.ManagedPolicyArn',
      'permissionsBoundary.customerManagedPolicyReference.name':
        'PermissionsBoundary.CustomerManagedPolicyReference.Name',
    },
  },
  'ram/resourceShare:ResourceShare': {
    type: 'AWS::RAM::ResourceShare',
    // A template lets a share leave the organization unless it says otherwise; the provider does not.
    defaults: { AllowExternalPrincipals: false },
    outputs: { arn: 'Arn', id: 'Arn' },
  },
  'ram/principalAssociation:PrincipalAssociation': {
    type: 'AWS::RAM::ResourceShare',
    into: 'resourceShareArn',
    properties: { principal: 'Principals[+]' },
  },
  'ram/resourceAssociation:ResourceAssociation': {
    type: 'AWS::RAM::ResourceShare',
    into: 'resourceShareArn',
    properties: { resourceArn: 'ResourceArns[+]' },
  },
  'ram/resourceShareAssociationsExclusive:ResourceShareAssociationsExclusive': {
    type: 'AWS::RAM::ResourceShare',
    into: 'resourceShareArn',
  },
  'ssm/patchBaseline:PatchBaseline': { type: 'AWS::SSM::PatchBaseline' },
  'oam/sink:Sink': { type: 'AWS::Oam::Sink' },
  'oam/sinkPolicy:SinkPolicy': { type: 'AWS::Oam::Sink', into: 'sinkIdentifier' },
  'xray/resourcePolicy:ResourcePolicy': {
    type: 'AWS::XRay::ResourcePolicy',
    properties: { policyDocument: { to: 'PolicyDocument', as: 'json' } },
  },
  'synthetics/canary:Canary': { type: 'AWS::Synthetics::Canary', properties: CANARY },
  'fis/experimentTemplate:ExperimentTemplate': { type: 'AWS::FIS::ExperimentTemplate' },
  'shield/protection:Protection': { type: 'AWS::Shield::Protection' },
  // The rule about passwords knows the resource by the call that it makes, as CDK writes it.
  'iam/accountPasswordPolicy:AccountPasswordPolicy': {
    type: 'AWS::CloudFormation::CustomResource',
    defaults: { Create: 'updateAccountPasswordPolicy' },
  },
};

export const OPERATIONS_UNJUDGED = [
  'fis/targetAccountConfiguration:TargetAccountConfiguration',
  'ram/permission:Permission',
  'shield/protectionGroup:ProtectionGroup',
  'shield/protectionHealthCheckAssociation:ProtectionHealthCheckAssociation',
  'ssm/activation:Activation',
  'ssm/defaultPatchBaseline:DefaultPatchBaseline',
  'xray/encryptionConfig:EncryptionConfig',
  'ssm/contactsRotation:ContactsRotation',
  'ssm/maintenanceWindow:MaintenanceWindow',
  'ssm/maintenanceWindowTarget:MaintenanceWindowTarget',
  'ssm/patchGroup:PatchGroup',
  'ssmcontacts/contact:Contact',
  'ssmcontacts/contactChannel:ContactChannel',
  'ssmcontacts/plan:Plan',
  'ssmincidents/replicationSet:ReplicationSet',
  'synthetics/group:Group',
  'synthetics/groupAssociation:GroupAssociation',
  'xray/group:Group',
  'xray/indexingRule:IndexingRule',
  'xray/samplingRule:SamplingRule',
] as const;
