import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { standingOf } from '../../../lib/analysis/support/claim';
import { emrLookup, engineLookup, searchLookup, tableLookup } from '../../../lib/analysis/support/engines';
import { buildImageLookup, imageLookup, stackLookup } from '../../../lib/analysis/support/machines';
import { compareVersions, findSupport, type SupportTable } from '../../../lib/analysis/support/table';
import { supportTable, supportTables } from '../../../lib/analysis/support/tables';
import { isDay } from '../../../lib/policy/calendar';
import { RdsEngineSupported } from '../../../lib/rules/lifecycle/RdsEngineSupported';
import { serialised } from '../../../scripts/support-dates';
import { assessInline } from '../../helpers/inline';

const TABLES: readonly (readonly [string, SupportTable])[] = Object.entries(supportTables());
const DATA = join(__dirname, '..', '..', '..', 'lib', 'analysis', 'support', 'data');

describe('the tables of support dates', () => {
  test('there is a table for each file', () => {
    expect(TABLES).toHaveLength(readdirSync(DATA).length);
  });

  test.each(TABLES)('%s holds real days, in order, each version once', (_name, table) => {
    expect(isDay(table.asOf)).toBe(true);
    expect(table.entries.length).toBeGreaterThan(0);
    const versions = table.entries.map(({ version }) => version);
    expect(versions).toEqual([...versions].sort(compareVersions));
    expect(new Set(versions).size).toBe(versions.length);
    for (const { ends, extended } of table.entries) {
      if (ends !== undefined) expect(ends).toSatisfyDay();
      if (extended === undefined) continue;
      expect(extended).toSatisfyDay();
      // A support that is paid for begins where the standard one ends.
      expect(ends).toBeDefined();
      expect(extended > (ends as string)).toBe(true);
    }
  });

  test.each(TABLES)('%s names a page as its source', (_name, table) => {
    expect(new URL(table.source).protocol).toBe('https:');
    expect(table.product).not.toBe('');
  });

  test.each(TABLES)('%s does not claim that a support had ended after the table was made', (_name, table) => {
    for (const { ends, endedBy } of table.entries) {
      if (endedBy === true) expect((ends as string) <= table.asOf).toBe(true);
    }
  });

  test.each(readdirSync(DATA))('%s is written as the refresh script writes it', (file) => {
    const text = readFileSync(join(DATA, file), 'utf8');
    expect(serialised(JSON.parse(text) as SupportTable)).toBe(text);
  });
});

expect.extend({
  toSatisfyDay: (day: unknown) => ({
    pass: typeof day === 'string' && isDay(day),
    message: () => `${String(day)} is a day`,
  }),
});

declare global {
  namespace jest {
    interface Matchers<R> {
      toSatisfyDay(): R;
    }
  }
}

