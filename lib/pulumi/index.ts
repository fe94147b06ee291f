/** Pulumi programs held against the policy: what the package exports as `jichitai-guardrails/pulumi`. */
import type { PolicyPack } from '@pulumi/policy';
import type { PolicyPackOptions } from './host/options';

export type { ZoneName } from '../policy/zones';
export { type EnforceOptions, enforcePolicy } from './host/enforce';
export type { PolicyOptions, PolicyPackOptions } from './host/options';

/**
 * A policy pack with one policy for each rule, all of them mandatory, each with the clauses that it comes from
 * (9.2(5)①(エ)). The graph of all resources is judged at once; each policy tells what its rule has found.
 * To be called once, in the program of the pack. Needs `@pulumi/policy`.
 *
 * @throws InputError for a profile or a register that cannot be read
 */
export function createPolicyPack(options: PolicyPackOptions = {}): PolicyPack {
  // Loaded here only: who enforces the policy in a program need not have the SDK of policy packs.
  return (require('./host/pack') as typeof import('./host/pack')).makePolicyPack(options);
}
