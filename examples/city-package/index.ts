import { join } from 'node:path';
import type { Construct } from 'constructs';
import {
  EncryptedBucket,
  type EncryptedBucketProps,
  PolicyGuardrail,
  type PolicyGuardrailProps,
} from 'jichitai-guardrails';

// Vendors need one package: what is in jichitai-guardrails comes with it.
export * from 'jichitai-guardrails';

/** The city's figures and facts. */
export const PROFILE = join(__dirname, 'profile.yaml');

/** The guardrail with the city's profile, which no app chooses for itself. */
export class CityGuardrail extends PolicyGuardrail {
  constructor(props: Omit<PolicyGuardrailProps, 'profile'> = {}) {
    super({ ...props, profile: PROFILE });
  }
}

/** Documents that citizens hand in are kept for five years: the longest term of the city's filing rules. */
const FIVE_YEARS = 5 * 366;

/** Where a system of the city keeps documents that citizens hand in: nobody deletes one before its term ends. */
export class DocumentBucket extends EncryptedBucket {
  constructor(scope: Construct, id: string, props: Omit<EncryptedBucketProps, 'lockDays'> = {}) {
    super(scope, id, { ...props, lockDays: FIVE_YEARS });
  }
}
