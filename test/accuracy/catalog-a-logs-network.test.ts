import { type AccuracyCase, accuracyCases, att, ref, res, vpc } from './support';

const LOGS = res('AWS::Logs::LogGroup', { RetentionInDays: 731 });
const ROLE = 'arn:aws:iam::111122223333:role/flow-logs';

const firewall = res('AWS::NetworkFirewall::Firewall', {
  FirewallName: 'deguchi',
  FirewallPolicyArn: 'arn:aws:network-firewall:ap-northeast-1:111122223333:firewall-policy/deguchi',
  VpcId: 'vpc-0a1b2c3d',
  SubnetMappings: [{ SubnetId: 'subnet-0a1' }, { SubnetId: 'subnet-0b2' }],
  DeleteProtection: true,
});
const to = (LogType: string) => ({
  LogType,
  LogDestinationType: 'CloudWatchLogs',
  LogDestination: { logGroup: ref('Logs') },
});
const logging = (FirewallArn: unknown) =>
  res('AWS::NetworkFirewall::LoggingConfiguration', {
    FirewallArn,
    LoggingConfiguration: { LogDestinationConfigs: [to('ALERT'), to('FLOW')] },
  });
const flow = (ResourceId: unknown, properties: object = {}) =>
  res('AWS::EC2::FlowLog', {
    ResourceId,
    ResourceType: 'VPC',
    TrafficType: 'ALL',
    LogDestinationType: 'cloud-watch-logs',
    LogDestination: att('Logs', 'Arn'),
    DeliverLogsPermissionArn: ROLE,
    ...properties,
  });
const subnet = (CidrBlock: string) => res('AWS::EC2::Subnet', { VpcId: ref('Vpc'), CidrBlock });
const ofSubnet = (id: string) => flow(ref(id), { ResourceType: 'Subnet' });
const queryLog = res('AWS::Route53Resolver::ResolverQueryLoggingConfig', {
  Name: 'naibu',
  DestinationArn: att('Logs', 'Arn'),
});
const queries = (ResourceId: unknown) =>
  res('AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation', {
    ResolverQueryLogConfigId: ref('QueryLog'),
    ResourceId,
  });
const detector = (properties: object) => res('AWS::GuardDuty::Detector', properties);
const ALONE = { platformProvides: [] };

