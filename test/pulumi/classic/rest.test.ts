import { made, ref, resource } from '../helpers';

const ROLE = 'arn:aws:iam::111122223333:role/city';
const POLICY = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: ROLE }, Action: 'sagemaker:Describe*', Resource: '*' }],
};

/** Inputs as a program writes them, and what a template says of the same. */
const CASES: readonly (readonly [token: string, inputs: object, type: string, properties: object])[] = [
  [
    'aws:emr/cluster:Cluster',
    {
      ec2Attributes: { instanceProfile: 'city', keyName: 'shared', subnetIds: ['subnet-1', 'subnet-2'] },
      kerberosAttributes: { kdcAdminPassword: 'secret', realm: 'CITY' },
    },
    'AWS::EMR::Cluster',
    {
      JobFlowRole: 'city',
      Instances: { Ec2KeyName: 'shared', Ec2SubnetIds: ['subnet-1', 'subnet-2'] },
      KerberosAttributes: { KdcAdminPassword: 'secret', Realm: 'CITY' },
    },
  ],
  [
    'aws:amplify/branch:Branch',
    { appId: 'a', branchName: 'main', basicAuthCredentials: 'dTpw', environmentVariables: { A: '1' } },
    'AWS::Amplify::Branch',
    {
      AppId: 'a',
      BranchName: 'main',
      BasicAuthConfig: { Password: 'dTpw' },
      EnvironmentVariables: [{ Name: 'A', Value: '1' }],
    },
  ],
  [
    'aws:codedeploy/deploymentGroup:DeploymentGroup',
    { appName: 'city', alarmConfiguration: { enabled: true, alarms: ['errors', 'delay'] } },
    'AWS::CodeDeploy::DeploymentGroup',
    {
      ApplicationName: 'city',
      AlarmConfiguration: { Enabled: true, Alarms: [{ Name: 'errors' }, { Name: 'delay' }] },
    },
  ],
  [
    'aws:dlm/lifecyclePolicy:LifecyclePolicy',
    {
      policyDetails: {
        resourceTypes: ['VOLUME'],
        targetTags: { Backup: 'yes' },
        schedules: [
          { name: 'daily', retainRule: { count: 7 }, shareRule: { targetAccounts: ['444455556666'] } },
        ],
      },
    },
    'AWS::DLM::LifecyclePolicy',
    {
      PolicyDetails: {
        ResourceTypes: ['VOLUME'],
        TargetTags: [{ Key: 'Backup', Value: 'yes' }],
        Schedules: [
          { Name: 'daily', RetainRule: { Count: 7 }, ShareRules: [{ TargetAccounts: ['444455556666'] }] },
        ],
      },
    },
  ],
  [
    'aws:transfer/connector:Connector',
    { accessRole: ROLE, egressConfig: { vpcLattice: { resourceConfigurationArn: 'arn:aws:vpc-lattice:r' } } },
    'AWS::Transfer::Connector',
    { EgressType: 'VPC_LATTICE' },
  ],
  [
    'aws:bedrock/agentcoreOauth2CredentialProvider:AgentcoreOauth2CredentialProvider',
    {
      name: 'city',
      credentialProviderVendor: 'GithubOauth2',
      oauth2ProviderConfig: { githubOauth2ProviderConfig: { clientId: 'c', clientSecret: 'secret' } },
    },
    'AWS::BedrockAgentCore::OAuth2CredentialProvider',
    { Oauth2ProviderConfigInput: { GithubOauth2ProviderConfig: { ClientSecret: 'secret' } } },
  ],
  [
    'aws:glue/connection:Connection',
    {
      connectionProperties: { JDBC_ENFORCE_SSL: 'true' },
      physicalConnectionRequirements: { securityGroupIdLists: ['sg-1'], subnetId: 'subnet-1' },
    },
    'AWS::Glue::Connection',
    {
      ConnectionInput: {
        ConnectionType: 'JDBC',
        ConnectionProperties: { JDBC_ENFORCE_SSL: 'true' },
        PhysicalConnectionRequirements: { SecurityGroupIdList: ['sg-1'], SubnetId: 'subnet-1' },
      },
    },
  ],
  [
    'aws:glue/securityConfiguration:SecurityConfiguration',
    {
      encryptionConfiguration: {
        s3Encryption: { s3EncryptionMode: 'SSE-KMS', kmsKeyArn: 'arn:aws:kms:k' },
        cloudwatchEncryption: { cloudwatchEncryptionMode: 'SSE-KMS', kmsKeyArn: 'arn:aws:kms:k' },
        jobBookmarksEncryption: { jobBookmarksEncryptionMode: 'DISABLED' },
      },
    },
    'AWS::Glue::SecurityConfiguration',
    {
      EncryptionConfiguration: {
        S3Encryptions: [{ S3EncryptionMode: 'SSE-KMS', KmsKeyArn: 'arn:aws:kms:k' }],
        CloudWatchEncryption: { CloudWatchEncryptionMode: 'SSE-KMS', KmsKeyArn: 'arn:aws:kms:k' },
        JobBookmarksEncryption: { JobBookmarksEncryptionMode: 'DISABLED' },
      },
    },
  ],
  [
    'aws:codepipeline/pipeline:Pipeline',
    {
      artifactStores: [{ location: 'b', type: 'S3', encryptionKey: { id: 'arn:aws:kms:k', type: 'KMS' } }],
      stages: [
        {
          name: 'Approve',
          actions: [
            {
              name: 'Ask',
              category: 'Approval',
              owner: 'AWS',
              provider: 'Manual',
              version: '1',
              runOrder: 1,
            },
          ],
        },
      ],
    },
    'AWS::CodePipeline::Pipeline',
    {
      ArtifactStores: [
        { ArtifactStore: { Location: 'b', Type: 'S3', EncryptionKey: { Id: 'arn:aws:kms:k', Type: 'KMS' } } },
      ],
      Stages: [
        {
          Name: 'Approve',
          Actions: [{ Name: 'Ask', RunOrder: 1, ActionTypeId: { Category: 'Approval', Provider: 'Manual' } }],
        },
      ],
    },
  ],
  [
    'aws:sagemaker/endpointConfiguration:EndpointConfiguration',
    {
      kmsKeyArn: 'arn:aws:kms:k',
      productionVariants: [{ modelName: 'm', serverlessConfig: { maxConcurrency: 5, memorySizeInMb: 1024 } }],
    },
    'AWS::SageMaker::EndpointConfig',
    {
      KmsKeyId: 'arn:aws:kms:k',
      ProductionVariants: [{ ModelName: 'm', ServerlessConfig: { MaxConcurrency: 5, MemorySizeInMB: 1024 } }],
    },
  ],
];

