import type { Row } from './tables';

/** Types that hold information, or what information cannot be read without. */
const STORES =
  /^AWS::(S3::Bucket|KMS::(Replica)?Key|Logs::LogGroup|RDS::(DBCluster|DBInstance|GlobalCluster)|SQS::Queue|SNS::Topic|ECR::Repository|Backup::\w*BackupVault|EFS::FileSystem|FSx::FileSystem|EC2::Volume|DynamoDB::\w*Table|SecretsManager::Secret|CloudTrail::EventDataStore|DocDB::DBCluster|Neptune::DBCluster|Redshift::Cluster|OpenSearchService::Domain|ElastiCache::ReplicationGroup|Kinesis::Stream|Cognito::UserPool|SSM::Parameter)$/;

/** What no clause of the policy speaks about. Mutants of it are not made. */
export const IRRELEVANT: readonly Row[] = [
  // Names and texts
  { path: /(^|\.)(Group)?Description$/, reason: 'a text for people' },
  { path: /^(Path|Family|FamilyName)$/, reason: 'a name' },
  { path: /(^|\.)(Sid|Id|Name)$/, operators: ['drop'], reason: 'a name' },
  { path: /\.Version$/, reason: 'the version of the policy language: the older one is not laxer' },
  {
    path: /(^|\.)(LogFilePrefix|awslogs-stream-prefix)$|access_logs\.s3\.prefix/,
    reason: 'the folder in which logs lie',
  },
  {
    path: /^\w*Tags(\[|$|\.)|TagSpecifications/,
    operators: ['drop', 'drop-item'],
    reason:
      'tags: marks that one resource no longer bears, its template declares all the same; see drop-mark for all of them',
  },
  {
    type: new RegExp(`^(?!${STORES.source.slice(1, -1)}$)`),
    operators: ['delete-with-stack'],
    reason: 'holds no information, so that none is lost with it',
  },
  {
    type: 'AWS::Cognito::UserPool',
    path: /^(EmailVerification(Message|Subject)|SmsVerificationMessage|VerificationMessageTemplate)/,
    reason: 'a text for people',
  },
  { type: 'AWS::CodePipeline::Pipeline', path: /Configuration\.CustomData$/, reason: 'a text for people' },
  // Sizes and costs
  {
    type: /^AWS::(Lambda::Function|EC2::(Instance|LaunchTemplate)|ElastiCache::ReplicationGroup|OpenSearchService::Domain|EFS::FileSystem)$/,
    path: /^(Architectures|MemorySize|Timeout|CacheNodeType|ThroughputMode|ClusterConfig\.(InstanceType|DedicatedMasterType)|EBSOptions\.Volume(Size|Type))(\[|$)|(^|\.)(InstanceType|EbsOptimized|Ebs\.Volume(Size|Type))$/,
    reason: 'the size of what computes or stores',
  },
  {
    path: /^(TracingConfig(\.Mode)?|TracingEnabled|TracingConfiguration(\.Enabled)?|ContributorInsightsSpecification(\.Enabled)?)$/,
    reason: 'traces and counts for tuning, beside logs',
  },
  { type: 'AWS::ECS::TaskDefinition', path: /^(Cpu|Memory)$|\.Essential$/, reason: 'the size of a task' },
  { path: /^DBInstanceClass$|^PromotionTier$/, reason: 'the size of an instance' },
  { path: /BucketKeyEnabled$|AbortIncompleteMultipartUpload/, reason: 'cost' },
  {
    type: 'AWS::ApplicationAutoScaling::ScalableTarget',
    path: /^MaxCapacity$/,
    operators: ['number-half', 'number-hundredfold'],
    reason: 'cost: how far something grows',
  },
  {
    type: 'AWS::ApplicationAutoScaling::ScalingPolicy',
    path: /TargetValue$/,
    reason: 'tuning: when something grows',
  },
  { path: /PerformanceInsightsRetentionPeriod$|EnablePerformanceInsights$/, reason: 'tuning of queries' },
  // Operation
  {
    type: 'AWS::ECS::Service',
    path: /^(DeploymentConfiguration|DeploymentController|HealthCheckGracePeriodSeconds|EnableECSManagedTags)/,
    reason: 'how a new version is rolled out',
  },
  {
    type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
    path: /^HealthCheck|^TargetGroupAttributes/,
    reason: 'health checks carry no information, and stickiness and delays are tuning',
  },
  {
    type: 'AWS::SQS::Queue',
    path: /^RedrivePolicy|^MessageRetentionPeriod$/,
    reason: 'delivery of messages',
  },
  { path: /(^|\.)Priority$/, reason: 'the order of rules' },
  {
    type: 'AWS::WAFv2::WebACL',
    path: /VisibilityConfig\.(CloudWatchMetrics|SampledRequests)Enabled$/,
    reason: 'counts and samples, beside a log of everything',
  },
  { type: 'AWS::EC2::VPC', path: /^EnableDns/, reason: 'whether names are resolved' },
  {
    type: 'AWS::EC2::FlowLog',
    path: /^MaxAggregationInterval$/,
    reason: 'how soon a record is written: one minute or ten',
  },
];
