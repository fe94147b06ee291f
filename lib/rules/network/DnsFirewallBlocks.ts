import { byAlternative, UNDETERMINED } from '../../analysis/network/alternatives';
import { Claim, lacking } from '../../model/claim';
import type { Field } from '../../model/field';
import { equals, present } from '../../model/requirement';
import { defineRule } from '../define';

const LIST = 'AWS::Route53Resolver::FirewallDomainList';

export const DnsFirewallBlocks = defineRule({
  id: 'DnsFirewallBlocks',
  clauses: ['7.5(7)'],
  title: {
    ja: 'DNSファイアウォールの規則は、いずれかの名前を遮断する',
    en: 'Rule groups of the DNS firewall block some names',
  },
  why: {
    ja: '許可するか警告するだけの規則では、侵入した不正プログラムが名前解決を使って指令を受け、データを送り出すのを止められない。',
    en: 'Rules that only allow or alert do not stop malware from being steered, and from sending data out, by names that it asks for.',
  },
  fix: {
    ja: 'AWS::Route53Resolver::FirewallRuleGroupのFirewallRulesに、ActionがBLOCKの規則を加え、そのFirewallDomainListIdのドメインリストのDomains（全てを遮断する場合は"*"）を指定してください。',
    en: 'Add a rule with Action BLOCK to FirewallRules of the AWS::Route53Resolver::FirewallRuleGroup, and give the domain list of its FirewallDomainListId Domains ("*" to block everything that is not allowed).',
  },
  cdk: {
    ja: 'CfnFirewallRuleGroupのfirewallRulesにactionがBLOCKの規則を加える',
    en: 'a rule with action BLOCK in firewallRules of CfnFirewallRuleGroup',
  },
  // The clause asks for measures at the way out, and leaves which ones open: somebody may first watch.
  duty: 'should',
  resources: ['AWS::Route53Resolver::FirewallRuleGroup'],
  check: (group) => {
    const rules = group.get('FirewallRules');
    return rules
      .items()
      .some((rule) => rule.get('Action').must(equals('BLOCK')).and(meansSomething(rule)))
      .explained(
        rules.path,
        lacking({ ja: '遮断する規則がない', en: 'no rule that blocks' }),
        { ja: 'ActionがBLOCKの規則', en: 'a rule with Action BLOCK' },
        rules.at,
      );
  },
});

/** Whether a rule is about some names, or about what they look like (DNS Firewall Advanced). */
function meansSomething(rule: Field): Claim {
  const list = rule.get('FirewallDomainListId');
  const names = byAlternative(list, (value) => {
    if (value.kind === 'absent') return Claim.BREAKS;
    if (value.kind !== 'reference') return value.kind === 'known' ? Claim.HOLDS : UNDETERMINED;
    const { resource } = value;
    if (resource.type !== LIST) return UNDETERMINED;
    return resource
      .get('Domains')
      .items()
      .some((domain) => domain.present)
      .or(resource.get('DomainFileUrl').must(present));
  });
  return names.or(rule.get('DnsThreatProtection').must(present));
}
