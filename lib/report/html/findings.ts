import type { Assessment } from '../../assess';
import type { Finding } from '../../finding';
import { ZONES } from '../../policy/zones';
import type { Text } from '../../text';
import { exceptionText, PRIORITIES, SEVERITIES, VERDICTS } from '../words';
import { both, type Content, html, type Markup } from './markup';

/** The place in the page of a finding, by its rank in the assessment. */
export function anchorOf(rank: number): string {
  return `f-${rank + 1}`;
}

export function badge(verdict: Finding['verdict'] | 'compliant'): Markup {
  return html`<span class="badge ${verdict}">${both(VERDICTS[verdict])}</span>`;
}

/** All findings by stack and resource, with what to look for in them. */
export function findingsSection(
  { findings }: Assessment,
  links: ReadonlyMap<number, Content> = new Map(),
): Markup {
  return html`<section aria-labelledby="findings">
<h2 id="findings">${both({ ja: 'リソース別の結果', en: 'By resource' })}</h2>
${
  findings.length === 0
    ? html`<p>${both({ ja: '指摘はない。', en: 'There are no findings.' })}</p>`
    : html`${filters(findings)}${[...byStack(findings)].map(([stack, resources]) => stackGroup(stack, resources, links))}`
}
</section>`;
}

interface Ranked {
  readonly finding: Finding;
  readonly rank: number;
}

type ByResource = Map<string, Ranked[]>;

function byStack(findings: readonly Finding[]): Map<string, ByResource> {
  const stacks = new Map<string, ByResource>();
  for (const [rank, finding] of findings.entries()) {
    const { resource } = finding;
    const stack =
      resource.stack === undefined ? resource.template : `${resource.stack} – ${resource.template}`;
    const resources = stacks.get(stack) ?? new Map<string, Ranked[]>();
    stacks.set(stack, resources);
    const name = resource.constructPath ?? resource.logicalId ?? '';
    const key = resource.type === undefined ? name : `${name} (${resource.type})`;
    const list = resources.get(key);
    if (list === undefined) resources.set(key, [{ finding, rank }]);
    else list.push({ finding, rank });
  }
  return stacks;
}

function stackGroup(stack: string, resources: ByResource, links: ReadonlyMap<number, Content>): Markup {
  const total = [...resources.values()].reduce((sum, list) => sum + list.length, 0);
  return html`<details open data-group><summary><b>${stack}</b>
<span class="soft">${both({ ja: `${total}件`, en: `${total}` })}</span></summary>
${[...resources].map(
  ([resource, list]) => html`<div data-group>
<h3>${resource === '' ? both({ ja: 'テンプレート全体', en: 'the template as a whole' }) : resource}</h3>
${list.map((ranked) => article(ranked, links.get(ranked.rank)))}</div>`,
)}
</details>
`;
}

function article({ finding, rank }: Ranked, onMap: Content): Markup {
  const { verdict, severity, priority, rule, clauses, zone, line, resource, exception } = finding;
  const place = line === undefined ? resource.template : `${resource.template}:${line}`;
  return html`<article id="${anchorOf(rank)}" class="${verdict}" data-verdict="${verdict}" data-zone="${zone ?? ''}">
<p>${badge(verdict)} <b>${rule}</b> ${clauses.map((clause) => html`<a href="#c-${clause}">${clause}</a> `)}
<span class="soft">${
    // What needs evidence waits for people anyway.
    verdict !== 'evidence' && html`${both(SEVERITIES[severity])} · ${both(PRIORITIES[priority])} · `
  }${zone !== undefined && html`${zone} · `}<code>${place}</code></span></p>
<p><b>${both(finding.title)}</b></p>
<p>${both(finding.message)}</p>
${onMap !== undefined && html`<p>${onMap}</p>`}
${exception !== undefined && html`<p>${both(exceptionText(exception))}</p>`}
${
  exception === undefined &&
  verdict !== 'evidence' &&
  html`<p><b>${both({ ja: '対応', en: 'Fix' })}</b> ${both(finding.fix)}</p>`
}
</article>
`;
}

function filters(findings: readonly Finding[]): Markup {
  const verdicts = (['violation', 'undetermined', 'excepted', 'evidence'] as const).filter((verdict) =>
    findings.some((finding) => finding.verdict === verdict),
  );
  const zones = ZONES.filter((zone) => findings.some((finding) => finding.zone === zone));
  return html`<div class="filters" role="search">
<label>${both({ ja: '判定', en: 'Verdict' })}<select data-filter="verdict">
${option('', { ja: '全て', en: 'all' })}${verdicts.map((verdict) => option(verdict, VERDICTS[verdict]))}</select></label>
<label>${both({ ja: '領域', en: 'Zone' })}<select data-filter="zone">
${option('', { ja: '全て', en: 'all' })}${zones.map((zone) => option(zone, { ja: zone, en: zone }))}</select></label>
<label>${both({ ja: '語句', en: 'Text' })}<input data-filter="text" type="search" autocomplete="off"></label>
<span>${both({ ja: '表示中', en: 'shown' })} <b data-shown>${findings.length}</b> / ${findings.length}</span>
</div>`;
}

/** Options hold plain text only, so that the page says them anew when the language changes. */
function option(value: string, text: Text): Content {
  return html`<option value="${value}" data-ja="${text.ja}" data-en="${text.en}">${text.ja}</option>`;
}

/** What is excepted, apart from everything else. */
export function exceptionsSection({ findings }: Assessment): Markup {
  const excepted = findings.flatMap((finding, rank) =>
    finding.exception === undefined ? [] : [{ finding, exception: finding.exception, rank }],
  );
  return html`<section aria-labelledby="exceptions">
<h2 id="exceptions">${both({ ja: '例外措置', en: 'Exceptions' })}</h2>
${
  excepted.length === 0
    ? html`<p>${both({ ja: '例外措置により許可された指摘はない。', en: 'No finding is excepted.' })}</p>`
    : html`<div class="wide"><table class="stack"><thead><tr>
<th>${both({ ja: '申請番号', en: 'Application' })}</th><th>${both({ ja: '内容', en: 'What it is' })}</th>
<th>${both({ ja: '規則', en: 'Rule' })}</th>
<th>${both({ ja: '対象', en: 'Resource' })}</th></tr></thead><tbody>
${excepted.map(
  ({ finding, exception, rank }) => html`<tr><td>${exception.application}</td>
<td>${both(exceptionText(exception))}</td><td><a href="#${anchorOf(rank)}">${finding.rule}</a></td>
<td>${finding.resource.constructPath ?? finding.resource.logicalId ?? finding.resource.template}</td></tr>
`,
)}</tbody></table></div>`
}
</section>`;
}
