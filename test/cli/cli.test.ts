import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RULES } from '../../lib/rules';
import { runCommand } from '../helpers/command-line';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jichitai-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | object): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, undefined, 2));
  return path;
}

const run = (...args: readonly string[]) => runCommand(args);

const bucket = (properties: object = {}) => ({
  Metadata: { Jichitai: { Zone: 'my-number', Confidentiality: 3, Integrity: 2, Availability: 2 } },
  Resources: { Records: { Type: 'AWS::S3::Bucket', Properties: properties } },
});
// Nothing that any rule speaks of.
const harmless = { Resources: { Handle: { Type: 'AWS::CloudFormation::WaitConditionHandle' } } };

test('an option that does not exist is named, and nothing else is said', () => {
  expect(run('check', '--frobnicate')).toEqual({
    status: 2,
    stdout: '',
    stderr: 'jichitai-guardrails: there is no option --frobnicate\n',
  });
});

test('a message cannot colour the terminal by the name of a file', () => {
  expect(run('check', 'no\u001b[31mfile').stderr).toContain('no\\u001b[31mfile');
});

test('explain names the zones as the policy does, in Japanese', () => {
  expect(run('explain', 'S3BucketCustomerManagedKey', '--lang', 'ja').stdout).toContain(
    '適用: マイナンバー利用事務系又は機密性2以上',
  );
});

describe('exit status', () => {
  test('is 2 for an empty path, which is not the current folder', () => {
    expect(run('check', '')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('empty'),
    });
  });

  test('is 0 when nothing blocks', () => {
    expect(run('check', file('a.json', harmless))).toMatchObject({ status: 0, stderr: '' });
  });

  test('is 1 for a violation, and the finding says what, where and how to mend it', () => {
    const { status, stdout } = run('check', file('a.json', bucket()));
    expect(status).toBe(1);
    expect(stdout).toContain('S3BucketCustomerManagedKey');
    expect(stdout).toContain('4(1)④');
    expect(stdout).toContain('Records (AWS::S3::Bucket)');
    expect(stdout).toContain('BucketEncryption');
    expect(stdout).toContain('not set (SSE-S3)');
    expect(stdout).toContain('fix: Set SSEAlgorithm to aws:kms');
    expect(stdout).toMatch(/ \(in CDK: use EncryptedBucket, or [^)]+\)\.\n/);
  });

  test('is 1 for what cannot be determined', () => {
    const template = {
      ...bucket({
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: { Ref: 'Key' } } },
          ],
        },
      }),
      Parameters: { Key: { Type: 'String', Default: 'alias/records' } },
    };
    const { status, stdout } = run('check', file('a.json', template), '--format', 'json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout).findings).toContainEqual(
      expect.objectContaining({
        rule: 'S3BucketCustomerManagedKey',
        verdict: 'undetermined',
        blocking: true,
      }),
    );
  });

  test.each([
    ['no command', []],
    ['an unknown command', ['scan']],
    ['an unknown option', ['check', '--quick']],
    ['an unknown format', ['check', '--format', 'pdf']],
    ['an unknown language', ['check', '--lang', 'fr']],
    ['an unknown zone', ['check', '--zone', 'mynumber']],
    ['an unknown rule', ['explain', 'NoSuchRule']],
    ['a missing file', ['check', '/no/such/file.json']],
    ['an unknown profile', ['check', '--profile', 'atlantis']],
  ])('is 2 with one message for %s', (_name, args) => {
    const needsFile = args[0] === 'check' && !args.some((arg) => arg.startsWith('/no'));
    const { status, stdout, stderr } = run(...args, ...(needsFile ? [file('a.json', harmless)] : []));
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.match(/^jichitai-guardrails: /gm)).toHaveLength(1);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('bad input', () => {
  test.each([
    ['malformed JSON', 'a.json', '{\n  "Resources": {\n    "A": }\n}', /a\.json:3: not valid JSON/],
    ['malformed YAML', 'a.yaml', 'Resources:\n  A:\n   - b\n  c', /a\.yaml:\d: not valid YAML/],
    [
      'a duplicate key in JSON',
      'a.json',
      '{"Resources": {\n "A": {"Type": "X"},\n "A": {"Type": "Y"}}}',
      /a\.json:3: .*"A" is written twice/,
    ],
    [
      'a duplicate key in YAML',
      'a.yaml',
      'Resources:\n  A: {Type: X}\n  A: {Type: Y}\n',
      /a\.yaml:3: .*"A" is written twice/,
    ],
    ['an empty file', 'a.json', '', /a\.json:1: the file is empty/],
    ['no template', 'a.json', '{"hello": 1}', /not a CloudFormation template/],
    [
      'a resource without a type',
      'a.yaml',
      'Resources:\n  A:\n    Properties: {}\n',
      /a\.yaml:2: .*A has no Type/,
    ],
  ])('%s is exit 2 with file and line', (_name, name, content, message) => {
    const { status, stdout, stderr } = run('check', file(name, content));
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });

  test('a folder with no template in it is exit 2', () => {
    mkdirSync(join(folder, 'empty'));
    expect(run('check', join(folder, 'empty'))).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('no CloudFormation template'),
    });
  });

  test('one bad file among good ones is exit 2, not half a result', () => {
    const good = file('good.json', harmless);
    expect(run('check', good, file('bad.json', '{'))).toMatchObject({ status: 2, stdout: '' });
  });

  test('an alias bomb is exit 2', () => {
    const levels = Array.from(
      { length: 12 },
      (_, n) => `l${n + 1}: &l${n + 1} [${Array(10).fill(`*l${n}`).join(', ')}]`,
    );
    const { status, stderr } = run(
      'check',
      file('a.yaml', `l0: &l0 [x]\n${levels.join('\n')}\nResources: {}\n`),
    );
    expect(status).toBe(2);
    expect(stderr).toMatch(/alias/i);
  });

  test('an empty Resources says that nothing was checked', () => {
    const { stdout } = run('check', file('a.json', { Resources: {} }));
    expect(stdout).toContain('nothing was checked');
  });

  test('a name that is not defined is a finding, and the rest is still checked', () => {
    const template = {
      Metadata: { Jichitai: { Zone: 'my-number', Confidentiality: 3, Integrity: 2, Availability: 2 } },
      Resources: {
        Records: { Type: 'AWS::S3::Bucket', Properties: { BucketName: { Ref: 'Nowhere' } } },
        Log: { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: 1 } },
      },
    };
    const { status, stdout } = run('check', file('a.json', template), '--format', 'json');
    expect(status).toBe(1);
    const findings = JSON.parse(stdout).findings as { rule: string; message: string; line: number }[];
    const undefinedName = findings.find(({ rule }) => rule === 'TemplateReferencesAreDefined');
    expect(undefinedName?.message).toContain('Nowhere');
    expect(findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['LogGroupRetention', 'S3BucketCustomerManagedKey']),
    );
  });
});

