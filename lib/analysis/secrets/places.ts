import { credentialsIn } from '../../credential-formats';
import type { Deployment } from '../../model/deployment';
import { isRecord, onlyKey, own, scalarText, type Template } from '../../model/template';
import type { Text } from '../../text';
import { USER_DATA } from '../user-data';
import { keySays, secrecyByPair } from './keys';
import { type Secrecy, secrecyOf } from './names';
import { secretPropertiesOf } from './properties';
import { secretsInText } from './texts';
import { lookOf } from './values';
import { variablesOf } from './variables';

/** A credential in the text of a template. */
export interface SecretPlace {
  /** The keys from the top of the template. */
  readonly at: readonly string[];
  /** The resource that it is in. */
  readonly logicalId?: string;
  readonly kind: Text;
  readonly secret: string;
  /** A rule about this kind of place says it by itself. */
  readonly covered: boolean;
}

const NAMED: Text = {
  ja: 'パスワード等を示す名前の値',
  en: 'a value whose name says that it is a credential',
};
const COMPARED: Text = { ja: 'パスワード等と比べる値', en: 'a value that a credential is compared with' };

const found = new WeakMap<Template, readonly SecretPlace[]>();

/** All credentials that can be read in a template, each place once. One walk over its values, kept. */
export function secretPlaces(template: Template): readonly SecretPlace[] {
  let places = found.get(template);
  if (places === undefined) {
    places = new Walk(template).run();
    found.set(template, places);
  }
  return places;
}

/** Says that a template holds no credential, as an earlier look at the same text found. */
export function noteInnocent(template: Template): void {
  found.set(template, []);
}

/** All literals of a deployment that are credentials, with what else shows them. */
export function secretLiterals(deployment: Deployment): ReadonlySet<string> {
  return new Set(
    deployment.templates.flatMap((template) => secretPlaces(template).map(({ secret }) => secret)),
  );
}

/** A string that stands alone in the text of a template and this long may be read by its content. */
const SHORTEST_TEXT = 8;
const HOLE = '\uE000';

class Walk {
  private readonly places: SecretPlace[] = [];
  /** Where the walk is. One list for all of it: most places hold nothing to tell. */
  private at: string[] = [];
  private logicalId: string | undefined;
  private covers: readonly string[] = [];
  private readonly secretParameters: ReadonlySet<string>;

  constructor(private readonly template: Template) {
    this.secretParameters = new Set(
      Object.entries(template.parameters)
        .filter(([name, body]) => secrecyOf(name) === 'certain' || scalarText(own(body, 'NoEcho')) === 'true')
        .map(([name]) => name),
    );
  }

  run(): readonly SecretPlace[] {
    const { template } = this;
    for (const [section, body] of Object.entries(template.raw)) {
      if (section === 'Resources' || section === 'AWSTemplateFormatVersion' || section === 'Rules') continue;
      this.covers = section === 'Outputs' ? ['Outputs'] : [];
      if (section === 'Parameters') this.parameters();
      else if (section === 'Conditions') this.below(section, () => this.conditions(body));
      else this.below(section, () => this.value(body, undefined));
    }
    for (const [logicalId, resource] of template.resources) {
      if (resource.type === 'AWS::CDK::Metadata') continue;
      this.logicalId = logicalId;
      // Of what a macro rewrites only the text is known.
      this.covers = template.macroEffect(resource.type) === undefined ? coveredIn(resource.type) : [];
      this.at = [...resource.at];
      this.value(resource.body, undefined);
    }
    return this.places;
  }

  private below(key: string, visit: () => void): void {
    this.at.push(key);
    visit();
    this.at.pop();
  }

  private parameters(): void {
    for (const [name, body] of Object.entries(this.template.parameters)) {
      this.at = ['Parameters', name];
      const isSecret = this.secretParameters.has(name);
      const fallback = own(body, 'Default');
      this.covers = isSecret ? ['Parameters'] : [];
      if (isSecret && (typeof fallback === 'string' || typeof fallback === 'number')) {
        this.below('Default', () => this.literal(String(fallback), 'certain'));
        this.value(without(body, 'Default'), undefined);
      } else this.value(body, undefined);
    }
    this.at = [];
  }

