import { App, type Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { buildExample, CONSTRUCT_EXAMPLES, nameOf } from '../examples/constructs';
import { addCity } from '../examples/three-zone/city';
import * as approved from '../index';
import type { StackInfo } from '../lib/model/template';
import type { JsonObject } from './json';
import { type Mutant, mutantsOf } from './mutants';
import { guardedRole } from './vendor-roles';

/** Templates that comply, and of which every mutant should be noticed. */
export interface Subject {
  readonly name: string;
  readonly templates: readonly SubjectTemplate[];
  /** File of its profile. @default - that of Miyazaki City */
  readonly profile?: string;
  /** Ids of constructs whose resources another subject judges. @default - none */
  readonly elsewhere?: readonly string[];
}

export interface SubjectTemplate {
  readonly raw: JsonObject;
  readonly stack: StackInfo;
}

/**
 * What examples put a construct into. The first zone of each construct judges them together with it, and subjects of
 * their own alone; in its other zones they would be the same mutants again.
 */
const SURROUNDINGS: readonly string[] = ['Network', 'AlarmTopic'];

/** All mutants of a subject, except for those that another subject judges. */
export function mutantsOfSubject({
  templates,
  elsewhere = [],
}: Subject): readonly { readonly template: number; readonly mutant: Mutant }[] {
  return templates.flatMap(({ raw }, template) =>
    mutantsOf(raw)
      // CDK begins a logical id with the ids of the constructs around it.
      .filter(({ logicalId }) => !elsewhere.some((id) => logicalId.startsWith(id)))
      .map((mutant) => ({ template, mutant })),
  );
}

/** What to synthesize, by name: the city, and each construct in each zone where it belongs. */
export function recipes(): Readonly<Record<string, (app: App) => void>> {
  const examples = CONSTRUCT_EXAMPLES.flatMap((example) =>
    example.zones.map((zone) => {
      const build = (app: App) => {
        buildExample(app, 'Stack', example, zone);
      };
      return [`${nameOf(example)} (${zone})`, build] as const;
    }),
  );
  const guarded = (['policy', 'boundary'] as const).map((guard) => {
    const construct = `Vendor role guarded by its ${guard} alone`;
    const zones = [approved.Zone.MANAGEMENT];
    const example = { construct, zones, build: (stack: Stack) => guardedRole(stack, guard) };
    const build = (app: App) => {
      buildExample(app, 'Stack', example, approved.Zone.MANAGEMENT);
    };
    return [`${construct} (${approved.Zone.MANAGEMENT})`, build] as const;
  });
  return { 'examples/three-zone': addCity, ...Object.fromEntries([...examples, ...guarded]) };
}

/** Approved constructs that no subject is made of. */
export function forgottenConstructs(): readonly string[] {
  const used = new Set<unknown>();
  const note = (construct: Construct) => {
    for (let type = construct.constructor; type !== Construct; type = Object.getPrototypeOf(type))
      used.add(type);
  };
  for (const build of Object.values(recipes())) {
    const app = newApp();
    build(app);
    for (const child of app.node.findAll()) if (child !== app) note(child as Construct);
  }
  return Object.entries(approved)
    .filter(([, exported]) => isConstruct(exported) && !used.has(exported))
    .map(([name]) => name);
}

function isConstruct(exported: unknown): boolean {
  return typeof exported === 'function' && exported.prototype instanceof Construct;
}

/** Synthesizes a subject as it would be deployed, without CDK's own validation. */
export function synthesize(name: string, build: (app: App) => void): Subject {
  const app = newApp();
  build(app);
  const templates = app.synth().stacks.map((stack) => ({
    raw: stack.template as JsonObject,
    stack: {
      stackName: stack.stackName,
      constructPath: stack.hierarchicalId,
      region: stack.environment.region,
      account: stack.environment.account,
      // No tags: what they say of the stack its metadata says as well, and a mutant changes one place.
    },
  }));
  const example = CONSTRUCT_EXAMPLES.find((other) => name.startsWith(`${nameOf(other)} (`));
  const profile = example?.profile;
  const [first] = example?.zones ?? [];
  const isFirst = first === undefined || name.endsWith(`(${first})`);
  return {
    name,
    templates,
    ...(profile === undefined ? {} : { profile }),
    ...(isFirst ? {} : { elsewhere: SURROUNDINGS }),
  };
}

function newApp(): App {
  return new App({
    builtinCloudFormationValidation: false,
    analyticsReporting: false,
    context: { '@aws-cdk/core:defaultCrossStackReferences': 'strong' },
  });
}
