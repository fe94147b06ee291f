import type { Finding } from '../assess';
import { placeOf } from '../creation-stack';
import type { ReportInput } from './report';

/** Where a reader is to look: a file and, as far as they are known, line and column in it, from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** In the app's source where CDK recorded it, else in the template. */
export function bestPlace(finding: Finding, { placeOf: sourcePlace }: Pick<ReportInput, 'placeOf'>): Place {
  return sourcePlace?.(finding) ?? templatePlace(finding);
}

export function templatePlace({ resource: { template }, line }: Finding): Place {
  return line === undefined ? { file: template } : { file: template, line };
}

/** The resource of a finding as its people call it. */
export function subjectOf({ resource }: Finding): string {
  return resource.constructPath ?? resource.logicalId ?? resource.stack ?? resource.template;
}

/**
 * Looks places up in the metadata that CDK writes beside its templates.
 *
 * @param metadataOf the entries of a template's metadata file, by construct path; undefined where there is none
 */
export function placesFrom(
  metadataOf: (template: string) => Readonly<Record<string, unknown>> | undefined,
): NonNullable<ReportInput['placeOf']> {
  return ({ resource: { template, constructPath } }) => {
    if (constructPath === undefined) return undefined;
    const metadata = metadataOf(template);
    const key = `/${constructPath}`;
    const entries = metadata !== undefined && Object.hasOwn(metadata, key) ? metadata[key] : undefined;
    if (!Array.isArray(entries)) return undefined;
    const recorded = (entries as { type?: unknown; data?: unknown }[]).find(
      (entry) => entry?.type === 'aws:cdk:creationStack',
    );
    return placeOf(recorded?.data);
  };
}
