/** Properties that hold a password or token, by type of resource; `[*]` stands for the items of a list. */
export const SECRET_PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  // Databases and caches
  'AWS::RDS::DBInstance': ['MasterUserPassword', 'TdeCredentialPassword'],
  'AWS::RDS::DBCluster': ['MasterUserPassword'],
  'AWS::DocDB::DBCluster': ['MasterUserPassword'],
  'AWS::DocDBElastic::Cluster': ['AdminUserPassword'],
  'AWS::Redshift::Cluster': ['MasterUserPassword'],
  'AWS::RedshiftServerless::Namespace': ['AdminUserPassword'],
  'AWS::Lightsail::Database': ['MasterUserPassword'],
  'AWS::Timestream::InfluxDBInstance': ['Password'],
  'AWS::ElastiCache::ReplicationGroup': ['AuthToken'],
  'AWS::ElastiCache::User': ['Passwords', 'AuthenticationMode.Passwords'],
  'AWS::MemoryDB::User': ['AuthenticationMode.Passwords'],
  'AWS::OpenSearchService::Domain': ['AdvancedSecurityOptions.MasterUserOptions.MasterUserPassword'],
  'AWS::Elasticsearch::Domain': ['AdvancedSecurityOptions.MasterUserOptions.MasterUserPassword'],
  // Connections to databases and other systems
  'AWS::DMS::Endpoint': [
    'Password',
    'MongoDbSettings.Password',
    'KafkaSettings.SaslPassword',
    'KafkaSettings.SslClientKeyPassword',
    'RedisSettings.AuthPassword',
  ],
  'AWS::DataSync::LocationFSxWindows': ['Password'],
  'AWS::DataSync::LocationObjectStorage': ['SecretKey'],
  'AWS::DataSync::LocationSMB': ['Password'],
  'AWS::Events::Connection': [
    'AuthParameters.ApiKeyAuthParameters.ApiKeyValue',
    'AuthParameters.BasicAuthParameters.Password',
    'AuthParameters.OAuthParameters.ClientParameters.ClientSecret',
  ],
  'AWS::Glue::Connection': ['ConnectionInput.ConnectionProperties.PASSWORD'],
  'AWS::KinesisFirehose::DeliveryStream': [
    'HttpEndpointDestinationConfiguration.EndpointConfiguration.AccessKey',
    'RedshiftDestinationConfiguration.Password',
    'SplunkDestinationConfiguration.HECToken',
  ],
  'AWS::QuickSight::DataSource': ['Credentials.CredentialPair.Password'],
  'AWS::AmazonMQ::Broker': ['Users[*].Password', 'LdapServerMetadata.ServiceAccountPassword'],
  // Directories and files
  'AWS::AppStream::DirectoryConfig': ['ServiceAccountCredentials.AccountPassword'],
  'AWS::DirectoryService::MicrosoftAD': ['Password'],
  'AWS::DirectoryService::SimpleAD': ['Password'],
  'AWS::EMR::Cluster': [
    'KerberosAttributes.ADDomainJoinPassword',
    'KerberosAttributes.CrossRealmTrustPrincipalPassword',
    'KerberosAttributes.KdcAdminPassword',
  ],
  'AWS::FSx::FileSystem': [
    'OntapConfiguration.FsxAdminPassword',
    'WindowsConfiguration.SelfManagedActiveDirectoryConfiguration.Password',
  ],
  'AWS::FSx::StorageVirtualMachine': [
    'ActiveDirectoryConfiguration.SelfManagedActiveDirectoryConfiguration.Password',
    'SvmAdminPassword',
  ],
  // Users, and those who log in for them
  'AWS::Cognito::UserPoolIdentityProvider': ['ProviderDetails.client_secret'],
  'AWS::ElasticLoadBalancingV2::Listener': ['DefaultActions[*].AuthenticateOidcConfig.ClientSecret'],
  'AWS::ElasticLoadBalancingV2::ListenerRule': ['Actions[*].AuthenticateOidcConfig.ClientSecret'],
  'AWS::IAM::ServerCertificate': ['PrivateKey'],
  'AWS::IAM::User': ['LoginProfile.Password'],
  'AWS::ManagedBlockchain::Member': [
    'MemberConfiguration.MemberFrameworkConfiguration.MemberFabricConfiguration.AdminPassword',
  ],
  // Networks
  'AWS::EC2::VPNConnection': ['VpnTunnelOptionsSpecifications[*].PreSharedKey'],
  // Delivery of programs
  'AWS::Amplify::App': ['AccessToken', 'OauthToken', 'BasicAuthConfig.Password'],
  'AWS::Amplify::Branch': ['BasicAuthConfig.Password'],
  'AWS::CodeBuild::SourceCredential': ['Token'],
  'AWS::CodePipeline::Pipeline': ['Stages[*].Actions[*].Configuration.OAuthToken'],
  'AWS::CodePipeline::Webhook': ['AuthenticationConfiguration.SecretToken'],
  'AWS::Lambda::Permission': ['EventSourceToken'],
  'AWS::OpsWorks::App': ['AppSource.Password', 'AppSource.SshKey', 'SslConfiguration.PrivateKey'],
  'AWS::OpsWorks::Stack': [
    'CustomCookbooksSource.Password',
    'CustomCookbooksSource.SshKey',
    'RdsDbInstances[*].DbPassword',
  ],
};
