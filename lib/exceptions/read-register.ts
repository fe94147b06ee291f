import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type ConfigFile, type Fault, inputErrorOf, inspectConfig, type LineFinder } from '../config-file';
import { InputError } from '../errors';
import { isDay } from '../policy/calendar';
import type { Text } from '../text';
import { kindOf, type RegisterEntry, type RegisterFile, type Remaining } from './entry';
import { schemaFor } from './register-schema';

/** An entry, and where it stands. */
export interface Located {
  readonly entry: RegisterEntry;
  readonly file: string;
  /** Where in the file: empty for a file of one application. */
  readonly at: readonly string[];
  readonly lineOf: LineFinder;
}

/** A statement on what is left of a baseline. */
interface Told {
  readonly application: string;
  readonly file: string;
  readonly lineOf: LineFinder;
}

export interface Written {
  readonly entries: readonly Located[];
  /** What is left of baselines. */
  readonly remaining: Remaining;
}

/** Files by name, in this process: a CDK app is checked once for each guardrail in it. */
const READ = new Map<string, ConfigFile>();

/**
 * Reads the register: a YAML file, or a folder of them with one application or a list in each.
 * @param isRule whether there is a rule of this name
 * @throws InputError with every fault of every file, and its line
 */
export function readRegister(path: string, isRule: (rule: string) => boolean): Written {
  const entries: Located[] = [];
  const faults: Fault[] = [];
  const unreadable: InputError[] = [];
  const remaining: Record<string, Remaining[string]> = {};
  const told: Told[] = [];
  for (const file of filesOf(path)) {
    try {
      const read = inspectConfig(file, schemaFor, READ.get(file));
      READ.set(file, read);
      const { data, lineOf, faults: found } = read;
      faults.push(...found);
      if (found.length > 0) continue;
      const content = data as RegisterFile;
      if ('application' in content) {
        entries.push({ entry: content, file, at: [], lineOf });
        continue;
      }
      content.exceptions.forEach((entry, index) => {
        entries.push({ entry, file, at: ['exceptions', String(index)], lineOf });
      });
      for (const [application, rows] of Object.entries(content.remaining ?? {})) {
        Object.defineProperty(remaining, application, { value: rows, enumerable: true });
        told.push({ application, file, lineOf });
      }
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      unreadable.push(error);
    }
  }
  faults.push(
    ...entries.flatMap((located) => faultsOf(located, isRule)),
    ...twice(entries),
    ...astray(told, entries),
  );
  if (unreadable.length > 0 || faults.length > 0) throw together(unreadable, faults);
  return { entries, remaining };
}

/** The files of a register, in the order of their names. @throws InputError for a path that is none */
function filesOf(path: string): readonly string[] {
  let names: Dirent[];
  try {
    if (!statSync(path).isDirectory()) return [path];
    names = readdirSync(path, { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new InputError({ ja: `読み込めません（${code}）`, en: `cannot be read (${code})` }, path);
  }
  return names
    .filter((entry) => !entry.isDirectory() && /\.(ya?ml|json)$/i.test(entry.name))
    .map(({ name }) => join(path, name))
    .sort();
}

/** What the schema cannot say. */
function faultsOf({ entry, file, at, lineOf }: Located, isRule: (rule: string) => boolean): readonly Fault[] {
  const fault = (key: readonly string[], detail: Text): Fault => {
    const path = [...at, ...key];
    return { file, line: lineOf(path), path: path.join('.'), detail };
  };
  const days = (['applied', 'decided', 'reported', 'starts', 'expires'] as const)
    .filter((key) => entry[key] !== undefined && !isDay(entry[key]))
    .map((key) => fault([key], { ja: '存在しない日です', en: 'there is no such day' }));
  const named = [
    ...(entry.rules ?? []).map((rule, index) => ({ rule, key: ['rules', String(index)] })),
    ...(entry.frozen ?? []).map(({ rule }, index) => ({ rule, key: ['frozen', String(index), 'rule'] })),
  ];
  const strangers = named
    .filter(({ rule }) => !isRule(rule))
    .map(({ rule, key }) =>
      fault(key, {
        ja: `規則${rule}はありません（jichitai-guardrails rulesで一覧を表示）`,
        en: `there is no rule ${rule} (\`jichitai-guardrails rules\` lists them)`,
      }),
    );
  return [...days, ...strangers];
}

function twice(entries: readonly Located[]): readonly Fault[] {
  const first = new Map<string, Located>();
  return entries.flatMap((located) => {
    const { entry, file, at, lineOf } = located;
    const other = first.get(entry.application);
    if (other === undefined) {
      first.set(entry.application, located);
      return [];
    }
    const where = `${other.file}:${other.lineOf([...other.at, 'application'])}`;
    return [
      {
        file,
        line: lineOf([...at, 'application']),
        path: [...at, 'application'].join('.'),
        detail: {
          ja: `申請番号${entry.application}が二度使われています（${where}）`,
          en: `the application number ${entry.application} is used twice (also in ${where})`,
        },
      },
    ];
  });
}

/** What is left of a baseline that there is not. */
function astray(told: readonly Told[], entries: readonly Located[]): readonly Fault[] {
  const baselines = new Set(
    entries.filter(({ entry }) => kindOf(entry) === 'baseline').map(({ entry }) => entry.application),
  );
  return told
    .filter(({ application }) => !baselines.has(application))
    .map(({ application, file, lineOf }) => ({
      file,
      line: lineOf(['remaining', application]),
      path: `remaining.${application}`,
      detail: {
        ja: `凍結の申請${application}は台帳にありません。この記載を削除してください`,
        en: `there is no baseline ${application} in the register; remove this`,
      },
    }));
}

/** One error for all that is wrong. */
function together(unreadable: readonly InputError[], faults: readonly Fault[]): InputError {
  const [only, ...more] = unreadable;
  if (faults.length === 0 && only !== undefined && more.length === 0) return only;
  return inputErrorOf([
    ...unreadable.map(({ file = '', line, detail }) => ({ file, line, path: '', detail })),
    ...faults,
  ]);
}
