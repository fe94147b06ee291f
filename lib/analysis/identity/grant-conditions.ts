import { Claim } from '../../model/claim';
import { NEVER } from '../../model/guard';
import { satisfying } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import type { Value } from '../../model/value';
import { arnOf, coversArn } from '../arn-pattern';
import type { Statement } from '../policy-document';
import { writtenTags } from '../tags';
import { isNegated, matchesCondition } from './condition-operators';
import { conditionsOf, type Entry, isAboutCaller } from './conditions';
import type { KeyState } from './policy-text';

/**
 * What is known of a request, by key in lower case. Of a key that is `unknown` somebody else decides, such as the tags of
 * the resource; any other that is not here the identity may choose.
 */
export type Knowledge = Readonly<Record<string, KeyState>>;

const UNDETERMINED = new Claim(NEVER, NEVER);
const UNKNOWN: KeyState = { kind: 'unknown' };
const NO_VALUES = () => UNKNOWN;

/**
 * Whether the conditions of an Allow leave an identity anything, in a request of which something is known. What it may
 * choose itself (when, from where, with which parameters) is no limit; what it is not known to be leaves it open.
 */
export function conditionsLet(so: Statement, identity: Resource | undefined, known: Knowledge): Claim {
  const itself = concernsItselfOnly(so);
  if (so.condition.isAbsent && !itself) return Claim.HOLDS;
  const { entries, open } = conditionsOf(so.condition);
  return Claim.all([
    itself ? Claim.BREAKS : Claim.HOLDS,
    ...entries.map((entry) =>
      (
        entryMeets(entry, identity, known) ??
        (isAboutCaller(entry.key) || entry.key.startsWith('iam:') ? UNDETERMINED : Claim.HOLDS)
      ).onlyIf(entry.when),
    ),
    ...open.map(({ when }) => new Claim(when.not(), NEVER)),
  ]);
}

/**
 * Whether a Deny is about every such request of an identity. One with a condition on what the identity may choose
 * leaves it some requests to make, and so does not take the right away.
 */
export function deniesAlways(so: Statement, identity: Resource | undefined, known: Knowledge): Claim {
  if (so.condition.isAbsent) return Claim.HOLDS;
  const { entries, open } = conditionsOf(so.condition);
  return Claim.all([
    ...entries.map((entry) =>
      (entryMeets(entry, identity, known) ?? (isAboutCaller(entry.key) ? UNDETERMINED : Claim.BREAKS)).onlyIf(
        entry.when,
      ),
    ),
    ...open.map(({ when }) => new Claim(when.not(), NEVER)),
  ]);
}

/** Whether a condition is met, where what it asks is known; undefined where it is not. */
function entryMeets(entry: Entry, identity: Resource | undefined, known: Knowledge): Claim | undefined {
  const { operator, key, values } = entry;
  const given = known[key];
  if (given?.kind === 'unknown') return UNDETERMINED;
  const state = given ?? (identity === undefined ? UNKNOWN : stateOf(identity, key));
  if (state.kind !== 'unknown') {
    const literals = values.known.map(({ literal }) => literal);
    if (values.open.length > 0 || literals.includes(undefined)) return UNDETERMINED;
    const met = matchesCondition(operator, state, literals.map(String), NO_VALUES, true);
    return met === undefined ? UNDETERMINED : met ? Claim.HOLDS : Claim.BREAKS;
  }
  if (identity === undefined || operator.base === 'null') return undefined;
  const isOne =
    key === 'aws:principalarn'
      ? coversArn(arnOf(identity), OWN_ARN)
      : key === 'aws:principalaccount'
        ? satisfying(OWN_ARN, (value) => isAccountOf(value, identity))
        : undefined;
  if (isOne === undefined) return undefined;
  const named = values.some((value) => value.must(isOne));
  const { holds, breaks } = isNegated(operator.base) ? named.not() : named;
  return new Claim(holds, breaks);
}

const OWN_ARN = { ja: '自ら', en: 'itself' };

function isAccountOf(value: Value, { template }: Resource): 'holds' | 'breaks' | 'undetermined' {
  if (value.kind === 'unknown' && value.variable?.name === 'AWS::AccountId') return 'holds';
  const { account } = template.stack;
  if (value.kind !== 'known' || account === undefined) return 'undetermined';
  return String(value.value) === account ? 'holds' : 'breaks';
}

const PRINCIPAL_TAG = 'aws:principaltag/';

/** What any request of an identity holds. */
function stateOf(identity: Resource, key: string): KeyState {
  if (key === 'aws:principalisawsservice') return { kind: 'values', values: ['false'] };
  if (!key.startsWith(PRINCIPAL_TAG) || identity.rawProperty('Tags') === undefined) return UNKNOWN;
  // Without the tag among its own a session may still bring it.
  const name = key.slice(PRINCIPAL_TAG.length);
  const tag = writtenTags(identity, 'Tags')?.find((one) => one.Key.toLowerCase() === name);
  return tag === undefined ? UNKNOWN : { kind: 'values', values: [tag.Value] };
}

/** A right of each user to change its own password, key or second factor only. */
function concernsItselfOnly({ resources }: Statement): boolean {
  return (
    resources.known.length > 0 &&
    resources.open.length === 0 &&
    resources.known.every((item) =>
      item.alternatives.every(({ value }) =>
        value.kind === 'text'
          ? value.parts.some((part) => typeof part === 'string' && namesSelf(part))
          : value.kind === 'known' && namesSelf(String(value.value)),
      ),
    )
  );
}

/** The user or second factor named like whoever asks; of another thing of that name there is more to say. */
function namesSelf(arn: string): boolean {
  const kind = /(?:^|[:/])(?:user|mfa)\//.exec(arn);
  // A path may stand between the kind and the name.
  return kind !== null && arn.includes('/${aws:username}', kind.index + kind[0].length - 1);
}
