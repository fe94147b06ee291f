import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { InputError } from '../errors';
import type { Written } from '../report/report';
import type { Io } from './main';

/** A format, and where it goes: a file, or the standard output where there is none. */
export interface Output {
  readonly format: string;
  readonly file?: string;
}

/**
 * Pairs formats with files: `--format sarif=out.sarif` names its own, and each `--output` goes to the next format that
 * names none, or to none of them.
 *
 * @throws InputError where more than one format would go to the standard output, or an output is left over
 */
export function pairOutputs(formats: readonly string[], outputs: readonly string[]): readonly Output[] {
  const given = formats.length === 0 ? ['text'] : formats;
  const named = given.map((text) => {
    const at = text.indexOf('=');
    return at < 0 ? { format: text } : { format: text.slice(0, at), file: text.slice(at + 1) };
  });
  const open = named.filter(({ file }) => file === undefined).length;
  if (named.some(({ file }) => file === '') || outputs.includes('')) {
    throw new InputError({ ja: '出力先のファイル名が空です', en: 'the name of an output file is empty' });
  }
  if (outputs.length > 0 ? outputs.length !== open : open > 1) {
    throw new InputError({
      ja: '形式ごとに出力先を指定してください（例：--format sarif=out.sarif --format text）。標準出力へ出せる形式は一つです',
      en: 'say where each format goes, as in --format sarif=out.sarif --format text: one of them can go to the standard output',
    });
  }
  const files = named.flatMap(({ file }) => file ?? []).concat(outputs);
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined) {
    throw new InputError({
      ja: `${twice}が二度指定されています`,
      en: `${twice} is named for more than one output`,
    });
  }
  let next = 0;
  return named.map(({ format, file }) => {
    const to = file ?? outputs[next++];
    return to === undefined ? { format } : { format, file: to };
  });
}

/** Writes whole or not at all: a report that was cut short must not look like one. */
export function deliver(report: Written, file: string | undefined, io: Io): void {
  const pieces = typeof report === 'string' || report instanceof Uint8Array ? [report] : report;
  if (file === undefined) {
    io.stdout([...pieces].join(''));
    return;
  }
  const draft = `${file}.${process.pid}.tmp`;
  try {
    const descriptor = openSync(draft, 'w');
    try {
      for (const piece of pieces) writeFileSync(descriptor, piece);
    } finally {
      closeSync(descriptor);
    }
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    // What went wrong in making it is no fault of the file.
    if (code === undefined) throw error;
    throw new InputError(
      { ja: `結果を書き込めません（${code}）`, en: `the report cannot be written (${code})` },
      file,
    );
  }
}
