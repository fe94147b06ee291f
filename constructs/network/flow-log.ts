import { ArnFormat, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { FLOW_LOG_AGGREGATION_SECONDS } from '../../lib/policy/network-baseline';
import type { ILogArchive } from '../logging/log-archive';
import { RetainedLogGroup } from '../logging/retained-log-group';

/** Accepted and rejected packets of the whole VPC, kept where nobody can alter them (4(3)①, 7.1(6)②). */
export function logFlowsToArchive(scope: Construct, vpcId: string, archive: ILogArchive): void {
  new ec2.CfnFlowLog(scope, 'FlowLog', {
    resourceType: 'VPC',
    resourceId: vpcId,
    trafficType: 'ALL',
    maxAggregationInterval: FLOW_LOG_AGGREGATION_SECONDS,
    logDestinationType: 's3',
    logDestination: archive.bucket.bucketArn,
  });
}

/** The same, for a VPC without an archive: a log group with its own key. */
export function logFlowsToLogGroup(scope: Construct, vpcId: string, retention?: RetentionDays): void {
  const group = new RetainedLogGroup(scope, 'FlowLogGroup', retention === undefined ? {} : { retention });
  const stack = Stack.of(scope);
  const role = new iam.Role(scope, 'FlowLogRole', {
    description: 'Delivers VPC flow logs',
    assumedBy: new iam.ServicePrincipal('vpc-flow-logs.amazonaws.com', {
      conditions: {
        StringEquals: { 'aws:SourceAccount': stack.account },
        ArnLike: {
          'aws:SourceArn': stack.formatArn({
            service: 'ec2',
            resource: 'vpc-flow-log',
            resourceName: '*',
            arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
          }),
        },
      },
    }),
  });
  role.addToPolicy(
    new iam.PolicyStatement({
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams'],
      resources: [group.logGroup.logGroupArn],
    }),
  );
  const flowLog = new ec2.CfnFlowLog(scope, 'FlowLog', {
    resourceType: 'VPC',
    resourceId: vpcId,
    trafficType: 'ALL',
    maxAggregationInterval: FLOW_LOG_AGGREGATION_SECONDS,
    logDestinationType: 'cloud-watch-logs',
    logGroupName: group.logGroup.logGroupName,
    deliverLogsPermissionArn: role.roleArn,
  });
  // The service tests its rights when the flow log is made.
  flowLog.node.addDependency(role);
}
