import {
  CLOSED_HUB,
  hubRoute,
  hubTable,
  OVER_HUB,
  packetBetween,
  spoke,
  TAX_TO_OFFICE,
  template,
} from './pieces';
import type { Scenario } from './scenario';

const packet = packetBetween('Tax', 'Office');
const throughTable = (...inHub: string[]) =>
  OVER_HUB.flatMap((hop) => (hop === 'Hub' ? ['Hub', ...inHub] : [hop]));

/** The hub with an association that is made, so that routes of its own can be written. */
const joined = [
  CLOSED_HUB,
  spoke('Tax'),
  spoke('Office'),
  hubTable('Tax', ['Tax'], []),
  hubTable('Office', ['Office'], ['Tax']),
];

export const TRANSIT_TABLES: readonly Scenario[] = [
  {
    // A table for each zone, in which there is the zone alone.
    title: 'a route table of its own for each zone',
    templates: [
      template(
        CLOSED_HUB,
        spoke('Tax'),
        spoke('Office'),
        hubTable('Tax', ['Tax'], ['Tax']),
        hubTable('Office', ['Office'], ['Office']),
      ),
    ],
    ...TAX_TO_OFFICE,
    verdict: 'compliant',
    hops: [],
    packet,
  },
  {
    // A static route leads where nothing is propagated; the answer finds the propagated one.
    title: 'a static route to the other zone',
    templates: [template(...joined, hubRoute('Tax', '10.1.0.0/16', 'Office'))],
    ...TAX_TO_OFFICE,
    verdict: 'violation',
    hops: throughTable('TaxHubTable', 'TaxHubRoute'),
    packet,
  },
  {
    // The other zone's range is propagated into this zone's table.
    title: 'an explicit propagation into the other table',
    templates: [
      template(
        CLOSED_HUB,
        spoke('Tax'),
        spoke('Office'),
        hubTable('Tax', ['Tax'], ['Office']),
        hubTable('Office', ['Office'], ['Tax']),
      ),
    ],
    ...TAX_TO_OFFICE,
    verdict: 'violation',
    hops: throughTable('TaxHubTable', 'TaxHubTablePropagationOffice'),
    packet,
  },
  {
    // There is a way there and none back: no connection comes about.
    title: 'the transit gateway has a route there and none back',
    templates: [
      template(
        CLOSED_HUB,
        spoke('Tax'),
        spoke('Office'),
        hubTable('Tax', ['Tax'], ['Office']),
        hubTable('Office', ['Office'], ['Office']),
      ),
    ],
    ...TAX_TO_OFFICE,
    verdict: 'compliant',
    hops: [],
    packet,
  },
  {
    // Of two routes with the same destination the static one holds.
    title: 'a blackhole of the same range as what is propagated',
    templates: [
      template(
        CLOSED_HUB,
        spoke('Tax'),
        spoke('Office'),
        hubTable('Tax', ['Tax'], ['Office']),
        hubTable('Office', ['Office'], ['Tax']),
        hubRoute('Tax', '10.1.0.0/16'),
      ),
    ],
    ...TAX_TO_OFFICE,
    verdict: 'compliant',
    hops: [],
    packet,
  },
  {
    // 10.1.0.0/16 is more specific than the blackhole 10.0.0.0/8.
    title: 'a blackhole that is wider than what is propagated',
    templates: [
      template(
        CLOSED_HUB,
        spoke('Tax'),
        spoke('Office'),
        hubTable('Tax', ['Tax'], ['Office']),
        hubTable('Office', ['Office'], ['Tax']),
        hubRoute('Tax', '10.0.0.0/8'),
      ),
    ],
    ...TAX_TO_OFFICE,
    verdict: 'violation',
    hops: throughTable('TaxHubTable'),
    packet,
  },
  {
    // The subnet with the only host falls into the blackhole, the rest of the range does not matter.
    title: 'a blackhole for the subnet within the range that is propagated',
    templates: [
      template(
        CLOSED_HUB,
        spoke('Tax'),
        spoke('Office'),
        hubTable('Tax', ['Tax'], ['Office']),
        hubTable('Office', ['Office'], ['Tax']),
        hubRoute('Tax', '10.1.0.0/24'),
      ),
    ],
    ...TAX_TO_OFFICE,
    verdict: 'compliant',
    hops: [],
    packet,
  },
  {
    // Another subnet's range is shut, the host's is not.
    title: 'a blackhole beside the host',
    templates: [
      template(
        CLOSED_HUB,
        spoke('Tax'),
        spoke('Office'),
        hubTable('Tax', ['Tax'], ['Office']),
        hubTable('Office', ['Office'], ['Tax']),
        hubRoute('Tax', '10.1.9.0/24'),
      ),
    ],
    ...TAX_TO_OFFICE,
    verdict: 'violation',
    hops: throughTable('TaxHubTable'),
    packet,
  },
];
