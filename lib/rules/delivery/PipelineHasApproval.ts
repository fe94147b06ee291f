import { asked } from '../../analysis/identity/asked';
import { bare, UNDETERMINED } from '../../analysis/network/alternatives';
import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { equals } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { asNumber } from '../../model/value';
import { defineRule } from '../define';

export const PipelineHasApproval = defineRule({
  id: 'PipelineHasApproval',
  clauses: ['7.1(4)③'],
  title: {
    ja: '運用環境への配備は、パイプラインの中で他の者が承認する',
    en: 'Pipelines deploy to production only after somebody else has approved it',
  },
  why: {
    ja: '承認のないパイプラインでは、一人の誤り又は悪意がそのまま運用環境に届く。',
    en: 'Without an approval the mistake, or the malice, of one person goes straight to production.',
  },
  fix: {
    ja: 'AWS::CodePipeline::Pipelineの最後の配備（CategoryがDeployの操作）より前に、ActionTypeIdをCategory: Approval、Provider: Manualとした操作を加えてください。',
    en: 'Before the last deployment (an action of the Category Deploy) of the AWS::CodePipeline::Pipeline add an action whose ActionTypeId has Category: Approval and Provider: Manual.',
  },
  cdk: {
    ja: 'addStageのpreに、CDK PipelinesのManualApprovalStep（CodePipelineではManualApprovalAction）を加える',
    en: 'ManualApprovalStep in pre of addStage (CDK Pipelines), or ManualApprovalAction',
  },
  resources: ['AWS::CodePipeline::Pipeline'],
  check: (pipeline, { marks }) =>
    asked(approvedBeforeLastDeployment(pipeline), marks.is(pipeline, 'environment', 'production')),
});

interface Action {
  readonly field: Field;
  /** Actions run stage by stage, and within one by their number. */
  readonly order: readonly [stage: number, run: number | undefined];
}

function approvedBeforeLastDeployment(pipeline: Resource): Claim {
  const stages = pipeline.get('Stages');
  const { known, open } = stages.items();
  const actions = known.flatMap((stage, index) =>
    stage
      .get('Actions')
      .items()
      .known.map((field): Action => {
        const run = asNumber(field.get('RunOrder').orDefault(1).literal ?? null);
        return { field, order: [index, run] };
      }),
  );
  const mayBeMore = open.length > 0 || known.some((stage) => stage.get('Actions').items().open.length > 0);
  const deployments = actions.filter(({ field }) => !deploys(field).breaks.isAlways);
  // What only builds deploys nothing; a build that deploys by a command of its own cannot be seen.
  if (deployments.length === 0) return mayBeMore ? UNDETERMINED : Claim.HOLDS;
  const isApproval = ({ field }: Action) => isOf(field, 'Approval').and(field.present);
  const isDeployment = ({ field }: Action) => deploys(field).and(field.present);
  // Each deployment has an approval before it, or is not the last one. Which stages there are may depend on a condition.
  const approved = Claim.all(
    deployments.map((deployment) =>
      Claim.any([
        ...actions.map((action) => after(deployment, action).and(isApproval(action))),
        ...deployments.map((other) => after(other, deployment).and(isDeployment(other))),
      ]).onlyIf(isDeployment(deployment)),
    ),
  );
  return (mayBeMore ? approved.or(UNDETERMINED) : approved).explained(
    'Stages',
    { ja: '承認のない配備', en: 'a deployment without an approval before it' },
    { ja: '最後の配備より前の承認（Manual）', en: 'a manual approval before the last deployment' },
    stages.at,
  );
}

function isOf(action: Field, category: string): Claim {
  return action.get('ActionTypeId.Category').must(equals(category));
}

/** A change set that is prepared changes nothing until it is carried out. */
function deploys(action: Field): Claim {
  const prepares = action.get('Configuration.ActionMode').orDefault('').must(equals('CHANGE_SET_REPLACE'));
  return isOf(action, 'Deploy').and(prepares.not());
}

function after({ order: [stage, run] }: Action, { order: [otherStage, otherRun] }: Action): Claim {
  if (stage !== otherStage) return bare(stage > otherStage ? 'holds' : 'breaks');
  if (run === undefined || otherRun === undefined) return UNDETERMINED;
  return bare(run > otherRun ? 'holds' : 'breaks');
}
