import { existsSync, realpathSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { InputError } from '../errors';
import { readSource, shownPath, type TemplateFile } from './load-template';
import { isRecord, own, section } from './template';

/** What a cloud assembly holds, those nested in it (stages) included. */
export interface Assembly {
  readonly stacks: readonly TemplateFile[];
  readonly directories: readonly string[];
}

/** @throws InputError when the folder is not an assembly that can be read in full */
export function assemblyStacks(folder: string, top = folder): Assembly {
  const file = join(folder, 'manifest.json');
  const { data, lineOf } = readSource(file);
  if (!isRecord(data) || !isRecord(data['artifacts'])) {
    throw new InputError(
      'not the manifest of a cloud assembly: there are no artifacts in it',
      shownPath(file),
      1,
    );
  }
  const stacks: TemplateFile[] = [];
  const directories = [folder];
  const inside = (name: unknown, at: readonly string[]): string => {
    const path = typeof name === 'string' ? resolve(folder, name) : '';
    const real = existsSync(path) ? realpathSync(path) : path;
    if (typeof name !== 'string' || !`${real}${sep}`.startsWith(`${realpathSync(top)}${sep}`)) {
      throw new InputError('names a file outside of the assembly', shownPath(file), lineOf(at));
    }
    return path;
  };
  for (const [id, artifact] of Object.entries(data['artifacts'])) {
    if (!isRecord(artifact)) continue;
    const properties = section(artifact, 'properties');
    if (artifact['type'] === 'cdk:cloud-assembly') {
      const nested = assemblyStacks(inside(properties['directoryName'], ['artifacts', id]), top);
      stacks.push(...nested.stacks);
      directories.push(...nested.directories);
    } else if (artifact['type'] === 'aws:cloudformation:stack') {
      const { account, region } = environmentOf(artifact['environment']);
      const tags = own(properties, 'tags');
      stacks.push({
        file: inside(properties['templateFile'], ['artifacts', id, 'properties', 'templateFile']),
        root: top,
        stack: {
          stackName: typeof properties['stackName'] === 'string' ? properties['stackName'] : id,
          constructPath: typeof artifact['displayName'] === 'string' ? pathOf(artifact['displayName']) : id,
          account,
          region,
          tags: isRecord(tags)
            ? Object.fromEntries(Object.entries(tags).map(([k, v]) => [k, String(v)]))
            : undefined,
        },
      });
    }
  }
  return { stacks, directories };
}

/** The display name is the construct path, with the stack's own name behind it where that differs. */
function pathOf(displayName: string): string {
  return displayName.replace(/ \(.*\)$/, '');
}

/** `aws://123456789012/ap-northeast-1`; what the app left open is `unknown-account` or `unknown-region`. */
function environmentOf(environment: unknown): { account: string | undefined; region: string | undefined } {
  const match = /^aws:\/\/([^/]+)\/(.+)$/.exec(typeof environment === 'string' ? environment : '');
  const [, account, region] = match ?? [];
  return {
    account: account === 'unknown-account' ? undefined : account,
    region: region === 'unknown-region' ? undefined : region,
  };
}
