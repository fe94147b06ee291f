import { join } from 'node:path';
import { githubReport } from '../../lib/report/github';
import { gitlabReport } from '../../lib/report/gitlab';
import { jsonReport } from '../../lib/report/json';
import { junitReport } from '../../lib/report/junit';
import { sarifReport } from '../../lib/report/sarif';
import { REPOSITORY } from '../helpers/build';
import { faultsBySchema, faultsByXmlSchema, schemaFile } from '../helpers/schemas';
import { CASES, HOSTILE, HOSTILE_NAME, inputOf, ORDINARY, sample } from './sample';

const SARIF = schemaFile('sarif-2.1.0-rtm.5.json');
/** But for the ends of lines. */
const CONTROL = /(?!\n)[\p{Cc}\p{Bidi_Control}]/u;
const place = { file: 'app/my city.ts', line: 4, column: 9 };
const without = { ...ORDINARY, Resources: { ...ORDINARY.Resources, Records: ORDINARY.Resources.Kept } };

describe('SARIF', () => {
  const runOf = (...args: Parameters<typeof inputOf>) => JSON.parse(sarifReport(inputOf(...args))).runs[0];

  test.each(CASES)('of %s is valid by the schema of SARIF 2.1.0', (_name, template, language) => {
    const assessment = sample(template);
    for (const more of [{}, { placeOf: () => place }, { base: sample(without) }]) {
      const log: unknown = JSON.parse(sarifReport(inputOf(assessment, language, more)));
      expect(faultsBySchema(SARIF, log)).toEqual([]);
    }
  });

  test('of nothing found is valid too', () => {
    const log = JSON.parse(sarifReport(inputOf(sample({ Resources: {} }))));
    expect(faultsBySchema(SARIF, log)).toEqual([]);
  });

  test('has each finding once, with its rule, whose help is in Markdown', () => {
    const assessment = sample(ORDINARY);
    const { results, tool } = runOf(assessment);
    expect(results.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(
      assessment.findings.map(({ rule }) => rule),
    );
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
    for (const { help } of tool.driver.rules) expect(help.markdown).toMatch(/\*\*Clauses\*\*: \d/);
  });

  test('says by level what blocks, and suppresses what is excepted', () => {
    const { results } = runOf(sample(ORDINARY));
    const of = (verdict: string) =>
      results.filter(({ properties }: { properties: { verdict: string } }) => properties.verdict === verdict);
    expect(of('violation')).toContainEqual(
      expect.objectContaining({ kind: 'fail', level: 'error', suppressions: [] }),
    );
    expect(of('undetermined')).toContainEqual(expect.objectContaining({ kind: 'fail', level: 'error' }));
    expect(of('evidence')[0]).toMatchObject({ kind: 'review', level: 'none' });
    expect(of('excepted')[0].suppressions).toEqual([
      expect.objectContaining({ status: 'accepted', justification: expect.stringContaining('R8-012') }),
    ]);
    for (const { level, properties } of results) {
      if (properties.verdict !== 'excepted') expect(level === 'error').toBe(properties.blocking);
    }
  });

  test('points into the source where CDK recorded it, with the template beside it', () => {
    const [result] = runOf(sample(ORDINARY), 'en', { placeOf: () => place }).results;
    expect(result.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'app/my%20city.ts' },
      region: { startLine: 4, startColumn: 9 },
    });
    expect(result.relatedLocations[0].physicalLocation.artifactLocation.uri).toContain('inline-0.json');
    expect(runOf(sample(ORDINARY)).results[0].relatedLocations).toBeUndefined();
  });

  test('names files from the top of the repository, where the app lies in a folder of it', () => {
    const first = (file: string) =>
      runOf(sample(ORDINARY), 'en', { placeOf: () => ({ ...place, file }), prefix: './infra/city' })
        .results[0].locations[0].physicalLocation.artifactLocation.uri;
    expect(first('app/a.ts')).toBe('infra/city/app/a.ts');
    expect(first('../shared/a.ts')).toBe('infra/shared/a.ts');
    expect(first('/elsewhere/a.ts')).toBe('file:///elsewhere/a.ts');
  });

  test('marks what is new against a base', () => {
    const { results } = runOf(sample(ORDINARY), 'en', { base: sample(without) });
    const stateOf = (name: string) => [
      ...new Set(
        results
          .filter(
            ({
              properties,
              locations,
            }: {
              properties: { verdict: string };
              locations: { logicalLocations: { fullyQualifiedName: string }[] }[];
            }) =>
              properties.verdict === 'violation' &&
              locations[0]?.logicalLocations[0]?.fullyQualifiedName === name,
          )
          .map(({ baselineState }: { baselineState: string }) => baselineState),
      ),
    ];
    expect(stateOf('City/Records/Resource')).toEqual(['new']);
    expect(
      results.some(({ baselineState }: { baselineState: string }) => baselineState === 'unchanged'),
    ).toBe(true);
  });
});

