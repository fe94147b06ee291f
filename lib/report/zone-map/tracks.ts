import { type MapGraph, type MapWay, resourceKey } from '../../analysis/zone-map/graph';
import type { Finding, Verdict } from '../../finding';

export type Mark = 'violation' | 'undetermined';

/** Findings by the resource that they are about, worst first. */
export type Marks = ReadonlyMap<string, { readonly verdict: Mark; readonly rank: number }>;

/** A way of the map as a report shows it. */
export interface Track {
  /** Its place in the page. */
  readonly id: string;
  readonly number: number;
  readonly way: MapWay;
  readonly state: TrackState;
  /** The finding that tells of it, by its rank. @default - none does */
  readonly rank?: number;
}

export type TrackState = Exclude<Verdict, 'evidence'> | 'permitted';

/** The rule that tells of forbidden ways. */
const RULE = 'ZonesAreApart';
/** Ways that are permitted are an overview; this many are listed. */
export const MOST_PERMITTED = 20;

/** The ways of a map, with the findings about them. */
export function tracksOf({ ways }: MapGraph, findings: readonly Finding[]): readonly Track[] {
  const about = new Map<string, { readonly rank: number; readonly verdict: Verdict }>();
  for (const [rank, { rule, resource, verdict }] of findings.entries()) {
    if (rule !== RULE || resource.logicalId === undefined) continue;
    const key = resourceKey(resource.template, resource.logicalId);
    if (!about.has(key)) about.set(key, { rank, verdict });
  }
  return ways.map((way, index) => {
    const common = { id: `w-${index + 1}`, number: index + 1, way };
    if (way.kind === 'permitted') return { ...common, state: 'permitted' };
    const finding = about.get(way.place ?? '');
    return finding === undefined || finding.verdict === 'evidence'
      ? { ...common, state: 'violation' }
      : { ...common, state: finding.verdict, rank: finding.rank };
  });
}

export function marksOf(findings: readonly Finding[]): Marks {
  const marks = new Map<string, { verdict: Mark; rank: number }>();
  for (const [rank, { verdict, resource, clauses }] of findings.entries()) {
    if (verdict !== 'violation' && verdict !== 'undetermined') continue;
    if (resource.logicalId === undefined || !clauses.some(isAboutZones)) continue;
    const key = resourceKey(resource.template, resource.logicalId);
    const known = marks.get(key);
    if (known === undefined || (known.verdict === 'undetermined' && verdict === 'violation'))
      marks.set(key, { verdict, rank });
  }
  return marks;
}

/** The clauses of zones and connections; other findings are no matter of this picture. */
function isAboutZones(clause: string): boolean {
  return /^(4|5\.3|7\.1\((8|9|10)\)|7\.5\((1|7)\))/.test(clause);
}

/** The gravest mark of some resources. */
export function worst(resources: ReadonlySet<string>, marks: Marks) {
  let found: { readonly verdict: Mark; readonly rank: number } | undefined;
  for (const key of resources) {
    const mark = marks.get(key);
    if (
      mark !== undefined &&
      (found === undefined || (found.verdict !== 'violation' && mark.verdict === 'violation'))
    )
      found = mark;
  }
  return found;
}
