import { Claim } from '../../model/claim';
import { NEVER } from '../../model/guard';
import { type Requirement, satisfying } from '../../model/requirement';
import { isLimited, parseRange } from '../network/addresses';
import { type Conditions, type Entry, hasValue } from './conditions';
import { isEverything } from './statements';

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
