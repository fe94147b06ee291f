import { dirname } from 'node:path';
import type { Assessment, Register } from './assess';
import { assess } from './assess';
import { InputError } from './errors';
import type { Deployment } from './model/deployment';
import { loadPaths, loadTemplates } from './model/load';
import { loadProfile } from './policy/load-profile';
import type { Profile } from './policy/profile';
import type { ZoneName } from './policy/zones';
import { RULES } from './rules';
import type { Language } from './text';

export interface CheckOptions {
  /** A built-in profile's name, or a YAML file. @default miyazaki */
  readonly profile?: string;
  /** The register of exceptions, a YAML file. @default - no exception is approved */
  readonly exceptions?: string;
  /** Zone of resources for which nothing declares one. @default - none */
  readonly zone?: ZoneName;
  /** The day of the check, YYYY-MM-DD. @default - today in Japan */
  readonly today?: string;
  /** Only for hosts that print. @default en */
  readonly language?: Language;
  /** Told after each resource how many are done, of how many. @default - nobody is */
  readonly progress?: (done: number, of: number) => void;
}

const RULE_IDS: ReadonlySet<string> = new Set(RULES.map(({ id }) => id));

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
  return assessWith(loadPaths(paths), options);
}

function assessWith(deployment: Deployment, options: CheckOptions): Assessment {
  const profile: Profile = loadProfile(options.profile ?? 'miyazaki');
  const stranger = Object.keys(profile.rules).find((rule) => !RULE_IDS.has(rule));
  if (stranger !== undefined) {
    throw new InputError(
      { ja: `rules：規則${stranger}はありません`, en: `rules: there is no rule ${stranger}` },
      options.profile,
    );
  }
  const register = options.exceptions === undefined ? undefined : loadRegister(options.exceptions, profile);
  return assess({
    deployment,
    rules: RULES,
    profile,
    ...(options.zone === undefined ? {} : { defaultZone: options.zone }),
    ...(options.today === undefined ? {} : { today: options.today }),
    ...(register === undefined ? {} : { register }),
    ...(options.progress === undefined ? {} : { progress: options.progress }),
  });
}

// Loaded only when asked for: most checks have none.
function loadRegister(file: string, profile: Profile): Register {
  return (require('./exceptions/register') as typeof import('./exceptions/register')).loadRegister(
    file,
    RULE_IDS,
    new Date(),
    profile,
  );
}
