import type { Claim, Outcome } from '../../model/claim';
import type { Field } from '../../model/field';
import { type Requirement, satisfying } from '../../model/requirement';
import { asNumber, describeValue, identityOf, type Reference, type Value } from '../../model/value';
import { concat, type Text } from '../../text';
import { pairwise } from './alternatives';

export interface PortRange {
  readonly from: number;
  readonly to: number;
}

const HIGHEST = 65535;

/**
 * The most ports that one rule may open and still be a limit on the port (4(1)①): the dynamic range 49152-65535,
 * which remote procedure calls of Windows need as a whole.
 */
export const MOST_PORTS = 16384;

/** Ports by which machines are administered or data stores are entered: never for everybody (7.2(2)②). */
export const ADMINISTRATION_PORTS: readonly PortRange[] = [
  { from: 20, to: 23 }, // FTP, SSH, Telnet
  { from: 69, to: 69 }, // TFTP
  { from: 111, to: 111 }, // RPC portmapper
  { from: 135, to: 139 }, // RPC, NetBIOS
  { from: 161, to: 162 }, // SNMP
  { from: 389, to: 389 }, // LDAP
  { from: 445, to: 445 }, // SMB
  { from: 512, to: 514 }, // r-commands, syslog
  { from: 623, to: 623 }, // IPMI
  { from: 636, to: 636 }, // LDAPS
  { from: 873, to: 873 }, // rsync
  { from: 1433, to: 1434 }, // SQL Server
  { from: 1521, to: 1521 }, // Oracle
  { from: 2049, to: 2049 }, // NFS
  { from: 2375, to: 2376 }, // Docker
  { from: 2379, to: 2380 }, // etcd
  { from: 2484, to: 2484 }, // Oracle over TLS
  { from: 3268, to: 3269 }, // LDAP global catalog
  { from: 3306, to: 3306 }, // MySQL
  { from: 3389, to: 3389 }, // RDP
  { from: 4333, to: 4333 }, // mSQL
  { from: 5432, to: 5432 }, // PostgreSQL
  { from: 5439, to: 5439 }, // Redshift
  { from: 5500, to: 5500 }, // VNC
  { from: 5601, to: 5601 }, // Kibana, OpenSearch Dashboards
  { from: 5900, to: 5910 }, // VNC
  { from: 5984, to: 5986 }, // CouchDB, WinRM
  { from: 6379, to: 6380 }, // Redis
  { from: 6443, to: 6443 }, // Kubernetes
  { from: 7000, to: 7001 }, // Cassandra
  { from: 7199, to: 7199 }, // Cassandra JMX
  { from: 8182, to: 8182 }, // Neptune
  { from: 9042, to: 9042 }, // Cassandra
  { from: 9092, to: 9098 }, // Kafka
  { from: 9160, to: 9160 }, // Cassandra
  { from: 9200, to: 9200 }, // OpenSearch
  { from: 9300, to: 9300 }, // OpenSearch
  { from: 10250, to: 10250 }, // kubelet
  { from: 11211, to: 11211 }, // Memcached
  { from: 27017, to: 27019 }, // MongoDB, DocumentDB
  { from: 50000, to: 50000 }, // Db2
];

/** What a protocol means for ports. */
export type ProtocolKind = 'all' | 'ports' | 'none';

/** By name or by number, as security groups and network ACLs spell protocols. */
export function protocolKind(protocol: string): ProtocolKind {
  switch (protocol.trim().toLowerCase()) {
    case '-1':
    case 'all':
    case '':
      return 'all';
    case 'tcp':
    case '6':
    case 'udp':
    case '17':
    case 'sctp':
    case '132':
      return 'ports';
    default:
      return 'none';
  }
}

/** That a protocol is of a kind; without one a rule covers all of them. */
const OF_KIND = Object.fromEntries(
  (['all', 'ports', 'none'] as const).map((kind) => [
    kind,
    satisfying({ ja: 'プロトコル及びポートを限った指定', en: 'a protocol and ports' }, (value): Outcome => {
      if (value.kind === 'known') return protocolKind(String(value.value)) === kind ? 'holds' : 'breaks';
      if (value.kind === 'absent') return kind === 'all' ? 'holds' : 'breaks';
      return 'undetermined';
    }),
  ]),
) as Readonly<Record<ProtocolKind, Requirement>>;

