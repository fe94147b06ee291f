import type { MapBox, MapGraph, MapLine } from '../../analysis/zone-map/graph';
import type { Text } from '../../text';
import { anchorOf } from '../html/findings';
import { escaped, html, Markup } from '../html/markup';
import { VERDICTS } from '../words';
import type { MapLayout } from './layout';
import { baseline, type Place, type Point, widthOf } from './size';
import { type Marks, type Track, type TrackState, worst } from './tracks';

/** Of findings, beside what they are about. */
export const SIGNS = { violation: '!', undetermined: '?' } as const;
const STATES: readonly TrackState[] = ['violation', 'undetermined', 'excepted', 'permitted'];

/** The map as a picture in which what breaks the policy leads to its finding. */
export function mapPicture(
  graph: MapGraph,
  layout: MapLayout,
  tracks: readonly Track[],
  marks: Marks,
): Markup {
  return new Picture(graph, layout, tracks, marks).draw();
}

class Picture {
  /** Tracks by the boxes and lines that they touch, gravest first. */
  private readonly byBox = new Map<string, Set<Track>>();
  private readonly byLine = new Map<string, Set<Track>>();
  private readonly boxes: readonly MapBox[];

  constructor(
    private readonly graph: MapGraph,
    private readonly layout: MapLayout,
    private readonly tracks: readonly Track[],
    private readonly marks: Marks,
  ) {
    const byId = new Map(graph.boxes.map((box) => [box.id, box]));
    const depth = ({ within }: MapBox): number => {
      const outer = byId.get(within ?? '');
      return outer === undefined ? 0 : 1 + depth(outer);
    };
    // What stands in a box is painted over it.
    this.boxes = [...graph.boxes].sort((a, b) => depth(a) - depth(b));
    const sorted = [...tracks].sort((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state));
    for (const track of sorted) {
      for (const { box } of track.way.stops) {
        for (let at = byId.get(box); at !== undefined; at = byId.get(at.within ?? ''))
          add(this.byBox, at.id, track);
      }
      for (const { line } of track.way.lines) add(this.byLine, line, track);
    }
  }

