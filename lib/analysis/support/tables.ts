import activemq from './data/activemq.json';
import amazonLinux from './data/amazon-linux.json';
import auroraMysql from './data/aurora-mysql.json';
import auroraPostgresql from './data/aurora-postgresql.json';
import documentdb from './data/documentdb.json';
import eks from './data/eks.json';
import eksNodeImage from './data/eks-node-image.json';
import elasticacheRedis from './data/elasticache-redis.json';
import elasticacheValkey from './data/elasticache-valkey.json';
import elasticsearch from './data/elasticsearch.json';
import emr from './data/emr.json';
import glue from './data/glue.json';
import gluePythonShell from './data/glue-python-shell.json';
import lambda from './data/lambda.json';
import msk from './data/msk.json';
import neptune from './data/neptune.json';
import opensearch from './data/opensearch.json';
import rabbitmq from './data/rabbitmq.json';
import rdsMariadb from './data/rds-mariadb.json';
import rdsMysql from './data/rds-mysql.json';
import rdsOracle from './data/rds-oracle.json';
import rdsPostgresql from './data/rds-postgresql.json';
import rdsSqlserver from './data/rds-sqlserver.json';
import rhel from './data/rhel.json';
import synthetics from './data/synthetics.json';
import ubuntu from './data/ubuntu.json';
import windowsServer from './data/windows-server.json';
import type { SupportTable } from './table';

/** The dated tables of support dates, one a product, each of which is read where somebody asks for it. */
const TABLES = {
  activemq: () => activemq,
  amazonLinux: () => amazonLinux,
  auroraMysql: () => auroraMysql,
  auroraPostgresql: () => auroraPostgresql,
  documentdb: () => documentdb,
  eks: () => eks,
  eksNodeImage: () => eksNodeImage,
  elasticacheRedis: () => elasticacheRedis,
  elasticacheValkey: () => elasticacheValkey,
  elasticsearch: () => elasticsearch,
  emr: () => emr,
  glue: () => glue,
  gluePythonShell: () => gluePythonShell,
  lambda: () => lambda,
  msk: () => msk,
  neptune: () => neptune,
  opensearch: () => opensearch,
  rabbitmq: () => rabbitmq,
  rdsMariadb: () => rdsMariadb,
  rdsMysql: () => rdsMysql,
  rdsOracle: () => rdsOracle,
  rdsPostgresql: () => rdsPostgresql,
  rdsSqlserver: () => rdsSqlserver,
  rhel: () => rhel,
  synthetics: () => synthetics,
  ubuntu: () => ubuntu,
  windowsServer: () => windowsServer,
} satisfies Readonly<Record<string, () => SupportTable>>;

export type SupportTableName = keyof typeof TABLES;

export function supportTable(name: SupportTableName): SupportTable {
  return TABLES[name]();
}

/** All of them, by name. */
export function supportTables(): Readonly<Record<string, SupportTable>> {
  return Object.fromEntries(Object.entries(TABLES).map(([name, read]) => [name, read()]));
}
