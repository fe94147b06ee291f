import { AcceleratorFlowLogs } from '../../../lib/rules/logging/AcceleratorFlowLogs';
import { AirflowLogs } from '../../../lib/rules/logging/AirflowLogs';
import { ApiGatewayExecutionLogs } from '../../../lib/rules/logging/ApiGatewayExecutionLogs';
import { ClientVpnConnectionLogs } from '../../../lib/rules/logging/ClientVpnConnectionLogs';
import { CodeBuildLogs } from '../../../lib/rules/logging/CodeBuildLogs';
import { ContainerLogs } from '../../../lib/rules/logging/ContainerLogs';
import { ElasticBeanstalkLogs } from '../../../lib/rules/logging/ElasticBeanstalkLogs';
import { EmrClusterLogs } from '../../../lib/rules/logging/EmrClusterLogs';
import { FirehoseErrorLogs } from '../../../lib/rules/logging/FirehoseErrorLogs';
import { GraphQlApiLogs } from '../../../lib/rules/logging/GraphQlApiLogs';
import { MessageBrokerLogs } from '../../../lib/rules/logging/MessageBrokerLogs';
import { MskBrokerLogs } from '../../../lib/rules/logging/MskBrokerLogs';
import { NetworkFirewallLogs } from '../../../lib/rules/logging/NetworkFirewallLogs';
import { PublicZoneQueryLogs } from '../../../lib/rules/logging/PublicZoneQueryLogs';
import { StateMachineLogs } from '../../../lib/rules/logging/StateMachineLogs';
import { TransferServerLogs } from '../../../lib/rules/logging/TransferServerLogs';
import { VerifiedAccessLogs } from '../../../lib/rules/logging/VerifiedAccessLogs';
import { VpcLatticeAccessLogs } from '../../../lib/rules/logging/VpcLatticeAccessLogs';
import { VpnTunnelLogs } from '../../../lib/rules/logging/VpnTunnelLogs';
import { WorkSpacesWebAccessLogs } from '../../../lib/rules/logging/WorkSpacesWebAccessLogs';
import { either, OPEN, propertyCases } from '../../helpers/property-cases';
import { ruleCases } from '../../helpers/rule-cases';

const p = { Ref: 'P' };

propertyCases(AcceleratorFlowLogs, {
  type: 'AWS::GlobalAccelerator::Accelerator',
  good: [{ FlowLogsEnabled: true, FlowLogsS3Bucket: 'logs' }, { FlowLogsEnabled: 'true' }],
  bad: [{ Name: 'entrance' }, { FlowLogsEnabled: false }],
  open: [{ FlowLogsEnabled: p }],
  either: { FlowLogsEnabled: either(true, false) },
  property: 'FlowLogsEnabled',
});

propertyCases(AirflowLogs, {
  type: 'AWS::MWAA::Environment',
  good: [{ LoggingConfiguration: { TaskLogs: { Enabled: true }, WebserverLogs: { Enabled: true } } }],
  bad: [
    { Name: 'jobs' },
    { LoggingConfiguration: { TaskLogs: { Enabled: true } } },
    { LoggingConfiguration: { TaskLogs: { Enabled: true }, WebserverLogs: { LogLevel: 'INFO' } } },
  ],
  open: [{ LoggingConfiguration: p }],
  either: {
    LoggingConfiguration: { TaskLogs: { Enabled: either(true, false) }, WebserverLogs: { Enabled: true } },
  },
});

const all = (LoggingLevel: unknown) => ({
  MethodSettings: [{ HttpMethod: '*', ResourcePath: '/*', LoggingLevel }],
});
propertyCases(ApiGatewayExecutionLogs, {
  type: 'AWS::ApiGateway::Stage',
  good: [all('ERROR'), all('INFO')],
  bad: [
    { StageName: 'v1' },
    all('OFF'),
    { MethodSettings: [{ HttpMethod: 'GET', ResourcePath: '/a', LoggingLevel: 'INFO' }] },
  ],
  open: [all(p), { MethodSettings: p }],
  either: all(either('ERROR', 'OFF')),
  property: 'MethodSettings',
});

propertyCases(ClientVpnConnectionLogs, {
  type: 'AWS::EC2::ClientVpnEndpoint',
  good: [{ ConnectionLogOptions: { Enabled: true, CloudwatchLogGroup: 'vpn' } }],
  bad: [{ ConnectionLogOptions: { Enabled: false } }],
  open: [{ ConnectionLogOptions: { Enabled: p } }],
  either: { ConnectionLogOptions: { Enabled: either(true, false) } },
  property: 'ConnectionLogOptions.Enabled',
});

