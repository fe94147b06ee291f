import { whereHolds } from '../../analysis/network/alternatives';
import {
  addressesLimited,
  everyRule,
  groupsAt,
  separateRules,
  type TrafficRule,
} from '../../analysis/network/security-groups';
import { Claim } from '../../model/claim';
import { equals } from '../../model/requirement';
import { defineRule } from '../define';

export const EndpointNamesSources = defineRule({
  id: 'EndpointNamesSources',
  clauses: ['7.1(8)②', '9.2(6)①(カ)'],
  title: {
    ja: 'VPCエンドポイントのセキュリティグループは、全てのアドレスからの通信を許可しない',
    en: 'Security groups of VPC endpoints do not let in every address',
  },
  why: {
    ja: 'エンドポイントは内部のサーバのための入口である。全てのアドレスに開くと、後にVPCへ接続したネットワークからも、気付かれないまま本市のサービスを呼び出せる。',
    en: 'An endpoint is an entrance for servers inside. Open to every address it also serves whatever network is joined to the VPC one day, and nobody notices.',
  },
  fix: {
    ja: 'SecurityGroupIdsのセキュリティグループのSecurityGroupIngressで、CidrIpをVPCのアドレス範囲とするか、SourceSecurityGroupIdを指定してください。',
    en: 'In SecurityGroupIngress of the groups in SecurityGroupIds set CidrIp to the range of the VPC, or name SourceSecurityGroupId.',
  },
  cdk: {
    ja: 'addInterfaceEndpoint()のopenを既定（VPC内のみ）のままとし、connections.allowFromAnyIpv4()を用いない',
    en: 'leave open of addInterfaceEndpoint() at its default, which is for the VPC alone, and no connections.allowFromAnyIpv4()',
  },
  // The clause asks for suitable control, and an endpoint has no public address; the closed zones ask for more.
  duty: 'should',
  resources: ['AWS::EC2::VPCEndpoint'],
  appliesTo: { zones: ['internet', 'management'] },
  check: (endpoint, context) => {
    const isLimited = (rule: TrafficRule) => addressesLimited(rule, context);
    return whereHolds(
      endpoint.get('VpcEndpointType').orDefault('Gateway').must(equals('Interface')),
      Claim.all(
        groupsAt(endpoint, 'SecurityGroupIds').map((group) =>
          Claim.all([
            everyRule(group, 'ingress', isLimited),
            ...separateRules(group, 'ingress').map(({ rule, when }) => isLimited(rule).onlyIf(when)),
          ]).explained(
            'SecurityGroupIds',
            {
              ja: `全てのアドレスからの通信を許可する（又はその可能性がある）${group.logicalId}`,
              en: `${group.logicalId}, which lets in every address, or may do so`,
            },
            { ja: '相手を限ったセキュリティグループ', en: 'a group that names its sources' },
          ),
        ),
      ),
    );
  },
});
