import { namesOf } from '../../analysis/identity/administrators';
import { CREDENTIAL_ACTIONS } from '../../analysis/identity/credential-actions';
import { IDENTITY_TYPES, managedPoliciesOf } from '../../analysis/identity/identities';
import { permissionsOf } from '../../analysis/identity/permissions';
import { Claim } from '../../model/claim';
import { type Requirement, satisfying } from '../../model/requirement';
import { defineRule } from '../define';

/** Policies of AWS that make an administrator, by what follows `policy/` in their ARN. */
const ADMINISTRATOR_POLICIES = [
  'AdministratorAccess',
  'AdministratorAccess-Amplify',
  'AWSOrganizationsFullAccess',
  'AWSSSODirectoryAdministrator',
  'AWSSSOMasterAccountAdministrator',
  'AWSSSOMemberAccountAdministrator',
  'IAMFullAccess',
  'PowerUserAccess',
];

const noAdministratorPolicy: Requirement = satisfying(
  { ja: '管理者権限を付与するAWS管理ポリシー以外', en: 'no AWS managed policy that makes an administrator' },
  (value) => {
    if (value.kind === 'known') {
      const name = /^arn:aws[a-z-]*:iam::aws:policy\/(.*)$/.exec(String(value.value))?.[1];
      return name !== undefined && ADMINISTRATOR_POLICIES.includes(name) ? 'breaks' : 'holds';
    }
    // A policy of the deployment is judged by its content.
    if (value.kind === 'reference' && value.resource.type === 'AWS::IAM::ManagedPolicy') return 'holds';
    if (value.kind === 'text') {
      const [first] = value.parts;
      const ofAccount = typeof first === 'string' && /^arn:aws[a-z-]*:iam::\d{12}:/.test(first);
      return ofAccount || isBuiltFromOwnAccount(value.parts) ? 'holds' : 'undetermined';
    }
    return value.kind === 'absent' ? 'holds' : 'undetermined';
  },
);

function isBuiltFromOwnAccount(parts: readonly unknown[]): boolean {
  const [first, second] = parts as readonly ({ variable?: { name: string } } | string | undefined)[];
  return (
    first === 'arn:aws:iam::' && typeof second === 'object' && second?.variable?.name === 'AWS::AccountId'
  );
}

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
  resources: IDENTITY_TYPES,
  check: (identity, { profile }) => {
    const claim = managedPoliciesOf(identity).every((arn) => arn.must(noAdministratorPolicy));
    if (
      claim.holds.isAlways ||
      namesOf(identity).some((name) => profile.allowedAdministrators.includes(name))
    ) {
      return Claim.HOLDS;
    }
    const permissions = permissionsOf(identity);
    const bounded = Claim.all(IAM_ACTIONS.map((action) => permissions.withinBoundary(action).not()));
    return claim.or(bounded);
  },
});
