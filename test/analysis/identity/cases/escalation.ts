import {
  build,
  endpoint,
  instance,
  interpreter,
  job,
  lambda,
  launched,
  machine,
  notebook,
  pool,
  profile,
  runner,
  saml,
  service,
  spareJob,
  spareServer,
  spareService,
  stackSet,
  task,
} from './carriers';

/**
 * Published ways to more privileges in AWS, by the names that the lists have for them: the actions that are needed.
 * Facts only, from
 * - S. Gietzen, "AWS IAM Privilege Escalation – Methods and Mitigation", Rhino Security Labs (2018 and later): rhino
 * - Bishop Fox, "IAM Vulnerable" (2021), and Principal Mapper, NCC Group: bishopfox
 * - pathfinding.cloud, Datadog (2025–2026): pathfinding
 * - HackTricks Cloud, "AWS Privilege Escalation": hacktricks
 */
export interface EscalationPath {
  /** Actions that are needed, joined as in the lists. */
  readonly name: string;
  readonly source: 'rhino' | 'bishopfox' | 'pathfinding' | 'hacktricks';
  /** The service that the stronger role trusts; none where the path goes by way of no role. */
  readonly service?: string;
  /** What carries the stronger role; resources beside the two roles. `role` is the one that they run as. */
  readonly carrier?: (role: string) => Readonly<Record<string, unknown>>;
  /** Actions that stand in place of the needed ones in a near miss: without one of them, or reading instead of writing. */
  readonly near: readonly string[];
}

type Source = EscalationPath['source'];

/** Rights over IAM and Identity Center themselves; a near miss reads where the path writes. */
const direct = (source: Source, name: string, ...near: string[]): EscalationPath => ({ source, name, near });

/** A role is passed to something new. Near miss: the role may not be passed. */
const passing = (
  source: Source,
  service: string,
  actions: string,
  more: Partial<EscalationPath> = {},
): EscalationPath => ({
  source,
  service,
  name: `iam:PassRole + ${actions}`,
  near: actions.split(' + '),
  ...more,
});

/** Something runs as the stronger role already. Near miss: an action that is needed is missing. */
const running = (
  source: Source,
  service: string,
  name: string,
  carrier: NonNullable<EscalationPath['carrier']>,
  ...near: string[]
): EscalationPath => ({ source, service, name, carrier, near });

const EC2 = 'ec2.amazonaws.com';
const TASKS = 'ecs-tasks.amazonaws.com';
const STACKS = 'cloudformation.amazonaws.com';
const BUILDS = 'codebuild.amazonaws.com';
const NOTEBOOKS = 'sagemaker.amazonaws.com';
const CODE = 'lambda.amazonaws.com';
const AGENTS = 'bedrock-agentcore.amazonaws.com';

