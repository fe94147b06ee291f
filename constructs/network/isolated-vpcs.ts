import type { Construct } from 'constructs';
import { ZONE_NAMES } from '../private/zones';
import { ZoneVpc, type ZoneVpcProps } from './zone-vpc';

/** Properties of a `MyNumberVpc`. */
export interface MyNumberVpcProps extends ZoneVpcProps {}

/**
 * The VPC of a system that uses individual numbers. It has no way to or from the Internet, nor to
 * another zone: no gateway, no NAT, no public subnet, no peering (4(1)①, 4(1)③). AWS services are
 * reached through endpoints inside it.
 *
 * @throws if `cidr`, `availabilityZones`, `flowLogRetention`, `interfaceEndpoints` or `organizationId`
 * is not as documented; all problems at once.
 */
export class MyNumberVpc extends ZoneVpc {
  constructor(scope: Construct, id: string, props: MyNumberVpcProps) {
    super(scope, id, isolated('MyNumberVpc', ZONE_NAMES.myNumber), props);
  }
}

/** Properties of an `LgwanVpc`. */
export interface LgwanVpcProps extends ZoneVpcProps {}

/**
 * The VPC of a system on the local government wide area network. It is apart from the Internet zone
 * (4(2)①, 4(2)②) in the same way as a `MyNumberVpc`: isolated subnets only.
 *
 * @throws if `cidr`, `availabilityZones`, `flowLogRetention`, `interfaceEndpoints` or `organizationId`
 * is not as documented; all problems at once.
 */
export class LgwanVpc extends ZoneVpc {
  constructor(scope: Construct, id: string, props: LgwanVpcProps) {
    super(scope, id, isolated('LgwanVpc', ZONE_NAMES.lgwan), props);
  }
}

/** Properties of a `ManagementVpc`. */
export interface ManagementVpcProps extends ZoneVpcProps {}

/**
 * The VPC of tools by which the other zones are administered. It is isolated too: administrators
 * come in through Session Manager, not through an open port (7.2(2)②).
 *
 * @throws if `cidr`, `availabilityZones`, `flowLogRetention`, `interfaceEndpoints` or `organizationId`
 * is not as documented; all problems at once.
 */
export class ManagementVpc extends ZoneVpc {
  constructor(scope: Construct, id: string, props: ManagementVpcProps) {
    super(scope, id, isolated('ManagementVpc', ZONE_NAMES.management), props);
  }
}

function isolated(constructName: string, zoneName: string) {
  return { constructName, zoneName, publicSubnets: false, natGateways: false };
}
