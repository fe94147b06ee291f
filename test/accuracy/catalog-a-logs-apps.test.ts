import { type AccuracyCase, accuracyCases, att, ref, res } from './support';

const clause = '7.1(6)①';
const LOGS = res('AWS::Logs::LogGroup', { RetentionInDays: 731 });
const ROLE = 'arn:aws:iam::111122223333:role/tetsuzuki';

const machine = (properties: object) =>
  res('AWS::StepFunctions::StateMachine', {
    DefinitionString: '{"StartAt":"End","States":{"End":{"Type":"Succeed"}}}',
    RoleArn: ROLE,
    ...properties,
  });
const project = (properties: object) =>
  res('AWS::CodeBuild::Project', {
    ServiceRole: ROLE,
    Source: { Type: 'CODEPIPELINE' },
    Artifacts: { Type: 'CODEPIPELINE' },
    Environment: {
      Type: 'LINUX_CONTAINER',
      ComputeType: 'BUILD_GENERAL1_SMALL',
      Image: 'aws/codebuild/amazonlinux2-x86_64-standard:5.0',
    },
    ...properties,
  });
const sftp = (properties: object) =>
  res('AWS::Transfer::Server', {
    EndpointType: 'VPC',
    EndpointDetails: { VpcId: 'vpc-0a1b2c3d', SubnetIds: ['subnet-0a1', 'subnet-0b2'] },
    Protocols: ['SFTP'],
    IdentityProviderType: 'SERVICE_MANAGED',
    SecurityPolicyName: 'TransferSecurityPolicy-2024-01',
    ...properties,
  });
const awslogs = {
  LogDriver: 'awslogs',
  Options: {
    'awslogs-group': ref('Logs'),
    'awslogs-region': ref('AWS::Region'),
    'awslogs-stream-prefix': 'web',
  },
};
const container = (Name: string, LogConfiguration?: object, more: object = {}) => ({
  Name,
  Image: `public.ecr.aws/docker/library/${Name}:1`,
  Essential: true,
  ...(LogConfiguration === undefined ? {} : { LogConfiguration }),
  ...more,
});
const task = (...ContainerDefinitions: readonly object[]) =>
  res('AWS::ECS::TaskDefinition', {
    Family: 'madoguchi',
    Cpu: '512',
    Memory: '1024',
    NetworkMode: 'awsvpc',
    RequiresCompatibilities: ['FARGATE'],
    ExecutionRoleArn: ROLE,
    ContainerDefinitions,
  });
const restApi = res('AWS::ApiGateway::RestApi', { Name: 'shinsei' });
const access = {
  DestinationArn: att('Logs', 'Arn'),
  Format: '$context.requestId $context.identity.sourceIp',
};
const executionLog = [{ HttpMethod: '*', ResourcePath: '/*', LoggingLevel: 'INFO' }];
const stage = (properties: object) =>
  res('AWS::ApiGateway::Stage', {
    RestApiId: ref('Api'),
    DeploymentId: 'a1b2c3',
    StageName: 'prod',
    MethodSettings: executionLog,
    ...properties,
  });

