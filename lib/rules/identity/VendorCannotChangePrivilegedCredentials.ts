import { hasNone } from '../../analysis/identity/administrators';
import { asked } from '../../analysis/identity/asked';
import { CREDENTIAL_ACTIONS } from '../../analysis/identity/credential-actions';
import { describeWay } from '../../analysis/identity/escalation-text';
import { escalationsOf, type Step } from '../../analysis/identity/escalations';
import { IDENTITY_TYPES } from '../../analysis/identity/identities';
import { letsOutsiderIn } from '../../analysis/identity/outside';
import { permissionsOf } from '../../analysis/identity/permissions';
import { isAmong } from '../../analysis/identity/principals';
import { resourceGrants } from '../../analysis/identity/resource-grants';
import { documentAt } from '../../analysis/identity/statements';
import type { Marks } from '../../analysis/marks';
import { Claim } from '../../model/claim';
import type { Resource } from '../../model/resource';
import type { Text } from '../../text';
import { defineRule } from '../define';
import { LIMITED_BY_POLICIES } from '../reliefs';

const SECRET_POLICY = 'AWS::SecretsManager::ResourcePolicy';

export const VendorCannotChangePrivilegedCredentials = defineRule({
  id: 'VendorCannotChangePrivilegedCredentials',
  clauses: ['7.2(1)③(エ)'],
  title: {
    ja: '委託事業者等は、特権を付与されたID及びパスワードを変更する権限を持たない',
    en: 'Vendors and operators have no right to change privileged ids and passwords',
  },
  why: {
    ja: '委託事業者が特権IDや信頼関係を変更できると、契約の範囲を超えた権限を自らに与え、又は市の管理者を締め出すことができる。',
    en: 'A vendor that can change privileged ids or trust can give itself rights beyond its contract, or lock the administrators of the city out.',
  },
  fix: {
    ja: '当該操作をAllow文から除くか、ResourceをワイルドカードとするConditionのないDeny文で拒否するか、PermissionsBoundaryで許可範囲から外してください。"iam:*"などのワイルドカードやNotActionによる許可にも注意してください。他のロールに至る経路（iam:PassRole、lambda:UpdateFunctionCodeなど）が示された場合は、Resourceを弱いロールや関数に限るか、行き先のロールの権限を減らしてください。',
    en: 'Take these actions out of the Allow statements, deny them in a statement with Resource "*" and no condition, or leave them out of a PermissionsBoundary; mind wildcards such as "iam:*" and NotAction. Where a way over another role is shown (iam:PassRole, lambda:UpdateFunctionCode …), narrow Resource to roles or functions that are weak, or take the rights from the role at its end.',
  },
  cdk: {
    ja: 'VendorAdministratorRoleを用いる',
    en: 'use VendorAdministratorRole',
  },
  relievedBy: [LIMITED_BY_POLICIES],
  resources: [...IDENTITY_TYPES, SECRET_POLICY],
  check: (identity, { marks }) => {
    if (identity.type === SECRET_POLICY) return secretPolicy(identity, marks);
    const rights = hasNone(permissionsOf(identity, marks.facts).allowed(CREDENTIAL_ACTIONS), REQUIRED);
    // Whoever may do it itself need not be told over which other id, too.
    if (rights.breaks.isAlways) return asked(rights, letsOutsiderIn(identity, marks));
    const outside = letsOutsiderIn(identity, marks);
    return outside.breaks.isAlways ? Claim.HOLDS : asked(rights.and(escalates(identity, marks)), outside);
  },
});

const REQUIRED: Text = {
  ja: '特権ID、パスワード及び権限を変更する操作を許可しないこと',
  en: 'without actions that change privileged ids, their passwords or their rights',
};

/** What changes the value of a secret, or who may do so. */
const WRITING = [
  'secretsmanager:PutSecretValue',
  'secretsmanager:UpdateSecret',
  'secretsmanager:UpdateSecretVersionStage',
  'secretsmanager:RotateSecret',
  'secretsmanager:PutResourcePolicy',
];

/** Says that the policy of a secret lets no outside party write it: within an account that alone is enough. */
function secretPolicy(policy: Resource, marks: Marks): Claim {
  const document = documentAt(policy.get('ResourcePolicy'), policy);
  return Claim.all(
    resourceGrants(document, policy).map(({ principal, at, may }) => {
      const { resource, account, shown } = principal;
      const writes = Claim.any(
        WRITING.map((action) =>
          resource === undefined
            ? may(action)
            : may(action).and(permissionsOf(resource, marks.facts).denies(action).not()),
        ),
      );
      if (writes.breaks.isAlways) return Claim.HOLDS;
      const outside =
        resource !== undefined
          ? letsOutsiderIn(resource, marks)
          : isAmong(account, marks.facts.outsideAccounts, policy.template)
            ? Claim.HOLDS
            : Claim.BREAKS;
      return asked(
        new Claim(writes.breaks, writes.holds).explained(at.path, shown, OF_THE_CITY, at.at),
        outside,
      );
    }),
  );
}

const OF_THE_CITY: Text = {
  ja: '委託事業者等でないプリンシパル、又はシークレットを書き換えない操作',
  en: "principals that are no vendor's, or actions that do not write the secret",
};

/** Says that an id does not come by such rights over another one. */
function escalates(identity: Resource, marks: Marks): Claim {
  // A role that lets outside parties in is judged itself.
  const isJudged = ({ role, over }: Step) =>
    over === undefined && role !== undefined && !letsOutsiderIn(role, marks).holds.isNever;
  const ways = escalationsOf(
    identity,
    marks.facts,
    (step) => step.path.gains.kind === 'role' && isJudged(step),
  );
  return Claim.all(
    ways.slice(0, MOST_WAYS).map(({ steps, actions, open }) => {
      const by = steps[0]?.by?.grant;
      return open.not().explained(by?.path ?? '', describeWay(steps, actions), REQUIRED, by?.at);
    }),
  );
}

/** More ways than this help nobody. */
const MOST_WAYS = 3;
