import { MARKER, markdownReport } from '../../lib/report/markdown';
import { CASES, HOSTILE, inputOf, ORDINARY, sample } from './sample';

const fixed = { ...ORDINARY, Resources: { ...ORDINARY.Resources, Records: ORDINARY.Resources.Kept } };

/** Sections by heading, whether folded or not. */
function sections(markdown: string): ReadonlyMap<string, string> {
  const parts = markdown.split(/^(?:### |<details><summary>)/m).slice(1);
  return new Map(parts.map((part) => [/^[^\n<]+/.exec(part)?.[0] as string, part]));
}

test('says what is found, without a base', () => {
  const assessment = sample(ORDINARY);
  const markdown = markdownReport(inputOf(assessment));
  expect(markdown.startsWith(MARKER)).toBe(true);
  const open = assessment.findings.filter(({ verdict }) => /violation|undetermined/.test(verdict)).length;
  const keys = [...sections(markdown).keys()];
  expect(keys[0]).toBe(`Findings (${open})`);
  expect(keys[1]).toMatch(/^excepted \(\d+\)$/);
  expect(keys[2]).toMatch(/^evidence needed \(\d+\)$/);
  expect(markdown).toContain('excepted by application R8-012');
});

describe('against a base', () => {
  const many = (markdown: string) =>
    /Against the base: (\d+) new, (\d+) fixed, (\d+) unchanged/.exec(markdown)?.slice(1).map(Number);
  const open = (template: object) =>
    sample(template).findings.filter(({ verdict }) => /violation|undetermined/.test(verdict)).length;

  test('what came is new', () => {
    const markdown = markdownReport(inputOf(sample(ORDINARY), 'en', { base: sample(fixed) }));
    const [added, gone, same] = many(markdown) as [number, number, number];
    expect(added + same).toBe(open(ORDINARY));
    expect(gone + same).toBe(open(fixed));
    const found = sections(markdown).get(`New (${added})`);
    expect(found).toContain('`S3BucketCustomerManagedKey`');
    expect(found).not.toContain('`Open`');
  });

  test('what went is fixed', () => {
    const markdown = markdownReport(inputOf(sample(fixed), 'en', { base: sample(ORDINARY) }));
    const [, gone] = many(markdown) as [number, number, number];
    expect(sections(markdown).get(`Fixed (${gone})`)).toContain('`S3BucketCustomerManagedKey`');
  });

  test('nothing is new where nothing changed', () => {
    const markdown = markdownReport(inputOf(sample(ORDINARY), 'en', { base: sample(ORDINARY) }));
    expect(many(markdown)).toEqual([0, 0, open(ORDINARY)]);
  });

  test('what became excepted is not open any more', () => {
    const plain = { ...ORDINARY, Resources: { Short: ORDINARY.Resources.Short } };
    const base = sample(plain);
    const before = {
      ...base,
      findings: base.findings.map((finding) =>
        finding.verdict === 'excepted' ? { ...finding, verdict: 'violation' as const } : finding,
      ),
    };
    const [, gone] = many(markdownReport(inputOf(base, 'en', { base: before }))) as [number, number, number];
    expect(gone).toBe(base.findings.filter(({ verdict }) => verdict === 'excepted').length);
  });
});

test.each(CASES)('of %s has no markup but its own', (_name, template, language) => {
  const markdown = markdownReport(inputOf(sample(template), language));
  const own = markdown
    .replaceAll(MARKER, '')
    // Escaped punctuation is a letter like others.
    .replace(/\\[!-/:-@[-`{-~]/g, '')
    .replace(/<br>|<\/?details>|<\/?summary>/g, '')
    // What is in code spans is shown as it is.
    .replace(/(`+) ?(?:(?!\1)[\s\S])*?\1/g, '');
  expect(own).not.toContain('<');
  expect(own).not.toMatch(/[^\\]\]\(/);
  expect(own).not.toMatch(/@(?!\u200b)/);
  // Each row of a table has as many cells as its head.
  for (const table of markdown.split('\n\n').filter((part) => part.startsWith('|'))) {
    const widths = table.split('\n').map((line) => line.replace(/\\\|/g, '').split('|').length);
    expect(new Set(widths).size).toBe(1);
  }
});

test('fits into a comment, whatever is found, and counts what does not', () => {
  const many = Object.fromEntries(
    Array.from({ length: 60 }, (_, at) => [`Records${at}`, { Type: 'AWS::S3::Bucket', Properties: {} }]),
  );
  const markdown = markdownReport(inputOf(sample({ ...HOSTILE, Resources: many }), 'ja'));
  expect(markdown.length).toBeLessThan(65_536);
  expect(markdown).toMatch(/ほか\d+件/);
});
