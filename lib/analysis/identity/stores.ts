import type { Deployment } from '../../model/deployment';
import type { Resource } from '../../model/resource';
import { arnOf } from '../arn-pattern';

/** What gets at a resource of a type: reads or changes what it holds, or makes it run. */
export interface Uses {
  readonly actions: readonly string[];
  /** What stands behind its ARN, where the actions are about what is in it. */
  readonly suffix?: string;
}

/** Types that hold data, keys or credentials, or run something, with what gets at them. */
export const USES: Readonly<Record<string, Uses>> = {
  'AWS::S3::Bucket': { actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], suffix: '/*' },
  'AWS::DynamoDB::Table': {
    actions: [
      'dynamodb:GetItem',
      'dynamodb:Query',
      'dynamodb:Scan',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      'dynamodb:DeleteItem',
      'dynamodb:DeleteTable',
    ],
  },
  'AWS::DynamoDB::GlobalTable': {
    actions: [
      'dynamodb:GetItem',
      'dynamodb:Query',
      'dynamodb:Scan',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
    ],
  },
  'AWS::SQS::Queue': { actions: ['sqs:ReceiveMessage', 'sqs:SendMessage', 'sqs:PurgeQueue'] },
  'AWS::SNS::Topic': { actions: ['sns:Publish', 'sns:Subscribe'] },
  'AWS::Kinesis::Stream': { actions: ['kinesis:GetRecords', 'kinesis:PutRecord', 'kinesis:PutRecords'] },
  'AWS::SecretsManager::Secret': {
    actions: [
      'secretsmanager:GetSecretValue',
      'secretsmanager:PutSecretValue',
      'secretsmanager:DeleteSecret',
    ],
  },
  'AWS::RDS::DBCluster': {
    actions: ['rds:ModifyDBCluster', 'rds:DeleteDBCluster', 'rds-data:ExecuteStatement'],
  },
  'AWS::RDS::DBInstance': { actions: ['rds:ModifyDBInstance', 'rds:DeleteDBInstance'] },
  'AWS::OpenSearchService::Domain': {
    actions: ['es:ESHttpGet', 'es:ESHttpPost', 'es:ESHttpPut'],
    suffix: '/*',
  },
  'AWS::EFS::FileSystem': {
    actions: [
      'elasticfilesystem:ClientMount',
      'elasticfilesystem:ClientWrite',
      'elasticfilesystem:DeleteFileSystem',
    ],
  },
  'AWS::Backup::BackupVault': { actions: ['backup:DeleteBackupVault', 'backup:PutBackupVaultAccessPolicy'] },
  'AWS::ECR::Repository': { actions: ['ecr:BatchGetImage', 'ecr:PutImage', 'ecr:BatchDeleteImage'] },
  'AWS::Lambda::Function': { actions: ['lambda:InvokeFunction', 'lambda:UpdateFunctionCode'] },
  'AWS::StepFunctions::StateMachine': { actions: ['states:StartExecution', 'states:UpdateStateMachine'] },
  'AWS::Events::EventBus': { actions: ['events:PutEvents'] },
  'AWS::KMS::Key': { actions: ['kms:Decrypt', 'kms:ScheduleKeyDeletion', 'kms:PutKeyPolicy'] },
};

/** All that gets at anything, for asking once which of it a policy may name. */
export const ALL_USES: readonly string[] = [
  ...new Set(Object.values(USES).flatMap(({ actions }) => actions)),
];

export interface Target {
  readonly resource: Resource;
  readonly arn: string;
  readonly actions: readonly string[];
}

const targets = new WeakMap<Deployment, readonly Target[]>();

/** What of a deployment somebody may want to get at. */
export function targetsOf(deployment: Deployment): readonly Target[] {
  let found = targets.get(deployment);
  if (found === undefined) {
    found = Object.entries(USES).flatMap(([type, { actions, suffix }]) =>
      deployment.ofType(type).map((resource) => ({ resource, arn: arnOf(resource, suffix), actions })),
    );
    targets.set(deployment, found);
  }
  return found;
}
