import { assess } from '../lib/assess';
import { Deployment } from '../lib/model/deployment';
import { addTemplate } from '../lib/model/load-template';
import { loadProfile } from '../lib/policy/load-profile';
import type { Profile } from '../lib/policy/profile';
import { RULES } from '../lib/rules';
import type { Rule } from '../lib/rules/define';
import type { JsonObject } from './json';
import type { Mutant } from './mutants';
import { Schemas } from './schema';
import { mutantsOfSubject, type Subject } from './subjects';
import { IRRELEVANT, matching } from './tables';

/** How a mutant came out. */
export interface Result extends Omit<Mutant, 'apply'> {
  readonly subject: string;
  /** Rules that report something that they do not report of the subject itself. */
  readonly noticedBy: readonly string[];
  /** Rules that failed. */
  readonly crashed: readonly string[];
  /** No rule notices it, and AWS would not deploy it. */
  readonly refused: boolean;
}

interface Findings {
  readonly keys: ReadonlyMap<string, string>;
  readonly crashed: readonly string[];
}

/** What the rules report, by rule, resource and verdict. */
export function findingsOf(
  subject: Subject,
  rules: readonly Rule[] = RULES,
  changed?: { readonly template: number; readonly raw: JsonObject },
): Findings {
  const deployment = new Deployment();
  for (const [index, { raw, stack }] of subject.templates.entries()) {
    const data = changed?.template === index ? changed.raw : raw;
    const file = `/mutation/${stack.stackName ?? index}.template.json`;
    addTemplate(
      deployment,
      { file, root: '/mutation', stack },
      { data, lineOf: () => undefined, mayMention: () => true },
    );
  }
  const { findings } = assess({ deployment, rules, profile: profileOf(subject) });
  return {
    keys: new Map(
      findings.map(({ rule, resource, verdict }) => [
        JSON.stringify([rule, resource.template, resource.logicalId, verdict]),
        rule,
      ]),
    ),
    crashed: findings
      .filter(({ evidence }) => evidence[0]?.required.en === 'that the check completes')
      .map(({ rule }) => rule),
  };
}

const PROFILES = new Map<string, Profile>();

/** The profile of a subject, read once for all of its mutants. */
function profileOf({ profile: source = 'miyazaki' }: Subject): Profile {
  const profile = PROFILES.get(source) ?? loadProfile(source);
  PROFILES.set(source, profile);
  return profile;
}

/** Mutants of a subject that somebody could want to be noticed. */
export function relevantMutants(
  subject: Subject,
): readonly { readonly template: number; readonly mutant: Mutant }[] {
  return mutantsOfSubject(subject).filter(
    ({ mutant }) => matching(IRRELEVANT, subject.name, mutant) === undefined,
  );
}

let loaded: Schemas | undefined;

/** Loaded when first asked for: it takes a second. */
function schemas(): Schemas {
  loaded ??= new Schemas();
  return loaded;
}

interface Part {
  readonly rules?: readonly Rule[];
  readonly part?: number;
  readonly of?: number;
}

/** Judges one of `of` parts of a subject's mutants, one after the other: every `of`th, from the `part`th on. */
export function* judging(
  subject: Subject,
  { rules = RULES, part = 0, of = 1 }: Part = {},
): Generator<Result, void, void> {
  const before = findingsOf(subject, rules).keys;
  for (const [number, { template, mutant }] of relevantMutants(subject).entries()) {
    if (number % of !== part) continue;
    const { apply, ...described } = mutant;
    const raw = apply();
    const after = findingsOf(subject, rules, { template, raw });
    const fresh = [...after.keys].filter(([key]) => !before.has(key)).map(([, rule]) => rule);
    const original = subject.templates[template]?.raw as JsonObject;
    yield {
      ...described,
      subject: subject.name,
      noticedBy: [...new Set(fresh)].sort(),
      crashed: after.crashed,
      refused: fresh.length === 0 && schemas().refuses(original, raw, mutant.logicalId),
    };
  }
}

export function judge(subject: Subject, part: Part = {}): readonly Result[] {
  return [...judging(subject, part)];
}
