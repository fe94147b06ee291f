import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { REGISTER_SCHEMA } from '../lib/exceptions/register-schema';
import { PROFILE_SCHEMA } from '../lib/policy/profile-schema';

/** Folder in the package with the JSON Schemas of the files that people write, for their editors. */
export const SCHEMA_FOLDER = join(__dirname, '..', 'schema');

/** The schemas that the loaders read with, by file. */
export function schemaFiles(): ReadonlyMap<string, string> {
  const schemas = { exceptions: REGISTER_SCHEMA, profile: PROFILE_SCHEMA };
  return new Map(
    Object.entries(schemas).map(([name, schema]) => [`${name}.schema.json`, `${JSON.stringify(schema)}\n`]),
  );
}

if (require.main === module) {
  mkdirSync(SCHEMA_FOLDER, { recursive: true });
  for (const [name, text] of schemaFiles()) writeFileSync(join(SCHEMA_FOLDER, name), text);
}
