import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { failureViolation, findingViolation, outcomeViolation } from '../aspects/violations';
import { checkPaths } from '../lib/check';
import { main } from '../lib/cli/main';
import { InputError } from '../lib/errors';
import { jsonReport } from '../lib/report/json';
import { RULES } from '../lib/rules';
import { isDeploymentRule } from '../lib/rules/define';
import { base64, hex, keyId, noise, pem, SECRET_RULES, secretKey } from './accuracy/secrets-support';
import { assessInline } from './helpers/inline';

// Whatever a rule says, and of whatever it says it: no report shows a credential, nor six letters of one.

const folder = mkdtempSync(join(tmpdir(), 'jichitai-secrets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const WINDOW = 6;
const FORMATS = ['text', 'sarif', 'junit', 'gitlab', 'github', 'markdown', 'csv', 'oscal'];

/** Whether six letters of a secret in a row are to be seen. */
function leaks(output: string, secret: string): string | undefined {
  const parts = Array.from({ length: secret.length - WINDOW + 1 }, (_, at) =>
    secret.slice(at, at + WINDOW).replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'),
  );
  // One look at the whole for all of them: outputs have megabytes.
  const found = new RegExp(parts.join('|')).exec(output);
  return found === null ? undefined : output.slice(Math.max(0, found.index - 150), found.index + 100);
}

/** Everything that a user can get to see of a template: both languages, all formats, the CDK host. */
function everyOutput(template: object): string {
  const file = join(folder, 'template.json');
  writeFileSync(file, JSON.stringify(template));
  const said: string[] = [];
  const io = {
    stdout: (text: string) => said.push(text),
    stderr: (text: string) => said.push(text),
    environment: { DEBUG: '1' },
  };
  const written = FORMATS.map((format) => join(folder, `report.${format}`));
  const formats = FORMATS.flatMap((format, at) => ['--format', `${format}=${written[at]}`]);
  main(['check', file, '--lang', 'ja', ...formats], io);
  for (const report of written.filter((path) => existsSync(path))) {
    said.push(readFileSync(report, 'utf8'));
    rmSync(report);
  }
  try {
    const assessment = checkPaths([file]);
    said.push(jsonReport(assessment, 'en'));
    for (const language of ['ja', 'en'] as const) {
      const located = assessment.findings.map((finding) => ({
        finding,
        constructPath: 'App/Stack',
        site: undefined,
      }));
      said.push(JSON.stringify(located.map((item) => findingViolation(item, language))));
      said.push(JSON.stringify(outcomeViolation([''], assessment, located, language)));
    }
    // What the API hands to a host, but for the place in the file and the choices.
    said.push(JSON.stringify(assessment, (key, item) => (key === 'when' || key === 'at' ? undefined : item)));
  } catch (error) {
    main(['check', file, '--lang', 'en', '--format', 'json'], io);
    said.push(JSON.stringify(failureViolation(error, 'ja')), JSON.stringify(failureViolation(error, 'en')));
  }
  return said.join('\n');
}

/** The places that the rules look at, read out of their text, and what is filled into all of them. */
function everywhere(value: unknown): Record<string, unknown> {
  const paths = new Map<string, Set<string>>();
  const files = readdirSync(join(__dirname, '..', 'lib', 'rules'), { recursive: true, encoding: 'utf8' });
  for (const rule of RULES) {
    if (isDeploymentRule(rule)) continue;
    const file = files.find((name) => name.endsWith(`/${rule.id}.ts`)) as string;
    const text = readFileSync(join(__dirname, '..', 'lib', 'rules', file), 'utf8');
    const found = [...text.matchAll(/'([A-Z][A-Za-z]+(?:\.[A-Z][A-Za-z]+)*)'/g)].map(
      ([, path]) => path as string,
    );
    for (const type of rule.resources) {
      const set = paths.get(type) ?? new Set();
      for (const path of found) set.add(path);
      paths.set(type, set);
    }
  }
  const resources: Record<string, unknown> = {};
  for (const [type, set] of paths) {
    const properties: Record<string, unknown> = {};
    for (const path of set) put(properties, path.split('.'), value);
    resources[`R${Object.keys(resources).length}`] = { Type: type, Properties: properties };
  }
  return resources;
}

function put(into: Record<string, unknown>, [key, ...rest]: readonly string[], value: unknown): void {
  if (key === undefined) return;
  if (rest.length === 0) into[key] ??= structuredClone(value);
  else {
    const below = into[key];
    if (typeof below === 'object' && below !== null) put(below as Record<string, unknown>, rest, value);
    else {
      const made = {};
      into[key] = made;
      put(made, rest, value);
    }
  }
}

const network = (secret: string) => ({
  Group: {
    Type: 'AWS::EC2::SecurityGroup',
    Properties: {
      GroupDescription: secret,
      SecurityGroupIngress: [{ CidrIp: secret, IpProtocol: secret, FromPort: secret, ToPort: secret }],
    },
  },
  Route: {
    Type: 'AWS::EC2::Route',
    Properties: { RouteTableId: secret, DestinationCidrBlock: secret, GatewayId: secret },
  },
  Vpc: {
    Type: 'AWS::EC2::VPC',
    Properties: { CidrBlock: secret, Tags: [{ Key: 'jichitai:zone', Value: secret }] },
  },
  Role: {
    Type: 'AWS::IAM::Role',
    Properties: {
      RoleName: secret,
      MaxSessionDuration: secret,
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Effect: 'Allow',
            Action: 'sts:AssumeRole',
            Principal: { AWS: secret },
            Condition: { StringEquals: { 'sts:ExternalId': secret } },
          },
        ],
      },
      ManagedPolicyArns: [secret],
      Policies: [
        {
          PolicyName: secret,
          PolicyDocument: { Statement: [{ Effect: 'Allow', Action: [secret, '*'], Resource: '*' }] },
        },
      ],
    },
  },
  Missing: {
    Type: 'AWS::SNS::Topic',
    Properties: { KmsMasterKeyId: { Ref: secret }, TopicName: { 'Fn::GetAtt': [secret, secret] } },
  },
  Nested: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: secret } },
  Choice: { Type: 'AWS::S3::Bucket', Condition: 'Chosen', Properties: { BucketName: secret } },
});

