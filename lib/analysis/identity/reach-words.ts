import { withoutCredentials } from '../../credential-formats';
import type { Field } from '../../model/field';
import { describeValue } from '../../model/value';
import { concat, joinTexts, plain, type Text } from '../../text';
import type { Statement } from '../policy-document';
import { NOT_KEPT } from './aws-store-policies';
import { conditionsOf, isAboutCaller } from './conditions';

/** Keys about how, not by whom or from where: TLS, which all clients use. */
const OF_TRANSPORT = new Set(['aws:securetransport', 's3:tlsversion']);

const OF_AWS: Text = {
  ja: 'AWS管理ポリシーの条件又は対象による',
  en: 'conditions or resources in the policy of AWS let it',
};

/** The conditions of a statement in words, as they are written; nothing where they ask no more than TLS. */
export function conditionText({ condition }: Statement): Text | undefined {
  if (condition.isAbsent) return undefined;
  const parts: Text[] = [];
  for (const operator of condition.entries().known) {
    for (const key of operator.entries().known) {
      if (nameOf(key) === NOT_KEPT) return OF_AWS;
      if (OF_TRANSPORT.has(nameOf(key).toLowerCase())) continue;
      const values = joinTexts(
        key
          .items()
          .known.flatMap(({ alternatives }) => alternatives.map(({ value }) => describeValue(value))),
        plain(' | '),
      );
      parts.push(concat(`${nameOf(operator)} ${nameOf(key)} = `, values));
    }
  }
  const { open } = conditionsOf(condition);
  if (open.length > 0) parts.push({ ja: '定まらない条件', en: 'conditions that are not known' });
  if (parts.length === 0) return undefined;
  return withoutCredentials(joinTexts(parts, { ja: ' かつ ', en: ' and ' }));
}

function nameOf(field: Field): string {
  return field.at[field.at.length - 1] ?? '';
}

/** The keys by which a statement asks who somebody is, where templates need not say. */
export function callerKeysOf({ condition }: Statement): readonly string[] {
  if (condition.isAbsent) return [];
  return conditionsOf(condition)
    .entries.map(({ key }) => key)
    .filter((key) => key !== NOT_KEPT.toLowerCase())
    .filter((key) => isAboutCaller(key) || /resourcetag\/|existingobjecttag/.test(key));
}
