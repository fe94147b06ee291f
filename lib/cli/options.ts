import { readFileSync } from 'node:fs';
import { InputError } from '../errors';
import { dayInJapan, dayMeant, isDay } from '../policy/calendar';
import { ZONES, type ZoneName } from '../policy/zones';

/** Options of all commands; each command says which it takes. */
export const OPTIONS = {
  profile: { type: 'string' },
  exceptions: { type: 'string' },
  lang: { type: 'string' },
  format: { type: 'string', multiple: true },
  output: { type: 'string', multiple: true },
  base: { type: 'string', multiple: true },
  zone: { type: 'string' },
  facts: { type: 'string', multiple: true },
  cache: { type: 'string' },
  ci: { type: 'string' },
  evidence: { type: 'string' },
  prefix: { type: 'string' },
  previous: { type: 'string' },
  redact: { type: 'boolean' },
  verbose: { type: 'boolean' },
  at: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  principal: { type: 'string' },
  // Of an application for an exception, and of the report on access.
  application: { type: 'string' },
  resource: { type: 'string', multiple: true },
  kind: { type: 'string' },
  reason: { type: 'string' },
  measures: { type: 'string' },
  applicant: { type: 'string' },
  approver: { type: 'string' },
  office: { type: 'string' },
  starts: { type: 'string' },
  expires: { type: 'string' },
  reported: { type: 'string' },
  days: { type: 'string' },
  // Of keys and signatures.
  key: { type: 'string' },
  'key-id': { type: 'string' },
  'public-key': { type: 'string' },
  alg: { type: 'string' },
  holder: { type: 'string' },
  confirm: { type: 'string' },
  'signing-input': { type: 'string' },
  signature: { type: 'string' },
} as const;

type Name = keyof typeof OPTIONS;
export type Options = {
  readonly [N in Name]?: (typeof OPTIONS)[N] extends { multiple: true }
    ? readonly string[]
    : (typeof OPTIONS)[N]['type'] extends 'boolean'
      ? boolean
      : string;
};

/** Options that every command takes. */
const COMMON: readonly Name[] = ['lang', 'help', 'version'];

/** @throws InputError for an option that a command does not take */
export function takesOnly(options: Options, ...taken: readonly Name[]): void {
  const stray = (Object.keys(options) as Name[]).find(
    (name) => options[name] !== undefined && !taken.includes(name) && !COMMON.includes(name),
  );
  if (stray !== undefined) throw notHere(`--${stray}`);
}

/** @throws InputError for more arguments than a command takes */
export function takesAtMost(args: readonly string[], most: number): void {
  const stray = args[most];
  if (stray !== undefined) throw notHere(stray);
}

function notHere(what: string): InputError {
  return new InputError({ ja: `${what}はここでは使えません`, en: `${what} is not for this command` });
}

/** @throws InputError where an option that the command needs is missing or blank */
export function needed(
  options: Options,
  name: Name,
  what: { readonly ja: string; readonly en: string },
): string {
  const value = options[name];
  if (typeof value !== 'string' || value.trim() === '') {
    throw new InputError({
      ja: `--${name} を指定してください（${what.ja}）`,
      en: `--${name} is needed: ${what.en}`,
    });
  }
  return value;
}

export function choose<T>(among: Readonly<Record<string, T>>, name: string, option: string): T {
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

export function zoneOf({ zone }: Options): ZoneName | undefined {
  if (zone !== undefined && !ZONES.includes(zone as ZoneName)) {
    throw new InputError({
      ja: `--zone には${ZONES.join('、')}のいずれかを指定してください`,
      en: `--zone must be one of ${ZONES.join(', ')}`,
    });
  }
  return zone as ZoneName | undefined;
}

/** The day of a what-if, in Japan; undefined where the clock tells it. */
export function dayAsked({ at }: Options): string | undefined {
  if (at === undefined) return undefined;
  const day = dayMeant(at);
  if (day === undefined) {
    throw new InputError({
      ja: '--at には日付（YYYY-MM-DD）又は時刻（2027-03-31T14:59:59Z）を指定してください',
      en: '--at must be a day (YYYY-MM-DD) or a moment (2027-03-31T14:59:59Z)',
    });
  }
  return day;
}

/** The day of the check: of a what-if, else today in Japan. */
export function dayOfCheck(options: Options): string {
  return dayAsked(options) ?? dayInJapan();
}

/** A day that an option gives. @throws InputError where it is none */
export function dayGiven(options: Options, name: 'starts' | 'expires' | 'reported'): string | undefined {
  const day = options[name];
  if (day !== undefined && !isDay(day)) {
    throw new InputError({
      ja: `--${name} には日付（YYYY-MM-DD）を指定してください`,
      en: `--${name} must be a day as YYYY-MM-DD`,
    });
  }
  return day;
}

/** Templates to check. @throws InputError for an empty one: as a shell variable that is not set, it would mean the current folder */
export function pathsOf(args: readonly string[]): readonly string[] {
  refuseEmpty(args);
  return args.length === 0 ? ['cdk.out'] : args;
}

/** @throws InputError for a path that is empty */
export function refuseEmpty(paths: readonly string[]): void {
  if (paths.includes('')) throw new InputError({ ja: 'PATHが空です', en: 'a PATH is empty' });
}

/** The content of a file that an option names. @throws InputError where it cannot be read */
export function readGiven(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new InputError({ ja: `読み込めません（${code}）`, en: `cannot be read (${code})` }, file);
  }
}
