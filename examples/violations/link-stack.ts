import type { StackProps } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import { TokyoStack } from './tokyo-stack';

export interface LinkStackProps extends StackProps {
  readonly residentRecord: ec2.IVpc;
  readonly groupware: ec2.IVpc;
  readonly reservation: ec2.IVpc;
}

/** "The three systems exchange data at night." */
export class LinkStack extends TokyoStack {
  constructor(scope: Construct, id: string, props: LinkStackProps) {
    super(scope, id, props);

    // 4(1)①: the My Number zone meets the LGWAN zone, on all ports.
    const peering = new ec2.CfnVPCPeeringConnection(this, 'Peering', {
      vpcId: props.residentRecord.vpcId,
      peerVpcId: props.groupware.vpcId,
    });
    props.residentRecord.privateSubnets.forEach((subnet, index) => {
      new ec2.CfnRoute(this, `ToGroupware${index}`, {
        routeTableId: subnet.routeTable.routeTableId,
        destinationCidrBlock: '10.2.0.0/16',
        vpcPeeringConnectionId: peering.ref,
      });
    });

    // 4(1)①, 4(2)①: what a transit gateway is not told, it does: every attachment reaches every other.
    const gateway = new ec2.CfnTransitGateway(this, 'Gateway', {});
    for (const [name, vpc] of Object.entries({
      ResidentRecord: props.residentRecord,
      Groupware: props.groupware,
      Reservation: props.reservation,
    })) {
      new ec2.CfnTransitGatewayAttachment(this, `${name}Attachment`, {
        transitGatewayId: gateway.ref,
        vpcId: vpc.vpcId,
        subnetIds: vpc.publicSubnets.map((subnet) => subnet.subnetId),
      });
    }

    // 4(1)③: the city hall comes in over the Internet instead of a dedicated line.
    const cityHall = new ec2.CfnCustomerGateway(this, 'CityHall', {
      type: 'ipsec.1',
      ipAddress: '203.0.113.10',
      bgpAsn: 65000,
    });
    new ec2.CfnVPNConnection(this, 'Vpn', {
      type: 'ipsec.1',
      customerGatewayId: cityHall.ref,
      transitGatewayId: gateway.ref,
    });
  }
}
