import { always, subject } from './evaluate';

const REGION = { region: 'ap-northeast-1', account: '111111111111' };
const consumer = (P: unknown, more: object = {}) => ({
  ...more,
  Resources: { Subject: { Type: 'Test::Subject', Properties: { P } } },
});
const importing = consumer({ 'Fn::ImportValue': 'the-key' });
const producer = (output: object, more: object = {}) => ({
  Parameters: { Flag: { AllowedValues: ['on', 'off'] }, Free: { Type: 'String' } },
  Conditions: { On: { 'Fn::Equals': [{ Ref: 'Flag' }, 'on'] } },
  Resources: { Key: { Type: 'AWS::KMS::Key' } },
  Outputs: { Out: { Value: { 'Fn::GetAtt': 'Key.Arn' }, ...output } },
  ...more,
});
const exporting = producer({ Export: { Name: 'the-key' } });

describe('Fn::ImportValue', () => {
  test('is what another template exports: a literal, a reference, alternatives, an unknown', () => {
    expect(subject(importing, exporting)).toEqual(always('@Key.Arn'));
    expect(subject(importing, producer({ Value: 'x', Export: { Name: 'the-key' } }))).toEqual(always('"x"'));
    const chosen = producer({ Value: { 'Fn::If': ['On', 'a', 'b'] }, Export: { Name: 'the-key' } });
    expect(subject(importing, chosen)).toEqual({ '"a"': 'when Flag is "on"', '"b"': 'when Flag is "off"' });
    const free = producer({ Value: { Ref: 'Free' }, Export: { Name: 'the-key' } });
    expect(subject(importing, free)).toEqual(always('unknown(Free)'));
  });

  test('does not depend on the order of the templates', () => {
    const body = {
      ...exporting,
      Resources: { ...exporting.Resources, Subject: { Type: 'T', Properties: { P: 1 } } },
    };
    expect(subject(body, importing)).toEqual(always('1'));
    expect(subject(importing, { Resources: {} }, exporting)).toEqual(always('@Key.Arn'));
  });

  test('is unknown where nothing exports it, or its name is not known, or two export it', () => {
    expect(subject(importing)).toEqual(always('unknown(the-key)'));
    expect(subject(consumer({ 'Fn::ImportValue': { Ref: 'Nobody' } }), exporting)).toEqual(
      always('unknown(an import whose name is not known)'),
    );
    expect(subject(importing, exporting, exporting)).toEqual(always('unknown(the-key)'));
  });

  test('two imports of one name are one value', () => {
    const name = (text: string) => ({ 'Fn::ImportValue': text });
    const same = (right: string) =>
      consumer(
        { 'Fn::If': ['Same', 1, 2] },
        { Conditions: { Same: { 'Fn::Equals': [name('a'), name(right)] } } },
      );
    expect(subject(same('a'))).toEqual(always('1'));
    expect(Object.keys(subject(same('b')))).toEqual(['1', '2']);
  });

  test('takes a name that is put together on both sides', () => {
    const name = { 'Fn::Sub': '${AWS::Region}-key' };
    expect(
      subject(
        { body: consumer({ 'Fn::ImportValue': name }), stack: REGION },
        { body: producer({ Export: { Name: name } }), stack: REGION },
      ),
    ).toEqual(always('@Key.Arn'));
  });

  test('reaches only the same account and region', () => {
    const from = (stack: object) => subject({ body: importing, stack: REGION }, { body: exporting, stack });
    expect(from(REGION)).toEqual(always('@Key.Arn'));
    expect(from({})).toEqual(always('@Key.Arn'));
    expect(from({ ...REGION, region: 'ap-northeast-3' })).toEqual(always('unknown(the-key)'));
    expect(from({ ...REGION, account: '222222222222' })).toEqual(always('unknown(the-key)'));
    expect(
      subject(
        { body: importing, stack: REGION },
        { body: exporting, stack: REGION },
        { body: exporting, stack: { region: 'ap-northeast-3' } },
      ),
    ).toEqual(always('@Key.Arn'));
  });

  test('of a conditional output cannot be deployed without it', () => {
    const conditional = producer({ Export: { Name: 'the-key' }, Condition: 'On' });
    expect(subject(importing, conditional)).toEqual({
      '@Key.Arn': 'when Flag is "on"',
      impossible: 'when Flag is "off"',
    });
  });

  test('of an output under a conditional name may come from elsewhere otherwise', () => {
    const named = producer({ Export: { Name: { 'Fn::If': ['On', 'the-key', 'another'] } } });
    expect(subject(importing, named)).toEqual({
      '@Key.Arn': 'when Flag is "on"',
      'unknown(the-key)': 'when Flag is "off"',
    });
  });

  test('in a circle ends', () => {
    const circle = (from: string, to: string) => ({
      ...consumer({ 'Fn::ImportValue': from }),
      Outputs: { Out: { Value: { 'Fn::ImportValue': from }, Export: { Name: to } } },
    });
    expect(Object.keys(subject(circle('a', 'b'), circle('b', 'a')))[0]).toMatch(/^unknown/);
  });
});

describe('Fn::GetStackOutput', () => {
  const get = (argument: object, stack: object = REGION) =>
    subject(
      { body: consumer({ 'Fn::GetStackOutput': argument }), stack },
      { body: producer({}), stack: { ...REGION, stackName: 'Keys' } },
      {
        body: producer({ Value: 'osaka' }),
        stack: { ...REGION, region: 'ap-northeast-3', stackName: 'Keys' },
      },
    );
  const ELSEWHERE = always('unknown(an output of a stack whose template is not at hand)');

  test('is the output of that stack in the region, by default the own one', () => {
    expect(get({ StackName: 'Keys', OutputName: 'Out' })).toEqual(always('@Key.Arn'));
    expect(get({ StackName: 'Keys', OutputName: 'Out', Region: 'ap-northeast-3' })).toEqual(
      always('"osaka"'),
    );
    expect(get({ StackName: 'Keys', OutputName: 'Out', Region: { Ref: 'AWS::Region' } })).toEqual(
      always('@Key.Arn'),
    );
  });

  test.each([
    ['no stack of that name', { StackName: 'Others', OutputName: 'Out' }],
    ['a name that is not known', { StackName: { Ref: 'Nobody' }, OutputName: 'Out' }],
    ['an output that is not known', { StackName: 'Keys', OutputName: { Ref: 'Nobody' } }],
    ['a region that is not known', { StackName: 'Keys', OutputName: 'Out', Region: { Ref: 'Nobody' } }],
    ['another region', { StackName: 'Keys', OutputName: 'Out', Region: 'us-east-1' }],
    [
      'a role, which may lead to another account',
      { StackName: 'Keys', OutputName: 'Out', RoleArn: 'arn:aws:iam::1:role/x' },
    ],
    ['nothing', {}],
  ])('%s: unknown', (_name, argument) => {
    expect(get(argument)).toEqual(ELSEWHERE);
  });

  test('an output that is not defined, a stack of another account, several that fit', () => {
    expect(get({ StackName: 'Keys', OutputName: 'Nothing' })).toEqual(
      always('unknown(the output Nothing, which is not defined)'),
    );
    expect(get({ StackName: 'Keys', OutputName: 'Out' }, { ...REGION, account: '222222222222' })).toEqual(
      ELSEWHERE,
    );
    expect(get({ StackName: 'Keys', OutputName: 'Out' }, {})).toEqual(ELSEWHERE);
  });
});
