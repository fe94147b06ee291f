import type { Resource } from '../../../model/resource';
import { concat, joinTexts, plain, type Text } from '../../../text';
import { addressText } from './address-sets';
import type { End, Flows, InsideEnd, Passage } from './flows';
import { ICMP, ICMPV6, type Packet, TCP, UDP } from './packets';
import type { Hop } from './ways';

/** The way of a packet, hop by hop, from what sends it to what receives it. */
export interface Witness {
  readonly hops: readonly Hop[];
  readonly packet: Packet;
  /** What is at its ends; the Internet and networks behind lines are no hops. */
  readonly from: End['kind'];
  readonly to: End['kind'];
}

export function witnessOf(flows: Flows, { from, to, way, packets }: Passage): Witness | undefined {
  const packet = packets.witness();
  if (packet === undefined) return undefined;
  const start = from.kind === 'inside' ? ofEnd(flows, from) : [];
  const end = to.kind === 'inside' ? [...ofEnd(flows, to)].reverse() : [];
  return { hops: [...start, ...way.hops, ...end], packet, from: from.kind, to: to.kind };
}

/** What lies in a subnet, and the subnet. */
function ofEnd(flows: Flows, { owner, subnet }: InsideEnd): readonly Hop[] {
  const place: Hop = { key: subnet, resource: flows.view.subnets.get(subnet)?.resource };
  return owner === undefined ? [place] : [{ key: `@${owner.id}`, resource: owner }, place];
}

/** What a hop is called where the logical id alone does not say what happens there. */
const ROLES: Readonly<Record<string, Text>> = {
  'default-association': { ja: '既定の関連付け', en: 'default association' },
  'default-propagation': { ja: '既定の伝播', en: 'default propagation' },
  inspection: { ja: '検査', en: 'inspection' },
  nat: { ja: 'NAT', en: 'NAT' },
};

const KINDS: Readonly<Record<string, Text>> = {
  'AWS::EC2::Subnet': { ja: 'サブネット', en: 'subnet ' },
  'AWS::EC2::Route': { ja: '経路', en: 'route ' },
  'AWS::EC2::InternetGateway': { ja: 'インターネットゲートウェイ', en: 'internet gateway ' },
  'AWS::EC2::EgressOnlyInternetGateway': { ja: 'egress-onlyゲートウェイ', en: 'egress-only gateway ' },
  'AWS::EC2::NatGateway': { ja: 'NATゲートウェイ', en: 'NAT gateway ' },
  'AWS::EC2::VPNGateway': { ja: '仮想プライベートゲートウェイ', en: 'virtual private gateway ' },
  'AWS::EC2::VPCPeeringConnection': { ja: 'ピアリング', en: 'peering ' },
  'AWS::EC2::TransitGateway': { ja: 'Transit Gateway ', en: 'transit gateway ' },
  'AWS::EC2::TransitGatewayAttachment': { ja: 'アタッチメント', en: 'attachment ' },
  'AWS::EC2::TransitGatewayVpcAttachment': { ja: 'アタッチメント', en: 'attachment ' },
  'AWS::EC2::TransitGatewayPeeringAttachment': { ja: 'アタッチメント', en: 'attachment ' },
  'AWS::EC2::TransitGatewayRouteTableAssociation': { ja: '関連付け', en: 'association ' },
  'AWS::EC2::TransitGatewayRouteTablePropagation': { ja: '伝播', en: 'propagation ' },
  'AWS::EC2::TransitGatewayRoute': { ja: '経路', en: 'route ' },
};

/** A hop in a message: the construct path where CDK wrote one, else the logical id. */
export function hopText({ key, resource, role, path }: Hop): Text {
  const name = `${resource === undefined ? key : nameOf(resource)}${path === undefined ? '' : ` ${path}`}`;
  const kind = resource === undefined ? undefined : KINDS[resource.type];
  const so = kind === undefined ? plain(name) : concat(kind, name);
  const what = role === undefined ? undefined : ROLES[role];
  return what === undefined ? so : concat(so, { ja: '（', en: ' (' }, what, { ja: '）', en: ')' });
}

function nameOf({ constructPath, logicalId }: Resource): string {
  return constructPath?.replace(/\/(Resource|Default)$/, '') ?? logicalId;
}

export function hopsText(hops: readonly Hop[]): Text {
  return joinTexts(hops.map(hopText), plain(' → '));
}

/** Protocol, port and addresses of a packet, for people. */
export function packetText({ family, protocol, destinationPort, source, destination }: Packet): Text {
  const [from, to] = [source, destination].map((value) => addressText(family, value)) as [string, string];
  const name =
    { [TCP]: 'TCP', [UDP]: 'UDP', [ICMP]: 'ICMP', [ICMPV6]: 'ICMPv6' }[protocol] ?? `IP ${protocol}`;
  const hasPort = protocol === TCP || protocol === UDP;
  return {
    ja: `${name}${hasPort ? ` ${destinationPort}番` : ''}、${from}から${to}へ`,
    en: `${name}${hasPort ? ` ${destinationPort}` : ''} from ${from} to ${to}`,
  };
}
