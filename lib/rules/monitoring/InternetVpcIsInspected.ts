import { Claim, lacking } from '../../model/claim';
import { type Guard, NEVER } from '../../model/guard';
import { equals } from '../../model/requirement';
import { defineRule } from '../define';
import { fulfilledBy } from '../reliefs';

/** What looks into the traffic of a VPC, or into the names that it asks for. */
const INSPECTORS: readonly (readonly [type: string, path: string])[] = [
  ['AWS::NetworkFirewall::Firewall', 'VpcId'],
  ['AWS::NetworkFirewall::VpcEndpointAssociation', 'VpcId'],
  ['AWS::Route53Resolver::FirewallRuleGroupAssociation', 'VpcId'],
];

export const InternetVpcIsInspected = defineRule({
  id: 'InternetVpcIsInspected',
  clauses: ['4(3)①', '7.5(7)'],
  // Packets must be watched, by measures such as those named; flow logs and GuardDuty have rules of their own.
  duty: 'should',
  title: {
    ja: 'インターネットに接続するVPCには、通信を検査するファイアウォール（Network Firewall又はDNS Firewall）を設ける',
    en: 'VPCs that are connected to the Internet have a firewall that inspects traffic (Network Firewall or DNS Firewall)',
  },
  why: {
    ja: '出口に検査がなければ、侵入したプログラムは住民の情報をそのまま外へ送れる。',
    en: "Where nothing inspects the way out, a program that broke in sends residents' data out as it likes.",
  },
  fix: {
    ja: 'VPCをVpcIdとするAWS::NetworkFirewall::Firewall又はAWS::Route53Resolver::FirewallRuleGroupAssociationを作成してください。',
    en: 'Create an AWS::NetworkFirewall::Firewall or an AWS::Route53Resolver::FirewallRuleGroupAssociation whose VpcId is the VPC.',
  },
  cdk: {
    ja: 'CfnFirewall又はCfnFirewallRuleGroupAssociationを作成する',
    en: 'a CfnFirewall or a CfnFirewallRuleGroupAssociation',
  },
  relievedBy: [
    fulfilledBy(
      'AWS::NetworkFirewall::Firewall',
      'AWS::Route53Resolver::FirewallRuleGroupAssociation',
      'AWS::EC2::VPCEndpoint',
    ),
  ],
  resources: ['AWS::EC2::VPC'],
  appliesTo: { zones: ['internet'] },
  check: (vpc, { deployment }) => {
    const or = (so: Guard, { when }: { readonly when: Guard }) => so.or(when);
    const certain = INSPECTORS.flatMap(([type, path]) => deployment.referrers(vpc, type, path)).reduce(
      or,
      NEVER,
    );
    const maybe = INSPECTORS.flatMap(([type, path]) => deployment.openReferrers(type, path)).reduce(
      or,
      certain,
    );
    const appliance = Claim.any(
      deployment
        .referrers(vpc, 'AWS::EC2::VPCEndpoint', 'VpcId')
        .map(({ resource, when }) =>
          resource.get('VpcEndpointType').must(equals('GatewayLoadBalancer')).and(Claim.when(when)),
        ),
    );
    const connected = deployment.referrers(vpc, 'AWS::EC2::VPCGatewayAttachment', 'VpcId').reduce(or, NEVER);
    return new Claim(certain, maybe.not())
      .or(appliance)
      .explained(
        'AWS::NetworkFirewall::Firewall',
        lacking({ ja: 'このVPCの通信の検査なし', en: 'nothing that inspects traffic of this VPC' }),
        {
          ja: 'Network Firewall、DNS Firewall又は検査装置',
          en: 'Network Firewall, DNS Firewall or an appliance',
        },
        vpc.at,
      )
      .onlyIf(connected);
  },
});
