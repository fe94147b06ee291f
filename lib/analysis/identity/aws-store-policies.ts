import table from './data/aws-managed-store-policies.json';

/**
 * What the policies of AWS say of actions that concern stores, as published (`source` of the table, by
 * scripts/refresh-aws-managed-store-policies.mjs). By name: statements of an effect, actions (`!`: all but these) and
 * resources (everything, where there are none); `?` is an Allow of which conditions or resources are not kept.
 */
function policies(): Readonly<Record<string, string>> {
  return table.policies;
}

let without: ReadonlySet<string> | undefined;

/** Stands for the conditions of a policy of AWS that are not kept. */
export const NOT_KEPT = 'aws:PrincipalTag/conditions-of-aws';

const EFFECTS: Readonly<Record<string, object>> = {
  '+': { Effect: 'Allow' },
  '-': { Effect: 'Deny' },
  // Whom the condition lets in cannot be told.
  '?': { Effect: 'Allow', Condition: { StringEquals: { [NOT_KEPT]: '-' } } },
};

/** The document of a policy of AWS, reduced to what concerns stores; undefined when it is not known. */
export function awsStorePolicy(name: string): object | undefined {
  without ??= new Set(table.without.split(' '));
  if (without.has(name)) return { Statement: [] };
  if (!Object.hasOwn(policies(), name)) return undefined;
  return { Statement: (policies()[name] as string).split('\n').map(statementOf) };
}

function statementOf(row: string): object {
  const [effect = '', actions = '', resources = '*'] = row.split('\t');
  const all = actions.startsWith('!');
  return {
    ...EFFECTS[effect],
    [all ? 'NotAction' : 'Action']: actions.slice(all ? 1 : 0).split(' '),
    Resource: resources.split(' '),
  };
}
