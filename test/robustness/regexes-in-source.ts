import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';
import { REPOSITORY } from '../helpers/build';

/** A regular expression in the source, or one that is made there of other texts. */
export interface Found {
  readonly file: string;
  /** Undefined where it is made. */
  readonly regex: RegExp | undefined;
}

/** All regular expressions of folders. */
export function regexesIn(...folders: readonly string[]): readonly Found[] {
  return folders.flatMap((folder) =>
    readdirSync(join(REPOSITORY, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .sort()
      .flatMap((name) => regexesOf(join(folder, name))),
  );
}

function regexesOf(file: string): readonly Found[] {
  const found: Found[] = [];
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, pattern, flags, callee } = node as Readonly<Record<string, unknown>>;
    if (type === 'RegExpLiteral') found.push({ file, regex: new RegExp(String(pattern), String(flags)) });
    const name = (callee as { readonly value?: unknown } | undefined)?.value;
    if ((type === 'NewExpression' || type === 'CallExpression') && name === 'RegExp')
      found.push({ file, regex: undefined });
    for (const inner of Object.values(node)) look(inner);
  };
  look(parseSync(readFileSync(join(REPOSITORY, file), 'utf8'), { syntax: 'typescript' }));
  return found;
}
