import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { ALWAYS, type Guard, NEVER } from '../../model/guard';
import type { Requirement } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import type { Facts } from '../../policy/profile';
import { coversArn, meetsArn } from '../arn-pattern';
import type { Statement } from '../policy-document';
import { isAboutKind } from './action-resources';
import { conditionsLet, deniesAlways, type Knowledge } from './grant-conditions';
import { controlGrants, type Grant, grantsOf, managed } from './grants';
import { shapeOf } from './identities';
import { containsResources, coversNamed, mayCover } from './statements';

/** What an identity may do by one statement. */
export interface Permission {
  readonly path: string;
  readonly at?: readonly string[];
  readonly statement?: Statement;
  readonly actions: readonly { readonly action: string; readonly allowed: Claim }[];
}

/** What is asked of the rights of an identity. */
export interface Ask {
  /** As `service:Name`. */
  readonly action: string;
  /** The ARN of one resource as `arnOf` gives it. @default - any resource will do */
  readonly target?: string;
  /** Whether something of what the target stands for, with its wildcards, is enough. @default - all of it is asked for */
  readonly within?: true;
  /** What is known of the request besides. */
  readonly known?: Knowledge;
}

/** A statement by which something is, or may be, allowed. */
export interface By {
  readonly grant: Grant;
  readonly allowed: Claim;
}

const UNDETERMINED = new Claim(NEVER, NEVER);
const NOTHING_KNOWN: Knowledge = {};

/**
 * What an identity may do: its own policies and those attached to it, less what is denied, what lies beyond its boundary
 * and beyond the service control policies that the profile names.
 */
export class Permissions {
  private readonly denials: readonly Grant[];

  constructor(
    private readonly grants: readonly Grant[],
    private readonly identity?: Resource,
    private readonly boundary: readonly Grant[] = [],
    /** Where there is a boundary at all. */
    private readonly bounded: Guard = NEVER,
    /** Service control policies, by level of the organization. */
    private readonly control: readonly (readonly Grant[])[] = [],
  ) {
    this.denials = [...grants, ...boundary, ...control.flat()].filter(
      ({ denies, statement }) => statement !== undefined && !denies.breaks.isAlways,
    );
  }

  /** The same without policies that cannot be seen. */
  seen(): Permissions {
    const { grants, identity, boundary, bounded, control } = this;
    const seen = grants.filter(({ statement }) => statement !== undefined);
    return seen.length === grants.length ? this : new Permissions(seen, identity, boundary, bounded, control);
  }

  /** Those of some actions that are, or may be, allowed on anything, by statement. */
  allowed(actions: readonly string[], known: Knowledge = NOTHING_KNOWN): readonly Permission[] {
    return this.grants.flatMap((grant) => {
      const found = possible(grant, actions)
        .map((action) => ({ action, allowed: this.by(grant, { action, known }) }))
        .filter(({ allowed }) => !allowed.breaks.isAlways);
      if (found.length === 0) return [];
      const { path, at, statement } = grant;
      return [
        {
          path,
          ...(at === undefined ? {} : { at }),
          ...(statement === undefined ? {} : { statement }),
          actions: found,
        },
      ];
    });
  }

  /** Whether one of some actions is allowed on anything. */
  allowsAny(actions: readonly string[], known: Knowledge = NOTHING_KNOWN): Claim {
    let so = Claim.BREAKS;
    for (const grant of this.grants) {
      for (const action of possible(grant, actions)) {
        so = so.or(this.by(grant, { action, known }));
        if (so.holds.isAlways) return Claim.HOLDS;
      }
    }
    return so;
  }

  /** Whether what is asked is allowed by any statement. */
  may(ask: Ask): Claim {
    return Claim.any(this.statementsFor(ask).map(({ allowed }) => allowed));
  }

  /** The statements by which what is asked is, or may be, allowed. */
  statementsFor(ask: Ask): readonly By[] {
    return this.grants
      .map((grant) => ({ grant, allowed: this.by(grant, ask) }))
      .filter(({ allowed }) => !allowed.breaks.isAlways);
  }

  /** Those of some actions that a statement names or may name, whatever else is denied. */
  mayName(actions: readonly string[]): ReadonlySet<string> {
    return new Set(this.grants.flatMap((grant) => possible(grant, actions)));
  }

  /** Whether a Deny takes an action back of some resources at least. */
  isDeniedSomewhere(action: string): boolean {
    return this.denials.some(({ statement }) => mayCover(statement as Statement, [action]).length > 0);
  }

  /** Whether an action is denied on everything, so that the policy of no resource can give it. */
  denies(action: string): Claim {
    return Claim.any(
      this.denials.map(({ statement, denies }) => {
        const so = statement as Statement;
        return Claim.allInTurn(
          () => denies.and(coversNamed(so, action)),
          () => isWide(so),
          () => deniesAlways(so, this.identity, NOTHING_KNOWN),
        );
      }),
    );
  }

