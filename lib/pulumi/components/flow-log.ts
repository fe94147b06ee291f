import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import { FLOW_LOG_AGGREGATION_SECONDS } from '../../policy/network-baseline';
import type { LogArchive } from './log-archive';
import { retainedLogGroup } from './log-group';

/**
 * Accepted and rejected packets of the whole VPC (4(3)①), kept where nobody can alter them (7.1(6)②).
 *
 * @param to the archive, or for how many days a log group keeps them
 */
export function logFlows(
  name: string,
  vpc: aws.ec2.Vpc,
  to: LogArchive | number,
  tags: Record<string, string>,
  parent: pulumi.Resource,
): void {
  const all = {
    vpcId: vpc.id,
    trafficType: 'ALL',
    maxAggregationInterval: FLOW_LOG_AGGREGATION_SECONDS,
    tags,
  };
  if (typeof to !== 'number') {
    // The service tests its rights when the flow log is made; the archive's policy has to be there.
    new aws.ec2.FlowLog(
      name,
      { ...all, logDestinationType: 's3', logDestination: to.bucket.arn },
      { parent, dependsOn: [to] },
    );
    return;
  }
  const group = retainedLogGroup(name, { retentionDays: to, tags }, parent);
  const account = aws.getCallerIdentityOutput({}, { parent }).accountId;
  const { region } = aws.getRegionOutput({}, { parent });
  const role = new aws.iam.Role(
    `${name}-role`,
    {
      description: 'Delivers VPC flow logs',
      assumeRolePolicy: pulumi.jsonStringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'vpc-flow-logs.amazonaws.com' },
            Action: 'sts:AssumeRole',
            Condition: {
              StringEquals: { 'aws:SourceAccount': account },
              ArnLike: {
                'aws:SourceArn': pulumi.interpolate`arn:aws:ec2:${region}:${account}:vpc-flow-log/*`,
              },
            },
          },
        ],
      }),
      tags,
    },
    { parent },
  );
  const policy = new aws.iam.RolePolicy(
    `${name}-delivery`,
    {
      role: role.id,
      policy: pulumi.jsonStringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams'],
            Resource: [group.arn, pulumi.interpolate`${group.arn}:*`],
          },
        ],
      }),
    },
    { parent },
  );
  new aws.ec2.FlowLog(
    name,
    { ...all, logDestinationType: 'cloud-watch-logs', logDestination: group.arn, iamRoleArn: role.arn },
    { parent, dependsOn: [policy] },
  );
}