/** Says of which kind a protocol is. */
export function protocolIs(protocol: Field, kind: ProtocolKind): Claim {
  return protocol.must(OF_KIND[kind]);
}

const NAMED = satisfying(
  { ja: '全て（-1）以外のプロトコル', en: 'a protocol other than all (-1)' },
  (value): Outcome => {
    if (value.kind === 'known') return protocolKind(String(value.value)) === 'all' ? 'breaks' : 'holds';
    return value.kind === 'absent' ? 'breaks' : 'undetermined';
  },
);

/** Says that a protocol is not all of them at once. */
export function protocolIsNamed(protocol: Field): Claim {
  return protocol.must(NAMED);
}

/** A test of the ports from one field to another. Without them, or with -1, it is all ports. */
function portsAre(from: Field, to: Field, test: (range: PortRange) => boolean, required: Text): Claim {
  return pairwise(
    from,
    to,
    (first, last) => testPorts(first, last, test),
    (first, last) => concat(describeValue(first), { ja: 'から', en: ' to ' }, describeValue(last)),
    required,
  );
}

function testPorts(first: Value, last: Value, test: (range: PortRange) => boolean): Outcome {
  const [low, high] = [portOf(first, 0), portOf(last, HIGHEST)];
  if (low !== undefined && high !== undefined) return test({ from: low, to: high }) ? 'holds' : 'breaks';
  const identity = identityOf(first);
  if (identity !== undefined && identity === identityOf(last)) {
    // One port, whichever it is.
    const results = new Set(
      [0, 443, ...ADMINISTRATION_PORTS.map((range) => range.from)].map((port) =>
        test({ from: port, to: port }),
      ),
    );
    return results.size > 1 ? 'undetermined' : results.has(true) ? 'holds' : 'breaks';
  }
  return 'undetermined';
}

/** Ports of databases that name none, by how the engine's name begins. */
const ENGINE_PORTS: readonly (readonly [string, number])[] = [
  ['aurora-postgresql', 5432],
  ['postgres', 5432],
  ['aurora', 3306],
  ['mysql', 3306],
  ['mariadb', 3306],
  ['sqlserver', 1433],
  ['oracle', 1521],
  ['custom-sqlserver', 1433],
  ['custom-oracle', 1521],
  ['db2', 50000],
];

/** The port that a database listens on, where a rule refers to its endpoint, as CDK writes allowDefaultPort…(). */
function databasePort({ resource, attribute }: Reference): number | undefined {
  if (attribute !== 'Endpoint.Port' || !/^AWS::RDS::DB(Cluster|Instance)$/.test(resource.type))
    return undefined;
  const port = resource.get('Port');
  if (!port.isAbsent) return port.literal === undefined ? undefined : asNumber(port.literal);
  const engine = String(resource.get('Engine').literal ?? '').toLowerCase();
  return ENGINE_PORTS.find(([start]) => engine.startsWith(start))?.[1];
}

function portOf(value: Value, whenAbsent: number): number | undefined {
  if (value.kind === 'absent') return whenAbsent;
  if (value.kind === 'reference') return databasePort(value);
  const port = value.kind === 'known' ? asNumber(value.value) : undefined;
  return port === -1 ? whenAbsent : port;
}

const FEW: Text = { ja: '必要なポートに限った範囲', en: 'limited to the ports that are needed' };

/** Says that no more ports than one use needs are opened. */
export function fewPorts(from: Field, to: Field): Claim {
  return portsAre(from, to, areFew, FEW);
}

function areFew({ from, to }: PortRange): boolean {
  return to - from < MOST_PORTS;
}

/** Says that none of some ports is among those that are opened. */
export function portsAvoid(from: Field, to: Field, ports: readonly PortRange[], required: Text): Claim {
  return portsAre(
    from,
    to,
    (range) => !ports.some((port) => port.from <= range.to && range.from <= port.to),
    required,
  );
}

/** Says that only some ports are opened. */
export function portsWithin(from: Field, to: Field, ports: readonly PortRange[], required: Text): Claim {
  return portsAre(
    from,
    to,
    (range) => ports.some((port) => port.from <= range.from && range.to <= port.to),
    required,
  );
}
