import { Claim } from '../model/claim';
import type { Field } from '../model/field';
import { type Guard, NEVER } from '../model/guard';
import type { Resource } from '../model/resource';
import type { Value } from '../model/value';
import type { Facts } from '../policy/profile';
import type { Mark, Marks } from './marks';

/** When a resource certainly belongs to production, and when certainly to development or verification. */
export interface Environment {
  readonly production: Guard;
  readonly tests: Guard;
}

/** What nobody marked belongs to neither. */
export function environmentOf(resource: Resource, marks: Marks): Environment {
  const found = marks.of(resource, 'environment');
  // Most resources share the marks of their template.
  let environment = ENVIRONMENTS.get(found);
  if (environment === undefined) {
    const where = (...names: readonly string[]) =>
      found.reduce<Guard>(
        (so, { value, when }) => (value !== undefined && names.includes(value) ? so.or(when) : so),
        NEVER,
      );
    environment = { production: where('production'), tests: where('development', 'verification') };
    ENVIRONMENTS.set(found, environment);
  }
  return environment;
}

const ENVIRONMENTS = new WeakMap<readonly Mark[], Environment>();

/** States that one of two things is of production and the other certainly is not. */
export function divided(a: Environment, b: Environment): Claim {
  return Claim.when(a.production.and(b.tests).or(b.production.and(a.tests)));
}

/** States that a resource is of development or verification; undetermined where nothing declares it. */
export function isOfTests(resource: Resource, marks: Marks): Claim {
  const development = marks.is(resource, 'environment', 'development');
  const verification = marks.is(resource, 'environment', 'verification');
  return new Claim(
    development.holds.or(verification.holds),
    development.breaks.and(verification.breaks),
    development.evidence,
  );
}

/** The environment of what a field refers to. */
export function environmentAt(field: Field, marks: Marks): Environment {
  let [production, tests]: [Guard, Guard] = [NEVER, NEVER];
  for (const { when, value } of field.references()) {
    const environment = environmentOf(value.resource, marks);
    production = production.or(environment.production.and(when));
    tests = tests.or(environment.tests.and(when));
  }
  return { production, tests };
}

/** Whether a value names an account of development: by number, or in an ARN; undefined where it cannot be told. */
export function namesDevelopment(value: Value, { developmentAccounts }: Facts): boolean | undefined {
  if (developmentAccounts.length === 0) return false;
  const names = (text: string) => developmentAccounts.some((account) => text.includes(account));
  switch (value.kind) {
    case 'known':
      return names(String(value.value));
    case 'text':
      return value.parts.some((part) => typeof part === 'string' && names(part))
        ? true
        : value.parts.some(
              (part) =>
                typeof part !== 'string' &&
                part.kind === 'unknown' &&
                part.variable?.name.startsWith('AWS::') !== true,
            )
          ? undefined
          : false;
    case 'unknown':
      return value.variable?.name.startsWith('AWS::') === true ? false : undefined;
    default:
      return false;
  }
}
