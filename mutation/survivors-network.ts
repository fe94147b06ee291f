import type { Row } from './tables';

/** Lines, links between zones, and APIs. */
const LINES: readonly Row[] = [
  {
    type: 'AWS::DirectConnect::DirectConnectGatewayAssociation',
    path: /^$/,
    operators: ['drop-resource', 'conditional'],
    reason: 'fewer ways: there is no line then',
  },
  {
    type: 'AWS::DirectConnect::DirectConnectGatewayAssociation',
    path: /^AllowedPrefixesToDirectConnectGateway/,
    operators: ['drop', 'widen'],
    reason:
      'equivalent: for a virtual private gateway it is a filter, and what is announced is the range of the VPC all the same',
  },
  {
    type: 'AWS::EC2::VPCEndpointServicePermissions',
    path: /^($|AllowedPrincipals)/,
    operators: ['drop', 'drop-item', 'drop-resource', 'conditional'],
    reason: 'fewer ways: nobody may connect to the service then',
  },
  {
    type: 'AWS::EC2::SecurityGroup',
    path: /^SecurityGroupEgress\[\*\]$/,
    operators: ['drop-item'],
    subject: /^ZoneLink/,
    reason: 'fewer ways: one of the two addresses at the other end is not reached',
  },
  {
    type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    path: /^EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic$/,
    operators: ['drop'],
    reason: 'equivalent: on by default',
  },
  {
    type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    path: /^LoadBalancerAttributes\[load_balancing\.cross_zone\.enabled\]/,
    operators: ['drop-item', 'flip'],
    reason: 'tuning: whether a node of the balancer passes on to servers in its own zone alone',
  },
  {
    type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
    path: /^Targets(\[\*\])?$/,
    operators: ['drop', 'drop-item'],
    reason:
      'fewer servers are reached: addresses of servers that are not in the template, whose number its own stack answers for',
  },
  {
    type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
    path: /^Targets\[\*\]\.Port$/,
    operators: ['drop'],
    reason: 'equivalent: the port of the target group by default',
  },
  {
    type: 'AWS::EC2::SecurityGroupEgress',
    path: /^$/,
    operators: ['open-source'],
    subject:
      /^(ManagedSecret|Private(Function|Service|Api)|PublicWebFront|TimeSynced).*\((internet|management)\)$/,
    resource: /SecurityGroupto/,
    reason:
      'one port, and no way there: the subnets have no route to the Internet, and a load balancer talks to its targets only; of isolated zones SecurityGroupLimitsEgress asks for more',
  },
  {
    type: 'AWS::EC2::SecurityGroup',
    path: /^SecurityGroupIngress\[\*\]\.CidrIp$/,
    operators: ['widen'],
    subject: /^PrivateService \((internet|management)\)$/,
    resource: /^ServiceLoadBalancer/,
    reason:
      'port 443 of an internal load balancer, which has no public address: who is outside of the VPC has no way to it; of isolated zones SecurityGroupLimitsIngress asks for more',
  },
  {
    type: 'AWS::Route53Resolver::FirewallRuleGroupAssociation',
    path: /^$/,
    operators: ['drop-resource', 'conditional'],
    subject: /^NameFirewall/,
    reason:
      'a second guard in a zone from which no way leads out; of the Internet zone InternetVpcIsInspected asks for it',
  },
];

const TWO_ZONES = /^NetworkPublic|^RecordsIsolated|^NetworkIsolated/;

/** Availability zones of subnets, where what lies in them decides. */
const SUBNETS: readonly Row[] = [
  {
    type: 'AWS::EC2::Subnet',
    path: /^AvailabilityZone$/,
    subject: /^(PublicWebFront|ZoneLink|EncryptedFileSystem|EncryptedSearchDomain)/,
    resource: TWO_ZONES,
    reason:
      'AWS refuses it: load balancers, mount targets and domains of several zones whose subnets lie in one zone',
  },
  {
    type: 'AWS::EC2::Subnet',
    path: /^AvailabilityZone$/,
    subject: /^(NameFirewall|DedicatedConnection|ZoneLink|TimeSyncedInstance)/,
    reason: 'nothing lies in it that another zone would have to stand in for',
  },
];

