import { CfnParameter } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as kms from 'aws-cdk-lib/aws-kms';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { AccessLogBucket, InternetVpc, LogArchive, RetainedLogGroup } from '../../constructs';
import { failureOf, statementsOf, templateOf } from './support';

describe('LogArchive', () => {
  const template = templateOf((stack) => new LogArchive(stack, 'Archive'));
  const allowed = statementsOf(template, 'AWS::S3::BucketPolicy', 'PolicyDocument').filter(
    ({ Effect }) => Effect === 'Allow',
  );

  test('locks what arrives, for three years, against everybody (7.1(6)②, 3(2)⑥(イ))', () => {
    template.hasResource('AWS::S3::Bucket', {
      Properties: {
        ObjectLockEnabled: true,
        ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 1096 } } },
        VersioningConfiguration: { Status: 'Enabled' },
        LifecycleConfiguration: Match.absent(),
      },
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    });
  });

  test('encrypts with a customer managed key that rotates (4(1)④)', () => {
    const [key] = Object.keys(template.findResources('AWS::KMS::Key'));
    template.hasResource('AWS::KMS::Key', {
      Properties: { EnableKeyRotation: true },
      DeletionPolicy: 'Retain',
    });
    template.hasResourceProperties('AWS::S3::Bucket', {
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          {
            ServerSideEncryptionByDefault: {
              SSEAlgorithm: 'aws:kms',
              KMSMasterKeyID: { 'Fn::GetAtt': [key, 'Arn'] },
            },
          },
        ],
      },
    });
  });

  test('takes requests over TLS 1.2 only (5.3④)', () => {
    const denied = statementsOf(template, 'AWS::S3::BucketPolicy', 'PolicyDocument').map((s) => s.Condition);
    expect(denied).toContainEqual({ Bool: { 'aws:SecureTransport': 'false' } });
    expect(denied).toContainEqual({ NumericLessThan: { 's3:TlsVersion': 1.2 } });
  });

  test('lets nobody hide a log behind a delete marker (7.1(6)②)', () => {
    template.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Deny',
            Principal: { AWS: '*' },
            Action: ['s3:DeleteBucket', 's3:DeleteObject', 's3:DeleteObjectVersion'],
          }),
        ]),
      },
    });
  });

  test('lets in the services that deliver logs, on behalf of this account only', () => {
    expect(allowed.map((statement) => statement.Principal)).toEqual([
      { Service: 'delivery.logs.amazonaws.com' },
      { Service: 'delivery.logs.amazonaws.com' },
      { Service: 'cloudtrail.amazonaws.com' },
      { Service: 'cloudtrail.amazonaws.com' },
    ]);
    for (const { Condition } of allowed) {
      expect(Condition?.['StringEquals']).toMatchObject({ 'aws:SourceAccount': { Ref: 'AWS::AccountId' } });
    }
    const onKey = statementsOf(template, 'AWS::KMS::Key', 'KeyPolicy').slice(1);
    for (const { Condition } of onKey) {
      expect(Condition?.['StringEquals']).toEqual({ 'aws:SourceAccount': { Ref: 'AWS::AccountId' } });
    }
    expect(onKey).toHaveLength(2);
  });

  test('takes in the logs of other accounts that are named', () => {
    const shared = templateOf(
      (stack) => new LogArchive(stack, 'Archive', { sourceAccountIds: ['111122223333', '444455556666'] }),
    );
    const statements = statementsOf(shared, 'AWS::S3::BucketPolicy', 'PolicyDocument');
    const accounts = statements.flatMap(
      ({ Condition }) => Condition?.['StringEquals']?.['aws:SourceAccount'] ?? [],
    );
    expect(new Set(accounts)).toEqual(new Set(['111122223333', '444455556666']));
  });

  test('may be locked longer, never shorter than a year', () => {
    const longer = templateOf((stack) => new LogArchive(stack, 'Archive', { retentionDays: 3653 }));
    longer.hasResourceProperties('AWS::S3::Bucket', {
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Days: 3653 } } },
    });
    const message = failureOf(
      (stack) => new LogArchive(stack, 'Archive', { retentionDays: 90, sourceAccountIds: ['12'] }),
    );
    expect(message).toContain('`retentionDays` must be at least 365 days, but is 90');
    expect(message).toContain(
      "`sourceAccountIds` must hold account numbers of twelve digits, but holds '12'",
    );
  });

  test('accepts tokens', () => {
    templateOf(
      (stack) =>
        new LogArchive(stack, 'Archive', {
          sourceAccountIds: [new CfnParameter(stack, 'Account').valueAsString],
        }),
    ).resourceCountIs('AWS::S3::Bucket', 1);
  });
});

