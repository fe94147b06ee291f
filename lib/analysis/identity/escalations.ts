import { Claim } from '../../model/claim';
import type { Deployment } from '../../model/deployment';
import type { Resource } from '../../model/resource';
import type { Facts } from '../../policy/profile';
import { arnOf } from '../arn-pattern';
import { CREDENTIAL_ACTIONS } from './credential-actions';
import { type Entrance, entrances } from './entrances';
import { ESCALATING_ACTIONS, ESCALATION_PATHS, type EscalationPath } from './escalation-paths';
import { isAboutAnyId } from './giving-rights';
import { rolesOf } from './holders';
import { type Ask, type By, type Permissions, permissionsOf } from './permissions';
import { runsOf } from './pipelines';

/** One way from an id to the rights of another one. */
export interface Step {
  readonly path: EscalationPath;
  /** What is made to run something, where it is there already. */
  readonly over?: Resource;
  /** Undefined: whichever role of the account one likes. */
  readonly role?: Resource;
  /** The statement that opens it. */
  readonly by?: By;
  readonly open: Claim;
}

/** A way from an id to rights that it does not have itself. */
export interface Escalation {
  readonly steps: readonly Step[];
  /** What the last role may do of what was asked; nothing, where it can be any role. */
  readonly actions: readonly string[];
  readonly open: Claim;
}

/** Longer ways than this are not followed. */
const MOST_STEPS = 4;

const memo = new WeakMap<Permissions, readonly Step[]>();

/** The ways that lead on from an id by one step. */
export function stepsFrom(identity: Resource, facts: Facts): readonly Step[] {
  const permissions = permissionsOf(identity, facts);
  let steps = memo.get(permissions);
  if (steps === undefined) {
    // What a policy that cannot be seen may allow is told of the id itself.
    const seen = permissions.seen();
    const named = seen.mayGive(ESCALATING_ACTIONS);
    steps = ESCALATION_PATHS.filter((path) => isNamed(path, named)).flatMap((path) =>
      stepsBy(path, identity, seen),
    );
    memo.set(permissions, steps);
  }
  return steps;
}

function isNamed({ actions, andOneOf, gains }: EscalationPath, named: ReadonlySet<string>): boolean {
  // A role that names another one lets it in, whatever its own policies say.
  if (gains.kind === 'role') return true;
  return (
    actions.every((action) => named.has(action)) &&
    (andOneOf === undefined || andOneOf.some((action) => named.has(action)))
  );
}

function stepsBy(path: EscalationPath, identity: Resource, permissions: Permissions): readonly Step[] {
  const { gains } = path;
  if (gains.kind === 'role') return assumed(path, identity, permissions);
  if (gains.kind === 'passed role') return passed(path, gains.service, identity, permissions);
  if (gains.kind === 'role of service') return ofService(path, gains.service, identity, permissions);
  if (gains.kind === 'role of pipeline') return byPipeline(path, gains.source, identity, permissions);
  const { holder } = gains;
  const holders = identity.deployment.ofType(holder.type);
  // What names no resource is open for all of them, or for none.
  const whatever =
    holder.isTarget === true || holders.length === 0 ? undefined : opening(path, permissions, {});
  if (whatever?.open.breaks.isAlways) return [];
  return holders.flatMap((over) => {
    const held = rolesOf(over, holder);
    if (held.length === 0) return [];
    const { open, by } = whatever ?? opening(path, permissions, { target: arnOf(over) });
    if (open.breaks.isAlways) return [];
    return held.map(({ role, when }) => step({ path, over, role, open: open.and(Claim.when(when)) }, by));
  });
}

/** Whether all that a path needs besides a role is allowed, and by which statement it begins. */
function opening(
  path: EscalationPath,
  permissions: Permissions,
  target: Partial<Ask>,
): { readonly open: Claim; readonly by: By | undefined } {
  const open = allOf(path, permissions, target);
  if (open.breaks.isAlways) return { open, by: undefined };
  return { open, by: permissions.statementsFor({ action: path.actions[0] as string, ...target })[0] };
}

function step(made: Step, by: By | undefined): Step {
  return by === undefined ? made : { ...made, by };
}

/** Whether all that a path needs besides a role is allowed. */
function allOf({ actions, andOneOf }: EscalationPath, permissions: Permissions, more: Partial<Ask>): Claim {
  return Claim.allInTurn(
    ...actions
      .filter((action) => action !== PASS)
      .map((action) => () => permissions.may({ action, ...(needsTarget(action) ? more : {}) })),
    () =>
      andOneOf === undefined ? Claim.HOLDS : Claim.any(andOneOf.map((action) => permissions.may({ action }))),
  );
}

/** A life-cycle configuration is something of its own. */
function needsTarget(action: string): boolean {
  return !/:Create\w*Config$/.test(action);
}

const PASS = 'iam:PassRole';

