import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import {
  type AclEntry,
  ADMINISTRATION_PORTS,
  ANYWHERE,
  ISOLATED_ACL,
} from '../../lib/policy/network-baseline';

/** Of the Internet zone: nobody administers anything from there. */
const INTERNET: readonly AclEntry[] = [
  ...ADMINISTRATION_PORTS.map(
    (ports): AclEntry => ({ action: 'deny', egress: false, cidr: ANYWHERE, ports }),
  ),
  { action: 'allow', egress: false, cidr: ANYWHERE },
  { action: 'allow', egress: true, cidr: ANYWHERE },
];

/**
 * A network ACL for subnets: what never has business here is turned away, even where somebody opens a security group by
 * mistake (7.1(8)②, 7.2(2)②, 7.5(1)①). What else may pass, security groups say; they know connections and not only
 * packets.
 */
export function guardSubnets(
  scope: Construct,
  vpcId: string,
  subnets: readonly ec2.Subnet[],
  internet: boolean,
): void {
  const acl = new ec2.CfnNetworkAcl(scope, 'NetworkAcl', { vpcId });
  (internet ? INTERNET : ISOLATED_ACL).forEach(({ action, egress, cidr, ports }, index) => {
    new ec2.CfnNetworkAclEntry(scope, `NetworkAclEntry${index + 1}`, {
      networkAclId: acl.ref,
      ruleNumber: 10 * (index + 1),
      ruleAction: action,
      egress,
      cidrBlock: cidr,
      // 6 is TCP, -1 everything.
      protocol: ports === undefined ? -1 : 6,
      ...(ports === undefined ? {} : { portRange: { from: ports[0], to: ports[1] } }),
    });
  });
  subnets.forEach((subnet, index) => {
    new ec2.CfnSubnetNetworkAclAssociation(scope, `NetworkAclSubnet${index + 1}`, {
      networkAclId: acl.ref,
      subnetId: subnet.subnetId,
    });
  });
}
