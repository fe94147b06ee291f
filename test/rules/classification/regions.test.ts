import { RegionIsDomestic } from '../../../lib/rules/classification/RegionIsDomestic';
import { ReplicasAreDomestic } from '../../../lib/rules/classification/ReplicasAreDomestic';
import { ruleCases } from '../../helpers/rule-cases';

const table = { Type: 'AWS::DynamoDB::Table' };
const stack = (region: string | undefined, Resources: object) => ({ body: { Resources }, stack: { region } });

ruleCases(
  RegionIsDomestic,
  [
    { name: 'accepts Tokyo', expect: 'compliant', template: stack('ap-northeast-1', { T: table }) },
    { name: 'accepts Osaka', expect: 'compliant', template: stack('ap-northeast-3', { T: table }) },
    {
      name: 'refuses Virginia',
      expect: 'violation',
      template: stack('us-east-1', { T: table }),
      message: /us-east-1/,
    },
    {
      name: 'refuses Seoul, which is only a digit away',
      expect: 'violation',
      template: stack('ap-northeast-2', { T: table }),
    },
    {
      name: 'asks for evidence where the template does not say where it goes',
      expect: 'evidence',
      template: stack(undefined, { T: table }),
    },
    {
      name: 'lets certificates and web ACLs of CloudFront be, which can lie in us-east-1 only',
      expect: 'compliant',
      template: stack('us-east-1', {
        C: { Type: 'AWS::CertificateManager::Certificate' },
        A: { Type: 'AWS::WAFv2::WebACL' },
      }),
    },
  ],
  { undetermined: 'the region is known or chosen at deployment' },
);

