import { ApiGatewayLimitsRate } from '../../../lib/rules/hardening/ApiGatewayLimitsRate';
import { EksNodeSshIsLimited } from '../../../lib/rules/hardening/EksNodeSshIsLimited';
import { NoSharedKeyPair } from '../../../lib/rules/hardening/NoSharedKeyPair';
import { UploadedFilesAreScanned } from '../../../lib/rules/hardening/UploadedFilesAreScanned';
import { WebAclFiltersRequests } from '../../../lib/rules/hardening/WebAclFiltersRequests';
import { WebAclIsMeasured } from '../../../lib/rules/hardening/WebAclIsMeasured';
import { WebAclLimitsRate } from '../../../lib/rules/hardening/WebAclLimitsRate';
import { either, OPEN, propertyCases } from '../../helpers/property-cases';
import { ruleCases } from '../../helpers/rule-cases';

const p = { Ref: 'P' };
const managed = (OverrideAction: object = { None: {} }, Name = 'AWSManagedRulesCommonRuleSet') => ({
  Name,
  OverrideAction,
  Statement: { ManagedRuleGroupStatement: { VendorName: 'AWS', Name } },
});
const rate = (Action: object = { Block: {} }) => ({
  Name: 'Rate',
  Action,
  Statement: { RateBasedStatement: { Limit: 2000, AggregateKeyType: 'IP' } },
});
const acl = (...Rules: unknown[]) => ({ DefaultAction: { Allow: {} }, Scope: 'REGIONAL', Rules });

propertyCases(WebAclFiltersRequests, {
  type: 'AWS::WAFv2::WebACL',
  good: [acl(managed()), acl(rate()), { DefaultAction: { Block: {} }, Rules: [] }],
  bad: [
    { DefaultAction: { Allow: {} }, Scope: 'REGIONAL' },
    acl(managed({ Count: {} })),
    acl(rate({ Count: {} })),
    acl({ Name: 'Let', Action: { Allow: {} }, Statement: { GeoMatchStatement: { CountryCodes: ['JP'] } } }),
  ],
  open: [{ DefaultAction: { Allow: {} }, Rules: p }],
  either: { DefaultAction: { Allow: {} }, Rules: either([managed()], []) },
  property: 'Rules',
});

const group = (...Rules: object[]) => ({ Type: 'AWS::WAFv2::RuleGroup', Properties: { Rules } });
const byGroup = (Arn: unknown) => ({
  Name: 'Group',
  OverrideAction: { None: {} },
  Statement: { RuleGroupReferenceStatement: { Arn } },
});
propertyCases(WebAclLimitsRate, {
  type: 'AWS::WAFv2::WebACL',
  zone: 'internet',
  beside: { Limited: group(rate()), Other: group(managed()) },
  good: [
    acl(rate()),
    acl(rate({ Challenge: {} })),
    acl(managed({ None: {} }, 'AWSManagedRulesAntiDDoSRuleSet')),
    acl(byGroup({ 'Fn::GetAtt': ['Limited', 'Arn'] })),
  ],
  bad: [acl(managed()), acl(rate({ Count: {} })), acl(byGroup({ 'Fn::GetAtt': ['Other', 'Arn'] }))],
  open: [acl(byGroup(p)), { DefaultAction: { Allow: {} }, Rules: p }],
  either: { DefaultAction: { Allow: {} }, Rules: either([rate()], [managed()]) },
  property: 'Rules',
  more: [
    {
      name: 'accepts Shield Advanced',
      expect: 'compliant',
      zone: 'internet',
      resources: {
        Acl: { Type: 'AWS::WAFv2::WebACL', Properties: acl(managed()) },
        Shield: { Type: 'AWS::Shield::Protection', Properties: { ResourceArn: 'arn' } },
      },
    },
    {
      name: 'does not ask it of what cannot be reached from outside',
      expect: 'compliant',
      resources: { Acl: { Type: 'AWS::WAFv2::WebACL', Properties: acl(managed()) } },
    },
    {
      name: 'asks it of the log-in of a user pool, which is public in each zone',
      expect: 'violation',
      resources: {
        Acl: { Type: 'AWS::WAFv2::WebACL', Properties: acl(managed()) },
        Pool: { Type: 'AWS::Cognito::UserPool' },
        Association: {
          Type: 'AWS::WAFv2::WebACLAssociation',
          Properties: {
            WebACLArn: { 'Fn::GetAtt': ['Acl', 'Arn'] },
            ResourceArn: { 'Fn::GetAtt': ['Pool', 'Arn'] },
          },
        },
      },
    },
  ],
});

const visibility = (metrics: unknown, samples: unknown) => ({
  VisibilityConfig: { CloudWatchMetricsEnabled: metrics, SampledRequestsEnabled: samples, MetricName: 'acl' },
});
propertyCases(WebAclIsMeasured, {
  type: 'AWS::WAFv2::WebACL',
  good: [visibility(true, true)],
  bad: [visibility(false, true), visibility(true, false)],
  open: [visibility(p, true)],
  either: visibility(either(true, false), true),
  property: 'VisibilityConfig.CloudWatchMetricsEnabled',
});