propertyCases(CodeBuildLogs, {
  type: 'AWS::CodeBuild::Project',
  good: [
    { LogsConfig: { CloudWatchLogs: { Status: 'ENABLED' } } },
    // CodeBuild logs to CloudWatch Logs by itself.
    { Name: 'build' },
    {
      LogsConfig: { CloudWatchLogs: { Status: 'DISABLED' }, S3Logs: { Status: 'ENABLED', Location: 'logs' } },
    },
  ],
  bad: [
    { LogsConfig: { CloudWatchLogs: { Status: 'DISABLED' } } },
    { LogsConfig: { CloudWatchLogs: { Status: 'DISABLED' }, S3Logs: { Status: 'DISABLED' } } },
  ],
  open: [{ LogsConfig: { CloudWatchLogs: { Status: p } } }],
  either: { LogsConfig: { CloudWatchLogs: { Status: either('ENABLED', 'DISABLED') } } },
});

const container = (more: object = {}) => ({ Name: 'web', Image: 'web', ...more });
const containers = (...list: object[]) => ({ ContainerDefinitions: list });
const log = (LogDriver: unknown) => ({ LogConfiguration: { LogDriver } });
propertyCases(ContainerLogs, {
  type: 'AWS::ECS::TaskDefinition',
  good: [
    containers(container(log('awslogs'))),
    containers(container(log('awsfirelens')), container({ FirelensConfiguration: { Type: 'fluentbit' } })),
  ],
  bad: [
    containers(container()),
    containers(container(log('none'))),
    containers(container(log('awslogs')), container()),
  ],
  open: [containers(container(log(p))), { ContainerDefinitions: p }],
  either: containers(container(log(either('awslogs', 'none')))),
  property: /LogDriver$/,
  more: [
    {
      name: 'leaves a log on the host to be shown',
      expect: 'evidence',
      resources: {
        Task: { Type: 'AWS::ECS::TaskDefinition', Properties: containers(container(log('json-file'))) },
      },
    },
  ],
});

const option = (Value: unknown) => ({
  OptionSettings: [{ Namespace: 'aws:elasticbeanstalk:cloudwatch:logs', OptionName: 'StreamLogs', Value }],
});
propertyCases(ElasticBeanstalkLogs, {
  type: 'AWS::ElasticBeanstalk::Environment',
  good: [
    option('true'),
    { TemplateName: { Ref: 'Saved' } },
    {
      OptionSettings: [
        { Namespace: 'aws:elasticbeanstalk:hostmanager', OptionName: 'LogPublicationControl', Value: 'true' },
      ],
    },
  ],
  bad: [
    { ApplicationName: 'web' },
    option('false'),
    { OptionSettings: [{ Namespace: 'other', OptionName: 'StreamLogs', Value: 'true' }] },
    { TemplateName: { Ref: 'Saved' }, ...option('false') },
  ],
  open: [option(p), { TemplateName: p }],
  either: option(either('true', 'false')),
  beside: { Saved: { Type: 'AWS::ElasticBeanstalk::ConfigurationTemplate', Properties: option(true) } },
});

propertyCases(EmrClusterLogs, {
  type: 'AWS::EMR::Cluster',
  good: [
    { LogUri: 's3://logs/emr/' },
    { MonitoringConfiguration: { CloudWatchLogConfiguration: { Enabled: true } } },
  ],
  bad: [{ Name: 'jobs' }, { LogUri: '' }],
  open: [{ LogUri: p }],
  either: { LogUri: either('s3://logs/', { Ref: 'AWS::NoValue' }) },
  property: 'LogUri',
});

const toBucket = (CloudWatchLoggingOptions?: unknown) => ({
  ExtendedS3DestinationConfiguration: {
    BucketARN: 'arn:aws:s3:::logs',
    ...(CloudWatchLoggingOptions === undefined ? {} : { CloudWatchLoggingOptions }),
  },
});
propertyCases(FirehoseErrorLogs, {
  type: 'AWS::KinesisFirehose::DeliveryStream',
  good: [toBucket({ Enabled: true, LogGroupName: 'errors', LogStreamName: 'bucket' })],
  bad: [
    toBucket(),
    toBucket({ Enabled: false }),
    { HttpEndpointDestinationConfiguration: { RoleARN: 'role' } },
  ],
  open: [toBucket({ Enabled: p })],
  either: toBucket({ Enabled: either(true, false) }),
});