describe('fingerprints', () => {
  const of = (template: object) =>
    JSON.parse(jsonReport(sample(JSON.stringify(template, undefined, 2)), 'en')).findings as {
      fingerprint: string;
      rule: string;
      resource: { logicalId: string };
      line: number;
    }[];

  test('stay the same when lines, wording and values change, and differ between findings', () => {
    const before = of(ORDINARY);
    const { Records, ...others } = ORDINARY.Resources;
    const after = of({
      ...ORDINARY,
      Description: 'more\nlines',
      Resources: {
        ...others,
        Short: { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: 14 } },
        Records,
      },
    });
    const key = (list: typeof before) =>
      list.map(({ fingerprint, rule, resource }) => [rule, resource.logicalId, fingerprint]);
    expect(key(after)).toEqual(key(before));
    expect(after.map(({ line }) => line)).not.toEqual(before.map(({ line }) => line));
    expect(new Set(before.map(({ fingerprint }) => fingerprint)).size).toBe(before.length);
  });
});

describe('JSON', () => {
  test.each(CASES)('of %s is valid by the published schema', (_name, template, language) => {
    const schema = join(REPOSITORY, 'schema', 'assessment.schema.json');
    const report: unknown = JSON.parse(jsonReport(sample(template), language));
    expect(faultsBySchema(schema, report)).toEqual([]);
    expect(faultsBySchema(schema, { ...(report as object), blocking: 'yes' })).not.toEqual([]);
  });
});

describe('JUnit XML', () => {
  test.each(CASES)('of %s is valid by the schema of Jenkins', (_name, template, language) => {
    const xml = junitReport(inputOf(sample(template), language));
    expect(faultsByXmlSchema(schemaFile('jenkins-junit.xsd'), xml)).toBe('');
  });

  test('the validator sees what is wrong', () => {
    expect(faultsByXmlSchema(schemaFile('jenkins-junit.xsd'), '<testsuites><case/></testsuites>')).toContain(
      'case',
    );
  });

  test('fails what blocks, and skips the rest with the reason', () => {
    const { findings } = sample(ORDINARY);
    const xml = junitReport(inputOf(sample(ORDINARY)));
    const count = (pattern: RegExp) => (xml.match(pattern) ?? []).length;
    const blocking = (verdict: string) =>
      findings.filter((finding) => finding.blocking && finding.verdict === verdict).length;
    expect(count(/<failure /g)).toBe(blocking('violation'));
    expect(count(/<error /g)).toBe(blocking('undetermined'));
    expect(count(/<skipped>/g)).toBe(findings.filter((finding) => !finding.blocking).length);
    expect(xml).toContain('excepted by application R8-012');
    expect(xml).toContain(`failures="${blocking('violation')}" errors="${blocking('undetermined')}"`);
  });

  test('counts the rules that hold everywhere as tests that pass', () => {
    const xml = junitReport(inputOf(sample({ Resources: { Kept: ORDINARY.Resources.Kept } })));
    expect(xml).toMatch(/<testcase classname="\w+" name="[^"]+ \(1\)" time="0"\/>/);
  });
});

