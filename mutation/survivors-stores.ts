import type { Row } from './tables';

const ADD_OR_TAKE = ['drop-resource', 'conditional'];

/** Tables, file systems, caches and search domains. */
const STORES: readonly Row[] = [
  {
    type: 'AWS::DynamoDB::Table',
    path: /^$/,
    operators: ADD_OR_TAKE,
    reason: 'no store, and nothing that could be lost with it',
  },
  {
    type: 'AWS::DynamoDB::Table',
    path: /^(AttributeDefinitions(\[\*\])?|KeySchema\[\*\]\.(AttributeName|KeyType))$/,
    operators: ['drop', 'drop-item'],
    reason: 'AWS refuses it: required',
  },
  {
    type: 'AWS::DynamoDB::Table',
    path: /^(Deletion|UpdateReplace)Policy$/,
    operators: ['drop', 'weaken'],
    reason: 'its DeletionProtectionEnabled keeps CloudFormation from deleting the table as well',
  },
  {
    type: 'AWS::EFS::AccessPoint',
    path: /^$/,
    operators: ADD_OR_TAKE,
    reason: 'fewer ways: a section without its entrance reaches nothing',
  },
  {
    type: 'AWS::EFS::AccessPoint',
    path: /^(PosixUser|RootDirectory\.CreationInfo)\.(Owner)?(Gid|Uid)$/,
    operators: ['number-zero', 'number-one', 'number-half', 'number-hundredfold'],
    reason:
      'which number stands for a section is up to the city: the directory separates them, and Uid 0 of PosixUser is noticed (EfsAccessPointSeparatesSections)',
  },
  {
    type: 'AWS::EFS::AccessPoint',
    path: /^RootDirectory\.CreationInfo$/,
    operators: ['drop'],
    reason: 'stricter: a directory that is not there is not mounted',
  },
  {
    type: 'AWS::EFS::AccessPoint',
    path: /CreationInfo\.Permissions$/,
    operators: ['number-half'],
    reason:
      'rights of other users of a directory that no other access point leads to: each has a directory of its own',
  },
  {
    type: 'AWS::EFS::FileSystem',
    path: /^FileSystemPolicy\.Statement\[Allow\]$/,
    operators: ['any-action', 'any-principal'],
    reason: 'equivalent: the policy is about mounting this file system, and both mean everybody',
  },
  {
    type: 'AWS::EFS::FileSystem',
    path: /^FileSystemPolicy\.Statement\[Deny elasticfilesystem:AccessPointArn\]/,
    operators: ['drop-item', 'narrow-deny', 'flip'],
    reason:
      'a second guard, or nobody can mount: that tasks come through an access point EfsMountedByAccessPoint asks where they mount',
  },
  {
    type: 'AWS::EFS::MountTarget',
    path: /^($|SecurityGroups\[\*\]$)/,
    operators: [...ADD_OR_TAKE, 'drop-item'],
    reason:
      'fewer ways: not reached from that zone. AWS refuses a list without groups, and the default group lets nobody in (DefaultSecurityGroupIsUnused)',
  },
  {
    type: 'AWS::ElastiCache::ReplicationGroup',
    path: /^(AutoMinorVersionUpgrade|NumNodeGroups|ReplicasPerNodeGroup|Port|TransitEncryptionMode)$/,
    operators: ['drop'],
    reason:
      'equivalent: minor versions are taken in, the port is 6379, there is one group with a replica (AWS refuses fewer), and TransitEncryptionEnabled requires TLS',
  },
  {
    type: 'AWS::ElastiCache::ReplicationGroup',
    path: /^(CacheSubnetGroupName|LogDeliveryConfigurations\[\*\]\.DestinationDetails\.CloudWatchLogsDetails)$/,
    operators: ['drop'],
    reason: 'AWS refuses it: its groups are of this VPC, and a log goes somewhere',
  },
  {
    type: 'AWS::ElastiCache::ReplicationGroup',
    path: /^(NumNodeGroups|ReplicasPerNodeGroup)$/,
    operators: ['number-zero', 'number-hundredfold'],
    reason: 'AWS refuses it: none, more than there may be, or several zones without a replica',
  },
  {
    type: 'AWS::ElastiCache::ReplicationGroup',
    path: /^(Deletion|UpdateReplace)Policy$/,
    operators: ['drop', 'weaken'],
    reason:
      'a cache holds what lies somewhere else as well, and DataStoreSurvivesStack asks of that to be kept',
  },
  {
    type: 'AWS::ElastiCache::ReplicationGroup',
    path: /^LogDeliveryConfigurations\[\*\]$/,
    operators: ['drop-item'],
    reason: 'one of two logs, of slow commands and of the engine, either of which ElastiCacheLogs takes',
  },
  {
    type: 'AWS::ElastiCache::ReplicationGroup',
    path: /^SnapshotRetentionLimit$/,
    operators: ['number-half'],
    reason: 'half of it is still as long as the profile asks for',
  },
  {
    type: /^AWS::ElastiCache::User(Group)?$/,
    path: /^($|AccessString$|AuthenticationMode$|UserIds\[\*\]$)/,
    operators: [...ADD_OR_TAKE, 'drop', 'drop-item'],
    reason:
      'fewer are let in: a group without the user, a user without rights; one with neither password nor IAM AWS refuses',
  },
];

