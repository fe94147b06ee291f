import type { Deployment } from '../../lib/model/deployment';
import { deploymentOf } from '../helpers/inline';
import { alternatives, always, evaluated } from './evaluate';

const property = (deployment: Deployment, logicalId: string, path = 'P') => {
  const resource = deployment.templates[0]?.resources.get(logicalId);
  return resource === undefined ? undefined : alternatives(deployment, resource.get(path));
};
const problems = (deployment: Deployment) => deployment.templates[0]?.problems ?? [];
const MACRO = { 'Fn::Transform': { Name: 'Mine' } };
const UNKNOWN = always('unknown(the output of macro Mine)?');

describe('a macro of the whole template', () => {
  const body = (Transform: unknown) => ({
    Transform,
    Resources: {
      Function: { Type: 'AWS::Serverless::Function', DeletionPolicy: 'Delete', Properties: { P: 1 } },
      Bucket: { Type: 'AWS::S3::Bucket', DeletionPolicy: 'Retain', Properties: { P: 1 } },
    },
  });

  test('of unknown effect makes everything unknown, and says so', () => {
    const deployment = deploymentOf(body('Mine'));
    expect(property(deployment, 'Bucket')).toEqual(UNKNOWN);
    expect(property(deployment, 'Bucket', 'Anything.Else')).toEqual(UNKNOWN);
    const policy = deployment.templates[0]?.resources.get('Bucket')?.attribute('DeletionPolicy');
    expect(alternatives(deployment, policy!)).toEqual(UNKNOWN);
    expect(problems(deployment)).toMatchObject([
      { kind: 'macro', message: { en: expect.stringContaining('Mine') } },
    ]);
  });

  test('SAM rewrites its own resources only', () => {
    const deployment = deploymentOf(body('AWS::Serverless-2016-10-31'));
    expect(property(deployment, 'Function')).toEqual(
      always('unknown(the output of macro AWS::Serverless-2016-10-31)?'),
    );
    expect(property(deployment, 'Bucket')).toEqual(always('1'));
    expect(problems(deployment)).toMatchObject([{ kind: 'macro' }]);
  });

  test('that changes nothing that is checked is no problem', () => {
    for (const transform of [
      'AWS::LanguageExtensions',
      'AWS::CodeDeployBlueGreen',
      ['AWS::LanguageExtensions'],
    ]) {
      const deployment = deploymentOf(body(transform));
      expect(property(deployment, 'Bucket')).toEqual(always('1'));
      expect(problems(deployment)).toEqual([]);
    }
  });

  test.each([
    ['several', ['AWS::LanguageExtensions', 'Mine']],
    ['with parameters', { Name: 'Mine', Parameters: { X: 1 } }],
    ['of a name that objects have', 'constructor'],
    ['not a name', 1],
  ])('%s', (_name, transform) => {
    const [value] = Object.keys(property(deploymentOf(body(transform)), 'Bucket') ?? {});
    expect(value).toMatch(/^unknown\(the output of macro/);
  });
});

describe('Fn::Transform', () => {
  test('in a property: that property, or all that stand beside it, may be anything or nothing', () => {
    expect(evaluated(MACRO)).toEqual(UNKNOWN);
    expect(evaluated({ ...MACRO, x: 1 })).toEqual(UNKNOWN);
    expect(evaluated({ x: 1, y: MACRO })).toEqual(always('{x: 1, y: unknown(the output of macro Mine)?}'));
    expect(evaluated({ 'Fn::Transform': 'nonsense' })).toEqual(always('unknown(the output of macro ?)?'));
  });

  test.each(['Resources', 'Conditions', 'Parameters', 'Outputs'])(
    'in %s: everything is unknown',
    (section) => {
      const resources = { Bucket: { Type: 'AWS::S3::Bucket', Properties: { P: 1 } } };
      const deployment = deploymentOf(
        section === 'Resources'
          ? { Resources: { ...MACRO, ...resources } }
          : { [section]: MACRO, Resources: resources },
      );
      expect(property(deployment, 'Bucket')).toEqual(UNKNOWN);
      expect(problems(deployment)).toMatchObject([{ kind: 'macro' }]);
    },
  );

  test('in a resource: that resource is unknown; without a type it is told and the rest is checked', () => {
    const deployment = deploymentOf({
      Resources: {
        Made: { ...MACRO, Type: 'AWS::S3::Bucket' },
        Whole: MACRO,
        Other: { Type: 'AWS::S3::Bucket', Properties: { P: 1 } },
      },
    });
    expect(property(deployment, 'Made')).toEqual(UNKNOWN);
    expect(property(deployment, 'Whole')).toBeUndefined();
    expect(property(deployment, 'Other')).toEqual(always('1'));
    expect(problems(deployment)).toMatchObject([
      { kind: 'macro', logicalId: 'Made' },
      { kind: 'macro', logicalId: 'Whole' },
    ]);
  });

  test('names that a macro may define are not called undefined', () => {
    const body = { Resources: { A: { Type: 'T', Properties: { P: { Ref: 'MadeByMacro' } } } } };
    expect(problems(deploymentOf({ ...body, Transform: 'Mine' }))).toHaveLength(1);
    expect(problems(deploymentOf(body))).toMatchObject([{ kind: 'undefined-reference' }]);
  });
});

describe('Fn::ForEach', () => {
  const extended = (sections: object) => deploymentOf({ Transform: 'AWS::LanguageExtensions', ...sections });

  test('makes resources, with the item in names, references and texts', () => {
    const deployment = extended({
      Conditions: { 'Fn::ForEach::C': ['Z', ['A', 'B'], { 'Is${Z}': { 'Fn::Equals': ['${Z}', 'A'] } }] },
      Resources: {
        'Fn::ForEach::Zones': [
          'Z',
          ['A', 'B'],
          {
            'Bucket${Z}': {
              Type: 'AWS::S3::Bucket',
              Condition: 'Is${Z}',
              Properties: {
                P: { Ref: 'Z' },
                Q: { 'Fn::Sub': 'x-${Z}-${!Z}' },
                R: { 'Fn::GetAtt': 'Bucket${Z}.Arn' },
              },
            },
          },
        ],
      },
    });
    expect([...deployment.templates[0]!.resources.keys()]).toEqual(['BucketA', 'BucketB']);
    expect(property(deployment, 'BucketA')).toEqual(always('"A"'));
    expect(property(deployment, 'BucketA', 'Q')).toEqual(always('"x-A-${Z}"'));
    expect(property(deployment, 'BucketA', 'R')).toEqual(always('@BucketA.Arn'));
    expect(deployment.templates[0]?.resources.get('BucketB')?.exists.isNever).toBe(true);
    expect(problems(deployment)).toEqual([]);
  });

  test('nests, and takes a mapping entry by the item of the outer loop', () => {
    const deployment = extended({
      Mappings: { Of: { A: { list: ['1', '2'] }, B: { list: ['3'] } } },
      Resources: {
        'Fn::ForEach::Outer': [
          'Z',
          ['A', 'B'],
          {
            'Fn::ForEach::Inner': [
              'N',
              { 'Fn::FindInMap': ['Of', { Ref: 'Z' }, 'list'] },
              { 'T${Z}${N}': { Type: 'T', Properties: { P: '${Z}/${N}' } } },
            ],
          },
        ],
      },
    });
    expect([...deployment.templates[0]!.resources.keys()]).toEqual(['TA1', 'TA2', 'TB3']);
    expect(property(deployment, 'TB3')).toEqual(always('"B/3"'));
  });

  test('makes properties and outputs beside those that are written', () => {
    const deployment = extended({
      Resources: {
        Subject: {
          Type: 'T',
          Properties: { P: { own: 0, 'Fn::ForEach::K': ['K', ['a', 'b'], { 'k${K}': '${K}' }] } },
        },
      },
      Outputs: {
        'Fn::ForEach::O': ['K', ['x'], { 'Out${K}': { Value: '${K}!', Export: { Name: 'export-${K}' } } }],
      },
    });
    expect(property(deployment, 'Subject')).toEqual(always('{own: 0, ka: "a", kb: "b"}'));
    expect(deployment.templates[0]?.outputs).toEqual({ Outx: { Value: 'x!', Export: { Name: 'export-x' } } });
  });

  test('&{} leaves letters and digits only', () => {
    const deployment = extended({
      Resources: {
        'Fn::ForEach::L': ['A', ['10.0.0.0/8'], { 'R&{A}': { Type: 'T', Properties: { P: '${A}' } } }],
      },
    });
    expect(property(deployment, 'R100008')).toEqual(always('"10.0.0.0/8"'));
  });

  test.each([
    ['a parameter', { Ref: 'List' }],
    ['a text', 'a,b'],
    ['a list with a function', [{ Ref: 'List' }]],
    ['a mapping that is not there', { 'Fn::FindInMap': ['No', 'a', 'b'] }],
    ['a mapping of objects', { 'Fn::FindInMap': ['M', 'a', 'b'] }],
  ])('over %s: what it would make is told, and the rest is checked', (_name, collection) => {
    const loop = ['Z', collection, { 'B${Z}': { Type: 'T' } }];
    const deployment = extended({
      Parameters: { List: { Type: 'CommaDelimitedList', Default: 'a,b' } },
      Mappings: { M: { a: { b: { c: 1 } } } },
      Resources: { 'Fn::ForEach::Loop': loop, Other: { Type: 'T', Properties: { P: 1 } } },
    });
    expect(problems(deployment)).toMatchObject([
      { kind: 'for-each', path: ['Resources', 'Fn::ForEach::Loop'] },
    ]);
    expect(property(deployment, 'Other')).toEqual(always('1'));
  });

  test('in properties that cannot be written out, they are unknown rather than absent', () => {
    const P = { own: 0, 'Fn::ForEach::K': ['K', { Ref: 'List' }, { '${K}': 1 }] };
    const deployment = extended({
      Parameters: { List: { Type: 'CommaDelimitedList' } },
      Resources: { Subject: { Type: 'T', Properties: { P } } },
    });
    const unknown = always('unknown(Fn::ForEach::K, which cannot be written out)?');
    expect(property(deployment, 'Subject')).toEqual(unknown);
    expect(property(deployment, 'Subject', 'P.own')).toEqual(unknown);
    expect(problems(deployment)).toMatchObject([{ kind: 'for-each' }]);
    // Without the transform CloudFormation knows no loops.
    expect(evaluated({ own: 0, 'Fn::ForEach::K': ['K', ['a'], { '${K}': 1 }] })).toEqual(unknown);
  });

  test('two things of one name are told', () => {
    const loop = (name: string) => ['Z', ['a', 'a'], { [name]: { Type: 'T' } }];
    for (const Resources of [
      { 'Fn::ForEach::Loop': loop('B${Z}') },
      { 'Fn::ForEach::Loop': ['Z', ['a'], { 'B${Z}': { Type: 'T' } }], Ba: { Type: 'Other' } },
      { Ba: { Type: 'Other' }, 'Fn::ForEach::Loop': ['Z', ['a'], { 'B${Z}': { Type: 'T' } }] },
    ]) {
      expect(problems(extended({ Resources }))).toMatchObject([
        { kind: 'for-each', message: { en: expect.stringContaining('Ba is defined twice') } },
      ]);
    }
  });

  test('loops that make too much are not written out', () => {
    const many = Array.from({ length: 200 }, (_, index) => `i${index}`);
    const nested = (depth: number): object =>
      depth === 0
        ? { 'R${A0}${A1}${A2}': { Type: 'T' } }
        : { [`Fn::ForEach::L${depth}`]: [`A${depth - 1}`, many, nested(depth - 1)] };
    const wide = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`k${index}`, 'x']));
    for (const Resources of [
      nested(3),
      { 'Fn::ForEach::Wide': ['A', many, { 'R${A}': { Type: 'T', Properties: wide } }] },
    ]) {
      const told = problems(extended({ Resources }));
      expect(told.some(({ kind, message }) => kind === 'for-each' && /makes too much/.test(message.en))).toBe(
        true,
      );
    }
  });
});
