import { withoutCredentials } from '../../credential-formats';
import type { Deployment } from '../../model/deployment';
import type { Resource } from '../../model/resource';
import type { Profile } from '../../policy/profile';
import { plain, type Text } from '../../text';
import type { Marks } from '../marks';
import type { AttachmentRecord, GatewayRecord, Records } from '../network/reach/records';
import type { Key } from '../network/reach/values';
import { networkOf } from '../network/reachability';
import { vpcsOf } from '../network/zones';
import { Canvas, keyOf, nameOf, nameOfNetwork } from './canvas';
import { fold } from './fold';
import type { MapGraph } from './graph';
import { drawWays } from './ways';

export interface MapSource {
  readonly deployment: Deployment;
  readonly profile: Profile;
  readonly marks: Marks;
}

/** Services of which a box names the number of resources; the rest are counted together. */
const MOST_SERVICES = 6;

const GATEWAYS: Readonly<Record<GatewayRecord['kind'], Text>> = {
  internet: { ja: 'インターネットゲートウェイ', en: 'internet gateway' },
  'egress-only': { ja: '外向き専用ゲートウェイ', en: 'egress-only gateway' },
  carrier: { ja: 'キャリアゲートウェイ', en: 'carrier gateway' },
  nat: { ja: 'NATゲートウェイ', en: 'NAT gateway' },
  private: { ja: '仮想プライベートゲートウェイ', en: 'virtual private gateway' },
  endpoint: { ja: 'VPCエンドポイント', en: 'VPC endpoint' },
  firewall: { ja: 'ファイアウォール', en: 'firewall' },
};
const ATTACHMENTS: Readonly<Record<AttachmentRecord['kind'], Text>> = {
  vpc: { ja: 'Transit Gatewayアタッチメント', en: 'transit gateway attachment' },
  line: { ja: '拠点との接続', en: 'connection to a site' },
  hub: { ja: 'Transit Gateway間のピアリング', en: 'peering of transit gateways' },
};
const EXISTING_HUB = { ja: '既存のゲートウェイ', en: 'existing gateway' };
const EXISTING_NETWORK = { ja: '既存のネットワーク', en: 'existing network' };

/** The networks of a deployment, zone by zone, with what joins them and what passes between them. */
export function drawMap(source: MapSource): MapGraph {
  const canvas = new Canvas(source.marks);
  const { records } = networkOf(source);
  new Drawing(source, records, canvas).networks();
  const { ways, undrawn } = drawWays(source, records, canvas);
  return fold({ boxes: canvas.inOrder(), lines: [...canvas.lines.values()], ways, undrawn });
}

class Drawing {
  constructor(
    private readonly source: MapSource,
    private readonly records: Records,
    private readonly canvas: Canvas,
  ) {}

  networks(): void {
    this.vpcs();
    this.services();
    this.gateways();
    this.attachments();
    this.peerings();
    this.routes();
    this.untouched();
    this.others();
  }

  private vpcs(): void {
    const { canvas, records } = this;
    for (const { key, resource } of records.vpcs) {
      if (resource !== undefined)
        canvas.box(
          key,
          'network',
          nameOfNetwork(resource),
          [plain('VPC')],
          canvas.zoneOf(resource),
          resource,
        );
    }
    for (const { key, resource } of records.vpcRanges)
      if (resource !== undefined) canvas.concerns(key, resource);
    for (const { key, vpc, resource } of records.subnets) {
      if (resource !== undefined)
        canvas.box(key, 'subnet', nameOf(resource), [], this.inside(vpc, resource), resource);
    }
    for (const { resource, to } of [...records.tableOf, ...records.aclOf]) {
      if (resource !== undefined && to !== undefined) canvas.concerns(to, resource);
    }
  }

  /** What lies in each subnet, by number. */
  private services(): void {
    const counts = new Map<string, Map<string, number>>();
    for (const { subnet, owner } of this.records.interfaces) {
      if (!this.canvas.has(subnet)) continue;
      this.canvas.concerns(subnet, owner);
      countUp(counts, subnet, owner.type);
    }
    for (const [subnet, count] of counts) this.canvas.detail(subnet, ...servicesIn(count));
  }

  private gateways(): void {
    const { canvas } = this;
    const { gateways, attachedGateways, hubs, subnets } = this.records;
    const vpcOf = new Map(attachedGateways.map(({ key, to }) => [key, to]));
    const vpcOfSubnet = new Map(subnets.map(({ key, vpc }) => [key, vpc]));
    for (const {
      key,
      kind,
      resource,
      vpc,
      subnets: [subnet],
    } of gateways) {
      if (resource === undefined) continue;
      const within = this.inside(vpcOf.get(key) ?? vpc ?? vpcOfSubnet.get(subnet ?? ''), resource);
      this.connection(key, GATEWAYS[kind], within, resource);
      if (kind === 'internet' || kind === 'egress-only' || kind === 'carrier')
        canvas.line(key, canvas.outside('internet'), GATEWAYS[kind], resource);
      if (kind === 'private') canvas.line(key, canvas.outside('on-premises'), GATEWAYS[kind], resource);
    }
    for (const { key, resource } of hubs) {
      if (resource !== undefined)
        this.connection(key, plain('Transit Gateway'), canvas.zoneOf(resource), resource);
    }
  }

