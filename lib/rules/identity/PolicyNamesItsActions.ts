import { POLICY_TYPES } from '../../analysis/identity/identities';
import { isAboutEverything, isEverything, someAction } from '../../analysis/identity/statements';
import { satisfying } from '../../model/requirement';
import { defineRule } from '../define';
import { LIMITED_BY_POLICIES } from '../reliefs';
import { allowsNothingWide } from './wide-grants';

function isWholeService(written: string): boolean {
  return /^[^*?:]+:\*+$/.test(written);
}

/** What a parameter gives is a matter of what it is for: only what is written counts here. */
const everything = satisfying({ ja: '全ての操作', en: 'every action' }, (value) =>
  value.kind === 'known' && isEverything(String(value.value)) ? 'holds' : 'breaks',
);

const REQUIRED = {
  ja: '必要な操作又はリソースに限った許可',
  en: 'limited to the actions or the resources that are needed',
};

export const PolicyNamesItsActions = defineRule({
  id: 'PolicyNamesItsActions',
  clauses: ['7.2(1)①', '9.2(5)①(ア)'],
  title: {
    ja: 'IAMポリシーは、全てのリソースに対するサービス全体の操作及びActionを"*"とする操作を許可しない',
    en: 'IAM policies do not allow all actions of a service on every resource, nor all actions there are on one',
  },
  why: {
    ja: 'サービス全体の操作には、読取りのつもりで与えた権限にも、削除、公開設定の変更及び権限の付与が含まれる。',
    en: 'All actions of a service hold deletion, publication and the giving of rights as well, though only reading was meant.',
  },
  fix: {
    ja: 'Actionの"サービス名:*"及び"*"を必要な操作の列挙に改めてください。"サービス名:*"は、Resourceを対象のリソースに限定してもかまいません。',
    en: 'Name the actions that are needed instead of "service:*" and "*"; "service:*" may stay where Resource is narrowed to what it is for.',
  },
  cdk: {
    ja: 'bucket.grantRead()等のgrantメソッドを用いるか、PolicyStatementのactionsに操作を列挙する',
    en: 'grant methods such as bucket.grantRead(), or name each action in actions of PolicyStatement',
  },
  // The policy asks to keep out who has no right; how finely rights are cut is left to the system.
  duty: 'should',
  relievedBy: [LIMITED_BY_POLICIES],
  resources: POLICY_TYPES,
  check: (policy) =>
    allowsNothingWide(
      policy,
      (so) => someAction(so, isWholeService),
      {
        ja: '全てのリソースに対するサービス全体の操作の許可',
        en: 'a statement that allows all actions of a service on all resources',
      },
      REQUIRED,
    ).and(
      allowsNothingWide(
        policy,
        (so) =>
          so.written === undefined
            ? so.actions.some((action) => action.must(everything))
            : someAction(so, isEverything),
        { ja: '全ての操作の許可', en: 'a statement that allows every action' },
        { ja: '必要な操作に限った許可', en: 'limited to the actions that are needed' },
        // On every resource it makes an administrator, which another rule refuses.
        (so) => isAboutEverything(so).not(),
      ),
    ),
});