/** What only the size, the engine or the upkeep of a search domain depends on. */
const SEARCH: readonly Row[] = [
  {
    type: 'AWS::OpenSearchService::Domain',
    path: /^AccessPolicies$/,
    operators: ['drop'],
    reason: 'stricter: only who has the right by IAM is let in',
  },
  {
    type: 'AWS::OpenSearchService::Domain',
    path: /^AccessPolicies\.Statement\[Allow\]$/,
    operators: ['any-action', 'any-resource'],
    reason: 'the policy is about this domain alone, and its administration takes a right by IAM as well',
  },
  {
    type: 'AWS::OpenSearchService::Domain',
    path: /^AccessPolicies\.Statement\[Allow\]$/,
    operators: ['any-principal', 'strange-principal'],
    reason:
      'one of two layers: fine-grained access control asks who somebody is, and OpenSearchAuthenticatesUsers for one of the two; nobody outside of the VPC reaches it (DatabaseIsNotPublic)',
  },
  {
    type: 'AWS::OpenSearchService::Domain',
    path: /^AdvancedSecurityOptions(\.Enabled|\.MasterUserOptions(\.MasterUserARN)?)?$/,
    operators: ['drop', 'flip'],
    reason:
      'AWS refuses it beside audit logs; and the access policy names who is let in (OpenSearchAuthenticatesUsers asks for one of the two)',
  },
  {
    type: 'AWS::OpenSearchService::Domain',
    path: /^AdvancedSecurityOptions\.InternalUserDatabaseEnabled$/,
    operators: ['drop', 'flip'],
    reason: 'off by default; and one of several ways to log in, of which the policy asks for none',
  },
  {
    type: 'AWS::OpenSearchService::Domain',
    path: /^ClusterConfig\.(DedicatedMaster(Enabled|Count)|InstanceCount|ZoneAwarenessConfig(\.AvailabilityZoneCount)?)$/,
    operators: ['drop'],
    reason:
      'AWS refuses fewer data nodes than zones, of which there are two by default; without masters of their own the data nodes decide',
  },
  {
    type: 'AWS::OpenSearchService::Domain',
    path: /^ClusterConfig\.(InstanceCount|ZoneAwarenessConfig\.AvailabilityZoneCount|DedicatedMasterCount)$/,
    operators: ['number-zero', 'number-one', 'number-hundredfold'],
    change: /^(?!3 -> [01]$)/,
    reason: 'AWS refuses it: a domain of two zones has two data nodes at least, and so many as there may be',
  },
  {
    type: 'AWS::OpenSearchService::Domain',
    path: /^ClusterConfig\.DedicatedMasterEnabled$/,
    operators: ['flip'],
    reason: 'tuning: the data nodes, of which there are two in two zones, decide then',
  },
  {
    type: 'AWS::OpenSearchService::Domain',
    path: /^(DomainName|EBSOptions(\.EBSEnabled)?|LogPublishingOptions\.\w+\.CloudWatchLogsLogGroupArn)$/,
    operators: ['drop', 'flip'],
    reason: 'a name that AWS gives otherwise; and AWS refuses nodes without a disk, or logs that go nowhere',
  },
  {
    type: 'AWS::OpenSearchService::Domain',
    path: /^LogPublishingOptions\.\w+\.Enabled$/,
    operators: ['drop'],
    reason: 'equivalent: what is written is on',
  },
  {
    type: 'AWS::OpenSearchService::Domain',
    path: /^LogPublishingOptions\.(ES_APPLICATION_LOGS|(INDEX|SEARCH)_SLOW_LOGS)(\.Enabled)?$/,
    operators: ['drop', 'flip'],
    reason: 'how the engine fares, beside an audit log of who searched for what',
  },
  {
    type: 'AWS::OpenSearchService::Domain',
    path: /^OffPeakWindowOptions/,
    operators: ['drop', 'flip'],
    reason: 'at which hours AWS looks after the domain',
  },
];

