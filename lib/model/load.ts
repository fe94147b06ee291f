import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { InputError } from '../errors';
import { assemblyStacks } from './assembly';
import { Deployment } from './deployment';
import { addTemplate, looksLikeTemplate, readSource, shownPath, type TemplateFile } from './load-template';
import type { Source } from './source';
import { isRecord, own, section } from './template';

/**
 * Loads template files, folders of templates and cloud assemblies as one deployment.
 * @throws InputError for anything that cannot be read as such
 */
export function loadPaths(paths: readonly string[]): Deployment {
  const files: { input: TemplateFile; source?: Source }[] = [];
  for (const path of paths) {
    const full = resolve(path);
    if (!existsSync(full)) {
      throw new InputError(
        {
          ja: 'ファイル又はフォルダがありません（CDKアプリの場合は、先にcdk synthでcdk.outを作成してください）',
          en: 'there is no such file or folder (a CDK app makes cdk.out by `cdk synth`)',
        },
        path,
      );
    }
    if (!statSync(full).isDirectory()) {
      files.push({ input: { file: full, stack: {}, root: dirname(full) } });
    } else if (existsSync(join(full, 'manifest.json'))) {
      files.push(...assemblyStacks(full).map((input) => ({ input })));
    } else files.push(...templatesBelow(full));
  }
  return loadTemplates(files);
}

/** Loads templates whose stacks are known already. */
export function loadTemplates(
  files: readonly { readonly input: TemplateFile; readonly source?: Source }[],
): Deployment {
  const deployment = new Deployment();
  const seen = new Set<string>();
  for (const { input, source } of files) {
    // The same file may be named twice, and as part of a folder.
    const real = existsSync(input.file) ? realpathSync(input.file) : input.file;
    if (seen.has(real)) continue;
    seen.add(real);
    addTemplate(deployment, input, source);
  }
  return deployment;
}

const EXTENSIONS = new Set(['.json', '.yaml', '.yml', '.template']);
const SKIPPED = new Set(['node_modules', '.git']);

/** Templates in a folder and those below it; those that another one nests come with it. */
function templatesBelow(root: string): { input: TemplateFile; source: Source }[] {
  const found: { input: TemplateFile; source: Source }[] = [];
  const visit = (folder: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const file = join(folder, entry.name);
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) visit(file);
      else if (entry.isFile() && EXTENSIONS.has(extname(entry.name).toLowerCase())) {
        const source = readSource(file);
        if (looksLikeTemplate(source.data)) found.push({ input: { file, stack: {}, root }, source });
      }
    }
  };
  visit(root);
  if (found.length === 0) {
    throw new InputError(
      {
        ja: 'このフォルダには、CloudFormationテンプレートもクラウドアセンブリもありません',
        en: 'there is no CloudFormation template and no cloud assembly in this folder',
      },
      shownPath(root),
    );
  }
  const nested = new Set(
    found.flatMap(({ input, source }) =>
      Object.values(section(source.data as Record<string, unknown>, 'Resources'))
        .filter((body) => isRecord(body) && body['Type'] === 'AWS::CloudFormation::Stack')
        .map((body) => own(own(body, 'Properties'), 'TemplateURL'))
        .filter((url): url is string => typeof url === 'string' && !url.includes('://'))
        .map((url) => resolve(dirname(input.file), url)),
    ),
  );
  return found.filter(({ input }) => !nested.has(input.file));
}
