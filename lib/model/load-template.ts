import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { InputError } from '../errors';
import type { Text } from '../text';
import type { Deployment } from './deployment';
import { expandLoops } from './for-each';
import { ALWAYS } from './guard';
import { macroEffect, macrosOf } from './macros';
import { readSource, shownPath } from './read-source';
import { Resource } from './resource';
import type { Source } from './source';
import {
  type Enforcement,
  isRecord,
  type LineFinder,
  own,
  type Raw,
  type StackInfo,
  section,
  type Template,
  type TemplateProblem,
} from './template';
import { findUndefinedNames } from './undefined-names';
import type { Expression } from './value';

const SECTIONS_THAT_ARE_OBJECTS = ['Parameters', 'Mappings', 'Conditions', 'Outputs'];
const DEEPEST_NESTING = 20;
/** Nested stacks can double at each level. */
const MOST_TEMPLATES = 2_000;

/** A nested template whose file the host knows. */
export interface KnownTemplate {
  readonly templatePath: string;
  readonly nested?: Readonly<Record<string, KnownTemplate>>;
}

export interface TemplateFile {
  /** Where the file is. */
  readonly file: string;
  readonly stack: StackInfo;
  /** Nested templates by logical id, where the host knows them; others are looked up. */
  readonly nested?: Readonly<Record<string, KnownTemplate>>;
  /** For a stack of a cloud assembly. */
  readonly enforcement?: Enforcement;
  /** It is asked, and not judged. */
  readonly isContext?: true;
  /** Nested templates may be read below this folder only. */
  readonly root: string;
}

type Fail = (detail: Text, at: readonly string[]) => InputError;

function notAnObject(name: string): Text {
  return { ja: `${name}がオブジェクトでありません`, en: `${name} is not an object` };
}

interface Nesting {
  readonly parent: Resource;
  /** Undefined where they cannot be told. */
  readonly arguments: ReadonlyMap<string, Expression> | undefined;
  readonly files: readonly string[];
}

/** Whether parsed data is a CloudFormation template. */
export function looksLikeTemplate(data: unknown): boolean {
  return (
    isRecord(data) && (Object.hasOwn(data, 'AWSTemplateFormatVersion') || isRecord(own(data, 'Resources')))
  );
}

/** Adds a template, and those nested in it, to a deployment. */
export function addTemplate(
  deployment: Deployment,
  input: TemplateFile,
  source?: Source,
  nesting?: Nesting,
): Template {
  const parsed = source ?? readSource(input.file);
  const path = shownPath(input.file);
  const fail: Fail = (detail, at) => new InputError(detail, path, parsed.lineOf(at));
  const written = requireTemplate(parsed.data, path, fail);
  const { raw, origins, failures } =
    parsed.mayMention('Fn::ForEach::') && hasLoops(written)
      ? expandLoops(written)
      : { raw: written, origins: new Map<string, readonly string[]>(), failures: [] };
  const resources = new Map<string, Resource>();
  const problems: TemplateProblem[] = failures.map((failure) => ({ kind: 'for-each', ...failure }));
  const macros = macrosOf(raw, parsed.mayMention('Fn::Transform'));
  const template: Template = {
    path,
    key: `${deployment.templates.length}`,
    stack: input.stack,
    raw,
    get text() {
      return parsed.text?.();
    },
    parameters: section(raw, 'Parameters'),
    mappings: section(raw, 'Mappings'),
    conditions: section(raw, 'Conditions'),
    outputs: section(raw, 'Outputs'),
    resources,
    problems,
    lineOf: parsed.lineOf,
    ...(parsed.origin === undefined ? {} : { origin: parsed.origin }),
    ...(input.enforcement === undefined ? {} : { enforcement: input.enforcement }),
    ...(input.isContext === undefined ? {} : { isContext: input.isContext }),
    macroEffect: macroEffect(macros),
    // Asked for once all templates are there.
    get exists() {
      return nesting?.parent.exists ?? ALWAYS;
    },
    ...(nesting === undefined ? {} : { parent: nesting.parent }),
    ...(nesting?.arguments === undefined ? {} : { arguments: nesting.arguments }),
  };
  deployment.add(template);
  // By name, so that what is told of one of several resources is told of the same one however they are ordered.
  for (const logicalId of Object.keys(raw['Resources'] as Raw).sort()) {
    const body = own(raw['Resources'], logicalId);
    const at = origins.get(logicalId) ?? ['Resources', logicalId];
    // Told as problems: what these would make is not there.
    if (logicalId === 'Fn::Transform' || logicalId.startsWith('Fn::ForEach::')) continue;
    if (own(body, 'Type') === undefined && own(body, 'Fn::Transform') !== undefined) continue;
    if (!isRecord(body)) throw fail(notAnObject(`Resources.${logicalId}`), at);
    const type = body['Type'];
    if (typeof type !== 'string')
      throw fail(
        {
          ja: `リソース${logicalId}にTypeがないか、文字列でありません`,
          en: `the resource ${logicalId} has no Type, or one that is not a string`,
        },
        at,
      );
    const properties = own(body, 'Properties');
    if (properties !== undefined && properties !== null && !isRecord(properties)) {
      throw fail(notAnObject(`Resources.${logicalId}.Properties`), [...at, 'Properties']);
    }
    resources.set(logicalId, new Resource(deployment, template, logicalId, type, body, at));
  }
  deployment.index(template);
  problems.push(...macros.problems, ...(macros.list.length > 0 ? [] : findUndefinedNames(template)));
  if (resources.size === 0) {
    problems.push({
      kind: 'empty',
      path: ['Resources'],
      message: {
        ja: 'リソースが一つもないため、何も検査していません',
        en: 'there are no resources in it, so nothing was checked',
      },
    });
  }
  for (const resource of resources.values()) {
    if (resource.type === 'AWS::CloudFormation::Stack')
      addNested(deployment, input, resource, nesting?.files ?? [], problems);
  }
  return template;
}

