import { isRecord, own, type Raw, section, type Template } from '../model/template';
import { digest } from './digest';

/**
 * What a template lets others see, as digests: two templates with the same ones look the same to every rule that judges
 * a resource of another template.
 */
export interface Fingerprint {
  /** By type: its resources, each with all that its text leads to. */
  readonly types: Readonly<Record<string, string>>;
  /** What it exports, with all that this leads to; empty where it exports nothing. */
  readonly exports: string;
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
export function contentOf({ path, stack, enforcement, isContext, parent, text, raw }: Template): string {
  const known = JSON.stringify([path, stack, enforcement, isContext, parent?.logicalId]);
  // YAML counts as it was read: another version of the parser may read the same text in another way.
  return digest(known, text !== undefined && /^\s*\{/.test(text) ? text : JSON.stringify(raw));
}

export function fingerprintOf(template: Template, family: Family): Fingerprint {
  const { raw, path, stack, enforcement, outputs } = template;
  const around = digest(
    JSON.stringify([path, stack, enforcement, ...Object.entries(raw).filter(([name]) => !APART.has(name))]),
  );
  const closures =
    family.length > 1 || isRewritten(raw)
      ? new Whole(digest(...family.map(contentOf)))
      : new Closures(NAMED.map((name) => section(raw, name)));
  const byType = new Map<string, string[]>();
  for (const { logicalId, type } of template.resources.values()) {
    const seen = byType.get(type) ?? [];
    byType.set(type, seen);
    seen.push(logicalId, closures.of([logicalId]));
  }
  const text = JSON.stringify(outputs);
  return {
    types: Object.fromEntries([...byType].map(([type, seen]) => [type, digest(around, ...seen)])),
    exports: text.includes('"Export"') ? digest(around, text, closures.of(closures.namedIn(text))) : '',
  };
}

/** Sections whose members are told apart: what does not lead to one does not depend on it. */
const NAMED = ['Parameters', 'Conditions', 'Resources'];
/** What does not count for all resources: members that are told apart, what is exported, and what nothing reads. */
const APART = new Set([...NAMED, 'Outputs', 'Description', 'AWSTemplateFormatVersion']);

/** What a macro or a loop makes of a template may name resources in ways that its text does not show. */
function isRewritten(raw: Raw): boolean {
  return Object.hasOwn(raw, 'Transform') || JSON.stringify(raw).includes('Fn::Transform');
}

/** Where everything leads to everything. */
class Whole {
  constructor(private readonly all: string) {}

  namedIn(_text: string): readonly string[] {
    return [];
  }

  of(_ids: readonly string[]): string {
    return this.all;
  }
}

/**
 * The resources, conditions and parameters that a text leads to, over any number of steps. Whatever stands in the text like a name of
 * one counts: that is more than what refers to one.
 */
class Closures {
  private readonly ids: ReadonlySet<string>;
  private readonly bodies = new Map<string, { readonly digest: string; readonly names: readonly string[] }>();

  constructor(private readonly sections: readonly Raw[]) {
    this.ids = new Set(sections.flatMap((members) => Object.keys(members)));
  }

  namedIn(text: string): readonly string[] {
    const named = new Set<string>();
    for (const [word] of text.matchAll(/\w+/g)) if (this.ids.has(word)) named.add(word);
    return [...named];
  }

  of(ids: readonly string[]): string {
    const seen = new Set<string>(ids);
    const digests: string[] = [];
    for (const id of seen) {
      const { digest: own, names } = this.bodyOf(id);
      digests.push(own);
      for (const name of names) seen.add(name);
    }
    return digest(...digests.sort());
  }

  private bodyOf(id: string) {
    let body = this.bodies.get(id);
    if (body === undefined) {
      const text = JSON.stringify(this.sections.map((members) => own(members, id)));
      body = { digest: digest(id, text), names: this.namedIn(text) };
      this.bodies.set(id, body);
    }
    return body;
  }
}

/** Whether something read from a file is a fingerprint. */
export function isFingerprint(value: unknown): value is Fingerprint {
  return (
    isRecord(value) &&
    typeof value['exports'] === 'string' &&
    isRecord(value['types']) &&
    Object.values(value['types']).every((type) => typeof type === 'string')
  );
}
