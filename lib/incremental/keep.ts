import { readFileSync } from 'node:fs';
import { noteInnocent, secretPlaces } from '../analysis/secrets/places';
import { type Finding, findingOf, type Said } from '../finding';
import type { Kept, Known, Outcome } from '../kept';
import { ALWAYS, type Guard, NEVER } from '../model/guard';
import type { Resource } from '../model/resource';
import type { Template } from '../model/template';
import type { Context, ResourceRule, Rule } from '../rules/define';
import typesAsked from './data/types-asked.json';
import { codeDigest, digest } from './digest';
import { Entries, type Entry, type KeptFinding, type KeptResults } from './entries';
import {
  contentOf,
  contentOfAll,
  type Family,
  type Fingerprint,
  familiesOf,
  fingerprintOf,
} from './fingerprint';
import { Sight, type TypesAsked, World } from './sight';

/** What a check depends on besides the templates and the code. */
export interface Circumstances {
  readonly defaultZone: string | undefined;
  /** The contents of files with known facts. */
  readonly facts: readonly string[];
  /** Credentials that are taken out of what is said. */
  readonly secrets: () => ReadonlySet<string>;
}

/** What is known of one template, and what this check adds. */
interface State {
  readonly name: string;
  readonly content: string;
  readonly fingerprint: Fingerprint;
  readonly terms: string;
  /** Results that hold, by rule. */
  readonly known: ReadonlyMap<string, KeptResults>;
  /** Results of this check, by rule. */
  readonly made: Map<string, KeptResults>;
  /** Rules whose results may not be kept. */
  readonly refused: Set<string>;
  /** Whether the template is what it was. */
  readonly isSame: boolean;
  /** Whether the entry in the folder is another one. */
  stale: boolean;
}

/**
 * Results kept in a folder, template by template. They hold where nothing has changed that the rule may have looked at:
 * in its template the resources that it judges and what they lead to, what is exported, the circumstances, the code,
 * and the resources of the types for which the rule may ask the whole deployment. Each time that a rule asks or reads is
 * held against the table of those types and properties; if ever one goes beyond it, nothing of this check is kept.
 */
export class KeptInFolder implements Kept {
  private readonly states = new Map<Template, State>();
  private readonly worlds = new Map<string, string>();
  private readonly sights: ReadonlyMap<string, Sight>;
  /** What the rule that is asked may see. */
  private sight: Sight | undefined;
  /** The template of the resource that it judges, with those nested in it: what it judges there it may read otherwise. */
  private family: Family | undefined;
  private readonly families: ReadonlyMap<Template, Family>;
  /** What has become of findings of templates that have changed. */
  private readonly moved = new Map<KeptFinding, Finding>();
  private strayed = false;
  private readonly entries: Entries;
  private readonly rules: ReadonlyMap<string, ResourceRule>;

  constructor(
    folder: string,
    private readonly context: Context,
    rules: readonly Rule[],
    circumstances: Circumstances,
    table: TypesAsked,
  ) {
    this.entries = new Entries(folder);
    this.rules = new Map(
      rules.filter((rule): rule is ResourceRule => 'check' in rule).map((rule) => [rule.id, rule]),
    );
    this.sights = Sight.ofRules(table, (id) => this.rules.get(id)?.resources ?? []);
    this.families = familiesOf(context.deployment.templates);
    this.open(circumstances);
    context.deployment.watch = (type) => this.mind(this.sight?.mayAsk(type));
    context.deployment.watchRead = ({ template, type }, path) => {
      const isHere = this.familyOf(template) === this.family;
      this.mind(isHere ? this.sight?.mayReadHere(type, path) : this.sight?.mayRead(path));
    };
  }

  private mind(may: boolean | undefined): void {
    if (may === false) this.strayed = true;
  }

  private familyOf(template: Template | undefined): Family | undefined {
    return template === undefined ? undefined : this.families.get(template);
  }

  private open({ defaultZone, facts, secrets }: Circumstances): void {
    const { deployment, profile, today, version, ruleIds } = this.context;
    const templates = deployment.templates.filter(({ isContext }) => isContext !== true);
    const code = codeDigest();
    const drafts = templates.map((template) => {
      const family = this.families.get(template) as Family;
      const { path, stack, parent } = template;
      const name = digest(
        JSON.stringify([path, stack.stackName, parent?.id, defaultZone, profile.name]),
      ).slice(0, 40);
      const content = digest(code, contentOf(template).digest, contentOfAll(family));
      const entry = this.entries.read(name);
      const isSame = entry?.content === content;
      if (isSame && entry.isInnocent) noteInnocent(template);
      const fingerprint = isSame ? entry.fingerprint : fingerprintOf(template, family);
      return { template, name, content, entry, isSame, fingerprint };
    });
    // What one stack reads of another by its name is not told from the text: then everything depends on everything.
    const entangled = templates.some((template) => contentOf(template).mayReadStacks);
    const others = entangled ? drafts.map(({ content }) => content) : [];
    const circumstances = digest(
      JSON.stringify([profile, today, version, defaultZone, [...ruleIds], [...secrets()].sort()]),
      code,
      ...facts,
      ...others,
    );
    const world = new World(drafts.map(({ fingerprint }) => fingerprint));
    for (const [rule, sight] of this.sights)
      if (sight.isBounded && this.rules.has(rule)) this.worlds.set(rule, world.seenBy(sight));
    for (const { template, name, content, entry, isSame, fingerprint } of drafts) {
      const results = entry?.terms === circumstances ? Object.entries(entry.results) : [];
      const known = results.filter(
        ([rule, { world }]) =>
          this.worlds.has(rule) &&
          world === this.worlds.get(rule) &&
          (isSame || isSeenAlike(this.sights.get(rule), entry?.fingerprint, fingerprint)),
      );
      this.states.set(template, {
        name,
        content,
        fingerprint,
        terms: circumstances,
        known: new Map(known),
        made: new Map(),
        refused: new Set(),
        isSame,
        stale: !isSame || entry?.terms !== circumstances,
      });
    }
  }

