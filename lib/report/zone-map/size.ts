import type { MapBox } from '../../analysis/zone-map/graph';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Place extends Point, Size {}

export const MARGIN = 10;
const LINE_HEIGHT = 16;
/** Room for the sign of a finding. */
const SIGN = 10;
const GAP = 16;
/** Packed boxes make an area about so much wider than high: screens and sheets lie on their side. */
const RATIO = 1.8;

/** The room that the text of a box takes, with margins. */
export function textSize(box: MapBox): Size {
  const lines = linesOf(box);
  return {
    width: Math.max(...lines.map(widthOf)) + 2 * MARGIN + SIGN,
    height: lines.length * LINE_HEIGHT + 2 * MARGIN,
  };
}

/** The longer of both languages, since the page shows either. */
function linesOf({ title, details }: MapBox): readonly string[] {
  return [title, ...details].map(({ ja, en }) => (widthOf(ja) > widthOf(en) ? ja : en));
}

/** About how wide a text is in the map's 12 pixel type: characters of East Asia are twice as wide as others. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) as number) > 0x2e7f ? 12 : 7;
  return width;
}

/** Where the lines of text of a box begin, from its upper left corner. */
export function baseline(index: number): Point {
  return { x: MARGIN, y: MARGIN + index * LINE_HEIGHT + 12 };
}

/** Rows of rectangles, in their order, from the upper left corner of what they are put into. */
export function pack(sizes: readonly Size[]): { readonly places: readonly Place[]; readonly size: Size } {
  if (sizes.length === 0) return { places: [], size: { width: 0, height: 0 } };
  const area = sizes.reduce((sum, { width, height }) => sum + (width + GAP) * (height + GAP), 0);
  const widest = Math.max(Math.sqrt(area * RATIO), ...sizes.map(({ width }) => width));
  const places: Place[] = [];
  let [x, y, rowHeight, width] = [0, 0, 0, 0];
  for (const size of sizes) {
    if (x > 0 && x + size.width > widest) {
      [x, y, rowHeight] = [0, y + rowHeight + GAP, 0];
    }
    places.push({ x, y, ...size });
    width = Math.max(width, x + size.width);
    rowHeight = Math.max(rowHeight, size.height);
    x += size.width + GAP;
  }
  return { places, size: { width, height: y + rowHeight } };
}
