import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../helpers/command-line';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jichitai-access-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: readonly string[]) => runCommand(args);

function template(name: string, body: object): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(body, undefined, 1));
  return path;
}

const trust = (principal: object, more: object = {}) => ({
  Statement: { Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole', ...more },
});
const reads = (resource: unknown) => ({
  PolicyName: 'p',
  PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: resource }] },
});
const objects = { 'Fn::Sub': '${Records.Arn}/*' };
const tags = (confidentiality: number, more: readonly object[] = []) => [
  { Key: 'jichitai:zone', Value: 'my-number' },
  { Key: 'jichitai:confidentiality', Value: String(confidentiality) },
  ...more,
];
const mfa = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };

/** A over which one becomes B over which one becomes C, who alone reads; and somebody outside whom the bucket names. */
const deployment = {
  Resources: {
    Records: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'city-records', Tags: tags(3) } },
    Leaflets: { Type: 'AWS::S3::Bucket', Properties: { Tags: tags(1) } },
    RecordsPolicy: {
      Type: 'AWS::S3::BucketPolicy',
      Properties: {
        Bucket: { Ref: 'Records' },
        PolicyDocument: {
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: '444455556666' },
              Action: 's3:PutObject',
              Resource: objects,
            },
          ],
        },
      },
    },
    A: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: trust({ AWS: '444455556666' }, mfa),
        Tags: tags(1, [{ Key: 'jichitai:party', Value: 'vendor' }]),
      },
    },
    B: {
      Type: 'AWS::IAM::Role',
      Properties: { AssumeRolePolicyDocument: trust({ AWS: { 'Fn::GetAtt': ['A', 'Arn'] } }) },
    },
    C: {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: 'records-reader',
        AssumeRolePolicyDocument: trust({ AWS: { 'Fn::GetAtt': ['B', 'Arn'] } }),
        Policies: [reads(objects)],
      },
    },
    Idle: {
      Type: 'AWS::IAM::Role',
      Properties: { AssumeRolePolicyDocument: trust({ Service: 'lambda.amazonaws.com' }) },
    },
  },
};

interface Row {
  readonly name: string;
  readonly becoming: readonly {
    readonly from: string;
    readonly over: readonly string[];
    readonly mfa: string;
  }[];
  readonly rights: object | null;
  readonly reaches: readonly {
    readonly store: { readonly name: string };
    readonly levels: Readonly<Record<string, string>>;
    readonly statements: readonly { readonly path: string; readonly line: number }[];
  }[];
}

function rowsOf(...args: readonly string[]): readonly Row[] {
  const { status, stdout, stderr } = run('access', '--format', 'json', ...args);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout).principals;
}

