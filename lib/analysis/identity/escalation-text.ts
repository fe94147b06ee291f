import type { Text } from '../../text';
import { nameOfPath } from './escalation-paths';
import type { Step } from './escalations';

const MOST_NAMED = 3;

/** A way to the rights of another id, step by step. */
export function describeWay(steps: readonly Step[], actions: readonly string[]): Text {
  const texts = steps.map(describeStep);
  const last = rightsOf(actions);
  return {
    ja: `${[...texts.map(({ ja }) => ja), last.ja].join('、')}に至る経路`,
    en: `a way to ${last.en}: ${texts.map(({ en }) => en).join(', then ')}`,
  };
}

function describeStep({ path, over, role }: Step): Text {
  const name = nameOfPath(path);
  const on =
    over === undefined ? { ja: '', en: '' } : { ja: `（${over.logicalId}）`, en: ` on ${over.logicalId}` };
  const as = role === undefined ? ANY : { ja: `${role.logicalId}の権限`, en: `as ${role.logicalId}` };
  return { ja: `${name}${on.ja}により${as.ja}`, en: `by ${name}${on.en} ${as.en}` };
}

const ANY: Text = { ja: '任意のロールの権限', en: 'as any role of the account' };

function rightsOf(actions: readonly string[]): Text {
  if (actions.length === 0) return { ja: '特権IDの変更', en: 'changing privileged ids' };
  const shown = actions.slice(0, MOST_NAMED).join(', ');
  const more = actions.length - MOST_NAMED;
  return more > 0
    ? { ja: `${shown} ほか${more}件`, en: `${shown} and ${more} more` }
    : { ja: shown, en: shown };
}
