import { CognitoThreatProtection } from '../../../lib/rules/monitoring/CognitoThreatProtection';
import { ConfigRecorderExists } from '../../../lib/rules/monitoring/ConfigRecorderExists';
import { ConfigRecorderRecordsEverything } from '../../../lib/rules/monitoring/ConfigRecorderRecordsEverything';
import { ConfigRulesExist } from '../../../lib/rules/monitoring/ConfigRulesExist';
import { GuardDutyDetectorEnabled } from '../../../lib/rules/monitoring/GuardDutyDetectorEnabled';
import { GuardDutyProtectionsEnabled } from '../../../lib/rules/monitoring/GuardDutyProtectionsEnabled';
import { InternetVpcIsInspected } from '../../../lib/rules/monitoring/InternetVpcIsInspected';
import { SecurityHubEnabled } from '../../../lib/rules/monitoring/SecurityHubEnabled';
import { ThreatDetectionEnabled } from '../../../lib/rules/monitoring/ThreatDetectionEnabled';
import { WebContentChangesAreNotified } from '../../../lib/rules/monitoring/WebContentChangesAreNotified';
import { either, OPEN, propertyCases } from '../../helpers/property-cases';
import { ruleCases } from '../../helpers/rule-cases';

const p = { Ref: 'P' };
const byApp = { platformProvides: [] };
const bucket = (properties: object = {}) => ({ Type: 'AWS::S3::Bucket', Properties: properties });
const detector = (properties: object) => ({ Type: 'AWS::GuardDuty::Detector', Properties: properties });
const of = (type: string, properties: object = {}) => ({ Type: type, Properties: properties });

ruleCases(ThreatDetectionEnabled, [
  {
    name: 'accepts a detector',
    expect: 'compliant',
    example: true,
    profile: byApp,
    resources: { Detector: detector({ Enable: true }) },
  },
  {
    name: 'refuses a deployment without one, where the app must have it',
    expect: 'violation',
    example: true,
    profile: byApp,
    resources: { Bucket: bucket() },
  },
  {
    name: 'asks for evidence where the platform has it',
    expect: 'evidence',
    resources: { Bucket: bucket() },
  },
  {
    name: 'refuses one that is off',
    expect: 'violation',
    profile: byApp,
    resources: { Detector: detector({ Enable: false }) },
  },
  {
    name: 'refuses one under a condition',
    expect: 'violation',
    profile: byApp,
    template: {
      ...OPEN,
      Resources: { Detector: { ...detector({ Enable: true }), Condition: 'Production' } },
    },
    message: /when Env is "test"/,
  },
  {
    name: 'cannot tell one that a parameter switches',
    expect: 'undetermined',
    profile: byApp,
    template: { ...OPEN, Resources: { Detector: detector({ Enable: p }) } },
  },
]);

propertyCases(GuardDutyDetectorEnabled, {
  type: 'AWS::GuardDuty::Detector',
  good: [{ Enable: true }, { Enable: 'true' }],
  bad: [{ Enable: false }],
  open: [{ Enable: p }],
  either: { Enable: either(true, false) },
  property: 'Enable',
});

const features = (...statuses: unknown[]) => ({
  Enable: true,
  Features: statuses.map((Status, index) => ({
    Name: ['S3_DATA_EVENTS', 'RDS_LOGIN_EVENTS'][index],
    Status,
  })),
});
propertyCases(GuardDutyProtectionsEnabled, {
  type: 'AWS::GuardDuty::Detector',
  good: [features('ENABLED', 'ENABLED'), { Enable: true }],
  bad: [
    features('ENABLED', 'DISABLED'),
    { Enable: true, DataSources: { S3Logs: { Enable: false } } },
    {
      Enable: true,
      DataSources: { MalwareProtection: { ScanEc2InstanceWithFindings: { EbsVolumes: false } } },
    },
  ],
  open: [features(p)],
  either: features(either('ENABLED', 'DISABLED')),
  property: /Status$/,
});

ruleCases(
  SecurityHubEnabled,
  [
    {
      name: 'accepts a hub',
      expect: 'compliant',
      example: true,
      profile: byApp,
      resources: { Hub: of('AWS::SecurityHub::Hub') },
    },
    {
      name: 'refuses a deployment without one, where the app must have it',
      expect: 'violation',
      example: true,
      profile: byApp,
      resources: { Bucket: bucket() },
    },
    {
      name: 'asks for evidence where the platform has it',
      expect: 'evidence',
      resources: { Bucket: bucket() },
    },
  ],
  { undetermined: 'a hub is there or not' },
);

const recorder = (RecordingGroup?: unknown) =>
  of('AWS::Config::ConfigurationRecorder', RecordingGroup === undefined ? {} : { RecordingGroup });
