import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as kms from 'aws-cdk-lib/aws-kms';
import { AuroraPostgresEngineVersion } from 'aws-cdk-lib/aws-rds';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import {
  AccessLogBucket,
  DatabaseEngine,
  EncryptedDatabase,
  type ILogArchive,
  InternetVpc,
  WebFirewall,
} from '../../index';
import { WebService } from './web-service';

export interface ReservationStackProps extends StackProps {
  readonly logArchive: ILogArchive;
  readonly certificateArn: string;
}

/** The site at which citizens reserve public halls: the only stack that the Internet can reach (7.1(9)). */
export class ReservationStack extends Stack {
  constructor(scope: Construct, id: string, props: ReservationStackProps) {
    super(scope, id, props);

    const network = new InternetVpc(this, 'Network', {
      cidr: '10.64.0.0/16',
      // 7.1(10)①: the application under which the connection to the Internet was permitted.
      approval: 'R8-021',
      logArchive: props.logArchive,
      interfaceEndpoints: [
        ec2.InterfaceVpcEndpointAwsService.ECR,
        ec2.InterfaceVpcEndpointAwsService.ECR_DOCKER,
        ec2.InterfaceVpcEndpointAwsService.S3,
        ec2.InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS,
        ec2.InterfaceVpcEndpointAwsService.SQS,
      ],
    });

    const reservations = new EncryptedDatabase(this, 'Reservations', {
      vpc: network.vpc,
      engine: DatabaseEngine.auroraPostgres(AuroraPostgresEngineVersion.VER_17_9),
      administratorName: 'yoyaku_kanri',
      databaseName: 'yoyaku',
    });

    // The balancer is in the public subnets; the containers have no public address and no way out.
    const service = new WebService(this, 'Service', {
      network,
      certificateArn: props.certificateArn,
      accessLogs: new AccessLogBucket(this, 'AccessLogs', { archive: props.logArchive }),
      internetFacing: true,
      clients: ec2.Peer.anyIpv4(),
    });
    // 7.1(10)④: a firewall in front of every web server that is open to the public.
    new WebFirewall(this, 'Firewall', { resourceArn: service.loadBalancer.loadBalancerArn });

    reservations.connections.allowDefaultPortFrom(service, 'Reservation service');
    reservations.grantConnect(service.taskRole, 'yoyaku_app');
    this.addNotices().grantSendMessages(service.taskRole);
  }

  /** Plain CDK constructs comply just as well, as long as somebody remembers every prop. */
  private addNotices(): sqs.Queue {
    const encryptionMasterKey = new kms.Key(this, 'NoticesKey', {
      description: 'Notices to citizens that wait for delivery',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const common = {
      encryption: sqs.QueueEncryption.KMS,
      encryptionMasterKey,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      removalPolicy: RemovalPolicy.RETAIN,
    };
    const undelivered = new sqs.Queue(this, 'UndeliveredNotices', common);
    return new sqs.Queue(this, 'Notices', {
      ...common,
      deadLetterQueue: { queue: undelivered, maxReceiveCount: 5 },
    });
  }
}
