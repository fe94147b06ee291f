import { Annotations, AspectPriority, Aspects, CfnResource, type IAspect } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { requireTls } from './require-tls';
import { type PropertyDefault, propertyDefaults } from './safe-properties';
import { fillIn, isWritten } from './written';

/** Options of the safe defaults. */
export interface SafeDefaultsProps {
  /**
   * How long log groups that say nothing keep their logs (clause 7.1(6)①). Logs older than that are
   * deleted from existing groups, too.
   *
   * @default 365 days
   */
  readonly logRetentionDays?: number;
}

/** One thing that the safe defaults set. */
export interface SafeDefaultChange {
  /** Construct path of the resource. */
  readonly constructPath: string;
  /** CloudFormation type of the resource. */
  readonly resourceType: string;
  /** Property that was set, or the statement that was added. */
  readonly property: string;
  /** The value, as JSON. */
  readonly value: string;
  /** Clause that it serves. */
  readonly clause: string;
}

/** Days that CloudWatch Logs can keep logs for. */
const RETENTION_DAYS: readonly number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/**
 * Sets what the policy asks for and nobody needs to decide: retention of logs, rotation of keys, TLS only on
 * buckets, queues and topics, version 2 of the instance metadata service, and the like.
 *
 *     SafeDefaults.apply(app);
 *
 * It fills in what is not written, and never changes what is. It sets nothing that would make CloudFormation
 * replace a resource, and nothing that has a choice in it (which key, which backup period). Zones of the
 * scope are not looked at. Each change is listed in `changes` and shown at synthesis.
 */
export class SafeDefaults implements IAspect {
  /** Adds the safe defaults to a scope, ahead of other aspects. Stages inside an App need a call of their own. */
  public static apply(scope: IConstruct, props: SafeDefaultsProps = {}): SafeDefaults {
    const defaults = new SafeDefaults(props);
    Aspects.of(scope).add(defaults, { priority: AspectPriority.MUTATING });
    return defaults;
  }

  private readonly made: SafeDefaultChange[] = [];
  private readonly visited = new WeakSet<IConstruct>();
  private readonly defaults: readonly PropertyDefault[];

  /** @throws Error when `logRetentionDays` is not a period that CloudWatch Logs offers */
  constructor(props: SafeDefaultsProps = {}) {
    const { logRetentionDays = 365 } = props;
    if (!RETENTION_DAYS.includes(logRetentionDays)) {
      throw new Error(
        `\`logRetentionDays\` must be one of ${RETENTION_DAYS.join(', ')}: ${logRetentionDays} is not`,
      );
    }
    this.defaults = propertyDefaults(logRetentionDays);
  }

  /** What was set so far; complete after synthesis. */
  public get changes(): SafeDefaultChange[] {
    return [...this.made];
  }

  public visit(node: IConstruct): void {
    if (!CfnResource.isCfnResource(node) || this.visited.has(node)) return;
    this.visited.add(node);
    for (const { type, property, clause, value, unless } of this.defaults) {
      if (node.cfnResourceType !== type || isWritten(node, property) || unless?.(node)) continue;
      fillIn(node, property, value);
      this.record(node, property, value, clause);
    }
    const statement = requireTls(node);
    if (statement !== undefined) this.record(node, statement, 'Deny without TLS', '5.3④');
  }

  private record(node: CfnResource, property: string, value: unknown, clause: string): void {
    const change = {
      constructPath: node.node.path,
      resourceType: node.cfnResourceType,
      property,
      value: JSON.stringify(value),
      clause,
    };
    this.made.push(change);
    Annotations.of(node).addInfo(`SafeDefaults: ${property} = ${change.value} (${clause})`);
  }
}
