import type { Screen } from '../report/report';
import type { Io } from './main';

/** Where there is no terminal (a pipe, the log of a CI server): lines that a reader takes in at once. */
const ROWS_ELSEWHERE = 50;
const FEWEST = { columns: 40, rows: 15 };

/** How much is shown, and whether in colours (https://no-color.org). A file gets everything, without colours. */
export function screenOf({ terminal, environment }: Io, isStandardOutput: boolean, verbose: boolean): Screen {
  if (!isStandardOutput) return { colour: false };
  const dumb = environment['TERM'] === 'dumb' || (environment['NO_COLOR'] ?? '') !== '';
  // The prompt takes a line as well.
  const rows = terminal === undefined ? ROWS_ELSEWHERE : Math.max(terminal.rows - 1, FEWEST.rows);
  return {
    ...(terminal === undefined ? {} : { columns: Math.max(terminal.columns, FEWEST.columns) }),
    ...(verbose ? {} : { rows }),
    colour: terminal !== undefined && !dumb,
  };
}
