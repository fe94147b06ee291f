import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadProfile } from '../../lib/policy/load-profile';
import { keptApart } from '../../lib/policy/zones';

const folder = mkdtempSync(join(tmpdir(), 'zone-matrix-'));
afterAll(() => rmSync(folder, { recursive: true }));

const load = (passage: object) => {
  const file = join(folder, 'profile.json');
  writeFileSync(file, JSON.stringify({ extends: 'miyazaki', name: 'test', zoneMatrix: [passage] }));
  return loadProfile(file).zoneMatrix;
};

const NATIONAL = {
  from: 'my-number',
  to: 'management',
  sources: ['10.1.0.0/24'],
  destinations: ['10.9.0.5/32'],
  ports: ['tcp/443'],
  approval: 'R8-1',
};
const without = (key: string) =>
  Object.fromEntries(Object.entries(NATIONAL).filter(([name]) => name !== key));

describe('the zone matrix of a profile', () => {
  test('permits to the my-number zone what is limited by address and port', () => {
    expect(load(NATIONAL)).toEqual([NATIONAL]);
  });

  test.each(['sources', 'destinations', 'ports', 'approval'])('must say %s there', (key) => {
    expect(() => load(without(key))).toThrow(/zoneMatrix\.0/);
  });

  test.each(['0.0.0.0/0', '::/0', '0.0.0.0/1', '10.0.0.0'])('takes no %s for an address range', (range) => {
    expect(() => load({ ...NATIONAL, destinations: [range] })).toThrow(/zoneMatrix\.0/);
  });

  test.each(['443', 'tcp', 'tcp/', 'all', 'tcp/1-'])('takes no %s for a port', (port) => {
    expect(() => load({ ...NATIONAL, ports: [port] })).toThrow(/zoneMatrix\.0/);
  });

  test('never permits the my-number zone anything with the Internet', () => {
    expect(() => load({ ...NATIONAL, to: 'open-internet' })).toThrow(/zoneMatrix\.0/);
    expect(() => load({ ...NATIONAL, from: 'open-internet', to: 'my-number' })).toThrow(/zoneMatrix\.0/);
  });

  test('asks what renders harmless that comes from the Internet zone into the LGWAN zone', () => {
    const mail = { from: 'internet', to: 'lgwan', ports: ['tcp/25'], approval: 'R8-2' };
    expect(() => load(mail)).toThrow(/zoneMatrix\.0/);
    expect(load({ ...mail, through: 'Sanitizer' })).toHaveLength(1);
    expect(load({ ...mail, from: 'lgwan', to: 'internet' })).toHaveLength(1);
  });
});

test('the policy keeps the my-number and LGWAN zones apart from everything, and the others from nothing', () => {
  expect(keptApart('my-number', 'lgwan')).toBe(true);
  expect(keptApart('management', 'my-number')).toBe(true);
  expect(keptApart('lgwan', 'open-internet')).toBe(true);
  expect(keptApart('lgwan', 'lgwan')).toBe(false);
  expect(keptApart('internet', 'open-internet')).toBe(false);
  expect(keptApart('internet', 'management')).toBe(false);
});
