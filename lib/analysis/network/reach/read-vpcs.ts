import type { Deployment } from '../../../model/deployment';
import type { Guard } from '../../../model/guard';
import type { Resource } from '../../../model/resource';
import type { Value } from '../../../model/value';
import type { Family } from './address-sets';
import type { Records } from './records';
import {
  combinations,
  flagIn,
  type Key,
  keyOf,
  keyOfResource,
  mayBeAbsent,
  optionsAt,
  type Range,
  rangeOf,
} from './values';

/**
 * A block of IPv6 that Amazon gives is known at deployment only, and is nobody else's. One that is used for nothing else
 * (2001:db8::/32, for documentation) stands for it, so that what can reach it can be told.
 */
class StandIns {
  private vpcs = 0n;
  private readonly subnets = new Map<Key, { readonly block: bigint; next: bigint }>();

  ofVpc(vpc: Key): Range {
    const block = (0x20010db8n << 96n) + (this.vpcs++ << 72n);
    this.subnets.set(vpc, { block, next: 0n });
    return { family: 6, prefix: 56, addresses: [block, block + (1n << 72n)] };
  }

  ofSubnet(vpc: Key | undefined): Range | undefined {
    const given = vpc === undefined ? undefined : this.subnets.get(vpc);
    if (given === undefined) return undefined;
    const block = given.block + (given.next++ << 64n);
    return { family: 6, prefix: 64, addresses: [block, block + (1n << 64n)] };
  }
}

/** VPCs and subnets with their addresses. */
export function readVpcs(deployment: Deployment, into: Records): void {
  const standIns = new StandIns();
  for (const vpc of deployment.ofType('AWS::EC2::VPC')) {
    const key = keyOfResource(vpc);
    into.vpcs.push({ key, when: vpc.exists, resource: vpc });
    addRanges(vpc, 'CidrBlock', 4, key, into, 'Ipv4IpamPoolId');
  }
  for (const block of deployment.ofType('AWS::EC2::VPCCidrBlock')) {
    for (const { when, value } of optionsAt(block, 'VpcId', block.exists)) {
      const vpc = keyOf(value);
      if (vpc === undefined) continue;
      addRanges(block, 'CidrBlock', 4, vpc, into, 'Ipv4IpamPoolId', when);
      addRanges(block, 'Ipv6CidrBlock', 6, vpc, into, 'Ipv6IpamPoolId', when);
      for (const given of optionsAt(block, 'AmazonProvidedIpv6CidrBlock', when)) {
        if (flagIn(given.value, false) === false) continue;
        into.vpcRanges.push({
          key: vpc,
          when: given.when,
          resource: block,
          family: 6,
          range: standIns.ofVpc(vpc),
        });
      }
    }
  }
  for (const subnet of deployment.ofType('AWS::EC2::Subnet')) readSubnet(subnet, standIns, into);
  for (const block of deployment.ofType('AWS::EC2::SubnetCidrBlock')) {
    for (const { when, value } of optionsAt(block, 'SubnetId', block.exists)) {
      const subnet = keyOf(value);
      const vpc = into.subnets.find(({ key }) => key === subnet)?.vpc;
      if (subnet === undefined) continue;
      for (const option of optionsAt(block, 'Ipv6CidrBlock', when)) {
        const range = rangeOf(option.value) ?? standIns.ofSubnet(vpc);
        into.subnetRanges.push({ key: subnet, when: option.when, resource: block, family: 6, range });
      }
    }
  }
}

function readSubnet(subnet: Resource, standIns: StandIns, into: Records): void {
  const key = keyOfResource(subnet);
  const properties = ['VpcId', 'AvailabilityZone', 'MapPublicIpOnLaunch', 'AssignIpv6AddressOnCreation'];
  for (const { when, values } of combinations(subnet, properties, subnet.exists)) {
    const [vpc, zone, mapsPublic, assignsV6] = values as [Value, Value, Value, Value];
    into.subnets.push({
      key,
      when,
      resource: subnet,
      vpc: keyOf(vpc),
      availabilityZone: keyOf(zone),
      mapsPublic: flagIn(mapsPublic, false),
      assignsV6: flagIn(assignsV6, false),
    });
  }
  addRanges(subnet, 'CidrBlock', 4, key, into, 'Ipv4IpamPoolId');
  for (const { when, values } of combinations(subnet, ['Ipv6CidrBlock', 'VpcId'], subnet.exists)) {
    const [block, vpc] = values as [Value, Value];
    if (block.kind === 'absent') continue;
    const range = rangeOf(block) ?? standIns.ofSubnet(keyOf(vpc));
    into.subnetRanges.push({ key, when, resource: subnet, family: 6, range });
  }
}

/** The range that a property holds, or that a pool gives. */
function addRanges(
  resource: Resource,
  property: string,
  family: Family,
  key: Key,
  into: Records,
  pool: string,
  within: Guard = resource.exists,
): void {
  const list = resource.type === 'AWS::EC2::Subnet' ? into.subnetRanges : into.vpcRanges;
  for (const { when, value } of optionsAt(resource, property, within)) {
    if (!mayBeAbsent(value)) list.push({ key, when, resource, family, range: rangeOf(value) });
    else if (value.kind !== 'absent' || !resource.get(pool).isAbsent)
      list.push({ key, when, resource, family, range: undefined });
  }
}
