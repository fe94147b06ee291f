import { type App, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Environment, Zone, ZoneMarking } from '../../index';
import { addDatabase } from './database';
import { type Archive, addAccessLogs, addArchive, addBucket, addKey, logRequestsTo } from './keys-and-logs';
import { addNetwork, limitNames } from './network';
import { addBackups, addTopic, addTrail, addVault } from './operation';
import { addFirewall, addService } from './service';
import { addVendorRole } from './vendor';

const ACCOUNT = '111122223333';
const TOKYO = { account: ACCOUNT, region: 'ap-northeast-1' };
const OSAKA = { account: ACCOUNT, region: 'ap-northeast-3' };
const {
  KMS,
  CLOUDWATCH_LOGS,
  CLOUDWATCH_MONITORING,
  SSM,
  SSM_MESSAGES,
  EC2_MESSAGES,
  SECRETS_MANAGER,
  ECR,
  ECR_DOCKER,
  STS,
  S3,
  SQS,
} = ec2.InterfaceVpcEndpointAwsService;
const USUAL = [
  KMS,
  CLOUDWATCH_LOGS,
  CLOUDWATCH_MONITORING,
  SSM,
  SSM_MESSAGES,
  EC2_MESSAGES,
  SECRETS_MANAGER,
  ECR,
  ECR_DOCKER,
  STS,
  S3,
];

/** The systems of `examples/three-zone`, written without its constructs: what they are short for. */
export function addPlainCity(app: App): void {
  const stack = (id: string, zone: Zone, confidentiality: number, props: StackProps): Stack => {
    const made = new Stack(app, id, { env: TOKYO, terminationProtection: true, ...props });
    ZoneMarking.of(made).declare({
      zone,
      confidentiality,
      integrity: 2,
      availability: 2,
      environment: Environment.PRODUCTION,
      plannedUseUntil: '2029-03-31',
    });
    return made;
  };

  addVault(stack('DisasterRecovery', Zone.MANAGEMENT, 3, { env: OSAKA }), 'city-disaster-recovery');
  const recoveryVaultArn = `arn:aws:backup:${OSAKA.region}:${ACCOUNT}:backup-vault:city-disaster-recovery`;

  const management = stack('Management', Zone.MANAGEMENT, 3, {});
  const topic = addTopic(management);
  const archive = addArchive(management);
  addTrail(management, archive, topic);
  addBackups(management, recoveryVaultArn, topic);
  addVendorRole(management, ['arn:aws:iam::444455556666:user/resident-record-maintenance']);

  addResidentRecords(stack('ResidentRecord', Zone.MY_NUMBER, 3, {}), archive);
  addGroupware(stack('Groupware', Zone.LGWAN, 2, {}), archive);
  addReservation(stack('Reservation', Zone.INTERNET, 2, {}), archive);
}

function addResidentRecords(stack: Stack, archive: Archive): void {
  const network = addNetwork(stack, { prefix: '10.32', archive, services: USUAL });
  const records = addDatabase(stack, 'Records', { network, name: 'juki', administratorName: 'juki_kanri' });
  const { service } = addService(stack, {
    network,
    certificateArn: certificate('11111111-1111-4111-8111-111111111111'),
    accessLogs: addAccessLogs(stack, 'AccessLogs', archive),
    internetFacing: false,
  });
  records.connections.allowDefaultPortFrom(service);
  records.cluster.grantConnect(service.taskDefinition.taskRole, 'juki_app');
}

function addGroupware(stack: Stack, archive: Archive): void {
  const network = addNetwork(stack, { prefix: '10.48', archive, services: USUAL });
  const accessLogs = addAccessLogs(stack, 'AccessLogs', archive);
  const attachments = addBucket(stack, 'Attachments', {
    encryption: s3.BucketEncryption.KMS,
    encryptionKey: addKey(stack, 'AttachmentsKey', 'Attachments') as kms.IKey,
    bucketKeyEnabled: true,
    lifecycleRules: [
      { abortIncompleteMultipartUploadAfter: Duration.days(7) },
      { noncurrentVersionExpiration: Duration.days(400) },
    ],
  });
  logRequestsTo(accessLogs, attachments);
  const { service } = addService(stack, {
    network,
    certificateArn: certificate('22222222-2222-4222-8222-222222222222'),
    accessLogs,
    internetFacing: false,
  });
  attachments.grantRead(service.taskDefinition.taskRole);
  attachments.grantPut(service.taskDefinition.taskRole);
  attachments.grantDelete(service.taskDefinition.taskRole);
}

function addReservation(stack: Stack, archive: Archive): void {
  const network = addNetwork(stack, {
    prefix: '10.64',
    archive,
    services: [ECR, ECR_DOCKER, S3, CLOUDWATCH_LOGS, SQS],
    internetApproval: 'R8-021',
  });
  limitNames(stack, network.vpc);
  const records = addDatabase(stack, 'Reservations', {
    network,
    name: 'yoyaku',
    administratorName: 'yoyaku_kanri',
  });
  const { service, loadBalancer } = addService(stack, {
    network,
    certificateArn: certificate('33333333-3333-4333-8333-333333333333'),
    accessLogs: addAccessLogs(stack, 'AccessLogs', archive),
    internetFacing: true,
  });
  addFirewall(stack, loadBalancer);
  records.connections.allowDefaultPortFrom(service);
  records.cluster.grantConnect(service.taskDefinition.taskRole, 'yoyaku_app');
  const queue: sqs.QueueProps = {
    encryption: sqs.QueueEncryption.KMS,
    encryptionMasterKey: addKey(stack, 'NoticesKey', 'Notices to citizens') as kms.IKey,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
    removalPolicy: RemovalPolicy.RETAIN,
  };
  new sqs.Queue(stack, 'Notices', {
    ...queue,
    deadLetterQueue: { queue: new sqs.Queue(stack, 'Undelivered', queue), maxReceiveCount: 5 },
  }).grantSendMessages(service.taskDefinition.taskRole);
}

function certificate(id: string): string {
  return `arn:aws:acm:${TOKYO.region}:${ACCOUNT}:certificate/${id}`;
}
