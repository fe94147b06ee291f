import { EcrImagesScanned } from '../../../lib/rules/hardening/EcrImagesScanned';
import { EcrTagsImmutable } from '../../../lib/rules/hardening/EcrTagsImmutable';
import { ElasticBeanstalkUpdatesItself } from '../../../lib/rules/hardening/ElasticBeanstalkUpdatesItself';
import { MinorVersionsAreUpgraded } from '../../../lib/rules/hardening/MinorVersionsAreUpgraded';
import { OpenSearchUpdatesItself } from '../../../lib/rules/hardening/OpenSearchUpdatesItself';
import { ServersArePatched } from '../../../lib/rules/hardening/ServersArePatched';
import { ServersResistMalware } from '../../../lib/rules/hardening/ServersResistMalware';
import { VulnerabilitiesAreScanned } from '../../../lib/rules/hardening/VulnerabilitiesAreScanned';
import { either, OPEN, propertyCases } from '../../helpers/property-cases';
import { ruleCases } from '../../helpers/rule-cases';

const p = { Ref: 'P' };
const profile = { platformProvides: [] };
const of = (type: string, properties: object = {}) => ({ Type: type, Properties: properties });

const scan = (ScanOnPush: unknown) => ({ ImageScanningConfiguration: { ScanOnPush } });
const registry = (Filter: unknown, ScanFrequency: unknown = 'SCAN_ON_PUSH') =>
  of('AWS::ECR::RegistryScanningConfiguration', {
    ScanType: 'ENHANCED',
    Rules: [{ ScanFrequency, RepositoryFilters: [{ Filter, FilterType: 'WILDCARD' }] }],
  });
const repository = (RepositoryName?: unknown) =>
  of('AWS::ECR::Repository', RepositoryName === undefined ? {} : { RepositoryName });
propertyCases(EcrImagesScanned, {
  type: 'AWS::ECR::Repository',
  good: [scan(true)],
  // The platform scans what says nothing.
  bad: [scan(false)],
  open: [scan(p)],
  either: scan(either(true, false)),
  property: 'ImageScanningConfiguration.ScanOnPush',
  more: [
    {
      name: 'refuses that nothing scans, where the platform does not',
      expect: 'violation',
      profile,
      resources: { R: repository('web') },
    },
    {
      name: 'asks for evidence of the scans of the platform',
      expect: 'evidence',
      resources: { R: repository('web') },
    },
    {
      name: 'accepts that the registry scans all',
      expect: 'compliant',
      resources: { R: repository(), S: registry('*') },
    },
    {
      name: 'accepts that the registry scans its like',
      expect: 'compliant',
      resources: { R: repository('city/web'), S: registry('city/*') },
    },
    {
      name: 'refuses a filter for others',
      expect: 'violation',
      profile,
      resources: { R: repository('web'), S: registry('city/*') },
    },
    {
      name: 'refuses a filter for a repository that has no name',
      expect: 'violation',
      profile,
      resources: { R: repository(), S: registry('city/*') },
    },
    {
      name: 'refuses scanning by hand',
      expect: 'violation',
      profile,
      resources: { R: repository(), S: registry('*', 'MANUAL') },
    },
    {
      name: 'cannot tell a filter that is a parameter',
      expect: 'undetermined',
      profile,
      template: { ...OPEN, Resources: { R: repository(), S: registry(p) } },
    },
  ],
});

propertyCases(EcrTagsImmutable, {
  type: 'AWS::ECR::Repository',
  good: [{ ImageTagMutability: 'IMMUTABLE' }, { ImageTagMutability: 'IMMUTABLE_WITH_EXCLUSION' }],
  bad: [{ RepositoryName: 'web' }, { ImageTagMutability: 'MUTABLE' }],
  open: [{ ImageTagMutability: p }],
  either: { ImageTagMutability: either('IMMUTABLE', 'MUTABLE') },
  property: 'ImageTagMutability',
});

