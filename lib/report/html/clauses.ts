import { SECTIONS } from '../../policy/clauses';
import type { Text } from '../../text';
import { BEARERS, KINDS } from '../clause-words';
import { CLAUSE_VERDICTS, type ClauseResult, type ClauseVerdict } from '../inspection';
import { both, html, type Markup } from './markup';

/** More than this many findings of a clause are counted, not listed. */
const MOST_LISTED = 5;
const WITH_COLOUR: Readonly<Partial<Record<ClauseVerdict, string>>> = {
  compliant: 'compliant',
  violation: 'violation',
  undetermined: 'undetermined',
  excepted: 'excepted',
  evidence: 'evidence',
};
const ORDER = Object.keys(CLAUSE_VERDICTS) as ClauseVerdict[];

/** How each clause of the policy stands, section by section; those that something was found about are open. */
export function clausesSection(
  results: readonly ClauseResult[],
  anchors: ReadonlyMap<object, string>,
): Markup {
  const bySection = new Map<string, ClauseResult[]>();
  for (const result of results) {
    const section = sectionOf(result.clause.number);
    const list = bySection.get(section);
    if (list === undefined) bySection.set(section, [result]);
    else list.push(result);
  }
  return html`<section aria-labelledby="clauses">
<h2 id="clauses">${both({ ja: '条項別の結果', en: 'Clause by clause' })}</h2>
<p>${tally(results)}</p>
${[...bySection].map(([section, list]) => sectionGroup(section, list, anchors))}
</section>`;
}

function sectionGroup(
  section: string,
  results: readonly ClauseResult[],
  anchors: ReadonlyMap<object, string>,
): Markup {
  const title = SECTIONS.get(section);
  const isOpen = results.some(({ verdict }) => verdict === 'violation' || verdict === 'undetermined');
  return html`<details${isOpen && html` open`}><summary><b>${section}</b> ${title !== undefined && both(title)}
<span class="soft">${tally(results)}</span></summary>
<table class="stack"><thead><tr><th>${both({ ja: '条項番号', en: 'Clause' })}</th>
<th>${both({ ja: '趣旨', en: 'Duty' })}</th><th>${both({ ja: '判定', en: 'Verdict' })}</th>
<th>${both({ ja: '根拠', en: 'Grounds' })}</th></tr></thead><tbody>
${results.map((result) => row(result, anchors))}</tbody></table></details>
`;
}

function row(
  { clause, verdict, rules, counts, findings }: ClauseResult,
  anchors: ReadonlyMap<object, string>,
): Markup {
  const results =
    counts.compliant + counts.violation + counts.undetermined + counts.excepted + counts.evidence;
  const listed = findings.slice(0, MOST_LISTED);
  const more = findings.length - listed.length;
  return html`<tr id="c-${clause.number}"><th scope="row">${clause.number}</th><td>${both(clause.duty)}
<br><span class="soft">${both(KINDS[clause.kind])} · ${clause.bearers.map((bearer, index) => [index > 0 && ' / ', both(BEARERS[bearer])])}</span></td>
<td>${clauseBadge(verdict)}</td>
<td>${
    rules.length === 0
      ? clause.reason !== undefined && both(clause.reason)
      : html`${both({
          ja: `規則${rules.length}件、結果${results}件のうち適合${counts.compliant}件`,
          en: `${rules.length} rules; ${counts.compliant} of ${results} results compliant`,
        })}${listed.map(
          (finding) =>
            html`<br><a href="#${anchors.get(finding) ?? 'findings'}">${finding.rule}</a> ${finding.resource.constructPath ?? finding.resource.logicalId ?? ''}`,
        )}${more > 0 && html`<br>${both({ ja: `ほか${more}件`, en: `and ${more} more` })}`}`
  }</td></tr>
`;
}

function clauseBadge(verdict: ClauseVerdict): Markup {
  return html`<span class="badge ${WITH_COLOUR[verdict] ?? ''}">${both(CLAUSE_VERDICTS[verdict])}</span>`;
}

function tally(results: readonly ClauseResult[]): Markup {
  const parts = ORDER.flatMap((verdict) => {
    const count = results.filter((result) => result.verdict === verdict).length;
    return count === 0
      ? []
      : [{ ja: `${CLAUSE_VERDICTS[verdict].ja}${count}`, en: `${count} ${CLAUSE_VERDICTS[verdict].en}` }];
  });
  const text: Text = {
    ja: parts.map(({ ja }) => ja).join('、'),
    en: parts.map(({ en }) => en).join(', '),
  };
  return both(text);
}

/** The section that a clause stands in, without its (n) and what is below. */
function sectionOf(clause: string): string {
  return /^\d+(\.\d+)?/.exec(clause)?.[0] ?? '';
}