  private conditions(node: unknown): void {
    if (Array.isArray(node))
      for (const [index, item] of node.entries()) this.below(String(index), () => this.conditions(item));
    if (!isRecord(node)) return;
    const sides = own(node, 'Fn::Equals');
    if (Array.isArray(sides)) {
      const secret = sides.some((side) => this.secretParameters.has(scalarText(own(side, 'Ref'))));
      this.at.push('Fn::Equals');
      for (const [index, side] of sides.entries()) {
        if (typeof side !== 'string') continue;
        this.at.push(String(index));
        if (secret && lookOf(side, 'certain') === 'secret') this.push(side, COMPARED);
        else this.text(side);
        this.at.pop();
      }
      this.at.pop();
      return;
    }
    for (const [key, item] of Object.entries(node)) this.below(key, () => this.conditions(item));
  }

  /** @param secrecy what the name says under which the value stands */
  private value(node: unknown, secrecy: Secrecy | undefined): void {
    const text = typeof node === 'number' && secrecy === 'certain' ? String(node) : textOf(node);
    if (text !== undefined) this.literal(text, secrecy);
    else if (Array.isArray(node)) this.list(node, secrecy);
    else if (isRecord(node)) this.record(node, secrecy);
  }

  private record(node: Readonly<Record<string, unknown>>, secrecy: Secrecy | undefined): void {
    for (const key in node) {
      if (!Object.hasOwn(node, key)) continue;
      const says = keySays(key);
      if (says.isPassedOver) continue;
      const item = node[key];
      if (says.showsCredentials) this.credentials(key);
      if (key === 'Fn::If' && Array.isArray(item)) {
        this.branches(item, secrecy);
        continue;
      }
      const ofItem = says.isValue
        ? secrecyByPair(node, secrecy)
        : (says.secrecy ?? (says.isFunction ? secrecy : undefined));
      // Most values are texts that stand elsewhere as well.
      if (ofItem === undefined && isInnocent(item, key)) continue;
      this.at.push(key);
      this.value(item, ofItem);
      this.at.pop();
    }
  }

  // Apart from the loop over keys: a function that keeps one of its variables would have each turn make room for them.
  private branches(item: readonly unknown[], secrecy: Secrecy | undefined): void {
    this.below('Fn::If', () => {
      for (const index of [1, 2]) this.below(String(index), () => this.value(item[index], secrecy));
    });
  }

  private list(items: readonly unknown[], secrecy: Secrecy | undefined): void {
    // The words of a command: an option and its value are two of them.
    if (isCommand(items)) {
      this.text(items.join(' '));
      return;
    }
    for (let index = 0; index < items.length; index++) {
      const item = items[index];
      if (secrecy === undefined && isInnocent(item, undefined)) continue;
      this.at.push(String(index));
      this.value(item, secrecy);
      this.at.pop();
    }
  }

  private literal(text: string, secrecy: Secrecy | undefined): void {
    if (secrecy !== undefined && !text.includes(HOLE) && !text.includes('{{resolve:')) {
      const shown = credentialsIn(text);
      if (shown.length > 0) for (const { secret, kind } of shown) this.push(secret, kind);
      else if (lookOf(text, secrecy) === 'secret') this.push(text, NAMED);
      else this.text(text);
      return;
    }
    this.text(text);
  }

  private text(text: string): void {
    if (text.length < SHORTEST_TEXT) return;
    const key = this.at[this.at.length - 1];
    if (isInnocent(text, key)) return;
    const decoded = decodedScript(text, key);
    const secrets = secretsInText(decoded ?? text);
    for (const { secret, kind } of secrets) this.push(secret, kind);
    // What was read out of Base64 must not be shown as Base64 either.
    if (decoded !== undefined && secrets.length > 0) this.push(text, NAMED, true);
    const isShort = text.length < LONGEST_KEPT && INNOCENT.size < MOST_INNOCENT;
    if (decoded === undefined && secrets.length === 0 && isShort) INNOCENT.add(text);
  }