describe('looking a version up', () => {
  test.each([
    ['rds', 'postgres', '16.4', '16', '16.4'],
    ['rds', 'postgres', '16.99', '16', undefined],
    ['rds', 'postgres', '11.22-rds.20240418', '11', undefined],
    ['rds', 'postgres', '9.6.24', '9.6', undefined],
    ['rds', 'mysql', '8.0.35', '8.0', '8.0.35'],
    ['rds', 'mysql', '5.7.44-rds.20250103', '5.7', undefined],
    ['rds', 'aurora', '5.6.10a', '1', undefined],
    ['rds', 'aurora-mysql', '8.0.mysql_aurora.3.05.2', '3', undefined],
    ['rds', 'aurora-mysql', '8.0.mysql_aurora.3.10.0', '3', '3.10'],
    ['rds', 'aurora-mysql', '5.7.mysql_aurora.2.11.1', '2', undefined],
    ['rds', 'aurora-mysql', '8.4.mysql_aurora.8.4.7', '8.4', '8.4.7'],
    ['rds', 'aurora-mysql', '8.0', '3', undefined],
    ['rds', 'sqlserver-ee', '15.00.4236.7.v1', '15.00', undefined],
    ['rds', 'oracle-ee', '12.1.0.2.v1', '12.1', undefined],
    ['cache', 'redis', '7.1', '7', undefined],
    ['cache', 'valkey', '7.2', '7.2', undefined],
    ['broker', 'ActiveMQ', '5.18', '5.18', undefined],
  ] as const)('%s %s %s is of series %s', (family, engine, version, series, release) => {
    const found = engineLookup(family, engine)?.(version);
    expect(found?.series.version).toBe(series);
    expect(found?.release?.version).toBe(release);
    expect(found?.version).toBe(version);
  });

  test.each([
    ['lambda', 'provided.al2', 'provided.al2'],
    ['lambda', 'java8.al2', 'java8.al2'],
    ['msk', '2.8.2.tiered', '2.8.2'],
    ['msk', '3.7.x.kraft', '3.7'],
    ['neptune', '1.3.2.1', '1.3.2.1'],
    ['eks', '1.30', '1.30'],
  ] as const)('%s %s is %s', (table, version, entry) => {
    expect(tableLookup(table)(version)?.series.version).toBe(entry);
  });

  test('finds a part of a version only where all of its releases end together', () => {
    expect(tableLookup('elasticacheValkey')('8')?.series.ends).toBeUndefined();
    expect(tableLookup('elasticacheValkey')('8')).toBeDefined();
    expect(tableLookup('rdsMariadb')('10')).toBeUndefined();
    expect(tableLookup('lambda')('python3')).toBeUndefined();
  });

  test('finds nothing under names that objects have anyway', () => {
    expect(engineLookup('rds', 'constructor')).toBeUndefined();
    expect(tableLookup('eks')('__proto__')).toBeUndefined();
  });

  test('knows search engines and EMR by their own forms', () => {
    expect(searchLookup('OpenSearch_2.11')?.table.product).toBe('Amazon OpenSearch Service');
    expect(searchLookup('Elasticsearch_7.10')?.series.ends).toBe('2027-11-07');
    expect(searchLookup('Solr_9')).toBeUndefined();
    expect(emrLookup('emr-5.36.2')?.series.version).toBe('5.36');
    expect(emrLookup('emr-5.3.1')?.series.version).toBe('5.3');
    expect(emrLookup('5.36')).toBeUndefined();
  });

  test('knows images by their names', () => {
    expect(
      imageLookup('/aws/service/ami-amazon-linux-latest/al2023-ami-minimal-kernel-6.1-arm64')?.series.version,
    ).toBe('2023');
    expect(
      imageLookup('/aws/service/ami-windows-latest/TPM-Windows_Server-2022-Japanese-Full-Base')?.series
        .version,
    ).toBe('2022');
    expect(
      imageLookup('/aws/service/ami-windows-latest/EC2LaunchV2-Windows_Server-2019-English-Core-Base')?.series
        .version,
    ).toBe('2019');
    expect(
      imageLookup('/aws/service/ami-windows-latest/Windows_Server-2012-R2_RTM-Japanese-64Bit-Base')?.series
        .version,
    ).toBe('2012');
    expect(
      imageLookup('/aws/service/eks/optimized-ami/1.31/amazon-linux-2-arm64/recommended/image_id')?.series
        .version,
    ).toBe('AL2');
    expect(
      imageLookup(
        '/aws/service/eks/optimized-ami/1.33/amazon-linux-2023/x86_64/standard/recommended/image_id',
      )?.series.version,
    ).toBe('2023');
    expect(
      imageLookup('arn:aws:imagebuilder:*:aws:image/red-hat-enterprise-linux-8-x86/x.x.x')?.series.version,
    ).toBe('8');
    expect(imageLookup('ami-0123456789abcdef0')).toBeUndefined();
    expect(imageLookup('/my/own/amzn2-ami')).toBeUndefined();
    expect(stackLookup('64bit Windows Server Core 2019 v2.11.0 running IIS 10.0')?.series.version).toBe(
      '2019',
    );
    const builds: readonly (readonly [string, string | undefined])[] = [
      ['amazonlinux2-x86_64-standard:4.0', '2'],
      ['amazonlinux2-x86_64-standard:5.0', '2023'],
      ['amazonlinux-x86_64-standard:4.0', '2023'],
      ['amazonlinux2-aarch64-standard:2.0', '2'],
      ['amazonlinux2-aarch64-standard:3.0', '2023'],
      ['amazonlinux-aarch64-standard:2.0', '2023'],
      ['amazonlinux2-x86_64-standard:corretto11', '2'],
      ['standard:8.0', '24.04'],
      ['windows-base:2019-3.0', '2019'],
      ['standard:9.0', undefined],
    ];
    for (const [image, system] of builds) {
      expect([image, buildImageLookup(`aws/codebuild/${image}`)?.series.version]).toEqual([image, system]);
    }
  });

  test('agrees with a search through all entries', () => {
    const table = fc.constantFrom(...TABLES.map(([, each]) => each).filter(({ whole }) => whole !== true));
    fc.assert(
      fc.property(
        table,
        fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }),
        fc.nat(),
        (given, extra, pick) => {
          const entry = given.entries[pick % given.entries.length]?.version ?? '';
          for (const version of [entry, `${entry}.${extra.join('.')}`, extra.join('.')]) {
            const covers = given.entries
              .filter(({ version: each }) => version === each || version.startsWith(`${each}.`))
              .sort((a, b) => a.version.length - b.version.length);
            const found = findSupport(given, version);
            if (covers.length === 0) continue;
            expect(found?.series).toBe(covers[0]);
            expect(found?.release ?? found?.series).toBe(covers.at(-1));
          }
        },
      ),
    );
  });
});

const days = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a later end of the planned use', () => {
  const bad = (standing: string) => standing === 'ended' || standing === 'ends-too-early';

  test('never turns a violation into anything better', () => {
    fc.assert(
      fc.property(days, days, days, days, (ends, today, one, other) => {
        const [earlier, later] = one < other ? [one, other] : [other, one];
        if (bad(standingOf(ends, earlier, today))) expect(bad(standingOf(ends, later, today))).toBe(true);
      }),
    );
  });

  test('nor does it in a whole check, nor does a day that has gone by', () => {
    const verdict = (version: string, planned: string, today: string) =>
      assessInline(
        [RdsEngineSupported],
        [
          {
            Metadata: { Jichitai: { PlannedUseUntil: planned } },
            Resources: {
              D: { Type: 'AWS::RDS::DBInstance', Properties: { Engine: 'postgres', EngineVersion: version } },
            },
          },
        ],
        { today },
      ).summary.violation > 0;
    const versions = fc.constantFrom(...supportTable('rdsPostgresql').entries.map(({ version }) => version));
    fc.assert(
      fc.property(versions, days, days, days, (version, one, other, today) => {
        const [earlier, later] = one < other ? [one, other] : [other, one];
        if (verdict(version, earlier, today)) expect(verdict(version, later, today)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
