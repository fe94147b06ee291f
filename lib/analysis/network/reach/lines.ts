import type { Deployment } from '../../../model/deployment';
import type { Resource } from '../../../model/resource';
import { own } from '../../../model/template';
import type { Facts } from '../../../policy/profile';
import type { ZoneName } from '../../../policy/zones';
import { type Key, keyOf, keyOfResource } from './values';
import type { View } from './view';
import type { Hop } from './ways';

/** A line to a network outside: a virtual private gateway, or a VPN that is attached to a transit gateway. */
export interface Line {
  readonly key: Key;
  /** The connections that it consists of. */
  readonly hops: readonly Hop[];
  /** The zone of the other end, where the profile knows it. */
  readonly zone: ZoneName | undefined;
}

/** Where connections name a line of theirs, and its other end. */
const CONNECTIONS = [
  ['AWS::EC2::VPNConnection', 'VpnGatewayId', 'CustomerGatewayId'],
  ['AWS::DirectConnect::DirectConnectGatewayAssociation', 'AssociatedGatewayId', 'DirectConnectGatewayId'],
] as const;

/** All lines of a view. */
export function linesIn(view: View, facts: Pick<Facts, 'zoneOf'>): readonly Line[] {
  const gateways = view.gateways.all.filter(({ kind }) => kind === 'private');
  const attachments = view.attachments.all.filter(({ kind }) => kind === 'line');
  return [
    ...gateways.flatMap(({ key, resource }) =>
      resource === undefined ? [] : [ofGateway(key, resource, facts)],
    ),
    ...attachments.map(({ key, resource }) => ({
      key,
      hops: [],
      zone: zoneAt(resource, 'CustomerGatewayId', facts),
    })),
  ];
}

function ofGateway(key: Key, gateway: Resource, facts: Pick<Facts, 'zoneOf'>): Line {
  const connections = CONNECTIONS.flatMap(([type, path, far]) =>
    referring(gateway.deployment, gateway, type, path).map((resource) => ({ resource, far })),
  );
  const zones = connections.map(({ resource, far }) => zoneAt(resource, far, facts));
  const hops = connections.flatMap(({ resource, far }): Hop[] => [
    { key: keyOfResource(resource), resource },
    ...resource
      .get(far)
      .references()
      .map(({ value }) => ({ key: keyOfResource(value.resource), resource: value.resource })),
  ]);
  // Of several ends each may be in a zone of its own.
  return { key, hops, zone: new Set(zones).size === 1 ? zones[0] : undefined };
}

function referring(
  deployment: Deployment,
  gateway: Resource,
  type: string,
  path: string,
): readonly Resource[] {
  return deployment.referrers(gateway, type, path).map(({ resource }) => resource);
}

function zoneAt(
  connection: Resource | undefined,
  property: string,
  { zoneOf }: Pick<Facts, 'zoneOf'>,
): ZoneName | undefined {
  const [only, second] = connection?.get(property).alternatives ?? [];
  const key = only === undefined || second !== undefined ? undefined : keyOf(only.value);
  return key === undefined ? undefined : (own(zoneOf, key) as ZoneName | undefined);
}
