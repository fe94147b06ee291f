import { rulesOf, stops, usesGroup } from '../../analysis/web-acl-rules';
import { lacking } from '../../model/claim';
import { present } from '../../model/requirement';
import { defineRule } from '../define';

export const WebAclFiltersRequests = defineRule({
  id: 'WebAclFiltersRequests',
  clauses: ['7.1(10)④', '7.5(7)'],
  title: {
    ja: 'ウェブACL（AWS WAF）は、攻撃の要求を遮断する',
    en: 'Web ACLs of AWS WAF stop requests that attack',
  },
  why: {
    ja: '全てを通すか数えるだけのウェブACLは、ファイアウォールの役を果たさない。',
    en: 'A web ACL that lets everything pass, or merely counts, is no firewall.',
  },
  fix: {
    ja: 'Rulesに、ManagedRuleGroupStatement（AWSManagedRulesCommonRuleSet等）を、OverrideActionをNoneとして加えるか、DefaultActionをBlockとしてください。',
    en: 'Add rules with a ManagedRuleGroupStatement, such as AWSManagedRulesCommonRuleSet, and OverrideAction None to Rules, or set DefaultAction to Block.',
  },
  cdk: { ja: 'CfnWebACLのrulesに加える', en: 'add them to rules of CfnWebACL' },
  resources: ['AWS::WAFv2::WebACL'],
  check: (acl) => {
    const rules = acl.get('Rules');
    return acl
      .get('DefaultAction.Block')
      .must(present)
      .or(rulesOf(acl).some((rule) => usesGroup(rule).or(stops(rule))))
      .explained(
        rules.path,
        lacking({ ja: '遮断する規則なし', en: 'no rule that stops anything' }),
        { ja: '遮断する規則又はルールグループ', en: 'a rule or a rule group that stops requests' },
        rules.at,
      );
  },
});
