import type { TypeMapping, WrittenMapping } from '../../../lib/pulumi/mapping';
import { NETWORK } from './network';
import { S3 } from './s3';

export type Written = Readonly<Record<string, WrittenMapping & Pick<TypeMapping, 'type'>>>;

/** Types of `@pulumi/aws` by what stands behind `aws:` in their token. */
export const CLASSIC: Written = { ...S3, ...NETWORK };

/** Types of `@pulumi/aws` whose counterpart no rule and no analysis looks at. */
export const UNJUDGED: readonly string[] = [];