const global = (...regions: unknown[]) => ({
  Type: 'AWS::DynamoDB::GlobalTable',
  Properties: { Replicas: regions.map((Region) => ({ Region })) },
});
const free = { Parameters: { P: { Type: 'String', Default: 'ap-northeast-3' } } };
const plan = (DestinationBackupVaultArn: unknown) => ({
  Type: 'AWS::Backup::BackupPlan',
  Properties: { BackupPlan: { BackupPlanRule: [{ CopyActions: [{ DestinationBackupVaultArn }] }] } },
});
const copying = (Bucket: unknown) => ({
  Type: 'AWS::S3::Bucket',
  Properties: { ReplicationConfiguration: { Rules: [{ Status: 'Enabled', Destination: { Bucket } }] } },
});
const events = (Arn: unknown) => ({
  Type: 'AWS::Events::Rule',
  Properties: { EventPattern: { source: ['city.records'] }, Targets: [{ Id: 'T', Arn }] },
});
const KEYSPACE = {
  ReplicationSpecification: {
    ReplicationStrategy: 'MULTI_REGION',
    RegionList: ['ap-northeast-1', 'us-east-1'],
  },
};
const IMAGES = { Name: 'i', Distributions: [{ Region: 'ap-northeast-1' }, { Region: 'us-east-1' }] };
const PEER = {
  MultiRegionProperties: {
    WitnessRegion: 'ap-northeast-3',
    Clusters: ['arn:aws:dsql:us-east-1:111122223333:cluster/c'],
  },
};
const SECOND = { RoutingConfig: { FailoverConfig: { Secondary: { Route: 'us-east-1' } } } };
const CACHES = {
  Members: [
    { ReplicationGroupId: 'a', ReplicationGroupRegion: 'ap-northeast-1' },
    { ReplicationGroupId: 'b', ReplicationGroupRegion: 'us-west-2' },
  ],
};
ruleCases(ReplicasAreDomestic, [
  {
    name: 'accepts replicas in Tokyo and Osaka',
    expect: 'compliant',
    resources: { G: global('ap-northeast-1', 'ap-northeast-3') },
  },
  {
    name: 'refuses a replica abroad',
    expect: 'violation',
    resources: { G: global('ap-northeast-1', 'us-west-2') },
    property: 'Replicas[1].Region',
  },
  {
    name: 'leaves the own region to the stack',
    expect: 'compliant',
    resources: { G: global({ Ref: 'AWS::Region' }) },
  },
  {
    name: 'cannot tell a parameter',
    expect: 'undetermined',
    template: { ...free, Resources: { G: global({ Ref: 'P' }) } },
  },
  {
    name: 'refuses a replica of a secret abroad',
    expect: 'violation',
    resources: {
      S: { Type: 'AWS::SecretsManager::Secret', Properties: { ReplicaRegions: [{ Region: 'eu-west-1' }] } },
    },
  },
  {
    name: 'refuses a copy of backups abroad, by its ARN',
    expect: 'violation',
    resources: { P: plan({ 'Fn::Sub': 'arn:aws:backup:us-east-1:${AWS::AccountId}:backup-vault:copies' }) },
  },
  {
    name: 'accepts a copy of backups in Osaka',
    expect: 'compliant',
    resources: {
      P: plan({ 'Fn::Sub': 'arn:aws:backup:ap-northeast-3:${AWS::AccountId}:backup-vault:copies' }),
    },
  },
  {
    name: 'leaves a vault of the deployment to its stack',
    expect: 'compliant',
    resources: {
      V: { Type: 'AWS::Backup::BackupVault' },
      P: plan({ 'Fn::GetAtt': ['V', 'BackupVaultArn'] }),
    },
    subject: 'P',
  },
  {
    name: 'cannot tell where an ARN of a parameter lies',
    expect: 'undetermined',
    template: { ...free, Resources: { Plan: plan({ Ref: 'P' }) } },
  },
  {
    name: 'refuses backups of a database abroad',
    expect: 'violation',
    resources: {
      D: { Type: 'AWS::RDS::DBInstance', Properties: { AutomaticBackupReplicationRegion: 'us-east-1' } },
    },
  },
  {
    name: 'accepts no replica',
    expect: 'compliant',
    resources: { D: { Type: 'AWS::RDS::DBInstance', Properties: {} } },
  },
  {
    name: 'refuses an event bus abroad',
    expect: 'violation',
    resources: { R: events('arn:aws:events:us-east-1:111122223333:event-bus/default') },
    property: 'Targets[0].Arn',
  },
  {
    name: 'accepts an event bus in Osaka, whoever owns it',
    expect: 'compliant',
    resources: { R: events({ 'Fn::Sub': 'arn:aws:events:ap-northeast-3:${AWS::AccountId}:event-bus/b' }) },
  },
  {
    name: 'cannot tell an event bus whose region is a parameter',
    expect: 'undetermined',
    template: {
      ...free,
      Resources: { R: events({ 'Fn::Sub': 'arn:aws:events:${P}:111122223333:event-bus/default' }) },
    },
  },
  {
    name: 'leaves other targets to the region of the rule',
    expect: 'compliant',
    resources: { R: events('arn:aws:sqs:ap-northeast-1:111122223333:queue') },
  },
  {
    name: 'asks where a target lies that is not written out',
    expect: 'evidence',
    template: { ...free, Resources: { R: events({ Ref: 'P' }) } },
  },
  ...(
    [
      ['arn:aws:events:us-east-1:111122223333:${P}', 'violation'],
      ['arn:aws:events:${P}', 'undetermined'],
      ['arn:aws:${P}', 'undetermined'],
      ['arn:aws:${P}:ap-northeast-1:111122223333:queue', 'compliant'],
    ] as const
  ).map(([arn, expect]) => ({
    name: `does not take for another target what may be a bus: ${arn}`,
    expect,
    template: { ...free, Resources: { R: events({ 'Fn::Sub': arn }) } },
  })),
  ...(
    [
      ['a keyspace', 'AWS::Cassandra::Keyspace', 'ReplicationSpecification.RegionList[1]', KEYSPACE],
      ['machine images', 'AWS::ImageBuilder::DistributionConfiguration', 'Distributions[1].Region', IMAGES],
      ['the peer of a cluster', 'AWS::DSQL::Cluster', 'MultiRegionProperties.Clusters[0]', PEER],
      ['a second endpoint', 'AWS::Events::Endpoint', 'RoutingConfig.FailoverConfig.Secondary.Route', SECOND],
      [
        'a replication group',
        'AWS::ElastiCache::GlobalReplicationGroup',
        'Members[1].ReplicationGroupRegion',
        CACHES,
      ],
    ] as const
  ).map(([what, Type, property, Properties]) => ({
    name: `refuses ${what} abroad`,
    expect: 'violation' as const,
    resources: { R: { Type, Properties } },
    property,
  })),
  {
    name: 'asks where a bucket elsewhere lies',
    expect: 'evidence',
    resources: { B: copying('arn:aws:s3:::copies') },
  },
  {
    name: 'leaves a bucket of the deployment to its stack',
    expect: 'compliant',
    subject: 'B',
    resources: { C: { Type: 'AWS::S3::Bucket' }, B: copying({ 'Fn::GetAtt': ['C', 'Arn'] }) },
  },
]);