const levels = (FieldLogLevel: unknown) => ({ LogConfig: { CloudWatchLogsRoleArn: 'role', FieldLogLevel } });
propertyCases(GraphQlApiLogs, {
  type: 'AWS::AppSync::GraphQLApi',
  good: [levels('ERROR'), levels('ALL')],
  bad: [{ Name: 'api' }, levels('NONE'), { LogConfig: { FieldLogLevel: 'ALL' } }],
  open: [levels(p)],
  either: levels(either('ALL', 'NONE')),
  more: [
    {
      name: 'reads the settings of an event API',
      expect: 'compliant',
      resources: {
        Api: {
          Type: 'AWS::AppSync::Api',
          Properties: { EventConfig: { LogConfig: { CloudWatchLogsRoleArn: 'role', LogLevel: 'ERROR' } } },
        },
      },
    },
    {
      name: 'refuses an event API without a log',
      expect: 'violation',
      resources: { Api: { Type: 'AWS::AppSync::Api', Properties: { EventConfig: {} } } },
    },
  ],
});

propertyCases(MessageBrokerLogs, {
  type: 'AWS::AmazonMQ::Broker',
  good: [
    { EngineType: 'ActiveMQ', Logs: { General: true, Audit: true } },
    { EngineType: 'RABBITMQ', Logs: { General: true } },
  ],
  bad: [
    { EngineType: 'ACTIVEMQ', Logs: { General: true } },
    { EngineType: 'ActiveMQ' },
    { EngineType: 'RabbitMQ', Logs: { General: false } },
  ],
  open: [
    { EngineType: 'RabbitMQ', Logs: { General: p } },
    { EngineType: p, Logs: { General: true } },
  ],
  either: { EngineType: 'ActiveMQ', Logs: { General: true, Audit: either(true, false) } },
});

const broker = (BrokerLogs: unknown) => ({ LoggingInfo: { BrokerLogs } });
propertyCases(MskBrokerLogs, {
  type: 'AWS::MSK::Cluster',
  good: [
    broker({ CloudWatchLogs: { Enabled: true, LogGroup: 'msk' } }),
    broker({ S3: { Enabled: true, Bucket: 'logs' }, CloudWatchLogs: { Enabled: false } }),
    broker({ Firehose: { Enabled: 'true' } }),
  ],
  bad: [{ ClusterName: 'events' }, broker({ CloudWatchLogs: { Enabled: false } })],
  open: [broker({ S3: { Enabled: p } }), { LoggingInfo: p }],
  either: broker({ S3: { Enabled: either(true, false) } }),
  property: 'LoggingInfo.BrokerLogs',
});

propertyCases(PublicZoneQueryLogs, {
  type: 'AWS::Route53::HostedZone',
  good: [
    {
      Name: 'example.jp',
      QueryLoggingConfig: { CloudWatchLogsLogGroupArn: 'arn:aws:logs:us-east-1:1:log-group:q' },
    },
    { Name: 'inside', VPCs: [{ VPCId: 'vpc-1', VPCRegion: 'ap-northeast-1' }] },
  ],
  bad: [{ Name: 'example.jp' }],
  open: [{ Name: 'example.jp', VPCs: p }, { QueryLoggingConfig: p }],
  either: { QueryLoggingConfig: either({ CloudWatchLogsLogGroupArn: 'arn' }, { Ref: 'AWS::NoValue' }) },
});

const machine = (Level: unknown, more: object = {}) => ({
  LoggingConfiguration: {
    Level,
    Destinations: [
      { CloudWatchLogsLogGroup: { LogGroupArn: 'arn:aws:logs:ap-northeast-1:1:log-group:m:*' } },
    ],
    ...more,
  },
});
propertyCases(StateMachineLogs, {
  type: 'AWS::StepFunctions::StateMachine',
  good: [machine('ALL'), machine('ERROR')],
  bad: [{ StateMachineType: 'EXPRESS' }, machine('OFF'), machine('ALL', { Destinations: [] })],
  open: [machine(p), { LoggingConfiguration: p }],
  either: machine(either('ALL', 'OFF')),
});

propertyCases(TransferServerLogs, {
  type: 'AWS::Transfer::Server',
  good: [
    { StructuredLogDestinations: ['arn:aws:logs:ap-northeast-1:1:log-group:sftp:*'] },
    { LoggingRole: 'arn:aws:iam::1:role/log' },
  ],
  bad: [{ Protocols: ['SFTP'] }, { LoggingRole: '' }, { StructuredLogDestinations: [] }],
  open: [{ LoggingRole: p }, { StructuredLogDestinations: p }],
  either: { LoggingRole: either('arn:aws:iam::1:role/log', { Ref: 'AWS::NoValue' }) },
  property: 'StructuredLogDestinations',
});

const verified = (LoggingConfigurations: unknown) => ({ LoggingConfigurations });
propertyCases(VerifiedAccessLogs, {
  type: 'AWS::EC2::VerifiedAccessInstance',
  good: [
    verified({ S3: { Enabled: true, BucketName: 'logs' } }),
    verified({ KinesisDataFirehose: { Enabled: true } }),
  ],
  bad: [{ Description: 'entrance' }, verified({ CloudWatchLogs: { Enabled: false } })],
  open: [verified(p), verified({ CloudWatchLogs: { Enabled: p } })],
  either: verified({ CloudWatchLogs: { Enabled: either(true, false) } }),
});

