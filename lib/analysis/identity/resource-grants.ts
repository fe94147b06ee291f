import { isDeepStrictEqual } from 'node:util';
import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { NEVER } from '../../model/guard';
import type { Resource } from '../../model/resource';
import type { Template } from '../../model/template';
import { allows, denies, type Statement, statement, statementsOf, writtenEffect } from '../policy-document';
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
  const { known } = statementsOf(document);
  const grants: ResourceGrant[] = [];
  const denials = new Denials(known, template);
  for (const field of known) {
    const so = statement(field);
    if (writtenEffect(so) === 'Deny') continue;
    const effect = allows(so).and(Claim.when(field.given));
    if (effect.breaks.isAlways) continue;
    const conditions = conditionsOf(so.condition);
    for (const named of principalsOf(so.principal, template).known) {
      for (const principal of narrowed(named, conditions, template)) {
        grants.push(new StatementGrant(principal, so, bare(effect.and(Claim.when(principal.when))), denials));
      }
    }
  }
  return grants;
}

/** One whose rights are worked out when somebody asks: most principals are not those whom anybody is after. */
class StatementGrant implements ResourceGrant {
  private isOpen: Claim | undefined;

  constructor(
    readonly principal: Principal,
    readonly statement: Statement,
    private readonly lets: Claim,
    private readonly denials: Denials,
  ) {}

  get at(): Field {
    return this.statement.principal;
  }

  get opens(): Claim {
    this.isOpen ??= this.lets.and(
      this.denials.shut(this.principal, (denial) => containsActions(denial, this.statement)),
    );
    return this.isOpen;
  }

  readonly may = (action: string): Claim =>
    Claim.allInTurn(
      () => this.lets,
      () => bare(coversNamed(this.statement, action)),
      () => this.denials.shut(this.principal, (denial) => bare(coversNamed(denial, action))),
    );
}

/** The Deny statements of a document, read when somebody asks. */
class Denials {
  private read: readonly Denial[] | undefined;

  constructor(
    private readonly fields: readonly Field[],
    private readonly template: Template,
  ) {}

  private get all(): readonly Denial[] {
    this.read ??= this.fields.flatMap((field) => {
      const so = statement(field);
      if (writtenEffect(so) === 'Allow') return [];
      const holds = denies(so).and(Claim.when(field.given));
      if (holds.breaks.isAlways) return [];
      const excepting = !so.notPrincipal.isAbsent;
      const named = principalsOf(excepting ? so.notPrincipal : so.principal, this.template);
      return [
        { statement: so, conditions: conditionsOf(so.condition), holds: bare(holds), named, excepting },
      ];
    });
    return this.read;
  }

  /** Whether none of those that a test says shuts a principal out. */
  shut(principal: Principal, test: (so: Statement) => Claim): Claim {
    return Claim.any(
      this.all.map((denial) =>
        Claim.allInTurn(
          () => denial.holds,
          () => test(denial.statement),
          () => concerns(denial, principal),
          () => meets(denial.conditions, principal),
        ),
      ),
    ).not();
  }
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
