import { isDay } from './calendar';

/** The zones that clause 4 divides everything into, and the accounts that manage them. */
export const ZONES = ['my-number', 'lgwan', 'internet', 'management'] as const;
export type ZoneName = (typeof ZONES)[number];

/** What can stand at either end of a connection between zones: a zone, or the Internet itself. */
export const ZONE_ENDS = [...ZONES, 'open-internet'] as const;
export type ZoneEnd = (typeof ZONE_ENDS)[number];

/** The zones that may reach no other one, nor the Internet, unless the zone matrix says so: 4(1)①, 4(2)①. */
export const ISOLATED_ZONES: readonly ZoneName[] = ['my-number', 'lgwan'];

/** Whether the policy itself keeps two ends apart. */
export function keptApart(a: ZoneEnd, b: ZoneEnd): boolean {
  return a !== b && [a, b].some((end) => (ISOLATED_ZONES as readonly ZoneEnd[]).includes(end));
}

/** Traffic that may pass between zones which the policy keeps apart, because somebody permitted it. */
export interface ZonePassage {
  /** Who opens the connection. */
  readonly from: ZoneEnd;
  readonly to: ZoneEnd;
  /** Address ranges that it may come from and go to. @default any */
  readonly sources?: readonly string[];
  readonly destinations?: readonly string[];
  /** Protocols and ports, as in `tcp/443`, `udp/500-4500` or `icmp`. @default any */
  readonly ports?: readonly string[];
  /**
   * The logical id of the AWS::NetworkFirewall::Firewall, or of the AWS::EC2::VPCEndpoint of a gateway load balancer,
   * that must look into the traffic: what renders harmless what comes into the LGWAN zone. 4(2)① @default none
   */
  readonly through?: string;
  /** The number of the application by which it was permitted. */
  readonly approval: string;
}

export const ENVIRONMENTS = ['production', 'verification', 'development'] as const;
export const PARTIES = ['municipality', 'operator', 'vendor'] as const;

/** The tags by which resources are marked, with the key that template metadata uses for each. */
export const MARKS = {
  zone: { tag: 'jichitai:zone', metadata: 'Zone', values: ZONES as readonly string[] },
  confidentiality: { tag: 'jichitai:confidentiality', metadata: 'Confidentiality', values: ['1', '2', '3'] },
  integrity: { tag: 'jichitai:integrity', metadata: 'Integrity', values: ['1', '2'] },
  availability: { tag: 'jichitai:availability', metadata: 'Availability', values: ['1', '2'] },
  environment: {
    tag: 'jichitai:environment',
    metadata: 'Environment',
    values: ENVIRONMENTS as readonly string[],
  },
  party: { tag: 'jichitai:party', metadata: 'Party', values: PARTIES as readonly string[] },
  plannedUseUntil: { tag: 'jichitai:planned-use-until', metadata: 'PlannedUseUntil', values: 'date' },
  // The application number under which a connection to the outside was permitted (7.1(10)①).
  approval: { tag: 'jichitai:approval', metadata: 'Approval', values: 'text' },
} as const;
export type MarkName = keyof typeof MARKS;

/** The values that a mark can have, where they are a closed list. */
export function listedValues(name: MarkName): readonly string[] | undefined {
  const { values }: { readonly values: readonly string[] | 'date' | 'text' } = MARKS[name];
  return typeof values === 'string' ? undefined : values;
}

/** Whether a mark can have this value. */
export function isMarkValue(name: MarkName, value: string): boolean {
  const { values }: { readonly values: readonly string[] | 'date' | 'text' } = MARKS[name];
  if (values === 'date') return isDay(value);
  return values === 'text' ? value.trim() !== '' : values.includes(value);
}
