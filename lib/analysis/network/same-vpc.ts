import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import type { Resource } from '../../model/resource';
import { identityOf, type Value } from '../../model/value';
import { anyAlternative, bare, UNDETERMINED } from './alternatives';

/** Says that two values name one VPC: the same resource, or the same id. */
export function sameVpc(a: Value, b: Value): Claim {
  // Without a VPC it is the default one.
  if (a.kind === 'absent' && b.kind === 'absent') return Claim.HOLDS;
  if (a.kind === 'reference' && b.kind === 'reference') {
    return bare(a.resource === b.resource ? 'holds' : 'breaks');
  }
  const [left, right] = [identityOf(a), identityOf(b)];
  if (left !== undefined && left === right) return Claim.HOLDS;
  // An id that is written out is not that of a VPC which does not exist yet.
  const told = [a, b].every(({ kind }) => kind === 'known' || kind === 'reference');
  return told ? Claim.BREAKS : UNDETERMINED;
}

/** Says that two fields name one VPC. */
export function sameVpcAt(a: Field, b: Field): Claim {
  return anyAlternative(a, (left) => anyAlternative(b, (right) => sameVpc(left, right)));
}

/**
 * What a function says of the VPC that a resource names by a property of its own or, where it lies in a subnet or has a
 * route table, by that of the subnet or table.
 */
export function ofItsVpc(resource: Resource, path: string, claim: (vpc: Field) => Claim): Claim {
  if (path === 'VpcId') return claim(resource.get('VpcId'));
  return anyAlternative(resource.get(path), (value) =>
    value.kind === 'reference' ? claim(value.resource.get('VpcId')) : UNDETERMINED,
  );
}
