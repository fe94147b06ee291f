import { withEvidence } from '../../analysis/evidence';
import { noAdministratorPolicy } from '../../analysis/identity/administrator-policies';
import { isAdministrator, namesOf } from '../../analysis/identity/administrators';
import { CREDENTIAL_ACTIONS } from '../../analysis/identity/credential-actions';
import { IDENTITY_TYPES, managedPoliciesOf } from '../../analysis/identity/identities';
import { permissionsOf } from '../../analysis/identity/permissions';
import { Claim } from '../../model/claim';
import { defineRule } from '../define';
import { LIMITED_BY_POLICIES } from '../reliefs';

const IAM_ACTIONS = CREDENTIAL_ACTIONS.filter((action) => action.startsWith('iam:'));

export const AdministratorPoliciesAllowlisted = defineRule({
  id: 'AdministratorPoliciesAllowlisted',
  clauses: ['7.2(1)③(ア)', '7.2(1)①'],
  title: {
    ja: '管理者権限を付与するAWS管理ポリシーは、認められた者以外に付与しない',
    en: 'AWS managed policies that make administrators are attached to nobody but those who are allowed to be',
  },
  why: {
    ja: '管理者の権限を持つロールが増えるほど、一つの認証情報の漏えいで全てのシステムの設定とデータを失うおそれが増し、誰が管理者かも把握できなくなる。',
    en: 'The more roles are administrators, the likelier one leaked credential costs the city all systems and data, and the less anyone knows who they are.',
  },
  fix: {
    ja: 'ManagedPolicyArns（AWS::SSO::PermissionSetではManagedPolicies）からAdministratorAccess、PowerUserAccess、IAMFullAccessなどを外し、必要な権限だけを持つポリシーに替えるか、IAMの権限を変更できないPermissionsBoundaryを指定してください。認められた管理者は、プロファイルのallowedAdministratorsに記載します。',
    en: 'Replace AdministratorAccess, PowerUserAccess, IAMFullAccess and the like in ManagedPolicyArns (ManagedPolicies of AWS::SSO::PermissionSet) by a policy with the rights that are needed. Or set a PermissionsBoundary that leaves no way to change rights in IAM. Name approved administrators under allowedAdministrators of the profile.',
  },
  cdk: {
    ja: "RoleのmanagedPoliciesからManagedPolicy.fromAwsManagedPolicyName('AdministratorAccess')等を外し、grantメソッドを用いる",
    en: "take ManagedPolicy.fromAwsManagedPolicyName('AdministratorAccess') and the like out of managedPolicies of Role, and use grant methods",
  },
  relievedBy: [LIMITED_BY_POLICIES],
  resources: IDENTITY_TYPES,
  check: (identity, { marks, profile }) => {
    const claim = managedPoliciesOf(identity).every((arn) => arn.must(noAdministratorPolicy));
    if (
      claim.holds.isAlways ||
      namesOf(identity).some((name) => profile.allowedAdministrators.includes(name))
    ) {
      return Claim.HOLDS;
    }
    const permissions = permissionsOf(identity, marks.facts);
    const bounded = Claim.all(IAM_ACTIONS.map((action) => permissions.withinBoundary(action).not()));
    // Denied what administrators do, one that has such a policy is none.
    return claim.or(bounded).or(withEvidence(isAdministrator(identity, marks.facts).not(), []));
  },
});
