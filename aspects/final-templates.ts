import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { App, type CfnResource, Stack, Stage } from 'aws-cdk-lib';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';

/**
 * Constructs as they will be deployed. A resource whose template has property overrides is read back from
 * that template: the overrides show there, and not in the construct that they were put on.
 */
export class FinalTemplates {
  private readonly overridden: ReadonlySet<Stack>;
  private readonly templates = new Map<Stack, CfnInclude | undefined>();

  constructor(resources: readonly CfnResource[]) {
    this.overridden = new Set(resources.filter(hasOverrides).map(({ stack }) => stack));
  }

  /** The resource to judge; undefined where the finished one cannot be read back. */
  public asDeployed(node: CfnResource): CfnResource | undefined {
    const { stack } = node;
    if (!this.overridden.has(stack)) return node;
    if (!this.templates.has(stack)) this.templates.set(stack, readBack(stack));
    try {
      return this.templates.get(stack)?.getResource(stack.resolve(node.logicalId));
    } catch {
      return undefined;
    }
  }
}

function hasOverrides(node: CfnResource): boolean {
  const { rawOverrides } = node as unknown as { rawOverrides?: { Properties?: object } };
  return Object.keys(rawOverrides?.Properties ?? {}).length > 0;
}

/** Undefined for what CDK can write but not read: loops, macros that change the shape, cycles. */
function readBack(stack: Stack): CfnInclude | undefined {
  const outdir = mkdtempSync(join(tmpdir(), 'jichitai-'));
  try {
    // An app of its own, that must not synthesize: under the cdk command it would write into the real assembly.
    const scratch = new Stack(new App({ autoSynth: false, outdir }), 'Deployed');
    const templateFile = resolve(Stage.of(stack)?.outdir ?? '.', stack.templateFile);
    return new CfnInclude(scratch, 'Template', { templateFile, allowCyclicalReferences: true });
  } catch {
    return undefined;
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