function passed(
  path: EscalationPath,
  service: string,
  { deployment }: Resource,
  permissions: Permissions,
): readonly Step[] {
  const others = allOf(path, permissions, {});
  if (others.breaks.isAlways) return [];
  const ask: Ask = {
    action: PASS,
    known: { 'iam:passedtoservice': { kind: 'values', values: [service] } },
  };
  const statements = permissions.statementsFor(ask);
  const steps: Step[] = trusting(deployment, service).flatMap(({ role, opens }) => {
    const open = Claim.allInTurn(
      () => permissions.may({ ...ask, target: arnOf(role) }),
      () => opens,
      () => others,
    );
    return open.breaks.isAlways ? [] : [step({ path, role, open }, statements[0])];
  });
  // Where the passing of some roles is denied, those that matter are left out, as far as can be seen.
  const free = permissions.isDeniedSomewhere(PASS) ? [] : statements;
  const anyRole = free.flatMap((by) => {
    const so = by.grant.statement;
    const open =
      so === undefined
        ? Claim.BREAKS
        : Claim.allInTurn(
            () => isAboutAnyId(so),
            () => by.allowed,
            () => others,
          );
    return open.breaks.isAlways ? [] : [step({ path, open: bare(open) }, by)];
  });
  return [...steps, ...anyRole];
}

function ofService(
  path: EscalationPath,
  service: string,
  { deployment }: Resource,
  permissions: Permissions,
): readonly Step[] {
  const open = allOf(path, permissions, {});
  if (open.breaks.isAlways) return [];
  const [by] = permissions.statementsFor({ action: path.actions[0] as string });
  return trusting(deployment, service).map(({ role, opens }) =>
    step({ path, role, open: open.and(opens) }, by),
  );
}

function byPipeline(
  path: EscalationPath,
  type: string,
  { deployment }: Resource,
  permissions: Permissions,
): readonly Step[] {
  return runsOf(deployment)
    .filter(({ source }) => source.type === type)
    .flatMap(({ source, role, when }) => {
      const suffix = type === 'AWS::S3::Bucket' ? '/*' : '';
      const ask: Ask = { action: path.actions[0] as string, target: arnOf(source, suffix), within: true };
      const open = permissions.may(ask).and(Claim.when(when));
      if (open.breaks.isAlways) return [];
      return [step({ path, over: source, role, open }, permissions.statementsFor(ask)[0])];
    });
}

function assumed(path: EscalationPath, identity: Resource, permissions: Permissions): readonly Step[] {
  const { named, byAccount } = entrances(identity.deployment);
  const may = (role: Resource) => permissions.may({ action: path.actions[0] as string, target: arnOf(role) });
  return [
    ...(named.get(identity) ?? []).map(({ role, opens }): Step => ({ path, role, open: opens })),
    ...(permissions.mayName(path.actions).size === 0 ? [] : byAccount)
      .filter(({ role }) => role !== identity)
      .map(
        ({ role, opens }): Step => ({
          path,
          role,
          open: bare(
            Claim.allInTurn(
              () => may(role),
              () => opens,
            ),
          ),
        }),
      ),
  ].filter(({ open }) => !open.breaks.isAlways);
}

function bare({ holds, breaks }: Claim): Claim {
  return new Claim(holds, breaks);
}

function trusting(deployment: Deployment, service: string): readonly Entrance[] {
  return entrances(deployment).byService.get(service) ?? [];
}

/**
 * The ways in which an id comes to change credentials of others, over the roles of the deployment. The shortest for each
 * role that it comes to.
 *
 * @param leavesOut first steps that are told elsewhere
 */
export function escalationsOf(
  identity: Resource,
  facts: Facts,
  leavesOut: (step: Step) => boolean,
): readonly Escalation[] {
  const found: Escalation[] = [];
  const reached = new Map<Resource, Claim>([[identity, Claim.HOLDS]]);
  let ends: readonly Way[] = [{ at: identity, steps: [], open: Claim.HOLDS }];
  for (let length = 1; length <= MOST_STEPS && ends.length > 0; length++) {
    const next: Way[] = [];
    for (const way of ends) {
      for (const one of stepsFrom(way.at, facts)) {
        if (length === 1 && leavesOut(one)) continue;
        const open = way.open.and(one.open);
        if (open.breaks.isAlways) continue;
        const steps = [...way.steps, one];
        const { role } = one;
        if (role === undefined) {
          if (!found.some((other) => other.steps.at(-1)?.role === undefined && other.open.holds.isAlways))
            found.push({ steps, actions: [], open });
          continue;
        }
        const before = reached.get(role);
        if (before !== undefined && !isBetter(open, before)) continue;
        reached.set(role, before === undefined ? open : before.or(open));
        found.push(...endsAt(role, steps, open, facts));
        next.push({ at: role, steps, open });
      }
    }
    ends = next;
  }
  return found;
}

interface Way {
  readonly at: Resource;
  readonly steps: readonly Step[];
  readonly open: Claim;
}

/** Whether a way is open under some choice under which the others are not certain to be. */
function isBetter(open: Claim, before: Claim): boolean {
  return !open.holds.implies(before.holds) || (before.holds.isNever && !before.breaks.implies(open.breaks));
}

function endsAt(role: Resource, steps: readonly Step[], open: Claim, facts: Facts): readonly Escalation[] {
  const rights = permissionsOf(role, facts).allowed(CREDENTIAL_ACTIONS);
  const named = rights.flatMap(({ actions }) => actions);
  const may = bare(Claim.any(named.map(({ allowed }) => allowed)));
  const whole = open.and(may);
  if (whole.breaks.isAlways) return [];
  return [{ steps, actions: [...new Set(named.map(({ action }) => action))], open: whole }];
}
