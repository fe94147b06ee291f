import { joinTexts, type Text } from '../text';
import type { Guard } from './guard';

/** One choice of parameters under which a guard holds, for people; undefined when it always holds. */
export function describeGuard(guard: Guard): Text | undefined {
  const choices = guard.isAlways ? [] : (guard.witness() ?? []);
  if (choices.length === 0) return undefined;
  return joinTexts(
    choices.map(({ variable, equals, noneOf }) =>
      equals !== undefined
        ? {
            ja: `${variable.name}が${JSON.stringify(equals)}の場合`,
            en: `when ${variable.name} is ${JSON.stringify(equals)}`,
          }
        : {
            ja: `${variable.name}が${(noneOf ?? []).map((item) => JSON.stringify(item)).join('、')}以外の場合`,
            en: `when ${variable.name} is not ${(noneOf ?? []).map((item) => JSON.stringify(item)).join(' or ')}`,
          },
    ),
    { ja: '、', en: ' and ' },
  );
}
