import { documentsIn, POLICY_TYPES } from '../../analysis/identity/identities';
import { isAboutEverything, someAction } from '../../analysis/identity/statements';
import { UNDETERMINED, under } from '../../analysis/network/alternatives';
import { allows, patternCovers, statement, statementsOf } from '../../analysis/policy-document';
import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { empty } from '../../model/requirement';
import { defineRule } from '../define';

/** Rights to run a command or open a shell on machines and containers. */
const RUN = ['ssm:sendcommand', 'ssm:startsession', 'ssm:startautomationexecution', 'ecs:executecommand'];

/** Whether a pattern is of these services: a policy that allows everything of all of them is a matter of its own. */
function runs(written: string): boolean {
  const pattern = written.toLowerCase();
  return /^(ssm|ecs):/.test(pattern) && RUN.some((action) => patternCovers(pattern, action));
}

export const RemoteCommandIsLimited = defineRule({
  id: 'RemoteCommandIsLimited',
  clauses: ['9.2(5)①(オ)', '7.2(1)①'],
  title: {
    ja: 'サーバ及びコンテナを遠隔で操作する権限は、対象を限定する',
    en: 'Rights to run commands on servers and containers are limited to some of them',
  },
  why: {
    ja: '全てのサーバで任意のコマンドを実行できる権限は、アプリケーションの制御の全てを迂回する。',
    en: 'A right to run any command on any server goes around every control that the applications have.',
  },
  fix: {
    ja: 'ssm:SendCommand、ssm:StartSession、ssm:StartAutomationExecution及びecs:ExecuteCommandを許す文のResourceに、対象のインスタンス、文書又はタスクのARNを指定するか、Conditionでssm:resourceTag等により対象を限ってください。',
    en: 'In statements that allow ssm:SendCommand, ssm:StartSession, ssm:StartAutomationExecution or ecs:ExecuteCommand name the ARNs of instances, documents or tasks in Resource, or limit them in Condition, as by ssm:resourceTag.',
  },
  cdk: {
    ja: 'PolicyStatementのresources又はconditionsで限定する',
    en: 'resources or conditions of PolicyStatement',
  },
  resources: POLICY_TYPES,
  check: (resource) => {
    const { known, open } = documentsIn(resource);
    return Claim.all([
      ...known.map(({ document, given }) =>
        under(
          given,
          statementsOf(document).every((item) => isLimited(item)),
        ),
      ),
      ...open.map(({ when }) => UNDETERMINED.or(Claim.when(when).not())),
    ]);
  },
});

function isLimited(item: Field): Claim {
  const so = statement(item);
  const named = someAction(so, runs);
  if (named === Claim.BREAKS) return Claim.HOLDS;
  return Claim.all([allows(so), named, isAboutEverything(so), so.condition.must(empty)])
    .not()
    .explained(
      item.path,
      { ja: '全ての対象での遠隔の操作', en: 'remote commands on everything' },
      { ja: '対象又は条件による限定', en: 'limited by resource or condition' },
      item.at,
    );
}
