import { everyRule, limited, replacesDefault, ruleTypes } from '../../analysis/network/security-groups';
import { defineRule } from '../define';
import { settingApart } from '../reliefs';

export const SecurityGroupLimitsEgress = defineRule({
  id: 'SecurityGroupLimitsEgress',
  clauses: ['4(1)①', '4(2)①', '7.5(7)'],
  title: {
    ja: 'マイナンバー利用事務系及びLGWAN接続系のセキュリティグループは、送信をアドレス及びポートで限定する',
    en: 'Security groups of the my-number and LGWAN zones limit outgoing traffic by address and port',
  },
  why: {
    ja: '送信の制限がないサーバは、侵入された後、攻撃者の道具の取得、他のサーバへの移動、情報の送出を妨げられずに行える。',
    en: 'A server that may send anywhere lets an intruder fetch tools, move on to other servers and send data out, with nothing in the way.',
  },
  fix: {
    ja: 'セキュリティグループ自身のSecurityGroupEgressに、必要な宛先とポートだけを指定してください。指定しない場合は全ての送信が許可されます。送信が不要な場合は127.0.0.1/32等の通信の生じない宛先を指定してください。',
    en: 'List the destinations and ports that are needed in SecurityGroupEgress of the security group itself; without it, all outgoing traffic is allowed. Where none is needed, name a destination that no traffic goes to, such as 127.0.0.1/32.',
  },
  cdk: {
    ja: 'SecurityGroupのallowAllOutboundをfalseとし、addEgressRule()で必要なものだけを加える',
    en: 'allowAllOutbound: false of SecurityGroup, then addEgressRule() for what is needed',
  },
  relievedBy: [settingApart('AWS::EC2::SecurityGroupEgress')],
  resources: ruleTypes('egress'),
  appliesTo: { zones: ['my-number', 'lgwan'] },
  check: (resource, context) => {
    const rules = everyRule(resource, 'egress', (rule) => limited(rule, context));
    return resource.type === 'AWS::EC2::SecurityGroup' ? rules.and(replacesDefault(resource)) : rules;
  },
});
