import { type AccuracyCase, accuracyCases, att, ref, res } from './support';

const ALONE = { platformProvides: [] };
const recorder = (RecordingGroup?: object, more: object = {}) =>
  res('AWS::Config::ConfigurationRecorder', {
    Name: 'default',
    RoleARN: 'arn:aws:iam::111122223333:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig',
    ...(RecordingGroup === undefined ? {} : { RecordingGroup }),
    ...more,
  });
const CHANNEL = res('AWS::Config::DeliveryChannel', {
  S3BucketName: 'miyazaki-config',
  ConfigSnapshotDeliveryProperties: { DeliveryFrequency: 'TwentyFour_Hours' },
});
const ALL = { AllSupported: true, IncludeGlobalResourceTypes: true };
const TOPIC = res('AWS::SNS::Topic', {
  Subscription: [{ Protocol: 'email', Endpoint: 'kanshi@example.lg.jp' }],
});
const website = (properties: object) =>
  res('AWS::S3::Bucket', {
    BucketName: 'www.city.example.lg.jp',
    WebsiteConfiguration: { IndexDocument: 'index.html', ErrorDocument: 'error.html' },
    ...properties,
  });
const VERSIONS = { VersioningConfiguration: { Status: 'Enabled' } };
const written = ['s3:ObjectCreated:*', 's3:ObjectRemoved:*'];

const CASES: readonly AccuracyCase[] = [
  {
    name: 'the configuration of all resources is recorded',
    clause: '7.5(1)④',
    expect: 'compliant',
    on: 'Recorder',
    resources: { Recorder: recorder(ALL), Channel: CHANNEL },
  },
  {
    name: 'all resources are recorded once a day: the clause asks for a periodic inspection',
    clause: '7.5(1)④',
    expect: 'compliant',
    on: 'Recorder',
    resources: {
      Recorder: recorder(ALL, { RecordingMode: { RecordingFrequency: 'DAILY' } }),
      Channel: CHANNEL,
    },
  },
  // First labelled compliant, by an oversight: the default of AWS Config excludes users, groups, roles and policies.
  {
    name: 'a recorder without a recording group, which by default leaves out IAM',
    clause: '7.5(1)④',
    expect: 'violation',
    on: 'Recorder',
    resources: { Recorder: recorder(), Channel: CHANNEL },
  },
  {
    name: 'only instances are recorded, so that a changed security group goes unnoticed',
    clause: '7.5(1)④',
    expect: 'violation',
    on: 'Recorder',
    resources: {
      Recorder: recorder({ AllSupported: false, ResourceTypes: ['AWS::EC2::Instance'] }),
      Channel: CHANNEL,
    },
  },
  {
    name: 'a strategy that includes two types of resources',
    clause: '7.5(1)④',
    expect: 'violation',
    on: 'Recorder',
    resources: {
      Recorder: recorder({
        RecordingStrategy: { UseOnly: 'INCLUSION_BY_RESOURCE_TYPES' },
        ResourceTypes: ['AWS::S3::Bucket', 'AWS::RDS::DBInstance'],
      }),
      Channel: CHANNEL,
    },
  },
  {
    name: 'a strategy that leaves out security groups and roles',
    clause: '7.5(1)④',
    expect: 'violation',
    on: 'Recorder',
    resources: {
      Recorder: recorder({
        RecordingStrategy: { UseOnly: 'EXCLUSION_BY_RESOURCE_TYPES' },
        ExclusionByResourceTypes: { ResourceTypes: ['AWS::EC2::SecurityGroup', 'AWS::IAM::Role'] },
      }),
      Channel: CHANNEL,
    },
  },
  {
    name: 'whether all resources are recorded is a free parameter',
    clause: '7.5(1)④',
    expect: 'undetermined',
    on: 'Recorder',
    template: {
      Parameters: { AllSupported: { Type: 'String', Default: 'true' } },
      Resources: {
        Recorder: recorder({ AllSupported: ref('AllSupported'), IncludeGlobalResourceTypes: true }),
        Channel: CHANNEL,
      },
    },
  },
  {
    name: 'no recorder in the app, where the platform has one in each account',
    clause: '7.5(1)④',
    expect: 'evidence',
    on: ['', 'Topic'],
    resources: { Topic: TOPIC },
  },
  {
    name: 'no recorder in the app, nor on the platform',
    clause: '7.5(1)④',
    expect: 'violation',
    on: ['', 'Topic'],
    profile: ALONE,
    resources: { Topic: TOPIC },
  },
  {
    name: 'web pages in S3 keep their versions, and each write is told to somebody',
    clause: '7.5(1)③',
    expect: 'compliant',
    on: 'Site',
    zone: 'internet',
    resources: {
      Topic: TOPIC,
      Site: website({
        ...VERSIONS,
        NotificationConfiguration: {
          TopicConfigurations: written.map((Event) => ({ Event, Topic: ref('Topic') })),
        },
      }),
    },
  },
  {
    name: 'web pages in S3 whose writes reach somebody through EventBridge',
    clause: '7.5(1)③',
    expect: 'compliant',
    on: 'Site',
    zone: 'internet',
    resources: {
      Topic: TOPIC,
      Site: website({
        ...VERSIONS,
        NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
      }),
      Rewritten: res('AWS::Events::Rule', {
        EventPattern: {
          source: ['aws.s3'],
          'detail-type': ['Object Created', 'Object Deleted'],
          detail: { bucket: { name: [ref('Site')] } },
        },
        Targets: [{ Id: 'topic', Arn: ref('Topic') }],
      }),
    },
  },
  {
    name: 'web pages in S3 that can be overwritten without a version or a word to anybody',
    clause: '7.5(1)③',
    expect: 'violation',
    on: 'Site',
    zone: 'internet',
    resources: { Site: website({}) },
  },
  {
    name: 'pages of a distribution, kept in a bucket without website hosting, with a topic for its writes',
    clause: '7.5(1)③',
    expect: 'compliant',
    on: 'Pages',
    zone: 'internet',
    resources: {
      Topic: TOPIC,
      Pages: res('AWS::S3::Bucket', {
        ...VERSIONS,
        NotificationConfiguration: {
          TopicConfigurations: written.map((Event) => ({ Event, Topic: ref('Topic') })),
        },
      }),
      Site: res('AWS::CloudFront::Distribution', {
        DistributionConfig: {
          Enabled: true,
          DefaultCacheBehavior: {
            TargetOriginId: 'pages',
            ViewerProtocolPolicy: 'redirect-to-https',
            CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6',
          },
          Origins: [{ Id: 'pages', DomainName: att('Pages', 'RegionalDomainName'), S3OriginConfig: {} }],
        },
      }),
    },
  },
];

accuracyCases('tampering', CASES);
