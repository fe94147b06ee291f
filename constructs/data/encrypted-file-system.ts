import { RemovalPolicy } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { IZoneNetwork } from '../network/zone-network';
import { customerManagedKey, keyProblem } from '../private/keys';
import { PropErrors } from '../private/prop-errors';

/** The first user and group id that a section gets. */
const FIRST_ID = 10_001;

/** Properties of an `EncryptedFileSystem`. */
export interface EncryptedFileSystemProps {
  /** The network to live in. The file system takes its isolated subnets. */
  readonly network: IZoneNetwork;

  /**
   * Sections of the office that keep files here, each with a folder of its own (7.1(1)②), by names of small letters,
   * digits and hyphens.
   */
  readonly sections: string[];

  /**
   * Customer managed key of the files and of their backups.
   *
   * @default - a new key, with yearly rotation
   */
  readonly encryptionKey?: kms.IKey;
}

/**
 * A file system whose sections do not see each other's files: one access point for each, with a folder and a user of
 * its own (7.1(1)②, 7.1(1)③). Customer managed key (4(1)④), mounted over TLS and through access points only (5.3④),
 * backed up every day (7.1(2)①), a mount target in each zone (5.1(2)), kept when its stack is deleted (8.1⑥).
 *
 * @throws if `sections` is empty, names one twice or has a wrong name, or `encryptionKey` is too weak.
 */
export class EncryptedFileSystem extends Construct implements ec2.IConnectable {
  /** The file system, for everything that takes one. */
  public readonly fileSystem: efs.IFileSystem;
  /** Who may mount: `files.connections.allowDefaultPortFrom(service)`. */
  public readonly connections: ec2.Connections;
  /** The customer managed key of the file system. */
  public readonly encryptionKey: kms.IKey;
  private readonly accessPoints = new Map<string, efs.AccessPoint>();

  constructor(scope: Construct, id: string, props: EncryptedFileSystemProps) {
    checkProps(scope, id, props);
    super(scope, id);
    const { vpc } = props.network;
    this.encryptionKey = props.encryptionKey ?? customerManagedKey(this, 'Key', `Files ${this.node.path}`);
    const group = new ec2.SecurityGroup(this, 'SecurityGroup', {
      vpc,
      description: 'Files: only the clients that are allowed one by one',
      allowAllOutbound: false,
    });
    const fileSystem = new efs.FileSystem(this, 'FileSystem', {
      vpc,
      vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
      securityGroup: group,
      encrypted: true,
      kmsKey: this.encryptionKey,
      enableAutomaticBackups: true,
      throughputMode: efs.ThroughputMode.ELASTIC,
      allowAnonymousAccess: false,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    fileSystem.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'TlsOnly',
        effect: iam.Effect.DENY,
        principals: [new iam.AnyPrincipal()],
        actions: ['*'],
        conditions: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    );
    fileSystem.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'AccessPointsOnly',
        effect: iam.Effect.DENY,
        principals: [new iam.AnyPrincipal()],
        actions: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'],
        conditions: { Null: { 'elasticfilesystem:AccessPointArn': 'true' } },
      }),
    );
    props.sections.forEach((section, index) => {
      const user = String(FIRST_ID + index);
      this.accessPoints.set(
        section,
        fileSystem.addAccessPoint(`Section-${section}`, {
          path: `/${section}`,
          posixUser: { uid: user, gid: user },
          createAcl: { ownerUid: user, ownerGid: user, permissions: '0750' },
        }),
      );
    });
    this.fileSystem = fileSystem;
    this.connections = new ec2.Connections({
      securityGroups: [group],
      defaultPort: ec2.Port.tcp(efs.FileSystem.DEFAULT_PORT),
    });
  }

  /**
   * The access point of a section.
   *
   * @throws if there is no such section
   */
  public accessPointOf(section: string): efs.IAccessPoint {
    const found = this.accessPoints.get(section);
    if (found === undefined) {
      const known = [...this.accessPoints.keys()].join(', ');
      throw new Error(
        `EncryptedFileSystem at '${this.node.path}' has no section '${section}', only ${known}`,
      );
    }
    return found;
  }

  /** Lets a principal read and write the files of one section, and of no other. */
  public grantReadWrite(grantee: iam.IGrantable, section: string): iam.Grant {
    return iam.Grant.addToPrincipal({
      grantee,
      actions: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'],
      resourceArns: [this.fileSystem.fileSystemArn],
      conditions: {
        StringEquals: { 'elasticfilesystem:AccessPointArn': this.accessPointOf(section).accessPointArn },
      },
    });
  }
}

function checkProps(scope: Construct, id: string, props: EncryptedFileSystemProps): void {
  const errors = new PropErrors('EncryptedFileSystem');
  errors.addIf('encryptionKey', keyProblem(props.encryptionKey));
  if (props.sections.length === 0) errors.add('sections', 'must name at least one section');
  for (const section of props.sections.filter((name) => !/^[a-z0-9][a-z0-9-]{0,62}$/.test(name))) {
    errors.add('sections', `must hold names of small letters, digits and hyphens, but holds '${section}'`);
  }
  const repeated = props.sections.filter((name, index) => props.sections.indexOf(name) !== index);
  if (repeated.length > 0) errors.add('sections', `must name each once; repeated: ${repeated.join(', ')}`);
  errors.throwIfAny(scope, id);
}
