import type { Written } from '.';

export const FUNCTIONS: Written = {
  'lambda/function:Function': {
    type: 'AWS::Lambda::Function',
    not: ['code'],
    properties: {
      name: 'FunctionName',
      imageUri: 'Code.ImageUri',
      s3Bucket: 'Code.S3Bucket',
      s3Key: 'Code.S3Key',
      s3ObjectVersion: 'Code.S3ObjectVersion',
      sourceKmsKeyArn: 'Code.SourceKMSKeyArn',
      'fileSystemConfig.arn': 'FileSystemConfigs[0].Arn',
      'fileSystemConfig.localMountPath': 'FileSystemConfigs[0].LocalMountPath',
    },
  },
  'lambda/permission:Permission': {
    type: 'AWS::Lambda::Permission',
    properties: { function: 'FunctionName' },
  },
  'lambda/layerVersionPermission:LayerVersionPermission': {
    type: 'AWS::Lambda::LayerVersionPermission',
    properties: { layerName: 'LayerVersionArn' },
  },
  'lambda/functionUrl:FunctionUrl': {
    type: 'AWS::Lambda::Url',
    properties: { authorizationType: 'AuthType', functionName: 'TargetFunctionArn' },
  },
  'lambda/eventSourceMapping:EventSourceMapping': { type: 'AWS::Lambda::EventSourceMapping' },
  'ssm/document:Document': {
    type: 'AWS::SSM::Document',
    properties: { content: { to: 'Content', as: 'json' } },
  },
  'ssm/parameter:Parameter': {
    type: 'AWS::SSM::Parameter',
    properties: { insecureValue: 'Value' },
  },
  'ssm/association:Association': { type: 'AWS::SSM::Association' },
  'ssm/maintenanceWindowTask:MaintenanceWindowTask': { type: 'AWS::SSM::MaintenanceWindowTask' },
  'ssm/patchBaseline:PatchBaseline': { type: 'AWS::SSM::PatchBaseline' },
  'ssm/resourceDataSync:ResourceDataSync': {
    type: 'AWS::SSM::ResourceDataSync',
    properties: { name: 'SyncName' },
  },
  'ssmincidents/responsePlan:ResponsePlan': { type: 'AWS::SSMIncidents::ResponsePlan' },
  'cloudformation/stack:Stack': {
    type: 'AWS::CloudFormation::Stack',
    properties: { templateUrl: 'TemplateURL' },
  },
  'fis/experimentTemplate:ExperimentTemplate': { type: 'AWS::FIS::ExperimentTemplate' },
  'shield/protection:Protection': { type: 'AWS::Shield::Protection' },
};

export const FUNCTIONS_UNJUDGED: readonly string[] = [
  'lambda/alias:Alias',
  'lambda/codeSigningConfig:CodeSigningConfig',
  'lambda/functionEventInvokeConfig:FunctionEventInvokeConfig',
  'lambda/layerVersion:LayerVersion',
  'lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig',
  'lambda/runtimeManagementConfig:RuntimeManagementConfig',
  'ssm/activation:Activation',
  'ssm/contactsRotation:ContactsRotation',
  'ssm/defaultPatchBaseline:DefaultPatchBaseline',
  'ssm/maintenanceWindow:MaintenanceWindow',
  'ssm/maintenanceWindowTarget:MaintenanceWindowTarget',
  'ssm/patchGroup:PatchGroup',
];