describe('AccessLogBucket', () => {
  const template = templateOf((stack) => {
    const archive = new LogArchive(stack, 'Archive');
    const logs = new AccessLogBucket(stack, 'AccessLogs', { archive });
    const { vpc } = new InternetVpc(stack, 'Network', { cidr: '10.64.0.0/16' });
    const balancer = new elbv2.ApplicationLoadBalancer(stack, 'Front', { vpc, internetFacing: true });
    logs.receiveFrom(balancer, 'front');
  });

  test('copies every log to the archive, under the archive’s key (7.1(6)③)', () => {
    const [key] = Object.keys(template.findResources('AWS::KMS::Key')).filter((id) =>
      id.startsWith('Archive'),
    );
    template.hasResourceProperties('AWS::S3::Bucket', {
      ReplicationConfiguration: {
        Rules: [
          Match.objectLike({
            Status: 'Enabled',
            Filter: { Prefix: '' },
            Destination: {
              Bucket: Match.anyValue(),
              EncryptionConfiguration: { ReplicaKmsKeyID: { 'Fn::GetAtt': [key, 'Arn'] } },
            },
          }),
        ],
      },
    });
  });

  test('lets its copying role do that and no more (7.2(1)①)', () => {
    const statements = statementsOf(template, 'AWS::IAM::Policy', 'PolicyDocument');
    expect(JSON.stringify(statements)).not.toMatch(/"(Resource|Action)":"\*"/);
    expect(JSON.stringify(statements)).not.toContain('s3:ObjectOwnerOverrideToBucketOwner');
  });

  test('has the encryption that those services demand, and is kept, versioned, over TLS only', () => {
    template.hasResource('AWS::S3::Bucket', {
      Properties: {
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        },
        ObjectLockEnabled: Match.absent(),
        VersioningConfiguration: { Status: 'Enabled' },
      },
      DeletionPolicy: 'Retain',
    });
  });

  test('turns on the access log of a load balancer, which drops malformed headers (7.1(6)①)', () => {
    template.hasResource('AWS::ElasticLoadBalancingV2::LoadBalancer', {
      Properties: {
        LoadBalancerAttributes: Match.arrayWith([
          { Key: 'access_logs.s3.enabled', Value: 'true' },
          { Key: 'access_logs.s3.prefix', Value: 'front' },
          { Key: 'routing.http.drop_invalid_header_fields.enabled', Value: 'true' },
        ]),
      },
      DependsOn: Match.arrayWith([Match.stringLikeRegexp('AccessLogs.*Policy')]),
    });
  });

  test.each(['', '/front', 'front/', 'AWSLogs'])('refuses %j as a prefix', (prefix) => {
    const message = failureOf((stack) => {
      const logs = new AccessLogBucket(stack, 'AccessLogs');
      const { vpc } = new InternetVpc(stack, 'Network', { cidr: '10.64.0.0/16' });
      logs.receiveFrom(new elbv2.ApplicationLoadBalancer(stack, 'Front', { vpc }), prefix);
      return logs;
    });
    expect(message).toContain('`prefix` must be a folder name');
  });
});

describe('RetainedLogGroup', () => {
  test('is encrypted, kept for three years, and outlives its stack (7.1(6)①, 7.1(6)②)', () => {
    templateOf((stack) => new RetainedLogGroup(stack, 'Log')).hasResource('AWS::Logs::LogGroup', {
      Properties: { RetentionInDays: 1096, KmsKeyId: Match.anyValue() },
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    });
  });

  test('lets CloudWatch Logs use its key for log groups of this account only', () => {
    const template = templateOf((stack) => new RetainedLogGroup(stack, 'Log', { logGroupName: 'city/web' }));
    const [, statement] = statementsOf(template, 'AWS::KMS::Key', 'KeyPolicy');
    expect(JSON.stringify(statement?.Condition)).toContain(':log-group:city/web');
    expect(JSON.stringify(statement?.Condition)).toContain('AWS::AccountId');
  });

  test('lets a service deliver to it for this account only', () => {
    const template = templateOf((stack) =>
      new RetainedLogGroup(stack, 'Log').allowDeliveryBy('delivery.logs.amazonaws.com'),
    );
    const [policy] = Object.values(template.findResources('AWS::Logs::ResourcePolicy'));
    expect(JSON.stringify(policy)).toContain('aws:SourceAccount');
  });

  test('says all that is wrong at once', () => {
    const message = failureOf(
      (stack) =>
        new RetainedLogGroup(stack, 'Log', {
          retention: RetentionDays.SIX_MONTHS,
          encryptionKey: kms.Alias.fromAliasName(stack, 'OfAws', 'alias/aws/s3'),
        }),
    );
    expect(message).toMatchInlineSnapshot(`
"RetainedLogGroup at 'Stack/Log' cannot be built:
  - \`retention\` must be at least 365 days, but is 180
  - \`encryptionKey\` must be a customer managed key, but is a key that AWS manages"
`);
  });

  test('accepts a period that is known only at deployment, and one without end', () => {
    templateOf((stack) => {
      const days = new CfnParameter(stack, 'Days', { type: 'Number' });
      new RetainedLogGroup(stack, 'Later', { retention: days.valueAsNumber });
      new RetainedLogGroup(stack, 'Forever', { retention: RetentionDays.INFINITE });
    }).resourceCountIs('AWS::Logs::LogGroup', 2);
  });
});
