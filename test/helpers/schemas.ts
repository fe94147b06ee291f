import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { REPOSITORY } from './build';

const SCHEMAS = join(REPOSITORY, 'test', 'fixtures', 'schemas');

/** What a JSON Schema has against a value; nothing where it is valid. */
export function faultsBySchema(file: string, value: unknown): readonly string[] {
  // Of draft 4 the schemas here use nothing that has changed since but the name of `$id`.
  const {
    id: _id,
    $schema: _schema,
    ...schema
  } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  // A pattern in the schema of SARIF is one only without Unicode rules.
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false, unicodeRegExp: false });
  addFormats(ajv);
  const validate = ajv.compile(schema);
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

export function schemaFile(name: string): string {
  return join(SCHEMAS, name);
}

/** What an XML Schema has against a document; nothing where it is valid. */
export function faultsByXmlSchema(file: string, xml: string): string {
  const { stderr, status } = spawnSync(process.execPath, [join(__dirname, 'validate-xml.mjs'), file], {
    input: xml,
    encoding: 'utf8',
    cwd: REPOSITORY,
  });
  return status === 0 ? '' : stderr || `ended with ${status}`;
}