const carrier = (secret: string) => ({
  Carrier: {
    Type: 'AWS::Lambda::Function',
    Properties: { Environment: { Variables: { DB_PASSWORD: secret } } },
  },
});

const PLAIN = noise(20, undefined, 11);
const AWKWARD = `${noise(7, undefined, 5)}"\\'$(${noise(8, undefined, 6)}.*`;
const GITHUB = noise(36, undefined, 12);
const PEM = pem('RSA PRIVATE KEY');

describe('no output shows', () => {
  test.each([
    ['a password', PLAIN, PLAIN],
    ['a password with signs that are escaped', AWKWARD, AWKWARD],
    ['a token that shows itself', `ghp_${GITHUB}`, GITHUB],
    ['a private key of several lines', PEM, PEM.split('\n')[1] as string],
  ])('%s, wherever rules look', (_name, secret, shown) => {
    for (const value of [
      secret,
      [secret],
      { 'Fn::Sub': `\${AWS::Region}-${secret}` },
      { 'Fn::If': ['Chosen', secret, 'b'] },
    ]) {
      const template = {
        Parameters: { Choice: { Type: 'String', Default: secret } },
        Conditions: { Chosen: { 'Fn::Equals': [{ Ref: 'Choice' }, secret] } },
        Mappings: { A: { b: { Password: secret } } },
        Outputs: { Out: { Value: secret } },
        Resources: { ...carrier(secret), ...network(secret), ...everywhere(value) },
      };
      expect(leaks(everyOutput(template), shown)).toBeUndefined();
    }
  });

  test('in the HTML report, with its map, neither', async () => {
    const secret = keyId(11);
    const report = join(folder, 'report.html');
    for (const value of [secret, { Ref: 'Choice' }, [secret]]) {
      const file = join(folder, 'template.json');
      writeFileSync(
        file,
        JSON.stringify({
          Parameters: { Choice: { Type: 'String', Default: secret } },
          Resources: { ...carrier(secret), ...network(secret), ...everywhere(value) },
        }),
      );
      const io = { stdout: () => {}, stderr: () => {}, environment: {} };
      expect(await main(['check', file, '--format', `html=${report}`], io)).toBe(1);
      const page = readFileSync(report, 'utf8');
      expect(page).toContain('<svg');
      expect(leaks(page, secret.slice(4))).toBeUndefined();
    }
  });

  test('a start script in Base64 that holds one', () => {
    const script = base64(`#!/bin/bash\nexport DB_PASSWORD=${PLAIN}\n`);
    const template = {
      Resources: {
        I: { Type: 'AWS::EC2::Instance', Properties: { UserData: script, ImageId: script } },
      },
    };
    const output = everyOutput(template);
    expect(leaks(output, PLAIN)).toBeUndefined();
    expect(output).not.toContain(script.slice(8, 40));
  });

  test('what a name is made of', () => {
    const output = everyOutput({
      Resources: {
        S: { Type: 'AWS::SNS::Topic', Properties: { Tags: { [keyId(3)]: 'a' } } },
        ...carrier(PLAIN),
      },
      Mappings: { [keyId(3)]: { a: { Password: PLAIN } } },
    });
    expect(leaks(output, keyId(3).slice(4))).toBeUndefined();
  });
});

