import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  App,
  Aspects,
  CfnParameter,
  CfnWaitConditionHandle,
  NestedStack,
  Stack,
  Stage,
  Tags,
  Validations,
} from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import {
  CfnCloudFormationProduct,
  CloudFormationTemplate,
  ProductStack,
} from 'aws-cdk-lib/aws-servicecatalog';
import { Construct } from 'constructs';
import { PolicyGuardrail, type PolicyGuardrailProps } from '../../aspects';
import { parseAttestation, readAttestations } from '../../lib/model/attestation';
import { dayInJapan, daysAfter } from '../../lib/policy/calendar';
import { Signer } from '../helpers/exceptions';

const RULE = 'S3BucketCustomerManagedKey';

function guard(scope: Construct, props: PolicyGuardrailProps = {}): void {
  Aspects.of(scope).add(new PolicyGuardrail({ language: 'en', ...props }));
}

/** A bucket of the my-number zone without a key of the customer's. */
function violate(scope: Construct, id = 'Bucket'): CfnBucket {
  const bucket = new CfnBucket(scope, id);
  Tags.of(bucket).add('jichitai:zone', 'my-number');
  return bucket;
}

function good(scope: Construct, id: string): Stack {
  const stack = new Stack(scope, id);
  new CfnWaitConditionHandle(stack, 'Handle');
  return stack;
}

beforeAll(() => {
  // CDK's own checks take seconds, and are not what is tested.
  process.env['CDK_VALIDATION'] = 'false';
});

let printed: jest.SpyInstance;
beforeEach(() => {
  printed = jest.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => printed.mockRestore());

describe('in a unit test', () => {
  test('a bare stack that breaks the policy cannot be made into a template', () => {
    const stack = new Stack();
    violate(stack);
    guard(stack);
    expect(() => Template.fromStack(stack)).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(/4\(1\)④[\s\S]*Default\/Bucket[\s\S]*must be aws:kms/),
      }),
    );
  });

  test('the report that CDK writes says that it failed', () => {
    const app = new App();
    violate(new Stack(app, 'Stack'));
    guard(app);
    expect(() => app.synth()).toThrow();
    const { pluginReports } = JSON.parse(readFileSync(join(app.outdir, 'validation-report.json'), 'utf8'));
    expect(pluginReports).toMatchObject([{ pluginName: 'Jichitai', conclusion: 'failure' }]);
  });

  test('it fails again when asked again', () => {
    const stack = new Stack();
    violate(stack);
    guard(stack);
    expect(() => Template.fromStack(stack)).toThrow(RULE);
    expect(() => Template.fromStack(stack)).toThrow(RULE);
  });

  test('a stack that keeps the policy passes, and clutters no output', () => {
    const stack = good(new App(), 'Good');
    guard(stack);
    Template.fromStack(stack).resourceCountIs('AWS::CloudFormation::WaitConditionHandle', 1);
    expect(printed).not.toHaveBeenCalled();
  });

  test('the report is in Japanese when asked for', () => {
    const stack = new Stack();
    violate(stack);
    guard(stack, { language: 'ja' });
    expect(() => Template.fromStack(stack)).toThrow(
      /\[不適合\][\s\S]*条項[\s\S]*情報セキュリティポリシーを満たしていません/,
    );
  });

  test('a nested stack is read, though unit tests have no asset metadata', () => {
    const stack = new Stack();
    violate(new NestedStack(stack, 'Nested'), 'Inner');
    guard(stack);
    expect(() => Template.fromStack(stack)).toThrow('Default/Nested/Inner');
  });

  test('a nested stack that keeps the policy passes', () => {
    const stack = new Stack();
    new CfnWaitConditionHandle(new NestedStack(stack, 'Nested'), 'Handle');
    guard(stack);
    expect(() => Template.fromStack(stack)).not.toThrow();
  });

  test('a product of the service catalog is read, though the manifest leaves it out', () => {
    const stack = new Stack();
    const product = new ProductStack(stack, 'Product');
    violate(product, 'Inner');
    new CfnCloudFormationProduct(stack, 'Catalog', {
      name: 'n',
      owner: 'o',
      provisioningArtifactParameters: [
        {
          info: { LoadTemplateFromURL: CloudFormationTemplate.fromProductStack(product).bind(stack).httpUrl },
        },
      ],
    });
    guard(stack);
    expect(() => Template.fromStack(stack)).toThrow('Default/Product/Inner');
  });

  test('an undetermined value blocks', () => {
    const stack = new Stack();
    Tags.of(stack).add('jichitai:zone', 'my-number');
    const sseAlgorithm = new CfnParameter(stack, 'Algorithm', { default: 'aws:kms' }).valueAsString;
    const kmsMasterKeyId = 'arn:aws:kms:ap-northeast-1:111122223333:key/1';
    new CfnBucket(stack, 'Bucket', {
      bucketEncryption: {
        serverSideEncryptionConfiguration: [
          { serverSideEncryptionByDefault: { sseAlgorithm, kmsMasterKeyId } },
        ],
      },
    });
    guard(stack);
    expect(() => Template.fromStack(stack)).toThrow(/\[undetermined\]/);
  });
});

