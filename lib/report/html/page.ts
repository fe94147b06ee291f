import { createHash } from 'node:crypto';
import type { Assessment } from '../../assess';
import type { Language } from '../../text';
import { exceptionsSection, findingsSection } from './findings';
import { both, type Content, escaped, html, Markup } from './markup';
import { overviewSection } from './overview';
import { SCRIPT } from './script';
import { STYLE } from './style';

export interface PageOptions {
  readonly language: Language;
  /** The day of the check, YYYY-MM-DD. */
  readonly day: string;
  /** The zone map. @default - none */
  readonly map?: PageMap | undefined;
  /** The results clause by clause. @default - none */
  readonly clauses?: Markup | undefined;
}

export interface PageMap {
  readonly section: Markup;
  /** From findings, by their rank, to the map. */
  readonly links: ReadonlyMap<number, Content>;
  readonly style: string;
  readonly script: string;
}

const TITLE = { ja: '情報セキュリティポリシー検査報告書', en: 'Information security policy: check report' };

/**
 * The assessment as one page that needs nothing else: no network, no other file. Only its own style and script run,
 * so that what a template says can do nothing even where an escaped were missing.
 */
export function htmlPage(assessment: Assessment, options: PageOptions): string {
  const { language, day, map, clauses } = options;
  const { tool } = assessment;
  const style = STYLE + (map?.style ?? '');
  const script = SCRIPT + (map?.script ?? '');
  const policy = `default-src 'none'; style-src '${hash(style)}'; script-src '${hash(script)}'; base-uri 'none'; form-action 'none'`;
  const page = html`<!doctype html>
<html lang="${language}" data-ja="${TITLE.ja}" data-en="${TITLE.en}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(escaped(policy).replaceAll('&#39;', "'"))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${TITLE[language]}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<nav aria-label="${language === 'ja' ? '目次' : 'contents'}"><div>
<a href="#overview">${both({ ja: '概要', en: 'Overview' })}</a>
${map !== undefined && html`<a href="#map">${both({ ja: '領域図', en: 'Zone map' })}</a>`}
${clauses !== undefined && html`<a href="#clauses">${both({ ja: '条項別', en: 'Clauses' })}</a>`}
<a href="#findings">${both({ ja: 'リソース別', en: 'Resources' })}</a>
<a href="#exceptions">${both({ ja: '例外措置', en: 'Exceptions' })}</a>
<span class="languages"><button type="button" data-language="ja" lang="ja" aria-pressed="${String(language === 'ja')}">日本語</button>
<button type="button" data-language="en" lang="en" aria-pressed="${String(language === 'en')}">English</button></span>
</div></nav>
<header>
<h1>${both(TITLE)}</h1>
<p class="soft">${both({
    ja: `検査日 ${day}、プロファイル ${tool.profile}、情報セキュリティポリシー ${tool.policyEdition}版、${tool.name} ${tool.version}`,
    en: `Checked on ${day}; profile ${tool.profile}; policy edition ${tool.policyEdition}; ${tool.name} ${tool.version}`,
  })}</p>
</header>
<main>
${overviewSection(assessment)}
${map?.section}
${clauses}
${findingsSection(assessment, map?.links)}
${exceptionsSection(assessment)}
</main>
<script>${new Markup(script)}</script>
</body>
</html>
`;
  return page.text;
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
