import type { Target, TypeMapping, WrittenMapping } from '../../lib/pulumi/mapping';
import type { CloudFormationType } from './cloudformation';
import type { Shape } from './declarations';

/** Deeper pairs of properties than rules look at. */
const DEEPEST = 7;

type Properties = ReadonlyMap<string, Shape>;

/** The mapping of a type: what is written, and what has the same name on both sides. */
export function completed(
  written: WrittenMapping & Pick<TypeMapping, 'type'>,
  inputs: Properties,
  target: CloudFormationType,
): TypeMapping {
  const { not = [], lacks: _, within, properties = {}, ...rest } = written;
  // A part that becomes a property of another resource has tags of its own, which are none of that one.
  const whole = rest.into === undefined ? [] : [rest.into].flat();
  const taken = new Set([...not, ...whole, ...Object.keys(properties), 'region']);
  const found: Record<string, Target> = {};
  const inner = within === undefined ? undefined : target.properties.get(within);
  const base = inner?.kind === 'object' ? inner.properties : target.properties;
  if (within !== undefined) match(inputs, base, '', `${within}.`, found, taken, 0);
  if (within === undefined || rest.into === undefined)
    match(inputs, target.properties, '', '', found, taken, 0);
  if (rest.into === undefined) named(inputs, target, found, taken);
  return { ...rest, properties: { ...found, ...properties } };
}

/** A name, and a policy, which CloudFormation calls by the type as well. */
function named(
  inputs: Properties,
  target: CloudFormationType,
  found: Record<string, Target>,
  taken: ReadonlySet<string>,
): void {
  const own = target.type.split('::')[2] as string;
  const calledSo = (names: readonly string[]) => names.find((name) => target.properties.has(name));
  const name = calledSo(['Name', `${own}Name`]);
  if (inputs.has('name') && !taken.has('name') && found['name'] === undefined && name !== undefined)
    found['name'] = name;
  const policy = calledSo(['PolicyDocument', 'ResourcePolicy', 'Policy']);
  if (inputs.has('policy') && !taken.has('policy') && policy !== undefined)
    found['policy'] = { to: policy, as: 'json' };
}

function match(
  source: Properties,
  target: Properties,
  from: string,
  to: string,
  found: Record<string, Target>,
  taken: ReadonlySet<string>,
  depth: number,
): void {
  // Where one and several of the same are two properties, each has its own.
  const byName = new Map(
    [plainName, exactName].flatMap((nameOf) =>
      [...target].map(([name, shape]) => [nameOf(name), { name, shape }] as const),
    ),
  );
  for (const [name, shape] of source) {
    const path = from + name;
    if (taken.has(path)) continue;
    const pair = byName.get(exactName(name)) ?? byName.get(plainName(name));
    if (pair === undefined || depth > DEEPEST) continue;
    pairUp(shape, pair.shape, path, to + pair.name, found, taken, depth);
  }
}

function pairUp(
  source: Shape,
  target: Shape,
  from: string,
  to: string,
  found: Record<string, Target>,
  taken: ReadonlySet<string>,
  depth: number,
): void {
  if (/(^|\.)Tags$/.test(to) && source.kind === 'map') {
    if (target.kind === 'list') found[from] = { to, as: 'tags' };
    else found[from] = to;
    return;
  }
  switch (source.kind) {
    case 'object':
      if (target.kind === 'object')
        match(source.properties, target.properties, `${from}.`, `${to}.`, found, taken, depth + 1);
      else if (target.kind === 'list' && target.items.kind === 'object')
        match(source.properties, target.items.properties, `${from}.`, `${to}[0].`, found, taken, depth + 1);
      return;
    case 'list':
      if (target.kind === 'list' && source.items.kind === 'object' && target.items.kind === 'object')
        match(
          source.items.properties,
          target.items.properties,
          `${from}[*].`,
          `${to}[*].`,
          found,
          taken,
          depth + 1,
        );
      else if (target.kind === 'object' && source.items.kind === 'object')
        match(source.items.properties, target.properties, `${from}[0].`, `${to}.`, found, taken, depth + 1);
      else if (target.kind === 'list' && source.items.kind === 'scalar' && target.items.kind !== 'object')
        found[from] = to;
      return;
    case 'map':
      if (target.kind === 'map' || target.kind === 'any') found[from] = to;
      return;
    case 'scalar':
      if (target.kind === 'scalar') found[from] = to;
      else if (target.kind === 'list' && target.items.kind === 'scalar') found[from] = { to, as: 'list' };
      else if (target.kind === 'any' || target.kind === 'map') found[from] = { to, as: 'json' };
      return;
    default:
      if (target.kind === 'any') found[from] = to;
  }
}

function exactName(name: string): string {
  return name.toLowerCase();
}

/** Case, and whether a list has a plural, tell no properties apart. */
function plainName(name: string): string {
  return name.toLowerCase().replace(/ies$/, 'y').replace(/s$/, '');
}

/** Paths of properties that hold something themselves, in declarations of either side. */
export function leavesOf(properties: Properties, at = '', depth = 0): ReadonlyMap<string, Shape> {
  const leaves = new Map<string, Shape>();
  for (const [name, shape] of properties) {
    let [path, inner] = [at + name, shape];
    leaves.set(path, inner);
    while (inner.kind === 'list' || inner.kind === 'map') {
      path += inner.kind === 'list' ? '[*]' : '{*}';
      inner = inner.items;
      leaves.set(path, inner);
    }
    if (inner.kind !== 'object' || depth > DEEPEST) continue;
    for (const [more, leaf] of leavesOf(inner.properties, `${path}.`, depth + 1)) leaves.set(more, leaf);
  }
  return leaves;
}
