import { type AccuracyCase, accuracyCases, att, ref, res, sub } from './support';

const credentials = (cases: readonly Omit<AccuracyCase, 'clause'>[]): readonly AccuracyCase[] =>
  cases.map((item) => ({ ...item, clause: '7.2(5)' }));

const secret = (properties: object) =>
  res('AWS::SecretsManager::Secret', { KmsKeyId: 'alias/juki', ...properties });
const rotation = res('AWS::SecretsManager::RotationSchedule', {
  SecretId: ref('Secret'),
  RotationLambdaARN: 'arn:aws:lambda:ap-northeast-1:111122223333:function:rotate',
  RotationRules: { AutomaticallyAfterDays: 30 },
});
const directory = { SubnetIds: ['subnet-0a1b2c3d', 'subnet-4e5f6a7b'], VpcId: 'vpc-0a1b2c3d' };

accuracyCases(
  'catalog b: passwords in properties of other services',
  credentials([
    {
      name: 'a password of Redshift that anybody works out who knows the name of the stack',
      expect: 'violation',
      on: 'Warehouse',
      resources: {
        Warehouse: res('AWS::Redshift::Cluster', {
          ClusterType: 'single-node',
          NodeType: 'ra3.xlplus',
          DBName: 'tokei',
          MasterUsername: 'tokei_owner',
          MasterUserPassword: sub('Passw0rd-${AWS::StackName}'),
        }),
      },
    },
    {
      name: 'the second user of a broker has a literal password',
      expect: 'violation',
      on: 'Broker',
      resources: {
        Broker: res('AWS::AmazonMQ::Broker', {
          BrokerName: 'renkei',
          EngineType: 'ACTIVEMQ',
          DeploymentMode: 'ACTIVE_STANDBY_MULTI_AZ',
          HostInstanceType: 'mq.m5.large',
          PubliclyAccessible: false,
          Users: [
            { Username: 'renkei_ops', Password: '{{resolve:secretsmanager:mq:SecretString:ops}}' },
            { Username: 'renkei_app', Password: 'renkei-app-2024' },
          ],
        }),
      },
    },
    {
      name: 'the token of a cache is a literal',
      expect: 'violation',
      on: 'Cache',
      resources: {
        Cache: res('AWS::ElastiCache::ReplicationGroup', {
          ReplicationGroupDescription: 'sessions',
          Engine: 'valkey',
          TransitEncryptionEnabled: true,
          AuthToken: 'f3a9c1e7b5d24860a1c2',
        }),
      },
    },
    {
      name: 'a list of passwords, one of them a literal',
      expect: 'violation',
      on: 'User',
      resources: {
        User: res('AWS::ElastiCache::User', {
          UserId: 'yoyaku',
          UserName: 'yoyaku',
          Engine: 'redis',
          AccessString: 'on ~app::* +@read',
          Passwords: ['{{resolve:secretsmanager:redis:SecretString:old}}', 'yoyaku-0123456789'],
        }),
      },
    },
    {
      name: 'a user of a cache who logs in by IAM and has no password',
      expect: 'compliant',
      on: 'User',
      resources: {
        User: res('AWS::ElastiCache::User', {
          UserId: 'yoyaku',
          UserName: 'yoyaku',
          Engine: 'redis',
          AccessString: 'on ~app::* +@read',
          AuthenticationMode: { Type: 'iam' },
        }),
      },
    },
    {
      name: 'the password of a directory is a literal',
      expect: 'violation',
      on: 'Ad',
      resources: {
        Ad: res('AWS::DirectoryService::MicrosoftAD', {
          Name: 'corp.example.lg.jp',
          Password: 'Ad-Super-2024',
          VpcSettings: directory,
        }),
      },
    },
    {
      name: 'an endpoint of DMS takes its credentials from a secret',
      expect: 'compliant',
      on: 'Source',
      resources: {
        Source: res('AWS::DMS::Endpoint', {
          EndpointType: 'source',
          EngineName: 'postgres',
          SslMode: 'require',
          PostgreSqlSettings: {
            SecretsManagerSecretId: 'juki/dms',
            SecretsManagerAccessRoleArn: 'arn:aws:iam::111122223333:role/dms-secret',
          },
        }),
      },
    },
    {
      name: 'the administrator of Kerberos in a cluster of EMR has a literal password',
      expect: 'violation',
      on: 'Emr',
      resources: {
        Emr: res('AWS::EMR::Cluster', {
          Name: 'tokei',
          ReleaseLabel: 'emr-7.5.0',
          JobFlowRole: 'EMR_EC2',
          ServiceRole: 'EMR',
          Instances: {},
          KerberosAttributes: { Realm: 'EC2.INTERNAL', KdcAdminPassword: 'kdc-admin-1' },
        }),
      },
    },
    {
      name: 'the key of an API in a connection of EventBridge',
      expect: 'violation',
      on: 'Connection',
      resources: {
        Connection: res('AWS::Events::Connection', {
          AuthorizationType: 'API_KEY',
          AuthParameters: { ApiKeyAuthParameters: { ApiKeyName: 'x-api-key', ApiKeyValue: 'Zt81kQp07Lw' } },
        }),
      },
    },
    {
      name: 'a secret whose value stands in the template',
      expect: 'violation',
      on: 'Secret',
      resources: {
        Secret: secret({ SecretString: '{"username":"juki_owner","password":"Kumin#2024db"}' }),
        Rotation: rotation,
      },
    },
    {
      name: 'a secret that is generated; the template around it holds the name of the user only',
      expect: 'compliant',
      on: 'Secret',
      resources: {
        Secret: secret({
          GenerateSecretString: {
            SecretStringTemplate: '{"username":"juki_owner"}',
            GenerateStringKey: 'password',
          },
        }),
        Rotation: rotation,
      },
    },
    {
      name: 'a password in a parameter of Systems Manager, which CloudFormation can store in plain text only',
      expect: 'violation',
      on: 'Parameter',
      resources: {
        Parameter: res('AWS::SSM::Parameter', {
          Type: 'String',
          Name: '/juki/db/password',
          Value: 'Kumin#2024db',
        }),
      },
    },
    {
      name: 'a figure about passwords is no password',
      expect: 'compliant',
      on: 'Parameter',
      resources: {
        Parameter: res('AWS::SSM::Parameter', {
          Type: 'String',
          Name: '/juki/password-policy/minimum-length',
          Value: '12',
        }),
      },
    },
    {
      name: 'the shared secret of a client at an identity provider',
      expect: 'violation',
      on: 'Idp',
      resources: {
        Idp: res('AWS::Cognito::UserPoolIdentityProvider', {
          UserPoolId: 'ap-northeast-1_AbCdEf123',
          ProviderName: 'Kenmin',
          ProviderType: 'OIDC',
          ProviderDetails: {
            client_id: 'miyazaki-portal',
            client_secret: 'p3N8vQ2xT7rK5mW9',
            oidc_issuer: 'https://id.example.lg.jp',
            attributes_request_method: 'GET',
            authorize_scopes: 'openid',
          },
        }),
      },
    },
    {
      name: 'a pre-shared key of a tunnel as a literal',
      expect: 'violation',
      on: 'Vpn',
      resources: {
        Vpn: res('AWS::EC2::VPNConnection', {
          Type: 'ipsec.1',
          CustomerGatewayId: 'cgw-0a1b2c3d4e5f60718',
          VpnGatewayId: 'vgw-0a1b2c3d4e5f60718',
          VpnTunnelOptionsSpecifications: [{ PreSharedKey: 'miyazaki_dc_tunnel_1' }],
        }),
      },
    },
    {
      name: 'a connection of Glue names its secret; the other properties say nothing secret',
      expect: 'compliant',
      on: 'Jdbc',
      resources: {
        Jdbc: res('AWS::Glue::Connection', {
          CatalogId: ref('AWS::AccountId'),
          ConnectionInput: {
            ConnectionType: 'JDBC',
            ConnectionProperties: {
              JDBC_CONNECTION_URL: 'jdbc:postgresql://db.juki.internal:5432/juki',
              JDBC_ENFORCE_SSL: 'true',
              SECRET_ID: 'juki/glue',
            },
          },
        }),
      },
    },
    {
      name: 'what a custom resource returns as the password cannot be seen',
      expect: 'undetermined',
      on: 'Windows',
      resources: {
        Generator: res('Custom::JoinCredential', {
          ServiceToken: 'arn:aws:lambda:ap-northeast-1:111122223333:function:join',
        }),
        Windows: res('AWS::FSx::FileSystem', {
          FileSystemType: 'WINDOWS',
          SubnetIds: ['subnet-0a1b2c3d'],
          StorageCapacity: 300,
          WindowsConfiguration: {
            ThroughputCapacity: 32,
            SelfManagedActiveDirectoryConfiguration: {
              DomainName: 'corp.example.lg.jp',
              UserName: 'svc-fsx',
              Password: att('Generator', 'Value'),
              DnsIps: ['10.20.0.10'],
            },
          },
        }),
      },
    },
    {
      name: 'the password of a restricted site in Amplify comes out of a custom resource',
      expect: 'undetermined',
      on: 'Site',
      resources: {
        Generator: res('Custom::Generator', {
          ServiceToken: 'arn:aws:lambda:ap-northeast-1:111122223333:function:gen',
        }),
        Site: res('AWS::Amplify::App', {
          Name: 'kentou',
          BasicAuthConfig: {
            EnableBasicAuth: true,
            Username: 'kentou',
            Password: att('Generator', 'Password'),
          },
        }),
      },
    },
  ]),
);
