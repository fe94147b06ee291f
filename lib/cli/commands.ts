import type { Assessment } from '../assess';
import { type CheckOptions, checkPaths } from '../check';
import { InputError } from '../errors';
import { loadProfile } from '../policy/load-profile';
import { ZONES, type ZoneName } from '../policy/zones';
import type { ReportInput } from '../report/report';
import { printable } from '../report/words';
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
  ci: { type: 'string' },
  prefix: { type: 'string' },
  evidence: { type: 'string' },
  previous: { type: 'string' },
  redact: { type: 'boolean' },
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
  readonly ci?: string;
  readonly prefix?: string;
  readonly evidence?: string;
  readonly previous?: string;
  readonly redact?: boolean;
  readonly verbose?: boolean;
  readonly help?: boolean;
  readonly version?: boolean;
}

const OF_CHECKS = [
  'profile',
  'exceptions',
  'zone',
  'base',
  'evidence',
  'previous',
  'redact',
  'prefix',
  'verbose',
] as const;

type Command = (args: readonly string[], options: Options, language: Language, io: Io) => boolean;

/** The formats of the list of rules. */
const LISTS: Readonly<Record<string, (language: Language) => string>> = {
  text: (language) => listRules('text', language),
  json: (language) => listRules('json', language),
  oscal: (language) => {
    const { oscalCatalog } = require('../report/oscal-catalog') as typeof import('../report/oscal-catalog');
    return oscalCatalog(RULES, language, new Date());
  },
};

/** Each answers whether nothing blocks. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  check: (paths, options, language, io) => {
    refuse([], options, ['ci']);
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
    const { base, evidence, previous, redact = false } = options;
    if (previous !== undefined && evidence === undefined) {
      throw new InputError({
        ja: '--previous は--evidence と共に指定してください',
        en: '--previous goes with --evidence',
      });
    }
    const checking = checkOptions(options);
    refuseEmpty([...paths, ...(base ?? []), ...(evidence === undefined ? [] : [evidence])]);
    const progress = progressOn(io, language);
    const found = checkPaths(paths.length === 0 ? ['cdk.out'] : paths, {
      ...checking,
      ...(progress === undefined ? {} : { progress: progress.update }),
    });
    progress?.end();
    const before = base === undefined ? undefined : checkPaths(base, checking);
    const shown = (assessment: Assessment) =>
      redact ? loadEvidence().redacted(assessment, options.exceptions) : assessment;
    const input: ReportInput = {
      assessment: shown(found),
      language,
      rules: RULES,
      now: new Date(),
      ...(before === undefined ? {} : { base: shown(before) }),
      ...(options.prefix === undefined ? {} : { prefix: options.prefix }),
      // Where in the source tells names of files.
      ...(!redact && outputs.some(({ namesSources }) => namesSources === true)
        ? { placeOf: loadPlaces() }
        : {}),
    };
    const reports = outputs.map(({ load, file }) => ({
      file,
      report: load()({ ...input, screen: screenOf(io, file === undefined, options.verbose === true) }),
    }));
    for (const { report, file } of reports) deliver(report, file, io);
    if (evidence !== undefined) {
      const hash = loadEvidence().writeEvidence(evidence, input, {
        profile: loadProfile(options.profile ?? 'miyazaki'),
        redacted: redact,
        environment: io.environment,
        templates: found.templates,
        ...(options.exceptions === undefined ? {} : { exceptions: options.exceptions }),
        ...(previous === undefined ? {} : { previous }),
      });
      io.stderr(`${evidence}: sha256 ${hash}\n`);
    }
    return !found.blocking;
  },
  evidence: (args, options, language, io) => {
    refuse([], options, [...OF_CHECKS, 'format', 'output', 'ci']);
    const [name, ...bundles] = args;
    if (name !== 'verify' || bundles.length === 0) {
      throw new InputError({
        ja: 'evidence verify 証跡… と指定してください（証跡は check --evidence で作成する）',
        en: 'say evidence verify BUNDLE... (check --evidence makes one)',
      });
    }
    refuseEmpty(bundles);
    const { text, ok } = loadEvidence().verifyEvidence(bundles, language);
    io.stdout(printable(text));
    return ok;
  },
  init: (args, options, language, io) => {
    refuse(args.slice(1), options, [...OF_CHECKS, 'format', 'output']);
    const { initProject, CI_SYSTEMS } = require('./init') as typeof import('./init');
    const systems = Object.fromEntries(CI_SYSTEMS.map((name) => [name, name]));
    const ci = options.ci === undefined ? undefined : choose(systems, options.ci, '--ci');
    io.stdout(printable(initProject(args[0] ?? '.', ci, language)));
    return true;
  },
  rules: (args, options, language, io) => {
    refuse(args, options, [...OF_CHECKS, 'ci']);
    for (const { format, file } of pairOutputs(options.format ?? [], options.output ?? [])) {
      const list = choose(LISTS, format, '--format');
      deliver(list(language), file, io);
    }
    return true;
  },
  explain: (args, options, language, io) => {
    refuse(args.slice(1), options, [...OF_CHECKS, 'format', 'ci']);
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

function loadEvidence() {
  return require('./evidence-files') as typeof import('./evidence-files');
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
