import { scopeOf } from '../../lib/cli/catalog';
import { clauseByNumber } from '../../lib/policy/clauses';
import type { Rule } from '../../lib/rules/define';
import type { Language, Text } from '../../lib/text';
import { pulumiProgram, typesNotOffered } from './pulumi';
import { type Snippet, snippetOf, yamlOf } from './snippets';
import type { Tested } from './tables';
import { GENERATED, table, WORDINGS } from './words';

/** One page of the rule reference, in Markdown. */
export function rulePage(tested: Tested, language: Language): string {
  const { rule, files } = tested;
  const t = (text: Text) => text[language];
  const bad = snippetOf(tested, 'violation');
  const good = snippetOf(tested, 'compliant');
  const up = '../../..';
  return `${[
    GENERATED,
    `# ${rule.id}`,
    `**${t(rule.title)}**`,
    table(
      [t({ ja: '項目', en: 'item' }), t({ ja: '内容', en: 'value' })],
      [
        [t({ ja: '義務', en: 'duty' }), t(dutyOf(rule))],
        [t({ ja: '適用', en: 'applies to' }), t(scopeOf(rule))],
        [
          t({ ja: '対象', en: 'resources' }),
          'check' in rule
            ? rule.resources.map((type) => `\`${type}\``).join(' ')
            : t({ ja: '配備全体', en: 'the whole deployment' }),
        ],
        [t({ ja: 'テスト', en: 'tests' }), files.map((file) => `[${file}](${up}/${file})`).join(' ')],
      ],
    ),
    `## ${t({ ja: '理由', en: 'Why' })}`,
    t(rule.why),
    ...(rule.relievedBy === undefined
      ? []
      : [
          `## ${t({ ja: '他のリソースとの関係', en: 'Other resources' })}`,
          t({
            ja: '次のリソースを加えると、指摘がなくなる、又は軽くなることがある。',
            en: 'A finding may go, or weaken, when one of these is added.',
          }),
          table(
            [t({ ja: 'リソース', en: 'resource' }), t({ ja: '理由', en: 'reason' })],
            rule.relievedBy.map(({ types, why }) => [
              types === 'any' ? t({ ja: '全て', en: 'any' }) : types.map((type) => `\`${type}\``).join(' '),
              t(why),
            ]),
          ),
        ]),
    `## ${t({ ja: '条項', en: 'Clauses' })}`,
    table(
      [t({ ja: '条項番号', en: 'clause' }), t({ ja: '趣旨', en: 'duty' }), t({ ja: '文言', en: 'wording' })],
      rule.clauses.map((number) => {
        const clause = clauseByNumber(number);
        return clause === undefined
          ? [number, '', '']
          : [number, t(clause.duty), t(WORDINGS[clause.wording])];
      }),
    ),
    `## ${t({ ja: '不適合の例', en: 'Violating' })}`,
    ...example(bad, tested, 'violation', language),
    ...(bad === undefined ? [] : [t({ ja: '結果：', en: 'Finding: ' }) + firstMessage(bad, language)]),
    `## ${t({ ja: '適合の例', en: 'Compliant' })}`,
    ...example(good, tested, 'compliant', language),
    `## ${t({ ja: '対応', en: 'Fix' })}`,
    '### CloudFormation',
    t(rule.fix),
    '### CDK',
    t({ ja: `CDKでは：${rule.cdk.ja}。`, en: `In CDK: ${rule.cdk.en}.` }),
    '### Pulumi',
    ...pulumi(good, language),
  ].join('\n\n')}\n`;
}

function dutyOf({ duty }: Rule): Text {
  return (duty ?? 'must') === 'must'
    ? {
        ja: '必須（不適合及び判定不能は配備を止める）',
        en: 'must (a violation or an undetermined result blocks)',
      }
    : { ja: '推奨（警告）', en: 'should (warns)' };
}

function example(
  snippet: Snippet | undefined,
  { without }: Tested,
  verdict: 'compliant' | 'violation',
  language: Language,
): readonly string[] {
  if (snippet === undefined) {
    const reason = without[verdict];
    return [
      reason === undefined
        ? {
            ja: '複数のテンプレートにわたるため、テストを参照。',
            en: 'It takes several templates: see the tests.',
          }[language]
        : { ja: `該当なし（${reason}）`, en: `There is none (${reason}).` }[language],
    ];
  }
  const { profile, today, yaml } = snippet;
  return [
    ...(profile === undefined
      ? []
      : [
          { ja: 'プロファイル：', en: 'With this in the profile:' }[language],
          `\`\`\`yaml\n${yamlOf(profile)}\n\`\`\``,
        ]),
    ...(today === undefined ? [] : [{ ja: `検査日：${today}`, en: `Day of the check: ${today}` }[language]]),
    `\`\`\`yaml\n${yaml}\n\`\`\``,
  ];
}

function firstMessage({ assessment }: Snippet, language: Language): string {
  const [finding] = assessment.findings.filter(({ verdict }) => verdict === 'violation');
  return `\`${finding?.resource.logicalId ?? ''}\` ${finding?.message[language] ?? ''}`;
}

function pulumi(good: Snippet | undefined, language: Language): readonly string[] {
  const program = good === undefined ? undefined : pulumiProgram(good.template);
  const general = {
    ja: 'プロバイダaws-nativeでは、上記のプロパティを、先頭を小文字とした同じ名称（例：`KmsKeyId`は`kmsKeyId`）で指定する。',
    en: 'With the provider aws-native set the same properties under their names in camel case (`KmsKeyId` is `kmsKeyId`).',
  }[language];
  if (program !== undefined) return [general, `\`\`\`yaml\n${program}\n\`\`\``];
  const missing = good === undefined ? [] : typesNotOffered(good.template);
  if (missing.length === 0) return [general];
  const list = missing.map((type) => `\`${type}\``).join(', ');
  return [
    general,
    {
      ja: `${list}はaws-nativeにないため、@pulumi/awsの対応するリソースに同じ設定を行う。`,
      en: `aws-native has no ${list}: make the same settings in the resource of @pulumi/aws.`,
    }[language],
  ];
}
