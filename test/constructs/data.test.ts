import { CfnParameter, type Stack } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { AuroraMysqlEngineVersion, AuroraPostgresEngineVersion } from 'aws-cdk-lib/aws-rds';
import {
  AccessLogBucket,
  DatabaseEngine,
  EncryptedBucket,
  EncryptedDatabase,
  type EncryptedDatabaseProps,
  MyNumberVpc,
} from '../../constructs';
import { failureOf, statementsOf, templateOf } from './support';

const POSTGRES = DatabaseEngine.auroraPostgres(AuroraPostgresEngineVersion.VER_17_9);
const MYSQL = DatabaseEngine.auroraMysql(AuroraMysqlEngineVersion.VER_3_12_0);

function database(stack: Stack, props: Partial<EncryptedDatabaseProps> = {}): EncryptedDatabase {
  const { vpc } = new MyNumberVpc(stack, 'Network', { cidr: '10.32.0.0/16', interfaceEndpoints: [] });
  return new EncryptedDatabase(stack, 'Records', {
    vpc,
    engine: POSTGRES,
    administratorName: 'juki_kanri',
    ...props,
  });
}

describe('EncryptedBucket', () => {
  const template = templateOf((stack) => new EncryptedBucket(stack, 'Records'));

  test('has a customer managed key that rotates (4(1)④)', () => {
    const [key] = Object.keys(template.findResources('AWS::KMS::Key'));
    template.hasResourceProperties('AWS::KMS::Key', { EnableKeyRotation: true });
    template.hasResourceProperties('AWS::S3::Bucket', {
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          Match.objectLike({
            ServerSideEncryptionByDefault: {
              SSEAlgorithm: 'aws:kms',
              KMSMasterKeyID: { 'Fn::GetAtt': [key, 'Arn'] },
            },
          }),
        ],
      },
    });
  });

  test('is closed to the public, versioned, and kept when its stack is deleted', () => {
    template.hasResource('AWS::S3::Bucket', {
      Properties: {
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
        VersioningConfiguration: { Status: 'Enabled' },
      },
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    });
  });

  test('takes requests over TLS 1.2 only (5.3④)', () => {
    const conditions = statementsOf(template, 'AWS::S3::BucketPolicy', 'PolicyDocument').map(
      (s) => s.Condition,
    );
    expect(conditions).toEqual([
      { Bool: { 'aws:SecureTransport': 'false' } },
      { NumericLessThan: { 's3:TlsVersion': 1.2 } },
    ]);
  });

  test('logs requests by bucket policy, not by ACL, where it is told to (7.1(6)①)', () => {
    const logged = templateOf(
      (stack) =>
        new EncryptedBucket(stack, 'Records', { accessLogBucket: new AccessLogBucket(stack, 'AccessLogs') }),
    );
    logged.hasResourceProperties('AWS::S3::Bucket', {
      LoggingConfiguration: { LogFilePrefix: Match.stringLikeRegexp('^s3/') },
    });
    expect(JSON.stringify(logged.toJSON())).not.toContain('AccessControl');
  });

  test('can lock its objects (3(2)⑥(イ)) and clear out old versions', () => {
    const locked = templateOf(
      (stack) => new EncryptedBucket(stack, 'Records', { lockDays: 1827, supersededVersionDays: 35 }),
    );
    locked.hasResourceProperties('AWS::S3::Bucket', {
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 1827 } } },
      LifecycleConfiguration: {
        Rules: Match.arrayWith([Match.objectLike({ NoncurrentVersionExpiration: { NoncurrentDays: 35 } })]),
      },
    });
  });

  test('lets a writer delete no version and change no lock, so that what was written remains', () => {
    const granted = templateOf((stack) => {
      const role = new iam.Role(stack, 'Role', {
        assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com'),
      });
      new EncryptedBucket(stack, 'Records').grantReadWrite(role);
    });
    const actions = statementsOf(granted, 'AWS::IAM::Policy', 'PolicyDocument').flatMap((s) => s.Action);
    expect(actions.filter((action) => /^s3:(Put|Delete)/.test(action))).toEqual([
      's3:PutObject',
      's3:DeleteObject',
    ]);
  });

  test('grants the key with the objects', () => {
    const granted = templateOf((stack) => {
      const role = new iam.Role(stack, 'Role', {
        assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com'),
      });
      new EncryptedBucket(stack, 'Records').grantRead(role);
    });
    const actions = statementsOf(granted, 'AWS::IAM::Policy', 'PolicyDocument').flatMap((s) => s.Action);
    expect(actions).toEqual(expect.arrayContaining(['s3:GetObject*', 'kms:Decrypt']));
  });

  test('says all that is wrong at once', () => {
    const message = failureOf(
      (stack) =>
        new EncryptedBucket(stack, 'Records', {
          encryptionKey: new kms.Key(stack, 'Key'),
          lockDays: 0.5,
          supersededVersionDays: 1,
        }),
    );
    expect(message).toMatchInlineSnapshot(`
"EncryptedBucket at 'Stack/Records' cannot be built:
  - \`encryptionKey\` must be a key with \`enableKeyRotation: true\`
  - \`lockDays\` must be a whole number of days, but is 0.5
  - \`supersededVersionDays\` must be at least 35 days, but is 1"
`);
  });

  test.each([
    ['an alias of AWS', (stack: Stack) => kms.Alias.fromAliasName(stack, 'K', 'alias/aws/s3')],
    [
      'a key of another spec',
      (stack: Stack) =>
        new kms.Key(stack, 'K', {
          enableKeyRotation: true,
          keySpec: kms.KeySpec.HMAC_256,
          keyUsage: kms.KeyUsage.GENERATE_VERIFY_MAC,
        }),
    ],
  ])('refuses %s as its key', (_, key) => {
    expect(() =>
      templateOf((stack) => new EncryptedBucket(stack, 'Records', { encryptionKey: key(stack) })),
    ).toThrow();
  });

  test('takes a key that is imported, which the guardrail judges', () => {
    const arn = 'arn:aws:kms:ap-northeast-1:111122223333:key/00000000-0000-4000-8000-000000000000';
    templateOf(
      (stack) =>
        new EncryptedBucket(stack, 'Records', { encryptionKey: kms.Key.fromKeyArn(stack, 'Key', arn) }),
    ).resourceCountIs('AWS::KMS::Key', 0);
  });
});

