import type { MapGraph } from '../../analysis/zone-map/graph';
import { ZONE_NAMES, type ZoneEnd } from '../../policy/zones';
import type { Text } from '../../text';
import { anchorOf } from '../html/findings';
import { both, type Content, html, type Markup } from '../html/markup';
import { VERDICTS } from '../words';
import { SIGNS } from './svg';
import { MOST_PERMITTED, type Track } from './tracks';

const ENDS: Readonly<Record<ZoneEnd, Text>> = {
  ...ZONE_NAMES,
  'open-internet': { ja: 'インターネット', en: 'Internet' },
};

/** The map with what its lines mean, and each way in words. */
export function mapSection(picture: Markup, graph: MapGraph, tracks: readonly Track[]): Markup {
  const forbidden = tracks.filter(({ way }) => way.kind === 'forbidden');
  const permitted = tracks.filter(({ way }) => way.kind === 'permitted');
  return html`<section aria-labelledby="map">
<h2 id="map">${both({ ja: '領域図', en: 'Zone map' })}</h2>
${legend(tracks)}
<p class="tools"><button type="button" data-fit aria-pressed="false">${both({ ja: '全体を縮小して表示', en: 'Fit the width' })}</button>
<button type="button" data-way="" hidden>${both({ ja: '経路の選択を解除', en: 'Show all ways' })}</button></p>
<div class="map" role="group" aria-labelledby="map" tabindex="0">${picture}</div>
${forbidden.length > 0 && forbiddenWays(forbidden, graph.undrawn)}
${permitted.length > 0 && permittedWays(permitted)}
</section>`;
}

function legend(tracks: readonly Track[]): Markup {
  const states = new Set(tracks.map(({ state }) => state));
  const sample = (kind: string, text: Text, head?: string) =>
    html`<li><svg class="sample" width="44" height="14" aria-hidden="true"><path class="link ${kind}" d="M1 7L42 7"${head !== undefined && html` marker-end="url(#arrow-${head})"`}/></svg>${both(text)}</li>
`;
  const note = (sign: string, verdict: string, text: Text) =>
    html`<li><b class="badge ${verdict}">${sign}</b> ${both(text)}</li>
`;
  return html`<ul class="legend">
${sample('', { ja: '接続', en: 'connection' })}
${states.has('permitted') && sample('way permitted', { ja: '許可された通信（点線、白抜きの矢印）', en: 'traffic that may pass (dotted, open arrow)' }, 'permitted')}
${states.has('violation') && sample('way violation', { ja: '許可されていない通信の経路（太線、塗りの矢印）', en: 'way of traffic that must not pass (thick, filled arrow)' }, 'violation')}
${states.has('undetermined') && sample('way undetermined', { ja: '通り得る経路（太い破線、判定不能）', en: 'way that may be open (thick dashes, undetermined)' }, 'undetermined')}
${states.has('excepted') && sample('way excepted', { ja: '例外措置中の経路（一点鎖線）', en: 'excepted way (dash and dot)' }, 'excepted')}
${note(SIGNS.violation, 'violation', { ja: '不適合の指摘があるもの', en: 'has a violation' })}
${note(SIGNS.undetermined, 'undetermined', { ja: '判定不能の指摘があるもの', en: 'has an undetermined finding' })}
${sample('marked violation', { ja: '不適合の指摘がある接続（長い破線）', en: 'connection with a violation (long dashes)' })}
${sample('marked undetermined', { ja: '判定不能の指摘がある接続（短い破線）', en: 'connection with an undetermined finding (short dashes)' })}
</ul>`;
}

function forbiddenWays(tracks: readonly Track[], undrawn: number): Markup {
  return html`<h3>${both({ ja: `領域を越える経路（${tracks.length}件）`, en: `Ways across zones (${tracks.length})` })}</h3>
<p class="soft screen">${both({
    ja: '「図で示す」を押すと、その経路だけが図に残り、ホップの番号が付く。',
    en: '“Show on the map” leaves this way alone on the map, with the numbers of its hops.',
  })}</p>
<ul class="ways">${tracks.map(entry)}</ul>
${undrawn > 0 && html`<p>${both({ ja: `ほか${undrawn}件の経路は図に示していない。指摘の本文に記載がある。`, en: `${undrawn} more ways are not drawn; the findings tell of them.` })}</p>`}
`;
}

function permittedWays(tracks: readonly Track[]): Markup {
  const listed = tracks.slice(0, MOST_PERMITTED);
  const more = tracks.length - listed.length;
  return html`<details class="permitted"><summary>${both({ ja: `許可された通信（${tracks.length}件）`, en: `Traffic that may pass (${tracks.length})` })}</summary>
<ul class="ways">${listed.map(entry)}</ul>
${more > 0 && html`<p>${both({ ja: `ほか${more}件`, en: `and ${more} more` })}</p>`}
</details>`;
}

function entry({ id, number, way, state, rank }: Track): Markup {
  const { from, to, stops, packet, condition, approval } = way;
  return html`<li id="${id}" class="${state}">
<p><b>${both({ ja: `経路${number}`, en: `Way ${number}` })} ${both(ENDS[from])} → ${both(ENDS[to])}</b>
${state === 'permitted' ? html`<span class="soft">${both(groundOf(approval))}</span>` : html`<span class="badge ${state}">${both(VERDICTS[state])}</span>`}
<button type="button" data-way="${id}" aria-pressed="false">${both({ ja: '図で示す', en: 'Show on the map' })}</button>
${rank !== undefined && html`<a href="#${anchorOf(rank)}">${both({ ja: '指摘を見る', en: 'See the finding' })}</a>`}</p>
<ol class="hops">${stops.map(({ title }, index) => html`<li><span class="number">${index + 1}</span> ${both(title)}</li>`)}</ol>
<p class="soft">${both({ ja: '例：', en: 'For example ' })}${both(packet)}${condition !== undefined && html` – ${both(condition)}`}</p>
</li>
`;
}

function groundOf(approval: string | undefined): Text {
  return approval === undefined
    ? { ja: 'ポリシーが分離を求めない', en: 'the policy does not keep these apart' }
    : { ja: `許可の申請番号 ${approval}`, en: `permitted by ${approval}` };
}

/** Links from a finding to its ways on the map. */
export function linksToMap(tracks: readonly Track[]): ReadonlyMap<number, Content> {
  const links = new Map<number, Content[]>();
  for (const { id, number, rank } of tracks) {
    if (rank === undefined) continue;
    const link = html`<a href="#${id}">${both({ ja: `経路${number}を領域図で示す`, en: `Show way ${number} on the zone map` })}</a> `;
    links.set(rank, [...(links.get(rank) ?? []), link]);
  }
  return links;
}
