import { isDeepStrictEqual } from 'node:util';
import { Claim, type Evidence } from '../../model/claim';
import { NEVER } from '../../model/guard';
import type { Resource } from '../../model/resource';
import { allows, denies, type Statement, statement, statementsOf } from '../policy-document';
import { alwaysMatch, type Conditions, canMatch, conditionsOf, WITHOUT_MFA } from './conditions';
import { narrowed } from './narrowing';
import { type Principal, type Principals, principalsOf } from './principals';
import { coversNamed, documentAt } from './statements';

/** One way into a role: a principal whom a statement of its trust policy names. */
export interface Way {
  readonly statement: Statement;
  readonly conditions: Conditions;
  readonly principal: Principal;
  /** Whether the statement lets it in at all. */
  readonly opens: Claim;
}

/** Who may become a role. */
export interface Trust {
  readonly ways: readonly Way[];
  readonly denials: readonly Denial[];
  /** Where there may be statements or principals that cannot be seen. */
  readonly open: readonly Evidence[];
}

interface Denial {
  readonly statement: Statement;
  readonly conditions: Conditions;
  readonly denies: Claim;
  readonly named: Principals;
  /** The principals are those whom it spares. */
  readonly excepting: boolean;
}

const memo = new WeakMap<Resource, Trust>();

export function trustOf(role: Resource): Trust {
  let trust = memo.get(role);
  if (trust === undefined) {
    trust = readTrust(role);
    memo.set(role, trust);
  }
  return trust;
}

function readTrust(role: Resource): Trust {
  const statements = statementsOf(documentAt(role.get('AssumeRolePolicyDocument'), role));
  const open = [...statements.open];
  const ways: Way[] = [];
  const denials: Denial[] = [];
  for (const field of statements.known) {
    const so = statement(field);
    const conditions = conditionsOf(so.condition);
    const effect = allows(so);
    const there = Claim.when(field.given);
    const excepting = !so.notPrincipal.isAbsent;
    if (!effect.holds.isAlways) {
      const named = principalsOf(excepting ? so.notPrincipal : so.principal, role.template);
      denials.push({ statement: so, conditions, denies: denies(so).and(there), named, excepting });
    }
    if (effect.breaks.isAlways) continue;
    // An Allow with NotPrincipal lets in everybody else.
    const named = principalsOf(excepting ? everyone(role) : so.principal, role.template);
    open.push(...named.open);
    for (const principal of named.known.flatMap((one) => narrowed(one, conditions, role.template))) {
      const opens = effect.and(enters(so, principal)).and(there).and(Claim.when(principal.when));
      if (!opens.breaks.isAlways) ways.push({ statement: so, conditions, principal, opens });
    }
  }
  return { ways, denials, open };
}

function everyone({ deployment, template }: Resource) {
  return deployment.field({ template, raw: '*' }, 'NotPrincipal', []);
}

const FEDERATED = ['sts:AssumeRoleWithSAML', 'sts:AssumeRoleWithWebIdentity'];

function enters(so: Statement, { kind }: Principal): Claim {
  const login = kind === 'federated' || kind === 'workload' ? FEDERATED : [];
  return Claim.any(['sts:AssumeRole', ...login].map((action) => coversNamed(so, action)));
}

/** Whether people can come this way: whom AWS itself, a pipeline or a workload becomes logs in nowhere. */
export function isForPeople({ principal }: Way): boolean {
  return principal.kind !== 'service' && principal.kind !== 'workload';
}

/** Whether a way is closed to whoever did not log in with a second factor. */
export function requiresMfa({ principal, conditions }: Way, { denials }: Trust): Claim {
  return Claim.all(
    WITHOUT_MFA.map((caller) =>
      canMatch(conditions, caller)
        .not()
        .or(
          Claim.any(
            denials.map((denial) =>
              denial.denies
                .and(coversNamed(denial.statement, 'sts:AssumeRole'))
                .and(alwaysMatch(denial.conditions, caller))
                .and(concerns(denial, principal)),
            ),
          ),
        ),
    ),
  );
}

/** Whether a denial is about a principal. */
function concerns({ named, excepting }: Denial, who: Principal): Claim {
  const listed = Claim.any([
    ...named.known.map((other) => includes(other, who).and(Claim.when(other.when))),
    ...named.open.map(({ when }) => new Claim(NEVER, when.not())),
  ]);
  return excepting ? listed.not() : listed;
}

/** Whether naming one principal names another one, too: an account in a Deny stands for everybody in it. */
function includes(other: Principal, who: Principal): Claim {
  if (other.kind === 'anyone') return Claim.HOLDS;
  if (other.identity !== undefined && other.identity === who.identity) return Claim.HOLDS;
  const sameAccount = isDeepStrictEqual(other.account, who.account) && who.account !== 'unknown';
  if (other.kind === 'account' && sameAccount) return Claim.HOLDS;
  const told = other.kind !== 'unknown' && other.account !== 'unknown' && who.account !== 'unknown';
  return told || other.kind === 'service' ? Claim.BREAKS : new Claim(NEVER, NEVER);
}
