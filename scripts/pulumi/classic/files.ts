import type { Written } from '.';

const FSX = 'AWS::FSx::FileSystem';
const SERVED = {
  subnetIds: 'SubnetIds',
  securityGroupIds: 'SecurityGroupIds',
  kmsKeyId: 'KmsKeyId',
  tags: { to: 'Tags', as: 'tags' },
} as const;

/** A destination of Firehose in S3: the keys and logs of it. */
function bucketOf(source: string, target: string): Readonly<Record<string, string>> {
  return {
    [`${source}.bucketArn`]: `${target}.BucketARN`,
    [`${source}.prefix`]: `${target}.Prefix`,
    [`${source}.roleArn`]: `${target}.RoleARN`,
    [`${source}.kmsKeyArn`]: `${target}.EncryptionConfiguration.KMSEncryptionConfig.AWSKMSKeyARN`,
    ...logsOf(source, target),
  };
}

function logsOf(source: string, target: string): Readonly<Record<string, string>> {
  const [from, to] = [`${source}.cloudwatchLoggingOptions`, `${target}.CloudWatchLoggingOptions`];
  return {
    [`${from}.enabled`]: `${to}.Enabled`,
    [`${from}.logGroupName`]: `${to}.LogGroupName`,
    [`${from}.logStreamName`]: `${to}.LogStreamName`,
  };
}

/** File systems of FSx, a resource for each kind, and what Firehose writes. */
export const FILES: Written = {
  'fsx/windowsFileSystem:WindowsFileSystem': {
    type: FSX,
    within: 'WindowsConfiguration',
    properties: {
      ...SERVED,
      'selfManagedActiveDirectory.password':
        'WindowsConfiguration.SelfManagedActiveDirectoryConfiguration.Password',
      'selfManagedActiveDirectory.passwordWo':
        'WindowsConfiguration.SelfManagedActiveDirectoryConfiguration.Password',
      'selfManagedActiveDirectory.username':
        'WindowsConfiguration.SelfManagedActiveDirectoryConfiguration.UserName',
      'selfManagedActiveDirectory.domainName':
        'WindowsConfiguration.SelfManagedActiveDirectoryConfiguration.DomainName',
    },
    defaults: { FileSystemType: 'WINDOWS' },
  },
  'fsx/lustreFileSystem:LustreFileSystem': {
    type: FSX,
    within: 'LustreConfiguration',
    properties: {
      ...SERVED,
      'logConfiguration.destination': 'LustreConfiguration.LogConfiguration.Destination',
      'logConfiguration.level': 'LustreConfiguration.LogConfiguration.Level',
    },
    defaults: { FileSystemType: 'LUSTRE' },
  },
  'fsx/ontapFileSystem:OntapFileSystem': {
    type: FSX,
    within: 'OntapConfiguration',
    properties: SERVED,
    defaults: { FileSystemType: 'ONTAP' },
  },
  'fsx/openZfsFileSystem:OpenZfsFileSystem': {
    type: FSX,
    within: 'OpenZFSConfiguration',
    properties: SERVED,
    defaults: { FileSystemType: 'OPENZFS' },
  },
  'fsx/fileCache:FileCache': { type: 'AWS::FSx::FileCache' },
  'fsx/ontapStorageVirtualMachine:OntapStorageVirtualMachine': { type: 'AWS::FSx::StorageVirtualMachine' },
  'kinesis/firehoseDeliveryStream:FirehoseDeliveryStream': {
    type: 'AWS::KinesisFirehose::DeliveryStream',
    properties: {
      'kinesisSourceConfiguration.kinesisStreamArn': [
        'KinesisStreamSourceConfiguration.KinesisStreamARN',
        { to: 'DeliveryStreamType', as: { always: 'KinesisStreamAsSource' } },
      ],
      'kinesisSourceConfiguration.roleArn': 'KinesisStreamSourceConfiguration.RoleARN',
      'serverSideEncryption.keyType': 'DeliveryStreamEncryptionConfigurationInput.KeyType',
      'serverSideEncryption.keyArn': 'DeliveryStreamEncryptionConfigurationInput.KeyARN',
      ...bucketOf('extendedS3Configuration', 'ExtendedS3DestinationConfiguration'),
      'extendedS3Configuration.s3BackupMode': 'ExtendedS3DestinationConfiguration.S3BackupMode',
      ...bucketOf(
        'redshiftConfiguration.s3Configuration',
        'RedshiftDestinationConfiguration.S3Configuration',
      ),
      ...logsOf('redshiftConfiguration', 'RedshiftDestinationConfiguration'),
      'redshiftConfiguration.username': 'RedshiftDestinationConfiguration.Username',
      'redshiftConfiguration.password': 'RedshiftDestinationConfiguration.Password',
      ...bucketOf(
        'opensearchConfiguration.s3Configuration',
        'AmazonopensearchserviceDestinationConfiguration.S3Configuration',
      ),
      ...logsOf('opensearchConfiguration', 'AmazonopensearchserviceDestinationConfiguration'),
      ...bucketOf(
        'httpEndpointConfiguration.s3Configuration',
        'HttpEndpointDestinationConfiguration.S3Configuration',
      ),
      ...logsOf('httpEndpointConfiguration', 'HttpEndpointDestinationConfiguration'),
      'httpEndpointConfiguration.url': 'HttpEndpointDestinationConfiguration.EndpointConfiguration.Url',
      'httpEndpointConfiguration.name': 'HttpEndpointDestinationConfiguration.EndpointConfiguration.Name',
      'httpEndpointConfiguration.accessKey':
        'HttpEndpointDestinationConfiguration.EndpointConfiguration.AccessKey',
    },
    defaults: { DeliveryStreamType: 'DirectPut' },
  },
};