describe('access', () => {
  let file: string;
  beforeAll(() => {
    file = template('a.json', deployment);
  });

  test('tells who reads the records, over which statement, and how one becomes that', () => {
    const rows = rowsOf(file);
    const reader = rows.find(({ name }) => name === 'C');
    expect(reader?.becoming).toEqual([
      expect.objectContaining({ from: '444455556666', over: ['A', 'B'], mfa: 'yes' }),
    ]);
    expect(reader?.reaches.map(({ store, levels }) => [store.name, levels])).toEqual([
      [
        'Records',
        { list: 'no', read: 'certain', write: 'no', permissions: 'no', tagging: 'no', inspect: 'no' },
      ],
    ]);
    const lines = readFileSync(file, 'utf8').split('\n');
    const [by] = reader?.reaches[0]?.statements ?? [];
    expect(by?.path).toBe('Policies[0].PolicyDocument.Statement[0]');
    expect(lines.slice((by?.line ?? 1) - 1, (by?.line ?? 1) + 2).join('')).toContain('"s3:GetObject"');
  });

  test('tells of the account that the policy of the bucket names, and of no store below confidentiality 2', () => {
    const rows = rowsOf(file);
    const outside = rows.find(({ name }) => name === '444455556666');
    expect(outside?.rights).toBeNull();
    expect(
      outside?.reaches.map(({ store, levels }) => [store.name, levels['write'], levels['read']]),
    ).toEqual([['Records', 'certain', 'no']]);
    expect(rows.flatMap(({ reaches }) => reaches.map(({ store }) => store.name))).not.toContain('Leaflets');
  });

  test.each(['C', 'records-reader', 'arn:aws:iam::111122223333:role/records-reader'])(
    'finds a principal by %s',
    (asked) => {
      expect(rowsOf(file, '--principal', asked).map(({ name }) => name)).toEqual(['C']);
    },
  );

  test.each(['Records', 'city-records', 'arn:aws:s3:::city-records'])('finds a resource by %s', (asked) => {
    expect(rowsOf(file, '--resource', asked, '--principal', 'C')[0]?.reaches).toHaveLength(1);
  });

  test('says no where both are asked for and there is no way', () => {
    const [row] = rowsOf(file, '--principal', 'Idle', '--resource', 'Leaflets');
    expect(new Set(Object.values(row?.reaches[0]?.levels ?? {}))).toEqual(new Set(['no']));
  });

  test('lists all that are called the same', () => {
    const other = template('b.json', deployment);
    const rows = rowsOf(file, other, '--principal', 'Idle');
    expect(rows).toHaveLength(2);
  });

  test('tells names that are near one that nothing has, and ends with 2', () => {
    expect(run('access', file, '--principal', 'records-raeder')).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'jichitai-guardrails: --principal: there is no role, user, group, permission set or outside principal "records-raeder"; near it: "records-reader"\n',
    });
    expect(run('access', file, '--resource', 'record', '--lang', 'ja')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('近いもの：'),
    });
  });

  test('ends with 2 where it cannot be made, with one line', () => {
    for (const args of [
      ['nowhere'],
      [file, '--format', 'xml'],
      [file, '--zone', 'x'],
      [file, '--principal', ''],
    ]) {
      const { status, stdout, stderr } = run('access', ...args);
      expect([args, status, stdout, stderr.trim().split('\n').length]).toEqual([args, 2, '', 1]);
    }
    expect(run('check', file, '--principal', 'C')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--principal'),
    });
  });

  test('is a table in both languages that fits on a page, the same each time', () => {
    const english = run('access', file).stdout;
    expect(english).toBe(run('access', file).stdout);
    expect(english).toMatch(/● role C .*a\.json:\d+/);
    expect(english).toMatch(/becomes +account 444455556666 → A → B \(MFA required\)/);
    expect(english).toMatch(/Records \(S3 Bucket, conf\. 3\) +- +yes +- +- +- +-/);
    expect(english).toContain('Principals that reach none of these (3)');
    const japanese = run('access', file, '--lang', 'ja').stdout;
    expect(japanese).toMatch(/なる方法 +アカウント 444455556666 → A → B（多要素認証：必須）/);
    expect(japanese).toMatch(/Records \(S3 Bucket、機密性3\) +－ +可 +－/);
    for (const line of english.split('\n').filter((text) => !text.includes(folder))) {
      expect(line.length).toBeLessThanOrEqual(120);
    }
  });

  test('writes to a file, whole', () => {
    const output = join(folder, 'out.csv');
    expect(run('access', file, '--format', 'csv', '--output', output)).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
    const rows = readFileSync(output, 'utf8').split('\r\n');
    expect(rows[0]).toMatch(/^\ufeffkind,principal,logical id,template,line,/);
    // The account outside, four roles; what ends the last row.
    expect(rows).toHaveLength(1 + 5 + 1);
  });
});

describe('what comes from a template', () => {
  const hostile = '=HYPERLINK("http://x")\u001b[31m';
  const path = () =>
    template('hostile.json', {
      Resources: {
        Records: {
          Type: 'AWS::S3::Bucket',
          Metadata: { 'aws:cdk:path': hostile },
          Properties: { Tags: tags(3) },
        },
        Reader: {
          Type: 'AWS::IAM::Role',
          Metadata: { 'aws:cdk:path': hostile },
          Properties: { AssumeRolePolicyDocument: trust({ Service: hostile }), Policies: [reads(objects)] },
        },
      },
    });
  test('colours no terminal', () => {
    for (const format of ['text', 'csv']) {
      expect(run('access', path(), '--format', format).stdout).not.toContain('\u001b');
    }
  });
  test('is no formula in a spreadsheet', () => {
    const { stdout } = run('access', path(), '--format', 'csv');
    expect(stdout).toContain(`"'=HYPERLINK(""http://x"")\\u001b[31m"`);
    expect(stdout).not.toMatch(/(^|,)"?=/m);
  });
});
