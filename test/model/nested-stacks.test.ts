import type { Deployment } from '../../lib/model/deployment';
import { alternatives, always } from './evaluate';
import { cleanUp, load } from './folder';

afterEach(cleanUp);

/** A parent with a nested stack `Nested`, and a `Subject` that looks at an output of it. */
const parent = (
  properties: object,
  more: object = {},
  P: unknown = { 'Fn::GetAtt': 'Nested.Outputs.Out' },
) => ({
  Parameters: {
    Flag: { AllowedValues: ['on', 'off'] },
    Free: { Type: 'String' },
    List: { Type: 'CommaDelimitedList' },
  },
  Conditions: { On: { 'Fn::Equals': [{ Ref: 'Flag' }, 'on'] } },
  Resources: {
    Nested: {
      Type: 'AWS::CloudFormation::Stack',
      Properties: { TemplateURL: 'child.json', ...properties },
      ...more,
    },
    Bucket: { Type: 'AWS::S3::Bucket' },
    Other: { Type: 'AWS::S3::Bucket' },
    Subject: { Type: 'Test::Subject', Properties: { P } },
  },
});
const child = (declaration: object, Value: unknown = { Ref: 'In' }) => ({
  Parameters: { In: declaration },
  Resources: { Inner: { Type: 'Test::Inner', Properties: { P: Value } } },
  Outputs: { Out: { Value } },
});

function property(deployment: Deployment, logicalId: string): Record<string, string> {
  const resource = deployment.resources.find((one) => one.logicalId === logicalId);
  return resource === undefined ? {} : alternatives(deployment, resource.get('P'));
}

function passed(given: object, declaration: object, Value?: unknown): Record<string, string> {
  const files = { 'main.json': parent(given), 'child.json': child(declaration, Value) };
  const deployment = load(files);
  expect(property(deployment, 'Subject')).toEqual(property(deployment, 'Inner'));
  return property(deployment, 'Inner');
}

