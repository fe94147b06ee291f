import { InputError } from '../errors';
import type { TrustedKey } from '../policy/profile';
import { contentOf } from './canonical';
import type { RegisterEntry } from './entry';
import { ALGORITHMS, type Algorithm, canonicalHeader, detachedSignature } from './signature';

/** A private key as a JSON Web Key. Only `keygen` writes it, and nothing shows it. */
export interface PrivateJwk {
  readonly kty: 'OKP' | 'EC';
  readonly crv: 'Ed25519' | 'P-256';
  readonly x: string;
  readonly y?: string;
  readonly d: string;
  /** Id of the key in the profile. */
  readonly kid: string;
}

export type PublicJwk = TrustedKey['publicKey'];

/** Names of what a signature names its key by: a thumbprint of the public key (RFC 7638) where nobody chose one. */
async function idOf(publicKey: PublicJwk): Promise<string> {
  return (await jose()).calculateJwkThumbprint(publicKey);
}

/** A new key. @param id how signatures name it @default - its thumbprint */
export async function generateKey(algorithm: Algorithm, id?: string): Promise<PrivateJwk> {
  const { exportJWK, generateKeyPair } = await jose();
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const jwk = (await exportJWK(privateKey)) as Omit<PrivateJwk, 'kid'>;
  return { ...jwk, kid: id ?? (await idOf(publicPart(jwk))) };
}

/** A public key from a file in PEM (SPKI), as KMS gives it, with its id. @throws InputError for another kind of key */
export async function publicKeyFromPem(
  pem: string,
  id?: string,
): Promise<{ readonly id: string; readonly publicKey: PublicJwk }> {
  const { exportJWK, importSPKI } = await jose();
  for (const algorithm of Object.values(ALGORITHMS)) {
    try {
      const jwk = (await exportJWK(await importSPKI(pem, algorithm, { extractable: true }))) as PublicJwk;
      const publicKey = publicPart(jwk);
      return { id: id ?? (await idOf(publicKey)), publicKey };
    } catch {
      // It may be of the other kind.
    }
  }
  throw new InputError({
    ja: 'Ed25519又はP-256の公開鍵（PEM）でありません',
    en: 'no public key in PEM of the kind Ed25519 or P-256',
  });
}

/** The public part alone. */
export function publicPart({ kty, crv, x, y }: PublicJwk): PublicJwk {
  return { kty, crv, x, ...(y === undefined ? {} : { y }) };
}

/** Signs an entry as it stands. @throws Error where the key is none */
export async function signEntry(entry: RegisterEntry, key: PrivateJwk): Promise<string> {
  const { CompactSign, importJWK } = await jose();
  const alg = ALGORITHMS[key.crv];
  const header = { alg, kid: key.kid };
  const token = await new CompactSign(Buffer.from(contentOf(entry)))
    .setProtectedHeader(canonicalHeader(header))
    .sign(await importJWK({ ...key }, alg));
  return detachedSignature(header, Buffer.from(token.slice(token.lastIndexOf('.') + 1), 'base64url'));
}

/** Reads a private key. @throws InputError that shows nothing of it */
export function parsePrivateJwk(text: string, file: string): PrivateJwk {
  const wrong = new InputError(
    {
      ja: 'exceptions keygenが書いた秘密鍵でありません（公開鍵、PEM等は使えません）',
      en: 'is no private key as `exceptions keygen` writes it (no public key, no PEM)',
    },
    file,
  );
  let jwk: unknown;
  try {
    jwk = JSON.parse(text);
  } catch {
    throw wrong;
  }
  const { kty, crv, x, d, kid } = (jwk ?? {}) as Record<string, unknown>;
  const isKind = (kty === 'OKP' && crv === 'Ed25519') || (kty === 'EC' && crv === 'P-256');
  if (!isKind || ![x, d, kid].every((part) => typeof part === 'string' && part !== '')) throw wrong;
  return jwk as PrivateJwk;
}

/** Loaded where something is signed: checking needs none of it. It is an ES module. */
const jose = () => import('jose');