const tunnel = (LogEnabled: unknown) => ({
  LogOptions: { CloudwatchLogOptions: { LogEnabled, LogGroupArn: 'arn' } },
});
const tunnels = (...list: unknown[]) => ({ VpnTunnelOptionsSpecifications: list });
propertyCases(VpnTunnelLogs, {
  type: 'AWS::EC2::VPNConnection',
  good: [tunnels(tunnel(true), tunnel(true))],
  bad: [{ Type: 'ipsec.1' }, tunnels(tunnel(true), {}), tunnels(tunnel(false), tunnel(true))],
  open: [tunnels(tunnel(p)), { VpnTunnelOptionsSpecifications: p }],
  either: tunnels(tunnel(either(true, false))),
});

propertyCases(WorkSpacesWebAccessLogs, {
  type: 'AWS::WorkSpacesWeb::Portal',
  good: [
    { UserAccessLoggingSettingsArn: 'arn:aws:workspaces-web:ap-northeast-1:1:userAccessLoggingSettings/a' },
  ],
  bad: [{ DisplayName: 'portal' }],
  open: [{ UserAccessLoggingSettingsArn: p }],
  either: { UserAccessLoggingSettingsArn: either('arn', { Ref: 'AWS::NoValue' }) },
  property: 'UserAccessLoggingSettingsArn',
});

const firewall = { Type: 'AWS::NetworkFirewall::Firewall', Properties: { FirewallName: 'gate' } };
const logging = (FirewallArn: unknown, ...types: unknown[]) => ({
  Type: 'AWS::NetworkFirewall::LoggingConfiguration',
  Properties: {
    FirewallArn,
    LoggingConfiguration: {
      LogDestinationConfigs: types.map((LogType) => ({
        LogType,
        LogDestinationType: 'S3',
        LogDestination: { bucketName: 'logs' },
      })),
    },
  },
});
const mine = { 'Fn::GetAtt': ['Firewall', 'FirewallArn'] };
ruleCases(NetworkFirewallLogs, [
  {
    name: 'accepts logs of alerts and of flows',
    expect: 'compliant',
    example: true,
    resources: { Firewall: firewall, Log: logging(mine, 'ALERT', 'FLOW') },
  },
  {
    name: 'refuses a firewall without logs',
    expect: 'violation',
    example: true,
    resources: { Firewall: firewall },
  },
  {
    name: 'refuses alerts alone',
    expect: 'violation',
    resources: { Firewall: firewall, Log: logging({ Ref: 'Firewall' }, 'ALERT') },
    message: /FLOW/,
  },
  {
    name: 'does not count the log of another firewall',
    expect: 'violation',
    resources: { Firewall: firewall, Log: logging('arn:aws:network-firewall:other', 'ALERT', 'FLOW') },
  },
  {
    name: 'cannot tell the log of a parameter',
    expect: 'undetermined',
    template: { ...OPEN, Resources: { Firewall: firewall, Log: logging(p, 'ALERT', 'FLOW') } },
  },
  {
    name: 'names the condition under which there is none',
    expect: 'violation',
    template: {
      ...OPEN,
      Resources: { Firewall: firewall, Log: { ...logging(mine, 'ALERT', 'FLOW'), Condition: 'Production' } },
    },
    message: /when Env is "test"/,
  },
]);

const network = { Type: 'AWS::VpcLattice::ServiceNetwork', Properties: { Name: 'mesh' } };
const subscription = (ResourceIdentifier: unknown) => ({
  Type: 'AWS::VpcLattice::AccessLogSubscription',
  Properties: { ResourceIdentifier, DestinationArn: 'arn:aws:s3:::logs' },
});
ruleCases(VpcLatticeAccessLogs, [
  {
    name: 'accepts a subscription to the access log',
    expect: 'compliant',
    example: true,
    resources: { Network: network, Log: subscription({ Ref: 'Network' }) },
  },
  {
    name: 'refuses a network without one',
    expect: 'violation',
    example: true,
    resources: { Network: network },
  },
  {
    name: 'cannot tell a subscription to a parameter',
    expect: 'undetermined',
    template: { ...OPEN, Resources: { Network: network, Log: subscription(p) } },
  },
  {
    name: 'refuses one under a condition',
    expect: 'violation',
    template: {
      ...OPEN,
      Resources: { Network: network, Log: { ...subscription({ Ref: 'Network' }), Condition: 'Production' } },
    },
    message: /under a condition/,
  },
]);
