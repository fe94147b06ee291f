import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sourcePlaces } from '../../lib/cli/places';
import type { Finding } from '../../lib/finding';

const folder = mkdtempSync(join(tmpdir(), 'jichitai-places-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const madeAt = (line: number, logicalId: string) => [
  { type: 'aws:cdk:logicalId', data: logicalId },
  {
    type: 'aws:cdk:creationStack',
    data: ['x (/a/node_modules/b.js:1:1)', `new City (${process.cwd()}/app/city.ts:${line}:5)`],
  },
];
writeFileSync(
  join(folder, 'City.metadata.json'),
  JSON.stringify({
    '/City/Log': madeAt(7, 'Log'),
    '/City/Part/Log': madeAt(8, 'Other'),
    '/City/Bare': [{ type: 'aws:cdk:logicalId', data: 'Bare' }],
  }),
);
writeFileSync(join(folder, 'Town.metadata.json'), JSON.stringify({ '/Town/Log': madeAt(9, 'Log') }));
writeFileSync(join(folder, 'Broken.metadata.json'), '{');

const placeOf = (template: string, resource: Partial<Finding['resource']>) =>
  sourcePlaces()({ resource: { template: join(folder, template), ...resource } } as Finding);

test.each([
  ['by construct path', 'City.template.json', { constructPath: 'City/Log' }, 7],
  ['in a nested stack', 'CityPart.nested.template.json', { constructPath: 'City/Part/Log' }, 8],
  ['by logical id, in its own stack', 'Town.template.json', { logicalId: 'Log' }, 9],
  ['by logical id, in another', 'City.template.json', { logicalId: 'Log' }, 7],
])('a place is found %s', (_name, template, resource, line) => {
  expect(placeOf(template, resource)).toEqual({ file: 'app/city.ts', line, column: 5 });
});

test.each([
  ['a construct that is not there', 'City.template.json', { constructPath: 'City/No' }],
  ['one of which CDK recorded no place', 'City.template.json', { logicalId: 'Bare' }],
  ['a template without metadata', 'a.template.json', { logicalId: 'Log' }],
  ['metadata that cannot be read', 'Broken.template.json', { logicalId: 'Log' }],
  ['the template as a whole', 'City.template.json', {}],
])('there is none for %s', (_name, template, resource) => {
  expect(placeOf(template, resource)).toBeUndefined();
});
