import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import type { Resource } from '../../model/resource';
import { own, type Template } from '../../model/template';
import type { Value } from '../../model/value';
import { anyAlternative, UNDETERMINED } from './alternatives';
import { sharesNetworkOutside } from './shares';
import type { ZoneSource } from './zones';

type Test = (resource: Resource, source: ZoneSource) => Claim;

const always: Test = () => Claim.HOLDS;

/** What can join a network of the deployment to one outside, and when it does (7.1(10)①). */
export const CONNECTIONS: Readonly<Record<string, Test>> = {
  'AWS::EC2::InternetGateway': always,
  'AWS::EC2::EgressOnlyInternetGateway': always,
  'AWS::EC2::CarrierGateway': always,
  // A gateway of the deployment is judged by itself.
  'AWS::EC2::VPCGatewayAttachment': (attachment) =>
    anyAlternative(attachment.get('InternetGatewayId'), (value) =>
      value.kind === 'absent' || value.kind === 'reference' ? Claim.BREAKS : Claim.HOLDS,
    ),
  // What is connected by a VPN is counted there; without one it is a dedicated line that comes in.
  'AWS::EC2::VPNGateway': (gateway) =>
    Claim.when(
      gateway.deployment
        .referrers(gateway, 'AWS::EC2::VPNConnection', 'VpnGatewayId')
        .reduce((so, { when }) => so.minus(when), gateway.exists),
    ),
  'AWS::EC2::VPNConnection': always,
  'AWS::EC2::ClientVpnEndpoint': always,
  'AWS::DirectConnect::Connection': always,
  'AWS::DirectConnect::PrivateVirtualInterface': always,
  'AWS::DirectConnect::PublicVirtualInterface': always,
  'AWS::DirectConnect::TransitVirtualInterface': always,
  'AWS::DirectConnect::DirectConnectGatewayAssociation': always,
  'AWS::EC2::VPCPeeringConnection': (peering, source) =>
    isOutside(peering.get('PeerVpcId'), peering.get('PeerOwnerId'), peering.template, source),
  'AWS::EC2::TransitGatewayPeeringAttachment': (peering, source) =>
    isOutside(peering.get('PeerTransitGatewayId'), peering.get('PeerAccountId'), peering.template, source),
  'AWS::EC2::TransitGatewayAttachment': (attachment, source) =>
    mayBeOutside(attachment.get('TransitGatewayId'), source),
  'AWS::EC2::TransitGatewayVpcAttachment': (attachment, source) =>
    mayBeOutside(attachment.get('TransitGatewayId'), source),
  'AWS::EC2::VPCEndpointService': always,
  // An endpoint of a service that somebody else provides; the services of AWS itself are no outside network.
  'AWS::EC2::VPCEndpoint': (endpoint) =>
    anyAlternative(endpoint.get('ServiceName'), (value) =>
      startOf(value).startsWith('com.amazonaws.vpce.') && !isOwnService(value) ? UNDETERMINED : Claim.BREAKS,
    ),
  'AWS::RAM::ResourceShare': sharesNetworkOutside,
};

/** Says that a resource joins a network of the deployment to one outside. */
export function leadsOutside(resource: Resource, source: ZoneSource): Claim {
  return (CONNECTIONS[resource.type] as Test)(resource, source);
}

/** A network of another account is outside, unless the profile knows it; whose one without an owner is cannot be told. */
function isOutside(peer: Field, owner: Field, template: Template, source: ZoneSource): Claim {
  const foreign = anyAlternative(owner, (value) =>
    isOtherAccount(value, template) ? Claim.HOLDS : UNDETERMINED,
  );
  return isNotKnownHere(peer, source).and(foreign);
}

/** Says that a field names no network of the deployment, nor one of which the profile knows the zone. */
function isNotKnownHere(field: Field, { profile }: ZoneSource): Claim {
  return anyAlternative(field, (value) => {
    if (value.kind === 'reference' || value.kind === 'absent') return Claim.BREAKS;
    const fact = value.kind === 'known' ? own(profile.facts.zoneOf, String(value.value)) : undefined;
    return typeof fact === 'string' ? Claim.BREAKS : Claim.HOLDS;
  });
}

/** Whose it is cannot be told from an id. */
function mayBeOutside(field: Field, source: ZoneSource): Claim {
  return isNotKnownHere(field, source).and(UNDETERMINED);
}

/** An account that is written out is another one, unless the stack is known to be in it. */
function isOtherAccount(value: Value, { stack }: Template): boolean {
  return (
    value.kind === 'known' && /^\d{12}$/.test(String(value.value)) && String(value.value) !== stack.account
  );
}

function startOf(value: Value): string {
  if (value.kind === 'known') return String(value.value);
  const [first] = value.kind === 'text' ? value.parts : [];
  return typeof first === 'string' ? first : '';
}

function isOwnService(value: Value): boolean {
  return (
    value.kind === 'text' &&
    value.parts.some(
      (part) =>
        typeof part !== 'string' && part.kind === 'reference' && /EndpointService$/.test(part.resource.type),
    )
  );
}
