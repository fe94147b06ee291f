import { type CfnResource, Token } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { allowsEveryone, policiesOf } from './resource-policies';
import { isWritten, readProperty } from './written';

/** A property that may be filled in without a decision. */
export interface PropertyDefault {
  readonly type: string;
  /** CloudFormation path of the property. */
  readonly property: string;
  readonly clause: string;
  readonly value: unknown;
  /** What makes it a decision after all. */
  readonly unless?: (node: CfnResource) => boolean;
}

const PUBLIC_ACCESS_BLOCK = {
  blockPublicAcls: true,
  blockPublicPolicy: true,
  ignorePublicAcls: true,
  restrictPublicBuckets: true,
};

/** The table of what is filled in, for a retention of logs in days. */
export function propertyDefaults(logRetentionDays: number): readonly PropertyDefault[] {
  return [
    {
      type: 'AWS::Logs::LogGroup',
      property: 'RetentionInDays',
      clause: '7.1(6)①',
      value: logRetentionDays,
      unless: (node) => isKeptForEver(node) || readProperty(node, 'LogGroupClass') === 'DELIVERY',
    },
    {
      type: 'AWS::KMS::Key',
      property: 'EnableKeyRotation',
      clause: '4(1)④',
      value: true,
      unless: (node) => !isRotatable(node),
    },
    {
      type: 'AWS::S3::Bucket',
      property: 'PublicAccessBlockConfiguration',
      clause: '7.2(1)①',
      value: PUBLIC_ACCESS_BLOCK,
      unless: isMeantForEveryone,
    },
    {
      type: 'AWS::SQS::Queue',
      property: 'SqsManagedSseEnabled',
      clause: '4(1)④',
      value: true,
      unless: (node) => isWritten(node, 'KmsMasterKeyId'),
    },
    {
      type: 'AWS::EC2::Instance',
      property: 'MetadataOptions.HttpTokens',
      clause: '7.2(5)',
      value: 'required',
    },
    {
      type: 'AWS::EC2::LaunchTemplate',
      property: 'LaunchTemplateData.MetadataOptions.HttpTokens',
      clause: '7.2(5)',
      value: 'required',
    },
    {
      type: 'AWS::AutoScaling::LaunchConfiguration',
      property: 'MetadataOptions.HttpTokens',
      clause: '7.2(5)',
      value: 'required',
    },
    { type: 'AWS::RDS::DBCluster', property: 'CopyTagsToSnapshot', clause: '3(1)', value: true },
    {
      type: 'AWS::RDS::DBInstance',
      property: 'CopyTagsToSnapshot',
      clause: '3(1)',
      value: true,
      // The instances of a cluster take no snapshots of their own.
      unless: (node) => isWritten(node, 'DBClusterIdentifier'),
    },
    { type: 'AWS::CloudTrail::Trail', property: 'EnableLogFileValidation', clause: '7.1(6)②', value: true },
    {
      type: 'AWS::ECR::Repository',
      property: 'ImageScanningConfiguration',
      clause: '7.6(1)①',
      value: { scanOnPush: true },
    },
  ];
}

/** The construct LogGroup keeps logs for two years unless told otherwise: nothing written means for ever. */
function isKeptForEver(node: CfnResource): boolean {
  const { scope } = node.node;
  return scope instanceof LogGroup && scope.node.defaultChild === node;
}

/** KMS rotates only symmetric keys of its own making. */
function isRotatable(node: CfnResource): boolean {
  const fits = (property: string, plain: string) =>
    [undefined, plain].includes(readProperty(node, property) as string);
  return (
    fits('KeySpec', 'SYMMETRIC_DEFAULT') && fits('KeyUsage', 'ENCRYPT_DECRYPT') && fits('Origin', 'AWS_KMS')
  );
}

const CLOSED_ACLS: readonly unknown[] = [
  undefined,
  'Private',
  'LogDeliveryWrite',
  'BucketOwnerRead',
  'BucketOwnerFullControl',
];

function isMeantForEveryone(bucket: CfnResource): boolean {
  const acl = readProperty(bucket, 'AccessControl');
  return (
    Token.isUnresolved(acl) ||
    !CLOSED_ACLS.includes(acl) ||
    isWritten(bucket, 'WebsiteConfiguration') ||
    policiesOf(bucket).some(allowsEveryone)
  );
}
