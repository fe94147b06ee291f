import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  type App,
  Aspects,
  CfnResource,
  NestedStack,
  type PolicyValidationStack,
  Stack,
  Stage,
  Tag,
  Token,
} from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { Finding } from '../lib/assess';
import type { StackTemplate } from '../lib/check';
import { sourceSite } from './source-site';

/** A stack with the templates nested in it, by the logical ids of their resources. */
export interface AppStack extends StackTemplate {
  readonly nested: Readonly<Record<string, AppStack>>;
}

/** A template of the synthesized app, nested ones included. */
export interface AppTemplate {
  readonly constructPath: string;
  /** Absolute. */
  readonly templatePath: string;
}

/**
 * The synthesized app: its templates as the engine takes them, and the way back from a finding in a
 * template to the construct that it came from. The way back goes over the construct tree, since
 * templates carry construct paths only where path metadata is on (it is off in unit tests).
 */
export class Deployment {
  public readonly stacks: readonly StackTemplate[];
  public readonly templates: readonly AppTemplate[];
  /** Folder of the outermost assembly. */
  public readonly outdir: string;
  private readonly constructs = new Map<string, string>();
  private readonly byPath = new Map<string, IConstruct>();
  private readonly stackOf = new Map<string, string>();

  constructor(app: App, synthesized: readonly PolicyValidationStack[]) {
    const tree = app.node.findAll();
    const known = new Map(synthesized.map((stack) => [stack.stackConstructPath, stack]));
    const stacks: StackTemplate[] = [];
    const templates: AppTemplate[] = [];
    for (const stack of tree.filter((node) => Stack.isStack(node)) as Stack[]) {
      const entry = known.get(stack.node.path);
      known.delete(stack.node.path);
      const templatePath = entry === undefined ? templatePathOf(stack) : resolve(entry.templatePath);
      if (!existsSync(templatePath)) {
        throw new Error(`the template of the stack \`${stack.node.path}\` was not written: ${templatePath}`);
      }
      templates.push({ constructPath: stack.node.path, templatePath });
      this.stackOf.set(templatePath, stack.node.path);
      // A nested stack is loaded through its parent; a stack that the manifest leaves out (a Service
      // Catalog product, for one) is a template of its own.
      if (!NestedStack.isNestedStack(stack)) stacks.push(describe(stack, templatePath));
    }
    for (const stray of known.values()) {
      stacks.push({ templatePath: stray.templatePath, constructPath: stray.stackConstructPath });
      templates.push({ constructPath: stray.stackConstructPath, templatePath: resolve(stray.templatePath) });
      this.stackOf.set(resolve(stray.templatePath), stray.stackConstructPath);
    }
    for (const node of tree) {
      this.byPath.set(node.node.path, node);
      if (CfnResource.isCfnResource(node)) this.constructs.set(keyOf(node), node.node.path);
    }
    this.outdir = app.outdir;
    this.stacks = stacks;
    this.templates = templates;
  }

  /** Whether any template belongs to a scope, at least in part. */
  public reaches(scope: string): boolean {
    return this.templates.some(
      ({ constructPath }) => isInside(constructPath, scope) || isInside(scope, constructPath),
    );
  }

  /** The construct that a finding is about; the stack where no single resource is to blame. */
  public constructPathOf(finding: Finding): string {
    return this.resourcePathOf(finding) ?? this.stackOf.get(resolve(finding.resource.template)) ?? '';
  }

  /** Where the app made the construct at a path. */
  public sourceSiteOf(constructPath: string): string | undefined {
    const construct = this.byPath.get(constructPath);
    return construct === undefined ? undefined : sourceSite(construct);
  }

  /**
   * Whether a finding falls into a scope. One about none of the templates (a rule that failed, an entry of the
   * register) counts everywhere. A resource that no construct stands for may lie anywhere in its stack, so it
   * counts for all scopes in there.
   */
  public concerns(finding: Finding, scope: string): boolean {
    if (!this.stackOf.has(resolve(finding.resource.template))) return true;
    const path = this.constructPathOf(finding);
    if (isInside(path, scope)) return true;
    const unplaced = finding.resource.logicalId !== undefined && this.resourcePathOf(finding) === undefined;
    return unplaced && isInside(scope, path);
  }

  private resourcePathOf({ resource }: Finding): string | undefined {
    const { template, logicalId, constructPath } = resource;
    return logicalId === undefined
      ? undefined
      : (this.constructs.get(`${resolve(template)}#${logicalId}`) ?? constructPath);
  }
}

/** A construct and what is around it, out to its Stage: aspects and tags from further out do not get through. */
export function scopesInStage(construct: IConstruct): readonly IConstruct[] {
  const { scopes } = construct.node;
  return scopes.slice(Math.max(0, scopes.map((scope) => Stage.isStage(scope)).lastIndexOf(true)));
}

/** Whether a construct lies in a scope, by their paths. */
export function isInside(constructPath: string, scope: string): boolean {
  return scope === '' || constructPath === scope || constructPath.startsWith(`${scope}/`);
}

function describe(stack: Stack, templatePath: string): AppStack {
  const { region, account } = stack;
  return {
    templatePath,
    stackName: stack.stackName,
    constructPath: stack.node.path,
    tags: stackTags(stack),
    terminationProtection: stack.terminationProtection,
    nested: nestedTemplates(stack),
    ...(Token.isUnresolved(region) ? {} : { region }),
    ...(Token.isUnresolved(account) ? {} : { account }),
  };
}

/** By logical id: templates name the files of nested ones only where asset metadata is on (off in unit tests). */
function nestedTemplates(parent: Stack): Record<string, AppStack> {
  const nested = parent.node
    .findAll()
    .filter((node) => NestedStack.isNestedStack(node))
    .filter((stack) => stack.nestedStackParent === parent);
  return Object.fromEntries(
    nested.flatMap((stack) => {
      const resource = stack.nestedStackResource;
      return CfnResource.isCfnResource(resource)
        ? [[parent.resolve(resource.logicalId), describe(stack, templatePathOf(stack))]]
        : [];
    }),
  );
}

/**
 * The tags of a stack, and those put around it by `Tags.of`: with the feature flag
 * `@aws-cdk/core:explicitStackTags` CDK keeps the latter from the stack itself.
 */
function stackTags(stack: Stack): Record<string, string> {
  const around = scopesInStage(stack)
    .flatMap((scope) => Aspects.of(scope).all)
    .filter((aspect) => aspect instanceof Tag)
    .map((tag) => [tag.key, tag.value]);
  return { ...Object.fromEntries(around), ...stack.tags.tagValues() };
}

function templatePathOf(stack: Stack): string {
  return resolve(Stage.of(stack)?.outdir ?? '.', stack.templateFile);
}

function keyOf({ stack, logicalId }: CfnResource): string {
  return `${templatePathOf(stack)}#${stack.resolve(logicalId)}`;
}
