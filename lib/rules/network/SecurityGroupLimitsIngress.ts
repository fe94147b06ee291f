import { everyRule, limited, ruleTypes } from '../../analysis/network/security-groups';
import { defineRule } from '../define';

export const SecurityGroupLimitsIngress = defineRule({
  id: 'SecurityGroupLimitsIngress',
  clauses: ['4(1)①', '4(2)①', '7.1(8)②'],
  title: {
    ja: 'マイナンバー利用事務系及びLGWAN接続系のセキュリティグループは、受信をアドレス及びポートで限定する',
    en: 'Security groups of the my-number and LGWAN zones limit incoming traffic by address and port',
  },
  why: {
    ja: '送信元とポートを限らないと、同じネットワークの一台が感染しただけで、業務に関係のないサーバからも住民情報のデータベースを直接攻撃できる。',
    en: 'Without limits on source and port, one infected machine anywhere in the network can attack the database with resident records directly.',
  },
  fix: {
    ja: 'SecurityGroupIngressの送信元（CidrIp、CidrIpv6、SourcePrefixListId）を必要な範囲に限り、IpProtocolを-1以外とし、FromPort及びToPortに必要なポートを指定してください。',
    en: 'Limit the source of SecurityGroupIngress (CidrIp, CidrIpv6, SourcePrefixListId) to the range that needs it, set IpProtocol to something other than -1, and FromPort and ToPort to the ports that are needed.',
  },
  cdk: {
    ja: 'addIngressRule()でPeer.anyIpv4()、Peer.anyIpv6()及びPort.allTraffic()を用いない',
    en: 'no Peer.anyIpv4(), Peer.anyIpv6() or Port.allTraffic() in addIngressRule()',
  },
  resources: ruleTypes('ingress'),
  appliesTo: { zones: ['my-number', 'lgwan'] },
  check: (resource, context) => everyRule(resource, 'ingress', (rule) => limited(rule, context)),
});
