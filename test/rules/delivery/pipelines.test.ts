import { PipelineDoesNotApproveItself } from '../../../lib/rules/delivery/PipelineDoesNotApproveItself';
import { PipelineHasApproval } from '../../../lib/rules/delivery/PipelineHasApproval';
import { ruleCases } from '../../helpers/rule-cases';
import { ENV, make, ref } from '../network/pieces';

const action = (Category: unknown, Provider: string, RunOrder?: number) => ({
  Name: `${Provider}`,
  ActionTypeId: { Category, Owner: 'AWS', Provider, Version: '1' },
  ...(RunOrder === undefined ? {} : { RunOrder }),
});
const SOURCE = { Name: 'Source', Actions: [action('Source', 'CodeCommit')] };
const BUILD = { Name: 'Build', Actions: [action('Build', 'CodeBuild')] };
const DEPLOY = { Name: 'Deploy', Actions: [action('Deploy', 'CloudFormation')] };
const APPROVE = { Name: 'Approve', Actions: [action('Approval', 'Manual')] };
const pipeline = (Stages: unknown, environment: string | undefined = 'production') =>
  make('AWS::CodePipeline::Pipeline', {
    RoleArn: 'arn',
    Stages,
    ...(environment === undefined ? {} : { Tags: [{ Key: 'jichitai:environment', Value: environment }] }),
  });

ruleCases(PipelineHasApproval, [
  {
    name: 'accepts an approval before the deployment',
    expect: 'compliant',
    example: true,
    resources: { Pipeline: pipeline([SOURCE, BUILD, APPROVE, DEPLOY]) },
  },
  {
    name: 'refuses a deployment that nobody approves',
    expect: 'violation',
    example: true,
    resources: { Pipeline: pipeline([SOURCE, BUILD, DEPLOY]) },
  },
  {
    name: 'refuses an approval after the deployment',
    expect: 'violation',
    resources: { Pipeline: pipeline([SOURCE, DEPLOY, APPROVE]) },
  },
  {
    name: 'accepts an approval within the stage, before the deployment',
    expect: 'compliant',
    resources: {
      Pipeline: pipeline([
        SOURCE,
        { Name: 'Deploy', Actions: [action('Deploy', 'CloudFormation', 2), action('Approval', 'Manual', 1)] },
      ]),
    },
  },
  {
    name: 'refuses an approval beside the deployment',
    expect: 'violation',
    resources: {
      Pipeline: pipeline([
        SOURCE,
        { Name: 'Deploy', Actions: [action('Approval', 'Manual'), action('Deploy', 'CloudFormation')] },
      ]),
    },
  },
  {
    name: 'takes a change set that is only prepared for no deployment',
    expect: 'violation',
    resources: {
      Pipeline: pipeline([
        SOURCE,
        {
          Name: 'Deploy',
          Actions: [
            action('Approval', 'Manual', 1),
            { ...action('Deploy', 'CloudFormation', 2), Configuration: { ActionMode: 'CHANGE_SET_REPLACE' } },
            { ...action('Deploy', 'CloudFormation', 1), Configuration: { ActionMode: 'CHANGE_SET_EXECUTE' } },
          ],
        },
      ]),
    },
  },
  {
    name: 'accepts a change set that is prepared beside the approval, and carried out after it',
    expect: 'compliant',
    resources: {
      Pipeline: pipeline([
        SOURCE,
        {
          Name: 'Deploy',
          Actions: [
            action('Approval', 'Manual', 1),
            { ...action('Deploy', 'CloudFormation', 1), Configuration: { ActionMode: 'CHANGE_SET_REPLACE' } },
            { ...action('Deploy', 'CloudFormation', 2), Configuration: { ActionMode: 'CHANGE_SET_EXECUTE' } },
          ],
        },
      ]),
    },
  },
  {
    name: 'accepts a deployment for tests before the approval',
    expect: 'compliant',
    resources: { Pipeline: pipeline([SOURCE, { ...DEPLOY, Name: 'Test' }, APPROVE, DEPLOY]) },
  },
  {
    name: 'asks nothing of a pipeline that deploys nothing',
    expect: 'compliant',
    resources: { Pipeline: pipeline([SOURCE, BUILD]) },
  },
  {
    name: 'asks nothing of a pipeline for development',
    expect: 'compliant',
    resources: { Pipeline: pipeline([SOURCE, DEPLOY], 'development') },
  },
  {
    name: 'cannot tell where the environment is not declared',
    expect: 'undetermined',
    resources: { Pipeline: make('AWS::CodePipeline::Pipeline', { Stages: [SOURCE, DEPLOY] }) },
  },
  {
    name: 'does not know stages that are a parameter',
    expect: 'undetermined',
    template: {
      Parameters: { Stages: { Type: 'CommaDelimitedList' } },
      Resources: { Pipeline: pipeline(ref('Stages')) },
    },
  },
  {
    name: 'names the condition under which nobody approves',
    expect: 'violation',
    message: /when Env is "test"/,
    template: {
      ...ENV,
      Resources: {
        Pipeline: pipeline([SOURCE, { 'Fn::If': ['Production', APPROVE, { Ref: 'AWS::NoValue' }] }, DEPLOY]),
      },
    },
  },
]);

const role = (Service: unknown, ...Action: unknown[]) =>
  make('AWS::IAM::Role', {
    AssumeRolePolicyDocument: {
      Statement: [{ Effect: 'Allow', Principal: { Service }, Action: 'sts:AssumeRole' }],
    },
    Policies: [
      { PolicyName: 'p', PolicyDocument: { Statement: [{ Effect: 'Allow', Action, Resource: '*' }] } },
    ],
  });

ruleCases(PipelineDoesNotApproveItself, [
  {
    name: 'accepts a role that starts builds',
    expect: 'compliant',
    example: true,
    resources: { Role: role('codepipeline.amazonaws.com', 'codebuild:StartBuild') },
  },
  {
    name: 'refuses a role that may approve',
    expect: 'violation',
    example: true,
    resources: { Role: role('codebuild.amazonaws.com', 'codepipeline:PutApprovalResult') },
  },
  {
    name: 'reads wildcards',
    expect: 'violation',
    resources: { Role: role('codepipeline.amazonaws.com', 'codecommit:*') },
  },
  {
    name: 'asks nothing of the role of people who approve',
    expect: 'compliant',
    resources: {
      Role: make('AWS::IAM::Role', {
        AssumeRolePolicyDocument: {
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::111122223333:root' },
              Action: 'sts:AssumeRole',
            },
          ],
        },
        Policies: [
          {
            PolicyName: 'p',
            PolicyDocument: {
              Statement: [{ Effect: 'Allow', Action: 'codepipeline:PutApprovalResult', Resource: '*' }],
            },
          },
        ],
      }),
    },
  },
  {
    name: 'does not know an action that is a parameter',
    expect: 'undetermined',
    template: {
      Parameters: { Action: { Type: 'String' } },
      Resources: { Role: role('codebuild.amazonaws.com', ref('Action')) },
    },
  },
]);
