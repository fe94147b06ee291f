import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalog } from '../../lib/pulumi/catalog';
import type { Target } from '../../lib/pulumi/mapping';
import { stepsOf } from '../../lib/pulumi/paths';
import { judgedTypes, pulumiTypes } from '../../scripts/generate-pulumi';
import { CLASSIC, NO_CLASSIC, UNJUDGED } from '../../scripts/pulumi/classic';
import { cloudFormationType } from '../../scripts/pulumi/cloudformation';
import { type Declaration, declarationsOf, type Shape } from '../../scripts/pulumi/declarations';

const declared = declarationsOf('@pulumi/aws');
const { classic, native } = catalog();

function targets(target: Target): readonly string[] {
  if (typeof target === 'string') return [target];
  return 'to' in target ? [target.to] : target.flatMap(targets);
}

/** Whether a path leads to something that is declared. */
function leads(path: string, properties: ReadonlyMap<string, Shape>): boolean {
  let shape: Shape | undefined = { kind: 'object', name: '', properties };
  for (const step of stepsOf(path)) {
    if (shape === undefined || shape.kind === 'any') return shape !== undefined;
    if (step.startsWith('[')) shape = shape.kind === 'list' ? shape.items : undefined;
    else if (step === '{*}') shape = shape.kind === 'map' ? shape.items : undefined;
    else if (shape.kind === 'map') shape = shape.items;
    else shape = shape.kind === 'object' ? shape.properties.get(step) : undefined;
  }
  return shape !== undefined;
}

const typesOf = (type: (typeof CLASSIC)[string]['type']) =>
  typeof type === 'string' ? [type] : Object.values(type.is);

test('the generated tables are fresh', () => {
  const file = join(__dirname, '..', '..', 'lib', 'pulumi', 'data', 'pulumi-types.json');
  expect(readFileSync(file, 'utf8')).toBe(pulumiTypes());
});

test('every property that a table of @pulumi/aws names is one that the package declares', () => {
  const wrong = Object.entries(classic).flatMap(([token, { properties, parts = [], into }]) => {
    const { inputs } = declared.get(token) as Declaration;
    const whole = into === undefined ? [] : [into].flat();
    return [...Object.keys(properties), ...whole, ...parts.map(({ list }) => list)]
      .filter((path) => !leads(path, inputs))
      .map((path) => `${token} ${path}`);
  });
  expect(wrong).toEqual([]);
});

test('every property of a part is one that some list of such parts declares', () => {
  const known = new Map<string, boolean>();
  for (const [token, { parts = [] }] of Object.entries(classic)) {
    const { inputs } = declared.get(token) as Declaration;
    for (const { list, type, properties } of parts)
      for (const path of Object.keys(properties)) {
        const key = `${type} ${path}`;
        const isThere =
          path === '' || leads(`${list}[*].${path}`, inputs) || leads(`${list}.${path}`, inputs);
        known.set(key, known.get(key) === true || isThere);
      }
  }
  expect([...known].filter(([, isThere]) => !isThere).map(([key]) => key)).toEqual([]);
});

test('every property that it goes to is one of CloudFormation', () => {
  const wrong = Object.entries(classic).flatMap(([token, mapping]) => [
    ...typesOf(mapping.type).flatMap((type) => {
      const { properties } = cloudFormationType(type) ?? { properties: new Map<string, Shape>() };
      // Of several types each has some of the properties.
      if (typeof mapping.type !== 'string') return [];
      return Object.values(mapping.properties)
        .flatMap(targets)
        .filter((path) => !leads(path.replaceAll('[+]', '[0]'), properties))
        .map((path) => `${token} -> ${type}.${path}`);
    }),
    ...(mapping.parts ?? []).flatMap(({ type, properties, whole }) => {
      const spec = cloudFormationType(type)?.properties ?? new Map<string, Shape>();
      return [...Object.values(properties).flatMap(targets), whole]
        .filter((path) => !leads(path, spec))
        .map((path) => `${token} part -> ${type}.${path}`);
    }),
  ]);
  expect(wrong).toEqual([]);
});

test('types that nobody judges are types of the package, and none that is mapped', () => {
  const wrong = UNJUDGED.filter((token) => !declared.has(`aws:${token}`) || CLASSIC[token] !== undefined);
  expect(wrong).toEqual([]);
});

test('every type that a rule or an analysis looks at is mapped, or it is said why not', () => {
  const byClassic = new Set(
    Object.values(classic).flatMap(({ type, parts = [] }) => [
      ...typesOf(type),
      ...parts.map((part) => part.type),
    ]),
  );
  const judged = [...judgedTypes()].filter((type) => cloudFormationType(type) !== undefined).sort();
  expect(judged.filter((type) => !byClassic.has(type) && NO_CLASSIC[type] === undefined)).toEqual([]);
  expect(Object.keys(NO_CLASSIC).filter((type) => byClassic.has(type))).toEqual([]);
  expect(Object.keys(native).length).toBeGreaterThan(400);
});
