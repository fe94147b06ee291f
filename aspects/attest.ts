import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { type App, attachCustomSynthesis } from 'aws-cdk-lib';
import { ArtifactType } from 'aws-cdk-lib/cloud-assembly-schema';
import { Construct } from 'constructs';
import {
  type Attestation,
  type AttestedGuardrail,
  type AttestedStack,
  attestationFile,
  isAttestationFile,
  sha256,
} from '../lib/model/attestation';
import { type Deployment, isInside } from './deployment';

/** The templates that a guardrail on a scope covers, as an attestation states them. */
export function coverage({ templates, outdir }: Deployment, scope: string): readonly AttestedStack[] {
  return templates
    .filter(({ constructPath }) => isInside(constructPath, scope) || isInside(scope, constructPath))
    .map(({ constructPath, templatePath }) => ({
      constructPath,
      templateFile: relative(resolve(outdir), templatePath).split(sep).join('/'),
      sha256: sha256(readFileSync(templatePath)),
      whole: isInside(constructPath, scope),
    }));
}

/** Writes a new attestation. A file that is there already is left alone: CDK rejects plugins that change one. */
export function writeAttestation(
  { outdir }: Deployment,
  { name, version }: Attestation['tool'],
  guardrails: readonly AttestedGuardrail[],
): void {
  const attestation: Attestation = {
    format: 1,
    tool: { name, version },
    manifestSha256: sha256(readFileSync(join(outdir, 'manifest.json'))),
    guardrails,
  };
  let n = 1;
  while (existsSync(join(outdir, attestationFile(n)))) n++;
  writeFileSync(join(outdir, attestationFile(n)), `${JSON.stringify(attestation, undefined, 2)}\n`);
}

const MARK = 'JichitaiGuardrails';

/**
 * Leaves a mark in the manifest of the assembly, and clears the attestations of earlier synths while the
 * assembly is being written: without the mark, the old attestation of an app whose guardrail was removed
 * would still fit.
 */
export function markAssembly(app: App): void {
  if (app.node.tryFindChild(MARK) !== undefined) return;
  attachCustomSynthesis(new Construct(app, MARK), {
    onSynthesize({ assembly, outdir }) {
      for (const name of readdirSync(outdir).filter(isAttestationFile)) rmSync(join(outdir, name));
      assembly.addArtifact(MARK, {
        type: ArtifactType.NONE,
        metadata: { '/': [{ type: 'jichitai:guardrail', data: 'enforced at synth' }] },
      });
    },
  });
}
