import { type AccuracyCase, accuracyCases, ref, res, sub, vpc } from './support';

const OWN = { StringEquals: { 'aws:ResourceAccount': ref('AWS::AccountId') } };

const policed = (statement: unknown, more: object = {}) =>
  res('AWS::EC2::VPCEndpoint', {
    VpcId: ref('Vpc'),
    ServiceName: sub('com.amazonaws.${AWS::Region}.s3'),
    ...(statement === undefined ? {} : { PolicyDocument: { Version: '2012-10-17', Statement: statement } }),
    ...more,
  });

const ALL = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };

const ENDPOINT_POLICIES: readonly AccuracyCase[] = [
  {
    name: 'a gateway endpoint without a policy lets every request pass',
    clause: '9.2(6)①(カ)',
    expect: 'violation',
    on: 'S3',
    resources: { Vpc: vpc(), S3: policed(undefined) },
  },
  {
    name: 'the zone of LGWAN has traffic inside the cloud, too',
    clause: '9.2(6)①(カ)',
    expect: 'violation',
    on: 'S3',
    zone: 'lgwan',
    resources: { Vpc: vpc(), S3: policed(undefined) },
  },
  {
    name: 'the policy that AWS would set, written out',
    clause: '9.2(6)①(カ)',
    expect: 'violation',
    on: 'S3',
    resources: { Vpc: vpc(), S3: policed(ALL) },
  },
  {
    name: 'only resources of the own account may be reached',
    clause: '9.2(6)①(カ)',
    expect: 'compliant',
    on: 'S3',
    resources: { Vpc: vpc(), S3: policed([{ ...ALL, Condition: OWN }]) },
  },
  {
    name: 'own buckets, and packages of Amazon Linux for reading',
    clause: '9.2(6)①(カ)',
    expect: 'compliant',
    on: 'S3',
    template: `
Metadata: { Jichitai: { Zone: my-number } }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  S3:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: !Ref Vpc
      VpcEndpointType: Gateway
      ServiceName: !Sub com.amazonaws.\${AWS::Region}.s3
      PolicyDocument:
        Version: 2012-10-17
        Statement:
          - Effect: Allow
            Principal: '*'
            Action: [s3:GetObject, s3:PutObject]
            Resource: !Sub arn:aws:s3:::juki-\${AWS::AccountId}/*
          - Effect: Allow
            Principal: '*'
            Action: s3:GetObject
            Resource: !Sub arn:aws:s3:::al2023-repos-\${AWS::Region}-de612dc2/*
`,
  },
  {
    name: 'everything is allowed, and a second statement denies foreign accounts',
    clause: '9.2(6)①(カ)',
    expect: 'compliant',
    on: 'S3',
    resources: {
      Vpc: vpc(),
      S3: policed([
        ALL,
        {
          ...ALL,
          Effect: 'Deny',
          Condition: { StringNotEquals: { 'aws:ResourceAccount': ref('AWS::AccountId') } },
        },
      ]),
    },
  },
  {
    name: 'an endpoint of a gateway load balancer takes no policy',
    clause: '9.2(6)①(カ)',
    expect: 'compliant',
    on: 'Inspect',
    resources: {
      Vpc: vpc(),
      Offer: res('AWS::EC2::VPCEndpointService', {
        AcceptanceRequired: true,
        GatewayLoadBalancerArns: ['gwlb'],
      }),
      Inspect: res('AWS::EC2::VPCEndpoint', {
        VpcId: ref('Vpc'),
        VpcEndpointType: 'GatewayLoadBalancer',
        ServiceName: sub('com.amazonaws.vpce.${AWS::Region}.${Offer}'),
      }),
    },
  },
  {
    name: 'the policy is a parameter',
    clause: '9.2(6)①(カ)',
    expect: 'undetermined',
    on: 'S3',
    template: {
      Parameters: { Buckets: { Type: 'String', Default: 'arn:aws:s3:::juki/*' } },
      Resources: { Vpc: vpc(), S3: policed([{ ...ALL, Resource: ref('Buckets') }]) },
    },
  },
];

accuracyCases('segregation: endpoint policies', ENDPOINT_POLICIES);
