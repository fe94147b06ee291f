import type { Claim } from '../model/claim';
import type { Field, Items } from '../model/field';
import type { Requirement } from '../model/requirement';
import { equals, satisfying } from '../model/requirement';
import type { Value } from '../model/value';
import { patternCovers } from './identity/patterns';

export { patternCovers, patternsMeet } from './identity/patterns';

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

/** Requires an action pattern that covers a given action, as `service:Name` in any case. */
export function coversAction(action: string): Requirement {
  const wanted = action.toLowerCase();
  return satisfying({ ja: `${action}を含むこと`, en: `to cover ${action}` }, (value) =>
    textTest(value, (text) => patternCovers(text.toLowerCase(), wanted)),
  );
}

/** Tests a known string; what is not known is undetermined, and anything else fails. */
export function textTest(value: Value, test: (text: string) => boolean): 'holds' | 'breaks' | 'undetermined' {
  if (value.kind === 'known') return test(String(value.value)) ? 'holds' : 'breaks';
  return value.kind === 'unknown' || value.kind === 'text' || value.kind === 'reference'
    ? 'undetermined'
    : 'breaks';
}
