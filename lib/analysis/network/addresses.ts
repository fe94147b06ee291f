import { parseV4, parseV6 } from '../../model/cidr';
import type { Outcome } from '../../model/claim';
import { type Requirement, satisfying } from '../../model/requirement';
import type { Reference, TextValue } from '../../model/value';

/** A range of addresses in CIDR notation. */
export interface AddressRange {
  readonly version: 4 | 6;
  /** The first address of the range. */
  readonly start: bigint;
  readonly prefix: number;
}

/** Reads a range; an address without a prefix length is a range of one. Undefined for what is none. */
export function parseRange(text: string): AddressRange | undefined {
  const slash = text.indexOf('/');
  const address = (slash < 0 ? text : text.slice(0, slash)).trim();
  const version = address.includes(':') ? 6 : 4;
  const width = version === 6 ? 128 : 32;
  const value = version === 6 ? parseV6(address) : parseV4(address);
  const length = slash < 0 ? String(width) : text.slice(slash + 1).trim();
  if (value === undefined || !/^\d{1,3}$/.test(length) || Number(length) > width) return undefined;
  const hostBits = BigInt(width - Number(length));
  return { version, start: (value >> hostBits) << hostBits, prefix: Number(length) };
}

/** Whether every address of the second range is in the first. */
export function contains(outer: AddressRange, inner: AddressRange): boolean {
  if (outer.version !== inner.version || outer.prefix > inner.prefix) return false;
  const hostBits = BigInt((outer.version === 6 ? 128 : 32) - outer.prefix);
  return inner.start >> hostBits === outer.start >> hostBits;
}

const ranges = (...texts: readonly string[]) => texts.map((text) => parseRange(text) as AddressRange);

/** Addresses that lie in no public network, so that a whole block of them is still somebody's own network. */
const PRIVATE = ranges(
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '169.254.0.0/16',
  'fc00::/7',
  'fe80::/10',
);

/** Whether a range lies in a private block. */
export function isPrivate(range: AddressRange): boolean {
  return PRIVATE.some((block) => contains(block, range));
}

/** Addresses to which no packet leaves a machine. Templates use them to say "no traffic". */
const NOWHERE = ranges('127.0.0.0/8', '255.255.255.255/32', '::1/128');

/** Whether no traffic goes to a range. */
export function isNowhere(range: AddressRange): boolean {
  return NOWHERE.some((block) => contains(block, range));
}

/** The widest public range that still names somebody: what a registry gives to one network operator. */
const WIDEST_PUBLIC = { 4: 16, 6: 32 } as const;
/** Anything wider than this reaches beyond every private block. */
const WIDEST_PRIVATE = { 4: 8, 6: 7 } as const;

/**
 * Whether a range limits who is meant (4(1)①). `0.0.0.0/0` does not, and neither does `0.0.0.0/1`: a public range
 * must be one that names somebody.
 */
export function isLimited(range: AddressRange): boolean {
  return range.prefix >= WIDEST_PUBLIC[range.version] || isPrivate(range) || isNowhere(range);
}

/** What the prefix length alone says of a range whose addresses are not known. */
function byPrefix(value: TextValue, version: 4 | 6): Outcome {
  const last = value.parts[value.parts.length - 1];
  const length = typeof last === 'string' ? /\/(\d{1,3})$/.exec(last)?.[1] : undefined;
  if (length === undefined) return 'undetermined';
  if (Number(length) >= WIDEST_PUBLIC[version]) return 'holds';
  return Number(length) < WIDEST_PRIVATE[version] ? 'breaks' : 'undetermined';
}

/** The attributes that give the addresses of a network of the deployment. */
function isOwnRange({ resource, attribute }: Reference): boolean {
  return (
    (resource.type === 'AWS::EC2::VPC' || resource.type === 'AWS::EC2::Subnet') &&
    /^(CidrBlock|Ipv6CidrBlocks\.\d+|Ipv6CidrBlock)$/.test(attribute)
  );
}

/** A range that limits who is meant. A rule that names no range of this kind opens nothing by it. */
export function limitedRange(version: 4 | 6): Requirement {
  return LIMITED[version];
}

function limitedIn(version: 4 | 6): Requirement {
  return satisfying(
    {
      ja: '必要な相手に限ったアドレスの範囲',
      en: 'a range of addresses limited to those who need it',
    },
    (value) => {
      switch (value.kind) {
        case 'absent':
          return 'holds';
        case 'known': {
          const range = parseRange(String(value.value));
          return range === undefined ? 'undetermined' : isLimited(range) ? 'holds' : 'breaks';
        }
        case 'text':
          return byPrefix(value, version);
        case 'reference':
          return isOwnRange(value) ? 'holds' : 'undetermined';
        default:
          return 'undetermined';
      }
    },
  );
}

const LIMITED = { 4: limitedIn(4), 6: limitedIn(6) } as const;

/** A range to which no traffic goes. */
export const nowhere: Requirement = satisfying(
  { ja: '通信の生じないアドレス', en: 'an address that no traffic goes to' },
  (value) => {
    if (value.kind === 'unknown') return 'undetermined';
    const range = value.kind === 'known' ? parseRange(String(value.value)) : undefined;
    return range !== undefined && isNowhere(range) ? 'holds' : 'breaks';
  },
);
