/** Pulumi programs held against the policy: what the package exports as `jichitai-guardrails/pulumi`. */
export { type EnforceOptions, enforcePolicy } from './host/enforce';
export { createPolicyPack, type PolicyPackOptions } from './host/pack';
