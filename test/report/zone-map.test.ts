import { networkTemplates, STATED } from '../../bench/network-topology';
import { Marks } from '../../lib/analysis/marks';
import { drawMap } from '../../lib/analysis/zone-map/draw';
import type { MapGraph } from '../../lib/analysis/zone-map/graph';
import { assess } from '../../lib/assess';
import type { Finding } from '../../lib/finding';
import { MIYAZAKI } from '../../lib/policy/profile';
import { layOut } from '../../lib/report/zone-map/layout';
import { tracksOf } from '../../lib/report/zone-map/tracks';
import { ZonesAreApart } from '../../lib/rules/network/ZonesAreApart';
import { hub, spoke, template } from '../analysis/network/scenarios/pieces';
import { deploymentOf, type TemplateBody } from '../helpers/inline';

function mapOf(...templates: readonly TemplateBody[]) {
  const deployment = deploymentOf(...templates);
  const { findings } = assess({ deployment, rules: [ZonesAreApart], profile: MIYAZAKI, today: '2026-11-24' });
  return { findings, graph: drawMap({ deployment, profile: MIYAZAKI, marks: new Marks(MIYAZAKI.facts) }) };
}

const OVER_HUB = mapOf(template(hub(), spoke('Tax'), spoke('Office')));

describe('the track of a way', () => {
  test('leads to the finding about it, each to its own', () => {
    const { graph, findings } = OVER_HUB;
    const tracks = tracksOf(graph, findings);
    expect(tracks.map(({ id, state }) => [id, state])).toEqual([
      ['w-1', 'violation'],
      ['w-2', 'violation'],
    ]);
    for (const { rank, way } of tracks) {
      const finding = findings[rank!]!;
      expect(way.place).toContain(finding.resource.logicalId);
      expect(finding.message.en).toContain(way.packet.en);
    }
  });
  test('has the verdict of the finding: what is excepted is shown as that', () => {
    const { graph, findings } = OVER_HUB;
    const excepted = findings.map((finding): Finding => ({ ...finding, verdict: 'excepted' }));
    expect(tracksOf(graph, excepted).map(({ state }) => state)).toEqual(['excepted', 'excepted']);
  });
  test('is no less a violation where the rule that tells of it was not asked', () => {
    const [track] = tracksOf(OVER_HUB.graph, []);
    expect(track).toMatchObject({ state: 'violation' });
    expect(track?.rank).toBeUndefined();
  });
});

describe('the layout', () => {
  const fits = async (graph: MapGraph) => {
    const { boxes, lines, width, height } = await layOut(graph);
    const faults: string[] = [];
    for (const { id, within } of graph.boxes) {
      const at = boxes.get(id)!;
      const outer = within === undefined ? { x: 0, y: 0, width, height } : boxes.get(within)!;
      if (
        at.x < outer.x ||
        at.y < outer.y ||
        at.x + at.width > outer.x + outer.width + 0.1 ||
        at.y + at.height > outer.y + outer.height + 0.1
      )
        faults.push(`${id} stands out of ${within}`);
      for (const other of graph.boxes) {
        const far = boxes.get(other.id)!;
        if (other.id <= id || other.within !== within) continue;
        const isApart =
          at.x + at.width <= far.x ||
          far.x + far.width <= at.x ||
          at.y + at.height <= far.y ||
          far.y + far.height <= at.y;
        if (!isApart) faults.push(`${id} and ${other.id} overlap`);
      }
    }
    for (const { id } of graph.lines) if ((lines.get(id)?.length ?? 0) < 2) faults.push(`${id} has no way`);
    return { faults, width };
  };
  test('puts each box into its own, and none upon another', async () => {
    expect((await fits(OVER_HUB.graph)).faults).toEqual([]);
  });
  test('of 50 VPCs is no wider than a screen', async () => {
    const { faults, width } = await fits(mapOf(...networkTemplates({ ...STATED, leak: true })).graph);
    expect(faults).toEqual([]);
    expect(width).toBeLessThan(1280);
  });
  test('is the same each time', async () => {
    expect(await layOut(OVER_HUB.graph)).toEqual(await layOut(OVER_HUB.graph));
  });
});
