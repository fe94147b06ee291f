import { Marks } from '../../../../lib/analysis/marks';
import { MIYAZAKI } from '../../../../lib/policy/profile';
import { ZONES } from '../../../../lib/policy/zones';
import { deploymentOf } from '../../../helpers/inline';
import { SCENARIOS } from './index';
import type { Side } from './scenario';

const TABLE = SCENARIOS.map((scenario) => [scenario.title, scenario] as const);

describe('the scenarios of reachability', () => {
  test('are many, with every outcome, under different titles', () => {
    const outcomes = (wanted: string) => SCENARIOS.filter(({ verdict }) => verdict === wanted).length;
    expect(SCENARIOS.length).toBeGreaterThanOrEqual(45);
    expect(outcomes('violation')).toBeGreaterThanOrEqual(20);
    expect(outcomes('compliant')).toBeGreaterThanOrEqual(20);
    expect(outcomes('undetermined')).toBeGreaterThanOrEqual(8);
    expect(new Set(SCENARIOS.map(({ title }) => title)).size).toBe(SCENARIOS.length);
    expect(Math.max(...SCENARIOS.map(({ templates }) => templates.length))).toBe(3);
  });

  describe.each(TABLE)('%s', (_title, { templates, verdict, hops, from, to, packet, facts }) => {
    const deployment = deploymentOf(...templates);
    const ids = deployment.resources.map(({ logicalId }) => logicalId);

    test('has a witness exactly where there is something to see', () => {
      expect(hops.length > 0).toBe(verdict !== 'compliant');
    });
    test('names resources that there are, each once', () => {
      expect(ids).toEqual(expect.arrayContaining([...hops]));
      expect(new Set(ids).size).toBe(ids.length);
      expect(new Set(hops).size).toBe(hops.length);
      for (const end of [packet?.from, packet?.to])
        if (end !== undefined && end !== 'internet') expect(ids).toContain(end);
    });
    test('refers to nothing that is missing, but for what is meant to be', () => {
      const text = JSON.stringify(templates);
      const parameters = templates.flatMap(({ Parameters }) => Object.keys(Parameters ?? {}));
      const refs = [...text.matchAll(/\{"Ref":"([^"]+)"\}/g)].map((match) => match[1] as string);
      expect(
        refs.filter((id) => !id.startsWith('AWS::') && !parameters.includes(id) && !ids.includes(id)),
      ).toEqual([]);
    });
    test('has resources in the zones that it is about', () => {
      const marks = new Marks({ ...MIYAZAKI.facts, ...facts });
      const zones = new Set(
        deployment.resources.flatMap((resource) => marks.of(resource, 'zone').map(({ value }) => value)),
      );
      const isZone = (side: Side) => (ZONES as readonly string[]).includes(side);
      // What is beyond may be of the zone by a fact, or by nothing that is known.
      const isKnown = (side: Side) => !isZone(side) || zones.has(side);
      expect([isKnown(from), isKnown(to)]).toContain(true);
      if (verdict === 'violation' && facts === undefined) expect(isKnown(from) && isKnown(to)).toBe(true);
    });
  });
});
