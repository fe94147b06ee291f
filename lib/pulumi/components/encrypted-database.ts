import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import {
  administratorNameProblem,
  DATABASE_ENGINES,
  type DatabaseEngineBaseline,
} from '../../policy/database-baseline';
import { ArgErrors } from './arg-errors';
import { customerManagedKey } from './bucket-parts';
import { LEAST_LOG_DAYS, logKeyPolicy, retainedLogGroup } from './log-group';
import { checkMarks, type Marks, tagsOf } from './marks';
import type { MyNumberVpc } from './my-number-vpc';

/** The longest time, in days, that Aurora keeps backups for recovery to a point in time. */
const BACKUP_RETENTION_DAYS = 35;
/** How often enhanced monitoring looks at the machines. */
const MONITORING_SECONDS = 60;

const ENGINES = {
  'aurora-postgresql': DATABASE_ENGINES.auroraPostgresql,
  'aurora-mysql': DATABASE_ENGINES.auroraMysql,
} as const satisfies Readonly<Record<string, DatabaseEngineBaseline>>;

/** Arguments of an `EncryptedDatabase`. */
export interface EncryptedDatabaseArgs {
  /** Zone and classification. @default - those of the stack or the provider */
  readonly marks?: Marks;
  /** The engine. */
  readonly engine: 'aurora-postgresql' | 'aurora-mysql';
  /** Its version, such as `16.9` or `8.0.mysql_aurora.3.10.0`: one that its maker supports for as long as the system is to be used (7.4(1)⑦). */
  readonly engineVersion: string;
  /** The network to live in: a `MyNumberVpc`, or its like. */
  readonly network: Pick<MyNumberVpc, 'vpc' | 'isolatedSubnets'>;
  /**
   * Name of the administrator in the database; not one that everybody knows, such as `admin` or `postgres` (7.2(1)③(オ)).
   * Its password is made, kept and changed every week by RDS; nobody has to know it.
   */
  readonly administratorName: string;
  /** Name of a database to make at the start. @default - none */
  readonly databaseName?: pulumi.Input<string>;
  /** Number of instances, the writer included, at least 2, in different availability zones (5.1(2)). @default 2 */
  readonly instanceCount?: number;
  /** Size of each instance. @default db.r7g.large */
  readonly instanceClass?: pulumi.Input<string>;
  /** Identifier of the cluster, and part of the names of its log groups. @default - made of the stack and the name */
  readonly clusterIdentifier?: string;
  /**
   * Customer managed key of storage, backups, the administrator's secret, performance data and logs, which must rotate
   * and let CloudWatch Logs use it.
   * @default - a new key, with yearly rotation
   */
  readonly encryptionKey?: aws.kms.Key;
  /** How long the engine's logs are kept, in days, at least 365 of those that CloudWatch Logs offers. @default 1096 (three years) */
  readonly logRetentionDays?: number;
  /** Further cluster parameters. Those that force TLS and logging cannot be among them. @default - none */
  readonly parameters?: Readonly<Record<string, string>>;
}

/**
 * An Aurora cluster for the city's records. Everything in it, its backups included, is under one customer managed key
 * (4(1)④, 9.2(7)③). Clients must use TLS (5.3④) and can log in by IAM instead of a password; the administrator has a name
 * that nobody guesses and a password that changes by itself (7.2(1)③(オ), 7.2(5)). Two instances over two zones (5.1(2)),
 * backups for 35 days (7.1(2)①), protection against deletion (8.1⑥), logs exported and kept (7.1(6)①).
 *
 * @throws Error that names every argument which is too weak
 */
export class EncryptedDatabase extends pulumi.ComponentResource {
  /** The cluster. */
  readonly cluster: aws.rds.Cluster;
  /** The customer managed key of the cluster. */
  readonly encryptionKey: aws.kms.Key;
  /** The security group of the cluster; it lets nobody in but whom `allowFrom` names. */
  readonly securityGroup: aws.ec2.SecurityGroup;
  private readonly port: number;

