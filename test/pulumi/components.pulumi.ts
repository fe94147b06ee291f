import { join } from 'node:path';
import { PATIENCE_MS, type ProgramRun, runProgram } from './engine';

jest.setTimeout(PATIENCE_MS);

const PROGRAM = join(__dirname, 'programs', 'component.ts');
const STACK = { project: 'city', stack: 'dev', config: { 'aws:region': 'ap-northeast-1' } };

const run = (component: string, dryRun: boolean): Promise<ProgramRun> =>
  runProgram({ ...STACK, program: PROGRAM, dryRun, env: { COMPONENT: component } });
const told = ({ logs }: ProgramRun, severity: string) =>
  logs.filter((log) => log.severity === severity).map(({ text }) => text);

describe.each([
  ['EncryptedBucket', 'jichitai:data:EncryptedBucket'],
  ['EncryptedDatabase', 'jichitai:data:EncryptedDatabase'],
  ['LogArchive', 'jichitai:logging:LogArchive'],
  ['MyNumberVpc', 'jichitai:network:MyNumberVpc'],
  ['VendorAdministratorRole', 'jichitai:identity:VendorAdministratorRole'],
])('%s in its default form, in the my-number zone', (component, type) => {
  test.each([
    ['preview', true],
    ['update', false],
  ])('has nothing that blocks and nothing that is undetermined: %s', async (_, dryRun) => {
    const result = await run(component, dryRun);
    expect(told(result, 'error')).toEqual([]);
    expect(told(result, 'info').join('\n')).toContain(' 0 undetermined, ');
    expect(result.succeeded).toBe(true);
    // All that is made stands under a component.
    const components = result.resources.filter((resource) => resource.type.startsWith('jichitai:'));
    expect(components.filter(({ custom }) => custom)).toEqual([]);
    expect(components.map((resource) => resource.type)).toContain(type);
    const urns = new Set(components.map(({ urn }) => urn));
    const others = result.resources
      .filter(({ custom, defaultProvider }) => custom && defaultProvider !== true)
      .filter(({ parent = '' }) => !urns.has(parent));
    expect(others.map(({ urn }) => urn)).toEqual([]);
  });
});
