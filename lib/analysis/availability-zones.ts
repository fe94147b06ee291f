import type { Field } from '../model/field';
import type { Resource } from '../model/resource';
import { isRecord, own, scalarText } from '../model/template';
import { identityOf, type Value } from '../model/value';

/** Whether two subnets lie in one availability zone; undefined where that cannot be told. */
export function sameZone(a: Value, b: Value): boolean | undefined {
  const [left, right] = [identityOf(a), identityOf(b)];
  if (left !== undefined && left === right) return true;
  if (a.kind !== 'reference' || b.kind !== 'reference') return undefined;
  return sameZoneOf(a.resource, b.resource);
}

/** Whether two subnets of the deployment lie in one availability zone; undefined where that cannot be told. */
export function sameZoneOf(a: Resource, b: Resource): boolean | undefined {
  if (a === b) return true;
  const [left, right] = [placeOf(a), placeOf(b)];
  if (left === undefined || right === undefined) return undefined;
  if (left === right) return true;
  // Two places in the list of zones, or two zones by name, are two zones; one of each may be the same.
  return left.startsWith('#') === right.startsWith('#') ? false : undefined;
}

/** A name for the zone of a subnet: as it is written, or as a place in the list of zones of the region. */
function placeOf(subnet: Resource): string | undefined {
  if (subnet.type !== 'AWS::EC2::Subnet') return undefined;
  for (const property of ['AvailabilityZone', 'AvailabilityZoneId']) {
    const literal = subnet.get(property).literal;
    if (typeof literal === 'string') return `${property}=${literal}`;
  }
  const place = selected(subnet.rawProperty('AvailabilityZone'));
  return place === undefined ? undefined : `#${place}`;
}

/** The index of `Fn::Select` on `Fn::GetAZs`. */
function selected(raw: unknown): string | undefined {
  const select = own(raw, 'Fn::Select');
  if (!Array.isArray(select) || !isRecord(select[1]) || own(select[1], 'Fn::GetAZs') === undefined)
    return undefined;
  const index = scalarText(select[0]);
  return /^\d+$/.test(index) ? index : undefined;
}

/** Whether the known items of a list of subnets lie in two zones at least: `unseen` where only their number says so. */
export type Span = 'two' | 'one' | 'unseen';

export function spanOf(subnets: readonly Field[]): Span {
  const values: Value[] = [];
  for (const field of subnets) {
    for (const { value } of field.alternatives) {
      const identity = identityOf(value);
      if (identity === undefined || !values.some((other) => identityOf(other) === identity))
        values.push(value);
    }
  }
  let unseen = false;
  for (const [index, value] of values.entries()) {
    for (const other of values.slice(0, index)) {
      const same = sameZone(value, other);
      if (same === false) return 'two';
      if (same === undefined) unseen = true;
    }
  }
  return unseen ? 'unseen' : 'one';
}
