import type { PolicyViolation } from 'aws-cdk-lib';
import type { Assessment } from '../lib/assess';
import { withoutCredentials } from '../lib/credential-formats';
import { InputError } from '../lib/errors';
import type { Exception, Finding } from '../lib/finding';
import { exceptionText, VERDICTS } from '../lib/report/words';
import { type Language, plain } from '../lib/text';
import type { Acknowledgement } from './acknowledgements';

/** A finding, the construct that it is about, and who tried to wave it through. */
export interface LocatedFinding {
  readonly finding: Finding;
  readonly constructPath: string;
  /** Where in the app it was made. */
  readonly site: string | undefined;
  readonly acknowledgement?: Acknowledgement | undefined;
}

/** CDK takes what precedes `::` in a rule's name for the name of the plugin. */
export const NAMESPACE = 'Jichitai';

/** The rule under which a guardrail reports its outcome, and its own failures. */
export const OUTCOME = 'PolicyGuardrail';
export const GUARDRAIL_RULE = `${NAMESPACE}::${OUTCOME}`;

/** Name of the rule pack for cdk-nag. */
export const PACK = 'JichitaiChecks';

/** Findings that the summary spells out; the rest are counted. */
const SUMMARY_LIMIT = 100;

/**
 * One finding as CDK reports it. What blocks is `fatal`: CDK lets anyone acknowledge an `error` away,
 * and would advise it in the report.
 */
export function findingViolation(located: LocatedFinding, language: Language): PolicyViolation {
  const { finding, constructPath } = located;
  const { rule, verdict, severity, clauses, zone, property, resource } = finding;
  return {
    ruleName: `${NAMESPACE}::${rule}`,
    description: describeFinding(located, language),
    fix: finding.fix[language],
    severity: finding.blocking ? 'fatal' : verdict === 'violation' ? severity : quieter(finding),
    ruleMetadata: {
      verdict,
      severity,
      priority: finding.priority,
      clauses: clauses.join(' '),
      ...(zone === undefined ? {} : { zone }),
      ...(resource.type === undefined ? {} : { resourceType: resource.type }),
    },
    violatingResources: [
      {
        constructPath,
        locations: property === undefined ? [] : [`Properties.${property}`],
        templatePath: resource.template,
        ...(resource.logicalId === undefined ? {} : { resourceLogicalId: resource.logicalId }),
      },
    ],
  };
}

function quieter({ verdict, severity }: Finding): string {
  return verdict === 'undetermined' && severity !== 'info' ? 'warning' : 'info';
}

function describeFinding(
  { finding, constructPath, acknowledgement }: LocatedFinding,
  language: Language,
): string {
  const { rule, verdict, clauses, property, resource, line } = finding;
  const label = (ja: string, en: string) => `\n   ${language === 'ja' ? ja : en}: `;
  const place = resource.logicalId ?? resource.template;
  return [
    `[${VERDICTS[verdict][language]}] ${finding.title[language]}`,
    `${label('内容', 'Found')}${finding.message[language]}`,
    `${label('規則', 'Rule')}${rule}`,
    `${label('条項', 'Clauses')}${clauses.join(', ')}`,
    `${label('対象', 'Resource')}${constructPath} (${place}${resource.type ? `, ${resource.type}` : ''})`,
    property === undefined ? '' : `${label('プロパティ', 'Property')}${property}`,
    line === undefined ? '' : `${label('テンプレート', 'Template')}${resource.template}:${line}`,
    ...exceptionNotes(finding.exception, acknowledgement, language).map((note) => `\n   ${note}`),
  ].join('');
}

/** Under which application a finding is excepted, or that an acknowledgement of it has no effect. */
export function exceptionNotes(
  exception: Exception | undefined,
  acknowledgement: Acknowledgement | undefined,
  language: Language,
): readonly string[] {
  if (exception !== undefined) return [exceptionText(exception)[language]];
  return acknowledgement === undefined ? [] : [ignoredNote(acknowledgement, language)];
}

