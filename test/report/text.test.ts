import { stripVTControlCharacters } from 'node:util';
import { widthOf, wrap } from '../../lib/report/terminal';
import { textReport } from '../../lib/report/text';
import { CASES, HOSTILE, inputOf, ORDINARY, sample } from './sample';

const bucket = { Type: 'AWS::S3::Bucket', Properties: {} };
const many = {
  ...ORDINARY,
  Resources: Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`Records${at}`, bucket])),
};
const linesOf = (text: string) => text.trimEnd().split('\n');

describe('on a screen', () => {
  test.each([
    ['ja', 80, 24],
    ['en', 80, 24],
    ['ja', 120, 50],
    ['en', 40, 15],
  ] as const)('in %s, %d by %d, nothing is wider or longer than it', (language, columns, rows) => {
    for (const template of [ORDINARY, HOSTILE, many]) {
      const lines = linesOf(
        textReport(inputOf(sample(template), language, { screen: { columns, rows, colour: false } })),
      );
      expect(lines.length).toBeLessThanOrEqual(rows);
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns);
    }
  });

  test('what blocks is shown before what does not, and what is left out is counted', () => {
    const assessment = sample(many);
    const text = textReport(inputOf(assessment, 'en', { screen: { columns: 200, rows: 40, colour: false } }));
    const heads = linesOf(text).filter((line) => /^ {4}\[/.test(line));
    for (const head of heads) expect(head).toMatch(/^ {4}\[violation\]/);
    const left = Number(/… and (\d+) more, (\d+) of which block/.exec(text)?.[1]);
    const duties = assessment.findings.filter(
      ({ verdict, resource }) => verdict === 'evidence' && resource.logicalId === undefined,
    ).length;
    expect(heads.length + left + duties).toBe(assessment.findings.length);
  });

  test('duties of the platform are one line, and all of them where everything is asked for', () => {
    const short = textReport(inputOf(sample(ORDINARY), 'en', { screen: { rows: 200, colour: false } }));
    expect(short).toMatch(/^\[evidence needed\] \d+ duties of the platform .*AccessAnalyzerExists/m);
    expect(short).not.toMatch(/^ +\[evidence needed\/info\] AccessAnalyzerExists/m);
    const all = textReport(inputOf(sample(ORDINARY), 'en', { screen: { colour: false } }));
    expect(all).toMatch(/^ +\[evidence needed\/info\] AccessAnalyzerExists/m);
  });
});

test('findings stand below their stack and their resource', () => {
  const text = textReport(inputOf(sample(ORDINARY, { ...ORDINARY }), 'ja'));
  const headings = linesOf(text).filter((line) => /^ {0,2}\S/.test(line));
  const [first, second] = ['City0', 'City1'].map((stack) =>
    headings.findIndex((line) => line.startsWith(`スタック${stack}（`)),
  ) as [number, number];
  expect(first).toBe(0);
  expect(headings.slice(first, second)).toContain('  City/Records/Resource (AWS::S3::Bucket)');
  expect(headings.slice(second)).toContain('  City/Records/Resource (AWS::S3::Bucket)');
});

test('the summary has its denominators', () => {
  const { summary } = sample(ORDINARY);
  const text = textReport(inputOf(sample(ORDINARY)));
  const { compliant, violation, undetermined, evidence, excepted } = summary;
  const total = compliant + violation + undetermined + evidence + excepted;
  expect(text).toContain(
    `results: of ${total}, ${compliant} compliant, ${violation} violation, ${undetermined} undetermined, ${evidence} evidence needed, ${excepted} excepted`,
  );
  expect(text).toMatch(
    /checked: 1 template, 4 resources \(\d with findings\), \d+ rules \(\d+ with findings\)/,
  );
});

test('says how it stands against a base', () => {
  const text = textReport(inputOf(sample(ORDINARY), 'ja', { base: sample(ORDINARY) }));
  expect(text).toMatch(/比較元に対して：新たな指摘0件、解消0件、変わらず\d+件/);
});

test('colours change nothing but the colours', () => {
  const [plain, coloured] = [false, true].map((colour) =>
    textReport(inputOf(sample(ORDINARY), 'ja', { screen: { columns: 80, colour } })),
  ) as [string, string];
  expect(coloured).not.toBe(plain);
  expect(stripVTControlCharacters(coloured)).toBe(plain);
});

test.each(CASES)(
  'of %s no name is a control character or a command to a runner',
  (_name, template, language) => {
    for (const screen of [{ colour: false }, { columns: 60, rows: 30, colour: false }]) {
      const text = textReport(inputOf(sample(template), language, { screen }));
      expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
      expect(text).not.toMatch(/^\s*(::|##)/m);
    }
  },
);

test('lines break at spaces, and anywhere in Japanese', () => {
  expect(wrap('one two three four five six', 20 + 2, '  ')).toEqual(['  one two three four', '  five six']);
  expect(wrap('情報資産の分類と管理方法', 20, '')).toEqual(['情報資産の分類と管理', '方法']);
  expect(widthOf('条項4(1)①')).toBe(4 + 4 + 2);
});
