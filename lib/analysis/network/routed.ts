import type { Guard } from '../../model/guard';
import type { Resource } from '../../model/resource';
import type { Addresses } from './reach/address-sets';
import type { NetworkSource } from './reachability';

/** The addresses to which a VPC has any route at all, under some choice; the local ones among them. */
export interface Routed {
  readonly when: Guard;
  readonly addresses: Addresses;
}

const MEMO = new WeakMap<Resource, readonly Routed[]>();

/** Where traffic of a VPC of the deployment can go. Empty for one of which no subnet is in the templates. */
export function routedFrom(vpc: Resource, source: NetworkSource): readonly Routed[] {
  let routed = MEMO.get(vpc);
  if (routed === undefined) {
    routed = find(vpc, source);
    MEMO.set(vpc, routed);
  }
  return routed;
}

/** The code that follows routes, which a deployment without a VPC does not need. */
function loadCode() {
  const { networkOf } = require('./reachability') as typeof import('./reachability');
  const { keyOfResource } = require('./reach/values') as typeof import('./reach/values');
  const { union } = require('./reach/intervals') as typeof import('./reach/intervals');
  return { networkOf, keyOfResource, union };
}

/** Loaded once: to look each time where the code is takes longer than to run it. */
let code: ReturnType<typeof loadCode> | undefined;

function find(vpc: Resource, source: NetworkSource): readonly Routed[] {
  code ??= loadCode();
  const { networkOf, keyOfResource, union } = code;
  const network = networkOf(source);
  const key = keyOfResource(vpc);
  // With more choices than can be looked at there may always be another route.
  if (network.areSome) return [];
  return network.worlds.flatMap((world) => {
    const { view, router } = world.flows('possible');
    const subnets = view.subnetsOf(key);
    if (subnets.length === 0) return [];
    const ways = subnets.flatMap((subnet) => router.fromSubnet(subnet));
    const [v4, v6] = ([4, 6] as const).map((family) =>
      ways
        .filter((way) => way.family === family)
        .reduce((so, way) => union(so, way.addresses), view.addressesOfVpc(key, family)),
    ) as [Addresses[4], Addresses[6]];
    return [{ when: world.guard, addresses: { 4: v4, 6: v6 } }];
  });
}
