import type { MapGraph } from '../../analysis/zone-map/graph';
import { dayInJapan } from '../../policy/calendar';
import { inspect } from '../inspection';
import type { ReportInput } from '../report';
import { layOut } from '../zone-map/layout';
import { MAP_SCRIPT } from '../zone-map/script';
import { linksToMap, mapSection } from '../zone-map/section';
import { MAP_STYLE } from '../zone-map/style';
import { mapPicture } from '../zone-map/svg';
import { marksOf, tracksOf } from '../zone-map/tracks';
import { clausesSection } from './clauses';
import { anchorOf } from './findings';
import { htmlPage, type PageOptions } from './page';

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
): Promise<PageOptions['map']> {
  if (graph.boxes.length === 0) return undefined;
  const tracks = tracksOf(graph, findings);
  const picture = mapPicture(graph, await layOut(graph), tracks, marksOf(findings));
  return {
    section: mapSection(picture, graph, tracks),
    links: linksToMap(tracks),
    style: MAP_STYLE,
    script: MAP_SCRIPT,
  };
}
