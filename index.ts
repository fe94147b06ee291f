export * from './aspects';
export * from './constructs';
export type { Assessment, Summary } from './lib/assess';
export { type CheckOptions, checkPaths, checkStacks, type StackTemplate } from './lib/check';
export { InputError } from './lib/errors';
export type { Finding, FindingResource, Severity, Verdict } from './lib/finding';
export type { Language, Text } from './lib/text';
