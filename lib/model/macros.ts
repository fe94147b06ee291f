import type { Text } from '../text';
import {
  isRecord,
  type MacroEffect,
  own,
  type Raw,
  scalarText,
  section,
  type TemplateProblem,
} from './template';

export interface Macros {
  /** Macros whose output we do not have. */
  readonly list: readonly string[];
  readonly problems: readonly TemplateProblem[];
}

/** What macros that AWS provides may rewrite; any other macro may rewrite everything. */
const KNOWN_MACROS: Readonly<Record<string, RegExp | 'nothing'>> = {
  'AWS::LanguageExtensions': 'nothing',
  'AWS::CodeDeployBlueGreen': 'nothing',
  'AWS::Serverless-2016-10-31': /^AWS::Serverless::/,
  'AWS::SecretsManager-2020-07-23': /^AWS::SecretsManager::RotationSchedule$/,
  'AWS::SecretsManager-2024-09-16': /^AWS::SecretsManager::RotationSchedule$/,
};

/**
 * The macros at the top of a template, and an include among its resources.
 * @param inside whether there may be macros in resources
 */
export function macrosOf(raw: Raw, inside: boolean): Macros {
  const transform = own(raw, 'Transform');
  const names = (Array.isArray(transform) ? transform : transform === undefined ? [] : [transform]).map(
    (item) => (typeof item === 'string' ? item : isRecord(item) ? String(item['Name']) : '?'),
  );
  // A macro may rewrite everything beside it.
  for (const name of ['Parameters', 'Conditions', 'Resources', 'Outputs']) {
    const inner = own(section(raw, name), 'Fn::Transform');
    if (inner !== undefined) names.push(scalarText(own(inner, 'Name') ?? '?') || '?');
  }
  const list = [...new Set(names)].filter((name) => own(KNOWN_MACROS, name) !== 'nothing');
  const problems = list.map(
    (name): TemplateProblem => ({ kind: 'macro', path: ['Transform'], message: message(name) }),
  );
  for (const [logicalId, body] of inside ? Object.entries(section(raw, 'Resources')) : []) {
    for (const name of macrosInside(body)) {
      problems.push({ kind: 'macro', path: ['Resources', logicalId], logicalId, message: message(name) });
    }
  }
  return { list, problems };
}

/** The macros that write parts of a resource, at any depth. */
function macrosInside(body: unknown): ReadonlySet<string> {
  const names = new Set<string>();
  // Anchors of YAML make one object stand in several places.
  const seen = new Set<unknown>();
  const left = [body];
  while (left.length > 0) {
    const node = left.pop();
    if (typeof node !== 'object' || node === null || seen.has(node)) continue;
    seen.add(node);
    const inner = own(node, 'Fn::Transform');
    if (inner !== undefined) names.add(scalarText(own(inner, 'Name') ?? '?') || '?');
    for (const child of Object.values(node)) left.push(child);
  }
  return names;
}

function message(name: string): Text {
  return {
    ja: `マクロ${name}が書き換える内容は配備前に分からないため、検査できません。展開後のテンプレートを検査してください`,
    en: `what the macro ${name} makes is not known before deployment and cannot be checked; check the template as expanded`,
  };
}

/** Tells why a resource type's properties are not what is written. */
export function macroEffect({ list }: Macros): MacroEffect {
  return (type) => {
    const name = list.find((macro) => {
      const touched = own(KNOWN_MACROS, macro) as RegExp | undefined;
      return touched === undefined || touched.test(type);
    });
    return name === undefined ? undefined : macroReason(name);
  };
}

/** Why something that a macro makes is not known. */
export function macroReason(name: unknown): Text {
  const shown = typeof name === 'string' ? name : '?';
  return { ja: `マクロ${shown}の出力`, en: `the output of macro ${shown}` };
}
