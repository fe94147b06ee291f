/** The blocks that Fn::Cidr cuts from a block; undefined when it cannot. IPv4 and IPv6. */
export function cidrBlocks(block: string, count: number, hostBits: number | undefined): string[] | undefined {
  const [, address, prefixText] = /^([^/]+)\/(\d{1,3})$/.exec(block) ?? [];
  const prefix = Number(prefixText);
  if (
    address === undefined ||
    !Number.isInteger(prefix) ||
    !Number.isInteger(count) ||
    !Number.isInteger(hostBits ?? 0) ||
    count < 1 ||
    count > 256
  ) {
    return undefined;
  }
  const v6 = address.includes(':');
  const width = v6 ? 128 : 32;
  const base = v6 ? parseV6(address) : parseV4(address);
  const size = hostBits ?? (v6 ? 64 : undefined);
  if (base === undefined || size === undefined || size < 0 || size > width - prefix) return undefined;
  const step = 1n << BigInt(size);
  const network = (base >> BigInt(width - prefix)) << BigInt(width - prefix);
  if (BigInt(count) * step > 1n << BigInt(width - prefix)) return undefined;
  return Array.from({ length: count }, (_, index) => {
    const start = network + BigInt(index) * step;
    return `${v6 ? formatV6(start) : formatV4(start)}/${width - size}`;
  });
}

/** An IPv4 address as a number; undefined when it is not one. */
export function parseV4(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256))
    return undefined;
  return parts.reduce((so, part) => so * 256n + BigInt(part), 0n);
}

function formatV4(value: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 255n)).join('.');
}

/** An IPv6 address as a number; undefined when it is not one. */
export function parseV6(text: string): bigint | undefined {
  const [head = '', tail, more] = text.split('::');
  if (more !== undefined) return undefined;
  const groups = (part: string) => (part === '' ? [] : part.split(':'));
  const left = groups(head);
  const right = tail === undefined ? [] : groups(tail);
  const gap = tail === undefined ? 0 : 8 - left.length - right.length;
  const all = [...left, ...Array.from({ length: Math.max(gap, 0) }, () => '0'), ...right];
  if (all.length !== 8 || !all.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  return all.reduce((so, group) => (so << 16n) + BigInt(`0x${group}`), 0n);
}

function formatV6(value: bigint): string {
  const groups = Array.from({ length: 8 }, (_, index) => (value >> BigInt(112 - index * 16)) & 0xffffn);
  return groups.map((group) => group.toString(16)).join(':');
}
