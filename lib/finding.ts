import type { Redactor } from './analysis/secrets/redactor';
import type { Evidence } from './model/claim';
import { describeGuard } from './model/describe-guard';
import type { Resource } from './model/resource';
import type { Template } from './model/template';
import { type Priority, priorityOf } from './priority';
import type { Context, Rule, Subject } from './rules/define';
import { concat, joinTexts, plain, type Text } from './text';

export type Verdict = 'violation' | 'undetermined' | 'evidence' | 'excepted';
export type Severity = 'error' | 'warning' | 'info';

/** The application that lifts a finding, and who answers for it. */
export interface Exception {
  readonly application: string;
  /** `regular` was approved beforehand; the others are reported afterwards. */
  readonly kind: 'regular' | 'emergency' | 'baseline';
  /** Who approved it; where nobody did, to whom it is reported. */
  readonly approver: string;
  readonly office: string;
  /** The last day on which it counts, YYYY-MM-DD. */
  readonly expires: string;
}

/** Where a finding is. */
export interface FindingResource {
  /** The template file. */
  readonly template: string;
  readonly stack?: string;
  readonly logicalId?: string;
  readonly type?: string;
  readonly constructPath?: string;
}

/** One result that is not compliance. */
export interface Finding {
  readonly rule: string;
  readonly verdict: Verdict;
  readonly severity: Severity;
  readonly blocking: boolean;
  /** By zone and classification of the resource. */
  readonly priority: Priority;
  readonly clauses: readonly string[];
  readonly zone?: string;
  readonly resource: FindingResource;
  /** The first property at fault. */
  readonly property?: string;
  /** Its line in the template file, from 1. */
  readonly line?: number;
  /** What the rule says. */
  readonly title: Text;
  /** What is there and what must be there. */
  readonly message: Text;
  /** What to change, in the template and in CDK. */
  readonly fix: Text;
  readonly evidence: readonly Evidence[];
  /** The application that lifts it. */
  readonly exception?: Exception;
}

/** The line of a finding: of the first property at fault, else of its resource. */
export function lineOf(
  { resource, template, line }: Omit<Subject, 'claim'>,
  finding: Finding,
): number | undefined {
  if (line !== undefined) return line;
  const at = finding.evidence[0]?.at ?? resource?.at;
  return at === undefined ? undefined : (resource?.template ?? template)?.lineOf(at);
}

/** What a finding says beyond its rule and its place. */
export type Said = Omit<Finding, 'rule' | 'clauses' | 'resource' | 'line' | 'title' | 'fix' | 'exception'>;

/** Evidence beyond this is counted, not written out. */
const MOST_SHOWN = 5;

export function makeFinding(
  rule: Rule,
  where: Omit<Subject, 'claim'>,
  verdict: Exclude<Verdict, 'excepted'>,
  found: readonly Evidence[],
  context: Context,
  crashed: boolean,
  redactor: Redactor,
): Finding {
  const { resource } = where;
  const adjustment = context.profile.rules[rule.id];
  const announced = isAnnounced(rule, context.version);
  const duty = adjustment?.severity ?? ((rule.duty ?? 'must') === 'must' && !announced ? 'error' : 'warning');
  const severity: Severity = verdict === 'evidence' ? 'info' : crashed ? 'error' : duty;
  const blocks =
    verdict === 'violation' || (verdict === 'undetermined' && adjustment?.undetermined !== 'report');
  const evidence = found.map((item) => redacted(item, redactor));
  const [first] = evidence;
  const zone = resource === undefined ? undefined : context.marks.single(resource, 'zone');
  return findingOf(rule, where, {
    verdict,
    severity,
    blocking: severity === 'error' && (blocks || crashed),
    priority: priorityOf(verdict, (rule.duty ?? 'must') === 'must', resource, context.marks),
    ...(zone === undefined ? {} : { zone }),
    ...(first === undefined || first.path === '' ? {} : { property: first.path }),
    // The conditions are said in the message only.
    message: redactor.redact(
      announced ? concat(messageOf(evidence), announcement(rule)) : messageOf(evidence),
    ),
    evidence,
  });
}

/** The finding of a rule at a place. */
export function findingOf(rule: Rule, where: Omit<Subject, 'claim'>, said: Said): Finding {
  const { resource } = where;
  const template = resource?.template ?? where.template;
  const stack = template?.stack.stackName;
  return {
    rule: rule.id,
    ...said,
    clauses: rule.clauses,
    resource: {
      template: where.file ?? originOf(resource) ?? template?.path ?? '',
      ...(stack === undefined ? {} : { stack }),
      ...(resource === undefined ? {} : { logicalId: resource.logicalId, type: resource.type }),
      ...pathOf(resource, template),
    },
    title: rule.title,
    fix: fixOf(rule, resource, said.property),
  };
}

