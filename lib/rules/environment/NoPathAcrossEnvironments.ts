import { divided, type Environment, environmentAt, environmentOf } from '../../analysis/environments';
import type { Marks } from '../../analysis/marks';
import { UNDETERMINED } from '../../analysis/network/alternatives';
import { ATTACHMENT_TYPES, attachmentsOf, reaches } from '../../analysis/network/transit-gateways';
import { Claim } from '../../model/claim';
import type { Resource } from '../../model/resource';
import type { Text } from '../../text';
import { defineRule } from '../define';

const PEERING = 'AWS::EC2::VPCPeeringConnection';
const ACTUAL: Text = {
  ja: '運用環境と他の環境とをつなぐ、又はつなぎ得る',
  en: 'joins production to another environment, or may do so',
};
const REQUIRED: Text = { ja: '同じ環境のネットワーク', en: 'networks of one environment' };

export const NoPathAcrossEnvironments = defineRule({
  id: 'NoPathAcrossEnvironments',
  clauses: ['7.3(3)①(ア)'],
  title: {
    ja: '運用環境のVPCを、開発環境及びテスト環境のVPCと接続しない',
    en: 'VPCs of production are not joined to VPCs of development or verification',
  },
  why: {
    ja: '開発環境に入り込んだ者が、経路をたどって住民情報の置かれた運用環境に達する。',
    en: "Whoever got into development goes on along the route to production, where the residents' records are.",
  },
  fix: {
    ja: 'VPCPeeringConnectionのVpcId及びPeerVpcIdは同じ環境のものとし、Transit Gatewayのルートテーブルは環境ごとに分けてください。',
    en: 'Let VpcId and PeerVpcId of a VPCPeeringConnection be of one environment, and give each environment a route table of its own at the transit gateway.',
  },
  cdk: {
    ja: '環境ごとにスタックとVPCを分け、CfnVPCPeeringConnection等で結ばない',
    en: 'stacks and VPCs for each environment, and no CfnVPCPeeringConnection between them',
  },
  resources: [PEERING, ...ATTACHMENT_TYPES],
  check: (resource, { marks }) =>
    resource.type === PEERING ? peersApart(resource, marks) : attachedApart(resource, marks),
});

function peersApart(peering: Resource, marks: Marks): Claim {
  const peer = peering.get('PeerVpcId');
  const own = environmentAt(peering.get('VpcId'), marks);
  const stated = own.production.isNever && own.tests.isNever ? environmentOf(peering, marks) : own;
  const apart = divided(stated, environmentAt(peer, marks)).not();
  const unseen = peer.alternatives.some(({ value }) => value.kind !== 'reference' && value.kind !== 'absent');
  // Whose VPC lies behind an id that is not at hand nobody here can tell.
  const open = unseen ? UNDETERMINED.onlyIf(stated.production) : Claim.HOLDS;
  return apart.and(open).explained(peer.path, ACTUAL, REQUIRED, peer.at);
}

function attachedApart(attachment: Resource, marks: Marks): Claim {
  const at = attachment.get('TransitGatewayId');
  const own = environmentOfAttachment(attachment, marks);
  return Claim.all(
    at.references().flatMap(({ when, value: { resource: gateway } }) =>
      attachmentsOf(gateway)
        .filter(({ resource }) => resource !== attachment)
        .map(({ resource: other, when: there }) =>
          divided(own, environmentOfAttachment(other, marks))
            .and(reaches(gateway, attachment, other).or(reaches(gateway, other, attachment)))
            .not()
            .explained(at.path, ACTUAL, REQUIRED, at.at)
            .onlyIf(when.and(there)),
        ),
    ),
  );
}

function environmentOfAttachment(attachment: Resource, marks: Marks): Environment {
  const ofVpc = environmentAt(attachment.get('VpcId'), marks);
  return ofVpc.production.isNever && ofVpc.tests.isNever ? environmentOf(attachment, marks) : ofVpc;
}
