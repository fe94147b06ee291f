import { Claim } from '../../model/claim';
import { type Guard, NEVER } from '../../model/guard';
import type { Resource } from '../../model/resource';
import type { Facts } from '../../policy/profile';
import { arnByAttribute, arnOf } from '../arn-pattern';
import type { Statement } from '../policy-document';
import { awsStorePolicy } from './aws-store-policies';
import type { Knowledge } from './grant-conditions';
import type { Grant } from './grants';
import { type Bearing, Permissions, permissionsBy } from './permissions';
import type { Principal } from './principals';
import { isSame, resourcePolicyOf, saidTo, saidToOutsider } from './resource-policy';
import { mayCover } from './statements';
import { LEVELS, type Level, type StoreAction, type StorePart, storeParts } from './store-actions';
import { type KeyUse, keyUseOf } from './store-keys';
import { blocksThePublic, isSwitchedOff } from './store-settings';
import { contextsFor, targetsBehind } from './witnesses';

/** Who is asked about: an identity of the deployment, or somebody whom the policy of a resource names. */
export type Who = { readonly identity: Resource } | { readonly outsider: Principal };

/** What somebody can do with a store by one level of access. */
export interface LevelReach {
  readonly claim: Claim;
  /** Actions that are, or may be, allowed, as far as they had to be looked at. */
  readonly actions: readonly string[];
}

/** What somebody can do with a store, over which statements, and what limits it. */
export interface Reach {
  readonly store: Resource;
  readonly levels: Readonly<Record<Level, LevelReach>>;
  /** Statements that allow, or may allow, some of it. */
  readonly by: readonly Grant[];
  /** Statements that deny a part of it, or all of it under conditions. */
  readonly denials: readonly Bearing[];
  /** Policies that cannot be seen and might allow it. */
  readonly unseen: readonly Grant[];
  /** Whether the accounts of the two, and all of the policy of the store, are known. */
  readonly isPlaceKnown: boolean;
  /** Whether a setting of the store shuts out those whom its policy would let in. */
  readonly isBlocked: Claim;
  readonly key: KeyReach | undefined;
}

/** Whether somebody may use the key that the contents of a store hang on. */
export interface KeyReach {
  /** Undefined for a key that is not part of the deployment. */
  readonly key: Resource | undefined;
  readonly decrypt: Claim;
  readonly encrypt: Claim;
}

/** Ways to be allowed: any of them; in each, all must allow. */
type Ways = readonly (readonly Permissions[])[];

const UNDETERMINED = new Claim(NEVER, NEVER);
/** Whoever can, uses TLS. */
const OVER_TLS: Knowledge = { 'aws:securetransport': { kind: 'values', values: ['true'] } };
/** Types whose policy must let somebody in, or leave it to the account. */
const NEEDS_POLICY = new Set(['AWS::KMS::Key', 'AWS::IAM::Role', 'AWS::KMS::ReplicaKey']);

const permissionsMemo = new WeakMap<Facts, WeakMap<Resource, Permissions>>();

/** What an identity may do, with all that the policies of AWS say of stores. */
function storePermissionsOf(identity: Resource, facts: Facts): Permissions {
  let kept = permissionsMemo.get(facts);
  if (kept === undefined) {
    kept = new WeakMap();
    permissionsMemo.set(facts, kept);
  }
  let permissions = kept.get(identity);
  if (permissions === undefined) {
    permissions = permissionsBy(identity, facts, awsStorePolicy);
    kept.set(identity, permissions);
  }
  return permissions;
}

/** What somebody can do with a store. Undefined for a type whose actions are not known (see `storeParts`). */
export function reachOf(who: Who, store: Resource, facts: Facts): Reach | undefined {
  const parts = storeParts(store.type);
  return parts === undefined ? undefined : new Asking(who, store, facts).all(parts);
}

/** Whether somebody may do one thing with a resource. */
export function mayDo(who: Who, action: string, resource: Resource, facts: Facts, known: Knowledge): Claim {
  return new Asking(who, resource, facts, known).one(action);
}

interface Found {
  readonly claims: Map<Level, Claim>;
  readonly actions: Map<Level, string[]>;
  readonly by: Map<Grant['statement'], Grant>;
  readonly byLevel: Map<Level, Set<Grant['statement']>>;
  readonly denials: Map<Bearing['statement'], Bearing>;
  /** How often something that a statement names was found to be possible at least. */
  readonly tries: Map<Level, Map<Statement, number>>;
}

