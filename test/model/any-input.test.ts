import * as fc from 'fast-check';
import { assess } from '../../lib/assess';
import { InputError } from '../../lib/errors';
import type { Deployment } from '../../lib/model/deployment';
import type { Field } from '../../lib/model/field';
import { parseSource } from '../../lib/model/source';
import { MIYAZAKI } from '../../lib/policy/profile';
import { RULES } from '../../lib/rules';
import { deploymentOf } from '../helpers/inline';
import { runs } from './worlds';

/** Words that mean something to CloudFormation, or to JavaScript, anywhere in a template. */
const WORDS = [
  ...[
    'Ref',
    'Condition',
    'Fn::If',
    'Fn::And',
    'Fn::Or',
    'Fn::Not',
    'Fn::Equals',
    'Fn::GetAtt',
    'Fn::Sub',
    'Fn::Join',
  ],
  ...['Fn::Select', 'Fn::Split', 'Fn::FindInMap', 'Fn::Base64', 'Fn::Cidr', 'Fn::GetAZs', 'Fn::ImportValue'],
  ...[
    'Fn::Transform',
    'Fn::ForEach::L',
    'Fn::Length',
    'Fn::ToJsonString',
    'Fn::GetStackOutput',
    'Fn::Nothing',
  ],
  ...[
    'A',
    'B',
    'P',
    'Name',
    'Type',
    'Properties',
    'Value',
    'Export',
    'DefaultValue',
    '__proto__',
    'constructor',
  ],
];
const TEXTS = [
  ...[
    'A',
    'B',
    'P',
    '',
    'x',
    '${A}',
    '${B.Arn}',
    'A.Arn',
    'AWS::NoValue',
    'AWS::Region',
    '{{resolve:ssm:/${P}}}',
  ],
  ...[
    '10.0.0.0/16',
    '8',
    'String',
    'CommaDelimitedList',
    'AWS::S3::Bucket',
    '__proto__',
    '${!x}',
    '&{x}',
    '${',
  ],
];

const anything: fc.Arbitrary<unknown> = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 6, depthSize: 'small' },
    fc.constantFrom<unknown>(...TEXTS),
    fc.constantFrom<unknown>(...TEXTS),
    fc.constantFrom<unknown>(null, true, 0, 1, 2.5, -1),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.tuple(fc.constantFrom(...WORDS), tie('any')).map((entry) => Object.fromEntries([entry])),
    fc.dictionary(fc.constantFrom(...WORDS), tie('any'), { maxKeys: 3 }),
  ),
})).any;

const section = (value: fc.Arbitrary<unknown>) =>
  fc.oneof(
    {
      weight: 40,
      arbitrary: fc.dictionary(fc.constantFrom('A', 'B', 'P', '__proto__'), value, { maxKeys: 3 }),
    },
    anything,
  );
const resource = fc.record(
  {
    Type: fc.constantFrom(
      'AWS::S3::Bucket',
      'AWS::CloudFormation::Stack',
      'AWS::EC2::VPC',
      'AWS::IAM::Role',
      '__proto__',
      'constructor',
      'Custom::X',
    ),
    Properties: fc.oneof(
      {
        weight: 40,
        arbitrary: fc.dictionary(
          fc.constantFrom('A', 'CidrBlock', 'Parameters', 'TemplateURL', 'Tags'),
          anything,
        ),
      },
      anything,
    ),
    Condition: anything,
    DependsOn: anything,
    DeletionPolicy: anything,
    Metadata: anything,
  },
  { requiredKeys: ['Type'] },
);
const template = fc.record(
  {
    Transform: fc.oneof(fc.constant('AWS::LanguageExtensions'), anything),
    Parameters: section(
      fc.oneof(
        fc.record({ Type: fc.constantFrom('String', 'CommaDelimitedList'), AllowedValues: anything }),
        anything,
      ),
    ),
    Mappings: section(section(section(anything))),
    Conditions: section(anything),
    Resources: section(fc.oneof({ weight: 40, arbitrary: resource }, { weight: 1, arbitrary: anything })),
    Outputs: section(
      fc.oneof(
        fc.record({ Value: anything, Export: fc.record({ Name: anything }), Condition: anything }),
        anything,
      ),
    ),
    Metadata: anything,
  },
  { requiredKeys: ['Resources'] },
);

