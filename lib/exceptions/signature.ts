import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { InputError } from '../errors';
import type { Profile, TrustedKey } from '../policy/profile';
import { contentOf } from './canonical';
import type { RegisterEntry } from './entry';

/** The media type in the header: a signature that was made for something else is none on an exception. */
export const SIGNATURE_TYPE = 'jichitai-exception+jws';

/** The one algorithm for each kind of key. Nothing else is read: no `none`, no HMAC, no choice by the header. */
export const ALGORITHMS = { Ed25519: 'EdDSA', 'P-256': 'ES256' } as const;
export type Algorithm = (typeof ALGORITHMS)[keyof typeof ALGORITHMS];

export interface Header {
  readonly alg: Algorithm;
  /** Id of the key in the profile. */
  readonly kid: string;
}

interface Signed {
  readonly header: Header;
  /** As it was signed, in base64url. */
  readonly protected: string;
  readonly bytes: Buffer;
}

/** What is signed of a header and a content (RFC 7515, 5.1). */
export function signingInput(header: Header, content: string): string {
  return inputOf(encode(canonicalHeader(header)), content);
}

/** The signature of an entry: a JSON Web Signature in the compact form, whose payload is the entry itself (RFC 7515, appendix F). */
export function detachedSignature(header: Header, bytes: Uint8Array): string {
  return `${encode(canonicalHeader(header))}..${Buffer.from(bytes).toString('base64url')}`;
}

/** Members of the header in the order in which they are written. */
export function canonicalHeader({ alg, kid }: Header): { alg: Algorithm; kid: string; typ: string } {
  return { alg, kid, typ: SIGNATURE_TYPE };
}

/** Reads a signature; undefined for what is none, or asks for more than an exception's signature may (`crit`, `b64`, `jwk`). */
export function readSignature(signature: string): Signed | undefined {
  const [, head, body] = /^([A-Za-z0-9_-]+)\.\.([A-Za-z0-9_-]+)$/.exec(signature) ?? [];
  if (head === undefined || body === undefined) return undefined;
  const bytes = decode(body);
  const json = decode(head);
  if (bytes === undefined || json === undefined) return undefined;
  let header: unknown;
  try {
    header = JSON.parse(json.toString('utf8'));
  } catch {
    return undefined;
  }
  if (typeof header !== 'object' || header === null || Array.isArray(header)) return undefined;
  const { alg, kid, typ, ...rest } = header as Record<string, unknown>;
  if (typ !== SIGNATURE_TYPE || typeof kid !== 'string' || Object.keys(rest).length > 0) return undefined;
  if (alg !== 'EdDSA' && alg !== 'ES256') return undefined;
  return { header: { alg, kid }, protected: head, bytes };
}

/** A signature in which the form of ECDSA that KMS and OpenSSL give (DER) is brought into that of JWS (r and s side by side). */
export function joseBytes(bytes: Buffer, algorithm: Algorithm): Buffer {
  if (bytes.length === 64 || algorithm === 'EdDSA') return bytes;
  const integers: Buffer[] = [];
  // SEQUENCE { INTEGER r, INTEGER s }, each short enough for a length of one byte.
  for (let at = 2; bytes[0] === 0x30 && bytes[at] === 0x02 && integers.length < 2; ) {
    const length = bytes[at + 1] ?? 0;
    integers.push(bytes.subarray(at + 2, at + 2 + length));
    at += 2 + length;
  }
  if (integers.length !== 2) return bytes;
  return Buffer.concat(
    integers.map((integer) => {
      const digits = integer.subarray(Math.max(0, integer.length - 32));
      return Buffer.concat([Buffer.alloc(32 - digits.length), digits]);
    }),
  );
}

/** The keys that a profile trusts, and what they signed. One for each check, so that a signature is verified once. */
export class TrustedKeys {
  private readonly keys: ReadonlyMap<string, TrustedKey>;
  private readonly objects = new Map<string, KeyObject>();

  constructor({ trustedKeys }: Pick<Profile, 'trustedKeys'>) {
    this.keys = new Map(trustedKeys.map((key) => [key.id, key]));
  }

  get(id: string): TrustedKey | undefined {
    return this.keys.get(id);
  }

  /** Whether a signature is that of a key over an entry as it stands. @throws InputError where the key is none */
  verifies(entry: RegisterEntry, signed: Signed, key: TrustedKey): boolean {
    if (signed.header.alg !== ALGORITHMS[key.publicKey.crv] || signed.bytes.length !== 64) return false;
    const input = Buffer.from(inputOf(signed.protected, contentOf(entry)));
    const memo = createHash('sha256')
      .update(JSON.stringify([key.publicKey.x, key.publicKey.y, signed.bytes.toString('base64url')]))
      .update(input)
      .digest('base64url');
    let verdict = VERIFIED.get(memo);
    if (verdict === undefined) {
      const object = this.objectOf(key);
      verdict =
        signed.header.alg === 'EdDSA'
          ? verify(null, input, object, signed.bytes)
          : verify('sha256', input, { key: object, dsaEncoding: 'ieee-p1363' }, signed.bytes);
      if (VERIFIED.size < MOST_REMEMBERED) VERIFIED.set(memo, verdict);
    }
    return verdict;
  }

  private objectOf(key: TrustedKey): KeyObject {
    let object = this.objects.get(key.id);
    if (object === undefined) {
      object = publicKeyOf(key);
      this.objects.set(key.id, object);
    }
    return object;
  }
}

/** Outcomes in this process, by key, content and signature: a CDK app is checked once for each guardrail in it. */
const VERIFIED = new Map<string, boolean>();
const MOST_REMEMBERED = 20_000;

function publicKeyOf({ id, publicKey }: TrustedKey): KeyObject {
  try {
    const object = createPublicKey({ key: { ...publicKey }, format: 'jwk' });
    const expected = publicKey.crv === 'Ed25519' ? 'ed25519' : 'ec';
    if (object.asymmetricKeyType !== expected) throw new Error(expected);
    return object;
  } catch {
    throw new InputError({
      ja: `trustedKeysの鍵${id}は公開鍵として読めません。exceptions keygenが表示した公開鍵を書き写してください`,
      en: `the key ${id} in trustedKeys is no public key; copy what \`exceptions keygen\` printed`,
    });
  }
}

function inputOf(protectedHeader: string, content: string): string {
  return `${protectedHeader}.${Buffer.from(content).toString('base64url')}`;
}

function encode(data: object): string {
  return Buffer.from(JSON.stringify(data)).toString('base64url');
}

/** Undefined for what is not the one way to write its bytes. */
function decode(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : undefined;
}
