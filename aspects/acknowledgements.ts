import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { isInside } from './deployment';

/** `Validations.of(construct).acknowledge({ id, reason })`, wherever it was called. */
export interface Acknowledgement {
  /** The id as CDK keeps it, without its namespace. */
  readonly rule: string;
  readonly reason: string;
  /** Construct path that it was given at; empty for the app. */
  readonly at: string;
}

/** All acknowledgements in an app that could be meant for a rule, under whatever namespace or none. */
export function acknowledgementsIn(root: IConstruct): readonly Acknowledgement[] {
  return root.node.findAll().flatMap((construct) =>
    construct.node.metadata
      .filter(({ type, data }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY && data)
      .flatMap(({ data }) => Object.entries(data as Record<string, unknown>))
      .map(([id, reason]) => ({
        rule: id.slice(id.indexOf('::') + (id.includes('::') ? 2 : 0)),
        reason: typeof reason === 'string' ? reason : '',
        at: construct.node.path,
      })),
  );
}

/** The acknowledgement that CDK or cdk-nag would let a finding go for: the closest one around it. */
export function acknowledgementOf(
  all: readonly Acknowledgement[],
  rules: readonly string[],
  constructPath: string,
): Acknowledgement | undefined {
  return all
    .filter(({ rule, at }) => rules.includes(rule) && isInside(constructPath, at))
    .sort((a, b) => b.at.length - a.at.length)[0];
}
