import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RULE_IDS, termsOf } from '../lib/check';
import { contentOf } from '../lib/exceptions/canonical';
import type { RegisterEntry } from '../lib/exceptions/entry';
import { judgeRegister, loadRegister } from '../lib/exceptions/register';
import { detachedSignature, type Header, signingInput } from '../lib/exceptions/signature';
import type { Exceptable } from '../lib/finding';
import { MIYAZAKI, type TrustedKey } from '../lib/policy/profile';

/**
 * Times the register of exceptions with 1,000 entries against 5,000 findings, and fails where looking them up takes
 * longer than the limit. Reading, verifying and looking up are told apart: the first two are paid once for a run.
 *
 *     npm run bench:exceptions
 */
const ENTRIES = 1_000;
const FINDINGS = 5_000;
const LIMIT_MS = 50;
const ROUNDS = 7;
const TODAY = '2026-11-24';
const [RULE = ''] = RULE_IDS;

type ScopeOf = (n: number) => RegisterEntry['scope'];
/** From what a register looks like to the worst that it can look like. */
const SCOPES: Readonly<Record<string, ScopeOf>> = {
  'a resource each': (n) => ({ resources: [`Stack${n % 50}/Log${n}`] }),
  'a stack each': (n) => ({ stacks: [`Stack${n}`] }),
  'all for one zone': () => ({ zones: ['internet'] }),
  'all for one stack, and no finding of it': () => ({ stacks: ['Stack1'], zones: ['lgwan'] }),
};

function entryOf(n: number, scope: ScopeOf): RegisterEntry {
  return {
    application: `R8-${n}`,
    rules: [RULE],
    scope: scope(n) as NonNullable<RegisterEntry['scope']>,
    reason: '旧システムは三月に廃止する',
    compensatingMeasures: '毎晩、別の保管場所に複写する',
    applicant: '市民課',
    approver: 'CISO',
    office: 'CISO',
    applied: '2026-10-01',
    decided: '2026-10-05',
    decision: 'approved',
    starts: '2026-10-05',
    expires: '2027-03-31',
  };
}

function findingOf(n: number): Exceptable {
  const stack = `Stack${n % 50}`;
  return {
    rule: RULE,
    blocking: true,
    zone: 'internet',
    resource: {
      template: `cdk.out/${stack}.template.json`,
      stack,
      logicalId: `Log${n}`,
      constructPath: `${stack}/Log${n}/Resource`,
    },
    evidence: [],
  };
}

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const trusted: TrustedKey = {
  id: 'ciso',
  office: 'CISO',
  validFrom: '2026-01-01',
  validUntil: '2028-12-31',
  publicKey: publicKey.export({ format: 'jwk' }) as TrustedKey['publicKey'],
};

function signed(entry: RegisterEntry): RegisterEntry {
  const header: Header = { alg: 'EdDSA', kid: trusted.id };
  const bytes = sign(null, Buffer.from(signingInput(header, contentOf(entry))), privateKey);
  return { ...entry, signature: detachedSignature(header, bytes) };
}

function milliseconds(work: () => unknown): number {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}

const folder = mkdtempSync(join(tmpdir(), 'jichitai-bench-'));
const findings = Array.from({ length: FINDINGS }, (_, n) => findingOf(n));
const options = {
  knownRules: RULE_IDS,
  today: TODAY,
  terms: termsOf({ ...MIYAZAKI, trustedKeys: [trusted] }),
};
let slowest = 0;
try {
  console.log(
    `| ${ENTRIES} entries | read and verify | again, unchanged | look up ${FINDINGS} findings | excepted |`,
  );
  console.log('|---|---|---|---|---|');
  for (const [name, scope] of Object.entries(SCOPES)) {
    const file = join(folder, `${name.replace(/\W+/g, '-')}.yaml`);
    const exceptions = Array.from({ length: ENTRIES }, (_, n) => signed(entryOf(n, scope)));
    writeFileSync(file, JSON.stringify({ exceptions }, undefined, 1));
    const first = milliseconds(() => judgeRegister(file, options));
    const again: number[] = [];
    const lookUp: number[] = [];
    let excepted = 0;
    for (let round = 0; round < ROUNDS; round++) {
      let register = loadRegister(file, options);
      again.push(milliseconds(() => (register = loadRegister(file, options))));
      lookUp.push(
        milliseconds(() => {
          excepted = findings.filter((finding) => register.covers(finding, []) !== undefined).length;
          register.notes('unused');
        }),
      );
    }
    slowest = Math.max(slowest, median(lookUp));
    const cells = [first, median(again), median(lookUp)].map((time) => `${time.toFixed(1)} ms`);
    console.log(`| ${[name, ...cells, excepted].join(' | ')} |`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`slowest look-up: ${slowest.toFixed(1)} ms, limit ${LIMIT_MS} ms`);
if (slowest >= LIMIT_MS) process.exitCode = 1;
