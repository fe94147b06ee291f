import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadProfile } from '../../lib/policy/load-profile';

const folder = mkdtempSync(join(tmpdir(), 'jichitai-profile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const load = (facts: string) => {
  const file = join(folder, 'city.yaml');
  writeFileSync(file, `extends: miyazaki\nname: city\nfacts:\n${facts}`);
  return loadProfile(file).facts;
};

test('service control policies stand level by level', () => {
  const facts = load(`  serviceControlPolicies:
    - - Version: '2012-10-17'
        Statement: [{ Effect: Allow, Action: '*', Resource: '*' }]
    - - Statement: { Effect: Allow, Action: 's3:*', Resource: '*' }
`);
  expect(facts.serviceControlPolicies).toEqual([
    [{ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }],
    [{ Statement: { Effect: 'Allow', Action: 's3:*', Resource: '*' } }],
  ]);
  expect(facts.outsideAccounts).toEqual([]);
});

test('a level without a policy allows nothing, and is refused as a mistake', () => {
  expect(() => load('  serviceControlPolicies: [[]]\n')).toThrow(/serviceControlPolicies/);
  expect(() => load('  serviceControlPolicies: [[{ Version: x }]]\n')).toThrow(/Statement/);
});

test('identity providers that ask for a second factor', () => {
  expect(load('  providersRequiringMfa: [identity-center]\n').providersRequiringMfa).toEqual([
    'identity-center',
  ]);
});
