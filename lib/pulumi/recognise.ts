import { isRecord, own } from '../model/template';

/** Whether data are what `pulumi preview --json` or `pulumi stack export` writes. */
export function looksLikePulumi(data: unknown): boolean {
  return previewSteps(data) !== undefined || stateResources(data) !== undefined;
}

/** The steps of a preview. */
export function previewSteps(data: unknown): readonly unknown[] | undefined {
  const steps = own(data, 'steps');
  const isPreview = Array.isArray(steps) && steps.every((step) => typeof own(step, 'urn') === 'string');
  return isPreview && (steps.length > 0 || own(data, 'changeSummary') !== undefined) ? steps : undefined;
}

/** The resources of an exported state. */
export function stateResources(data: unknown): readonly unknown[] | undefined {
  const deployment = own(data, 'deployment');
  const resources = own(deployment, 'resources');
  if (typeof own(data, 'version') !== 'number' || !isRecord(deployment)) return undefined;
  return Array.isArray(resources) ? resources : own(deployment, 'manifest') === undefined ? undefined : [];
}
