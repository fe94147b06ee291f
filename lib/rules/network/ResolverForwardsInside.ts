import { isPrivate, parseRange } from '../../analysis/network/addresses';
import { whereHolds } from '../../analysis/network/alternatives';
import { textTest } from '../../analysis/policy-document';
import { Claim } from '../../model/claim';
import { equals, satisfying } from '../../model/requirement';
import { defineRule } from '../define';

/** A target has an address of one of two kinds. */
const insideIfSet = satisfying(
  { ja: '内部のネットワークのアドレス', en: 'an address of a private network' },
  (value) => (value.kind === 'absent' ? 'holds' : textTest(value, isInside)),
);

function isInside(address: string): boolean {
  const range = parseRange(address);
  return range !== undefined && isPrivate(range);
}

export const ResolverForwardsInside = defineRule({
  id: 'ResolverForwardsInside',
  clauses: ['4(1)①', '4(2)①'],
  title: {
    ja: 'マイナンバー利用事務系及びLGWAN接続系の名前解決は、インターネット上のサーバへ転送しない',
    en: 'Names of the my-number and LGWAN zones are not asked of servers on the Internet',
  },
  fix: {
    ja: 'AWS::Route53Resolver::ResolverRuleのTargetIpsは、内部のネットワークのDNSサーバとしてください（CDKではCfnResolverRuleのtargetIps）。',
    en: 'Let TargetIps of the AWS::Route53Resolver::ResolverRule be name servers of private networks (in CDK: targetIps of CfnResolverRule).',
  },
  resources: ['AWS::Route53Resolver::ResolverRule'],
  appliesTo: { zones: ['my-number', 'lgwan'] },
  check: (rule) =>
    whereHolds(
      rule.get('RuleType').must(equals('FORWARD')),
      rule
        .get('TargetIps')
        .items()
        .every((target) => Claim.all(['Ip', 'Ipv6'].map((name) => target.get(name).must(insideIfSet)))),
    ),
});
