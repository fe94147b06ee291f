import { readConfig } from '../config-file';
import type { Deployment, FactsProblem } from '../model/deployment';
import { sameEnvironment } from '../model/exports';
import { addContext } from '../model/load-template';
import type { LineFinder, Template } from '../model/template';
import type { Text } from '../text';
import { digestOf, type NestedFacts, type StackFacts, stackFacts } from './abridge';
import { FACTS_SCHEMA, type FactsFile } from './facts-schema';

/**
 * Adds what other repositories say of their networks to a deployment: asked like templates, and not judged. Where a
 * stack is at hand itself, it goes first.
 * @throws InputError with every fault of a file and its line
 */
export function addFacts(deployment: Deployment, files: readonly string[]): void {
  const atHand = new Map(
    deployment.templates
      .filter(({ parent }) => parent === undefined)
      .map((template) => [identityOf(template.stack, template.path), template]),
  );
  const told = new Map<string, { readonly digest: string; readonly file: string }>();
  for (const file of files) {
    const { data, lineOf } = readConfig<FactsFile>(file, FACTS_SCHEMA);
    deployment.factsFiles.push({ file, stacks: data.stacks.length });
    for (const [index, facts] of data.stacks.entries()) {
      const at = ['stacks', String(index)];
      const problem = (message: Text): FactsProblem => ({ file, line: lineOf(at), message });
      const name = facts.stack ?? facts.source;
      if (digestOf(facts) !== facts.digest) {
        deployment.factsProblems.push(
          problem({
            ja: `スタック${name}の内容が、作成後に書き換えられている`,
            en: `what is said of the stack ${name} was changed after it was made`,
          }),
        );
      }
      const identity = identityOf({ ...facts, stackName: facts.stack }, facts.source);
      const template = atHand.get(identity);
      if (template !== undefined) {
        if (stackFacts(deployment, template).digest !== digestOf(facts))
          deployment.factsProblems.push(problem(differs(name, template.path)));
        continue;
      }
      const other = told.get(identity);
      if (other !== undefined) {
        if (other.digest !== facts.digest) deployment.factsProblems.push(problem(differs(name, other.file)));
        continue;
      }
      told.set(identity, { digest: facts.digest, file });
      add(deployment, file, facts, lineOf, at);
    }
  }
  deployment.factsProblems.push(...exportedTwice(deployment));
}

/** Names that facts and somebody else export for the same account and region: an import would be neither's. */
function exportedTwice({ exports, evaluator }: Deployment): readonly FactsProblem[] {
  return [...exports.exported(evaluator)].flatMap(([name, sources]) => {
    const context = sources.find(({ template }) => template.isContext === true)?.template;
    const other = sources.find(({ template }) => template !== context)?.template;
    if (context === undefined || other === undefined || !sameEnvironment(context, other)) return [];
    return [
      {
        file: context.path,
        line: context.lineOf([]),
        message: {
          ja: `${name}を、${other.path}も公開している`,
          en: `${name} is exported by ${other.path}, too`,
        },
      },
    ];
  });
}

function differs(name: string, other: string): Text {
  return {
    ja: `スタック${name}の内容が、${other}と異なる`,
    en: `what is said of the stack ${name} is not what ${other} says`,
  };
}

/** One stack of one account and region; a template without a stack goes by its file. */
function identityOf(
  {
    stackName,
    account,
    region,
  }: Readonly<Partial<Record<'stackName' | 'account' | 'region', string | undefined>>>,
  source: string,
): string {
  return JSON.stringify([stackName ?? source, stackName === undefined, account ?? '', region ?? '']);
}

function add(
  deployment: Deployment,
  file: string,
  facts: StackFacts,
  lineOf: LineFinder,
  at: readonly string[],
): void {
  const { stack, account, region, tags } = facts;
  const top = addContext(
    deployment,
    file,
    { stackName: stack, account, region, tags },
    facts.template,
    lineOf,
    at,
  );
  addNested(deployment, file, top, facts, lineOf, at);
}

function addNested(
  deployment: Deployment,
  file: string,
  parent: Template,
  { nested = {} }: NestedFacts,
  lineOf: LineFinder,
  at: readonly string[],
): void {
  for (const [logicalId, facts] of Object.entries(nested)) {
    const resource = parent.resources.get(logicalId);
    if (resource === undefined) continue;
    const place = [...at, 'nested', logicalId];
    const { account, region, tags } = parent.stack;
    const child = addContext(
      deployment,
      file,
      { account, region, tags },
      facts.template,
      lineOf,
      place,
      resource,
    );
    addNested(deployment, file, child, facts, lineOf, place);
  }
}
