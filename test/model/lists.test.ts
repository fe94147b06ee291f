import { deploymentOf } from '../helpers/inline';
import { always, evaluated } from './evaluate';

const SECTIONS = {
  Parameters: {
    P: { AllowedValues: ['0', '1'] },
    Flag: { AllowedValues: ['on', 'off'] },
    Free: { Type: 'String' },
    List: { Type: 'CommaDelimitedList' },
  },
  Conditions: { On: { 'Fn::Equals': [{ Ref: 'Flag' }, 'on'] } },
  Resources: {
    Bucket: { Type: 'AWS::S3::Bucket' },
    Custom: { Type: 'Custom::Anything' },
    Stored: { Type: 'AWS::SSM::Parameter' },
  },
};
const NO_VALUE = { Ref: 'AWS::NoValue' };
const of = (expression: unknown, sections: object = SECTIONS) => evaluated(expression, sections);

describe('Fn::Select', () => {
  const select = (index: unknown, list: unknown) => of({ 'Fn::Select': [index, list] });

  test('known', () => {
    expect(select(0, ['a', 'b'])).toEqual(always('"a"'));
    expect(select('1', ['a', 'b'])).toEqual(always('"b"'));
    expect(select(1, { 'Fn::Split': [',', 'a,b'] })).toEqual(always('"b"'));
  });

  test('alternatives of the index and of the list', () => {
    expect(select({ Ref: 'P' }, ['a', 'b'])).toEqual({ '"a"': 'when P is "0"', '"b"': 'when P is "1"' });
    expect(select(0, { 'Fn::If': ['On', ['a'], ['b']] })).toEqual({
      '"a"': 'when Flag is "on"',
      '"b"': 'when Flag is "off"',
    });
  });

  test('absent items are no items', () => {
    expect(select(0, [NO_VALUE, 'b'])).toEqual(always('"b"'));
    expect(select(1, [{ 'Fn::If': ['On', 'a', NO_VALUE] }, 'b', 'c'])).toEqual({
      '"b"': 'when Flag is "on"',
      '"c"': 'when Flag is "off"',
    });
  });

  test('unknown: an item of a list that is not known, by its index; an unknown index; beyond the end', () => {
    expect(select(0, { Ref: 'List' })).toEqual(always('unknown(Fn::Select 0)'));
    expect(select({ Ref: 'Free' }, ['a', 'b'])).toEqual(
      always('unknown(an item of a list that is not known)'),
    );
    const beyond = always('unknown(an item beyond the end of the list)');
    for (const index of [2, -1, 0.5]) expect(select(index, ['a', 'b'])).toEqual(beyond);
    expect(select(0, [])).toEqual(beyond);
  });

  test('the same item of the same unknown list is the same value', () => {
    const item = (index: number) => ({ 'Fn::Select': [index, { 'Fn::GetAZs': '' }] });
    const same = (left: unknown, right: unknown) =>
      Object.keys(
        of({ 'Fn::If': ['Same', 1, 2] }, { Conditions: { Same: { 'Fn::Equals': [left, right] } } }),
      );
    expect(same(item(0), item(0))).toEqual(['1']);
    expect(same(item(0), item(1))).toEqual(['1', '2']);
  });

  test.each([[[0]], ['x'], [[0, ['a'], 1]]])('malformed: %j', (argument) => {
    expect(of({ 'Fn::Select': argument })).toEqual(
      always('unknown(Fn::Select with arguments that it does not take)?'),
    );
  });
});

