import { Names, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as opensearch from 'aws-cdk-lib/aws-opensearchservice';
import { Construct } from 'constructs';
import { RetainedLogGroup } from '../logging/retained-log-group';
import type { IZoneNetwork } from '../network/zone-network';
import { customerManagedKey, keyProblem } from '../private/keys';
import { PropErrors, wholeNumberProblem } from '../private/prop-errors';

/** Availability zones that the nodes spread over. */
const ZONES = 2;

/** Logs of a domain, by the names that the service has for them. */
const LOGS: Readonly<Record<string, string>> = {
  AUDIT_LOGS: 'audit',
  ES_APPLICATION_LOGS: 'application',
  INDEX_SLOW_LOGS: 'index-slow',
  SEARCH_SLOW_LOGS: 'search-slow',
};

/** Properties of an `EncryptedSearchDomain`. */
export interface EncryptedSearchDomainProps {
  /** The network to live in. The domain takes two of its isolated subnets. */
  readonly network: IZoneNetwork;

  /** The role that administers users and indexes inside the domain; there is no password (7.2(1)③(オ)). */
  readonly administratorRole: iam.IRole;

  /**
   * Number of data nodes: even, and at least 2 (5.1(2)).
   *
   * @default 2
   */
  readonly dataNodeCount?: number;

  /**
   * Kind of data node.
   *
   * @default r7g.large.search
   */
  readonly dataNodeType?: string;

  /**
   * Space of each data node, in GiB, at least 10.
   *
   * @default 100
   */
  readonly volumeSizeGib?: number;

  /**
   * Customer managed key of indexes, snapshots and logs.
   *
   * @default - a new key, with yearly rotation
   */
  readonly encryptionKey?: kms.IKey;
}

/**
 * An OpenSearch domain inside the VPC: customer managed key (4(1)④), HTTPS with TLS 1.2 and between nodes too (5.3④),
 * fine-grained access by IAM only (7.2(1)①), two zones and three dedicated masters (5.1(2)), audit log (7.1(6)①),
 * updates of its software by itself (7.6(1)①).
 *
 * @throws if `dataNodeCount` is odd or below 2, `volumeSizeGib` below 10, or `encryptionKey` is too weak.
 */
export class EncryptedSearchDomain extends Construct implements ec2.IConnectable {
  /** The domain. */
  public readonly domain: opensearch.CfnDomain;
  /** ARN of the domain. */
  public readonly domainArn: string;
  /** Host name of the domain inside the VPC. */
  public readonly domainEndpoint: string;
  /** Who may connect: `domain.connections.allowDefaultPortFrom(service)`. */
  public readonly connections: ec2.Connections;
  /** The customer managed key of the domain. */
  public readonly encryptionKey: kms.IKey;

  constructor(scope: Construct, id: string, props: EncryptedSearchDomainProps) {
    checkProps(scope, id, props);
    super(scope, id);
    this.encryptionKey = props.encryptionKey ?? customerManagedKey(this, 'Key', `Search ${this.node.path}`);
    const { vpc } = props.network;
    const group = new ec2.SecurityGroup(this, 'SecurityGroup', {
      vpc,
      description: 'Search domain: only the clients that are allowed one by one',
      allowAllOutbound: false,
    });
    const stack = Stack.of(this);
    // The policy names the domain, which is not made yet: so the name is known before deployment.
    const domainName = nameOf(this);
    this.domainArn = stack.formatArn({ service: 'es', resource: 'domain', resourceName: domainName });
    const subnets = vpc.selectSubnets({ subnetType: ec2.SubnetType.PRIVATE_ISOLATED }).subnetIds;
    this.domain = new opensearch.CfnDomain(this, 'Domain', {
      domainName,
      engineVersion: 'OpenSearch_3.3',
      clusterConfig: {
        instanceType: props.dataNodeType ?? 'r7g.large.search',
        instanceCount: props.dataNodeCount ?? ZONES,
        dedicatedMasterEnabled: true,
        dedicatedMasterType: 'm7g.large.search',
        dedicatedMasterCount: 3,
        zoneAwarenessEnabled: true,
        zoneAwarenessConfig: { availabilityZoneCount: ZONES },
      },
      ebsOptions: { ebsEnabled: true, volumeType: 'gp3', volumeSize: props.volumeSizeGib ?? 100 },
      vpcOptions: { subnetIds: subnets.slice(0, ZONES), securityGroupIds: [group.securityGroupId] },
      encryptionAtRestOptions: { enabled: true, kmsKeyId: this.encryptionKey.keyArn },
      nodeToNodeEncryptionOptions: { enabled: true },
      domainEndpointOptions: {
        enforceHttps: true,
        tlsSecurityPolicy: 'Policy-Min-TLS-1-2-PFS-2023-10',
      },
      advancedSecurityOptions: {
        enabled: true,
        internalUserDatabaseEnabled: false,
        masterUserOptions: { masterUserArn: props.administratorRole.roleArn },
      },
      accessPolicies: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: `arn:${stack.partition}:iam::${stack.account}:root` },
            Action: 'es:ESHttp*',
            Resource: `${this.domainArn}/*`,
          },
        ],
      },
      logPublishingOptions: this.logs(),
      softwareUpdateOptions: { autoSoftwareUpdateEnabled: true },
      offPeakWindowOptions: { enabled: true },
    });
    this.domain.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.domainEndpoint = this.domain.attrDomainEndpoint;
    this.connections = new ec2.Connections({ securityGroups: [group], defaultPort: ec2.Port.tcp(443) });
  }

  /** Lets a principal search. What it sees is up to the roles inside the domain. */
  public grantRead(grantee: iam.IGrantable): iam.Grant {
    return this.grant(grantee, 'es:ESHttpGet', 'es:ESHttpHead', 'es:ESHttpPost');
  }

  /** Lets a principal search and write. What it may touch is up to the roles inside the domain. */
  public grantReadWrite(grantee: iam.IGrantable): iam.Grant {
    return this.grantRead(grantee).combine(
      this.grant(grantee, 'es:ESHttpPut', 'es:ESHttpPatch', 'es:ESHttpDelete'),
    );
  }

  private grant(grantee: iam.IGrantable, ...actions: string[]): iam.Grant {
    return iam.Grant.addToPrincipal({ grantee, actions, resourceArns: [`${this.domainArn}/*`] });
  }

  private logs(): Record<string, opensearch.CfnDomain.LogPublishingOptionProperty> {
    return Object.fromEntries(
      Object.entries(LOGS).map(([type, name]) => {
        const group = new RetainedLogGroup(this, `Log-${name}`, { encryptionKey: this.encryptionKey });
        group.allowDeliveryBy('es.amazonaws.com');
        return [type, { enabled: true, cloudWatchLogsLogGroupArn: group.logGroup.logGroupArn }];
      }),
    );
  }
}

/** 3 to 28 small letters, digits and hyphens, of which the first is a letter. */
function nameOf(scope: Construct): string {
  const name = Names.uniqueResourceName(scope, { maxLength: 27, separator: '-' }).toLowerCase();
  return `d${name}`.replace(/(?<!-)-+$/, '');
}

function checkProps(scope: Construct, id: string, props: EncryptedSearchDomainProps): void {
  const errors = new PropErrors('EncryptedSearchDomain');
  errors.addIf('encryptionKey', keyProblem(props.encryptionKey));
  errors.addIf('volumeSizeGib', wholeNumberProblem(props.volumeSizeGib, 10, 'GiB'));
  errors.addIf('dataNodeCount', wholeNumberProblem(props.dataNodeCount, 2, 'nodes'));
  if ((props.dataNodeCount ?? 2) % 2 === 1) {
    errors.add(
      'dataNodeCount',
      `must be even, so that both zones have as many, but is ${props.dataNodeCount}`,
    );
  }
  errors.throwIfAny(scope, id);
}