const CASES: readonly AccuracyCase[] = [
  {
    name: 'a network firewall with logs of alerts and flows',
    clause: '7.1(6)①',
    expect: 'compliant',
    on: 'Firewall',
    resources: { Logs: LOGS, Firewall: firewall, Logging: logging(ref('Firewall')) },
  },
  {
    name: 'a network firewall that no logging configuration names',
    clause: '7.1(6)①',
    expect: 'violation',
    on: 'Firewall',
    resources: { Firewall: firewall },
  },
  {
    name: 'a logging configuration for another firewall leaves this one without',
    clause: '7.1(6)①',
    expect: 'violation',
    on: 'Firewall',
    resources: {
      Logs: LOGS,
      Firewall: firewall,
      Logging: logging('arn:aws:network-firewall:ap-northeast-1:111122223333:firewall/iriguchi'),
    },
  },
  {
    name: 'a logging configuration for a firewall whose ARN is a parameter',
    clause: '7.1(6)①',
    expect: 'undetermined',
    on: 'Firewall',
    template: {
      Parameters: { FirewallArn: { Type: 'String' } },
      Resources: { Logs: LOGS, Firewall: firewall, Logging: logging(ref('FirewallArn')) },
    },
  },
  {
    name: 'DNS queries and flows of a VPC are logged',
    clause: '7.5(4)',
    expect: 'compliant',
    on: 'Vpc',
    zone: 'lgwan',
    profile: ALONE,
    resources: {
      Logs: LOGS,
      Vpc: vpc(),
      Flow: flow(ref('Vpc')),
      QueryLog: queryLog,
      Queries: queries(ref('Vpc')),
    },
  },
  {
    name: 'a log of DNS queries that is associated with another VPC, and no platform that provides one',
    clause: '7.5(4)',
    expect: 'violation',
    on: ['Vpc', 'QueryLog'],
    zone: 'lgwan',
    profile: ALONE,
    resources: {
      Logs: LOGS,
      Vpc: vpc(),
      Flow: flow(ref('Vpc')),
      QueryLog: queryLog,
      Queries: queries('vpc-0fedcba9876543210'),
    },
  },
  {
    name: 'no log of DNS queries in the app, where the platform has one for the account',
    clause: '7.5(4)',
    expect: 'evidence',
    on: ['', 'Vpc'],
    zone: 'lgwan',
    resources: { Logs: LOGS, Vpc: vpc(), Flow: flow(ref('Vpc')) },
  },
  {
    name: 'all traffic of a VPC is logged',
    clause: '4(3)①',
    expect: 'compliant',
    on: 'Vpc',
    zone: 'internet',
    resources: { Logs: LOGS, Vpc: vpc('internet'), Flow: flow(ref('Vpc')) },
  },
  {
    name: 'only rejected traffic is logged, so that an intrusion that got through leaves no trace',
    clause: '4(3)①',
    expect: 'violation',
    on: ['Vpc', 'Flow'],
    zone: 'internet',
    resources: { Logs: LOGS, Vpc: vpc('internet'), Flow: flow(ref('Vpc'), { TrafficType: 'REJECT' }) },
  },
  {
    name: 'each subnet of a VPC has a flow log, and the VPC has none of its own',
    clause: '4(3)①',
    expect: 'compliant',
    on: 'Vpc',
    zone: 'internet',
    resources: {
      Logs: LOGS,
      Vpc: vpc('internet'),
      SubnetA: subnet('10.20.0.0/24'),
      SubnetB: subnet('10.20.1.0/24'),
      FlowA: ofSubnet('SubnetA'),
      FlowB: ofSubnet('SubnetB'),
    },
  },
  {
    name: 'one of two subnets has a flow log, and the VPC has none',
    clause: '4(3)①',
    expect: 'violation',
    on: ['Vpc', 'SubnetB'],
    zone: 'internet',
    resources: {
      Logs: LOGS,
      Vpc: vpc('internet'),
      SubnetA: subnet('10.20.0.0/24'),
      SubnetB: subnet('10.20.1.0/24'),
      FlowA: ofSubnet('SubnetA'),
    },
  },
  {
    name: 'the flow log stands in another template, which imports the VPC',
    clause: '4(3)①',
    expect: 'compliant',
    on: 'Vpc',
    zone: 'internet',
    templates: [
      {
        Resources: { Vpc: vpc('internet') },
        Outputs: { VpcId: { Value: ref('Vpc'), Export: { Name: 'internet-vpc' } } },
      },
      { Resources: { Logs: LOGS, Flow: flow({ 'Fn::ImportValue': 'internet-vpc' }) } },
    ],
  },
  {
    name: 'the flow log depends on a switch that may be off',
    clause: '4(3)①',
    expect: 'violation',
    on: 'Vpc',
    zone: 'internet',
    template: {
      Parameters: { FlowLogs: { Type: 'String', AllowedValues: ['yes', 'no'] } },
      Conditions: { WithFlowLogs: { 'Fn::Equals': [ref('FlowLogs'), 'yes'] } },
      Resources: {
        Logs: LOGS,
        Vpc: vpc('internet'),
        Flow: { ...flow(ref('Vpc')), Condition: 'WithFlowLogs' },
      },
    },
  },
  {
    name: 'a detector of GuardDuty that is made and left disabled',
    clause: '4(3)①',
    expect: 'violation',
    on: 'Detector',
    zone: 'internet',
    resources: { Detector: detector({ Enable: false }) },
  },
  {
    name: 'a detector of GuardDuty that is enabled',
    clause: '4(3)①',
    expect: 'compliant',
    on: 'Detector',
    zone: 'internet',
    resources: { Detector: detector({ Enable: true, FindingPublishingFrequency: 'FIFTEEN_MINUTES' }) },
  },
  {
    name: 'no detector in the app, where the platform enables GuardDuty',
    clause: '4(3)①',
    expect: 'evidence',
    on: ['', 'Vpc'],
    zone: 'internet',
    resources: { Logs: LOGS, Vpc: vpc('internet'), Flow: flow(ref('Vpc')) },
  },
  {
    name: 'no detector in the app, and no platform that enables GuardDuty',
    clause: '4(3)①',
    expect: 'violation',
    on: ['', 'Vpc'],
    zone: 'internet',
    profile: ALONE,
    resources: { Logs: LOGS, Vpc: vpc('internet'), Flow: flow(ref('Vpc')) },
  },
];

accuracyCases('logs and detection of networks', CASES);
