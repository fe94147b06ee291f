import { AspectPriority, Aspects, type IAspect, Stack, Stage, Tags, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { isMarkValue, listedValues, MARKS, type MarkName } from '../lib/policy/zones';
import { scopesInStage } from './deployment';

/** The network segment that something belongs to (clauses 4(1)①, 4(2)①). */
export enum Zone {
  /** Systems that handle My Number and resident records. */
  MY_NUMBER = 'my-number',
  /** Systems on the Local Government Wide Area Network. */
  LGWAN = 'lgwan',
  /** Systems that face the Internet. */
  INTERNET = 'internet',
  /** Shared operation: log archive, monitoring, pipelines. */
  MANAGEMENT = 'management',
}

/** What an environment is for (clause 7.3(3)①(ア): development and production are kept apart). */
export enum Environment {
  PRODUCTION = 'production',
  VERIFICATION = 'verification',
  DEVELOPMENT = 'development',
}

/** Who administers something (clauses 7.2(1)③(エ), 7.5(1)⑦). */
export enum Party {
  /** The city's own staff. */
  MUNICIPALITY = 'municipality',
  /** The company that operates the system day by day. */
  OPERATOR = 'operator',
  /** The company that built it. */
  VENDOR = 'vendor',
}

/** Zone and classification of everything inside a scope. */
export interface ZoneMarkingProps {
  /** Network segment. */
  readonly zone: Zone;

  /**
   * Class of confidentiality, 1 (open) to 3 (personal data) (clause 3(1)).
   *
   * @default - not declared
   */
  readonly confidentiality?: number;

  /**
   * Class of integrity, 1 or 2 (clause 3(1)).
   *
   * @default - not declared
   */
  readonly integrity?: number;

  /**
   * Class of availability, 1 or 2 (clause 3(1)).
   *
   * @default - not declared
   */
  readonly availability?: number;

  /**
   * What the environment is for.
   *
   * @default - not declared
   */
  readonly environment?: Environment;

  /**
   * Who administers it.
   *
   * @default - not declared
   */
  readonly party?: Party;

  /**
   * Last day of planned use, `YYYY-MM-DD`: software must be supported until then (clause 7.4(1)⑦).
   *
   * @default - not declared
   */
  readonly plannedUseUntil?: string;

  /**
   * Application number under which connections of this scope to outside networks were permitted (clause 7.1(10)①).
   *
   * @default - not declared
   */
  readonly approval?: string;
}

/** What CDK gives to a tag that is added without a priority. */
const TAG_PRIORITY = 100;

const declared = new WeakSet<IConstruct>();

/**
 * Declares the zone and classification of everything inside a scope: an App, a Stage, a Stack or any
 * construct. An inner declaration wins over an outer one, key by key.
 *
 *     ZoneMarking.of(stack).declare({ zone: Zone.MY_NUMBER, confidentiality: 3 });
 */
export class ZoneMarking {
  /** The marking of a scope. */
  public static of(scope: IConstruct): ZoneMarking {
    return new ZoneMarking(scope);
  }

  private constructor(private readonly scope: IConstruct) {}

  /**
   * Tags the scope, and writes the same into the metadata of every template in it, for resources that
   * take no tags and for checks that see nothing but the template.
   *
   * @throws Error naming every prop that has a wrong value
   */
  public declare(props: ZoneMarkingProps): void {
    validateMarking(props, this.scope);
    const entries = (Object.keys(MARKS) as MarkName[]).flatMap((key) => {
      const value = props[key];
      return value === undefined ? [] : [{ mark: MARKS[key], value }];
    });
    const metadata = Object.fromEntries(entries.map(({ mark, value }) => [mark.metadata, value]));
    // CDK carries neither tags nor aspects of an App into the Stages in it: each is marked by itself, with
    // less weight the further out the declaration was made, so that the inner one wins in whichever order.
    for (const part of [this.scope, ...nestedStages(this.scope)]) {
      const distance = part.node.scopes.length - this.scope.node.scopes.length;
      for (const { mark, value } of entries) {
        Tags.of(part).add(mark.tag, String(value), { priority: TAG_PRIORITY - distance });
      }
      Aspects.of(part).add(new TemplateMetadata(metadata), { priority: AspectPriority.MUTATING - distance });
      declared.add(part);
    }
    Aspects.of(this.scope).add(new StagesReached(this.scope));
  }
}

class TemplateMetadata implements IAspect {
  constructor(private readonly metadata: Readonly<Record<string, string | number>>) {}

  public visit(node: IConstruct): void {
    if (!Stack.isStack(node)) return;
    const { metadata } = node.templateOptions;
    node.templateOptions.metadata = {
      ...metadata,
      Jichitai: { ...(metadata?.['Jichitai'] as object | undefined), ...this.metadata },
    };
  }
}

/** A Stage that is added after the declaration would be unmarked, and rules of the zone would skip it. */
class StagesReached implements IAspect {
  constructor(private readonly scope: IConstruct) {}

  public visit(node: IConstruct): void {
    if (node !== this.scope) return;
    const missed = nestedStages(node).find((stage) => stacksOf(stage).some((stack) => !isDeclared(stack)));
    if (missed === undefined) return;
    throw new Error(
      `ZoneMarking of \`${node.node.path || 'the app'}\` does not reach the Stage \`${missed.node.path}\`, ` +
        'which was added after it: declare the marking once the Stage is there, or on the Stage itself',
    );
  }
}

function nestedStages(scope: IConstruct): IConstruct[] {
  return scope.node.findAll().filter((child) => child !== scope && Stage.isStage(child));
}

function stacksOf(stage: IConstruct): IConstruct[] {
  return stage.node.findAll().filter((child) => Stack.isStack(child) && Stage.of(child) === stage);
}

function isDeclared(stack: IConstruct): boolean {
  return scopesInStage(stack).some((scope) => declared.has(scope));
}

const OPEN_VALUES = { date: 'a day, YYYY-MM-DD', text: 'a text that is not empty' } as const;

function validateMarking(props: ZoneMarkingProps, scope: IConstruct): void {
  const errors: string[] = props.zone === undefined ? ['`zone` is missing'] : [];
  for (const key of Object.keys(MARKS) as MarkName[]) {
    const value: unknown = props[key];
    if (value === undefined || (!Token.isUnresolved(value) && isMarkValue(key, String(value)))) continue;
    const wanted = listedValues(key)?.join(', ') ?? OPEN_VALUES[MARKS[key].values as 'date' | 'text'];
    errors.push(`\`${key}\` must be ${wanted}: ${shown(value)} is not`);
  }
  if (errors.length > 0) {
    throw new Error(`ZoneMarking of \`${scope.node.path || 'the app'}\`: ${errors.join('; ')}`);
  }
}

function shown(value: unknown): string {
  return Token.isUnresolved(value) ? 'a value known only at deployment' : JSON.stringify(value);
}
