import { Claim } from '../../model/claim';
import type { Referrer } from '../../model/deployment';
import type { Field } from '../../model/field';
import { type Guard, NEVER } from '../../model/guard';
import { equals } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { identityOf, type Value } from '../../model/value';
import { bare, UNDETERMINED } from './alternatives';

/** Two types that make the same thing. */
export const ATTACHMENT_TYPES = [
  'AWS::EC2::TransitGatewayAttachment',
  'AWS::EC2::TransitGatewayVpcAttachment',
] as const;

/** VPCs' attachments to a transit gateway of the deployment. */
export function attachmentsOf(gateway: Resource): readonly Referrer[] {
  return ATTACHMENT_TYPES.flatMap((type) => gateway.deployment.referrers(gateway, type, 'TransitGatewayId'));
}

/** Whether a default of the gateway is on. Absent means on. */
export function defaultIsOn(
  gateway: Resource,
  name: 'DefaultRouteTableAssociation' | 'DefaultRouteTablePropagation',
): Claim {
  return gateway.get(name).orDefault('enable').must(equals('enable'));
}

/** Says that what comes from one attachment has a route to another one of the same gateway. */
export function reaches(gateway: Resource, from: Resource, to: Resource): Claim {
  const { deployment } = gateway;
  const tables = deployment.referrers(
    from,
    'AWS::EC2::TransitGatewayRouteTableAssociation',
    'TransitGatewayAttachmentId',
  );
  const associated = tables.reduce<Guard>((so, { when }) => so.or(when), NEVER);
  const byDefault = defaultIsOn(gateway, 'DefaultRouteTableAssociation')
    .and(Claim.when(associated.not()))
    .and(defaultIsOn(gateway, 'DefaultRouteTablePropagation'));
  // A route is learned from the attachment, or written.
  const routes = ['AWS::EC2::TransitGatewayRouteTablePropagation', 'AWS::EC2::TransitGatewayRoute'].flatMap(
    (type) => deployment.referrers(to, type, 'TransitGatewayAttachmentId'),
  );
  const byTable = tables.flatMap((table) =>
    routes.map((route) =>
      sameTable(tableOf(table), tableOf(route)).and(Claim.when(table.when.and(route.when))),
    ),
  );
  return Claim.any([byDefault, ...byTable]);
}

function tableOf({ resource }: Referrer): Field {
  return resource.get('TransitGatewayRouteTableId');
}

function sameTable(a: Field, b: Field): Claim {
  return Claim.any(
    a.alternatives.flatMap((left) =>
      b.alternatives.map((right) => same(left.value, right.value).and(Claim.when(left.when.and(right.when)))),
    ),
  );
}

function same(a: Value, b: Value): Claim {
  const [left, right] = [identityOf(a), identityOf(b)];
  if (left !== undefined && left === right) return Claim.HOLDS;
  const certain = [a, b].every(({ kind }) => kind === 'reference' || kind === 'known');
  return certain ? bare('breaks') : UNDETERMINED;
}
