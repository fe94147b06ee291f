import { readFileSync, type Stats, statSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { InputError } from '../errors';
import { MOST_CHARACTERS, parseSource, type Source, TOO_LARGE } from './source';

/** A character takes four at most. */
const MOST_BYTES = 4 * MOST_CHARACTERS;

/** How a file is named to the user: relative to the working directory where it lies below it. */
export function shownPath(file: string): string {
  const path = relative(process.cwd(), file);
  return path === '' || path.startsWith('..') ? file : path.split(sep).join('/');
}

/** Reads and parses a file. @throws InputError when that cannot be done */
export function readSource(file: string): Source {
  const { text, stats } = readText(file);
  // What comes through a pipe comes once.
  return stats.isFile()
    ? parseSource(text, shownPath(file), rereading(file, stats))
    : parseSource(text, shownPath(file));
}

function readText(file: string): { readonly text: string; readonly stats: Stats } {
  return reading(file, () => {
    const stats = statSync(file);
    if (stats.size > MOST_BYTES) throw new InputError(TOO_LARGE, shownPath(file), 1);
    return { text: readFileSync(file, 'utf8'), stats };
  });
}

/** What is read of a file. @throws InputError where it cannot be */
function reading<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof InputError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new InputError(
      code === 'ENOENT'
        ? { ja: 'ファイルがありません', en: 'there is no such file' }
        : { ja: `読み込めません（${code}）`, en: `cannot be read (${code})` },
      shownPath(file),
    );
  }
}

/** Reads a file again, which must be the same: what was judged and what is told of it would be two things otherwise. */
function rereading(file: string, { size, mtimeMs, ino }: Stats): () => string {
  return () => {
    const { text } = readText(file);
    // After the text, so that it cannot be a newer one than this says.
    const now = reading(file, () => statSync(file));
    if (now.size !== size || now.mtimeMs !== mtimeMs || now.ino !== ino) {
      throw new InputError(
        {
          ja: '検査の間にファイルが変わりました。変わらない状態で検査し直してください',
          en: 'the file changed while it was being checked; check it again once nothing writes to it',
        },
        shownPath(file),
      );
    }
    return text;
  };
}
