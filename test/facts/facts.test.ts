import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkStacksOfPaths } from '../../lib/check';
import { NetworkFactsAreCurrent } from '../../lib/rules/template/NetworkFactsAreCurrent';
import { runCommand } from '../helpers/command-line';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jichitai-facts-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | object): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, undefined, 2));
  return path;
}

const run = (...args: readonly string[]) => runCommand(args);

interface Told {
  readonly rule: string;
  readonly verdict: string;
  readonly message: string;
  readonly line: number | null;
  readonly resource: { readonly template: string; readonly logicalId: string | null };
}

function check(...args: readonly string[]) {
  const { status, stdout, stderr } = run('check', ...args, '--format', 'json');
  expect(stderr).toBe('');
  const report = JSON.parse(stdout) as {
    readonly findings: readonly Told[];
    readonly assumptions: readonly string[];
    readonly summary: { readonly resources: number; readonly templates: number };
  };
  return { status, ...report };
}

/** The facts of some templates, as a file. */
function factsOf(name: string, ...templates: readonly string[]): string {
  const path = join(folder, name);
  expect(run('facts', ...templates, '--output', path)).toEqual({ status: 0, stdout: '', stderr: '' });
  return path;
}

const marked = (Zone: string) => ({
  Jichitai: { Zone, Confidentiality: 2, Integrity: 2, Availability: 2, Environment: 'production' },
});
const vpc = (third: number) => ({
  Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: `10.${third}.0.0/16` } },
  Subnet: {
    Type: 'AWS::EC2::Subnet',
    Properties: { VpcId: { Ref: 'Vpc' }, CidrBlock: `10.${third}.1.0/24` },
  },
});
const attachment = (gateway: unknown) => ({
  Attachment: {
    Type: 'AWS::EC2::TransitGatewayAttachment',
    Properties: { TransitGatewayId: gateway, VpcId: { Ref: 'Vpc' }, SubnetIds: [{ Ref: 'Subnet' }] },
  },
});
/** The networks of the Internet zone, with a gateway whose default route table joins what is attached. */
const NETWORKS = {
  Metadata: marked('internet'),
  Resources: {
    Hub: { Type: 'AWS::EC2::TransitGateway' },
    ...vpc(1),
    ...attachment({ Ref: 'Hub' }),
    // No matter of networks, and a violation by itself.
    Archive: { Type: 'AWS::S3::Bucket' },
    Server: {
      Type: 'AWS::EC2::Instance',
      Properties: { SubnetId: { Ref: 'Subnet' }, UserData: 'UGFzc3dvcmQ9aHVudGVyMg==' },
    },
    Line: {
      Type: 'AWS::EC2::VPNConnection',
      Properties: {
        TransitGatewayId: { Ref: 'Hub' },
        CustomerGatewayId: 'cgw-1',
        Type: 'ipsec.1',
        VpnTunnelOptionsSpecifications: [{ PreSharedKey: 'abcdefgh12345678' }],
      },
    },
  },
  Parameters: { Key: { Type: 'String', NoEcho: true, Default: 'correct-horse' } },
  Outputs: {
    Hub: { Value: { Ref: 'Hub' }, Export: { Name: 'hub' } },
    Archive: { Value: { Ref: 'Archive' }, Export: { Name: 'archive' } },
  },
};
const WORKLOAD = {
  Metadata: marked('my-number'),
  Resources: { ...vpc(2), ...attachment({ 'Fn::ImportValue': 'hub' }) },
};

/** What rules of networks say of a template. */
function networkFindings(report: { readonly findings: readonly Told[] }, template: string) {
  return report.findings
    .filter(({ rule, resource }) => resource.template === template && /Zone|Gateway|Route|Subnet/.test(rule))
    .map(({ rule, verdict, resource, message }) => ({ rule, verdict, id: resource.logicalId, message }));
}

