import { ensureBuilt } from '../helpers/build';
import { type Run, ScratchApp } from '../helpers/scratch-app';

/**
 * The ways in which guardrails of CDK apps are known to pass in silence, each run with the real `cdk`
 * command. `check` catches what no code inside an app can.
 */
interface Scenario {
  readonly app: string;
  /** Arguments of `cdk synth`. */
  readonly args?: readonly string[];
  readonly status: number;
  readonly says?: readonly string[];
  readonly saysNot?: readonly string[];
}

const RULE = 'S3BucketCustomerManagedKey';

const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'a violation in a stack fails the synth': {
    app: 'bad(app); good(app); guard(app);',
    status: 1,
    says: [
      RULE,
      '9.2(5)①(イ)',
      'Bad/Bucket',
      'BucketEncryption',
      'must be aws:kms',
      'Suggested fix',
      'app.js:',
      'not met',
    ],
  },
  'an app that keeps the policy passes, and says what it was checked against': {
    app: 'good(app); guard(app);',
    status: 0,
    says: ['nothing blocks', 'profile miyazaki'],
  },
  // The plugin throws, or is async
  'a guardrail that cannot read its profile fails the synth': {
    app: "good(app); guard(app, { profile: 'no-such-profile.yaml' });",
    status: 1,
    says: ['could not be made', 'no-such-profile'],
  },
  'a guardrail that crashes fails the synth': {
    app: "require(dist + '/lib/check').checkStacks = () => { throw new TypeError('broken inside'); }; good(app); guard(app);",
    status: 1,
    says: ['could not be made', 'broken inside'],
  },
  'a guardrail that gets no answer in time fails the synth': {
    app: "require(dist + '/lib/check').checkStacks = async () => ({}); good(app); guard(app);",
    status: 1,
    says: ['could not be made'],
  },
  // Stages and selection
  'a violation inside a Stage fails the plain synth': {
    app: "good(app); bad(new Stage(app, 'Prod')); guard(app);",
    status: 1,
    says: [RULE, '9.2(5)①(イ)', 'Prod/Bad/Bucket (app.js:', 'must be aws:kms', '=> Set SSEAlgorithm'],
  },
  'a violation inside a Stage of an app without other stacks fails the plain synth': {
    app: "bad(new Stage(app, 'Prod')); guard(app);",
    status: 1,
    says: [RULE],
  },
  'a violation in a stack that was not selected fails the synth': {
    app: 'good(app); bad(app); guard(app);',
    args: ['Good'],
    status: 1,
    says: [RULE, 'Bad/Bucket'],
  },
  'a violation in a Stage inside a Stage fails the plain synth': {
    app: "bad(new Stage(new Stage(app, 'Outer'), 'Inner')); guard(app);",
    status: 1,
    says: ['Outer/Inner/Bad/Bucket'],
  },
  // Acknowledgements
  'an acknowledgement at the app without a reason changes nothing, and is reported': {
    app: `bad(app); guard(app); Validations.of(app).acknowledge({ id: 'Jichitai::${RULE}', reason: '' });`,
    status: 1,
    says: [RULE, 'Bad/Bucket', 'acknowledgement at the app', 'no effect'],
  },
  'an acknowledgement at the resource changes nothing, and is reported': {
    app: `
      const stack = bad(app); guard(app);
      for (const id of ['Jichitai::${RULE}', 'Jichitai::PolicyGuardrail']) {
        Validations.of(stack.node.findChild('Bucket')).acknowledge({ id, reason: 'the vendor said so' });
        Validations.of(app).acknowledge({ id, reason: 'the vendor said so' });
      }`,
    status: 1,
    says: [RULE, 'acknowledgement at Bad/Bucket', 'the vendor said so', 'not met'],
  },
  'an acknowledgement with a bare id changes nothing, and is reported': {
    app: `bad(app); guard(app); Validations.of(app).acknowledge({ id: '${RULE}', reason: 'x' });`,
    status: 1,
    says: [RULE, 'no effect'],
  },
  'acknowledgements with a bare id change nothing for the rule pack, and are reported': {
    app: `
      const lambda = require('aws-cdk-lib/aws-lambda');
      const stack = bad(app);
      new lambda.CfnUrl(stack, 'Url', { targetFunctionArn: 'arn', authType: 'NONE' });
      Validations.of(app).addPlugins(new JichitaiChecks(app, { language: 'en' }));
      for (const id of ['${RULE}', 'LambdaFunctionUrlAuth', 'CdkNag-LambdaFunctionUrlAuth', 'JichitaiChecks-LambdaFunctionUrlAuth']) {
        Validations.of(app).acknowledge({ id, reason: 'x' });
      }`,
    status: 1,
    says: [RULE, 'LambdaFunctionUrlAuth', '7.5(1)①', 'no effect', 'Bad/Url'],
  },
  // What only the finished template shows
  'a violation in a nested stack fails the synth': {
    app: "const stack = good(app); Tags.of(app).add('jichitai:zone', 'my-number'); new s3.CfnBucket(new NestedStack(stack, 'Nested'), 'Inner'); guard(app);",
    status: 1,
    says: [RULE, 'Good/Nested/Inner'],
  },
  'a violation in a nested stack fails the synth without asset metadata': {
    app: "const stack = good(app); Tags.of(app).add('jichitai:zone', 'my-number'); new s3.CfnBucket(new NestedStack(stack, 'Nested'), 'Inner'); guard(app);",
    args: ['--no-asset-metadata', '--no-path-metadata'],
    status: 1,
    says: ['Nested'],
  },
  'a property override that breaks the policy fails the synth': {
    app: `
      const kms = require('aws-cdk-lib/aws-kms');
      const stack = good(app); Tags.of(stack).add('jichitai:zone', 'my-number');
      const bucket = new s3.Bucket(stack, 'Bucket', { encryption: s3.BucketEncryption.KMS, encryptionKey: new kms.Key(stack, 'Key') });
      bucket.node.defaultChild.addPropertyOverride('BucketEncryption.ServerSideEncryptionConfiguration.0.ServerSideEncryptionByDefault.SSEAlgorithm', 'AES256');
      guard(app);`,
    status: 1,
    says: [RULE, 'Good/Bucket/Resource'],
  },
  'a deletion override that breaks the policy fails the synth': {
    app: `
      const kms = require('aws-cdk-lib/aws-kms');
      const stack = good(app); Tags.of(stack).add('jichitai:zone', 'my-number');
      const bucket = new s3.Bucket(stack, 'Bucket', { encryption: s3.BucketEncryption.KMS, encryptionKey: new kms.Key(stack, 'Key') });
      bucket.node.defaultChild.addPropertyDeletionOverride('BucketEncryption');
      guard(app);`,
    status: 1,
    says: [RULE, 'Good/Bucket/Resource'],
  },
  'an override that breaks a rule of cdk-nag fails the synth with the rule pack': {
    app: `
      const lambda = require('aws-cdk-lib/aws-lambda');
      const stack = good(app);
      const url = new lambda.CfnUrl(stack, 'Url', { targetFunctionArn: 'arn', authType: 'AWS_IAM' });
      url.addPropertyOverride('AuthType', 'NONE');
      Validations.of(app).addPlugins(new JichitaiChecks(app, { language: 'en' }));`,
    status: 1,
    says: ['LambdaFunctionUrlAuth', 'Good/Url'],
  },
  'a value behind a parameter, a condition or an import is undetermined and fails the synth': {
    app: `
      const stack = good(app); Tags.of(stack).add('jichitai:zone', 'my-number');
      const encrypted = (id, algorithm) => new s3.CfnBucket(stack, id, { bucketEncryption: { serverSideEncryptionConfiguration: [
        { serverSideEncryptionByDefault: { sseAlgorithm: algorithm, kmsMasterKeyId: 'arn:aws:kms:ap-northeast-1:111122223333:key/1' } }] } });
      encrypted('Parameter', new CfnParameter(stack, 'Algorithm', { default: 'aws:kms' }).valueAsString);
      encrypted('Import', Fn.importValue('Algorithm'));
      const condition = new cdk.CfnCondition(stack, 'Cheap', { expression: Fn.conditionEquals(new CfnParameter(stack, 'Plan').valueAsString, 'cheap') });
      encrypted('Condition', Fn.conditionIf('Cheap', 'AES256', 'aws:kms').toString());
      guard(app);`,
    status: 1,
    says: ['undetermined', 'Good/Parameter', 'Good/Import', 'Good/Condition'],
  },
  // Scopes
  'a rule pack on one Stage leaves the other Stages alone': {
    app: `
      const stage = new Stage(app, 'Checked'); good(stage); bad(new Stage(app, 'Other'));
      Validations.of(stage).addPlugins(new JichitaiChecks(app, { language: 'en' }));`,
    status: 0,
    saysNot: [RULE],
  },
  'a guardrail on one Stage passes what is in another': {
    app: "const stage = new Stage(app, 'Checked'); good(stage); bad(new Stage(app, 'Other')); guard(stage);",
    status: 0,
    says: ['scope Checked'],
    saysNot: [RULE],
  },
  'a guardrail on one Stage fails the plain synth for what is in it': {
    app: "const stage = new Stage(app, 'Checked'); bad(stage); good(app); guard(stage);",
    status: 1,
    says: ['Checked/Bad/Bucket'],
  },
  'several guardrails each answer for their scope': {
    app: "guard(good(app, 'A')); guard(good(app, 'B')); bad(app); guard(bad(app, 'C'));",
    status: 1,
    says: ['C/Bucket'],
    saysNot: ['Bad/Bucket'],
  },
  // Guardrails that never run
  'a guardrail that was made and never added fails the synth': {
    app: "good(app); new PolicyGuardrail({ language: 'en' });",
    status: 1,
    says: ['checked nothing'],
  },
  'a rule pack that was made and never registered fails the synth': {
    app: "good(app); new JichitaiChecks(app, { language: 'en' });",
    status: 1,
    says: ['A JichitaiChecks was made but checked nothing'],
  },
  'a guardrail that was added to a Stage after that was synthesized fails the synth': {
    app: "good(app); const stage = new Stage(app, 'Prod'); bad(stage); stage.synth(); guard(stage);",
    status: 1,
    says: ['checked nothing'],
  },
  'a guardrail on a Stage without stacks fails the synth': {
    app: "good(app); guard(new Stage(app, 'Empty'));",
    status: 1,
    says: ['`Empty` has no stack'],
  },
};

jest.setTimeout(180_000);

describe('cdk synth', () => {
  const runs = new Map<string, Run>();

  beforeAll(async () => {
    ensureBuilt();
    await Promise.all(
      Object.entries(SCENARIOS).map(async ([name, { app, args = [] }]) => {
        const scratch = new ScratchApp(app);
        runs.set(name, await scratch.synth(...args));
        scratch.remove();
      }),
    );
  });

  test.each(Object.entries(SCENARIOS))('%s', (name, { status, says = [], saysNot = [] }) => {
    const run = runs.get(name) as Run;
    for (const text of says) expect(run.output).toContain(text);
    for (const text of saysNot) expect(run.output).not.toContain(text);
    expect(run.status).toBe(status);
  });
});
