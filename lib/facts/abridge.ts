import { createHash } from 'node:crypto';
import { namesIn } from '../analysis/uses';
import type { Deployment } from '../model/deployment';
import { isRecord, own, type Template } from '../model/template';
import { networkPart } from './network-parts';

/** What is known of a stack of another repository: a template that holds its networks, and nothing else. */
export interface StackFacts {
  readonly stack?: string;
  readonly account?: string;
  readonly region?: string;
  readonly tags?: Readonly<Record<string, string>>;
  /** Where it was read from, for people. */
  readonly source: string;
  /** SHA-256 of the template and what is nested in it, in hexadecimal. */
  readonly digest: string;
  readonly template: Readonly<Record<string, unknown>>;
  /** Stacks nested in it, by logical id. */
  readonly nested?: Readonly<Record<string, NestedFacts>>;
}

export type NestedFacts = Pick<StackFacts, 'template' | 'nested'>;

/** The networks of all stacks of a deployment, for those who check other stacks. */
export function networkFacts(deployment: Deployment): readonly StackFacts[] {
  return (
    deployment.templates
      .filter(({ parent, isContext }) => parent === undefined && isContext !== true)
      .map((template) => stackFacts(deployment, template))
      // A stack without networks has nothing to say here.
      .filter(
        ({ template, nested }) =>
          nested !== undefined || Object.keys(template['Resources'] as object).length > 0,
      )
  );
}

export function stackFacts(deployment: Deployment, template: Template): StackFacts {
  const content = abridged(deployment, template);
  const { stackName, account, region, tags } = template.stack;
  return {
    ...(stackName === undefined ? {} : { stack: stackName }),
    ...(account === undefined ? {} : { account }),
    ...(region === undefined ? {} : { region }),
    ...(tags === undefined || Object.keys(tags).length === 0 ? {} : { tags }),
    source: template.path,
    digest: digestOf(content),
    ...content,
  };
}

function abridged(deployment: Deployment, template: Template): NestedFacts {
  const resources: Record<string, unknown> = {};
  const nested: Record<string, NestedFacts> = {};
  for (const [logicalId, resource] of template.resources) {
    const properties = own(resource.body, 'Properties');
    if (resource.type === 'AWS::CloudFormation::Stack') {
      const child = deployment.exports.nestedTemplate(resource);
      if (child === undefined) continue;
      nested[logicalId] = abridged(deployment, child);
      resources[logicalId] = pieceOf(resource.body, { Parameters: own(properties, 'Parameters') ?? {} });
      continue;
    }
    const part = networkPart(resource.type, isRecord(properties) ? properties : {});
    if (part !== undefined) resources[logicalId] = pieceOf(resource.body, part);
  }
  const { raw, parameters, mappings, conditions, outputs } = template;
  const known = new Set([...Object.keys(resources), ...Object.keys(parameters)]);
  const isKnown = (name: string) => known.has(name) || name.startsWith('AWS::');
  const metadata = own(raw['Metadata'], 'Jichitai');
  return {
    template: filled({
      Transform: raw['Transform'],
      Metadata: metadata === undefined ? undefined : { Jichitai: metadata },
      Parameters: mapped(parameters, withoutSecret),
      Mappings: mappings,
      Conditions: conditions,
      Resources: resources,
      Outputs: mapped(outputs, (output) => (namesIn(output).every(isKnown) ? output : undefined)),
    }),
    ...(Object.keys(nested).length === 0 ? {} : { nested }),
  };
}

/** A resource with some of its properties. What it depends on and how it is deleted is no matter of networks. */
function pieceOf(body: Readonly<Record<string, unknown>>, properties: object): object {
  const path = own(own(body, 'Metadata'), 'aws:cdk:path');
  return {
    ...('Fn::Transform' in body ? { 'Fn::Transform': body['Fn::Transform'] } : {}),
    Type: body['Type'],
    ...(body['Condition'] === undefined ? {} : { Condition: body['Condition'] }),
    ...(typeof path === 'string' ? { Metadata: { 'aws:cdk:path': path } } : {}),
    ...(Object.keys(properties).length === 0 ? {} : { Properties: properties }),
  };
}

/** What nobody is to see stays at home; a default is no value before deployment anyway. */
function withoutSecret(parameter: unknown): unknown {
  if (!isRecord(parameter)) return parameter;
  const { Default: _, Description: __, ...rest } = parameter;
  return rest;
}

function mapped(
  section: Readonly<Record<string, unknown>>,
  change: (value: unknown) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(section).flatMap(([name, value]) => {
      const changed = change(value);
      return changed === undefined ? [] : [[name, changed]];
    }),
  );
}

/** Without sections that say nothing. A template has Resources all the same. */
function filled(template: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(template).filter(
      ([name, value]) =>
        value !== undefined && (name === 'Resources' || !isRecord(value) || Object.keys(value).length > 0),
    ),
  );
}

export function digestOf({ template, nested }: NestedFacts): string {
  return createHash('sha256')
    .update(JSON.stringify(ordered({ template, nested: nested ?? {} })))
    .digest('hex');
}

/** The same data with the keys of each object in order: how a file is written must not matter. */
function ordered(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(ordered);
  if (!isRecord(data)) return data;
  return Object.fromEntries(
    Object.keys(data)
      .sort()
      .map((key) => [key, ordered(data[key])]),
  );
}
