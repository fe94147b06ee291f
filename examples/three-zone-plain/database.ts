import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as rds from 'aws-cdk-lib/aws-rds';
import type { Construct } from 'constructs';
import { addKey, addLogGroup } from './keys-and-logs';
import type { Network } from './network';

export interface DatabaseOptions {
  readonly network: Network;
  readonly name: string;
  readonly administratorName: string;
}

export interface Database {
  readonly cluster: rds.DatabaseCluster;
  readonly connections: ec2.Connections;
}

export function addDatabase(scope: Construct, id: string, options: DatabaseOptions): Database {
  const { vpc } = options.network;
  const key = addKey(scope, `${id}Key`, `Database ${options.name}`) as kms.IKey;
  const group = new ec2.SecurityGroup(scope, `${id}Group`, {
    vpc,
    description: 'Database',
    allowAllOutbound: false,
  });
  const instance: rds.ProvisionedClusterInstanceProps = {
    instanceType: ec2.InstanceType.of(ec2.InstanceClass.R7G, ec2.InstanceSize.LARGE),
    publiclyAccessible: false,
    autoMinorVersionUpgrade: true,
    caCertificate: rds.CaCertificate.RDS_CA_RSA2048_G1,
    enablePerformanceInsights: true,
    performanceInsightEncryptionKey: key,
  };
  const clusterIdentifier = `${options.name}-records`;
  const cluster = new rds.DatabaseCluster(scope, id, {
    engine: rds.DatabaseClusterEngine.auroraPostgres({ version: rds.AuroraPostgresEngineVersion.VER_17_9 }),
    clusterIdentifier,
    defaultDatabaseName: options.name,
    credentials: rds.Credentials.fromUsername(options.administratorName, { encryptionKey: key }),
    manageMasterUserPassword: true,
    iamAuthentication: true,
    parameters: {
      'rds.force_ssl': '1',
      ssl_min_protocol_version: 'TLSv1.2',
      password_encryption: 'scram-sha-256',
      log_connections: '1',
      log_disconnections: '1',
      log_statement: 'ddl',
    },
    port: 5432,
    vpc,
    vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
    securityGroups: [group],
    writer: rds.ClusterInstance.provisioned('Writer', instance),
    readers: [rds.ClusterInstance.provisioned('Reader', { ...instance, promotionTier: 1 })],
    storageEncrypted: true,
    storageEncryptionKey: key,
    backup: { retention: Duration.days(35) },
    copyTagsToSnapshot: true,
    cloudwatchLogsExports: ['postgresql'],
    monitoringInterval: Duration.seconds(60),
    deletionProtection: true,
    removalPolicy: RemovalPolicy.SNAPSHOT,
  });
  // RDS would make a log group without a key and without an end.
  cluster.node.addDependency(
    addLogGroup(scope, `${id}Log`, key as kms.Key, `/aws/rds/cluster/${clusterIdentifier}/postgresql`),
  );
  return {
    cluster,
    connections: new ec2.Connections({ securityGroups: [group], defaultPort: ec2.Port.tcp(5432) }),
  };
}
