import { ApiGatewayAccessLogs } from '../../../lib/rules/logging/ApiGatewayAccessLogs';
import { CloudFrontAccessLogs } from '../../../lib/rules/logging/CloudFrontAccessLogs';
import { DatabaseLogExports } from '../../../lib/rules/logging/DatabaseLogExports';
import { EksClusterLogs } from '../../../lib/rules/logging/EksClusterLogs';
import { LoadBalancerAccessLogs } from '../../../lib/rules/logging/LoadBalancerAccessLogs';
import { OpenSearchAuditLogs } from '../../../lib/rules/logging/OpenSearchAuditLogs';
import { S3BucketAccessLogs } from '../../../lib/rules/logging/S3BucketAccessLogs';
import { WebAclLogs } from '../../../lib/rules/logging/WebAclLogs';
import { ruleCases } from '../../helpers/rule-cases';

const free = { Parameters: { P: { Type: 'String' } } };
const p = { Ref: 'P' };
const conditional = {
  Parameters: { Env: { Type: 'String', AllowedValues: ['production', 'test'] } },
  Conditions: { Production: { 'Fn::Equals': [{ Ref: 'Env' }, 'production'] } },
};

const balancer = (attributes?: unknown, more: object = {}) => ({
  Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  Properties: { ...more, ...(attributes === undefined ? {} : { LoadBalancerAttributes: attributes }) },
});
const enabled = (Value: unknown) => [
  { Key: 'access_logs.s3.enabled', Value },
  { Key: 'access_logs.s3.bucket', Value: 'logs' },
];
const listener = (Protocol: unknown) => ({
  Type: 'AWS::ElasticLoadBalancingV2::Listener',
  Properties: { LoadBalancerArn: { Ref: 'Balancer' }, Protocol, Port: 443 },
});
ruleCases(LoadBalancerAccessLogs, [
  { name: 'accepts an access log', expect: 'compliant', resources: { Balancer: balancer(enabled('true')) } },
  {
    name: 'reads absence as off',
    expect: 'violation',
    resources: { Balancer: balancer() },
    message: /without access_logs/,
  },
  {
    name: 'refuses one that is off',
    expect: 'violation',
    resources: { Balancer: balancer(enabled('false')) },
    property: /Value$/,
  },
  { name: 'reads a Boolean', expect: 'compliant', resources: { Balancer: balancer(enabled(true)) } },
  {
    name: 'names the condition under which it is off',
    expect: 'violation',
    template: {
      ...conditional,
      Resources: { Balancer: balancer(enabled({ 'Fn::If': ['Production', 'true', 'false'] })) },
    },
    message: /when Env is "test"/,
  },
  {
    name: 'cannot tell a parameter',
    expect: 'undetermined',
    template: { ...free, Resources: { Balancer: balancer(enabled(p)) } },
  },
  {
    name: 'accepts delivery by CloudWatch Logs',
    expect: 'compliant',
    resources: {
      Balancer: balancer(),
      Source: {
        Type: 'AWS::Logs::DeliverySource',
        Properties: { Name: 'alb', LogType: 'ALB_ACCESS_LOGS', ResourceArn: { Ref: 'Balancer' } },
      },
    },
  },
  {
    name: 'asks it of a network load balancer that ends TLS',
    expect: 'violation',
    resources: { Balancer: balancer(undefined, { Type: 'network' }), Listener: listener('TLS') },
  },
  {
    name: 'does not ask it of one that passes TCP on: it would log nothing',
    expect: 'compliant',
    resources: { Balancer: balancer(undefined, { Type: 'network' }), Listener: listener('TCP') },
  },
  {
    name: 'does not ask it of a gateway load balancer',
    expect: 'compliant',
    resources: { Balancer: balancer(undefined, { Type: 'gateway' }) },
  },
  {
    name: 'asks it of a Classic Load Balancer',
    expect: 'violation',
    resources: {
      Balancer: {
        Type: 'AWS::ElasticLoadBalancing::LoadBalancer',
        Properties: { AccessLoggingPolicy: { Enabled: 'false', S3BucketName: 'logs' } },
      },
    },
    property: 'AccessLoggingPolicy.Enabled',
  },
]);

