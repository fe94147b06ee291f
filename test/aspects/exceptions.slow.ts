import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Aspects, Stack, Stage, Token } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import { PolicyException } from '../../aspects';
import { dayInJapan, daysAfter } from '../../lib/policy/calendar';
import { ensureBuilt } from '../helpers/build';
import { Signer } from '../helpers/exceptions';
import { type Run, ScratchApp } from '../helpers/scratch-app';

/**
 * The ways in which a CDK app may ask for an exception, each run with the real `cdk` command: they are honoured where
 * the register covers them, and reported otherwise.
 */
interface Scenario {
  readonly app: string;
  /** Changes of the entry in the register, or no register at all. */
  readonly entry?: object | 'none';
  /** What becomes of the entry once it is signed. */
  readonly afterwards?: (entry: object) => object;
  readonly status: number;
  readonly says?: readonly string[];
  readonly saysNot?: readonly string[];
  /** How `check` of the assembly ends, with the same register. */
  readonly check?: { readonly status: number; readonly says?: readonly string[] };
}

const signer = new Signer();
const TODAY = dayInJapan();
const RULE = 'LogGroupRetention';
const EXCEPTED = 'excepted by application R8-012, approved by CISO, until ';

const ENTRY = {
  application: 'R8-012',
  rules: [RULE],
  scope: { resources: ['Web/Log'] },
  reason: 'the system ends in spring',
  compensatingMeasures: 'logs are copied every night',
  applicant: 'citizens section',
  approver: 'CISO',
  office: 'CISO',
  applied: daysAfter(TODAY, -20),
  decided: daysAfter(TODAY, -10),
  decision: 'approved',
  starts: daysAfter(TODAY, -10),
  expires: daysAfter(TODAY, 200),
};

const PRELUDE = `
const logs = require('aws-cdk-lib/aws-logs');
const lambda = require('aws-cdk-lib/aws-lambda');
// A stack of which only the retention of a log group breaks the policy.
const web = (scope = app) => {
  const stack = new Stack(scope, 'Web');
  new logs.CfnLogGroup(stack, 'Log', { retentionInDays: 30 });
  Tags.of(stack).add('jichitai:zone', 'internet');
  Tags.of(stack).add('jichitai:confidentiality', '1');
  return stack;
};
const register = { profile: 'city.yaml', exceptions: 'exceptions.yaml' };
const acknowledge = (scope, id, reason = 'the vendor said so') => Validations.of(scope).acknowledge({ id, reason });
`;

