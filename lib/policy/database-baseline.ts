/** What the databases of the approved components have in common, whichever tool makes them. */

/** An engine, with what makes clients use TLS and makes it log who connected and what was changed. */
export interface DatabaseEngineBaseline {
  /** Cluster parameters that the policy demands. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The logs that go to CloudWatch Logs. */
  readonly logTypes: readonly string[];
  /** The TCP port that the engine listens on. */
  readonly port: number;
  /** The most characters that the name of an administrator can have. */
  readonly maximumUserNameLength: number;
}

/** The engines that there are. */
export const DATABASE_ENGINES = {
  auroraPostgresql: {
    parameters: {
      'rds.force_ssl': '1',
      ssl_min_protocol_version: 'TLSv1.2',
      password_encryption: 'scram-sha-256',
      log_connections: '1',
      log_disconnections: '1',
      log_statement: 'ddl',
    },
    logTypes: ['postgresql'],
    port: 5432,
    maximumUserNameLength: 63,
  },
  auroraMysql: {
    parameters: {
      require_secure_transport: 'ON',
      tls_version: 'TLSv1.2,TLSv1.3',
      server_audit_logging: '1',
      server_audit_events: 'CONNECT,QUERY_DCL,QUERY_DDL',
      slow_query_log: '1',
    },
    logTypes: ['audit', 'error', 'slowquery'],
    port: 3306,
    maximumUserNameLength: 32,
  },
} as const satisfies Readonly<Record<string, DatabaseEngineBaseline>>;

/** Names that engines and their manuals give to an administrator, so that an attacker tries them first. */
const WELL_KNOWN_ADMINISTRATORS: ReadonlySet<string> = new Set([
  ...['admin', 'administrator', 'dba', 'dbadmin', 'master', 'masteruser', 'mysql', 'postgres', 'postgresql'],
  ...['rdsadmin', 'rds_superuser', 'root', 'sa', 'superuser', 'sys', 'system', 'test', 'user', 'awsuser'],
]);

/** What is wrong with the name of an administrator (7.2(1)③(オ)). */
export function administratorNameProblem(
  name: string,
  { maximumUserNameLength: longest }: Pick<DatabaseEngineBaseline, 'maximumUserNameLength'>,
): string | undefined {
  if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name) || name.length > longest)
    return `must begin with a letter, then letters, digits or _, ${longest} at most, but is '${name}'`;
  return WELL_KNOWN_ADMINISTRATORS.has(name.toLowerCase())
    ? `must not be a name that is well known, but is '${name}'`
    : undefined;
}
