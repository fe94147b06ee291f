import { UNDETERMINED } from '../../analysis/network/alternatives';
import { Claim } from '../../model/claim';
import type { Referrer } from '../../model/deployment';
import { type Guard, NEVER } from '../../model/guard';
import { equals } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';
import { settingApart } from '../reliefs';

/** What a flow log records, as far as it is one of this VPC or subnet. */
function records(type: 'ALL' | 'ACCEPT' | 'REJECT') {
  return ({ resource, when }: Referrer) =>
    resource.get('TrafficType').must(equals(type)).and(Claim.when(when));
}

const flowLogsOf = (target: Resource) =>
  target.deployment.referrers(target, 'AWS::EC2::FlowLog', 'ResourceId');

/** States that all traffic of a VPC or subnet is recorded, in one flow log or two. */
function isRecorded(target: Resource): Claim {
  const logs = flowLogsOf(target);
  const any = (type: 'ALL' | 'ACCEPT' | 'REJECT') => Claim.any(logs.map(records(type)));
  return any('ALL').or(any('ACCEPT').and(any('REJECT')));
}

/** States that a VPC has subnets, and that the traffic of each is recorded: there is no other traffic in it. */
function isRecordedBySubnet(vpc: Resource): Claim {
  const { deployment } = vpc;
  const subnets = deployment.referrers(vpc, 'AWS::EC2::Subnet', 'VpcId');
  const each = Claim.all(subnets.map(({ resource, when }) => isRecorded(resource).onlyIf(when)));
  const some = Claim.any(subnets.map(({ when }) => Claim.when(when)));
  // A subnet of a VPC that cannot be told may be one of this VPC.
  const others = deployment
    .openReferrers('AWS::EC2::Subnet', 'VpcId')
    .filter(({ resource }) => !isRecorded(resource).holds.isAlways);
  const whole = each.and(some);
  return others.length === 0 ? whole : whole.and(UNDETERMINED);
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
  relievedBy: [settingApart('AWS::EC2::FlowLog')],
  resources: ['AWS::EC2::VPC'],
  check: (vpc, { deployment }) => {
    const logs = flowLogsOf(vpc);
    const whole = isRecorded(vpc).or(isRecordedBySubnet(vpc));
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
        ja: 'このVPC、又はその全てのサブネットの、TrafficTypeがALLであるフローログ',
        en: 'a flow log with TrafficType ALL of this VPC, or of each of its subnets',
      },
      vpc.at,
    );
  },
});
