import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { InputError } from '../../lib/errors';
import type { Deployment } from '../../lib/model/deployment';
import { loadPaths } from '../../lib/model/load';

/** Files of a test, removed after each one. */
const folders: string[] = [];

export function cleanUp(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A folder of files: text as it is, anything else as JSON; `->` before a text makes a symbolic link to it. */
export function folderOf(files: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'jichitai-model-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    if (typeof content === 'string' && content.startsWith('->')) symlinkSync(content.slice(2), file);
    else writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  }
  return folder;
}

/** The deployment of a folder of files, or of some of them. */
export function load(files: Readonly<Record<string, unknown>>, ...names: readonly string[]): Deployment {
  const folder = folderOf(files);
  return loadPaths(names.length === 0 ? [folder] : names.map((name) => join(folder, name)));
}

/** The error that loading gives, which must be an InputError. */
export function refusal(files: Readonly<Record<string, unknown>>, ...names: readonly string[]): InputError {
  try {
    load(files, ...names);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('it was loaded');
}
