import { Tags } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import { APPROVAL_TAG } from '../private/zones';
import { subnetCidr } from './cidr';

/** The subnets of a VPC by what they can reach. */
export interface SubnetTiers {
  /** Reach nothing outside the VPC. */
  readonly isolated: ec2.Subnet[];
  /** Reach the Internet through NAT, and are not reached from it. */
  readonly private: ec2.Subnet[];
  /** Reached from the Internet; for load balancers only. */
  readonly public: ec2.Subnet[];
}

/** Cuts subnets out of one VPC, one after another. */
export class SubnetPlan {
  private next = 0;

  constructor(
    private readonly scope: Construct,
    private readonly vpcId: string,
    private readonly vpcCidr: string,
    private readonly availabilityZones: string[],
  ) {}

  /** Subnets without a route to anything outside the VPC. */
  public isolatedTiers(): SubnetTiers {
    return { isolated: this.tier('Isolated', ec2.PrivateSubnet), private: [], public: [] };
  }

  /** Adds an Internet gateway, public subnets, and private ones that may have NAT. */
  public internetTiers(nat: boolean, approval?: string): SubnetTiers {
    const gateway = new ec2.CfnInternetGateway(this.scope, 'InternetGateway');
    if (approval !== undefined) Tags.of(gateway).add(APPROVAL_TAG, approval);
    const attachment = new ec2.CfnVPCGatewayAttachment(this.scope, 'InternetGatewayAttachment', {
      vpcId: this.vpcId,
      internetGatewayId: gateway.ref,
    });
    const isolated = this.tier('Isolated', ec2.PrivateSubnet);
    const publicTier = this.tier('Public', ec2.PublicSubnet);
    const privateTier = nat ? this.tier('Private', ec2.PrivateSubnet) : [];
    publicTier.forEach((subnet, zone) => {
      // A public load balancer cannot be made before the gateway is attached; it waits for its subnets.
      subnet.node.addDependency(attachment);
      subnet.addDefaultInternetRoute(gateway.ref, attachment);
      // One NAT gateway in each zone: the loss of a zone must not cut off the others.
      privateTier[zone]?.addDefaultNatRoute((subnet as ec2.PublicSubnet).addNatGateway().ref);
    });
    return { isolated, private: privateTier, public: publicTier };
  }

  private tier(name: string, Kind: typeof ec2.Subnet): ec2.Subnet[] {
    return this.availabilityZones.map((availabilityZone, index) => {
      const subnet = new Kind(this.scope, `${name}Subnet${index + 1}`, {
        vpcId: this.vpcId,
        availabilityZone,
        cidrBlock: subnetCidr(this.vpcCidr, this.next++),
        // In public subnets too: a load balancer gets its addresses by itself, and nothing else may have one.
        mapPublicIpOnLaunch: false,
      });
      Tags.of(subnet).add('Name', subnet.node.path);
      return subnet;
    });
  }
}

/** The VPC as other constructs take it. */
export function describeVpc(
  scope: Construct,
  vpc: ec2.CfnVPC,
  cidr: string,
  availabilityZones: string[],
  tiers: SubnetTiers,
): ec2.IVpc {
  const ids = (subnets: ec2.Subnet[]) => subnets.map((subnet) => subnet.subnetId);
  const tables = (subnets: ec2.Subnet[]) => subnets.map((subnet) => subnet.routeTable.routeTableId);
  return ec2.Vpc.fromVpcAttributes(scope, 'Vpc', {
    vpcId: vpc.ref,
    vpcCidrBlock: cidr,
    availabilityZones,
    isolatedSubnetIds: ids(tiers.isolated),
    isolatedSubnetRouteTableIds: tables(tiers.isolated),
    ...(tiers.private.length === 0
      ? {}
      : { privateSubnetIds: ids(tiers.private), privateSubnetRouteTableIds: tables(tiers.private) }),
    ...(tiers.public.length === 0
      ? {}
      : { publicSubnetIds: ids(tiers.public), publicSubnetRouteTableIds: tables(tiers.public) }),
  });
}
