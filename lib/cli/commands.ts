import type { Assessment } from '../assess';
import { checkPaths } from '../check';
import { InputError } from '../errors';
import { jsonReport } from '../report/json';
import { textReport } from '../report/text';
import type { Language } from '../text';
import { explainRule, listRules } from './catalog';
import type { Io } from './main';
import { choose, dayAsked, deliver, type Options, pathsOf, takesAtMost, takesOnly, zoneOf } from './options';

type Report = (assessment: Assessment, language: Language) => string;
/** Answers whether nothing blocks. */
export type Command = (
  args: readonly string[],
  options: Options,
  language: Language,
  io: Io,
) => boolean | Promise<boolean>;

const REPORTS: Readonly<Record<string, Report>> = { text: textReport, json: jsonReport };

export const COMMANDS: Readonly<Record<string, Command>> = {
  check: (args, options, language, io) => {
    takesOnly(options, 'profile', 'exceptions', 'zone', 'at', 'format', 'output');
    const report = choose(REPORTS, options.format ?? 'text', '--format');
    const { profile, exceptions } = options;
    const zone = zoneOf(options);
    const today = dayAsked(options);
    const assessment = checkPaths(pathsOf(args), {
      ...(profile === undefined ? {} : { profile }),
      ...(exceptions === undefined ? {} : { exceptions }),
      ...(zone === undefined ? {} : { zone }),
      ...(today === undefined ? {} : { today }),
    });
    deliver(report(assessment, language), options.output, io);
    return !assessment.blocking;
  },
  rules: (args, options, language, io) => {
    takesOnly(options, 'format', 'output');
    takesAtMost(args, 0);
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
    takesOnly(options, 'output');
    takesAtMost(args, 1);
    const [rule] = args;
    if (rule === undefined) {
      throw new InputError({ ja: '規則の名前を指定してください', en: 'name a rule (`rules` lists them)' });
    }
    deliver(explainRule(rule, language), options.output, io);
    return true;
  },
  // Loaded only when asked for: a check needs none of it.
  exceptions: (...call) => (require('./exceptions') as typeof import('./exceptions')).exceptions(...call),
  baseline: (...call) =>
    (require('./exceptions/baseline') as typeof import('./exceptions/baseline')).baseline(...call),
};
