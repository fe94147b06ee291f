import { type CheckOptions, checkPaths } from '../check';
import { InputError } from '../errors';
import { ZONES, type ZoneName } from '../policy/zones';
import type { ReportInput } from '../report/report';
import { RULES } from '../rules';
import type { Language } from '../text';
import { explainRule, listRules } from './catalog';
import { FORMATS } from './formats';
import type { Io } from './main';
import { deliver, pairOutputs } from './outputs';
import { progressOn } from './progress';
import { screenOf } from './screen';

/** Options of all commands; each command says which it takes. */
export const OPTIONS = {
  profile: { type: 'string' },
  exceptions: { type: 'string' },
  lang: { type: 'string' },
  format: { type: 'string', multiple: true },
  output: { type: 'string', multiple: true },
  base: { type: 'string', multiple: true },
  zone: { type: 'string' },
  verbose: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

export interface Options {
  readonly profile?: string;
  readonly exceptions?: string;
  readonly lang?: string;
  readonly format?: readonly string[];
  readonly output?: readonly string[];
  readonly base?: readonly string[];
  readonly zone?: string;
  readonly verbose?: boolean;
  readonly help?: boolean;
  readonly version?: boolean;
}

type Command = (args: readonly string[], options: Options, language: Language, io: Io) => boolean;

/** Each answers whether nothing blocks. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  check: (paths, options, language, io) => {
    const outputs = pairOutputs(options.format ?? [], options.output ?? []).map(({ format, file }) => {
      const chosen = choose(FORMATS, format, '--format');
      if (chosen.isBinary === true && file === undefined) {
        throw new InputError({
          ja: `${format}はファイルへ出力してください（--format ${format}=ファイル名）`,
          en: `${format} goes to a file: --format ${format}=FILE`,
        });
      }
      return { ...chosen, file };
    });
    const { base } = options;
    const checking = checkOptions(options);
    refuseEmpty([...paths, ...(base ?? [])]);
    const progress = progressOn(io, language);
    const assessment = checkPaths(paths.length === 0 ? ['cdk.out'] : paths, {
      ...checking,
      ...(progress === undefined ? {} : { progress: progress.update }),
    });
    const input: ReportInput = {
      assessment,
      language,
      rules: RULES,
      now: new Date(),
      ...(base === undefined ? {} : { base: checkPaths(base, checking) }),
      ...(outputs.some(({ namesSources }) => namesSources === true) ? { placeOf: loadPlaces() } : {}),
    };
    progress?.end();
    const reports = outputs.map(({ load, file }) => ({
      file,
      report: load()({ ...input, screen: screenOf(io, file === undefined, options.verbose === true) }),
    }));
    for (const { report, file } of reports) deliver(report, file, io);
    return !assessment.blocking;
  },
  rules: (args, options, language, io) => {
    refuse(args, options, ['profile', 'exceptions', 'zone', 'base', 'verbose']);
    for (const { format, file } of pairOutputs(options.format ?? [], options.output ?? [])) {
      const chosen = choose({ text: 'text', json: 'json' } as const, format, '--format');
      deliver(listRules(chosen, language), file, io);
    }
    return true;
  },
  explain: (args, options, language, io) => {
    refuse(args.slice(1), options, ['profile', 'exceptions', 'zone', 'format', 'base', 'verbose']);
    const [rule] = args;
    if (rule === undefined) {
      throw new InputError({ ja: '規則の名前を指定してください', en: 'name a rule (`rules` lists them)' });
    }
    for (const { file } of pairOutputs([], options.output ?? [])) {
      deliver(explainRule(rule, language), file, io);
    }
    return true;
  },
};

function checkOptions({ profile, exceptions, zone }: Options): CheckOptions {
  if (zone !== undefined && !ZONES.includes(zone as ZoneName)) {
    throw new InputError({
      ja: `--zone には${ZONES.join('、')}のいずれかを指定してください`,
      en: `--zone must be one of ${ZONES.join(', ')}`,
    });
  }
  return {
    ...(profile === undefined ? {} : { profile }),
    ...(exceptions === undefined ? {} : { exceptions }),
    ...(zone === undefined ? {} : { zone: zone as ZoneName }),
  };
}

/** As a path comes of a shell variable that is not set; it would mean the current folder. */
function refuseEmpty(paths: readonly string[]): void {
  if (paths.includes('')) throw new InputError({ ja: 'PATHが空です', en: 'a PATH is empty' });
}

function loadPlaces(): NonNullable<ReportInput['placeOf']> {
  return (require('./places') as typeof import('./places')).sourcePlaces();
}

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
