import * as rds from 'aws-cdk-lib/aws-rds';
import { DATABASE_ENGINES, type DatabaseEngineBaseline } from '../../lib/policy/database-baseline';

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
      DATABASE_ENGINES.auroraPostgresql,
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
      DATABASE_ENGINES.auroraMysql,
    );
  }

  /** Cluster parameters that the policy demands. */
  public readonly parameters: { [name: string]: string };
  /** The logs that go to CloudWatch Logs. */
  public readonly logTypes: string[];
  /** The TCP port that the engine listens on. */
  public readonly port: number;
  /** The most characters that the name of an administrator can have. */
  public readonly maximumUserNameLength: number;

  private constructor(
    /** The engine as the RDS library knows it. */
    public readonly clusterEngine: rds.IClusterEngine,
    baseline: DatabaseEngineBaseline,
  ) {
    this.parameters = { ...baseline.parameters };
    this.logTypes = [...baseline.logTypes];
    this.port = baseline.port;
    this.maximumUserNameLength = baseline.maximumUserNameLength;
  }
}