  draw(): Markup {
    const [width, height] = [this.layout.width, this.layout.height].map(Math.ceil) as [number, number];
    // What matters most is painted last.
    const lines = this.graph.lines
      .map((line) => ({ line, state: this.stateOf(line) }))
      .sort((a, b) => rankOf(b.state) - rankOf(a.state));
    return html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<defs>${STATES.map(arrowhead)}</defs>
${this.boxes.map((box) => this.box(box))}
${lines.map(({ line, state }) => this.line(line, state))}
${this.tracks.map((track) => this.track(track))}
</svg>`;
  }

  private stateOf(line: MapLine): TrackState | 'marked' | undefined {
    const [track] = this.byLine.get(line.id) ?? [];
    if (track !== undefined && track.state !== 'permitted') return track.state;
    return worst(line.resources, this.marks) === undefined ? track?.state : 'marked';
  }

  private box(box: MapBox): Markup {
    const at = this.layout.boxes.get(box.id);
    if (at === undefined) return html``;
    const mark = worst(box.resources, this.marks);
    const tracks = this.byBox.get(box.id) ?? new Set<Track>();
    const forbidden = [...tracks].find(
      ({ state, way }) => state !== 'permitted' && isStop(way.stops, box.id),
    );
    const rank = mark?.rank ?? forbidden?.rank;
    const classes = ['item', box.kind, box.zone !== undefined && `zone-${box.zone}`];
    if (mark !== undefined) classes.push('marked', mark.verdict);
    if (forbidden !== undefined) classes.push('stop', `on-${forbidden.state}`);
    const inside = html`<rect class="box" x="${round(at.x)}" y="${round(at.y)}" width="${round(at.width)}" height="${round(at.height)}"/>
${[box.title, ...box.details].map((text, index) => {
  const { x, y } = baseline(index);
  return label(text, at.x + x, at.y + y, index === 0 ? 'title' : 'detail');
})}${mark !== undefined && sign(mark.verdict, at)}${hint(box.title, mark?.verdict)}`;
    return html`<g class="${classes.filter(Boolean).join(' ')}"${touching(tracks)}>${linked(inside, rank)}</g>
`;
  }

  private line(line: MapLine, state: TrackState | 'marked' | undefined): Markup {
    const points = this.layout.lines.get(line.id) ?? [];
    if (points.length === 0) return html``;
    const tracks = this.byLine.get(line.id) ?? new Set<Track>();
    const mark = worst(line.resources, this.marks);
    const rank = [...tracks].find((track) => track.rank !== undefined)?.rank ?? mark?.rank;
    const classes =
      state === 'marked' ? `marked ${mark?.verdict}` : state === undefined ? '' : `way ${state}`;
    const verdict =
      state === 'permitted' || state === 'marked' || state === undefined ? mark?.verdict : state;
    const d = pathOf(points);
    const heads = state === undefined || state === 'marked' ? '' : arrowheads(line, tracks, state);
    // A wider stroke that nobody sees is easier to hit.
    const inside = html`${rank !== undefined && html`<path class="hit" d="${d}"/>`}<path class="link ${classes}" d="${d}"${new Markup(heads)}/>${hint(line.title, verdict)}`;
    return html`<g class="item"${touching(tracks)}>${linked(inside, rank)}</g>
`;
  }

  /** A way by itself, with the numbers of its hops at the boxes where they happen: seen where it is chosen. */
  private track({ id, state, way }: Track): Markup {
    const at = new Map<string, number[]>();
    for (const [index, { box }] of way.stops.entries()) at.set(box, [...(at.get(box) ?? []), index + 1]);
    const pills = [...at].map(([box, numbers]) => {
      const place = this.layout.boxes.get(box);
      if (place === undefined) return html``;
      const text = runs(numbers);
      const width = Math.max(20, widthOf(text) + 12);
      const [x, y] = [place.x + place.width - width - 4, place.y - 10];
      return html`<rect x="${round(x)}" y="${round(y)}" width="${width}" height="20" rx="10"/><text x="${round(x + width / 2)}" y="${round(y + 14.5)}">${text}</text>`;
    });
    const stretches = way.lines.map(({ line, backwards }) => {
      const points = this.layout.lines.get(line) ?? [];
      const d = pathOf(backwards ? [...points].reverse() : points);
      return html`<path class="link way ${state}" d="${d}" marker-end="url(#arrow-${state})"/>`;
    });
    return html`<g class="track ${state}" data-ways="${id}">${stretches}${pills}</g>
`;
  }
}

/** Says without colour what somebody found about a box. */
function sign(verdict: keyof typeof SIGNS, { x, y, width }: Place): Markup {
  return html`<text class="sign" x="${round(x + width - 10)}" y="${round(y + 25)}">${SIGNS[verdict]}</text>`;
}

function pathOf(points: readonly Point[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
}

function add(map: Map<string, Set<Track>>, id: string, track: Track): void {
  map.set(id, (map.get(id) ?? new Set<Track>()).add(track));
}

function isStop(stops: readonly { readonly box: string }[], id: string): boolean {
  return stops.some(({ box }) => box === id);
}

function rankOf(state: TrackState | 'marked' | undefined): number {
  if (state === undefined) return STATES.length + 1;
  return state === 'marked' ? 2.5 : STATES.indexOf(state);
}

function touching(tracks: ReadonlySet<Track>): Markup | false {
  return tracks.size > 0 && html` data-ways="${[...tracks].map(({ id }) => id).join(' ')}"`;
}

/** Where a line's ways lead: at one end, or at both. */
function arrowheads(line: MapLine, tracks: ReadonlySet<Track>, state: TrackState): string {
  const directions = new Set(
    [...tracks]
      .filter((track) => track.state === state)
      .flatMap(({ way }) => way.lines.filter((stretch) => stretch.line === line.id))
      .map(({ backwards }) => backwards),
  );
  return [
    directions.has(true) ? ` marker-start="url(#arrow-${state})"` : '',
    directions.has(false) ? ` marker-end="url(#arrow-${state})"` : '',
  ].join('');
}

/** Filled for what must not pass, an outline for what may. */
function arrowhead(state: TrackState): Markup {
  return html`<marker id="arrow-${state}" class="${state}" viewBox="0 0 12 12" refX="11" refY="6" markerWidth="12" markerHeight="12" markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path d="M1 1L11 6L1 11Z"/></marker>`;
}

/** 1, 2, 3, 7 as `1–3, 7`. */
function runs(numbers: readonly number[]): string {
  const found: [number, number][] = [];
  for (const number of numbers) {
    const last = found[found.length - 1];
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else found.push([number, number]);
  }
  return found.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}

function linked(inside: Markup, rank: number | undefined): Markup {
  return rank === undefined ? inside : html`<a href="#${anchorOf(rank)}">${inside}</a>`;
}

function hint({ ja, en }: Text, verdict: keyof typeof VERDICTS | undefined): Markup | false {
  const names = ja === en ? [ja] : [ja, en];
  const said = verdict === undefined ? undefined : `(${VERDICTS[verdict].ja} / ${VERDICTS[verdict].en})`;
  const text = [names.filter((name) => name !== '').join(' / '), said].filter(Boolean).join(' ');
  return text !== '' && html`<title>${text}</title>`;
}

/** Text of a picture takes no elements of HTML: each language is an element of its own. */
function label(text: Text, x: Point['x'], y: Point['y'], kind: string): Markup {
  const one = (language: 'ja' | 'en' | undefined, content: string) =>
    new Markup(
      `<text x="${round(x)}" y="${round(y)}" class="${kind}${language === undefined ? '' : ` ${language}`}"${language === undefined ? '' : ` lang="${language}"`}>${escaped(content)}</text>`,
    );
  return text.ja === text.en ? one(undefined, text.ja) : html`${one('ja', text.ja)}${one('en', text.en)}`;
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
