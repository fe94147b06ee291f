import type { Claim, Outcome } from '../../model/claim';
import { isFalse, noneOf, satisfying } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { byAlternative } from './alternatives';

/** Says that something has no public address. */
export type Check = (resource: Resource) => Claim;

const NOT_THERE = { ja: '公開アドレスを持たないこと', en: 'no public address' };
const itself: Check = (resource) =>
  resource.get('').states('breaks', { ja: '公開アドレス', en: 'a public address' }, NOT_THERE);

/** A switch that gives a public address; what its absence means differs by service. */
const flag =
  (path: string, whenAbsent: boolean): Check =>
  (resource) =>
    resource.get(path).orDefault(whenAbsent).must(isFalse);

const interfaces =
  (path: string): Check =>
  (resource) =>
    resource
      .get(path)
      .items()
      .every((item) => item.get('AssociatePublicIpAddress').orDefault(false).must(isFalse));

/** The address of a task of ECS, by the default of whoever starts it. */
const task =
  (path: string): Check =>
  (resource) =>
    resource.get(path).orDefault('DISABLED').must(noneOf('ENABLED'));

/** In a subnet group of its own, or in that of its cluster. */
const placed = satisfying(
  { ja: 'サブネットグループ', en: 'a subnet group' },
  (value): Outcome =>
    value.kind === 'absent' || (value.kind === 'known' && value.value === 'default') ? 'breaks' : 'holds',
);

/** Without the switch, a database is public where it lies in the default VPC. */
const database: Check = (instance) => {
  const accessible = instance.get('PubliclyAccessible');
  return byAlternative(accessible, (value) =>
    value.kind === 'absent' || (value.kind === 'unknown' && value.mayBeAbsent === true)
      ? instance
          .get('DBSubnetGroupName')
          .must(placed)
          .or(instance.get('DBClusterIdentifier').must(placed))
          .or(
            accessible.states(
              'undetermined',
              {
                ja: '指定なし（DBSubnetGroupNameもないため、既定のVPCにより決まる）',
                en: 'not set, so that the default VPC decides, since there is no DBSubnetGroupName either',
              },
              { ja: 'false', en: 'false' },
            ),
          )
      : accessible.must(isFalse),
  );
};

/** What can have a public address, and how it is told. */
export const PUBLIC_ADDRESSES: Readonly<Record<string, Check>> = {
  'AWS::EC2::EIP': itself,
  'AWS::EC2::EIPAssociation': itself,
  // Their machines get public addresses for it, in a subnet with a route to an internet gateway.
  'AWS::AppStream::Fleet': flag('EnableDefaultInternetAccess', false),
  'AWS::AppStream::ImageBuilder': flag('EnableDefaultInternetAccess', false),
  'AWS::EC2::Instance': interfaces('NetworkInterfaces'),
  'AWS::EC2::LaunchTemplate': interfaces('LaunchTemplateData.NetworkInterfaces'),
  'AWS::AutoScaling::LaunchConfiguration': flag('AssociatePublicIpAddress', false),
  'AWS::RDS::DBInstance': database,
  'AWS::RDS::DBCluster': flag('PubliclyAccessible', false),
  'AWS::Neptune::DBInstance': flag('PubliclyAccessible', false),
  'AWS::NeptuneGraph::Graph': flag('PublicConnectivity', false),
  'AWS::Redshift::Cluster': flag('PubliclyAccessible', false),
  'AWS::RedshiftServerless::Workgroup': flag('PubliclyAccessible', false),
  'AWS::Timestream::InfluxDBInstance': flag('PubliclyAccessible', false),
  'AWS::DMS::ReplicationInstance': flag('PubliclyAccessible', true),
  'AWS::DMS::InstanceProfile': flag('PubliclyAccessible', false),
  'AWS::RDS::DBShardGroup': flag('PubliclyAccessible', false),
  'AWS::Timestream::InfluxDBCluster': flag('PubliclyAccessible', false),
  'AWS::Lightsail::Database': flag('PubliclyAccessible', false),
  'AWS::Lightsail::StaticIp': itself,
  'AWS::DRS::ReplicationConfigurationTemplate': flag('CreatePublicIP', false),
  'AWS::MGN::ReplicationConfigurationTemplate': flag('CreatePublicIP', false),
  'AWS::AmazonMQ::Broker': flag('PubliclyAccessible', false),
  'AWS::M2::Environment': flag('PubliclyAccessible', false),
  'AWS::MSK::Cluster': (cluster) =>
    cluster
      .get('BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type')
      .orDefault('DISABLED')
      .must(noneOf('SERVICE_PROVIDED_EIPS')),
  'AWS::ECS::Service': task('NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp'),
  'AWS::ECS::TaskSet': task('NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp'),
  'AWS::Scheduler::Schedule': task(
    'Target.EcsParameters.NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp',
  ),
  'AWS::Pipes::Pipe': task(
    'TargetParameters.EcsTaskParameters.NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp',
  ),
  'AWS::Batch::JobDefinition': task('ContainerProperties.NetworkConfiguration.AssignPublicIp'),
  'AWS::EC2::SpotFleet': (fleet) =>
    fleet
      .get('SpotFleetRequestConfigData.LaunchSpecifications')
      .items()
      .each('NetworkInterfaces')
      .every((item) => item.get('AssociatePublicIpAddress').orDefault(false).must(isFalse)),
  'AWS::Events::Rule': (rule) =>
    rule
      .get('Targets')
      .items()
      .every((target) =>
        target
          .get('EcsParameters.NetworkConfiguration.AwsVpcConfiguration.AssignPublicIp')
          .orDefault('DISABLED')
          .must(noneOf('ENABLED')),
      ),
};