describe('Fn::Split', () => {
  const split = (delimiter: unknown, text: unknown) => of({ 'Fn::Split': [delimiter, text] });

  test('known, alternatives, absent, unknown', () => {
    expect(split(',', 'a,b,,c')).toEqual(always('["a", "b", "", "c"]'));
    expect(split('-', 'a')).toEqual(always('["a"]'));
    expect(split('1', { Ref: 'P' })).toEqual({ '["0"]': 'when P is "0"', '["", ""]': 'when P is "1"' });
    expect(split(',', NO_VALUE)).toEqual(always('unknown(a string that cannot be split)'));
    expect(split(',', { Ref: 'Free' })).toEqual(always('unknown(Fn::Split)'));
    expect(split(',', 'a,{{resolve:ssm:/b}}')).toEqual(always('unknown(Fn::Split)'));
  });

  test('a reference is one piece, where an id cannot hold the delimiter', () => {
    const listed = (resource: string) => ({ 'Fn::Sub': `\${${resource}},x,\${Bucket.Arn}` });
    expect(split(',', listed('Bucket'))).toEqual(always('[@Bucket, "x", @Bucket.Arn]'));
    // A name holds hyphens, and the attribute of a custom resource or a stored list anything.
    expect(split('-', listed('Bucket'))).toEqual(always('unknown(Fn::Split)'));
    expect(split(',', listed('Custom'))).toEqual(always('unknown(Fn::Split)'));
    expect(split(',', { 'Fn::GetAtt': 'Stored.Value' })).toEqual(always('unknown(Fn::Split)'));
    // A piece of which only a part is a reference.
    expect(split(',', { 'Fn::Sub': 'a-${Bucket},x' })).toEqual(always('unknown(Fn::Split)'));
  });

  test.each([[['', 'ab'], '["ab"]']])('a delimiter of nothing: %j', (argument, expected) => {
    expect(of({ 'Fn::Split': argument })).toEqual(always(expected));
  });

  test.each([[[',']], [','], [[{ Ref: 'P' }, 'a']]])('malformed: %j', (argument) => {
    expect(of({ 'Fn::Split': argument })).toEqual(
      always('unknown(Fn::Split with arguments that it does not take)?'),
    );
  });
});

describe('Fn::Length', () => {
  test('known, alternatives, absent items, unknown', () => {
    expect(of({ 'Fn::Length': ['a', 'b'] })).toEqual(always('2'));
    expect(of({ 'Fn::Length': { 'Fn::Split': [',', 'a,b,c'] } })).toEqual(always('3'));
    expect(of({ 'Fn::Length': ['a', { 'Fn::If': ['On', 'b', NO_VALUE] }] })).toEqual({
      '2': 'when Flag is "on"',
      '1': 'when Flag is "off"',
    });
    expect(of({ 'Fn::Length': { Ref: 'List' } })).toEqual(
      always('unknown(a list whose items are not known)'),
    );
    expect(of({ 'Fn::Length': [{ 'Fn::Transform': { Name: 'M' } }] })).toEqual(
      always('unknown(a list whose items are not known)'),
    );
  });
});

describe('Fn::Cidr', () => {
  const cidr = (...argument: unknown[]) => of({ 'Fn::Cidr': argument });
  const UNKNOWN = always('unknown(address ranges that cannot be worked out)');

  test('IPv4', () => {
    expect(cidr('10.0.0.0/16', 3, 8)).toEqual(always('["10.0.0.0/24", "10.0.1.0/24", "10.0.2.0/24"]'));
    expect(cidr('10.0.0.0/24', '4', '6')).toEqual(
      always('["10.0.0.0/26", "10.0.0.64/26", "10.0.0.128/26", "10.0.0.192/26"]'),
    );
    // The block need not be written at its beginning.
    expect(cidr('10.1.2.3/16', 1, 8)).toEqual(always('["10.1.0.0/24"]'));
    expect(cidr('255.255.255.0/24', 1, 8)).toEqual(always('["255.255.255.0/24"]'));
  });

  test('IPv6', () => {
    expect(cidr('2001:db8::/56', 2, 64)).toEqual(
      always('["2001:db8:0:0:0:0:0:0/64", "2001:db8:0:1:0:0:0:0/64"]'),
    );
  });

  test('alternatives and unknown', () => {
    expect(cidr({ 'Fn::If': ['On', '10.0.0.0/24', '10.1.0.0/24'] }, 1, 8)).toEqual({
      '["10.0.0.0/24"]': 'when Flag is "on"',
      '["10.1.0.0/24"]': 'when Flag is "off"',
    });
    expect(cidr({ Ref: 'Free' }, 1, 8)).toEqual(UNKNOWN);
    expect(cidr(NO_VALUE, 1, 8)).toEqual(UNKNOWN);
  });

  test.each([
    ['more than there is', ['10.0.0.0/24', 2, 8]],
    ['none', ['10.0.0.0/16', 0, 8]],
    ['too many', ['10.0.0.0/8', 257, 8]],
    ['a part of a block', ['10.0.0.0/16', 1.5, 8]],
    ['a part of a bit', ['10.0.0.0/16', 1, 1.5]],
    ['bits below none', ['10.0.0.0/16', 1, -1]],
    ['no prefix', ['10.0.0.0', 1, 8]],
    ['an empty prefix', ['10.0.0.0/', 1, 8]],
    ['a prefix that is too long', ['10.0.0.0/33', 1, 0]],
    ['no address', ['10.0.0.256/16', 1, 8]],
    ['no address of IPv6', ['2001:::db8/56', 1, 64]],
    ['an address of IPv6 with two gaps', ['2001::db8::1/56', 1, 64]],
  ])('%s is not worked out', (_name, argument) => {
    expect(cidr(...argument)).toEqual(UNKNOWN);
  });

  test.each([[['10.0.0.0/16']], ['10.0.0.0/16']])('malformed: %j', (argument) => {
    expect(of({ 'Fn::Cidr': argument })).toEqual(
      always('unknown(Fn::Cidr with arguments that it does not take)?'),
    );
  });
});

