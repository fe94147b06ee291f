import { addressesLimited, everyRule, opensOnly, ruleTypes } from '../../analysis/network/security-groups';
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
  fix: {
    ja: 'SecurityGroupIngressで0.0.0.0/0又は::/0に開くポートは80及び443とし、その他は送信元を限定してください（CDKではPort.tcp(443)等を用いる）。',
    en: 'Open only ports 80 and 443 to 0.0.0.0/0 or ::/0 in SecurityGroupIngress, and limit the source of all others (in CDK: Port.tcp(443) and the like).',
  },
  // A public service that is not a web site (mail, name service) has other ports, so this asks for a second look.
  duty: 'should',
  resources: ruleTypes('ingress'),
  appliesTo: { zones: ['internet', 'management'] },
  check: (resource, context) =>
    everyRule(resource, 'ingress', (rule) => addressesLimited(rule, context).or(opensOnly(rule, WEB_PORTS))),
});
