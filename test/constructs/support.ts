import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { Construct } from 'constructs';
import { Environment, Zone, ZoneMarking } from '../../aspects';
import { checkStacks } from '../../lib/check';

/** An app without CDK's own validation, which one test runs for everything at once. */
export function quickApp(): App {
  return new App({ builtinCloudFormationValidation: false });
}

/** The template of a stack with something in it. */
export function templateOf(build: (stack: Stack) => unknown): Template {
  const stack = new Stack(quickApp(), 'Stack');
  build(stack);
  return Template.fromStack(stack);
}

/** The message with which building something fails. */
export function failureOf(build: (stack: Stack) => Construct): string {
  const stack = new Stack(quickApp(), 'Stack');
  try {
    build(stack);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was thrown');
}

export interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Principal?: unknown;
  readonly Resource?: unknown;
  readonly Condition?: Record<string, Record<string, unknown>>;
}

/** All statements of all policy documents in resources of one type. */
export function statementsOf(template: Template, type: string, property: string): Statement[] {
  return Object.values(template.findResources(type)).flatMap(
    (resource) => resource['Properties'][property].Statement as Statement[],
  );
}

/** Resource types of a template. */
export function typesOf(template: Template): Set<string> {
  const resources = template.toJSON()['Resources'] as Record<string, { Type: string }>;
  return new Set(Object.values(resources).map((resource) => resource.Type));
}

/** Rules that the guardrail reports as broken in a stack of the my-number zone, in spite of its construct. */
export function guardedFindings(build: (stack: Stack) => unknown): string[] {
  const app = quickApp();
  const stack = new Stack(app, 'Stack');
  build(stack);
  ZoneMarking.of(stack).declare({
    zone: Zone.MY_NUMBER,
    confidentiality: 3,
    integrity: 2,
    availability: 2,
    environment: Environment.PRODUCTION,
  });
  const { findings } = checkStacks([
    { templatePath: app.synth().getStackArtifact('Stack').templateFullPath },
  ]);
  return [...new Set(findings.filter(({ verdict }) => verdict === 'violation').map(({ rule }) => rule))];
}
