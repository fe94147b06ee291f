import type { Text } from '../text';
import type { Deployment } from './deployment';
import { Field } from './field';
import { type Guard, GuardLimitError } from './guard';
import { macroReason } from './macros';
import { isRecord, own, type Raw, type Template } from './template';
import { type Alternative, always, unknown, type Value } from './value';

/** One resource of the deployment, whatever it was written in. */
export class Resource {
  /** Unique in the deployment. */
  readonly id: string;
  private top: Field | undefined;
  /** What was worked out of it, each thing in a place of its own. */
  private notes: unknown[] | undefined;
  private guard: Guard | undefined;

  constructor(
    readonly deployment: Deployment,
    readonly template: Template,
    readonly logicalId: string,
    readonly type: string,
    private readonly raw: Raw,
    /** Where it stands in the file; differs from its logical id for one that a loop made. */
    readonly at: readonly string[],
  ) {
    this.id = `${template.key}/${logicalId}`;
  }

  /** The choices under which the resource is made at all. */
  get exists(): Guard {
    if (this.guard === undefined) {
      const condition = own(this.raw, 'Condition');
      const own_ =
        typeof condition === 'string'
          ? this.deployment.evaluator.conditions.named(condition, this.template)
          : undefined;
      this.guard = own_ === undefined ? this.template.exists : both(this.template.exists, own_);
    }
    return this.guard;
  }

  /** The construct path that CDK wrote into the template. */
  get constructPath(): string | undefined {
    const path = own(own(this.raw, 'Metadata'), 'aws:cdk:path');
    return typeof path === 'string' ? path : undefined;
  }

  get metadata(): unknown {
    return own(this.raw, 'Metadata');
  }

  /**
   * All properties as one object, of which these are read: less than `get('')`, which may be asked for any.
   * @param names of properties, or paths
   */
  properties(...names: readonly string[]): Field {
    const { watchRead } = this.deployment;
    if (watchRead !== undefined) for (const name of names) watchRead(this, name);
    this.top ??= this.root();
    return this.top;
  }

  /** A property, by a path with dots; `''` gives all of them as one object. */
  get(path: string): Field {
    this.deployment.watchRead?.(this, path);
    this.top ??= this.root();
    return path === '' ? this.top : this.top.get(path);
  }

  /** The one value that a property always has, by a look that makes no field; undefined where there is a choice. */
  valueAt(path: string): Value | undefined {
    this.deployment.watchRead?.(this, path);
    this.top ??= this.root();
    return this.top.valueAt(path);
  }

  /** The values of the items of a list, or of what counts as one, by such a look. */
  itemValuesAt(path: string): readonly Value[] | undefined {
    this.deployment.watchRead?.(this, path);
    this.top ??= this.root();
    return this.top.itemValuesAt(path);
  }

  /** @internal See perResource. */
  note<T>(place: number, make: (resource: Resource) => T): T {
    // Of the size that it needs: an array that grows takes several times as much.
    this.notes ??= new Array(places).fill(undefined);
    const { notes } = this;
    let note = notes[place];
    if (note === undefined) {
      note = make(this);
      notes[place] = note;
    }
    return note as T;
  }

  /** Drops what was worked out of the properties, to be worked out again where somebody asks. */
  forget(): void {
    this.top = undefined;
  }

  /** An attribute beside the properties: DeletionPolicy, UpdateReplacePolicy, DependsOn. */
  attribute(name: string): Field {
    const { evaluator } = this.deployment;
    const alternatives = this.evaluated(own(this.raw, name));
    return new Field(evaluator, name, this.exists, evaluator.settle(alternatives), [...this.at, name]);
  }

  /** The names of the properties that are written. */
  get propertyNames(): readonly string[] {
    const properties = own(this.raw, 'Properties');
    return isRecord(properties) ? Object.keys(properties) : [];
  }

  /** All of it, unevaluated. */
  get body(): Raw {
    this.deployment.watchRead?.(this, '');
    return this.raw;
  }

  /** The unevaluated property of this name. */
  rawProperty(name: string): unknown {
    this.deployment.watchRead?.(this, name);
    return own(own(this.raw, 'Properties'), name);
  }

  /** Why the properties are not what is written: a macro rewrites the resource. */
  get rewritten(): Text | undefined {
    const inner = own(this.raw, 'Fn::Transform');
    return (
      this.template.macroEffect(this.type) ??
      (inner === undefined ? undefined : macroReason(own(inner, 'Name')))
    );
  }

  /** A piece of the resource, unless a macro rewrites the resource. */
  private evaluated(raw: unknown): readonly Alternative[] {
    const { rewritten } = this;
    return rewritten === undefined
      ? this.deployment.evaluator.evaluate({ template: this.template, raw })
      : always(unknown(rewritten, { mayBeAbsent: true }));
  }

  private root(): Field {
    const { evaluator } = this.deployment;
    const properties = own(this.raw, 'Properties');
    const alternatives = this.evaluated(isRecord(properties) ? properties : {});
    return new Field(
      evaluator,
      '',
      this.exists,
      this.exists.isAlways
        ? alternatives
        : evaluator.settle(alternatives.map(({ when, value }) => ({ when: when.and(this.exists), value }))),
      [...this.at, 'Properties'],
    );
  }
}

let places = 0;

/**
 * The same function, which is asked once for each resource. Notes that live with the resource cost the collector of
 * garbage less than a weak map does.
 */
export function perResource<T extends object>(make: (resource: Resource) => T): (resource: Resource) => T {
  const place = places++;
  return (resource) => resource.note(place, make);
}

/** Both guards; the second alone where both together cannot be decided. */
function both(a: Guard, b: Guard): Guard {
  try {
    return a.and(b);
  } catch (error) {
    if (!(error instanceof GuardLimitError)) throw error;
    return b;
  }
}
