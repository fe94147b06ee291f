import { fieldsAt } from '../model/deployment';
import type { Guard } from '../model/guard';
import { perResource, type Resource } from '../model/resource';

/**
 * Properties by which a resource belongs to another one, and so shares its zone: what it lies in first,
 * then what it is a part of.
 */
const BELONGS_BY = [
  'VpcId',
  'SubnetId',
  'SubnetIds',
  'Subnets',
  'VPCZoneIdentifier',
  'VpcConfig.SubnetIds',
  'VPCOptions.SubnetIds',
  'ResourcesVpcConfig.SubnetIds',
  'BrokerNodeGroupInfo.ClientSubnets',
  'NetworkConfiguration.AwsvpcConfiguration.Subnets',
  'SubnetMappings[*].SubnetId',
  'NetworkInterfaces[*].SubnetId',
  'DBSubnetGroupName',
  'CacheSubnetGroupName',
  'ClusterSubnetGroupName',
  'ReplicationSubnetGroupIdentifier',
  'DBClusterIdentifier',
  'GroupId',
  'RouteTableId',
  'NetworkAclId',
  'AssociatedGatewayId',
  'FileSystemId',
  'LoadBalancerArn',
  'ListenerArn',
  'Bucket',
  'Queues',
  'Topics',
  'TopicArn',
  'QueueUrl',
  'TargetKeyId',
  'SecretId',
  'Roles',
  'RoleName',
  'UserPoolId',
  'RestApiId',
  'ApiId',
  'BackupPlanId',
  'Cluster',
  'FunctionName',
  'ResourceArn',
  'TargetFunctionArn',
  'NetworkLoadBalancerArns',
  'ServiceId',
  'InstanceId',
  'NetworkInterfaceId',
  'VpnGatewayId',
  'ClientVpnEndpointId',
] as const;

export interface Parents {
  readonly parents: readonly { readonly resource: Resource; readonly when: Guard }[];
  /** Ids of things outside of the deployment that it belongs to. */
  readonly external: readonly string[];
}

const NONE: Parents = { parents: [], external: [] };

/** What a resource belongs to, nearest first. */
export const parentsOf = perResource(findParents);

/** The paths that begin with a property, by its name, with their rank. */
const BY_PROPERTY = new Map<string, { readonly path: string; readonly rank: number }[]>();
for (const [rank, path] of BELONGS_BY.entries()) {
  const first = path.split(/[.[]/, 1)[0] as string;
  BY_PROPERTY.set(first, [...(BY_PROPERTY.get(first) ?? []), { path, rank }]);
}

function findParents(resource: Resource): Parents {
  const paths = resource.propertyNames.flatMap((name) => BY_PROPERTY.get(name) ?? []);
  if (paths.length === 0) return NONE;
  const parents: { resource: Resource; when: Guard }[] = [];
  const external: string[] = [];
  for (const { path } of paths.sort((a, b) => a.rank - b.rank)) {
    for (const field of fieldsAt(resource, path)) {
      for (const { when, value } of field.references()) {
        if (value.resource !== resource) parents.push({ resource: value.resource, when });
      }
      external.push(...field.strings().map(({ text }) => text));
    }
  }
  return { parents, external };
}
