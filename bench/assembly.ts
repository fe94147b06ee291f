import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Resources of one stack: what a large real stack has, below the limit of 500. */
const STACK_SIZE = 400;

interface Template {
  readonly Resources: Readonly<Record<string, unknown>>;
  readonly [section: string]: unknown;
}

/**
 * Writes templates of about 400 mixed resources each, put together from those of a synthesized app, whose resources
 * are repeated under other logical ids.
 * @returns the number of resources
 */
export function writeTemplates(sources: readonly string[], stacks: number, folder: string): number {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const templates = sources.map((file) => JSON.parse(readFileSync(file, 'utf8')) as Template);
  let total = 0;
  for (let stack = 0; stack < stacks; stack++) {
    const { template, resources } = oneStack(templates);
    total += resources;
    writeFileSync(join(folder, `stack-${stack}.template.json`), JSON.stringify(template, undefined, 1));
  }
  return total;
}

function oneStack(templates: readonly Template[]): { template: object; resources: number } {
  const resources: Record<string, unknown> = {};
  let sections: Record<string, object> = {};
  for (let copy = 0; Object.keys(resources).length < STACK_SIZE; copy++) {
    const source = templates[copy % templates.length] as Template;
    Object.assign(resources, renamed(source.Resources, `C${copy}`));
    for (const name of ['Parameters', 'Mappings', 'Conditions']) {
      sections = { ...sections, [name]: { ...sections[name], ...(source[name] as object | undefined) } };
    }
  }
  return { template: { ...sections, Resources: resources }, resources: Object.keys(resources).length };
}

/** The same resources under ids with a prefix, and what refers to them. */
function renamed(resources: Template['Resources'], prefix: string): Record<string, unknown> {
  const ids = new Set(Object.keys(resources));
  const text = JSON.stringify(resources)
    .replaceAll(/"([A-Za-z0-9]+)"/g, (all, word: string) => (ids.has(word) ? `"${prefix}${word}"` : all))
    .replaceAll(/\$\{([A-Za-z0-9]+)([.}])/g, (all, word: string, end: string) =>
      ids.has(word) ? `\${${prefix}${word}${end}` : all,
    );
  return JSON.parse(text) as Record<string, unknown>;
}
