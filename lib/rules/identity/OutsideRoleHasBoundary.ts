import { asked } from '../../analysis/identity/asked';
import { partyOf } from '../../analysis/identity/outside';
import { trustOf } from '../../analysis/identity/trust';
import { Claim } from '../../model/claim';
import { present } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';

export const OutsideRoleHasBoundary = defineRule({
  id: 'OutsideRoleHasBoundary',
  clauses: ['7.2(1)③(ア)', '7.2(1)③(イ)'],
  title: {
    ja: '委託事業者のロールには、権限の上限（アクセス許可の境界）を設ける',
    en: 'Roles of vendors and operators have a permissions boundary',
  },
  why: {
    ja: '境界がなければ、後から付けられたポリシーの一つで、認められた範囲を超える特権を持つ。',
    en: 'Without a boundary one policy that somebody attaches later gives them more than anybody agreed to.',
  },
  fix: {
    ja: 'AWS::IAM::RoleのPermissionsBoundaryに、認めた権限の上限を定めたAWS::IAM::ManagedPolicyを指定してください。',
    en: 'Name in PermissionsBoundary of the AWS::IAM::Role an AWS::IAM::ManagedPolicy that holds the most that was agreed to.',
  },
  cdk: {
    ja: 'VendorAdministratorRoleを用いるか、RoleのpermissionsBoundaryを指定する',
    en: 'VendorAdministratorRole, or permissionsBoundary of Role',
  },
  // The clause asks for few privileges and appointed delegates; a boundary is one way to hold them to it.
  duty: 'should',
  resources: ['AWS::IAM::Role', 'AWS::SSO::PermissionSet'],
  check: (role, { marks }) =>
    asked(
      role.get('PermissionsBoundary').must(present),
      partyOf(role, marks).declaredOutside.and(isWorkedBy(role)),
    ),
});

/** Services by which somebody deploys. What others do by a role, its own program says. */
const DEPLOYS = /^(cloudformation|codebuild|codedeploy|codepipeline)\.amazonaws\.com/;

/** Whether people or pipelines work by a role. */
function isWorkedBy(role: Resource): Claim {
  if (role.type !== 'AWS::IAM::Role') return Claim.HOLDS;
  const { holds, breaks } = Claim.any(
    trustOf(role)
      .ways.filter(({ principal: { kind, text } }) => kind !== 'service' || DEPLOYS.test(text ?? ''))
      .map(({ opens }) => opens),
  );
  return new Claim(holds, breaks);
}
