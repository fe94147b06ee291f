import { ArchiveBucketKeepsLogs } from '../../../lib/rules/logging/ArchiveBucketKeepsLogs';
import { ArchiveBucketObjectLock } from '../../../lib/rules/logging/ArchiveBucketObjectLock';
import { ArchiveBucketVersioned } from '../../../lib/rules/logging/ArchiveBucketVersioned';
import { ruleCases } from '../../helpers/rule-cases';

const bucket = (properties: object = {}) => ({ Type: 'AWS::S3::Bucket', Properties: properties });
const locked = (retention: object = { Mode: 'COMPLIANCE', Days: 365 }) => ({
  ObjectLockEnabled: true,
  ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled', Rule: { DefaultRetention: retention } },
});
const arn = { 'Fn::GetAtt': ['Archive', 'Arn'] };
const ref = { Ref: 'Archive' };
const trail = (S3BucketName: unknown = ref) => ({
  Type: 'AWS::CloudTrail::Trail',
  Properties: { IsLogging: true, S3BucketName },
});
const flowLog = (LogDestination: unknown) => ({
  Type: 'AWS::EC2::FlowLog',
  Properties: {
    ResourceId: 'vpc-1',
    ResourceType: 'VPC',
    TrafficType: 'ALL',
    LogDestinationType: 's3',
    LogDestination,
  },
});
const balancer = (name: unknown = ref) => ({
  Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  Properties: {
    LoadBalancerAttributes: [
      { Key: 'access_logs.s3.enabled', Value: 'true' },
      { Key: 'access_logs.s3.bucket', Value: name },
    ],
  },
});
const copyTo = (Bucket: unknown, rule: object = {}) => ({
  VersioningConfiguration: { Status: 'Enabled' },
  ReplicationConfiguration: {
    Role: 'arn:aws:iam::111122223333:role/copy',
    Rules: [{ Status: 'Enabled', Filter: { Prefix: '' }, Destination: { Bucket }, ...rule }],
  },
});
const parameters = { Parameters: { P: { Type: 'String', Default: '365' } } };
const subject = 'Archive';