/** Loops are written with the language extensions only; at the top level a stray one is noticed as well. */
function hasLoops(raw: Raw): boolean {
  return (
    [raw['Transform']].flat().includes('AWS::LanguageExtensions') ||
    ['Resources', 'Conditions', 'Outputs'].some((name) =>
      Object.keys(section(raw, name)).some((key) => key.startsWith('Fn::ForEach::')),
    )
  );
}

function requireTemplate(data: unknown, path: string, fail: Fail): Raw {
  if (!isRecord(data))
    throw new InputError(
      {
        ja: 'CloudFormationテンプレートではありません（最上位がオブジェクトでない）',
        en: 'not a CloudFormation template: the top is not an object',
      },
      path,
      1,
    );
  if (!Object.hasOwn(data, 'Resources')) {
    throw new InputError(
      {
        ja: 'CloudFormationテンプレートではありません（Resourcesがない）',
        en: 'not a CloudFormation template: there is no Resources section',
      },
      path,
      1,
    );
  }
  if (!isRecord(data['Resources'])) throw fail(notAnObject('Resources'), ['Resources']);
  for (const name of SECTIONS_THAT_ARE_OBJECTS) {
    const found = own(data, name);
    if (found !== undefined && found !== null && !isRecord(found)) throw fail(notAnObject(name), [name]);
  }
  return data;
}

function addNested(
  deployment: Deployment,
  input: TemplateFile,
  stack: Resource,
  files: readonly string[],
  problems: TemplateProblem[],
): void {
  const unresolved = (why: { ja: string; en: string }) =>
    problems.push({
      kind: 'nested-template',
      path: stack.at,
      logicalId: stack.logicalId,
      message: {
        ja: `入れ子スタック${stack.logicalId}のテンプレートを検査できません（${why.ja}）`,
        en: `the template of the nested stack ${stack.logicalId} cannot be checked (${why.en})`,
      },
    });
  const known = own(input.nested, stack.logicalId) as KnownTemplate | undefined;
  const asset = known?.templatePath ?? own(stack.metadata, 'aws:asset:path');
  const url = literalOf(deployment, { template: stack.template, raw: stack.rawProperty('TemplateURL') });
  const local =
    typeof asset === 'string'
      ? asset
      : typeof url === 'string' && !/^[a-z0-9]+:\/\//i.test(url)
        ? url
        : undefined;
  if (local === undefined) return void unresolved({ ja: '手元にない', en: 'it is not at hand' });
  const file = resolve(dirname(input.file), local);
  if (!existsSync(file) || !statSync(file).isFile()) {
    return void unresolved({ ja: `${local}がない`, en: `there is no ${local}` });
  }
  const real = realpathSync(file);
  if (!`${real}${sep}`.startsWith(`${realpathSync(input.root)}${sep}`)) {
    return void unresolved({
      ja: `${local}は検査対象のフォルダの外にある`,
      en: `${local} lies outside of the folder under check`,
    });
  }
  if (deployment.templates.length >= MOST_TEMPLATES) {
    return void unresolved({ ja: '入れ子スタックが多すぎる', en: 'there are too many nested stacks' });
  }
  // What a host holds in memory alone has no file.
  const chain = [...files, existsSync(input.file) ? realpathSync(input.file) : input.file];
  if (chain.includes(real) || chain.length > DEEPEST_NESTING) {
    return void unresolved({ ja: '自分自身を含む', en: 'it contains itself' });
  }
  const nested = addTemplate(
    deployment,
    {
      file,
      root: input.root,
      ...(known?.nested === undefined ? {} : { nested: known.nested }),
      stack: {
        region: input.stack.region,
        account: input.stack.account,
        tags: input.stack.tags,
        constructPath: stack.constructPath?.replace(
          /\.NestedStackResource$|\/[^/]*\.NestedStackResource$/,
          '',
        ),
      },
    },
    undefined,
    { parent: stack, arguments: argumentsOf(stack), files: chain },
  );
  deployment.exports.setNested(stack, nested);
}

/** Adds what another repository says of its stack, which stands at a place in a file of known facts. */
export function addContext(
  deployment: Deployment,
  file: string,
  stack: StackInfo,
  data: unknown,
  lineOf: LineFinder,
  at: readonly string[],
  parent?: Resource,
): Template {
  const template = addTemplate(
    deployment,
    { file, stack, root: dirname(file), isContext: true },
    { data, lineOf: (path) => lineOf([...at, 'template', ...path]), mayMention: () => true },
    parent === undefined ? undefined : { parent, arguments: argumentsOf(parent), files: [] },
  );
  if (parent !== undefined) deployment.exports.setNested(parent, template);
  return template;
}

/** What a nested stack is given; undefined where that is not a plain map of parameters. */
function argumentsOf(stack: Resource): ReadonlyMap<string, Expression> | undefined {
  const { template, type } = stack;
  const parameters = stack.rawProperty('Parameters') ?? {};
  if (template.macroEffect(type) !== undefined || !isRecord(parameters)) return undefined;
  if (Object.keys(parameters).some((name) => name.startsWith('Fn::'))) return undefined;
  return new Map(Object.entries(parameters).map(([name, raw]) => [name, { template, raw }]));
}

/** A literal that is certain while the other templates are not yet there. */
function literalOf({ evaluator }: Deployment, expression: Expression): unknown {
  const [only, second] = evaluator.evaluate(expression);
  return second === undefined && only?.value.kind === 'known' ? only.value.value : undefined;
}
