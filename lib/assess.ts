import { citationsOf } from './analysis/citations';
import { Marks } from './analysis/marks';
import { assumptionsOfSeparation } from './analysis/network/separation';
import { Redactor } from './analysis/secrets/redactor';
import { Applicabilities } from './applicabilities';
import { type Exceptable, type Exception, type Finding, lineOf, makeFinding } from './finding';
import { type Judged, judgeDeployment, judgeResource } from './judge';
import type { Kept } from './kept';
import type { Deployment } from './model/deployment';
import { dayInJapan } from './policy/calendar';
import type { Profile } from './policy/profile';
import type { ZoneName } from './policy/zones';
import {
  type Context,
  type DeploymentRule,
  isDeploymentRule,
  type RegisterView,
  type ResourceRule,
  type Rule,
  type Subject,
} from './rules/define';
import { version } from './version';

export type { Finding } from './finding';

/** Lifts findings that somebody answered for; see lib/exceptions. */
export interface Register extends RegisterView {
  /**
   * The application that covers a finding; undefined when none does.
   * @param cited applications that the resource cites, which go first
   */
  covers(finding: Exceptable, cited: readonly string[]): Exception | undefined;
}

export interface AssessOptions {
  readonly deployment: Deployment;
  readonly rules: readonly Rule[];
  readonly profile: Profile;
  readonly defaultZone?: ZoneName;
  readonly register?: Register;
  /** The day of the check, YYYY-MM-DD. @default - today in Japan */
  readonly today?: string;
  /** @default - the version of this package */
  readonly version?: string;
  /** Given what was looked at. @default - nobody is */
  readonly seen?: (checked: Checked) => void;
  /** Knows results of earlier checks. @default - every rule is asked */
  readonly keep?: (context: Context, redactor: Redactor) => Kept;
  /** Told after each resource how many are done, of how many. @default - nobody is */
  readonly progress?: (done: number, of: number) => void;
}

/** What a check looked at. */
export type Checked = Pick<Context, 'deployment' | 'profile' | 'marks'>;

/** Results of one rule, or of all of them. */
export interface Counts {
  readonly compliant: number;
  readonly violation: number;
  readonly undetermined: number;
  readonly excepted: number;
  readonly evidence: number;
  readonly notApplicable: number;
}

export interface Summary extends Counts {
  readonly templates: number;
  readonly resources: number;
  /** The results counted here are each of one rule for one resource. */
  readonly rules: number;
}

/** A template that was checked. */
export interface AssessedTemplate {
  readonly path: string;
  readonly stack?: string;
}

/** All results of one check. */
export interface Assessment {
  readonly tool: {
    readonly name: string;
    readonly version: string;
    readonly profile: string;
    readonly policyEdition: string;
  };
  readonly summary: Summary;
  readonly templates: readonly AssessedTemplate[];
  /** Files with what other repositories say of their networks, which were asked and not checked. */
  readonly factsFiles: readonly string[];
  /** Results by the id of the rule; of each rule that was asked, in their order. */
  readonly byRule: ReadonlyMap<string, Counts>;
  /** Ordered by template, resource and rule. */
  readonly findings: readonly Finding[];
  readonly blocking: boolean;
  /** What the check took for granted. */
  readonly assumptions: readonly string[];
}

