import { Claim, type Outcome } from '../../model/claim';
import type { Field } from '../../model/field';
import { type Guard, NEVER } from '../../model/guard';
import { absent, isFalse, noneOf, satisfying } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { asAlternative } from '../evidence';
import { targetsOf } from '../targets';
import { byAlternative } from './alternatives';
import { notInternetGateway, routesOfSubnet } from './routes';

/** Says that something has no public address. */
export type Check = (resource: Resource) => Claim;

const NOT_THERE = { ja: '公開アドレスを持たないこと', en: 'no public address' };
const itself: Check = (resource) =>
  resource.properties().states('breaks', { ja: '公開アドレス', en: 'a public address' }, NOT_THERE);

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

/**
 * Without the switch, a database is public in the default VPC, and in any other that has an Internet gateway. Where none
 * of its subnets has a route to that, nobody reaches the address.
 */
const database: Check = (instance) => {
  const accessible = instance.get('PubliclyAccessible');
  const required = { ja: 'false', en: 'false' };
  const inDefaultVpc = accessible.states(
    'undetermined',
    {
      ja: '指定なし（DBSubnetGroupNameもないため、既定のVPCにより決まる）',
      en: 'not set, so that the default VPC decides, since there is no DBSubnetGroupName either',
    },
    required,
  );
  const isPlaced = instance
    .get('DBSubnetGroupName')
    .must(placed)
    .or(instance.get('DBClusterIdentifier').must(placed));
  return byAlternative(accessible, (value) =>
    value.kind === 'absent' || (value.kind === 'unknown' && value.mayBeAbsent === true)
      ? asAlternative(isPlaced)
          .or(inDefaultVpc)
          .and(
            liesInPublicSubnet(instance).not().explained(
              accessible.path,
              {
                ja: '指定なし（インターネットゲートウェイへの経路のあるサブネットでは公開となる）',
                en: 'not set, which means public in subnets with a route to an internet gateway',
              },
              required,
              accessible.at,
            ),
          )
      : accessible.must(isFalse),
  );
};

const SUBNET_GROUP = 'AWS::RDS::DBSubnetGroup';

/** States that a subnet of a database certainly has a route to an Internet gateway. Of others nothing is said. */
function liesInPublicSubnet(instance: Resource): Claim {
  const { deployment } = instance;
  const clusters = targetsOf(instance.get('DBClusterIdentifier'), deployment, 'AWS::RDS::DBCluster');
  const named = [
    ...targetsOf(instance.get('DBSubnetGroupName'), deployment, SUBNET_GROUP),
    ...clusters.flatMap((cluster) =>
      targetsOf(cluster.resource.get('DBSubnetGroupName'), deployment, SUBNET_GROUP).map((group) => ({
        ...group,
        when: group.when.and(cluster.when),
      })),
    ),
  ];
  const isPublic = named.reduce<Guard>(
    (so, { when, resource }) => so.or(when.and(hasPublic(resource))),
    NEVER,
  );
  return Claim.when(isPublic);
}

const PUBLIC = new WeakMap<Resource, Guard>();

function hasPublic(group: Resource): Guard {
  let guard = PUBLIC.get(group);
  if (guard === undefined) {
    guard = NEVER;
    for (const item of group.get('SubnetIds').items().known) {
      for (const subnet of targetsOf(item, group.deployment, 'AWS::EC2::Subnet')) {
        for (const { resource: route, when } of routesOfSubnet(subnet.resource)) {
          const leads = route.get('GatewayId').must(notInternetGateway).breaks;
          guard = guard.or(leads.and(when).and(subnet.when));
        }
      }
    }
    PUBLIC.set(group, guard);
  }
  return guard;
}

const SUBNET = 'AWS::EC2::Subnet';

/** Says that what is launched into a subnet without saying otherwise gets no public address there. */
function givesNoAddress(subnet: Field): Claim {
  const required = {
    ja: '公開アドレスを割り当てないサブネット、又はAssociatePublicIpAddressのfalse',
    en: 'a subnet that assigns no public addresses, or AssociatePublicIpAddress: false',
  };
  return byAlternative(subnet, (value) => {
    if (value.kind === 'absent') return Claim.HOLDS;
    if (value.kind !== 'reference' || value.resource.type !== SUBNET) {
      return subnet.states(
        'undetermined',
        {
          ja: '公開アドレスを割り当てるかどうか分からないサブネット',
          en: 'a subnet of which it is not known whether it assigns public addresses',
        },
        required,
      );
    }
    const { logicalId } = value.resource;
    return value.resource
      .get('MapPublicIpOnLaunch')
      .orDefault(false)
      .must(isFalse)
      .explained(
        subnet.path,
        {
          ja: `${logicalId}（MapPublicIpOnLaunchにより公開アドレスを割り当てるサブネット）`,
          en: `${logicalId}, which assigns public addresses (MapPublicIpOnLaunch)`,
        },
        required,
        subnet.at,
      );
  });
}

/** Says of a server that it gets no public address by its subnet: an interface can say so by itself. */
export const hasNoneBySubnet: Check = (server) => {
  const list = server.get('NetworkInterfaces');
  if (list.isAbsent) return givesNoAddress(server.get('SubnetId'));
  return list
    .items()
    .every((item) =>
      givesNoAddress(item.get('SubnetId')).onlyIf(item.get('AssociatePublicIpAddress').must(absent)),
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
