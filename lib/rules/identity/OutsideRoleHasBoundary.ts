import { asked } from '../../analysis/identity/asked';
import { partyOf } from '../../analysis/identity/outside';
import { present } from '../../model/requirement';
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
    ja: 'VendorAdministratorRole、又はRoleのpermissionsBoundary',
    en: 'VendorAdministratorRole, or permissionsBoundary of Role',
  },
  // The clause asks for few privileges and appointed delegates; a boundary is one way to hold them to it.
  duty: 'should',
  resources: ['AWS::IAM::Role', 'AWS::SSO::PermissionSet'],
  check: (role, { marks }) =>
    asked(role.get('PermissionsBoundary').must(present), partyOf(role, marks).declaredOutside),
});
