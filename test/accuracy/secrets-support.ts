import type { Assessment } from '../../lib/assess';
import { RULES } from '../../lib/rules';
import { assessInline } from '../helpers/inline';

/** What duties of 7.2(5) other than that no secret stands in the template say is not asked here. */
const OTHER_DUTIES = new Set(['ImdsV2Required', 'NoIamUserCredentials', 'SecretIsRotated']);
export const SECRET_RULES = RULES.filter(
  ({ id, clauses }) => clauses.includes('7.2(5)') && !OTHER_DUTIES.has(id),
);

/** A template, or the resources of one, with or without a secret in it. */
export interface SecretCase {
  readonly name: string;
  readonly expect: 'violation' | 'compliant';
  readonly template: Readonly<Record<string, unknown>>;
}

const caseOf =
  (expect: SecretCase['expect']) =>
  (
    name: string,
    resources: Readonly<Record<string, unknown>>,
    more: Readonly<Record<string, unknown>> = {},
  ): SecretCase => ({
    name,
    expect,
    template: { ...more, Resources: { Topic: { Type: 'AWS::SNS::Topic' }, ...resources } },
  });

/** There is a secret in it. */
export const secret = caseOf('violation');
/** There is none. */
export const innocent = caseOf('compliant');

export function assessSecrets({ template }: SecretCase): Assessment {
  return assessInline(SECRET_RULES, [template]);
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Letters and digits without meaning, the same for the same length and seed: no credential stands in this file. */
export function noise(length: number, alphabet = LETTERS, seed = 7): string {
  let state = seed * 7919 + length;
  let text = '';
  while (text.length < length) {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5;
    text += alphabet[(state >>> 12) % alphabet.length];
  }
  return text;
}

export const hex = (length: number, seed?: number) => noise(length, '0123456789abcdef', seed);
export const capitals = (length: number, seed?: number) =>
  noise(length, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', seed);
export const keyId = (seed?: number) => `AKIA${capitals(16, seed)}`;
export const secretKey = (seed?: number) => `${noise(19, LETTERS, seed)}/${noise(20, LETTERS, seed)}`;
export const pem = (kind: string) =>
  `-----BEGIN ${kind}-----\n${noise(64)}\n${noise(64, LETTERS, 3)}\n-----END ${kind}-----`;
export const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');
/** A token of three parts, as JOSE writes it. */
export const jwt = () =>
  [
    { alg: 'HS256', typ: 'JWT' },
    { sub: 'juki', iat: 1_516_239_022 },
  ]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .concat(noise(43))
    .join('.');
