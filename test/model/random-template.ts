import * as fc from 'fast-check';

/** A, B with AllowedValues; F, G free. */
export const LISTED: Readonly<Record<string, readonly string[]>> = { A: ['a', 'b'], B: ['a', 'b', 'c'] };
export const FREE: readonly string[] = ['F', 'G'];
const PARAMETERS = [...Object.keys(LISTED), ...FREE];
const LITERALS = ['a', 'b', 'c', 'ab', 'a,b', 'a-b', '', 'x'];
const CONDITIONS = ['C0', 'C1', 'C2', 'C3'];

export interface RandomTemplate {
  readonly [section: string]: Readonly<Record<string, unknown>>;
}

const literal = fc.constantFrom(...LITERALS);
const parameter = fc.constantFrom(...PARAMETERS).map((name) => ({ Ref: name }));
const delimiter = fc.constantFrom('', ',', '-');
const separator = fc.constantFrom(',', '-');
const condition = fc.constantFrom(...CONDITIONS);

function call(name: string, ...parts: readonly fc.Arbitrary<unknown>[]): fc.Arbitrary<unknown> {
  return fc.tuple(...parts).map((list) => ({ [name]: list }));
}

/** Strings, lists and conditions, in which functions nest. */
function expressions(refersToResources: boolean) {
  const reference = fc.constantFrom<unknown>({ Ref: 'Other' }, { 'Fn::GetAtt': ['Other', 'Arn'] });
  return fc.letrec<{ text: unknown; list: unknown; item: unknown }>((tie) => {
    const either = (name: 'text' | 'list' | 'item') =>
      refersToResources ? [call('Fn::If', condition, tie(name), tie(name))] : [];
    const keys = [fc.constantFrom('a', 'b', 'd'), parameter, tie('text')];
    const secondKeys = [fc.constantFrom('x', 'y', 'z'), parameter];
    const findIn = (map: string) =>
      fc.oneof(
        call('Fn::FindInMap', fc.constant(map), fc.oneof(...keys), fc.oneof(...secondKeys)),
        call(
          'Fn::FindInMap',
          fc.constant(map),
          fc.oneof(...keys),
          fc.oneof(...secondKeys),
          fc.record({ DefaultValue: map === 'Texts' ? tie('text') : tie('list') }),
        ),
      );
    return {
      text: fc.oneof(
        { maxDepth: 4, depthSize: 'small' },
        literal,
        parameter,
        ...(refersToResources ? [reference] : []),
        ...either('text'),
        call('Fn::Join', delimiter, tie('list')),
        fc
          .tuple(
            fc.constantFrom('${A}', 'x-${F}', '${V}${V}', '${!A}${V}', 'a${V}b', 'V'),
            fc.oneof(fc.record({ V: tie('text') }), fc.record({ V: tie('text'), A: tie('text') })),
          )
          .map(([format, variables]) => ({ 'Fn::Sub': [format, variables] })),
        fc.constantFrom('a${F}', '${A}-${G}').map((format) => ({ 'Fn::Sub': format })),
        call('Fn::Select', fc.constantFrom<unknown>(0, 1, '1', '2'), tie('list')),
        findIn('Texts'),
        tie('text').map((text) => ({ 'Fn::Base64': text })),
        tie('list').map((list) => ({ 'Fn::ToJsonString': { of: list } })),
        tie('list').map((list) => ({ 'Fn::Length': list })),
      ),
      list: fc.oneof(
        { maxDepth: 4, depthSize: 'small' },
        fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
        call('Fn::Split', separator, fc.oneof(literal, parameter, tie('text'))),
        ...either('list'),
        findIn('Lists'),
      ),
      item: fc.oneof(
        { maxDepth: 4, depthSize: 'small' },
        tie('text'),
        ...(refersToResources ? [fc.constant({ Ref: 'AWS::NoValue' })] : []),
        ...either('item'),
      ),
    };
  });
}

const operand = expressions(false).text;
const { text, list, item } = expressions(true);

/** A condition that refers only to those before it. */
function conditionExpression(index: number): fc.Arbitrary<unknown> {
  return fc.letrec<{ one: unknown }>((tie) => ({
    one: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      call('Fn::Equals', parameter, fc.oneof(literal, parameter)),
      call('Fn::Equals', fc.oneof(parameter, operand), fc.oneof(literal, parameter, operand)),
      ...(index === 0
        ? []
        : [fc.constantFrom(...CONDITIONS.slice(0, index)).map((name) => ({ Condition: name }))]),
      call('Fn::And', tie('one'), tie('one')),
      call('Fn::Or', tie('one'), tie('one')),
      call('Fn::Not', tie('one')),
    ),
  })).one;
}

const mapping = (value: fc.Arbitrary<unknown>) =>
  fc.dictionary(
    fc.constantFrom('a', 'b', 'c', 'ab'),
    fc.dictionary(fc.constantFrom('x', 'y', 'a'), value, { minKeys: 1, maxKeys: 2 }),
    { minKeys: 1, maxKeys: 3 },
  );

export const template: fc.Arbitrary<RandomTemplate> = fc.record({
  Parameters: fc.constant(
    Object.fromEntries(
      PARAMETERS.map((name) => [
        name,
        {
          Type: 'String',
          Default: 'a',
          ...(LISTED[name] === undefined ? {} : { AllowedValues: LISTED[name] }),
        },
      ]),
    ),
  ),
  Mappings: fc.record({
    Texts: mapping(literal),
    Lists: mapping(fc.array(literal, { minLength: 1, maxLength: 2 })),
  }),
  Conditions: fc
    .tuple(...CONDITIONS.map((_, index) => conditionExpression(index)))
    .map((list) => Object.fromEntries(CONDITIONS.map((name, index) => [name, list[index]]))),
  Resources: fc.record({
    Other: fc.constant({ Type: 'AWS::S3::Bucket' }),
    Subject: fc.record(
      {
        Type: fc.constant('AWS::SNS::Topic'),
        Condition: condition,
        Properties: fc.record({
          Text: fc.oneof(text, item),
          List: list,
          Nested: fc.oneof(
            fc.record({ Inner: item, Items: list }),
            call('Fn::If', condition, fc.record({ Inner: item }), fc.constant({ Ref: 'AWS::NoValue' })),
          ),
        }),
      },
      { requiredKeys: ['Type', 'Properties'] },
    ),
  }),
});
