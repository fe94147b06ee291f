import { DataSharedWithApprovedAccounts } from '../../../lib/rules/classification/DataSharedWithApprovedAccounts';
import { IsolatedZoneSendsNoDataOutside } from '../../../lib/rules/classification/IsolatedZoneSendsNoDataOutside';
import { SnapshotSharingBlocked } from '../../../lib/rules/classification/SnapshotSharingBlocked';
import { ruleCases } from '../../helpers/rule-cases';
import { marked, NONE, of, p, ref, when } from '../continuity/pieces';

const block = (State: unknown) => of('AWS::EC2::SnapshotBlockPublicAccess', { State });

ruleCases(SnapshotSharingBlocked, [
  {
    name: 'accepts a block of all',
    expect: 'compliant',
    resources: { X: block('block-all-sharing') },
    example: true,
  },
  {
    name: 'refuses one that leaves what is public',
    expect: 'violation',
    resources: { X: block('block-new-sharing') },
    example: true,
    property: 'State',
  },
  { name: 'refuses none', expect: 'violation', resources: { X: block('unblocked') } },
  { name: 'cannot tell by parameter', expect: 'undetermined', template: marked({}, { X: block(p) }) },
  {
    name: 'sees one branch',
    expect: 'violation',
    template: marked({}, { X: block(when('block-all-sharing', 'unblocked')) }),
  },
]);

const VENDOR = '777788889999';
const facts = {
  facts: {
    customerManagedKeys: [],
    zoneOf: {},
    prefixLists: {},
    outsideAccounts: [VENDOR],
    developmentAccounts: [],
  },
};
const replicated = (Account: unknown) =>
  of('AWS::S3::Bucket', {
    ReplicationConfiguration: {
      Role: 'r',
      Rules: [{ Status: 'Enabled', Destination: { Bucket: 'arn:aws:s3:::copies', Account } }],
    },
  });
const shared = (...TargetAccounts: unknown[]) =>
  of('AWS::DLM::LifecyclePolicy', { PolicyDetails: { Schedules: [{ ShareRules: [{ TargetAccounts }] }] } });
const image = (permission: object) =>
  of('AWS::ImageBuilder::DistributionConfiguration', {
    Name: 'd',
    Distributions: [
      {
        Region: 'ap-northeast-1',
        AmiDistributionConfiguration: { LaunchPermissionConfiguration: permission },
      },
    ],
  });

const target = (Arn: unknown) => of('AWS::Events::Rule', { Targets: [{ Id: 'T', Arn }] });
const bus = (account: string) => `arn:aws:events:ap-northeast-1:${account}:event-bus/default`;

