import type { PulumiResource, SourcePosition } from './resource';

/** Where a resource is written that a component of some package makes: where the program makes the component. */
export function sourceOf(
  resource: PulumiResource,
  byUrn: ReadonlyMap<string, PulumiResource>,
): SourcePosition | undefined {
  let { source, parent } = resource;
  const seen = new Set<string>();
  while (parent !== undefined && !seen.has(parent)) {
    seen.add(parent);
    const component = byUrn.get(parent);
    if (component === undefined) break;
    const isOurs = component.type.startsWith('jichitai:');
    if (source === undefined || isOurs || source.file.includes('node_modules'))
      source = component.source ?? source;
    parent = component.parent;
  }
  return source;
}
