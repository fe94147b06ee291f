import { createHmac, createPublicKey, sign } from 'node:crypto';
import fc from 'fast-check';
import { canonicalJson, contentOf } from '../../lib/exceptions/canonical';
import type { RegisterEntry } from '../../lib/exceptions/entry';
import { reasonsAgainst } from '../../lib/exceptions/reasons';
import { joseBytes, readSignature, signingInput, TrustedKeys } from '../../lib/exceptions/signature';
import { generateKey, publicKeyFromPem, publicPart, signEntry } from '../../lib/exceptions/signing';
import { MIYAZAKI, type TrustedKey } from '../../lib/policy/profile';
import { Signer } from '../helpers/exceptions';

const ENTRY: RegisterEntry = {
  application: 'R8-012',
  kind: 'regular',
  rules: ['LogGroupRetention', 'S3BucketCustomerManagedKey'],
  clauses: ['7.1(6)①'],
  scope: { stacks: ['Web'], resources: ['Web/Log'], zones: ['internet'], findings: ['RetentionInDays'] },
  reason: '旧システムは三月に廃止する',
  compensatingMeasures: 'logs are copied every night',
  applicant: 'citizens section',
  approver: 'CISO',
  office: 'CISO',
  applied: '2026-10-01',
  decided: '2026-10-05',
  decision: 'approved',
  conditions: 'reviewed in December',
  starts: '2026-10-05',
  expires: '2027-03-31',
  documents: ['https://files.example/R8-012'],
};
const TODAY = '2026-11-24';

function codes(entry: RegisterEntry, ...trustedKeys: readonly TrustedKey[]): readonly string[] {
  const terms = { ...MIYAZAKI, trustedKeys };
  return reasonsAgainst(entry, TODAY, terms, new TrustedKeys(terms)).map(({ code }) => code);
}

describe.each(['EdDSA', 'ES256'] as const)('%s', (algorithm) => {
  const signer = new Signer({}, algorithm);

  test('what jose signs, Node verifies', async () => {
    const key = await generateKey(algorithm);
    const trusted = { ...signer.trusted, id: key.kid, publicKey: publicPart(key) };
    const signature = await signEntry(ENTRY, key);
    expect(codes({ ...ENTRY, signature }, trusted)).toEqual([]);
    expect(signature).not.toContain(key.d);
  });

  test('what Node signs, jose verifies', async () => {
    const { compactVerify, importJWK } = await import('jose');
    const { signature } = signer.sign(ENTRY);
    const [head, , bytes] = signature.split('.');
    const token = `${head}.${Buffer.from(contentOf(ENTRY)).toString('base64url')}.${bytes}`;
    const { payload, protectedHeader } = await compactVerify(
      token,
      await importJWK(signer.trusted.publicKey, algorithm),
    );
    expect(Buffer.from(payload).toString()).toBe(contentOf(ENTRY));
    expect(protectedHeader).toEqual({ alg: algorithm, kid: 'ciso-key', typ: 'jichitai-exception+jws' });
  });

  test('a signature in the form of KMS and OpenSSL is taken over', () => {
    const header = { alg: algorithm, kid: 'ciso-key' } as const;
    const input = signingInput(header, contentOf(ENTRY));
    for (let round = 0; round < 20; round++) {
      const raw = signer.rawSign(input);
      expect(joseBytes(raw, algorithm)).toBe(raw);
    }
  });

  test('a change of any single field invalidates a signature', () => {
    const signed = signer.sign(ENTRY);
    expect(codes(signed, signer.trusted)).toEqual([]);
    fc.assert(
      fc.property(fc.constantFrom(...pathsOf(ENTRY)), fc.anything(), fc.nat(3), (path, value, way) => {
        const changed = structuredClone(signed) as unknown as Record<string, unknown>;
        const before = canonicalJson(changed);
        change(changed, path, way, value);
        fc.pre(isData(changed) && canonicalJson(changed) !== before);
        // Whatever else the change makes of it.
        expect(codesOfAny(changed, signer.trusted)).toContain('altered');
      }),
      { numRuns: 600 },
    );
  });

  test('a change of any single character of a signature invalidates it', () => {
    const { signature } = signer.sign(ENTRY);
    const letters = [...'ABCxyz019-_.=+/ '];
    fc.assert(
      fc.property(fc.nat(signature.length - 1), fc.constantFrom(...letters), (at, letter) => {
        fc.pre(signature[at] !== letter);
        const altered = `${signature.slice(0, at)}${letter}${signature.slice(at + 1)}`;
        expect(codes({ ...ENTRY, signature: altered }, signer.trusted)).toHaveLength(1);
      }),
      { numRuns: 400 },
    );
  });
});

