import { App, Aspects, CfnResource, Stack, Tags } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { CfnInstance, CfnLaunchTemplate, LaunchTemplate } from 'aws-cdk-lib/aws-ec2';
import { AnyPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnKey, Key, KeySpec } from 'aws-cdk-lib/aws-kms';
import { CfnLogGroup, LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { CfnDBCluster, CfnDBInstance } from 'aws-cdk-lib/aws-rds';
import {
  Bucket,
  BucketAccessControl,
  BucketPolicy,
  CfnBucket,
  CfnBucketPolicy,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { CfnTopic, Topic } from 'aws-cdk-lib/aws-sns';
import { CfnQueue, CfnQueuePolicy, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { SafeDefaults, type SafeDefaultsProps } from '../../aspects';

beforeAll(() => {
  process.env['CDK_VALIDATION'] = 'false';
});

let stack: Stack;
beforeEach(() => {
  stack = new Stack();
});

function apply(props?: SafeDefaultsProps): { template: Template; changed: string[] } {
  const defaults = SafeDefaults.apply(stack, props);
  const template = Template.fromStack(stack);
  return {
    template,
    changed: defaults.changes.map(
      ({ constructPath, property }) => `${constructPath.replace('Default/', '')} ${property}`,
    ),
  };
}

const DENY = Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } });
const onlyOne = (template: Template, type: string) =>
  Object.values(template.findResources(type))[0]?.Properties;

describe('properties that nobody wrote are set', () => {
  test('retention of logs', () => {
    new CfnLogGroup(stack, 'Logs');
    const { template, changed } = apply();
    template.hasResourceProperties('AWS::Logs::LogGroup', { RetentionInDays: 365 });
    expect(changed).toEqual(['Logs RetentionInDays']);
  });

  test('retention of logs, to the days asked for', () => {
    new CfnLogGroup(stack, 'Logs');
    apply({ logRetentionDays: 1827 }).template.hasResourceProperties('AWS::Logs::LogGroup', {
      RetentionInDays: 1827,
    });
    expect(() => new SafeDefaults({ logRetentionDays: 366 })).toThrow('`logRetentionDays`');
  });

  test('rotation of keys', () => {
    new Key(stack, 'Key');
    apply().template.hasResourceProperties('AWS::KMS::Key', { EnableKeyRotation: true });
  });

  test('closed buckets', () => {
    new CfnBucket(stack, 'Bucket');
    apply().template.hasResourceProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
  });

  test('the metadata service of instances', () => {
    new CfnInstance(stack, 'Instance');
    new CfnLaunchTemplate(stack, 'Raw', {
      launchTemplateData: { metadataOptions: { httpPutResponseHopLimit: 1 } },
    });
    new LaunchTemplate(stack, 'Template');
    const { template, changed } = apply();
    template.hasResourceProperties('AWS::EC2::Instance', { MetadataOptions: { HttpTokens: 'required' } });
    template.allResourcesProperties('AWS::EC2::LaunchTemplate', {
      LaunchTemplateData: { MetadataOptions: { HttpTokens: 'required' } },
    });
    template.hasResourceProperties('AWS::EC2::LaunchTemplate', {
      LaunchTemplateData: { MetadataOptions: { HttpPutResponseHopLimit: 1 } },
    });
    expect(changed).toHaveLength(3);
  });

  test('tags of snapshots, but not for the instances of a cluster', () => {
    new CfnDBCluster(stack, 'Cluster');
    new CfnDBInstance(stack, 'Member', { dbClusterIdentifier: 'c' });
    new CfnDBInstance(stack, 'Alone');
    expect(apply().changed).toEqual(['Cluster CopyTagsToSnapshot', 'Alone CopyTagsToSnapshot']);
  });

  test('generic resources too', () => {
    new CfnResource(stack, 'Logs', { type: 'AWS::Logs::LogGroup', properties: { LogGroupName: 'x' } });
    new CfnResource(stack, 'Images', { type: 'AWS::ECR::Repository' });
    const { template } = apply();
    template.hasResourceProperties('AWS::Logs::LogGroup', { LogGroupName: 'x', RetentionInDays: 365 });
    template.hasResourceProperties('AWS::ECR::Repository', {
      ImageScanningConfiguration: { ScanOnPush: true },
    });
  });
});

