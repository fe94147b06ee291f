import type { Claim } from '../model/claim';
import type { Field, Items } from '../model/field';
import type { Requirement } from '../model/requirement';
import { equals, satisfying } from '../model/requirement';
import type { Value } from '../model/value';

/** One statement of an IAM policy document, identity or resource based. Its parts are looked up as they are asked for. */
export class Statement {
  constructor(readonly field: Field) {}

  get effect(): Field {
    return this.field.get('Effect');
  }

  get actions(): Items {
    return this.field.get('Action').items();
  }

  get notActions(): Items {
    return this.field.get('NotAction').items();
  }

  get resources(): Items {
    return this.field.get('Resource').items();
  }

  get principal(): Field {
    return this.field.get('Principal');
  }

  get notPrincipal(): Field {
    return this.field.get('NotPrincipal');
  }

  get condition(): Field {
    return this.field.get('Condition');
  }
}

const isAllow = equals('Allow');
const isDeny = equals('Deny');

/** The statements of a policy document; a single one need not stand in a list. */
export function statementsOf(document: Field): Items {
  return document.get('Statement').items();
}

export function statement(field: Field): Statement {
  return field.note(statementIn);
}

function statementIn(field: Field): Statement {
  return new Statement(field);
}

export function allows({ effect }: Statement): Claim {
  return effect.must(isAllow);
}

export function denies({ effect }: Statement): Claim {
  return effect.must(isDeny);
}

/**
 * Whether an IAM pattern (`*` any run, `?` one character) covers a name. Actions compare without case.
 * Linear in the product of the lengths: no regular expression, so no pattern can stall it.
 */
export function patternCovers(pattern: string, name: string): boolean {
  let p = 0;
  let n = 0;
  let star = -1;
  let mark = 0;
  while (n < name.length) {
    if (p < pattern.length && (pattern[p] === '?' || pattern[p] === name[n]) && pattern[p] !== '*') {
      p++;
      n++;
    } else if (p < pattern.length && pattern[p] === '*') {
      star = p++;
      mark = n;
    } else if (star >= 0) {
      p = star + 1;
      n = ++mark;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}

/** Requires an action pattern that covers a given action, as `service:Name` in any case. */
export function coversAction(action: string): Requirement {
  const wanted = action.toLowerCase();
  return satisfying({ ja: `${action}を含むこと`, en: `to cover ${action}` }, (value) =>
    textTest(value, (text) => patternCovers(text.toLowerCase(), wanted)),
  );
}

/** Whether two patterns can cover a common name. */
export function patternsMeet(a: string, b: string): boolean {
  // A table of which suffixes of both can meet; patterns are short.
  const memo = new Map<number, boolean>();
  const meet = (i: number, j: number): boolean => {
    if (i === a.length && j === b.length) return true;
    const key = i * (b.length + 1) + j;
    const known = memo.get(key);
    if (known !== undefined) return known;
    memo.set(key, false);
    let result = false;
    if (a[i] === '*') result = meet(i + 1, j) || (j < b.length && meet(i, j + 1));
    else if (b[j] === '*') result = meet(i, j + 1) || (i < a.length && meet(i + 1, j));
    else if (i < a.length && j < b.length && (a[i] === b[j] || a[i] === '?' || b[j] === '?'))
      result = meet(i + 1, j + 1);
    memo.set(key, result);
    return result;
  };
  return meet(0, 0);
}

/** Tests a known string; what is not known is undetermined, and anything else fails. */
export function textTest(value: Value, test: (text: string) => boolean): 'holds' | 'breaks' | 'undetermined' {
  if (value.kind === 'known') return test(String(value.value)) ? 'holds' : 'breaks';
  return value.kind === 'unknown' || value.kind === 'text' || value.kind === 'reference'
    ? 'undetermined'
    : 'breaks';
}