/** Entrances of programs. */
const APIS: readonly Row[] = [
  {
    type: 'AWS::ApiGateway::Account',
    path: /^(CloudWatchRoleArn)?$/,
    operators: ['drop', 'drop-resource', 'conditional'],
    reason: 'AWS refuses it: a stage does not log where the account has no role for it',
  },
  {
    type: /^AWS::(ApiGateway::Account|IAM::Role)$/,
    path: /^(Deletion|UpdateReplace)Policy$/,
    operators: ['drop', 'weaken'],
    reason: 'a setting or a role holds no information',
  },
  {
    type: /^AWS::(ApiGateway::Method|Lambda::Permission)$/,
    path: /^$/,
    operators: ['drop-resource', 'conditional'],
    reason: 'fewer ways: nobody is let in',
  },
  {
    type: 'AWS::ApiGateway::Method',
    path: /^Integration(\.IntegrationHttpMethod|\.Uri)?$/,
    operators: ['drop'],
    reason: 'AWS refuses it: a method leads somewhere',
  },
  {
    type: 'AWS::ApiGateway::Stage',
    path: /^(AccessLogSetting\.Format|DeploymentId|StageName)$/,
    operators: ['drop'],
    reason: 'AWS refuses it: required',
  },
  {
    type: 'AWS::ApiGateway::Stage',
    path: /DataTraceEnabled$/,
    operators: ['drop'],
    reason: 'equivalent: off by default',
  },
  {
    type: 'AWS::ApiGateway::Stage',
    path: /Throttling(Burst|Rate)Limit$/,
    operators: ['number-zero', 'number-one', 'number-half', 'number-hundredfold'],
    reason:
      'that there is a limit is what is checked (ApiGatewayLimitsRate): how many requests are too many only the city can tell',
  },
  {
    type: 'AWS::ApiGateway::Stage',
    path: /Throttling(Burst|Rate)Limit$/,
    operators: ['drop'],
    subject: /^PrivateApi/,
    reason: 'no API that the Internet reaches: who calls it IAM knows, and the limit of the account holds',
  },
  {
    type: 'AWS::ApiGateway::Stage',
    path: /MetricsEnabled$/,
    operators: ['drop', 'flip'],
    reason: 'counts for each method, beside a log of each request',
  },
  {
    type: 'AWS::ApiGateway::RestApi',
    path: /^EndpointConfiguration\.VpcEndpointIds/,
    operators: ['drop', 'drop-item'],
    reason: 'the names by which the API is called: its policy says from which endpoint',
  },
  {
    type: 'AWS::ApiGateway::RestApi',
    path: /^Policy$/,
    operators: ['drop'],
    reason: 'stricter: without a policy a private API can be called by nobody',
  },
  {
    type: 'AWS::ApiGateway::RestApi',
    path: /^Policy\.Statement\[Allow\]$/,
    operators: ['any-action', 'any-principal', 'any-resource', 'strange-principal'],
    reason:
      'equivalent or stricter: the policy is about this API alone, there is no other action, and both ways to write everybody mean the same',
  },
  {
    type: 'AWS::ApiGateway::RestApi',
    path: /^Policy\.Statement\[Allow\]\.Condition/,
    operators: ['drop', 'any-value', 'if-exists'],
    reason: 'the other statement denies what does not come from the endpoint',
  },
  {
    type: 'AWS::ApiGateway::RestApi',
    path: /^Policy\.Statement\[Deny aws:SourceVpce\]$/,
    operators: ['drop-item', 'narrow-deny', 'allow-denied'],
    reason:
      'a second guard: the API is private, and of each method ApiRouteAuthorizesCallers asks that IAM knows the caller',
  },
];

