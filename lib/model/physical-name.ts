import type { Resource } from './resource';
import { identityOf, type Value } from './value';

/** The property that names a resource, where other resources may refer to it by that name. */
const NAME_PROPERTY: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'AWS::S3::Bucket': 'BucketName',
    'AWS::SQS::Queue': 'QueueName',
    'AWS::SNS::Topic': 'TopicName',
    'AWS::Logs::LogGroup': 'LogGroupName',
    'AWS::CloudWatch::Alarm': 'AlarmName',
    'AWS::CloudWatch::CompositeAlarm': 'AlarmName',
    'AWS::RDS::OptionGroup': 'OptionGroupName',
    'AWS::Neptune::DBClusterParameterGroup': 'Name',
    'AWS::EC2::LaunchTemplate': 'LaunchTemplateName',
    'AWS::DynamoDB::Table': 'TableName',
    'AWS::IAM::Role': 'RoleName',
    'AWS::IAM::User': 'UserName',
    'AWS::IAM::Group': 'GroupName',
    'AWS::KMS::Alias': 'AliasName',
    'AWS::RDS::DBCluster': 'DBClusterIdentifier',
    'AWS::RDS::DBClusterParameterGroup': 'DBClusterParameterGroupName',
    'AWS::RDS::DBInstance': 'DBInstanceIdentifier',
    'AWS::RDS::DBParameterGroup': 'DBParameterGroupName',
    'AWS::DocDB::DBCluster': 'DBClusterIdentifier',
    'AWS::DocDB::DBClusterParameterGroup': 'Name',
    'AWS::Neptune::DBCluster': 'DBClusterIdentifier',
    'AWS::Redshift::ClusterParameterGroup': 'ParameterGroupName',
    'AWS::MemoryDB::ParameterGroup': 'ParameterGroupName',
    'AWS::Backup::BackupVault': 'BackupVaultName',
    'AWS::SecretsManager::Secret': 'Name',
  }),
);

/** The identity of a resource's own name (see identityOf); undefined where it has none or several. */
export function physicalName(resource: Resource): string | undefined {
  const name = physicalNameValue(resource);
  return name === undefined ? undefined : identityOf(name);
}

/** A resource's own name; undefined where it has none or several. */
export function physicalNameValue(resource: Resource): Value | undefined {
  const property = NAME_PROPERTY.get(resource.type);
  if (property === undefined) return undefined;
  const [only, second] = resource.get(property).alternatives;
  if (only === undefined || second !== undefined || only.value.kind === 'absent') return undefined;
  return only.value;
}

/** Whether a resource is given a name under some choice. */
export function mayHaveName(resource: Resource): boolean {
  const property = NAME_PROPERTY.get(resource.type);
  return property !== undefined && !resource.get(property).isAbsent;
}