  private attachments(): void {
    const { canvas } = this;
    for (const { key, kind, hub, to, resource } of this.records.attachments) {
      if (resource === undefined) continue;
      const within = kind === 'hub' ? undefined : this.inside(kind === 'vpc' ? to : undefined, resource);
      this.connection(key, ATTACHMENTS[kind], within, resource);
      if (hub !== undefined) canvas.line(key, canvas.known(hub, EXISTING_HUB), nameOf(resource), resource);
      if (kind === 'line') canvas.line(canvas.outside('on-premises'), key, nameOf(resource), resource);
      else if (to !== undefined && to !== within) {
        const far = canvas.known(to, kind === 'hub' ? EXISTING_HUB : EXISTING_NETWORK);
        canvas.line(far, key, nameOf(resource), resource);
      }
    }
  }

  private peerings(): void {
    for (const { key, vpc, peer, resource } of this.records.peerings) {
      if (resource === undefined) continue;
      this.connection(key, { ja: 'VPCピアリング', en: 'VPC peering' }, undefined, resource);
      for (const end of [vpc, peer]) if (end !== undefined) this.canvas.known(end, EXISTING_NETWORK);
    }
  }

  /** Routes that lead out of their subnet, subnet by subnet and target by target. */
  private routes(): void {
    const { canvas } = this;
    const { routes, tableOf, subnets, attachments } = this.records;
    const vpcOf = new Map(subnets.map(({ key, vpc }) => [key, vpc]));
    const subnetsOf = new Map<Key, Key[]>();
    for (const { key, to } of tableOf) {
      if (to !== undefined && vpcOf.has(key)) subnetsOf.set(to, [...(subnetsOf.get(to) ?? []), key]);
    }
    const doors = new Map(attachments.map(({ key, hub, to }) => [`${to} ${hub}`, key]));
    for (const { key, to, target, resource } of routes) {
      if (to === undefined || resource === undefined || target === 'local' || target === 'blackhole')
        continue;
      for (const subnet of subnetsOf.get(key) ?? []) {
        if (!canvas.has(subnet)) continue;
        canvas.concerns(subnet, resource);
        const door = doors.get(`${vpcOf.get(subnet)} ${to}`) ?? to;
        if (canvas.has(door)) canvas.line(subnet, door, nameOf(resource), resource);
      }
    }
  }

  /** Peerings that no route of a network leads to are joined to the network itself. */
  private untouched(): void {
    const { canvas } = this;
    const reached = new Set(
      [...canvas.lines.values()].map(({ from, to }) => `${canvas.boxes.get(from)?.within} ${to}`),
    );
    for (const { key, vpc, peer, resource } of this.records.peerings) {
      if (resource === undefined) continue;
      for (const end of [vpc, peer]) {
        if (end !== undefined && !reached.has(`${end} ${key}`))
          canvas.line(end, key, nameOf(resource), resource);
      }
    }
  }

  /** What lies in no network, zone by zone. */
  private others(): void {
    const { canvas } = this;
    const counts = new Map<string, Map<string, number>>();
    const drawn = new Set([...canvas.boxes.values()].flatMap(({ resources }) => [...resources]));
    for (const resource of this.source.deployment.resources) {
      if (resource.exists.isNever || drawn.has(keyOf(resource)) || isPart(resource)) continue;
      if (vpcsOf(resource).size > 0) continue;
      const zone = canvas.zoneOf(resource);
      const title = { ja: 'VPCの外のリソース', en: 'outside of VPCs' };
      countUp(counts, canvas.box(`others ${zone}`, 'others', title, [], zone, resource), resource.type);
    }
    for (const [id, count] of counts) canvas.detail(id, ...servicesIn(count));
  }

  /** A box of something that joins networks, with the number under which that was permitted. */
  private connection(id: string, what: Text, within: string | undefined, resource: Resource): void {
    const { marks, profile } = this.source;
    const [approval, ...others] = marks.declared(resource, 'approval').map(({ value }) => value);
    const isOne = approval !== undefined && others.length === 0;
    const isApproved = isOne && (profile.facts.approvedConnections?.includes(approval) ?? true);
    const number = isApproved ? withoutCredentials(plain(approval)) : undefined;
    const details: readonly Text[] =
      number === undefined
        ? [what]
        : [what, { ja: `許可の申請番号 ${number.ja}`, en: `approved by ${number.en}` }];
    this.canvas.box(id, 'gateway', nameOf(resource), details, within, resource);
  }

  /** The box of a network, or that of the zone where there is none. */
  private inside(vpc: Key | undefined, resource: Resource): string {
    return this.canvas.has(vpc) ? vpc : this.canvas.zoneOf(resource);
  }
}

/** Parts of something else are no boxes' contents of their own: rules, policies, attachments, permissions. */
function isPart({ type }: Resource): boolean {
  return (
    /(Policy|Permission|Association|Attachment|Route|Rule|Entry|Ingress|Egress|Alias|Version|CDK::Metadata)$/.test(
      type,
    ) ||
    /^AWS::(EC2|IAM|CloudFormation)::/.test(type) ||
    /^Custom::|::CustomResource$/.test(type)
  );
}

function countUp(counts: Map<string, Map<string, number>>, id: string, type: string): void {
  const count = counts.get(id) ?? new Map<string, number>();
  counts.set(id, count.set(type, (count.get(type) ?? 0) + 1));
}

function servicesIn(count: ReadonlyMap<string, number>): readonly Text[] {
  const services = [...count].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const shown = services
    .slice(0, MOST_SERVICES)
    .map(([type, number]) => plain(`${type.replace(/^AWS::/, '')} ×${number}`));
  const rest = services.slice(MOST_SERVICES).reduce((sum, [, number]) => sum + number, 0);
  return rest === 0 ? shown : [...shown, { ja: `ほか${rest}`, en: `and ${rest} more` }];
}
