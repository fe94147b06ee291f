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
  fix: {
    ja: 'SecurityGroupIngressから、0.0.0.0/0、::/0等の広い範囲に対して22、3389、データベース等のポートを開く規則を削除してください。管理にはSystems ManagerのSession Managerを用い、必要な場合は送信元を限定してください（CDKではallowFromAnyIpv4()を用いない）。',
    en: 'Remove the rules of SecurityGroupIngress that open ports such as 22, 3389 or those of databases to wide ranges such as 0.0.0.0/0 or ::/0. Administer through Session Manager of Systems Manager, or limit the source (in CDK: no allowFromAnyIpv4()).',
  },
  resources: ruleTypes('ingress'),
  check: (resource, context) =>
    everyRule(resource, 'ingress', (rule) =>
      addressesLimited(rule, context).or(avoidsPorts(rule, ADMINISTRATION_PORTS)),
    ),
});
