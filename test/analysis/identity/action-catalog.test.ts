import { actionsCoveredBy, actionsOf } from '../../../lib/analysis/identity/action-catalog';

test('classes actions as the reference does', () => {
  const levels = new Map(actionsOf('kms')?.map(({ name, level }) => [name, level]));
  expect(levels.get('kms:Decrypt')).toBe('Write');
  expect(levels.get('kms:PutKeyPolicy')).toBe('Permissions management');
  expect(levels.get('kms:ListKeys')).toBe('List');
});

test('expands patterns without regard to case', () => {
  const covered = actionsCoveredBy('SQS:*messagevisibility').map(({ name }) => name);
  expect(covered).toEqual(['sqs:ChangeMessageVisibility']);
});

test('expands a pattern over all services', () => {
  const covered = actionsCoveredBy('*:GetSecretValue').map(({ name }) => name);
  expect(covered).toEqual(['secretsmanager:GetSecretValue']);
});

test('knows nothing of other services', () => {
  expect(actionsOf('gamelift')).toBeUndefined();
  expect(actionsOf('constructor')).toBeUndefined();
  expect(actionsCoveredBy('gamelift:*')).toEqual([]);
});
