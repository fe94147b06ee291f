import { namesOf } from '../../analysis/identity/administrators';
import { givingOf } from '../../analysis/identity/giving-rights';
import { IDENTITY_TYPES } from '../../analysis/identity/identities';
import { Claim } from '../../model/claim';
import { defineRule } from '../define';

export const DelegatedRoleCreationKeepsBoundary = defineRule({
  id: 'DelegatedRoleCreationKeepsBoundary',
  clauses: ['7.2(1)③(ア)', '7.2(1)③(イ)'],
  title: {
    ja: 'ロール等に権限を付与する権限は、アクセス許可の境界を条件とする',
    en: 'Who may give rights to roles and users may do so within a permissions boundary only',
  },
  why: {
    ja: '任意のロールに任意のポリシーを付けられる者は、自ら管理者を作ることができ、指名も承認も経ずに特権を得る。',
    en: 'Whoever can attach any policy to any role can make an administrator, and so has privileges that nobody appointed them to.',
  },
  fix: {
    ja: 'iam:AttachRolePolicy、iam:PutRolePolicy等を許可する文のConditionに、StringEquals: { iam:PermissionsBoundary: 境界とするポリシーのARN }を指定するか、Resourceを特定のロールに限ってください。認められた管理者は、プロファイルのallowedAdministratorsに記載します。',
    en: 'Give the statement that allows iam:AttachRolePolicy, iam:PutRolePolicy and the like the Condition StringEquals: { iam:PermissionsBoundary: ARN of the policy that serves as boundary }, or narrow Resource to certain roles; name approved administrators under allowedAdministrators of the profile.',
  },
  cdk: {
    ja: 'PolicyStatementのconditionsに境界を指定するか、resourcesにroleArnを列挙する',
    en: 'the boundary in conditions of PolicyStatement, or the roleArn of certain roles in its resources',
  },
  resources: IDENTITY_TYPES,
  check: (identity, { profile, marks }) =>
    namesOf(identity).some((name) => profile.allowedAdministrators.includes(name))
      ? Claim.HOLDS
      : Claim.all(
          givingOf(identity, marks.facts).map(({ path, at, opens }) =>
            opens.not().explained(
              path,
              {
                ja: '任意のロール又は利用者に任意の権限を付与することの許可',
                en: 'a right to give any role or user any rights',
              },
              { ja: 'アクセス許可の境界の範囲内に限った許可', en: 'limited by a permissions boundary' },
              at,
            ),
          ),
        ),
});