test.each(CASES)('%s', (token, inputs, type, properties) => {
  const { It } = made([resource(token, 'It', inputs)]);
  expect(It).toMatchObject({ Type: type, Properties: properties });
});

test('policies that are resources of the package are properties of what they are for', () => {
  const group = resource('aws:sagemaker/modelPackageGroup:ModelPackageGroup', 'Group', {
    modelPackageGroupName: 'city',
  });
  const repository = resource('aws:codeartifact/repository:Repository', 'Packages', {
    domain: 'city',
    repository: 'packages',
  });
  const all = made([
    group,
    repository,
    resource('aws:sagemaker/modelPackageGroupPolicy:ModelPackageGroupPolicy', 'OfGroup', {
      modelPackageGroupName: ref(group, 'modelPackageGroupName'),
      resourcePolicy: JSON.stringify(POLICY),
    }),
    resource('aws:codeartifact/repositoryPermissionsPolicy:RepositoryPermissionsPolicy', 'OfPackages', {
      domain: 'city',
      repository: 'packages',
      policyDocument: JSON.stringify(POLICY),
    }),
  ]);
  expect(all['Group']?.Properties).toMatchObject({ ModelPackageGroupPolicy: POLICY });
  expect(all['Packages']?.Properties).toMatchObject({ PermissionsPolicyDocument: POLICY });
  expect(Object.keys(all)).toEqual(['Group', 'Packages']);
});