describe('GitLab code quality', () => {
  test.each(CASES)(
    'of %s has what the documentation asks for (its schema is in no npm package)',
    (_name, template, language) => {
      const assessment = sample(template);
      const issues = JSON.parse(gitlabReport(inputOf(assessment, language))) as Record<string, unknown>[];
      expect(issues).toHaveLength(assessment.findings.length);
      for (const issue of issues) {
        expect(issue).toEqual({
          description: expect.stringMatching(/\S/),
          check_name: expect.stringMatching(/^\w+$/),
          fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
          severity: expect.stringMatching(/^(info|minor|major|critical|blocker)$/),
          location: { path: expect.stringMatching(/^[^\n]+$/), lines: { begin: expect.any(Number) } },
        });
      }
      expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
    },
  );

  test('ranks what blocks above what only warns, and exceptions and evidence last', () => {
    const assessment = sample(ORDINARY);
    const issues = JSON.parse(gitlabReport(inputOf(assessment))) as { severity: string }[];
    for (const [at, { verdict, blocking }] of assessment.findings.entries()) {
      const { severity } = issues[at] as { severity: string };
      if (verdict === 'excepted' || verdict === 'evidence') expect(severity).toBe('info');
      else if (blocking) expect(['blocker', 'critical', 'major']).toContain(severity);
      else expect(severity).toBe('minor');
    }
  });
});

describe('GitHub annotations', () => {
  /** What the runner makes of a line, by its own rules. */
  const parse = (line: string) => {
    const [, name, properties = '', message = ''] = /^::(\w+) ([^:]*(?:%3A[^:]*)*)::(.*)$/.exec(line) ?? [];
    const decode = (text: string) =>
      text
        .replace(/%3A/g, ':')
        .replace(/%2C/g, ',')
        .replace(/%0A/g, '\n')
        .replace(/%0D/g, '\r')
        .replace(/%25/g, '%');
    return {
      name,
      properties: Object.fromEntries(
        properties.split(',').map((part) => part.split('=').map(decode)),
      ) as Record<string, string>,
      message: decode(message),
    };
  };

  test.each(CASES)('of %s are one command a line, and no name makes another', (_name, template, language) => {
    const lines = githubReport(inputOf(sample(template), language))
      .trimEnd()
      .split('\n');
    for (const line of lines) {
      const { name, properties } = parse(line);
      expect(['error', 'warning', 'notice']).toContain(name);
      for (const key of Object.keys(properties)) expect(['file', 'line', 'col', 'title']).toContain(key);
      expect(line).not.toMatch(CONTROL);
    }
    expect(githubReport(inputOf(sample(HOSTILE)))).toContain('%25');
  });

  test('begin with what blocks, and end with the summary', () => {
    const assessment = sample(ORDINARY);
    const names = githubReport(inputOf(assessment, 'ja'))
      .trimEnd()
      .split('\n')
      .map((line) => parse(line).name);
    const blocking = assessment.findings.filter((finding) => finding.blocking).length;
    expect(names.slice(0, blocking)).toEqual(Array(blocking).fill('error'));
    // Exceptions, evidence, summary.
    expect(names.slice(-3)).toEqual(['notice', 'notice', 'notice']);
    expect(names).toHaveLength(
      assessment.findings.filter(({ verdict }) => /violation|undetermined/.test(verdict)).length + 3,
    );
  });

  test('name the place in the source', () => {
    const [line] = githubReport(inputOf(sample(ORDINARY), 'en', { placeOf: () => place })).split('\n');
    expect(parse(line as string).properties).toMatchObject({ file: 'app/my city.ts', line: '4', col: '9' });
  });
});

test('no format that is text shows a control character of a name', () => {
  const input = inputOf(sample(HOSTILE), 'ja');
  for (const report of [sarifReport, junitReport, gitlabReport, githubReport]) {
    expect(report(input)).not.toMatch(CONTROL);
    expect(report(input)).not.toContain(HOSTILE_NAME);
  }
});