describe('nested stacks', () => {
  const string = { Type: 'String' };

  test('parameters go in and outputs come out: literal, reference, alternatives, unknown', () => {
    expect(passed({ Parameters: { In: 'x' } }, string)).toEqual(always('"x"'));
    expect(passed({ Parameters: { In: { 'Fn::GetAtt': 'Bucket.Arn' } } }, string)).toEqual(
      always('@Bucket.Arn'),
    );
    expect(passed({ Parameters: { In: { 'Fn::If': ['On', 'a', 'b'] } } }, string)).toEqual({
      '"a"': 'when Flag is "on"',
      '"b"': 'when Flag is "off"',
    });
    expect(passed({ Parameters: { In: { Ref: 'Free' } } }, string)).toEqual(always('unknown(Free)'));
  });

  test('a parameter that is not passed has its default: nobody else can give it another value', () => {
    expect(passed({}, { ...string, Default: 'd' })).toEqual(always('"d"'));
    expect(passed({ Parameters: { In: { Ref: 'AWS::NoValue' } } }, { ...string, Default: 'd' })).toEqual(
      always('"d"'),
    );
    expect(
      passed({}, { Type: 'CommaDelimitedList', Default: 'a, b' }, { 'Fn::Select': [1, { Ref: 'In' }] }),
    ).toEqual(always('"b"'));
    // Without one CloudFormation refuses the stack.
    expect(passed({}, string)).toEqual(always('unknown(In)'));
  });

  test('a parameter that may or may not be passed is free', () => {
    const chosen = { 'Fn::If': ['On', { In: 'x' }, { Ref: 'AWS::NoValue' }] };
    expect(passed({ Parameters: chosen }, { ...string, Default: 'd' })).toEqual(always('unknown(In)'));
  });

  test('what is fetched from the parameter store is not what is passed', () => {
    expect(passed({ Parameters: { In: '/x' } }, { Type: 'AWS::SSM::Parameter::Value<String>' })).toEqual(
      always('unknown(In)'),
    );
  });

  test('lists: joined, written as a list, of references, chosen, unknown', () => {
    const list = { Type: 'CommaDelimitedList' };
    const first = { 'Fn::Join': ['+', { Ref: 'In' }] };
    expect(passed({ Parameters: { In: 'a,b' } }, list, first)).toEqual(always('"a+b"'));
    expect(passed({ Parameters: { In: ['a', 'b'] } }, list, first)).toEqual(always('"a+b"'));
    const references = { 'Fn::Join': [', ', [{ Ref: 'Bucket' }, { Ref: 'Other' }]] };
    expect(passed({ Parameters: { In: references } }, list)).toEqual(always('[@Bucket, @Other]'));
    expect(passed({ Parameters: { In: { 'Fn::If': ['On', 'a,b', ['c']] } } }, list, first)).toEqual({
      '"a+b"': 'when Flag is "on"',
      '"c"': 'when Flag is "off"',
    });
    expect(passed({ Parameters: { In: { Ref: 'List' } } }, list)).toEqual(always('unknown(Fn::Split)'));
  });

  test('pseudo parameters are those of the parent, but for its name', () => {
    const region = { 'Fn::If': ['Same', 'same', 'other'] };
    const files = {
      'main.json': parent({ Parameters: { In: { Ref: 'AWS::Region' } } }),
      'child.json': {
        ...child(string, region),
        Conditions: { Same: { 'Fn::Equals': [{ Ref: 'In' }, { Ref: 'AWS::Region' }] } },
      },
    };
    expect(property(load(files), 'Inner')).toEqual(always('"same"'));
    const name = passed({ Parameters: { In: 'x' } }, string, { Ref: 'AWS::StackName' });
    expect(name).toEqual(always('unknown(AWS::StackName)'));
  });

  test('a nested stack behind a condition takes all that is in it behind the condition', () => {
    const { resources } = load({
      'main.json': parent({}, { Condition: 'On' }),
      'child.json': child({ ...string, Default: 'd' }),
    });
    const nested = resources.find(({ logicalId }) => logicalId === 'Nested');
    const inner = resources.find(({ logicalId }) => logicalId === 'Inner');
    expect(inner?.exists.isAlways).toBe(false);
    expect(inner?.exists).toBe(nested?.exists);
  });

  test('an output that is conditional, that is not defined, of a template that is not at hand', () => {
    const conditional = {
      ...child({ ...string, Default: 'd' }),
      Conditions: { C: { 'Fn::Equals': [{ Ref: 'In' }, 'x'] } },
      Outputs: { Out: { Value: 'o', Condition: 'C' } },
    };
    const given = (In: unknown) =>
      load({ 'main.json': parent({ Parameters: { In } }), 'child.json': conditional });
    expect(property(given('x'), 'Subject')).toEqual(always('"o"'));
    expect(property(given('y'), 'Subject')).toEqual(always('impossible'));
    expect(property(given({ Ref: 'Free' }), 'Subject')).toEqual({
      '"o"': 'when Free is "x"',
      impossible: 'when Free is not "x"',
    });
    const none = load({ 'main.json': parent({}), 'child.json': { Resources: {} } });
    expect(property(none, 'Subject')).toEqual(always('unknown(the output Out, which is not defined)'));
    const far = load({ 'main.json': parent({ TemplateURL: 'https://bucket/child.json' }) });
    expect(property(far, 'Subject')).toEqual(always('unknown(Nested.Outputs.Out)'));
    expect(far.templates[0]?.problems).toMatchObject([{ kind: 'nested-template', logicalId: 'Nested' }]);
  });

  test('the template is found by the path of a CDK asset as well, and by an expression that is certain', () => {
    const asset = { Metadata: { 'aws:asset:path': 'child.json' } };
    const cdk = load({
      'main.json': parent({ TemplateURL: { 'Fn::Sub': 'https://${Free}' } }, asset),
      'child.json': child(string),
    });
    expect(cdk.templates).toHaveLength(2);
    const certain = load(
      {
        'main.json': parent({ TemplateURL: { 'Fn::Join': ['', ['child', '.json']] } }),
        'child.json': child(string),
      },
      'main.json',
    );
    expect(certain.templates).toHaveLength(2);
    const chosen = load({
      'main.json': parent({ TemplateURL: { 'Fn::If': ['On', 'child.json', 'x.json'] } }),
      'child.json': child(string),
    });
    // Which one is nested cannot be told; the file is a template of its own.
    expect(chosen.templates.map(({ parent: of }) => of?.logicalId)).toEqual([undefined, undefined]);
    expect(property(chosen, 'Subject')).toEqual(always('unknown(Nested.Outputs.Out)'));
  });

  test('one template that is nested twice is two, with parameters of their own', () => {
    const body = parent({ Parameters: { In: 'a' } });
    const twice = {
      ...body,
      Resources: {
        ...body.Resources,
        Again: {
          ...body.Resources.Nested,
          Properties: { TemplateURL: 'child.json', Parameters: { In: 'b' } },
        },
      },
    };
    const { resources } = load({ 'main.json': twice, 'child.json': child(string) });
    const inner = resources.filter(({ logicalId }) => logicalId === 'Inner');
    // By the names of the stacks, Again and Nested.
    expect(inner.map((one) => one.get('P').literal)).toEqual(['b', 'a']);
  });

  test('outputs of one nested stack go into another one, in either order', () => {
    const stack = (In: unknown) => ({
      Type: 'AWS::CloudFormation::Stack',
      Properties: { TemplateURL: 'child.json', Parameters: { In } },
    });
    const conditional = {
      ...child(string),
      Conditions: { C: { 'Fn::Equals': [{ Ref: 'In' }, 'x'] } },
    };
    conditional.Resources = { Inner: { ...conditional.Resources.Inner, Condition: 'C' } as never };
    const { resources } = load({
      'main.json': {
        Resources: { First: stack({ 'Fn::GetAtt': 'Second.Outputs.Out' }), Second: stack('x') },
      },
      'child.json': conditional,
    });
    expect(
      resources.filter(({ logicalId }) => logicalId === 'Inner').map(({ exists }) => exists.isAlways),
    ).toEqual([true, true]);
  });
});
