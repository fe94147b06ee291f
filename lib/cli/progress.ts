import type { Language } from '../text';
import type { Io } from './main';

/** Work that is done by then needs no word. */
const SILENT_MS = 700;
const EVERY_MS = 100;

export interface Progress {
  readonly update: (done: number, of: number) => void;
  /** Takes the line away again. */
  readonly end: () => void;
}

/** Says on the terminal how far a long check is; nothing where nobody watches. */
export function progressOn(io: Io, language: Language): Progress | undefined {
  const { watcher } = io;
  if (watcher === undefined) return undefined;
  const started = watcher.now();
  let last = started + SILENT_MS - EVERY_MS;
  let width = 0;
  const show = (text: string) => {
    io.stderr(`\r${text.padEnd(width)}`);
    width = text.length;
  };
  return {
    update: (done, of) => {
      // The clock is dearer than a small resource.
      if (done % 16 !== 0 || watcher.now() - last < EVERY_MS) return;
      last = watcher.now();
      const percent = Math.floor((100 * done) / of);
      show(
        language === 'ja'
          ? `検査中… リソース${done}/${of}件（${percent}%）`
          : `checking… ${done} of ${of} resources (${percent} %)`,
      );
    },
    // Wide letters take two columns.
    end: () => {
      if (width > 0) io.stderr(`\r${' '.repeat(width * 2)}\r`);
    },
  };
}
