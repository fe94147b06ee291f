import { type AccuracyCase, accuracyCases, att, ref, res, sub, when } from './support';

const KEY = res('AWS::KMS::Key', { EnableKeyRotation: true });

const one = (type: string, properties: object, more: Record<string, unknown> = {}) => ({
  Key: KEY,
  It: res(type, properties),
  ...more,
});

const PROD = {
  Parameters: { Env: { Type: 'String' } },
  Conditions: { Prod: { 'Fn::Equals': [ref('Env'), 'prod'] } },
};

const AT_REST: readonly AccuracyCase[] = [
  {
    name: 'the disk of a launch template says nothing of encryption',
    clause: '4(1)④',
    expect: 'violation',
    on: 'It',
    resources: one('AWS::EC2::LaunchTemplate', {
      LaunchTemplateData: {
        ImageId: 'ami-1',
        BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { VolumeSize: 30 } }],
      },
    }),
  },
  {
    name: 'a document database in clear text',
    clause: '4(1)④',
    expect: 'violation',
    on: 'It',
    resources: one('AWS::DocDB::DBCluster', { MasterUsername: 'owner' }),
  },
  {
    name: 'a graph database with the key of the service',
    clause: '4(1)④',
    expect: 'violation',
    on: 'It',
    resources: one('AWS::Neptune::DBCluster', { StorageEncrypted: true }),
  },
  {
    name: 'brokers with an own key',
    clause: '4(1)④',
    expect: 'compliant',
    on: 'It',
    resources: one('AWS::MSK::Cluster', {
      EncryptionInfo: { EncryptionAtRest: { DataVolumeKMSKeyId: att('Key', 'Arn') } },
    }),
  },
  {
    name: 'a trail without a key',
    clause: '4(1)④',
    expect: 'violation',
    on: 'It',
    resources: one('AWS::CloudTrail::Trail', { IsLogging: true, S3BucketName: 'logs' }),
  },
  {
    name: 'performance data hold statements, and have the key of RDS',
    clause: '4(1)④',
    expect: 'violation',
    on: 'It',
    resources: one('AWS::RDS::DBInstance', {
      Engine: 'postgres',
      StorageEncrypted: true,
      KmsKeyId: ref('Key'),
      EnablePerformanceInsights: true,
    }),
  },
  {
    name: 'the service keeps the password in a secret with its own key',
    clause: '4(1)④',
    expect: 'violation',
    on: 'It',
    resources: one('AWS::RDS::DBCluster', {
      Engine: 'aurora-mysql',
      StorageEncrypted: true,
      KmsKeyId: ref('Key'),
      ManageMasterUserPassword: true,
    }),
  },
  {
    name: 'the service keeps the password in a secret with the own key',
    clause: '4(1)④',
    expect: 'compliant',
    on: 'It',
    resources: one('AWS::RDS::DBCluster', {
      Engine: 'aurora-mysql',
      StorageEncrypted: true,
      KmsKeyId: ref('Key'),
      ManageMasterUserPassword: true,
      MasterUserSecret: { KmsKeyId: att('Key', 'Arn') },
    }),
  },
  {
    name: 'a stream that says nothing',
    clause: '4(1)④',
    expect: 'violation',
    on: 'It',
    resources: one('AWS::Kinesis::Stream', { ShardCount: 1 }),
  },
  {
    name: 'two layers of encryption with an own key',
    clause: '4(1)④',
    expect: 'compliant',
    on: 'It',
    resources: one('AWS::S3::Bucket', {
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          {
            ServerSideEncryptionByDefault: {
              SSEAlgorithm: 'aws:kms:dsse',
              KMSMasterKeyID: { 'Fn::GetAtt': 'Key.Arn' },
            },
          },
        ],
      },
    }),
  },
  {
    name: 'an alias whose name begins with that of the stack is none of AWS',
    clause: '4(1)④',
    expect: 'compliant',
    on: 'It',
    resources: one('AWS::SQS::Queue', { KmsMasterKeyId: sub('alias/${AWS::StackName}-queue') }),
  },
  {
    name: 'an ARN that is put together from the id of a key of another stack',
    clause: '4(1)④',
    expect: 'compliant',
    on: 'It',
    templates: [
      { Resources: { Key: KEY }, Outputs: { Id: { Value: ref('Key'), Export: { Name: 'key-id' } } } },
      `
Metadata: { Jichitai: { Zone: my-number } }
Resources:
  It:
    Type: AWS::SNS::Topic
    Properties:
      KmsMasterKeyId: !Sub
        - arn:aws:kms:\${AWS::Region}:\${AWS::AccountId}:key/\${Id}
        - Id: !ImportValue key-id
`,
    ],
  },
  {
    name: 'encryption is a switch with the one position on',
    clause: '4(1)④',
    expect: 'compliant',
    on: 'It',
    template: {
      Parameters: { On: { Type: 'String', AllowedValues: ['true'] } },
      Resources: one('AWS::DynamoDB::Table', {
        SSESpecification: { SSEEnabled: ref('On'), SSEType: 'KMS', KMSMasterKeyId: ref('Key') },
      }),
    },
  },
  {
    name: 'encryption is a switch that anybody may turn',
    clause: '4(1)④',
    expect: 'undetermined',
    on: 'It',
    template: {
      Parameters: { On: { Type: 'String', Default: 'true' } },
      Resources: one('AWS::EFS::FileSystem', { Encrypted: ref('On'), KmsKeyId: ref('Key') }),
    },
  },
  {
    name: 'nobody says what the information of the Internet zone is',
    clause: '9.2(5)①(イ)',
    expect: 'undetermined',
    on: 'It',
    zone: 'internet',
    resources: one('AWS::S3::Bucket', {}),
  },
  {
    name: 'results of queries with the key of S3',
    clause: '4(1)④',
    expect: 'violation',
    on: 'It',
    resources: one('AWS::Athena::WorkGroup', {
      WorkGroupConfiguration: {
        ResultConfiguration: { EncryptionConfiguration: { EncryptionOption: 'SSE_S3' } },
      },
    }),
  },
  {
    name: 'Windows files with the key of FSx',
    clause: '4(1)④',
    expect: 'violation',
    on: 'It',
    resources: one('AWS::FSx::FileSystem', { FileSystemType: 'WINDOWS', StorageCapacity: 100 }),
  },
  {
    name: 'the key of the alternative is that of SNS',
    clause: '4(1)④',
    expect: 'violation',
    on: 'It',
    template: {
      ...PROD,
      Resources: one('AWS::SNS::Topic', { KmsMasterKeyId: when('Prod', ref('Key'), 'alias/aws/sns') }),
    },
  },
];

