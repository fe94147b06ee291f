import { Stack, Tags } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { AttributeType, type CfnTable } from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import {
  EncryptedBucket,
  EncryptedCache,
  EncryptedFileSystem,
  EncryptedQueue,
  EncryptedSearchDomain,
  EncryptedTable,
  EncryptedTopic,
  ManagedSecret,
  MyNumberVpc,
  SystemKey,
} from '../../constructs';
import { failureOf, guardedFindings, quickApp, statementsOf, templateOf } from './support';

const network = (stack: Stack) =>
  new MyNumberVpc(stack, 'Network', { cidr: '10.32.0.0/16', interfaceEndpoints: [] });
const role = (stack: Stack, id = 'Role') =>
  new iam.Role(stack, id, { assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com') });
const partitionKey = { name: 'id', type: AttributeType.STRING };
const actionsOf = (template: Template) =>
  statementsOf(template, 'AWS::IAM::Policy', 'PolicyDocument').flatMap(({ Action }) => Action);

describe('SystemKey', () => {
  const template = templateOf((stack) => new SystemKey(stack, 'Key', { systemName: 'juki' }));
  const statements = statementsOf(template, 'AWS::KMS::Key', 'KeyPolicy');

  test('rotates, waits thirty days before its end, and outlives its stack', () => {
    template.hasResource('AWS::KMS::Key', {
      Properties: { EnableKeyRotation: true, PendingWindowInDays: 30 },
      DeletionPolicy: 'Retain',
    });
  });

  test('keeps its destruction from vendors and operators (9.2(7)③)', () => {
    expect(statements).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Action: expect.arrayContaining(['kms:ScheduleKeyDeletion', 'kms:PutKeyPolicy']),
        Condition: { StringEquals: { 'aws:PrincipalTag/jichitai:party': ['vendor', 'operator'] } },
      }),
    );
  });

  test('says how to erase what it encrypts', () => {
    template.hasOutput('*', {
      Value: {
        'Fn::Join': ['', [Match.stringLikeRegexp('schedule-key-deletion .* 30 '), { Ref: Match.anyValue() }]],
      },
    });
  });

  test('can be destroyed by its custodians only, where there are some', () => {
    const guarded = templateOf(
      (stack) => new SystemKey(stack, 'Key', { systemName: 'juki', custodians: [role(stack)] }),
    );
    expect(statementsOf(guarded, 'AWS::KMS::Key', 'KeyPolicy')).toContainEqual(
      expect.objectContaining({
        Sid: 'CustodiansOnly',
        Effect: 'Deny',
        Condition: { ArnNotEquals: { 'aws:PrincipalArn': [{ 'Fn::GetAtt': [expect.anything(), 'Arn'] }] } },
      }),
    );
  });

  test('is taken by the stores as their key', () => {
    const shared = templateOf((stack) => {
      const encryptionKey = new SystemKey(stack, 'Key', { systemName: 'juki' });
      new EncryptedBucket(stack, 'Bucket', { encryptionKey });
      new EncryptedTable(stack, 'Table', { partitionKey, encryptionKey });
      new EncryptedQueue(stack, 'Queue', { encryptionKey });
      new EncryptedTopic(stack, 'Topic', { encryptionKey });
    });
    shared.resourceCountIs('AWS::KMS::Key', 1);
  });
});

