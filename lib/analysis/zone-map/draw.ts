import { withoutCredentials } from '../../credential-formats';
import type { Deployment } from '../../model/deployment';
import type { Resource } from '../../model/resource';
import type { Profile } from '../../policy/profile';
import { ZONE_NAMES, ZONES, type ZoneName } from '../../policy/zones';
import { plain, type Text } from '../../text';
import type { Marks } from '../marks';
import { readRecords } from '../network/reach/inventory';
import type { GatewayRecord, Records } from '../network/reach/records';
import { vpcsOf } from '../network/zones';
import { type BoxKind, type MapBox, type MapGraph, type MapLine, resourceKey } from './graph';

export interface MapSource {
  readonly deployment: Deployment;
  readonly profile: Profile;
  readonly marks: Marks;
}

const INTERNET = 'internet';
const ON_PREMISES = 'on-premises';
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

/** The networks of a deployment, zone by zone, with what joins them. */
export function drawMap(source: MapSource): MapGraph {
  return new Drawing(source, readRecords(source.deployment, source.profile.facts)).graph();
}

class Drawing {
  private readonly boxes = new Map<
    string,
    { -readonly [K in keyof MapBox]: MapBox[K] } & { resources: Set<string> }
  >();
  private readonly lines = new Map<string, MapLine & { readonly resources: Set<string> }>();

  constructor(
    private readonly source: MapSource,
    private readonly records: Records,
  ) {}

  graph(): MapGraph {
    this.networks();
    this.gateways();
    this.connections();
    this.routes();
    this.others();
    return { boxes: [...this.boxes.values()], lines: [...this.lines.values()] };
  }

  private networks(): void {
    const { vpcs, vpcRanges, subnets, interfaces } = this.records;
    for (const { key, resource } of vpcs) {
      if (resource === undefined) continue;
      const ranges = vpcRanges.filter((range) => range.key === key && range.resource !== undefined);
      this.box(key, 'network', nameOf(resource), [plain('VPC')], this.zoneBox(resource), resource);
      for (const range of ranges) if (range.resource !== undefined) this.concerns(key, range.resource);
    }
    for (const { key, vpc, resource } of subnets) {
      if (resource === undefined) continue;
      const within = vpc !== undefined && this.boxes.has(vpc) ? vpc : this.zoneBox(resource);
      this.box(key, 'subnet', nameOf(resource), [], within, resource);
    }
    const counts = new Map<string, Map<string, number>>();
    for (const { subnet, owner } of interfaces) {
      const box = this.boxes.get(subnet);
      if (box === undefined) continue;
      box.resources.add(keyOf(owner));
      const count = counts.get(subnet) ?? new Map<string, number>();
      counts.set(subnet, count.set(owner.type, (count.get(owner.type) ?? 0) + 1));
    }
    for (const [subnet, count] of counts) {
      const box = this.boxes.get(subnet);
      if (box !== undefined) box.details = servicesIn(count);
    }
    for (const { resource, to } of [...this.records.tableOf, ...this.records.aclOf]) {
      if (resource !== undefined && to !== undefined && this.boxes.has(to)) this.concerns(to, resource);
    }
  }

  private gateways(): void {
    const { gateways, attachedGateways, hubs, subnets } = this.records;
    const vpcOf = new Map(attachedGateways.map(({ key, to }) => [key, to]));
    const vpcOfSubnet = new Map(subnets.map(({ key, vpc }) => [key, vpc]));
    const endpoints = new Map<string, number>();
    for (const gateway of gateways) {
      const { key, kind, resource } = gateway;
      if (resource === undefined) continue;
      const vpc = vpcOf.get(key) ?? gateway.vpc ?? vpcOfSubnet.get(gateway.subnets[0] ?? '');
      const within = vpc !== undefined && this.boxes.has(vpc) ? vpc : this.zoneBox(resource);
      if (kind === 'endpoint') {
        // One box for all endpoints of a network: there are dozens.
        const id = `endpoints ${within ?? ''}`;
        endpoints.set(id, (endpoints.get(id) ?? 0) + 1);
        this.box(id, 'gateway', GATEWAYS.endpoint, [], within, resource);
        continue;
      }
      this.box(key, 'gateway', nameOf(resource), [GATEWAYS[kind]], within, resource);
      if (kind === 'internet' || kind === 'egress-only' || kind === 'carrier')
        this.line(key, this.outside(INTERNET), GATEWAYS[kind], resource);
      if (kind === 'private') this.line(key, this.outside(ON_PREMISES), GATEWAYS[kind], resource);
    }
    for (const [id, count] of endpoints) {
      const box = this.boxes.get(id);
      if (box !== undefined) box.details = [{ ja: `${count}個`, en: `${count}` }];
    }
    for (const { key, resource } of hubs) {
      if (resource !== undefined)
        this.box(
          key,
          'gateway',
          nameOf(resource),
          [plain('Transit Gateway')],
          this.zoneBox(resource),
          resource,
        );
    }
  }

  private connections(): void {
    for (const { kind, hub, to, resource } of this.records.attachments) {
      if (resource === undefined) continue;
      const from =
        hub === undefined ? undefined : this.known(hub, { ja: '既存のゲートウェイ', en: 'existing gateway' });
      const end =
        kind === 'line'
          ? this.outside(ON_PREMISES)
          : to === undefined
            ? undefined
            : this.known(to, { ja: '既存のネットワーク', en: 'existing network' });
      if (from !== undefined && end !== undefined) this.line(end, from, nameOf(resource), resource);
    }
    for (const { vpc, peer, resource } of this.records.peerings) {
      if (resource === undefined) continue;
      const ends = [vpc, peer].map((end) =>
        end === undefined ? undefined : this.known(end, { ja: '既存のネットワーク', en: 'existing network' }),
      );
      if (ends[0] !== undefined && ends[1] !== undefined)
        this.line(ends[0], ends[1], nameOf(resource), resource);
    }
  }

