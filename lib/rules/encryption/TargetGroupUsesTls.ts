import { noneOf, type Requirement } from '../../model/requirement';
import { defineRule } from '../define';
import { IN_TRANSIT } from './tls-rules';

const LATTICE = 'AWS::VpcLattice::TargetGroup';
const notPlain = noneOf('HTTP');
/** A function has no protocol. */
const notHttp: Requirement = {
  text: { ja: 'HTTPS', en: 'HTTPS' },
  test: (value) => (value.kind === 'absent' ? 'holds' : notPlain.test(value)),
};

export const TargetGroupUsesTls = defineRule({
  id: 'TargetGroupUsesTls',
  clauses: IN_TRANSIT,
  // 5.3③ asks for encryption as needed, and inside of a VPC AWS keeps the traffic of others away.
  duty: 'should',
  title: {
    ja: 'ロードバランサーは、送り先ともTLSで通信する',
    en: 'Load balancers talk TLS with their targets, too',
  },
  why: {
    ja: '入口のTLSはロードバランサーで解かれるため、そこから先がHTTPであればVPCの中では平文である。',
    en: 'TLS ends at the load balancer: if it goes on by HTTP, all is plain text inside of the VPC.',
  },
  fix: {
    ja: 'TargetGroupのProtocol（VPC LatticeではConfig.Protocol）をHTTPSとしてください。',
    en: 'Set Protocol of the TargetGroup (of VPC Lattice: Config.Protocol) to HTTPS.',
  },
  cdk: {
    ja: 'ApplicationTargetGroupのprotocolをApplicationProtocol.HTTPSとする',
    en: 'protocol: ApplicationProtocol.HTTPS of ApplicationTargetGroup',
  },
  resources: ['AWS::ElasticLoadBalancingV2::TargetGroup', LATTICE],
  check: (group) =>
    // What passes as it is, TCP and UDP, is encrypted from end to end or not at all: its listener is judged.
    group.get(group.type === LATTICE ? 'Config.Protocol' : 'Protocol').must(notHttp),
});
