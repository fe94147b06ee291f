import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../errors';
import type { Said } from '../finding';
import { isRecord } from '../model/template';
import { digest } from './digest';
import type { Fingerprint } from './fingerprint';

/** A finding as it was made, before exceptions. Its guards are said in its message. */
export interface KeptFinding {
  readonly logicalId: string;
  readonly said: Said;
  line?: number | undefined;
}

/** What one rule says of the resources of one template. */
export interface KeptResults {
  /** Of what the rule may have seen of other templates. */
  readonly world: string;
  compliant: number;
  notApplicable: number;
  readonly findings: KeptFinding[];
}

/** What is kept of one template. */
export interface Entry {
  /** Of the template and the code: with it the fingerprint holds. */
  readonly content: string;
  readonly fingerprint: Fingerprint;
  /** Whether no credential stands in the template. */
  readonly isInnocent: boolean;
  /** Of all that each judgement depends on besides templates: with it the results can hold. */
  readonly terms: string;
  /** By rule. */
  readonly results: Readonly<Record<string, KeptResults>>;
}

/**
 * A folder with an entry a template, each in a file of its own with its digest before it. Another check may write the
 * same file at the same time: a file is written whole under a name of its own and then takes its place.
 */
export class Entries {
  /** @throws InputError where the folder cannot be made */
  constructor(private readonly folder: string) {
    try {
      mkdirSync(folder, { recursive: true });
    } catch (error) {
      throw notWritable(folder, error);
    }
  }

  /** The entry of a name; undefined where there is none that is whole. */
  read(name: string): Entry | undefined {
    try {
      const text = readFileSync(this.fileOf(name), 'utf8');
      const end = text.indexOf('\n');
      const body = text.slice(end + 1);
      if (text.slice(0, end) !== digest(name, body)) return undefined;
      const entry: unknown = JSON.parse(body);
      return isRecord(entry) ? (entry as unknown as Entry) : undefined;
    } catch {
      // Whatever is wrong with it, it is made again.
      return undefined;
    }
  }

  /** @throws InputError where it cannot be written */
  write(name: string, entry: Entry): void {
    const body = JSON.stringify(entry);
    const file = this.fileOf(name);
    const made = `${file}.${process.pid}.${process.hrtime.bigint()}`;
    try {
      writeFileSync(made, `${digest(name, body)}\n${body}`, { flag: 'wx' });
      renameSync(made, file);
    } catch (error) {
      rmSync(made, { force: true });
      throw notWritable(this.folder, error);
    }
  }

  private fileOf(name: string): string {
    return join(this.folder, `${name}.kept`);
  }
}

function notWritable(folder: string, error: unknown): InputError {
  const { code } = error as NodeJS.ErrnoException;
  return new InputError(
    { ja: `結果を保存できません（${code}）`, en: `results cannot be kept there (${code})` },
    folder,
  );
}
