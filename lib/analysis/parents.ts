import { fieldsAt } from '../model/deployment';
import type { Guard } from '../model/guard';
import type { Resource } from '../model/resource';

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

const memo = new WeakMap<Resource, Parents>();

/** What a resource belongs to, nearest first. */
export function parentsOf(resource: Resource): Parents {
  let parents = memo.get(resource);
  if (parents === undefined) {
    parents = findParents(resource);
    memo.set(resource, parents);
  }
  return parents;
}

function findParents(resource: Resource): Parents {
  const parents: { resource: Resource; when: Guard }[] = [];
  const external: string[] = [];
  for (const path of BELONGS_BY) {
    const first = path.split(/[.[]/, 1)[0] as string;
    if (resource.rawProperty(first) === undefined) continue;
    for (const field of fieldsAt(resource, path)) {
      for (const { when, value } of field.references()) {
        if (value.resource !== resource) parents.push({ resource: value.resource, when });
      }
      external.push(...field.strings().map(({ text }) => text));
    }
  }
  return { parents, external };
}
