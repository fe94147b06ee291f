import { MASK, withoutCredentials } from '../../credential-formats';
import { type Deployment, fieldsAt } from '../../model/deployment';
import { GuardLimitError } from '../../model/guard';
import type { Resource } from '../../model/resource';
import type { Text } from '../../text';
import { saysSecret } from './names';
import { secretLiterals } from './places';
import { secretPropertiesOf } from './properties';
import { variablesOf } from './variables';

/** Shorter ones are words of other things as well, and are masked only where they stand alone. */
const SHORTEST_PART = 6;
const SHORTEST = 3;
const SHORTEST_LINE = 12;
/** Engines refuse expressions without end. */
const LONG = 500;
const AT_ONCE = 200;
/** Texts come from templates, and so without end. */
const MOST_KEPT = 2_000;

/**
 * Takes the credentials of a deployment out of what is shown to people: those that show themselves by their form,
 * and each literal that a property, a name or a command of the templates says to be one.
 */
export class Redactor {
  private built: Patterns | undefined;
  /** What texts came out as: what is required is said of many resources in the same words. */
  private readonly shown = new Map<string, Text>();
  private found: ReadonlySet<string> | undefined;

  constructor(private readonly deployment: Deployment) {}

  /** The literals that are taken out. */
  get literals(): ReadonlySet<string> {
    this.found ??= literalsOf(this.deployment);
    return this.found;
  }

  redact(text: Text): Text {
    const key = `${text.ja}\u0000${text.en}`;
    let shown = this.shown.get(key);
    if (shown === undefined) {
      shown = this.redacted(text);
      if (this.shown.size < MOST_KEPT) this.shown.set(key, shown);
    }
    return shown;
  }

  private redacted(text: Text): Text {
    this.built ??= patternsOf(this.literals);
    const shown = withoutCredentials(text);
    const { long, short } = this.built;
    if (long.length === 0 && short.length === 0) return shown;
    const mask = (line: string, by: string): string => {
      let masked = line;
      for (const literal of long) masked = masked.replaceAll(literal, () => by);
      for (const pattern of short) masked = masked.replace(pattern, () => by);
      return masked;
    };
    return { ja: mask(shown.ja, MASK.ja), en: mask(shown.en, MASK.en) };
  }
}

/** How literals are looked for: long ones letter by letter, the others many at once. */
interface Patterns {
  readonly long: readonly string[];
  readonly short: readonly RegExp[];
}

function literalsOf(deployment: Deployment): ReadonlySet<string> {
  const literals = new Set(secretLiterals(deployment));
  for (const type of deployment.types) {
    if (!holdsSecrets(type)) continue;
    for (const resource of deployment.ofType(type)) {
      try {
        for (const value of workedOut(resource)) literals.add(value);
      } catch (error) {
        // What takes too many choices to work out is shown nowhere either.
        if (!(error instanceof GuardLimitError)) throw error;
      }
      resource.forget();
    }
  }
  return literals;
}

/** Whether resources of a type have properties that hold secrets. */
function holdsSecrets(type: string): boolean {
  const { maps = [], lists = [] } = variablesOf(type);
  return secretPropertiesOf(type).length + maps.length + lists.length > 0;
}

/** What the functions of the template make of pieces. */
function workedOut(resource: Resource): readonly string[] {
  const { maps = [], lists = [], nameKey = 'Name' } = variablesOf(resource.type);
  const fields = [
    ...secretPropertiesOf(resource.type).flatMap((path) => fieldsAt(resource, path)),
    ...maps
      .flatMap((path) => fieldsAt(resource, path))
      .flatMap((map) => map.entries().known)
      .filter((value) => saysSecret(value.at[value.at.length - 1] ?? '')),
    ...lists
      .flatMap((path) => fieldsAt(resource, path))
      .filter((item) => saysSecret(String(item.get(nameKey).literal ?? '')))
      .map((item) => item.get('Value')),
  ];
  return fields
    .flatMap((field) => field.strings().map(({ text }) => text))
    .filter((text) => !text.startsWith('arn:'));
}

function patternsOf(literals: ReadonlySet<string>): Patterns {
  const forms = new Set<string>();
  for (const literal of literals) {
    const whole = literal.trim();
    if (whole.length < SHORTEST) continue;
    forms.add(whole);
    // As JSON shows it, and line by line.
    forms.add(JSON.stringify(whole).slice(1, -1));
    for (const line of whole.split(/\r?\n|\\n/))
      if (line.trim().length >= SHORTEST_LINE) forms.add(line.trim());
  }
  const ordered = [...forms].sort((a, b) => b.length - a.length);
  const sources = ordered.filter(({ length }) => length < LONG).map(sourceOf);
  const short: RegExp[] = [];
  for (let at = 0; at < sources.length; at += AT_ONCE) {
    // Rules show some values in capitals.
    short.push(new RegExp(sources.slice(at, at + AT_ONCE).join('|'), 'giu'));
  }
  return { long: ordered.filter(({ length }) => length >= LONG), short };
}

function sourceOf(form: string): string {
  const source = form.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return form.length >= SHORTEST_PART ? source : `(?<![\\p{L}\\p{N}_-])${source}(?![\\p{L}\\p{N}_-])`;
}
