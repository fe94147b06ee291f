// Makes lib/pulumi/data/pulumi-types.json: how types of @pulumi/aws and @pulumi/aws-native become those of CloudFormation.
// What people wrote is in scripts/pulumi/classic; names that are the same on both sides come from the declarations of the
// installed packages and from CloudFormation's specification.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Target, TypeMapping } from '../lib/pulumi/mapping';
import { camelCase } from './docs/pulumi';
import { CLASSIC, UNJUDGED } from './pulumi/classic';
import { cloudFormationType, cloudFormationTypes } from './pulumi/cloudformation';
import { type Declaration, declarationsOf, type Shape } from './pulumi/declarations';
import { completed, leavesOf } from './pulumi/match';

const ROOT = join(__dirname, '..');
const FILE = join(ROOT, 'lib/pulumi/data/pulumi-types.json');

/** Types that rules and analyses reach by what refers to them, and do not name. */
const REACHED = [
  'AWS::DirectConnect::DirectConnectGateway',
  'AWS::EC2::CustomerGateway',
  'AWS::EC2::KeyPair',
  'AWS::Lambda::LayerVersion',
  'AWS::NetworkFirewall::FirewallPolicy',
  'AWS::Route53Profiles::Profile',
  'AWS::VpcLattice::Service',
  'AWS::WAFv2::RuleGroup',
];

/** The text of all that judges. */
function judgingSources(): readonly string[] {
  return ['lib/rules', 'lib/analysis', 'lib/model', 'lib/facts', 'lib/access'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(ROOT, folder, name), 'utf8')),
  );
}

/** Words that may be names of properties in what judges. */
function judgedWords(): ReadonlySet<string> {
  return new Set(judgingSources().flatMap((text) => text.match(/[A-Za-z]\w+/g) ?? []));
}

/** Without numbers and switches that nothing looks at by name. Texts stay: any of them may hold a credential. */
function withoutUnread(
  mapping: TypeMapping,
  inputs: ReadonlyMap<string, Shape>,
  words: ReadonlySet<string>,
): TypeMapping {
  const shapes = leavesOf(inputs);
  const isRead = (path: string, target: Target) => {
    const shape = shapes.get(path);
    if (typeof target !== 'string' || shape?.kind !== 'scalar' || shape.type === 'string') return true;
    return words.has(
      target
        .replaceAll(/\[[^[\]]*\]/g, '')
        .split('.')
        .at(-1) as string,
    );
  };
  const holders = (target: Target) => {
    const steps = typeof target === 'string' ? target.split('.') : [];
    return steps.slice(1).map((_, at) => steps.slice(0, at + 1).join('.'));
  };
  const properties = Object.entries(mapping.properties);
  const seen = new Set(properties.flatMap(([path, target]) => (isRead(path, target) ? holders(target) : [])));
  // That there is a block may be what is looked at: one of nothing but numbers and switches keeps them.
  const holdsAlone = (target: Target) =>
    holders(target).some(
      (holder) =>
        !seen.has(holder) && words.has((holder.split('.').at(-1) as string).replaceAll(/\[[^[\]]*\]/g, '')),
    );
  const kept = properties.filter(([path, target]) => isRead(path, target) || holdsAlone(target));
  return { ...mapping, properties: Object.fromEntries(kept) };
}

