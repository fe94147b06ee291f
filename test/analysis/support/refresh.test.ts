import type { SupportTable } from '../../../lib/analysis/support/table';
import { refreshed, serialised } from '../../../scripts/support-dates';

const table: SupportTable = {
  product: 'Amazon RDS for PostgreSQL',
  source: 'https://docs.aws.amazon.com/',
  asOf: '2026-01-01',
  endoflife: { product: 'amazon-rds-postgresql', standard: 'eol' },
  entries: [
    { version: '9.5', ends: '2026-01-01', endedBy: true },
    { version: '16', ends: '2029-02-28', extended: '2032-02-29', note: 'by hand' },
    { version: '16.4', ends: '2025-09-30' },
    { version: '17', ends: '2030-02-28', approximate: true },
  ],
};

/** Of the form that https://endoflife.date/api/v1/products/amazon-rds-postgresql/ has. */
const answer = {
  schema_version: '1.2.0',
  result: {
    name: 'amazon-rds-postgresql',
    label: 'Amazon RDS for PostgreSQL',
    releases: [
      { name: '18', releaseDate: '2025-11-14', isEol: false, eolFrom: '2031-02-28', eoesFrom: '2034-02-28' },
      { name: '17', releaseDate: '2024-11-14', isEol: false, eolFrom: '2030-02-28', eoesFrom: null },
      { name: '16', releaseDate: '2023-11-17', isEol: false, eolFrom: '2029-03-31', eoesFrom: '2032-02-29' },
      { name: '9.5', releaseDate: '2016-04-06', isEol: true, eolFrom: null },
    ],
  },
};

describe('refreshing a table', () => {
  const fresh = refreshed(table, answer, '2026-11-24');
  const entry = (version: string) => fresh.entries.find((each) => each.version === version);

  test('takes the dates of the answer, and the day', () => {
    expect(fresh.asOf).toBe('2026-11-24');
    expect(entry('16')).toEqual({
      version: '16',
      ends: '2029-03-31',
      extended: '2032-02-29',
      note: 'by hand',
    });
    expect(entry('18')).toEqual({ version: '18', ends: '2031-02-28', extended: '2034-02-28' });
  });

  test('keeps what was written by hand where the answer says nothing', () => {
    expect(entry('16.4')).toEqual({ version: '16.4', ends: '2025-09-30' });
    expect(entry('9.5')).toEqual({ version: '9.5', ends: '2026-01-01', endedBy: true });
    expect(entry('17')).toEqual({ version: '17', ends: '2030-02-28', approximate: true });
  });

  test('keeps the order', () => {
    expect(fresh.entries.map(({ version }) => version)).toEqual(['9.5', '16', '16.4', '17', '18']);
  });

  test('changes nothing but the day the second time', () => {
    expect(refreshed(fresh, answer, '2026-12-01')).toEqual({ ...fresh, asOf: '2026-12-01' });
    expect(serialised(refreshed(fresh, answer, '2026-11-24'))).toBe(serialised(fresh));
  });

  test('reads the other date where that is the end of the standard support', () => {
    const lambda = refreshed(
      { ...table, endoflife: { product: 'aws-lambda', standard: 'eoas' }, entries: [] },
      {
        result: {
          name: 'aws-lambda',
          releases: [{ name: 'dotnet8', eoasFrom: '2026-11-10', eolFrom: '2027-01-11' }],
        },
      },
      '2026-11-24',
    );
    expect(lambda.entries).toEqual([{ version: 'dotnet8', ends: '2026-11-10' }]);
  });

  test('leaves a table that is kept by hand alone', () => {
    const { endoflife: _, ...byHand } = table;
    expect(refreshed(byHand, undefined, '2026-11-24')).toBe(byHand);
  });

  test.each([
    ['no object', 'x'],
    ['another product', { result: { name: 'postgresql', releases: answer.result.releases } }],
    ['no releases', { result: { name: 'amazon-rds-postgresql', releases: [] } }],
    [
      'a release without a name',
      { result: { name: 'amazon-rds-postgresql', releases: [{ eolFrom: '2030-01-01' }] } },
    ],
  ])('refuses %s', (_name, given) => {
    expect(() => refreshed(table, given, '2026-11-24')).toThrow(/amazon-rds-postgresql/);
  });

  test('passes over what is no day', () => {
    const odd = {
      result: { name: 'amazon-rds-postgresql', releases: [{ name: '16', eolFrom: '2029-02-30' }] },
    };
    expect(refreshed(table, odd, '2026-11-24').entries).toEqual(table.entries);
  });
});
