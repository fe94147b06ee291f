import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

/** What the parts of a system share. */
export interface Base {
  readonly vpc: ec2.IVpc;
  readonly key: kms.IKey;
  readonly archive: s3.IBucket;
  readonly alerts: sns.ITopic;
  readonly cluster: ecs.ICluster;
}

/** Every fifth system is built without care. */
export function isCareless(n: number): boolean {
  return n % 5 === 0;
}

/** One part of a system: `n` makes each a little different. */
export type Part = (scope: Construct, base: Base, n: number) => void;