describe('a profile', () => {
  test('changes what it names', () => {
    const profile = file('city.yaml', 'extends: miyazaki\nname: nichinan\nminimumLogRetentionDays: 30\n');
    const template = file('a.json', {
      Resources: { L: { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: 60 } } },
    });
    const rules = (...args: string[]) =>
      JSON.parse(run('check', template, '--zone', 'internet', '--format', 'json', ...args).stdout) as {
        tool: { profile: string };
        findings: { rule: string }[];
      };
    expect(rules().findings.map(({ rule }) => rule)).toContain('LogGroupRetention');
    const changed = rules('--profile', profile);
    expect(changed.tool.profile).toBe('nichinan');
    expect(changed.findings.map(({ rule }) => rule)).not.toContain('LogGroupRetention');
  });

  test.each([
    [
      'an unknown key',
      'name: x\nminimumLogRetention: 30\n',
      /city\.yaml:2: line 2, minimumLogRetention: is not a key/,
    ],
    [
      'a negative period',
      'name: x\nminimumLogRetentionDays: -1\n',
      /city\.yaml:2: line 2, minimumLogRetentionDays: must be >= 1/,
    ],
    ['a base that does not exist', 'name: x\nextends: atlantis\n', /city\.yaml:2: .*miyazaki/],
    ['an unknown rule', 'name: x\nrules: {NoSuchRule: {severity: warning}}\n', /there is no rule NoSuchRule/],
    ['no name', 'minimumLogRetentionDays: 30\n', /city\.yaml.*name/],
  ])('with %s is exit 2 with file and line', (_name, content, message) => {
    const { status, stderr } = run(
      'check',
      file('a.json', harmless),
      '--profile',
      file('city.yaml', content),
    );
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  });

  test('names every fault at once, in the order of the file', () => {
    const profile = file('city.yaml', 'name: x\nminimumBackupRetentionDays: 99\nbogus: 1\n');
    const { stderr } = run('check', file('a.json', harmless), '--profile', profile);
    expect(stderr).toMatch(/line 2, minimumBackupRetentionDays.*; line 3, bogus/);
  });

  test('names its faults in Japanese', () => {
    const profile = file('city.yaml', 'name: x\nminimumLogRetentionDays: -1\nallowedRegions: tokyo\n');
    const { stderr } = run('check', file('a.json', harmless), '--profile', profile, '--lang', 'ja');
    expect(stderr).toContain('2行目 minimumLogRetentionDays：1以上としてください');
    expect(stderr).toContain('3行目 allowedRegions：型が違います（arrayとしてください）');
  });
});

