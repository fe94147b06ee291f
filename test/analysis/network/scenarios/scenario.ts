import type { Facts } from '../../../../lib/policy/profile';
import type { ZoneName } from '../../../../lib/policy/zones';

/** A zone, the Internet, or what lies behind a VPN or a dedicated line. */
export type Side = ZoneName | 'internet-itself' | 'on-premises';

export type Verdict = 'violation' | 'compliant' | 'undetermined';

type Template = Readonly<Record<string, unknown>>;

/**
 * A small deployment, and whether anything gets from one zone to another.
 *
 * - `violation`: a packet can be sent from `from` to `to`, and answered. `hops` are the logical ids that the witness
 *   names, in this order; it may name more in between (VPCs, groups, tables).
 * - `undetermined`: it depends on what no template holds. `hops` lead to what is not known.
 * - `compliant`: nothing can. There are no hops.
 */
export interface Scenario {
  readonly title: string;
  readonly templates: readonly Template[];
  readonly facts?: Partial<Facts>;
  readonly from: Side;
  readonly to: Side;
  readonly verdict: Verdict;
  readonly hops: readonly string[];
  /** Must be named with the violation: the condition under which it is one. */
  readonly condition?: string;
  /** A packet that shows it, between two resources or the Internet, where it is one of packets. */
  readonly packet?: {
    readonly from: string;
    readonly to: string;
    readonly source: string;
    readonly destination: string;
    /** TCP. @default 443 */
    readonly port?: number;
  };
}
