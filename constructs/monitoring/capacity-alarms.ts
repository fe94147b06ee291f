import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Construct, type IConstruct } from 'constructs';
import type { PrivateFunction } from '../compute/private-function';
import type { PrivateService } from '../compute/private-service';
import type { EncryptedCache } from '../data/encrypted-cache';
import type { EncryptedDatabase } from '../data/encrypted-database';
import type { EncryptedQueue } from '../data/encrypted-queue';
import type { EncryptedTable } from '../data/encrypted-table';
import type { IEncryptedTopic } from '../data/encrypted-topic';
import { alarmTo } from '../private/alarms';

/** Load beyond which somebody should look, in per cent. */
const BUSY_PERCENT = 80;

/** Properties of a `CapacityAlarms`. */
export interface CapacityAlarmsProps {
  /** Who hears of it. */
  readonly alarmTopic: IEncryptedTopic;
}

/** What is watched of one thing. */
interface Watched {
  readonly name: string;
  readonly metric: cloudwatch.IMetric;
  readonly threshold: number;
}

/**
 * Says what runs out before it does (8.1④), and what fails (8.1①): call a `watch…` method for each part of a system.
 *
 *     const alarms = new CapacityAlarms(this, 'Alarms', { alarmTopic });
 *     alarms.watchDatabase(records);
 *     alarms.watchService(service);
 */
export class CapacityAlarms extends Construct {
  private readonly topic: IEncryptedTopic;

  constructor(scope: Construct, id: string, props: CapacityAlarmsProps) {
    super(scope, id);
    this.topic = props.alarmTopic;
  }

  /** Load of the processors of a database. */
  public watchDatabase(database: EncryptedDatabase): void {
    const dimensions = { DBClusterIdentifier: database.cluster.clusterIdentifier };
    this.watch(database, [
      { name: 'Cpu', metric: metricOf('AWS/RDS', 'CPUUtilization', dimensions), threshold: BUSY_PERCENT },
    ]);
  }

  /** Load of processors and memory of containers. */
  public watchService(service: PrivateService): void {
    this.watch(service, [
      { name: 'Cpu', metric: service.service.metricCpuUtilization(), threshold: BUSY_PERCENT },
      { name: 'Memory', metric: service.service.metricMemoryUtilization(), threshold: BUSY_PERCENT },
    ]);
  }

  /** Messages that could not be processed. */
  public watchQueue(queue: EncryptedQueue): void {
    this.watch(queue, [
      {
        name: 'Undelivered',
        metric: queue.deadLetterQueue.metricApproximateNumberOfMessagesVisible(),
        threshold: 1,
      },
    ]);
  }

  /** Requests to a table that were turned away, for want of capacity or by mistake. */
  public watchTable(table: EncryptedTable): void {
    const dimensions = { TableName: table.table.tableName };
    this.watch(
      table,
      ['ReadThrottleEvents', 'WriteThrottleEvents'].map((name) => ({
        name,
        metric: metricOf('AWS/DynamoDB', name, dimensions, 'Sum'),
        threshold: 1,
      })),
    );
  }

  /** Calls of a function that failed or were turned away. */
  public watchFunction(fn: PrivateFunction): void {
    this.watch(fn, [
      { name: 'Errors', metric: fn.function.metricErrors(), threshold: 1 },
      { name: 'Throttles', metric: fn.function.metricThrottles(), threshold: 1 },
    ]);
    this.watchQueue(fn.failedEvents);
  }

  /** Load of the processors and use of the memory of a cache. */
  public watchCache(cache: EncryptedCache): void {
    const dimensions = { ReplicationGroupId: cache.replicationGroup.ref };
    const watched = { Cpu: 'EngineCPUUtilization', Memory: 'DatabaseMemoryUsagePercentage' };
    this.watch(
      cache,
      Object.entries(watched).map(([name, metricName]) => ({
        name,
        metric: metricOf('AWS/ElastiCache', metricName, dimensions),
        threshold: BUSY_PERCENT,
      })),
    );
  }

  private watch(what: IConstruct, all: readonly Watched[]): void {
    for (const { name, metric, threshold } of all) {
      alarmTo(this, `${name}-${what.node.addr}`, this.topic, {
        alarmDescription: `${what.node.path}: ${name}`,
        metric,
        threshold,
        evaluationPeriods: 3,
        datapointsToAlarm: 2,
        comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
      });
    }
  }
}

function metricOf(
  namespace: string,
  metricName: string,
  dimensionsMap: Record<string, string>,
  statistic = 'Average',
): cloudwatch.Metric {
  return new cloudwatch.Metric({
    namespace,
    metricName,
    dimensionsMap,
    statistic,
    period: Duration.minutes(5),
  });
}