const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'an entry that covers the finding lets the synth pass, and stays visible': {
    app: 'web(); guard(app, register);',
    status: 0,
    says: [EXCEPTED, '1 excepted', 'nothing blocks'],
    check: { status: 0, says: [EXCEPTED, '1 excepted'] },
  },
  'without a register the finding fails the synth': {
    app: 'web(); guard(app);',
    status: 1,
    says: [RULE],
  },
  'an entry of a stack inside a Stage is found by its path': {
    app: "web(new Stage(app, 'Prod')); guard(app, register);",
    entry: { scope: { resources: ['Prod/Web/Log'] } },
    status: 0,
    says: ['1 excepted'],
  },
  // Validations.acknowledge
  'an acknowledgement that an entry covers is honoured': {
    app: `const stack = web(); guard(app, register); acknowledge(stack, 'Jichitai::${RULE}', 'R8-012');`,
    status: 0,
    says: [EXCEPTED, 'nothing blocks'],
    saysNot: ['no effect'],
  },
  'an acknowledgement that no entry covers is not, and is reported': {
    app: `const stack = web(); guard(app, register); acknowledge(stack, 'Jichitai::${RULE}', 'R8-012');`,
    entry: { scope: { resources: ['Web/Other'] } },
    status: 1,
    says: [RULE, 'acknowledgement at Web', 'no effect', 'matches no finding any more'],
  },
  'an acknowledgement under an unsigned entry is not honoured': {
    app: `const stack = web(); guard(app, register); acknowledge(stack, 'Jichitai::${RULE}', 'R8-012');`,
    afterwards: (entry) => ({ ...entry, signature: undefined }),
    status: 1,
    says: ['no effect', 'it is not signed'],
  },
  'an acknowledgement under an altered entry is not honoured': {
    app: `const stack = web(); guard(app, register); acknowledge(stack, 'Jichitai::${RULE}');`,
    afterwards: (entry) => ({ ...entry, scope: { resources: ['Web'] } }),
    status: 1,
    says: ['no effect', 'altered after it was signed'],
    check: { status: 1, says: ['altered after it was signed'] },
  },
  'after its expiry the synth breaks': {
    app: 'web(); guard(app, register);',
    entry: { expires: daysAfter(TODAY, -1) },
    status: 1,
    says: [RULE, `expired after ${daysAfter(TODAY, -1)}`],
    check: { status: 1, says: ['expired after'] },
  },
  'before its expiry the synth warns': {
    app: 'web(); guard(app, register);',
    entry: { expires: daysAfter(TODAY, 5) },
    status: 0,
    says: ['it expires at the end of', '1 excepted'],
    check: { status: 0, says: ['it expires at the end of'] },
  },
  'an acknowledged warning is told all the same': {
    app: "web(); guard(app, register); acknowledge(app, 'Jichitai::LogGroupSurvivesStack', '');",
    status: 0,
    says: ['[violation] LogGroupSurvivesStack Web', 'acknowledgement at the app', 'no effect'],
    // As CDK drops it.
    saysNot: ['WARNING [violation] Log groups are not deleted'],
  },
  'an acknowledgement of the outcome itself fails the synth': {
    app: "good(app); guard(app); acknowledge(app, 'Jichitai::PolicyGuardrail');",
    status: 1,
    says: ['no effect'],
  },
  // cdk-nag
  'a rule of cdk-nag that an entry covers passes, acknowledged or not': {
    app: `
      const stack = web();
      new lambda.CfnUrl(stack, 'Url', { targetFunctionArn: 'arn', authType: 'NONE' });
      Validations.of(app).addPlugins(new JichitaiChecks(app, { language: 'en', ...register }));
      acknowledge(stack, 'JichitaiChecks::CdkNag-LambdaFunctionUrlAuth', 'R8-012');`,
    entry: {
      rules: [RULE, 'FunctionUrlAuthenticates', 'CdkNag-LambdaFunctionUrlAuth'],
      scope: { resources: ['Web/Log', 'Web/Url'] },
    },
    status: 0,
    says: ['[excepted]', 'cdk-nag LambdaFunctionUrlAuth', EXCEPTED],
    saysNot: ['no effect'],
  },
  'a rule of cdk-nag that no entry covers fails, acknowledged or not': {
    app: `
      const stack = web();
      new lambda.CfnUrl(stack, 'Url', { targetFunctionArn: 'arn', authType: 'NONE' });
      Validations.of(app).addPlugins(new JichitaiChecks(app, { language: 'en', ...register }));
      acknowledge(stack, 'LambdaFunctionUrlAuth');`,
    entry: {
      rules: [RULE, 'FunctionUrlAuthenticates'],
      scope: { resources: ['Web/Log', 'Web/Url'] },
    },
    status: 1,
    says: ['cdk-nag LambdaFunctionUrlAuth', 'acknowledgement at Web', 'no effect'],
  },
  'an acknowledged warning of a rule of cdk-nag is told all the same': {
    app: `
      const ecs = require('aws-cdk-lib/aws-ecs');
      const stack = web();
      new ecs.CfnCluster(stack, 'Cluster', {});
      Validations.of(app).addPlugins(new JichitaiChecks(app, { language: 'en', ...register }));
      acknowledge(stack, 'Jichitai::CdkNag-ECSClusterCloudWatchContainerInsights');`,
    status: 0,
    says: ['[violation] clusters are monitored', 'acknowledgement at Web', 'no effect'],
  },
  'a suppression as cdk-nag 2 writes it is honoured where an entry covers it': {
    app: `
      const stack = web(); guard(app, register);
      stack.node.findChild('Log').addMetadata('cdk_nag', { rules_to_suppress: [{ id: '${RULE}', reason: 'R8-012' }] });`,
    status: 0,
    says: [EXCEPTED],
    saysNot: ['no effect'],
  },
  'a suppression as cdk-nag 2 writes it is reported otherwise': {
    app: `
      const stack = web(); guard(app);
      stack.node.findChild('Log').addMetadata('cdk_nag', { rules_to_suppress: [{ id: '${RULE}', reason: 'later' }] });`,
    entry: 'none',
    status: 1,
    says: ['acknowledgement at Web/Log', 'no effect', 'CitedExceptionsApply', `suppresses ${RULE}`],
    check: { status: 1, says: [`suppresses ${RULE}`] },
  },
  'what cdk-nag 3 writes into the template for older tools is reported as well': {
    app: `
      const { AwsSolutionsChecks } = require('cdk-nag');
      const stack = web(); guard(app);
      Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { writeSuppressionsToCloudFormation: true }));
      acknowledge(stack.node.findChild('Log'), 'Jichitai::${RULE}');`,
    entry: 'none',
    status: 1,
    says: ['acknowledgement at Web/Log', 'no effect'],
  },
  // PolicyException
  'a citation of the application that covers the construct is in order': {
    app: "const stack = web(); guard(app, register); PolicyException.of(stack.node.findChild('Log')).cite('R8-012');",
    status: 0,
    says: [EXCEPTED],
    saysNot: ['CitedExceptionsApply'],
    check: { status: 0, says: [EXCEPTED] },
  },
  'a citation of an application that there is not lifts nothing, and is reported': {
    app: "const stack = web(); guard(app, register); PolicyException.of(stack).cite('R8-099');",
    entry: { scope: { resources: ['Web/Other'] } },
    status: 1,
    says: [RULE, 'CitedExceptionsApply', 'R8-099 is not in the register'],
    check: { status: 1, says: ['R8-099 is not in the register'] },
  },
  'the scope of the entry rules, whatever cites it': {
    app: "const stack = web(); guard(app, register); PolicyException.of(stack).cite('R8-012');",
    entry: { scope: { resources: ['Web/Other'] } },
    status: 1,
    says: [RULE, 'this resource is not in the scope of R8-012'],
  },
  'a citation without a register lifts nothing': {
    app: "const stack = web(); guard(app); PolicyException.of(stack).cite('R8-012');",
    entry: 'none',
    status: 1,
    says: [RULE, 'no register of exceptions is given'],
  },
};

