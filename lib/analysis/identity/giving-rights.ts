import { Claim } from '../../model/claim';
import { NEVER } from '../../model/guard';
import { present, satisfying } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import type { Value } from '../../model/value';
import type { Facts } from '../../policy/profile';
import type { Statement } from '../policy-document';
import { noAdministratorPolicy } from './administrator-policies';
import { conditionsOf, type Entry, hasValue } from './conditions';
import { type Grant, managed } from './grants';
import { shapeOf } from './identities';
import { permissionsOf } from './permissions';
import { containsResources, coversNamed, isAboutEverything, isEverything, mayCover } from './statements';

/** Actions that give rights to an id, and of which iam:PermissionsBoundary can be a condition. */
export const GIVING_ACTIONS = [
  'iam:AttachRolePolicy',
  'iam:PutRolePolicy',
  'iam:AttachUserPolicy',
  'iam:PutUserPolicy',
] as const;

/** A statement by which an identity can give any rights to any role or user. */
export interface Giving {
  readonly path: string;
  readonly at?: readonly string[];
  readonly opens: Claim;
}

/**
 * By which statements an identity can give any id any rights, without a boundary to them. Policies that cannot be
 * seen, those of AWS, and statements that allow everything are left to other rules.
 */
export function givingOf(identity: Resource, facts: Facts): readonly Giving[] {
  const shape = shapeOf(identity);
  if (shape === undefined) return [];
  const { grants } = permissionsOf(identity, facts);
  if (!grants.some(mayGive)) return [];
  const judged = grants.filter(
    ({ path, statement }) =>
      statement !== undefined && !(path.startsWith(shape.managed) && !path.includes('/')),
  );
  const found = judged
    .map((grant) => ({ grant, opens: gives(grant, grants) }))
    .filter(({ opens }) => !opens.breaks.isAlways);
  if (found.length === 0) return [];
  const within = withinBoundary(identity, shape.boundary);
  return found.map(({ grant: { path, at }, opens }) => ({
    path,
    ...(at === undefined ? {} : { at }),
    opens: opens.and(within),
  }));
}

function withinBoundary(identity: Resource, path: string | undefined): Claim {
  if (path === undefined) return Claim.HOLDS;
  const boundary = identity.get(path);
  const grants = managed(boundary, identity);
  return Claim.any(grants.map((grant) => gives(grant, grants, true))).onlyIf(boundary.must(present));
}

/** Whether a grant may be about one of the actions at all; most are not. */
function mayGive({ statement: so }: Grant): boolean {
  return so === undefined || mayCover(so, GIVING_ACTIONS).length > 0;
}

function gives(grant: Grant, all: readonly Grant[], isBoundary = false): Claim {
  const { statement: so, allows } = grant;
  if (so === undefined) return allows;
  if (!mayGive(grant)) return Claim.BREAKS;
  if (allows.breaks.isAlways || (!isBoundary && makesAdministrator(so))) return Claim.BREAKS;
  const actions = Claim.any(
    GIVING_ACTIONS.map((action) => {
      const covered = coversNamed(so, action);
      return covered.breaks.isAlways ? Claim.BREAKS : covered.and(denied(action, so, all).not());
    }),
  );
  return Claim.allInTurn(
    () => allows,
    () => actions,
    () => isAboutAnyId(so),
    () => limits(so).not(),
  );
}

/** What allows everything on everything is an administrator, as another rule says. */
function makesAdministrator(so: Statement): boolean {
  const excepted = !so.field.get('NotAction').isAbsent;
  const everything = so.actions.known.some(
    ({ literal }) => typeof literal === 'string' && isEverything(literal),
  );
  return (everything || excepted) && isAboutEverything(so).holds.isAlways;
}

/** Whether a statement is about any role or user, and not about some of a name or path. */
export function isAboutAnyId(so: Statement): Claim {
  const anyId = so.resources.some((item) =>
    item.must(
      satisfying({ ja: '全てのID', en: 'any id' }, (value) => {
        if (value.kind === 'unknown') return 'undetermined';
        const text = textOf(value);
        return text !== undefined && (isEverything(text) || /:(?:(?:role|user)\/)?\*+$/.test(text))
          ? 'holds'
          : 'breaks';
      }),
    ),
  );
  const excepted = so.field.get('NotResource');
  return excepted.isAbsent ? anyId : anyId.or(excepted.must(present));
}

/** A text, with a letter for each part that is not known. */
function textOf(value: Value): string | undefined {
  if (value.kind === 'known') return String(value.value);
  return value.kind === 'text'
    ? value.parts.map((part) => (typeof part === 'string' ? part : 'x')).join('')
    : undefined;
}

const BOUNDARY = 'iam:permissionsboundary';
const POSITIVE = /^(?:stringequals|stringequalsignorecase|stringlike|arnequals|arnlike)$/;
const NEGATIVE = /^(?:stringnotequals|stringnotequalsignorecase|stringnotlike|arnnotequals|arnnotlike)$/;

/** Whether the conditions of an Allow limit what is given, or to whom. */
function limits(so: Statement): Claim {
  if (so.condition.isAbsent) return Claim.BREAKS;
  const { entries, open } = conditionsOf(so.condition);
  return Claim.any([
    ...entries.map((entry) => isLimit(entry).and(Claim.when(entry.when))),
    ...open.map(({ when }) => new Claim(NEVER, when.not())),
  ]);
}

function isLimit(entry: Entry): Claim {
  const { operator, key } = entry;
  if (!POSITIVE.test(operator.base) || operator.ifExists || operator.forAllValues) return Claim.BREAKS;
  if (/^(?:aws|iam):resourcetag\//.test(key)) return Claim.HOLDS;
  return key === BOUNDARY || key === 'iam:policyarn' ? areNarrow(entry) : Claim.BREAKS;
}

/** Whether each of the policies that a condition names is one that makes no administrator. */
function areNarrow({ operator, values }: Entry): Claim {
  // Patterns, but for the operators that take a star for a star.
  const isPattern = !operator.base.startsWith('stringequals') && !operator.base.startsWith('stringnotequals');
  return values.every((value) =>
    value.must(
      satisfying(noAdministratorPolicy.text, (found) =>
        isPattern &&
        found.kind === 'known' &&
        /^(?:\*+|arn:[^/]*:policy\/\*+|arn:[^/]*\*)$/.test(String(found.value))
          ? 'breaks'
          : noAdministratorPolicy.test(found),
      ),
    ),
  );
}

/** Whether a Deny takes an action back wherever the boundary is not kept. */
function denied(action: string, so: Statement, all: readonly Grant[]): Claim {
  return Claim.any(
    all.map(({ statement: other, denies }) => {
      if (other === undefined || denies.breaks.isAlways) return Claim.BREAKS;
      return denies
        .and(coversNamed(other, action))
        .and(containsResources(other, so))
        .and(deniesOutside(other));
    }),
  );
}

function deniesOutside({ condition }: Statement): Claim {
  const { entries, open } = conditionsOf(condition);
  return Claim.all([
    ...entries.map((entry) => {
      const { operator, key } = entry;
      const isBound =
        key !== BOUNDARY
          ? Claim.BREAKS
          : operator.base === 'null'
            ? // Some boundary there must be; which one it may be is not said.
              hasValue(entry, 'true').and(new Claim(NEVER, NEVER))
            : NEGATIVE.test(operator.base)
              ? areNarrow(entry)
              : Claim.BREAKS;
      return isBound.onlyIf(entry.when);
    }),
    ...open.map(({ when }) => new Claim(when.not(), NEVER)),
  ]);
}
