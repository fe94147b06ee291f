import { limitsRate, rulesOf } from '../../analysis/web-acl-rules';
import { Claim, lacking } from '../../model/claim';
import { defineRule } from '../define';
import { fulfilledBy } from '../reliefs';

export const WebAclLimitsRate = defineRule({
  id: 'WebAclLimitsRate',
  clauses: ['7.5(6)'],
  title: {
    ja: 'インターネット接続系のウェブACLは、要求の数を制限する（サービス不能攻撃への対策）',
    en: 'Web ACLs of the Internet zone limit the rate of requests, against denial of service',
  },
  why: {
    ja: '大量の要求が送り付けられると、申請や予約の受付が住民に使えなくなる。',
    en: 'A flood of requests keeps residents from applying and reserving.',
  },
  fix: {
    ja: 'Rulesに、RateBasedStatementを持ちActionがBlockである規則を加えてください（AWSManagedRulesAntiDDoSRuleSet又はAWS::Shield::Protectionでもよい）。',
    en: 'Add a rule with a RateBasedStatement and Action Block to Rules; AWSManagedRulesAntiDDoSRuleSet or an AWS::Shield::Protection will do as well.',
  },
  cdk: {
    ja: 'CfnWebACLのrulesにrateBasedStatementを持つ規則を加える',
    en: 'a rule with rateBasedStatement in rules of CfnWebACL',
  },
  relievedBy: [fulfilledBy('AWS::Shield::Protection')],
  resources: ['AWS::WAFv2::WebACL'],
  // What can be reached from outside: the clause is about nothing else.
  appliesTo: { zones: ['internet'] },
  check: (acl, { deployment }) => {
    const rules = acl.get('Rules');
    const shield = Claim.any(
      deployment.ofType('AWS::Shield::Protection').map((protection) => Claim.when(protection.exists)),
    );
    return rulesOf(acl)
      .some(limitsRate)
      .or(shield)
      .explained(
        rules.path,
        lacking({ ja: '要求の数の制限なし', en: 'no limit of the rate' }),
        { ja: '要求の数を制限する規則', en: 'a rule that limits the rate of requests' },
        rules.at,
      );
  },
});
