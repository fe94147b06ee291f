import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Target, TypeMapping } from '../../lib/pulumi/mapping';
import { judgedTypes, pulumiTypes } from '../../scripts/generate-pulumi';
import { CLASSIC, UNJUDGED } from '../../scripts/pulumi/classic';
import { cloudFormationType } from '../../scripts/pulumi/cloudformation';
import { declarationsOf, type Shape } from '../../scripts/pulumi/declarations';
import { leavesOf } from '../../scripts/pulumi/match';
import { REPOSITORY } from '../helpers/build';

const REASONS = join(REPOSITORY, 'scripts/pulumi/classic/reasons');
const declarations = declarationsOf('@pulumi/aws');

const reasons: Readonly<Record<string, string>> = Object.assign(
  {},
  ...readdirSync(REASONS).map(
    (name) => (require(join(REASONS, name)) as { NO_CLASSIC: Readonly<Record<string, string>> }).NO_CLASSIC,
  ),
);

function typesOf({ type, parts = [] }: Pick<TypeMapping, 'type' | 'parts'>): readonly string[] {
  const own = typeof type === 'string' ? [type] : Object.values(type.is);
  return [...own, ...parts.map((part) => part.type)];
}

/** A path as declarations have it: which item of a list it is does not matter. */
function declared(path: string): string {
  return path.replaceAll(/\[(\d+|\+)\]/g, '[*]');
}

/** Whether there is something at a path, or on the way there is something of any shape. */
function isThere(leaves: ReadonlyMap<string, Shape>, path: string): boolean {
  const plain = declared(path);
  if (leaves.has(plain)) return true;
  return [...leaves].some(
    ([name, { kind }]) => kind === 'any' && /^[.[{]/.test(plain.slice(name.length)) && plain.startsWith(name),
  );
}

function pathsIn(target: Target): readonly string[] {
  if (typeof target === 'string') return [target];
  return 'to' in target ? [target.to] : target.flatMap(pathsIn);
}

const entries = Object.entries(CLASSIC);
const generated = JSON.parse(readFileSync(join(REPOSITORY, 'lib/pulumi/data/pulumi-types.json'), 'utf8')) as {
  readonly classic: Readonly<Record<string, TypeMapping>>;
};

describe('tables of @pulumi/aws', () => {
  test('every type that rules name is mapped, or has a reason', () => {
    const mapped = new Set(entries.flatMap(([, written]) => typesOf(written)));
    const open = [...judgedTypes()].filter((type) => !mapped.has(type) && !Object.hasOwn(reasons, type));
    expect(open.sort()).toEqual([]);
    // A reason for what is mapped is stale.
    expect(Object.keys(reasons).filter((type) => mapped.has(type))).toEqual([]);
  });

  test('properties are those of the installed package', () => {
    const wrong = entries.flatMap(([token, written]) => {
      const inputs = declarations.get(`aws:${token}`)?.inputs ?? new Map<string, Shape>();
      const leaves = leavesOf(inputs);
      const { type, into, properties, parts = [] } = generated.classic[`aws:${token}`] as TypeMapping;
      const paths = [
        ...Object.keys(properties),
        ...(into === undefined ? [] : [into]),
        ...(typeof type === 'string' ? [] : [type.by]),
        ...(written.not ?? []),
        ...parts.flatMap(({ list, properties: inner }) => {
          const within = leaves.get(declared(list))?.kind === 'list' ? `${list}[*]` : list;
          return [list, ...Object.keys(inner).map((name) => (name === '' ? list : `${within}.${name}`))];
        }),
      ];
      return paths.filter((path) => !isThere(leaves, path)).map((path) => `${token}: ${path}`);
    });
    expect(wrong).toEqual([]);
  });

  test('what they become is in the specification of CloudFormation', () => {
    const wrong = entries.flatMap(([token, written]) => {
      const mapping = generated.classic[`aws:${token}`] as TypeMapping;
      const { type, parts = [], adds, properties, defaults = {} } = mapping;
      const own = (typeof type === 'string' ? [type] : Object.values(type.is)).map((name) => leavesAt(name));
      const within = adds === undefined ? '' : `${adds}[*].`;
      const targets = Object.values(properties)
        .flatMap(pathsIn)
        .map((path) => within + path);
      const paths = [...targets, ...Object.keys(defaults), ...Object.keys(written.lacks ?? {})];
      const found = paths.filter((path) => !own.some((leaves) => isThere(leaves, path)));
      const inParts = parts.flatMap(({ type: name, whole, properties: inner, defaults: absent = {} }) =>
        [whole, ...Object.values(inner).flatMap(pathsIn), ...Object.keys(absent)].filter(
          (path) => !isThere(leavesAt(name), path),
        ),
      );
      // Custom resources have what their provider wants.
      return type === 'AWS::CloudFormation::CustomResource'
        ? []
        : [...found, ...inParts].map((path) => `${token}: ${path}`);
    });
    expect(wrong).toEqual([]);
  });

  test('types that nobody judges are in the package, and mapped nowhere', () => {
    expect(UNJUDGED.filter((token) => !declarations.has(`aws:${token}`))).toEqual([]);
    expect(UNJUDGED.filter((token) => Object.hasOwn(CLASSIC, token))).toEqual([]);
  });

  test('the generated file is fresh', () => {
    const file = readFileSync(join(REPOSITORY, 'lib/pulumi/data/pulumi-types.json'), 'utf8');
    expect(pulumiTypes() === file).toBe(true);
  });
});

const memo = new Map<string, ReadonlyMap<string, Shape>>();

function leavesAt(type: string): ReadonlyMap<string, Shape> {
  let leaves = memo.get(type);
  if (leaves === undefined) {
    leaves = leavesOf(cloudFormationType(type)?.properties ?? new Map());
    memo.set(type, leaves);
  }
  return leaves;
}
