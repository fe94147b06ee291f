import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../lib/text';
import { constructsPage } from './constructs';
import { traceabilityMatrix } from './matrix';
import { rulePage } from './rule-page';
import type { Tested } from './tables';
import { AREAS, GENERATED, LANGUAGES, table } from './words';

const RULES_FOLDER = join(__dirname, '..', '..', 'lib', 'rules');

/** All generated documents, by their path below `docs`. */
export function documentPages(tables: ReadonlyMap<string, Tested>): ReadonlyMap<string, string> {
  const tested = [...tables.values()].sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1));
  const pages = new Map<string, string>();
  for (const language of LANGUAGES) {
    const suffix = language === 'ja' ? '.ja' : '';
    pages.set(`traceability${suffix}.md`, traceabilityMatrix(tested, language));
    pages.set(`constructs${suffix}.md`, constructsPage(language));
    pages.set(`rules/README${suffix}.md`, index(tested, language));
    for (const item of tested) pages.set(`rules/${language}/${item.rule.id}.md`, rulePage(item, language));
  }
  return pages;
}

/** The rules by area. */
function index(tested: readonly Tested[], language: Language): string {
  const areaOf = areas();
  const sections = Object.entries(AREAS).flatMap(([area, label]) => {
    const rules = tested.map(({ rule }) => rule).filter(({ id }) => areaOf.get(id) === area);
    if (rules.length === 0) return [];
    return [
      `## ${label[language]} (${rules.length})`,
      table(
        language === 'ja' ? ['規則', '内容', '条項', '義務'] : ['rule', 'what must hold', 'clauses', 'duty'],
        rules.map(({ id, title, clauses, duty }) => [
          `[${id}](${language}/${id}.md)`,
          title[language],
          clauses.join(' '),
          (duty ?? 'must') === 'must'
            ? { ja: '必須', en: 'must' }[language]
            : { ja: '推奨', en: 'should' }[language],
        ]),
      ),
    ];
  });
  const title = { ja: '規則一覧', en: 'Rule reference' }[language];
  return `${[GENERATED, `# ${title} (${tested.length})`, ...sections].join('\n\n')}\n`;
}

/** The folder of each rule. */
export function areas(): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(RULES_FOLDER, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) =>
        readdirSync(join(RULES_FOLDER, name)).map((file) => [file.replace(/\.ts$/, ''), name] as const),
      ),
  );
}
