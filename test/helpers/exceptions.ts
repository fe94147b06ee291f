import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { contentOf } from '../../lib/exceptions/canonical';
import type { RegisterEntry } from '../../lib/exceptions/entry';
import { type Algorithm, detachedSignature, signingInput } from '../../lib/exceptions/signature';
import type { TrustedKey } from '../../lib/policy/profile';

/** Somebody who signs exceptions, by Node's own cryptography: what the product signs with is another library. */
export class Signer {
  readonly trusted: TrustedKey;
  private readonly privateKey: KeyObject;

  constructor(
    key: Partial<TrustedKey> = {},
    private readonly algorithm: Algorithm = 'EdDSA',
  ) {
    const pair =
      algorithm === 'EdDSA'
        ? generateKeyPairSync('ed25519')
        : generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.privateKey = pair.privateKey;
    this.trusted = {
      id: 'ciso-key',
      office: 'CISO',
      validFrom: '2000-01-01',
      validUntil: '2999-12-31',
      publicKey: pair.publicKey.export({ format: 'jwk' }) as TrustedKey['publicKey'],
      ...key,
    };
  }

  /** The entry with its signature. */
  sign<T extends object>(entry: T, kid = this.trusted.id): T & { readonly signature: string } {
    const header = { alg: this.algorithm, kid };
    const input = Buffer.from(signingInput(header, contentOf(entry as unknown as RegisterEntry)));
    const bytes =
      this.algorithm === 'EdDSA'
        ? sign(null, input, this.privateKey)
        : sign('sha256', input, { key: this.privateKey, dsaEncoding: 'ieee-p1363' });
    return { ...entry, signature: detachedSignature(header, bytes) };
  }

  /** The bytes that this key signs of an input. */
  rawSign(input: string): Buffer {
    return this.algorithm === 'EdDSA'
      ? sign(null, Buffer.from(input), this.privateKey)
      : sign('sha256', Buffer.from(input), { key: this.privateKey, dsaEncoding: 'ieee-p1363' });
  }

  /** A profile that trusts this key, in YAML. */
  profile(more = ''): string {
    return `name: test\ntrustedKeys: ${JSON.stringify([this.trusted])}\n${more}`;
  }
}