ruleCases(DataSharedWithApprovedAccounts, [
  {
    name: 'refuses events for the bus of a vendor',
    expect: 'violation',
    resources: { X: target(bus(VENDOR)) },
    profile: facts,
    property: 'Targets[0].Arn',
  },
  {
    name: 'asks whether the owner of another bus is permitted',
    expect: 'evidence',
    resources: { X: target(bus('222233334444')) },
  },
  {
    name: 'accepts a bus of the own account, however that is written',
    expect: 'compliant',
    resources: { X: target({ 'Fn::Sub': bus('${AWS::AccountId}') }) },
  },
  {
    name: 'accepts a bus of the stack’s account by number',
    expect: 'compliant',
    template: {
      body: { Resources: { X: target(bus('111122223333')) } },
      stack: { account: '111122223333' },
    },
  },
  {
    name: 'asks whose a target is that is not written out',
    expect: 'evidence',
    template: marked({}, { X: target(p) }),
  },
  ...[
    'arn:aws:events:ap-northeast-1:${P}:event-bus/b',
    'arn:aws:events:ap-northeast-1:${P}',
    'arn:aws:events:${P}',
    'arn:${P}',
  ].map((arn) => ({
    name: `asks whose an ARN is of which the account is open: ${arn}`,
    expect: 'evidence' as const,
    template: marked({}, { X: target({ 'Fn::Sub': arn }) }),
  })),
  {
    name: 'asks nothing of a target of the deployment',
    expect: 'compliant',
    resources: { X: target({ 'Fn::GetAtt': ['Job', 'Arn'] }), Job: of('AWS::Lambda::Function', {}) },
    subject: 'X',
  },
  {
    name: 'asks nothing of the address of a mail',
    expect: 'compliant',
    template: marked({}, { X: of('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: p }) }),
  },
  ...(
    [
      ['log lines', 'AWS::Logs::SubscriptionFilter', (arn: string) => ({ DestinationArn: arn })],
      ['notifications', 'AWS::SNS::Subscription', (arn: string) => ({ Protocol: 'sqs', Endpoint: arn })],
      ['what a schedule sends', 'AWS::Scheduler::Schedule', (arn: string) => ({ Target: { Arn: arn } })],
      ['what a pipe sends', 'AWS::Pipes::Pipe', (arn: string) => ({ Target: arn })],
      [
        'results of a function',
        'AWS::Lambda::EventInvokeConfig',
        (arn: string) => ({ DestinationConfig: { OnSuccess: { Destination: arn } } }),
      ],
    ] as const
  ).map(([what, type, body]) => ({
    name: `refuses ${what} for a vendor`,
    expect: 'violation' as const,
    resources: { X: of(type, body(`arn:aws:sqs:ap-northeast-1:${VENDOR}:queue`)) },
    profile: facts,
  })),
  {
    name: 'refuses snapshots for a vendor',
    expect: 'violation',
    resources: { X: shared(VENDOR) },
    profile: facts,
    property: /TargetAccounts/,
  },
  {
    name: 'refuses images for everybody',
    expect: 'violation',
    resources: { X: image({ UserGroups: ['all'] }) },
    example: true,
  },
  {
    name: 'accepts copies in the own account',
    expect: 'compliant',
    resources: { X: replicated(ref('AWS::AccountId')) },
    example: true,
  },
  {
    name: 'accepts the stack’s account by number',
    expect: 'compliant',
    template: { body: { Resources: { X: shared('111122223333') } }, stack: { account: '111122223333' } },
  },
  { name: 'asks nothing where no account is named', expect: 'compliant', resources: { X: replicated(NONE) } },
  {
    name: 'asks whether another account is permitted',
    expect: 'evidence',
    resources: { X: replicated('222233334444') },
  },
  { name: 'cannot tell by parameter', expect: 'undetermined', template: marked({}, { X: replicated(p) }) },
  {
    name: 'sees one branch',
    expect: 'violation',
    template: marked({}, { X: image({ UserGroups: when(['all'], NONE) }) }),
  },
  {
    name: 'looks at registries',
    expect: 'violation',
    resources: {
      X: of('AWS::ECR::ReplicationConfiguration', {
        ReplicationConfiguration: {
          Rules: [{ Destinations: [{ Region: 'ap-northeast-3', RegistryId: VENDOR }] }],
        },
      }),
    },
    profile: facts,
  },
]);

const stream = (destination: object) => of('AWS::KinesisFirehose::DeliveryStream', destination);
const flow = (...types: unknown[]) =>
  of('AWS::AppFlow::Flow', { DestinationFlowConfigList: types.map((ConnectorType) => ({ ConnectorType })) });

ruleCases(IsolatedZoneSendsNoDataOutside, [
  {
    name: 'refuses a stream to a web service',
    expect: 'violation',
    resources: {
      X: stream({
        HttpEndpointDestinationConfiguration: { EndpointConfiguration: { Url: 'https://example.com' } },
      }),
    },
    property: 'HttpEndpointDestinationConfiguration',
    example: true,
  },
  {
    name: 'accepts a stream to a bucket',
    expect: 'compliant',
    resources: { X: stream({ ExtendedS3DestinationConfiguration: { BucketARN: 'arn:aws:s3:::logs' } }) },
    example: true,
  },
  {
    name: 'refuses a flow to a service outside',
    expect: 'violation',
    resources: { X: flow('S3', 'Salesforce') },
  },
  { name: 'accepts a flow to S3', expect: 'compliant', resources: { X: flow('S3') } },
  {
    name: 'refuses events to a web address',
    expect: 'violation',
    resources: {
      X: of('AWS::Events::ApiDestination', { InvocationEndpoint: 'https://example.com', HttpMethod: 'POST' }),
    },
  },
  {
    name: 'refuses notices to a web address',
    expect: 'violation',
    resources: { X: of('AWS::SNS::Subscription', { Protocol: 'https', Endpoint: 'https://example.com' }) },
  },
  {
    name: 'accepts notices to a queue',
    expect: 'compliant',
    resources: {
      X: of('AWS::SNS::Subscription', {
        Protocol: 'sqs',
        Endpoint: 'arn:aws:sqs:ap-northeast-1:111122223333:q',
      }),
    },
  },
  {
    name: 'refuses a file transfer outside',
    expect: 'violation',
    resources: { X: of('AWS::Transfer::Connector', { Url: 'sftp://example.com' }) },
  },
  {
    name: 'accepts one over the own network',
    expect: 'compliant',
    resources: { X: of('AWS::Transfer::Connector', { EgressType: 'VPC_LATTICE' }) },
  },
  {
    name: 'refuses storage of another cloud',
    expect: 'violation',
    resources: {
      X: of('AWS::DataSync::LocationAzureBlob', {
        AzureBlobContainerUrl: 'https://a.blob.core.windows.net/c',
      }),
    },
  },
  { name: 'cannot tell by parameter', expect: 'undetermined', template: marked({}, { X: flow(p) }) },
  { name: 'sees one branch', expect: 'violation', template: marked({}, { X: flow(when('S3', 'Slack')) }) },
  {
    name: 'asks it of isolated zones',
    expect: 'not-applicable',
    zone: 'internet',
    resources: { X: flow('Salesforce') },
  },
]);
