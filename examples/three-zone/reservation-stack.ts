import { Stack, type StackProps } from 'aws-cdk-lib';
import { InterfaceVpcEndpointAwsService } from 'aws-cdk-lib/aws-ec2';
import { AuroraPostgresEngineVersion } from 'aws-cdk-lib/aws-rds';
import type { Construct } from 'constructs';
import {
  AccessLogBucket,
  DatabaseEngine,
  EncryptedDatabase,
  EncryptedQueue,
  type ILogArchive,
  InternetVpc,
  PrivateService,
  PublicWebFront,
} from '../../index';

export interface ReservationStackProps extends StackProps {
  readonly logArchive: ILogArchive;
  readonly certificateArn: string;
}

/** The site at which citizens reserve public halls: the only stack that the Internet can reach (7.1(9)). */
export class ReservationStack extends Stack {
  constructor(scope: Construct, id: string, props: ReservationStackProps) {
    super(scope, id, props);
    const { logArchive, certificateArn } = props;

    const { ECR, ECR_DOCKER, S3, CLOUDWATCH_LOGS, SQS } = InterfaceVpcEndpointAwsService;
    const network = new InternetVpc(this, 'Network', {
      cidr: '10.64.0.0/16',
      // 7.1(10)①: the application under which the connection to the Internet was permitted.
      approval: 'R8-021',
      logArchive,
      interfaceEndpoints: [ECR, ECR_DOCKER, S3, CLOUDWATCH_LOGS, SQS],
    });
    const reservations = new EncryptedDatabase(this, 'Reservations', {
      vpc: network.vpc,
      engine: DatabaseEngine.auroraPostgres(AuroraPostgresEngineVersion.VER_17_9),
      administratorName: 'yoyaku_kanri',
      databaseName: 'yoyaku',
    });

    // The balancer is in the public subnets; the containers have no public address and no way out.
    const service = new PrivateService(this, 'Service', { network, imageTag: '1.0.0' });
    const accessLogs = new AccessLogBucket(this, 'AccessLogs', { archive: logArchive });
    new PublicWebFront(this, 'Front', { network, service, certificateArn, accessLogs });

    reservations.connections.allowDefaultPortFrom(service, 'Reservation service');
    reservations.grantConnect(service, 'yoyaku_app');
    new EncryptedQueue(this, 'Notices').grantSendMessages(service);
  }
}
