import { Duration, Names, RemovalPolicy } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as rds from 'aws-cdk-lib/aws-rds';
import type * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { administratorNameProblem } from '../../lib/policy/database-baseline';
import { MINIMUM_LOG_RETENTION_DAYS, RetainedLogGroup } from '../logging/retained-log-group';
import { customerManagedKey, keyProblem } from '../private/keys';
import { literal, PropErrors, wholeNumberProblem } from '../private/prop-errors';
import type { DatabaseEngine } from './database-engine';

/** The longest time, in days, that Aurora keeps backups for recovery to a point in time. */
const BACKUP_RETENTION_DAYS = 35;
/** How often enhanced monitoring looks at the machines. */
const MONITORING_SECONDS = 60;

/** Properties of an `EncryptedDatabase`. */
export interface EncryptedDatabaseProps {
  /** The engine and its version. */
  readonly engine: DatabaseEngine;

  /** The VPC to live in. The database takes its isolated subnets, or else its private ones; never public ones. */
  readonly vpc: ec2.IVpc;

  /**
   * Name of the administrator in the database; not one that everybody knows, such as `admin` or
   * `postgres` (7.2(1)③(オ)). Its password is made, kept and changed every week by RDS; nobody has to know it.
   */
  readonly administratorName: string;

  /**
   * Name of a database to make at the start.
   *
   * @default - none
   */
  readonly databaseName?: string;

  /**
   * Number of instances, the writer included: at least 2, in different availability zones (5.1(2)).
   *
   * @default 2
   */
  readonly instanceCount?: number;

  /**
   * Size of each instance.
   *
   * @default - r7g.large
   */
  readonly instanceType?: ec2.InstanceType;

  /**
   * Identifier of the cluster, and part of the names of its log groups.
   *
   * @default - made from the path of the construct, so that it is known before deployment
   */
  readonly clusterIdentifier?: string;

  /**
   * Customer managed key of storage, backups, the administrator's secret and performance data.
   *
   * @default - a new key, with yearly rotation
   */
  readonly encryptionKey?: kms.IKey;

  /**
   * How long the engine's logs are kept, in days: at least one year.
   *
   * @default logs.RetentionDays.THREE_YEARS
   */
  readonly logRetention?: RetentionDays;

  /**
   * Further cluster parameters. Those that force TLS and logging cannot be among them.
   *
   * @default - none
   */
  readonly parameters?: { [name: string]: string };
}

/**
 * An Aurora cluster for the city's records. Everything in it, its backups included, is under one
 * customer managed key (4(1)④, 9.2(7)③). Clients must use TLS (5.3④) and can log in by IAM instead
 * of a password; the administrator has a name that nobody guesses and a password that changes by itself
 * (7.2(1)③(オ), 7.2(5)). Two instances over two zones (5.1(2)), backups for 35 days (7.1(2)①),
 * protection against deletion (8.1⑥), logs exported and kept (7.1(6)①).
 *
 * @throws if `administratorName` is well known or no valid name, `instanceCount` is below 2, `parameters`
 * holds a protected one, `encryptionKey` or `logRetention` is too weak, or `vpc` has public subnets only.
 */
export class EncryptedDatabase extends Construct implements ec2.IConnectable {
  /** The cluster, for everything that takes one. */
  public readonly cluster: rds.IDatabaseCluster;
  /** Who may connect: `database.connections.allowDefaultPortFrom(service)`. */
  public readonly connections: ec2.Connections;
  /** The secret that RDS keeps for the administrator. */
  public readonly secret: secretsmanager.ISecret;
  /** The customer managed key of the cluster. */
  public readonly encryptionKey: kms.IKey;

  constructor(scope: Construct, id: string, props: EncryptedDatabaseProps) {
    checkProps(scope, id, props);
    super(scope, id);
    this.encryptionKey = props.encryptionKey ?? customerManagedKey(this, 'Key', `Database ${this.node.path}`);
    const { clusterEngine, parameters, logTypes } = props.engine;
    const clusterIdentifier = props.clusterIdentifier ?? defaultIdentifier(this);

    const group = new ec2.SecurityGroup(this, 'SecurityGroup', {
      vpc: props.vpc,
      description: 'Database: only the clients that are allowed one by one',
      allowAllOutbound: false,
    });
    const cluster = new rds.DatabaseCluster(this, 'Cluster', {
      engine: clusterEngine,
      clusterIdentifier,
      ...(props.databaseName === undefined ? {} : { defaultDatabaseName: props.databaseName }),
      credentials: rds.Credentials.fromUsername(props.administratorName, {
        encryptionKey: this.encryptionKey,
      }),
      manageMasterUserPassword: true,
      iamAuthentication: true,
      parameters: { ...props.parameters, ...parameters },
      port: props.engine.port,
      vpc: props.vpc,
      vpcSubnets: subnetsFor(props.vpc),
      securityGroups: [group],
      ...instances(props, this.encryptionKey),
      storageEncrypted: true,
      storageEncryptionKey: this.encryptionKey,
      backup: { retention: Duration.days(BACKUP_RETENTION_DAYS) },
      copyTagsToSnapshot: true,
      cloudwatchLogsExports: logTypes,
      // 8.1④: load is seen before capacity runs out.
      monitoringInterval: Duration.seconds(MONITORING_SECONDS),
      deletionProtection: true,
      // Once somebody has lifted the protection, a last snapshot still remains, under the same key.
      removalPolicy: RemovalPolicy.SNAPSHOT,
    });
    this.keepLogs(cluster, clusterIdentifier, props);

    this.cluster = cluster;
    // With the number of the port instead of the cluster's attribute, a reviewer sees what a rule lets through.
    this.connections = new ec2.Connections({
      securityGroups: [group],
      defaultPort: ec2.Port.tcp(props.engine.port),
    });
    this.secret = cluster.secret!;
  }