  /** Whether the boundary, where there is one, leaves an action. */
  withinBoundary(action: string): Claim {
    return this.within(this.boundary, { action }).onlyIf(this.bounded);
  }

  private within(limits: readonly Grant[], ask: Ask): Claim {
    return Claim.any(limits.map((grant) => this.lets(grant, ask)));
  }

  /** Whether a statement by itself allows what is asked. */
  private lets(grant: Grant, ask: Ask): Claim {
    const { statement: so, allows } = grant;
    if (allows.breaks.isAlways) return Claim.BREAKS;
    if (so === undefined) return allows.and(UNDETERMINED);
    return Claim.allInTurn(
      () => allows.and(coversNamed(so, ask.action)),
      () => isAboutTarget(so, ask),
      () => conditionsLet(so, this.identity, ask.known ?? NOTHING_KNOWN),
    );
  }

  private by(grant: Grant, ask: Ask): Claim {
    return Claim.allInTurn(
      () => this.lets(grant, ask),
      () => this.denied(grant, ask).not(),
      () => this.within(this.boundary, ask).onlyIf(this.bounded),
      () => Claim.all(this.control.map((level) => this.within(level, ask))),
    );
  }

  /** Whether Deny statements take back all that a grant gives of what is asked. */
  private denied(grant: Grant, { action, target, within, known = NOTHING_KNOWN }: Ask): Claim {
    return Claim.any(
      this.denials.map(({ statement, denies }) => {
        const so = statement as Statement;
        return Claim.allInTurn(
          () => denies.and(coversNamed(so, action)),
          () => takesIn(so, grant, target, within),
          () => deniesAlways(so, this.identity, known),
        );
      }),
    );
  }
}

/** Those of some actions that a grant may be about. */
function possible({ statement: so, allows }: Grant, actions: readonly string[]): readonly string[] {
  if (allows.breaks.isAlways) return [];
  return so === undefined ? actions : mayCover(so, actions);
}

const TARGET = { ja: '対象', en: 'the target' };

/** Whether a Deny is about all that a grant gives of what is asked. */
function takesIn(so: Statement, grant: Grant, target: string | undefined, within: true | undefined): Claim {
  const whole = target === undefined ? Claim.BREAKS : covers(so, coversArn(target, TARGET));
  if (target !== undefined && (within === undefined || whole.holds.isAlways)) return whole;
  return whole.or(grant.statement === undefined ? isWide(so) : containsResources(so, grant.statement));
}

/** Whether a statement is about what is asked for: a resource, or any of a kind that the action is about. */
function isAboutTarget(so: Statement, { action, target, within }: Ask): Claim {
  if (target === undefined) return isAboutKind(so, action);
  return covers(so, within === true ? meetsArn(target, TARGET) : coversArn(target, TARGET));
}

function covers(so: Statement, requirement: Requirement): Claim {
  const excepted = so.field.get('NotResource');
  const claim = excepted.isAbsent
    ? so.resources.some((item) => item.must(requirement))
    : excepted
        .items()
        .some((item) => item.must(requirement))
        .not();
  return new Claim(claim.holds, claim.breaks);
}

function isWide(so: Statement): Claim {
  return so.resources.some((item) => Claim.when(item.literal === '*' ? ALWAYS : NEVER));
}

const memo = new WeakMap<Resource, Permissions>();
const memoByFacts = new WeakMap<Facts, WeakMap<Resource, Permissions>>();

/** What a role, user, group or permission set may do. */
export function permissionsOf(identity: Resource, facts?: Facts): Permissions {
  const kept = memoFor(facts);
  let permissions = kept.get(identity);
  if (permissions === undefined) {
    const path = shapeOf(identity)?.boundary;
    const boundary = path === undefined ? undefined : identity.get(path);
    permissions = new Permissions(
      grantsOf(identity),
      identity,
      boundary === undefined ? [] : managed(boundary, identity),
      boundary === undefined ? NEVER : absence(boundary).not(),
      controlGrants(identity, facts),
    );
    kept.set(identity, permissions);
  }
  return permissions;
}

function memoFor(facts: Facts | undefined): WeakMap<Resource, Permissions> {
  if (facts?.serviceControlPolicies === undefined) return memo;
  let kept = memoByFacts.get(facts);
  if (kept === undefined) {
    kept = new WeakMap();
    memoByFacts.set(facts, kept);
  }
  return kept;
}

function absence(field: Field): Guard {
  return field.alternatives.reduce<Guard>(
    (so, { when, value }) => (value.kind === 'absent' ? so.or(when) : so),
    NEVER,
  );
}
