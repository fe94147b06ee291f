import { CfnResource, Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { ruleMeant } from '../lib/analysis/citations';
import { isInside } from './deployment';

/** `Validations.of(construct).acknowledge({ id, reason })` or a suppression of cdk-nag 2, wherever it was made. */
export interface Acknowledgement {
  /** The rule that is meant: the id without its namespace, its pack and its finding. */
  readonly rule: string;
  readonly reason: string;
  /** Construct path that it was given at; empty for the app. */
  readonly at: string;
}

/** All acknowledgements in an app that could be meant for a rule, under whatever namespace or none. */
export function acknowledgementsIn(root: IConstruct): readonly Acknowledgement[] {
  return root.node.findAll().flatMap((construct) => [
    ...construct.node.metadata
      .filter(({ type, data }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY && data)
      .flatMap(({ data }) => Object.entries(data as Record<string, unknown>))
      .map(([id, reason]) => acknowledgement(id, reason, construct)),
    ...suppressionsAt(construct).map(({ id, reason }) => acknowledgement(id, reason, construct)),
  ]);
}

function acknowledgement(id: unknown, reason: unknown, { node }: IConstruct): Acknowledgement {
  return { rule: ruleMeant(String(id)), reason: typeof reason === 'string' ? reason : '', at: node.path };
}

/** What `NagSuppressions` of cdk-nag 2 leaves: metadata of a resource, or of the template of a stack. */
function suppressionsAt(
  construct: IConstruct,
): readonly { readonly id?: unknown; readonly reason?: unknown }[] {
  const block: unknown = CfnResource.isCfnResource(construct)
    ? construct.cfnOptions.metadata?.['cdk_nag']
    : Stack.isStack(construct)
      ? construct.templateOptions.metadata?.['cdk_nag']
      : undefined;
  const listed = (block as { rules_to_suppress?: unknown } | undefined)?.rules_to_suppress;
  return Array.isArray(listed) ? listed.filter((item) => typeof item === 'object' && item !== null) : [];
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