propertyCases(MinorVersionsAreUpgraded, {
  type: 'AWS::RDS::DBInstance',
  good: [{ AutoMinorVersionUpgrade: true }, { Engine: 'postgres' }],
  bad: [{ AutoMinorVersionUpgrade: false }],
  open: [{ AutoMinorVersionUpgrade: p }],
  either: { AutoMinorVersionUpgrade: either(true, 'false') },
  property: 'AutoMinorVersionUpgrade',
  more: [
    {
      name: 'does not ask it of RDS Custom, which must have it off',
      expect: 'compliant',
      resources: {
        D: of('AWS::RDS::DBInstance', { Engine: 'custom-sqlserver-ee', AutoMinorVersionUpgrade: false }),
      },
    },
    {
      name: 'asks it of an instance that takes its engine from its cluster',
      expect: 'violation',
      resources: {
        D: of('AWS::RDS::DBInstance', { DBClusterIdentifier: 'c', AutoMinorVersionUpgrade: false }),
      },
    },
    {
      name: 'reads the switch of Redshift',
      expect: 'violation',
      resources: { C: of('AWS::Redshift::Cluster', { AllowVersionUpgrade: false }) },
      property: 'AllowVersionUpgrade',
    },
    ...['AWS::ElastiCache::ReplicationGroup', 'AWS::MemoryDB::Cluster', 'AWS::DMS::ReplicationInstance'].map(
      (type) => ({
        name: `asks it of ${type}`,
        expect: 'violation' as const,
        resources: { C: of(type, { AutoMinorVersionUpgrade: false }) },
      }),
    ),
  ],
});

const option = (Value: unknown) => ({
  OptionSettings: [
    { Namespace: 'aws:elasticbeanstalk:managedactions', OptionName: 'ManagedActionsEnabled', Value },
  ],
});
propertyCases(ElasticBeanstalkUpdatesItself, {
  type: 'AWS::ElasticBeanstalk::Environment',
  good: [option('true'), option(true)],
  bad: [{ ApplicationName: 'web' }, option('false')],
  open: [option(p), { OptionSettings: p }],
  either: option(either('true', 'false')),
  property: 'OptionSettings',
});

const update = (AutoSoftwareUpdateEnabled: unknown) => ({
  SoftwareUpdateOptions: { AutoSoftwareUpdateEnabled },
});
propertyCases(OpenSearchUpdatesItself, {
  type: 'AWS::OpenSearchService::Domain',
  good: [update(true)],
  bad: [{ DomainName: 'search' }, update(false)],
  open: [update(p)],
  either: update(either(true, false)),
  property: 'SoftwareUpdateOptions.AutoSoftwareUpdateEnabled',
});

const images = repository();
ruleCases(VulnerabilitiesAreScanned, [
  {
    name: 'accepts enhanced scanning of the registry',
    expect: 'compliant',
    example: true,
    profile,
    resources: { Images: images, Scan: registry('*') },
  },
  {
    name: 'refuses a deployment without a scan, where the app must have it',
    expect: 'violation',
    example: true,
    profile,
    resources: { Images: images },
  },
  { name: 'asks for evidence where the platform scans', expect: 'evidence', resources: { Images: images } },
  {
    name: 'accepts a custom resource that enables Inspector',
    expect: 'compliant',
    profile,
    resources: {
      Images: images,
      Enable: of('Custom::AWS', { Create: '{"service":"Inspector2","action":"enable","parameters":{}}' }),
    },
  },
  {
    name: 'does not count a custom resource that does something else',
    expect: 'violation',
    profile,
    resources: {
      Images: images,
      Enable: of('Custom::AWS', { Create: '{"service":"SSM","action":"enable"}' }),
    },
  },
  {
    name: 'cannot tell a kind of scan that is a parameter',
    expect: 'undetermined',
    profile,
    template: {
      ...OPEN,
      Resources: { Images: images, Scan: of('AWS::ECR::RegistryScanningConfiguration', { ScanType: p }) },
    },
  },
  {
    name: 'does not ask it where nothing can be scanned',
    expect: 'compliant',
    profile,
    resources: { B: of('AWS::S3::Bucket') },
  },
]);

