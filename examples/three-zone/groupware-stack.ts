import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AccessLogBucket, EncryptedBucket, type ILogArchive, LgwanVpc, PrivateService } from '../../index';

export interface GroupwareStackProps extends StackProps {
  readonly logArchive: ILogArchive;
  readonly certificateArn: string;
}

/** Groupware on the LGWAN side, apart from everything that touches the Internet: 4(2)①. */
export class GroupwareStack extends Stack {
  constructor(scope: Construct, id: string, props: GroupwareStackProps) {
    super(scope, id, props);
    const { logArchive, certificateArn } = props;

    const network = new LgwanVpc(this, 'Network', { cidr: '10.48.0.0/16', logArchive });
    const accessLogs = new AccessLogBucket(this, 'AccessLogs', { archive: logArchive });
    const attachments = new EncryptedBucket(this, 'Attachments', { accessLogBucket: accessLogs });
    const service = new PrivateService(this, 'Service', {
      network,
      imageTag: '1.0.0',
      balancer: { certificateArn, accessLogs },
    });
    attachments.grantReadWrite(service);
  }
}
