import { limitsRate, rulesOf } from '../../analysis/web-acl-rules';
import { Claim, lacking } from '../../model/claim';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';
import { fulfilledBy } from '../reliefs';

export const WebAclLimitsRate = defineRule({
  id: 'WebAclLimitsRate',
  clauses: ['7.5(6)'],
  title: {
    ja: 'インターネットから届くもののウェブACLは、要求の数を制限する（サービス不能攻撃への対策）',
    en: 'Web ACLs in front of what is reached from the Internet limit the rate of requests, against denial of service',
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
  check: (acl, { deployment, marks }) => {
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
      )
      .onlyIf(marks.inZone(acl, ['internet']).or(guardsUserPool(acl)));
  },
});

/** What can be reached from outside: the Internet zone, and user pools, whose log-in is public in every zone. */
function guardsUserPool(acl: Resource): Claim {
  return Claim.any(
    acl.deployment
      .referrers(acl, 'AWS::WAFv2::WebACLAssociation', 'WebACLArn')
      .flatMap(({ resource, when }) =>
        resource
          .get('ResourceArn')
          .references()
          .filter(({ value }) => value.resource.type === 'AWS::Cognito::UserPool')
          .map((reference) => Claim.when(reference.when.and(when))),
      ),
  );
}
