import { Fn, Token } from 'aws-cdk-lib';
import {
  isPrivate,
  subnetCidr as literalSubnetCidr,
  vpcCidrProblem as literalVpcCidrProblem,
  MAXIMUM_SUBNETS,
  parseRange,
} from '../../lib/policy/address-range';

export { MAXIMUM_SUBNETS };

/** What is wrong with the address range of a VPC; a token passes. */
export function vpcCidrProblem(cidr: string): string | undefined {
  return Token.isUnresolved(cidr) ? undefined : literalVpcCidrProblem(cidr);
}

/** What is wrong with a range of addresses inside of a city's networks; a token passes. */
export function privateRangeProblem(cidr: string): string | undefined {
  if (Token.isUnresolved(cidr)) return undefined;
  const parsed = parseRange(cidr);
  if (parsed === undefined) return `must hold IPv4 ranges such as 10.99.1.0/24, but holds '${cidr}'`;
  if (parsed.address % 2 ** (32 - parsed.length) !== 0) {
    return `must hold ranges that begin at their first address, but holds '${cidr}'`;
  }
  return isPrivate(parsed) ? undefined : `must hold private ranges (RFC 1918), but holds '${cidr}'`;
}

/**
 * The address range of one subnet. Worked out here where it can be, so that the template shows
 * the ranges to a reviewer; left to CloudFormation where the range of the VPC is a token.
 */
export function subnetCidr(vpcCidr: string, index: number): string {
  if (Token.isUnresolved(vpcCidr)) {
    // A VPC of at least /24 leaves 12 bits or more for hosts; the shortest subnet has 4.
    return Fn.select(index, Fn.cidr(vpcCidr, MAXIMUM_SUBNETS, '8'));
  }
  return literalSubnetCidr(vpcCidr, index);
}

/** Whether a range lies within another one; what is not known yet does. */
export function contains(outer: string, inner: string): boolean {
  if (Token.isUnresolved(outer) || Token.isUnresolved(inner)) return true;
  const [around, within] = [parseRange(outer), parseRange(inner)];
  if (around === undefined || within === undefined || within.length < around.length) return false;
  const size = 2 ** (32 - around.length);
  return Math.floor(within.address / size) === Math.floor(around.address / size);
}
