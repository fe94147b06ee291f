import { Claim } from '../../model/claim';
import type { Referrer } from '../../model/deployment';
import { type Guard, NEVER } from '../../model/guard';
import { equals } from '../../model/requirement';
import { defineRule } from '../define';

/** What a flow log records, as far as it is one of this VPC. */
function records(type: 'ALL' | 'ACCEPT' | 'REJECT') {
  return ({ resource, when }: Referrer) =>
    resource.get('TrafficType').must(equals(type)).and(Claim.when(when));
}

export const VpcFlowLogs = defineRule({
  id: 'VpcFlowLogs',
  clauses: ['7.1(6)①', '4(3)①', '7.5(4)'],
  title: {
    ja: 'VPCごとに、全ての通信のフローログを取得する',
    en: 'VPCs have a flow log of all traffic',
  },
  why: {
    ja: '通信の記録がなければ、感染した端末がどのサーバに接続し、どれだけのデータを外へ送ったか、事後に確かめる手段がない。',
    en: 'Without a record of traffic nobody can find out afterwards which servers an infected machine reached and how much data went out.',
  },
  fix: {
    ja: 'VPCをResourceIdとするAWS::EC2::FlowLogを、ResourceType: VPC、TrafficType: ALLで作成してください。サブネット又はインターフェースごとのフローログでは、後から加わるものが漏れます。',
    en: 'Create an AWS::EC2::FlowLog with ResourceId of the VPC, ResourceType VPC and TrafficType ALL. Flow logs of subnets or interfaces miss those that come later.',
  },
  cdk: {
    ja: 'MyNumberVpc等の構成要素を用いるか、Vpc.addFlowLog()を呼ぶ',
    en: 'use MyNumberVpc and its kind, or Vpc.addFlowLog()',
  },
  resources: ['AWS::EC2::VPC'],
  check: (vpc, { deployment }) => {
    const logs = deployment.referrers(vpc, 'AWS::EC2::FlowLog', 'ResourceId');
    const any = (type: 'ALL' | 'ACCEPT' | 'REJECT') => Claim.any(logs.map(records(type)));
    const whole = any('ALL').or(any('ACCEPT').and(any('REJECT')));
    // A flow log of something that cannot be told may be one of this VPC.
    const maybe = deployment
      .openReferrers('AWS::EC2::FlowLog', 'ResourceId')
      .filter(
        ({ resource }) =>
          !['Subnet', 'NetworkInterface'].includes(String(resource.get('ResourceType').literal)),
      )
      .reduce<Guard>(
        (so, { resource, when }) => so.or(when.minus(resource.get('TrafficType').must(equals('ALL')).breaks)),
        NEVER,
      );
    const claim = whole.or(new Claim(NEVER, maybe.not()));
    const conditional = logs.some(({ when }) => !when.isAlways);
    const types = logs.map(({ resource }) => resource.get('TrafficType').literal ?? '?').join(', ');
    return claim.explained(
      'AWS::EC2::FlowLog',
      logs.length > 0
        ? {
            ja: `${types}のみ${conditional ? '（条件付き）' : ''}`,
            en: `only ${types}${conditional ? ' (under a condition)' : ''}`,
          }
        : maybe.isNever
          ? { ja: 'フローログなし', en: 'no flow log' }
          : { ja: '対象の分からないフローログのみ', en: 'only a flow log of something that cannot be told' },
      {
        ja: 'このVPCの、TrafficTypeがALLであるフローログ',
        en: 'a flow log of this VPC with TrafficType ALL',
      },
      vpc.at,
    );
  },
});
