import type { Written } from '.';

export const LAMBDA: Written = {
  'lambda/function:Function': {
    type: 'AWS::Lambda::Function',
    properties: {
      name: 'FunctionName',
      s3Bucket: 'Code.S3Bucket',
      s3Key: 'Code.S3Key',
      s3ObjectVersion: 'Code.S3ObjectVersion',
      imageUri: 'Code.ImageUri',
      sourceKmsKeyArn: 'Code.SourceKMSKeyArn',
      'durableConfig.retentionPeriod': 'DurableConfig.RetentionPeriodInDays',
      'fileSystemConfig.arn': 'FileSystemConfigs[0].Arn',
      'fileSystemConfig.localMountPath': 'FileSystemConfigs[0].LocalMountPath',
    },
    lacks: { 'Code.ZipFile': 'code comes as an archive; no text of it stands in the inputs' },
  },
  'lambda/alias:Alias': {
    type: 'AWS::Lambda::Alias',
  },
  'lambda/eventSourceMapping:EventSourceMapping': { type: 'AWS::Lambda::EventSourceMapping' },
  'lambda/permission:Permission': {
    type: 'AWS::Lambda::Permission',
    properties: { function: 'FunctionName' },
  },
  'lambda/functionUrl:FunctionUrl': {
    type: 'AWS::Lambda::Url',
    properties: { functionName: 'TargetFunctionArn', authorizationType: 'AuthType' },
  },
  'lambda/layerVersion:LayerVersion': {
    type: 'AWS::Lambda::LayerVersion',
    properties: {
      s3Bucket: 'Content.S3Bucket',
      s3Key: 'Content.S3Key',
      s3ObjectVersion: 'Content.S3ObjectVersion',
    },
  },
  'lambda/layerVersionPermission:LayerVersionPermission': {
    type: 'AWS::Lambda::LayerVersionPermission',
    properties: { layerName: 'LayerVersionArn' },
  },
  'lambda/resourcePolicy:ResourcePolicy': {
    type: 'AWS::Lambda::ResourcePolicy',
    properties: { policy: { to: 'PolicyDocument', as: 'json' } },
  },
  'lambda/functionEventInvokeConfig:FunctionEventInvokeConfig': { type: 'AWS::Lambda::EventInvokeConfig' },
};

export const LAMBDA_UNJUDGED = [
  'lambda/capacityProvider:CapacityProvider',
  'lambda/codeSigningConfig:CodeSigningConfig',
  'lambda/coreNetworkConnector:CoreNetworkConnector',
  'lambda/runtimeManagementConfig:RuntimeManagementConfig',
  'lambda/functionRecursionConfig:FunctionRecursionConfig',
  'lambda/functionScalingConfig:FunctionScalingConfig',
  'lambda/invocation:Invocation',
  'lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig',
] as const;
