import { NO_CLASSIC as FOUNDATION } from './reasons/foundation';

/** Types of CloudFormation that rules look at and `@pulumi/aws` does not make, with why. */
export const NO_CLASSIC: Readonly<Record<string, string>> = { ...FOUNDATION };
