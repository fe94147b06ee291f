/** An engine for tests: runs Pulumi programs and policy packs in their real hosts, without Pulumi's command line. */
export type { Answer, Answers } from './data-sources';
export { PATIENCE_MS } from './host';
export type { Invocation, Outputs } from './monitor';
export type { Policy, PolicyDiagnostic } from './policy-info';
export { type PolicyPackOptions, type PolicyPackRun, runPolicyPack } from './policy-pack';
export { type ProgramOptions, type ProgramRun, resourceNamed, runProgram } from './program';
export type { EngineResource, LogMessage, Position } from './resource';
export { previewJson, type StateOptions, stackExportJson } from './state-json';
export { isSecret, type Json, type Properties, secret, UNKNOWN } from './wire';