  /** Routes that lead out of their subnet, subnet by subnet and target by target. */
  private routes(): void {
    const { routes, tableOf, subnets } = this.records;
    const subnetsOf = new Map<string, string[]>();
    for (const { key, to } of tableOf) {
      if (to !== undefined && subnets.some((subnet) => subnet.key === key))
        subnetsOf.set(to, [...(subnetsOf.get(to) ?? []), key]);
    }
    for (const { key, to, target, resource } of routes) {
      if (to === undefined || resource === undefined || target === 'local' || target === 'blackhole')
        continue;
      const end = this.boxes.has(to) ? to : undefined;
      for (const subnet of subnetsOf.get(key) ?? []) {
        if (!this.boxes.has(subnet)) continue;
        this.concerns(subnet, resource);
        if (end !== undefined) this.line(subnet, end, nameOf(resource), resource);
      }
    }
  }

  /** What lies in no network, zone by zone. */
  private others(): void {
    const { deployment } = this.source;
    const counts = new Map<string, Map<string, number>>();
    const drawn = new Set([...this.boxes.values()].flatMap(({ resources }) => [...resources]));
    for (const resource of deployment.resources) {
      if (resource.exists.isNever || drawn.has(keyOf(resource)) || isPart(resource)) continue;
      if (vpcsOf(resource).size > 0) continue;
      const zone = this.zoneBox(resource);
      const id = `others ${zone}`;
      this.box(id, 'others', { ja: 'VPCの外のリソース', en: 'outside of VPCs' }, [], zone, resource);
      const count = counts.get(id) ?? new Map<string, number>();
      counts.set(id, count.set(resource.type, (count.get(resource.type) ?? 0) + 1));
    }
    for (const [id, count] of counts) {
      const box = this.boxes.get(id);
      if (box !== undefined) box.details = servicesIn(count);
    }
  }

  private zoneBox(resource: Resource): string {
    const found = this.source.marks.single(resource, 'zone');
    const zone = ZONES.find((name) => name === found);
    const id = `zone ${zone ?? ''}`;
    if (!this.boxes.has(id)) {
      const title =
        zone === undefined
          ? { ja: '領域の定まらないもの', en: 'no certain zone' }
          : ZONE_NAMES[zone as ZoneName];
      this.boxes.set(id, {
        id,
        kind: 'zone',
        zone: zone ?? 'undefined',
        title,
        details: [],
        resources: new Set(),
      });
    }
    return id;
  }

  private outside(id: typeof INTERNET | typeof ON_PREMISES): string {
    this.box(
      id,
      'outside',
      id === INTERNET
        ? { ja: 'インターネット', en: 'Internet' }
        : { ja: '庁内・外部の拠点', en: 'on premises and other sites' },
      [],
      undefined,
    );
    return id;
  }

  /** The box of a key, or one for what no template describes. */
  private known(key: string, kind: Text): string {
    if (!this.boxes.has(key))
      this.box(key, 'outside', withoutCredentials(plain(key.replace(/^[@?=]/, ''))), [kind], undefined);
    return key;
  }

  private box(
    id: string,
    kind: BoxKind,
    title: Text,
    details: readonly Text[],
    within: string | undefined,
    resource?: Resource,
  ): void {
    const box = this.boxes.get(id);
    if (box === undefined) {
      this.boxes.set(id, {
        id,
        kind,
        title,
        details,
        ...(within === undefined ? {} : { within }),
        resources: new Set(resource === undefined ? [] : [keyOf(resource)]),
      });
    } else if (resource !== undefined) box.resources.add(keyOf(resource));
  }

  private concerns(id: string, resource: Resource): void {
    this.boxes.get(id)?.resources.add(keyOf(resource));
  }

  private line(from: string, to: string, title: Text, resource: Resource): void {
    const id = `${from} > ${to}`;
    const line = this.lines.get(id);
    if (line === undefined)
      this.lines.set(id, { id, from, to, title, resources: new Set([keyOf(resource)]) });
    else line.resources.add(keyOf(resource));
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

function servicesIn(count: ReadonlyMap<string, number>): readonly Text[] {
  const services = [...count].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const shown = services
    .slice(0, MOST_SERVICES)
    .map(([type, number]) => plain(`${type.replace(/^AWS::/, '')} ×${number}`));
  const rest = services.slice(MOST_SERVICES).reduce((sum, [, number]) => sum + number, 0);
  return rest === 0 ? shown : [...shown, { ja: `ほか${rest}`, en: `and ${rest} more` }];
}

/** What its author calls it: the last names of the construct path, without those that CDK adds. */
function nameOf({ logicalId, constructPath }: Resource): Text {
  const names = constructPath
    ?.split('/')
    .slice(1)
    .filter((name) => name !== 'Resource' && name !== 'Default');
  return withoutCredentials(
    plain(names === undefined || names.length === 0 ? logicalId : names.slice(-2).join('/')),
  );
}

function keyOf({ template, logicalId }: Resource): string {
  return resourceKey(template.path, logicalId);
}
