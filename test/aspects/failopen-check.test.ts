import { ensureBuilt } from '../helpers/build';
import { type Run, ScratchApp } from '../helpers/scratch-app';

/** What no code inside an app can prevent: `jichitai-guardrails check` finds it in the assembly. */

jest.setTimeout(180_000);

const RULE = 'S3BucketCustomerManagedKey';

async function withApp<T>(source: string, use: (app: ScratchApp) => Promise<T>): Promise<T> {
  const app = new ScratchApp(source);
  try {
    return await use(app);
  } finally {
    app.remove();
  }
}

beforeAll(() => {
  ensureBuilt();
});

test('--ignore-errors: the synth passes, the check of the assembly does not', async () => {
  const [synth, check] = await withApp('bad(app); guard(app);', async (app) => [
    await app.synth('--ignore-errors'),
    await app.check(),
  ]);
  expect(synth.status).toBe(0);
  expect(check.output).toContain(RULE);
  expect(check.status).toBe(1);
});

test('the report of an app that fails does not conclude in success', async () => {
  const [{ status }, report] = await withApp('bad(app); good(app); guard(app);', async (app) => [
    await app.synth(),
    app.read('validation-report.json'),
  ]);
  expect(status).toBe(1);
  const { pluginReports } = JSON.parse(report) as {
    pluginReports: readonly { conclusion: string; violations: readonly unknown[] }[];
  };
  const accusing = pluginReports.filter(({ violations }) => violations.length > 0);
  expect(accusing.map(({ conclusion }) => conclusion)).toEqual(['failure']);
});

test('a removed guardrail line: the check finds the violation, and that nothing enforced the policy', async () => {
  const [synth, check] = await withApp('bad(app);', async (app) => [await app.synth(), await app.check()]);
  expect(synth.status).toBe(0);
  expect(check.output).toContain(RULE);
  expect(check.output).toMatch(/guardrail/i);
  expect(check.status).toBe(1);
});

test('an attestation that an earlier synth left does not vouch for an app whose guardrail was removed', async () => {
  const { enforced, removed } = await withApp('good(app); guard(app);', async (app) => {
    await app.synth();
    const enforced = await app.check();
    app.rewrite('good(app);');
    await app.synth();
    expect(app.read('jichitai-guardrails.json')).toContain('"Good"');
    return { enforced, removed: await app.check() };
  });
  expect(enforced.status).toBe(0);
  expect(removed.output).toMatch(/guardrail/i);
  expect(removed.output).toContain('Good');
  expect(removed.output).not.toBe(enforced.output);
});

test('a guardrail on one stack only: the check names the others', async () => {
  const check = await withApp(
    "guard(good(app, 'Covered')); good(app, 'Open');",
    async (app): Promise<Run> => {
      await app.synth();
      return app.check();
    },
  );
  expect(check.output).toMatch(/Open[\s\S]*GuardrailCoversEveryStack/);
  expect(check.output.match(/GuardrailCoversEveryStack/g)).toHaveLength(1);
});

test('a synth into the same folder renews the attestation', async () => {
  const attested = await withApp("good(app, 'First'); guard(app);", async (app) => {
    const runs = [await app.synth()];
    app.rewrite("good(app, 'Second'); guard(app);");
    runs.push(await app.synth(), await app.synth());
    expect(runs.map(({ status }) => status)).toEqual([0, 0, 0]);
    return app.read('jichitai-guardrails.json');
  });
  expect(attested).toContain('"Second"');
  expect(attested).not.toContain('"First"');
});
