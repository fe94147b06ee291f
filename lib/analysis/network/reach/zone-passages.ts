import type { ZoneEnd, ZonePassage } from '../../../policy/zones';
import { parseRange } from '../addresses';
import { addressesOf, EVERYWHERE, FAMILIES, type Family } from './address-sets';
import { EMPTY, type IntervalSet, union } from './intervals';
import { ANY_SERVICE, everyPacket, PacketSet, type Service, serviceOf } from './packets';
import type { Key } from './values';

/** What somebody permitted between two ends, for traffic that some inspections look into. */
export function permitted(
  matrix: readonly ZonePassage[],
  from: ZoneEnd,
  to: ZoneEnd,
  inspections: readonly Key[],
): PacketSet {
  return PacketSet.union(
    matrix
      .filter((passage) => passage.from === from && passage.to === to)
      .filter(
        ({ through }) => through === undefined || inspections.some((key) => key.endsWith(`/${through}`)),
      )
      .map(packetsOf),
  );
}

function packetsOf({ sources, destinations, ports }: ZonePassage): PacketSet {
  const services = ports === undefined ? [ANY_SERVICE] : ports.flatMap(serviceIn);
  return PacketSet.of(
    ...FAMILIES.flatMap((family) =>
      services.map((service) => ({
        ...everyPacket(family),
        ...service,
        source: addressesIn(sources, family),
        destination: addressesIn(destinations, family),
      })),
    ),
  );
}

function serviceIn(text: string): readonly Service[] {
  const [protocol, ports] = text.split('/');
  const [from, to = from] = (ports ?? '').split('-');
  const service = serviceOf(protocol ?? '', from === '' ? undefined : Number(from), Number(to));
  return service === undefined ? [] : [service];
}

function addressesIn(ranges: readonly string[] | undefined, family: Family): IntervalSet {
  if (ranges === undefined) return EVERYWHERE[family];
  return ranges
    .map(parseRange)
    .filter((range) => range?.version === family)
    .map((range) => (range === undefined ? EMPTY : addressesOf(range)))
    .reduce(union, EMPTY);
}
