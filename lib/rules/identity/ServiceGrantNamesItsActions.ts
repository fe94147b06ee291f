import { namesService } from '../../analysis/identity/service-grants';
import { documentAt } from '../../analysis/identity/statements';
import { allows, statement, statementsOf, textTest } from '../../analysis/policy-document';
import { Claim } from '../../model/claim';
import { satisfying } from '../../model/requirement';
import { defineRule } from '../define';
import { RESOURCE_POLICIES } from './resource-policies';

const POLICIES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    ...RESOURCE_POLICIES,
    'AWS::KMS::Key': 'KeyPolicy',
    'AWS::KMS::ReplicaKey': 'KeyPolicy',
  }).filter(([type]) => type !== 'AWS::IAM::Role'),
);

const everyAction = satisfying({ ja: '全ての操作', en: 'every action' }, (value) =>
  textTest(value, (text) => /^([^:]*:)?\*+$/.test(text)),
);

export const ServiceGrantNamesItsActions = defineRule({
  id: 'ServiceGrantNamesItsActions',
  clauses: ['7.2(1)①', '9.2(5)①(ア)'],
  title: {
    ja: 'リソースベースのポリシーは、AWSのサービスに全ての操作を許可しない',
    en: 'Resource policies do not grant every action to a service of AWS',
  },
  why: {
    ja: 'ログの書込みのために開いたバケットやキーで、読取り、削除及びポリシーの変更までサービスを通じて行えるようになる。',
    en: 'A bucket or key that was opened so that logs can be written may then be read, emptied or re-opened by way of the service as well.',
  },
  fix: {
    ja: 'PrincipalがServiceであるAllow文のActionを、s3:PutObject、kms:GenerateDataKey*等の必要な操作の列挙に改めてください。',
    en: 'Name the actions that are needed, such as s3:PutObject or kms:GenerateDataKey*, in Action of Allow statements with a Service in Principal.',
  },
  cdk: {
    ja: 'addToResourcePolicy()の文のactionsに操作を列挙する',
    en: 'name each action in actions of the statement in addToResourcePolicy()',
  },
  // The policy asks to keep out who has no right; how finely rights are cut is left to the system.
  duty: 'should',
  resources: Object.keys(POLICIES),
  check: (resource) =>
    statementsOf(documentAt(resource.get(POLICIES[resource.type] as string), resource)).every((field) => {
      const so = statement(field);
      const isWide = Claim.allInTurn(
        () => allows(so),
        () => namesService(so),
        () => so.actions.some((action) => action.must(everyAction)),
      );
      return isWide === Claim.BREAKS
        ? Claim.HOLDS
        : isWide
            .not()
            .explained(
              field.path,
              { ja: 'AWSのサービスへの全ての操作の許可', en: 'every action for a service of AWS' },
              { ja: '必要な操作に限った許可', en: 'limited to the actions that are needed' },
              field.at,
            );
    }),
});
