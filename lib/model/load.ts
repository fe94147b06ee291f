import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { InputError } from '../errors';
import { assemblyStacks } from './assembly';
import { Deployment } from './deployment';
import { addTemplate, looksLikeTemplate, type TemplateFile } from './load-template';
import { readSource, shownPath } from './read-source';
import type { Source } from './source';
import { isRecord, own, scalarText, section } from './template';

/** A template with the file that it comes from. */
export interface LoadedFile {
  readonly input: TemplateFile;
  readonly source: Source;
}

/** Files of another tool than CloudFormation's, which become templates together. */
export interface ForeignFormat {
  recognises(data: unknown): boolean;
  templatesOf(files: readonly { readonly file: string; readonly source: Source }[]): readonly LoadedFile[];
}

/**
 * Loads template files, folders of templates and cloud assemblies as one deployment.
 * @throws InputError for anything that cannot be read as such
 */
export function loadPaths(paths: readonly string[], foreign?: ForeignFormat): Deployment {
  const files: { input: TemplateFile; source?: Source }[] = [];
  const others: { file: string; source: Source }[] = [];
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
      const source = readSource(full);
      if (foreign?.recognises(source.data) === true) others.push({ file: full, source });
      else files.push({ input: { file: full, stack: {}, root: dirname(full) }, source });
    } else if (existsSync(join(full, 'manifest.json'))) {
      const stacks = assemblyStacks(full);
      if (stacks.length === 0) {
        throw new InputError(
          {
            ja: 'このクラウドアセンブリにはスタックがありません',
            en: 'there is no stack in this cloud assembly',
          },
          path,
        );
      }
      files.push(...stacks.map((input) => ({ input })));
    } else {
      for (const found of templatesBelow(full, foreign)) {
        if (looksLikeTemplate(found.source.data)) files.push(found);
        else others.push({ file: found.input.file, source: found.source });
      }
    }
  }
  if (foreign !== undefined && others.length > 0) files.push(...foreign.templatesOf(others));
  return loadTemplates(files);
}

/** Loads templates whose stacks are known already. */
export function loadTemplates(
  files: readonly { readonly input: TemplateFile; readonly source?: Source }[],
): Deployment {
  const deployment = new Deployment();
  // The order in which paths are named must change nothing.
  const distinct = [...distinctFiles(files)].sort((a, b) => compareFiles(a.input, b.input));
  const nested = new Set(distinct.flatMap((file) => [...nestedFiles(file)]));
  // One that another nests comes with it, and by itself where it did not: the other may be unable to.
  const first = distinct.filter(({ real }) => !nested.has(real));
  for (const { input, source } of first) addTemplate(deployment, input, source);
  for (const { input, source, real } of distinct.filter((file) => nested.has(file.real))) {
    if (deployment.templates.some(({ path }) => realpathOf(resolve(path)) === real)) continue;
    addTemplate(deployment, input, source);
  }
  return deployment;
}

interface DistinctFile extends LoadedFile {
  /** Its path without symbolic links. */
  readonly real: string;
}

/** The same file may be named twice, and as a part of a folder; two stacks of an assembly may share one. */
function distinctFiles(
  files: readonly { readonly input: TemplateFile; readonly source?: Source }[],
): readonly DistinctFile[] {
  const found = files.map((file) => ({ ...file, real: realpathOf(file.input.file) }));
  const stacks = new Set(found.filter(({ input }) => isStack(input)).map(({ real }) => real));
  const seen = new Set<string>();
  return found.flatMap(({ input, source, real }) => {
    const key = JSON.stringify([real, input.stack]);
    if (seen.has(key) || (!isStack(input) && stacks.has(real))) return [];
    seen.add(key);
    return [{ input, source: source ?? readSource(input.file), real }];
  });
}

function compareFiles(a: TemplateFile, b: TemplateFile): number {
  const [left, right] = [a, b].map(({ file, stack }) => `${file}\u0000${stack.stackName ?? ''}`);
  return (left as string) < (right as string) ? -1 : 1;
}

function isStack({ stack }: TemplateFile): boolean {
  return Object.values(stack).some((value) => value !== undefined);
}

function realpathOf(file: string): string {
  return existsSync(file) ? realpathSync(file) : file;
}

/** The files that the nested stacks of a template name, as far as they are written out. */
function nestedFiles({ input, source: { data }, real }: DistinctFile): readonly string[] {
  return (isRecord(data) ? Object.values(section(data, 'Resources')) : [])
    .filter((body) => own(body, 'Type') === 'AWS::CloudFormation::Stack')
    .flatMap((body) => [
      own(own(body, 'Properties'), 'TemplateURL'),
      own(own(body, 'Metadata'), 'aws:asset:path'),
    ])
    .filter((url): url is string => typeof url === 'string' && !url.includes('://'))
    .map((url) => realpathOf(resolve(dirname(input.file), url)))
    .filter((file) => file !== real);
}

const EXTENSIONS = new Set(['.json', '.yaml', '.yml', '.template']);
const SKIPPED = new Set(['node_modules', '.git']);

/** Templates in a folder and those below it. Symbolic links are followed: build tools make trees of them. */
function templatesBelow(root: string, foreign: ForeignFormat | undefined): LoadedFile[] {
  const found: LoadedFile[] = [];
  const visited = new Set<string>();
  const visit = (folder: string) => {
    const real = realpathSync(folder);
    if (visited.has(real)) return;
    visited.add(real);
    for (const name of readdirSync(folder).sort()) {
      const file = join(folder, name);
      const stat = existsSync(file) ? statSync(file) : undefined;
      if (stat?.isDirectory() === true && !SKIPPED.has(name)) visit(file);
      else if (stat?.isFile() === true && EXTENSIONS.has(extname(name).toLowerCase())) {
        const source = templateIn(file, foreign);
        if (source !== undefined) found.push({ input: { file, stack: {}, root }, source });
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
  return found;
}

/** The template in a file; undefined for a file that is something else, which need not be sound. */
function templateIn(file: string, foreign: ForeignFormat | undefined): Source | undefined {
  try {
    const source = readSource(file);
    if (looksLikeTemplate(source.data) || foreign?.recognises(source.data) === true) return source;
    // What has zeros between its letters is text in an encoding that nothing here reads.
    if (!scalarText(source.data).includes('\u0000') || !mentionsTemplate(file)) return undefined;
  } catch (error) {
    const isSyntax = error instanceof InputError && error.line !== undefined;
    if (!isSyntax || mentionsTemplate(file)) throw error;
    return undefined;
  }
  throw new InputError(
    { ja: 'UTF-8のテンプレートとして読めません', en: 'cannot be read as a template in UTF-8' },
    shownPath(file),
    1,
  );
}

/** Whether a file has the words of a template in it, in UTF-8 or, with zeros between the letters, in UTF-16. */
function mentionsTemplate(file: string): boolean {
  return /AWSTemplateFormatVersion|Resources/.test(readFileSync(file, 'utf8').replaceAll('\u0000', ''));
}