  constructor(name: string, args: EncryptedDatabaseArgs, options?: pulumi.ComponentResourceOptions) {
    const identifier = args.clusterIdentifier ?? defaultIdentifier(name);
    checkArgs(name, identifier, args);
    super('jichitai:data:EncryptedDatabase', name, {}, options);
    const parent = { parent: this };
    const tags = tagsOf(args.marks);
    const engine: DatabaseEngineBaseline = ENGINES[args.engine];
    this.port = engine.port;
    this.encryptionKey =
      args.encryptionKey ??
      customerManagedKey(`${name}-key`, `Database ${name}`, tags, this, logKeyPolicy(this));
    this.securityGroup = new aws.ec2.SecurityGroup(
      `${name}-clients`,
      {
        vpcId: args.network.vpc.id,
        description: 'Database: only the clients that are allowed one by one',
        tags,
      },
      parent,
    );
    const subnets = new aws.rds.SubnetGroup(
      `${name}-subnets`,
      { subnetIds: args.network.isolatedSubnets.map(({ id }) => id), tags },
      parent,
    );
    const parameters = new aws.rds.ClusterParameterGroup(
      `${name}-parameters`,
      {
        family: familyOf(args),
        // Static parameters too are set before the first instance starts.
        parameters: Object.entries({ ...args.parameters, ...engine.parameters }).map(([key, value]) => ({
          name: key,
          value,
          applyMethod: 'pending-reboot',
        })),
        tags,
      },
      parent,
    );
    // RDS would make log groups that have no key and never expire; so they are made before the cluster.
    const groups = engine.logTypes.map((type) =>
      retainedLogGroup(
        `${name}-${type}`,
        {
          retentionDays: args.logRetentionDays ?? 1096,
          groupName: `/aws/rds/cluster/${identifier}/${type}`,
          key: this.encryptionKey,
          tags,
        },
        this,
      ),
    );
    const key = this.encryptionKey.arn;
    this.cluster = new aws.rds.Cluster(
      name,
      {
        clusterIdentifier: identifier,
        engine: args.engine,
        engineVersion: args.engineVersion,
        ...(args.databaseName === undefined ? {} : { databaseName: args.databaseName }),
        masterUsername: args.administratorName,
        manageMasterUserPassword: true,
        masterUserSecretKmsKeyId: key,
        iamDatabaseAuthenticationEnabled: true,
        dbClusterParameterGroupName: parameters.id,
        port: engine.port,
        dbSubnetGroupName: subnets.id,
        vpcSecurityGroupIds: [this.securityGroup.id],
        storageEncrypted: true,
        kmsKeyId: key,
        backupRetentionPeriod: BACKUP_RETENTION_DAYS,
        copyTagsToSnapshot: true,
        enabledCloudwatchLogsExports: [...engine.logTypes],
        deletionProtection: true,
        // Once somebody has lifted the protection, a last snapshot still remains, under the same key.
        skipFinalSnapshot: false,
        finalSnapshotIdentifier: `${identifier}-final`,
        tags,
      },
      { parent: this, protect: true, dependsOn: groups },
    );
    this.addInstances(name, identifier, args, tags);
    this.registerOutputs({ cluster: this.cluster.arn, encryptionKey: key });
  }

  /** Lets the members of a security group connect (7.1(8)②). */
  allowFrom(name: string, group: aws.ec2.SecurityGroup): void {
    new aws.vpc.SecurityGroupIngressRule(
      name,
      {
        securityGroupId: this.securityGroup.id,
        referencedSecurityGroupId: group.id,
        ipProtocol: 'tcp',
        fromPort: this.port,
        toPort: this.port,
        description: 'Client of the database',
      },
      { parent: this },
    );
  }

