import { Claim } from '../model/claim';
import type { Field } from '../model/field';
import type { Items } from '../model/items';
import { absent, present } from '../model/requirement';
import type { Resource } from '../model/resource';
import { bare, byAlternative } from './network/alternatives';
import { textTest } from './policy-document';

/** The rules of a web ACL or of a rule group. */
export function rulesOf(holder: Resource): Items {
  return holder.get('Rules').items();
}

/** States that a rule stops what it finds, and does not merely count it. */
export function stops(rule: Field): Claim {
  return Claim.any(
    ['Block', 'Captcha', 'Challenge'].map((name) => rule.get('Action').get(name).must(present)),
  );
}

/** States that a rule hands on to a group of rules, whose own actions count. */
export function usesGroup(rule: Field): Claim {
  const group = ['ManagedRuleGroupStatement', 'RuleGroupReferenceStatement'].map((name) =>
    rule.get('Statement').get(name).must(present),
  );
  // To count instead of acting is what somebody sets while trying a group out.
  return Claim.any(group).and(rule.get('OverrideAction.Count').must(absent));
}

/** States that a rule, or the group of the deployment that it refers to, limits the rate of requests. */
export function limitsRate(rule: Field): Claim {
  const own = rule.get('Statement.RateBasedStatement').must(present).and(stops(rule));
  const managed = rule.get('Statement.ManagedRuleGroupStatement.Name');
  const antiDdos = byAlternative(managed, (value) =>
    bare(textTest(value, (text) => text === 'AWSManagedRulesAntiDDoSRuleSet')),
  );
  return Claim.any([own, antiDdos.and(usesGroup(rule)), groupLimitsRate(rule)]);
}

function groupLimitsRate(rule: Field): Claim {
  const arn = rule.get('Statement.RuleGroupReferenceStatement.Arn');
  const limits = byAlternative(arn, (value) => {
    if (value.kind === 'absent') return Claim.BREAKS;
    if (value.kind === 'reference') {
      return rulesOf(value.resource).some((inner) =>
        inner.get('Statement.RateBasedStatement').must(present).and(stops(inner)),
      );
    }
    return arn.states(
      'undetermined',
      { ja: '内容の分からないルールグループ', en: 'a rule group that is not here' },
      { ja: 'レートベースの規則', en: 'a rate-based rule' },
    );
  });
  return limits.and(usesGroup(rule));
}
