import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Zone } from '../../aspects';
import { CONSTRUCT_EXAMPLES, type ConstructExample } from '../../examples/constructs';
import type { Language } from '../../lib/text';
import { GENERATED, table } from './words';

const FOLDER = join(__dirname, '..', '..', 'constructs');

const TITLE = { ja: '承認されたコンストラクト', en: 'Approved constructs' };
const INTRODUCTION = {
  ja: '領域の中にそのまま置けば方針に適合する部品である。最小の使い方は`examples/constructs`にあり、テストが領域ごとに検査する。',
  en: 'Parts that comply as they are, in the zones where they belong. `examples/constructs` has the smallest use of each, which the tests check in each zone.',
};
const COLUMNS = {
  ja: ['コンストラクト', '用途', '領域', '条項'],
  en: ['construct', 'what it is for', 'zones', 'clauses'],
};
export const CONCERNS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  network: { ja: 'ネットワーク', en: 'Networks' },
  data: { ja: '情報資産の保管', en: 'Stores' },
  identity: { ja: 'ID及び権限', en: 'Identities' },
  logging: { ja: 'ログ', en: 'Logs' },
  compute: { ja: '処理', en: 'Computing' },
  continuity: { ja: 'バックアップ及び復旧', en: 'Backups and recovery' },
  monitoring: { ja: '監視', en: 'Monitoring' },
  pipeline: { ja: 'パイプライン', en: 'Pipelines' },
};

/** A construct, as its source and its examples describe it. */
interface Described {
  readonly name: string;
  readonly concern: string;
  readonly file: string;
  readonly clauses: readonly string[];
  readonly zones: readonly Zone[];
  readonly summary: NonNullable<ConstructExample['summary']>;
}

/** The table of constructs. */
export function constructsPage(language: Language): string {
  const all = described();
  const sections = Object.entries(CONCERNS).map(([concern, label]) => {
    const rows = all
      .filter((construct) => construct.concern === concern)
      .map(({ name, file, summary, zones, clauses }) => [
        `[${name}](../constructs/${file})`,
        summary[language],
        zones.join(', '),
        clauses.join(' '),
      ]);
    return [`## ${label[language]}`, table(COLUMNS[language], rows)].join('\n\n');
  });
  return `${[GENERATED, `# ${TITLE[language]} (${all.length})`, INTRODUCTION[language], ...sections].join('\n\n')}\n`;
}

function described(): readonly Described[] {
  const sources = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({
      file: file.split(sep).join('/'),
      text: readFileSync(join(FOLDER, file), 'utf8'),
    }));
  return CONSTRUCT_EXAMPLES.flatMap(({ construct: name, summary }) => {
    if (summary === undefined) return [];
    const source = sources.find(({ text }) => text.includes(`export class ${name} `));
    if (source === undefined) throw new Error(`no source of ${name}`);
    const of = CONSTRUCT_EXAMPLES.filter(({ construct }) => construct === name);
    return [
      {
        name,
        summary,
        file: source.file,
        concern: source.file.split('/')[0] as string,
        clauses: clausesIn(docstring(source.text, name)),
        zones: [...new Set(of.flatMap(({ zones }) => zones))],
      },
    ];
  });
}

/** What is said of a class. */
function docstring(source: string, name: string): string {
  const before = source.slice(0, source.indexOf(`export class ${name} `));
  return before.slice(before.lastIndexOf('/**'));
}

/** Clauses in the order of their numbers. */
function clausesIn(text: string): readonly string[] {
  const found = text.match(/\b\d+\.?\d*(\(\d+\))?[①-⑳](\([ア-ン]\))?|\b\d+\.?\d*\(\d+\)/g) ?? [];
  return [...new Set(found)].sort((a, b) => a.localeCompare(b, 'ja', { numeric: true }));
}