const policy = (statement: object) => ({
  Bucket: res('AWS::S3::Bucket'),
  Policy: res('AWS::S3::BucketPolicy', {
    Bucket: ref('Bucket'),
    PolicyDocument: {
      Statement: [
        {
          Effect: 'Allow',
          Principal: '*',
          Action: 's3:GetObject',
          Resource: sub('${Bucket.Arn}/*'),
          ...statement,
        },
      ],
    },
  }),
});

const open = (name: string, condition: object, expect: 'violation' | 'compliant' = 'violation') =>
  ({
    name,
    clause: '9.2(5)①(ア)',
    expect,
    on: 'Policy',
    resources: policy({ Condition: condition }),
  }) as const;

const EXPOSURE: readonly AccuracyCase[] = [
  open('anybody can make a role of that name', {
    ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/Admin' },
  }),
  open('every organization has an id', { StringLike: { 'aws:PrincipalOrgID': 'o-*' } }),
  open('everybody who is in some organization', { Null: { 'aws:PrincipalOrgID': 'false' } }),
  open('everybody who is not in the organization', {
    StringNotEquals: { 'aws:PrincipalOrgID': 'o-abcdefghij' },
  }),
  open('two halves of all addresses', { IpAddress: { 'aws:SourceIp': ['0.0.0.0/1', '128.0.0.0/1'] } }),
  open('any endpoint of anybody', { StringLike: { 'aws:SourceVpce': 'vpce-*' } }),
  open(
    'a part of the organization',
    { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-abcdefghij/r-ab12/ou-ab12-11111111/*' } },
    'compliant',
  ),
  open(
    'roles of one account',
    { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/*' } },
    'compliant',
  ),
  open('the addresses of the city office', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }, 'compliant'),
  {
    name: 'an account that is a parameter is one account',
    clause: '9.2(5)①(ア)',
    expect: 'compliant',
    on: 'Policy',
    template: {
      Parameters: { Account: { Type: 'String', AllowedPattern: '[0-9]{12}' } },
      Resources: policy({ Principal: { AWS: sub('arn:aws:iam::${Account}:root') } }),
    },
  },
  {
    name: 'a layer for the organization',
    clause: '9.2(5)①(ア)',
    expect: 'compliant',
    on: 'It',
    resources: one('AWS::Lambda::LayerVersionPermission', {
      Action: 'lambda:GetLayerVersion',
      LayerVersionArn: 'layer',
      Principal: '*',
      OrganizationId: 'o-abcdefghij',
    }),
  },
  {
    name: 'a layer for everybody',
    clause: '9.2(5)①(ア)',
    expect: 'violation',
    on: 'It',
    resources: one('AWS::Lambda::LayerVersionPermission', {
      Action: 'lambda:GetLayerVersion',
      LayerVersionArn: 'layer',
      Principal: '*',
    }),
  },
];

accuracyCases('encryption at rest and exposure: a second look', [...AT_REST, ...EXPOSURE]);
