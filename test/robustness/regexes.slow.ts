import { attacksOn, timeOf } from './regex-attacks';
import { regexesIn } from './regexes-in-source';

// Text of any length may come to any regular expression: a few of them can stop the check of everything else.

/** Letters of the first try, and what it may take where it is linear: a quadratic one takes tens of milliseconds. */
const LENGTH = 20_000;
const ENOUGH_MS = 5;
/** Four times as long a text takes four times as long, or sixteen times where it is quadratic. */
const LONGER = 4;
const MOST_GROWTH = 9;

/** Letters on which an exponential one takes longer than the universe lasts, on a few more. */
const FEW = 23;

/** A text over which an expression takes more than in proportion to its length; undefined where there is none. */
function worstFor(regex: RegExp, length = LENGTH): string | undefined {
  const exponential = attacksOn(regex, FEW).find((text) => timeOf(regex, text, ENOUGH_MS) > ENOUGH_MS);
  if (exponential !== undefined) return exponential;
  const longer = attacksOn(regex, length * LONGER);
  return attacksOn(regex, length).find((text, index) => {
    const short = timeOf(regex, text, ENOUGH_MS);
    if (short <= ENOUGH_MS) return false;
    return timeOf(regex, longer[index] as string, short * LONGER) > short * MOST_GROWTH;
  });
}

const found = regexesIn('lib', 'aspects', 'constructs');
const written = new Map(
  found.flatMap(({ file, regex }) =>
    regex === undefined ? [] : [[String(regex), { file, regex }] as const],
  ),
);

test('each regular expression of the source takes time in proportion to its text, at worst', () => {
  const slow = [...written.values()].flatMap(({ file, regex }) => {
    const text = worstFor(regex);
    return text === undefined ? [] : [`${file}: ${regex} on ${JSON.stringify(text.slice(0, 40))}`];
  });
  expect(slow).toEqual([]);
  expect(written.size).toBeGreaterThan(400);
});

/** Those that are made of other texts: where, and how many. What they are made of is escaped, or stands in the same file. */
const MADE: Readonly<Record<string, number>> = {
  'lib/analysis/data-events.ts': 1,
  'lib/analysis/secrets/redactor.ts': 1,
  'lib/analysis/time-settings.ts': 12,
  'lib/credential-formats.ts': 1,
  'lib/model/keys.ts': 1,
  'lib/rules/hardening/EcrImagesScanned.ts': 1,
  'lib/rules/identity/GithubOidcTrustNamesRepository.ts': 1,
};

test('those that are made when the code runs are known, and take no longer', () => {
  const counts = new Map<string, number>();
  for (const { file, regex } of found) if (regex === undefined) counts.set(file, (counts.get(file) ?? 0) + 1);
  expect(Object.fromEntries(counts)).toEqual(MADE);
  const slow = madeOnLoad(Object.keys(MADE)).flatMap((regex) => {
    const text = worstFor(regex);
    return text === undefined ? [] : [`${regex} on ${JSON.stringify(text.slice(0, 40))}`];
  });
  expect(slow).toEqual([]);
});

/** The expressions that files make while they are loaded. */
function madeOnLoad(files: readonly string[]): readonly RegExp[] {
  const made: RegExp[] = [];
  const Real = RegExp;
  global.RegExp = new Proxy(Real, {
    construct: (target, [pattern, flags]: [string | RegExp, string | undefined]) => {
      const regex = new target(pattern, flags);
      made.push(regex);
      return regex;
    },
  });
  try {
    jest.isolateModules(() => {
      for (const file of files) require(`../../${file}`);
    });
  } finally {
    global.RegExp = Real;
  }
  return made;
}

test('one that takes longer would be noticed', () => {
  expect(worstFor(/\s+$/, LENGTH / LONGER)).toBeDefined();
  expect(worstFor(/^(?:a|a)+$/)).toBeDefined();
  expect(worstFor(/(?<!\s)\s+$/)).toBeUndefined();
});
