import { kindOf, type RegisterEntry } from '../../exceptions/entry';
import type { TrustedKey } from '../../policy/profile';
import type { Language, Text } from '../../text';

export const KIND_NAMES: Readonly<Record<ReturnType<typeof kindOf>, Text>> = {
  regular: { ja: '通常', en: 'regular' },
  emergency: { ja: '緊急時', en: 'emergency' },
  baseline: { ja: '導入時の凍結', en: 'baseline' },
};

/** Labels of the fields, in the order in which they are shown. */
const LABELS: readonly (readonly [keyof RegisterEntry, string, string])[] = [
  ['application', '申請番号', 'application'],
  ['kind', '種別', 'kind'],
  ['rules', '規則', 'rules'],
  ['clauses', '条項', 'clauses'],
  ['scope', '範囲', 'scope'],
  ['frozen', '凍結する指摘', 'frozen findings'],
  ['reason', '理由', 'reason'],
  ['compensatingMeasures', '代替措置', 'compensating measures'],
  ['applicant', '申請者', 'applicant'],
  ['approver', '承認者（報告先）', 'approver (told)'],
  ['office', '署名する役職', 'office that signs'],
  ['applied', '申請日', 'applied'],
  ['decision', '審査結果', 'decision'],
  ['decided', '決定日', 'decided'],
  ['conditions', '条件', 'conditions'],
  ['reported', 'CISOへの報告日', 'reported to the CISO'],
  ['starts', '開始日', 'starts'],
  ['expires', '期限', 'expires'],
  ['documents', '申請書等', 'documents'],
];

/** All that a signature is over, for who signs it. */
export function shownEntry(entry: RegisterEntry, key: TrustedKey, language: Language): string {
  const known = new Set<string>(LABELS.map(([field]) => field));
  // Whatever else may stand in an entry one day is signed, and so shown.
  const others = Object.keys(entry).filter((field) => !known.has(field)) as (keyof RegisterEntry)[];
  const lines = [...LABELS, ...others.map((field) => [field, field, field] as const)].flatMap(
    ([field, ja, en]) => {
      const value = field === 'kind' ? KIND_NAMES[kindOf(entry)][language] : entry[field];
      return value === undefined ? [] : shownField(language === 'ja' ? ja : en, value);
    },
  );
  const by = `${key.id} (${key.office}${key.holder === undefined ? '' : `, ${key.holder}`})`;
  return `${[...lines, `${language === 'ja' ? '署名する鍵' : 'signed with'}: ${by}`].join('\n')}\n`;
}

function shownField(label: string, value: unknown): readonly string[] {
  if (Array.isArray(value)) {
    return [`${label}:`, ...value.map((item) => `  - ${textOf(item)}`)];
  }
  if (typeof value === 'object' && value !== null) {
    return [
      `${label}:`,
      ...Object.entries(value).flatMap(([key, inner]) => [
        `  ${key}:`,
        ...[inner].flat().map((item) => `    - ${textOf(item)}`),
      ]),
    ];
  }
  return [`${label}: ${textOf(value)}`];
}

/** On one line, so that no text can look like another field. */
function textOf(value: unknown): string {
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  return String(value).replace(/\r?\n/g, '\\n');
}
