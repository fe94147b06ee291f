import { EfsAccessPointSeparatesSections } from '../../../lib/rules/classification/EfsAccessPointSeparatesSections';
import { EfsMountedByAccessPoint } from '../../../lib/rules/classification/EfsMountedByAccessPoint';
import { OnlyApprovedServices } from '../../../lib/rules/classification/OnlyApprovedServices';
import { ruleCases } from '../../helpers/rule-cases';
import { ENV, either, make, NO_VALUE, ref } from '../network/pieces';

const bucket = make('AWS::S3::Bucket', {});
const queue = make('AWS::SQS::Queue', {});
const only = (...approvedServices: string[]) => ({ approvedServices });

ruleCases(OnlyApprovedServices, [
  {
    name: 'accepts services that the profile lists',
    expect: 'compliant',
    profile: only('AWS::S3', 'AWS::SQS'),
    example: true,
    resources: { Bucket: bucket, Queue: queue },
  },
  {
    name: 'refuses a service that it does not list',
    expect: 'violation',
    subject: 'Queue',
    profile: only('AWS::S3'),
    example: true,
    resources: { Bucket: bucket, Queue: queue },
  },
  {
    name: 'says so once for a service',
    expect: 'violation',
    profile: only('AWS::S3'),
    resources: { Queue: queue, Second: queue, Policy: make('AWS::SQS::QueuePolicy', {}) },
  },
  {
    name: 'refuses a service of somebody else',
    expect: 'violation',
    profile: only('AWS::S3'),
    resources: { Monitor: make('Datadog::Monitors::Monitor', {}) },
  },
  {
    name: 'asks nothing of what CloudFormation and CDK need themselves',
    expect: 'compliant',
    profile: only('AWS::S3'),
    resources: {
      Bucket: bucket,
      Meta: make('AWS::CDK::Metadata', {}),
      Custom: make('Custom::Thing', {}),
      Wait: make('AWS::CloudFormation::WaitConditionHandle', {}),
    },
  },
  {
    name: 'names the condition under which the service is used',
    expect: 'violation',
    subject: 'Queue',
    profile: only('AWS::S3'),
    message: /when Env is "test"/,
    template: {
      ...ENV,
      Conditions: { ...ENV.Conditions, Test: { 'Fn::Not': [{ Condition: 'Production' }] } },
      Resources: { Bucket: bucket, Queue: { ...queue, Condition: 'Test' } },
    },
  },
  {
    name: 'cannot tell which services a module uses',
    expect: 'undetermined',
    subject: 'Archive',
    profile: only('AWS::S3'),
    resources: { Bucket: bucket, Archive: make('City::Storage::Archive::MODULE', {}) },
  },
  {
    name: 'asks to see the record where the profile has no list',
    expect: 'evidence',
    message: /AWS::S3, AWS::SQS/,
    resources: { Bucket: bucket, Queue: queue },
  },
]);

const point = (more: Record<string, unknown>) =>
  make('AWS::EFS::AccessPoint', { FileSystemId: 'fs-1', PosixUser: { Uid: '1001', Gid: '1001' }, ...more });
const TEXT = { Parameters: { Text: { Type: 'String', Default: '/tax' } } };

ruleCases(EfsAccessPointSeparatesSections, [
  {
    name: 'accepts a user and a directory of a section',
    expect: 'compliant',
    example: true,
    resources: { Point: point({ RootDirectory: { Path: '/tax' } }) },
  },
  {
    name: 'reads absence of the directory as all of them',
    expect: 'violation',
    property: 'RootDirectory.Path',
    example: true,
    resources: { Point: point({}) },
  },
  {
    name: 'refuses the root',
    expect: 'violation',
    resources: { Point: point({ RootDirectory: { Path: '/' } }) },
  },
  {
    name: 'refuses whatever user the client says',
    expect: 'violation',
    property: 'PosixUser',
    resources: { Point: point({ PosixUser: NO_VALUE, RootDirectory: { Path: '/tax' } }) },
  },
  {
    name: 'refuses root, who passes over the rights of all files',
    expect: 'violation',
    property: 'PosixUser.Uid',
    resources: { Point: point({ PosixUser: { Uid: '0', Gid: '0' }, RootDirectory: { Path: '/tax' } }) },
  },
  {
    name: 'does not know a directory that is a parameter',
    expect: 'undetermined',
    template: { ...TEXT, Resources: { Point: point({ RootDirectory: { Path: ref('Text') } }) } },
  },
  {
    name: 'names the condition under which it is the root',
    expect: 'violation',
    message: /when Env is "test"/,
    template: {
      ...ENV,
      Resources: { Point: point({ RootDirectory: { Path: either('Production', '/tax', '/') } }) },
    },
  },
]);

const task = (AuthorizationConfig: unknown) =>
  make('AWS::ECS::TaskDefinition', {
    Volumes: [
      { Name: 'scratch' },
      { Name: 'files', EFSVolumeConfiguration: { FilesystemId: 'fs-1', AuthorizationConfig } },
    ],
  });
const job = (AuthorizationConfig: unknown) =>
  make('AWS::Batch::JobDefinition', {
    EcsProperties: {
      TaskProperties: [
        { Volumes: [{ EfsVolumeConfiguration: { FileSystemId: 'fs-1', AuthorizationConfig } }] },
      ],
    },
  });

ruleCases(EfsMountedByAccessPoint, [
  {
    name: 'accepts an access point and IAM',
    expect: 'compliant',
    example: true,
    resources: { Task: task({ AccessPointId: 'fsap-1', IAM: 'ENABLED' }) },
  },
  {
    name: 'refuses a mount of everything',
    expect: 'violation',
    example: true,
    resources: { Task: task(NO_VALUE) },
  },
  {
    name: 'refuses a mount without IAM',
    expect: 'violation',
    resources: { Task: task({ AccessPointId: 'fsap-1' }) },
  },
  {
    name: 'refuses IAM without an access point',
    expect: 'violation',
    resources: { Task: task({ IAM: 'ENABLED' }) },
  },
  {
    name: 'refuses a mount of a batch job',
    expect: 'violation',
    resources: { Job: job({ Iam: 'DISABLED' }) },
  },
  {
    name: 'accepts a mount of a batch job',
    expect: 'compliant',
    resources: { Job: job({ AccessPointId: 'fsap-1', Iam: 'ENABLED' }) },
  },
  {
    name: 'asks nothing of a task without EFS',
    expect: 'compliant',
    resources: { Task: make('AWS::ECS::TaskDefinition', { Volumes: [{ Name: 'scratch' }] }) },
  },
  {
    name: 'does not know a switch that is a parameter',
    expect: 'undetermined',
    template: { ...TEXT, Resources: { Task: task({ AccessPointId: 'fsap-1', IAM: ref('Text') }) } },
  },
  {
    name: 'names the condition under which everything is mounted',
    expect: 'violation',
    message: /when Env is "test"/,
    template: {
      ...ENV,
      Resources: { Task: task(either('Production', { AccessPointId: 'fsap-1', IAM: 'ENABLED' }, NO_VALUE)) },
    },
  },
]);