/** Types that rules or analyses look at. */
export function judgedTypes(): ReadonlySet<string> {
  const files = judgingSources();
  const found = files.flatMap((text) =>
    [...text.matchAll(/['"`](AWS::\w+::\w+)['"`]/g)].map(([, type]) => type),
  );
  return new Set([...(found as string[]), ...REACHED]);
}

/** Names of properties that are not the same with a capital letter, and paths whose keys are data. */
function namesIn(inputs: ReadonlyMap<string, Shape>, properties: ReadonlyMap<string, Shape>) {
  const paths = new Map<string, string>();
  const data: string[] = [];
  const visit = (
    source: ReadonlyMap<string, Shape>,
    target: ReadonlyMap<string, Shape>,
    at: string,
  ): void => {
    for (const [name, shape] of target) {
      const sdk = camelCase(name);
      const path = at === '' ? sdk : `${at}.${sdk}`;
      paths.set(path, name);
      const [from, to] = [leafOf(source.get(sdk)), leafOf(shape)];
      if (to?.kind === 'object' && from?.kind !== 'any')
        visit(from?.kind === 'object' ? from.properties : new Map(), to.properties, path);
      // Tags are listed by objects of their own, which are no data.
      else if ((to?.kind === 'map' || to?.kind === 'any' || from?.kind === 'any') && !isTags(path, shape))
        data.push(path);
    }
  };
  visit(inputs, properties, '');
  const byName = new Map<string, Set<string>>();
  for (const [path, name] of paths) {
    const sdk = path.split('.').at(-1) as string;
    byName.set(sdk, (byName.get(sdk) ?? new Set()).add(name));
  }
  const names: Record<string, string> = {};
  for (const [path, name] of [...paths].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const sdk = path.split('.').at(-1) as string;
    if (name === sdk.slice(0, 1).toUpperCase() + sdk.slice(1)) continue;
    // One that is called otherwise elsewhere in the type is told by its path.
    names[byName.get(sdk)?.size === 1 ? sdk : path] = name;
  }
  return {
    ...(Object.keys(names).length === 0 ? {} : { names }),
    ...(data.length === 0 ? {} : { data: data.sort() }),
  };
}

function leafOf(shape: Shape | undefined): Shape | undefined {
  let leaf = shape;
  while (leaf?.kind === 'list') leaf = leaf.items;
  return leaf;
}

function isTags(path: string, { kind }: Shape): boolean {
  return kind === 'list' && /(^|\.)tags$/i.test(path);
}

function isSame(a: Declaration, b: Declaration): boolean {
  const [left, right] = [a, b].map(({ inputs }) =>
    [...inputs].map(([name, { kind }]) => `${name} ${kind}`).join(),
  );
  return left === right;
}

/** The file's text. @throws Error where what is written names a type or a property that there is not */
export function pulumiTypes(): string {
  const judged = judgedTypes();
  const words = judgedWords();
  const classic = declarationsOf('@pulumi/aws');
  const mappings: Record<string, TypeMapping> = {};
  const aliases: Record<string, string> = {};
  const faults: string[] = [];
  for (const [short, written] of Object.entries(CLASSIC).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const token = `aws:${short}`;
    const declaration = classic.get(token);
    const types = typeof written.type === 'string' ? [written.type] : Object.values(written.type.is);
    const targets = types.map((type) => cloudFormationType(type));
    if (declaration === undefined) faults.push(`${token}: @pulumi/aws has no such type`);
    for (const [at, target] of targets.entries())
      if (target === undefined) faults.push(`${token}: CloudFormation has no type ${types[at]}`);
    const [target] = targets;
    if (declaration === undefined || target === undefined) continue;
    mappings[token] = withoutUnread(
      completed(written, declaration.inputs, target),
      declaration.inputs,
      words,
    );
    for (const alias of declaration.aliases) {
      const other = classic.get(alias);
      // A type of its own that is declared otherwise is none of the same.
      if (alias.startsWith('aws:') && alias !== token && (other === undefined || isSame(other, declaration)))
        aliases[alias] = token;
    }
  }
  if (faults.length > 0) throw new Error(faults.join('\n'));
  const native = declarationsOf('@pulumi/aws-native');
  const byName = new Map([...native.keys()].map((token) => [token.toLowerCase(), token]));
  const nativeTypes: Record<string, object> = {};
  const unjudged: string[] = [];
  for (const type of cloudFormationTypes()) {
    const [, service = '', name = ''] = type.split('::');
    const found = [service, service === 'Config' ? 'configuration' : service]
      .map((module) => byName.get(`aws-native:${module}:${camelCase(name)}`.toLowerCase()))
      .find((token) => token !== undefined);
    if (found === undefined) continue;
    const spec = judged.has(type) ? cloudFormationType(type) : undefined;
    if (spec === undefined) unjudged.push(found);
    else nativeTypes[found] = { type, ...namesIn(native.get(found)?.inputs ?? new Map(), spec.properties) };
  }
  const made = new Set([
    ...Object.values(nativeTypes).map((entry) => (entry as { type: string }).type),
    ...Object.values(mappings).flatMap(({ type, parts = [] }) => [
      ...(typeof type === 'string' ? [type] : Object.values(type.is)),
      ...parts.map((part) => part.type),
    ]),
  ]);
  const attributes = Object.fromEntries(
    [...made].sort().flatMap((type) => {
      const names = cloudFormationType(type)?.attributes ?? [];
      return names.length === 0 ? [] : [[type, names]];
    }),
  );
  const tables = {
    classic: mappings,
    aliases,
    unjudged: [...unjudged, ...UNJUDGED.map((token) => `aws:${token}`)].sort(),
    native: nativeTypes,
    attributes,
  };
  return `${JSON.stringify(tables, null, 1)}\n`;
}

if (require.main === module) {
  writeFileSync(FILE, pulumiTypes());
}
