import type { Written } from '.';

const DOCUMENT = { to: 'PolicyDocument', as: 'json' } as const;
const ECS = 'ecsTarget';

/** Topics, queues and events. */
export const MESSAGES: Written = {
  'sns/topic:Topic': {
    type: 'AWS::SNS::Topic',
    properties: { name: 'TopicName' },
    parts: [
      {
        list: 'policy',
        type: 'AWS::SNS::TopicInlinePolicy',
        whole: 'TopicArn',
        properties: { '': DOCUMENT },
      },
    ],
  },
  'sns/topicPolicy:TopicPolicy': {
    type: 'AWS::SNS::TopicInlinePolicy',
    properties: { arn: 'TopicArn', policy: DOCUMENT },
  },
  'sns/dataProtectionPolicy:DataProtectionPolicy': {
    type: 'AWS::SNS::Topic',
    into: 'arn',
    properties: { policy: { to: 'DataProtectionPolicy', as: 'json' } },
  },
  'sns/topicSubscription:TopicSubscription': {
    type: 'AWS::SNS::Subscription',
    // Each resource of the package has a region, which is where it is made.
    not: ['region'],
    properties: { topic: 'TopicArn' },
  },
  'sqs/queue:Queue': {
    type: 'AWS::SQS::Queue',
    properties: {
      name: 'QueueName',
      maxMessageSize: 'MaximumMessageSize',
      messageRetentionSeconds: 'MessageRetentionPeriod',
      receiveWaitTimeSeconds: 'ReceiveMessageWaitTimeSeconds',
      visibilityTimeoutSeconds: 'VisibilityTimeout',
    },
    parts: [
      { list: 'policy', type: 'AWS::SQS::QueueInlinePolicy', whole: 'Queue', properties: { '': DOCUMENT } },
    ],
  },
  'sqs/queuePolicy:QueuePolicy': {
    type: 'AWS::SQS::QueueInlinePolicy',
    properties: { queueUrl: 'Queue', policy: DOCUMENT },
  },
  'sqs/redrivePolicy:RedrivePolicy': {
    type: 'AWS::SQS::Queue',
    into: 'queueUrl',
    properties: { redrivePolicy: { to: 'RedrivePolicy', as: 'json' } },
  },
  'sqs/redriveAllowPolicy:RedriveAllowPolicy': {
    type: 'AWS::SQS::Queue',
    into: 'queueUrl',
    properties: { redriveAllowPolicy: { to: 'RedriveAllowPolicy', as: 'json' } },
  },
  'cloudwatch/eventBus:EventBus': { type: 'AWS::Events::EventBus' },
  'cloudwatch/eventBusPolicy:EventBusPolicy': {
    type: 'AWS::Events::EventBus',
    into: 'eventBusName',
    not: ['eventBusName'],
    properties: { policy: { to: 'Policy', as: 'json' } },
  },
  'cloudwatch/eventPermission:EventPermission': {
    type: 'AWS::Events::EventBusPolicy',
    // What the provider grants where nothing is said.
    defaults: { Action: 'events:PutEvents' },
  },
  'cloudwatch/eventRule:EventRule': {
    type: 'AWS::Events::Rule',
    properties: {
      eventPattern: { to: 'EventPattern', as: 'json' },
      isEnabled: { to: 'State', as: { words: { true: 'ENABLED', false: 'DISABLED' } } },
    },
  },
  'cloudwatch/eventTarget:EventTarget': {
    type: 'AWS::Events::Rule',
    into: 'rule',
    adds: 'Targets',
    properties: {
      targetId: 'Id',
      [`${ECS}.taskDefinitionArn`]: 'EcsParameters.TaskDefinitionArn',
      [`${ECS}.launchType`]: 'EcsParameters.LaunchType',
      [`${ECS}.taskCount`]: 'EcsParameters.TaskCount',
      [`${ECS}.platformVersion`]: 'EcsParameters.PlatformVersion',
      [`${ECS}.enableExecuteCommand`]: 'EcsParameters.EnableExecuteCommand',
      [`${ECS}.networkConfiguration.subnets`]:
        'EcsParameters.NetworkConfiguration.AwsVpcConfiguration.Subnets',
      [`${ECS}.networkConfiguration.securityGroups`]:
        'EcsParameters.NetworkConfiguration.AwsVpcConfiguration.SecurityGroups',
      [`${ECS}.networkConfiguration.assignPublicIp`]: {
        to: 'EcsParameters.NetworkConfiguration.AwsVpcConfiguration.AssignPublicIp',
        as: { words: { true: 'ENABLED', false: 'DISABLED' } },
      },
      'inputTransformer.inputPaths': 'InputTransformer.InputPathsMap',
      'runCommandTargets[*].key': 'RunCommandParameters.RunCommandTargets[*].Key',
      'runCommandTargets[*].values': 'RunCommandParameters.RunCommandTargets[*].Values',
      'sqsTarget.messageGroupId': 'SqsParameters.MessageGroupId',
    },
  },
  'cloudwatch/eventConnection:EventConnection': {
    type: 'AWS::Events::Connection',
    properties: {
      'authParameters.apiKey.key': 'AuthParameters.ApiKeyAuthParameters.ApiKeyName',
      'authParameters.apiKey.value': 'AuthParameters.ApiKeyAuthParameters.ApiKeyValue',
      'authParameters.basic.username': 'AuthParameters.BasicAuthParameters.Username',
      'authParameters.basic.password': 'AuthParameters.BasicAuthParameters.Password',
      'authParameters.oauth.authorizationEndpoint': 'AuthParameters.OAuthParameters.AuthorizationEndpoint',
      'authParameters.oauth.httpMethod': 'AuthParameters.OAuthParameters.HttpMethod',
      'authParameters.oauth.clientParameters.clientId':
        'AuthParameters.OAuthParameters.ClientParameters.ClientID',
      'authParameters.oauth.clientParameters.clientSecret':
        'AuthParameters.OAuthParameters.ClientParameters.ClientSecret',
    },
  },
  'cloudwatch/eventApiDestination:EventApiDestination': { type: 'AWS::Events::ApiDestination' },
  'cloudwatch/eventArchive:EventArchive': {
    type: 'AWS::Events::Archive',
    properties: { name: 'ArchiveName', eventSourceArn: 'SourceArn' },
  },
  'schemas/registryPolicy:RegistryPolicy': { type: 'AWS::EventSchemas::RegistryPolicy' },
  'scheduler/schedule:Schedule': {
    type: 'AWS::Scheduler::Schedule',
    properties: {
      'target.ecsParameters.networkConfiguration.subnets':
        'Target.EcsParameters.NetworkConfiguration.AwsvpcConfiguration.Subnets',
      'target.ecsParameters.networkConfiguration.securityGroups':
        'Target.EcsParameters.NetworkConfiguration.AwsvpcConfiguration.SecurityGroups',
      'target.ecsParameters.networkConfiguration.assignPublicIp': {
        to: 'Target.EcsParameters.NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp',
        as: { words: { true: 'ENABLED', false: 'DISABLED' } },
      },
    },
  },
  'pipes/pipe:Pipe': { type: 'AWS::Pipes::Pipe' },
};

export const MESSAGES_UNJUDGED = [
  'scheduler/scheduleGroup:ScheduleGroup',
  'schemas/discoverer:Discoverer',
  'schemas/registry:Registry',
  'schemas/schema:Schema',
  'sns/smsPreferences:SmsPreferences',
] as const;
