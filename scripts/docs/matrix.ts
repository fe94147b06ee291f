import { CLAUSES, type Clause, SECTIONS } from '../../lib/policy/clauses';
import { rulesAround, rulesFor } from '../../lib/report/clause-rules';
import type { Rule } from '../../lib/rules/define';
import type { Language, Text } from '../../lib/text';
import type { Tested } from './tables';
import { BEARERS, GENERATED, KINDS, table, WORDINGS } from './words';

/** Clauses to rules to types of resource to tests, and back, in Markdown. */
export function traceabilityMatrix(tested: readonly Tested[], language: Language): string {
  const t = (text: Text) => text[language];
  const rules = tested.map(({ rule }) => rule);
  return `${[
    GENERATED,
    `# ${t({ ja: '条項と規則の対応表', en: 'Traceability matrix' })}`,
    t({
      ja: '宮崎市情報セキュリティポリシー（令和6年2月14日改訂）第2章の全ての条項番号について、その趣旨、担い手、検査の可否、検査する規則を示す。趣旨は本プロジェクトの言葉による要約であり、正文はポリシーによる。',
      en: "Every clause number of chapter 2 of Miyazaki City's information security policy (edition of 14 February 2024): what it asks, who bears it, how far code can check it, and the rules that do. The duties are in this project's own words; the policy itself is what counts.",
    }),
    table(
      [
        t({ ja: '検査の可否', en: 'kind' }),
        t({ ja: '条項の数', en: 'clauses' }),
        t({ ja: 'うち規則のあるもの', en: 'of them with a rule' }),
      ],
      Object.entries(KINDS).map(([kind, label]) => {
        const these = CLAUSES.filter((clause) => clause.kind === kind);
        return [
          t(label),
          String(these.length),
          String(these.filter((clause) => rulesFor(clause.number, rules).length > 0).length),
        ];
      }),
    ),
    `## ${t({ ja: '条項から規則', en: 'From clauses to rules' })}`,
    ...bySection(rules, language),
    `## ${t({ ja: '規則から条項及びテスト', en: 'From rules to clauses and tests' })}`,
    table(
      [
        t({ ja: '規則', en: 'rule' }),
        t({ ja: '条項', en: 'clauses' }),
        t({ ja: '対象', en: 'resources' }),
        t({ ja: 'テスト', en: 'tests' }),
      ],
      tested.map(({ rule, files, cases }) => [
        link(rule, language),
        rule.clauses.join(' '),
        'check' in rule ? rule.resources.join(' ') : t({ ja: '配備全体', en: 'the whole deployment' }),
        `${files.map((file) => `[${file.split('/').pop()}](../${file})`).join(' ')} (${cases.length})`,
      ]),
    ),
    `## ${t({ ja: 'リソースの種類から規則', en: 'From types of resource to rules' })}`,
    table(
      [t({ ja: 'リソースの種類', en: 'type' }), t({ ja: '規則', en: 'rules' })],
      [...byType(rules)]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([type, list]) => [type, list.map((rule) => link(rule, language)).join(' ')]),
    ),
  ].join('\n\n')}\n`;
}

function bySection(rules: readonly Rule[], language: Language): readonly string[] {
  const t = (text: Text) => text[language];
  const sections = new Map<string, Clause[]>();
  for (const clause of CLAUSES) {
    const section = /^\d+(\.\d+)?/.exec(clause.number)?.[0] as string;
    sections.set(section, [...(sections.get(section) ?? []), clause]);
  }
  return [...sections].flatMap(([section, clauses]) => [
    `### ${section}. ${t(SECTIONS.get(section) ?? { ja: '', en: '' })}`,
    table(
      [
        t({ ja: '条項番号', en: 'clause' }),
        t({ ja: '趣旨', en: 'duty' }),
        t({ ja: '文言', en: 'wording' }),
        t({ ja: '担い手', en: 'borne by' }),
        t({ ja: '検査', en: 'kind' }),
        t({ ja: '規則', en: 'rules' }),
        t({ ja: '規則で検査しない理由・残る部分', en: 'why no rule, or what is left' }),
      ],
      clauses.map((clause) => {
        const own = rulesFor(clause.number, rules);
        const around = own.length > 0 ? [] : rulesAround(clause.number, rules);
        return [
          clause.number,
          t(clause.duty),
          t(WORDINGS[clause.wording]),
          clause.bearers.map((bearer) => t(BEARERS[bearer])).join(t({ ja: '、', en: ', ' })),
          t(KINDS[clause.kind]),
          own.length > 0
            ? own.map((rule) => link(rule, language)).join(' ')
            : around.length > 0
              ? `(${around.map(({ id }) => id).join(' ')})`
              : '—',
          clause.reason === undefined ? '' : t(clause.reason),
        ];
      }),
    ),
  ]);
}

function byType(rules: readonly Rule[]): ReadonlyMap<string, readonly Rule[]> {
  const types = new Map<string, Rule[]>();
  for (const rule of rules) {
    for (const type of 'check' in rule ? rule.resources : []) {
      types.set(type, [...(types.get(type) ?? []), rule]);
    }
  }
  return types;
}

function link({ id }: Rule, language: Language): string {
  return `[${id}](rules/${language}/${id}.md)`;
}
