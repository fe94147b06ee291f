import { Stack, Stage } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import type { CfnPipeline } from 'aws-cdk-lib/aws-codepipeline';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as pipelines from 'aws-cdk-lib/pipelines';
import { EncryptedQueue, ReviewedPipeline } from '../../constructs';
import { failureOf, guardedFindings, type Statement, statementsOf, templateOf } from './support';

const role = (stack: Stack, id: string) =>
  new iam.Role(stack, id, { assumedBy: new iam.AccountPrincipal('111122223333') });
const BASE = {
  connectionArn:
    'arn:aws:codeconnections:ap-northeast-1:111122223333:connection/11111111-1111-4111-8111-111111111111',
  repository: 'city/groupware',
  branch: 'main',
};

function build(stack: Stack): ReviewedPipeline {
  const pipeline = new ReviewedPipeline(stack, 'Delivery', {
    ...BASE,
    approvers: [role(stack, 'Approver')],
    committers: [role(stack, 'Committer')],
    checkArguments: '--profile city.yaml',
  });
  const stage = new Stage(stack, 'Production');
  new EncryptedQueue(new Stack(stage, 'System'), 'Notices');
  pipeline.addStage(stage, { pre: [new pipelines.ShellStep('Test', { commands: ['npm test'] })] });
  return pipeline;
}

interface Action {
  readonly Name: string;
  readonly RunOrder: number;
  readonly ActionTypeId: { readonly Category: string; readonly Provider: string };
}

describe('ReviewedPipeline', () => {
  const template = templateOf(build);
  const [pipeline] = Object.values(template.findResources('AWS::CodePipeline::Pipeline'));
  const stages = pipeline!['Properties'].Stages as { Name: string; Actions: Action[] }[];

  test('deploys nothing before somebody has approved it', () => {
    const { Actions: actions } = stages.find(({ Name }) => Name === 'Production')!;
    const approval = actions.find(({ ActionTypeId }) => ActionTypeId.Category === 'Approval')!;
    expect(approval.ActionTypeId.Provider).toBe('Manual');
    const others = actions.filter((action) => action !== approval);
    expect(others.map(({ ActionTypeId }) => ActionTypeId.Category)).toContain('Deploy');
    for (const { RunOrder } of others) expect(RunOrder).toBeGreaterThan(approval.RunOrder);
  });

  test('checks what was synthesized, and keeps the record as an artifact', () => {
    const specs = Object.values(template.findResources('AWS::CodeBuild::Project')).map(({ Properties }) =>
      JSON.stringify(Properties.Source.BuildSpec),
    );
    const synth = specs.find((spec) => spec.includes('cdk synth'))!;
    expect(
      synth.indexOf('jichitai-guardrails check cdk.out --profile city.yaml --format json'),
    ).toBeGreaterThan(synth.indexOf('npx cdk synth'));
    expect(synth).toContain('inspection');
    const { Actions: actions } = stages.find(({ Name }) => Name === 'Build')!;
    expect(JSON.stringify(actions)).toContain('Synth_inspection');
  });

  test('is approved by those who are named, and not by those who commit', () => {
    const byRole = (name: string): Statement[] =>
      Object.values(template.findResources('AWS::IAM::Policy'))
        .filter(({ Properties }) => JSON.stringify(Properties.Roles).includes(name))
        .flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
    expect(byRole('Approver').map(({ Effect, Action }) => [Effect, Action])).toEqual([
      ['Allow', 'codepipeline:PutApprovalResult'],
    ]);
    expect(byRole('Committer').map(({ Effect, Action }) => [Effect, Action])).toEqual([
      ['Deny', 'codepipeline:PutApprovalResult'],
    ]);
  });

  test('cannot approve itself', () => {
    const own = statementsOf(template, 'AWS::IAM::Policy', 'PolicyDocument').filter(
      ({ Effect, Action }) => Effect === 'Allow' && Action.includes('codepipeline:PutApprovalResult'),
    );
    expect(own).toHaveLength(1);
  });

  test('builds without privileges, under its own key, with a log', () => {
    template.allResourcesProperties('AWS::CodeBuild::Project', {
      EncryptionKey: Match.anyValue(),
      Environment: Match.objectLike({ PrivilegedMode: false }),
      LogsConfig: { CloudWatchLogs: Match.objectLike({ Status: 'ENABLED' }) },
    });
  });

  test('is seen by the guardrail once its approval is taken out', () => {
    const rules = guardedFindings((stack) => {
      const { pipeline: made } = build(stack);
      made.buildPipeline();
      const resource = made.pipeline.node.defaultChild as CfnPipeline;
      resource.addPropertyOverride('Stages.3.Actions.0.ActionTypeId', {
        Category: 'Invoke',
        Owner: 'AWS',
        Provider: 'Lambda',
        Version: '1',
      });
    });
    expect(rules).toContain('PipelineHasApproval');
  });

  test('says all that is wrong at once', () => {
    expect(
      failureOf((stack) => {
        const one = role(stack, 'One');
        return new ReviewedPipeline(stack, 'X', {
          ...BASE,
          repository: 'groupware',
          branch: 'release/*',
          approvers: [one],
          committers: [one],
        });
      }),
    ).toMatchInlineSnapshot(`
"ReviewedPipeline at 'Stack/X' cannot be built:
  - \`repository\` must be owner/name, but is 'groupware'
  - \`branch\` must name one branch, but is 'release/*'
  - \`approvers\` must be others than \`committers\`: Stack/One"
`);
    expect(failureOf((stack) => new ReviewedPipeline(stack, 'X', { ...BASE, approvers: [] }))).toContain(
      '`approvers` must name at least one role',
    );
  });
});
