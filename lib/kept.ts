import type { Finding } from './finding';
import type { Resource } from './model/resource';
import type { Template } from './model/template';
import type { ResourceRule, Rule, Subject } from './rules/define';

/** A result of one rule for one resource, before exceptions. */
export interface Outcome {
  readonly rule: ResourceRule;
  readonly resource: Resource;
  readonly verdict: 'compliant' | 'notApplicable' | 'violation' | 'undetermined' | 'evidence';
  /** Undefined where there is nothing to tell. */
  readonly finding: Finding | undefined;
  /** The rule failed, or gave up. */
  readonly failed: boolean;
}

/** What is known of one rule for all resources of one template. */
export interface Known {
  readonly rule: ResourceRule;
  readonly compliant: number;
  readonly notApplicable: number;
  readonly found: readonly { readonly finding: Finding; readonly where: Omit<Subject, 'claim'> }[];
}

/** Results of earlier checks that still hold, as a check uses them and adds to them; see lib/incremental. */
export interface Kept {
  /** Told which rule is asked next, of a resource in which template; undefined when that is over. */
  asking(rule: Rule | undefined, template?: Template): void;
  /** Whether the results of a rule for a template are known: then it is not asked. */
  has(template: Template, rule: ResourceRule): boolean;
  add(outcome: Outcome): void;
  known(): Iterable<Known>;
  /** Told of the lines of the findings that were added. */
  finish(lines: ReadonlyMap<Finding, number | undefined>): void;
}
