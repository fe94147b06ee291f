/**
 * Published ways in which an id comes by the rights of another one (privilege escalation), each by its usual name: what
 * it must be allowed to do. Compiled from the research of Rhino Security Labs, Bishop Fox, pathfinding.cloud and AWS.
 */
export interface EscalationPath {
  /** The actions by which it is known; all of them are needed. */
  readonly actions: readonly string[];
  /** Where there are several ways to end it: one of these is needed as well. */
  readonly andOneOf?: readonly string[];
  readonly gains: Gains;
}

export type Gains =
  /** A role of one's own choice among those that trust the service, which runs what it is given. */
  | { readonly kind: 'passed role'; readonly service: string }
  /** The role that a service has been given already, for whatever it runs. */
  | { readonly kind: 'role of service'; readonly service: string }
  /** The roles of pipelines that run what is written there. */
  | { readonly kind: 'role of pipeline'; readonly source: string }
  /** The role that something existing has. */
  | { readonly kind: 'role of'; readonly holder: Holder }
  /** A role that lets the id in. */
  | { readonly kind: 'role' };

/** What has a role: a type of resource, and where the role stands. */
export interface Holder {
  readonly type: string;
  /** The property that holds the role, or an instance profile. */
  readonly path: string;
  /** The actions name it as their resource. */
  readonly isTarget?: true;
}

const holder = (type: string, path: string, isTarget?: true): Holder =>
  isTarget === undefined ? { type, path } : { type, path, isTarget };
const FUNCTION = holder('AWS::Lambda::Function', 'Role', true);
const INSTANCE = holder('AWS::EC2::Instance', 'IamInstanceProfile', true);
const TEMPLATE = holder('AWS::EC2::LaunchTemplate', 'LaunchTemplateData.IamInstanceProfile.Arn');
const NAMED_TEMPLATE = holder('AWS::EC2::LaunchTemplate', 'LaunchTemplateData.IamInstanceProfile.Name');
const CONFIGURATION = holder('AWS::AutoScaling::LaunchConfiguration', 'IamInstanceProfile');
const PROJECT = holder('AWS::CodeBuild::Project', 'ServiceRole', true);
const TASK = holder('AWS::ECS::TaskDefinition', 'TaskRoleArn');
const NOTEBOOK = holder('AWS::SageMaker::NotebookInstance', 'RoleArn', true);
const MACHINE = holder('AWS::StepFunctions::StateMachine', 'RoleArn', true);

const passed = (
  service: string,
  actions: readonly string[],
  andOneOf?: readonly string[],
): EscalationPath => ({
  actions: ['iam:PassRole', ...actions],
  ...(andOneOf === undefined ? {} : { andOneOf }),
  gains: { kind: 'passed role', service: `${service}.amazonaws.com` },
});
const ofService = (service: string, ...actions: readonly string[]): EscalationPath => ({
  actions,
  gains: { kind: 'role of service', service: `${service}.amazonaws.com` },
});
const ofExisting = (held: Holder, ...actions: readonly string[]): EscalationPath => ({
  actions,
  gains: { kind: 'role of', holder: held },
});
/** Those of several things by the same actions. */
const ofEach = (holders: readonly Holder[], ...actions: readonly string[]) =>
  holders.map((held) => ofExisting(held, ...actions));

