import { deploymentOf } from '../helpers/inline';
import { always, evaluated } from './evaluate';

const SECTIONS = {
  Parameters: { Env: { AllowedValues: ['prod', 'dev', 'test'] }, Free: { Type: 'String' } },
  Mappings: {
    Days: { prod: { logs: 365, list: ['a', 'b'] }, dev: { logs: 30, list: ['c'] } },
    Regions: { 'ap-northeast-1': { az: 'apne1' }, 'ap-northeast-3': { az: 'apne3' } },
    Odd: { yes: { on: 'yes on' }, '1': { '2': 'numbers' } },
  },
  Resources: { Bucket: { Type: 'AWS::S3::Bucket' } },
};
const find = (...argument: unknown[]) => evaluated({ 'Fn::FindInMap': argument }, SECTIONS);

test('known keys give the entry, a text, a number or a list', () => {
  expect(find('Days', 'prod', 'logs')).toEqual(always('365'));
  expect(find('Days', 'prod', 'list')).toEqual(always('["a", "b"]'));
  expect(find('Odd', 1, 2)).toEqual(always('"numbers"'));
});

test('a key of several values gives the entry of each; without one the deployment fails', () => {
  expect(find('Days', { Ref: 'Env' }, 'logs')).toEqual({
    '365': 'when Env is "prod"',
    '30': 'when Env is "dev"',
    impossible: 'when Env is "test"',
  });
});

test('a key that is not known chooses among the keys that there are', () => {
  expect(find('Days', { Ref: 'Free' }, 'logs')).toEqual({
    '365': 'when Free is "prod"',
    '30': 'when Free is "dev"',
    impossible: 'when Free is not "dev" or "prod"',
  });
  expect(find('Regions', { Ref: 'AWS::Region' }, 'az')).toEqual({
    '"apne1"': 'when AWS::Region is "ap-northeast-1"',
    '"apne3"': 'when AWS::Region is "ap-northeast-3"',
    impossible: 'when AWS::Region is not "ap-northeast-1" or "ap-northeast-3"',
  });
  // The map itself and the second key may be open as well.
  expect(Object.keys(find({ Ref: 'Free' }, 'prod', 'logs'))).toContain('365');
  expect(Object.keys(find('Days', 'prod', { Ref: 'Free' }))).toEqual(['365', '["a", "b"]', 'impossible']);
});

test('a key of which a part is known leaves only the keys that fit', () => {
  expect(find('Regions', { 'Fn::Sub': 'ap-${Free}-3' }, 'az')).toEqual({
    '"apne3"': 'when Free is "northeast"',
    impossible: 'when Free is not "northeast"',
  });
  // Of two open parts it is not known which they are, but still which keys fit.
  const two = find('Regions', { 'Fn::Sub': '${Free}-${AWS::StackName}-3' }, 'az');
  expect(Object.keys(two)).toEqual(['"apne3"', 'impossible']);
});

test('a key that names a resource, or cannot be told at all', () => {
  expect(Object.keys(find('Days', { Ref: 'Bucket' }, 'logs'))).toEqual(['30', '365', 'impossible']);
  expect(find('Days', { Ref: 'AWS::NoValue' }, 'logs')).toEqual(
    always('unknown(an entry of a mapping that is not known)'),
  );
  expect(find('Days', { 'Fn::Transform': { Name: 'M' } }, 'logs')).toEqual(
    always('unknown(an entry of a mapping that is not known)'),
  );
});

test('two entries by one key agree', () => {
  const days = { 'Fn::FindInMap': ['Days', { Ref: 'Free' }, 'logs'] };
  expect(evaluated({ 'Fn::Join': ['-', [days, days]] }, SECTIONS)).toEqual({
    '"365-365"': 'when Free is "prod"',
    '"30-30"': 'when Free is "dev"',
    impossible: 'when Free is not "dev" or "prod"',
  });
});

test('a default stands in for a missing entry', () => {
  expect(find('Days', 'test', 'logs', { DefaultValue: 90 })).toEqual(always('90'));
  expect(find('Days', 'prod', 'other', { DefaultValue: { Ref: 'Free' } })).toEqual(always('unknown(Free)'));
  expect(find('Days', 'prod', 'logs', { DefaultValue: 90 })).toEqual(always('365'));
  expect(find('Days', { Ref: 'Env' }, 'logs', { DefaultValue: 90 })).toEqual({
    '365': 'when Env is "prod"',
    '30': 'when Env is "dev"',
    '90': 'when Env is "test"',
  });
  expect(find('Nowhere', 'prod', 'logs', { DefaultValue: 90 })).toEqual(always('90'));
});

test('a missing entry fails the deployment, and stays so in what is made of it', () => {
  expect(find('Days', 'test', 'logs')).toEqual(always('impossible'));
  expect(find('Days', 'prod', 'other')).toEqual(always('impossible'));
  const missing = { 'Fn::FindInMap': ['Days', 'test', 'logs'] };
  for (const expression of [
    { 'Fn::Join': ['-', ['x', missing]] },
    { 'Fn::Sub': ['${V}', { V: missing }] },
    { 'Fn::Split': [',', missing] },
    { 'Fn::Base64': missing },
    { 'Fn::Cidr': [missing, 1, 8] },
    { 'Fn::FindInMap': ['Days', missing, 'logs'] },
    { 'Fn::ImportValue': missing },
    { 'Fn::GetStackOutput': { StackName: missing, OutputName: 'x' } },
    { 'Fn::ToJsonString': { x: missing } },
    { 'Fn::Select': [0, { 'Fn::FindInMap': ['Days', 'test', 'list'] }] },
  ]) {
    expect(evaluated(expression, SECTIONS)).toEqual(always('impossible'));
  }
});

test('a mapping that is not defined is unknown, and told', () => {
  expect(find('Nowhere', 'prod', 'logs')).toEqual(always('unknown(an entry of a mapping that is not known)'));
  const deployment = deploymentOf({
    Resources: { Subject: { Type: 'T', Properties: { P: { 'Fn::FindInMap': ['Nowhere', 'a', 'b'] } } } },
  });
  expect(deployment.templates[0]?.problems).toMatchObject([
    { kind: 'undefined-reference', logicalId: 'Subject' },
  ]);
});

test('a mapping that a macro fills in is unknown beyond what is written', () => {
  const include = { 'Fn::Transform': { Name: 'AWS::Include' } };
  const unknown = always('unknown(an entry of a mapping that is not known)');
  const found = (Mappings: object, key: unknown = 'test') =>
    evaluated({ 'Fn::FindInMap': ['Days', key, 'logs'] }, { ...SECTIONS, Mappings });
  expect(found(include)).toEqual(unknown);
  expect(found({ Days: { ...include, prod: { logs: 365 } } })).toEqual(unknown);
  expect(found({ Days: { ...include, prod: { logs: 365 } } }, 'prod')).toEqual(always('365'));
  expect(found({ Days: { ...include, prod: { logs: 365 } } }, { Ref: 'Free' })).toEqual(unknown);
  expect(found({ Days: { test: include } })).toEqual(unknown);
});

test('YAML reads yes as a Boolean where it is a key to look for, and the entry is found', () => {
  expect(find('Odd', true, true)).toEqual(always('"yes on"'));
});

test.each([[['Days', 'prod']], ['Days'], [{}]])('malformed: %j', (argument) => {
  expect(evaluated({ 'Fn::FindInMap': argument }, SECTIONS)).toEqual(
    always('unknown(Fn::FindInMap with arguments that it does not take)?'),
  );
});
