import type { Referrer } from '../../model/deployment';
import type { Field } from '../../model/field';
import type { Guard } from '../../model/guard';
import type { Resource } from '../../model/resource';
import { asBoolean, asNumber } from '../../model/value';
import { type AddressRange, contains, parseRange } from './addresses';
import type { PortRange } from './ports';
import { protocolKind } from './ports';

/** An entry of a network ACL, of which the addresses and ports may not be known before deployment. */
export interface AclEntry {
  readonly resource: Resource;
  readonly when: Guard;
  readonly number: number;
  readonly egress: boolean;
  readonly allow: boolean;
  /** In lower case: `-1` for all, `6` for TCP. */
  readonly protocol: string;
  readonly version: 4 | 6;
  readonly range: AddressRange | undefined;
  /** All of them where the protocol is all, or has none. */
  readonly ports: PortRange | undefined;
}

export interface AclEntries {
  readonly known: readonly AclEntry[];
  /** Entries of which too little is known, and entries that may belong to the ACL. */
  readonly open: readonly Referrer[];
}

const TYPE = 'AWS::EC2::NetworkAclEntry';
const PATH = 'NetworkAclId';
const ALL_PORTS: PortRange = { from: 0, to: 65535 };

const memo = new WeakMap<Resource, AclEntries>();

/** The entries of a network ACL of the deployment. */
export function entriesOf(acl: Resource): AclEntries {
  let entries = memo.get(acl);
  if (entries === undefined) {
    const known: AclEntry[] = [];
    const open: Referrer[] = [...acl.deployment.openReferrers(TYPE, PATH)];
    for (const referrer of acl.deployment.referrers(acl, TYPE, PATH)) {
      const entry = read(referrer);
      if (entry === undefined) open.push(referrer);
      else known.push(entry);
    }
    entries = { known, open };
    memo.set(acl, entries);
  }
  return entries;
}

function read({ resource, when }: Referrer): AclEntry | undefined {
  const literal = (path: string) => resource.get(path).literal;
  const number = asNumber(literal('RuleNumber') ?? null);
  const egress = asBoolean(resource.get('Egress').orDefault(false).literal ?? null);
  const action = literal('RuleAction');
  const protocol = literal('Protocol');
  if (number === undefined || egress === undefined || action === undefined || protocol === undefined) {
    return undefined;
  }
  const version = resource.get('Ipv6CidrBlock').isAbsent ? 4 : 6;
  return {
    resource,
    when,
    number,
    egress,
    version,
    allow: String(action).toLowerCase() === 'allow',
    protocol: nameOf(String(protocol)),
    range: rangeOf(resource.get(version === 4 ? 'CidrBlock' : 'Ipv6CidrBlock')),
    ports: portsOf(resource, String(protocol)),
  };
}

/** A range that is written, or that of a VPC of the deployment. */
function rangeOf(field: Field): AddressRange | undefined {
  const [only, second] = field.references();
  const own =
    only !== undefined && second === undefined && only.value.attribute === 'CidrBlock'
      ? only.value.resource.get('CidrBlock')
      : field;
  return own.literal === undefined ? undefined : parseRange(String(own.literal));
}

function portsOf(entry: Resource, protocol: string): PortRange | undefined {
  if (protocolKind(protocol) !== 'ports' || entry.get('PortRange').isAbsent) return ALL_PORTS;
  const [from, to] = ['From', 'To'].map((end) => asNumber(entry.get(`PortRange.${end}`).literal ?? null));
  return from === undefined || to === undefined ? undefined : { from, to };
}

function nameOf(protocol: string): string {
  const lower = protocol.trim().toLowerCase();
  if (protocolKind(lower) === 'all') return '-1';
  return { tcp: '6', udp: '17', icmp: '1' }[lower] ?? lower;
}

/** Whether an entry is about everything that another one is about; undefined where that cannot be told. */
export function covers(outer: AclEntry, inner: AclEntry): boolean | undefined {
  if (outer.egress !== inner.egress || outer.version !== inner.version) return false;
  if (outer.protocol !== '-1' && outer.protocol !== inner.protocol) return false;
  return all([coversAddresses(outer, inner), coversPorts(outer.ports, inner.ports)]);
}

function coversAddresses({ range: outer }: AclEntry, { range: inner }: AclEntry): boolean | undefined {
  if (outer?.prefix === 0) return true;
  if (inner?.prefix === 0 && outer !== undefined) return false;
  return outer === undefined || inner === undefined ? undefined : contains(outer, inner);
}

function coversPorts(outer: PortRange | undefined, inner: PortRange | undefined): boolean | undefined {
  if (outer !== undefined && outer.from <= 1 && outer.to >= 65535) return true;
  if (outer === undefined || inner === undefined) return undefined;
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** Whether two entries have an address in common; undefined where that cannot be told. */
export function shareAddresses(a: AclEntry, b: AclEntry): boolean | undefined {
  if (a.version !== b.version) return false;
  if (a.range?.prefix === 0 || b.range?.prefix === 0) return true;
  if (a.range === undefined || b.range === undefined) return undefined;
  return contains(a.range, b.range) || contains(b.range, a.range);
}

function all(parts: readonly (boolean | undefined)[]): boolean | undefined {
  if (parts.includes(false)) return false;
  return parts.includes(undefined) ? undefined : true;
}
