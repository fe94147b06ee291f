import { Claim } from '../../model/claim';
import { NEVER } from '../../model/guard';
import type { Items } from '../../model/items';
import { type Requirement, satisfying } from '../../model/requirement';
import type { Template } from '../../model/template';
import { isLimited, parseRange } from '../network/addresses';
import { denies, type Statement, statement } from '../policy-document';
import { isNegated } from './condition-operators';
import { type Conditions, conditionsOf, type Entry, hasValue } from './conditions';
import { principalsOf } from './principals';
import { containsActions, containsResources, isEverything } from './statements';

/** Keys that tell whose a caller, a source or a network is. */
const LIMITING_KEYS = new Set([
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceip',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourceowner',
  'aws:sourcevpc',
  'aws:sourcevpcarn',
  'aws:sourcevpce',
  'aws:userid',
  'aws:vpceaccount',
  'aws:vpceorgid',
  'aws:vpceorgpaths',
  'aws:vpcsourceip',
  'elasticfilesystem:accesspointarn',
  's3:dataaccesspointaccount',
  's3:dataaccesspointarn',
  'sns:endpoint',
  'vpc-lattice-svcs:sourcevpc',
  'vpc-lattice-svcs:sourcevpcowneraccount',
]);
const OPERATORS = new Set([
  'arnequals',
  'arnlike',
  'ipaddress',
  'stringequals',
  'stringequalsignorecase',
  'stringlike',
]);

/** Whether conditions let in only callers of some accounts, organizations or networks. */
export function limitsCallers({ entries, open }: Conditions): Claim {
  return Claim.any([
    ...entries.map((entry) => limits(entry).and(Claim.when(entry.when))),
    ...open.map(({ when }) => new Claim(NEVER, when.not())),
  ]);
}

/**
 * Whether some Deny of a policy shuts out, of what an Allow gives to everybody, all who are not of some accounts,
 * organizations or networks.
 */
export function shutsStrangersOut(statements: Items, so: Statement, template: Template): Claim {
  const claims = statements.known.map((field) => {
    const other = statement(field);
    return Claim.allInTurn(
      () => denies(other).and(Claim.when(field.given)),
      () => containsActions(other, so),
      () => containsResources(other, so),
      () => namesStrangers(other, template),
      () => meetsStrangers(conditionsOf(other.condition)),
    );
  });
  const { holds, breaks } = Claim.any(claims);
  return new Claim(holds, breaks);
}

function namesStrangers({ principal, notPrincipal }: Statement, template: Template): Claim {
  if (!notPrincipal.isAbsent) {
    const spared = principalsOf(notPrincipal, template);
    const sparesAll = [...spared.known.filter(({ kind }) => kind === 'anyone'), ...spared.open];
    return Claim.all(sparesAll.map(({ when }) => Claim.when(when.not())));
  }
  const named = principalsOf(principal, template).known.filter(({ kind }) => kind === 'anyone');
  return Claim.any(named.map(({ when }) => Claim.when(when)));
}

/** Whether conditions of a Deny hold for whoever is of none of the accounts, organizations and networks that they name. */
function meetsStrangers({ entries, open }: Conditions): Claim {
  return Claim.all([
    ...entries.map((entry) => meetsStranger(entry).onlyIf(entry.when)),
    ...open.map(({ when }) => new Claim(when.not(), NEVER)),
  ]);
}

function meetsStranger(entry: Entry): Claim {
  const { base, forAnyValue } = entry.operator;
  if (entry.key === 'aws:principalisawsservice' || entry.key === 'aws:viaawsservice') {
    return base === 'bool' ? hasValue(entry, 'false') : Claim.BREAKS;
  }
  if (!isNegated(base) || forAnyValue) return Claim.BREAKS;
  // What limits an Allow to some callers, negated limits a Deny to all others, whether they have such a key or not.
  return limits({
    ...entry,
    operator: { base: base.replace('not', ''), ifExists: false, forAllValues: false, forAnyValue: false },
  });
}

function limits(entry: Entry): Claim {
  const { base, ifExists, forAllValues } = entry.operator;
  if (ifExists || forAllValues) return Claim.BREAKS;
  // Through a mount target only what lies in its VPC can reach a file system.
  if (entry.key === 'elasticfilesystem:accessedviamounttarget') {
    return base === 'bool' ? hasValue(entry, 'true') : Claim.BREAKS;
  }
  if (entry.key === 'aws:principalisawsservice')
    return base === 'bool' ? hasValue(entry, 'true') : Claim.BREAKS;
  if (!LIMITING_KEYS.has(entry.key) || !OPERATORS.has(base)) return Claim.BREAKS;
  const isPattern = base === 'stringlike' || base.startsWith('arn');
  // Whatever value is compared for equality limits callers to it.
  if (!isPattern && base !== 'ipaddress') return Claim.HOLDS;
  return entry.values.every((value) => value.must(isPattern ? narrow : someAddresses));
}

/** A pattern that does not take in everything. */
const narrow: Requirement = satisfying({ ja: '限定された値', en: 'a value that limits' }, (value) => {
  if (value.kind === 'known') return isAnyCaller(String(value.value)) ? 'breaks' : 'holds';
  // Something in it is a name; but a value that is wholly open might be a wildcard.
  return value.kind === 'unknown' ? 'undetermined' : 'holds';
});

/** Ids of organizations and networks of anybody, for example `o-*`. */
const ANY_ID = /^(o|vpce?)-?\*/;

/**
 * Whether a pattern lets anybody in: an ARN that leaves the account open, as everybody can make a role of that name,
 * or, where it has no account, one that leaves the name open.
 */
export function isAnyCaller(pattern: string): boolean {
  if (isEverything(pattern) || ANY_ID.test(pattern) || /^[*?]+$/.test(pattern)) return true;
  const parts = pattern.split(':');
  if (parts[0] !== 'arn' || parts.length < 6) return false;
  const [account, resource] = [parts[4] as string, parts.slice(5).join(':')];
  return account === '' ? /^([a-z-]+[:/])?\*+$/.test(resource) : /^[*?]+$/.test(account);
}

const someAddresses: Requirement = satisfying(
  { ja: '限定されたアドレス', en: 'addresses that limit' },
  (value) => {
    if (value.kind !== 'known')
      return value.kind === 'reference' || value.kind === 'text' ? 'holds' : 'undetermined';
    const range = parseRange(String(value.value));
    return range === undefined || isLimited(range) ? 'holds' : 'breaks';
  },
);
