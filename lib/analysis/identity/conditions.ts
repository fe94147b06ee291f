import { Claim, type Evidence } from '../../model/claim';
import type { Field } from '../../model/field';
import { type Guard, NEVER } from '../../model/guard';
import type { Items } from '../../model/items';
import { satisfying } from '../../model/requirement';
import { textTest } from '../policy-document';
import { matchesAbsence, type Operator, operatorOf } from './condition-operators';

/** One condition: an operator, a key and the values of which one must match. */
export interface Entry {
  readonly operator: Operator;
  /** In lower case. */
  readonly key: string;
  readonly values: Items;
  /** The choices under which it is written at all. */
  readonly when: Guard;
}

export interface Conditions {
  /** All of them must match. */
  readonly entries: readonly Entry[];
  /** Where there may be conditions that cannot be seen. */
  readonly open: readonly Evidence[];
}

const NONE: Conditions = { entries: [], open: [] };

/** The conditions of a statement. */
export function conditionsOf(condition: Field): Conditions {
  if (condition.isAbsent) return NONE;
  const operators = condition.entries();
  const open = [...operators.open];
  const entries: Entry[] = [];
  for (const operator of operators.known) {
    const keys = operator.entries();
    open.push(...keys.open);
    for (const key of keys.known) {
      entries.push({
        operator: operatorOf(lastKey(operator)),
        key: lastKey(key).toLowerCase(),
        values: key.items(),
        when: key.given,
      });
    }
  }
  return { entries, open };
}

function lastKey(field: Field): string {
  return field.at[field.at.length - 1] ?? '';
}

/** Whether one of the values is this text, without case. */
export function hasValue(entry: Entry, text: string): Claim {
  return entry.values.some((value) =>
    value.must(
      satisfying({ ja: text, en: text }, (found) => textTest(found, (so) => so.toLowerCase() === text)),
    ),
  );
}

/**
 * What a caller who did not log in with a second factor shows: no such key at all (an access key, a role that
 * assumes another one), or the key with the value false (a console session, a session token).
 */
export const WITHOUT_MFA = ['absent', 'false'] as const;
export type WithoutMfa = (typeof WITHOUT_MFA)[number];

const PRESENT = 'aws:multifactorauthpresent';
const AGE = 'aws:multifactorauthage';
const UNDETERMINED = new Claim(NEVER, NEVER);

/** Whether the conditions can match for such a caller, whatever else is true of the request. */
export function canMatch(conditions: Conditions, caller: WithoutMfa): Claim {
  return matching(conditions, (entry) => mfaEntry(entry, caller)?.can ?? Claim.HOLDS);
}

/** Whether the conditions match for every such caller. */
export function alwaysMatch(conditions: Conditions, caller: WithoutMfa): Claim {
  return matching(conditions, (entry) => mfaEntry(entry, caller)?.always ?? exemptsServicesOnly(entry));
}

function matching({ entries, open }: Conditions, test: (entry: Entry) => Claim): Claim {
  const unseen = open.map(({ when }) => new Claim(when.not(), NEVER));
  return Claim.all([...entries.map((entry) => test(entry).onlyIf(entry.when)), ...unseen]);
}

/** How an entry about the second factor comes out; undefined for one about anything else. */
function mfaEntry(entry: Entry, caller: WithoutMfa): { can: Claim; always: Claim } | undefined {
  const { operator, key } = entry;
  if (key !== PRESENT && key !== AGE) return undefined;
  // The age is told of those only who logged in with a second factor.
  const isAbsent = key === AGE || caller === 'absent';
  if (operator.base === 'null') return both(hasValue(entry, isAbsent ? 'true' : 'false'));
  if (isAbsent) return both(matchesAbsence(operator) ? Claim.HOLDS : Claim.BREAKS);
  if (operator.base === 'bool') return both(hasValue(entry, 'false'));
  if (operator.base === 'stringequals' || operator.base === 'stringequalsignorecase') {
    // An operator of another type than the key: it lets nobody in whom its text does not name, and may not work.
    return { can: hasValue(entry, 'false'), always: UNDETERMINED };
  }
  return { can: UNDETERMINED, always: UNDETERMINED };
}

function both(claim: Claim): { can: Claim; always: Claim } {
  return { can: claim, always: claim };
}

/** A condition that is false only where AWS itself calls for somebody leaves nobody out who could lack a second factor. */
function exemptsServicesOnly(entry: Entry): Claim {
  const isAbout = entry.key === 'aws:viaawsservice' || entry.key === 'aws:principalisawsservice';
  return isAbout && entry.operator.base === 'bool' ? hasValue(entry, 'false') : Claim.BREAKS;
}

/** Keys that tell one caller from another, so that a condition on them decides whom a statement concerns. */
export function isAboutCaller(key: string): boolean {
  return (
    key.startsWith('aws:principal') ||
    key === 'aws:userid' ||
    key === 'aws:username' ||
    key === 'aws:sourceidentity' ||
    key === 'sts:rolesessionname'
  );
}
