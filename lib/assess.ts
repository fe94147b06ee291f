import { citationsOf } from './analysis/citations';
import { Marks } from './analysis/marks';
import { assumptionsOfSeparation } from './analysis/network/separation';
import { Redactor } from './analysis/secrets/redactor';
import { type Exceptable, type Exception, type Finding, lineOf, makeFinding } from './finding';
import type { Kept } from './kept';
import { Claim, type Evidence } from './model/claim';
import type { Deployment } from './model/deployment';
import { ALWAYS, type Guard, GuardLimitError } from './model/guard';
import type { Resource } from './model/resource';
import { dayInJapan } from './policy/calendar';
import type { Profile } from './policy/profile';
import type { ZoneName } from './policy/zones';
import {
  type Applicability,
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

interface Judged {
  readonly verdict: 'compliant' | 'notApplicable' | 'violation' | 'undetermined' | 'evidence';
  readonly evidence: readonly Evidence[];
  readonly crashed?: boolean;
}

const NOT_APPLICABLE: Judged = { verdict: 'notApplicable', evidence: [] };
const COMPLIANT: Judged = { verdict: 'compliant', evidence: [] };

function judgeResource(
  rule: ResourceRule,
  resource: Resource,
  context: Context,
  applicable: () => Claim,
): Judged {
  const { exists } = resource;
  if (exists.isNever) return NOT_APPLICABLE;
  try {
    const applies = applicable();
    if (exists.implies(applies.breaks)) return NOT_APPLICABLE;
    return judge(rule.check(resource, context), applies, exists);
  } catch (error) {
    return failure(error);
  }
}

function judgeDeployment(
  rule: DeploymentRule,
  context: Context,
): readonly { readonly where: Omit<Subject, 'claim'>; readonly judged: Judged }[] {
  try {
    return rule.checkDeployment(context).map(({ claim, ...where }) => {
      const exists = where.resource?.exists ?? where.template?.exists ?? ALWAYS;
      return { where, judged: judge(claim, Claim.HOLDS, exists) };
    });
  } catch (error) {
    return [{ where: {}, judged: failure(error) }];
  }
}

/** The verdict of a claim, among the choices under which its subject exists and the rule applies. */
function judge(claim: Claim, applies: Claim, exists: Guard): Judged {
  // As most claims do, wherever the rule applies.
  if (claim.holds === ALWAYS && claim.needed.length === 0) return COMPLIANT;
  const whole = claim.onlyIf(applies);
  const breaks = whole.breaks.and(exists);
  const undetermined = exists.minus(whole.holds).minus(whole.breaks);
  const pick = (outcome: Evidence['outcome'], guard: Guard) =>
    claim.evidence
      .filter((item) => item.outcome === outcome && item.when.meets(guard))
      .map((item) => ({ ...item, when: item.when.and(guard) }));
  if (!breaks.isNever)
    return {
      verdict: 'violation',
      evidence: [...pick('breaks', breaks), ...pick('undetermined', undetermined)],
    };
  if (!undetermined.isNever) {
    // What would break the rule if it applied, where it cannot be told whether it does.
    const conditional = pick('breaks', undetermined.and(claim.breaks));
    const whether =
      conditional.length === 0 ? [] : applies.evidence.filter(({ when }) => when.meets(undetermined));
    const evidence = [...whether, ...pick('undetermined', undetermined), ...conditional];
    // One way to meet the duty cannot be told and says nothing: then what the other ways lack is what there is to say.
    return {
      verdict: 'undetermined',
      evidence: evidence.length > 0 ? evidence : pick('breaks', undetermined),
    };
  }
  const needed = claim.needed.length === 0 ? [] : pick('needed', exists.minus(applies.breaks));
  return needed.length > 0 ? { verdict: 'evidence', evidence: needed } : COMPLIANT;
}

/** Whether rules apply to a resource. Most rules apply to one of a few combinations of zones and levels. */
class Applicabilities {
  private readonly memo = new Map<string, Claim>();
  private resource: Resource | undefined;

  constructor(private readonly marks: Marks) {}

  /** @param key of what the rule applies to: the same for the same conditions */
  of(resource: Resource, appliesTo: Applicability | undefined, key: string): Claim {
    if (appliesTo === undefined) return Claim.HOLDS;
    if (this.resource !== resource) this.memo.clear();
    this.resource = resource;
    let claim = this.memo.get(key);
    if (claim === undefined) {
      claim = applicability(appliesTo, resource, this.marks);
      this.memo.set(key, claim);
    }
    return claim;
  }
}

function applicability(appliesTo: Applicability, resource: Resource, marks: Marks): Claim {
  const { zones, orConfidentialityAtLeast, orIntegrityAtLeast, orAvailabilityAtLeast } = appliesTo;
  const claims: Claim[] = [];
  if (zones !== undefined) claims.push(marks.inZone(resource, zones));
  if (orConfidentialityAtLeast !== undefined)
    claims.push(marks.atLeast(resource, 'confidentiality', orConfidentialityAtLeast));
  if (orIntegrityAtLeast !== undefined) claims.push(marks.atLeast(resource, 'integrity', orIntegrityAtLeast));
  if (orAvailabilityAtLeast !== undefined)
    claims.push(marks.atLeast(resource, 'availability', orAvailabilityAtLeast));
  return Claim.any(claims);
}

function failure(error: unknown): Judged {
  const message = error instanceof Error ? error.message : String(error);
  const limit = error instanceof GuardLimitError;
  const evidence: Evidence = {
    path: '',
    actual: limit
      ? { ja: '条件の組合せが多すぎる', en: 'too many combinations of conditions' }
      : { ja: `規則の内部エラー（${message}）`, en: `the rule itself failed (${message})` },
    required: { ja: '検査が完了すること', en: 'that the check completes' },
    outcome: 'undetermined',
    when: ALWAYS,
  };
  return { verdict: 'undetermined', evidence: [evidence], crashed: !limit };
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
