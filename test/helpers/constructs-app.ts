import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, CfnResource, Stack } from 'aws-cdk-lib';
import { buildExample, CONSTRUCT_EXAMPLES } from '../../examples/constructs';
import { addCity } from '../../examples/three-zone/city';

// Each approved construct in each zone where it belongs, the three-zone example, and a stack that is wrong, in one app.

export const outdir = mkdtempSync(join(tmpdir(), 'constructs-'));
afterAll(() => rmSync(outdir, { recursive: true }));

export const ROWS = CONSTRUCT_EXAMPLES.flatMap((example) => example.zones.map((zone) => ({ example, zone })));

export const app = new App({
  outdir,
  builtinCloudFormationValidation: true,
  context: {
    // Without it CDK turns what it finds into warnings.
    '@aws-cdk/core:validateAgainstDefaultRules': true,
    '@aws-cdk/core:defaultCrossStackReferences': 'strong',
  },
});
export const used = new Map<string, Set<unknown>>();
ROWS.forEach(({ example, zone }, index) => {
  const stack = buildExample(app, `Example${index}`, example, zone);
  const types = used.get(example.construct) ?? new Set();
  for (const child of stack.node.findAll()) types.add(child.constructor);
  used.set(example.construct, types);
});
addCity(app);
// Something that is wrong, to see that the validation looks at all.
new CfnResource(new Stack(app, 'Wrong'), 'Bucket', {
  type: 'AWS::S3::Bucket',
  properties: { BucketEncryption: 5 },
});

interface Artifact {
  readonly type: string;
  readonly displayName?: string;
  readonly properties?: { readonly templateFile: string };
}

/** The stacks of the assembly by their ids. The synthesis throws, so the manifest is read as it was written. */
export function templates(): ReadonlyMap<string, string> {
  const manifest = JSON.parse(readFileSync(join(outdir, 'manifest.json'), 'utf8')) as {
    readonly artifacts: Readonly<Record<string, Artifact>>;
  };
  return new Map(
    Object.entries(manifest.artifacts)
      .filter(([, { type }]) => type === 'aws:cloudformation:stack')
      .map(([id, { properties }]) => [id, join(outdir, properties!.templateFile)]),
  );
}
