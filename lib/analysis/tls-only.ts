import { Claim } from '../model/claim';
import type { Referrer } from '../model/deployment';
import type { Field } from '../model/field';
import { equals, present, type Requirement, satisfying } from '../model/requirement';
import type { Resource } from '../model/resource';
import type { Template } from '../model/template';
import type { Text } from '../text';
import { matchesAbsence } from './identity/condition-operators';
import { conditionsOf, type Entry, hasValue } from './identity/conditions';
import { principalsOf } from './identity/principals';
import { documentAt } from './identity/statements';
import { UNDETERMINED } from './network/alternatives';
import { coversAction, patternsMeet, statement, statementsOf, textTest } from './policy-document';

/** What a resource policy must refuse to requests that do not come over TLS. */
export interface Refusal {
  /** Actions that must be refused, wildcards as in policies. */
  readonly actions: readonly string[];
  /** What the statement must cover, each by some statement. Left out where a policy has one subject only. */
  readonly resources?: readonly Requirement[];
}

/**
 * Says that a policy denies everybody the actions on the resources for every request that is not encrypted.
 * What only allows encrypted requests denies nothing: another policy may allow the rest.
 */
export function refusesPlaintext(document: Field, template: Template, refusal: Refusal): Claim {
  const statements = statementsOf(document);
  const targets: readonly (Requirement | undefined)[] = refusal.resources ?? [undefined];
  return Claim.all(
    targets.flatMap((target) =>
      refusal.actions.map((action) =>
        statements.some((item) => {
          const { effect, principal, condition, resources } = statement(item);
          return Claim.all([
            effect.must(equals('Deny')),
            namesEveryone(principal, template),
            coversActionOf(item, action),
            target === undefined ? Claim.HOLDS : resources.some((pattern) => pattern.must(target)),
            matchesPlaintext(condition),
          ]);
        }),
      ),
    ),
  );
}

/** Says that a principal element names everybody. */
export function namesEveryone(principal: Field, template: Template): Claim {
  const { known, open } = principalsOf(principal, template);
  return Claim.any([
    ...known.map(({ kind, isOpen, when }) =>
      (kind === 'anyone' ? Claim.HOLDS : kind === 'unknown' && isOpen ? UNDETERMINED : Claim.BREAKS).and(
        Claim.when(when),
      ),
    ),
    ...open.map((evidence) => new Claim(UNDETERMINED.holds, evidence.when.not(), [evidence])),
  ]);
}

function coversActionOf(item: Field, action: string): Claim {
  const { actions, notActions } = statement(item);
  const wanted = action.toLowerCase();
  const leavesAlone = satisfying(
    { ja: `${action}を除外しないこと`, en: `not to exempt ${action}` },
    (value) => textTest(value, (text) => !patternsMeet(text.toLowerCase(), wanted)),
  );
  return actions
    .some((pattern) => pattern.must(coversAction(action)))
    .or(
      item
        .get('NotAction')
        .must(present)
        .and(notActions.every((pattern) => pattern.must(leavesAlone))),
    );
}

/** Says that the conditions are true of every request without TLS, whatever else it holds. */
function matchesPlaintext(condition: Field): Claim {
  const { entries, open } = conditionsOf(condition);
  return Claim.all([
    ...entries.map((entry) => entryMatches(entry).onlyIf(entry.when)),
    ...open.map((evidence) => new Claim(evidence.when.not(), UNDETERMINED.breaks, [evidence])),
  ]);
}

function entryMatches(entry: Entry): Claim {
  const { operator, key } = entry;
  if (key === 'aws:securetransport') {
    if (operator.base === 'bool') return hasValue(entry, 'false');
    // An operator of another type than the key: it may or may not work.
    return operator.base.startsWith('string') ? UNDETERMINED : Claim.BREAKS;
  }
  // Without TLS a request has no version of it: a plain comparison passes such a request over, as far as is documented.
  if (key === 's3:tlsversion' && operator.base.startsWith('numericlessthan')) {
    return matchesAbsence(operator) ? Claim.HOLDS : UNDETERMINED;
  }
  // What AWS calls on behalf of others is always encrypted, so exempting it leaves nothing open.
  if (key === 'aws:principalisawsservice' || key === 'aws:viaawsservice') {
    return operator.base === 'bool' ? hasValue(entry, 'false') : UNDETERMINED;
  }
  return Claim.BREAKS;
}

/** Where the policies of a resource are: a type of policy and the property that names the resource. */
export interface Attachment {
  readonly type: string;
  readonly path: string;
}

/** Says that some policy that is attached to a resource refuses what is not encrypted. */
export function isTlsOnly(target: Resource, attachments: readonly Attachment[], refusal: Refusal): Claim {
  const { deployment } = target;
  const refuses = ({ resource }: Referrer) =>
    refusesPlaintext(documentAt(resource.get('PolicyDocument'), resource), resource.template, refusal);
  const attached = attachments.flatMap(({ type, path }) => deployment.referrers(target, type, path));
  const certain = Claim.any(attached.map((referrer) => refuses(referrer).and(Claim.when(referrer.when))));
  if (target.exists.implies(certain.holds)) return certain;
  // A policy whose target cannot be told may be this one's.
  const open = attachments
    .flatMap(({ type, path }) => deployment.openReferrers(type, path))
    .map((referrer) => refuses(referrer).and(UNDETERMINED).and(Claim.when(referrer.when)));
  const claim = Claim.any([certain, ...open]);
  const names = [...new Set(attached.map(({ resource }) => resource.logicalId))];
  const actual: Text =
    names.length === 0
      ? { ja: 'なし', en: 'missing' }
      : { ja: `${names.join('、')}（該当する文なし）`, en: `${names.join(', ')}, without such a statement` };
  const explained = claim.explained(attachments[0]?.type ?? '', actual, {
    ja: `aws:SecureTransportがfalseのとき、全ての者の${refusal.actions.join('、')}を拒否する文`,
    en: `a statement that denies ${refusal.actions.join(', ')} to everybody when aws:SecureTransport is false`,
  });
  return new Claim(claim.holds, claim.breaks, [
    ...explained.evidence,
    ...claim.evidence.filter(({ outcome }) => outcome === 'undetermined'),
  ]);
}
