import { everyRule, namesPorts, ruleTypes } from '../../analysis/network/security-groups';
import { ISOLATED } from '../../analysis/network/zones';
import { Claim } from '../../model/claim';
import { defineRule } from '../define';

export const SecurityGroupNamesPorts = defineRule({
  id: 'SecurityGroupNamesPorts',
  clauses: ['7.1(8)②', '7.5(7)'],
  title: {
    ja: 'セキュリティグループは、内部のサーバの間でも必要なポートだけを許可する',
    en: 'Security groups allow only the ports that are needed between servers of the city as well',
  },
  why: {
    ja: 'サーバの間で全てのポートを許すと、ウェブサーバ一台への侵入から、管理用のポートやデータベースを通じて侵入範囲が広がる。',
    en: 'With every port open between servers, one intruded web server is enough to move on by administration ports and databases.',
  },
  fix: {
    ja: 'SecurityGroupIngress及びSecurityGroupEgressのIpProtocolを-1以外とし、FromPort及びToPortに必要なポートを指定してください。',
    en: 'Set IpProtocol of SecurityGroupIngress and SecurityGroupEgress to something other than -1, and FromPort and ToPort to the ports that are needed.',
  },
  cdk: {
    ja: 'connections.allowFrom()及びaddIngressRule()にPort.allTraffic()、Port.allTcp()を用いず、Port.tcp(443)等とする',
    en: 'Port.tcp(443) or the like in connections.allowFrom() and addIngressRule(), not Port.allTraffic() or Port.allTcp()',
  },
  // Between servers of one network the policy asks for suitable control, and leaves how fine it is to the system.
  duty: 'should',
  resources: [...new Set([...ruleTypes('ingress'), ...ruleTypes('egress')])],
  check: (resource, context) => {
    const directions =
      resource.type === 'AWS::EC2::SecurityGroupIngress'
        ? IN
        : resource.type === 'AWS::EC2::SecurityGroupEgress'
          ? OUT
          : BOTH;
    const isClosedZone = context.marks.inZone(resource, ISOLATED);
    return Claim.all(
      directions.map((direction) =>
        everyRule(resource, direction, (rule) => namesPorts(rule, context, isClosedZone)),
      ),
    );
  },
});

const IN = ['ingress'] as const;
const OUT = ['egress'] as const;
const BOTH = ['ingress', 'egress'] as const;
