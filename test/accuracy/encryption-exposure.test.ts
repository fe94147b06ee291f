import { type AccuracyCase, accuracyCases, att, ref, res, sub, when } from './support';

const PROD = {
  Parameters: { Env: { Type: 'String' } },
  Conditions: { Prod: { 'Fn::Equals': [ref('Env'), 'prod'] } },
};

const policy = (...statements: readonly object[]) => ({ Version: '2012-10-17', Statement: statements });

const READ = {
  Effect: 'Allow',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: sub('${Bucket.Arn}/*'),
};

const shared = (...statements: readonly object[]) => ({
  Bucket: res('AWS::S3::Bucket'),
  Policy: res('AWS::S3::BucketPolicy', { Bucket: ref('Bucket'), PolicyDocument: policy(...statements) }),
});

const under = (condition: object) => ({ ...READ, Condition: condition });

const topic = (condition: object) => ({
  Topic: res('AWS::SNS::Topic'),
  Policy: res('AWS::SNS::TopicPolicy', {
    Topics: [ref('Topic')],
    PolicyDocument: policy({
      Effect: 'Allow',
      Principal: { AWS: '*' },
      Action: 'SNS:Publish',
      Resource: ref('Topic'),
      Condition: condition,
    }),
  }),
});

const EXPOSURE: readonly AccuracyCase[] = [
  {
    name: 'everybody may read',
    clause: '9.2(5)①(ア)',
    expect: 'violation',
    on: 'Policy',
    resources: shared(READ),
  },
  {
    name: 'everybody who comes through the endpoint of the zone',
    clause: '9.2(5)①(ア)',
    expect: 'compliant',
    on: 'Policy',
    resources: {
      Endpoint: res('AWS::EC2::VPCEndpoint', { VpcId: 'vpc-1', ServiceName: 's3' }),
      ...shared(under({ StringEquals: { 'aws:SourceVpce': ref('Endpoint') } })),
    },
  },
  {
    name: 'everybody who uses TLS is everybody',
    clause: '9.2(5)①(ア)',
    expect: 'violation',
    on: 'Policy',
    resources: shared(under({ Bool: { 'aws:SecureTransport': 'true' } })),
  },
  {
    name: 'everybody can say where they come from',
    clause: '9.2(5)①(ア)',
    expect: 'violation',
    on: 'Policy',
    resources: shared(under({ StringLike: { 'aws:Referer': 'https://city.example.jp/*' } })),
  },
  {
    name: 'addresses are limited to all of them',
    clause: '9.2(5)①(ア)',
    expect: 'violation',
    on: 'Policy',
    resources: shared(under({ IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '0.0.0.0/0'] } })),
  },
  {
    name: 'log delivery of S3, for buckets of the account',
    clause: '9.2(5)①(ア)',
    expect: 'compliant',
    on: 'Policy',
    resources: shared({
      Effect: 'Allow',
      Principal: { Service: 'logging.s3.amazonaws.com' },
      Action: 's3:PutObject',
      Resource: sub('${Bucket.Arn}/logs/*'),
      Condition: {
        ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::juki' },
        StringEquals: { 'aws:SourceAccount': ref('AWS::AccountId') },
      },
    }),
  },
  {
    name: 'a distribution reads by origin access control',
    clause: '9.2(5)①(ア)',
    expect: 'compliant',
    on: 'Policy',
    template: `
Metadata: { Jichitai: { Zone: internet, Confidentiality: 1 } }
Resources:
  Bucket: { Type: AWS::S3::Bucket }
  Cdn: { Type: AWS::CloudFront::Distribution, Properties: { DistributionConfig: { Enabled: true } } }
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Bucket
      PolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Service: cloudfront.amazonaws.com }
            Action: s3:GetObject
            Resource: !Join ['', [!GetAtt Bucket.Arn, /*]]
            Condition:
              StringEquals:
                AWS:SourceArn: !Sub arn:aws:cloudfront::\${AWS::AccountId}:distribution/\${Cdn}
`,
  },
  {
    name: 'who may read is a parameter',
    clause: '9.2(5)①(ア)',
    expect: 'undetermined',
    on: 'Policy',
    template: {
      Parameters: { Reader: { Type: 'String', Default: '111122223333' } },
      Resources: shared({ ...READ, Principal: { AWS: ref('Reader') } }),
    },
  },
  {
    name: 'one of two statements, under a condition that may hold, is open',
    clause: '9.2(5)①(ア)',
    expect: 'violation',
    on: 'Policy',
    template: {
      ...PROD,
      Resources: {
        Bucket: res('AWS::S3::Bucket'),
        Policy: res('AWS::S3::BucketPolicy', {
          Bucket: ref('Bucket'),
          PolicyDocument: {
            Statement: [when('Prod', { ...READ, Principal: { AWS: '111122223333' } }, READ)],
          },
        }),
      },
    },
  },
  {
    name: 'the policy that SNS sets by default',
    clause: '9.2(5)①(ア)',
    expect: 'compliant',
    on: 'Policy',
    resources: topic({ StringEquals: { 'AWS:SourceOwner': ref('AWS::AccountId') } }),
  },
  {
    name: 'the source may be any bucket of anybody',
    clause: '9.2(5)①(ア)',
    expect: 'violation',
    on: 'Policy',
    resources: topic({ ArnLike: { 'aws:SourceArn': 'arn:aws:s3:*:*:*' } }),
  },
  {
    name: 'the source is one bucket of the template',
    clause: '9.2(5)①(ア)',
    expect: 'compliant',
    on: 'Policy',
    resources: {
      Bucket: res('AWS::S3::Bucket'),
      ...topic({ ArnLike: { 'aws:SourceArn': att('Bucket', 'Arn') } }),
    },
  },
  {
    name: 'anybody may call the function',
    clause: '9.2(5)①(ア)',
    expect: 'violation',
    on: 'Permit',
    zone: 'internet',
    resources: {
      Permit: res('AWS::Lambda::Permission', {
        Action: 'lambda:InvokeFunctionUrl',
        FunctionName: 'yoyaku',
        Principal: '*',
        FunctionUrlAuthType: 'NONE',
      }),
    },
  },
  {
    name: 'one API may call the function',
    clause: '9.2(5)①(ア)',
    expect: 'compliant',
    on: 'Permit',
    resources: {
      Api: res('AWS::ApiGateway::RestApi', { Name: 'juki' }),
      Permit: res('AWS::Lambda::Permission', {
        Action: 'lambda:InvokeFunction',
        FunctionName: 'juki',
        Principal: 'apigateway.amazonaws.com',
        SourceArn: sub('arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/prod/GET/*'),
      }),
    },
  },
  {
    name: 'a bus for the accounts of the organization',
    clause: '9.2(5)①(ア)',
    expect: 'compliant',
    on: 'Bus',
    template: `
Resources:
  Bus:
    Type: AWS::Events::EventBusPolicy
    Properties:
      StatementId: org
      Action: events:PutEvents
      Principal: '*'
      Condition: { Type: StringEquals, Key: aws:PrincipalOrgID, Value: o-abcdefghij }
`,
  },
  {
    name: 'a secret that everybody may read',
    clause: '9.2(5)①(ア)',
    expect: 'violation',
    on: 'Policy',
    resources: {
      Secret: res('AWS::SecretsManager::Secret'),
      Policy: res('AWS::SecretsManager::ResourcePolicy', {
        SecretId: ref('Secret'),
        ResourcePolicy: policy({ ...READ, Action: 'secretsmanager:GetSecretValue', Resource: '*' }),
      }),
    },
  },
  {
    name: 'one of the four blocks against public access is missing',
    clause: '3(2)⑨',
    expect: 'violation',
    on: 'Bucket',
    resources: {
      Bucket: res('AWS::S3::Bucket', {
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          IgnorePublicAcls: true,
          BlockPublicPolicy: true,
        },
      }),
    },
  },
  {
    name: 'all four, as strings of YAML',
    clause: '3(2)⑨',
    expect: 'compliant',
    on: 'Bucket',
    template: `
Metadata: { Jichitai: { Zone: my-number } }
Resources:
  Bucket:
    Type: AWS::S3::Bucket
    Properties:
      PublicAccessBlockConfiguration:
        { BlockPublicAcls: 'true', IgnorePublicAcls: 'True', BlockPublicPolicy: yes, RestrictPublicBuckets: on }
`,
  },
];

accuracyCases('encryption: exposure', EXPOSURE);
