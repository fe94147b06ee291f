import type { JsonObject } from '../../mutation/json';
import { judge, relevantMutants } from '../../mutation/judge';
import { countsTable, groupsOf, outcomeOf } from '../../mutation/report';
import { Schemas } from '../../mutation/schema';
import { forgottenConstructs, mutantsOfSubject, recipes, synthesize } from '../../mutation/subjects';
import { matches } from '../../mutation/tables';

const NAME = 'RetainedLogGroup (my-number)';
const subject = synthesize(NAME, recipes()[NAME]!);
const results = judge(subject);
const noticing = (type: string, path: string, operator: string) =>
  results
    .filter((result) => result.type === type && result.path === path && result.operator === operator)
    .map(({ noticedBy }) => noticedBy);

describe('the mutants of a log group that complies', () => {
  test.each([
    ['no key', 'KmsKeyId', 'drop', 'LogGroupCustomerManagedKey'],
    ['a key of AWS', 'KmsKeyId', 'managed-key', 'LogGroupCustomerManagedKey'],
    ['kept for a day (7.1(6)①)', 'RetentionInDays', 'number-one', 'LogGroupRetention'],
    ['deleted with its stack (7.1(6)②)', 'DeletionPolicy', 'weaken', 'LogGroupSurvivesStack'],
  ])('%s: is noticed', (_, path, operator, rule) => {
    expect(noticing('AWS::Logs::LogGroup', path, operator)).toEqual([expect.arrayContaining([rule])]);
  });

  test('a key that does not rotate is noticed', () => {
    expect(noticing('AWS::KMS::Key', 'EnableKeyRotation', 'flip')).toEqual([
      expect.arrayContaining(['KmsKeyRotation']),
    ]);
  });

  test('kept for a year and a half is long enough, and no rule says otherwise', () => {
    expect(noticing('AWS::Logs::LogGroup', 'RetentionInDays', 'number-half')).toEqual([[]]);
  });

  test('none makes a rule fail', () => {
    expect(results.filter(({ crashed }) => crashed.length > 0)).toEqual([]);
  });

  test('descriptions are not among them', () => {
    expect(relevantMutants(subject).some(({ mutant }) => mutant.path === 'Description')).toBe(false);
  });

  test('are judged the same in parts', () => {
    const parts = [0, 1].flatMap((part) => judge(subject, { part, of: 2 }));
    const key = (result: (typeof results)[number]) => JSON.stringify(result);
    expect(parts.map(key).sort()).toEqual(results.map(key).sort());
  });

  test('are counted once each', () => {
    const outcome = outcomeOf(
      results,
      [{ subject: NAME, type: 'AWS::Logs::LogGroup' }],
      [
        { path: /^RetentionInDays$/, operators: ['number-half'], reason: 'long enough' },
        { path: /^Nowhere$/, reason: 'matches nothing' },
      ],
    );
    expect(outcome.reasons.map(({ count }) => count)).toEqual([1, 0]);
    const [counts] = outcome.bySubject;
    expect(counts?.mutants).toBe(results.length + 1);
    expect(
      counts!.noticed + counts!.irrelevant + counts!.refused + counts!.explained + counts!.unexplained,
    ).toBe(counts?.mutants);
    expect(countsTable('subject', outcome.bySubject)).toContain(`| ${NAME} |`);
  });
});

test('what AWS refuses is known by its schemas', () => {
  const schemas = new Schemas();
  const group = (properties: JsonObject): JsonObject => ({
    Resources: { Group: { Type: 'AWS::EC2::SecurityGroup', Properties: properties } },
  });
  const written = group({ GroupDescription: 'Web', GroupName: 'web' });
  expect(schemas.refuses(written, group({ GroupName: 'web' }), 'Group')).toBe(true);
  expect(schemas.refuses(written, group({ GroupDescription: 'Web' }), 'Group')).toBe(false);
  expect(schemas.refuses(written, { Resources: {} }, 'Group')).toBe(false);
});

test('survivors of one kind form a group', () => {
  const [first, second] = results;
  const groups = groupsOf([first!, { ...first!, logicalId: 'Other' }, second!]);
  expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(3);
  expect(groups.some(({ count }) => count === 2)).toBe(true);
});

test('a row matches by everything that it says', () => {
  const mutant = {
    logicalId: 'A',
    type: 'AWS::S3::Bucket',
    path: 'Status',
    operator: 'drop',
    note: 'without 1',
  };
  expect(matches({ reason: '' }, NAME, mutant)).toBe(true);
  expect(
    matches({ type: 'AWS::S3::Bucket', path: /Status/, operators: ['drop'], reason: '' }, NAME, mutant),
  ).toBe(true);
  expect(matches({ type: 'AWS::S3', reason: '' }, NAME, mutant)).toBe(false);
  expect(matches({ type: /^AWS::S3/, path: /^Mode/, reason: '' }, NAME, mutant)).toBe(false);
  expect(matches({ operators: ['flip'], reason: '' }, NAME, mutant)).toBe(false);
  expect(matches({ subject: /internet/, reason: '' }, NAME, mutant)).toBe(false);
});

test('every approved construct is part of a subject', () => {
  expect(forgottenConstructs()).toEqual([]);
});

test('the network around a construct is judged in the first zone of the construct, and in a subject of its own', () => {
  const ids = (name: string) =>
    mutantsOfSubject(synthesize(name, recipes()[name]!)).map(({ mutant }) => mutant.logicalId);
  const around = (id: string) => id.startsWith('Network');
  const first = ids('EncryptedCache (my-number)');
  const second = ids('EncryptedCache (lgwan)');
  expect(first.filter(around).length).toBeGreaterThan(100);
  expect(second.filter(around)).toEqual([]);
  expect(second).toEqual(first.filter((id) => !around(id)));
  expect(ids('LgwanVpc (lgwan)').filter(around).length).toBeGreaterThan(100);
});
