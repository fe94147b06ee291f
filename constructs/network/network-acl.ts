import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';

type Ports = readonly [from: number, to: number];

interface Entry {
  readonly action: 'allow' | 'deny';
  readonly egress: boolean;
  readonly cidr: string;
  /** TCP ports; undefined for all protocols. */
  readonly ports?: Ports;
}

const ANYWHERE = '0.0.0.0/0';
/** The networks of a city and those of its lines (RFC 1918). */
const PRIVATE_RANGES = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];
/** Ports by which servers are administered: SSH and Telnet, RDP, WinRM. */
const ADMINISTRATION: readonly Ports[] = [
  [22, 23],
  [3389, 3389],
  [5985, 5986],
];
/** Where Linux and Windows wait for replies. */
const REPLIES: Ports = [32768, 65535];
const HTTPS: Ports = [443, 443];

/**
 * Of a zone without the Internet: private addresses, and what the gateway endpoints of S3 and DynamoDB need, which have
 * public ones.
 */
const ISOLATED: readonly Entry[] = [
  ...PRIVATE_RANGES.flatMap((cidr): Entry[] => [
    { action: 'allow', egress: false, cidr },
    { action: 'allow', egress: true, cidr },
  ]),
  { action: 'allow', egress: false, cidr: ANYWHERE, ports: REPLIES },
  { action: 'allow', egress: true, cidr: ANYWHERE, ports: HTTPS },
];

/** Of the Internet zone: nobody administers anything from there. */
const INTERNET: readonly Entry[] = [
  ...ADMINISTRATION.map((ports): Entry => ({ action: 'deny', egress: false, cidr: ANYWHERE, ports })),
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
  (internet ? INTERNET : ISOLATED).forEach(({ action, egress, cidr, ports }, index) => {
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
