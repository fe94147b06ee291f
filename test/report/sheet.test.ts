import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { CLAUSES } from '../../lib/policy/clauses';
import { csvReport } from '../../lib/report/csv';
import { csvCell } from '../../lib/report/csv-cell';
import { inspect } from '../../lib/report/inspection';
import { COLUMNS, sheetRows } from '../../lib/report/sheet';
import { xlsxReport } from '../../lib/report/xlsx';
import { RULES } from '../../lib/rules';
import { CASES, inputOf, ORDINARY, sample } from './sample';

// Reading a workbook of 441 rows back takes a while on a busy machine.
jest.setTimeout(60_000);

describe('the verdict of a clause', () => {
  const resources = (...names: (keyof typeof ORDINARY.Resources)[]) => ({
    ...ORDINARY,
    Resources: Object.fromEntries(names.map((name) => [name, ORDINARY.Resources[name]])),
  });
  const verdict = (number: string, template: object) =>
    inspect(sample(template), RULES).find(({ clause }) => clause.number === number)?.verdict;

  test.each([
    ['a violation', '7.1(6)①', resources('Records', 'Kept'), 'violation'],
    ['what only people do', '2(1)', resources('Kept'), 'evidence'],
    ['what is found in no resource', '7.2(2)②', resources('Kept'), 'notApplicable'],
    ['an exception, where nothing is worse', '8.1⑥', resources('Short'), 'excepted'],
  ])('is that of %s', (_name, number, template, expected) => {
    expect(verdict(number, template)).toBe(expected);
  });

  test('is the gravest of its parts', () => {
    const results = inspect(sample(ORDINARY), RULES);
    for (const { verdict: found, counts } of results) {
      if (counts.violation > 0) expect(found).toBe('violation');
      else if (counts.undetermined > 0) expect(found).toBe('undetermined');
      else if (counts.excepted > 0) expect(found).toBe('excepted');
      else if (counts.evidence > 0) expect(found).toBe('evidence');
    }
    for (const { verdict: found, clause } of results) {
      // Compliant is only what code can judge as a whole.
      if (found === 'compliant') expect(clause.kind).toBe('enforced');
      if (found === 'partly') expect(clause.kind).toBe('partly');
    }
  });
});

describe.each(['ja', 'en'] as const)('the sheet, %s', (language) => {
  test('has a row for each clause, in order, and nothing where people fill in', () => {
    const rows = sheetRows(inputOf(sample(ORDINARY), language));
    expect(rows.map(({ cells }) => cells[0])).toEqual(CLAUSES.map(({ number }) => number));
    for (const { cells, verdict } of rows) {
      expect(cells).toHaveLength(COLUMNS.length);
      const [, , , , , , resources, , evidence, improvement, due, responsible] = cells as string[];
      expect(responsible).toBe('');
      if (verdict === 'evidence' || verdict === 'partly' || verdict === 'notApplicable')
        expect(evidence).toBe('');
      if (verdict === 'violation')
        for (const cell of [resources, improvement, evidence]) expect(cell).not.toBe('');
      if (verdict === 'excepted') expect(due).toBe('2027-03-31');
    }
  });

  test('as an Excel workbook opens elsewhere, with frozen head, filters, verdicts to choose and print area', async () => {
    const input = inputOf(sample(ORDINARY), language);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Buffer.from(xlsxReport(input)).buffer as ArrayBuffer);
    const [sheet, about] = workbook.worksheets as [ExcelJS.Worksheet, ExcelJS.Worksheet];
    const last = CLAUSES.length + 1;
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1, xSplit: 1 });
    expect(sheet.autoFilter).toBe(`A1:L${last}`);
    expect(sheet.pageSetup).toMatchObject({
      printArea: `A1:L${last}`,
      printTitlesRow: '1:1',
      orientation: 'landscape',
    });
    expect(sheet.getCell('E2').dataValidation).toMatchObject({ type: 'list' });
    const rows = sheetRows(input);
    for (const [at, { cells }] of rows.entries()) {
      const read = COLUMNS.map((_, column) => String(sheet.getCell(at + 2, column + 1).value ?? ''));
      expect(read).toEqual(cells);
    }
    expect(about.getCell('B1').value).toBe('2026-11-24T12:04:05+09:00');
  });
});

test.each(CASES)(
  'of %s the workbook holds text only, and the same each time',
  async (_name, template, language) => {
    const input = inputOf(sample(template), language);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Buffer.from(xlsxReport(input)).buffer as ArrayBuffer);
    for (const sheet of workbook.worksheets) {
      sheet.eachRow((row) => {
        row.eachCell(({ type }) =>
          expect([ExcelJS.ValueType.String, ExcelJS.ValueType.Null]).toContain(type),
        );
      });
    }
    expect(Buffer.from(xlsxReport(input)).equals(Buffer.from(xlsxReport(input)))).toBe(true);
  },
);

/** Reads CSV by a library that is not ours. */
async function parseCsv(text: string): Promise<readonly (readonly string[])[]> {
  const sheet = await new ExcelJS.Workbook().csv.read(Readable.from([text]), {
    map: (value: unknown) => value,
  });
  return sheet
    .getSheetValues()
    .slice(1)
    .map((row) => COLUMNS.map((_, column) => String((row as unknown[])[column + 1] ?? '')));
}

describe('the sheet as CSV', () => {
  test.each(CASES)(
    'of %s begins with a byte order mark and has every cell',
    async (_name, template, language) => {
      const input = inputOf(sample(template), language);
      const csv = csvReport(input);
      expect(csv.startsWith('\ufeff')).toBe(true);
      const [head, ...rows] = await parseCsv(csv.slice(1));
      expect(head).toEqual(COLUMNS.map((column) => column[language]));
      const plain = (cell: string) => cell.replace(/^'/, '');
      expect(rows.map((cells) => cells.map(plain))).toEqual(
        sheetRows(input).map(({ cells }) => cells.map(plain)),
      );
      for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@]/);
    },
  );

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝１'])('%j is no formula', (text) => {
    expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/);
  });
});