describe('scope', () => {
  test('a construct: what lies beside it is left alone', () => {
    const stack = new Stack();
    const part = new Construct(stack, 'Part');
    new CfnWaitConditionHandle(part, 'Handle');
    violate(stack);
    guard(part);
    expect(() => Template.fromStack(stack)).not.toThrow();
  });

  test('a construct: what lies in it is not, and a name that only begins alike is', () => {
    const stack = new Stack();
    const part = new Construct(stack, 'Part');
    violate(part);
    violate(stack, 'PartOfAnother');
    guard(part);
    expect(() => Template.fromStack(stack)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('PartOfAnother') }),
    );
  });

  test('guardrails on an app and a stack in it report a finding once', () => {
    const app = new App();
    const stack = new Stack(app, 'Stack');
    violate(stack);
    guard(app);
    guard(stack);
    let message = '';
    try {
      app.synth();
    } catch (error) {
      ({ message } = error as Error);
    }
    expect(message.match(/Rule: S3BucketCustomerManagedKey/g)).toHaveLength(1);
  });

  test('one guardrail may serve several scopes', () => {
    const app = new App();
    const guardrail = new PolicyGuardrail({ language: 'en' });
    for (const id of ['A', 'B']) {
      const stack = new Stack(app, id);
      violate(stack);
      Aspects.of(stack).add(guardrail);
    }
    expect(() => app.synth()).toThrow(/A\/Bucket[\s\S]*B\/Bucket/);
  });
});

describe('register of exceptions', () => {
  const RULE = 'LogGroupRetention';
  const signer = new Signer({ office: 'Information policy' });
  const entry = (starts: string, expires: string, scope: object) =>
    JSON.stringify({
      exceptions: [
        signer.sign({
          application: 'R6-001',
          rules: [RULE],
          scope,
          reason: 'moving to a new key',
          compensatingMeasures: 'no data until then',
          applicant: 'Vendor',
          approver: 'CISO',
          office: 'Information policy',
          applied: starts,
          decided: starts,
          decision: 'approved',
          starts,
          expires,
        }),
      ],
    });
  const today = dayInJapan();
  const current = (scope: object) => entry(today, daysAfter(today, 100), scope);
  const synth = (register: string, acknowledged = false) => {
    const app = new App();
    const stack = new Stack(app, 'Stack');
    new CfnLogGroup(stack, 'Log', { retentionInDays: 30 });
    Tags.of(stack).add('jichitai:zone', 'internet');
    Tags.of(stack).add('jichitai:confidentiality', '1');
    const folder = mkdtempSync(join(tmpdir(), 'jichitai-'));
    const [exceptions, profile] = [join(folder, 'exceptions.yaml'), join(folder, 'city.yaml')];
    writeFileSync(exceptions, register);
    writeFileSync(profile, signer.profile());
    guard(app, { exceptions, profile });
    if (acknowledged) Validations.of(app).acknowledge({ id: `Jichitai::${RULE}`, reason: 'R6-001' });
    return app.synth();
  };

  test('what it approves passes, acknowledged or not, and is attested', () => {
    const { directory } = synth(current({ stacks: ['Stack'] }));
    const { attestations } = readAttestations(directory);
    expect(attestations[0]?.guardrails[0]).toMatchObject({
      blocking: false,
      findings: { excepted: 1 },
    });
    expect(() => synth(current({ stacks: ['Stack'] }), true)).not.toThrow();
  });

  test('what it does not cover, or no longer, blocks', () => {
    expect(() => synth(current({ stacks: ['Other'] }))).toThrow(RULE);
    expect(() => synth(entry('2024-01-01', '2024-12-31', { stacks: ['Stack'] }), true)).toThrow(RULE);
  });

  test('one that cannot be read fails the synth', () => {
    expect(() => synth('exceptions: 1')).toThrow('could not be made');
  });
});

