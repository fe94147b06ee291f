import { Marks } from '../../../../lib/analysis/marks';
import { type Packet, reachabilityOf } from '../../../../lib/analysis/network/reachability';
import { MIYAZAKI } from '../../../../lib/policy/profile';
import { deploymentOf } from '../../../helpers/inline';
import { addressOf, familyOf } from '../naive-addresses';
import { SCENARIOS } from './index';

/** The client's port of each packet: one that every rule of the scenarios that lets answers through lets through. */
const CLIENT_PORT = 40000;

const WITH_PACKET = SCENARIOS.flatMap((scenario) =>
  scenario.packet === undefined ? [] : [[scenario.title, scenario, scenario.packet] as const],
);

describe('the packet of each scenario', () => {
  test.each(WITH_PACKET)('%s', (_title, { templates, verdict, facts, condition }, packet) => {
    const profile = { ...MIYAZAKI, facts: { ...MIYAZAKI.facts, ...facts } };
    const deployment = deploymentOf(...templates);
    const reachability = reachabilityOf({ deployment, profile, marks: new Marks(profile.facts) });
    const end = (id: string) =>
      id === 'internet' ? id : deployment.resources.find(({ logicalId }) => logicalId === id)!;
    const concrete: Packet = {
      family: familyOf(packet.source),
      source: addressOf(packet.source),
      destination: addressOf(packet.destination),
      protocol: 6,
      sourcePort: CLIENT_PORT,
      destinationPort: packet.port ?? 443,
    };
    const { certain, possible } = reachability.flows(end(packet.from), end(packet.to));
    expect({ certain: certain.has(concrete), possible: possible.has(concrete) }).toEqual({
      certain: verdict === 'violation' && condition === undefined,
      possible: verdict !== 'compliant',
    });
  });
});
