import { ArnFormat, Names, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elasticache from 'aws-cdk-lib/aws-elasticache';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { RetainedLogGroup } from '../logging/retained-log-group';
import type { IZoneNetwork } from '../network/zone-network';
import { customerManagedKey, keyProblem } from '../private/keys';
import { PropErrors, wholeNumberProblem } from '../private/prop-errors';

/** The port that Valkey listens on. */
const PORT = 6379;
/** How long daily snapshots are kept, in days. */
const SNAPSHOT_DAYS = 35;

/** Properties of an `EncryptedCache`. */
export interface EncryptedCacheProps {
  /** The network to live in. The cache takes its isolated subnets. */
  readonly network: IZoneNetwork;

  /**
   * Number of nodes, the primary included: at least 2, in different availability zones (5.1(2)).
   *
   * @default 2
   */
  readonly nodeCount?: number;

  /**
   * Kind of node.
   *
   * @default cache.r7g.large
   */
  readonly nodeType?: string;

  /**
   * Customer managed key of the cache, its snapshots and its logs.
   *
   * @default - a new key, with yearly rotation
   */
  readonly encryptionKey?: kms.IKey;
}

/**
 * A Valkey cache: customer managed key (4(1)④), TLS only (5.3④), log-in by IAM (7.2(1)①), two nodes over
 * two zones with failover (5.1(2)), daily snapshots (7.1(2)①), logs kept (7.1(6)①).
 *
 * @throws if `nodeCount` is below 2, or `encryptionKey` is managed by AWS or does not rotate.
 */
export class EncryptedCache extends Construct implements ec2.IConnectable {
  /** Who may connect: `cache.connections.allowDefaultPortFrom(service)`. */
  public readonly connections: ec2.Connections;
  /** Host name for reading and writing. */
  public readonly primaryEndpoint: string;
  /** The customer managed key of the cache. */
  public readonly encryptionKey: kms.IKey;
  /** The replication group. */
  public readonly replicationGroup: elasticache.CfnReplicationGroup;
  /** Name of the user as whom clients log in. */
  public readonly userName: string;

  constructor(scope: Construct, id: string, props: EncryptedCacheProps) {
    const errors = new PropErrors('EncryptedCache');
    errors.addIf('nodeCount', wholeNumberProblem(props.nodeCount, 2, 'nodes'));
    errors.addIf('encryptionKey', keyProblem(props.encryptionKey));
    errors.throwIfAny(scope, id);
    super(scope, id);
    this.encryptionKey = props.encryptionKey ?? customerManagedKey(this, 'Key', `Cache ${this.node.path}`);
    const { vpc } = props.network;
    const group = new ec2.SecurityGroup(this, 'SecurityGroup', {
      vpc,
      description: 'Cache: only the clients that are allowed one by one',
      allowAllOutbound: false,
    });
    // ElastiCache keeps ids in small letters, and wants the name of a user of IAM to be its id.
    const name = Names.uniqueResourceName(this, { maxLength: 36, separator: '-' }).toLowerCase();
    this.userName = `${name}-app`;
    const user = new elasticache.CfnUser(this, 'User', {
      engine: 'valkey',
      userId: this.userName,
      userName: this.userName,
      authenticationMode: { Type: 'iam' },
      accessString: 'on ~* +@all -@dangerous',
    });
    const users = new elasticache.CfnUserGroup(this, 'Users', {
      engine: 'valkey',
      userGroupId: `${name}-users`,
      userIds: [user.userId],
    });
    users.node.addDependency(user);
    const subnets = new elasticache.CfnSubnetGroup(this, 'Subnets', {
      description: `Subnets of ${this.node.path}`,
      subnetIds: vpc.selectSubnets({ subnetType: ec2.SubnetType.PRIVATE_ISOLATED }).subnetIds,
    });
    this.replicationGroup = new elasticache.CfnReplicationGroup(this, 'Cache', {
      replicationGroupDescription: this.node.path,
      engine: 'valkey',
      engineVersion: '8.2',
      cacheNodeType: props.nodeType ?? 'cache.r7g.large',
      numNodeGroups: 1,
      replicasPerNodeGroup: (props.nodeCount ?? 2) - 1,
      automaticFailoverEnabled: true,
      multiAzEnabled: true,
      port: PORT,
      cacheSubnetGroupName: subnets.ref,
      securityGroupIds: [group.securityGroupId],
      atRestEncryptionEnabled: true,
      kmsKeyId: this.encryptionKey.keyArn,
      transitEncryptionEnabled: true,
      transitEncryptionMode: 'required',
      userGroupIds: [users.ref],
      autoMinorVersionUpgrade: true,
      snapshotRetentionLimit: SNAPSHOT_DAYS,
      logDeliveryConfigurations: ['slow-log', 'engine-log'].map((logType) => ({
        logType,
        logFormat: 'json',
        destinationType: 'cloudwatch-logs',
        destinationDetails: { cloudWatchLogsDetails: { logGroup: this.logGroup(logType) } },
      })),
    });
    this.replicationGroup.applyRemovalPolicy(RemovalPolicy.SNAPSHOT);
    this.primaryEndpoint = this.replicationGroup.attrPrimaryEndPointAddress;
    this.connections = new ec2.Connections({
      securityGroups: [group],
      defaultPort: ec2.Port.tcp(PORT),
    });
  }

  /** Lets a principal log in by IAM, as the user `userName`. */
  public grantConnect(grantee: iam.IGrantable): iam.Grant {
    const arn = (resource: string, resourceName: string) =>
      Stack.of(this).formatArn({
        service: 'elasticache',
        resource,
        resourceName,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      });
    return iam.Grant.addToPrincipal({
      grantee,
      actions: ['elasticache:Connect'],
      resourceArns: [arn('replicationgroup', this.replicationGroup.ref), arn('user', this.userName)],
    });
  }

  private logGroup(logType: string): string {
    const group = new RetainedLogGroup(this, `Log-${logType}`, { encryptionKey: this.encryptionKey });
    group.allowDeliveryBy('delivery.logs.amazonaws.com');
    return group.logGroup.logGroupName;
  }
}
