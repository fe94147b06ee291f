import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { InputError } from '../errors';
import { type AttestationReading, type AttestedStack, readAttestations, sha256 } from './attestation';
import type { TemplateFile } from './load-template';
import { readSource, shownPath } from './read-source';
import { type Enforcement, isRecord, own, scalarText, section } from './template';

/**
 * The stacks of a cloud assembly, those of assemblies nested in it (stages) included.
 * @throws InputError when the folder is not an assembly that can be read in full
 */
export function assemblyStacks(folder: string, top = folder): readonly TemplateFile[] {
  const file = join(folder, 'manifest.json');
  const { data, lineOf } = readSource(file);
  if (!isRecord(data) || !isRecord(data['artifacts'])) {
    throw new InputError(
      {
        ja: 'クラウドアセンブリのmanifestではありません（artifactsがない）',
        en: 'not the manifest of a cloud assembly: there are no artifacts in it',
      },
      shownPath(file),
      1,
    );
  }
  const stacks: TemplateFile[] = [];
  const attested = statementsByFile(readAttestations(folder));
  const [here, whole] = [realpathSync(folder), `${realpathSync(top)}${sep}`];
  const inside = (name: unknown, at: readonly string[]): string => {
    const path = typeof name === 'string' ? resolve(here, name) : '';
    const real = realpathOf(path);
    if (typeof name !== 'string' || !`${real}${sep}`.startsWith(whole)) {
      throw new InputError(
        { ja: 'アセンブリの外のファイルを指しています', en: 'names a file outside of the assembly' },
        shownPath(file),
        lineOf(at),
      );
    }
    return path;
  };
  for (const [id, artifact] of Object.entries(data['artifacts'])) {
    if (!isRecord(artifact)) continue;
    const properties = section(artifact, 'properties');
    if (artifact['type'] === 'cdk:cloud-assembly') {
      const directory = inside(properties['directoryName'], ['artifacts', id]);
      if (`${here}${sep}`.startsWith(`${realpathOf(directory)}${sep}`)) {
        throw new InputError(
          { ja: 'アセンブリが自分自身を含んでいます', en: 'an assembly that contains itself' },
          shownPath(file),
          lineOf(['artifacts', id]),
        );
      }
      stacks.push(...assemblyStacks(directory, top));
    } else if (artifact['type'] === 'cdk:asset-manifest') {
      const manifest = inside(properties['file'], ['artifacts', id, 'properties', 'file']);
      stacks.push(
        ...templateAssets(manifest, inside).map((asset) => ({ file: asset, root: top, stack: {} })),
      );
    } else if (artifact['type'] === 'aws:cloudformation:stack') {
      const template = inside(properties['templateFile'], ['artifacts', id, 'properties', 'templateFile']);
      const tags = own(properties, 'tags');
      stacks.push({
        file: template,
        root: top,
        enforcement: enforcementOf(attested.get(template) ?? [], template),
        stack: {
          stackName: typeof properties['stackName'] === 'string' ? properties['stackName'] : id,
          constructPath: typeof artifact['displayName'] === 'string' ? pathOf(artifact['displayName']) : id,
          ...environmentOf(artifact['environment']),
          tags: isRecord(tags)
            ? Object.fromEntries(Object.entries(tags).map(([key, value]) => [key, scalarText(value)]))
            : undefined,
          terminationProtection: properties['terminationProtection'] === true,
        },
      });
    }
  }
  return stacks;
}

/**
 * Templates among the assets of a stack. Those of nested stacks come with their parents; others, such as
 * products of a service catalog, are deployed from here as well and belong to no stack of the manifest.
 */
function templateAssets(
  manifest: string,
  inside: (name: unknown, at: readonly string[]) => string,
): readonly string[] {
  const { data } = readSource(manifest);
  const files = own(data, 'files');
  return (isRecord(files) ? Object.values(files) : [])
    .map((asset) => own(own(asset, 'source'), 'path'))
    .filter((path): path is string => typeof path === 'string' && path.endsWith('.template.json'))
    .map((path) => inside(path, []))
    .filter((path) => existsSync(path));
}

function realpathOf(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}

/** The display name is the construct path, with the stack's own name behind it where that differs. */
function pathOf(displayName: string): string {
  return displayName.replace(/ \([^()]*\)$/, '');
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

/** What the attestations in an assembly say, by template. */
function statementsByFile({ directory, attestations }: AttestationReading): Map<string, AttestedStack[]> {
  const byFile = new Map<string, AttestedStack[]>();
  for (const stack of attestations.flatMap(({ guardrails }) => guardrails.flatMap(({ stacks }) => stacks))) {
    const file = resolve(directory, stack.templateFile);
    const list = byFile.get(file);
    if (list === undefined) byFile.set(file, [stack]);
    else list.push(stack);
  }
  return byFile;
}

/** What they say of one. */
function enforcementOf(statements: readonly AttestedStack[], template: string): Enforcement {
  if (statements.length === 0 || !existsSync(template)) return 'uncovered';
  const digest = sha256(readFileSync(template));
  const valid = statements.filter((statement) => statement.sha256 === digest);
  if (valid.length === 0) return 'changed';
  return valid.some(({ whole }) => whole) ? 'covered' : 'partly';
}