ruleCases(ArchiveBucketObjectLock, [
  {
    name: 'accepts a year in compliance mode',
    expect: 'compliant',
    resources: { Archive: bucket(locked()), T: trail() },
  },
  {
    name: 'counts years as 365 days',
    expect: 'compliant',
    resources: { Archive: bucket(locked({ Mode: 'COMPLIANCE', Years: '1' })), T: trail() },
  },
  {
    name: 'accepts a lock that only its configuration switches on',
    expect: 'compliant',
    resources: { Archive: bucket({ ...locked(), ObjectLockEnabled: { Ref: 'AWS::NoValue' } }), T: trail() },
  },
  {
    name: 'refuses the bucket of a trail without a lock',
    expect: 'violation',
    resources: { Archive: bucket(), T: trail() },
    property: 'ObjectLockConfiguration',
  },
  {
    name: 'refuses a lock without a default retention: nothing is locked by it',
    expect: 'violation',
    resources: { Archive: bucket({ ObjectLockEnabled: true }), T: trail() },
  },
  {
    name: 'refuses governance mode',
    expect: 'violation',
    resources: { Archive: bucket(locked({ Mode: 'GOVERNANCE', Days: 400 })), T: trail() },
    property: /Mode$/,
  },
  {
    name: 'refuses a month',
    expect: 'violation',
    resources: { Archive: bucket(locked({ Mode: 'COMPLIANCE', Days: 30 })), T: trail() },
    property: /Days$/,
  },
  {
    name: 'takes the period from the profile',
    expect: 'violation',
    profile: { minimumArchiveLockDays: 1096 },
    resources: { Archive: bucket(locked()), T: trail() },
  },
  {
    name: 'follows a flow log by an ARN built from the bucket, with a folder',
    expect: 'violation',
    resources: { Archive: bucket(), F: flowLog({ 'Fn::Sub': 'arn:aws:s3:::${Archive}/flow-logs/' }) },
  },
  {
    name: 'follows a flow log by Fn::Join of the ARN',
    expect: 'violation',
    resources: { Archive: bucket(), F: flowLog({ 'Fn::Join': ['', [arn, '/vpc']] }) },
  },
  {
    name: 'follows a name that is written in two places',
    expect: 'violation',
    resources: {
      Archive: bucket({ BucketName: { 'Fn::Sub': 'logs-${AWS::AccountId}' } }),
      T: trail({ 'Fn::Sub': 'logs-${AWS::AccountId}' }),
    },
  },
  {
    name: 'does not take a bucket for another one whose name it is a part of',
    expect: 'compliant',
    resources: { Archive: bucket(), T: trail({ 'Fn::Sub': '${Archive}-logs' }) },
  },
  {
    name: 'follows the access log of a load balancer',
    expect: 'violation',
    resources: { Archive: bucket(), B: balancer() },
  },
  {
    name: 'follows logs through Firehose',
    expect: 'violation',
    resources: {
      Archive: bucket(),
      Stream: {
        Type: 'AWS::KinesisFirehose::DeliveryStream',
        Properties: { ExtendedS3DestinationConfiguration: { BucketARN: arn } },
      },
      Filter: {
        Type: 'AWS::Logs::SubscriptionFilter',
        Properties: {
          LogGroupName: '/app',
          DestinationArn: { 'Fn::GetAtt': ['Stream', 'Arn'] },
          FilterPattern: '',
        },
      },
    },
  },
  {
    name: 'leaves out a Firehose that carries no logs',
    expect: 'compliant',
    resources: {
      Archive: bucket(),
      Stream: {
        Type: 'AWS::KinesisFirehose::DeliveryStream',
        Properties: { ExtendedS3DestinationConfiguration: { BucketARN: arn } },
      },
    },
  },
  {
    name: 'recognizes an archive by who may write to it, also from other accounts',
    expect: 'violation',
    resources: {
      Archive: bucket(),
      Policy: {
        Type: 'AWS::S3::BucketPolicy',
        Properties: {
          Bucket: ref,
          PolicyDocument: {
            Statement: {
              Effect: 'Allow',
              Principal: { Service: 'cloudtrail.amazonaws.com' },
              Action: 's3:Put*',
              Resource: { 'Fn::Sub': '${Archive.Arn}/*' },
            },
          },
        },
      },
    },
  },
  {
    name: 'follows an export into another template',
    expect: 'violation',
    subject,
    template: [
      { Resources: { Archive: bucket() }, Outputs: { N: { Value: ref, Export: { Name: 'archive' } } } },
      { Resources: { T: trail({ 'Fn::ImportValue': 'archive' }) } },
    ],
  },
  {
    name: 'leaves a bucket alone that takes in no logs',
    expect: 'compliant',
    resources: { Archive: bucket() },
  },
  {
    name: 'leaves out server access logs, which S3 does not deliver to a locked bucket',
    expect: 'compliant',
    subject,
    resources: { Archive: bucket(), Data: bucket({ LoggingConfiguration: { DestinationBucketName: ref } }) },
  },
  {
    name: 'leaves out AWS Config, which does not deliver to a locked bucket',
    expect: 'compliant',
    resources: {
      Archive: bucket(),
      C: { Type: 'AWS::Config::DeliveryChannel', Properties: { S3BucketName: ref } },
    },
  },
  {
    name: 'accepts a bucket all of which is copied to a locked one',
    expect: 'compliant',
    subject,
    resources: {
      Archive: bucket(copyTo({ 'Fn::GetAtt': ['Vault', 'Arn'] })),
      Vault: bucket(locked()),
      B: balancer(),
    },
  },
  {
    name: 'refuses a copy to a bucket that is not locked either',
    expect: 'violation',
    subject,
    resources: {
      Archive: bucket(copyTo({ 'Fn::GetAtt': ['Vault', 'Arn'] })),
      Vault: bucket(),
      B: balancer(),
    },
  },
  {
    name: 'refuses a copy of a part',
    expect: 'violation',
    subject,
    resources: {
      Archive: bucket(copyTo({ 'Fn::GetAtt': ['Vault', 'Arn'] }, { Filter: { Prefix: 'a/' } })),
      Vault: bucket(locked()),
      B: balancer(),
    },
  },
  {
    name: 'cannot tell whether a bucket elsewhere is locked',
    expect: 'undetermined',
    resources: { Archive: bucket(copyTo('arn:aws:s3:::central-archive')), B: balancer() },
  },
  {
    name: 'cannot tell a period that a parameter chooses',
    expect: 'undetermined',
    template: {
      ...parameters,
      Resources: { Archive: bucket(locked({ Mode: 'COMPLIANCE', Days: { Ref: 'P' } })), T: trail() },
    },
  },
  {
    name: 'judges under the condition of the trail',
    expect: 'violation',
    template: {
      Parameters: { Env: { Type: 'String', AllowedValues: ['production', 'test'] } },
      Conditions: { Production: { 'Fn::Equals': [{ Ref: 'Env' }, 'production'] } },
      Resources: { Archive: bucket(), T: { ...trail(), Condition: 'Production' } },
    },
    message: /when Env is "production"/,
  },
]);

