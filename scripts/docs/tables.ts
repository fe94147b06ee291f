import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Rule } from '../../lib/rules/define';
import { type RuleCase, type RuleTable, TABLE_READER } from '../../test/helpers/rule-cases';

/** What the tests say of one rule. */
export interface Tested {
  readonly rule: Rule;
  readonly cases: readonly RuleCase[];
  readonly without: RuleTable['without'];
  /** Test files, from the root of the repository. */
  readonly files: readonly string[];
}

const ROOT = join(__dirname, '..', '..');
const TESTS = join(ROOT, 'test', 'rules');

/** What a test file may call while its tables are read: suites are entered, tests are not run. */
const STAND_INS: Readonly<Record<string, unknown>> = {
  describe: Object.assign((_name: string, body: () => void) => body(), { each: () => () => undefined }),
  test: Object.assign(() => undefined, { each: () => () => undefined }),
  it: Object.assign(() => undefined, { each: () => () => undefined }),
  beforeAll: () => undefined,
  afterAll: () => undefined,
  beforeEach: () => undefined,
  afterEach: () => undefined,
};

/**
 * Reads the tables of cases of all rules.
 * @param load loads a test file: `require` of whoever asks
 */
export function readTables(load: (file: string) => unknown): ReadonlyMap<string, Tested> {
  const tested = new Map<string, Tested>();
  const scope = globalThis as Record<string | symbol, unknown>;
  const saved = Object.keys(STAND_INS).map((name) => [name, scope[name]] as const);
  let file = '';
  scope[TABLE_READER] = ({ rule, cases, without, files = [file] }: RuleTable) => {
    const so = tested.get(rule.id);
    tested.set(rule.id, {
      rule,
      cases: [...(so?.cases ?? []), ...cases],
      without: { ...so?.without, ...without },
      files: [...new Set([...(so?.files ?? []), ...files])],
    });
  };
  Object.assign(scope, STAND_INS);
  try {
    for (const path of testFiles()) {
      file = relative(ROOT, path).split(sep).join('/');
      load(path);
    }
  } finally {
    delete scope[TABLE_READER];
    for (const [name, value] of saved) scope[name] = value;
  }
  return tested;
}

function testFiles(): readonly string[] {
  return readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => join(TESTS, name));
}
