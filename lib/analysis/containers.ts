import { Items } from '../model/items';
import type { Resource } from '../model/resource';

export const CONTAINER_HOLDERS = ['AWS::ECS::TaskDefinition', 'AWS::Batch::JobDefinition'] as const;

/** The containers that a definition of ECS or AWS Batch starts. */
export function containersOf(holder: Resource): Items {
  if (holder.type === 'AWS::ECS::TaskDefinition') return holder.get('ContainerDefinitions').items();
  const lists = [
    holder.get('ContainerProperties').items(),
    holder.get('EcsProperties.TaskProperties').items().each('Containers'),
    holder.get('NodeProperties.NodeRangeProperties').items().each('Container'),
  ];
  return new Items(
    lists.flatMap(({ known }) => known),
    lists.flatMap(({ open }) => open),
  );
}
