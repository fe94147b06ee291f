import type { Finding } from '../assess';
import type { Text } from '../text';
import { jsonText } from './escape';
import { fingerprintsOf } from './fingerprint';
import { CLAUSE_VERDICTS, type ClauseResult, inspect } from './inspection';
import { controlId, metadataOf, prop, uuidOf } from './oscal-common';
import { bestPlace, subjectOf } from './place';
import type { ReportInput } from './report';
import { japaneseTime } from './sheet';
import { summaryLines } from './text';
import { exceptionText, paragraphOf, printable, VERDICTS } from './words';

/**
 * OSCAL 1.1 assessment results (JSON), about the controls of the catalog that `rules --format oscal` writes: an
 * observation for each finding, a finding for each clause that rules judged. OSCAL has two states: satisfied is only
 * what is compliant; what is undetermined, excepted or needs evidence is not, with the reason. What is excepted is a
 * risk whose deviation is approved.
 */
export function oscalReport(input: ReportInput): string {
  const { assessment, language, now } = input;
  const say = (text: Text) => text[language];
  const { tool, findings } = assessment;
  const time = japaneseTime(now);
  const fingerprints = fingerprintsOf(findings);
  const keys = new Map(findings.map((finding, at) => [finding, fingerprints[at] as string]));
  const clauses = inspect(assessment, input.rules).filter(
    ({ verdict, rules }) => rules.length > 0 && verdict !== 'notApplicable',
  );
  const subjects = new Map(findings.map((finding) => [subjectUuid(finding), finding]));
  const excepted = findings.filter(({ exception }) => exception !== undefined);
  const plan = uuidOf('plan', tool.profile);
  const result = {
    uuid: uuidOf('result', time, ...fingerprints),
    title: say({ ja: '配備前の検査', en: 'Check before deployment' }),
    description: printable(summaryLines(assessment).map(say).join('\n')),
    start: time,
    end: time,
    props: [prop('profile', tool.profile), prop('tool-version', tool.version)],
    ...(subjects.size === 0
      ? {}
      : {
          'local-definitions': {
            'inventory-items': [...subjects].map(([uuid, finding]) => ({
              uuid,
              description: printable(subjectOf(finding)),
              props: [
                prop('template', oneLine(finding.resource.template)),
                ...(finding.resource.type === undefined
                  ? []
                  : [prop('type', oneLine(finding.resource.type))]),
              ].filter(({ value }) => value !== ''),
            })),
          },
        }),
    'reviewed-controls': {
      'control-selections': [
        clauses.length === 0
          ? { description: say({ ja: '検査したものはない', en: 'nothing was checked' }) }
          : { 'include-controls': clauses.map(({ clause }) => ({ 'control-id': controlId(clause.number) })) },
      ],
    },
    ...(findings.length === 0
      ? {}
      : {
          observations: findings.map((finding) =>
            observation(finding, keys.get(finding) as string, input, time),
          ),
        }),
    ...(excepted.length === 0
      ? {}
      : { risks: excepted.map((finding) => risk(finding, keys.get(finding) as string, say)) }),
    ...(clauses.length === 0 ? {} : { findings: clauses.map((clause) => clauseFinding(clause, keys, say)) }),
  };
  const results = {
    uuid: uuidOf('results', time, ...fingerprints),
    metadata: metadataOf(say({ ja: `${tool.name}の検査結果`, en: `Results of ${tool.name}` }), time, now),
    'import-ap': { href: `#${plan}` },
    results: [result],
    'back-matter': {
      resources: [
        {
          uuid: plan,
          title: say({ ja: '検査の計画', en: 'Assessment plan' }),
          description: say({
            ja: `プロファイル${tool.profile}の全ての規則を、全てのテンプレートに適用する。別の計画書はない。`,
            en: `All rules, with the figures of profile ${tool.profile}, for all templates. There is no plan on paper.`,
          }),
        },
      ],
    },
  };
  return jsonText({ 'assessment-results': results });
}

function observation(finding: Finding, key: string, input: ReportInput, collected: string) {
  const { language } = input;
  const { file, line } = bestPlace(finding, input);
  return {
    uuid: uuidOf('observation', key),
    title: finding.rule,
    description: printable(paragraphOf(finding, language)),
    props: [
      prop('rule', finding.rule),
      prop('verdict', finding.verdict),
      prop('priority', finding.priority),
      prop('blocking', String(finding.blocking)),
      prop('fingerprint', key),
    ],
    methods: ['TEST'],
    types: ['finding'],
    subjects: [{ 'subject-uuid': subjectUuid(finding), type: 'inventory-item' }],
    'relevant-evidence': [
      { description: printable(line === undefined ? file : `${file}:${line}`) || finding.rule },
    ],
    collected,
  };
}

function risk(finding: Finding, key: string, say: (text: Text) => string) {
  const exception = finding.exception as NonNullable<Finding['exception']>;
  return {
    uuid: uuidOf('risk', key),
    title: `${finding.rule}: ${oneLine(subjectOf(finding))}`,
    description: printable(say(finding.message)),
    statement: printable(say(exceptionText(exception))),
    props: [prop('application', oneLine(exception.application))].filter(({ value }) => value !== ''),
    status: 'deviation-approved',
  };
}

function clauseFinding(
  { clause, verdict, findings, counts }: ClauseResult,
  keys: ReadonlyMap<Finding, string>,
  say: (text: Text) => string,
) {
  const id = controlId(clause.number);
  const observed = findings.map((finding) => keys.get(finding) as string);
  const risks = findings
    .filter(({ exception }) => exception !== undefined)
    .map((finding) => keys.get(finding) as string);
  const tally = (['compliant', 'violation', 'undetermined', 'evidence', 'excepted'] as const)
    .map((each) => `${say(VERDICTS[each])} ${counts[each]}`)
    .join(', ');
  return {
    uuid: uuidOf('finding', id, ...observed),
    title: `${clause.number} ${say(CLAUSE_VERDICTS[verdict])}`,
    description: say(clause.duty),
    props: [prop('verdict', verdict)],
    target: {
      type: 'statement-id',
      'target-id': `${id}_smt`,
      status: {
        state: verdict === 'compliant' ? 'satisfied' : 'not-satisfied',
        reason: verdict === 'compliant' ? 'pass' : verdict === 'violation' ? 'fail' : 'other',
        remarks: `${say(CLAUSE_VERDICTS[verdict])}: ${tally}`,
      },
    },
    ...(observed.length === 0
      ? {}
      : {
          'related-observations': observed.map((key) => ({ 'observation-uuid': uuidOf('observation', key) })),
        }),
    ...(risks.length === 0
      ? {}
      : { 'related-risks': risks.map((key) => ({ 'risk-uuid': uuidOf('risk', key) })) }),
  };
}

function subjectUuid({ resource: { template, logicalId, stack } }: Finding): string {
  return uuidOf('subject', stack ?? '', template, logicalId ?? '');
}

/** A string in OSCAL has neither ends of lines nor spaces around it. */
function oneLine(text: string): string {
  return printable(text).replace(/\s+/g, ' ').trim();
}
