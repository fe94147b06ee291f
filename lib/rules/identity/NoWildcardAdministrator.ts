import { withEvidence } from '../../analysis/evidence';
import { ADMINISTRATIVE_ACTIONS } from '../../analysis/identity/credential-actions';
import { documentsIn, POLICY_TYPES } from '../../analysis/identity/identities';
import { coversNamed, isAboutEverything, isEverything, someAction } from '../../analysis/identity/statements';
import { denies, statement, statementsOf } from '../../analysis/policy-document';
import { Claim } from '../../model/claim';
import { absent, present } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';
import { LIMITED_BY_POLICIES } from '../reliefs';
import { allowsNothingWide } from './wide-grants';

export const NoWildcardAdministrator = defineRule({
  id: 'NoWildcardAdministrator',
  clauses: ['7.2(1)①', '7.2(1)③(ア)', '9.2(5)①(ア)'],
  title: {
    ja: 'IAMポリシーは、全てのリソースに対する全ての操作を許可しない',
    en: 'IAM policies do not allow every action on every resource',
  },
  why: {
    ja: '全ての操作を許すポリシーは、名前が何であれ管理者である。これを持つプログラムの欠陥一つで、データの消去もログの停止もできてしまう。',
    en: 'A policy that allows everything makes an administrator, whatever it is called. One flaw in a program that has it is enough to delete data and switch off logs.',
  },
  fix: {
    ja: 'PolicyDocumentのAllow文のAction（"*"又はNotAction）とResource（"*"）を、業務に必要な操作とリソースに限定してください。',
    en: 'Narrow Action ("*" or NotAction) and Resource ("*") of the Allow statement to what the work needs.',
  },
  cdk: {
    ja: 'grantメソッド、又はactions及びresourcesを限ったPolicyStatementを用いる',
    en: 'grant methods, or a PolicyStatement with actions and resources of its own',
  },
  relievedBy: [LIMITED_BY_POLICIES],
  resources: POLICY_TYPES,
  check: (policy) => {
    const claim = allowsNothingWide(
      policy,
      (so) => {
        const named = someAction(so, isEverything);
        if (so.written !== undefined) return named;
        const excepted = so.field.get('NotAction');
        return excepted.isAbsent ? named : named.or(excepted.must(present));
      },
      {
        ja: '全てのリソースに対する全て（又は一部を除く全て）の操作の許可',
        en: 'a statement that allows all actions, or all but a few, on all resources',
      },
      { ja: '必要な操作とリソースに限った許可', en: 'limited to the actions and resources that are needed' },
    );
    return claim === Claim.HOLDS ? claim : claim.or(deniesAdministration(policy));
  },
});

/** Whether the same document denies, without a condition, all that administrators do: little is left of everything. */
function deniesAdministration(policy: Resource): Claim {
  const denials = documentsIn(policy).known.flatMap(({ document, given }) =>
    statementsOf(document)
      .known.map((field) => ({ given: field.given.and(given), so: statement(field) }))
      .filter(
        ({ so }) =>
          so.written === undefined && !denies(so).breaks.isAlways && !so.field.get('NotAction').isAbsent,
      ),
  );
  return withEvidence(
    Claim.any(
      denials.map(({ given, so }) =>
        Claim.allInTurn(
          () => denies(so).and(Claim.when(given)),
          () => so.condition.must(absent),
          () => isAboutEverything(so),
          () => Claim.all(ADMINISTRATIVE_ACTIONS.map((action) => coversNamed(so, action))),
        ),
      ),
    ),
    [],
  );
}