test('ECDSA in DER becomes r and s of 32 bytes each', () => {
  const signer = new Signer({}, 'ES256');
  const header = { alg: 'ES256', kid: 'ciso-key' } as const;
  const key = { ...signer.trusted };
  for (let round = 0; round < 50; round++) {
    const entry = { ...ENTRY, reason: `${round}` };
    const der = sign('sha256', Buffer.from(signingInput(header, contentOf(entry))), signer['privateKey']);
    expect(der.length).toBeGreaterThan(64);
    const bytes = joseBytes(der, 'ES256');
    expect(bytes).toHaveLength(64);
    const [head] = signer.sign(entry).signature.split('.');
    expect(codes({ ...entry, signature: `${head}..${bytes.toString('base64url')}` }, key)).toEqual([]);
  }
});

describe('a header', () => {
  const ed = new Signer();
  const ec = new Signer({ id: 'ec-key' }, 'ES256');
  const encode = (data: unknown) => Buffer.from(JSON.stringify(data)).toString('base64url');
  const header = { alg: 'EdDSA', kid: 'ciso-key', typ: 'jichitai-exception+jws' };
  /** A signature that is right for a header that may be wrong. */
  const signedUnder = (head: object) => {
    const input = `${encode(head)}.${Buffer.from(contentOf(ENTRY)).toString('base64url')}`;
    return `${encode(head)}..${ed.rawSign(input).toString('base64url')}`;
  };

  test('as it should be is read', () => {
    expect(codes({ ...ENTRY, signature: signedUnder(header) }, ed.trusted)).toEqual([]);
  });

  test.each([
    ['without an algorithm', { alg: 'none' }],
    ['with a MAC', { alg: 'HS256' }],
    ['with another algorithm', { alg: 'RS256' }],
    ['with another curve', { alg: 'ES384' }],
    ['with the newer name of Ed25519', { alg: 'Ed25519' }],
    ['that asks to understand more', { crit: ['exp'], exp: 1 }],
    ['with an unencoded payload', { crit: ['b64'], b64: false }],
    ['that brings its own key', { jwk: ed.trusted.publicKey }],
    ['that names a key by address', { jku: 'https://keys.example' }],
    ['of another type', { typ: 'JWT' }],
    ['of no type', { typ: undefined }],
    ['without a key', { kid: undefined }],
    ['with a key that is no name', { kid: ['ciso-key'] }],
  ])('%s is not read', (_name, change) => {
    const signature = signedUnder({ ...header, ...change });
    expect(readSignature(signature)).toBeUndefined();
    expect(codes({ ...ENTRY, signature }, ed.trusted)).toEqual(['unreadable-signature']);
  });

  test('with the algorithm of another kind of key is refused', () => {
    const head = { ...header, kid: 'ec-key' };
    expect(codes({ ...ENTRY, signature: signedUnder(head) }, ec.trusted)).toEqual(['altered']);
    const other = ec.sign(ENTRY).signature.split('..')[1];
    expect(codes({ ...ENTRY, signature: `${encode(head)}..${other}` }, ec.trusted)).toEqual(['altered']);
  });

  test('cannot turn a public key into a secret', () => {
    const head = encode({ ...header, alg: 'HS256' });
    const pem = createPublicKey({ key: { ...ed.trusted.publicKey }, format: 'jwk' }).export({
      type: 'spki',
      format: 'pem',
    });
    const mac = createHmac('sha256', pem)
      .update(`${head}.${encode(ENTRY)}`)
      .digest('base64url');
    expect(codes({ ...ENTRY, signature: `${head}..${mac}` }, ed.trusted)).toEqual(['unreadable-signature']);
  });

  test.each(['', '..', 'a..b', 'a.b.c', `${encode([])}..AAAA`, `${encode(null)}..AAAA`, 'eyJ..', '{}..e30'])(
    'of no signature is told from one: %j',
    (signature) => {
      expect(readSignature(signature)).toBeUndefined();
    },
  );

  test('of a key with the same id in other hands does not verify', () => {
    const other = new Signer();
    expect(codes(other.sign(ENTRY), ed.trusted)).toEqual(['altered']);
    // In the other order as well: what was found out for one key says nothing of another.
    expect(codes(other.sign(ENTRY), other.trusted)).toEqual([]);
    expect(codes(other.sign(ENTRY), ed.trusted)).toEqual(['altered']);
  });
});

