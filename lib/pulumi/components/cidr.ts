/** How many equal subnets the address range of a VPC is cut into, as a power of two. */
const SUBNET_BITS = 4;

interface Range {
  readonly address: number;
  readonly length: number;
}

/** What is wrong with the address range of a VPC. */
export function vpcCidrProblem(cidr: string): string | undefined {
  const range = parse(cidr);
  if (range === undefined) return `must be an IPv4 range such as 10.32.0.0/16, but is '${cidr}'`;
  if (range.length < 16 || range.length > 24)
    return `must be between /16 and /24 long, so that every subnet has room, but is /${range.length}`;
  if (range.address % 2 ** (32 - range.length) !== 0)
    return `must begin at the first address of its range, but is '${cidr}'`;
  return isPrivate(range) ? undefined : `must be a private range (RFC 1918), but is '${cidr}'`;
}

/** What is wrong with a range of addresses that somebody works from. */
export function narrowRangeProblem(cidr: string): string | undefined {
  const range = parse(cidr);
  return range !== undefined && range.length >= 8
    ? undefined
    : `must hold ranges of addresses, /8 at the widest, but holds '${cidr}'`;
}

/** The address range of one of the sixteen subnets that a VPC has room for. */
export function subnetCidr(vpcCidr: string, index: number): string {
  const range = parse(vpcCidr);
  if (range === undefined) throw new Error(`no range of addresses: ${vpcCidr}`);
  const length = range.length + SUBNET_BITS;
  const address = range.address + index * 2 ** (32 - length);
  return `${[24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.')}/${length}`;
}

function parse(cidr: string): Range | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(cidr);
  if (match === null) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, length = 0] = match.slice(1).map(Number);
  if ([a, b, c, d].some((octet) => octet > 255) || length > 32) return undefined;
  return { address: a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d, length };
}

function isPrivate({ address, length }: Range): boolean {
  return ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].some((text) => {
    const block = parse(text) as Range;
    const size = 2 ** (32 - block.length);
    return length >= block.length && Math.floor(address / size) === Math.floor(block.address / size);
  });
}
