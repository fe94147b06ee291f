import { Marks } from '../../../../lib/analysis/marks';
import { type Side as Asked, betweenZones } from '../../../../lib/analysis/network/reach/zone-question';
import { networkOf, reachabilityOf } from '../../../../lib/analysis/network/reachability';
import { assess } from '../../../../lib/assess';
import { parseV4, parseV6 } from '../../../../lib/model/cidr';
import { describeGuard } from '../../../../lib/model/describe-guard';
import { MIYAZAKI } from '../../../../lib/policy/profile';
import { RULES } from '../../../../lib/rules';
import { deploymentOf, TEST_DAY } from '../../../helpers/inline';
import { SCENARIOS } from './index';
import type { Scenario, Side } from './scenario';

/** Paths that no route describes: rules about the services tell them, at one of the resources on the way. */
const MANAGED =
  /^(PrivateLink|an (interface )?endpoint of|VPC Lattice|a function (outside|URL)|a public API|a distribution with)/;
const isManaged = ({ title }: Scenario) => MANAGED.test(title);

const VERDICTS = { certainly: 'violation', perhaps: 'undetermined', never: 'compliant' } as const;
const side = (asked: Side): Asked => (asked === 'internet-itself' ? 'open-internet' : asked);

function setUp({ templates, facts }: Scenario) {
  const deployment = deploymentOf(...templates);
  const profile = { ...MIYAZAKI, facts: { ...MIYAZAKI.facts, ...facts } };
  return { deployment, profile, marks: new Marks(profile.facts) };
}

/** Says whether some ids come in this order among others. */
function inOrder(ids: readonly string[], all: readonly string[]): boolean {
  let from = 0;
  return ids.every((id) => {
    const index = all.indexOf(id, from);
    from = index + 1;
    return index >= 0;
  });
}

const table = (list: readonly Scenario[]) => list.map((scenario) => [scenario.title, scenario] as const);

describe('the analysis answers', () => {
  test.each(table(SCENARIOS.filter((scenario) => !isManaged(scenario))))('%s', (_title, scenario) => {
    const { deployment, profile, marks } = setUp(scenario);
    const network = networkOf({ deployment, profile });
    const answer = betweenZones(
      { network, marks, facts: profile.facts },
      side(scenario.from),
      side(scenario.to),
    );
    const hops = answer.hops.map(({ resource, key }) => resource?.logicalId ?? key);
    expect({ verdict: VERDICTS[answer.passes], hops }).toEqual({
      verdict: scenario.verdict,
      hops: expect.anything(),
    });
    expect({ hops, inOrder: inOrder(scenario.hops, hops) }).toEqual({ hops, inOrder: true });
    if (scenario.condition !== undefined) {
      expect(describeGuard(answer.when ?? network.worlds[0]!.guard)?.en).toContain(scenario.condition);
    }
  });

  test.each(
    table(SCENARIOS.filter(({ packet, verdict }) => packet !== undefined && verdict !== 'undetermined')),
  )('with a packet: %s', (_title, scenario) => {
    const { deployment, profile } = setUp(scenario);
    const { from, to, source, destination, port = 443 } = scenario.packet!;
    const end = (name: string) =>
      name === 'internet' ? name : deployment.resources.find(({ logicalId }) => logicalId === name)!;
    const address = (text: string) => (text.includes(':') ? parseV6(text) : parseV4(text))!;
    const { possible } = reachabilityOf({ deployment, profile }).flows(end(from), end(to));
    // Any port that a client may send from.
    const has = (sourcePort: number) =>
      possible.has({
        family: source.includes(':') ? 6 : 4,
        source: address(source),
        destination: address(destination),
        protocol: 6,
        sourcePort,
        destinationPort: port,
      });
    expect([1024, 32768, 40000, 50000, 65535].some(has)).toBe(scenario.verdict === 'violation');
  });
});

describe('rules about services tell', () => {
  test.each(table(SCENARIOS.filter(isManaged)))('%s', (_title, scenario) => {
    const { deployment, profile } = setUp(scenario);
    const rules = RULES.filter(({ clauses }) => clauses.includes('4(1)①'));
    const { findings } = assess({ deployment, profile, rules, today: TEST_DAY });
    const told = findings.filter(
      ({ resource, verdict }) =>
        (scenario.hops.length === 0 || scenario.hops.includes(resource.logicalId ?? '')) &&
        // Of what somebody else provides a rule asks for evidence.
        (verdict === scenario.verdict || (verdict === 'evidence' && scenario.verdict === 'undetermined')),
    );
    const all = findings.map(({ rule, verdict, resource }) => `${rule} ${verdict} ${resource.logicalId}`);
    expect({ all, told: told.length > 0 }).toEqual({ all, told: scenario.verdict !== 'compliant' });
  });
});
