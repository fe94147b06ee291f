import { strToU8, zipSync } from 'fflate';
import type { Text } from '../text';
import { xmlText } from './escape';
import { CLAUSE_VERDICTS, type ClauseVerdict } from './inspection';
import type { ReportInput } from './report';
import { COLUMNS, japaneseTime, type SheetRow, sheetRows, VERDICT_COLUMN } from './sheet';
import { summaryLines } from './text';
import { printable } from './words';

/**
 * The self-inspection sheet as an Excel workbook (Office Open XML): the clauses with a frozen head, filters, a list of
 * verdicts to choose from and a print area, and a sheet about the check. All cells are text: none is ever a formula.
 */
export function xlsxReport(input: ReportInput): Uint8Array {
  const rows = sheetRows(input);
  const names = [
    { ja: '自己点検シート', en: 'Self-inspection' },
    { ja: '概要', en: 'About' },
  ].map((name) => name[input.language]) as [string, string];
  const files: Readonly<Record<string, string>> = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook(names, rows.length + 1),
    'xl/_rels/workbook.xml.rels': relationships([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['worksheet', 'worksheets/sheet2.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': STYLES,
    'xl/worksheets/sheet1.xml': clauseSheet(rows, input),
    'xl/worksheets/sheet2.xml': aboutSheet(rows, input),
  };
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    // The moment of the report, so that the same report is the same file.
    { mtime: new Date(Math.max(input.now.getTime(), Date.UTC(1980, 0, 2))), level: 6 },
  );
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const CONTENT_TYPES = `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`;

function relationships(targets: readonly (readonly [string, string])[]): string {
  const list = targets.map(
    ([type, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;
}

const LAST_COLUMN = letterOf(COLUMNS.length - 1);

function workbook([clauses, about]: readonly [string, string], lastRow: number): string {
  const area = `'${clauses}'!$A$1:$${LAST_COLUMN}$${lastRow}`;
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${xmlText(clauses)}" sheetId="1" r:id="rId1"/><sheet name="${xmlText(about)}" sheetId="2" r:id="rId2"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${xmlText(area)}</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">${xmlText(area)}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">${xmlText(`'${clauses}'!$1:$1`)}</definedName></definedNames></workbook>`;
}

/** The colour behind each verdict. */
const FILLS: Readonly<Record<ClauseVerdict, string>> = {
  compliant: 'FFE2F0D9',
  violation: 'FFF8CBAD',
  partly: 'FFDDEBF7',
  undetermined: 'FFFFE699',
  notApplicable: 'FFEDEDED',
  excepted: 'FFD9D2E9',
  evidence: 'FFFFF2CC',
};
const VERDICT_KEYS = Object.keys(FILLS) as readonly ClauseVerdict[];
const [TEXT_STYLE, HEAD_STYLE, FIRST_VERDICT_STYLE] = [1, 2, 3] as const;

const STYLES = (() => {
  const fills = ['FF1F4E78', ...Object.values(FILLS)].map(
    (colour) =>
      `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`,
  );
  const side = (name: string) => `<${name} style="thin"><color rgb="FFBFBFBF"/></${name}>`;
  const format = (font: number, fill: number, horizontal: string) =>
    `<xf numFmtId="49" fontId="${font}" fillId="${fill}" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${horizontal}" vertical="top" wrapText="1"/></xf>`;
  return `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="10"/><name val="Yu Gothic"/></font><font><b/><sz val="10"/><color rgb="FFFFFFFF"/><name val="Yu Gothic"/></font></fonts><fills count="${fills.length + 2}"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fills.join('')}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${3 + VERDICT_KEYS.length}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${format(0, 0, 'left')}${format(1, 2, 'center')}${VERDICT_KEYS.map((_, at) => format(0, 3 + at, 'center')).join('')}</cellXfs></styleSheet>`;
})();

function clauseSheet(rows: readonly SheetRow[], { language, now }: ReportInput): string {
  const last = rows.length + 1;
  const area = `A1:${LAST_COLUMN}${last}`;
  const verdicts = letterOf(VERDICT_COLUMN);
  const choices = Object.values(CLAUSE_VERDICTS).map((text) => text[language]);
  const head = rowXml(
    1,
    COLUMNS.map((column) => column[language]),
    () => HEAD_STYLE,
  );
  const body = rows.map(({ cells, verdict }, at) =>
    rowXml(at + 2, cells, (column) =>
      column === VERDICT_COLUMN ? FIRST_VERDICT_STYLE + VERDICT_KEYS.indexOf(verdict) : TEXT_STYLE,
    ),
  );
  const footer =
    language === 'ja'
      ? `&L${japaneseTime(now).slice(0, 10)}&R&P / &N ページ`
      : `&L${japaneseTime(now).slice(0, 10)}&R&P / &N`;
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="${area}"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="B2" sqref="B2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>${columnsXml(COLUMNS.map(({ width }) => width))}<sheetData>${head}${body.join('')}</sheetData><autoFilter ref="${area}"/><dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${verdicts}2:${verdicts}${last}"><formula1>${xmlText(`"${choices.join(',')}"`)}</formula1></dataValidation></dataValidations><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="8" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>${xmlText(footer)}</oddFooter></headerFooter></worksheet>`;
}

function aboutSheet(rows: readonly SheetRow[], { assessment, language, now }: ReportInput): string {
  const say = (text: Text) => text[language];
  const lines: (readonly [string, string])[] = [
    [say({ ja: '点検日時（日本時間）', en: 'Time of the inspection (JST)' }), japaneseTime(now)],
    ...summaryLines(assessment).map((text): readonly [string, string] => ['', printable(say(text))]),
    [say({ ja: '条項の判定', en: 'Verdicts of clauses' }), String(rows.length)],
    ...VERDICT_KEYS.map((verdict): readonly [string, string] => [
      say(CLAUSE_VERDICTS[verdict]),
      String(rows.filter((row) => row.verdict === verdict).length),
    ]),
    [
      say({ ja: '注', en: 'Note' }),
      say({
        ja: '義務の欄は本ツールの要約であり、正文はポリシーによる。空欄は、点検する者が記入する。',
        en: 'The duties are summaries of this tool; the policy itself is what counts. What is empty is filled in by the inspectors.',
      }),
    ],
    [say({ ja: '点検者', en: 'Inspected by' }), ''],
    [say({ ja: '確認者', en: 'Confirmed by' }), ''],
  ];
  const body = lines.map((cells, at) => rowXml(at + 1, cells, () => TEXT_STYLE));
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/>${columnsXml([28, 90])}<sheetData>${body.join('')}</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>`;
}

function columnsXml(widths: readonly number[]): string {
  const list = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return `<cols>${list.join('')}</cols>`;
}

function rowXml(number: number, cells: readonly string[], styleOf: (column: number) => number): string {
  const list = cells.map((text, column) => {
    const start = `<c r="${letterOf(column)}${number}" s="${styleOf(column)}"`;
    return text === ''
      ? `${start}/>`
      : `${start} t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`;
  });
  return `<row r="${number}">${list.join('')}</row>`;
}

/** Excel holds 32,767 characters in a cell, and reads `_x000A_` as a character of that code. */
function cellText(text: string): string {
  return xmlText(text.slice(0, 32_000).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));
}

function letterOf(column: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + column);
}
