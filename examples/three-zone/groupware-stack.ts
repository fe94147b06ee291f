import { Stack, type StackProps } from 'aws-cdk-lib';
import { Peer } from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import { AccessLogBucket, EncryptedBucket, type ILogArchive, LgwanVpc } from '../../index';
import { WebService } from './web-service';

export interface GroupwareStackProps extends StackProps {
  readonly logArchive: ILogArchive;
  readonly certificateArn: string;
}

/** Groupware on the LGWAN side, apart from everything that touches the Internet: 4(2)①. */
export class GroupwareStack extends Stack {
  constructor(scope: Construct, id: string, props: GroupwareStackProps) {
    super(scope, id, props);

    const network = new LgwanVpc(this, 'Network', {
      cidr: '10.48.0.0/16',
      logArchive: props.logArchive,
    });
    const accessLogs = new AccessLogBucket(this, 'AccessLogs', { archive: props.logArchive });

    const attachments = new EncryptedBucket(this, 'Attachments', {
      accessLogBucket: accessLogs,
      supersededVersionDays: 90,
    });

    const service = new WebService(this, 'Service', {
      network,
      certificateArn: props.certificateArn,
      accessLogs,
      internetFacing: false,
      clients: Peer.ipv4(network.cidr),
    });
    attachments.grantReadWrite(service.taskRole);
  }
}