describe('EncryptedTable', () => {
  test('grants items together with the key', () => {
    const template = templateOf((stack) =>
      new EncryptedTable(stack, 'Table', { partitionKey }).grantReadWriteData(role(stack)),
    );
    expect(actionsOf(template)).toEqual(
      expect.arrayContaining(['dynamodb:GetItem', 'dynamodb:PutItem', 'kms:Decrypt']),
    );
  });

  test('takes indexes, a sort key, an end of items and a stream', () => {
    templateOf((stack) =>
      new EncryptedTable(stack, 'Table', {
        partitionKey,
        sortKey: { name: 'day', type: AttributeType.STRING },
        timeToLiveAttribute: 'ends',
      }).addGlobalSecondaryIndex({
        indexName: 'byDay',
        partitionKey: { name: 'day', type: AttributeType.STRING },
      }),
    ).hasResourceProperties('AWS::DynamoDB::Table', {
      TimeToLiveSpecification: { AttributeName: 'ends', Enabled: true },
      GlobalSecondaryIndexes: [Match.objectLike({ IndexName: 'byDay' })],
    });
  });

  test('can be overridden, and the guardrail sees it', () => {
    const rules = guardedFindings((stack) => {
      const { table } = new EncryptedTable(stack, 'Table', { partitionKey });
      const resource = table.node.defaultChild as CfnTable;
      resource.addPropertyDeletionOverride('SSESpecification');
      resource.pointInTimeRecoverySpecification = { pointInTimeRecoveryEnabled: false };
    });
    expect(rules).toEqual(expect.arrayContaining(['DynamoDbCustomerManagedKey', 'DataStoreIsBackedUp']));
  });
});

describe('EncryptedQueue', () => {
  const template = templateOf((stack) => {
    const queue = new EncryptedQueue(stack, 'Queue', { fifo: true });
    queue.grantSendMessages(role(stack, 'Sender'));
    queue.grantConsumeMessages(role(stack, 'Receiver'));
  });

  test('puts aside what fails, under the same key, in order where order is kept', () => {
    template.resourceCountIs('AWS::SQS::Queue', 2);
    template.allResourcesProperties('AWS::SQS::Queue', {
      KmsMasterKeyId: Match.anyValue(),
      FifoQueue: true,
      MessageRetentionPeriod: 1_209_600,
    });
    template.hasResourceProperties('AWS::SQS::Queue', { RedrivePolicy: { maxReceiveCount: 5 } });
  });

  test('grants messages together with the key', () => {
    expect(actionsOf(template)).toEqual(
      expect.arrayContaining(['sqs:SendMessage', 'sqs:ReceiveMessage', 'kms:Decrypt']),
    );
  });
});

describe('EncryptedTopic', () => {
  const template = templateOf((stack) => {
    const topic = new EncryptedTopic(stack, 'Topic', { emailAddresses: ['joho@city.example.jp'] });
    topic.allowPublishBy('cloudwatch.amazonaws.com');
    topic.allowPublishBy('cloudwatch.amazonaws.com');
    topic.grantPublish(role(stack));
  });

  test('has its subscribers', () => {
    template.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: 'joho@city.example.jp',
    });
  });

  test('is published to by a service for this account only, which may use the key', () => {
    const own = { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } };
    const byService = (type: string, property: string) =>
      statementsOf(template, type, property).filter(
        ({ Principal }) => (Principal as { Service?: string }).Service === 'cloudwatch.amazonaws.com',
      );
    expect(byService('AWS::SNS::TopicPolicy', 'PolicyDocument').map((s) => s.Condition)).toEqual([own]);
    expect(byService('AWS::KMS::Key', 'KeyPolicy').map((s) => s.Condition)).toEqual([own]);
  });
});

describe('EncryptedFileSystem', () => {
  const build = (stack: Stack) =>
    new EncryptedFileSystem(stack, 'Files', { network: network(stack), sections: ['zeimu', 'shimin'] });

  test('has a folder and a user for each section (7.1(1)②)', () => {
    const points = Object.values(templateOf(build).findResources('AWS::EFS::AccessPoint')).map(
      ({ Properties: { PosixUser, RootDirectory } }) => [RootDirectory.Path, PosixUser.Uid],
    );
    expect(points).toEqual([
      ['/zeimu', '10001'],
      ['/shimin', '10002'],
    ]);
  });

  test('grants the files of one section', () => {
    const template = templateOf((stack) => build(stack).grantReadWrite(role(stack), 'shimin'));
    const statement = statementsOf(template, 'AWS::IAM::Policy', 'PolicyDocument').find(({ Action }) =>
      Action.includes('elasticfilesystem:ClientMount'),
    );
    expect(
      JSON.stringify(statement?.Condition?.['StringEquals']?.['elasticfilesystem:AccessPointArn']),
    ).toMatch(/FilesFileSystemSectionshimin/);
  });

  test('knows no section that it was not told of', () => {
    expect(() => templateOf((stack) => build(stack).accessPointOf('kikaku'))).toThrow(
      "EncryptedFileSystem at 'Stack/Files' has no section 'kikaku', only zeimu, shimin",
    );
  });
});

