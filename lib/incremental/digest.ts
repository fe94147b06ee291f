import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** SHA-256 of several texts, which are told apart from the same letters cut otherwise. */
export function digest(...texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.digest('hex');
}

let code: string | undefined;

/** SHA-256 of all files of this package's code, tables and texts: whatever judges, judges the same. */
export function codeDigest(): string {
  code ??= readCode();
  return code;
}

function readCode(): string {
  // In the package all files lie in one folder; the sources are below `lib`.
  const root = basename(__dirname) === 'incremental' ? dirname(__dirname) : __dirname;
  const hash = createHash('sha256');
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()) {
    if (/\.(js|ts|json|br)$/.test(file)) hash.update(file).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}
