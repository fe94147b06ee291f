import { isRecord, own, type Raw, type Template } from '../model/template';
import { digest } from './digest';

/** What one property of all resources of a type says, and where it leads. */
export interface Print {
  readonly all: string;
  /** Of those alone that something in the template names. */
  readonly named: string;
  /** Types of the resources that it names. */
  readonly to: readonly string[];
}

/**
 * What a template lets others see, as digests: a rule that judges a resource of another template sees the same where
 * those are the same that it can come to.
 */
export interface Fingerprint {
  /** By type and property; under `''` what is no property with an ordinary name. */
  readonly types: Readonly<Record<string, Readonly<Record<string, Print>>>>;
  /** All that it puts out. */
  readonly outputs: string;
  /** What it exports; undefined where it exports nothing. */
  readonly exports?: Print | undefined;
}

/** A template with those nested in it, or with the one that it is nested in: they are taken together. */
export type Family = readonly Template[];

/** The families of a deployment, each template with its own. */
export function familiesOf(templates: readonly Template[]): ReadonlyMap<Template, Family> {
  const byRoot = new Map<Template, Template[]>();
  const families = new Map<Template, Family>();
  for (const template of templates) {
    let root = template;
    while (root.parent !== undefined) root = root.parent.template;
    const family = byRoot.get(root) ?? [];
    byRoot.set(root, family);
    family.push(template);
    families.set(template, family);
  }
  return families;
}

/** All that is known of a template before it is evaluated. */
export interface Content {
  readonly digest: string;
  /** Whether it may read what another stack puts out, by the name of that stack. */
  readonly mayReadStacks: boolean;
}

const CONTENTS = new WeakMap<Template, Content>();

/** Looked at once: the text is read from the file each time that somebody asks for it. */
export function contentOf(template: Template): Content {
  let content = CONTENTS.get(template);
  if (content === undefined) {
    content = readContent(template);
    CONTENTS.set(template, content);
  }
  return content;
}

function readContent({ path, stack, enforcement, isContext, parent, text, raw }: Template): Content {
  const known = JSON.stringify([path, stack, enforcement, isContext, parent?.logicalId]);
  return {
    // YAML counts as it was read: another version of the parser may read the same text in another way.
    digest: digest(known, text !== undefined && /^\s*\{/.test(text) ? text : JSON.stringify(raw)),
    mayReadStacks: text?.includes('GetStackOutput') !== false,
  };
}

const CONTENTS_OF_ALL = new WeakMap<Family, string>();

/** The contents of all templates of a family as one, for each of them. */
export function contentOfAll(family: Family): string {
  let content = CONTENTS_OF_ALL.get(family);
  if (content === undefined) {
    content = digest(...family.map((template) => contentOf(template).digest));
    CONTENTS_OF_ALL.set(family, content);
  }
  return content;
}

export function fingerprintOf(template: Template, family: Family): Fingerprint {
  const { raw, path, stack, enforcement, outputs } = template;
  const isOnePiece = family.length > 1 || isRewritten(raw);
  const apart = isOnePiece ? [] : Object.entries(raw).filter(([name]) => !APART.has(name));
  const around = isOnePiece
    ? contentOfAll(family)
    : digest(JSON.stringify([path, stack, enforcement, ...apart]));
  const text = JSON.stringify(outputs);
  const words = new Words(template);
  const pieces = new Map<string, Map<string, Piece[]>>();
  for (const { logicalId, type } of template.resources.values()) {
    const ofType = pieces.get(type) ?? new Map<string, Piece[]>();
    pieces.set(type, ofType);
    // Each resource adds to what is no property, so that a new one shows there.
    for (const [property, value] of isOnePiece ? [['', undefined] as const] : partsOf(raw, logicalId)) {
      const list = ofType.get(property) ?? [];
      ofType.set(property, list);
      list.push(words.pieceOf(logicalId, isOnePiece ? '' : JSON.stringify(value)));
    }
  }
  words.pieceOf('', text);
  const print = (list: readonly Piece[]): Print => ({
    all: digest(around, ...list.map(({ said }) => said)),
    named: digest(
      around,
      ...list.filter(({ id }) => isOnePiece || words.isNamed(id)).map(({ said }) => said),
    ),
    to: [...new Set(list.flatMap(({ to }) => to))],
  });
  return {
    types: Object.fromEntries(
      [...pieces].map(([type, ofType]) => [
        type,
        Object.fromEntries([...ofType].map(([property, list]) => [property, print(list)])),
      ]),
    ),
    outputs: digest(text),
    ...(text.includes('"Export"') ? { exports: print([words.pieceOf('', text)]) } : {}),
  };
}

/** Sections whose members are told apart: what does not name one does not depend on it. */
const APART = new Set([
  'Parameters',
  'Conditions',
  'Resources',
  // Seen by what is exported only.
  'Outputs',
  // Seen by nobody.
  'Description',
  'AWSTemplateFormatVersion',
]);

/** What a macro or a loop makes of a template may name resources in ways that its text does not show. */
function isRewritten(raw: Raw): boolean {
  return Object.hasOwn(raw, 'Transform') || JSON.stringify(raw).includes('Fn::Transform');
}

/** The properties of a resource, and under `''` the rest of it. */
function partsOf(raw: Raw, logicalId: string): readonly (readonly [string, unknown])[] {
  const body = own(raw['Resources'], logicalId);
  if (!isRecord(body)) return [['', body]];
  const { Properties: properties, ...rest } = body;
  if (!isRecord(properties)) return [['', [rest, properties]]];
  const all = Object.entries(properties);
  const others = all.filter(([name]) => !isOrdinary(name));
  return [['', [rest, others]], ...all.filter(([name]) => isOrdinary(name))];
}

/** Whether a property has a name as the properties of AWS have. */
export function isOrdinary(property: string): boolean {
  return /^[A-Z]\w*$/.test(property);
}

/** A part of a resource. */
interface Piece {
  readonly id: string;
  readonly said: string;
  readonly to: readonly string[];
}

/**
 * What the texts of a template name. Whatever stands in a text like the name of a resource, a condition or a parameter
 * counts as naming it: that is more than what refers to one.
 */
class Words {
  private readonly named = new Set<string>();
  private readonly parameters: Raw;
  private readonly conditions: Raw;

  constructor(private readonly template: Template) {
    this.parameters = template.parameters;
    this.conditions = template.conditions;
  }

  /** A text with the conditions and parameters that it leads to. */
  pieceOf(id: string, text: string): Piece {
    const to = new Set<string>();
    const said = [id, text];
    const seen = new Set<string>();
    const follow = (part: string) => {
      for (const [word] of part.matchAll(/\w+/g)) {
        const type = this.template.resources.get(word)?.type;
        if (type !== undefined && word !== id) {
          to.add(type);
          this.named.add(word);
        }
        if (seen.has(word)) continue;
        for (const members of [this.parameters, this.conditions]) {
          if (!Object.hasOwn(members, word)) continue;
          seen.add(word);
          const body = JSON.stringify(members[word]);
          said.push(word, body);
          follow(body);
        }
      }
    };
    follow(text);
    return { id, said: digest(...said), to: [...to] };
  }

  /** Whether a text so far names a resource, other than its own. */
  isNamed(id: string): boolean {
    return this.named.has(id);
  }
}
