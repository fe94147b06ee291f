import { permissionsOf } from '../../analysis/identity/permissions';
import { trustOf } from '../../analysis/identity/trust';
import { UNDETERMINED } from '../../analysis/network/alternatives';
import { Claim } from '../../model/claim';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';

/** Rights by which an approval is given or passed over. */
const APPROVE = [
  'codepipeline:PutApprovalResult',
  'codepipeline:OverrideStageCondition',
  'codecommit:UpdatePullRequestApprovalState',
  'codecommit:OverridePullRequestApprovalRules',
];
const RUNS = /^(codepipeline|codebuild)\.amazonaws\.com/;

export const PipelineDoesNotApproveItself = defineRule({
  id: 'PipelineDoesNotApproveItself',
  clauses: ['7.1(4)③', '2(8)①'],
  title: {
    ja: 'パイプラインのロールは、自らの変更を承認する権限を持たない',
    en: 'Roles of pipelines may not approve what the pipelines deploy',
  },
  why: {
    ja: 'パイプラインの定義を変えられる者が、その権限で自分の変更を承認できてしまう。',
    en: 'Whoever can change what the pipeline runs would approve the change by its rights.',
  },
  fix: {
    ja: 'codepipeline.amazonaws.com又はcodebuild.amazonaws.comが引き受けるロールから、codepipeline:PutApprovalResult、codepipeline:OverrideStageCondition、codecommit:UpdatePullRequestApprovalState及びcodecommit:OverridePullRequestApprovalRulesを除いてください。',
    en: 'Take codepipeline:PutApprovalResult, codepipeline:OverrideStageCondition, codecommit:UpdatePullRequestApprovalState and codecommit:OverridePullRequestApprovalRules from roles that codepipeline.amazonaws.com or codebuild.amazonaws.com assumes.',
  },
  cdk: {
    ja: 'addToRolePolicyに必要な操作だけを記載する',
    en: 'only the actions that are needed in addToRolePolicy',
  },
  resources: ['AWS::IAM::Role'],
  check: (role, { marks }) => {
    const runs = ofPipeline(role);
    if (runs.breaks.isAlways) return Claim.HOLDS;
    const { holds, breaks } = permissionsOf(role, marks.facts).allowsAny(APPROVE).not().onlyIf(runs);
    return new Claim(holds, breaks).explained(
      'Policies',
      { ja: '承認の権限', en: 'rights to approve' },
      { ja: '承認の権限を持たないこと', en: 'no right to approve' },
      role.at,
    );
  },
});

function ofPipeline(role: Resource): Claim {
  const { holds, breaks } = Claim.any(
    trustOf(role)
      .ways.filter(({ principal: { kind, text } }) =>
        kind === 'service' ? RUNS.test(text ?? '') || text === undefined : kind === 'unknown',
      )
      .map(({ opens, principal }) => (principal.text === undefined ? opens.and(UNDETERMINED) : opens)),
  );
  return new Claim(holds, breaks);
}
