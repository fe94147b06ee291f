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
    // All that it makes stands under it.
    const [made] = result.resources.filter((resource) => resource.type === type);
    const others = result.resources.filter(
      ({ custom, defaultProvider, parent }) => custom && defaultProvider !== true && parent !== made?.urn,
    );
    expect([made?.custom, others]).toEqual([false, []]);
  });
});
