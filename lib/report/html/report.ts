import { dayInJapan } from '../../policy/calendar';
import { inspect } from '../inspection';
import type { Checked, ReportInput } from '../report';
import { drawMap } from '../zone-map/draw';
import { layOut } from '../zone-map/layout';
import { mapPicture, mapSection } from '../zone-map/svg';
import { clausesSection } from './clauses';
import { anchorOf } from './findings';
import type { Markup } from './markup';
import { htmlPage } from './page';

/** The assessment as one self-contained page. */
export async function htmlReport({
  assessment,
  language,
  rules,
  now,
  checked,
}: ReportInput): Promise<string> {
  const anchors = new Map(assessment.findings.map((finding, rank) => [finding, anchorOf(rank)]));
  return htmlPage(assessment, {
    language,
    day: dayInJapan(now),
    map: checked === undefined ? undefined : await zoneMap(checked, assessment.findings),
    clauses: clausesSection(inspect(assessment, rules), anchors),
  });
}

async function zoneMap(
  checked: Checked,
  findings: ReportInput['assessment']['findings'],
): Promise<Markup | undefined> {
  const graph = drawMap(checked);
  if (graph.boxes.length === 0) return undefined;
  return mapSection(mapPicture(graph, await layOut(graph), findings), false);
}
