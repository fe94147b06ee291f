import { createWriteStream } from 'node:fs';
import { type Assessment, assess } from '../lib/assess';
import { loadPaths } from '../lib/model/load';
import { MIYAZAKI } from '../lib/policy/profile';
import { RULES } from '../lib/rules';
import { assessInline, TEST_DAY, type TemplateBody } from '../test/helpers/inline';
import { readTables } from './docs/tables';

/**
 * Writes all that all rules find in the templates of every rule's cases and in some folders, a line each. What makes
 * the check faster must leave this file as it is:
 *
 *     node -r ./scripts/swc-register.cjs scripts/all-findings.ts FILE [FOLDER...]
 */
const [file, ...folders] = process.argv.slice(2);
if (file === undefined) throw new Error('the file to write to is missing');
const out = createWriteStream(file);

function write(name: string, judge: () => Assessment): void {
  let line: string;
  try {
    const { summary, findings, assumptions, byRule } = judge();
    line = JSON.stringify({ summary, assumptions, byRule: [...byRule], findings }, (key, value: unknown) =>
      // Guards are objects of their own, and said in the messages.
      key === 'when' ? undefined : value,
    );
  } catch (error) {
    line = String(error);
  }
  out.write(`${name}\t${line}\n`);
}

for (const [id, { cases }] of readTables((path) => require(path) as unknown)) {
  for (const { name, template, resources, zone = 'my-number', profile, today } of cases) {
    const given = template ?? { Resources: resources };
    const templates = Array.isArray(given) ? (given as readonly TemplateBody[]) : [given as TemplateBody];
    write(`${id}: ${name}`, () =>
      assessInline(RULES, templates, {
        ...(profile === undefined ? {} : { profile }),
        ...(zone === 'none' ? {} : { zone }),
        ...(today === undefined ? {} : { today }),
      }),
    );
  }
}
for (const folder of folders) {
  write(folder, () =>
    assess({ deployment: loadPaths([folder]), rules: RULES, profile: MIYAZAKI, today: TEST_DAY }),
  );
}
out.end();
