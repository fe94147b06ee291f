import type { Text } from '../text';
import { Claim } from './claim';
import { Evaluator } from './evaluator';
import { Exports } from './exports';
import { Field } from './field';
import { type Guard, GuardSpace } from './guard';
import { physicalName } from './physical-name';
import type { Requirement } from './requirement';
import type { Resource } from './resource';
import type { Template } from './template';
import { type Expression, identityOf } from './value';

/** A resource that points at another one, and the field that does. */
export interface Referrer {
  readonly resource: Resource;
  readonly field: Field;
  readonly when: Guard;
}

/** What is wrong with what other repositories say of their networks. */
export interface FactsProblem {
  readonly file: string;
  readonly line: number | undefined;
  readonly message: Text;
}

interface Relation {
  readonly byTarget: ReadonlyMap<Resource, readonly Referrer[]>;
  readonly byName: ReadonlyMap<string, readonly Referrer[]>;
  /** Those that point at something that cannot be told. */
  readonly open: readonly Referrer[];
}

const NONE: readonly never[] = [];

/** All templates of one check: the resource model that rules see. */
export class Deployment {
  readonly space = new GuardSpace();
  readonly exports = new Exports(() => this.templates);
  readonly evaluator = new Evaluator(this.space, this.exports);
  readonly templates: readonly Template[] = [];
  /** Files that say what other repositories know of their networks. */
  readonly factsFiles: { readonly file: string; readonly stacks: number }[] = [];
  readonly factsProblems: FactsProblem[] = [];
  /** Told of each type that is asked for, while results are kept for later checks; of `''` for a look at all of them. */
  watch: ((type: string) => void) | undefined;
  /** The same, of each property that is read; `''` for all of a resource. */
  watchRead: ((resource: Resource, path: string) => void) | undefined;
  private readonly byType = new Map<string, Resource[]>();
  private readonly relations = new Map<string, Relation>();

  /** @internal Used by the loaders. */
  add(template: Template): void {
    (this.templates as Template[]).push(template);
  }

  /** @internal Used by the loaders, once all resources of a template are known. */
  index(template: Template): void {
    for (const resource of template.resources.values()) {
      const list = this.byType.get(resource.type);
      if (list === undefined) this.byType.set(resource.type, [resource]);
      else list.push(resource);
    }
  }

  /** Resources of a type that can exist under some choice. */
  ofType(...types: readonly string[]): readonly Resource[] {
    if (this.watch !== undefined) for (const type of types) this.watch(type);
    if (types.length === 1) return this.byType.get(types[0] as string) ?? NONE;
    return [...new Set(types)].flatMap((type) => this.byType.get(type) ?? []);
  }

  get types(): readonly string[] {
    this.watch?.('');
    return [...this.byType.keys()];
  }

  get resources(): readonly Resource[] {
    return this.ofType(...this.types);
  }

  /** Those of templates that are judged, and not only asked. */
  get judged(): readonly Resource[] {
    const { resources } = this;
    return this.factsFiles.length === 0
      ? resources
      : resources.filter(({ template }) => template.isContext !== true);
  }

  /** Any expression of a template as a field, for places outside of resources. */
  field(expression: Expression, path: string, at: readonly string[]): Field {
    return new Field(
      this.evaluator,
      path,
      expression.template.exists,
      this.evaluator.evaluate(expression),
      at,
    );
  }

  /**
   * Resources of a type whose property points at a resource, by reference or by its physical name.
   * The property may be a path, and a list at its end or, marked `[*]`, on the way.
   */
  referrers(target: Resource, type: string, path: string): readonly Referrer[] {
    const relation = this.relation(type, path);
    const name = physicalName(target);
    const byTarget = relation.byTarget.get(target) ?? NONE;
    const byName = name === undefined ? undefined : relation.byName.get(name);
    if (byName === undefined) return byTarget;
    return [...byTarget, ...byName.filter(({ resource }) => resource !== target)];
  }

  /** Resources of a type whose property points at something that cannot be told. */
  openReferrers(type: string, path: string): readonly Referrer[] {
    return this.relation(type, path).open;
  }

  private relation(type: string, path: string): Relation {
    this.watch?.(type);
    const key = `${type}\u0000${path}`;
    let relation = this.relations.get(key);
    if (relation === undefined) {
      relation = this.buildRelation(type, path);
      this.relations.set(key, relation);
    }
    return relation;
  }

  private buildRelation(type: string, path: string): Relation {
    const byTarget = new Map<Resource, Referrer[]>();
    const byName = new Map<string, Referrer[]>();
    const open: Referrer[] = [];
    const push = <K>(map: Map<K, Referrer[]>, key: K, referrer: Referrer) => {
      const list = map.get(key);
      if (list === undefined) map.set(key, [referrer]);
      else list.push(referrer);
    };
    for (const resource of this.ofType(type)) {
      for (const [at, field] of fieldsAt(resource, path).entries()) {
        for (const { when, value } of field.alternatives) {
          const referrer = pointsFrom(resource, path, at, when.and(resource.exists));
          const name = identityOf(value);
          if (value.kind === 'reference') push(byTarget, value.resource, referrer);
          else if (value.kind === 'known' || (value.kind === 'text' && name !== undefined)) {
            push(byName, name as string, referrer);
          } else if (value.kind === 'unknown' || value.kind === 'text') open.push(referrer);
        }
      }
    }
    return { byTarget, byName, open };
  }
}

/**
 * One that finds its field again when somebody asks: few do, and fields take more memory than anything else. The field
 * is the object's own, so that a copy by spread has it, too.
 */
function pointsFrom(resource: Resource, path: string, at: number, when: Guard): Referrer {
  return {
    resource,
    when,
    get field() {
      return fieldsAt(resource, path)[at] as Field;
    },
  };
}

/**
 * The fields at a path in which `[*]` stands for all items of a list; a list at the end gives its items. Where
 * a list is not known, that it is so.
 */
export function fieldsAt(resource: Resource, path: string): readonly Field[] {
  if (!path.includes('[*]')) return itemsOf(resource.get(path));
  const [first = '', ...rest] = path.split('[*]');
  let fields: readonly Field[] = itemsOf(resource.get(first));
  for (const part of rest) {
    const keys = part.replace(/^\./, '');
    fields = fields.flatMap((field) => itemsOf(keys === '' ? field : field.get(keys)));
  }
  return fields;
}

/** States a requirement of all values at such a path: most of them meet it, and are never made fields of. */
export function mustAt(resource: Resource, path: string, requirement: Requirement): Claim {
  const values = path.includes('[*]') ? undefined : resource.itemValuesAt(path);
  if (values?.every((value) => requirement.test(value) === 'holds') === true) return Claim.HOLDS;
  return Claim.all(fieldsAt(resource, path).map((field) => field.must(requirement).onlyIf(field.given)));
}

function itemsOf(field: Field): readonly Field[] {
  const { known } = field.items();
  const open = field.only(({ kind }) => kind === 'unknown');
  return open === undefined ? known : [...known, open];
}
