import type { Deployment } from '../../../model/deployment';
import type { Facts } from '../../../policy/profile';
import { PrefixLists } from './prefix-lists';
import { readAcls, readGroups } from './read-filters';
import { readGateways } from './read-gateways';
import { readInterfaces } from './read-interfaces';
import { readRoutes } from './read-routes';
import { readVpcs } from './read-vpcs';
import type { Records } from './records';

/** Reads all that templates say of networks. */
export function readRecords(deployment: Deployment, facts: Pick<Facts, 'prefixLists'>): Records {
  const records: Records = {
    vpcs: [],
    vpcRanges: [],
    subnets: [],
    subnetRanges: [],
    tables: [],
    tableOf: [],
    routes: [],
    attachedGateways: [],
    gateways: [],
    peerings: [],
    hubs: [],
    attachments: [],
    hubTables: [],
    associations: [],
    propagations: [],
    hubRoutes: [],
    aclOf: [],
    acls: [],
    aclEntries: [],
    groups: [],
    groupRules: [],
    interfaces: [],
  };
  const lists = new PrefixLists(facts);
  readVpcs(deployment, records);
  readRoutes(deployment, lists, records);
  readGateways(deployment, records);
  readAcls(deployment, records);
  readGroups(deployment, lists, records);
  readInterfaces(deployment, records);
  return records;
}
