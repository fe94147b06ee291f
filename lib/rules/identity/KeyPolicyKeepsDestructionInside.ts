import { withEvidence } from '../../analysis/evidence';
import { asked } from '../../analysis/identity/asked';
import { outsiderCanBecome } from '../../analysis/identity/outside';
import { isAmong, type Principal, principalsOf } from '../../analysis/identity/principals';
import { coversNamed, documentAt } from '../../analysis/identity/statements';
import { UNDETERMINED } from '../../analysis/network/alternatives';
import { allows, denies, type Statement, statement, statementsOf } from '../../analysis/policy-document';
import { Claim } from '../../model/claim';
import type { Field, Items } from '../../model/field';
import { ALWAYS, NEVER } from '../../model/guard';
import { absent } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import type { Template } from '../../model/template';
import type { Text } from '../../text';
import { type Context, defineRule } from '../define';

const REQUIRED: Text = {
  ja: '本市のアカウントの、委託事業者等でないプリンシパル',
  en: "principals of the city's own account that are no vendor's",
};

export const KeyPolicyKeepsDestructionInside = defineRule({
  id: 'KeyPolicyKeepsDestructionInside',
  clauses: ['9.2(7)③', '7.1(16)②'],
  title: {
    ja: 'KMSキーのポリシーは、委託事業者等及び他のアカウントに鍵の廃棄を許さない',
    en: 'Policies of KMS keys let no vendor and no other account destroy the key',
  },
  why: {
    ja: '鍵を廃棄できる外部の者は、住民情報の全てを一つの操作で失わせることができる。',
    en: 'An outside party that can destroy the key can take all records of residents away by one call.',
  },
  fix: {
    ja: 'KeyPolicyの、外部のアカウント又はロールに許可する文のActionから、kms:*、kms:ScheduleKeyDeletion及びkms:PutKeyPolicyを除き、使用に要するkms:Decrypt等に限ってください。',
    en: 'In statements of KeyPolicy for outside accounts or roles, take kms:*, kms:ScheduleKeyDeletion and kms:PutKeyPolicy out of Action, and leave what use needs, such as kms:Decrypt.',
  },
  cdk: {
    ja: 'grantAdminに代えてgrantEncryptDecrypt又はgrantDecryptを用いる',
    en: 'grantEncryptDecrypt or grantDecrypt in place of grantAdmin',
  },
  resources: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
  check: (key, context) => {
    const statements = statementsOf(documentAt(key.get('KeyPolicy'), key));
    const denied = denialsOf(statements, key.template);
    return statements.every((field) => {
      const so = statement(field);
      const allowed = allows(so);
      const rights = DESTROYING.map((action) => ({ action, given: allowed.and(coversNamed(so, action)) }));
      if (rights.every(({ given }) => given.breaks.isAlways)) return Claim.HOLDS;
      return Claim.all(
        principalsOf(so.principal, key.template).known.map((principal) => {
          const destroys = Claim.any(
            rights.map(({ action, given }) => given.and(isDenied(principal, action, denied).not())),
          );
          return isInside(principal, so.principal, key, context).onlyIf(
            destroys.and(Claim.when(principal.when)),
          );
        }),
      );
    });
  },
});

/** Who may change the policy can give itself the right to destroy, and take a denial away. */
const DESTROYING = ['kms:ScheduleKeyDeletion', 'kms:PutKeyPolicy'] as const;

interface Denial {
  readonly so: Statement;
  readonly holds: Claim;
  readonly principal: Principal;
}

/** Whom a policy denies something without a condition. */
function denialsOf(statements: Items, template: Template): readonly Denial[] {
  return statements.known.flatMap((field) => {
    const so = statement(field);
    const holds = denies(so).and(so.condition.must(absent)).and(Claim.when(field.given));
    if (holds.breaks.isAlways) return [];
    return principalsOf(so.principal, template).known.map((principal) => ({ so, holds, principal }));
  });
}

function isDenied(principal: Principal, action: string, denials: readonly Denial[]): Claim {
  return Claim.any(
    denials.map(({ so, holds, principal: other }) => {
      const taken = takesIn(other, principal);
      if (taken.breaks.isAlways) return taken;
      const claim = Claim.all([taken, holds, coversNamed(so, action), Claim.when(other.when)]);
      return withEvidence(claim, []);
    }),
  );
}

/** An account that is denied something takes in everybody in it. */
function takesIn(outer: Principal, inner: Principal): Claim {
  if (outer.kind === 'anyone') return Claim.HOLDS;
  if (outer.identity !== undefined && outer.identity === inner.identity) return Claim.HOLDS;
  const [a, b] = [outer.account, inner.account];
  if (outer.isOpen || (outer.kind === 'account' && a === 'unknown')) return UNDETERMINED;
  return Claim.when(
    outer.kind === 'account' && typeof a === 'object' && typeof b === 'object' && a.id === b.id
      ? ALWAYS
      : NEVER,
  );
}

function isInside(
  { kind, account, resource, shown }: Principal,
  at: Field,
  key: Resource,
  { marks, profile }: Context,
): Claim {
  const states = (claim: Claim) => claim.explained(at.path, shown, REQUIRED, at.at);
  if (resource !== undefined) {
    const outside = outsiderCanBecome(resource, marks);
    return asked(states(Claim.BREAKS), outside);
  }
  // Whom everybody is meant by another rule says; services do what AWS wrote.
  if (kind === 'anyone' || kind === 'service') return Claim.HOLDS;
  if (isAmong(account, profile.facts.outsideAccounts, key.template)) return states(Claim.BREAKS);
  if (account === 'own') return Claim.HOLDS;
  if (account === 'unknown') return states(UNDETERMINED);
  const own = key.template.stack.account;
  if (own !== undefined) return own === account.id ? Claim.HOLDS : states(Claim.BREAKS);
  return at.states('needed', shown, REQUIRED);
}