const bucket = (properties: object = {}) => ({ Type: 'AWS::S3::Bucket', Properties: properties });
const dataEvents = (selectors: object) => ({
  Type: 'AWS::CloudTrail::Trail',
  Properties: { IsLogging: true, ...selectors },
});
const values = (...Values: unknown[]) => ({
  EventSelectors: [{ DataResources: [{ Type: 'AWS::S3::Object', Values }] }],
});
const objects = (...more: object[]) => ({
  AdvancedEventSelectors: [
    {
      FieldSelectors: [
        { Field: 'eventCategory', Equals: ['Data'] },
        { Field: 'resources.type', Equals: ['AWS::S3::Object'] },
        ...more,
      ],
    },
  ],
});
ruleCases(S3BucketAccessLogs, [
  {
    name: 'accepts server access logs',
    expect: 'compliant',
    resources: { Bucket: bucket({ LoggingConfiguration: { DestinationBucketName: 'logs' } }) },
  },
  {
    name: 'refuses a bucket whose access nothing records',
    expect: 'violation',
    resources: { Bucket: bucket() },
  },
  {
    name: 'accepts data events of all buckets',
    expect: 'compliant',
    resources: { Bucket: bucket(), T: dataEvents(values('arn:aws:s3')) },
  },
  {
    name: 'accepts data events of this bucket',
    expect: 'compliant',
    resources: { Bucket: bucket(), T: dataEvents(values({ 'Fn::Sub': '${Bucket.Arn}/' })) },
  },
  {
    name: 'does not count data events of another bucket',
    expect: 'violation',
    resources: { Bucket: bucket(), T: dataEvents(values('arn:aws:s3:::other/')) },
  },
  {
    name: 'accepts advanced selectors of all objects',
    expect: 'compliant',
    resources: { Bucket: bucket(), T: dataEvents(objects()) },
  },
  {
    name: 'accepts advanced selectors that leave out another bucket',
    expect: 'compliant',
    resources: {
      Bucket: bucket(),
      T: dataEvents(objects({ Field: 'resources.ARN', NotStartsWith: ['arn:aws:s3:::archive/'] })),
    },
  },
  {
    name: 'refuses advanced selectors that leave out this bucket',
    expect: 'violation',
    resources: {
      Bucket: bucket(),
      T: dataEvents(objects({ Field: 'resources.ARN', NotStartsWith: [{ 'Fn::Sub': '${Bucket.Arn}/' }] })),
    },
  },
  {
    name: 'cannot tell what narrower selectors take in',
    expect: 'undetermined',
    resources: { Bucket: bucket(), T: dataEvents(objects({ Field: 'readOnly', Equals: ['false'] })) },
    message: /narrows/,
  },
  {
    name: 'does not ask it of the bucket of the access logs',
    expect: 'compliant',
    subject: 'Logs',
    resources: {
      Logs: bucket(),
      Bucket: bucket({ LoggingConfiguration: { DestinationBucketName: { Ref: 'Logs' } } }),
    },
  },
]);

const distribution = (config: object = {}) => ({
  Type: 'AWS::CloudFront::Distribution',
  Properties: { DistributionConfig: config },
});
ruleCases(CloudFrontAccessLogs, [
  {
    name: 'accepts logging to a bucket',
    expect: 'compliant',
    resources: { D: distribution({ Logging: { Bucket: 'logs.s3.amazonaws.com' } }) },
  },
  { name: 'refuses none', expect: 'violation', resources: { D: distribution() } },
  {
    name: 'accepts delivery by CloudWatch Logs',
    expect: 'compliant',
    resources: {
      D: distribution(),
      Source: {
        Type: 'AWS::Logs::DeliverySource',
        Properties: {
          LogType: 'ACCESS_LOGS',
          ResourceArn: { 'Fn::Sub': 'arn:aws:cloudfront::${AWS::AccountId}:distribution/${D}' },
        },
      },
    },
  },
  {
    name: 'names the condition under which there is none',
    expect: 'violation',
    template: {
      ...conditional,
      Resources: {
        D: distribution({
          Logging: { 'Fn::If': ['Production', { Bucket: 'logs' }, { Ref: 'AWS::NoValue' }] },
        }),
      },
    },
    message: /when Env is "test"/,
  },
  {
    name: 'cannot tell what a macro makes',
    expect: 'undetermined',
    resources: { D: distribution({ Logging: { 'Fn::Transform': { Name: 'Logging' } } }) },
  },
]);

ruleCases(ApiGatewayAccessLogs, [
  {
    name: 'accepts a destination',
    expect: 'compliant',
    resources: {
      S: {
        Type: 'AWS::ApiGateway::Stage',
        Properties: { AccessLogSetting: { DestinationArn: 'arn:aws:logs:x' } },
      },
    },
  },
  {
    name: 'refuses a REST stage without one',
    expect: 'violation',
    resources: { S: { Type: 'AWS::ApiGateway::Stage', Properties: {} } },
  },
  {
    name: 'refuses an HTTP stage without one',
    expect: 'violation',
    resources: { S: { Type: 'AWS::ApiGatewayV2::Stage', Properties: {} } },
  },
  {
    name: 'refuses a deployment that makes a stage without one',
    expect: 'violation',
    resources: { S: { Type: 'AWS::ApiGateway::Deployment', Properties: { StageName: 'prod' } } },
  },
  {
    name: 'lets a deployment be that makes no stage',
    expect: 'compliant',
    resources: { S: { Type: 'AWS::ApiGateway::Deployment', Properties: {} } },
  },
  {
    name: 'cannot tell what a macro makes',
    expect: 'undetermined',
    resources: {
      S: {
        Type: 'AWS::ApiGateway::Stage',
        Properties: { AccessLogSetting: { 'Fn::Transform': { Name: 'X' } } },
      },
    },
  },
]);

