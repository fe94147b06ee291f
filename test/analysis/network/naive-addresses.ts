/** Addresses for the simulator: written out, and sharing nothing with the project's own arithmetic. */
export type Family = 4 | 6;

export interface Range {
  readonly family: Family;
  readonly bits: string;
}

/** An address as a string of 32 or 128 zeros and ones. */
export function bitsOf(address: bigint, family: Family): string {
  return address.toString(2).padStart(family === 4 ? 32 : 128, '0');
}

export function familyOf(text: string): Family {
  return text.includes(':') ? 6 : 4;
}

const addresses = new Map<string, bigint>();

export function addressOf(text: string): bigint {
  const known = addresses.get(text);
  if (known !== undefined) return known;
  const address = readAddress(text);
  addresses.set(text, address);
  return address;
}

function readAddress(text: string): bigint {
  if (familyOf(text) === 4) return text.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n);
  const [head = '', tail] = text.split('::');
  const words = (part: string) => (part === '' ? [] : part.split(':'));
  const left = words(head);
  const right = tail === undefined ? [] : words(tail);
  const middle = tail === undefined ? [] : Array<string>(8 - left.length - right.length).fill('0');
  return [...left, ...middle, ...right].reduce((sum, word) => sum * 65536n + BigInt(`0x${word}`), 0n);
}

/** A range as the leading bits that its addresses share. */
export function rangeOf(cidr: string): Range {
  const [address = '', length = ''] = cidr.split('/');
  const family = familyOf(address);
  return { family, bits: bitsOf(addressOf(address), family).slice(0, Number(length)) };
}

export function contains(cidr: string, address: bigint, family: Family): boolean {
  if (familyOf(cidr) !== family) return false;
  const length = BigInt(cidr.slice(cidr.indexOf('/') + 1));
  const rest = (family === 4 ? 32n : 128n) - length;
  return address >> rest === addressOf(cidr.slice(0, cidr.indexOf('/'))) >> rest;
}

export function overlap(a: string, b: string): boolean {
  const [left, right] = [rangeOf(a), rangeOf(b)];
  return (
    left.family === right.family && (left.bits.startsWith(right.bits) || right.bits.startsWith(left.bits))
  );
}

/** Ranges that the Internet does not carry (RFC 6890, as far as tests use them). */
const NOT_PUBLIC = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '224.0.0.0/3',
];

/** Whether the Internet knows the address: for IPv6, global unicast. */
export function isPublic(address: bigint, family: Family): boolean {
  if (family === 6) return contains('2000::/3', address, 6);
  return !NOT_PUBLIC.some((cidr) => contains(cidr, address, 4));
}
