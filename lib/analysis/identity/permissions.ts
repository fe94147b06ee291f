import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { ALWAYS, type Guard, NEVER } from '../../model/guard';
import type { Resource } from '../../model/resource';
import type { Statement } from '../policy-document';
import { conditionsOf, isAboutCaller } from './conditions';
import { type Grant, grantsOf, managed } from './grants';
import { shapeOf } from './identities';
import { containsResources, coversNamed, mayCover } from './statements';

/** What an identity may do by one statement. */
export interface Permission {
  readonly path: string;
  readonly at?: readonly string[];
  readonly actions: readonly { readonly action: string; readonly allowed: Claim }[];
}

const UNDETERMINED = new Claim(NEVER, NEVER);

/**
 * What an identity may do: its own policies and those attached to it, less what is denied and what lies beyond its
 * boundary. Service control policies lie outside of templates and are not counted on.
 */
export class Permissions {
  private readonly denials = new Map<Grant, readonly { other: Grant; takesBack: Claim }[]>();

  constructor(
    private readonly grants: readonly Grant[],
    private readonly boundary: readonly Grant[] = [],
    /** Where there is a boundary at all. */
    private readonly bounded: Guard = NEVER,
  ) {}

  /** Those of some actions that are, or may be, allowed, by statement. */
  allowed(actions: readonly string[]): readonly Permission[] {
    return this.grants.flatMap((grant) => {
      const found = possible(grant, actions)
        .map((action) => ({ action, allowed: this.by(grant, action) }))
        .filter(({ allowed }) => !allowed.breaks.isAlways);
      const at = grant.at === undefined ? {} : { at: grant.at };
      return found.length === 0 ? [] : [{ path: grant.path, ...at, actions: found }];
    });
  }

  /** Whether one of some actions is allowed on anything. */
  allowsAny(actions: readonly string[]): Claim {
    let so = Claim.BREAKS;
    for (const grant of this.grants) {
      for (const action of possible(grant, actions)) {
        so = so.or(this.by(grant, action));
        if (so.holds.isAlways) return Claim.HOLDS;
      }
    }
    return so;
  }

  /** Whether the boundary, where there is one, leaves an action. */
  withinBoundary(action: string): Claim {
    return Claim.any(
      this.boundary.map((grant) => grant.allows.and(covers(grant, action)).and(conditionsLet(grant))),
    ).onlyIf(this.bounded);
  }

  private by(grant: Grant, action: string): Claim {
    if (grant.allows.breaks.isAlways) return Claim.BREAKS;
    const named = grant.allows.and(covers(grant, action));
    if (named.breaks.isAlways) return Claim.BREAKS;
    return named
      .and(conditionsLet(grant))
      .and(this.denied(grant, action).not())
      .and(this.withinBoundary(action));
  }

  private denied(grant: Grant, action: string): Claim {
    let denials = this.denials.get(grant);
    if (denials === undefined) {
      denials = [...this.grants, ...this.boundary]
        .map((other) => ({ other, takesBack: takesBack(other, grant) }))
        .filter(({ takesBack: claim }) => !claim.breaks.isAlways);
      this.denials.set(grant, denials);
    }
    return Claim.any(denials.map(({ other, takesBack: claim }) => claim.and(covers(other, action))));
  }
}

/** Those of some actions that a grant may be about. */
function possible({ statement: so, allows }: Grant, actions: readonly string[]): readonly string[] {
  if (allows.breaks.isAlways) return [];
  return so === undefined ? actions : mayCover(so, actions);
}

function covers({ statement: so }: Grant, action: string): Claim {
  return so === undefined ? UNDETERMINED : coversNamed(so, action);
}

/** Whether a Deny takes back, of the actions that it names, all that a grant allows them on. */
function takesBack({ statement: so, denies: effect }: Grant, grant: Grant): Claim {
  if (effect.breaks.isAlways || so === undefined) return Claim.BREAKS;
  const wide = grant.statement === undefined ? isWide(so) : containsResources(so, grant.statement);
  return effect.and(wide).and(deniesWhomever(so));
}

function isWide(so: Statement): Claim {
  return so.resources.some((item) => Claim.when(item.literal === '*' ? ALWAYS : NEVER));
}

/**
 * A Deny with a condition leaves some requests to be made: it does not take the right away. One about the caller may
 * take it away from this one, which only its tags and sessions tell.
 */
function deniesWhomever({ condition }: Statement): Claim {
  const { entries, open } = conditionsOf(condition);
  return Claim.all([
    ...entries.map(({ key, when }) => (isAboutCaller(key) ? UNDETERMINED : Claim.BREAKS).onlyIf(when)),
    ...open.map(({ when }) => new Claim(when.not(), NEVER)),
  ]);
}

/** Whether the conditions of an Allow leave the identity anything; those that limit it to itself or to some ids do not tell. */
function conditionsLet({ statement: so }: Grant): Claim {
  if (so === undefined || (so.condition.isAbsent && !concernsItselfOnly(so))) return Claim.HOLDS;
  const { entries, open } = conditionsOf(so.condition);
  return Claim.all([
    Claim.when(concernsItselfOnly(so) ? NEVER : ALWAYS),
    ...entries.map(({ key, when }) =>
      (isAboutCaller(key) || key.startsWith('iam:') ? UNDETERMINED : Claim.HOLDS).onlyIf(when),
    ),
    ...open.map(({ when }) => new Claim(when.not(), NEVER)),
  ]);
}

/** A right of each user to change its own password, key or second factor only. */
function concernsItselfOnly({ resources }: Statement): boolean {
  return (
    resources.known.length > 0 &&
    resources.open.length === 0 &&
    resources.known.every((item) =>
      item.alternatives.every(({ value }) =>
        value.kind === 'text'
          ? value.parts.some((part) => typeof part === 'string' && part.includes(SELF))
          : value.kind === 'known' && String(value.value).includes(SELF),
      ),
    )
  );
}

const SELF = '${aws:username}';

const memo = new WeakMap<Resource, Permissions>();

/** What a role, user, group or permission set may do. */
export function permissionsOf(identity: Resource): Permissions {
  let permissions = memo.get(identity);
  if (permissions === undefined) {
    const path = shapeOf(identity)?.boundary;
    const boundary = path === undefined ? undefined : identity.get(path);
    permissions = new Permissions(
      grantsOf(identity),
      boundary === undefined ? [] : managed(boundary, identity),
      boundary === undefined ? NEVER : absence(boundary).not(),
    );
    memo.set(identity, permissions);
  }
  return permissions;
}

function absence(field: Field): Guard {
  return field.alternatives.reduce<Guard>(
    (so, { when, value }) => (value.kind === 'absent' ? so.or(when) : so),
    NEVER,
  );
}