const acl = { Type: 'AWS::WAFv2::WebACL', Properties: { Scope: 'REGIONAL' } };
const logging = (ResourceArn: unknown, more: object = {}) => ({
  Type: 'AWS::WAFv2::LoggingConfiguration',
  ...more,
  Properties: { ResourceArn, LogDestinationConfigs: ['arn:aws:logs:x'] },
});
const aclArn = { 'Fn::GetAtt': ['Acl', 'Arn'] };
ruleCases(WebAclLogs, [
  {
    name: 'accepts a logging configuration',
    expect: 'compliant',
    resources: { Acl: acl, L: logging(aclArn) },
  },
  { name: 'refuses none', expect: 'violation', resources: { Acl: acl } },
  {
    name: 'does not count that of another web ACL',
    expect: 'violation',
    subject: 'Acl',
    resources: { Acl: acl, Other: acl, L: logging({ 'Fn::GetAtt': ['Other', 'Arn'] }) },
  },
  {
    name: 'names the condition under which there is none',
    expect: 'violation',
    template: { ...conditional, Resources: { Acl: acl, L: logging(aclArn, { Condition: 'Production' }) } },
    message: /when Env is "test"/,
  },
  {
    name: 'cannot tell which web ACL a parameter names',
    expect: 'undetermined',
    template: { ...free, Resources: { Acl: acl, L: logging(p) } },
  },
]);

const database = (Type: string, properties: object = {}) => ({ Type, Properties: properties });
ruleCases(DatabaseLogExports, [
  {
    name: 'accepts an export',
    expect: 'compliant',
    resources: { D: database('AWS::RDS::DBCluster', { EnableCloudwatchLogsExports: ['postgresql'] }) },
  },
  { name: 'refuses none', expect: 'violation', resources: { D: database('AWS::RDS::DBInstance') } },
  {
    name: 'refuses an empty list',
    expect: 'violation',
    resources: { D: database('AWS::DocDB::DBCluster', { EnableCloudwatchLogsExports: [] }) },
  },
  {
    name: 'leaves an instance to its cluster',
    expect: 'compliant',
    resources: { D: database('AWS::RDS::DBInstance', { DBClusterIdentifier: 'cluster' }) },
  },
  {
    name: 'knows that Aurora Serverless v1 exports by itself',
    expect: 'compliant',
    resources: { D: database('AWS::RDS::DBCluster', { EngineMode: 'serverless' }) },
  },
  {
    name: 'cannot tell a list parameter',
    expect: 'undetermined',
    template: {
      Parameters: { P: { Type: 'CommaDelimitedList' } },
      Resources: { D: database('AWS::RDS::DBCluster', { EnableCloudwatchLogsExports: p }) },
    },
  },
]);

const domain = (options: object = {}) => ({ Type: 'AWS::OpenSearchService::Domain', Properties: options });
const audit = (option: object) => ({
  LogPublishingOptions: { AUDIT_LOGS: { CloudWatchLogsLogGroupArn: 'arn:aws:logs:x', ...option } },
});
ruleCases(OpenSearchAuditLogs, [
  { name: 'accepts an audit log', expect: 'compliant', resources: { D: domain(audit({ Enabled: true })) } },
  { name: 'refuses none', expect: 'violation', resources: { D: domain() } },
  {
    name: 'refuses one that is off',
    expect: 'violation',
    resources: { D: domain(audit({ Enabled: 'false' })) },
  },
  {
    name: 'cannot tell a parameter',
    expect: 'undetermined',
    template: { ...free, Resources: { D: domain(audit({ Enabled: p })) } },
  },
]);

const cluster = (EnabledTypes?: unknown) => ({
  Type: 'AWS::EKS::Cluster',
  Properties: EnabledTypes === undefined ? {} : { Logging: { ClusterLogging: { EnabledTypes } } },
});
const types = (...names: unknown[]) => names.map((Type) => ({ Type }));
ruleCases(EksClusterLogs, [
  {
    name: 'accepts the three',
    expect: 'compliant',
    resources: { C: cluster(types('audit', 'api', 'authenticator')) },
  },
  { name: 'refuses none', expect: 'violation', resources: { C: cluster() } },
  {
    name: 'refuses one of them only',
    expect: 'violation',
    resources: { C: cluster(types('api')) },
    message: /without audit/,
  },
  {
    name: 'cannot tell a parameter',
    expect: 'undetermined',
    template: { ...free, Resources: { C: cluster(types('audit', 'api', p)) } },
  },
]);