describe('Fn::GetAZs', () => {
  test('is unknown, and the same list for the region of the stack however it is written', () => {
    expect(of({ 'Fn::GetAZs': '' })).toEqual(always('unknown(Fn::GetAZs)'));
    const sections = {
      Conditions: {
        Same: { 'Fn::Equals': [{ 'Fn::GetAZs': '' }, { 'Fn::GetAZs': { Ref: 'AWS::Region' } }] },
      },
    };
    expect(of({ 'Fn::If': ['Same', 1, 2] }, sections)).toEqual(always('1'));
  });
});

describe('items of a list, as a rule sees them', () => {
  const body = (P: unknown) => ({
    ...SECTIONS,
    Resources: { ...SECTIONS.Resources, Subject: { Type: 'T', Properties: { P } } },
  });
  const items = (P: unknown) => {
    const deployment = deploymentOf(body(P));
    return deployment.templates[0]!.resources.get('Subject')!.get('P').items();
  };

  test('those that are chosen are given under their condition, with their place in the file', () => {
    const { known, open } = items(['a', { 'Fn::If': ['On', 'b', NO_VALUE] }, NO_VALUE]);
    expect(known.map(({ literal, path, given }) => [literal, path, given.isAlways])).toEqual([
      ['a', 'P[0]', true],
      ['b', 'P[1]', false],
    ]);
    expect(known[1]?.at).toEqual(['Resources', 'Subject', 'Properties', 'P', '1']);
    expect(open).toEqual([]);
  });

  test('lists of which one is chosen', () => {
    const { known } = items({ 'Fn::If': ['On', ['a', 'b'], ['c']] });
    expect(known.map(({ literal }) => literal)).toEqual(['a', 'b', 'c']);
    expect(known[0]?.given.meets(known[2]!.given)).toBe(false);
    expect(known[0]?.given.or(known[2]!.given).isAlways).toBe(true);
  });

  test('a single value counts as a list of one; an absent list is empty; an unknown one is open', () => {
    expect(items('a').known.map(({ literal }) => literal)).toEqual(['a']);
    expect(items(NO_VALUE).isEmpty).toBe(true);
    const half = items({ 'Fn::If': ['On', { Ref: 'List' }, 'x'] });
    expect(half.known).toHaveLength(1);
    expect(half.open).toHaveLength(1);
    expect(half.open[0]?.when.or(half.known[0]!.given).isAlways).toBe(true);
  });
});

describe('relations by a property', () => {
  const rule = (VpcId: unknown) => ({
    ...SECTIONS,
    Resources: {
      Vpc: { Type: 'AWS::EC2::VPC' },
      Subject: { Type: 'AWS::EC2::Subnet', Properties: { VpcId } },
    },
  });

  test('point at a resource under the condition, and elsewhere openly', () => {
    const deployment = deploymentOf(rule({ 'Fn::If': ['On', { Ref: 'Vpc' }, { Ref: 'Free' }] }));
    const vpc = deployment.ofType('AWS::EC2::VPC')[0]!;
    const [referrer] = deployment.referrers(vpc, 'AWS::EC2::Subnet', 'VpcId');
    const [open] = deployment.openReferrers('AWS::EC2::Subnet', 'VpcId');
    expect(referrer?.resource.logicalId).toBe('Subject');
    expect(open?.resource.logicalId).toBe('Subject');
    expect(referrer?.when.meets(open!.when)).toBe(false);
    expect(referrer?.when.or(open!.when).isAlways).toBe(true);
  });

  test('are open where the whole list is unknown', () => {
    const deployment = deploymentOf({
      Parameters: { List: { Type: 'CommaDelimitedList' } },
      Resources: { Subject: { Type: 'T', Properties: { A: [{ Ids: { Ref: 'List' } }, { Ids: ['x'] }] } } },
    });
    expect(deployment.openReferrers('T', 'A[*].Ids')).toHaveLength(1);
  });
});
