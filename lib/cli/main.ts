import { parseArgs } from 'node:util';
import { withoutCredentials } from '../credential-formats';
import { InputError, isInputError } from '../errors';
import { languageOf, printable } from '../report/words';
import { type Language, plain, type Text } from '../text';
import { version } from '../version';
import { COMMANDS } from './commands';
import { OPTIONS, type Options } from './options';
import { usage } from './usage';

/** Exit statuses are part of the contract. */
export const EXIT = { clean: 0, blocked: 1, notChecked: 2 } as const;

export interface Io {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The terminal that the standard output is. @default - it is none */
  readonly terminal?: { readonly columns: number; readonly rows: number };
  /** Somebody before a terminal that the standard error is. @default - nobody */
  readonly watcher?: { readonly now: () => number };
}

/**
 * Runs the command line. Never throws: what cannot be checked is exit status 2, with one clear message.
 * @returns the exit status, for commands that sign in a promise
 */
export function main(args: readonly string[], io: Io): number | Promise<number> {
  let language = languageOf(io.environment);
  const fail = (text: Text): number => {
    io.stderr(`jichitai-guardrails: ${printable(withoutCredentials(text)[language])}\n`);
    return EXIT.notChecked;
  };
  try {
    const { values, positionals } = parse(args);
    if (values.lang === 'ja' || values.lang === 'en') language = values.lang as Language;
    else if (values.lang !== undefined) {
      throw new InputError({ ja: '--lang には ja か en を指定してください', en: '--lang must be ja or en' });
    }
    if (values.version === true) {
      io.stdout(`${version}\n`);
      return EXIT.clean;
    }
    const [name, ...rest] = positionals;
    if (values.help === true) {
      io.stdout(usage(language));
      return EXIT.clean;
    }
    const command =
      name === undefined ? undefined : Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (command === undefined) {
      io.stderr(usage(language));
      return fail(
        name === undefined
          ? { ja: 'コマンドを指定してください', en: 'name a command' }
          : {
              ja: `コマンド${JSON.stringify(name)}はありません`,
              en: `there is no command ${JSON.stringify(name)}`,
            },
      );
    }
    const outcome = command(rest, values, language, io);
    return typeof outcome === 'boolean'
      ? statusOf(outcome)
      : outcome.then(statusOf).catch((error: unknown) => fail(explained(error, io)));
  } catch (error) {
    return fail(explained(error, io));
  }
}

/** What to tell where the standard output takes nothing more. */
export function unwritable(code: string, environment: Io['environment']): string {
  const text = { ja: `結果を書き込めません（${code}）`, en: `the report cannot be written (${code})` };
  return `jichitai-guardrails: ${text[languageOf(environment)]}\n`;
}

function statusOf(isClean: boolean): number {
  return isClean ? EXIT.clean : EXIT.blocked;
}

/** What to tell of an error. */
function explained(error: unknown, io: Io): Text {
  if (isInputError(error)) return error.text;
  const { code, path } = error as NodeJS.ErrnoException;
  if (error instanceof Error && code !== undefined && path !== undefined) {
    return { ja: `${path}：読み込めません（${code}）`, en: `${path}: cannot be read (${code})` };
  }
  // A fault of ours is no verdict either.
  const message = error instanceof Error ? error.message : String(error);
  if (io.environment['DEBUG'] !== undefined && error instanceof Error)
    io.stderr(`${withoutCredentials(plain(String(error.stack))).en}\n`);
  return {
    ja: `内部エラーのため検査できませんでした（${message}）。DEBUG=1 を付けると詳細を表示します`,
    en: `an internal error kept the check from being made (${message}); set DEBUG=1 for details`,
  };
}

function parse(args: readonly string[]): { values: Options; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: OPTIONS,
      allowPositionals: true,
      strict: true,
    });
    return { values: values as Options, positionals };
  } catch (error) {
    const [what] = (error as Error).message.split('. ');
    const [, option] = /^Unknown option '(.*)'$/.exec(what as string) ?? [];
    throw new InputError(
      option === undefined
        ? { ja: `引数が正しくありません：${what}`, en: what as string }
        : { ja: `オプション${option}はありません`, en: `there is no option ${option}` },
    );
  }
}