describe('EncryptedDatabase', () => {
  const template = templateOf((stack) => database(stack));
  const [key] = Object.keys(template.findResources('AWS::KMS::Key')).filter((id) => id.startsWith('Records'));
  const arn = { 'Fn::GetAtt': [key, 'Arn'] };

  test('is under one customer managed key: storage, secret, logs, performance data (4(1)④, 9.2(7)③)', () => {
    template.hasResourceProperties('AWS::RDS::DBCluster', {
      StorageEncrypted: true,
      KmsKeyId: arn,
      MasterUserSecret: { KmsKeyId: arn },
    });
    template.allResourcesProperties('AWS::RDS::DBInstance', { PerformanceInsightsKMSKeyId: arn });
    template.hasResourceProperties('AWS::Logs::LogGroup', {
      LogGroupName: Match.stringLikeRegexp('^/aws/rds/cluster/stack-?records.*/postgresql$'),
      KmsKeyId: arn,
      RetentionInDays: 1096,
    });
  });

  test('makes clients use TLS (5.3④)', () => {
    template.hasResourceProperties('AWS::RDS::DBClusterParameterGroup', {
      Parameters: Match.objectLike({ 'rds.force_ssl': '1', ssl_min_protocol_version: 'TLSv1.2' }),
    });
    templateOf((stack) => database(stack, { engine: MYSQL })).hasResourceProperties(
      'AWS::RDS::DBClusterParameterGroup',
      { Parameters: Match.objectLike({ require_secure_transport: 'ON', server_audit_logging: '1' }) },
    );
  });

  test('has an administrator by another name, with a password that RDS makes and changes (7.2(1)③(オ), 7.2(5))', () => {
    template.hasResourceProperties('AWS::RDS::DBCluster', {
      MasterUsername: 'juki_kanri',
      ManageMasterUserPassword: true,
      MasterUserPassword: Match.absent(),
      EnableIAMDatabaseAuthentication: true,
    });
  });

  test('is backed up for 35 days and protected against deletion (7.1(2)①, 8.1⑥)', () => {
    template.hasResource('AWS::RDS::DBCluster', {
      Properties: { BackupRetentionPeriod: 35, DeletionProtection: true, CopyTagsToSnapshot: true },
      DeletionPolicy: 'Snapshot',
      UpdateReplacePolicy: 'Snapshot',
    });
  });

  test('has two instances, in subnets of two zones that nobody reaches from outside (5.1(2), 4(1)①)', () => {
    template.resourceCountIs('AWS::RDS::DBInstance', 2);
    template.allResourcesProperties('AWS::RDS::DBInstance', { PubliclyAccessible: false });
    template.hasResourceProperties('AWS::RDS::DBSubnetGroup', {
      SubnetIds: [
        { Ref: Match.stringLikeRegexp('IsolatedSubnet1') },
        { Ref: Match.stringLikeRegexp('IsolatedSubnet2') },
      ],
    });
  });

  test('exports its logs to groups that exist before it, so that RDS makes none of its own (7.1(6)①)', () => {
    template.hasResource('AWS::RDS::DBCluster', {
      Properties: { EnableCloudwatchLogsExports: ['postgresql'] },
      DependsOn: Match.arrayWith([Match.stringLikeRegexp('Logpostgresql')]),
    });
    template.resourceCountIs('Custom::LogRetention', 0);
  });

  test('is reached by whom it lets in, on its port, and reaches nobody (4(1)①, 7.1(8)②)', () => {
    const reached = templateOf((stack) => {
      const records = database(stack);
      const client = ec2.SecurityGroup.fromSecurityGroupId(stack, 'Client', 'sg-1', {
        allowAllOutbound: false,
      });
      records.connections.allowDefaultPortFrom(client);
    });
    reached.hasResourceProperties('AWS::EC2::SecurityGroupIngress', {
      SourceSecurityGroupId: 'sg-1',
      FromPort: 5432,
      ToPort: 5432,
    });
    reached.hasResourceProperties('AWS::EC2::SecurityGroup', {
      SecurityGroupEgress: [Match.objectLike({ CidrIp: '255.255.255.255/32' })],
    });
  });

  test('lets a principal log in by IAM', () => {
    const granted = templateOf((stack) => {
      const role = new iam.Role(stack, 'Role', {
        assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com'),
      });
      database(stack).grantConnect(role, 'app');
    });
    const actions = statementsOf(granted, 'AWS::IAM::Policy', 'PolicyDocument').flatMap((s) => s.Action);
    expect(actions).toContain('rds-db:connect');
  });

  test.each(['admin', 'Postgres', 'ROOT', 'master', 'rdsadmin'])(
    'refuses %s as its administrator',
    (name) => {
      const message = failureOf((stack) => database(stack, { administratorName: name }));
      expect(message).toContain('`administratorName` must not be a name that is well known');
    },
  );

  test('says all that is wrong at once', () => {
    const message = failureOf((stack) =>
      database(stack, {
        engine: MYSQL,
        vpc: ec2.Vpc.fromVpcAttributes(stack, 'Public', {
          vpcId: 'vpc-1',
          availabilityZones: ['a', 'c'],
          publicSubnetIds: ['subnet-1', 'subnet-2'],
        }),
        administratorName: '1st',
        instanceCount: 1,
        parameters: { require_secure_transport: 'OFF' },
        logRetention: RetentionDays.ONE_WEEK,
        clusterIdentifier: 'Juki--Records',
        encryptionKey: new kms.Key(stack, 'Key'),
      }),
    );
    expect(message).toMatchInlineSnapshot(`
"EncryptedDatabase at 'Stack/Records' cannot be built:
  - \`administratorName\` must begin with a letter, then letters, digits or _, 32 at most, but is '1st'
  - \`instanceCount\` must be at least 2 instances, but is 1
  - \`encryptionKey\` must be a key with \`enableKeyRotation: true\`
  - \`logRetention\` must be at least 365 days, but is 7
  - \`parameters\` may not set require_secure_transport: it is set already
  - \`clusterIdentifier\` must be of lower-case letters, digits and hyphens, but is 'Juki--Records'
  - \`vpc\` must have isolated or private subnets, but has none"
`);
  });

  test('accepts tokens, and parameters that are its user’s business', () => {
    const tokens = templateOf((stack) => {
      const name = new CfnParameter(stack, 'Name').valueAsString;
      database(stack, { administratorName: name, databaseName: name, parameters: { work_mem: '65536' } });
    });
    tokens.hasResourceProperties('AWS::RDS::DBCluster', { MasterUsername: { Ref: 'Name' } });
    tokens.hasResourceProperties('AWS::RDS::DBClusterParameterGroup', {
      Parameters: Match.objectLike({ work_mem: '65536', 'rds.force_ssl': '1' }),
    });
  });
});