const CASES: readonly AccuracyCase[] = [
  {
    name: 'a state machine logs all events to a log group',
    clause,
    expect: 'compliant',
    on: 'Machine',
    resources: {
      Logs: LOGS,
      Machine: machine({
        LoggingConfiguration: {
          Level: 'ALL',
          IncludeExecutionData: false,
          Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: att('Logs', 'Arn') } }],
        },
      }),
    },
  },
  {
    name: 'an express state machine without logging, of which nothing remains',
    clause,
    expect: 'violation',
    on: 'Machine',
    resources: { Machine: machine({ StateMachineType: 'EXPRESS' }) },
  },
  {
    name: 'a state machine with a destination for logs and the level OFF',
    clause,
    expect: 'violation',
    on: 'Machine',
    resources: {
      Logs: LOGS,
      Machine: machine({
        LoggingConfiguration: {
          Level: 'OFF',
          Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: att('Logs', 'Arn') } }],
        },
      }),
    },
  },
  {
    name: 'a GraphQL API without LogConfig',
    clause,
    expect: 'violation',
    on: 'Graph',
    resources: {
      Graph: res('AWS::AppSync::GraphQLApi', {
        Name: 'yoyaku',
        AuthenticationType: 'AWS_IAM',
        XrayEnabled: true,
      }),
    },
  },
  {
    name: 'a GraphQL API logs requests and all fields',
    clause,
    expect: 'compliant',
    on: 'Graph',
    resources: {
      Graph: res('AWS::AppSync::GraphQLApi', {
        Name: 'yoyaku',
        AuthenticationType: 'AWS_IAM',
        LogConfig: { CloudWatchLogsRoleArn: ROLE, FieldLogLevel: 'ALL', ExcludeVerboseContent: true },
      }),
    },
  },
  {
    name: 'a build project that says nothing of logs: CodeBuild logs to CloudWatch by default',
    clause,
    expect: 'compliant',
    on: 'Build',
    resources: { Build: project({}) },
  },
  {
    name: 'a build project that disables CloudWatch logs and has none in S3',
    clause,
    expect: 'violation',
    on: 'Build',
    resources: { Build: project({ LogsConfig: { CloudWatchLogs: { Status: 'DISABLED' } } }) },
  },
  {
    name: 'a build project that disables CloudWatch logs in favour of S3',
    clause,
    expect: 'compliant',
    on: 'Build',
    resources: {
      Build: project({
        LogsConfig: {
          CloudWatchLogs: { Status: 'DISABLED' },
          S3Logs: { Status: 'ENABLED', Location: 'miyazaki-log-archive/build' },
        },
      }),
    },
  },
  {
    name: 'a build project whose only log depends on a free parameter',
    clause,
    expect: 'undetermined',
    on: 'Build',
    template: {
      Parameters: { BuildLog: { Type: 'String', Default: 'ENABLED' } },
      Resources: { Build: project({ LogsConfig: { CloudWatchLogs: { Status: ref('BuildLog') } } }) },
    },
  },
  {
    name: 'an SFTP server with structured logs and no logging role, which only the older form needs',
    clause,
    expect: 'compliant',
    on: 'Sftp',
    resources: { Logs: LOGS, Sftp: sftp({ StructuredLogDestinations: [att('Logs', 'Arn')] }) },
  },
  {
    name: 'an SFTP server with neither logging role nor structured logs',
    clause,
    expect: 'violation',
    on: 'Sftp',
    resources: { Sftp: sftp({}) },
  },
  {
    name: 'a task whose sidecar has no log configuration while the main container has one',
    clause,
    expect: 'violation',
    on: 'Task',
    resources: { Logs: LOGS, Task: task(container('web', awslogs), container('envoy')) },
  },
  {
    name: 'a task that sends its output through a router of FireLens to CloudWatch',
    clause,
    expect: 'compliant',
    on: 'Task',
    resources: {
      Logs: LOGS,
      Task: task(
        container('web', {
          LogDriver: 'awsfirelens',
          Options: { Name: 'cloudwatch_logs', region: ref('AWS::Region'), log_group_name: ref('Logs') },
        }),
        container('router', awslogs, { FirelensConfiguration: { Type: 'fluentbit' } }),
      ),
    },
  },
  {
    name: 'a job of Batch without log configuration: Batch uses awslogs with /aws/batch/job by default',
    clause,
    expect: 'compliant',
    on: 'Job',
    resources: {
      Job: res('AWS::Batch::JobDefinition', {
        Type: 'container',
        PlatformCapabilities: ['FARGATE'],
        ContainerProperties: {
          Image: 'public.ecr.aws/docker/library/perl:5.40',
          JobRoleArn: ROLE,
          ExecutionRoleArn: ROLE,
          ResourceRequirements: [
            { Type: 'VCPU', Value: '1' },
            { Type: 'MEMORY', Value: '2048' },
          ],
        },
      }),
    },
  },
  {
    name: 'a stage of a REST API with access and execution log',
    clause,
    expect: 'compliant',
    on: 'Stage',
    resources: { Logs: LOGS, Api: restApi, Stage: stage({ AccessLogSetting: access }) },
  },
  {
    name: 'a stage of a REST API with the execution log only, which does not tell who called',
    clause,
    expect: 'violation',
    on: 'Stage',
    resources: { Api: restApi, Stage: stage({}) },
  },
  {
    name: 'a deployment that makes a stage of its own, and describes its access log',
    clause,
    expect: 'compliant',
    on: 'Deployment',
    resources: {
      Logs: LOGS,
      Api: restApi,
      Deployment: res('AWS::ApiGateway::Deployment', {
        RestApiId: ref('Api'),
        StageName: 'prod',
        StageDescription: { AccessLogSetting: access, MethodSettings: executionLog, LoggingLevel: 'INFO' },
      }),
    },
  },
  {
    name: 'a deployment that makes a stage by its name alone, without any log',
    clause,
    expect: 'violation',
    on: 'Deployment',
    resources: {
      Api: restApi,
      Deployment: res('AWS::ApiGateway::Deployment', { RestApiId: ref('Api'), StageName: 'prod' }),
    },
  },
  {
    name: 'an HTTP API whose default stage has no access log',
    clause: '8.1⑤',
    expect: 'violation',
    on: 'Stage',
    resources: {
      Api: res('AWS::ApiGatewayV2::Api', { Name: 'yoyaku', ProtocolType: 'HTTP' }),
      Stage: res('AWS::ApiGatewayV2::Stage', { ApiId: ref('Api'), StageName: '$default', AutoDeploy: true }),
    },
  },
];

accuracyCases('logs of applications', CASES);
