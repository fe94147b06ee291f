/** Types of CloudFormation that rules look at and `@pulumi/aws` does not make, with why. */
export const NO_CLASSIC: Readonly<Record<string, string>> = {};