/** Why an acknowledgement did not help. */
export function ignoredNote({ at, reason, rule }: Acknowledgement, language: Language): string {
  const shown = reason.trim() === '' ? '""' : withoutCredentials(plain(JSON.stringify(reason)))[language];
  return language === 'ja'
    ? `${at || 'アプリ'} での acknowledge (${rule}, 理由 ${shown}) は無効です。例外は承認者と期限を付けて例外措置の台帳に載せてください (8.4(1))`
    : `The acknowledgement at ${at || 'the app'} (${rule}, reason ${shown}) has no effect: an exception needs an approver and a term in the register of exceptions (8.4(1))`;
}

/**
 * The outcome of a guardrail, on the app itself. CDK shows it whichever stacks were selected, where it
 * drops the findings of the others, so it repeats what blocks.
 */
export function outcomeViolation(
  scopes: readonly string[],
  assessment: Assessment,
  findings: readonly LocatedFinding[],
  language: Language,
  /** An acknowledgement of the outcome itself, with which CDK would not show it. */
  silenced?: Acknowledgement | undefined,
): PolicyViolation {
  const blocking = findings.filter(({ finding }) => finding.blocking);
  const lines = blocking.slice(0, SUMMARY_LIMIT).map((located) => summarize(located, language));
  const more = blocking.length - lines.length;
  if (more > 0) lines.push(language === 'ja' ? `\n   ほか ${more} 件` : `\n   and ${more} more`);
  // CDK drops what is acknowledged and not fatal, so that here is the one place where it shows.
  const dropped = findings.filter(
    ({ finding, acknowledgement }) => !finding.blocking && acknowledgement !== undefined,
  );
  lines.push(...dropped.slice(0, SUMMARY_LIMIT).map((located) => summarizeDropped(located, language)));
  if (silenced !== undefined) lines.push(`\n   ${ignoredNote(silenced, language)}`);
  return outcome(
    blocking.length > 0 || silenced !== undefined || (assessment.blocking && scopes.includes('')),
    `${headline(scopes, assessment, findings, language)}${lines.join('')}`,
  );
}

function summarizeDropped(
  { finding, constructPath, acknowledgement }: LocatedFinding,
  language: Language,
): string {
  const notes = exceptionNotes(finding.exception, acknowledgement, language).join(' ');
  return `\n   - [${VERDICTS[finding.verdict][language]}] ${finding.rule} ${constructPath}: ${finding.message[language]}\n     ${notes}`;
}

function summarize(
  { finding, constructPath, site, acknowledgement }: LocatedFinding,
  language: Language,
): string {
  const where = `${constructPath}${site === undefined ? '' : ` (${site})`}`;
  const note = acknowledgement === undefined ? '' : `\n     ${ignoredNote(acknowledgement, language)}`;
  return (
    `\n   - ${finding.rule} (${finding.clauses.join(', ')}) ${where}: ${finding.message[language]}` +
    `\n     => ${finding.fix[language]}${note}`
  );
}

function headline(
  scopes: readonly string[],
  { tool, summary }: Assessment,
  findings: readonly LocatedFinding[],
  language: Language,
): string {
  const blocking = findings.filter(({ finding }) => finding.blocking);
  const count = (verdict: Finding['verdict']) =>
    findings.filter(({ finding }) => finding.verdict === verdict).length;
  const where = scopes
    .map((scope) => scope || (language === 'ja' ? 'アプリ全体' : 'the whole app'))
    .join(', ');
  const against = `${tool.profile} (${tool.policyEdition})`;
  if (language === 'ja') {
    const verdict =
      blocking.length > 0
        ? `情報セキュリティポリシーを満たしていません: 配備を止める指摘 ${blocking.length} 件`
        : '情報セキュリティポリシーの検査に合格しました';
    return (
      `${verdict} (対象 ${where}、プロファイル ${against}、規則 ${summary.rules} 件、リソース ${summary.resources} 件; ` +
      `不適合 ${count('violation')}、判定不能 ${count('undetermined')}、要証跡 ${count('evidence')}、例外措置中 ${count('excepted')})`
    );
  }
  const verdict =
    blocking.length > 0
      ? `The information security policy is not met: ${blocking.length} blocking`
      : 'Checked against the information security policy: nothing blocks';
  return (
    `${verdict} (scope ${where}; profile ${against}; ${summary.rules} rules, ${summary.resources} resources; ` +
    `${count('violation')} violations, ${count('undetermined')} undetermined, ${count('evidence')} evidence needed, ` +
    `${count('excepted')} excepted)`
  );
}

