import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseSync } from '@swc/core';

/**
 * Works out, from the sources alone, of which types of resource each rule may ask the whole deployment: all names of
 * types in the declarations that its own declaration can reach. What is reached is what is named, so that an object
 * whose methods are called is counted with the class that some reached declaration makes it of. See decision 27.
 */
const LIB = join(__dirname, '..', 'lib');
const FILE = join(LIB, 'incremental', 'data', 'types-asked.json');

/** Generated: what results kept from an earlier check depend on. */
export interface TypesAsked {
  /** Rules that look at the deployment as a whole. */
  readonly whole: readonly string[];
  /** The types that each other rule may ask for. */
  readonly rules: Readonly<Record<string, readonly string[]>>;
  /** Properties that the model, zones and classifications read: any rule may. */
  readonly common: readonly string[];
  /** The properties that a rule may read besides; null for any. */
  readonly reads: Readonly<Record<string, readonly string[] | null>>;
  /** Rules that may read any property of the resource that they judge. */
  readonly open: readonly string[];
}

/** One declaration at the top of a module. */
interface Declaration {
  readonly names: Set<string>;
  readonly types: Set<string>;
  readonly modules: Set<string>;
  /** Whatever may be the name of a property. */
  readonly words: Set<string>;
  /** Whether it reads properties by names that are not written out. */
  anything: boolean;
  /** The same of the resource that is judged, in the file of a rule. */
  open: boolean;
  asks: boolean;
  whole: boolean;
}

interface Module {
  /** By local name: the module and the name there; `*` for all of it. */
  readonly imports: Map<string, readonly [string, string]>;
  readonly declarations: Map<string, Declaration>;
  /** Statements that run when the module is loaded. */
  readonly statements: Declaration[];
}

type Node = Readonly<Record<string, unknown>> & { readonly type?: string };

const TYPE_NAME = /^[A-Za-z0-9]+(::[A-Za-z0-9]+)+$/;
/** What stands for types only, and so runs nothing. */
const ONLY_TYPES = new Set([
  'typeAnnotation',
  'typeParams',
  'typeParameters',
  'typeArguments',
  'returnType',
  'implements',
  'superTypeParams',
]);
const WITH_VALUES = new Set([
  'TsAsExpression',
  'TsNonNullExpression',
  'TsSatisfiesExpression',
  'TsConstAssertion',
  'TsParameterProperty',
  'TsEnumDeclaration',
]);
/** Members by which a deployment gives its resources of a type. */
const ASKS = new Set(['ofType', 'referrers', 'openReferrers']);
/** Files of rules. */
const RULES = /[/\\]rules[/\\][a-z-]+[/\\][A-Z]\w*\.ts$/;
/** Other names count as read by every rule. */
const PROPERTY = /^[A-Z]\w*$/;
/** What goes by the names of all properties to those that are written out beside it. */
const FOUND_BY_NAME = new Set([`${join(LIB, 'analysis', 'parents.ts')}#findParents`]);
/** Members of a resource that give whatever is written of it. */
const ANYTHING = new Set(['propertyNames', 'body', 'raw']);
/** What may be a path of properties. */
const PATH = /^[\w.[\]*]+$/;
/** Members of a deployment that give all of it, and the register, which is no content of it. */
const WHOLE = new Set(['templates', 'judged', 'register']);
/** The same, where members of other things have these names as well. */
const WHOLE_OF_DEPLOYMENT = new Set(['types', 'resources']);
const DEPLOYMENT = /^(deployment|template)$/;

function modulesBelow(folder: string): ReadonlyMap<string, Module> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && name !== join('rules', 'index.ts'))
    .map((name) => join(folder, name));
  return new Map(files.map((file) => [file, readModule(file)]));
}

function readModule(file: string): Module {
  const { body } = parseSync(readFileSync(file, 'utf8'), { syntax: 'typescript', target: 'es2022' });
  const module: Module = { imports: new Map(), declarations: new Map(), statements: [] };
  for (const item of body as unknown as readonly Node[]) {
    if (item.type === 'ImportDeclaration') readImports(file, item, module);
    else if (item.type === 'ExportNamedDeclaration') readExports(file, item, module);
    else if (item.type === 'ExportAllDeclaration') throw new Error(`${file}: export * is not followed`);
    else readDeclaration(file, (item['declaration'] ?? item) as Node, module);
  }
  return module;
}

function readImports(file: string, item: Node, { imports }: Module): void {
  const from = moduleNamed(file, textOf(item['source']));
  if (from === undefined || item['typeOnly'] === true) return;
  for (const specifier of item['specifiers'] as readonly Node[]) {
    const local = textOf(specifier['local']);
    const name = specifier.type === 'ImportSpecifier' ? textOf(specifier['imported']) || local : '*';
    imports.set(local, [from, name]);
  }
}

