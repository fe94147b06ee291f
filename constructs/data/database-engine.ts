import * as rds from 'aws-cdk-lib/aws-rds';

/**
 * The database engines that an `EncryptedDatabase` can have, each with the parameters that make
 * clients use TLS and make the engine log who connected and what was changed.
 */
export class DatabaseEngine {
  /**
   * Aurora PostgreSQL.
   *
   * @param version choose one that its maker supports for as long as the system is to be used (7.4(1)⑦)
   */
  public static auroraPostgres(version: rds.AuroraPostgresEngineVersion): DatabaseEngine {
    return new DatabaseEngine(
      rds.DatabaseClusterEngine.auroraPostgres({ version }),
      {
        'rds.force_ssl': '1',
        ssl_min_protocol_version: 'TLSv1.2',
        password_encryption: 'scram-sha-256',
        log_connections: '1',
        log_disconnections: '1',
        log_statement: 'ddl',
      },
      ['postgresql'],
      5432,
      63,
    );
  }

  /**
   * Aurora MySQL.
   *
   * @param version choose one that its maker supports for as long as the system is to be used (7.4(1)⑦)
   */
  public static auroraMysql(version: rds.AuroraMysqlEngineVersion): DatabaseEngine {
    return new DatabaseEngine(
      rds.DatabaseClusterEngine.auroraMysql({ version }),
      {
        require_secure_transport: 'ON',
        tls_version: 'TLSv1.2,TLSv1.3',
        server_audit_logging: '1',
        server_audit_events: 'CONNECT,QUERY_DCL,QUERY_DDL',
        slow_query_log: '1',
      },
      ['audit', 'error', 'slowquery'],
      3306,
      32,
    );
  }

  private constructor(
    /** The engine as the RDS library knows it. */
    public readonly clusterEngine: rds.IClusterEngine,
    /** Cluster parameters that the policy demands. */
    public readonly parameters: { [name: string]: string },
    /** The logs that go to CloudWatch Logs. */
    public readonly logTypes: string[],
    /** The TCP port that the engine listens on. */
    public readonly port: number,
    /** The most characters that the name of an administrator can have. */
    public readonly maximumUserNameLength: number,
  ) {}
}
