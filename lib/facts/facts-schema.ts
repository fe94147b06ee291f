import type { StackFacts } from './abridge';

/** A file of known facts about networks that another repository describes. */
export interface FactsFile {
  readonly version: 1;
  readonly stacks: readonly StackFacts[];
}

const text = { type: 'string', minLength: 1 };
const nested = { type: 'object', additionalProperties: { $ref: '#/definitions/nested' } };
const template = { type: 'object', required: ['Resources'], properties: { Resources: { type: 'object' } } };

/** JSON Schema of the file. */
export const FACTS_SCHEMA = {
  definitions: {
    nested: {
      type: 'object',
      additionalProperties: false,
      required: ['template'],
      properties: { template, nested },
    },
  },
  type: 'object',
  additionalProperties: false,
  required: ['version', 'stacks'],
  properties: {
    version: { const: 1 },
    stacks: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['source', 'digest', 'template'],
        properties: {
          stack: text,
          account: text,
          region: text,
          tags: { type: 'object', additionalProperties: { type: 'string' } },
          source: text,
          digest: { type: 'string', pattern: '^[0-9a-f]{64}$' },
          template,
          nested,
        },
      },
    },
  },
} as const;
