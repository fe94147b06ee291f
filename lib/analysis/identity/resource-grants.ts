import { isDeepStrictEqual } from 'node:util';
import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { NEVER } from '../../model/guard';
import type { Resource } from '../../model/resource';
import { allows, denies, type Statement, statement, statementsOf } from '../policy-document';
import { isNegated } from './condition-operators';
import { type Conditions, conditionsOf, type Entry } from './conditions';
import { narrowed } from './narrowing';
import { type Principal, type Principals, principalsOf } from './principals';
import { containsActions, coversNamed } from './statements';

const UNDETERMINED = new Claim(NEVER, NEVER);

/** Somebody whom the policy of a resource lets in by one statement. */
export interface ResourceGrant {
  readonly principal: Principal;
  readonly statement: Statement;
  /** Where it is named. */
  readonly at: Field;
  /** Whether the statement lets it in at all, and no Deny shuts all of it out. */
  readonly opens: Claim;
  /** Whether it may do this, of all that the policy allows and denies. */
  readonly may: (action: string) => Claim;
}

interface Denial {
  readonly statement: Statement;
  readonly conditions: Conditions;
  readonly holds: Claim;
  readonly named: Principals;
  /** The principals are those whom it spares. */
  readonly excepting: boolean;
}

/** Whom a policy document of a resource lets in. */
export function resourceGrants(document: Field, { template }: Resource): readonly ResourceGrant[] {
  const statements = statementsOf(document).known.map((field) => ({ field, so: statement(field) }));
  const denials: Denial[] = statements.flatMap(({ field, so }) => {
    const holds = denies(so).and(Claim.when(field.given));
    if (holds.breaks.isAlways) return [];
    const excepting = !so.notPrincipal.isAbsent;
    const named = principalsOf(excepting ? so.notPrincipal : so.principal, template);
    return [{ statement: so, conditions: conditionsOf(so.condition), holds: bare(holds), named, excepting }];
  });
  return statements.flatMap(({ field, so }) => {
    const effect = allows(so).and(Claim.when(field.given));
    if (effect.breaks.isAlways) return [];
    const conditions = conditionsOf(so.condition);
    return principalsOf(so.principal, template)
      .known.flatMap((one) => narrowed(one, conditions, template))
      .map((principal): ResourceGrant => {
        const lets = bare(effect.and(Claim.when(principal.when)));
        const shut = (test: (so: Statement) => Claim) =>
          Claim.any(
            denials.map((denial) =>
              Claim.allInTurn(
                () => denial.holds,
                () => test(denial.statement),
                () => concerns(denial, principal),
                () => meets(denial.conditions, principal),
              ),
            ),
          ).not();
        return {
          principal,
          statement: so,
          at: so.principal,
          opens: lets.and(shut((denial) => containsActions(denial, so))),
          may: (action) =>
            Claim.allInTurn(
              () => lets,
              () => bare(coversNamed(so, action)),
              () => shut((denial) => bare(coversNamed(denial, action))),
            ),
        };
      });
  });
}

function bare({ holds, breaks }: Claim): Claim {
  return new Claim(holds, breaks);
}

/** Whether a denial is about a principal; an account stands for everybody in it. */
function concerns({ named, excepting }: Denial, who: Principal): Claim {
  const listed = Claim.any([
    ...named.known.map((other) => takesIn(other, who).and(Claim.when(other.when))),
    ...named.open.map(({ when }) => new Claim(NEVER, when.not())),
  ]);
  return excepting ? listed.not() : listed;
}

function takesIn(outer: Principal, inner: Principal): Claim {
  if (outer.kind === 'anyone') return Claim.HOLDS;
  if (outer.identity !== undefined && outer.identity === inner.identity) return Claim.HOLDS;
  const isSame = isDeepStrictEqual(outer.account, inner.account) && inner.account !== 'unknown';
  if (outer.isOpen || (outer.kind === 'account' && outer.account === 'unknown')) return UNDETERMINED;
  return outer.kind === 'account' && isSame ? Claim.HOLDS : Claim.BREAKS;
}

/** Whether the conditions of a Deny hold for every request of a principal: they are about who it is, and it is another. */
function meets({ entries, open }: Conditions, who: Principal): Claim {
  return Claim.all([
    ...entries.map((entry) => isAnother(entry, who).onlyIf(entry.when)),
    ...open.map(({ when }) => new Claim(when.not(), NEVER)),
  ]);
}

function isAnother({ key, operator, values }: Entry, { account, kind }: Principal): Claim {
  const isAboutWhom =
    key === 'aws:principalarn' || key === 'aws:principalaccount' || key === 'kms:calleraccount';
  if (!isAboutWhom || !isNegated(operator.base) || operator.forAnyValue || operator.base === 'null') {
    return Claim.BREAKS;
  }
  if (typeof account === 'string' || /[*?]/.test(account.id) || values.open.length > 0) {
    return kind === 'anyone' ? Claim.BREAKS : UNDETERMINED;
  }
  const literals = values.known.map(({ literal }) => literal);
  if (!literals.every((literal) => typeof literal === 'string')) return UNDETERMINED;
  const accounts = literals.map((text) => (text.startsWith('arn:') ? text.split(':')[4] : text));
  // Another account than those that it spares.
  return accounts.every((one) => one !== undefined && /^\d{12}$/.test(one) && one !== account.id)
    ? Claim.HOLDS
    : UNDETERMINED;
}
