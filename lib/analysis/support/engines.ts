import type { Lookup } from './claim';
import { findSupport, type SupportTable } from './table';
import { type SupportTableName, supportTable } from './tables';

/** How versions of one engine are looked up: the table, and the version as the table writes it. */
interface Engine {
  readonly table: SupportTableName;
  readonly normalise?: (version: string) => string;
}

/** Releases that carry fixes of the extended support are named after the last release of the developer. */
const withoutRds = (version: string) => version.replace(/-rds\.\d+$/, '');

/** `8.0.mysql_aurora.3.05.2` is Aurora MySQL 3.05.2; `8.0` alone is the series that Aurora calls 3. */
const AURORA_OF_MYSQL: Readonly<Record<string, string>> = { '5.6': '1', '5.7': '2', '8.0': '3' };

function auroraMysql(version: string): string {
  const own = version.split('mysql_aurora.')[1];
  if (own !== undefined) return own;
  const series = /^\d+\.\d+/.exec(version)?.[0];
  return (series === undefined ? undefined : AURORA_OF_MYSQL[series]) ?? version;
}

const ORACLE: Engine = { table: 'rdsOracle' };
const SQL_SERVER: Engine = { table: 'rdsSqlserver' };

/** By the Engine of RDS. */
const RDS_ENGINES: Readonly<Record<string, Engine>> = {
  postgres: { table: 'rdsPostgresql', normalise: withoutRds },
  mysql: { table: 'rdsMysql', normalise: withoutRds },
  mariadb: { table: 'rdsMariadb' },
  aurora: { table: 'auroraMysql', normalise: auroraMysql },
  'aurora-mysql': { table: 'auroraMysql', normalise: auroraMysql },
  'aurora-postgresql': { table: 'auroraPostgresql', normalise: withoutRds },
  'oracle-ee': ORACLE,
  'oracle-ee-cdb': ORACLE,
  'oracle-se': ORACLE,
  'oracle-se1': ORACLE,
  'oracle-se2': ORACLE,
  'oracle-se2-cdb': ORACLE,
  'sqlserver-ee': SQL_SERVER,
  'sqlserver-se': SQL_SERVER,
  'sqlserver-ex': SQL_SERVER,
  'sqlserver-web': SQL_SERVER,
  'sqlserver-dev-ee': SQL_SERVER,
};

/** By the Engine of ElastiCache. Memcached is in no table: AWS announces nothing about it. */
const CACHE_ENGINES: Readonly<Record<string, Engine>> = {
  redis: { table: 'elasticacheRedis' },
  valkey: { table: 'elasticacheValkey' },
};

/** By the EngineType of Amazon MQ. */
const BROKER_ENGINES: Readonly<Record<string, Engine>> = {
  activemq: { table: 'activemq' },
  rabbitmq: { table: 'rabbitmq' },
};

export const ENGINES = { rds: RDS_ENGINES, cache: CACHE_ENGINES, broker: BROKER_ENGINES } as const;

/** The lookup of one engine; undefined where no table has it. */
export function engineLookup(family: keyof typeof ENGINES, name: string): Lookup | undefined {
  const engine = engineNamed(family, name);
  return engine === undefined ? undefined : tableLookup(engine.table, engine.normalise);
}

/** The table of one engine. */
export function engineTable(family: keyof typeof ENGINES, name: string): SupportTable | undefined {
  const engine = engineNamed(family, name);
  return engine === undefined ? undefined : supportTable(engine.table);
}

function engineNamed(family: keyof typeof ENGINES, name: string): Engine | undefined {
  const engines = ENGINES[family];
  const key = name.toLowerCase();
  return Object.hasOwn(engines, key) ? engines[key] : undefined;
}

/** The lookup in one table. The version is reported as the template has it. */
export function tableLookup(
  name: SupportTableName,
  normalise: (version: string) => string = (v) => v,
): Lookup {
  const table: SupportTable = supportTable(name);
  return (version) => {
    const found = findSupport(table, normalise(version.trim().toLowerCase()));
    return found === undefined ? undefined : { ...found, version };
  };
}

/** `OpenSearch_2.11`, `Elasticsearch_7.10`. */
export const searchLookup: Lookup = (version) => {
  const [, engine, number] = /^(OpenSearch|Elasticsearch)_(.+)$/i.exec(version) ?? [];
  if (engine === undefined || number === undefined) return undefined;
  return tableLookup(engine.toLowerCase() === 'opensearch' ? 'opensearch' : 'elasticsearch')(number);
};

/** `emr-6.10.0`. */
export const emrLookup: Lookup = (label) => {
  const number = /^emr-(\d+(\.\d+)*)(-.*)?$/.exec(label)?.[1];
  return number === undefined ? undefined : tableLookup('emr')(number);
};