function readExports(file: string, item: Node, { imports }: Module): void {
  const from = moduleNamed(file, textOf(item['source']));
  if (from === undefined || item['typeOnly'] === true) return;
  for (const specifier of item['specifiers'] as readonly Node[]) {
    const name = textOf(specifier['orig']);
    imports.set(textOf(specifier['exported']) || name, [from, name]);
  }
}

function readDeclaration(file: string, node: Node, module: Module): void {
  const { declarations, statements } = module;
  if (node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration') {
    declarations.set(textOf(node['identifier']), looked(file, node));
  } else if (node.type === 'VariableDeclaration') {
    for (const one of node['declarations'] as readonly Node[]) {
      const found = looked(file, one);
      const id = one['id'] as Node;
      if (id.type === 'Identifier') declarations.set(textOf(id), found);
      else for (const name of looked(file, id).names) declarations.set(name, found);
    }
  } else if (node.type?.startsWith('Ts') !== true) statements.push(looked(file, node));
}

/** What a piece of code names. */
function looked(file: string, top: unknown): Declaration {
  const found: Declaration = {
    names: new Set(),
    types: new Set(),
    modules: new Set(),
    words: new Set(),
    anything: false,
    open: false,
    asks: false,
    whole: false,
  };
  const addWords = (text: string) => {
    if (PATH.test(text)) for (const [word] of text.matchAll(/\w+/g)) found.words.add(word);
  };
  const look = (node: unknown): void => {
    if (Array.isArray(node)) {
      node.forEach(look);
      return;
    }
    if (typeof node !== 'object' || node === null) return;
    const { type } = node as Node;
    const part = node as Node;
    if (type?.startsWith('Ts') === true && !WITH_VALUES.has(type)) return;
    if (type === 'Identifier') found.names.add(textOf(part));
    else if (type === 'StringLiteral') {
      if (TYPE_NAME.test(textOf(part))) found.types.add(textOf(part));
      addWords(textOf(part));
    } else if (type === 'TemplateElement') {
      // A name of a type that is put together may be any that begins so.
      const [prefix] = /\b[A-Za-z]\w*::(\w+::)*$/.exec(String(part['raw'])) ?? [];
      if (prefix !== undefined) found.types.add(prefix);
    } else if (type === 'MemberExpression') {
      const property = part['property'] as Node;
      const object = part['object'] as Node;
      // One resource by its id is named where it is looked up from.
      if (textOf(property) === 'get' && textOf(object['property']) === 'resources') {
        look(object['object']);
        return;
      }
      if (ANYTHING.has(textOf(property))) found.anything = true;
      addWords(textOf(property));
      if (property.type === 'Computed') look(property);
      else if (ASKS.has(textOf(property))) found.asks = true;
      else if (isWhole(textOf(property), object)) found.whole = true;
      look(object);
    } else if (type === 'ObjectPattern') {
      for (const one of part['properties'] as readonly Node[]) {
        if (ANYTHING.has(textOf(one['key']))) found.anything = true;
        addWords(textOf(one['key']));
        if (ASKS.has(textOf(one['key']))) found.asks = true;
        if (WHOLE.has(textOf(one['key']))) found.whole = true;
      }
      look(part['properties']);
    } else {
      if (type === 'CallExpression' && textOf(part['callee']) === 'require') {
        const [argument] = part['arguments'] as readonly Node[];
        const from = moduleNamed(file, textOf(argument?.['expression']));
        if (from !== undefined) found.modules.add(from);
      }
      // The file of a rule does so with the resource that it judges; should it do otherwise, nothing is kept.
      if (type === 'CallExpression' && (isComposed(part) || isOfAll(part)))
        found[RULES.test(file) ? 'open' : 'anything'] = true;
      // The keys of an object name no declaration, but a table may be keyed by types.
      const isKey = type === 'KeyValueProperty' && (part['key'] as Node).type === 'Identifier';
      if (isKey) addWords(textOf(part['key']));
      for (const key of Object.keys(part))
        if (!ONLY_TYPES.has(key) && !(isKey && key === 'key')) look(part[key]);
    }
  };
  look(top);
  return found;
}

/** `get('')`: all properties as one. */
function isOfAll(call: Node): boolean {
  const [argument] = call['arguments'] as readonly Node[];
  const value = argument?.['expression'] as Node | undefined;
  const name = textOf((call['callee'] as Node)['property']);
  return name === 'get' && value?.type === 'StringLiteral' && textOf(value) === '';
}

