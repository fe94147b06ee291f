import { Tags } from 'aws-cdk-lib';
import * as directconnect from 'aws-cdk-lib/aws-directconnect';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { literal, PropErrors } from '../private/prop-errors';
import { APPROVAL_TAG } from '../private/zones';
import { privateRangeProblem } from './cidr';
import type { IZoneNetwork } from './zone-network';

/** Where a dedicated line from the city comes in. */
export class DedicatedLine {
  /**
   * A Direct Connect gateway that exists, such as one of the government cloud. A virtual private gateway of the network
   * is joined to it, and to nothing else.
   *
   * @param gatewayId id of the Direct Connect gateway
   */
  public static directConnectGateway(gatewayId: string): DedicatedLine {
    return new DedicatedLine(gatewayId);
  }

  /**
   * A transit gateway that exists. The network is attached with a route table of its own, so that it reaches the line and
   * none of the other networks; nothing is associated by default. The profile has to name its zone in `facts.zoneOf`.
   *
   * @param gatewayId id of the transit gateway
   * @param lineAttachmentId id of the attachment of the line
   */
  public static transitGateway(gatewayId: string, lineAttachmentId: string): DedicatedLine {
    return new DedicatedLine(gatewayId, lineAttachmentId);
  }

  private constructor(
    /** Id of the gateway. */
    public readonly gatewayId: string,
    /** Id of the attachment of the line, of a transit gateway only. */
    public readonly lineAttachmentId?: string,
  ) {}
}

/** Properties of a `DedicatedConnection`. */
export interface DedicatedConnectionProps {
  /** The network that is connected. */
  readonly network: IZoneNetwork;

  /** Where the line comes in. */
  readonly line: DedicatedLine;

  /** Addresses at the other end, as private IPv4 ranges of /8 at the widest; nothing else is reached by the line. */
  readonly peerCidrs: string[];

  /** Application number under which the connection was permitted (7.1(10)①). */
  readonly approval: string;
}

/**
 * The dedicated line between a zone and the city (4(1)③, 4(2)②): routes to the addresses that are named, and to nothing
 * else; never an association by default. Which ports may pass, security groups say, with `peers`:
 *
 *     for (const peer of connection.peers) service.connections.allowFrom(peer, ec2.Port.tcp(443));
 *
 * @throws if `peerCidrs` is empty, too wide, not private or within the network, or `approval` is empty.
 */
export class DedicatedConnection extends Construct {
  /** Addresses at the other end, as peers of security group rules. */
  public readonly peers: ec2.IPeer[];

  constructor(scope: Construct, id: string, props: DedicatedConnectionProps) {
    checkProps(scope, id, props);
    super(scope, id);
    const { network, line, peerCidrs } = props;
    this.peers = peerCidrs.map((cidr) => ec2.Peer.ipv4(cidr));
    if (line.lineAttachmentId === undefined) this.joinDirectConnect(network, line.gatewayId, peerCidrs);
    else this.attach(network, line.gatewayId, line.lineAttachmentId, peerCidrs);
    Tags.of(this).add(APPROVAL_TAG, props.approval);
  }

  private joinDirectConnect(
    network: IZoneNetwork,
    directConnectGatewayId: string,
    peerCidrs: string[],
  ): void {
    const gateway = new ec2.CfnVPNGateway(this, 'Gateway', { type: 'ipsec.1' });
    const attachment = new ec2.CfnVPCGatewayAttachment(this, 'Attachment', {
      vpcId: network.vpc.vpcId,
      vpnGatewayId: gateway.ref,
    });
    const association = new directconnect.CfnDirectConnectGatewayAssociation(this, 'Association', {
      directConnectGatewayId,
      associatedGatewayId: gateway.ref,
      // The other end learns of this network only.
      allowedPrefixesToDirectConnectGateway: [network.cidr],
    });
    association.node.addDependency(attachment);
    this.route(network, peerCidrs, { gatewayId: gateway.ref }, attachment);
  }

  private attach(
    network: IZoneNetwork,
    transitGatewayId: string,
    lineAttachmentId: string,
    peerCidrs: string[],
  ): void {
    const subnetIds = network.vpc.selectSubnets({
      subnetType: ec2.SubnetType.PRIVATE_ISOLATED,
      onePerAz: true,
    }).subnetIds;
    const attachment = new ec2.CfnTransitGatewayVpcAttachment(this, 'Attachment', {
      transitGatewayId,
      vpcId: network.vpc.vpcId,
      subnetIds,
    });
    const table = new ec2.CfnTransitGatewayRouteTable(this, 'Table', { transitGatewayId });
    new ec2.CfnTransitGatewayRouteTableAssociation(this, 'Association', {
      transitGatewayAttachmentId: attachment.ref,
      transitGatewayRouteTableId: table.ref,
    });
    peerCidrs.forEach((destinationCidrBlock, index) => {
      new ec2.CfnTransitGatewayRoute(this, `LineRoute${index + 1}`, {
        transitGatewayRouteTableId: table.ref,
        transitGatewayAttachmentId: lineAttachmentId,
        destinationCidrBlock,
      });
    });
    this.route(network, peerCidrs, { transitGatewayId }, attachment);
  }

  /** Routes are written one by one: what a line announces is not up to this side. */
  private route(
    network: IZoneNetwork,
    peerCidrs: string[],
    target: Pick<ec2.CfnRouteProps, 'gatewayId' | 'transitGatewayId'>,
    attachment: Construct,
  ): void {
    network.vpc.isolatedSubnets.forEach((subnet, zone) => {
      peerCidrs.forEach((destinationCidrBlock, index) => {
        new ec2.CfnRoute(this, `Route${zone + 1}-${index + 1}`, {
          routeTableId: subnet.routeTable.routeTableId,
          destinationCidrBlock,
          ...target,
        }).node.addDependency(attachment);
      });
    });
  }
}

function checkProps(scope: Construct, id: string, props: DedicatedConnectionProps): void {
  const errors = new PropErrors('DedicatedConnection');
  if (props.peerCidrs.length === 0) errors.add('peerCidrs', 'must name at least one range');
  for (const cidr of props.peerCidrs) {
    errors.addIf('peerCidrs', privateRangeProblem(cidr));
    if (literal(cidr) === props.network.cidr) {
      errors.add('peerCidrs', `must be of the other end, but '${cidr}' is the network itself`);
    }
  }
  if (literal(props.approval)?.trim() === '') errors.add('approval', 'must not be empty');
  errors.throwIfAny(scope, id);
}
