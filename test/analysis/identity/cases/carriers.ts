import { document, permit, serviceTrust } from '../../../accuracy/iam-pieces';
import { att, ref, res, sub } from '../../../accuracy/support';

// What runs as a role of the template, by the role's logical id; and what runs as none, for a role to be passed to.

export const profile = (role: string) => ({
  Profile: res('AWS::IAM::InstanceProfile', { Roles: [ref(role)] }),
});
export const instance = (role: string) => ({
  ...profile(role),
  Server: res('AWS::EC2::Instance', { ImageId: 'ami-0a1b2c3d4e5f67890', IamInstanceProfile: ref('Profile') }),
});
export const launched = (role: string) => ({
  ...profile(role),
  Launch: res('AWS::EC2::LaunchTemplate', {
    LaunchTemplateData: { IamInstanceProfile: { Arn: att('Profile', 'Arn') } },
  }),
  Servers: res('AWS::AutoScaling::AutoScalingGroup', {
    MinSize: '1',
    MaxSize: '2',
    LaunchTemplate: { LaunchTemplateId: ref('Launch'), Version: att('Launch', 'DefaultVersionNumber') },
  }),
});
export const lambda = (role: string) => ({
  Function: res('AWS::Lambda::Function', {
    Role: att(role, 'Arn'),
    Handler: 'i.h',
    Runtime: 'nodejs22.x',
    Code: { ZipFile: '' },
  }),
});
export const task = (role: string) => ({
  Task: res('AWS::ECS::TaskDefinition', {
    TaskRoleArn: att(role, 'Arn'),
    ContainerDefinitions: [{ Name: 'a', Image: 'a' }],
  }),
});
export const service = (role: string) => ({
  ...task(role),
  Service: res('AWS::ECS::Service', { TaskDefinition: ref('Task'), EnableExecuteCommand: true }),
});
export const build = (role: string) => ({
  Build: res('AWS::CodeBuild::Project', {
    ServiceRole: att(role, 'Arn'),
    Artifacts: { Type: 'NO_ARTIFACTS' },
    Environment: {
      Type: 'LINUX_CONTAINER',
      ComputeType: 'BUILD_GENERAL1_SMALL',
      Image: 'aws/codebuild/standard:7.0',
    },
    Source: { Type: 'NO_SOURCE', BuildSpec: '{}' },
  }),
});
export const notebook = (role: string) => ({
  Notebook: res('AWS::SageMaker::NotebookInstance', {
    RoleArn: att(role, 'Arn'),
    InstanceType: 'ml.t3.medium',
  }),
});
export const endpoint = (role: string) => ({
  Endpoint: res('AWS::Glue::DevEndpoint', { RoleArn: att(role, 'Arn') }),
});
export const runner = (role: string) => ({
  Runner: res('AWS::AppRunner::Service', {
    SourceConfiguration: {
      ImageRepository: { ImageIdentifier: 'public.ecr.aws/x/y:1', ImageRepositoryType: 'ECR_PUBLIC' },
    },
    InstanceConfiguration: { InstanceRoleArn: att(role, 'Arn') },
  }),
});
export const interpreter = (role: string) => ({
  Interpreter: res('AWS::BedrockAgentCore::CodeInterpreterCustom', {
    Name: 'c',
    ExecutionRoleArn: att(role, 'Arn'),
    NetworkConfiguration: { NetworkMode: 'SANDBOX' },
  }),
});
export const machine = (role: string) => ({
  Machine: res('AWS::StepFunctions::StateMachine', { RoleArn: att(role, 'Arn'), DefinitionString: '{}' }),
});
export const job = (role: string) => ({
  Job: res('AWS::Batch::JobDefinition', {
    Type: 'container',
    ContainerProperties: { Image: 'a', JobRoleArn: att(role, 'Arn') },
  }),
});
export const stackSet = (role: string) => ({
  Set: res('AWS::CloudFormation::StackSet', {
    StackSetName: 's',
    PermissionModel: 'SELF_MANAGED',
    AdministrationRoleARN: att(role, 'Arn'),
  }),
});
export const pool = () => ({
  Pool: res('AWS::Cognito::IdentityPool', { AllowUnauthenticatedIdentities: true }),
});
export const saml = () => ({
  Saml: res('AWS::IAM::SAMLProvider', { Name: 'Staff', SamlMetadataDocument: sub('${AWS::StackName}') }),
});

/** A server without a role, and a profile for one. */
export const spareServer = (role: string) => ({
  ...profile(role),
  Server: res('AWS::EC2::Instance', { ImageId: 'ami-0a1b2c3d4e5f67890' }),
});
/** A service whose tasks have no role. */
export const spareService = () => ({
  Task: res('AWS::ECS::TaskDefinition', { ContainerDefinitions: [{ Name: 'a', Image: 'a' }] }),
  Service: res('AWS::ECS::Service', { TaskDefinition: ref('Task') }),
});
/** A job that reads open files. */
export const spareJob = () => ({
  Reader: res('AWS::IAM::Role', {
    AssumeRolePolicyDocument: serviceTrust('glue.amazonaws.com'),
    Policies: [
      { PolicyName: 'read', PolicyDocument: document(permit('s3:GetObject', 'arn:aws:s3:::juki-open/*')) },
    ],
  }),
  Etl: res('AWS::Glue::Job', {
    Role: att('Reader', 'Arn'),
    Command: { Name: 'glueetl', ScriptLocation: 's3://juki-open/etl.py' },
  }),
});
