import { InputError } from '../errors';
import type { ZoneName } from '../policy/zones';
import { LIST_COMMA } from '../report/words';
import { RULES } from '../rules';
import { isDeploymentRule, type Rule } from '../rules/define';
import type { Language, Text } from '../text';

/** All rules, a line each or as JSON. */
export function listRules(format: 'text' | 'json', language: Language): string {
  if (format === 'json') {
    return `${JSON.stringify(
      RULES.map((rule) => ({
        id: rule.id,
        clauses: rule.clauses,
        duty: rule.duty ?? 'must',
        resources: isDeploymentRule(rule) ? [] : rule.resources,
        appliesTo: isDeploymentRule(rule) ? null : (rule.appliesTo ?? null),
        title: rule.title[language],
        why: rule.why[language],
        fix: rule.fix[language],
        cdk: rule.cdk[language],
      })),
      undefined,
      2,
    )}\n`;
  }
  const width = Math.max(...RULES.map(({ id }) => id.length));
  return RULES.map(
    ({ id, clauses, title }) => `${id.padEnd(width)}  ${clauses.join(' ')}  ${title[language]}\n`,
  ).join('');
}

/** Everything that a rule declares. @throws InputError when there is no such rule */
export function explainRule(id: string, language: Language): string {
  const rule = RULES.find((candidate) => candidate.id.toLowerCase() === id.toLowerCase());
  if (rule === undefined) {
    const near = RULES.filter((candidate) => candidate.id.toLowerCase().includes(id.toLowerCase())).slice(
      0,
      5,
    );
    const hint = near.map((candidate) => candidate.id).join(', ');
    throw new InputError({
      ja: `規則${JSON.stringify(id)}はありません${hint === '' ? '（rulesで一覧を表示）' : `。近いもの：${hint}`}`,
      en: `there is no rule ${JSON.stringify(id)}${hint === '' ? ' (`rules` lists them)' : `; near it: ${hint}`}`,
    });
  }
  const rows: readonly (readonly [Text, string])[] = [
    [{ ja: '内容', en: 'what' }, rule.title[language]],
    [{ ja: '理由', en: 'why' }, rule.why[language]],
    [{ ja: '条項', en: 'clauses' }, rule.clauses.join(LIST_COMMA[language])],
    [
      { ja: '義務', en: 'duty' },
      (rule.duty ?? 'must') === 'must'
        ? {
            ja: '必須（不適合及び判定不能は配備を止める）',
            en: 'must (a violation or an undetermined result blocks)',
          }[language]
        : { ja: '推奨（警告）', en: 'should (warns)' }[language],
    ],
    [
      { ja: '対象', en: 'resources' },
      isDeploymentRule(rule)
        ? { ja: '配備全体', en: 'the whole deployment' }[language]
        : rule.resources.join(LIST_COMMA[language]),
    ],
    [{ ja: '適用', en: 'applies to' }, scopeOf(rule)[language]],
    [{ ja: '対応（CloudFormation）', en: 'fix (CloudFormation)' }, rule.fix[language]],
    [{ ja: '対応（CDK）', en: 'fix (CDK)' }, rule.cdk[language]],
  ];
  return `${rule.id}\n${rows.map(([name, text]) => `  ${name[language]}: ${text}\n`).join('')}`;
}

/** As the policy calls them. */
const ZONE_NAMES: Readonly<Record<ZoneName, string>> = {
  'my-number': 'マイナンバー利用事務系',
  lgwan: 'LGWAN接続系',
  internet: 'インターネット接続系',
  management: '管理領域',
};

/** Where a rule applies, in words. */
export function scopeOf(rule: Rule): Text {
  const applies = isDeploymentRule(rule) ? undefined : rule.appliesTo;
  if (applies === undefined) return { ja: '全ての領域', en: 'all zones' };
  const { zones, orConfidentialityAtLeast, orIntegrityAtLeast, orAvailabilityAtLeast } = applies;
  const levels = [
    [orConfidentialityAtLeast, '機密性', 'confidentiality'],
    [orIntegrityAtLeast, '完全性', 'integrity'],
    [orAvailabilityAtLeast, '可用性', 'availability'],
  ] as const;
  const parts: Text[] = [];
  if (zones !== undefined) {
    parts.push({
      ja: zones.map((zone) => ZONE_NAMES[zone]).join('、'),
      en: `zones ${zones.join(', ')}`,
    });
  }
  for (const [level, ja, en] of levels) {
    if (level !== undefined) parts.push({ ja: `${ja}${level}以上`, en: `${en} ${level} and above` });
  }
  return { ja: parts.map(({ ja }) => ja).join('又は'), en: parts.map(({ en }) => en).join(', or ') };
}