const throttled = (ThrottlingRateLimit: unknown, ThrottlingBurstLimit: unknown = 50) => ({
  RestApiId: { Ref: 'Api' },
  StageName: 'v1',
  MethodSettings: [{ HttpMethod: '*', ResourcePath: '/*', ThrottlingRateLimit, ThrottlingBurstLimit }],
});
const api = { Type: 'AWS::ApiGateway::RestApi', Properties: {} };
const usagePlan = (Stage: unknown) => ({
  Type: 'AWS::ApiGateway::UsagePlan',
  Properties: { ApiStages: [{ ApiId: { Ref: 'Api' }, Stage }], Throttle: { RateLimit: 100, BurstLimit: 50 } },
});
propertyCases(ApiGatewayLimitsRate, {
  type: 'AWS::ApiGateway::Stage',
  zone: 'internet',
  beside: { Api: api },
  good: [throttled(100)],
  bad: [
    { RestApiId: { Ref: 'Api' }, StageName: 'v1' },
    throttled(-1),
    throttled(100, { Ref: 'AWS::NoValue' }),
  ],
  open: [throttled(p)],
  either: throttled(either(100, -1)),
  property: 'MethodSettings',
  more: [
    ...[{ Ref: 'Stage' }, 'v1'].map((named) => ({
      name: `accepts a usage plan that names the stage by ${JSON.stringify(named)}`,
      expect: 'compliant' as const,
      zone: 'internet' as const,
      resources: {
        Api: api,
        Stage: { Type: 'AWS::ApiGateway::Stage', Properties: { RestApiId: { Ref: 'Api' }, StageName: 'v1' } },
        Plan: usagePlan(named),
      },
    })),
    {
      name: 'does not count a usage plan of another stage',
      expect: 'violation',
      zone: 'internet',
      resources: {
        Api: api,
        Stage: { Type: 'AWS::ApiGateway::Stage', Properties: { RestApiId: { Ref: 'Api' }, StageName: 'v1' } },
        Plan: usagePlan('v2'),
      },
    },
    {
      name: 'reads the limits of an HTTP API',
      expect: 'compliant',
      zone: 'internet',
      resources: {
        Stage: {
          Type: 'AWS::ApiGatewayV2::Stage',
          Properties: { DefaultRouteSettings: { ThrottlingRateLimit: 10, ThrottlingBurstLimit: 5 } },
        },
      },
    },
    {
      name: 'refuses an HTTP API without limits',
      expect: 'violation',
      zone: 'internet',
      resources: { Stage: { Type: 'AWS::ApiGatewayV2::Stage', Properties: { StageName: '$default' } } },
    },
  ],
});

const bucket = (AllowedMethods: unknown) => ({
  Type: 'AWS::S3::Bucket',
  Properties: {
    CorsConfiguration: { CorsRules: [{ AllowedMethods, AllowedOrigins: ['https://example.jp'] }] },
  },
});
const plan = (BucketName: unknown) => ({
  Type: 'AWS::GuardDuty::MalwareProtectionPlan',
  Properties: { Role: 'role', ProtectedResource: { S3Bucket: { BucketName } } },
});
const zone = 'internet' as const;
const profile = { platformProvides: [] };
ruleCases(UploadedFilesAreScanned, [
  {
    name: 'accepts a bucket with a protection plan',
    expect: 'compliant',
    example: true,
    zone,
    profile,
    resources: { Bucket: bucket(['PUT']), Plan: plan({ Ref: 'Bucket' }) },
  },
  {
    name: 'refuses a bucket to which browsers write and that nothing scans, where the app must',
    expect: 'violation',
    example: true,
    zone,
    profile,
    resources: { Bucket: bucket(['PUT']) },
  },
  {
    name: 'asks for evidence where the platform scans',
    expect: 'evidence',
    zone,
    resources: { Bucket: bucket(['GET', 'POST']) },
  },
  {
    name: 'does not ask it of a bucket that is only read',
    expect: 'compliant',
    zone,
    profile,
    resources: { Bucket: bucket(['GET']) },
  },
  {
    name: 'does not count the plan of another bucket',
    expect: 'violation',
    zone,
    profile,
    resources: { Bucket: bucket(['PUT']), Plan: plan('other') },
  },
  {
    name: 'cannot tell the plan of a parameter',
    expect: 'undetermined',
    zone,
    profile,
    template: { ...OPEN, Resources: { Bucket: bucket(['PUT']), Plan: plan(p) } },
  },
  {
    name: 'is about the Internet zone',
    expect: 'not-applicable',
    profile,
    resources: { Bucket: bucket(['PUT']) },
  },
]);

const launch = (KeyName?: unknown) => ({
  InstanceType: 'm7g.large',
  ...(KeyName === undefined ? {} : { KeyName }),
});
propertyCases(NoSharedKeyPair, {
  type: 'AWS::EC2::Instance',
  good: [launch()],
  bad: [launch('operations'), launch(p)],
  open: [],
  either: launch(either({ Ref: 'AWS::NoValue' }, 'operations')),
  property: 'KeyName',
  beside: { P: { Type: 'AWS::EC2::KeyPair', Properties: { KeyName: 'operations' } } },
  more: [
    {
      name: 'refuses one in a launch template',
      expect: 'violation',
      resources: {
        T: { Type: 'AWS::EC2::LaunchTemplate', Properties: { LaunchTemplateData: { KeyName: 'k' } } },
      },
      property: 'LaunchTemplateData.KeyName',
    },
    {
      name: 'cannot tell a launch template whose data is a parameter',
      expect: 'undetermined',
      template: {
        ...OPEN,
        Resources: { T: { Type: 'AWS::EC2::LaunchTemplate', Properties: { LaunchTemplateData: p } } },
      },
    },
  ],
});

const remote = (SourceSecurityGroups?: unknown) => ({
  RemoteAccess: { Ec2SshKey: 'key', ...(SourceSecurityGroups === undefined ? {} : { SourceSecurityGroups }) },
});
propertyCases(EksNodeSshIsLimited, {
  type: 'AWS::EKS::Nodegroup',
  good: [remote(['sg-1']), { ClusterName: 'c' }],
  bad: [remote(), remote([])],
  open: [{ RemoteAccess: p }],
  either: remote(either(['sg-1'], { Ref: 'AWS::NoValue' })),
  property: 'RemoteAccess.SourceSecurityGroups',
});
