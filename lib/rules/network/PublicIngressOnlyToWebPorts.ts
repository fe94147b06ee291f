import { whereHolds } from '../../analysis/network/alternatives';
import { ADMINISTRATION_PORTS } from '../../analysis/network/ports';
import {
  addressesLimited,
  avoidsPorts,
  everyRule,
  opensOnly,
  ruleTypes,
} from '../../analysis/network/security-groups';
import { defineRule } from '../define';

const WEB_PORTS = [
  { from: 80, to: 80 },
  { from: 443, to: 443 },
];

export const PublicIngressOnlyToWebPorts = defineRule({
  id: 'PublicIngressOnlyToWebPorts',
  clauses: ['7.1(8)②', '7.5(1)①'],
  title: {
    ja: '不特定の相手に開くポートは、ウェブの80番及び443番に限る',
    en: 'Only the web ports 80 and 443 are open to everybody',
  },
  why: {
    ja: 'ウェブ以外のポートが誰にでも開いていると、使われなくなった管理画面や試験用のサービスが、気付かれないまま攻撃の入口として残る。',
    en: 'A port open to everybody besides the web ports is often a forgotten console or test service, and stays there as an entrance for attackers.',
  },
  fix: {
    ja: 'SecurityGroupIngressで0.0.0.0/0又は::/0に開くポートは80及び443とし、その他は送信元を限定してください。',
    en: 'Open only ports 80 and 443 to 0.0.0.0/0 or ::/0 in SecurityGroupIngress, and limit the source of all others.',
  },
  cdk: {
    ja: 'SecurityGroup.addIngressRule()でPeer.anyIpv4()に開くのは、Port.tcp(443)及びPort.tcp(80)に限る',
    en: 'in SecurityGroup.addIngressRule() open only Port.tcp(443) and Port.tcp(80) to Peer.anyIpv4()',
  },
  // A public service that is not a web site (mail, name service) has other ports, so this asks for a second look.
  duty: 'should',
  resources: ruleTypes('ingress'),
  appliesTo: { zones: ['internet', 'management'] },
  check: (resource, context) =>
    everyRule(resource, 'ingress', (rule) =>
      // Ports for administration are for NoAdministrationPortFromAnywhere, which blocks.
      whereHolds(
        avoidsPorts(rule, ADMINISTRATION_PORTS),
        addressesLimited(rule, context).or(opensOnly(rule, WEB_PORTS)),
      ),
    ),
});
