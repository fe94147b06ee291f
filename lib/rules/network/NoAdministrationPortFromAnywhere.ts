import { ADMINISTRATION_PORTS } from '../../analysis/network/ports';
import { addressesLimited, avoidsPorts, everyRule, ruleTypes } from '../../analysis/network/security-groups';
import { defineRule } from '../define';

export const NoAdministrationPortFromAnywhere = defineRule({
  id: 'NoAdministrationPortFromAnywhere',
  clauses: ['7.2(2)②', '7.2(2)③', '7.2(2)⑦', '7.1(8)②', '7.5(1)①'],
  title: {
    ja: '管理用及びデータベース用のポートを、不特定の相手に開かない',
    en: 'No port for administration or of a database is open to everybody',
  },
  why: {
    ja: 'インターネットには、22番、3389番やデータベースのポートを探し続ける攻撃者がいる。開いていれば、パスワードの推測や脆弱性の悪用により管理者として入られる。',
    en: 'Attackers scan for SSH, remote desktop and database ports all the time. An open one lets them guess passwords or use a flaw until they are in as administrators.',
  },
  fix: {
    ja: 'SecurityGroupIngressから、0.0.0.0/0、::/0等の広い範囲に対して22、3389、データベース等のポートを開く規則を削除してください。管理にはSystems ManagerのSession Managerを用い、必要な場合は送信元を限定してください。',
    en: 'Remove the rules of SecurityGroupIngress that open ports such as 22, 3389 or those of databases to wide ranges such as 0.0.0.0/0 or ::/0. Administer through Session Manager of Systems Manager, or limit the source.',
  },
  cdk: {
    ja: 'allowFromAnyIpv4()及びPeer.anyIpv4()を用いず、Peer.ipv4(…)で送信元を限る',
    en: 'no allowFromAnyIpv4() or Peer.anyIpv4(): name the source by Peer.ipv4(…)',
  },
  resources: ruleTypes('ingress'),
  check: (resource, context) =>
    everyRule(resource, 'ingress', (rule) =>
      addressesLimited(rule, context).or(avoidsPorts(rule, ADMINISTRATION_PORTS)),
    ),
});