  /** 8.1④: load is seen before capacity runs out. */
  private addInstances(
    name: string,
    identifier: string,
    args: EncryptedDatabaseArgs,
    tags: Record<string, string>,
  ): void {
    const parent = { parent: this };
    const role = new aws.iam.Role(
      `${name}-monitoring`,
      {
        description: 'Enhanced monitoring of a database',
        assumeRolePolicy: JSON.stringify({
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: { Service: 'monitoring.rds.amazonaws.com' },
              Action: 'sts:AssumeRole',
            },
          ],
        }),
        tags,
      },
      parent,
    );
    const attached = new aws.iam.RolePolicyAttachment(
      `${name}-monitoring-rights`,
      {
        role: role.id,
        policyArn: 'arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole',
      },
      parent,
    );
    for (let index = 0; index < (args.instanceCount ?? 2); index++)
      new aws.rds.ClusterInstance(
        `${name}-${index + 1}`,
        {
          identifier: `${identifier}-${index + 1}`,
          clusterIdentifier: this.cluster.id,
          engine: args.engine,
          engineVersion: args.engineVersion,
          instanceClass: args.instanceClass ?? 'db.r7g.large',
          promotionTier: index,
          publiclyAccessible: false,
          autoMinorVersionUpgrade: true,
          caCertIdentifier: 'rds-ca-rsa2048-g1',
          copyTagsToSnapshot: true,
          performanceInsightsEnabled: true,
          performanceInsightsKmsKeyId: this.encryptionKey.arn,
          monitoringInterval: MONITORING_SECONDS,
          monitoringRoleArn: role.arn,
          tags,
        },
        { parent: this, dependsOn: [attached] },
      );
  }
}

/** RDS stores identifiers in lower case; one in capitals would not match the names of the log groups. */
function defaultIdentifier(name: string): string {
  const text = `${pulumi.getStack()}-${name}`.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return text
    .replace(/^[^a-z]+|-$/g, '')
    .slice(0, 50)
    .replace(/-$/, '');
}

/** The family of parameters that a version has. */
function familyOf({ engine, engineVersion }: EncryptedDatabaseArgs): string {
  const [major = '', minor = ''] = engineVersion.split('.');
  return engine === 'aurora-postgresql' ? `${engine}${major}` : `${engine}${major}.${minor}`;
}

function checkArgs(name: string, identifier: string, args: EncryptedDatabaseArgs): void {
  const errors = new ArgErrors('EncryptedDatabase', name);
  const engine: DatabaseEngineBaseline | undefined = ENGINES[args.engine];
  if (engine === undefined)
    errors.add('engine', `must be one of ${Object.keys(ENGINES).join(', ')}, but is '${args.engine}'`);
  const form = args.engine === 'aurora-mysql' ? /^\d+\.\d+\.mysql_aurora\.\d+(\.\d+)+$/ : /^\d+(\.\d+)*$/;
  if (!form.test(args.engineVersion))
    errors.add('engineVersion', `must be a version of ${args.engine}, but is '${args.engineVersion}'`);
  if (engine !== undefined) {
    errors.addIf('administratorName', administratorNameProblem(args.administratorName, engine));
    const guarded = Object.keys(args.parameters ?? {}).filter((key) => Object.hasOwn(engine.parameters, key));
    if (guarded.length > 0) errors.add('parameters', `may not set ${guarded.join(', ')}: it is set already`);
  }
  errors.wholeNumber('instanceCount', args.instanceCount, 2, 'instances');
  errors.wholeNumber('logRetentionDays', args.logRetentionDays, LEAST_LOG_DAYS, 'days');
  if (!/^[a-z](?!.*--)[a-z0-9-]{0,55}[a-z0-9]$/.test(identifier))
    errors.add(
      'clusterIdentifier',
      `must be of lower-case letters, digits and hyphens, but is '${identifier}'`,
    );
  if (args.network.isolatedSubnets.length < 2)
    errors.add('network', `must have two isolated subnets, but has ${args.network.isolatedSubnets.length}`);
  checkMarks(args.marks, errors);
  errors.throwIfAny();
}