/** Keys, secrets and topics. */
const KEYS: readonly Row[] = [
  {
    type: 'AWS::KMS::Key',
    path: /^KeyPolicy\.Statement\[Deny aws:Principal(Arn|Tag\/jichitai:party)\](\.Action\[\*\])?$/,
    operators: ['drop-item', 'narrow-deny'],
    subject: /^SystemKey/,
    reason:
      'a second guard: that no outside party can destroy keys is asked of its roles (VendorCannotDestroyKeys), and the policy of the key gives a right to nobody but the account (KeyPolicyKeepsDestructionInside)',
  },
  {
    type: 'AWS::KMS::Key',
    path: /^KeyPolicy\.Statement\[Allow\](\.Condition.*)?$/,
    operators: ['any-action', 'any-value', 'drop', 'if-exists'],
    subject: /^ManagedSecret/,
    reason: 'equivalent: for the account itself, which the first statement of the policy gives every right',
  },
  {
    type: 'AWS::SecretsManager::ResourcePolicy',
    path: /^($|ResourcePolicy\.Statement\[Deny( aws:PrincipalTag\/jichitai:party)?\](\.Action\[\*\])?$)/,
    operators: [...ADD_OR_TAKE, 'drop-item', 'narrow-deny', 'allow-denied'],
    reason:
      'a second guard: that no outside party changes secrets is asked of its roles (VendorCannotChangePrivilegedCredentials), and the account may delete its own anyway',
  },
  {
    type: 'AWS::SecretsManager::RotationSchedule',
    path: /^RotationLambdaARN$/,
    operators: ['drop'],
    reason: 'AWS refuses it: something has to make the new value',
  },
  {
    type: 'AWS::SecretsManager::Secret',
    path: /^(Deletion|UpdateReplace)Policy$/,
    operators: ['drop', 'weaken'],
    reason: 'a password that is lost is made anew: no information of the city is lost with it',
  },
  {
    type: 'AWS::SecretsManager::Secret',
    path: /^GenerateSecretString(\.ExcludeCharacters|\.PasswordLength)?$/,
    operators: ['drop', 'number-half'],
    reason:
      'equivalent or stricter: 32 characters by default, 16 are still long enough, and a secret without a value opens nothing',
  },
  {
    type: 'AWS::SNS::Subscription',
    path: /^$/,
    operators: ADD_OR_TAKE,
    subject: /^EncryptedTopic/,
    reason: 'no alarm of the subject goes there: where one does, AlarmTopicHasSubscriber asks for it',
  },
];

/** What the constructs of stores leave unnoticed. */
export const STORE_SURVIVORS: readonly Row[] = [...STORES, ...SEARCH, ...KEYS];
