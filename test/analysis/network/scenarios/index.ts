import { BEYOND } from './beyond';
import { FILTERS } from './filters';
import { INTERNET_PATHS } from './internet';
import { OPEN } from './open';
import { PEERINGS } from './peering';
import type { Scenario } from './scenario';
import { SERVICES } from './services';
import { TRANSIT_GATEWAY } from './transit-gateway';

export const SCENARIOS: readonly Scenario[] = [
  ...TRANSIT_GATEWAY,
  ...PEERINGS,
  ...INTERNET_PATHS,
  ...FILTERS,
  ...BEYOND,
  ...SERVICES,
  ...OPEN,
];
