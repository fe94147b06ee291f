import { ACCESS_LEVELS, type AccessReport, type PrincipalRow, type ReachRow } from '../access/report';
import type { Language, Text } from '../text';
import { becomingText, CERTAINTIES, LEVEL_WORDS, SORT_WORDS } from './access-words';
import { csvCell } from './csv-cell';
import { printable } from './words';

const BYTE_ORDER_MARK = '\ufeff';

const PRINCIPAL: readonly Text[] = [
  { ja: '種別', en: 'kind' },
  { ja: '主体', en: 'principal' },
  { ja: '論理ID', en: 'logical id' },
  { ja: 'テンプレート', en: 'template' },
  { ja: '行', en: 'line' },
  { ja: '管理者区分', en: 'party' },
  { ja: '領域', en: 'zone' },
  { ja: 'なる方法', en: 'becomes' },
  { ja: '管理者', en: 'administrator' },
  { ja: '認証情報の変更', en: 'changes credentials' },
  { ja: '鍵の廃棄', en: 'destroys keys' },
  { ja: 'アクセス許可の境界', en: 'boundary' },
];
const STORE: readonly Text[] = [
  { ja: '保管先', en: 'store' },
  { ja: '保管先の種類', en: 'type of store' },
  { ja: '機密性', en: 'confidentiality' },
];
const WHY: readonly Text[] = [
  { ja: '根拠の文', en: 'statements' },
  { ja: '制限', en: 'limits' },
  { ja: '鍵', en: 'key' },
  { ja: '不明の理由', en: 'reasons' },
];

/** Who can reach what as CSV (RFC 4180), a row for each principal and store; Excel knows UTF-8 by the first mark. */
export function accessCsv({ principals }: AccessReport, language: Language): string {
  const columns = [...PRINCIPAL, ...STORE, ...ACCESS_LEVELS.map((level) => LEVEL_WORDS[level]), ...WHY];
  const rows = principals.flatMap((principal) => {
    const who = principalCells(principal, language);
    return principal.reaches.length === 0
      ? [who.concat(columns.slice(who.length).map(() => ''))]
      : principal.reaches.map((reach) => who.concat(reachCells(reach, language)));
  });
  return (
    BYTE_ORDER_MARK +
    [columns.map((column) => column[language]), ...rows]
      .map((cells) => `${cells.map((cell) => csvCell(printable(cell))).join(',')}\r\n`)
      .join('')
  );
}

function principalCells(
  { sort, name, identity, party, becoming, rights }: PrincipalRow,
  language: Language,
): string[] {
  const right = (key: 'administrator' | 'credentials' | 'keyDestruction') =>
    rights === undefined ? '' : CERTAINTIES[rights[key]][language];
  return [
    SORT_WORDS[sort][language],
    name[language],
    identity?.logicalId ?? '',
    identity?.template ?? '',
    String(identity?.line ?? ''),
    party ?? '',
    identity?.zone ?? '',
    becoming.map((way) => becomingText(way)[language]).join('\n'),
    right('administrator'),
    right('credentials'),
    right('keyDestruction'),
    rights?.boundary?.[language] ?? '',
  ];
}

function reachCells(
  { store, levels, statements, limits, reasons, key }: ReachRow,
  language: Language,
): string[] {
  return [
    store.name,
    store.type,
    store.confidentiality ?? '',
    ...ACCESS_LEVELS.map((level) => CERTAINTIES[levels[level]][language]),
    statements
      .map(
        ({ path, template, line, onlyIf }) =>
          `${path} ${template}${line === undefined ? '' : `:${line}`}${onlyIf === undefined ? '' : ` [${onlyIf[language]}]`}`,
      )
      .join('\n'),
    limits.map((text) => text[language]).join('\n'),
    key === undefined ? '' : `${key.name} ${CERTAINTIES[key.decrypt][language]}`.trim(),
    reasons.map((text) => text[language]).join('\n'),
  ];
}