describe('what somebody wrote stays', () => {
  test('properties', () => {
    new CfnLogGroup(stack, 'Logs', { retentionInDays: 7 });
    new CfnKey(stack, 'Key', { keyPolicy: {}, enableKeyRotation: false });
    new CfnInstance(stack, 'Instance', { metadataOptions: { httpTokens: 'optional' } });
    new CfnResource(stack, 'Generic', { type: 'AWS::Logs::LogGroup', properties: { RetentionInDays: 3 } });
    expect(apply().changed).toEqual([]);
  });

  test('overrides, and their removal', () => {
    new CfnLogGroup(stack, 'Short').addPropertyOverride('RetentionInDays', 3);
    new CfnLogGroup(stack, 'Ever').addPropertyDeletionOverride('RetentionInDays');
    new CfnInstance(stack, 'Instance').addPropertyOverride('MetadataOptions.HttpTokens', 'optional');
    expect(apply().changed).toEqual([]);
  });

  test('logs that are kept for ever on purpose', () => {
    new LogGroup(stack, 'Ever', { retention: RetentionDays.INFINITE });
    expect(apply().changed).toEqual([]);
  });

  test('keys that do not rotate', () => {
    new Key(stack, 'Key', { keySpec: KeySpec.RSA_4096 });
    expect(apply().changed).toEqual([]);
  });

  test('queues with a key', () => {
    const encryptionMasterKey = new Key(stack, 'Key', { enableKeyRotation: true });
    new Queue(stack, 'Queue', { encryption: QueueEncryption.KMS, encryptionMasterKey, enforceSSL: true });
    expect(apply().changed).toEqual([]);
  });

  test('buckets that are meant for everyone', () => {
    new Bucket(stack, 'Acl', {
      accessControl: BucketAccessControl.PUBLIC_READ,
      objectOwnership: ObjectOwnership.OBJECT_WRITER,
      enforceSSL: true,
    });
    const open = new CfnBucket(stack, 'Policy');
    new CfnBucketPolicy(stack, 'Open', {
      bucket: open.ref,
      policyDocument: {
        Statement: [
          {
            Effect: 'Allow',
            Principal: '*',
            Action: 's3:GetObject',
            Resource: '*',
            Condition: { Bool: { 'aws:SecureTransport': 'true' } },
          },
        ],
      },
    });
    expect(apply().changed).toEqual([]);
  });
});

describe('TLS only', () => {
  test('a bucket, a queue and a topic without a policy get one', () => {
    new CfnBucket(stack, 'RawBucket');
    new Bucket(stack, 'Bucket');
    new CfnQueue(stack, 'RawQueue');
    new Queue(stack, 'Queue');
    new CfnTopic(stack, 'RawTopic');
    new Topic(stack, 'Topic');
    const { template, changed } = apply();
    for (const type of ['AWS::S3::BucketPolicy', 'AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy']) {
      template.resourceCountIs(type, 2);
      template.allResourcesProperties(type, { PolicyDocument: { Statement: Match.arrayWith([DENY]) } });
    }
    expect(changed.filter((change) => change.endsWith('new policy'))).toHaveLength(6);
  });

  test('a first topic policy keeps what the account may do', () => {
    new Topic(stack, 'Topic');
    apply().template.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Allow',
            Condition: { StringEquals: { 'AWS:SourceOwner': { Ref: 'AWS::AccountId' } } },
          }),
        ]),
      },
    });
  });

  test.each(['construct', 'resource'])('a policy that is there is added to: %s', (kind) => {
    const bucket = new Bucket(stack, 'Bucket');
    const allow = new PolicyStatement({
      principals: [new AnyPrincipal()],
      actions: ['s3:GetObject'],
      resources: ['*'],
    });
    if (kind === 'construct')
      new BucketPolicy(stack, 'Own', { bucket: bucket as IBucket }).document.addStatements(allow);
    else {
      const policyDocument = { Statement: [allow.toStatementJson()] };
      new CfnBucketPolicy(stack, 'Own', { bucket: bucket.bucketName, policyDocument });
    }
    const { template, changed } = apply();
    template.resourceCountIs('AWS::S3::BucketPolicy', 1);
    expect(onlyOne(template, 'AWS::S3::BucketPolicy')?.['PolicyDocument'].Statement).toHaveLength(2);
    expect(changed).toEqual(['Bucket/Resource policy']);
  });

  test('a policy in another stack is found', () => {
    const app = new App();
    const [producer, consumer] = [new Stack(app, 'Producer'), new Stack(app, 'Consumer')];
    const queue = new CfnQueue(producer, 'Queue');
    new CfnQueuePolicy(consumer, 'Policy', {
      queues: [queue.ref],
      policyDocument: new PolicyDocument({
        statements: [
          new PolicyStatement({
            principals: [new AnyPrincipal()],
            actions: ['sqs:SendMessage'],
            resources: ['*'],
          }),
        ],
      }),
    });
    SafeDefaults.apply(app);
    Template.fromStack(producer).resourceCountIs('AWS::SQS::QueuePolicy', 0);
    Template.fromStack(consumer).hasResourceProperties('AWS::SQS::QueuePolicy', {
      PolicyDocument: { Statement: Match.arrayWith([DENY]) },
    });
  });

  test('a policy that minds TLS is left alone', () => {
    new Bucket(stack, 'Bucket', { enforceSSL: true });
    expect(apply().changed).toEqual([]);
  });
});

test('other aspects see what was set, and nothing is set twice', () => {
  const group = new CfnLogGroup(stack, 'Logs');
  const seen: unknown[] = [];
  Aspects.of(stack).add({ visit: (node) => node === group && seen.push(group.retentionInDays) });
  Tags.of(stack).add('a', 'b');
  const defaults = SafeDefaults.apply(stack);
  Template.fromStack(stack);
  Template.fromStack(stack);
  expect(seen).toEqual([365]);
  expect(defaults.changes).toEqual([
    {
      constructPath: 'Default/Logs',
      resourceType: 'AWS::Logs::LogGroup',
      property: 'RetentionInDays',
      value: '365',
      clause: '7.1(6)①',
    },
  ]);
  expect(group.node.metadata.map(({ data }) => String(data))).toContainEqual(
    expect.stringContaining('RetentionInDays = 365'),
  );
});
