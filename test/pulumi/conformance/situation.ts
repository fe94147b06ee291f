import type { ZoneName } from '../../../lib/policy/zones';
import type { PulumiResource } from '../../../lib/pulumi/resource';

/** The same thing said in CloudFormation, with @pulumi/aws and with @pulumi/aws-native. */
export interface Situation {
  /** What it shows: completes "it …". */
  readonly name: string;
  /** The id of the rule that judges it. */
  readonly rule: string;
  readonly verdict: 'compliant' | 'violation' | 'undetermined' | 'evidence';
  /** @default my-number */
  readonly zone?: ZoneName;
  readonly cloudformation: Readonly<Record<string, unknown>>;
  readonly aws: readonly PulumiResource[];
  /** Undefined where aws-native has no such type. */
  readonly native?: readonly PulumiResource[];
}
