import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type { Property, PropertyType, SpecDatabase } from '@aws-cdk/service-spec-types';
import type { Shape } from './declarations';

/** A resource type of CloudFormation's specification. */
export interface CloudFormationType {
  readonly type: string;
  readonly properties: ReadonlyMap<string, Shape>;
  readonly attributes: readonly string[];
  /** What `Ref` gives, where the specification says so. */
  readonly identifier: readonly string[];
}

let database: SpecDatabase | undefined;

/** A type of CloudFormation; undefined for one that the specification does not know. */
export function cloudFormationType(type: string): CloudFormationType | undefined {
  database ??= loadAwsServiceSpecSync();
  const [resource] = database.lookup('resource', 'cloudFormationType', 'equals', type);
  if (resource === undefined) return undefined;
  return {
    type,
    properties: propertiesOf(resource.properties, []),
    attributes: Object.keys(resource.attributes),
    identifier: resource.primaryIdentifier ?? [],
  };
}

/** Every type of the specification. */
export function cloudFormationTypes(): readonly string[] {
  database ??= loadAwsServiceSpecSync();
  return database
    .all('resource')
    .map(({ cloudFormationType: name }) => name)
    .sort();
}

const made = new Map<string, Shape>();

function propertiesOf(properties: Readonly<Record<string, Property>>, within: readonly string[]) {
  return new Map(Object.entries(properties).map(([name, { type }]) => [name, shapeOf(type, within)]));
}

function shapeOf(type: PropertyType, within: readonly string[]): Shape {
  switch (type.type) {
    case 'string':
    case 'date-time':
      return { kind: 'scalar', type: 'string' };
    case 'number':
    case 'integer':
      return { kind: 'scalar', type: 'number' };
    case 'boolean':
      return { kind: 'scalar', type: 'boolean' };
    case 'array':
      return { kind: 'list', items: shapeOf(type.element, within) };
    case 'map':
      return { kind: 'map', items: shapeOf(type.element, within) };
    case 'tag':
      return { kind: 'any' };
    case 'union': {
      const shapes = type.types.map((one) => shapeOf(one, within));
      return shapes.find(({ kind }) => kind === 'object') ?? shapes[0] ?? { kind: 'any' };
    }
    case 'ref': {
      const definition = (database as SpecDatabase).get('typeDefinition', type.reference.$ref);
      const key = definition.$id;
      if (within.includes(key)) return { kind: 'any' };
      const before = made.get(key);
      if (before !== undefined) return before;
      const shape: Shape = {
        kind: 'object',
        name: definition.name,
        properties: propertiesOf(definition.properties, [...within, key]),
      };
      made.set(key, shape);
      return shape;
    }
    default:
      return { kind: 'any' };
  }
}
