import type { Construct } from 'constructs';
import { ZONE_NAMES } from '../private/zones';
import { NameFirewall } from './name-firewall';
import { ZoneVpc, type ZoneVpcProps } from './zone-vpc';

/** Properties of an `InternetVpc`. */
export interface InternetVpcProps extends ZoneVpcProps {
  /**
   * Whether the VPC has private subnets that reach the Internet through NAT, one gateway in each
   * availability zone. Without them there are public subnets for load balancers and isolated ones
   * for everything else.
   *
   * @default false
   */
  readonly outboundInternet?: boolean;

  /**
   * Names that may be looked up from inside (7.5(7)); nothing else resolves.
   *
   * @default ['*.amazonaws.com']
   */
  readonly allowedNames?: string[];

  /**
   * Application number under which the connection to the Internet was permitted (7.1(10)①).
   *
   * @default - what `ZoneMarking.declare({ approval })` says of a scope around it
   */
  readonly approval?: string;
}

/**
 * The VPC of a system that citizens reach from the Internet, apart from those that they do not
 * reach (7.1(9)). Public subnets are for load balancers, which belong behind a web ACL (7.1(10)④);
 * nothing in them gets a public address by itself. Services run in the private subnets, or in the
 * isolated ones, where databases always are.
 *
 * @throws if `cidr`, `availabilityZones`, `flowLogRetention`, `interfaceEndpoints`, `organizationId` or
 * `approval` is not as documented; all problems at once.
 */
export class InternetVpc extends ZoneVpc {
  constructor(scope: Construct, id: string, props: InternetVpcProps) {
    const layout = {
      constructName: 'InternetVpc',
      zoneName: ZONE_NAMES.internet,
      publicSubnets: true,
      natGateways: props.outboundInternet ?? false,
      ...(props.approval === undefined ? {} : { approval: props.approval }),
    };
    super(scope, id, layout, props);
    new NameFirewall(this, 'Names', {
      vpc: this.vpc,
      allowedNames: props.allowedNames ?? ['*.amazonaws.com'],
    });
  }
}