test('a path that ends in another repository is seen by its facts, as if its templates were at hand', () => {
  const workload = file('workload.json', WORKLOAD);
  const networks = file('networks.json', NETWORKS);
  const facts = factsOf('facts.yaml', networks);

  const alone = networkFindings(check(workload), workload);
  const together = networkFindings(check(workload, networks), workload);
  const composed = networkFindings(check(workload, '--facts', facts), workload);

  expect(alone.map(({ verdict }) => verdict)).toContain('undetermined');
  expect(together).toContainEqual(expect.objectContaining({ verdict: 'violation', id: 'Attachment' }));
  expect(composed).toEqual(together);
});

test('what another repository says is asked, not judged, and named as an assumption', () => {
  const workload = file('workload.json', WORKLOAD);
  const facts = factsOf('facts.yaml', file('networks.json', NETWORKS));
  const report = check(workload, '--facts', facts);
  expect(report.summary).toMatchObject({ templates: 1, resources: 3 });
  expect(report.assumptions).toContain(`networks of 1 other stacks: ${facts}`);
  expect(report.findings.filter(({ resource }) => resource.logicalId !== null)).not.toEqual([]);
  expect(report.findings.filter(({ resource }) => resource.template === facts)).toEqual([]);
});

test('a copy without names has none of those in the facts either', () => {
  const workload = file('workload.json', WORKLOAD);
  const networks = file('networks.json', NETWORKS);
  const facts = factsOf('facts.yaml', networks);
  const shown = check(workload, '--facts', facts).findings.map(({ message }) => message);
  expect(shown.join()).toContain('Hub');
  const redacted = check(workload, '--facts', facts, '--redact').findings.map(({ message }) => message);
  expect(redacted.length).toBe(shown.length);
  expect(redacted.join()).not.toMatch(/\bHub\b/);
});

test('evidence has the hash of the facts, once, and baselines do not take their stacks for checked ones', () => {
  const workload = file('workload.json', WORKLOAD);
  const facts = factsOf('facts.yaml', file('networks.json', NETWORKS));
  const bundle = join(folder, 'evidence');
  run('check', workload, '--facts', facts, '--evidence', bundle);
  const { templates } = JSON.parse(readFileSync(join(bundle, 'templates.json'), 'utf8')) as {
    readonly templates: readonly { readonly path: string }[];
  };
  expect(templates.map(({ path }) => path)).toEqual([workload, facts]);
  expect([...checkStacksOfPaths([workload], { facts: [facts] }).stacks]).toEqual([workload]);
});

test('facts hold networks only: no store, no start script, no key, no default that nobody is to see', () => {
  const text = readFileSync(factsOf('facts.yaml', file('networks.json', NETWORKS)), 'utf8');
  expect(text).toContain('AWS::EC2::TransitGateway');
  expect(text).toContain('AWS::EC2::Instance');
  expect(text).not.toMatch(/S3|archive|UserData|UGFzc3|PreShared|abcdefgh|correct-horse/);
});

test('facts come out the same whatever the order of the paths', () => {
  const [a, b] = [file('a.json', NETWORKS), file('b.json', WORKLOAD)];
  expect(run('facts', a, b).stdout).toBe(run('facts', b, a).stdout);
});

test('nested stacks are told with their parent', () => {
  file('inner.json', {
    Metadata: marked('internet'),
    Parameters: { Gateway: { Type: 'String' } },
    Resources: { ...vpc(1), ...attachment({ Ref: 'Gateway' }) },
  });
  const outer = file('outer.json', {
    Metadata: marked('internet'),
    Resources: {
      Hub: { Type: 'AWS::EC2::TransitGateway' },
      Inner: {
        Type: 'AWS::CloudFormation::Stack',
        Properties: { TemplateURL: 'inner.json', Parameters: { Gateway: { Ref: 'Hub' } } },
      },
    },
    Outputs: { Hub: { Value: { Ref: 'Hub' }, Export: { Name: 'hub' } } },
  });
  const workload = file('workload.json', WORKLOAD);
  const together = networkFindings(check(workload, outer), workload);
  expect(together).toContainEqual(expect.objectContaining({ verdict: 'violation', id: 'Attachment' }));
  expect(networkFindings(check(workload, '--facts', factsOf('f.yaml', outer)), workload)).toEqual(together);
});

