/** Colours by what they stand for, as ANSI codes. */
const STYLES = { strong: 1, faint: 2, red: 31, green: 32, yellow: 33, cyan: 36 } as const;
export type Style = keyof typeof STYLES;

export type Paint = (style: Style, text: string) => string;

export const painted: Paint = (style, text) => `\u001b[${STYLES[style]}m${text}\u001b[0m`;
export const unpainted: Paint = (_style, text) => text;

// Letters of East Asia and pictures take two columns, marks that go with a letter none.
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
// In a Japanese terminal these take two, elsewhere one: two is the side to be wrong on.
const AMBIGUOUS = /[\u2460-\u24ff\u2190-\u21ff\u25a0-\u26ff\u2026]/u;
const NONE = /[\p{Mn}\p{Cf}]/u;

/** Columns that a text without colours takes on a terminal. */
export function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += columnsOf(letter);
  return width;
}

function columnsOf(letter: string): number {
  if (letter < '\u0300') return 1;
  if (NONE.test(letter)) return 0;
  return WIDE.test(letter) || AMBIGUOUS.test(letter) ? 2 : 1;
}

/** A text cut to a width, with an ellipsis where something is missing. */
export function cutTo(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  let cut = '';
  let width = 0;
  for (const letter of text) {
    width += columnsOf(letter);
    if (width > columns - 2) break;
    cut += letter;
  }
  return `${cut}…`;
}

const CLOSING = /^[、。，．）」』】〕！？：；]/;

/** A text on lines of a width: broken at spaces where there are any near, else anywhere, as Japanese may be. */
export function wrap(text: string, columns: number, indent: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const room = Math.max(columns - indent.length, 20);
  for (const piece of text.match(/[^\s\u3000-\u9fff\uff00-\uffef]+\s*|[\s\S]/gu) ?? []) {
    for (const part of widthOf(piece) > room ? [...piece] : [piece]) {
      if (widthOf(line) + widthOf(part.trimEnd()) > room && line !== '') {
        // A line does not begin with what closes the one before.
        const carried = CLOSING.test(part) ? ([...line].at(-1) as string) : '';
        lines.push(indent + line.slice(0, line.length - carried.length).trimEnd());
        line = carried;
      }
      line += part;
    }
  }
  if (line !== '') lines.push(indent + line.trimEnd());
  return lines;
}
