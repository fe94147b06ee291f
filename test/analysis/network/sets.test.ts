import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { parseRange } from '../../../lib/analysis/network/addresses';
import { addressesOf, addressText, setText } from '../../../lib/analysis/network/reach/address-sets';
import {
  contains,
  holds,
  type IntervalSet,
  intersect,
  meets,
  minus,
  union,
} from '../../../lib/analysis/network/reach/intervals';
import { type Box, type Packet, PacketSet } from '../../../lib/analysis/network/reach/packets';

const MOST = 24;

/** A set of small numbers, from any list of them. */
const setOf = (members: readonly number[]): IntervalSet =>
  members.map((value): IntervalSet => [value, value + 1]).reduce(union, []);
const set = fc.array(fc.nat(MOST), { maxLength: 12 }).map(setOf);
const members = (of: IntervalSet) =>
  Array.from({ length: MOST + 3 }, (_, value) => value).filter((value) => holds(of, value));

describe('interval sets', () => {
  test('have the members that the sets which they are made of say', () => {
    fc.assert(
      fc.property(set, set, fc.nat(MOST + 2), (a, b, value) => {
        const [inA, inB] = [holds(a, value), holds(b, value)];
        expect(holds(union(a, b), value)).toBe(inA || inB);
        expect(holds(intersect(a, b), value)).toBe(inA && inB);
        expect(holds(minus(a, b), value)).toBe(inA && !inB);
      }),
    );
  });

  test('are canonical: the same members are the same bounds, in order and apart', () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        for (const so of [union(a, b), intersect(a, b), minus(a, b)]) {
          expect(so).toEqual(setOf(members(so)));
          expect(so.every((bound, index) => index === 0 || (so[index - 1] as number) < bound)).toBe(true);
        }
      }),
    );
  });

  test('say whether one contains or meets another', () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        expect(contains(a, b)).toBe(members(b).every((value) => holds(a, value)));
        expect(meets(a, b)).toBe(members(b).some((value) => holds(a, value)));
      }),
    );
  });
});

const box: fc.Arbitrary<Box> = fc.record({
  family: fc.constant(4 as const),
  source: set,
  destination: set,
  protocol: set,
  sourcePort: set,
  destinationPort: set,
});
const packets = fc.array(box, { maxLength: 3 }).map((boxes) => PacketSet.of(...boxes));
const packet: fc.Arbitrary<Packet> = fc.record({
  family: fc.constant(4 as const),
  source: fc.nat(MOST).map(BigInt),
  destination: fc.nat(MOST).map(BigInt),
  protocol: fc.nat(MOST),
  sourcePort: fc.nat(MOST),
  destinationPort: fc.nat(MOST),
});

describe('packet sets', () => {
  test('have the packets that the sets which they are made of say', () => {
    fc.assert(
      fc.property(packets, packets, packet, (a, b, one) => {
        const [inA, inB] = [a.has(one), b.has(one)];
        expect(a.union(b).has(one)).toBe(inA || inB);
        expect(a.intersect(b).has(one)).toBe(inA && inB);
        expect(a.minus(b).has(one)).toBe(inA && !inB);
        const answer = {
          ...one,
          source: one.destination,
          destination: one.source,
          sourcePort: one.destinationPort,
          destinationPort: one.sourcePort,
        };
        expect(a.reversed().has(answer)).toBe(inA);
      }),
      { numRuns: 400 },
    );
  });

  test('have their own witness, unless they are empty', () => {
    fc.assert(
      fc.property(packets, packets, (a, b) => {
        for (const so of [a, a.minus(b), a.intersect(b)]) {
          const witness = so.witness();
          expect(witness === undefined).toBe(so.isEmpty);
          if (witness !== undefined) expect(so.has(witness)).toBe(true);
        }
      }),
    );
  });

  test('lose all of what is taken away', () => {
    fc.assert(fc.property(packets, (a) => expect(a.minus(a).isEmpty).toBe(true)));
  });
});

describe('address ranges', () => {
  const v4 = fc
    .tuple(fc.ipV4(), fc.nat(32))
    .map(([address, prefix]) => ({ text: `${address}/${prefix}`, address, prefix }));
  const ipV6 = fc
    .array(fc.oneof(fc.nat(255), fc.constant(0)), { minLength: 16, maxLength: 16 })
    .map((bytes) => new ipaddr.IPv6(bytes).toString());
  const v6 = fc
    .tuple(ipV6, fc.nat(128))
    .map(([address, prefix]) => ({ text: `${address}/${prefix}`, address, prefix }));

  test('hold the addresses that a library of its own says', () => {
    fc.assert(
      fc.property(v4, fc.ipV4(), (range, other) => {
        const parsed = parseRange(range.text);
        if (parsed === undefined) throw new Error(range.text);
        const number = ipaddr.IPv4.parse(other)
          .toByteArray()
          .reduce((so, byte) => so * 256 + byte, 0);
        expect(holds(addressesOf(parsed), number)).toBe(
          ipaddr.IPv4.parse(other).match(ipaddr.IPv4.parse(range.address), range.prefix),
        );
        expect(addressText(4, number)).toBe(ipaddr.IPv4.parse(other).toString());
      }),
    );
    fc.assert(
      fc.property(v6, ipV6, (range, other) => {
        const parsed = parseRange(range.text);
        if (parsed === undefined) throw new Error(range.text);
        const number = ipaddr.IPv6.parse(other)
          .toByteArray()
          .reduce((so, byte) => so * 256n + BigInt(byte), 0n);
        expect(holds(addressesOf(parsed), number)).toBe(
          ipaddr.IPv6.parse(other).match(ipaddr.IPv6.parse(range.address), range.prefix),
        );
        expect(ipaddr.IPv6.parse(addressText(6, number)).toString()).toBe(
          ipaddr.IPv6.parse(other).toString(),
        );
      }),
    );
  });

  test('are written as people write them', () => {
    const text = (range: string) => {
      const parsed = parseRange(range);
      if (parsed === undefined) throw new Error(range);
      return setText(parsed.version, addressesOf(parsed));
    };
    expect(['10.0.0.0/8', '0.0.0.0/0', '192.0.2.1/32', '2001:db8::/32', '::/0'].map(text)).toEqual([
      '10.0.0.0/8',
      '0.0.0.0/0',
      '192.0.2.1',
      '2001:db8::/32',
      '::/0',
    ]);
    expect(setText(4, [1, 4])).toBe('0.0.0.1-0.0.0.3');
    expect(setText(4, [0, 1, 3, 4])).toBe('0.0.0.0, …');
  });
});
