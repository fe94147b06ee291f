import {
  ACCESS_LEVELS,
  type AccessReport,
  type PrincipalRow,
  type ReachRow,
  type StoreRow,
} from '../access/report';
import type { Language, Text } from '../text';
import { becomingText, CERTAINTIES, LEVEL_WORDS, MARKS, SORT_WORDS, typeText } from './access-words';
import { widthOf, wrap } from './terminal';
import { LIST_COMMA, printable } from './words';

/** Fits on paper and in most terminals. */
const COLUMNS = 100;
const LABEL = 12;
const CELL = 6;

/** Who can reach what, and why, for people: a table for each principal. */
export function accessText(report: AccessReport, language: Language): string {
  const say = (text: Text) => text[language];
  const lines: string[] = [...headLines(report).map(say), ''];
  const silent: PrincipalRow[] = [];
  for (const principal of report.principals) {
    if (principal.reaches.length === 0 && report.asked.principal === undefined) silent.push(principal);
    else lines.push(...principalLines(principal, report, language), '');
  }
  lines.push(...silentLines(silent, language));
  lines.push(...untoldLines(report.untold, language), ...passwordLines(report.stores, language));
  while (lines[lines.length - 1] === '') lines.pop();
  // A name must not make a line of its own.
  return `${lines.map((line) => printable(line.replaceAll('\n', ' '))).join('\n')}\n`;
}

function headLines({ tool, templates, stores, principals, asked }: AccessReport): readonly Text[] {
  const lines: Text[] = [
    {
      ja: `アクセス権の一覧：${tool.name} ${tool.version}、プロファイル${tool.profile}`,
      en: `Who can reach what: ${tool.name} ${tool.version}, profile ${tool.profile}`,
    },
    asked.resource === undefined
      ? {
          ja: `テンプレート${templates}件、機密性2以上（未宣言を含む）の保管先${stores.length}件、主体${principals.length}件`,
          en: `templates: ${templates}; stores of confidentiality 2 or more, or not declared: ${stores.length}; principals: ${principals.length}`,
        }
      : {
          ja: `テンプレート${templates}件、指定されたリソース${stores.length}件、主体${principals.length}件`,
          en: `templates: ${templates}; resources asked for: ${stores.length}; principals: ${principals.length}`,
        },
    {
      ja: '可：確実にできる（示した条件の下で）　不明：テンプレートからは定まらない　－：できない',
      en: 'yes: certainly (under the conditions shown)   ?: possibly, templates do not tell   -: no',
    },
    {
      ja: '一覧：名称等の一覧　閲覧：内容の閲覧　書込：変更及び削除　権限：アクセス権の変更　設定：設定の参照のみ',
      en: 'list: names   read: contents   write: change, delete   perms: change who has access   setup: see settings only',
    },
  ];
  return lines;
}

function principalLines(principal: PrincipalRow, report: AccessReport, language: Language): string[] {
  const { becoming, rights, reaches } = principal;
  const lines = [titleOf(principal, language)];
  const labelled = (label: Text, texts: readonly string[]) => {
    for (const [index, text] of texts.entries()) {
      lines.push(...block(index === 0 ? label[language] : '', text, 2));
    }
  };
  labelled(
    { ja: 'なる方法', en: 'becomes' },
    becoming.map((way) => becomingText(way)[language]),
  );
  if (principal.identity !== undefined && becoming.length === 0) {
    labelled({ ja: 'なる方法', en: 'becomes' }, [
      language === 'ja' ? 'テンプレートにはない' : 'none in the templates',
    ]);
  }
  if (rights !== undefined) labelled({ ja: '権限', en: 'rights' }, [rightsText(principal, language)]);
  if (reaches.length === 0) {
    labelled({ ja: '保管先', en: 'stores' }, [
      language === 'ja' ? 'いずれにもアクセスできない' : 'reaches none',
    ]);
    return lines;
  }
  const width = Math.min(
    COLUMNS - 4 - CELL * ACCESS_LEVELS.length,
    Math.max(...reaches.map(({ store }) => widthOf(storeText(store, language))), 12) + 2,
  );
  const head = padded(language === 'ja' ? '保管先' : 'store', width);
  lines.push(
    `  ${head}${ACCESS_LEVELS.map((level) => padded(LEVEL_WORDS[level][language], CELL)).join('')}`.trimEnd(),
  );
  for (const reach of reaches)
    lines.push(...reachLines(reach, width, language, report.asked.resource !== undefined));
  return lines;
}

function onlyIfText(condition: Text, language: Language): string {
  return language === 'ja' ? `（条件：${condition.ja}）` : `(only if ${condition.en})`;
}

function titleOf({ sort, name, identity, party }: PrincipalRow, language: Language): string {
  const marks = [party, identity?.zone].filter((mark) => mark !== undefined);
  const where = identity === undefined ? '' : `  ${placeText(identity)}`;
  return `● ${SORT_WORDS[sort][language]} ${name[language]}${marks.length === 0 ? '' : ` [${marks.join(', ')}]`}${where}`;
}

function placeText({ template, line }: { readonly template: string; readonly line?: number }): string {
  return line === undefined ? template : `${template}:${line}`;
}

