import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { IConstruct } from 'constructs';

/** The network of one zone, for everything that is placed in it. */
export interface IZoneNetwork extends IConstruct, ec2.IConnectable {
  /** The VPC, for everything that takes one. */
  readonly vpc: ec2.IVpc;
  /** The IPv4 range of the VPC. */
  readonly cidr: string;
  /** The zone, as the mark `jichitai:zone` names it. */
  readonly zoneName: string;
}

/** What has to be known of a network that another app made. */
export interface ZoneNetworkAttributes {
  /** Id of the VPC. */
  readonly vpcId: string;
  /** The IPv4 range of the VPC. */
  readonly cidr: string;
  /** The zone: `my-number`, `lgwan`, `internet` or `management`. The profile has to say the same in `facts.zoneOf`. */
  readonly zoneName: string;
  /** Availability zones of the subnets, in the same order as the subnets. */
  readonly availabilityZones: string[];
  /** Ids of the isolated subnets, one in each availability zone. */
  readonly isolatedSubnetIds: string[];
  /**
   * Ids of the public subnets, one in each availability zone.
   *
   * @default - none
   */
  readonly publicSubnetIds?: string[];
  /** Id of the security group of the interface endpoints. */
  readonly endpointSecurityGroupId: string;
}
