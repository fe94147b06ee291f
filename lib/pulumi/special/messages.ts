import { isRecord } from '../../model/template';
import { convert } from '../convert';
import type { Special } from '../special';

/** Each statement of the policy of an event bus is a resource of its own. */
const busPolicy: Special = (made, inputs, written) => {
  const document = convert(inputs['policy'], 'json', (value) => written(value, 'policy'));
  const statements = isRecord(document) ? document['Statement'] : undefined;
  const list = Array.isArray(statements) ? statements : [statements ?? document];
  const others = list.map((Statement, at) => ({
    suffix: `.statement[${at}]`,
    type: 'AWS::Events::EventBusPolicy',
    properties: { ...made, StatementId: `${at}`, Statement },
  }));
  const [first, ...rest] = others;
  Object.assign(made, first?.properties);
  return rest;
};

export const MESSAGES_SPECIAL = { busPolicy } satisfies Readonly<Record<string, Special>>;
