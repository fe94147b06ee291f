import {
  App,
  CfnParameter,
  CfnWaitConditionHandle,
  NestedStack,
  Stack,
  Stage,
  Tags,
  Validations,
} from 'aws-cdk-lib';
import { CfnFunction, CfnUrl } from 'aws-cdk-lib/aws-lambda';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { JichitaiChecks } from '../../aspects';
import { NAG_RULES } from '../../aspects/nag-rules';
import { readAttestations } from '../../lib/model/attestation';

beforeAll(() => {
  process.env['CDK_VALIDATION'] = 'false';
});

let printed: jest.SpyInstance;
beforeEach(() => {
  printed = jest.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => printed.mockRestore());

function outcome(app: App, scope: Stage = app): string {
  Validations.of(scope).addPlugins(new JichitaiChecks(app, { language: 'en' }));
  try {
    app.synth();
    return 'passed';
  } catch (error) {
    return (error as Error).message;
  }
}

/** A function's own address on the Internet, which only the Internet zone may have. */
function url(scope: Stack, authType: string): CfnUrl {
  Tags.of(scope).add('jichitai:zone', 'internet');
  return new CfnUrl(scope, 'Url', { targetFunctionArn: 'arn', authType });
}

function good(scope: App | Stage, id: string): Stack {
  const stack = new Stack(scope, id);
  new CfnWaitConditionHandle(stack, 'Handle');
  return stack;
}

test('gives the verdicts of the engine, and those of cdk-nag with their clause', () => {
  const app = new App();
  const stack = good(app, 'Bad');
  Tags.of(new CfnBucket(stack, 'Bucket')).add('jichitai:zone', 'my-number');
  url(stack, 'NONE');
  const report = outcome(app);
  expect(report).toContain('Jichitai::S3BucketCustomerManagedKey');
  expect(report).toMatch(/cdk-nag LambdaFunctionUrlAuth[\s\S]*7\.5\(1\)①[\s\S]*Bad\/Url/);
});

test('passes what is in order, and attests it', () => {
  const app = new App();
  url(good(app, 'Good'), 'AWS_IAM');
  expect(outcome(app)).toBe('passed');
  const { attestations } = readAttestations(app.outdir);
  expect(attestations[0]?.guardrails[0]?.stacks).toMatchObject([{ constructPath: 'Good', whole: true }]);
});

test('checks only the Stage that it was registered on', () => {
  const app = new App();
  const stage = new Stage(app, 'Checked');
  good(stage, 'Good');
  url(good(new Stage(app, 'Other'), 'Bad'), 'NONE');
  expect(outcome(app, stage)).toBe('passed');
});

test('sees overrides, in nested stacks too', () => {
  const app = new App();
  const stack = good(app, 'Stack');
  url(stack, 'AWS_IAM').addPropertyOverride('AuthType', 'NONE');
  expect(outcome(app)).toMatch(/violation\][\s\S]*LambdaFunctionUrlAuth[\s\S]*Stack\/Url/);
});

test('an override that mends a violation counts as well', () => {
  const app = new App();
  url(good(app, 'Stack'), 'NONE').addPropertyOverride('AuthType', 'AWS_IAM');
  expect(outcome(app)).toBe('passed');
});

test('where the finished resource cannot be read back, the rule is undetermined', () => {
  const app = new App();
  const stack = good(app, 'Stack');
  stack.addTransform('AWS::LanguageExtensions');
  url(stack, 'AWS_IAM').addPropertyOverride('AuthType', { 'Fn::NoSuchFunction': [] });
  expect(outcome(app)).toMatch(/undetermined\][\s\S]*LambdaFunctionUrlAuth/);
});

test('a rule of cdk-nag that cannot tell is undetermined, and blocks', () => {
  const app = new App();
  const stack = good(app, 'Stack');
  const runtime = new CfnParameter(stack, 'Runtime').valueAsString;
  new CfnFunction(stack, 'Function', { code: {}, role: 'r', handler: 'h', runtime });
  expect(outcome(app)).toMatch(/undetermined\][\s\S]*LambdaLatestVersion/);
});

test('rules for a zone are for that zone', () => {
  const functionIn = (zone: string) => {
    const app = new App();
    const stack = good(app, 'Stack');
    Tags.of(stack).add('jichitai:zone', zone);
    new CfnFunction(stack, 'Function', { code: {}, role: 'r', handler: 'h', runtime: 'nodejs22.x' });
    return outcome(app);
  };
  expect(functionIn('my-number')).toContain('LambdaInsideVPC');
  expect(functionIn('internet')).not.toContain('LambdaInsideVPC');
});

test('nothing acknowledges a rule of cdk-nag away', () => {
  const app = new App();
  const stack = good(app, 'Stack');
  url(new NestedStack(stack, 'Nested'), 'NONE');
  for (const id of [
    'LambdaFunctionUrlAuth',
    'Jichitai::CdkNag-LambdaFunctionUrlAuth',
    'JichitaiChecks::LambdaFunctionUrlAuth',
  ]) {
    Validations.of(stack).acknowledge({ id, reason: 'because' });
  }
  expect(outcome(app)).toMatch(/LambdaFunctionUrlAuth[\s\S]*acknowledgement at Stack .*no effect/);
});

test('a verdict without templates is not to be had', () => {
  expect(() => new JichitaiChecks().validateScope(new Stack())).toThrow('finished templates');
});

describe('the table of rules', () => {
  test('names each rule once, as cdk-nag does', () => {
    const names = NAG_RULES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, check } of NAG_RULES) expect(check.name).toBe(name);
  });

  test('writes clauses canonically', () => {
    for (const { clauses } of NAG_RULES) {
      for (const clause of clauses) expect(clause).toMatch(/^\d+(\.\d+)?(\(\d+\))?[①-⑳]?(\([ア-ン]\))?$/);
    }
  });

  test('covers the services that are named for it', () => {
    const services = [
      'APIGW',
      'CloudFront',
      'ECS',
      'EKS',
      'Lambda',
      'OpenSearch',
      'Redshift',
      'MSK',
      'Kinesis',
      'SageMaker',
      'Glue',
      'Cognito',
      'ALB',
      'ELB',
    ];
    for (const service of services) {
      expect(NAG_RULES.filter(({ name }) => name.startsWith(service))).not.toEqual([]);
    }
  });
});