describe('no fault of a file shows one', () => {
  test.each([
    [
      'JSON',
      (secret: string) =>
        `{"Resources": {"A": {"Type": "AWS::SNS::Topic", "Properties": {"a": "${secret}" "b"}}}}`,
      'json',
    ],
    ['a key written twice', (secret: string) => `{"Resources": {"${secret}": 1, "${secret}": 2}}`, 'json'],
    ['YAML', (secret: string) => `Resources:\n  A: {a: ${secret}\n  B: [${secret}: x: y\n`, 'yaml'],
    ['an unknown tag', (secret: string) => `Resources:\n  A: !${secret} b\n`, 'yaml'],
    ['no type', (secret: string) => `Resources:\n  ${secret}: {}\n`, 'yaml'],
    ['an unknown anchor', (secret: string) => `Resources:\n  A: *${secret}\n`, 'yaml'],
  ])('%s', (_name, write, extension) => {
    const token = `ghp_${GITHUB}`;
    const file = join(folder, `broken.${extension}`);
    writeFileSync(file, write(token));
    const said: string[] = [];
    const status = main(['check', file], {
      stdout: (text) => said.push(text),
      stderr: (text) => said.push(text),
      environment: {},
    });
    expect(status).toBe(2);
    expect(leaks(said.join(''), GITHUB)).toBeUndefined();
    let message = '';
    try {
      checkPaths([file]);
    } catch (error) {
      message = (error as InputError).message;
    }
    expect(message).not.toBe('');
    expect(leaks(message, GITHUB)).toBeUndefined();
  });

  test('nor an error of any kind', () => {
    const error = new InputError({ ja: `鍵 ghp_${GITHUB}`, en: `key ghp_${GITHUB}` }, 'a.json', 3);
    expect(leaks(`${error.message}${error.text.ja}${error.stack}`, GITHUB)).toBeUndefined();
    expect(error.message).toContain('a.json:3');
  });
});

const alphabet = (letters: string, length: number) =>
  fc.array(fc.constantFrom(...letters), { minLength: length, maxLength: length }).map((all) => all.join(''));
const ALNUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const formats = fc.oneof(
  alphabet('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16).map((text) => [`AKIA${text}`, text]),
  ...['ghp_', 'gho_', 'ghs_', 'npm_'].map((prefix) =>
    alphabet(ALNUM, 36).map((text) => [`${prefix}${text}`, text]),
  ),
  alphabet(ALNUM, 30).map((text) => [`github_pat_${text}`, text]),
  alphabet(ALNUM, 20).map((text) => [`glpat-${text}`, text]),
  alphabet('0123456789', 30).map((text) => [`xoxb-${text}`, text]),
  alphabet(ALNUM, 24).map((text) => [`sk_live_${text}`, text]),
  alphabet(ALNUM, 35).map((text) => [`AIza${text}`, text]),
  alphabet(ALNUM, 60).map((text) => [`SG.${text.slice(0, 22)}.${text.slice(22)}`, text.slice(0, 22)]),
  alphabet('0123456789abcdef', 32).map((text) => [`SK${text}`, text]),
  alphabet(ALNUM, 90).map((text) => [`hvs.${text}`, text]),
  alphabet(ALNUM, 64).map((text) => [
    `-----BEGIN PRIVATE KEY-----\n${text}\n-----END PRIVATE KEY-----`,
    text,
  ]),
  alphabet(ALNUM, 12).map((text) => [`postgres://juki:${text}@db.local:5432/juki`, text]),
) as fc.Arbitrary<[string, string]>;

/** Somewhere in a template. */
const places: readonly ((text: string) => object)[] = [
  (text) => ({ Description: text, Resources: { T: { Type: 'AWS::SNS::Topic' } } }),
  (text) => ({ Metadata: { a: [{ b: text }] }, Resources: { T: { Type: 'AWS::SNS::Topic' } } }),
  (text) => ({ Mappings: { A: { b: { c: text } } }, Resources: { T: { Type: 'AWS::SNS::Topic' } } }),
  (text) => ({
    Parameters: { A: { Type: 'String', Default: text } },
    Resources: { T: { Type: 'AWS::SNS::Topic' } },
  }),
  (text) => ({ Outputs: { A: { Value: text } }, Resources: { T: { Type: 'AWS::SNS::Topic' } } }),
  (text) => ({
    Resources: { T: { Type: 'AWS::SNS::Topic', Properties: { Tags: [{ Key: 'a', Value: text }] } } },
  }),
  (text) => ({
    Resources: {
      T: {
        Type: 'AWS::EC2::Instance',
        Properties: { UserData: { 'Fn::Base64': { 'Fn::Sub': `#!/bin/sh\nrun "${text}"\n` } } },
      },
    },
  }),
  (text) => ({
    Resources: {
      T: { Type: 'AWS::Lambda::Function', Properties: { Environment: { Variables: { A: text } } } },
    },
  }),
  (text) => ({
    Resources: {
      T: {
        Type: 'AWS::Lambda::Function',
        Properties: {
          Code: { ZipFile: { 'Fn::Join': ['', ['a = ', { Ref: 'AWS::Region' }, `\nb = "${text}"`]] } },
        },
      },
    },
  }),
  (text) => ({
    Resources: {
      T: {
        Type: 'AWS::ECS::TaskDefinition',
        Properties: { ContainerDefinitions: [{ Command: ['run', '--x', text] }] },
      },
    },
  }),
  (text) => ({
    Resources: { T: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value: text } } },
  }),
  (text) => ({
    Resources: {
      T: { Type: 'AWS::SecretsManager::Secret', Properties: { SecretString: JSON.stringify({ a: text }) } },
    },
  }),
  (text) => ({
    Resources: {
      T: {
        Type: 'AWS::StepFunctions::StateMachine',
        Properties: { DefinitionString: JSON.stringify({ a: JSON.stringify({ b: text }) }) },
      },
    },
  }),
];

