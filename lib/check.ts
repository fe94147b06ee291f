import { dirname } from 'node:path';
import type { Assessment, Checked, Register } from './assess';
import { assess } from './assess';
import { InputError } from './errors';
import { NAG_PREFIX } from './exceptions/nag-prefix';
import type { Deployment } from './model/deployment';
import { type ForeignFormat, type LoadedFile, loadPaths, loadTemplates } from './model/load';
import { loadProfile } from './policy/load-profile';
import type { Profile } from './policy/profile';
import type { ZoneName } from './policy/zones';
import { looksLikePulumi } from './pulumi/recognise';
import { RULES } from './rules';
import { isDeploymentRule } from './rules/define';
import type { Language } from './text';

export interface CheckOptions {
  /** A built-in profile's name, or a YAML file. @default miyazaki */
  readonly profile?: string;
  /** The register of exceptions, a YAML file or a folder of them. @default - no exception is approved */
  readonly exceptions?: string;
  /** Files with what other repositories say of their networks (see `facts`). @default - none */
  readonly facts?: readonly string[];
  /** Folder in which results are kept for the next check. @default - none is kept, and everything is judged */
  readonly cache?: string;
  /** Zone of resources for which nothing declares one. @default - none */
  readonly zone?: ZoneName;
  /** The day of the check, YYYY-MM-DD. @default - today in Japan */
  readonly today?: string;
  /** Only for hosts that print. @default en */
  readonly language?: Language;
  /** Given what was looked at. @default - nobody is */
  readonly seen?: (checked: Checked) => void;
  /** Told after each resource how many are done, of how many. @default - nobody is */
  readonly progress?: (done: number, of: number) => void;
}

/** What the command of Pulumi writes. What reads it is loaded once there is some. */
const PULUMI: ForeignFormat = {
  recognises: looksLikePulumi,
  templatesOf: (files) => (require('./pulumi/load') as typeof import('./pulumi/load')).templatesOf(files),
};

/** Ids of all rules. */
export const RULE_IDS: ReadonlySet<string> = new Set(RULES.map(({ id }) => id));

/** One synthesized stack. */
export interface StackTemplate {
  readonly templatePath: string;
  /** Templates nested in it, by logical id. @default - those that asset metadata names */
  readonly nested?: Readonly<Record<string, StackTemplate>>;
  readonly stackName?: string;
  readonly constructPath?: string;
  readonly region?: string;
  readonly account?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly terminationProtection?: boolean;
  /** Folder below which nested templates may lie. @default - the folder of the template */
  readonly root?: string;
}

/** Checks stacks that a host has just synthesized, as one deployment. @throws InputError */
export function checkStacks(stacks: readonly StackTemplate[], options: CheckOptions = {}): Assessment {
  const deployment = loadTemplates(
    stacks.map(({ templatePath, root, nested, ...stack }) => ({
      input: {
        file: templatePath,
        root: root ?? dirname(templatePath),
        stack,
        ...(nested === undefined ? {} : { nested }),
      },
    })),
  );
  return assessWith(deployment, options);
}

/** Checks template files, folders of templates and cloud assemblies, as one deployment. @throws InputError */
export function checkPaths(paths: readonly string[], options: CheckOptions = {}): Assessment {
  return assessWith(loadPaths(paths, PULUMI), options);
}

/** Checks templates that a host has made itself, as one deployment. @throws InputError */
export function checkLoaded(files: readonly LoadedFile[], options: CheckOptions = {}): Assessment {
  return assessWith(loadTemplates(files), options);
}

/** The same, with the stacks that were checked, as baselines name them. @throws InputError */
export function checkStacksOfPaths(
  paths: readonly string[],
  options: CheckOptions = {},
): { readonly assessment: Assessment; readonly stacks: ReadonlySet<string> } {
  const deployment = loadPaths(paths, PULUMI);
  return { assessment: assessWith(deployment, options), stacks: stacksOf(deployment) };
}

function stacksOf({ templates }: Deployment): ReadonlySet<string> {
  return new Set(
    templates.filter(({ isContext }) => isContext !== true).map(({ stack, path }) => stack.stackName ?? path),
  );
}

function assessWith(deployment: Deployment, options: CheckOptions): Assessment {
  if (options.facts !== undefined && options.facts.length > 0) {
    // Loaded only when asked for: most checks have none.
    (require('./facts/read-facts') as typeof import('./facts/read-facts')).addFacts(
      deployment,
      options.facts,
    );
  }
  const profile = profileFor(options);
  const { exceptions, zone, today } = options;
  const register =
    exceptions === undefined ? undefined : loadRegister(exceptions, profile, today, stacksOf(deployment));
  const assessment = assess({
    deployment,
    rules: RULES,
    profile,
    ...(zone === undefined ? {} : { defaultZone: zone }),
    ...(today === undefined ? {} : { today }),
    ...(register === undefined ? {} : { register }),
    ...(options.cache === undefined
      ? {}
      : {
          // Loaded only when asked for.
          keep: (require('./incremental/keep') as typeof import('./incremental/keep')).keepIn(
            options.cache,
            RULES,
            zone,
            options.facts ?? [],
          ),
        }),
    ...(options.progress === undefined ? {} : { progress: options.progress }),
    ...(options.seen === undefined ? {} : { seen: options.seen }),
  });
  // What would hold on another day is no statement on today.
  const assumed = today === undefined ? [] : [`the day of the check is ${today}`];
  return { ...assessment, assumptions: [...assessment.assumptions, ...assumed] };
}

/** The profile of a check. @throws InputError also where it names a rule that there is not */
export function profileFor({ profile: name = 'miyazaki' }: CheckOptions): Profile {
  const profile = loadProfile(name);
  const strangers = [
    ...Object.keys(profile.rules).map((rule) => ({ key: 'rules', rule })),
    ...profile.unwaivableRules.map((rule) => ({ key: 'unwaivableRules', rule })),
  ].filter(({ key, rule }) => !RULE_IDS.has(rule) && !(key !== 'rules' && rule.startsWith(NAG_PREFIX)));
  const [first] = strangers;
  if (first !== undefined) {
    const { key, rule } = first;
    throw new InputError(
      { ja: `${key}：規則${rule}はありません`, en: `${key}: there is no rule ${rule}` },
      name,
    );
  }
  return profile;
}

/**
 * The register of exceptions under a profile; undefined where none is given. For hosts with findings of their own.
 * @throws InputError
 */
export function registerFor(options: CheckOptions): Register | undefined {
  const { exceptions, today } = options;
  return exceptions === undefined ? undefined : loadRegister(exceptions, profileFor(options), today);
}

/** What entries are held against: the profile, and that no exception answers for itself. */
export function termsOf(profile: Profile): Profile {
  const own = RULES.filter((rule) => isDeploymentRule(rule) && rule.isAboutExceptions === true);
  return { ...profile, unwaivableRules: [...profile.unwaivableRules, ...own.map(({ id }) => id)] };
}

// Loaded only when asked for: most checks have none.
function loadRegister(
  path: string,
  profile: Profile,
  today: string | undefined,
  stacks?: ReadonlySet<string>,
): Register {
  return (require('./exceptions/register') as typeof import('./exceptions/register')).loadRegister(path, {
    knownRules: RULE_IDS,
    terms: termsOf(profile),
    ...(today === undefined ? {} : { today }),
    ...(stacks === undefined ? {} : { stacks }),
  });
}
