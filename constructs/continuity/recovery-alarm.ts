import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { IEncryptedTopic } from '../data/encrypted-topic';
import { alarmTo } from '../private/alarms';

/** Jobs whose failure somebody has to hear of, by the names of their metrics. */
const FAILURES = ['NumberOfBackupJobsFailed', 'NumberOfCopyJobsFailed', 'NumberOfRestoreJobsFailed'];

/** Properties of a `RecoveryAlarm`. */
export interface RecoveryAlarmProps {
  /** Who hears of it. */
  readonly alarmTopic: IEncryptedTopic;
}

/**
 * Says when information could not be recovered any more: a backup, a copy or a restoration fails, or a day passes
 * without any backup (7.1(2)①, 8.1①). Once in each account and region with a plan.
 */
export class RecoveryAlarm extends Construct {
  constructor(scope: Construct, id: string, props: RecoveryAlarmProps) {
    super(scope, id);
    const metric = (metricName: string, period: Duration) =>
      new cloudwatch.Metric({ namespace: 'AWS/Backup', metricName, statistic: 'Sum', period });
    for (const name of FAILURES) {
      alarmTo(this, name, props.alarmTopic, {
        alarmDescription: `AWS Backup: ${name}`,
        metric: metric(name, Duration.hours(1)),
        threshold: 1,
        evaluationPeriods: 1,
        comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
      });
    }
    alarmTo(this, 'NoBackup', props.alarmTopic, {
      alarmDescription: 'AWS Backup: no backup for a day',
      metric: metric('NumberOfBackupJobsCompleted', Duration.days(1)),
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: cloudwatch.TreatMissingData.BREACHING,
    });
  }
}