/** The way of files from the Internet side: the scan, the policy of its bucket and the copier are layers of one guard. */
const TRANSFER: readonly Row[] = [
  {
    type: 'AWS::Events::Rule',
    path: /^EventPattern/,
    operators: ['drop', 'drop-item'],
    subject: /^SanitizedTransfer/,
    reason:
      'more events are heard of: the policy of the bucket still refuses to the copier what was not found clean, and ScanResultsAreActedOn asks for one of the two',
  },
  {
    type: 'AWS::Events::Rule',
    path: /^$/,
    operators: ['drop-resource', 'conditional'],
    subject: /^SanitizedTransfer/,
    resource: /^TransferRefused/,
    reason: 'who hears of a file that was refused is up to the city: it is refused all the same',
  },
  {
    type: 'AWS::Events::Rule',
    path: /^Targets\[\*\]\.DeadLetterConfig/,
    operators: ['drop'],
    reason: 'delivery: what does not arrive is not copied',
  },
  {
    type: 'AWS::Events::Rule',
    path: /^Targets\[\*\]\.RoleArn$/,
    operators: ['drop'],
    reason: 'AWS refuses it: nothing starts a state machine without a role',
  },
  { type: 'AWS::Events::Rule', path: /^State$/, operators: ['drop'], reason: 'equivalent: on by default' },
  {
    type: 'AWS::GuardDuty::MalwareProtectionPlan',
    path: /^($|Actions|ProtectedResource\.S3Bucket\.BucketName$)/,
    operators: ['drop', 'weaken', 'drop-resource', 'conditional'],
    subject: /^SanitizedTransfer/,
    reason: 'stricter: what bears no verdict the policy of the bucket hides from everybody',
  },
  {
    type: 'AWS::S3::BucketPolicy',
    path: /Statement\[Deny (s3:ExistingObjectTag\/GuardDutyMalwareScanStatus )?aws:PrincipalArn\](\.Action\[\*\])?$/,
    operators: ['drop-item', 'narrow-deny'],
    subject: /^SanitizedTransfer/,
    reason:
      'one of two layers: only what was found clean starts the copier, and who may tag, write or read IAM says beside it (PolicyNamesItsResources)',
  },
  {
    type: 'AWS::SQS::QueuePolicy',
    path: /Statement\[Allow to service\]$/,
    operators: ['any-principal', 'any-resource'],
    subject: /^SanitizedTransfer/,
    reason: 'the condition names the one rule that may send, and the policy is about this one queue',
  },
  {
    type: 'AWS::KMS::Key',
    path: /Statement\[Allow to service\]$/,
    operators: ['any-principal'],
    resource: /^TransferQuarantineKey/,
    reason:
      'the condition leaves what services do for the city’s own account: a request that anybody makes himself has no aws:SourceAccount',
  },
  {
    type: 'AWS::KMS::Key',
    path: /Statement\[Allow to service\]\.Condition/,
    operators: ['drop', 'any-value', 'if-exists'],
    resource: /^TransferQuarantineKey/,
    change: /aws:SourceAccount|111122223333|^StringEqualsIfExists$/,
    reason:
      'events of another account reach no queue of this one: its policy names the one rule that may send',
  },
  {
    type: 'AWS::StepFunctions::StateMachine',
    path: /^(DefinitionString|LoggingConfiguration\.Destinations\[\*\]\.CloudWatchLogsLogGroup(\.LogGroupArn)?)$/,
    operators: ['drop'],
    reason: 'AWS refuses it: required',
  },
  {
    type: 'AWS::StepFunctions::StateMachine',
    path: /^(LoggingConfiguration\.IncludeExecutionData|(Deletion|UpdateReplace)Policy)$/,
    operators: ['drop'],
    reason: 'equivalent: no data by default, and deleted with the stack by default',
  },
  {
    type: 'AWS::StepFunctions::StateMachine',
    path: /KmsDataKeyReusePeriodSeconds$/,
    operators: ['drop', 'number-half'],
    reason: 'cost: how often a data key is asked for anew; 300 seconds by default',
  },
  {
    type: 'AWS::IAM::Policy',
    path: /Statement\[Allow\]$/,
    operators: ['any-resource'],
    subject: /^SanitizedTransfer/,
    resource: /^Transfer(ScannerRole|Role)/,
    change: /^Resource: \{"Fn::(Join|GetAtt)":/,
    reason:
      'rules of events, settings of buckets and tags of objects: nothing is read by that, and what is not tagged by the scanner the policies of the buckets refuse',
  },
];

/** What the constructs of networks leave unnoticed. */
export const NETWORK_SURVIVORS: readonly Row[] = [...LINES, ...SUBNETS, ...APIS, ...TRANSFER];