describe('output', () => {
  test('JSON keeps its contract', () => {
    const { stdout } = run('check', file('a.json', bucket()), '--format', 'json');
    const report = JSON.parse(stdout);
    expect(report.tool).toEqual({
      name: 'jichitai-guardrails',
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      profile: 'miyazaki',
      policyEdition: '2024-02-14',
    });
    expect(report.summary).toMatchObject({ resources: 1, rules: RULES.length });
    for (const key of ['compliant', 'violation', 'undetermined', 'excepted'])
      expect(report.summary[key]).toEqual(expect.any(Number));
    const finding = report.findings.find(
      ({ rule }: { rule: string }) => rule === 'S3BucketCustomerManagedKey',
    );
    expect(finding).toMatchObject({
      verdict: 'violation',
      severity: 'error',
      clauses: expect.arrayContaining(['4(1)④', '9.2(5)①(イ)']),
      zone: 'my-number',
      resource: {
        template: expect.stringContaining('a.json'),
        stack: null,
        logicalId: 'Records',
        type: 'AWS::S3::Bucket',
        constructPath: null,
      },
      property: 'BucketEncryption.ServerSideEncryptionConfiguration',
      line: expect.any(Number),
      message: expect.stringContaining('SSE-S3'),
      fix: expect.any(String),
    });
  });

  test('speaks Japanese where asked to', () => {
    const { stdout } = run('check', file('a.json', bucket()), '--lang', 'ja');
    expect(stdout).toContain('S3バケットは、顧客管理の暗号鍵で暗号化する');
    expect(stdout).toContain('不適合');
    expect(stdout).toMatch(/対応：BucketEncryptionの.*（CDK：EncryptedBucketを用いるか、.*）。\n/);
  });

  test('goes to a file', () => {
    const output = join(folder, 'report.json');
    expect(run('check', file('a.json', harmless), '--format', 'json', '--output', output)).toMatchObject({
      status: 0,
      stdout: '',
    });
    expect(JSON.parse(readFileSync(output, 'utf8')).summary.resources).toBe(1);
  });

  test('that cannot be written is exit 2, even when nothing blocks', () => {
    expect(
      run('check', file('a.json', harmless), '--output', join(folder, 'no', 'such', 'folder.txt')).status,
    ).toBe(2);
  });

  test('is the same whatever the order of the paths', () => {
    const a = file('a.json', bucket());
    const b = file('b.json', bucket());
    expect(run('check', a, b).stdout).toBe(run('check', b, a).stdout);
  });

  test('shows control characters of a name instead of obeying them', () => {
    const hostile = { ...bucket(), Resources: { 'A\u001b[31m': { Type: 'AWS::S3::Bucket' } } };
    const { stdout } = run('check', file('a.json', hostile));
    expect(stdout).not.toContain('\u001b');
    expect(stdout).toContain('\\u001b[31m');
  });
});

test('all paths of one call are one deployment: their references join up', () => {
  const keys = file('keys.json', {
    Resources: { Key: { Type: 'AWS::KMS::Key', Properties: { EnableKeyRotation: true } } },
    Outputs: { Key: { Value: { 'Fn::GetAtt': ['Key', 'Arn'] }, Export: { Name: 'shared-key' } } },
  });
  const data = file(
    'data.json',
    bucket({
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          {
            ServerSideEncryptionByDefault: {
              SSEAlgorithm: 'aws:kms',
              KMSMasterKeyID: { 'Fn::ImportValue': 'shared-key' },
            },
          },
        ],
      },
    }),
  );
  const verdict = (...paths: string[]) =>
    (
      JSON.parse(run('check', ...paths, '--format', 'json').stdout).findings as {
        rule: string;
        verdict: string;
      }[]
    ).find(({ rule }) => rule === 'S3BucketCustomerManagedKey')?.verdict;
  expect(verdict(data)).toBe('undetermined');
  expect(verdict(data, keys)).toBeUndefined();
});

describe('the catalog', () => {
  test('lists every rule', () => {
    expect(run('rules').stdout.trim().split('\n')).toHaveLength(RULES.length);
    const listed = JSON.parse(run('rules', '--format', 'json', '--lang', 'ja').stdout);
    expect(listed).toHaveLength(RULES.length);
    const [first] = RULES;
    expect(listed[0]).toMatchObject({
      id: first?.id,
      title: first?.title.ja,
      why: first?.why.ja,
      fix: first?.fix.ja,
      cdk: first?.cdk.ja,
    });
  });

  test.each(['ja', 'en'])('explains every rule in %s', (language) => {
    for (const { id, title, why, fix, cdk } of RULES) {
      const { status, stdout } = run('explain', id, '--lang', language);
      expect(status).toBe(0);
      for (const text of [title, why, fix, cdk]) expect(stdout).toContain(text[language as 'ja' | 'en']);
    }
  });
});
