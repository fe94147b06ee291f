import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { ALWAYS, type Guard, NEVER } from '../../model/guard';
import type { Resource } from '../../model/resource';
import type { Facts } from '../../policy/profile';
import type { Statement } from '../policy-document';
import { isAboutKind } from './action-resources';
import { conditionsLet, deniesAlways, type Knowledge } from './grant-conditions';
import { changed, controlGrants, type Grant, grantsOf, managed, type PoliciesOfAws } from './grants';
import { shapeOf } from './identities';
import { containsResources, coversNamed, mayCover } from './statements';
import { coversAllOf, coversTarget, meetsTarget } from './targets';

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

/** What the policy of a resource says to somebody. */
export interface ResourceGrants {
  /** To whoever assumes the role, which a boundary limits. */
  readonly asRole: readonly Grant[];
  /** To itself, or to everybody. */
  readonly itself: readonly Grant[];
  readonly denials: readonly Grant[];
}

/** A statement that has to do with an action on something. */
export interface Bearing {
  readonly grant: Grant;
  readonly statement: Statement;
  readonly denies: boolean;
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
    readonly grants: readonly Grant[],
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

  private withoutUnseen: Permissions | undefined;

  /** The same without policies that cannot be seen. */
  seen(): Permissions {
    const { grants, identity, boundary, bounded, control } = this;
    if (this.withoutUnseen === undefined) {
      const seen = grants.filter(({ statement }) => statement !== undefined);
      this.withoutUnseen =
        seen.length === grants.length ? this : new Permissions(seen, identity, boundary, bounded, control);
    }
    return this.withoutUnseen;
  }

  /** Those of some actions that are, or may be, allowed on anything, by statement. */
  allowed(actions: readonly string[], known: Knowledge = NOTHING_KNOWN): readonly Permission[] {
    const left = this.leftOf(actions);
    return this.grants.flatMap((grant) => {
      const found = among(possible(grant, actions), left)
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
    const left = this.leftOf(actions);
    for (const grant of this.grants) {
      for (const action of among(possible(grant, actions), left)) {
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

  /**
   * The same beside what the policy of a resource says to the identity: by its own policies, as whoever assumes the role,
   * and as itself. Each by itself is enough in one account; a denial of any of them holds for all.
   */
  besidePolicyOf({ asRole, itself, denials }: ResourceGrants): {
    readonly own: Permissions;
    readonly asRole: () => Permissions;
    readonly itself: () => Permissions;
  } {
    const { grants, identity, boundary, bounded, control } = this;
    const denying = () => [...grants, ...denials].map((grant) => changed(grant, { allows: Claim.BREAKS }));
    const limiting = () => boundary.map((grant) => changed(grant, { allows: Claim.BREAKS }));
    return {
      own:
        denials.length === 0
          ? this
          : new Permissions([...grants, ...denials], identity, boundary, bounded, control),
      asRole: () => new Permissions([...asRole, ...denying()], identity, boundary, bounded, control),
      // A boundary limits nobody whom a policy names as itself, unless it denies.
      itself: () => new Permissions([...itself, ...denying(), ...limiting()], identity, [], NEVER, control),
    };
  }

  /** The same without statements that are about nothing of what a pattern of ARNs stands for. */
  about(target: string): Permissions {
    const { grants, identity, boundary, bounded, control } = this;
    const kept = (list: readonly Grant[]) =>
      list.filter(({ statement: so }) => so === undefined || !meetsTarget(so, target).breaks.isAlways);
    const [own, limits, levels] = [kept(grants), kept(boundary), control.map(kept)];
    return new Permissions(own, identity, limits, bounded, levels);
  }

  /** The statements that allow something, and policies that cannot be seen. */
  get allowing(): readonly Grant[] {
    return this.grants.filter(({ allows }) => !allows.breaks.isAlways);
  }

  /** The statements that bear on an action, whatever they are about. */
  bearingOn(action: string): readonly Bearing[] {
    const { grants, boundary, control } = this;
    return [...grants, ...boundary, ...control.flat()].flatMap((grant): readonly Bearing[] => {
      const so = grant.statement;
      if (so === undefined || coversNamed(so, action).breaks.isAlways) return [];
      const denies = !grant.denies.breaks.isAlways;
      return grant.allows.breaks.isAlways && !denies ? [] : [{ grant, statement: so, denies }];
    });
  }

  /** Those of some actions that a statement names or may name, whatever else is denied. */
  mayName(actions: readonly string[]): ReadonlySet<string> {
    return new Set(this.grants.flatMap((grant) => possible(grant, actions)));
  }

  /** Those of them that the boundary, too, and each level of service control policies name or may name. */
  mayGive(actions: readonly string[]): ReadonlySet<string> {
    const named = this.mayName(actions);
    return new Set(among([...named], this.leftOf(actions)));
  }

  /**
   * Those of some actions that the boundary, where there always is one, and each level of service control policies leave:
   * of the others no statement allows anything, whatever it is about. Undefined for all of them.
   */
  private leftOf(actions: readonly string[]): ReadonlySet<string> | undefined {
    const limits = this.bounded.isAlways ? [this.boundary, ...this.control] : this.control;
    let left: ReadonlySet<string> | undefined;
    for (const limit of limits) {
      left = new Set(limit.flatMap((grant) => among(possible(grant, actions), left)));
    }
    return left;
  }

  /** The statements that name or may name one of some actions; undefined for a policy that cannot be seen. */
  naming(actions: readonly string[]): readonly (Statement | undefined)[] {
    return this.grants.filter((grant) => possible(grant, actions).length > 0).map(({ statement: so }) => so);
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

/** Those of some actions that are left; all of them where nothing is left out. */
function among(actions: readonly string[], left: ReadonlySet<string> | undefined): readonly string[] {
  return left === undefined || actions.length === 0 ? actions : actions.filter((action) => left.has(action));
}

/** Whether a Deny is about all that a grant gives of what is asked. */
function takesIn(so: Statement, grant: Grant, target: string | undefined, within: true | undefined): Claim {
  if (target === undefined) {
    return grant.statement === undefined ? isWide(so) : containsResources(so, grant.statement);
  }
  if (within === undefined) return coversTarget(so, target);
  const whole = coversAllOf(so, target);
  if (whole.holds.isAlways) return whole;
  // What a statement without resources is about is the resource that it belongs to.
  const names = grant.statement !== undefined && !grant.statement.field.get('Resource').isAbsent;
  return names ? whole.or(containsResources(so, grant.statement)) : whole;
}

/** Whether a statement is about what is asked for: a resource, or any of a kind that the action is about. */
function isAboutTarget(so: Statement, { action, target, within }: Ask): Claim {
  if (target === undefined) return isAboutKind(so, action);
  return within === true ? meetsTarget(so, target) : coversTarget(so, target);
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
    permissions = permissionsBy(identity, facts);
    kept.set(identity, permissions);
  }
  return permissions;
}

/** The same, with as much of the policies of AWS as somebody needs. Made anew at each call. */
export function permissionsBy(identity: Resource, facts?: Facts, policiesOfAws?: PoliciesOfAws): Permissions {
  const path = shapeOf(identity)?.boundary;
  const boundary = path === undefined ? undefined : identity.get(path);
  return new Permissions(
    grantsOf(identity, policiesOfAws),
    identity,
    boundary === undefined ? [] : managed(boundary, identity, policiesOfAws),
    boundary === undefined ? NEVER : absence(boundary).not(),
    controlGrants(identity, facts),
  );
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
