import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { documentPages } from './docs/pages';
import { readTables } from './docs/tables';

const DOCS = join(__dirname, '..', 'docs');

/** Writes the rule reference and the traceability matrix; pages of rules that are gone go as well. */
function main(): void {
  const pages = documentPages(readTables(require));
  rmSync(join(DOCS, 'rules'), { recursive: true, force: true });
  for (const [path, text] of pages) {
    const file = join(DOCS, path);
    mkdirSync(dirname(file), { recursive: true });
    if (read(file) !== text) writeFileSync(file, text);
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

main();
