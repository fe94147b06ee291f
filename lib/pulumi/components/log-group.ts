import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import { customerManagedKey } from './bucket-parts';

/** The shortest time, in days, for which a log may be kept (7.1(6)①, 8.1⑤). */
export const LEAST_LOG_DAYS = 365;

/** How a log group differs from another one. */
export interface LogGroupLayout {
  readonly retentionDays: number;
  readonly tags: Record<string, string>;
  /** Name of the group. @default - Pulumi makes one */
  readonly groupName?: pulumi.Input<string>;
  /** Customer managed key that lets CloudWatch Logs use it. @default - a new one */
  readonly key?: aws.kms.Key;
}

/** A log group that keeps what it is given: own key (4(1)④), a year or longer, kept when its stack goes (7.1(6)②). */
export function retainedLogGroup(
  name: string,
  layout: LogGroupLayout,
  parent: pulumi.Resource,
): aws.cloudwatch.LogGroup {
  const { tags, groupName } = layout;
  const key =
    layout.key ?? customerManagedKey(`${name}-key`, `Log ${name}`, tags, parent, logKeyPolicy(parent));
  return new aws.cloudwatch.LogGroup(
    name,
    {
      ...(groupName === undefined ? {} : { name: groupName }),
      retentionInDays: layout.retentionDays,
      kmsKeyId: key.arn,
      tags,
    },
    { parent, protect: true, retainOnDelete: true },
  );
}

/** The account manages its key by its own policies; CloudWatch Logs uses it for log groups of this account and region. */
export function logKeyPolicy(parent: pulumi.Resource): pulumi.Output<string> {
  const account = aws.getCallerIdentityOutput({}, { parent }).accountId;
  const { region } = aws.getRegionOutput({}, { parent });
  return pulumi.jsonStringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'AccountManagesKey',
        Effect: 'Allow',
        Principal: { AWS: pulumi.interpolate`arn:aws:iam::${account}:root` },
        Action: 'kms:*',
        Resource: '*',
      },
      {
        Sid: 'LogsEncryptEntries',
        Effect: 'Allow',
        Principal: { Service: pulumi.interpolate`logs.${region}.amazonaws.com` },
        Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
        Resource: '*',
        Condition: {
          ArnLike: {
            'kms:EncryptionContext:aws:logs:arn': pulumi.interpolate`arn:aws:logs:${region}:${account}:log-group:*`,
          },
        },
      },
    ],
  });
}
