import { ACLS } from './acls';
import { BEYOND } from './beyond';
import { GROUPS } from './groups';
import { INSPECTION } from './inspection';
import { INTERNET_PATHS } from './internet';
import { NAT } from './nat';
import { OPEN } from './open';
import { PEERINGS } from './peering';
import type { Scenario } from './scenario';
import { SERVERLESS } from './serverless';
import { SERVICES } from './services';
import { TRANSIT_FAR } from './transit-far';
import { TRANSIT_GATEWAY } from './transit-gateway';
import { TRANSIT_TABLES } from './transit-tables';
import { VALUES } from './values';

export const SCENARIOS: readonly Scenario[] = [
  ...TRANSIT_GATEWAY,
  ...TRANSIT_TABLES,
  ...TRANSIT_FAR,
  ...PEERINGS,
  ...INTERNET_PATHS,
  ...NAT,
  ...GROUPS,
  ...ACLS,
  ...BEYOND,
  ...SERVICES,
  ...INSPECTION,
  ...SERVERLESS,
  ...OPEN,
  ...VALUES,
];
