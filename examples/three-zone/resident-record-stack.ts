import { Stack, type StackProps } from 'aws-cdk-lib';
import { AuroraPostgresEngineVersion } from 'aws-cdk-lib/aws-rds';
import type { Construct } from 'constructs';
import {
  AccessLogBucket,
  DatabaseEngine,
  EncryptedDatabase,
  type ILogArchive,
  MyNumberVpc,
  PrivateService,
} from '../../index';

export interface ResidentRecordStackProps extends StackProps {
  readonly logArchive: ILogArchive;
  readonly certificateArn: string;
}

/** Resident records. Nothing in here has a way to another zone or to the Internet: 4(1)①. */
export class ResidentRecordStack extends Stack {
  constructor(scope: Construct, id: string, props: ResidentRecordStackProps) {
    super(scope, id, props);
    const { logArchive, certificateArn } = props;

    const network = new MyNumberVpc(this, 'Network', { cidr: '10.32.0.0/16', logArchive });

    // The name is the city's own; the password is known to nobody: 7.2(1)③(オ).
    const records = new EncryptedDatabase(this, 'Records', {
      vpc: network.vpc,
      engine: DatabaseEngine.auroraPostgres(AuroraPostgresEngineVersion.VER_17_9),
      administratorName: 'juki_kanri',
      databaseName: 'juki',
    });

    const accessLogs = new AccessLogBucket(this, 'AccessLogs', { archive: logArchive });
    const service = new PrivateService(this, 'Service', {
      network,
      imageTag: '1.0.0',
      balancer: { certificateArn, accessLogs },
    });
    records.connections.allowDefaultPortFrom(service, 'Resident record service');
    records.grantConnect(service, 'juki_app');
  }
}
