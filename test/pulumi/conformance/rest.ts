import { one, situation } from '../conformance-forms';
import type { Situation } from './situation';

const KEY = 'arn:aws:kms:ap-northeast-1:111122223333:key/0f1e2d3c-0000-4000-8000-000000000000';
const ROLE = 'arn:aws:iam::111122223333:role/city';

const jdbc = (properties: Record<string, string>) =>
  one(
    [
      'AWS::Glue::Connection',
      {
        CatalogId: '111122223333',
        ConnectionInput: { ConnectionType: 'JDBC', ConnectionProperties: properties },
      },
    ],
    // The package's default is JDBC.
    ['aws:glue/connection:Connection', { catalogId: '111122223333', connectionProperties: properties }],
  );

const notebook = (word: string) =>
  one(
    [
      'AWS::SageMaker::NotebookInstance',
      { InstanceType: 'ml.t3.medium', RoleArn: ROLE, RootAccess: word, DirectInternetAccess: word },
    ],
    [
      'aws:sagemaker/notebookInstance:NotebookInstance',
      { instanceType: 'ml.t3.medium', roleArn: ROLE, rootAccess: word, directInternetAccess: word },
    ],
  );

const variant = { VariantName: 'all', ModelName: 'speech', InitialVariantWeight: 1 };
const serverless = one(
  [
    'AWS::SageMaker::EndpointConfig',
    { ProductionVariants: [{ ...variant, ServerlessConfig: { MaxConcurrency: 5, MemorySizeInMB: 2048 } }] },
  ],
  [
    'aws:sagemaker/endpointConfiguration:EndpointConfiguration',
    {
      productionVariants: [
        {
          variantName: 'all',
          modelName: 'speech',
          initialVariantWeight: 1,
          serverlessConfig: { maxConcurrency: 5, memorySizeInMb: 2048 },
        },
      ],
    },
  ],
);

const server = (policy?: string) =>
  one(
    [
      'AWS::Transfer::Server',
      { Protocols: ['SFTP'], ...(policy === undefined ? {} : { SecurityPolicyName: policy }) },
    ],
    [
      'aws:transfer/server:Server',
      { protocols: ['SFTP'], ...(policy === undefined ? {} : { securityPolicyName: policy }) },
    ],
  );

const queries = (isEnforced: boolean) =>
  one(
    [
      'AWS::Athena::WorkGroup',
      {
        Name: 'city',
        WorkGroupConfiguration: {
          EnforceWorkGroupConfiguration: isEnforced,
          ResultConfiguration: { EncryptionConfiguration: { EncryptionOption: 'SSE_KMS', KmsKey: KEY } },
        },
      },
    ],
    [
      'aws:athena/workgroup:Workgroup',
      {
        name: 'city',
        configuration: {
          // The package enforces it unless it is told not to.
          ...(isEnforced ? {} : { enforceWorkgroupConfiguration: false }),
          resultConfiguration: {
            encryptionConfiguration: { encryptionOption: 'SSE_KMS', kmsKeyArn: KEY },
          },
        },
      },
    ],
  );

const cluster = (keyName?: string) =>
  one(
    [
      'AWS::EMR::Cluster',
      {
        Name: 'city',
        ReleaseLabel: 'emr-7.5.0',
        ServiceRole: ROLE,
        JobFlowRole: 'city',
        LogUri: 's3://logs/emr/',
        Instances: { Ec2SubnetId: 'subnet-1', ...(keyName === undefined ? {} : { Ec2KeyName: keyName }) },
      },
    ],
    [
      'aws:emr/cluster:Cluster',
      {
        name: 'city',
        releaseLabel: 'emr-7.5.0',
        serviceRole: ROLE,
        logUri: 's3://logs/emr/',
        ec2Attributes: {
          instanceProfile: 'city',
          subnetId: 'subnet-1',
          ...(keyName === undefined ? {} : { keyName }),
        },
      },
    ],
  );

const flow = (connector: string) =>
  one(
    [
      'AWS::AppFlow::Flow',
      {
        FlowName: 'city',
        KMSArn: KEY,
        SourceFlowConfig: { ConnectorType: 'S3' },
        DestinationFlowConfigList: [{ ConnectorType: connector }],
        TriggerConfig: { TriggerType: 'OnDemand' },
        Tasks: [],
      },
    ],
    [
      'aws:appflow/flow:Flow',
      {
        name: 'city',
        kmsArn: KEY,
        sourceFlowConfig: { connectorType: 'S3' },
        destinationFlowConfigs: [{ connectorType: connector }],
        triggerConfig: { triggerType: 'OnDemand' },
        tasks: [],
      },
    ],
  );

const figures = (disableSsl: boolean) =>
  one(
    [
      'AWS::QuickSight::DataSource',
      { Name: 'city', Type: 'POSTGRESQL', SslProperties: { DisableSsl: disableSsl } },
    ],
    [
      'aws:quicksight/dataSource:DataSource',
      { dataSourceId: 'city', name: 'city', type: 'POSTGRESQL', sslProperties: { disableSsl } },
    ],
  );

/** Analytics, machine learning and transfers. */
export const SITUATIONS: readonly Situation[] = [
  situation('GlueConnectionUsesTls', 'violation', 'a connection by JDBC may be in clear text', jdbc({})),
  situation(
    'GlueConnectionUsesTls',
    'compliant',
    'a connection by JDBC is encrypted',
    jdbc({ JDBC_ENFORCE_SSL: 'true' }),
  ),
  situation('NotebookIsLimited', 'violation', 'a notebook is open', notebook('Enabled')),
  situation('NotebookIsLimited', 'compliant', 'a notebook is limited', notebook('Disabled')),
  situation('ManagedServiceIsRedundant', 'compliant', 'a model is served without servers', serverless),
  situation('TransferSecurityPolicyApproved', 'violation', 'the policy is the old one by default', server()),
  situation(
    'TransferSecurityPolicyApproved',
    'compliant',
    'the policy is a recent one',
    server('TransferSecurityPolicy-2024-01'),
  ),
  situation(
    'AthenaWorkGroupCustomerManagedKey',
    'violation',
    'clients choose how results are encrypted',
    queries(false),
  ),
  situation(
    'AthenaWorkGroupCustomerManagedKey',
    // Who manages a key that the deployment does not make is not to be seen.
    'undetermined',
    'results are under a key from elsewhere',
    queries(true),
  ),
  situation('NoSharedKeyPair', 'violation', 'a cluster is entered by a shared key pair', cluster('city')),
  situation('NoSharedKeyPair', 'compliant', 'a cluster has no key pair', cluster()),
  situation('IsolatedZoneSendsNoDataOutside', 'violation', 'data flow to a service', flow('Salesforce')),
  situation('IsolatedZoneSendsNoDataOutside', 'compliant', 'data flow to a bucket', flow('S3')),
  situation('QuickSightDataSourceUsesTls', 'violation', 'figures come in clear text', figures(true)),
  situation('QuickSightDataSourceUsesTls', 'compliant', 'figures come encrypted', figures(false)),
];