const server = of('AWS::EC2::Instance');
const association = (Name: unknown, more: object = {}) => of('AWS::SSM::Association', { Name, ...more });
ruleCases(ServersArePatched, [
  {
    name: 'accepts an association that patches',
    expect: 'compliant',
    example: true,
    profile,
    resources: {
      Server: server,
      Patch: association('AWS-RunPatchBaseline', { ScheduleExpression: 'rate(7 days)' }),
    },
  },
  {
    name: 'refuses servers that nobody patches, where the app must',
    expect: 'violation',
    example: true,
    profile,
    resources: { Server: server },
  },
  { name: 'asks for evidence where the platform patches', expect: 'evidence', resources: { Server: server } },
  {
    name: 'accepts a maintenance window',
    expect: 'compliant',
    profile,
    resources: {
      Server: server,
      Patch: of('AWS::SSM::MaintenanceWindowTask', { TaskArn: 'AWS-RunPatchBaseline' }),
    },
  },
  {
    name: 'accepts a patch policy of Quick Setup',
    expect: 'compliant',
    profile,
    resources: {
      Server: server,
      Setup: of('AWS::SSMQuickSetup::ConfigurationManager', {
        ConfigurationDefinitions: [{ Type: 'AWSQuickSetupType-PatchPolicy', Parameters: {} }],
      }),
    },
  },
  {
    name: 'accepts that servers are replaced by newer images',
    expect: 'compliant',
    profile,
    resources: { Server: server, Images: of('AWS::ImageBuilder::ImagePipeline') },
  },
  {
    name: 'does not count another document',
    expect: 'violation',
    profile,
    resources: { Server: server, Patch: association('AWS-GatherSoftwareInventory') },
  },
  {
    name: 'cannot tell a document that is a parameter',
    expect: 'undetermined',
    profile,
    template: { ...OPEN, Resources: { Server: server, Patch: association(p) } },
  },
  {
    name: 'does not ask it where there are no servers',
    expect: 'compliant',
    profile,
    resources: { B: of('AWS::S3::Bucket') },
  },
]);

const runtime = (Status: unknown) =>
  of('AWS::GuardDuty::Detector', {
    Enable: true,
    Features: [
      {
        Name: 'RUNTIME_MONITORING',
        Status: 'ENABLED',
        AdditionalConfiguration: [{ Name: 'EC2_AGENT_MANAGEMENT', Status }],
      },
    ],
  });
const install = (name: unknown) =>
  association('AWS-ConfigureAWSPackage', { Parameters: { action: ['Install'], name } });
ruleCases(ServersResistMalware, [
  {
    name: 'accepts a package that Systems Manager installs',
    expect: 'compliant',
    example: true,
    profile,
    resources: { Server: server, Agent: install(['TrendMicro-CloudOne-WorkloadSecurity']) },
  },
  {
    name: 'refuses servers without protection, where the app must have it',
    expect: 'violation',
    example: true,
    profile,
    resources: { Server: server },
  },
  {
    name: 'asks for evidence where the platform protects',
    expect: 'evidence',
    resources: { Server: server },
  },
  {
    name: 'accepts the agent of GuardDuty',
    expect: 'compliant',
    profile,
    resources: { Server: server, D: runtime('ENABLED') },
  },
  {
    name: 'refuses it where it is off',
    expect: 'violation',
    profile,
    resources: { Server: server, D: runtime('DISABLED') },
  },
  {
    name: 'does not count another package',
    expect: 'violation',
    profile,
    resources: { Server: server, Agent: install(['AmazonCloudWatchAgent']) },
  },
  {
    name: 'cannot tell a package that is a parameter',
    expect: 'undetermined',
    profile,
    template: { ...OPEN, Resources: { Server: server, Agent: install([p]) } },
  },
]);