/** Of actions of one level that the same statements name, more than these say no more. */
const MOST_TRIES = 4;

class Asking {
  private readonly ways: Ways;
  private readonly fixed: Knowledge;
  private readonly exists: Guard;
  private readonly mayBeMore: Guard;
  private readonly isSameKnown: boolean = true;
  private readonly isBlocked: Claim = Claim.BREAKS;
  private keyUse: KeyUse | undefined;

  constructor(
    private readonly who: Who,
    private readonly store: Resource,
    private readonly facts: Facts,
    known: Knowledge = {},
  ) {
    this.fixed = { ...OVER_TLS, ...known };
    this.mayBeMore = resourcePolicyOf(store).mayBeMore;
    if ('outsider' in who) {
      const { outsider } = who;
      const { itself, asRole, denials } = saidToOutsider(outsider, store);
      this.ways = [[new Permissions([...itself, ...asRole, ...denials])]];
      this.exists = store.exists.and(outsider.when);
      if (outsider.kind === 'anyone') this.isBlocked = blocksThePublic(store, itself);
      const { account } = outsider;
      if (typeof account === 'object') {
        this.fixed = {
          ...this.fixed,
          'aws:principalaccount': { kind: 'values', values: [account.id] },
        };
      }
      return;
    }
    const { identity } = who;
    this.exists = store.exists.and(identity.exists);
    const permissions = storePermissionsOf(identity, facts);
    const said = saidTo(identity, store);
    const { own, asRole, itself } = permissions.besidePolicyOf(said);
    const named = [
      ...(said.asRole.length === 0 ? [] : [[asRole()]]),
      ...(said.itself.length === 0 ? [] : [[itself()]]),
    ];
    const same = isSame(identity.template.stack.account, store.template.stack.account);
    this.isSameKnown = same !== undefined;
    if (same === false) {
      const any = new Permissions([...said.asRole, ...said.itself, ...said.asAccount], identity);
      this.ways = [[own, any]];
    } else if (NEEDS_POLICY.has(store.type)) {
      this.ways = [[own, new Permissions(said.asAccount, identity)], ...named];
    } else this.ways = [[own], ...named];
  }

  one(action: string): Claim {
    return this.told(this.claimOf(action, arnOf(this.store), this.ways, undefined, undefined));
  }

  all(parts: readonly StorePart[]): Reach {
    const found: Found = {
      claims: new Map(),
      actions: new Map(),
      by: new Map(),
      byLevel: new Map(),
      denials: new Map(),
      tries: new Map(),
    };
    const unseen = new Map<string, Grant>();
    for (const part of parts) {
      if (isSwitchedOff(part, this.store)) continue;
      const target = this.patternOf(part);
      const ways = this.ways
        .map((way) => way.map((permissions) => permissions.about(target)))
        .filter((way) => way.every(({ allowing }) => allowing.length > 0));
      const allowing = ways.flatMap((way) => way.flatMap((permissions) => permissions.allowing));
      for (const grant of allowing) if (grant.statement === undefined) unseen.set(grant.path, grant);
      const naming = namingOf(
        ways.flatMap(([first]) => first?.allowing ?? []),
        part,
      );
      for (const action of part.actions) {
        const statements = naming.get(action.name);
        if (statements !== undefined) this.look(action, target, ways, statements, found);
      }
    }
    const hidden = unseen.size > 0 ? UNDETERMINED : Claim.BREAKS;
    const levels = Object.fromEntries(
      LEVELS.map((level) => {
        const claim = this.told((found.claims.get(level) ?? Claim.BREAKS).or(hidden));
        return [level, { claim, actions: found.actions.get(level) ?? [] }];
      }),
    ) as unknown as Record<Level, LevelReach>;
    const use = this.keyUse;
    return {
      store: this.store,
      levels,
      by: [...found.by.values()],
      denials: [...found.denials.values()],
      unseen: [...unseen.values()],
      isPlaceKnown: this.isSameKnown && this.mayBeMore.isNever,
      isBlocked: this.isBlocked,
      key:
        use === undefined
          ? undefined
          : { key: use.key, decrypt: use.may('kms:Decrypt'), encrypt: use.may('kms:GenerateDataKey') },
    };
  }

