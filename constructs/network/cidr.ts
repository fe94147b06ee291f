import { Fn, Token } from 'aws-cdk-lib';

/** How many equal subnets the address range of a VPC is cut into, as a power of two. */
const SUBNET_BITS = 4;

/** The most subnets that one VPC of these constructs can hold. */
export const MAXIMUM_SUBNETS = 2 ** SUBNET_BITS;

/** What is wrong with the address range of a VPC; a token passes. */
export function vpcCidrProblem(cidr: string): string | undefined {
  if (Token.isUnresolved(cidr)) return undefined;
  const parsed = parse(cidr);
  if (parsed === undefined) return `must be an IPv4 range such as 10.32.0.0/16, but is '${cidr}'`;
  if (parsed.length < 16 || parsed.length > 24) {
    return `must be between /16 and /24 long, so that every subnet has room, but is /${parsed.length}`;
  }
  if (parsed.address % 2 ** (32 - parsed.length) !== 0) {
    return `must begin at the first address of its range, but is '${cidr}'`;
  }
  return isPrivate(parsed) ? undefined : `must be a private range (RFC 1918), but is '${cidr}'`;
}

/** What is wrong with a range of addresses inside of a city's networks; a token passes. */
export function privateRangeProblem(cidr: string): string | undefined {
  if (Token.isUnresolved(cidr)) return undefined;
  const parsed = parse(cidr);
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
  const parsed = Token.isUnresolved(vpcCidr) ? undefined : parse(vpcCidr);
  if (parsed === undefined) {
    // A VPC of at least /24 leaves 12 bits or more for hosts; the shortest subnet has 4.
    return Fn.select(index, Fn.cidr(vpcCidr, MAXIMUM_SUBNETS, '8'));
  }
  const length = parsed.length + SUBNET_BITS;
  return `${format(parsed.address + index * 2 ** (32 - length))}/${length}`;
}

/** Whether a range lies within another one; what is not known yet does. */
export function contains(outer: string, inner: string): boolean {
  if (Token.isUnresolved(outer) || Token.isUnresolved(inner)) return true;
  const [around, within] = [parse(outer), parse(inner)];
  if (around === undefined || within === undefined || within.length < around.length) return false;
  const size = 2 ** (32 - around.length);
  return Math.floor(within.address / size) === Math.floor(around.address / size);
}

interface Range {
  readonly address: number;
  readonly length: number;
}

function parse(cidr: string): Range | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(cidr);
  if (match === null) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, length = 0] = match.slice(1).map(Number);
  if ([a, b, c, d].some((octet) => octet > 255) || length > 32) return undefined;
  return { address: a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d, length };
}

function format(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}

function isPrivate(range: Range): boolean {
  const blocks = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].map((block) => parse(block)!);
  return blocks.some(
    (block) =>
      range.length >= block.length &&
      Math.floor(range.address / 2 ** (32 - block.length)) ===
        Math.floor(block.address / 2 ** (32 - block.length)),
  );
}