describe('connections', () => {
  const stores: readonly (readonly [string, number, (stack: Stack, vpc: MyNumberVpc) => ec2.IConnectable])[] =
    [
      [
        'EncryptedFileSystem',
        2049,
        (stack, vpc) => new EncryptedFileSystem(stack, 'Store', { network: vpc, sections: ['zeimu'] }),
      ],
      ['EncryptedCache', 6379, (stack, vpc) => new EncryptedCache(stack, 'Store', { network: vpc })],
      [
        'EncryptedSearchDomain',
        443,
        (stack, vpc) =>
          new EncryptedSearchDomain(stack, 'Store', { network: vpc, administratorRole: role(stack) }),
      ],
    ];
  test.each(stores)('%s lets in on its port whom it is told to, and nobody else', (_, port, build) => {
    const template = templateOf((stack) => {
      const vpc = network(stack);
      const store = build(stack, vpc);
      const client = new ec2.SecurityGroup(stack, 'Client', { vpc: vpc.vpc, allowAllOutbound: false });
      store.connections.allowDefaultPortFrom(client);
    });
    template.resourceCountIs('AWS::EC2::SecurityGroupIngress', 1);
    template.hasResourceProperties('AWS::EC2::SecurityGroupIngress', { FromPort: port, ToPort: port });
  });
});

describe('EncryptedCache', () => {
  const template = templateOf((stack) => {
    new EncryptedCache(stack, 'Cache', { network: network(stack) }).grantConnect(role(stack));
  });

  test('authenticates by IAM and has no password', () => {
    template.hasResourceProperties('AWS::ElastiCache::User', {
      AuthenticationMode: { Type: 'iam' },
      Passwords: Match.absent(),
    });
    expect(actionsOf(template)).toContain('elasticache:Connect');
  });

  test('keeps ids within forty small letters', () => {
    const [user] = Object.values(template.findResources('AWS::ElastiCache::User'));
    expect(user!['Properties'].UserId).toMatch(/^[a-z][a-z0-9-]{0,39}$/);
    expect(user!['Properties'].UserName).toBe(user!['Properties'].UserId);
  });
});

describe('EncryptedSearchDomain', () => {
  const build = (stack: Stack) =>
    new EncryptedSearchDomain(stack, 'Search', {
      network: network(stack),
      administratorRole: role(stack, 'Admin'),
    });

  test('has no password, and needs no custom resource', () => {
    const template = templateOf(build);
    template.hasResourceProperties('AWS::OpenSearchService::Domain', {
      AdvancedSecurityOptions: { InternalUserDatabaseEnabled: false },
      DomainName: Match.stringLikeRegexp('^d[a-z0-9-]{2,27}$'),
    });
    template.resourceCountIs('AWS::Lambda::Function', 0);
  });

  test('grants reading without deleting', () => {
    const actions = actionsOf(templateOf((stack) => build(stack).grantRead(role(stack))));
    expect(actions.filter((action) => action.startsWith('es:'))).toEqual([
      'es:ESHttpGet',
      'es:ESHttpHead',
      'es:ESHttpPost',
    ]);
  });
});

