import type { Written } from '.';

const TOPIC_POLICY = {
  list: 'policy',
  type: 'AWS::SNS::TopicPolicy',
  whole: 'Topics[0]',
  properties: { '': { to: 'PolicyDocument', as: 'json' } },
} as const;
const QUEUE_POLICY = {
  list: 'policy',
  type: 'AWS::SQS::QueuePolicy',
  whole: 'Queues[0]',
  properties: { '': { to: 'PolicyDocument', as: 'json' } },
} as const;

export const MESSAGES: Written = {
  'sns/topic:Topic': { type: 'AWS::SNS::Topic', not: ['policy'], parts: [TOPIC_POLICY] },
  'sns/topicPolicy:TopicPolicy': {
    type: 'AWS::SNS::TopicPolicy',
    properties: { arn: { to: 'Topics', as: 'list' } },
  },
  'sns/dataProtectionPolicy:DataProtectionPolicy': {
    type: 'AWS::SNS::Topic',
    into: 'arn',
    properties: { policy: { to: 'DataProtectionPolicy', as: 'json' } },
  },
  'sns/topicSubscription:TopicSubscription': {
    type: 'AWS::SNS::Subscription',
    properties: { topic: 'TopicArn' },
  },
  'sqs/queue:Queue': {
    type: 'AWS::SQS::Queue',
    not: ['policy'],
    properties: {
      messageRetentionSeconds: 'MessageRetentionPeriod',
      visibilityTimeoutSeconds: 'VisibilityTimeout',
      maxMessageSize: 'MaximumMessageSize',
      receiveWaitTimeSeconds: 'ReceiveMessageWaitTimeSeconds',
    },
    parts: [QUEUE_POLICY],
  },
  'sqs/queuePolicy:QueuePolicy': {
    type: 'AWS::SQS::QueuePolicy',
    properties: { queueUrl: { to: 'Queues', as: 'list' } },
  },
  'sqs/redrivePolicy:RedrivePolicy': {
    type: 'AWS::SQS::Queue',
    into: 'queueUrl',
    not: ['queueUrl'],
    properties: { redrivePolicy: { to: 'RedrivePolicy', as: 'json' } },
  },
  'sqs/redriveAllowPolicy:RedriveAllowPolicy': {
    type: 'AWS::SQS::Queue',
    into: 'queueUrl',
    properties: { redriveAllowPolicy: { to: 'RedriveAllowPolicy', as: 'json' } },
  },
  'cloudwatch/eventBus:EventBus': { type: 'AWS::Events::EventBus' },
  'cloudwatch/eventBusPolicy:EventBusPolicy': {
    type: 'AWS::Events::EventBusPolicy',
    // A document of several statements; CloudFormation has a resource for each.
    special: 'busPolicy',
    not: ['policy'],
  },
  'cloudwatch/eventPermission:EventPermission': {
    type: 'AWS::Events::EventBusPolicy',
    // What the provider grants where nothing is said.
    defaults: { Action: 'events:PutEvents' },
  },
  'cloudwatch/eventEndpoint:EventEndpoint': { type: 'AWS::Events::Endpoint' },
  'cloudwatch/eventRule:EventRule': {
    type: 'AWS::Events::Rule',
    properties: {
      eventPattern: { to: 'EventPattern', as: 'json' },
      // The older of two ways to switch it off.
      isEnabled: { to: 'State', as: { words: { true: 'ENABLED', false: 'DISABLED' } } },
      state: 'State',
    },
  },
  'cloudwatch/eventTarget:EventTarget': {
    type: 'AWS::Events::Rule',
    into: 'rule',
    not: ['rule', 'eventBusName', 'roleArn'],
    properties: {
      arn: 'Targets[+].Arn',
      targetId: 'Targets[+].Id',
      roleArn: 'Targets[+].RoleArn',
      input: 'Targets[+].Input',
      'deadLetterConfig.arn': 'Targets[+].DeadLetterConfig.Arn',
      'ecsTarget.taskDefinitionArn': 'Targets[+].EcsParameters.TaskDefinitionArn',
      'inputTransformer.inputTemplate': 'Targets[+].InputTransformer.InputTemplate',
      'runCommandTargets[*].key': 'Targets[+].RunCommandParameters.RunCommandTargets[*].Key',
      'runCommandTargets[*].values': 'Targets[+].RunCommandParameters.RunCommandTargets[*].Values',
      'retryPolicy.maximumRetryAttempts': 'Targets[+].RetryPolicy.MaximumRetryAttempts',
      'ecsTarget.launchType': 'Targets[+].EcsParameters.LaunchType',
      'ecsTarget.platformVersion': 'Targets[+].EcsParameters.PlatformVersion',
      'ecsTarget.enableExecuteCommand': 'Targets[+].EcsParameters.EnableExecuteCommand',
      'ecsTarget.networkConfiguration.assignPublicIp': {
        to: 'Targets[+].EcsParameters.NetworkConfiguration.AwsVpcConfiguration.AssignPublicIp',
        as: { words: { true: 'ENABLED', false: 'DISABLED' } },
      },
      'ecsTarget.networkConfiguration.subnets':
        'Targets[+].EcsParameters.NetworkConfiguration.AwsVpcConfiguration.Subnets',
      'ecsTarget.networkConfiguration.securityGroups':
        'Targets[+].EcsParameters.NetworkConfiguration.AwsVpcConfiguration.SecurityGroups',
    },
  },
  'cloudwatch/eventArchive:EventArchive': {
    type: 'AWS::Events::Archive',
    properties: { name: 'ArchiveName', eventSourceArn: 'SourceArn' },
  },
  'cloudwatch/eventApiDestination:EventApiDestination': { type: 'AWS::Events::ApiDestination' },
  'cloudwatch/eventConnection:EventConnection': {
    type: 'AWS::Events::Connection',
    properties: {
      'authParameters.apiKey.key': 'AuthParameters.ApiKeyAuthParameters.ApiKeyName',
      'authParameters.apiKey.value': 'AuthParameters.ApiKeyAuthParameters.ApiKeyValue',
      'authParameters.basic.username': 'AuthParameters.BasicAuthParameters.Username',
      'authParameters.basic.password': 'AuthParameters.BasicAuthParameters.Password',
      'authParameters.oauth.authorizationEndpoint': 'AuthParameters.OAuthParameters.AuthorizationEndpoint',
      'authParameters.oauth.clientParameters.clientId':
        'AuthParameters.OAuthParameters.ClientParameters.ClientID',
      'authParameters.oauth.clientParameters.clientSecret':
        'AuthParameters.OAuthParameters.ClientParameters.ClientSecret',
    },
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
  'sfn/activity:Activity': { type: 'AWS::StepFunctions::Activity' },
  'sfn/stateMachine:StateMachine': {
    type: 'AWS::StepFunctions::StateMachine',
    properties: {
      name: 'StateMachineName',
      definition: 'DefinitionString',
      type: 'StateMachineType',
      'loggingConfiguration.logDestination':
        'LoggingConfiguration.Destinations[0].CloudWatchLogsLogGroup.LogGroupArn',
    },
  },
};

export const MESSAGES_UNJUDGED: readonly string[] = [
  'scheduler/scheduleGroup:ScheduleGroup',
  'schemas/discoverer:Discoverer',
  'schemas/registry:Registry',
  'schemas/schema:Schema',
  'sfn/alias:Alias',
  'sns/platformApplication:PlatformApplication',
  'sns/smsPreferences:SmsPreferences',
];
