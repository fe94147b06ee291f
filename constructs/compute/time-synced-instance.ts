import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { PropErrors } from '../private/prop-errors';
import { checkServer, ServerParts, type ServerProps, SupportedImage } from './server-parts';

/** Properties of a `TimeSyncedInstance`. */
export interface TimeSyncedInstanceProps extends ServerProps {}

/**
 * One server of Amazon Linux 2023 (7.4(1)⑦), for what may stop for a while: availability 1. Its clock follows the
 * Amazon Time Sync Service alone (8.1②); metadata by IMDSv2 (7.2(5)), volumes under a customer managed key (4(1)④),
 * administered by Session Manager without an open port (7.2(2)②), log and load sent to CloudWatch (7.1(6)①, 8.1④),
 * protected against termination (8.1⑥).
 *
 * @throws if `volumeSizeGib`, `instanceType` or `encryptionKey` is not as documented.
 */
export class TimeSyncedInstance extends Construct implements ec2.IConnectable, iam.IGrantable {
  /** The server, for everything that takes one. */
  public readonly instance: ec2.IInstance;
  /** Who connects to the server, and whom it connects to. */
  public readonly connections: ec2.Connections;
  /** What the server may do. */
  public readonly role: iam.IRole;
  public readonly grantPrincipal: iam.IPrincipal;

  constructor(scope: Construct, id: string, props: TimeSyncedInstanceProps) {
    const errors = new PropErrors('TimeSyncedInstance');
    checkServer(errors, props);
    errors.throwIfAny(scope, id);
    super(scope, id);
    const parts = new ServerParts(this, 'Parts', props);
    const instance = new ec2.Instance(this, 'Instance', {
      vpc: props.network.vpc,
      vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
      instanceType: props.instanceType ?? ec2.InstanceType.of(ec2.InstanceClass.M7I, ec2.InstanceSize.LARGE),
      machineImage: new SupportedImage(),
      role: parts.role,
      securityGroup: parts.securityGroup,
      userData: parts.userData,
      blockDevices: parts.blockDevices,
      httpTokens: ec2.HttpTokens.REQUIRED,
      httpPutResponseHopLimit: 1,
      detailedMonitoring: true,
      ebsOptimized: true,
      disableApiTermination: true,
      propagateTagsToVolumeOnCreation: true,
    });
    this.instance = instance;
    this.connections = instance.connections;
    this.role = parts.role;
    this.grantPrincipal = parts.role;
  }
}