  /** Lets a principal log in to the database as a user whom the engine knows, by IAM instead of a password. */
  public grantConnect(grantee: iam.IGrantable, databaseUser: string): iam.Grant {
    return this.cluster.grantConnect(grantee, databaseUser);
  }

  /** RDS would make log groups that have no key and never expire; so they are made before the cluster. */
  private keepLogs(cluster: rds.DatabaseCluster, identifier: string, props: EncryptedDatabaseProps): void {
    for (const logType of props.engine.logTypes) {
      const group = new RetainedLogGroup(this, `Log-${logType}`, {
        logGroupName: `/aws/rds/cluster/${identifier}/${logType}`,
        encryptionKey: this.encryptionKey,
        ...(props.logRetention === undefined ? {} : { retention: props.logRetention }),
      });
      cluster.node.addDependency(group);
    }
  }
}

function instances(props: EncryptedDatabaseProps, key: kms.IKey) {
  const options: rds.ProvisionedClusterInstanceProps = {
    instanceType: props.instanceType ?? ec2.InstanceType.of(ec2.InstanceClass.R7G, ec2.InstanceSize.LARGE),
    publiclyAccessible: false,
    autoMinorVersionUpgrade: true,
    caCertificate: rds.CaCertificate.RDS_CA_RSA2048_G1,
    enablePerformanceInsights: true,
    performanceInsightEncryptionKey: key,
  };
  const readers = Array.from({ length: (props.instanceCount ?? 2) - 1 }, (_, index) =>
    rds.ClusterInstance.provisioned(`Reader${index + 1}`, { ...options, promotionTier: index + 1 }),
  );
  return { writer: rds.ClusterInstance.provisioned('Writer', options), readers };
}

function subnetsFor(vpc: ec2.IVpc): ec2.SubnetSelection {
  const subnetType =
    vpc.isolatedSubnets.length > 0 ? ec2.SubnetType.PRIVATE_ISOLATED : ec2.SubnetType.PRIVATE_WITH_EGRESS;
  return { subnetType };
}

function defaultIdentifier(scope: Construct): string {
  // RDS stores identifiers in lower case; one in capitals would not match the names of the log groups.
  const name = Names.uniqueResourceName(scope, { maxLength: 50, separator: '-' }).toLowerCase();
  return name.replace(/-{2,}/g, '-').replace(/^-|-$/g, '');
}

function checkProps(scope: Construct, id: string, props: EncryptedDatabaseProps): void {
  const errors = new PropErrors('EncryptedDatabase');
  errors.addIf('administratorName', administratorProblem(props));
  errors.addIf('instanceCount', wholeNumberProblem(props.instanceCount, 2, 'instances'));
  errors.addIf('encryptionKey', keyProblem(props.encryptionKey));
  errors.addIf('logRetention', wholeNumberProblem(props.logRetention, MINIMUM_LOG_RETENTION_DAYS, 'days'));
  const guarded = Object.keys(props.parameters ?? {}).filter((name) => name in props.engine.parameters);
  if (guarded.length > 0) errors.add('parameters', `may not set ${guarded.join(', ')}: it is set already`);
  const identifier = literal(props.clusterIdentifier);
  if (identifier !== undefined && !/^[a-z](?!.*--)[a-z0-9-]{0,61}[a-z0-9]$/.test(identifier)) {
    errors.add(
      'clusterIdentifier',
      `must be of lower-case letters, digits and hyphens, but is '${identifier}'`,
    );
  }
  if (props.vpc.isolatedSubnets.length + props.vpc.privateSubnets.length === 0) {
    errors.add('vpc', 'must have isolated or private subnets, but has none');
  }
  errors.throwIfAny(scope, id);
}

function administratorProblem(props: EncryptedDatabaseProps): string | undefined {
  const name = literal(props.administratorName);
  return name === undefined ? undefined : administratorNameProblem(name, props.engine);
}
