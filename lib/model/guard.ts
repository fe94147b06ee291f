/**
 * Guards: under which choices of parameters and conditions something holds.
 *
 * A guard is a multi-valued decision diagram over variables (a parameter, an import, any value that
 * is fixed before deployment but not known to us). Diagrams are shared and canonical, so that two guards
 * are equal exactly when they are the same object, and a contradiction is the object `NEVER`.
 */

/** A value that somebody chooses before deployment. */
export interface Variable {
  /** What the user calls it, for example a parameter's name. */
  readonly name: string;
  /** Position in the diagrams: variables are tested in this order. */
  readonly order: number;
  /** All values that it can take, where they are listed; otherwise any string is possible. */
  readonly domain?: readonly string[];
}

/** One choice in a witness: the variable has this value, or none of these. */
export interface Choice {
  readonly variable: Variable;
  readonly equals?: string;
  readonly noneOf?: readonly string[];
}

/** Raised when conditions are so entangled that deciding them would take unreasonable memory. */
export class GuardLimitError extends Error {
  override readonly name = 'GuardLimitError';
}

const TOO_ENTANGLED = 'the conditions of this deployment are too entangled to be decided';
/** Most variables that one guard may depend on. */
const MOST_VARIABLES = 1_000;

type Branches = ReadonlyMap<string, Guard>;

export class Guard {
  /** @internal Use ALWAYS, NEVER or a GuardSpace. */
  constructor(
    readonly id: number,
    readonly space: GuardSpace | undefined,
    readonly variable: Variable | undefined,
    readonly branches: Branches,
    /** Where no branch fits; undefined for a variable whose domain is listed in full. */
    readonly otherwise: Guard | undefined,
  ) {}

  get isNever(): boolean {
    return this === NEVER;
  }

  get isAlways(): boolean {
    return this === ALWAYS;
  }

  and(other: Guard): Guard {
    if (this === other || other === ALWAYS) return this;
    if (this === ALWAYS) return other;
    if (this === NEVER || other === NEVER) return NEVER;
    return this.space!.combine('and', this, other);
  }

  or(other: Guard): Guard {
    if (this === other || other === NEVER) return this;
    if (this === NEVER) return other;
    if (this === ALWAYS || other === ALWAYS) return ALWAYS;
    return this.space!.combine('or', this, other);
  }

  not(): Guard {
    if (this === ALWAYS) return NEVER;
    if (this === NEVER) return ALWAYS;
    return this.space!.negate(this);
  }

  minus(other: Guard): Guard {
    return this.and(other.not());
  }

  implies(other: Guard): boolean {
    return this.minus(other).isNever;
  }

  meets(other: Guard): boolean {
    return !this.and(other).isNever;
  }

  /** The values that a variable can still take under this guard; `open` when values beyond those listed can. */
  valuesOf(variable: Variable): { readonly values: readonly string[]; readonly open: boolean } {
    const literals = new Set<string>(variable.domain);
    collectLiterals(this, variable, literals, new Set());
    const { space } = this;
    if (literals.size === 0 || space === undefined) {
      const values = this === NEVER ? [] : [...literals];
      return { values, open: this !== NEVER && variable.domain === undefined };
    }
    let rest: Guard = this;
    const values: string[] = [];
    for (const literal of literals) {
      const is = space.equals(variable, literal);
      if (this.meets(is)) values.push(literal);
      rest = rest.minus(is);
    }
    return { values, open: !rest.isNever };
  }

  /** Some choice of variables under which the guard holds; undefined when there is none. */
  witness(): readonly Choice[] | undefined {
    if (this === NEVER) return undefined;
    const choices: Choice[] = [];
    let node: Guard = this;
    while (node !== ALWAYS) {
      const variable = node.variable!;
      const taken = [...node.branches].find(([, next]) => next !== NEVER);
      if (taken !== undefined) {
        choices.push({ variable, equals: taken[0] });
        node = taken[1];
      } else {
        choices.push({ variable, noneOf: [...node.branches.keys()] });
        node = node.otherwise!;
      }
    }
    return choices;
  }
}

const NO_BRANCHES: Branches = new Map();
export const NEVER: Guard = new Guard(0, undefined, undefined, NO_BRANCHES, undefined);
export const ALWAYS: Guard = new Guard(1, undefined, undefined, NO_BRANCHES, undefined);

function collectLiterals(guard: Guard, variable: Variable, into: Set<string>, seen: Set<Guard>): void {
  if (guard.variable === undefined || guard.variable.order > variable.order || seen.has(guard)) return;
  seen.add(guard);
  if (guard.variable === variable) {
    for (const literal of guard.branches.keys()) into.add(literal);
    return;
  }
  for (const next of guard.branches.values()) collectLiterals(next, variable, into, seen);
  if (guard.otherwise !== undefined) collectLiterals(guard.otherwise, variable, into, seen);
}

