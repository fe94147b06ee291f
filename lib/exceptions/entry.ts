/** A finding that was there when the checks were adopted, and how much of it. */
export interface FrozenFinding {
  readonly rule: string;
  /** The stack's name, else the template file; empty for a finding about neither. */
  readonly stack: string;
  /** Logical id; empty for a finding that is about no single resource. */
  readonly resource: string;
  /** How many faults the finding names. */
  readonly count: number;
}

/** How an exception came about: permitted (8.4(1)), taken in an emergency (8.4(2)), or found at adoption. */
export const KINDS = ['regular', 'emergency', 'baseline'] as const;
export type Kind = (typeof KINDS)[number];

/** Where an exception holds. What is given narrows: all of it must fit. At least one kind must be given. */
export interface Scope {
  readonly stacks?: readonly string[];
  /** Construct paths (with all below them) or logical ids. */
  readonly resources?: readonly string[];
  readonly zones?: readonly string[];
  /** Pieces of a finding that names several: an action, a path, as `exceptions apply` lists them. @default - all of it */
  readonly findings?: readonly string[];
}

/** One application for an exception, and what was decided (8.4(1), 8.4(2)). Days are those of Asia/Tokyo, YYYY-MM-DD. */
export interface RegisterEntry {
  /** Number of the application, unique in the register. */
  readonly application: string;
  /** @default regular */
  readonly kind?: Kind;
  /** Not in a baseline. */
  readonly rules?: readonly string[];
  /** Clauses that are not followed meanwhile. */
  readonly clauses?: readonly string[];
  /** Not in a baseline. */
  readonly scope?: Scope;
  /** Only in a baseline: all that it lifts. */
  readonly frozen?: readonly FrozenFinding[];
  readonly reason: string;
  readonly compensatingMeasures: string;
  readonly applicant: string;
  /** In an emergency: to whom it is reported. */
  readonly approver: string;
  /** The office that signs: the approver's; in an emergency or for a baseline, the one that answers for it. */
  readonly office: string;
  readonly applied: string;
  /** Only where there is a prior approval. */
  readonly decided?: string;
  /** Only where there is a prior approval. */
  readonly decision?: 'approved' | 'rejected' | 'pending';
  /** Under which it was permitted. */
  readonly conditions?: string;
  /** Where there is no prior approval: when it was reported to the CISO. */
  readonly reported?: string;
  readonly starts: string;
  /** The last day on which it counts. */
  readonly expires: string;
  /** Where the papers are kept. */
  readonly documents?: readonly string[];
  /** A JSON Web Signature over all the rest. */
  readonly signature?: string;
}

/** What of a baseline is left, by application number. Lowers what the baseline allows, and never raises it. */
export type Remaining = Readonly<Record<string, readonly FrozenFinding[]>>;

/** A file of the register: a list, or one application. */
export type RegisterFile =
  | { readonly exceptions: readonly RegisterEntry[]; readonly remaining?: Remaining }
  | RegisterEntry;

export function kindOf({ kind }: RegisterEntry): Kind {
  return kind ?? 'regular';
}
