import { renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Assessment } from '../assess';
import { checkPaths } from '../check';
import { InputError } from '../errors';
import { ZONES, type ZoneName } from '../policy/zones';
import { jsonReport } from '../report/json';
import { textReport } from '../report/text';
import type { Language } from '../text';
import { explainRule, listRules } from './catalog';
import type { Io } from './main';

/** Options of all commands; each command says which it takes. */
export const OPTIONS = {
  profile: { type: 'string' },
  exceptions: { type: 'string' },
  lang: { type: 'string' },
  format: { type: 'string' },
  output: { type: 'string' },
  zone: { type: 'string' },
  principal: { type: 'string' },
  resource: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

export interface Options {
  readonly profile?: string;
  readonly exceptions?: string;
  readonly lang?: string;
  readonly format?: string;
  readonly output?: string;
  readonly zone?: string;
  readonly principal?: string;
  readonly resource?: string;
  readonly help?: boolean;
  readonly version?: boolean;
}

const OF_CHECKS = ['profile', 'exceptions', 'zone'] as const;
const OF_ACCESS = ['principal', 'resource'] as const;

type Report = (assessment: Assessment, language: Language) => string;
type Command = (args: readonly string[], options: Options, language: Language, io: Io) => boolean;

const REPORTS: Readonly<Record<string, Report>> = { text: textReport, json: jsonReport };

/** Each answers whether nothing blocks. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  check: (paths, options, language, io) => {
    refuse([], options, OF_ACCESS);
    const report = choose(REPORTS, options.format ?? 'text', '--format');
    const { profile, exceptions, zone } = options;
    if (zone !== undefined && !ZONES.includes(zone as ZoneName)) {
      throw new InputError({
        ja: `--zone には${ZONES.join('、')}のいずれかを指定してください`,
        en: `--zone must be one of ${ZONES.join(', ')}`,
      });
    }
    // As it comes of a shell variable that is not set; it would mean the current folder.
    if (paths.includes('')) throw new InputError({ ja: 'PATHが空です', en: 'a PATH is empty' });
    const assessment = checkPaths(paths.length === 0 ? ['cdk.out'] : paths, {
      ...(profile === undefined ? {} : { profile }),
      ...(exceptions === undefined ? {} : { exceptions }),
      ...(zone === undefined ? {} : { zone: zone as ZoneName }),
    });
    deliver(report(assessment, language), options.output, io);
    return !assessment.blocking;
  },
  access: (paths, options, language, io) => {
    refuse([], options, ['exceptions']);
    // Loaded for this command alone, with the tables that it needs.
    const { ACCESS_FORMATS, accessReport } = require('./access') as typeof import('./access');
    const write = choose(ACCESS_FORMATS, options.format ?? 'text', '--format');
    deliver(accessReport(paths, options, write, language), options.output, io);
    // A report, and no verdict.
    return true;
  },
  rules: (args, options, language, io) => {
    refuse(args, options, [...OF_CHECKS, ...OF_ACCESS]);
    deliver(
      listRules(
        choose({ text: 'text', json: 'json' } as const, options.format ?? 'text', '--format'),
        language,
      ),
      options.output,
      io,
    );
    return true;
  },
  explain: (args, options, language, io) => {
    refuse(args.slice(1), options, [...OF_CHECKS, ...OF_ACCESS, 'format']);
    const [rule] = args;
    if (rule === undefined) {
      throw new InputError({ ja: '規則の名前を指定してください', en: 'name a rule (`rules` lists them)' });
    }
    deliver(explainRule(rule, language), options.output, io);
    return true;
  },
};

function choose<T>(among: Readonly<Record<string, T>>, name: string, option: string): T {
  const chosen = Object.hasOwn(among, name) ? among[name] : undefined;
  if (chosen === undefined) {
    const names = Object.keys(among);
    throw new InputError({
      ja: `${option} には${names.join('、')}のいずれかを指定してください`,
      en: `${option} must be one of ${names.join(', ')}`,
    });
  }
  return chosen;
}

function refuse(args: readonly string[], options: Options, names: readonly (keyof Options)[]): void {
  const option = names.find((name) => options[name] !== undefined);
  const stray = option === undefined ? args[0] : `--${option}`;
  if (stray !== undefined) {
    throw new InputError({ ja: `${stray}はここでは使えません`, en: `${stray} is not for this command` });
  }
}

/** Writes whole or not at all: a report that was cut short must not look like one. */
function deliver(text: string, output: string | undefined, io: Io): void {
  if (output === undefined) {
    io.stdout(text);
    return;
  }
  const draft = `${output}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, output);
  } catch (error) {
    rmSync(draft, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    throw new InputError(
      { ja: `結果を書き込めません（${code}）`, en: `the report cannot be written (${code})` },
      output,
    );
  }
}
