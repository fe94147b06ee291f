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
    en: 'DNS queries of the my-number and LGWAN zones are not forwarded to servers on the Internet',
  },
  why: {
    ja: '名前解決の問合せには任意の文字列を載せられる。インターネット上のサーバへ転送すると、他の通信を全て閉じていても、問合せの中に住民情報を隠して持ち出せる。',
    en: 'Names that are asked for can carry any text. Where questions go to servers on the Internet, resident records can be smuggled out in them though all other traffic is closed.',
  },
  fix: {
    ja: 'AWS::Route53Resolver::ResolverRuleのTargetIpsは、内部のネットワークのDNSサーバとしてください。',
    en: 'Let TargetIps of the AWS::Route53Resolver::ResolverRule be name servers of private networks.',
  },
  cdk: {
    ja: 'CfnResolverRuleのtargetIpsを内部のDNSサーバとする',
    en: 'private name servers in targetIps of CfnResolverRule',
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
