import type { Row } from './tables';

/** Types that judge nobody's information by themselves. */
const STORELESS = /Vpc|RetainedLogGroup|VendorAdministratorRole/;

/**
 * Mutants that no rule notices, and why that is right or cannot be helped. What AWS refuses by its schemas needs no
 * row: the run finds out by itself.
 */
export const SURVIVORS: readonly Row[] = [
  // Marks
  {
    operators: ['lower-mark', 'lower-marks'],
    reason:
      'only the city can tell what is at stake: a mark that is valid and too low is not to be told from a right one',
  },
  {
    operators: ['drop-mark'],
    path: /^(confidentiality|integrity|availability)$/,
    subject: STORELESS,
    reason: 'there is no store of information whose class could be missing',
  },
  {
    operators: ['drop-mark'],
    path: /^zone$/,
    subject: /RetainedLogGroup|VendorAdministratorRole/,
    reason: 'there is neither a network nor a store that must lie in a zone',
  },

  // The same by default
  {
    type: 'AWS::KMS::Key',
    path: /^PendingWindowInDays$/,
    operators: ['drop'],
    reason: 'equivalent: 30 days by default',
  },
  {
    type: 'AWS::KMS::Key',
    path: /^KeyPolicy(\.Statement)?$/,
    operators: ['drop'],
    reason:
      'equivalent or stricter: the default policy is for the own account, and a policy without statements is refused',
  },
  {
    type: 'AWS::IAM::Role',
    path: /^MaxSessionDuration$/,
    operators: ['drop'],
    reason: 'equivalent: an hour by default',
  },
  { type: 'AWS::EC2::EIP', path: /^Domain$/, operators: ['drop'], reason: 'equivalent: for VPCs by default' },
  {
    type: 'AWS::EC2::Subnet',
    path: /^MapPublicIpOnLaunch$/,
    operators: ['drop'],
    reason: 'equivalent: false by default',
  },
  {
    type: 'AWS::Logs::LogGroup',
    path: /^RetentionInDays$/,
    operators: ['drop'],
    reason: 'kept for ever by default, which is long enough',
  },
  {
    path: /^(RetentionInDays|BackupRetentionPeriod)$|DefaultRetention\.Days$|Lifecycle\.DeleteAfterDays$/,
    operators: ['number-half'],
    reason: 'half of it is still as long as the profile asks for',
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
    type: 'AWS::S3::BucketPolicy',
    path: /Statement\[Deny s3:TlsVersion\]/,
    reason: 'AWS refuses TLS 1.0 and 1.1 for all of S3 by itself',
  },
  {
    type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    path: /^(Type|Scheme)$/,
    operators: ['drop'],
    reason:
      'equivalent: an application load balancer that faces the Internet is the default, and this one does',
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
    path: /RedirectConfig\.Port$/,
    operators: ['drop'],
    reason: 'equivalent: the port of the request by default; refused where it would be the same',
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

  // Two measures, each of which is enough
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
    type: 'AWS::IAM::Role',
    path: /Condition(\.Bool(\.aws:MultiFactorAuthPresent)?|\.NumericLessThan(\.aws:MultiFactorAuthAge)?)?$/,
    operators: ['drop', 'flip', 'if-exists', 'number-hundredfold'],
    resource: /Vendor/,
    reason: 'the other condition asks for MFA as well: there is an age of it only where there is one',
  },
  {
    type: 'AWS::IAM::Role',
    path: /^(PermissionsBoundary$|Policies)/,
    resource: /Vendor/,
    reason: 'its boundary limits the role just as well',
  },
  {
    type: 'AWS::IAM::ManagedPolicy',
    path: /^PolicyDocument/,
    resource: /VendorBoundary/,
    reason: 'the policies of the role itself deny the same, and allow no more',
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
  {
    type: 'AWS::S3::BucketPolicy',
    path: /s3:x-amz-acl$/,
    reason: 'no ACL has any effect on a bucket whose owner enforces ownership',
  },
  {
    type: 'AWS::EC2::SecurityGroupEgress',
    path: /^$/,
    operators: ['drop-resource', 'conditional'],
    resource: /toResidentRecord/,
    reason: 'fewer ways out: the group has another such rule, so that the default does not come back',
  },
  // Less is possible, not more
  {
    type: 'AWS::EC2::SecurityGroup',
    path: /^SecurityGroupEgress\[\*\]/,
    operators: ['widen'],
    change: /icmp|255\.255\.255\.255|ports 252-86/,
    reason:
      'a rule that CDK writes so that there is one: to an address that nobody has, or for an ICMP that does not exist',
  },
  { type: 'AWS::ECS::TaskDefinition', path: /^TaskRoleArn$/, reason: 'fewer rights' },
  {
    path: /\.Statement$/,
    operators: ['drop'],
    reason: 'AWS refuses a policy without statements',
  },
  {
    path: /^AssumeRolePolicyDocument\.Statement\[Allow( to service)?\]$/,
    operators: ['any-action'],
    reason: 'AWS refuses it: a trust policy names actions of STS only',
  },
  {
    type: 'AWS::IAM::Policy',
    path: /^(Roles\[\*\])?$/,
    operators: ['drop-item', 'drop-resource', 'conditional'],
    reason: 'fewer rights',
  },
  {
    type: 'AWS::IAM::Role',
    path: /^ManagedPolicyArns/,
    operators: ['drop', 'drop-item'],
    reason: 'fewer rights',
  },
  {
    type: 'AWS::IAM::Role',
    path: /^$/,
    operators: ['drop-resource', 'conditional'],
    reason: 'nobody is let in',
  },
  {
    type: /^AWS::EC2::(Route|VPCGatewayAttachment|SubnetRouteTableAssociation)$|::Listener$/,
    path: /^$/,
    operators: ['drop-resource', 'conditional'],
    reason:
      'fewer ways: a subnet without a table of its own has that of the VPC, in which there is no way out',
  },
  {
    type: 'AWS::EC2::VPCEndpoint',
    path: /^$/,
    operators: ['drop-resource', 'conditional'],
    subject: /^(?!InternetVpc with NAT)/,
    reason: 'fewer ways: the service is not reached at all, since there is no other way out of these subnets',
  },
  {
    type: 'AWS::EC2::VPCEndpoint',
    path: /^(SubnetIds|RouteTableIds|PrivateDnsEnabled)/,
    subject: /^(?!InternetVpc with NAT)/,
    reason: 'the service is not reached from there, since there is no other way out of these subnets',
  },
  {
    type: /^AWS::EC2::SecurityGroup(Ingress)?$/,
    path: /^(SecurityGroupIngress(\[\*\])?)?$/,
    operators: ['drop', 'drop-item', 'drop-resource', 'conditional'],
    reason: 'fewer are let in; or a group that nothing has',
  },
  { type: 'AWS::ECS::Service', path: /^LoadBalancers/, reason: 'not reached by anybody' },
  { path: /PortMappings/, reason: 'not reached by anybody' },
  {
    type: 'AWS::EC2::DHCPOptions',
    path: /^DomainNameServers/,
    operators: ['drop', 'drop-item'],
    reason: 'no names are resolved then',
  },
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

  // Refused by AWS, although its schemas do not say so
  { path: /^CidrBlock$/, operators: ['widen'], reason: 'AWS refuses it: /16 is the widest' },
  { path: /(^|\.|\])(From|To)Port$/, operators: ['drop'], reason: 'AWS refuses it: TCP has ports' },
  {
    type: /^AWS::EC2::(Route|NatGateway|VPCGatewayAttachment|SecurityGroupIngress|FlowLog|VPCEndpoint)$/,
    path: /^(DestinationCidrBlock|GatewayId|NatGatewayId|InternetGatewayId|AllocationId|SubnetId|GroupId|LogDestination(Type)?|LogGroupName|DeliverLogsPermissionArn|ServiceName|VpcEndpointType)$/,
    operators: ['drop'],
    reason: 'AWS refuses it: required',
  },
  {
    type: /^AWS::(EC2::SecurityGroup|ElasticLoadBalancingV2::TargetGroup)$/,
    path: /^(VpcId|Port|TargetType)$/,
    operators: ['drop'],
    reason:
      'AWS refuses it: what has a VPC cannot have a group of the default VPC, nor a target without port',
  },
  {
    path: /Attributes\[.*\](\.Key|\.Value)$|^LoadBalancerAttributes\[access_logs\.s3\.bucket\]$/,
    operators: ['drop', 'drop-item'],
    reason: 'AWS refuses it: half an attribute',
  },
  {
    type: /::Listener$|::TargetGroup$/,
    path: /^(Certificates|DefaultActions|Port$|Protocol$)/,
    operators: ['drop', 'drop-item'],
    reason: 'AWS refuses it: required for HTTPS',
  },
  {
    type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    path: /^Subnets/,
    reason: 'AWS refuses it: two subnets in different zones at least',
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
    type: 'AWS::WAFv2::WebACL',
    path: /^DefaultAction\.Allow$|^Rules\[\*\]\.(Action(\.Block)?|OverrideAction(\.None)?|Statement\.\w+)$/,
    operators: ['drop'],
    reason: 'AWS refuses it: every rule has a statement and an action',
  },
  {
    type: 'AWS::WAFv2::LoggingConfiguration',
    path: /^LogDestinationConfigs|SingleHeader$/,
    operators: ['drop', 'drop-item'],
    reason: 'AWS refuses it: required',
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
    path: /^ReplicationConfiguration\.Rules\[\*\]\.Filter/,
    operators: ['drop'],
    reason: 'AWS refuses it, or copies everything',
  },

  // The policy says nothing
  {
    type: 'AWS::IAM::Role',
    path: /Statement\[Allow\]\.Condition(\.IpAddress|\.StringEquals(\.sts:ExternalId)?$|$)/,
    operators: ['drop', 'drop-item', 'widen', 'any-value', 'if-exists'],
    change: /sts:ExternalId|SourceIp|203\.0\.113|IpAddress|city-2024|StringEquals/,
    resource: /Vendor/,
    reason:
      'addresses and a shared word are beyond what is asked for: named principals, with MFA, for an hour',
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
    path: /^UpdateReplacePolicy$/,
    reason: 'messages that wait for delivery: the policy asks that stores are kept',
  },
];