const expiring = (rule: object, more: object = {}) =>
  bucket({ ...more, LifecycleConfiguration: { Rules: [{ Status: 'Enabled', ...rule }] } });
ruleCases(ArchiveBucketKeepsLogs, [
  {
    name: 'accepts a bucket without a lifecycle',
    expect: 'compliant',
    resources: { Archive: bucket(), T: trail() },
  },
  {
    name: 'accepts a year',
    expect: 'compliant',
    resources: { Archive: expiring({ ExpirationInDays: 365 }), T: trail() },
  },
  {
    name: 'refuses a quarter',
    expect: 'violation',
    resources: { Archive: expiring({ ExpirationInDays: '90' }), T: trail() },
    property: /ExpirationInDays$/,
  },
  {
    name: 'refuses a quarter for server access logs',
    expect: 'violation',
    subject,
    resources: {
      Archive: expiring({ ExpirationInDays: 90 }),
      Data: bucket({ LoggingConfiguration: { DestinationBucketName: ref } }),
    },
  },
  {
    name: 'refuses a bucket that logs to itself and expires',
    expect: 'violation',
    resources: {
      Archive: expiring({ ExpirationInDays: 7 }, { LoggingConfiguration: { LogFilePrefix: 'log/' } }),
    },
  },
  {
    name: 'lets rules be that are disabled, that are for tagged objects, or that only move objects',
    expect: 'compliant',
    resources: {
      Archive: bucket({
        LifecycleConfiguration: {
          Rules: [
            { Status: 'Disabled', ExpirationInDays: 1 },
            { Status: 'Enabled', ExpirationInDays: 1, TagFilters: [{ Key: 'a', Value: 'b' }] },
            { Status: 'Enabled', Transitions: [{ StorageClass: 'GLACIER', TransitionInDays: 30 }] },
            { Status: 'Enabled', AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } },
          ],
        },
      }),
      T: trail(),
    },
  },
  {
    name: 'accepts an expiry in a bucket that is locked for the period: no version goes',
    expect: 'compliant',
    resources: { Archive: expiring({ ExpirationInDays: 90 }, locked()), T: trail() },
  },
  {
    name: 'cannot tell whether logs have a prefix',
    expect: 'undetermined',
    resources: { Archive: expiring({ ExpirationInDays: 1, Prefix: 'tmp/' }), T: trail() },
    property: /Prefix$/,
  },
  {
    name: 'cannot tell a period that a parameter chooses',
    expect: 'undetermined',
    template: {
      ...parameters,
      Resources: { Archive: expiring({ ExpirationInDays: { Ref: 'P' } }), T: trail() },
    },
  },
  {
    name: 'leaves a bucket alone that takes in no logs',
    expect: 'compliant',
    resources: { Archive: expiring({ ExpirationInDays: 1 }) },
  },
]);

const accessLogsTo = bucket({ LoggingConfiguration: { DestinationBucketName: ref } });
ruleCases(ArchiveBucketVersioned, [
  {
    name: 'accepts versions',
    expect: 'compliant',
    subject,
    resources: { Archive: bucket({ VersioningConfiguration: { Status: 'Enabled' } }), Data: accessLogsTo },
  },
  {
    name: 'refuses a bucket of access logs without versions',
    expect: 'violation',
    subject,
    resources: { Archive: bucket(), Data: accessLogsTo },
    property: 'VersioningConfiguration.Status',
  },
  {
    name: 'refuses versions that are suspended',
    expect: 'violation',
    subject,
    resources: { Archive: bucket({ VersioningConfiguration: { Status: 'Suspended' } }), Data: accessLogsTo },
  },
  {
    name: 'leaves to Object Lock what can be locked',
    expect: 'compliant',
    resources: { Archive: bucket(), T: trail() },
  },
  {
    name: 'cannot tell a parameter',
    expect: 'undetermined',
    subject,
    template: {
      ...parameters,
      Resources: {
        Archive: bucket({ VersioningConfiguration: { Status: { Ref: 'P' } } }),
        Data: accessLogsTo,
      },
    },
  },
]);
