import type { Text } from '../text';
import { placeholdersIn } from './placeholders';
import { isRecord, onlyKey, own, scalarText, type Template, type TemplateProblem } from './template';

const PSEUDO_PARAMETERS = new Set(
  [
    'AccountId',
    'NotificationARNs',
    'NoValue',
    'Partition',
    'Region',
    'StackId',
    'StackName',
    'URLSuffix',
  ].map((name) => `AWS::${name}`),
);

/** Names that a template uses and does not define. CloudFormation would refuse it. */
export function findUndefinedNames(template: Template): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  const path: string[] = [];
  const report = (kind: Text, name: string) =>
    problems.push({
      kind: 'undefined-reference',
      path: [...path],
      ...(path[0] === 'Resources' && path[1] !== undefined ? { logicalId: path[1] } : {}),
      message: {
        ja: `${kind.ja}「${name}」はテンプレートに定義されていません`,
        en: `the ${kind.en} ${JSON.stringify(name)} is not defined in the template`,
      },
    });
  const resource = (name: string) => {
    if (!template.resources.has(name)) report({ ja: 'リソース', en: 'resource' }, name);
  };
  const value = (name: string) => {
    if (
      PSEUDO_PARAMETERS.has(name) ||
      Object.hasOwn(template.parameters, name) ||
      template.resources.has(name)
    )
      return;
    report({ ja: '名前', en: 'name' }, name);
  };
  const condition = (name: unknown) => {
    if (typeof name === 'string' && !Object.hasOwn(template.conditions, name))
      report({ ja: '条件', en: 'condition' }, name);
  };
  const sub = (argument: unknown) => {
    const [format, variables] = Array.isArray(argument) ? argument : [argument, undefined];
    if (typeof format !== 'string') return;
    for (const { inner } of placeholdersIn(format)) {
      const name = inner.trim();
      if (name === '' || name.startsWith('!')) continue;
      if (own(variables, name) !== undefined) continue;
      if (name.includes('.')) resource(name.slice(0, name.indexOf('.')));
      else value(name);
    }
  };
  /** @param conditional whether `Condition` names a condition here */
  const walk = (node: unknown, conditional: boolean): void => {
    if (Array.isArray(node)) {
      for (let index = 0; index < node.length; index++) {
        if (typeof node[index] !== 'object') continue;
        path.push(String(index));
        walk(node[index], conditional);
        path.pop();
      }
      return;
    }
    if (!isRecord(node)) return;
    const only = onlyKey(node);
    if (only !== undefined) {
      const argument = node[only];
      switch (only) {
        case 'Ref':
          if (typeof argument === 'string') value(argument);
          break;
        case 'Fn::GetAtt': {
          const name = Array.isArray(argument) ? argument[0] : scalarText(argument).split('.')[0];
          if (typeof name === 'string') resource(name);
          break;
        }
        case 'Fn::Sub':
          sub(argument);
          break;
        case 'Fn::If':
          if (Array.isArray(argument)) condition(argument[0]);
          break;
        case 'Fn::FindInMap':
          if (
            Array.isArray(argument) &&
            typeof argument[0] === 'string' &&
            !Object.hasOwn(template.mappings, argument[0])
          ) {
            report({ ja: '対応表', en: 'mapping' }, argument[0]);
          }
          break;
        case 'Condition':
          if (conditional) condition(argument);
          break;
        default:
      }
    }
    for (const key in node) {
      if (typeof node[key] !== 'object' || !Object.hasOwn(node, key)) continue;
      path.push(key);
      walk(node[key], conditional);
      path.pop();
    }
  };
  const within = (key: string, visit: () => void) => {
    path.push(key);
    visit();
    path.pop();
  };
  within('Conditions', () => walk(template.conditions, true));
  within('Resources', () => {
    for (const [logicalId, body] of Object.entries(template.raw['Resources'] as object)) {
      within(logicalId, () => {
        condition(own(body, 'Condition'));
        const dependsOn = own(body, 'DependsOn');
        for (const name of [dependsOn].flat()) if (typeof name === 'string') resource(name);
        for (const key of ['Properties', 'DeletionPolicy', 'UpdateReplacePolicy']) {
          within(key, () => walk(own(body, key), false));
        }
      });
    }
  });
  within('Outputs', () => {
    for (const [name, body] of Object.entries(template.outputs)) {
      within(name, () => {
        condition(own(body, 'Condition'));
        walk(body, false);
      });
    }
  });
  return problems;
}
