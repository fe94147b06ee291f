import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AssessOptions, assess, type Register } from '../../lib/assess';
import { RULE_IDS, termsOf } from '../../lib/check';
import { loadRegister } from '../../lib/exceptions/register';
import { MIYAZAKI, type Profile } from '../../lib/policy/profile';
import { RULES } from '../../lib/rules';
import { Signer } from './exceptions';
import { deploymentOf } from './inline';

/** Where the registers are written; whoever uses it removes it. */
export const FOLDER = mkdtempSync(join(tmpdir(), 'jichitai-register-'));

export const ciso = new Signer();
export const section = new Signer({ id: 'section-key', office: 'CISO', holder: 'welfare section' }, 'ES256');
export const deputy = new Signer({ id: 'deputy-key', holder: 'deputy' });
/** Not trusted. */
export const stranger = new Signer({ id: 'stranger-key' });
export const TRUSTED = [ciso, section, deputy].map(({ trusted }) => trusted);

/** The rule that the entry is for; the bucket `Records` breaks it. */
export const RULE = 'S3BucketCustomerManagedKey';
/** An entry that counts on 1 June 2026 once `ciso` has signed it. */
export const ENTRY = {
  application: 'R6-012',
  rules: [RULE],
  scope: { resources: ['Records'] },
  reason: 'the system is replaced in spring',
  compensatingMeasures: 'SSE-S3 and no outside access',
  applicant: 'welfare section',
  approver: 'CISO',
  office: 'CISO',
  applied: '2026-04-01',
  decided: '2026-04-05',
  decision: 'approved',
  starts: '2026-04-05',
  expires: '2026-09-30',
};

/** A register with entries, read on a day under a profile. */
export function registerWith(
  entries: readonly object[],
  { today = '2026-06-01', more = {}, profile = {} as Partial<Profile> } = {},
): Register {
  const file = join(FOLDER, 'exceptions.yaml');
  writeFileSync(file, JSON.stringify({ exceptions: entries, ...more }, undefined, 2));
  return loadRegister(file, {
    knownRules: RULE_IDS,
    today,
    terms: termsOf({ ...MIYAZAKI, trustedKeys: TRUSTED, ...profile }),
  });
}

/** What a check with a register makes of some resources, by the rule of the entry and those about exceptions. */
export function verdictWith(
  register: Register | undefined,
  resources: object = { Records: { Type: 'AWS::S3::Bucket' } },
  more: Partial<AssessOptions> = {},
) {
  const { findings, summary, blocking } = assess({
    deployment: deploymentOf({ Resources: resources }),
    rules: RULES.filter((rule) => rule.id === RULE || 'isAboutExceptions' in rule),
    profile: MIYAZAKI,
    defaultZone: 'my-number',
    ...(register === undefined ? {} : { register }),
    ...more,
  });
  const of = (rule: string) => findings.find((finding) => finding.rule === rule);
  return { findings, summary, blocking, of };
}
