import { Claim } from '../model/claim';
import type { Field } from '../model/field';
import type { Items } from '../model/items';
import type { Requirement } from '../model/requirement';
import { equals, satisfying } from '../model/requirement';
import type { Value } from '../model/value';
import { type ActionPatterns, actionPatterns } from './identity/action-patterns';
import { patternCovers } from './identity/patterns';

export { patternCovers, patternsMeet } from './identity/patterns';

/** One statement of an IAM policy document, identity or resource based. Its parts are looked up as they are asked for. */
export class Statement {
  private read: ActionPatterns | undefined;
  private isRead = false;

  constructor(readonly field: Field) {}

  /** Its actions, where they are all written out and it names none by NotAction, as of nearly all statements. */
  get written(): ActionPatterns | undefined {
    if (!this.isRead) {
      this.isRead = true;
      const texts = this.field.isWithout('NotAction') ? this.field.stringsAt('Action') : undefined;
      this.read = texts === undefined ? undefined : actionPatterns(texts);
    }
    return this.read;
  }

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

export function allows(so: Statement): Claim {
  return writtenEffect(so) === 'Allow' ? Claim.HOLDS : so.effect.must(isAllow);
}

export function denies(so: Statement): Claim {
  return writtenEffect(so) === 'Deny' ? Claim.HOLDS : so.effect.must(isDeny);
}

/** The effect of a statement, where it is written out. */
export function writtenEffect({ field }: Statement): 'Allow' | 'Deny' | undefined {
  const effect = field.stringAt('Effect');
  return effect === 'Allow' || effect === 'Deny' ? effect : undefined;
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