function rightsText({ rights }: PrincipalRow, language: Language): string {
  if (rights === undefined) return '';
  const { administrator, credentials, keyDestruction, boundary } = rights;
  const words: readonly (readonly [Text, keyof typeof CERTAINTIES])[] = [
    [{ ja: '管理者', en: 'administrator' }, administrator],
    [{ ja: '認証情報の変更', en: 'changes credentials' }, credentials],
    [{ ja: '鍵の廃棄', en: 'destroys keys' }, keyDestruction],
  ];
  const colon = language === 'ja' ? '：' : ': ';
  const parts = words.map(
    ([word, certainty]) => `${word[language]}${colon}${CERTAINTIES[certainty][language]}`,
  );
  if (boundary !== undefined) {
    parts.push(`${language === 'ja' ? 'アクセス許可の境界' : 'boundary'}${colon}${boundary[language]}`);
  }
  return parts.join(LIST_COMMA[language]);
}

function storeText({ name, type, confidentiality }: StoreRow, language: Language): string {
  const level =
    confidentiality === undefined
      ? ''
      : language === 'ja'
        ? `、機密性${confidentiality}`
        : `, conf. ${confidentiality}`;
  return `${name} (${typeText(type)}${level})`;
}

function reachLines(reach: ReachRow, width: number, language: Language, isOne: boolean): string[] {
  const { store, levels, statements, limits, reasons, key } = reach;
  const cells = ACCESS_LEVELS.map((level) => padded(MARKS[levels[level]][language], CELL))
    .join('')
    .trimEnd();
  const name = wrap(storeText(store, language), width, '');
  const lines = name.map((text, index) =>
    index < name.length - 1 ? `  ${text}` : `  ${padded(text, width)}${cells}`,
  );
  const labelled = (label: Text, texts: readonly string[]) => {
    for (const [index, text] of texts.entries())
      lines.push(...block(index === 0 ? label[language] : '', text, 4));
  };
  labelled(
    { ja: '根拠', en: 'over' },
    statements.flatMap((row) => [
      `${row.path}  ${placeText(row)}`,
      ...(row.onlyIf === undefined ? [] : [onlyIfText(row.onlyIf, language)]),
    ]),
  );
  if (isOne) {
    labelled(
      { ja: '操作', en: 'actions' },
      ACCESS_LEVELS.filter((level) => reach.actions[level].length > 0).map(
        (level) => `${LEVEL_WORDS[level][language]}: ${reach.actions[level].join(', ')}`,
      ),
    );
  }
  labelled(
    { ja: '制限', en: 'limits' },
    limits.map((text) => text[language]),
  );
  if (key !== undefined && (levels.read !== 'no' || levels.write !== 'no')) {
    const called =
      key.name === '' ? { ja: 'テンプレートにない鍵', en: 'a key not in the templates' }[language] : key.name;
    const [decrypt, encrypt] = [CERTAINTIES[key.decrypt][language], CERTAINTIES[key.encrypt][language]];
    labelled({ ja: '鍵', en: 'key' }, [
      language === 'ja'
        ? `${called}（復号：${decrypt}、暗号化：${encrypt}）`
        : `${called} (decrypt: ${decrypt}, encrypt: ${encrypt})`,
    ]);
  }
  labelled(
    { ja: '不明の理由', en: 'why ?' },
    reasons.map((text) => text[language]),
  );
  return lines;
}

/** A label, and text beside it on lines of its own. */
function block(label: string, text: string, indent: number): string[] {
  const start = ' '.repeat(indent);
  const room = ' '.repeat(indent + LABEL);
  const [first = '', ...rest] = wrap(text, COLUMNS, room);
  return [`${start}${padded(label, LABEL)}${first.slice(room.length)}`.trimEnd(), ...rest];
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(1, width - widthOf(text)));
}

function silentLines(silent: readonly PrincipalRow[], language: Language): string[] {
  if (silent.length === 0) return [];
  const head =
    language === 'ja'
      ? `上の保管先のいずれにもアクセスできない主体（${silent.length}件）`
      : `Principals that reach none of these (${silent.length})`;
  return [
    head,
    ...silent.flatMap((principal) => {
      const { rights } = principal;
      const isStrong =
        rights !== undefined &&
        [rights.administrator, rights.credentials, rights.keyDestruction].some((right) => right !== 'no');
      return [
        `  ${titleOf(principal, language).slice(2)}`,
        ...(isStrong ? block('', rightsText(principal, language), 2) : []),
      ];
    }),
    '',
  ];
}

/** Stores that let in users of their own as well. */
const HAS_USERS =
  /^AWS::(RDS|DocDB|DocDBElastic|Neptune|Redshift|RedshiftServerless|ElastiCache|MemoryDB|MSK)::/;

function passwordLines(stores: readonly StoreRow[], language: Language): readonly string[] {
  if (!stores.some(({ type }) => HAS_USERS.test(type))) return [];
  return wrap(
    language === 'ja'
      ? '注：データベース等の内容は、その利用者名とパスワードでも閲覧できる。パスワードのシークレットを--resourceに指定して確認すること。'
      : 'Note: what a database holds is also read by its own users and passwords. Ask for the secret that holds the password by --resource.',
    COLUMNS,
    '',
  );
}

function untoldLines(untold: readonly StoreRow[], language: Language): string[] {
  if (untold.length === 0) return [];
  return [
    language === 'ja'
      ? 'アクセスを判定できない種類の保管先（別に確認すること）'
      : 'Stores of types whose access is not told here (to be looked at by hand)',
    ...untold.map((store) => `  ${storeText(store, language)}  ${placeText(store)}`),
  ];
}