/** Whether the first name of a path that is given to a function is put together: `${kind}Configuration.Size`. */
function isComposed(call: Node): boolean {
  return (call['arguments'] as readonly Node[]).some(({ expression }) => {
    const template = expression as Node;
    if (template.type !== 'TemplateLiteral') return false;
    const [first = '', second = ''] = (template['quasis'] as readonly Node[]).map((part) =>
      String(part['raw']),
    );
    return PATH.test(`${first}x${second}`) && (first === '' ? /^\w/.test(second) : /^\w+$/.test(first));
  });
}

function isWhole(property: string, object: Node): boolean {
  if (WHOLE.has(property)) return true;
  if (!WHOLE_OF_DEPLOYMENT.has(property)) return false;
  return DEPLOYMENT.test(object.type === 'MemberExpression' ? textOf(object['property']) : textOf(object));
}

function textOf(node: unknown): string {
  return typeof node === 'object' && node !== null ? String((node as Node)['value'] ?? '') : '';
}

function moduleNamed(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const path = resolve(dirname(from), specifier);
  return [`${path}.ts`, join(path, 'index.ts')].find((file) => existsSync(file) && statSync(file).isFile());
}

/** What can be reached from a declaration. */
function reached(modules: ReadonlyMap<string, Module>, starts: readonly (readonly [string, string])[]) {
  const types = new Set<string>();
  const words = new Set<string>();
  let anything = false;
  let open = false;
  let asks = false;
  let whole = false;
  const seen = new Set<string>();
  const ahead = [...starts];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    const [file, name] = next;
    const key = `${file}#${name}`;
    const module = modules.get(file);
    if (seen.has(key) || module === undefined) continue;
    seen.add(key);
    const imported = module.imports.get(name);
    if (imported !== undefined) ahead.push(imported);
    const declarations = [
      ...(name === '*' ? module.declarations.values() : [module.declarations.get(name)]),
      ...module.statements,
    ].filter((declaration) => declaration !== undefined);
    for (const declaration of declarations) {
      const { names, types: named, modules: required, asks: isAsking, whole: isWhole } = declaration;
      for (const word of declaration.words) words.add(word);
      // The model asks for nothing by itself: whoever calls it says what for.
      if (!file.startsWith(join(LIB, 'model'))) {
        asks ||= isAsking;
        whole ||= isWhole;
        anything ||= declaration.anything && !FOUND_BY_NAME.has(key);
        open ||= declaration.open;
        for (const type of named) types.add(type);
      }
      for (const one of names)
        if (module.declarations.has(one) || module.imports.has(one)) ahead.push([file, one]);
      for (const one of required) ahead.push([one, '*']);
    }
  }
  return { types: asks ? types : new Set<string>(), whole, words, anything, open };
}

/** The table of types that rules may ask for. */
export function typesAsked(): TypesAsked {
  const modules = modulesBelow(LIB);
  // What every judgement needs follows references from the resource, and asks for nothing else.
  const always = reached(modules, [
    [join(LIB, 'analysis', 'marks.ts'), 'Marks'],
    [join(LIB, 'priority.ts'), 'priorityOf'],
  ]);
  if (always.whole || always.types.size > 0) throw new Error('zones and classifications ask the deployment');
  const rules: Record<string, readonly string[]> = {};
  const reads: Record<string, readonly string[] | null> = {};
  const model = [...modules.keys()].filter((file) => file.startsWith(join(LIB, 'model')));
  const common = reached(
    modules,
    model.map((file) => [file, '*'] as const),
  ).words;
  for (const word of always.words) common.add(word);
  const whole: string[] = [];
  const open: string[] = [];
  const files = [...modules.keys()].filter((file) => RULES.test(file));
  for (const file of files.sort((a, b) => (basename(a) < basename(b) ? -1 : 1))) {
    const id = basename(file, '.ts');
    const found = reached(modules, [[file, id]]);
    if (found.whole) whole.push(id);
    else rules[id] = [...found.types].sort();
    const words = [...found.words].filter((word) => PROPERTY.test(word) && !common.has(word));
    reads[id] = found.anything ? null : words.sort();
    if (found.open) open.push(id);
  }
  return { whole, rules, common: [...common].filter((word) => PROPERTY.test(word)).sort(), reads, open };
}

if (require.main === module) {
  const text = `${JSON.stringify(typesAsked(), undefined, 1)}\n`;
  mkdirSync(dirname(FILE), { recursive: true });
  if (!existsSync(FILE) || readFileSync(FILE, 'utf8') !== text) writeFileSync(FILE, text);
}
