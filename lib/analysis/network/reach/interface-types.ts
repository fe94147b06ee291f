import type { Resource } from '../../../model/resource';
import type { InterfaceRecord } from './records';

/** Where a type of resource says in which subnets, and in which security groups, its network interfaces are. */
export interface InterfaceType {
  readonly subnets: readonly string[];
  /** A group of subnets that a property names, and where that lists them. */
  readonly subnetGroup?: { readonly path: string; readonly type: string };
  readonly groups: readonly string[];
  /** What holds where no group is named. @default default */
  readonly withoutGroups?: InterfaceRecord['withoutGroups'];
  readonly hasV6?: (resource: Resource) => boolean | 'subnet' | undefined;
  /** Resources of the type that have interfaces. @default all */
  readonly only?: (resource: Resource) => boolean;
}

const at = (subnets: string, groups: string, more: Partial<InterfaceType> = {}): InterfaceType => ({
  subnets: [subnets],
  groups: [groups],
  ...more,
});
const inGroup = (path: string, type: string, groups: string): InterfaceType => ({
  subnets: [],
  subnetGroup: { path, type },
  groups: [groups],
});
const isSet = (path: string, value: string) => (resource: Resource) =>
  String(resource.get(path).literal ?? '').toLowerCase() === value;
const dualStack = (resource: Resource) => {
  const type = resource.get('IpAddressType');
  if (type.isAbsent) return false;
  return type.literal === undefined ? undefined : String(type.literal).startsWith('dualstack');
};
const unknownV6 = () => undefined;

const VPC_CONFIG = at('VpcConfig.SubnetIds', 'VpcConfig.SecurityGroupIds');
const TASK = at(
  'NetworkConfiguration.AwsvpcConfiguration.Subnets',
  'NetworkConfiguration.AwsvpcConfiguration.SecurityGroups',
  // A setting of the account decides.
  { hasV6: unknownV6 },
);
const PLAIN = at('SubnetIds', 'SecurityGroupIds');
const DOMAIN = at('VPCOptions.SubnetIds', 'VPCOptions.SecurityGroupIds');

