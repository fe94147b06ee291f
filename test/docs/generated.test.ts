import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { CLAUSES } from '../../lib/policy/clauses';
import { rulesAround, rulesFor } from '../../lib/report/clause-rules';
import { RULES } from '../../lib/rules';
import { areas, documentPages } from '../../scripts/docs/pages';
import { assessYaml } from '../../scripts/docs/snippets';
import { readTables } from '../../scripts/docs/tables';
import { AREAS } from '../../scripts/docs/words';
import { mixturesOf, verdictOf } from './conditional';

const DOCS = join(__dirname, '..', '..', 'docs');
const tables = readTables(require);
const rules = [...tables.values()];

describe('the rule reference and the traceability matrix', () => {
  const pages = documentPages(tables);

  test('are as `npm run generate` makes them', () => {
    const stale = [...pages].filter(([path, text]) => {
      const file = join(DOCS, path);
      return !existsSync(file) || readFileSync(file, 'utf8') !== text;
    });
    expect(stale.map(([path]) => path)).toEqual([]);
    const written = readdirSync(join(DOCS, 'rules'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => `rules/${name}`);
    expect(written.filter((path) => !pages.has(path))).toEqual([]);
  });

  test('have a page in both languages for each rule', () => {
    const missing = RULES.flatMap(({ id }) => [`rules/ja/${id}.md`, `rules/en/${id}.md`]).filter(
      (path) => !pages.has(path),
    );
    expect(missing).toEqual([]);
  });

  test('know each folder of rules', () => {
    const unknown = [...new Set(areas().values())].filter((area) => !Object.hasOwn(AREAS, area));
    expect(unknown).toEqual([]);
  });

  test.each([
    ['Violating', 'violation'],
    ['Compliant', 'compliant'],
  ] as const)('show %s examples whose verdict, as they stand, is %s', (heading, expected) => {
    const wrong = RULES.flatMap((rule) => {
      const page = pages.get(`rules/en/${rule.id}.md`) as string;
      const part = page.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
      const blocks = [...part.matchAll(/```yaml\n(.*?)\n```/gs)].map(([, text]) => text as string);
      const snippet = blocks.pop();
      if (snippet === undefined) return [];
      const profile = blocks.length === 0 ? undefined : parse(blocks[0] as string);
      const [, today] = /Day of the check: (\S+)/.exec(part) ?? [];
      const { findings } = assessYaml(rule, snippet, profile, today);
      const isViolated = findings.some(({ verdict }) => verdict === 'violation');
      return isViolated === (expected === 'violation') ? [] : [rule.id];
    });
    expect(wrong).toEqual([]);
  });
});

describe('the catalog', () => {
  test('has a table of cases for each rule, with each verdict or the reason why there is none', () => {
    const lacking = RULES.flatMap(({ id }) => {
      const tested = tables.get(id);
      if (tested === undefined) return [`${id}: no table`];
      return (['compliant', 'violation', 'undetermined'] as const)
        .filter((verdict) => !tested.cases.some(({ expect: expected }) => expected === verdict))
        .filter((verdict) => (tested.without[verdict] ?? '').trim() === '')
        .map((verdict) => `${id}: nothing ${verdict}`);
    });
    expect(lacking).toEqual([]);
  });

  test('has a rule for each clause that is enforced, and a rule or a reason for each that partly is', () => {
    const open = CLAUSES.filter(({ number, kind, reason }) => {
      const some = rulesFor(number, RULES).length > 0 || rulesAround(number, RULES).length > 0;
      return kind === 'enforced' ? !some : kind === 'partly' ? !some && reason === undefined : false;
    });
    expect(open.map(({ number }) => number)).toEqual([]);
  });
});

describe('a resource that is compliant or not by a condition', () => {
  const mixtures = rules.flatMap((tested) => mixturesOf(tested, 2));

  test('is known of most rules', () => {
    const mixed = new Set(mixtures.map(({ rule }) => rule.id));
    const written = rules.filter(({ cases }) =>
      cases.some((item) => /Fn::If|Condition/.test(JSON.stringify(item))),
    );
    const covered = new Set([...mixed, ...written.map(({ rule }) => rule.id)]);
    const without = rules.filter(
      // What never is a violation is none by a condition either.
      ({ rule, without: lacking }) =>
        'check' in rule && lacking.violation === undefined && !covered.has(rule.id),
    );
    expect(without.map(({ rule }) => rule.id)).toEqual([]);
  });

  test.each(mixtures.map((mixture, at) => [`${mixture.rule.id} #${at}`, mixture] as const))(
    '%s',
    (_name, mixture) => {
      const verdicts = (['open', 'good', 'bad'] as const).map((choice) =>
        verdictOf(mixture, mixture.mixed, choice),
      );
      expect(verdicts).toEqual(['violation', 'compliant', 'violation']);
    },
  );
});
