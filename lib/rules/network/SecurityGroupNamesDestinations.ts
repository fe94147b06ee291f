import {
  everyRule,
  namesDestination,
  replacesDefault,
  ruleTypes,
} from '../../analysis/network/security-groups';
import { defineRule } from '../define';
import { settingApart } from '../reliefs';

export const SecurityGroupNamesDestinations = defineRule({
  id: 'SecurityGroupNamesDestinations',
  clauses: ['7.5(7)'],
  title: {
    ja: 'インターネット接続系及び管理系のセキュリティグループは、全ての宛先への全ての送信を許可しない',
    en: 'Security groups of the Internet and management zones do not let everything out to everybody',
  },
  why: {
    ja: '全ての送信を許したサーバに侵入した攻撃者は、任意のプロトコルで外部の指令サーバと通信し、データを送り出せる。出口対策の第一は、送信のポートと宛先を限ることである。',
    en: 'On a server that may send anything anywhere an intruder talks to its command server by any protocol and sends data out. Limiting ports and destinations is the first measure at the way out.',
  },
  fix: {
    ja: 'SecurityGroupEgressに、宛先又はプロトコルとポート（例: tcpの443）を限って指定してください。指定しない場合は全ての送信が許可されます。',
    en: 'Give SecurityGroupEgress rules that are limited by destination, or by protocol and port (tcp 443, for example); without any, everything is allowed out.',
  },
  cdk: {
    ja: 'SecurityGroupのallowAllOutboundをfalseとし、addEgressRule()で必要なものを加える',
    en: 'allowAllOutbound: false of SecurityGroup, then addEgressRule() for what is needed',
  },
  // The clause asks for measures at the way out, and leaves which ones open.
  duty: 'should',
  relievedBy: [settingApart('AWS::EC2::SecurityGroupEgress')],
  resources: ruleTypes('egress'),
  appliesTo: { zones: ['internet', 'management'] },
  check: (resource, context) => {
    const rules = everyRule(resource, 'egress', (rule) => namesDestination(rule, context));
    return resource.type === 'AWS::EC2::SecurityGroup' ? rules.and(replacesDefault(resource)) : rules;
  },
});