/** Everything that puts network interfaces into subnets; instances and interfaces themselves have more to tell. */
export const INTERFACE_TYPES: Readonly<Record<string, InterfaceType>> = {
  'AWS::Lambda::Function': VPC_CONFIG,
  'AWS::ECS::Service': TASK,
  'AWS::ECS::TaskSet': TASK,
  'AWS::ElasticLoadBalancingV2::LoadBalancer': {
    subnets: ['Subnets', 'SubnetMappings[*].SubnetId'],
    groups: ['SecurityGroups'],
    hasV6: dualStack,
  },
  'AWS::ElasticLoadBalancing::LoadBalancer': at('Subnets', 'SecurityGroups'),
  'AWS::RDS::DBInstance': inGroup('DBSubnetGroupName', 'AWS::RDS::DBSubnetGroup', 'VPCSecurityGroups'),
  'AWS::RDS::DBCluster': inGroup('DBSubnetGroupName', 'AWS::RDS::DBSubnetGroup', 'VpcSecurityGroupIds'),
  'AWS::RDS::DBProxy': at('VpcSubnetIds', 'VpcSecurityGroupIds'),
  'AWS::DocDB::DBCluster': inGroup('DBSubnetGroupName', 'AWS::DocDB::DBSubnetGroup', 'VpcSecurityGroupIds'),
  'AWS::Neptune::DBCluster': inGroup(
    'DBSubnetGroupName',
    'AWS::Neptune::DBSubnetGroup',
    'VpcSecurityGroupIds',
  ),
  'AWS::ElastiCache::ReplicationGroup': inGroup(
    'CacheSubnetGroupName',
    'AWS::ElastiCache::SubnetGroup',
    'SecurityGroupIds',
  ),
  'AWS::ElastiCache::CacheCluster': inGroup(
    'CacheSubnetGroupName',
    'AWS::ElastiCache::SubnetGroup',
    'VpcSecurityGroupIds',
  ),
  'AWS::ElastiCache::ServerlessCache': PLAIN,
  'AWS::MemoryDB::Cluster': inGroup('SubnetGroupName', 'AWS::MemoryDB::SubnetGroup', 'SecurityGroupIds'),
  'AWS::DAX::Cluster': inGroup('SubnetGroupName', 'AWS::DAX::SubnetGroup', 'SecurityGroupIds'),
  'AWS::Redshift::Cluster': inGroup(
    'ClusterSubnetGroupName',
    'AWS::Redshift::ClusterSubnetGroup',
    'VpcSecurityGroupIds',
  ),
  'AWS::RedshiftServerless::Workgroup': PLAIN,
  'AWS::EFS::MountTarget': at('SubnetId', 'SecurityGroups'),
  'AWS::FSx::FileSystem': PLAIN,
  'AWS::OpenSearchService::Domain': DOMAIN,
  'AWS::Elasticsearch::Domain': DOMAIN,
  'AWS::OpenSearchServerless::VpcEndpoint': PLAIN,
  'AWS::MSK::Cluster': at('BrokerNodeGroupInfo.ClientSubnets', 'BrokerNodeGroupInfo.SecurityGroups'),
  'AWS::MSK::ServerlessCluster': at('VpcConfigs[*].SubnetIds', 'VpcConfigs[*].SecurityGroups'),
  'AWS::AmazonMQ::Broker': at('SubnetIds', 'SecurityGroups'),
  'AWS::DMS::ReplicationInstance': inGroup(
    'ReplicationSubnetGroupIdentifier',
    'AWS::DMS::ReplicationSubnetGroup',
    'VpcSecurityGroupIds',
  ),
  'AWS::EC2::VPCEndpoint': { ...PLAIN, only: isSet('VpcEndpointType', 'interface') },
  'AWS::EC2::InstanceConnectEndpoint': at('SubnetId', 'SecurityGroupIds'),
  'AWS::EKS::Cluster': at('ResourcesVpcConfig.SubnetIds', 'ResourcesVpcConfig.SecurityGroupIds', {
    withoutGroups: 'unknown',
  }),
  'AWS::EKS::Nodegroup': { subnets: ['Subnets'], groups: [], withoutGroups: 'unknown', hasV6: unknownV6 },
  'AWS::Batch::ComputeEnvironment': at('ComputeResources.Subnets', 'ComputeResources.SecurityGroupIds'),
  'AWS::CodeBuild::Project': at('VpcConfig.Subnets', 'VpcConfig.SecurityGroupIds'),
  'AWS::SageMaker::NotebookInstance': at('SubnetId', 'SecurityGroupIds'),
  'AWS::SageMaker::Model': at('VpcConfig.Subnets', 'VpcConfig.SecurityGroupIds'),
  'AWS::SageMaker::Domain': at('SubnetIds', 'DefaultUserSettings.SecurityGroups', {
    withoutGroups: 'unknown',
  }),
  'AWS::Glue::Connection': at(
    'ConnectionInput.PhysicalConnectionRequirements.SubnetId',
    'ConnectionInput.PhysicalConnectionRequirements.SecurityGroupIdList',
  ),
  'AWS::AppStream::Fleet': VPC_CONFIG,
  'AWS::AppStream::ImageBuilder': VPC_CONFIG,
  'AWS::WorkSpacesWeb::NetworkSettings': PLAIN,
  'AWS::WorkspacesInstances::WorkspaceInstance': at(
    'ManagedInstance.SubnetId',
    'ManagedInstance.NetworkInterfaces[*].Groups',
  ),
  'AWS::DirectoryService::MicrosoftAD': {
    subnets: ['VpcSettings.SubnetIds'],
    groups: [],
    withoutGroups: 'unknown',
  },
  'AWS::DirectoryService::SimpleAD': {
    subnets: ['VpcSettings.SubnetIds'],
    groups: [],
    withoutGroups: 'unknown',
  },
  'AWS::Route53Resolver::ResolverEndpoint': at('IpAddresses[*].SubnetId', 'SecurityGroupIds'),
  'AWS::Transfer::Server': at('EndpointDetails.SubnetIds', 'EndpointDetails.SecurityGroupIds'),
  'AWS::EMRServerless::Application': at(
    'NetworkConfiguration.SubnetIds',
    'NetworkConfiguration.SecurityGroupIds',
  ),
  'AWS::EMR::Cluster': {
    subnets: ['Instances.Ec2SubnetId', 'Instances.Ec2SubnetIds'],
    groups: ['Instances.EmrManagedMasterSecurityGroup', 'Instances.EmrManagedSlaveSecurityGroup'],
    withoutGroups: 'unknown',
  },
  'AWS::MWAA::Environment': at('NetworkConfiguration.SubnetIds', 'NetworkConfiguration.SecurityGroupIds'),
  'AWS::AppRunner::VpcConnector': at('Subnets', 'SecurityGroups'),
  'AWS::ApiGatewayV2::VpcLink': PLAIN,
  'AWS::Timestream::InfluxDBInstance': at('VpcSubnetIds', 'VpcSecurityGroupIds'),
  'AWS::QuickSight::VPCConnection': PLAIN,
  'AWS::VpcLattice::ResourceGateway': PLAIN,
  'AWS::Synthetics::Canary': at('VPCConfig.SubnetIds', 'VPCConfig.SecurityGroupIds'),
};
