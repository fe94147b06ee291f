import type { Row } from './tables';

/** The pipeline, its projects and its roles. */
export const PIPELINE_SURVIVORS: readonly Row[] = [
  {
    type: 'AWS::CodeBuild::Project',
    path: /^(Cache|Environment\.(ImagePullCredentialsType|PrivilegedMode))$/,
    operators: ['drop'],
    reason: 'equivalent: no cache, images by CodeBuild’s own credentials, and not privileged by default',
  },
  {
    type: 'AWS::CodeBuild::Project',
    path: /^LogsConfig(\.CloudWatchLogs(\.GroupName)?)?$/,
    operators: ['drop'],
    reason:
      'CodeBuild logs to CloudWatch by default, into a group that it makes and that keeps its entries for ever',
  },
  {
    type: 'AWS::CodeBuild::Project',
    path: /^Source\.BuildSpec$/,
    operators: ['drop'],
    reason:
      'AWS refuses it: what comes from a pipeline has no commands otherwise but those of the repository',
  },
  {
    type: 'AWS::CodePipeline::Pipeline',
    path: /^(PipelineType|RestartExecutionOnUpdate)$/,
    operators: ['drop', 'flip'],
    reason: 'how a pipeline is paid for, and whether it starts by itself when it changes',
  },
  {
    type: 'AWS::CodePipeline::Pipeline',
    path: /^Stages\[\*\](\.Actions\[\*\])?$/,
    operators: ['drop-item'],
    reason:
      'without its source, its build or its deployment a pipeline deploys nothing; an approval alone is missed (PipelineHasApproval)',
  },
  {
    type: 'AWS::CodePipeline::Pipeline',
    path: /^Stages\[\*\]\.Actions\[\*\]\.(Configuration|InputArtifacts|OutputArtifacts|RoleArn)/,
    operators: ['drop', 'drop-item'],
    reason: 'AWS refuses it, or the action fails: nothing is deployed then',
  },
  {
    type: 'AWS::CodePipeline::Pipeline',
    path: /^Stages\[\*\]\.Actions\[\*\]\.RunOrder$/,
    operators: ['drop', 'number-zero', 'number-one', 'number-hundredfold'],
    reason:
      'the order of actions, as far as the approval stays before what it approves (PipelineHasApproval); AWS refuses zero and more than 999',
  },
  {
    type: 'AWS::IAM::Policy',
    path: /Statement\[Allow\]$/,
    operators: ['any-resource'],
    subject: /^ReviewedPipeline/,
    reason:
      'reports of tests, logs, tags of artifacts and the approval of the only pipeline: opens no information of residents',
  },
  {
    type: 'AWS::IAM::Policy',
    path: /Statement\[Allow\]\.Condition/,
    operators: ['drop', 'drop-item', 'if-exists'],
    subject: /^ReviewedPipeline/,
    change: /aws-cdk:boo|image-publishing|file-publishing|"deploy"|^ForAnyValue:StringEqualsIfExists$/,
    reason:
      'the right to become a role is nothing without the trust of that role, and those are judged one by one (PipelineDoesNotApproveItself, TrustRequiresMfa)',
  },
  {
    type: /^AWS::(S3::BucketPolicy|KMS::Key)$/,
    path: /Statement\[Allow\]$/,
    operators: ['any-action', 'any-resource'],
    subject: /^ReviewedPipeline/,
    resource: /^DeliveryArtifacts/,
    reason:
      'for roles of the pipeline itself in the own account, whose policies say what they may do; and the policy is about this one bucket or key',
  },
];
