import { readFileSync, writeFileSync } from 'node:fs';
import type { Series } from './measure';

type Time = 'wall' | 'processor';

export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Seconds by the clock and, in parentheses, of the processor. */
export function times(series: Series): string {
  return both((time) => series.median(time), 2, ' s');
}

export function ratio(series: Series, to: Series, digits = 1): string {
  return both((time) => series.median(time) / to.median(time), digits);
}

/** A figure by the clock and, in parentheses, by processor time. */
export function both(figure: (time: Time) => number, digits: number, unit = ''): string {
  return `${figure('wall').toFixed(digits)}${unit} (${figure('processor').toFixed(digits)}${unit})`;
}

/** The power of the size with which a figure grows between two sizes. */
export function exponent(
  from: { size: number; figure: number },
  to: { size: number; figure: number },
): number {
  return Math.log(to.figure / from.figure) / Math.log(to.size / from.size);
}

/** Puts a text between the marks of a file, and leaves the rest. */
export function rewrite(file: string, name: string, text: string): void {
  const [start, end] = [
    `<!-- ${name}: from here on written by npm run bench -->`,
    `<!-- ${name}: to here -->`,
  ];
  const before = readFileSync(file, 'utf8');
  const [from, to] = [before.indexOf(start), before.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${file} lacks the marks of ${name}`);
  writeFileSync(file, `${before.slice(0, from + start.length)}\n\n${text}\n\n${before.slice(to)}`);
}