describe('where CDK would check nothing', () => {
  test('a tree without an app is refused', () => {
    const stage = new Stage(undefined as unknown as Construct, 'Alone');
    guard(good(stage, 'Good'));
    expect(() => stage.synth()).toThrow('there is none above it');
  });

  test('an app that keeps the report to itself is refused', () => {
    const app = new App({ context: { '@aws-cdk/core:failSynthOnValidationErrors': false } });
    good(app, 'Good');
    guard(app);
    expect(() => app.synth()).toThrow('failSynthOnValidationErrors');
  });

  test('a scope without a stack is refused', () => {
    const app = new App();
    good(app, 'Good');
    guard(new Construct(app, 'Nothing'));
    expect(() => app.synth()).toThrow('`Nothing` has no stack');
  });

  test('a language without messages is refused', () => {
    expect(() => new PolicyGuardrail({ language: 'fr' })).toThrow('`language`');
  });
});

describe('attestation', () => {
  test('says what was covered, and fits the assembly', () => {
    const app = new App();
    good(app, 'A');
    good(new Stage(app, 'Prod'), 'B');
    new CfnWaitConditionHandle(new NestedStack(good(app, 'C'), 'Nested'), 'Handle');
    guard(app);
    const { directory } = app.synth();
    const { attestations, stale } = readAttestations(directory);
    expect(stale).toEqual([]);
    expect(attestations).toHaveLength(1);
    const [guardrail] = attestations[0]?.guardrails ?? [];
    expect(guardrail).toMatchObject({ scope: '', profile: 'miyazaki', blocking: false });
    expect(guardrail?.stacks.map(({ constructPath, whole }) => [constructPath, whole])).toEqual(
      expect.arrayContaining([
        ['A', true],
        ['Prod/B', true],
        ['C', true],
        ['C/Nested', true],
      ]),
    );
    expect(readAttestations(join(directory, 'assembly-Prod'))).toMatchObject({ directory, stale: [] });
  });

  test('tells a part of a stack from the whole', () => {
    const app = new App();
    const part = new Construct(good(app, 'A'), 'Part');
    guard(part);
    const { attestations } = readAttestations(app.synth().directory);
    expect(attestations[0]?.guardrails[0]?.stacks).toMatchObject([{ constructPath: 'A', whole: false }]);
  });

  test('is the same for the same app', () => {
    const write = () => {
      const app = new App();
      good(app, 'A');
      guard(app);
      return readFileSync(join(app.synth().directory, 'jichitai-guardrails.json'), 'utf8');
    };
    expect(write()).toBe(write());
  });

  test('one that belongs to another synth is stale', () => {
    const app = new App();
    good(app, 'A');
    guard(app);
    const { directory } = app.synth();
    const again = new App({ outdir: directory });
    good(again, 'A');
    again.synth();
    expect(readdirSync(directory)).toContain('jichitai-guardrails.json');
    expect(readAttestations(directory)).toMatchObject({ attestations: [], stale: [expect.any(String)] });
  });

  test('what is not one is refused, with everything that is wrong', () => {
    const text = JSON.stringify({
      format: 2,
      tool: { name: 'x' },
      manifestSha256: 'no',
      guardrails: [{ scope: '', more: 1, stacks: [{ templateFile: '../x' }] }],
    });
    expect(() => parseAttestation(text, 'f.json')).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringMatching(
          /f\.json.*`format`.*`tool\.version`.*`manifestSha256`.*`guardrails\[0\]\.more` is unknown.*inside the assembly/,
        ),
      }),
    );
    expect(() => parseAttestation('{', 'f.json')).toThrow(/f\.json/);
    expect(() => parseAttestation('[]')).toThrow('must be an object');
  });
});