/** Owns the variables and diagrams of one deployment. */
export class GuardSpace {
  private readonly variables = new Map<string, Variable>();
  private readonly nodes = new Map<string, Guard>();
  private readonly results = new Map<string, Guard>();
  private nextId = 2;
  private depth = 0;
  /** Whether something was left undecided for its cost, which depends on what was asked before. */
  limited = false;

  /** @param limit most diagram nodes, and a tenth of the steps, that one deployment may need */
  constructor(private readonly limit = 200_000) {}

  /** The variable of this key, made at the first call. A listed domain must be the same at each call. */
  variable(key: string, name: string, domain?: readonly string[]): Variable {
    let variable = this.variables.get(key);
    if (variable === undefined) {
      const distinct = domain === undefined ? undefined : [...new Set(domain)];
      variable = {
        name,
        order: this.variables.size,
        ...(distinct === undefined ? {} : { domain: distinct }),
      };
      this.variables.set(key, variable);
    }
    return variable;
  }

  /** The guard that says: the variable has this value. */
  equals(variable: Variable, value: string): Guard {
    if (variable.domain === undefined) return this.node(variable, new Map([[value, ALWAYS]]), NEVER);
    return this.node(
      variable,
      new Map(variable.domain.map((item) => [item, item === value ? ALWAYS : NEVER])),
      undefined,
    );
  }

  /** @internal */
  combine(operation: 'and' | 'or', a: Guard, b: Guard): Guard {
    const key = a.id < b.id ? `${operation}${a.id},${b.id}` : `${operation}${b.id},${a.id}`;
    const known = this.results.get(key);
    if (known !== undefined) return known;
    if (this.results.size >= this.limit * 10) {
      this.exhausted();
    }
    this.descend();
    const step = (x: Guard, y: Guard) => (operation === 'and' ? x.and(y) : x.or(y));
    const [first, second] = a.variable!.order <= b.variable!.order ? [a, b] : [b, a];
    const variable = first.variable!;
    const sameVariable = second.variable === variable;
    const branches = new Map<string, Guard>();
    const literals = new Set(first.branches.keys());
    if (sameVariable) for (const literal of second.branches.keys()) literals.add(literal);
    for (const literal of literals) {
      const left = first.branches.get(literal) ?? first.otherwise!;
      const right = sameVariable ? (second.branches.get(literal) ?? second.otherwise!) : second;
      branches.set(literal, step(left, right));
    }
    const otherwise =
      first.otherwise === undefined
        ? undefined
        : step(first.otherwise, sameVariable ? second.otherwise! : second);
    return this.remember(key, this.node(variable, branches, otherwise));
  }

  /** @internal */
  negate(guard: Guard): Guard {
    const key = `!${guard.id}`;
    const known = this.results.get(key);
    if (known !== undefined) return known;
    this.descend();
    const branches = new Map([...guard.branches].map(([literal, next]) => [literal, next.not()]));
    return this.remember(key, this.node(guard.variable!, branches, guard.otherwise?.not()));
  }

  /** One step down in a diagram, which is as deep as there are variables. */
  private descend(): void {
    if (++this.depth > MOST_VARIABLES) {
      this.exhausted();
    }
  }

  private exhausted(): never {
    this.depth = 0;
    this.limited = true;
    throw new GuardLimitError(TOO_ENTANGLED);
  }

  private remember(key: string, guard: Guard): Guard {
    this.depth--;
    this.results.set(key, guard);
    return guard;
  }

  private node(variable: Variable, branches: Map<string, Guard>, otherwise: Guard | undefined): Guard {
    if (otherwise !== undefined) {
      for (const [literal, next] of branches) if (next === otherwise) branches.delete(literal);
      if (branches.size === 0) return otherwise;
    } else {
      const distinct = new Set(branches.values());
      if (distinct.size === 1) return branches.values().next().value as Guard;
      if (distinct.size === 0) return NEVER;
    }
    // Canonical: the same branches in another order are the same guard.
    const sorted = new Map([...branches].sort(([a], [b]) => (a < b ? -1 : 1)));
    const key = JSON.stringify([
      variable.order,
      [...sorted].map(([literal, next]) => [literal, next.id]),
      otherwise?.id,
    ]);
    let guard = this.nodes.get(key);
    if (guard === undefined) {
      // Of one variable alone there are no more than the templates have literals.
      const isSingle = [otherwise, ...branches.values()].every((next) => next?.variable === undefined);
      if (this.nodes.size >= this.limit && !isSingle) {
        this.exhausted();
      }
      guard = new Guard(this.nextId++, this, variable, sorted, otherwise);
      this.nodes.set(key, guard);
    }
    return guard;
  }
}