  asking(rule: Rule | undefined, template?: Template): void {
    this.sight = rule === undefined ? undefined : this.sights.get(rule.id);
    this.family = this.familyOf(template);
  }

  has(template: Template, rule: ResourceRule): boolean {
    return this.states.get(template)?.known.has(rule.id) === true;
  }

  add({ rule, resource, finding, verdict, failed }: Outcome): void {
    const state = this.states.get(resource.template);
    const world = this.worlds.get(rule.id);
    if (state === undefined || world === undefined) return;
    let results = state.made.get(rule.id);
    if (results === undefined) {
      results = { world, compliant: 0, notApplicable: 0, findings: [] };
      state.made.set(rule.id, results);
    }
    if (failed || (finding !== undefined && !finding.evidence.every(({ when }) => isPlain(when))))
      state.refused.add(rule.id);
    if (finding !== undefined) results.findings.push({ logicalId: resource.logicalId, said: finding });
    else if (verdict === 'compliant' || verdict === 'notApplicable') results[verdict]++;
  }

  *known(): Iterable<Known> {
    for (const [template, { known, isSame }] of this.states) {
      for (const [id, { compliant, notApplicable, findings }] of known) {
        const rule = this.rules.get(id) as ResourceRule;
        const found = findings.map((kept) => {
          const { logicalId, said, line } = kept;
          const resource = template.resources.get(logicalId) as Resource;
          // Lines move with whatever else changes in a file.
          const where = isSame && line !== undefined ? { resource, line } : { resource };
          const finding = findingOf(rule, where, withGuards(said));
          if (!isSame) this.moved.set(kept, finding);
          return { finding, where };
        });
        yield { rule, compliant, notApplicable, found };
      }
    }
  }

  finish(lines: ReadonlyMap<Finding, number | undefined>): void {
    this.context.deployment.watch = undefined;
    this.context.deployment.watchRead = undefined;
    // What was given up for its cost may come out otherwise in another order.
    if (this.strayed || this.context.deployment.space.limited) return;
    for (const [template, state] of this.states) {
      const { name, content, fingerprint, terms, known, made, refused, stale } = state;
      const fresh = [...made].filter(([rule]) => !refused.has(rule));
      if (!stale && fresh.length === 0) continue;
      for (const { findings } of state.isSame ? [] : known.values())
        for (const kept of findings) kept.line = lines.get(this.moved.get(kept) as Finding);
      const written = fresh.map(([rule, results]) => [
        rule,
        { ...results, findings: results.findings.map((kept) => toWrite(kept, lines)) },
      ]);
      const entry: Entry = {
        content,
        fingerprint,
        isInnocent: secretPlaces(template).length === 0,
        terms,
        results: Object.fromEntries([...known, ...written]),
      };
      this.entries.write(name, entry);
    }
  }
}

/** Whether a rule sees the same of a template as it did, since what has changed there is not for it to read. */
function isSeenAlike(sight: Sight | undefined, before: Fingerprint | undefined, now: Fingerprint): boolean {
  return sight !== undefined && before !== undefined && sight.seenOf(before) === sight.seenOf(now);
}

/** Whether the words for a guard are the same in whatever order the variables were met. */
function isPlain(when: Guard): boolean {
  return [when.otherwise, ...when.branches.values()].every(
    (next) => next === undefined || next === ALWAYS || next === NEVER,
  );
}

function toWrite(
  { logicalId, said }: KeptFinding,
  lines: ReadonlyMap<Finding, number | undefined>,
): KeptFinding {
  const { rule: _, clauses: _1, resource: _2, title: _3, fix: _4, evidence, ...rest } = said as Finding;
  const unguarded = evidence.map(({ when: _5, ...item }) => item);
  return {
    logicalId,
    said: { ...rest, evidence: unguarded } as unknown as Said,
    line: lines.get(said as Finding),
  };
}

/** The choices of a finding are told in its message; what is left of them is that there are some. */
function withGuards(said: Said): Said {
  return { ...said, evidence: said.evidence.map((item) => ({ ...item, when: ALWAYS })) };
}

/** How a check keeps its results in a folder. @throws InputError where that cannot be written */
export function keepIn(
  folder: string,
  rules: readonly Rule[],
  defaultZone: string | undefined,
  factsFiles: readonly string[],
): (context: Context, redactor: { readonly literals: ReadonlySet<string> }) => Kept {
  const facts = factsFiles.map((file) => readFileSync(file, 'utf8'));
  const table = typesAsked as TypesAsked;
  return (context, redactor) =>
    new KeptInFolder(folder, context, rules, { defaultZone, facts, secrets: () => redactor.literals }, table);
}