  /** Those that a key is. */
  private credentials(key: string): void {
    this.below(key, () => {
      for (const { secret, kind } of credentialsIn(key)) this.push(secret, kind);
    });
  }

  private push(secret: string, kind: Text, covered = isCovered(this.at, this.covers)): void {
    this.places.push({
      at: [...this.at],
      kind,
      secret,
      covered,
      ...(this.logicalId === undefined ? {} : { logicalId: this.logicalId }),
    });
  }
}

/** Texts that were found to hold no credential. Most texts of templates stand in them again and again. */
const INNOCENT = new Set<string>();
const MOST_INNOCENT = 20_000;
const LONGEST_KEPT = 200;

/** Whether there is certainly nothing to tell of a value under a key that says nothing of it. */
function isInnocent(item: unknown, key: string | undefined): boolean {
  if (typeof item === 'string')
    return item.length < SHORTEST_TEXT || (INNOCENT.has(item) && key !== 'UserData');
  return typeof item !== 'object' || item === null;
}

function isCommand(items: readonly unknown[]): boolean {
  let hasOption = false;
  for (const item of items) {
    if (typeof item !== 'string') return false;
    if (item.startsWith('-')) hasOption = true;
  }
  return hasOption;
}

/** Start scripts are written in Base64 by some. */
function decodedScript(text: string, key: string | undefined): string | undefined {
  if (key !== 'UserData' || !/^[A-Za-z0-9+/\s]+(?:={1,2}\s*)?$/.test(text)) return undefined;
  const decoded = Buffer.from(text, 'base64').toString('utf8');
  return decoded.includes('\uFFFD') ? undefined : decoded;
}

function without(body: unknown, key: string): unknown {
  if (!isRecord(body)) return body;
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== key));
}

/** The text that functions make, with a hole for each part that is not literal; undefined for other values. */
function textOf(node: unknown): string | undefined {
  if (typeof node === 'string') return node;
  if (!isRecord(node)) return undefined;
  const only = onlyKey(node);
  if (only === undefined) return undefined;
  const argument = node[only];
  switch (only) {
    case 'Fn::Sub': {
      const text = Array.isArray(argument) ? argument[0] : argument;
      return typeof text === 'string'
        ? text.replace(/\$\{([^!{}][^{}]{0,200})\}/g, HOLE).replaceAll('${!', '${')
        : undefined;
    }
    case 'Fn::Join': {
      const [separator, parts] = Array.isArray(argument) ? argument : [];
      if (typeof separator !== 'string' || !Array.isArray(parts)) return undefined;
      return parts
        .map((part) => (typeof part === 'object' ? (textOf(part) ?? HOLE) : String(part)))
        .join(separator);
    }
    case 'Fn::Base64':
      return textOf(argument);
    default:
      return undefined;
  }
}

const coverage = new Map<string, readonly string[]>();

/** The properties of a type of which a rule of their own speaks, without the marks of lists. */
function coveredIn(type: string): readonly string[] {
  let paths = coverage.get(type);
  if (paths === undefined) {
    const { maps = [], lists = [] } = variablesOf(type);
    const script = Object.hasOwn(USER_DATA, type) ? USER_DATA[type] : undefined;
    paths = [
      ...secretPropertiesOf(type),
      ...maps,
      ...lists,
      ...(script === undefined ? [] : [script, '^Metadata.AWS::CloudFormation::Authentication']),
      ...(type === 'AWS::SecretsManager::Secret' ? ['SecretString'] : []),
      ...(type === 'AWS::SSM::Parameter' ? ['Value'] : []),
    ].map((path) => (path.startsWith('^') ? path.slice(1) : `Properties.${path.replaceAll('[*]', '')}`));
    coverage.set(type, paths);
  }
  return paths;
}

function isCovered(at: readonly string[], covers: readonly string[]): boolean {
  if (covers.length === 0) return false;
  const keys = at.filter((key) => !/^\d+$/.test(key) && !key.startsWith('Fn::'));
  const path = keys.slice(keys[0] === 'Resources' ? 2 : 0).join('.');
  return covers.some((cover) => path === cover || path.startsWith(`${cover}.`));
}