  private look(
    action: StoreAction,
    target: string,
    ways: Ways,
    naming: readonly Statement[],
    found: Found,
  ): void {
    // What is told already, over all statements that name it, need not be looked at again and again.
    const isOpen = action.levels.some((level) => {
      const claim = found.claims.get(level);
      if (claim === undefined) return true;
      const told = found.byLevel.get(level);
      const isTold = this.exists.implies(claim.holds) && naming.every((statement) => told?.has(statement));
      const tries = found.tries.get(level);
      return !isTold && !naming.every((statement) => (tries?.get(statement) ?? 0) >= MOST_TRIES);
    });
    if (!isOpen) return;
    const by: Grant[] = [];
    const denials: Bearing[] = [];
    const claim = this.withKey(action, this.claimOf(action.name, target, ways, by, denials));
    if (this.exists.implies(claim.breaks)) return;
    for (const level of action.levels) {
      const tries = found.tries.get(level) ?? new Map<Statement, number>();
      for (const statement of naming) tries.set(statement, (tries.get(statement) ?? 0) + 1);
      found.tries.set(level, tries);
      found.claims.set(level, (found.claims.get(level) ?? Claim.BREAKS).or(claim));
      found.actions.set(level, [...(found.actions.get(level) ?? []), action.name]);
      const statements = found.byLevel.get(level) ?? new Set();
      for (const { statement } of by) statements.add(statement);
      found.byLevel.set(level, statements);
    }
    for (const grant of by) found.by.set(grant.statement, grant);
    for (const denial of denials) found.denials.set(denial.statement, denial);
  }

  /** Whether anything is allowed of what a pattern covers: at most what is not certainly refused, at least what a trial finds. */
  private claimOf(
    action: string,
    target: string,
    ways: Ways,
    by: Grant[] | undefined,
    denials: Bearing[] | undefined,
  ): Claim {
    const ask = { action, target, within: true, known: this.fixed } as const;
    let most = Claim.BREAKS;
    const open: (readonly Permissions[])[] = [];
    for (const way of ways) {
      const statements = way.map((permissions) => permissions.statementsFor(ask));
      const claim = Claim.all(statements.map((list) => Claim.any(list.map(({ allowed }) => allowed))));
      if (claim.breaks.isAlways) continue;
      most = most.or(claim);
      open.push(way);
      for (const { grant } of statements.flat()) if (grant.statement !== undefined) by?.push(grant);
    }
    if (open.length === 0) return Claim.BREAKS;
    const bearings = open.flat().flatMap((permissions) => permissions.bearingOn(action));
    denials?.push(...bearings.filter(({ denies }) => denies));
    return new Claim(this.leastOf(action, target, open, bearings), most.breaks);
  }

  private leastOf(action: string, target: string, open: Ways, bearings: readonly Bearing[]): Guard {
    const targets = target.endsWith('*') ? targetsBehind(target.slice(0, -1), bearings) : [target];
    const contexts = contextsFor(bearings, this.store, this.fixed);
    let holds: Guard = NEVER;
    for (const one of targets) {
      for (const known of contexts) {
        const ask = { action, target: one, known };
        for (const way of open) {
          holds = holds.or(Claim.all(way.map((permissions) => permissions.seen().may(ask))).holds);
          if (this.exists.implies(holds)) return holds;
        }
      }
    }
    return holds;
  }

  private patternOf({ suffix }: StorePart): string {
    return suffix.startsWith('arn:') ? arnByAttribute(this.store, suffix) : arnOf(this.store, suffix);
  }

  private withKey({ name, levels }: StoreAction, claim: Claim): Claim {
    this.keyUse ??= keyUseOf(this.store, (action, key, known) =>
      key === undefined ? UNDETERMINED : mayDo(this.who, action, key, this.facts, known),
    );
    return this.keyUse === undefined ? claim : this.keyUse.limit(name, levels, claim);
  }

  /** Open where the accounts or the whole of the policy of the resource are not known. */
  private told(claim: Claim): Claim {
    const { mayBeMore } = this;
    const { holds, breaks } = claim.and(this.isBlocked.not());
    if (!this.isSameKnown) return new Claim(NEVER, breaks);
    return mayBeMore.isNever
      ? new Claim(holds, breaks)
      : new Claim(holds.minus(mayBeMore), breaks.minus(mayBeMore));
  }
}

/** The statements that name an action, by action. */
function namingOf(grants: readonly Grant[], { names }: StorePart): ReadonlyMap<string, readonly Statement[]> {
  const naming = new Map<string, Statement[]>();
  for (const { statement } of grants) {
    if (statement === undefined) continue;
    for (const name of mayCover(statement, names)) {
      const list = naming.get(name);
      if (list === undefined) naming.set(name, [statement]);
      else list.push(statement);
    }
  }
  return naming;
}