test('a trusted key that is no point of its curve is an error, not a pass', () => {
  const signer = new Signer({}, 'ES256');
  const broken = { ...signer.trusted, publicKey: { ...signer.trusted.publicKey, y: 'A'.repeat(43) } };
  expect(() => codes(signer.sign(ENTRY), broken)).toThrow(/ciso-key in trustedKeys is no public key/);
});

test('a public key in PEM is read, as KMS gives it; another kind is refused', async () => {
  for (const algorithm of ['EdDSA', 'ES256'] as const) {
    const { trusted } = new Signer({}, algorithm);
    const object = createPublicKey({ key: { ...trusted.publicKey }, format: 'jwk' });
    const pem = object.export({ type: 'spki', format: 'pem' }) as string;
    expect((await publicKeyFromPem(pem)).publicKey).toEqual(publicPart(trusted.publicKey));
    expect((await publicKeyFromPem(pem)).id).toMatch(/^[\w-]{43}$/);
  }
  await expect(
    publicKeyFromPem('-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----'),
  ).rejects.toThrow(/no public key in PEM/);
});

test('the canonical form is that of RFC 8785', () => {
  expect(
    canonicalJson({ b: [1, 1.5, 1e21, true, null], a: '\u20ac$\u000f\nA\'B"\\', '\u00e4': {}, A: undefined }),
  ).toBe('{"a":"€$\\u000f\\nA\'B\\"\\\\","b":[1,1.5,1e+21,true,null],"ä":{}}');
  // By code units, not by code points.
  expect(canonicalJson({ '\ufb33': 1, '\ud83d\ude00': 2 })).toBe('{"\ud83d\ude00":2,"\ufb33":1}');
});

type Path = readonly (string | number)[];

/** Every place in some data. */
function pathsOf(data: unknown, at: Path = []): readonly Path[] {
  if (typeof data !== 'object' || data === null) return [at];
  const inner = Array.isArray(data)
    ? data.flatMap((item, index) => pathsOf(item, [...at, index]))
    : Object.entries(data).flatMap(([key, value]) => pathsOf(value, [...at, key]));
  return at.length === 0 ? inner : [at, ...inner];
}

/** Replaces, removes, adds beside, or appends to a text at a place. */
function change(data: Record<string, unknown>, path: Path, way: number, value: unknown): void {
  const key = path.at(-1) as string;
  const holder = path
    .slice(0, -1)
    .reduce<unknown>((inner, step) => (inner as Record<string, unknown>)[step], data);
  const record = holder as Record<string, unknown>;
  if (way === 0) record[key] = value;
  else if (way === 1) {
    if (Array.isArray(record)) record.splice(Number(key), 1);
    else delete record[key];
  } else if (way === 2 && Array.isArray(record)) record.push(value);
  else if (way === 2) record[`${key}x`] = value;
  else record[key] = `${String(record[key])} `;
}

/** What a YAML file may hold. */
function isData(value: unknown): boolean {
  try {
    const text = canonicalJson(value);
    return canonicalJson(JSON.parse(text)) === text;
  } catch {
    return false;
  }
}

/** Refusals of something that the schema might not even let through. */
function codesOfAny(entry: object, key: TrustedKey): readonly string[] {
  const signature = readSignature((entry as RegisterEntry).signature as string);
  if (signature === undefined) return ['unreadable-signature'];
  return new TrustedKeys({ trustedKeys: [key] }).verifies(entry as RegisterEntry, signature, key)
    ? []
    : ['altered'];
}