/** Judges a deployment by rules. A rule that fails is a finding that blocks; the others go on. */
export function assess(options: AssessOptions): Assessment {
  const { deployment, profile, rules } = options;
  const context: Context = {
    deployment,
    profile,
    marks: new Marks(profile.facts, options.defaultZone),
    register: options.register,
    ruleIds: new Set(rules.map(({ id }) => id)),
    today: options.today ?? dayInJapan(),
    version: options.version ?? version,
  };
  options.seen?.(context);
  const byRule = new Map(rules.map(({ id }) => [id, noResults()]));
  const redactor = new Redactor(deployment);
  const kept = options.keep?.(context, redactor);
  const found: {
    readonly finding: Finding;
    /** The same before exceptions. */
    readonly made: Finding;
    readonly where: Omit<Subject, 'claim'>;
  }[] = [];
  /** Answers with the finding as it is before exceptions. */
  const record = (rule: Rule, where: Omit<Subject, 'claim'>, judged: Judged): Finding | undefined => {
    if ((where.resource?.template ?? where.template)?.isContext === true) return undefined;
    if (judged.verdict === 'compliant' || judged.verdict === 'notApplicable') {
      (byRule.get(rule.id) as Tally)[judged.verdict]++;
      return undefined;
    }
    const finding = makeFinding(
      rule,
      where,
      judged.verdict,
      judged.evidence,
      context,
      judged.crashed === true,
      redactor,
    );
    take(rule, where, finding);
    return finding;
  };
  const take = (rule: Rule, where: Omit<Subject, 'claim'>, made: Finding) => {
    let finding = made;
    const exception = isLiftable(rule, finding)
      ? options.register?.covers(finding, where.resource === undefined ? [] : citationsOf(where.resource))
      : undefined;
    if (exception !== undefined) finding = { ...finding, verdict: 'excepted', blocking: false, exception };
    (byRule.get(rule.id) as Tally)[finding.verdict]++;
    found.push({ finding, made, where });
  };
  const applicabilities = new Applicabilities(context.marks);
  const ofDeployment = rules.filter(isDeploymentRule);
  const judgeAll = (some: readonly DeploymentRule[]) => {
    for (const rule of some) {
      kept?.asking(rule);
      for (const { where, judged } of judgeDeployment(rule, context)) record(rule, where, judged);
    }
    kept?.asking(undefined);
  };
  judgeAll(ofDeployment.filter(({ isAboutExceptions }) => isAboutExceptions !== true));
  // Resource by resource: what was worked out of one is not needed for long after it.
  const byType = rulesByType(rules);
  const { judged } = deployment;
  let done = 0;
  for (const resource of judged) {
    for (const { rule, applies } of byType.get(resource.type) ?? []) {
      if (kept?.has(resource.template, rule) === true) continue;
      kept?.asking(rule, resource.template);
      const applicable = () => applicabilities.of(resource, rule.appliesTo, applies);
      const judged = judgeResource(rule, resource, context, applicable);
      const finding = record(rule, { resource }, judged);
      const { verdict, crashed } = judged;
      kept?.add({ rule, resource, finding, verdict, failed: crashed !== undefined });
    }
    resource.forget();
    options.progress?.(++done, judged.length);
  }
  kept?.asking(undefined);
  for (const { rule, compliant, notApplicable, found } of kept?.known() ?? []) {
    const counts = byRule.get(rule.id) as Tally;
    counts.compliant += compliant;
    counts.notApplicable += notApplicable;
    for (const { finding, where } of found) take(rule, where, finding);
  }
  judgeAll(ofDeployment.filter(({ isAboutExceptions }) => isAboutExceptions === true));
  found.sort((a, b) => compareFindings(a.finding, b.finding));
  const templates = deployment.templates.filter(({ isContext }) => isContext !== true);
  // Template by template, since finding a line takes a second look at the whole file.
  const lines = new Map<Finding, number | undefined>();
  const findings = found.map(({ finding, made, where }) => {
    const line = lineOf(where, finding);
    if (kept !== undefined) lines.set(made, line);
    return line === undefined ? finding : { ...finding, line };
  });
  kept?.finish(lines);
  return {
    tool: {
      name: 'jichitai-guardrails',
      version,
      profile: profile.name,
      policyEdition: profile.policyEdition,
    },
    summary: {
      templates: templates.length,
      resources: judged.length,
      rules: rules.length,
      ...total(byRule.values()),
    },
    templates: templates.map(({ path, stack: { stackName } }) =>
      stackName === undefined ? { path } : { path, stack: stackName },
    ),
    factsFiles: [...new Set(deployment.factsFiles.map(({ file }) => file))],
    byRule,
    findings,
    blocking: findings.some(({ blocking }) => blocking),
    assumptions: [...assumptionsOf(profile, deployment), ...assumptionsOfSeparation(context.marks)],
  };
}

type Tally = { -readonly [Verdict in keyof Counts]: number };

function noResults(): Tally {
  return { compliant: 0, violation: 0, undetermined: 0, excepted: 0, evidence: 0, notApplicable: 0 };
}

function total(all: Iterable<Counts>): Counts {
  const sum = noResults();
  for (const counts of all) {
    for (const verdict of Object.keys(sum) as (keyof Counts)[]) sum[verdict] += counts[verdict];
  }
  return sum;
}

/** Nobody has to answer for what only needs evidence, and no exception speaks for itself. */
function isLiftable(rule: Rule, { verdict }: Finding): boolean {
  return verdict !== 'evidence' && !(isDeploymentRule(rule) && rule.isAboutExceptions === true);
}

/** Rules by the type of resource that they judge. */
function rulesByType(rules: readonly Rule[]) {
  const byType = new Map<string, { readonly rule: ResourceRule; readonly applies: string }[]>();
  for (const rule of rules) {
    if (isDeploymentRule(rule)) continue;
    const applies = JSON.stringify(rule.appliesTo) ?? '';
    for (const type of new Set(rule.resources)) {
      const list = byType.get(type);
      if (list === undefined) byType.set(type, [{ rule, applies }]);
      else list.push({ rule, applies });
    }
  }
  return byType;
}

function compareFindings(a: Finding, b: Finding): number {
  return (
    compareTexts(a.resource.template, b.resource.template) ||
    compareTexts(a.resource.logicalId, b.resource.logicalId) ||
    compareTexts(a.rule, b.rule) ||
    compareTexts(a.property, b.property)
  );
}

function compareTexts(a = '', b = ''): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function assumptionsOf({ facts }: Profile, { factsFiles }: Deployment): readonly string[] {
  return [
    ...factsFiles.map(({ file, stacks }) => `networks of ${stacks} other stacks: ${file}`),
    ...facts.customerManagedKeys.map((key) => `customer managed key: ${key}`),
    ...Object.entries(facts.zoneOf).map(([id, zone]) => `${id} lies in zone ${zone}`),
    ...Object.entries(facts.prefixLists).map(([id, ranges]) => `${id} = ${ranges.join(', ')}`),
    ...(facts.providersRequiringMfa ?? []).map((name) => `identity provider with a second factor: ${name}`),
    ...(facts.serviceControlPolicies ?? []).map(
      (level, at) => `service control policies of level ${at + 1}: ${level.length}`,
    ),
  ];
}
