import type { AccessLevel, BecomingRow, Certainty, PrincipalSort } from '../access/report';
import type { Text } from '../text';

export const LEVEL_WORDS: Readonly<Record<AccessLevel, Text>> = {
  list: { ja: '一覧', en: 'list' },
  read: { ja: '閲覧', en: 'read' },
  write: { ja: '書込', en: 'write' },
  permissions: { ja: '権限', en: 'perms' },
  tagging: { ja: 'タグ', en: 'tags' },
  inspect: { ja: '設定', en: 'setup' },
};

/** In a cell of a table. */
export const MARKS: Readonly<Record<Certainty, Text>> = {
  certain: { ja: '可', en: 'yes' },
  possible: { ja: '不明', en: '?' },
  no: { ja: '－', en: '-' },
};

export const CERTAINTIES: Readonly<Record<Certainty, Text>> = {
  certain: { ja: '可', en: 'yes' },
  possible: { ja: '不明', en: 'possible' },
  no: { ja: '不可', en: 'no' },
};

export const SORT_WORDS: Readonly<Record<PrincipalSort, Text>> = {
  role: { ja: 'ロール', en: 'role' },
  user: { ja: 'ユーザー', en: 'user' },
  group: { ja: 'グループ', en: 'group' },
  'permission-set': { ja: '許可セット', en: 'permission set' },
  anyone: { ja: '外部', en: 'outside' },
  account: { ja: '他のアカウント', en: 'other account' },
  'outside-role': { ja: '外部のロール', en: 'role outside' },
  'outside-user': { ja: '外部のユーザー', en: 'user outside' },
  federated: { ja: '認証連携', en: 'federated' },
  service: { ja: 'AWSのサービス', en: 'AWS service' },
  unknown: { ja: '配備前に定まらない者', en: 'not known before deployment' },
};

export const MFA_WORDS: Readonly<Record<BecomingRow['mfa'], Text>> = {
  yes: { ja: '多要素認証：必須', en: 'MFA required' },
  no: { ja: '多要素認証：なし', en: 'no MFA' },
  undetermined: { ja: '多要素認証：不明', en: 'MFA not known' },
  provider: {
    ja: '多要素認証：認証連携先による（要証跡）',
    en: 'MFA by the identity provider (evidence needed)',
  },
  none: { ja: '', en: '' },
};

export const BECOMING_WORDS: Readonly<Record<string, Text>> = {
  account: { ja: 'アカウント', en: 'account' },
  anyone: { ja: '誰でも', en: 'anyone' },
  service: { ja: 'サービス', en: 'service' },
  role: { ja: 'ロール', en: 'role' },
  user: { ja: 'ユーザー', en: 'user' },
  federated: { ja: '認証連携', en: 'federated' },
  workload: { ja: '外部のパイプライン', en: 'outside pipeline' },
  unknown: { ja: '定まらない者', en: 'not known' },
  member: { ja: '構成員', en: 'member' },
};
const SPEAKS_FOR_ITSELF = new Set(['password', 'access-key', 'identity-center', 'member', 'role', 'user']);

/** One way to become somebody: who begins, over whom, and whether with a second factor. */
export function becomingText({ from, kind, over, mfa, certainty }: BecomingRow): Text {
  const of = (language: keyof Text) => {
    const [first, ...rest] = over;
    const begins =
      kind === 'role' || kind === 'user' || kind === 'member' ? (first ?? from[language]) : from[language];
    const word =
      SPEAKS_FOR_ITSELF.has(kind) && kind !== 'role' && kind !== 'user'
        ? ''
        : `${BECOMING_WORDS[kind]?.[language] ?? ''} `;
    const chain = [
      begins.replaceAll('"', ''),
      ...(kind === 'role' || kind === 'user' || kind === 'member' ? rest : over),
    ];
    const factor = MFA_WORDS[mfa][language];
    const doubt = certainty === 'possible' ? (language === 'ja' ? '、不明' : ', possibly') : '';
    const tail = `${factor}${doubt}`.replace(/^(、|, )/, '');
    return `${word}${chain.join(' → ')}${tail === '' ? '' : language === 'ja' ? `（${tail}）` : ` (${tail})`}`;
  };
  return { ja: of('ja'), en: of('en') };
}

/** `AWS::S3::Bucket` as `S3 Bucket`. */
export function typeText(type: string): string {
  return type.replace(/^AWS::/, '').replace('::', ' ');
}
