import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { customerManagedKey, keyProblem } from '../private/keys';
import { PropErrors, wholeNumberProblem } from '../private/prop-errors';

/** The shortest time, in days, for which a log may be kept. */
export const MINIMUM_LOG_RETENTION_DAYS = 365;

/** Properties of a `RetainedLogGroup`. */
export interface RetainedLogGroupProps {
  /**
   * How long an entry is kept, in days. At least one year; `INFINITE` is allowed.
   *
   * @default logs.RetentionDays.THREE_YEARS
   */
  readonly retention?: logs.RetentionDays;

  /**
   * Name of the log group. Some services demand one of a certain form (`aws-waf-logs-…`).
   *
   * @default - CloudFormation makes one
   */
  readonly logGroupName?: string;

  /**
   * Customer managed key of the entries. A key imported by ARN must itself let CloudWatch Logs use it.
   *
   * @default - a new key, with yearly rotation
   */
  readonly encryptionKey?: kms.IKey;
}

/**
 * A log group that keeps what it is given: encrypted with a customer managed key (4(1)④),
 * for a year or longer (7.1(6)①, 8.1⑤), and left behind when its stack is deleted (7.1(6)②).
 *
 * @throws if `retention` is shorter than a year, or `encryptionKey` is managed by AWS or does not rotate.
 */
export class RetainedLogGroup extends Construct {
  /** The log group itself. */
  public readonly logGroup: logs.ILogGroup;
  /** The customer managed key of the entries. */
  public readonly encryptionKey: kms.IKey;

  constructor(scope: Construct, id: string, props: RetainedLogGroupProps = {}) {
    const errors = new PropErrors('RetainedLogGroup');
    errors.addIf('retention', wholeNumberProblem(props.retention, MINIMUM_LOG_RETENTION_DAYS, 'days'));
    errors.addIf('encryptionKey', keyProblem(props.encryptionKey));
    errors.throwIfAny(scope, id);
    super(scope, id);

    this.encryptionKey =
      props.encryptionKey ?? customerManagedKey(this, 'Key', `Log entries of ${this.node.path}`);
    allowCloudWatchLogs(this.encryptionKey, Stack.of(this), props.logGroupName ?? '*');
    this.logGroup = new logs.LogGroup(this, 'Resource', {
      ...(props.logGroupName === undefined ? {} : { logGroupName: props.logGroupName }),
      retention: props.retention ?? logs.RetentionDays.THREE_YEARS,
      encryptionKey: this.encryptionKey,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  /**
   * Lets an AWS service that delivers logs by itself (such as `delivery.logs.amazonaws.com`)
   * write to this group, on behalf of this account only.
   */
  public allowDeliveryBy(servicePrincipalName: string): void {
    const account = Stack.of(this).account;
    this.logGroup.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.ServicePrincipal(servicePrincipalName)],
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [this.logGroup.logGroupArn],
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    );
  }
}

/**
 * The service may use the key for log groups of this account and region only.
 * A group without a given name is matched by `*`: naming it here would make key and group wait for each other.
 */
function allowCloudWatchLogs(key: kms.IKey, stack: Stack, logGroupName: string): void {
  const arn = stack.formatArn({
    service: 'logs',
    resource: 'log-group',
    resourceName: logGroupName,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  key.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: [new iam.ServicePrincipal(`logs.${stack.region}.amazonaws.com`)],
      actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
      resources: ['*'],
      conditions: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': arn } },
    }),
  );
}
