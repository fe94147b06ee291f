import type { Guard } from '../../lib/model/guard';
import { deploymentOf } from '../helpers/inline';
import { holdsIn } from './worlds';

const PARAMETERS = {
  Env: { AllowedValues: ['prod', 'dev', 'test'] },
  Flag: { AllowedValues: ['on', 'off'] },
  F: { Type: 'String', Default: 'prod' },
  G: { Type: 'String' },
};
const ref = (name: string) => ({ Ref: name });
const is = (name: string, value: unknown) => ({ 'Fn::Equals': [ref(name), value] });
const either = (condition: string, yes: unknown, no: unknown) => ({ 'Fn::If': [condition, yes, no] });
const NO_VALUE = ref('AWS::NoValue');

/** The guards of named conditions. */
function guards(Conditions: object, more: object = {}): (name: string) => Guard {
  const deployment = deploymentOf({ Parameters: PARAMETERS, Conditions, Resources: {}, ...more });
  return (name) => deployment.evaluator.conditions.named(name, deployment.templates[0]!);
}

describe('conditions', () => {
  test('And, Or, Not and references to others are what they say', () => {
    const guard = guards({
      Prod: is('Env', 'prod'),
      Dev: is('Env', 'dev'),
      On: is('Flag', 'on'),
      Never: { 'Fn::And': [{ Condition: 'Prod' }, { Condition: 'Dev' }] },
      Both: { 'Fn::And': [{ Condition: 'Prod' }, { Condition: 'On' }] },
      Either: { 'Fn::Or': [{ Condition: 'Prod' }, { Condition: 'On' }] },
      Neither: { 'Fn::Not': [{ Condition: 'Either' }] },
      Alias: { Condition: 'Prod' },
      All: { 'Fn::Or': [is('Env', 'prod'), is('Env', 'dev'), is('Env', 'test')] },
      Other: is('Env', 'staging'),
    });
    expect(guard('Never').isNever).toBe(true);
    expect(guard('All').isAlways).toBe(true);
    expect(guard('Other').isNever).toBe(true);
    expect(guard('Alias')).toBe(guard('Prod'));
    expect(guard('Both')).toBe(guard('Prod').and(guard('On')));
    expect(guard('Either')).toBe(guard('Prod').or(guard('On')));
    expect(guard('Neither')).toBe(guard('Prod').not().and(guard('On').not()));
  });

  test('values compare as text, as CloudFormation does', () => {
    const guard = guards({
      Number: { 'Fn::Equals': [443, '443'] },
      Boolean: { 'Fn::Equals': [true, 'true'] },
      Case: { 'Fn::Equals': ['True', 'true'] },
      Empty: { 'Fn::Equals': ['', ''] },
      Joined: { 'Fn::Equals': [{ 'Fn::Join': ['-', ['a', 'b']] }, 'a-b'] },
    });
    for (const name of ['Number', 'Boolean', 'Empty', 'Joined']) expect(guard(name).isAlways).toBe(true);
    expect(guard('Case').isNever).toBe(true);
  });

  test('yes and on in YAML are Booleans where they are not quoted', () => {
    const deployment = deploymentOf(`
Conditions:
  Plain: !Equals [yes, "true"]
  On: !Equals [On, true]
  Off: !Equals [OFF, "false"]
  Quoted: !Equals ["yes", "true"]
  Letter: !Equals [y, "true"]
Resources: {}
`);
    const guard = (name: string) => deployment.evaluator.conditions.named(name, deployment.templates[0]!);
    for (const name of ['Plain', 'On', 'Off']) expect(guard(name).isAlways).toBe(true);
    for (const name of ['Quoted', 'Letter']) expect(guard(name).isNever).toBe(true);
  });

  test('a text around a parameter is compared by what it leaves for the parameter', () => {
    const sub = (text: string) => ({ 'Fn::Sub': text });
    const guard = guards({
      Is: is('F', 'x'),
      Around: { 'Fn::Equals': [sub('a-${F}-b'), 'a-x-b'] },
      Prefix: { 'Fn::Equals': ['c-x-b', sub('a-${F}-b')] },
      Suffix: { 'Fn::Equals': [sub('a-${F}-b'), 'a-x-c'] },
      Short: { 'Fn::Equals': [sub('ab${F}bc'), 'abc'] },
      Listed: { 'Fn::Equals': [sub('x${Env}'), 'xprod'] },
      Prod: is('Env', 'prod'),
      Two: { 'Fn::Equals': [sub('${F}-${G}'), 'a-b'] },
      TwoNever: { 'Fn::Equals': [sub('x${F}-${G}'), 'a-b'] },
    });
    expect(guard('Around')).toBe(guard('Is'));
    for (const name of ['Prefix', 'Suffix', 'Short', 'TwoNever']) expect(guard(name).isNever).toBe(true);
    expect(guard('Listed')).toBe(guard('Prod'));
    expect(guard('Two').isNever || guard('Two').isAlways).toBe(false);
  });

  test('a reference to a resource, a list and an object are no literal', () => {
    const guard = guards(
      {
        Empty: { 'Fn::Equals': [ref('Bucket'), ''] },
        Name: { 'Fn::Equals': [ref('Bucket'), 'x'] },
        Same: { 'Fn::Equals': [ref('Bucket'), ref('Bucket')] },
        List: { 'Fn::Equals': [['a'], 'a'] },
        Object: { 'Fn::Equals': [{ a: 1 }, 'a'] },
        Absent: { 'Fn::Equals': [NO_VALUE, ''] },
      },
      { Resources: { Bucket: { Type: 'AWS::S3::Bucket' } } },
    );
    for (const name of ['Empty', 'List', 'Object']) expect(guard(name).isNever).toBe(true);
    expect(guard('Same').isAlways).toBe(true);
    for (const name of ['Name', 'Absent']) expect(guard(name).isNever || guard(name).isAlways).toBe(false);
  });

  test('two open parameters agree or not, consistently with every other comparison', () => {
    const guard = guards({
      Same: { 'Fn::Equals': [ref('F'), ref('G')] },
      Turned: { 'Fn::Equals': [ref('G'), ref('F')] },
      FisX: is('F', 'x'),
      GisX: is('G', 'x'),
      GisY: is('G', 'y'),
    });
    expect(guard('Turned')).toBe(guard('Same'));
    expect(guard('FisX').and(guard('GisX')).implies(guard('Same'))).toBe(true);
    expect(guard('FisX').and(guard('GisY')).meets(guard('Same'))).toBe(false);
    expect(guard('Same').and(guard('FisX')).implies(guard('GisX'))).toBe(true);
    // Values that no condition names may be equal or not.
    const elsewhere = (same: string) =>
      holdsIn(guard('Same'), ({ name }) => (name === 'F' || name === 'G' ? 'something else' : same));
    expect(elsewhere('true')).toBe(true);
    expect(elsewhere('false')).toBe(false);
  });

  test('an open parameter and one of a list agree on values of the list only', () => {
    const guard = guards({
      Same: { 'Fn::Equals': [ref('F'), ref('Flag')] },
      FisX: is('F', 'x'),
      FisOn: is('F', 'on'),
      On: is('Flag', 'on'),
    });
    expect(guard('Same').meets(guard('FisX'))).toBe(false);
    expect(guard('FisOn').and(guard('On')).implies(guard('Same'))).toBe(true);
    const many = Array.from({ length: 300 }, (_, index) => `v${index}`);
    const long = guards(
      {
        Same: { 'Fn::Equals': [ref('Many'), ref('G')] },
        GisX: is('G', 'x'),
        GisV: is('G', 'v1'),
        ManyIsV: is('Many', 'v1'),
      },
      { Parameters: { ...PARAMETERS, Many: { AllowedValues: many } } },
    );
    expect(long('Same').meets(long('GisX'))).toBe(false);
    expect(long('Same').and(long('GisV')).implies(long('ManyIsV'))).toBe(true);
  });

  test.each([
    ['an And of nothing', { 'Fn::And': [] }],
    ['an Or of nothing', { 'Fn::Or': [] }],
    ['an Or that is not a list', { 'Fn::Or': { 'Fn::Equals': ['a', 'a'] } }],
    ['a Not of two', { 'Fn::Not': [{ 'Fn::Equals': ['a', 'a'] }, { 'Fn::Equals': ['a', 'a'] }] }],
    ['an Equals of one', { 'Fn::Equals': ['a'] }],
    ['a text', 'true'],
    ['nothing', null],
    ['a function that is no condition', { Ref: 'Flag' }],
    ['a condition that refers to itself', { 'Fn::Not': [{ Condition: 'C' }] }],
    ['a condition that is not defined', { Condition: 'Nobody' }],
    ['a reference that is not a name', { Condition: ['C'] }],
  ])('%s may be so or not', (_name, condition) => {
    const guard = guards({ C: condition })('C');
    expect(guard.isNever).toBe(false);
    expect(guard.isAlways).toBe(false);
  });

  test('conditions in a circle end', () => {
    const guard = guards({ A: { Condition: 'B' }, B: { 'Fn::Not': [{ Condition: 'A' }] } });
    expect(guard('A').isNever || guard('A').isAlways).toBe(false);
  });

  test('a chain of ten thousand conditions ends, as does one that is too entangled', () => {
    const chain: Record<string, unknown> = { C0: is('Flag', 'on') };
    for (let index = 1; index < 10_000; index++) chain[`C${index}`] = { Condition: `C${index - 1}` };
    const last = guards(chain)('C9999');
    expect(last.isNever || last.isAlways).toBe(false);

    const Parameters: Record<string, unknown> = {};
    for (const side of ['P', 'Q'])
      for (let index = 0; index < 40; index++) Parameters[`${side}${index}`] = { AllowedValues: ['0', '1'] };
    const order = Object.keys(Parameters).map((name) => is(name, '0'));
    const pairs = Array.from({ length: 40 }, (_, index) => ({
      'Fn::Equals': [ref(`P${index}`), ref(`Q${index}`)],
    }));
    const body = {
      Parameters,
      Conditions: { Order: { 'Fn::Or': order }, Hard: { 'Fn::And': pairs } },
      Resources: {
        Subject: {
          Type: 'T',
          Condition: 'Hard',
          Properties: { P: either('Order', either('Hard', 1, 2), 3) },
        },
      },
    };
    const { resources } = deploymentOf(body);
    expect(resources[0]?.exists.isNever).toBe(false);
    expect(resources[0]?.get('P').alternatives.length).toBeGreaterThan(0);
  });
});
