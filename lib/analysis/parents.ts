import { fieldsAt } from '../model/deployment';
import { ALWAYS, type Guard } from '../model/guard';
import { perResource, type Resource } from '../model/resource';

/**
 * Properties by which a resource belongs to another one, and so shares its zone: what it lies in first,
 * then what it is a part of.
 */
export const BELONGS_BY = [
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

interface Found {
  readonly parents: { readonly resource: Resource; readonly when: Guard }[];
  readonly external: string[];
}

function findParents(resource: Resource): Parents {
  let paths: { readonly path: string; readonly rank: number }[] | undefined;
  let hasFunction = false;
  for (const name of resource.propertyNames) {
    if (name.startsWith('Fn::')) hasFunction = true;
    const begun = BY_PROPERTY.get(name);
    if (begun === undefined) continue;
    if (paths === undefined) paths = [...begun];
    else paths.push(...begun);
  }
  if (paths === undefined) return NONE;
  if (paths.length > 1) paths.sort((a, b) => a.rank - b.rank);
  // What is always there as it is written needs no fields, which take more memory than anything else.
  const isPlain = !hasFunction && resource.exists === ALWAYS && resource.rewritten === undefined;
  const found: Found = { parents: [], external: [] };
  for (const { path } of paths)
    if (!isPlain || !readPlain(resource, path, found)) readFields(resource, path, found);
  return found.parents.length === 0 && found.external.length === 0 ? NONE : found;
}

function readFields(resource: Resource, path: string, { parents, external }: Found): void {
  for (const field of fieldsAt(resource, path)) {
    for (const { when, value } of field.references()) {
      if (value.resource !== resource) parents.push({ resource: value.resource, when });
    }
    for (const { text } of field.strings()) external.push(text);
  }
}

/** The same for what is not conditional; says that it has found nothing out where it may be. */
function readPlain(resource: Resource, path: string, { parents, external }: Found): boolean {
  if (path.includes('[*]')) return false;
  const { evaluator } = resource.deployment;
  const [first = '', ...rest] = path.split('.');
  const top = evaluator.onlyValue(resource.rawProperty(first), resource.template);
  const values = evaluator.itemValues(evaluator.valueBelow(top, rest));
  if (values === undefined) return false;
  for (const item of values) {
    if (item.kind === 'reference') {
      if (item.resource !== resource) parents.push({ resource: item.resource, when: ALWAYS });
    } else if (item.kind === 'known') external.push(String(item.value));
  }
  return true;
}
