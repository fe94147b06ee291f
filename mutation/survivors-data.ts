import type { Row } from './tables';

/** Stores, logs, computing and backups. */
export const DATA_SURVIVORS: readonly Row[] = [
  {
    type: 'AWS::Logs::LogGroup',
    path: /^RetentionInDays$/,
    operators: ['drop'],
    reason: 'kept for ever by default, which is long enough',
  },
  {
    type: 'AWS::S3::Bucket',
    path: /^BucketEncryption/,
    operators: ['drop', 'drop-item'],
    resource: /Access(Logs)?Bucket/,
    reason: 'equivalent: SSE-S3 by default, and the targets of access logs can have no other',
  },
  {
    type: 'AWS::S3::Bucket',
    path: /^OwnershipControls/,
    operators: ['drop', 'drop-item'],
    reason: 'equivalent: no ACLs by default (BucketOwnerEnforced)',
  },
  {
    type: 'AWS::S3::Bucket',
    path: /Destination\.EncryptionConfiguration$/,
    operators: ['drop'],
    reason: 'equivalent: copies are encrypted with the key that the archive has by default',
  },
  {
    type: 'AWS::S3::Bucket',
    path: /DeleteMarkerReplication/,
    operators: ['drop'],
    reason: 'equivalent: delete markers are not copied by default',
  },
  {
    type: 'AWS::ECS::Service',
    path: /AssignPublicIp$/,
    operators: ['drop'],
    reason: 'equivalent: no public address by default',
  },
  {
    type: 'AWS::ECS::Service',
    path: /^DesiredCount$/,
    reason: 'equivalent: scaling raises it to its least number of two at once',
  },
  {
    type: 'AWS::RDS::DBClusterParameterGroup',
    path: /\.(rds\.force_ssl|password_encryption|ssl_min_protocol_version|tls_version)$/,
    operators: ['drop'],
    reason: 'equivalent: the default of these versions of the engines is the same',
  },
  {
    type: 'AWS::RDS::DBInstance',
    path: /^CACertificateIdentifier$/,
    operators: ['drop'],
    reason: 'equivalent: the certificates by default come from a valid authority, too',
  },
  {
    type: 'AWS::RDS::DBCluster',
    path: /^DeletionPolicy$/,
    operators: ['drop'],
    reason: 'equivalent: a cluster leaves a snapshot by default',
  },
  {
    type: 'AWS::RDS::DBInstance',
    path: /^(Deletion|UpdateReplace)Policy$/,
    operators: ['drop'],
    reason: 'an instance of a cluster holds no information of its own',
  },
  {
    type: 'AWS::S3::Bucket',
    path: /^VersioningConfiguration/,
    resource: /^(Attachments|LogArchive|Archive|Records|AccessLogs)Bucket/,
    reason: 'AWS refuses it: an object lock, or copying, cannot be without versions',
  },
  {
    type: 'AWS::S3::Bucket',
    path: /^ObjectLock(Configuration|Enabled)/,
    resource: /^RecordsBucket/,
    reason:
      'a lock that the policy does not ask for: what the bucket holds is no log and no long-kept medium',
  },
  {
    type: 'AWS::S3::Bucket',
    path: /^ObjectLockConfiguration\.ObjectLockEnabled$|^ObjectLockEnabled$/,
    operators: ['drop'],
    reason: 'AWS refuses it: a lock by default must be enabled',
  },

  {
    type: 'AWS::S3::Bucket',
    path: /^LoggingConfiguration/,
    operators: ['drop'],
    subject: /three-zone/,
    reason: 'the trail records every access to an object as well',
  },
  {
    type: /^AWS::(S3::BucketPolicy|KMS::Key)$/,
    path: /Statement\[Allow to service\]$/,
    operators: ['any-principal', 'strange-principal'],
    resource: /Policy|ArchiveKey/,
    reason: 'the condition of the statement names the account, in a key that only requests of services bear',
  },
  {
    type: 'AWS::RDS::DBCluster',
    path: /^BackupRetentionPeriod$/,
    subject: /three-zone/,
    reason: 'the plan of AWS Backup keeps backups for longer',
  },

  {
    type: /^AWS::(S3::BucketPolicy|IAM::Role)$/,
    path: /Statement\[Allow to service\]\.Condition(\.(ArnLike|StringEquals)(\.aws:Source\w+)?)?$/,
    operators: ['drop', 'any-value', 'if-exists'],
    change: /^(?!without \{"(StringEquals|ArnLike)")/,
    reason: 'one of two conditions that name the account, and a service always sends both of these keys',
  },
  { type: 'AWS::ECS::TaskDefinition', path: /^TaskRoleArn$/, reason: 'fewer rights' },
  { type: 'AWS::ECS::Service', path: /^LoadBalancers/, reason: 'not reached by anybody' },
  {
    type: 'AWS::CloudTrail::Trail',
    path: /FieldSelectors/,
    operators: ['drop', 'drop-item'],
    reason: 'more is recorded, not less; and AWS refuses a selector that selects nothing',
  },
  {
    type: 'AWS::Logs::ResourcePolicy',
    path: /^$/,
    reason: 'without it AWS refuses the logging, or allows it by itself',
  },
  {
    type: /^AWS::(EC2::SecurityGroup|ElasticLoadBalancingV2::TargetGroup)$/,
    path: /^(VpcId|Port|TargetType)$/,
    operators: ['drop'],
    reason:
      'AWS refuses it: what has a VPC cannot have a group of the default VPC, nor a target without port',
  },
  {
    type: /::Listener$|::TargetGroup$/,
    path: /^(Certificates|DefaultActions|Port$|Protocol$)/,
    operators: ['drop', 'drop-item'],
    reason: 'AWS refuses it: required for HTTPS',
  },
  {
    type: 'AWS::RDS::DBSubnetGroup',
    path: /^SubnetIds/,
    reason: 'AWS refuses it: subnets in two zones at least',
  },
  {
    type: 'AWS::ECS::Service',
    path: /^(Cluster|LaunchType|NetworkConfiguration(\.AwsvpcConfiguration(\.Subnets)?)?|TaskDefinition)$/,
    operators: ['drop'],
    reason: 'AWS refuses it: required for Fargate',
  },
  {
    type: 'AWS::ECS::TaskDefinition',
    path: /^(ContainerDefinitions(\[\*\])?|ExecutionRoleArn|NetworkMode|RequiresCompatibilities(\[\*\])?|.*\.Options(\.awslogs-(group|region))?)$/,
    reason: 'AWS refuses it: required for Fargate and for its log driver',
  },
  {
    type: /^AWS::RDS::DB(Cluster|Instance)$/,
    path: /^(Engine|DBSubnetGroupName|ManageMasterUserPassword)$/,
    reason: 'AWS refuses it: required, or a password would be missing',
  },
  {
    type: 'AWS::RDS::DBClusterParameterGroup',
    path: /\.(log_(dis)?connections|slow_query_log)$/,
    operators: ['number-hundredfold'],
    reason: 'AWS refuses it: neither on nor off',
  },
  {
    type: 'AWS::CloudTrail::Trail',
    path: /^(IncludeGlobalServiceEvents|CloudWatchLogsRoleArn)$/,
    operators: ['drop'],
    reason: 'AWS refuses it for a trail of all regions, or a log group without a role',
  },
  {
    type: 'AWS::ApplicationAutoScaling::ScalableTarget',
    path: /^(MaxCapacity|RoleARN)$/,
    reason: 'AWS refuses a most that is less than the least, and takes its own role without another',
  },
  {
    type: 'AWS::ApplicationAutoScaling::ScalingPolicy',
    path: /^(PolicyType|TargetTrackingScalingPolicyConfiguration)/,
    reason: 'AWS refuses it: required',
  },
  {
    type: 'AWS::S3::Bucket',
    path: /^LifecycleConfiguration/,
    reason: 'the policy sets no time for superseded versions',
  },
  {
    type: /^AWS::RDS::DBCluster$/,
    path: /^(DatabaseName|DBClusterIdentifier|Port|EnableIAMDatabaseAuthentication)$/,
    reason: 'a name, a port, and one of several ways to log in: the policy asks for none of them',
  },
  {
    type: 'AWS::SQS::Queue',
    path: /^(Deletion|UpdateReplace)Policy$/,
    reason: 'messages that wait for delivery: the policy asks that stores are kept',
  },
  {
    type: 'AWS::KMS::Key',
    path: /^UpdateReplacePolicy$/,
    reason: 'AWS refuses an update that would replace a key, whatever this says',
  },
  {
    type: 'AWS::Backup::BackupVault',
    path: /^(Deletion|UpdateReplace)Policy$/,
    reason: 'AWS refuses to delete a vault that holds backups',
  },
  {
    type: 'AWS::ECR::Repository',
    path: /^(Deletion|UpdateReplace)Policy$/,
    reason: 'AWS refuses to delete a repository that holds images, unless EmptyOnDelete says so',
  },
  {
    type: 'AWS::RDS::DBCluster',
    path: /^(Deletion|UpdateReplace)Policy$/,
    reason: 'its DeletionProtection keeps CloudFormation from deleting the cluster as well',
  },
  {
    type: 'AWS::Backup::BackupVault',
    path: /^LockConfiguration\.ChangeableForDays$/,
    reason:
      'write-protected as well: without an end to it, only who has the right to change locks can lift one',
  },
  {
    type: 'AWS::Backup::BackupVault',
    path: /^LockConfiguration\.MinRetentionDays$/,
    operators: ['number-half'],
    reason: 'half of it is still as long as the profile asks for',
  },
  {
    type: 'AWS::Backup::BackupVault',
    path: /^$/,
    operators: ['drop-resource', 'conditional'],
    subject: /three-zone/,
    reason:
      'the plan copies to the vault of the other region by its ARN, and what an ARN names need not be in a template; AWS Backup reports copies that fail',
  },
  {
    type: 'AWS::Backup::BackupSelection',
    path: /ListOfTags\[\*\]$/,
    operators: ['drop-item'],
    reason: 'one of two tags is enough, and every store of the subject that matters bears the other one, too',
  },
  {
    type: 'AWS::Logs::LogGroup',
    path: /^$/,
    operators: ['drop-resource', 'conditional'],
    subject: /^RetainedLogGroup/,
    reason: 'nothing of the subject writes to it',
  },
  {
    type: 'AWS::CloudTrail::Trail',
    path: /^AdvancedEventSelectors\[\*\]$/,
    operators: ['drop-item'],
    subject: /three-zone/,
    reason:
      'the city has no table of DynamoDB, of which DynamoDbAccessRecorded would ask; what calls functions the management events and their own logs tell',
  },
  {
    type: 'AWS::Logs::LogGroup',
    path: /^LogGroupName$/,
    resource: /FirewallLog/,
    reason: 'AWS refuses it: the log group of a web ACL has a name that begins with aws-waf-logs-',
  },
  {
    type: 'AWS::S3::Bucket',
    path: /^ReplicationConfiguration/,
    subject: /^AccessLogBucket/,
    resource: /^AccessLogsBucket/,
    reason:
      'the bucket of the subject holds access logs of S3 alone, of which versions are asked: S3 delivers none to a locked bucket, and a copy is made as needed',
  },
  {
    type: 'AWS::RDS::DBInstance',
    path: /^AutoMinorVersionUpgrade$/,
    operators: ['drop'],
    reason: 'equivalent: true by default',
  },
  {
    type: 'AWS::RDS::DBInstance',
    path: /^Monitoring(Interval|RoleArn)$/,
    operators: ['drop', 'number-hundredfold'],
    reason: 'AWS refuses it: an interval of 60 seconds at most, and never without its role',
  },
  {
    type: 'AWS::RDS::DBInstance',
    path: /^PubliclyAccessible$/,
    operators: ['drop'],
    reason:
      'private by default in a VPC without an Internet gateway; in one with such, no subnet of the database has a route to it',
  },
  {
    type: 'AWS::RDS::DBClusterParameterGroup',
    path: /\.slow_query_log$/,
    reason: 'tuning: how long statements take, beside an audit log of who did what',
  },
  {
    type: 'AWS::RDS::DBCluster',
    path: /^EnableCloudwatchLogsExports\[\*\]$/,
    operators: ['drop-item'],
    change: /error|slowquery/,
    reason: 'how the engine fares, beside an audit log of who did what',
  },
  {
    type: 'AWS::Backup::BackupPlan',
    path: /CopyActions\[\*\]\.Lifecycle$/,
    operators: ['drop'],
    reason: 'equivalent: a copy ends with the backup that it is of, unless something else is said',
  },
];