describe('random texts', () => {
  test('credentials of each form are found wherever they are, and never shown', () => {
    fc.assert(
      fc.property(formats, fc.constantFrom(...places), ([secret, core], place) => {
        const template = place(secret);
        const { findings } = assessInline(SECRET_RULES, [template]);
        expect(findings.some(({ verdict }) => verdict === 'violation')).toBe(true);
        expect(
          leaks(JSON.stringify(findings.map(({ message, property }) => [message, property])), core),
        ).toBeUndefined();
      }),
      { numRuns: 1000, seed: 20_240_214 },
    );
  });

  test('passwords under names that say so are found', () => {
    const names = fc.constantFrom(
      'DB_PASSWORD',
      'apiToken',
      'client-secret',
      'MyApiKey',
      'PGPASSWORD',
      'authToken',
      'PRIVATE_KEY',
      'webhookSecret',
    );
    const password = alphabet(`${ALNUM}!#%+`, 12).filter(
      (text) => /[0-9]/.test(text) && /[A-Za-z]/.test(text),
    );
    fc.assert(
      fc.property(
        names,
        password,
        fc.constantFrom('env', 'custom', 'code', 'shell'),
        (name, secret, where) => {
          const resource =
            where === 'env'
              ? {
                  Type: 'AWS::Lambda::Function',
                  Properties: { Environment: { Variables: { [name]: secret } } },
                }
              : where === 'custom'
                ? { Type: 'Custom::A', Properties: { [name]: secret } }
                : where === 'code'
                  ? {
                      Type: 'AWS::Lambda::Function',
                      Properties: { Code: { ZipFile: `const a = { "${name}": "${secret}" };` } },
                    }
                  : {
                      Type: 'AWS::EC2::Instance',
                      Properties: {
                        UserData: {
                          'Fn::Base64': `#!/bin/sh\nexport ${name.replaceAll('-', '_')}="${secret}"\n`,
                        },
                      },
                    };
          const { findings } = assessInline(SECRET_RULES, [{ Resources: { X: resource } }]);
          expect(findings.some(({ verdict }) => verdict === 'violation')).toBe(true);
          expect(leaks(JSON.stringify(findings.map(({ message }) => message)), secret)).toBeUndefined();
        },
      ),
      { numRuns: 500, seed: 20_240_214 },
    );
  });

  test('what only looks like one gives no finding', () => {
    const innocent = fc.oneof(
      fc.uuid(),
      alphabet('0123456789abcdef', 40),
      alphabet('0123456789abcdef', 64).map((text) => `${text}.zip`),
      alphabet('0123456789abcdef', 64).map((text) => `sha256:${text}`),
      alphabet('0123456789abcdef', 17).map((text) => `ami-${text}`),
      alphabet('0123456789', 12).map(
        (text) => `arn:aws:secretsmanager:ap-northeast-1:${text}:secret:password-AbCdEf`,
      ),
      alphabet('abcdefghijklmnopqrstuvwxyz', 12).map((text) => `https://${text}.example.jp/token?a=b`),
      alphabet('abcdefghijklmnopqrstuvwxyz', 10).map((text) => `juki-${text}-secret`),
      alphabet(ALNUM, 43).map((text) => `${text}=`),
      alphabet(ALNUM, 88).map((text) => `sha512-${text}`),
    );
    fc.assert(
      fc.property(innocent, fc.constantFrom(...places), (text, place) => {
        // A secret that is written out is one, whatever it is.
        const template = place(text);
        const { findings } = assessInline(SECRET_RULES, [template]);
        expect(findings.map(({ rule, message }) => `${rule} ${message.en}`)).toEqual([]);
      }),
      { numRuns: 1000, seed: 20_240_214 },
    );
  });
});

test('a text without end is looked at in bounded time', () => {
  const started = process.cpuUsage().user;
  for (const piece of [
    'a',
    'password',
    'password=',
    '://a:',
    'key = "',
    'eyJa.',
    'login a ',
    '-----BEGIN ',
    'mysql -p',
    'Bearer ',
    "echo 'a:",
    hex(7),
    secretKey(),
  ]) {
    const text = piece.repeat(Math.ceil(300_000 / piece.length));
    assessInline(SECRET_RULES, [{ Description: text, Resources: { T: { Type: 'AWS::SNS::Topic' } } }]);
  }
  expect((process.cpuUsage().user - started) / 1_000_000).toBeLessThan(20);
});
