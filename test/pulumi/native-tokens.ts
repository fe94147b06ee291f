import { catalog } from '../../lib/pulumi/catalog';

/** Tokens of @pulumi/aws-native by type of CloudFormation, as far as rules look at the type. */
export const NATIVE_TOKENS: ReadonlyMap<string, string> = new Map(
  Object.entries(catalog().native).map(([token, { type }]) => [type, token]),
);
