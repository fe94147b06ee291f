import { ZONES } from '../policy/zones';

/** One application for an exception, and what was decided (8.4(1), 8.4(2)). */
export interface RegisterEntry {
  /** Number of the application, unique in the register. */
  readonly application: string;
  readonly rules: readonly string[];
  /** What is given narrows: all of it must fit. At least one kind must be given. */
  readonly scope: {
    readonly stacks?: readonly string[];
    /** Construct paths (with all below them) or logical ids. */
    readonly resources?: readonly string[];
    readonly zones?: readonly string[];
  };
  readonly reason: string;
  readonly compensatingMeasures: string;
  /** An emergency is taken without prior approval, for a short term, and reported at once afterwards. @default regular */
  readonly kind?: 'regular' | 'emergency';
  readonly applicant: string;
  /** In an emergency: to whom it is reported. */
  readonly approver: string;
  readonly office: string;
  /** Days as YYYY-MM-DD in Asia/Tokyo. */
  readonly applied: string;
  /** Not in an emergency. */
  readonly decided?: string;
  /** Not in an emergency. */
  readonly decision?: 'approved' | 'rejected' | 'pending';
  /** In an emergency: when it was reported to the CISO. */
  readonly reported?: string;
  readonly starts: string;
  /** The last day on which it counts. */
  readonly expires: string;
}

const text = { type: 'string', minLength: 1, pattern: '\\S' };
const day = { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' };
const list = (items: object) => ({ type: 'array', items, minItems: 1, uniqueItems: true });

/** JSON Schema of the register of exceptions. */
export const REGISTER_SCHEMA = {
  $id: 'https://jichitai-guardrails.invalid/exceptions.schema.json',
  title: 'Register of exceptions of jichitai-guardrails',
  type: 'object',
  additionalProperties: false,
  required: ['exceptions'],
  properties: {
    exceptions: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: [
          'application',
          'rules',
          'scope',
          'reason',
          'compensatingMeasures',
          'applicant',
          'approver',
          'office',
          'applied',
          'starts',
          'expires',
        ],
        properties: {
          application: text,
          rules: list(text),
          scope: {
            type: 'object',
            additionalProperties: false,
            minProperties: 1,
            properties: { stacks: list(text), resources: list(text), zones: list({ enum: [...ZONES] }) },
          },
          reason: text,
          compensatingMeasures: text,
          kind: { enum: ['regular', 'emergency'] },
          applicant: text,
          approver: text,
          office: text,
          applied: day,
          decided: day,
          decision: { enum: ['approved', 'rejected', 'pending'] },
          reported: day,
          starts: day,
          expires: day,
        },
        if: { required: ['kind'], properties: { kind: { const: 'emergency' } } },
        // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
        then: { properties: { decided: false, decision: false } },
        else: { required: ['decided', 'decision'], properties: { reported: false } },
      },
    },
  },
} as const;
