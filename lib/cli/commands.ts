import type { Assessment, Checked } from '../assess';
import { type CheckOptions, checkPaths } from '../check';
import { InputError } from '../errors';
import { loadPaths } from '../model/load';
import { loadProfile } from '../policy/load-profile';
import type { ReportInput, Written } from '../report/report';
import { printable } from '../report/words';
import { RULES } from '../rules';
import type { Language } from '../text';
import { explainRule, listRules } from './catalog';
import { FORMATS } from './formats';
import type { Io } from './main';
import {
  choose,
  dayAsked,
  type Options,
  pathsOf,
  refuseEmpty,
  takesAtMost,
  takesOnly,
  zoneOf,
} from './options';
import { deliver, pairOutputs } from './outputs';
import { progressOn } from './progress';
import { screenOf } from './screen';

/** Answers whether nothing blocks. */
export type Command = (
  args: readonly string[],
  options: Options,
  language: Language,
  io: Io,
) => boolean | Promise<boolean>;

/** The formats of the list of rules. */
const LISTS: Readonly<Record<string, (language: Language) => string>> = {
  text: (language) => listRules('text', language),
  json: (language) => listRules('json', language),
  oscal: (language) => {
    const { oscalCatalog } = require('../report/oscal-catalog') as typeof import('../report/oscal-catalog');
    return oscalCatalog(RULES, language, new Date());
  },
};

export const COMMANDS: Readonly<Record<string, Command>> = {
  check: (args, options, language, io) => {
    takesOnly(
      options,
      'profile',
      'exceptions',
      'zone',
      'at',
      'facts',
      'cache',
      'format',
      'output',
      'base',
      'evidence',
      'prefix',
      'previous',
      'redact',
      'verbose',
    );
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
    const paths = pathsOf(args);
    refuseEmpty([...(base ?? []), ...[evidence, options.cache].filter((path) => path !== undefined)]);
    const progress = progressOn(io, language);
    let checked: Checked | undefined;
    const found = checkPaths(paths, {
      ...checking,
      // A copy without names has no picture of them.
      ...(!redact && outputs.some(({ drawsWhatWasChecked }) => drawsWhatWasChecked === true)
        ? { seen: (seen) => (checked = seen) }
        : {}),
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
      ...(checked === undefined ? {} : { map: mapOf(checked) }),
      ...(before === undefined ? {} : { base: shown(before) }),
      ...(options.prefix === undefined ? {} : { prefix: options.prefix }),
      // Where in the source tells names of files.
      ...(!redact && outputs.some(({ namesSources }) => namesSources === true)
        ? { placeOf: loadPlaces() }
        : {}),
    };
    const texts = outputs.map(({ load, file }) =>
      load()({ ...input, screen: screenOf(io, file === undefined, options.verbose === true) }),
    );
    const finish = (texts: readonly Written[]): boolean => {
      for (const [index, text] of texts.entries()) deliver(text, outputs[index]?.file, io);
      if (evidence !== undefined) {
        const hash = loadEvidence().writeEvidence(evidence, input, {
          profile: loadProfile(options.profile ?? 'miyazaki'),
          redacted: redact,
          environment: io.environment,
          sources: loadEvidence().filesOf(found),
          ...(options.exceptions === undefined ? {} : { exceptions: options.exceptions }),
          ...(previous === undefined ? {} : { previous }),
        });
        io.stderr(`${evidence}: sha256 ${hash}\n`);
      }
      return !found.blocking;
    };
    return texts.some((text) => text instanceof Promise)
      ? Promise.all(texts).then(finish)
      : finish(texts as (string | Uint8Array)[]);
  },
  access: (args, options, language, io) => {
    takesOnly(options, 'profile', 'zone', 'principal', 'resource', 'format', 'output');
    const { ACCESS_FORMATS, accessReport } = require('./access') as typeof import('./access');
    for (const { format, file } of pairOutputs(options.format ?? [], options.output ?? [])) {
      const write = choose(ACCESS_FORMATS, format, '--format');
      deliver(accessReport(args, options, write, language), file, io);
    }
    return true;
  },
  facts: (args, options, _language, io) => {
    takesOnly(options, 'output');
    const { writeFacts } = require('../facts/write-facts') as typeof import('../facts/write-facts');
    for (const { file } of pairOutputs([], options.output ?? []))
      deliver(writeFacts(loadPaths(pathsOf(args))), file, io);
    return true;
  },
  evidence: (args, options, language, io) => {
    takesOnly(options);
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
    takesOnly(options, 'ci');
    takesAtMost(args, 1);
    const { initProject, CI_SYSTEMS } = require('./init') as typeof import('./init');
    const systems = Object.fromEntries(CI_SYSTEMS.map((name) => [name, name]));
    const ci = options.ci === undefined ? undefined : choose(systems, options.ci, '--ci');
    io.stdout(printable(initProject(args[0] ?? '.', ci, language)));
    return true;
  },
  rules: (args, options, language, io) => {
    takesOnly(options, 'format', 'output');
    takesAtMost(args, 0);
    for (const { format, file } of pairOutputs(options.format ?? [], options.output ?? [])) {
      const list = choose(LISTS, format, '--format');
      deliver(list(language), file, io);
    }
    return true;
  },
  explain: (args, options, language, io) => {
    takesOnly(options, 'output');
    takesAtMost(args, 1);
    const [rule] = args;
    if (rule === undefined) {
      throw new InputError({ ja: '規則の名前を指定してください', en: 'name a rule (`rules` lists them)' });
    }
    for (const { file } of pairOutputs([], options.output ?? [])) {
      deliver(explainRule(rule, language), file, io);
    }
    return true;
  },
  // Loaded only when asked for: a check needs none of it.
  exceptions: (...call) => (require('./exceptions') as typeof import('./exceptions')).exceptions(...call),
  baseline: (...call) =>
    (require('./exceptions/baseline') as typeof import('./exceptions/baseline')).baseline(...call),
};

function checkOptions(options: Options): CheckOptions {
  const { profile, exceptions, facts, cache } = options;
  const zone = zoneOf(options);
  const today = dayAsked(options);
  return {
    ...(profile === undefined ? {} : { profile }),
    ...(exceptions === undefined ? {} : { exceptions }),
    ...(facts === undefined ? {} : { facts }),
    ...(cache === undefined ? {} : { cache }),
    ...(zone === undefined ? {} : { zone }),
    ...(today === undefined ? {} : { today }),
  };
}

function mapOf(checked: Checked): NonNullable<ReportInput['map']> {
  return () =>
    (require('../analysis/zone-map/draw') as typeof import('../analysis/zone-map/draw')).drawMap(checked);
}

function loadEvidence() {
  return require('./evidence-files') as typeof import('./evidence-files');
}

function loadPlaces(): NonNullable<ReportInput['placeOf']> {
  return (require('./places') as typeof import('./places')).sourcePlaces();
}
