import type { Evaluator } from './evaluator';
import { ALWAYS, type Guard, GuardLimitError, NEVER } from './guard';
import { isRecord, own, type Template } from './template';
import { type Alternative, describeValue, holeOf, identityOf } from './value';

/** More conditions than this that each refer to the next one are more than any template needs. */
const DEEPEST_CONDITIONS = 200;

/** Turns the Conditions section of templates into guards. */
export class Conditions {
  private readonly guards = new Map<Template, Map<string, Guard>>();
  private readonly literals = new Map<Template, ReadonlySet<string>>();
  private opaque = 0;
  private depth = 0;

  constructor(private readonly evaluator: Evaluator) {}

  /** The guard of a named condition. A name that the template does not define is a choice of its own. */
  named(name: string, template: Template): Guard {
    let ofTemplate = this.guards.get(template);
    if (ofTemplate === undefined) {
      ofTemplate = new Map();
      this.guards.set(template, ofTemplate);
    }
    let guard = ofTemplate.get(name);
    if (guard === undefined) {
      // A condition that refers to itself finds this entry, and so a choice of its own.
      ofTemplate.set(name, this.choice(`${template.key}\u0000condition\u0000${name}`, name));
      const raw = own(template.conditions, name);
      guard =
        (raw === undefined ? undefined : this.decided(raw, template)) ?? (ofTemplate.get(name) as Guard);
      ofTemplate.set(name, guard);
    }
    return guard;
  }

  /** The guard of a condition expression; undefined where it is beyond what can be decided. */
  private decided(raw: unknown, template: Template): Guard | undefined {
    if (this.depth > DEEPEST_CONDITIONS) return undefined;
    this.depth++;
    try {
      return this.guardOf(raw, template);
    } catch (error) {
      if (!(error instanceof GuardLimitError)) throw error;
      return undefined;
    } finally {
      this.depth--;
    }
  }

  /** The guard of a condition expression. */
  guardOf(raw: unknown, template: Template): Guard {
    if (isRecord(raw)) {
      const keys = Object.keys(raw);
      const argument = keys.length === 1 ? raw[keys[0] as string] : undefined;
      const list = Array.isArray(argument) && argument.length > 0 ? argument : undefined;
      switch (keys.length === 1 ? keys[0] : undefined) {
        case 'Condition':
          if (typeof argument === 'string') return this.named(argument, template);
          break;
        case 'Fn::And':
          if (list === undefined) break;
          return list.reduce<Guard>((so, next) => so.and(this.guardOf(next, template)), ALWAYS);
        case 'Fn::Or':
          if (list === undefined) break;
          return list.reduce<Guard>((so, next) => so.or(this.guardOf(next, template)), NEVER);
        case 'Fn::Not':
          if (list?.length === 1) return this.guardOf(list[0], template).not();
          break;
        case 'Fn::Equals':
          if (list?.length === 2) return this.equal(list[0], list[1], template);
          break;
        default:
      }
    }
    return this.choice(`${template.key}\u0000opaque\u0000${this.opaque++}`, JSON.stringify(raw) ?? '?');
  }

  private equal(left: unknown, right: unknown, template: Template): Guard {
    const lefts = this.evaluator.evaluate({ template, raw: left });
    const rights = this.evaluator.evaluate({ template, raw: right });
    let guard: Guard = NEVER;
    for (const a of lefts) {
      for (const b of rights) {
        const both = a.when.and(b.when);
        if (!both.isNever) guard = guard.or(both.and(this.same(a, b, template)));
      }
    }
    return guard;
  }

  private same(a: Alternative, b: Alternative, template: Template): Guard {
    const [x, y] = [a.value, b.value];
    if (x.kind === 'known' && y.kind === 'known') return String(x.value) === String(y.value) ? ALWAYS : NEVER;
    const [left, right] = [identityOf(x), identityOf(y)];
    if (left !== undefined && left === right) return ALWAYS;
    for (const [one, other] of [
      [x, y],
      [y, x],
    ] as const) {
      if (other.kind !== 'known') continue;
      const hole = holeOf(one, String(other.value));
      if (hole === 'none') return NEVER;
      if (hole !== undefined) return this.evaluator.space.equals(hole.variable, hole.literal);
    }
    const names = [left, right].every((id) => id !== undefined)
      ? [left, right].sort().join('\u0000')
      : `${this.opaque++}`;
    const free = this.choice(`same\u0000${names}`, `${describeValue(x).en} = ${describeValue(y).en}`);
    if (
      x.kind !== 'unknown' ||
      y.kind !== 'unknown' ||
      x.variable === undefined ||
      y.variable === undefined
    ) {
      return free;
    }
    // Two open values: equal at each literal that the template compares with anything, or equal elsewhere.
    const { space } = this.evaluator;
    const literals = x.variable.domain ?? y.variable.domain ?? this.literalsOf(template);
    const listed = x.variable.domain !== undefined || y.variable.domain !== undefined;
    let guard: Guard = NEVER;
    let elsewhere: Guard = ALWAYS;
    for (const literal of literals) {
      const isX = space.equals(x.variable, literal);
      const isY = space.equals(y.variable, literal);
      guard = guard.or(isX.and(isY));
      elsewhere = elsewhere.minus(isX).minus(isY);
    }
    return listed ? guard : guard.or(elsewhere.and(free));
  }

  private literalsOf(template: Template): ReadonlySet<string> {
    let found = this.literals.get(template);
    if (found === undefined) {
      const set = new Set<string>();
      const visit = (node: unknown): void => {
        if (Array.isArray(node)) node.forEach(visit);
        else if (isRecord(node)) Object.values(node).forEach(visit);
        else if (typeof node !== 'object') set.add(String(node));
      };
      visit(template.conditions);
      this.literals.set(template, set);
      found = set;
    }
    return found;
  }

  private choice(key: string, name: string): Guard {
    const { space } = this.evaluator;
    return space.equals(space.variable(key, name, ['true', 'false']), 'true');
  }
}