/** Whether the rule is not yet enforced in a version of this package. */
function isAnnounced({ enforcedFrom }: Rule, version: string): boolean {
  if (enforcedFrom === undefined) return false;
  const [from, at] = [enforcedFrom, version].map((text) => text.split(/[.+-]/, 3).map(Number)) as [
    number[],
    number[],
  ];
  const different = from.findIndex((part, index) => part !== at[index]);
  return different >= 0 && (from[different] as number) > (at[different] ?? 0);
}

function announcement({ enforcedFrom }: Rule): Text {
  return {
    ja: `（新しい規則であり、版${enforcedFrom}から必須となる）`,
    en: ` (a new rule, which blocks from version ${enforcedFrom})`,
  };
}

/**
 * What to change in the template and, in parentheses before the last full stop, what to write in CDK, or how the
 * property is called in the program that the template was made of.
 */
function fixOf(rule: Rule, resource: Resource | undefined, path: string | undefined): Text {
  const origin = resource?.template.origin;
  if (origin === undefined) {
    // The same for all findings of the rule.
    let fix = FIXES.get(rule);
    if (fix === undefined) {
      fix = withMore(rule.fix, { ja: `CDK：${rule.cdk.ja}`, en: `in CDK: ${rule.cdk.en}` });
      FIXES.set(rule, fix);
    }
    return fix;
  }
  const more = origin.adviceFor(resource?.logicalId ?? '', path);
  return more === undefined ? rule.fix : withMore(rule.fix, more);
}

const FIXES = new WeakMap<Rule, Text>();

function withMore(fix: Text, more: Text): Text {
  return {
    ja: `${fix.ja.replace(/。$/, '')}（${more.ja}）。`,
    en: `${fix.en.replace(/\.$/, '')} (${more.en}).`,
  };
}

function originOf(resource: Resource | undefined): string | undefined {
  return resource?.template.origin?.fileOf(resource.logicalId);
}

/** The same without credentials: whatever a rule says, it must not show one. */
function redacted(item: Evidence, redactor: Redactor): Evidence {
  const { path, actual, required, sentence } = item;
  return {
    ...item,
    path: redactor.redact(plain(path)).en,
    actual: redactor.redact(actual),
    required: redactor.redact(required),
    ...(sentence === undefined ? {} : { sentence: redactor.redact(sentence) }),
  };
}

function pathOf(resource: Resource | undefined, template: Template | undefined): { constructPath?: string } {
  const path = resource === undefined ? template?.stack.constructPath : resource.constructPath;
  return path === undefined ? {} : { constructPath: path };
}

function messageOf(evidence: readonly Evidence[]): Text {
  const distinct = withoutRepeats(evidence);
  const shown = distinct.slice(0, MOST_SHOWN).map(({ path, actual, required, sentence, when }) => {
    const condition = describeGuard(when);
    const subject = path === '' ? plain('') : concat(path, { ja: '：', en: ': ' });
    if (sentence !== undefined) return concat(subject, sentence);
    return concat(
      subject,
      { ja: '現在は', en: 'is ' },
      actual,
      { ja: '、必要なのは', en: '; must be ' },
      required,
      condition === undefined ? '' : concat({ ja: '（', en: ' (' }, condition, { ja: '）', en: ')' }),
    );
  });
  const more = distinct.length - shown.length;
  if (more > 0) shown.push({ ja: `ほか${more}件`, en: `and ${more} more` });
  return joinTexts(shown, { ja: '。', en: '. ' });
}

/** What exceptions are looked up by: a finding, or one of a host's own. */
export type Exceptable = Pick<Finding, 'rule' | 'resource' | 'zone' | 'evidence' | 'blocking'>;

/** The faults that a finding names, each once. */
export function piecesOf({ evidence }: Pick<Finding, 'evidence'>): readonly Evidence[] {
  return withoutRepeats(evidence);
}

/** The same words about the same place are said once, for all the choices together. */
function withoutRepeats(evidence: readonly Evidence[]): readonly Evidence[] {
  if (evidence.length < 2) return evidence;
  const distinct = new Map<string, Evidence>();
  for (const item of evidence) {
    const key = JSON.stringify([item.path, item.actual.en, item.required.en]);
    const same = distinct.get(key);
    distinct.set(key, same === undefined ? item : { ...same, when: same.when.or(item.when) });
  }
  return [...distinct.values()];
}
