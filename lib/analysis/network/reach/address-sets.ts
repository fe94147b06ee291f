import type { AddressRange } from '../addresses';
import { parseRange } from '../addresses';
import { type Bound, EMPTY, type IntervalSet, minus, union } from './intervals';

export type Family = 4 | 6;
export const FAMILIES: readonly Family[] = [4, 6];

/** All addresses of a family. */
export const EVERYWHERE: Readonly<Record<Family, IntervalSet>> = {
  4: [0, 2 ** 32],
  6: [0n, 1n << 128n],
};

export const NOWHERE: Readonly<Record<Family, IntervalSet>> = { 4: EMPTY, 6: EMPTY };

/** Sets of addresses of both families. */
export type Addresses = Readonly<Record<Family, IntervalSet>>;

export function addressesOf({ version, start, prefix }: AddressRange): IntervalSet {
  if (version === 4) {
    const from = Number(start);
    return [from, from + 2 ** (32 - prefix)];
  }
  return [start, start + (1n << BigInt(128 - prefix))];
}

function ranges(...texts: readonly string[]): IntervalSet {
  return texts.map((text) => addressesOf(parseRange(text) as AddressRange)).reduce(union, EMPTY);
}

let internet: Addresses | undefined;

/**
 * Addresses of the Internet: those that are neither private, local to a link or a machine, nor for groups. No packet
 * to another one passes an Internet gateway. Worked out at the first use.
 */
export function internetAddresses(): Addresses {
  internet ??= {
    4: minus(
      EVERYWHERE[4],
      ranges(
        '0.0.0.0/8',
        '10.0.0.0/8',
        '100.64.0.0/10',
        '127.0.0.0/8',
        '169.254.0.0/16',
        '172.16.0.0/12',
        '192.168.0.0/16',
        '224.0.0.0/3',
      ),
    ),
    6: ranges('2000::/3'),
  };
  return internet;
}

/** An address as text. */
export function addressText(family: Family, value: Bound): string {
  if (family === 4) {
    const number = Number(value);
    return [24, 16, 8, 0].map((bits) => Math.floor(number / 2 ** bits) % 256).join('.');
  }
  const groups = Array.from({ length: 8 }, (_, index) =>
    ((BigInt(value) >> BigInt(112 - 16 * index)) & 0xffffn).toString(16),
  );
  // The first run of at least two groups of zeros is written as a double colon.
  return groups.join(':').replace(/(^|:)0(:0)+(:|$)/, '::');
}

/** A set as text: its first interval, as a range in CIDR notation where it is one. */
export function setText(family: Family, set: IntervalSet): string {
  const [from, to] = set;
  if (from === undefined || to === undefined) return '-';
  const size = BigInt(to) - BigInt(from);
  const bits = size.toString(2).length - 1;
  const isRange = size === 1n << BigInt(bits) && BigInt(from) % size === 0n;
  const first = addressText(family, from);
  const more = set.length > 2 ? ', …' : '';
  if (size === 1n) return `${first}${more}`;
  if (isRange) return `${first}/${(family === 4 ? 32 : 128) - bits}${more}`;
  const last = family === 4 ? Number(to) - 1 : BigInt(to) - 1n;
  return `${first}-${addressText(family, last)}${more}`;
}
