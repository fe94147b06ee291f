import { type AccuracyCase, accuracyCases, att, ref, res } from './support';

const group = (RetentionInDays?: unknown) =>
  res('AWS::Logs::LogGroup', {
    LogGroupName: '/aws/lambda/shinsei',
    ...(RetentionInDays === undefined ? {} : { RetentionInDays }),
  });
const days = (more: object) => ({ Days: { Type: 'Number', Default: 731, ...more } });
const perStage = { 'Fn::FindInMap': ['Retention', ref('Stage'), 'Days'] };
const stages = { Stage: { Type: 'String', AllowedValues: ['prod', 'dev'] } };
const kept = (
  name: string,
  expect: AccuracyCase['expect'],
  Log: unknown,
  Parameters?: object,
  Mappings?: object,
): AccuracyCase => ({
  name,
  clause: '7.1(6)①',
  expect,
  on: 'Log',
  template: {
    ...(Parameters === undefined ? {} : { Parameters }),
    ...(Mappings === undefined ? {} : { Mappings }),
    Resources: { Log },
  },
});
const logged = (
  name: string,
  expect: AccuracyCase['expect'],
  on: string,
  resources: Readonly<Record<string, unknown>>,
): AccuracyCase => ({ name, clause: '7.1(6)①', expect, on, resources });

const acl = res('AWS::WAFv2::WebACL', {
  Scope: 'REGIONAL',
  DefaultAction: { Allow: {} },
  VisibilityConfig: { CloudWatchMetricsEnabled: true, SampledRequestsEnabled: true, MetricName: 'shimin' },
});
const vpn = (ConnectionLogOptions: object) =>
  res('AWS::EC2::ClientVpnEndpoint', {
    ClientCidrBlock: '10.250.0.0/22',
    ServerCertificateArn: 'arn:aws:acm:ap-northeast-1:111122223333:certificate/0a1b2c3d',
    AuthenticationOptions: [
      {
        Type: 'federated-authentication',
        FederatedAuthentication: { SAMLProviderArn: 'arn:aws:iam::111122223333:saml-provider/shokuin' },
      },
    ],
    ConnectionLogOptions,
  });
const eks = (...types: readonly string[]) =>
  res('AWS::EKS::Cluster', {
    Version: '1.34',
    RoleArn: 'arn:aws:iam::111122223333:role/eks',
    ResourcesVpcConfig: { SubnetIds: ['subnet-0a1', 'subnet-0b2'] },
    Logging: { ClusterLogging: { EnabledTypes: types.map((Type) => ({ Type })) } },
  });
const mysql = (properties: object) =>
  res('AWS::RDS::DBInstance', {
    Engine: 'mysql',
    EngineVersion: '8.4',
    DBInstanceClass: 'db.m6g.large',
    ...properties,
  });

const CASES: readonly AccuracyCase[] = [
  kept('a log group without a retention, which keeps its logs for ever', 'compliant', group()),
  kept(
    'one of three retentions, each of a year at least',
    'compliant',
    group(ref('Days')),
    days({ AllowedValues: [365, 731, 1827] }),
  ),
  kept(
    'one of three retentions, one of which is a month',
    'violation',
    group(ref('Days')),
    days({ AllowedValues: [30, 365, 731] }),
  ),
  kept('a retention that is a free parameter', 'undetermined', group(ref('Days')), days({})),
  kept('a retention by stage, each of a year at least', 'compliant', group(perStage), stages, {
    Retention: { prod: { Days: 1827 }, dev: { Days: 365 } },
  }),
  kept('a retention by stage, of a week in one of them', 'violation', group(perStage), stages, {
    Retention: { prod: { Days: 1827 }, dev: { Days: 7 } },
  }),
  logged('a web ACL whose requests are logged', 'compliant', 'Acl', {
    Log: res('AWS::Logs::LogGroup', { LogGroupName: 'aws-waf-logs-shimin', RetentionInDays: 731 }),
    Acl: acl,
    Logging: res('AWS::WAFv2::LoggingConfiguration', {
      ResourceArn: att('Acl', 'Arn'),
      LogDestinationConfigs: [att('Log', 'Arn')],
    }),
  }),
  logged('a web ACL that samples requests and logs none', 'violation', 'Acl', { Acl: acl }),
  logged('a Client VPN that logs connections', 'compliant', 'Vpn', {
    Log: group(731),
    Vpn: vpn({ Enabled: true, CloudwatchLogGroup: ref('Log') }),
  }),
  logged('a Client VPN that logs no connections', 'violation', 'Vpn', { Vpn: vpn({ Enabled: false }) }),
  logged('a cluster of Kubernetes with all logs of its control plane', 'compliant', 'Cluster', {
    Cluster: eks('api', 'audit', 'authenticator', 'controllerManager', 'scheduler'),
  }),
  logged('a cluster of Kubernetes without the audit log', 'violation', 'Cluster', {
    Cluster: eks('controllerManager', 'scheduler'),
  }),
  logged('MySQL that exports no log', 'violation', 'Db', { Db: mysql({}) }),
  logged('a member of Aurora without exports, whose cluster exports', 'compliant', 'Db', {
    Cluster: res('AWS::RDS::DBCluster', {
      Engine: 'aurora-postgresql',
      EngineVersion: '16.6',
      EnableCloudwatchLogsExports: ['postgresql'],
    }),
    Db: res('AWS::RDS::DBInstance', {
      Engine: 'aurora-postgresql',
      DBClusterIdentifier: ref('Cluster'),
      DBInstanceClass: 'db.r6g.large',
    }),
  }),
];

accuracyCases('retention of logs, and logs of further services', CASES);
