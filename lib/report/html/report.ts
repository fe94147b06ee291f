import type { MapGraph } from '../../analysis/zone-map/graph';
import { dayInJapan } from '../../policy/calendar';
import { inspect } from '../inspection';
import type { ReportInput } from '../report';
import { layOut } from '../zone-map/layout';
import { mapPicture, mapSection } from '../zone-map/svg';
import { clausesSection } from './clauses';
import { anchorOf } from './findings';
import type { Markup } from './markup';
import { htmlPage } from './page';

/** The assessment as one self-contained page. */
export async function htmlReport({ assessment, language, rules, now, map }: ReportInput): Promise<string> {
  const anchors = new Map(assessment.findings.map((finding, rank) => [finding, anchorOf(rank)]));
  return htmlPage(assessment, {
    language,
    day: dayInJapan(now),
    map: map === undefined ? undefined : await zoneMap(map(), assessment.findings),
    clauses: clausesSection(inspect(assessment, rules), anchors),
  });
}

async function zoneMap(
  graph: MapGraph,
  findings: ReportInput['assessment']['findings'],
): Promise<Markup | undefined> {
  if (graph.boxes.length === 0) return undefined;
  return mapSection(mapPicture(graph, await layOut(graph), findings));
}