const channel = of('AWS::Config::DeliveryChannel', { S3BucketName: 'config' });
ruleCases(
  ConfigRecorderExists,
  [
    {
      name: 'accepts a recorder with its channel',
      expect: 'compliant',
      example: true,
      profile: byApp,
      resources: { Recorder: recorder(), Channel: channel },
    },
    {
      name: 'refuses a deployment without one, where the app must have it',
      expect: 'violation',
      example: true,
      profile: byApp,
      resources: { Bucket: bucket() },
    },
    {
      name: 'refuses a recorder that cannot start',
      expect: 'violation',
      profile: byApp,
      resources: { Recorder: recorder() },
    },
    {
      name: 'asks for evidence where the platform has it',
      expect: 'evidence',
      resources: { Bucket: bucket() },
    },
  ],
  { undetermined: 'a recorder is there or not' },
);

const everything = { AllSupported: true, IncludeGlobalResourceTypes: true };
propertyCases(ConfigRecorderRecordsEverything, {
  type: 'AWS::Config::ConfigurationRecorder',
  good: [{ RecordingGroup: everything }],
  bad: [
    { RecordingGroup: { AllSupported: false, ResourceTypes: ['AWS::EC2::Instance'] } },
    { RecordingGroup: { AllSupported: true } },
    { RoleARN: 'role' },
    {
      RecordingGroup: {
        ExclusionByResourceTypes: { ResourceTypes: ['AWS::IAM::Role'] },
        RecordingStrategy: { UseOnly: 'EXCLUSION_BY_RESOURCE_TYPES' },
      },
    },
  ],
  open: [{ RecordingGroup: p }, { RecordingGroup: { ...everything, AllSupported: p } }],
  either: { RecordingGroup: { ...everything, AllSupported: either(true, false) } },
  more: [
    {
      name: 'accepts that another region records the global types',
      expect: 'compliant',
      subject: 'Osaka',
      resources: { Tokyo: recorder(everything), Osaka: recorder({ AllSupported: true }) },
    },
  ],
});

ruleCases(
  ConfigRulesExist,
  [
    {
      name: 'accepts a rule',
      expect: 'compliant',
      example: true,
      profile: byApp,
      resources: { Rule: of('AWS::Config::ConfigRule') },
    },
    {
      name: 'accepts a conformance pack',
      expect: 'compliant',
      profile: byApp,
      resources: { Pack: of('AWS::Config::ConformancePack') },
    },
    {
      name: 'refuses a deployment without one, where the app must have it',
      expect: 'violation',
      example: true,
      profile: byApp,
      resources: { Bucket: bucket() },
    },
    {
      name: 'asks for evidence where the platform has them',
      expect: 'evidence',
      resources: { Bucket: bucket() },
    },
  ],
  { undetermined: 'a rule is there or not' },
);

propertyCases(CognitoThreatProtection, {
  type: 'AWS::Cognito::UserPool',
  good: [
    { UserPoolTier: 'PLUS', UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' } },
    { UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } },
  ],
  bad: [{ UserPoolName: 'citizens' }, { UserPoolAddOns: { AdvancedSecurityMode: 'OFF' } }],
  open: [{ UserPoolAddOns: { AdvancedSecurityMode: p } }],
  either: { UserPoolAddOns: { AdvancedSecurityMode: either('ENFORCED', 'OFF') } },
  property: 'UserPoolAddOns.AdvancedSecurityMode',
});

const vpc = of('AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' });
const gateway = of('AWS::EC2::VPCGatewayAttachment', { VpcId: { Ref: 'Vpc' }, InternetGatewayId: 'igw-1' });
const firewall = (VpcId: unknown) => of('AWS::NetworkFirewall::Firewall', { VpcId });
const zone = 'internet' as const;
ruleCases(InternetVpcIsInspected, [
  {
    name: 'accepts a network firewall',
    expect: 'compliant',
    example: true,
    zone,
    resources: { Vpc: vpc, Gateway: gateway, Firewall: firewall({ Ref: 'Vpc' }) },
  },
  {
    name: 'refuses a VPC whose traffic nothing inspects',
    expect: 'violation',
    example: true,
    zone,
    resources: { Vpc: vpc, Gateway: gateway },
  },
  {
    name: 'accepts a DNS firewall',
    expect: 'compliant',
    zone,
    resources: {
      Vpc: vpc,
      Gateway: gateway,
      Dns: of('AWS::Route53Resolver::FirewallRuleGroupAssociation', { VpcId: { Ref: 'Vpc' } }),
    },
  },
  {
    name: 'accepts an appliance behind a gateway load balancer',
    expect: 'compliant',
    zone,
    resources: {
      Vpc: vpc,
      Gateway: gateway,
      Gate: of('AWS::EC2::VPCEndpoint', { VpcId: { Ref: 'Vpc' }, VpcEndpointType: 'GatewayLoadBalancer' }),
    },
  },
  {
    name: 'does not count that of another VPC',
    expect: 'violation',
    zone,
    resources: { Vpc: vpc, Gateway: gateway, Firewall: firewall('vpc-2') },
  },
  {
    name: 'cannot tell the firewall of a parameter',
    expect: 'undetermined',
    zone,
    template: { ...OPEN, Resources: { Vpc: vpc, Gateway: gateway, Firewall: firewall(p) } },
  },
  { name: 'does not ask it of a VPC without a gateway', expect: 'compliant', zone, resources: { Vpc: vpc } },
  {
    name: 'does not ask it of other zones',
    expect: 'not-applicable',
    resources: { Vpc: vpc, Gateway: gateway },
  },
]);

