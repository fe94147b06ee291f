import table from './data/aws-managed-policies.json';

/**
 * Policies that AWS manages, by content, as published in September 2026 (`source` of the table, by
 * scripts/refresh-aws-managed-policies.mjs): which of CREDENTIAL_ACTIONS, ADMINISTRATIVE_ACTIONS and ESCALATING_ACTIONS
 * they grant on any resource, without a condition but for the services that a role is passed to. Policies of
 * service-linked roles are left out, since nobody can attach them; a policy in neither list is not known.
 */

/** By name: the action patterns that a policy allows; with `!`, all actions but these. */
function granting(): Readonly<Record<string, string>> {
  return table.granting;
}

let harmless: ReadonlySet<string> | undefined;

/** The policy document of an AWS managed policy, reduced to the actions that matter; undefined when it is not known. */
export function awsManagedPolicy(name: string): object | undefined {
  if (name === 'AWSDenyAll') return { Statement: [onEverything({ Effect: 'Deny', Action: '*' })] };
  harmless ??= new Set(table.harmless.split(' '));
  if (harmless.has(name)) return { Statement: [] };
  if (!Object.hasOwn(granting(), name)) return undefined;
  const patterns = (granting()[name] as string).split(' ');
  const excepted = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
  if (excepted.length > 0) return { Statement: [onEverything({ Effect: 'Allow', NotAction: excepted })] };
  const passing = patterns.filter((pattern) => pattern.startsWith(PASSED)).map(passedTo);
  const free = patterns.filter((pattern) => !pattern.startsWith(PASSED));
  return {
    Statement: [...(free.length === 0 ? [] : [onEverything({ Effect: 'Allow', Action: free })]), ...passing],
  };
}

const PASSED = 'iam:PassRole@';

function passedTo(pattern: string): object {
  const services = pattern.slice(PASSED.length).split(',');
  return onEverything({
    Effect: 'Allow',
    Action: 'iam:PassRole',
    Condition: { StringLike: { 'iam:PassedToService': services } },
  });
}

function onEverything(statement: object): object {
  return { ...statement, Resource: '*' };
}
