import type { Assessment } from '../../assess';
import type { Finding } from '../../finding';
import { ZONE_NAMES, ZONES } from '../../policy/zones';
import type { Text } from '../../text';
import { PRIORITIES, VERDICTS } from '../words';
import { anchorOf } from './findings';
import { both, html, type Markup } from './markup';

const SHOWN: readonly Finding['verdict'][] = ['violation', 'undetermined', 'evidence', 'excepted'];
/** More are a list for the section of findings. */
const MOST_URGENT = 10;

/** How it came out, with what it is counted among. */
export function overviewSection(assessment: Assessment): Markup {
  const { summary, findings, blocking, assumptions } = assessment;
  const blocked = findings.filter((finding) => finding.blocking).length;
  const results = summary.compliant + SHOWN.reduce((sum, verdict) => sum + summary[verdict], 0);
  return html`<section aria-labelledby="overview">
<h2 id="overview">${both({ ja: '概要', en: 'Overview' })}</h2>
<p class="state ${blocking ? 'blocked' : 'clear'}">${both(
    blocking
      ? { ja: `配備を止める指摘が${blocked}件ある。`, en: `Findings that block the deployment: ${blocked}.` }
      : { ja: '配備を止める指摘はない。', en: 'Nothing blocks the deployment.' },
  )}</p>
<ul class="cards">
${(['compliant', ...SHOWN] as const).map(
  (verdict) => html`<li class="${verdict}">${both(VERDICTS[verdict])}<b>${summary[verdict]}</b>
<span class="soft">/ ${results}</span></li>
`,
)}</ul>
<p>${both({
    ja: `テンプレート${summary.templates}件のリソース${summary.resources}件を、規則${summary.rules}件で検査した。結果は、規則とリソースの組ごとに数える。`,
    en: `${summary.resources} resources of ${summary.templates} templates were checked by ${summary.rules} rules. Results are counted by rule and resource.`,
  })}</p>
${summary.resources === 0 && html`<p>${both({ ja: '検査対象のリソースがないため、何も検査していない。', en: 'There are no resources, so nothing was checked.' })}</p>`}
${findings.length > 0 && zoneTable(findings)}
${urgent(findings)}
${
  assumptions.length > 0 &&
  html`<h3>${both({ ja: '前提とした事項', en: 'Taken for granted' })}</h3>
<ul>${assumptions.map((assumption) => html`<li>${assumption}</li>`)}</ul>`
}
</section>`;
}

function zoneTable(findings: readonly Finding[]): Markup {
  const rows: readonly (readonly [Text, (finding: Finding) => boolean])[] = [
    ...ZONES.map((zone) => [ZONE_NAMES[zone], (finding: Finding) => finding.zone === zone] as const),
    [{ ja: '領域なし', en: 'no zone' }, (finding) => !ZONES.some((zone) => finding.zone === zone)],
  ];
  return html`<div class="wide"><table><thead><tr><th>${both({ ja: '領域', en: 'Zone' })}</th>
${SHOWN.map((verdict) => html`<th>${both(VERDICTS[verdict])}</th>`)}</tr></thead><tbody>
${rows.map(
  ([name, fits]) => html`<tr><th scope="row">${both(name)}</th>${SHOWN.map(
    (verdict) =>
      html`<td class="number">${findings.filter((finding) => finding.verdict === verdict && fits(finding)).length}</td>`,
  )}</tr>
`,
)}</tbody></table></div>`;
}

const ORDER = ['critical', 'high', 'medium', 'low'] as const;

/** What to begin with. */
function urgent(findings: readonly Finding[]): Markup | undefined {
  const ranked = findings
    .map((finding, rank) => ({ finding, rank }))
    .filter(({ finding }) => finding.blocking)
    .sort((a, b) => ORDER.indexOf(a.finding.priority) - ORDER.indexOf(b.finding.priority) || a.rank - b.rank)
    .slice(0, MOST_URGENT);
  if (ranked.length === 0) return undefined;
  return html`<h3>${both({ ja: '先に対応する指摘', en: 'To begin with' })}</h3>
<ol>${ranked.map(
    ({ finding, rank }) => html`<li><a href="#${anchorOf(rank)}">${both(finding.title)}</a>
<span class="soft">${both(PRIORITIES[finding.priority])} · ${finding.resource.constructPath ?? finding.resource.logicalId ?? finding.resource.template}</span></li>
`,
  )}</ol>`;
}