/** Key of a violation's metadata that says at which construct it was acknowledged. */
export const ACKNOWLEDGED = 'acknowledgedAt';

/** What blocks by the rules of cdk-nag, once more on the app itself, and what CDK drops since it is acknowledged. */
export function nagOutcomeViolation(
  found: readonly PolicyViolation[],
  language: Language,
): readonly PolicyViolation[] {
  const blocking = found.filter(({ severity }) => severity === 'fatal');
  const dropped = found.filter(
    ({ severity, ruleMetadata }) => severity !== 'fatal' && ruleMetadata?.[ACKNOWLEDGED] !== undefined,
  );
  if (blocking.length + dropped.length === 0) return [];
  const head =
    language === 'ja'
      ? `cdk-nag の規則による検査: 配備を止める指摘 ${blocking.length} 件`
      : `Checked by rules of cdk-nag: ${blocking.length} blocking`;
  const lines = [
    ...blocking
      .slice(0, SUMMARY_LIMIT)
      .map(
        ({ ruleName, violatingResources }) =>
          `\n   - ${ruleName} ${violatingResources[0]?.constructPath ?? ''}`,
      ),
    ...dropped.slice(0, SUMMARY_LIMIT).map(({ description }) => `\n   - ${description}`),
  ];
  return [outcome(blocking.length > 0, `${head}${lines.join('')}`)];
}

/** A guardrail that could not do its work: nothing may pass on it. */
export function failureViolation(error: unknown, language: Language): PolicyViolation {
  const reason =
    error instanceof InputError
      ? error.text[language]
      : withoutCredentials(plain(error instanceof Error ? error.message : String(error)))[language];
  return outcome(
    true,
    language === 'ja'
      ? `情報セキュリティポリシーの検査ができなかったため、合格とは扱いません: ${reason}`
      : `The check against the information security policy could not be made, so nothing passes: ${reason}`,
  );
}

/** Templates of the app that the engine did not get to see. */
export function unreadViolation(count: number, language: Language): PolicyViolation {
  return outcome(
    true,
    language === 'ja'
      ? `アプリのテンプレートのうち ${count} 件を検査できなかったため、合格とは扱いません (入れ子スタックのテンプレートは asset metadata から探します)`
      : `${count} of the app's templates could not be checked, so nothing passes (those of nested stacks are found by asset metadata)`,
  );
}

/** A guardrail on a scope that holds no template: it enforces nothing, and somebody thinks it does. */
export function emptyScopeViolation(scope: string, language: Language): PolicyViolation {
  return outcome(
    true,
    language === 'ja'
      ? `PolicyGuardrail を付けた「${scope}」にはスタックがなく、何も検査されていません。App、Stage、Stack のいずれかに付けてください`
      : `The PolicyGuardrail on \`${scope}\` has no stack to check: put it on the App, the Stage or the Stack that it is meant for`,
  );
}

/** Only `fatal` at the root of the app fails every synth, whatever was selected or acknowledged. */
function outcome(failed: boolean, description: string): PolicyViolation {
  return {
    ruleName: GUARDRAIL_RULE,
    description,
    severity: failed ? 'fatal' : 'info',
    violatingResources: [{ constructPath: '', locations: [] }],
  };
}