describe('a conflict between facts and templates is a finding', () => {
  const conflicts = (...args: readonly string[]) =>
    check(...args).findings.filter(({ rule }) => rule === NetworkFactsAreCurrent.id);

  test('facts of a stack that is at hand and says the same are no conflict, and count once', () => {
    const networks = file('networks.json', NETWORKS);
    const facts = factsOf('facts.yaml', networks);
    expect(conflicts(networks, '--facts', facts)).toEqual([]);
    expect(networkFindings(check(networks, '--facts', facts), networks)).toEqual(
      networkFindings(check(networks), networks),
    );
  });

  test('a stack that has changed since', () => {
    const networks = file('networks.json', NETWORKS);
    const facts = factsOf('facts.yaml', networks);
    file('networks.json', { ...NETWORKS, Resources: { ...NETWORKS.Resources, ...vpc(9) } });
    const [conflict, ...more] = conflicts(networks, '--facts', facts);
    expect(more).toEqual([]);
    expect(conflict).toMatchObject({ verdict: 'violation', resource: { template: facts }, line: 5 });
    expect(conflict?.message).toContain(`not what ${networks} says`);
  });

  test('a change that is no matter of networks', () => {
    const networks = file('networks.json', NETWORKS);
    const facts = factsOf('facts.yaml', networks);
    const { Archive: _, ...rest } = NETWORKS.Resources;
    file('networks.json', { ...NETWORKS, Resources: rest });
    expect(conflicts(networks, '--facts', facts)).toEqual([]);
  });

  test('facts that were edited', () => {
    const facts = factsOf('facts.yaml', file('networks.json', NETWORKS));
    writeFileSync(facts, readFileSync(facts, 'utf8').replace('Zone: internet', 'Zone: my-number'));
    const [conflict] = conflicts(file('workload.json', WORKLOAD), '--facts', facts);
    expect(conflict?.message).toContain('changed after it was made');
  });

  test('two files that say different things of one stack', () => {
    const networks = file('networks.json', NETWORKS);
    const old = factsOf('old.yaml', networks);
    file('networks.json', { ...NETWORKS, Resources: { ...NETWORKS.Resources, ...vpc(9) } });
    const facts = factsOf('new.yaml', networks);
    const workload = file('workload.json', WORKLOAD);
    expect(conflicts(workload, '--facts', old, '--facts', facts)).toHaveLength(1);
    expect(conflicts(workload, '--facts', old, '--facts', old)).toEqual([]);
  });

  test('one name that both export', () => {
    const facts = factsOf('facts.yaml', file('networks.json', NETWORKS));
    const workload = file('workload.json', {
      ...WORKLOAD,
      Outputs: { Hub: { Value: 'tgw-1', Export: { Name: 'hub' } } },
    });
    const [conflict] = conflicts(workload, '--facts', facts);
    expect(conflict?.message).toContain(`hub is exported by ${workload}, too`);
  });
});

describe('a file that is no facts is exit status 2, with its line', () => {
  test.each([
    ['version: 2\nstacks: []\n', /facts\.yaml.*version/s],
    ['version: 1\n', /stacks/],
    ['version: 1\nstacks:\n  - source: a\n    digest: x\n    template: {Resources: {}}\n', /digest/],
    ['version: 1\nstacks:\n  - {source: a}\n', /line 3/],
    ['not: [closed\n', /facts\.yaml/],
  ])('%j', (text, message) => {
    const { status, stdout, stderr } = run(
      'check',
      file('workload.json', WORKLOAD),
      '--facts',
      file('facts.yaml', text),
    );
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });

  test('nor is one that is not there', () => {
    const { status, stderr } = run('check', file('workload.json', WORKLOAD), '--facts', 'no-such.yaml');
    expect(status).toBe(2);
    expect(stderr).toContain('no-such.yaml');
  });
});

test('facts takes no option of a check', () => {
  expect(run('facts', '--profile', 'miyazaki').status).toBe(2);
});