describe('under the cdk command', () => {
  const runs = new Map<string, { readonly synth: Run; readonly check: Run | undefined }>();

  beforeAll(async () => {
    ensureBuilt();
    await Promise.all(
      Object.entries(SCENARIOS).map(async ([name, { app, entry = {}, afterwards, check }]) => {
        const scratch = new ScratchApp(`${PRELUDE}\n${app}`);
        const isGiven = entry !== 'none';
        if (isGiven) {
          const signed = signer.sign({ ...ENTRY, ...(entry as object) });
          const written = afterwards?.(signed) ?? signed;
          writeFileSync(
            join(scratch.folder, 'exceptions.yaml'),
            JSON.stringify({ exceptions: [written] }, undefined, 2),
          );
          writeFileSync(join(scratch.folder, 'city.yaml'), signer.profile());
        }
        const given = isGiven ? ['--profile', 'city.yaml', '--exceptions', 'exceptions.yaml'] : [];
        const synth = await scratch.synth();
        runs.set(name, { synth, check: check === undefined ? undefined : await scratch.check(...given) });
        scratch.remove();
      }),
    );
  }, 300_000);

  test.each(Object.entries(SCENARIOS))('%s', (name, { status, says = [], saysNot = [], check }) => {
    const { synth, check: checked } = runs.get(name) as { synth: Run; check: Run | undefined };
    for (const text of says) expect(synth.output).toContain(text);
    for (const text of saysNot) expect(synth.output).not.toContain(text);
    expect(synth.status).toBe(status);
    if (check === undefined) return;
    for (const text of check.says ?? []) expect(checked?.output).toContain(text);
    expect(checked?.status).toBe(check.status);
  });
});

describe('PolicyException', () => {
  beforeAll(() => {
    // CDK's own checks take seconds.
    process.env['CDK_VALIDATION'] = 'false';
  });
  const log = (stack: Stack) => new CfnLogGroup(stack, 'Log');

  test('writes the number into the metadata of every resource in its scope, beside what is there', () => {
    const app = new App();
    const stack = new Stack(app, 'Web');
    const group = log(stack);
    group.addMetadata('Jichitai', { Note: 'kept' });
    PolicyException.of(stack).cite('R8-012');
    PolicyException.of(group).cite('R8-012');
    PolicyException.of(group).cite('R8-013');
    const { Metadata } = Template.fromStack(stack).toJSON()['Resources'].Log;
    expect(Metadata.Jichitai).toEqual({ Note: 'kept', Exception: ['R8-012', 'R8-013'] });
    const other = new Stack(new App(), 'Other');
    PolicyException.of(log(other)).cite('R8-012');
    expect(Template.fromStack(other).toJSON()['Resources'].Log.Metadata.Jichitai).toEqual({
      Exception: 'R8-012',
    });
    expect(Aspects.of(other).all).toEqual([]);
  });

  test('is for something in particular', () => {
    const app = new App();
    expect(() => PolicyException.of(app)).toThrow(/`the app`: cite an application at the construct/);
    expect(() => PolicyException.of(new Stage(app, 'Prod'))).toThrow(/`Prod`/);
  });

  test.each(['', '  ', Token.asString({ Ref: 'Number' })])('refuses %j for a number', (application) => {
    const stack = new Stack(new App(), 'Web');
    expect(() => PolicyException.of(stack).cite(application)).toThrow(/must be the number of an application/);
  });
});