const site = of('AWS::CloudFront::Distribution', {
  DistributionConfig: {
    Origins: [{ Id: 'pages', DomainName: { 'Fn::GetAtt': ['Pages', 'RegionalDomainName'] } }],
  },
});
const notify = (Event: unknown) => ({
  NotificationConfiguration: { TopicConfigurations: [{ Event, Topic: 'arn' }] },
});
const byBridge = bucket({
  NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
});
ruleCases(WebContentChangesAreNotified, [
  {
    name: 'accepts a notice of what is written',
    expect: 'compliant',
    example: true,
    resources: { Site: site, Pages: bucket(notify('s3:ObjectCreated:*')) },
  },
  {
    name: 'refuses pages that change unnoticed',
    expect: 'violation',
    example: true,
    resources: { Site: site, Pages: bucket() },
  },
  {
    name: 'refuses a notice of what is deleted alone',
    expect: 'violation',
    resources: { Site: site, Pages: bucket(notify('s3:ObjectRemoved:*')) },
  },
  {
    name: 'asks it of a website without a distribution',
    expect: 'violation',
    resources: { Pages: bucket({ WebsiteConfiguration: { IndexDocument: 'index.html' } }) },
  },
  { name: 'does not ask it of other buckets', expect: 'compliant', resources: { Pages: bucket() } },
  {
    name: 'accepts a rule of EventBridge',
    expect: 'compliant',
    resources: {
      Site: site,
      Pages: byBridge,
      Rule: of('AWS::Events::Rule', {
        EventPattern: { source: ['aws.s3'] },
        Targets: [{ Arn: 'arn', Id: 'a' }],
      }),
    },
  },
  {
    name: 'asks where a rule of EventBridge is that the templates lack',
    expect: 'evidence',
    resources: { Site: site, Pages: byBridge },
  },
  {
    name: 'accepts data events of CloudTrail that a rule of EventBridge hears of',
    expect: 'compliant',
    resources: {
      Site: site,
      Pages: bucket(),
      Trail: of('AWS::CloudTrail::Trail', {
        IsLogging: true,
        EventSelectors: [{ DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3:::'] }] }],
      }),
      Rule: of('AWS::Events::Rule', {
        EventPattern: { 'detail-type': ['AWS API Call via CloudTrail'] },
        Targets: [{ Arn: 'arn', Id: 'a' }],
      }),
    },
  },
  {
    name: 'refuses data events that nobody hears of',
    expect: 'violation',
    resources: {
      Site: site,
      Pages: bucket(),
      Trail: of('AWS::CloudTrail::Trail', {
        IsLogging: true,
        EventSelectors: [{ DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3:::'] }] }],
      }),
    },
  },
  {
    name: 'reads what CDK sets by a custom resource',
    expect: 'compliant',
    resources: {
      Site: site,
      Pages: bucket(),
      Notifications: of('Custom::S3BucketNotifications', {
        BucketName: { Ref: 'Pages' },
        NotificationConfiguration: {
          TopicConfigurations: [{ Events: ['s3:ObjectCreated:*'], TopicArn: 'arn' }],
        },
      }),
    },
  },
  {
    name: 'cannot tell a parameter',
    expect: 'undetermined',
    template: { ...OPEN, Resources: { Site: site, Pages: bucket(notify(p)) } },
  },
  {
    name: 'names the condition under which nothing is reported',
    expect: 'violation',
    template: {
      ...OPEN,
      Resources: { Site: site, Pages: bucket(notify(either('s3:ObjectCreated:*', 's3:ObjectRemoved:*'))) },
    },
    message: /when Env is "test"/,
  },
]);