describe('ManagedSecret', () => {
  const rotation = (stack: Stack) =>
    new lambda.Function(stack, 'Rotation', {
      code: lambda.Code.fromInline('def handler(event, context): pass'),
      handler: 'index.handler',
      runtime: lambda.Runtime.PYTHON_3_14,
    });

  test('is changed by itself, and not by vendors and operators (7.2(1)③(エ))', () => {
    const template = templateOf((stack) =>
      new ManagedSecret(stack, 'Secret', { rotationFunction: rotation(stack), userName: 'renkei' }).grantRead(
        role(stack),
      ),
    );
    template.hasResourceProperties('AWS::SecretsManager::RotationSchedule', {
      RotationRules: { ScheduleExpression: 'rate(30 days)' },
    });
    template.hasResourceProperties('AWS::SecretsManager::Secret', {
      GenerateSecretString: { SecretStringTemplate: '{"username":"renkei"}', GenerateStringKey: 'password' },
    });
    expect(statementsOf(template, 'AWS::SecretsManager::ResourcePolicy', 'ResourcePolicy')).toContainEqual(
      expect.objectContaining({ Sid: 'KeepChangesInside', Effect: 'Deny' }),
    );
  });

  test('says all that is wrong at once', () => {
    expect(
      failureOf(
        (stack) =>
          new ManagedSecret(stack, 'Secret', {
            rotationFunction: rotation(stack),
            rotationDays: 365,
            encryptionKey: new kms.Key(stack, 'Key'),
          }),
      ),
    ).toMatchInlineSnapshot(`
"ManagedSecret at 'Stack/Secret' cannot be built:
  - \`encryptionKey\` must be a key with \`enableKeyRotation: true\`
  - \`rotationDays\` must be at most 90 days, but is 365"
`);
  });
});

describe('props that are wrong', () => {
  const wrong: readonly (readonly [string, (stack: Stack) => Construct, readonly string[]])[] = [
    [
      'SystemKey',
      (stack) => new SystemKey(stack, 'X', { systemName: ' ', custodians: [] }),
      ['systemName', 'custodians'],
    ],
    [
      'EncryptedQueue',
      (stack) => new EncryptedQueue(stack, 'X', { maxReceiveCount: 0, visibilityTimeoutSeconds: -1 }),
      ['maxReceiveCount', 'visibilityTimeoutSeconds'],
    ],
    [
      'EncryptedTopic',
      (stack) => new EncryptedTopic(stack, 'X', { emailAddresses: ['joho'] }),
      ['emailAddresses'],
    ],
    [
      'EncryptedTable',
      (stack) => new EncryptedTable(stack, 'X', { partitionKey, encryptionKey: new kms.Key(stack, 'K') }),
      ['encryptionKey'],
    ],
    [
      'EncryptedFileSystem',
      (stack) => new EncryptedFileSystem(stack, 'X', { network: network(stack), sections: ['A', 'b', 'b'] }),
      ['sections', 'sections'],
    ],
    [
      'EncryptedFileSystem',
      (stack) => new EncryptedFileSystem(stack, 'X', { network: network(stack), sections: [] }),
      ['sections'],
    ],
    [
      'EncryptedCache',
      (stack) => new EncryptedCache(stack, 'X', { network: network(stack), nodeCount: 1 }),
      ['nodeCount'],
    ],
    [
      'EncryptedSearchDomain',
      (stack) =>
        new EncryptedSearchDomain(stack, 'X', {
          network: network(stack),
          administratorRole: role(stack),
          dataNodeCount: 3,
          volumeSizeGib: 5,
        }),
      ['volumeSizeGib', 'dataNodeCount'],
    ],
  ];
  test.each(wrong)('of %s are all named', (name, build, props) => {
    const message = failureOf(build);
    expect(message).toContain(`${name} at 'Stack/X' cannot be built:`);
    expect([...message.matchAll(/- `(\w+)`/g)].map(([, prop]) => prop)).toEqual(props);
  });
});

test('tags reach what a construct holds', () => {
  const stack = new Stack(quickApp(), 'Stack');
  const queue = new EncryptedQueue(stack, 'Queue');
  Tags.of(queue).add('jichitai:zone', 'lgwan');
  Template.fromStack(stack).allResourcesProperties('AWS::SQS::Queue', {
    Tags: [{ Key: 'jichitai:zone', Value: 'lgwan' }],
  });
});