export const ESCALATION_PATHS: readonly EscalationPath[] = [
  direct('rhino', 'iam:CreatePolicyVersion', 'iam:GetPolicyVersion'),
  direct('rhino', 'iam:SetDefaultPolicyVersion', 'iam:ListPolicyVersions'),
  direct('rhino', 'iam:CreateAccessKey', 'iam:ListAccessKeys'),
  direct('rhino', 'iam:CreateLoginProfile', 'iam:GetLoginProfile'),
  direct('rhino', 'iam:UpdateLoginProfile', 'iam:GetLoginProfile'),
  direct('rhino', 'iam:AttachUserPolicy', 'iam:ListAttachedUserPolicies'),
  direct('rhino', 'iam:AttachGroupPolicy', 'iam:ListAttachedGroupPolicies'),
  direct('rhino', 'iam:AttachRolePolicy', 'iam:ListAttachedRolePolicies'),
  direct('rhino', 'iam:PutUserPolicy', 'iam:GetUserPolicy'),
  direct('rhino', 'iam:PutGroupPolicy', 'iam:GetGroupPolicy'),
  direct('rhino', 'iam:PutRolePolicy', 'iam:GetRolePolicy'),
  direct('rhino', 'iam:AddUserToGroup', 'iam:ListGroupsForUser'),
  direct('rhino', 'iam:UpdateAssumeRolePolicy + sts:AssumeRole', 'iam:GetRole', 'sts:AssumeRole'),
  direct(
    'pathfinding',
    'iam:DeleteAccessKey + iam:CreateAccessKey',
    'iam:GetAccessKeyLastUsed',
    'iam:ListAccessKeys',
  ),
  direct(
    'pathfinding',
    'iam:AttachRolePolicy + sts:AssumeRole',
    'iam:ListAttachedRolePolicies',
    'sts:AssumeRole',
  ),
  direct(
    'pathfinding',
    'iam:AttachUserPolicy + iam:CreateAccessKey',
    'iam:ListAttachedUserPolicies',
    'iam:ListAccessKeys',
  ),
  direct('pathfinding', 'iam:CreatePolicyVersion + sts:AssumeRole', 'iam:GetPolicyVersion', 'sts:AssumeRole'),
  direct('pathfinding', 'iam:PutRolePolicy + sts:AssumeRole', 'iam:GetRolePolicy', 'sts:AssumeRole'),
  direct('pathfinding', 'iam:PutUserPolicy + iam:CreateAccessKey', 'iam:GetUserPolicy', 'iam:ListAccessKeys'),
  direct(
    'pathfinding',
    'iam:AttachRolePolicy + iam:UpdateAssumeRolePolicy',
    'iam:ListAttachedRolePolicies',
    'iam:GetRole',
  ),
  direct(
    'pathfinding',
    'iam:CreatePolicyVersion + iam:UpdateAssumeRolePolicy',
    'iam:GetPolicyVersion',
    'iam:GetRole',
  ),
  direct('pathfinding', 'iam:PutRolePolicy + iam:UpdateAssumeRolePolicy', 'iam:GetRolePolicy', 'iam:GetRole'),
  direct('hacktricks', 'iam:DeleteRolePermissionsBoundary', 'iam:GetRole'),
  direct('hacktricks', 'iam:PutRolePermissionsBoundary', 'iam:GetRole'),
  direct('hacktricks', 'iam:DeleteUserPermissionsBoundary', 'iam:GetUser'),
  direct('hacktricks', 'iam:PutUserPermissionsBoundary', 'iam:GetUser'),
  direct('hacktricks', 'iam:DetachRolePolicy', 'iam:ListAttachedRolePolicies'),
  direct('hacktricks', 'iam:DeleteRolePolicy', 'iam:ListRolePolicies'),
  direct('hacktricks', 'iam:CreateServiceSpecificCredential', 'iam:ListServiceSpecificCredentials'),
  direct('hacktricks', 'iam:ResetServiceSpecificCredential', 'iam:ListServiceSpecificCredentials'),
  direct('hacktricks', 'iam:DeactivateMFADevice', 'iam:ListMFADevices'),
  { ...direct('hacktricks', 'iam:UpdateSAMLProvider', 'iam:GetSAMLProvider'), carrier: saml },
  direct(
    'hacktricks',
    'sso:PutInlinePolicyToPermissionSet + sso:ProvisionPermissionSet',
    'sso:GetInlinePolicyForPermissionSet',
  ),
  direct(
    'hacktricks',
    'sso:AttachManagedPolicyToPermissionSet + sso:ProvisionPermissionSet',
    'sso:ListManagedPoliciesInPermissionSet',
  ),
  direct('hacktricks', 'sso:CreateAccountAssignment', 'sso:ListAccountAssignments'),
  direct('hacktricks', 'identitystore:CreateGroupMembership', 'identitystore:ListGroupMemberships'),
  // The stronger role trusts the account.
  running('bishopfox', 'account', 'sts:AssumeRole', () => ({}), 'sts:GetCallerIdentity'),

  passing('rhino', CODE, 'lambda:CreateFunction + lambda:InvokeFunction'),
  passing('rhino', CODE, 'lambda:CreateFunction + lambda:CreateEventSourceMapping'),
  passing('pathfinding', CODE, 'lambda:CreateFunction + lambda:AddPermission'),
  passing('rhino', EC2, 'ec2:RunInstances', { carrier: profile }),
  passing('pathfinding', EC2, 'ec2:RequestSpotInstances', { carrier: profile }),
  passing('hacktricks', EC2, 'ec2:AssociateIamInstanceProfile + ssm:SendCommand', { carrier: spareServer }),
  passing('bishopfox', EC2, 'autoscaling:CreateLaunchConfiguration + autoscaling:CreateAutoScalingGroup', {
    carrier: profile,
  }),
  passing('hacktricks', EC2, 'ec2:CreateLaunchTemplate + autoscaling:CreateAutoScalingGroup', {
    carrier: profile,
  }),
  passing('rhino', 'glue.amazonaws.com', 'glue:CreateDevEndpoint'),
  passing('pathfinding', 'glue.amazonaws.com', 'glue:CreateJob + glue:StartJobRun'),
  passing('pathfinding', 'glue.amazonaws.com', 'glue:CreateJob + glue:CreateTrigger'),
  passing('pathfinding', 'glue.amazonaws.com', 'glue:UpdateJob + glue:StartJobRun', { carrier: spareJob }),
  passing('pathfinding', 'glue.amazonaws.com', 'glue:CreateSession + glue:RunStatement'),
  passing('rhino', STACKS, 'cloudformation:CreateStack'),
  passing('pathfinding', STACKS, 'cloudformation:CreateStackSet + cloudformation:CreateStackInstances'),
  passing(
    'rhino',
    'datapipeline.amazonaws.com',
    'datapipeline:CreatePipeline + datapipeline:PutPipelineDefinition + datapipeline:ActivatePipeline',
  ),
  passing('bishopfox', BUILDS, 'codebuild:CreateProject + codebuild:StartBuild'),
  passing('pathfinding', BUILDS, 'codebuild:CreateProject + codebuild:StartBuildBatch'),
  passing('rhino', 'codestar.amazonaws.com', 'codestar:CreateProject'),
  passing(
    'bishopfox',
    NOTEBOOKS,
    'sagemaker:CreateNotebookInstance + sagemaker:CreatePresignedNotebookInstanceUrl',
  ),
  passing('bishopfox', NOTEBOOKS, 'sagemaker:CreateTrainingJob'),
  passing('bishopfox', NOTEBOOKS, 'sagemaker:CreateProcessingJob'),
  passing('pathfinding', TASKS, 'ecs:CreateCluster + ecs:RegisterTaskDefinition + ecs:CreateService'),
  passing('pathfinding', TASKS, 'ecs:CreateCluster + ecs:RegisterTaskDefinition + ecs:RunTask'),
  passing('pathfinding', TASKS, 'ecs:RegisterTaskDefinition + ecs:CreateService'),
  passing('bishopfox', TASKS, 'ecs:RegisterTaskDefinition + ecs:RunTask'),
  passing('pathfinding', TASKS, 'ecs:RegisterTaskDefinition + ecs:StartTask'),
  passing('hacktricks', TASKS, 'ecs:RegisterTaskDefinition + ecs:UpdateService', { carrier: spareService }),
  passing(
    'pathfinding',
    TASKS,
    'ecs:RegisterContainerInstance + ecs:DeregisterContainerInstance + ecs:StartTask',
    { carrier: task },
  ),
  passing('pathfinding', TASKS, 'ecs:RunTask', { carrier: task }),
  passing('pathfinding', TASKS, 'ecs:StartTask', { carrier: task }),
  passing('pathfinding', 'tasks.apprunner.amazonaws.com', 'apprunner:CreateService'),
  passing('pathfinding', TASKS, 'batch:RegisterJobDefinition + batch:SubmitJob'),
  passing(
    'pathfinding',
    AGENTS,
    'bedrock-agentcore:CreateCodeInterpreter + bedrock-agentcore:StartCodeInterpreterSession + bedrock-agentcore:InvokeCodeInterpreter',
  ),
  passing('hacktricks', 'states.amazonaws.com', 'states:CreateStateMachine + states:StartExecution'),
  passing('hacktricks', 'ssm.amazonaws.com', 'ssm:StartAutomationExecution'),
  passing('hacktricks', 'scheduler.amazonaws.com', 'scheduler:CreateSchedule'),
  passing('hacktricks', EC2, 'elasticmapreduce:RunJobFlow', { carrier: profile }),
  passing(
    'pathfinding',
    'emr-serverless.amazonaws.com',
    'emr-serverless:CreateApplication + emr-serverless:StartJobRun',
  ),
  passing('pathfinding', 'airflow-env.amazonaws.com', 'airflow:CreateEnvironment'),
  passing(
    'pathfinding',
    'amplify.amazonaws.com',
    'amplify:CreateApp + amplify:CreateBranch + amplify:StartJob',
  ),
  passing('pathfinding', 'braket.amazonaws.com', 'braket:CreateJob'),
  passing(
    'pathfinding',
    'kinesisanalytics.amazonaws.com',
    'kinesisanalytics:CreateApplication + kinesisanalytics:StartApplication',
  ),
  passing('pathfinding', 'cognito-identity.amazonaws.com', 'cognito-identity:SetIdentityPoolRoles', {
    carrier: pool,
  }),

  running('rhino', CODE, 'lambda:UpdateFunctionCode', lambda, 'lambda:GetFunction'),
  running(
    'pathfinding',
    CODE,
    'lambda:UpdateFunctionCode + lambda:InvokeFunction',
    lambda,
    'lambda:InvokeFunction',
  ),
  running(
    'pathfinding',
    CODE,
    'lambda:UpdateFunctionCode + lambda:AddPermission',
    lambda,
    'lambda:AddPermission',
  ),
  running('rhino', CODE, 'lambda:UpdateFunctionConfiguration', lambda, 'lambda:GetFunctionConfiguration'),
  running('bishopfox', EC2, 'ssm:SendCommand', instance, 'ssm:ListCommands'),
  running('bishopfox', EC2, 'ssm:StartSession', instance, 'ssm:DescribeSessions'),
  running('bishopfox', EC2, 'ec2-instance-connect:SendSSHPublicKey', instance, 'ec2:DescribeInstances'),
  running(
    'pathfinding',
    EC2,
    'ec2:ModifyInstanceAttribute + ec2:StopInstances + ec2:StartInstances',
    instance,
    'ec2:StopInstances',
    'ec2:StartInstances',
  ),
  running(
    'pathfinding',
    EC2,
    'ec2:CreateLaunchTemplateVersion + ec2:ModifyLaunchTemplate',
    launched,
    'ec2:ModifyLaunchTemplate',
  ),
  running('rhino', 'glue.amazonaws.com', 'glue:UpdateDevEndpoint', endpoint, 'glue:GetDevEndpoint'),
  running('bishopfox', STACKS, 'cloudformation:UpdateStack', () => ({}), 'cloudformation:DescribeStacks'),
  running(
    'pathfinding',
    STACKS,
    'cloudformation:CreateChangeSet + cloudformation:ExecuteChangeSet',
    () => ({}),
    'cloudformation:CreateChangeSet',
  ),
  running(
    'pathfinding',
    STACKS,
    'iam:PassRole + cloudformation:UpdateStackSet',
    stackSet,
    'cloudformation:DescribeStackSet',
  ),
  running('pathfinding', BUILDS, 'codebuild:StartBuild', build, 'codebuild:BatchGetBuilds'),
  running('pathfinding', BUILDS, 'codebuild:StartBuildBatch', build, 'codebuild:BatchGetBuildBatches'),
  running('pathfinding', TASKS, 'ecs:ExecuteCommand + ecs:DescribeTasks', service, 'ecs:DescribeTasks'),
  running(
    'pathfinding',
    'tasks.apprunner.amazonaws.com',
    'apprunner:UpdateService',
    runner,
    'apprunner:DescribeService',
  ),
  running(
    'bishopfox',
    NOTEBOOKS,
    'sagemaker:CreatePresignedNotebookInstanceUrl',
    notebook,
    'sagemaker:DescribeNotebookInstance',
  ),
  running(
    'pathfinding',
    NOTEBOOKS,
    'sagemaker:CreateNotebookInstanceLifecycleConfig + sagemaker:StopNotebookInstance + sagemaker:UpdateNotebookInstance + sagemaker:StartNotebookInstance',
    notebook,
    'sagemaker:StopNotebookInstance',
    'sagemaker:StartNotebookInstance',
  ),
  running(
    'pathfinding',
    AGENTS,
    'bedrock-agentcore:StartCodeInterpreterSession + bedrock-agentcore:InvokeCodeInterpreter',
    interpreter,
    'bedrock-agentcore:StartCodeInterpreterSession',
  ),
  running(
    'hacktricks',
    'states.amazonaws.com',
    'states:UpdateStateMachine + states:StartExecution',
    machine,
    'states:StartExecution',
  ),
  running('pathfinding', TASKS, 'batch:SubmitJob', job, 'batch:DescribeJobs'),
];