/** Looks at everything in a field, a few levels down. */
function look(field: Field, depth: number): void {
  field.references();
  field.strings();
  if (depth === 0) return;
  const { known } = field.items();
  for (const child of [...known, ...field.entries().known].slice(0, 5)) look(child, depth - 1);
}

function lookAtAll(deployment: Deployment): void {
  for (const one of deployment.resources) {
    one.exists.witness();
    look(one.get(''), 4);
    for (const name of ['DeletionPolicy', 'DependsOn']) look(one.attribute(name), 1);
    deployment.referrers(one, 'AWS::S3::Bucket', 'A');
    deployment.openReferrers('AWS::S3::Bucket', 'A[*].B');
  }
  for (const of of deployment.templates) {
    for (const name of Object.keys(of.outputs))
      look(deployment.field({ template: of, raw: of.outputs[name] }, name, []), 3);
    for (const name of Object.keys(of.conditions)) deployment.evaluator.conditions.named(name, of);
    for (const problem of of.problems) of.lineOf(problem.path);
  }
}

/** The deployment, or nothing where it is refused in order. */
function accepted<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof InputError && error.detail.ja !== '' && error.detail.en !== '') return undefined;
    throw error;
  }
}

test('whatever stands in a template, it is refused in order or looked at without a crash', () => {
  let looked = 0;
  fc.assert(
    fc.property(template, template, (one, other) => {
      const deployment = accepted(() => deploymentOf(one, other));
      if (deployment === undefined) return;
      looked++;
      lookAtAll(deployment);
      const { findings } = assess({ deployment, rules: RULES, profile: MIYAZAKI });
      expect(
        findings.map(({ message }) => message.en).filter((text) => text.includes('the rule itself failed')),
      ).toEqual([]);
    }),
    runs(150),
  );
  expect(looked).toBeGreaterThan(40);
});

test('whatever stands in a file, it is parsed or refused in order', () => {
  const piece = fc.constantFrom(
    ...[
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"',
      "'",
      '\n',
      ' ',
      '  ',
      '- ',
      '? ',
      '| ',
      '>',
      '&a ',
      '*a ',
      '<<: ',
      '!Ref ',
      '!Sub ',
    ],
    ...[
      '!x ',
      '#',
      '---\n',
      '...',
      '%',
      '@',
      '`',
      '\\',
      '\t',
      '\r\n',
      '\uFEFF',
      '\u0000',
      'a',
      'a: ',
      '1',
      'null',
      '"a"',
      'yes',
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom('t.json', 't.yaml'), (pieces, file) => {
      const source = accepted(() => parseSource(pieces.join(''), file));
      source?.lineOf(['a', '0', 'Ref']);
    }),
    runs(2_000),
  );
});

test('conditions too entangled to be decided are judged all the same', () => {
  const count = 40;
  const names = ['P', 'Q'].flatMap((side) => Array.from({ length: count }, (_, n) => `${side}${n}`));
  const same = (left: string, right: string) => ({ 'Fn::Equals': [{ Ref: left }, { Ref: right }] });
  const pairs = (turn: number) =>
    names.slice(0, count).map((name, n) => same(name, `Q${(n + turn) % count}`));
  const deployment = deploymentOf({
    Parameters: Object.fromEntries(names.map((name) => [name, { AllowedValues: ['0', '1'] }])),
    Conditions: { A: { 'Fn::And': pairs(0) }, B: { 'Fn::And': pairs(7) } },
    Resources: {
      Bucket: {
        Type: 'AWS::S3::Bucket',
        Condition: 'A',
        Properties: { Tags: [{ Key: 'jichitai:zone', Value: { 'Fn::If': ['B', 'my-number', 'lgwan'] } }] },
      },
    },
  });
  expect(assess({ deployment, rules: RULES, profile: MIYAZAKI }).blocking).toBe(true);
});
