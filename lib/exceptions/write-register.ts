import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, parseDocument, stringify } from 'yaml';
import { InputError } from '../errors';
import type { FrozenFinding, RegisterEntry } from './entry';
import type { Located } from './read-register';

/** Tells an editor where the schema of a register is, so that it completes and checks what is typed. */
export const EDITOR_LINE =
  '# yaml-language-server: $schema=node_modules/jichitai-guardrails/schema/exceptions.schema.json\n';

/** Long lines stay whole, and nothing is written that an older YAML would read as something else (yes, no, on). */
const STYLE = { lineWidth: 0, compat: 'yaml-1.1' } as const;

/**
 * Adds an entry: to the list of a file, or as a file of its own where the register is a folder. What else is in the
 * file stays as it is, comments too.
 *
 * @returns the file
 * @throws InputError where it cannot be written
 */
export function addEntry(path: string, entry: RegisterEntry): string {
  if (existsSync(path) && statSync(path).isDirectory()) {
    const file = join(path, `${entry.application.replace(/[^\p{L}\p{N}._-]/gu, '_')}.yaml`);
    if (existsSync(file)) {
      throw new InputError(
        { ja: '既にあります。上書きしません', en: 'is there already, and is not overwritten' },
        file,
      );
    }
    save(file, `${EDITOR_LINE}${stringify(entry, STYLE)}`);
    return file;
  }
  if (!/\.(ya?ml|json)$/i.test(path)) {
    throw new InputError(
      {
        ja: '台帳は.yamlのファイル又は既にあるフォルダを指定してください',
        en: 'name a file that ends in .yaml, or a folder that is there already',
      },
      path,
    );
  }
  if (!existsSync(path)) save(path, `${EDITOR_LINE}${stringify({ exceptions: [entry] }, STYLE)}`);
  else {
    edit(path, (document) => {
      if (document.has('application')) {
        throw new InputError(
          {
            ja: '一つの申請だけのファイルです。フォルダか、exceptionsの一覧のファイルを指定してください',
            en: 'holds one application alone; name its folder, or a file with a list of exceptions',
          },
          path,
        );
      }
      document.addIn(['exceptions'], document.createNode(entry));
    });
  }
  return path;
}

/** Changes fields of an entry where it stands. @throws InputError where it cannot be written */
export function changeEntry({ file, at }: Located, changes: Partial<RegisterEntry>): void {
  edit(file, (document) => {
    for (const [key, value] of Object.entries(changes)) document.setIn([...pathOf(at), key], value);
  });
}

/** Writes down what is left of a baseline, in a file with a list. @throws InputError where it cannot be written */
export function writeRemaining({ entry, file, at }: Located, rows: readonly FrozenFinding[]): void {
  edit(file, (document) => {
    // A file of one application becomes a list of one: what is left is no part of what was signed.
    if (at.length === 0) {
      const application = document.contents;
      document.contents = document.createNode({ exceptions: [] });
      document.addIn(['exceptions'], application);
    }
    document.setIn(['remaining', entry.application], document.createNode(rows));
  });
}

function edit(file: string, change: (document: Document) => void): void {
  let document: Document;
  try {
    document = parseDocument(readFileSync(file, 'utf8'), { schema: 'core', compat: 'yaml-1.1' });
  } catch (error) {
    throw cannot(file, error);
  }
  change(document);
  save(file, document.toString({ lineWidth: 0 }));
}

/** Paths of the reader name items of a list by text, those of the library by number. */
function pathOf(at: readonly string[]): readonly (string | number)[] {
  return at.map((key) => (/^\d+$/.test(key) ? Number(key) : key));
}

/** Whole or not at all. */
function save(file: string, text: string): void {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw cannot(file, error);
  }
}

function cannot(file: string, error: unknown): InputError {
  const { code } = error as NodeJS.ErrnoException;
  return new InputError({ ja: `書き込めません（${code}）`, en: `cannot be written (${code})` }, file);
}