export const ESCALATION_PATHS: readonly EscalationPath[] = [
  { actions: ['sts:AssumeRole'], gains: { kind: 'role' } },

  // Something new that runs with a role of one's choice
  passed('ec2', ['ec2:RunInstances']),
  passed('ec2', ['ec2:RequestSpotInstances']),
  passed('ec2', ['ec2:RequestSpotFleet']),
  passed('ec2', ['ec2:CreateFleet']),
  passed('ec2', ['ec2:AssociateIamInstanceProfile']),
  passed('ec2', ['ec2:ReplaceIamInstanceProfileAssociation']),
  passed('ec2', ['iam:AddRoleToInstanceProfile']),
  passed('ec2', ['ec2:CreateLaunchTemplate', 'autoscaling:CreateAutoScalingGroup']),
  passed(
    'ec2',
    ['autoscaling:CreateLaunchConfiguration'],
    ['autoscaling:CreateAutoScalingGroup', 'autoscaling:UpdateAutoScalingGroup'],
  ),
  passed(
    'lambda',
    ['lambda:CreateFunction'],
    [
      'lambda:InvokeFunction',
      'lambda:InvokeAsync',
      'lambda:AddPermission',
      'lambda:CreateEventSourceMapping',
      'lambda:CreateFunctionUrlConfig',
      'events:PutTargets',
    ],
  ),
  passed('lambda', ['lambda:UpdateFunctionConfiguration', 'lambda:UpdateFunctionCode']),
  passed(
    'ecs-tasks',
    ['ecs:RegisterTaskDefinition'],
    ['ecs:RunTask', 'ecs:StartTask', 'ecs:CreateService', 'ecs:UpdateService'],
  ),
  passed('ecs-tasks', ['ecs:RunTask']),
  passed('ecs-tasks', ['ecs:StartTask']),
  passed('pods.eks', ['eks:CreatePodIdentityAssociation']),
  passed('glue', ['glue:CreateDevEndpoint']),
  passed('glue', ['glue:CreateJob'], ['glue:StartJobRun', 'glue:CreateTrigger']),
  passed('glue', ['glue:UpdateJob'], ['glue:StartJobRun', 'glue:CreateTrigger']),
  passed('glue', ['glue:CreateSession', 'glue:RunStatement']),
  passed('cloudformation', ['cloudformation:CreateStack']),
  passed('cloudformation', ['cloudformation:UpdateStack']),
  passed('cloudformation', ['cloudformation:CreateChangeSet', 'cloudformation:ExecuteChangeSet']),
  passed('cloudformation', ['cloudformation:CreateStackSet', 'cloudformation:CreateStackInstances']),
  passed('cloudformation', ['cloudformation:UpdateStackSet']),
  passed('codebuild', ['codebuild:CreateProject'], ['codebuild:StartBuild', 'codebuild:StartBuildBatch']),
  passed('codebuild', ['codebuild:UpdateProject'], ['codebuild:StartBuild', 'codebuild:StartBuildBatch']),
  passed('codepipeline', ['codepipeline:CreatePipeline']),
  passed('codepipeline', ['codepipeline:UpdatePipeline']),
  passed('codestar', ['codestar:CreateProject']),
  passed('datapipeline', [
    'datapipeline:CreatePipeline',
    'datapipeline:PutPipelineDefinition',
    'datapipeline:ActivatePipeline',
  ]),
  passed('sagemaker', ['sagemaker:CreateNotebookInstance', 'sagemaker:CreatePresignedNotebookInstanceUrl']),
  passed('sagemaker', ['sagemaker:CreateProcessingJob']),
  passed('sagemaker', ['sagemaker:CreateTrainingJob']),
  passed('sagemaker', ['sagemaker:CreateUserProfile', 'sagemaker:CreatePresignedDomainUrl']),
  passed('sagemaker', ['sagemaker:CreatePipeline', 'sagemaker:StartPipelineExecution']),
  passed('tasks.apprunner', ['apprunner:CreateService']),
  passed('tasks.apprunner', ['apprunner:UpdateService']),
  passed('ecs-tasks', ['batch:RegisterJobDefinition', 'batch:SubmitJob']),
  passed('bedrock-agentcore', [
    'bedrock-agentcore:CreateCodeInterpreter',
    'bedrock-agentcore:StartCodeInterpreterSession',
    'bedrock-agentcore:InvokeCodeInterpreter',
  ]),
  passed('bedrock-agentcore', [
    'bedrock-agentcore:CreateAgentRuntime',
    'bedrock-agentcore:InvokeAgentRuntime',
  ]),
  passed('states', ['states:CreateStateMachine', 'states:StartExecution']),
  passed('states', ['states:UpdateStateMachine', 'states:StartExecution']),
  passed('scheduler', ['scheduler:CreateSchedule']),
  passed('ssm', ['ssm:StartAutomationExecution']),
  passed('ssm', ['ssm:CreateAssociation']),
  passed('synthetics', ['synthetics:CreateCanary']),
  passed('elasticmapreduce', ['elasticmapreduce:RunJobFlow']),
  passed('emr-serverless', ['emr-serverless:StartJobRun']),
  passed('elasticbeanstalk', ['elasticbeanstalk:CreateEnvironment']),
  passed('opsworks', ['opsworks:CreateStack']),
  passed('amplify', ['amplify:CreateApp']),
  passed('airflow', ['airflow:CreateEnvironment']),
  passed('braket', ['braket:CreateJob']),
  passed('kinesisanalytics', ['kinesisanalytics:CreateApplication', 'kinesisanalytics:StartApplication']),
  passed('imagebuilder', ['imagebuilder:CreateImage']),
  passed('cognito-identity', ['cognito-identity:SetIdentityPoolRoles']),
  passed('rolesanywhere', ['rolesanywhere:CreateProfile']),
  passed('credentials.iot', ['iot:CreateRoleAlias']),

  // A stack that is there is changed as the role that it was made with
  ofService('cloudformation', 'cloudformation:UpdateStack'),
  ofService('cloudformation', 'cloudformation:CreateChangeSet', 'cloudformation:ExecuteChangeSet'),

  // The source of a pipeline that asks nobody
  {
    actions: ['codecommit:GitPush'],
    gains: { kind: 'role of pipeline', source: 'AWS::CodeCommit::Repository' },
  },
  {
    actions: ['codecommit:PutFile'],
    gains: { kind: 'role of pipeline', source: 'AWS::CodeCommit::Repository' },
  },
  { actions: ['s3:PutObject'], gains: { kind: 'role of pipeline', source: 'AWS::S3::Bucket' } },

  // Something that is there and runs what somebody puts into it
  ofExisting(FUNCTION, 'lambda:UpdateFunctionCode'),
  ofExisting(FUNCTION, 'lambda:UpdateFunctionConfiguration'),
  ofExisting(INSTANCE, 'ssm:SendCommand'),
  ofExisting(INSTANCE, 'ssm:StartSession'),
  ofExisting(INSTANCE, 'ssm:CreateAssociation'),
  ofExisting(INSTANCE, 'ec2:ModifyInstanceAttribute', 'ec2:StopInstances', 'ec2:StartInstances'),
  ofExisting(INSTANCE, 'ec2-instance-connect:SendSSHPublicKey'),
  ofExisting(INSTANCE, 'ec2-instance-connect:SendSerialConsoleSSHPublicKey'),
  ...ofEach([TEMPLATE, NAMED_TEMPLATE], 'ec2:CreateLaunchTemplateVersion', 'ec2:ModifyLaunchTemplate'),
  ...ofEach([TEMPLATE, NAMED_TEMPLATE, CONFIGURATION], 'ssm:SendCommand'),
  ...ofEach([TEMPLATE, NAMED_TEMPLATE, CONFIGURATION], 'ssm:StartSession'),
  ofExisting(TASK, 'ecs:ExecuteCommand'),
  ofExisting(PROJECT, 'codebuild:StartBuild'),
  ofExisting(PROJECT, 'codebuild:StartBuildBatch'),
  ofExisting(PROJECT, 'codebuild:UpdateProject'),
  ofExisting(holder('AWS::Glue::DevEndpoint', 'RoleArn', true), 'glue:UpdateDevEndpoint'),
  ofExisting(NOTEBOOK, 'sagemaker:CreatePresignedNotebookInstanceUrl'),
  ofExisting(
    NOTEBOOK,
    'sagemaker:CreateNotebookInstanceLifecycleConfig',
    'sagemaker:StopNotebookInstance',
    'sagemaker:UpdateNotebookInstance',
    'sagemaker:StartNotebookInstance',
  ),
  ofExisting(
    holder('AWS::SageMaker::Domain', 'DefaultUserSettings.ExecutionRole'),
    'sagemaker:CreatePresignedDomainUrl',
  ),
  ofExisting(MACHINE, 'states:UpdateStateMachine', 'states:StartExecution'),
  ofExisting(holder('AWS::Batch::JobDefinition', 'ContainerProperties.JobRoleArn'), 'batch:SubmitJob'),
  ofExisting(
    holder('AWS::AppRunner::Service', 'InstanceConfiguration.InstanceRoleArn'),
    'apprunner:UpdateService',
  ),
  ofExisting(holder('AWS::Synthetics::Canary', 'ExecutionRoleArn'), 'synthetics:UpdateCanary'),
  ofExisting(holder('AWS::EMR::Cluster', 'JobFlowRole'), 'elasticmapreduce:AddJobFlowSteps'),
  ofExisting(
    holder('AWS::BedrockAgentCore::CodeInterpreterCustom', 'ExecutionRoleArn'),
    'bedrock-agentcore:StartCodeInterpreterSession',
    'bedrock-agentcore:InvokeCodeInterpreter',
  ),
  ofExisting(
    holder('AWS::Cognito::IdentityPoolRoleAttachment', 'Roles.authenticated'),
    'cognito-identity:GetOpenIdTokenForDeveloperIdentity',
  ),
];

/** The usual name of a path. */
export function nameOfPath({ actions, andOneOf }: EscalationPath): string {
  return [...actions, ...(andOneOf === undefined ? [] : [andOneOf.join(' | ')])].join(' + ');
}

/** All actions of the paths. */
export const ESCALATING_ACTIONS: readonly string[] = [
  ...new Set(ESCALATION_PATHS.flatMap(({ actions, andOneOf = [] }) => [...actions, ...andOneOf])),
];
