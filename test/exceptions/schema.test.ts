import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { REGISTER_SCHEMA, schemaFor } from '../../lib/exceptions/register-schema';
import { EDITOR_LINE } from '../../lib/exceptions/write-register';
import { SCHEMA_FOLDER, schemaFiles } from '../../scripts/generate-schemas';

test.each([...schemaFiles()])('schema/%s is as `npm run generate` makes it', (name, text) => {
  expect(readFileSync(join(SCHEMA_FOLDER, name), 'utf8')).toBe(text);
});

test('the package has the schemas, where the line for editors says', () => {
  const { files, exports } = JSON.parse(readFileSync(join(SCHEMA_FOLDER, '..', 'package.json'), 'utf8'));
  expect(files).toContain('schema');
  expect(exports['./schema/*.json']).toBe('./schema/*.json');
  const [, path] = /\$schema=node_modules\/jichitai-guardrails\/(\S+)/.exec(EDITOR_LINE) ?? [];
  expect(existsSync(join(SCHEMA_FOLDER, '..', path as string))).toBe(true);
});

const published = new Ajv({ strict: true, allErrors: true }).compile(
  JSON.parse(JSON.stringify(REGISTER_SCHEMA)),
);
const ENTRY = {
  application: 'R8-012',
  rules: ['LogGroupRetention'],
  scope: { stacks: ['Web'] },
  reason: 'it ends',
  compensatingMeasures: 'copies',
  applicant: 'citizens section',
  approver: 'CISO',
  office: 'CISO',
  applied: '2026-10-01',
  decision: 'pending',
  starts: '2026-10-05',
  expires: '2027-03-31',
};
const FROZEN = [{ rule: 'LogGroupRetention', stack: 'Web', resource: 'Log', count: 1 }];
const { rules: _, scope: __, decision: ___, ...BASE } = ENTRY;

test.each([
  ['a list', { exceptions: [ENTRY] }, true],
  ['an empty list', { exceptions: [] }, true],
  ['one application', ENTRY, true],
  ['a decision', { ...ENTRY, decision: 'approved', decided: '2026-10-02' }, true],
  ['a decision without its day', { ...ENTRY, decision: 'approved' }, false],
  ['an emergency', { ...BASE, kind: 'emergency', rules: ENTRY.rules, scope: ENTRY.scope }, true],
  ['an emergency with a decision', { ...ENTRY, kind: 'emergency' }, false],
  ['a baseline', { ...BASE, kind: 'baseline', frozen: FROZEN }, true],
  ['a baseline with rules', { ...BASE, kind: 'baseline', frozen: FROZEN, rules: ['A'] }, false],
  ['frozen findings elsewhere', { ...ENTRY, frozen: FROZEN }, false],
  ['what is left', { exceptions: [], remaining: { 'R8-900': FROZEN } }, true],
  ['what is left, of one application', { ...ENTRY, remaining: {} }, false],
  ['no list', {}, false],
  ['nothing', null, false],
  ['a scope of nothing', { exceptions: [{ ...ENTRY, scope: {} }] }, false],
  ['no zone', { exceptions: [{ ...ENTRY, scope: { zones: ['lg-wan'] } }] }, false],
  ['no day', { exceptions: [{ ...ENTRY, expires: '2027-3-31' }] }, false],
  ['no expiry', { exceptions: [{ ...ENTRY, expires: undefined }] }, false],
])('the published schema and the one that the loader reads with agree on %s', (_name, data, valid) => {
  // As it comes of a file.
  const read: unknown = JSON.parse(JSON.stringify(data));
  expect(published(read)).toBe(valid);
  const own = new Ajv({ strict: true, allErrors: true }).compile(schemaFor(read));
  expect(own(read)).toBe(valid);
});
