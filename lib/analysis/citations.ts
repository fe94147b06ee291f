import type { Resource } from '../model/resource';
import { own } from '../model/template';

/**
 * The applications for exceptions that a resource says it stands under, in its own metadata or its template's:
 * `Metadata: { Jichitai: { Exception: R8-012 } }`, or a list of them.
 */
export function citationsOf({ metadata, template }: Resource): readonly string[] {
  const [own_, around] = [citationsIn(metadata), citationsIn(template.raw['Metadata'])];
  return around.length === 0 ? own_ : [...own_, ...around];
}

/** The applications that a block of metadata cites. */
export function citationsIn(metadata: unknown): readonly string[] {
  const cited = own(own(metadata, 'Jichitai'), 'Exception');
  if (typeof cited === 'string') return [cited];
  return Array.isArray(cited) ? cited.filter((item) => typeof item === 'string') : NONE;
}

const NONE: readonly never[] = [];

/** Rules that metadata of a resource would suppress in the manner of cdk-nag, by the ids that it gives. */
export function suppressionsOf({ metadata }: Resource): readonly string[] {
  const listed = own(own(metadata, 'cdk_nag'), 'rules_to_suppress');
  if (!Array.isArray(listed)) return NONE;
  return listed.map((item) => own(item, 'id')).filter((id) => typeof id === 'string');
}

/** The rule that an acknowledgement or a suppression means: its id without namespace, pack and finding. */
export function ruleMeant(id: string): string {
  return id
    .replace(/^.*::/, '')
    .replace(/^JichitaiChecks-/, '')
    .replace(/\[.*$/s, '');
}
