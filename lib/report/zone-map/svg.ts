import { type MapBox, type MapGraph, type MapLine, resourceKey } from '../../analysis/zone-map/graph';
import type { Finding } from '../../finding';
import type { Text } from '../../text';
import { anchorOf } from '../html/findings';
import { both, escaped, html, Markup } from '../html/markup';
import { VERDICTS } from '../words';
import type { MapLayout } from './layout';
import { baseline } from './size';

type Mark = 'violation' | 'undetermined';

/** Findings by the resource that they are about, worst first. */
type Marks = ReadonlyMap<string, { readonly verdict: Mark; readonly rank: number }>;

/** The map as a picture in which what breaks the policy leads to its finding. */
export function mapPicture(graph: MapGraph, layout: MapLayout, findings: readonly Finding[]): Markup {
  const marks = marksOf(findings);
  const { width, height } = layout;
  return html`<div class="map" role="group" tabindex="0"><svg xmlns="http://www.w3.org/2000/svg" width="${Math.ceil(width)}" height="${Math.ceil(height)}" viewBox="0 0 ${Math.ceil(width)} ${Math.ceil(height)}">
${graph.boxes.map((box) => boxPicture(box, layout, marks))}
${graph.lines.map((line) => linePicture(line, layout, marks))}
</svg></div>`;
}

function marksOf(findings: readonly Finding[]): Marks {
  const marks = new Map<string, { verdict: Mark; rank: number }>();
  for (const [rank, { verdict, resource, clauses }] of findings.entries()) {
    if (verdict !== 'violation' && verdict !== 'undetermined') continue;
    if (resource.logicalId === undefined || !clauses.some(isAboutZones)) continue;
    const key = resourceKey(resource.template, resource.logicalId);
    const known = marks.get(key);
    if (known === undefined || (known.verdict === 'undetermined' && verdict === 'violation'))
      marks.set(key, { verdict, rank });
  }
  return marks;
}

/** The clauses of zones and connections; other findings are no matter of this picture. */
function isAboutZones(clause: string): boolean {
  return /^(4|5\.3|7\.1\((8|9|10)\)|7\.5\((1|7)\))/.test(clause);
}

function worst(resources: ReadonlySet<string>, marks: Marks) {
  let found: { readonly verdict: Mark; readonly rank: number } | undefined;
  for (const key of resources) {
    const mark = marks.get(key);
    if (
      mark !== undefined &&
      (found === undefined || (found.verdict !== 'violation' && mark.verdict === 'violation'))
    )
      found = mark;
  }
  return found;
}

function boxPicture(box: MapBox, layout: MapLayout, marks: Marks): Markup {
  const at = layout.boxes.get(box.id);
  if (at === undefined) return html``;
  const mark = worst(box.resources, marks);
  const classes = [box.kind, box.zone !== undefined && `zone-${box.zone}`, mark && 'marked', mark?.verdict];
  const inside = html`<rect class="box" x="${round(at.x)}" y="${round(at.y)}" width="${round(at.width)}" height="${round(at.height)}"/>
${[box.title, ...box.details].map((text, index) => {
  const { x, y } = baseline(index);
  return label(text, at.x + x, at.y + y, index === 0 ? 'title' : 'detail');
})}${hint(mark, box.title)}`;
  return html`<g class="${classes.filter(Boolean).join(' ')}">${linked(inside, mark)}</g>
`;
}

function linePicture(line: MapLine, layout: MapLayout, marks: Marks): Markup {
  const points = layout.lines.get(line.id) ?? [];
  if (points.length === 0) return html``;
  const mark = worst(line.resources, marks);
  const path = points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
  const inside = html`<path class="link ${mark?.verdict ?? ''}" d="${path}"/>${hint(mark, line.title)}`;
  return html`<g>${linked(inside, mark)}</g>
`;
}

function linked(inside: Markup, mark: { readonly rank: number } | undefined): Markup {
  return mark === undefined ? inside : html`<a href="#${anchorOf(mark.rank)}">${inside}</a>`;
}

function hint(mark: { readonly verdict: Mark } | undefined, title: Text): Markup {
  const verdict = mark === undefined ? undefined : VERDICTS[mark.verdict];
  return html`<title>${title.ja}${title.ja === title.en ? '' : ` / ${title.en}`}${verdict !== undefined && ` (${verdict.ja} / ${verdict.en})`}</title>`;
}

/** Text of a picture takes no elements of HTML: each language is an element of its own. */
function label(text: Text, x: number, y: number, kind: string): Markup {
  const one = (language: 'ja' | 'en' | undefined, content: string) =>
    new Markup(
      `<text x="${round(x)}" y="${round(y)}" class="${kind}${language === undefined ? '' : ` ${language}`}"${language === undefined ? '' : ` lang="${language}"`}>${escaped(content)}</text>`,
    );
  return text.ja === text.en ? one(undefined, text.ja) : html`${one('ja', text.ja)}${one('en', text.en)}`;
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** The map with what its lines and colours mean. */
export function mapSection(picture: Markup): Markup {
  const sample = (kind: string, text: Text) =>
    html`<li><svg class="sample" width="36" height="10" aria-hidden="true"><path class="link ${kind}" d="M0 5L36 5"/></svg>${both(text)}</li>`;
  return html`<section aria-labelledby="map">
<h2 id="map">${both({ ja: '領域図', en: 'Zone map' })}</h2>
<ul class="legend">
${sample('', { ja: '接続', en: 'connection' })}
${sample('violation', { ja: '不適合', en: 'violation' })}
${sample('undetermined', { ja: '判定不能', en: 'undetermined' })}
</ul>
${picture}
</section>`;
}
