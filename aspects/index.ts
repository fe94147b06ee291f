export { JichitaiChecks, type JichitaiChecksProps } from './jichitai-checks';
export { Environment, Party, Zone, ZoneMarking, type ZoneMarkingProps } from './marking';
export { PolicyException } from './policy-exception';
export { PolicyGuardrail, type PolicyGuardrailProps } from './policy-guardrail';
export { type SafeDefaultChange, SafeDefaults, type SafeDefaultsProps } from './safe-defaults';
