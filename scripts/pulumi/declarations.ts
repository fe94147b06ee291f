import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a property can hold, as the declarations of a package say. */
export type Shape =
  | { readonly kind: 'scalar'; readonly type: 'string' | 'number' | 'boolean' }
  | { readonly kind: 'any' }
  | { readonly kind: 'list'; readonly items: Shape }
  | { readonly kind: 'map'; readonly items: Shape }
  | { readonly kind: 'object'; readonly name: string; readonly properties: ReadonlyMap<string, Shape> };

/** A resource of a Pulumi package. */
export interface Declaration {
  /** As in `aws:s3/bucket:Bucket`. */
  readonly token: string;
  /** Tokens by which it was known, or is as well. */
  readonly aliases: readonly string[];
  readonly inputs: ReadonlyMap<string, Shape>;
  /** Names of what it gives out. */
  readonly outputs: ReadonlySet<string>;
}

/** The resources of an installed Pulumi package, by token. Its declarations are made by a machine, a property a line. */
export function declarationsOf(name: '@pulumi/aws' | '@pulumi/aws-native'): ReadonlyMap<string, Declaration> {
  const root = dirname(require.resolve(`${name}/package.json`));
  const shapes = new Shapes(readFileSync(join(root, 'types/input.d.ts'), 'utf8'));
  const found = new Map<string, Declaration>();
  for (const folder of ['.', ...readdirSync(root)]) {
    const path = join(root, folder);
    if (folder === 'types' || folder === 'node_modules' || !existsSync(path) || !statSync(path).isDirectory())
      continue;
    for (const file of readdirSync(path)) {
      if (!file.endsWith('.js') || file === 'index.js') continue;
      const script = readFileSync(join(path, file), 'utf8');
      const token = /__pulumiType = '([^']+)'/.exec(script)?.[1];
      if (token === undefined) continue;
      const text = readFileSync(join(path, file.replace(/\.js$/, '.d.ts')), 'utf8');
      const type = token.split(':').at(-1) as string;
      const [, body = ''] = text.split(`export declare class ${type} extends`);
      found.set(token, {
        token,
        aliases: [...script.matchAll(/type: "([^"]+)"/g)].map(([, alias]) => alias as string),
        inputs: shapes.interfaceIn(text, `${type}Args`),
        outputs: new Set(
          [...body.matchAll(/^ {4}readonly (\w+)!?: pulumi\.Output/gm)].map(([, output]) => output as string),
        ),
      });
    }
  }
  return found;
}

/** Interfaces of `types/input.d.ts`, read as they are asked for. */
class Shapes {
  private readonly interfaces = new Map<string, string>();
  private readonly made = new Map<string, Shape>();

  constructor(text: string) {
    let namespaces: string[] = [];
    let name: string | undefined;
    let lines: string[] = [];
    for (const line of text.split('\n')) {
      const namespace = /^( *)(?:export declare )?(?:export )?namespace (\w+) \{/.exec(line);
      const begins = /^ *(?:export )?interface (\w+) \{/.exec(line);
      if (namespace !== null) {
        namespaces = [...namespaces.slice(0, (namespace[1] as string).length / 4), namespace[2] as string];
      } else if (begins !== null) {
        name = [...(line.startsWith(' ') ? namespaces : []), begins[1]].join('.');
        lines = [];
      } else if (name !== undefined && /^ *\}$/.test(line) && isEnd(line, name)) {
        this.interfaces.set(name, lines.join('\n'));
        name = undefined;
      } else if (name !== undefined) lines.push(line);
    }
  }

  interfaceIn(text: string, name: string): ReadonlyMap<string, Shape> {
    const [, rest] = text.split(`export interface ${name} {\n`);
    return rest === undefined ? new Map() : this.properties(rest.split('\n}')[0] as string, []);
  }

  private properties(text: string, within: readonly string[]): ReadonlyMap<string, Shape> {
    const bare = text.replaceAll(/\/\*\*[\s\S]*?\*\//g, '');
    const properties = new Map<string, Shape>();
    // A map is written over three lines.
    const flat = bare.replaceAll(/\{\s*\[key: string\]: (.*);\s*\}/g, 'Map<$1>');
    for (const [, name, type] of flat.matchAll(/^ *"?([\w.-]+)"?\??: (.*);$/gm)) {
      properties.set(name as string, this.shape(type as string, within));
    }
    return properties;
  }

  private shape(type: string, within: readonly string[]): Shape {
    const bare = type
      .replaceAll('pulumi.Input<', '')
      .replaceAll('>', '')
      .replaceAll(/ \| undefined/g, '')
      .trim();
    if (bare.endsWith('[]')) return { kind: 'list', items: this.shape(bare.slice(0, -2), within) };
    if (bare.startsWith('Map<')) return { kind: 'map', items: this.shape(bare.slice(4), within) };
    if (bare === 'number' || bare === 'boolean' || bare === 'string') return { kind: 'scalar', type: bare };
    if (bare.startsWith('enums.') || bare.includes('| enums.')) return { kind: 'scalar', type: 'string' };
    const [, name] = /^inputs\.([\w.]+)$/.exec(bare) ?? [];
    if (name === undefined) {
      if (
        /^[A-Z]\w+$/.test(bare) ||
        bare.includes('ARN') ||
        bare.startsWith('string |') ||
        bare.startsWith('"')
      )
        return { kind: 'scalar', type: 'string' };
      return { kind: 'any' };
    }
    if (within.includes(name)) return { kind: 'any' };
    const made = this.made.get(name);
    if (made !== undefined) return made;
    const shape: Shape = {
      kind: 'object',
      name,
      properties: this.properties(this.interfaces.get(name) ?? '', [...within, name]),
    };
    this.made.set(name, shape);
    return shape;
  }
}

function isEnd(line: string, name: string): boolean {
  return line.length === 4 * (name.split('.').length - 1) + 1;
}
