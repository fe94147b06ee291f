import { CLAUSE_PATTERN } from '../policy/clause';
import { DAY, TEXT } from '../policy/schema-parts';
import { ZONES } from '../policy/zones';
import { KINDS } from './entry';

const described = (schema: object, ja: string, en: string) => ({ ...schema, description: `${ja} / ${en}` });
const list = (items: object) => ({ type: 'array', items, minItems: 1, uniqueItems: true });

const frozen = {
  type: 'object',
  additionalProperties: false,
  required: ['rule', 'stack', 'resource', 'count'],
  properties: {
    rule: TEXT,
    stack: { type: 'string' },
    resource: { type: 'string' },
    count: { type: 'integer', minimum: 1 },
  },
};

/** Schema of one application. */
const ENTRY_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: [
    'application',
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
    application: described(
      TEXT,
      '申請番号（台帳で一意）',
      'Number of the application, unique in the register',
    ),
    kind: described(
      { enum: [...KINDS] },
      '通常（事前の承認）、緊急時（事後の報告）、導入時の凍結。既定はregular',
      'With prior approval, in an emergency (reported afterwards), or frozen at adoption. Default: regular',
    ),
    rules: described(list(TEXT), '対象の規則', 'Rules that are not kept meanwhile'),
    clauses: described(
      list({ type: 'string', pattern: CLAUSE_PATTERN.source }),
      '対象の条項',
      'Clauses that are not followed meanwhile',
    ),
    scope: described(
      {
        type: 'object',
        additionalProperties: false,
        minProperties: 1,
        properties: {
          stacks: described(list(TEXT), 'スタック名又はテンプレート', 'Stack names or template files'),
          resources: described(
            list(TEXT),
            'コンストラクトパス（配下を含む）又は論理ID',
            'Construct paths (with all below) or logical ids',
          ),
          zones: described(list({ enum: [...ZONES] }), '領域', 'Zones'),
          findings: described(
            list(TEXT),
            '指摘の一部に限る場合、その名前（applyが示す）',
            'Pieces of a finding that names several, as `exceptions apply` lists them',
          ),
        },
      },
      '範囲。書いたものは全て満たす必要がある。できるだけ狭くする',
      'Where it holds; all that is given must fit. The narrowest that works',
    ),
    frozen: described(list(frozen), '導入時に凍結した指摘', 'Findings frozen at adoption'),
    reason: described(TEXT, '合理的な理由', 'Why the policy cannot be followed'),
    compensatingMeasures: described(TEXT, '代替措置', 'What is done instead'),
    applicant: described(TEXT, '申請者', 'Who applies'),
    approver: described(
      TEXT,
      '承認者（緊急時は報告先）',
      'Who approves; in an emergency, to whom it is reported',
    ),
    office: described(TEXT, '署名する役職', 'The office that signs'),
    applied: described(DAY, '申請日', 'Day of the application'),
    decided: described(DAY, '決定日', 'Day of the decision'),
    decision: described({ enum: ['approved', 'rejected', 'pending'] }, '審査結果', 'The decision'),
    conditions: described(TEXT, '許可の条件', 'Conditions of the permission'),
    reported: described(DAY, 'CISOへの報告日', 'Day of the report to the CISO'),
    starts: described(DAY, '開始日', 'The first day on which it counts'),
    expires: described(DAY, '期限（この日まで有効）', 'The last day on which it counts'),
    documents: described(list(TEXT), '申請書等の保管場所', 'Where the papers are kept'),
    signature: described(
      { type: 'string', minLength: 1 },
      '署名（exceptions signが書く）',
      'The signature, written by `exceptions sign`',
    ),
  },
  allOf: [
    {
      if: { required: ['kind'], properties: { kind: { enum: ['emergency', 'baseline'] } } },
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
      then: { properties: { decided: false, decision: false, conditions: false } },
      else: { required: ['decision'], properties: { decision: true, reported: false } },
    },
    {
      if: { required: ['kind'], properties: { kind: { const: 'baseline' } } },
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
      then: { required: ['frozen'], properties: { frozen: true, rules: false, scope: false } },
      else: { required: ['rules', 'scope'], properties: { rules: true, scope: true, frozen: false } },
    },
    {
      if: { required: ['decision'], properties: { decision: { enum: ['approved', 'rejected'] } } },
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
      then: { required: ['decided'], properties: { decided: true } },
    },
  ],
};

/** Schema of a file with a list of applications. */
const LIST_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['exceptions'],
  properties: {
    exceptions: { type: 'array', items: ENTRY_SCHEMA },
    remaining: described(
      { type: 'object', additionalProperties: { type: 'array', items: frozen } },
      '凍結した指摘のうち残っているもの（baselineが書く）',
      'What is left of a baseline, by application; written by `baseline`',
    ),
  },
};

/** The part of the schema for what a file holds, so that faults are told of that alone. */
export function schemaFor(data: unknown): object {
  const isOne = typeof data === 'object' && data !== null && Object.hasOwn(data, 'application');
  return isOne ? ENTRY_SCHEMA : LIST_SCHEMA;
}

/** JSON Schema of a file of the register, for editors: `schema/exceptions.schema.json` in the package. */
export const REGISTER_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'https://jichitai-guardrails.invalid/exceptions.schema.json',
  title: 'Register of exceptions of jichitai-guardrails',
  type: 'object',
  if: { required: ['application'], properties: { application: true } },
  // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
  then: ENTRY_SCHEMA,
  else: LIST_SCHEMA,
} as const;
