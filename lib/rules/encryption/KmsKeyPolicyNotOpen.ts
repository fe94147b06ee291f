import { conditionsOf, type Entry } from '../../analysis/identity/conditions';
import { limitsCallers, shutsStrangersOut } from '../../analysis/identity/public-access';
import { documentAt } from '../../analysis/identity/statements';
import { statement, statementsOf } from '../../analysis/policy-document';
import { namesEveryone } from '../../analysis/tls-only';
import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { equals, present } from '../../model/requirement';
import { defineRule } from '../define';

export const KmsKeyPolicyNotOpen = defineRule({
  id: 'KmsKeyPolicyNotOpen',
  clauses: ['7.1(16)②', '7.2(1)①', '9.2(5)①(ア)', '9.2(6)①(エ)'],
  title: {
    ja: 'KMSキーのポリシーは、不特定の者に利用を許さない',
    en: 'Policies of KMS keys let nobody in who is not named',
  },
  why: {
    ja: '誰にでも開いた鍵は、鍵がないのと同じである。他のアカウントの者でも、暗号文を手に入れれば住民情報を復号できる。',
    en: 'A key that is open to everybody is no key: other accounts can decrypt the resident records that they get hold of.',
  },
  fix: {
    ja: 'KeyPolicyのAllow文のPrincipalを"*"とせず、アカウント又はロールのARNとしてください。"*"とする場合は、Conditionでkms:CallerAccount、aws:PrincipalAccount又はaws:PrincipalOrgIDを自らのものに限ってください。',
    en: 'In statements of KeyPolicy that allow, name the ARN of an account or role in Principal in place of "*"; or limit kms:CallerAccount, aws:PrincipalAccount or aws:PrincipalOrgID to your own in Condition.',
  },
  cdk: {
    ja: 'KeyのpolicyにAnyPrincipalを用いず、key.grantEncryptDecrypt(role)を呼ぶ',
    en: 'key.grantEncryptDecrypt(role), and no AnyPrincipal in policy of Key',
  },
  resources: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
  // Without a policy of its own a key has the default one, which lets in its own account.
  check: (key) => {
    const statements = statementsOf(documentAt(key.get('KeyPolicy'), key));
    return statements.every((item) => {
      const so = statement(item);
      const { effect, principal, notPrincipal, condition } = so;
      const everyone = namesEveryone(principal, key.template).or(notPrincipal.must(present));
      return Claim.any([
        effect.must(equals('Allow')).not(),
        everyone.not(),
        limitsWhoCalls(condition),
        shutsStrangersOut(statements, so, key.template),
      ]).explained(
        principal.path,
        { ja: '呼出元を限らない"*"', en: '"*" without a limit of who calls' },
        { ja: '特定のアカウント又はロール', en: 'an account or role that is named' },
        principal.at,
      );
    });
  },
});

/** Conditions of a key policy name the caller's account by a key of their own, too. */
function limitsWhoCalls(condition: Field): Claim {
  const { entries, open } = conditionsOf(condition);
  const limiting = entries
    .filter((entry) => !leavesAccountOpen(entry))
    .map((entry) => (entry.key === 'kms:calleraccount' ? { ...entry, key: 'aws:principalaccount' } : entry));
  return limitsCallers({ entries: limiting, open });
}

/** A role of some name in any account is a role that anybody can make. */
function leavesAccountOpen({ key, values }: Entry): boolean {
  return (
    key === 'aws:principalarn' &&
    values.known.some(
      ({ literal }) =>
        String(literal ?? '')
          .split(':')[4]
          ?.includes('*') === true,
    )
  );
}
