import {
  GONE,
  isIntrinsic,
  isList,
  isObject,
  type Json,
  type JsonObject,
  referencesIn,
  replaceAt,
  type Step,
} from './json';
import { changesOf, type Place } from './operators';
import { LOWER_MARK } from './weaker-values';

/** A template with one place changed. */
export interface Mutant {
  /** `(template)` for what is said of the template as a whole. */
  readonly logicalId: string;
  readonly type: string;
  /** The place, without indexes and names: mutants of the same kind have the same. */
  readonly path: string;
  /** The place itself. */
  readonly at: readonly Step[];
  readonly operator: string;
  readonly note: string;
  /** Makes the changed template; the original stays as it is. */
  readonly apply: () => JsonObject;
}

export const WHOLE_TEMPLATE = '(template)';
const ATTRIBUTES = ['Properties', 'DeletionPolicy', 'UpdateReplacePolicy'];

/** All mutants of a template, in the order of its text. */
export function mutantsOf(template: JsonObject): readonly Mutant[] {
  const resources = template['Resources'] as JsonObject;
  const mutants: Mutant[] = [];
  for (const [logicalId, resource] of Object.entries(resources)) {
    if (!isObject(resource)) continue;
    const type = String(resource['Type']);
    const typeOf = (id: string) => {
      const other = resources[id];
      return isObject(other) ? String(other['Type']) : undefined;
    };
    for (const { place, path } of placesOf(resource, { type, typeOf })) {
      for (const { operator, to, note } of changesOf(place)) {
        const apply = () => replaceAt(template, ['Resources', logicalId, ...place.at], to) as JsonObject;
        mutants.push({ logicalId, type, path, at: place.at, operator, note, apply });
      }
    }
    mutants.push(...wholeResource(template, logicalId, type));
  }
  return [...mutants, ...wholeTemplate(template)];
}

interface Found {
  readonly place: Place;
  readonly path: string;
}

/** The resource, and all places in what is deployed of it. */
function placesOf(resource: JsonObject, base: Pick<Place, 'type' | 'typeOf'>): readonly Found[] {
  const found: Found[] = [{ place: { ...base, at: [], key: '', value: resource }, path: '' }];
  const visit = (place: Place, path: string): void => {
    found.push({ place, path });
    const { value } = place;
    const branches = isObject(value) ? value['Fn::If'] : undefined;
    if (isList(branches)) {
      for (const index of [1, 2]) {
        const at = [...place.at, 'Fn::If', index];
        visit({ ...place, at, value: branches[index] as Json, list: undefined }, path);
      }
      return;
    }
    if (isIntrinsic(value) || isTag(place)) return;
    const below = (step: Step, inner: Json): Place => {
      const effect = effectOf(inner);
      return {
        ...base,
        at: [...place.at, step],
        key: typeof step === 'string' ? step : place.key,
        value: inner,
        list: isList(value) ? value : undefined,
        statement:
          effect !== undefined
            ? { effect, inside: [] }
            : place.statement && { ...place.statement, inside: [...place.statement.inside, step] },
      };
    };
    if (isList(value)) {
      for (const [index, item] of value.entries()) visit(below(index, item), `${path}[${labelOf(item)}]`);
    } else if (isObject(value)) {
      for (const [key, inner] of Object.entries(value)) {
        const label = effectOf(inner) === undefined ? '' : `[${labelOf(inner)}]`;
        visit(below(key, inner), `${path}${path === '' ? '' : '.'}${key}${label}`);
      }
    }
  };
  for (const attribute of ATTRIBUTES) {
    const value = resource[attribute];
    if (value === undefined) continue;
    const place: Place = { ...base, at: [attribute], key: attribute, value };
    visit(place, attribute === 'Properties' ? '' : attribute);
  }
  return found;
}

/** A tag is one thing, of a key and a value. */
function isTag({ at, list }: Place): boolean {
  return list !== undefined && /Tags$/.test(String(at.at(-2)));
}

/** What tells an item of a list from its neighbours: its key, or what a statement does. */
function labelOf(item: Json): string {
  if (!isObject(item)) return '*';
  if (typeof item['Key'] === 'string') return item['Key'];
  const effect = effectOf(item);
  if (effect === undefined) return '*';
  const principal = item['Principal'];
  if (effect === 'Allow') return isObject(principal) && 'Service' in principal ? 'Allow to service' : effect;
  const conditions = Object.values((item['Condition'] ?? {}) as JsonObject).flatMap((keys) =>
    isObject(keys) ? Object.keys(keys) : [],
  );
  return [effect, ...conditions].join(' ');
}

/** What a policy statement does; undefined for anything else. */
function effectOf(value: Json): string | undefined {
  if (!isObject(value) || !('Action' in value || 'NotAction' in value)) return undefined;
  return typeof value['Effect'] === 'string' ? value['Effect'] : undefined;
}

/** A resource that nothing builds on is gone, or is there only under a condition. */
function wholeResource(template: JsonObject, logicalId: string, type: string): readonly Mutant[] {
  const resources = template['Resources'] as JsonObject;
  const others = Object.entries(resources).filter(([id]) => id !== logicalId);
  const isNeeded = others.some(([, other]) => {
    const { DependsOn: _, ...rest } = other as JsonObject;
    return referencesIn(rest).has(logicalId);
  });
  if (isNeeded || referencesIn(template['Outputs'] ?? {}).has(logicalId)) return [];
  const base = { logicalId, type, path: '', at: [] };
  const resource = resources[logicalId] as JsonObject;
  const mutants: Mutant[] = [];
  if (others.length > 0) {
    const apply = () => ({
      ...template,
      Resources: Object.fromEntries(
        others.map(([id, other]) => [id, independent(other as JsonObject, logicalId)]),
      ),
    });
    mutants.push({ ...base, operator: 'drop-resource', note: 'without the resource', apply });
  }
  if (resource['Condition'] === undefined) {
    const apply = () => ({
      ...template,
      Parameters: { ...(template['Parameters'] as JsonObject), Mutation: { Type: 'String' } },
      Conditions: {
        ...(template['Conditions'] as JsonObject),
        Mutated: { 'Fn::Equals': [{ Ref: 'Mutation' }, 'yes'] },
      },
      Resources: { ...resources, [logicalId]: { ...resource, Condition: 'Mutated' } },
    });
    mutants.push({ ...base, operator: 'conditional', note: 'only under a condition', apply });
  }
  return mutants;
}

function independent(resource: JsonObject, logicalId: string): JsonObject {
  const { DependsOn: depends, ...rest } = resource;
  if (depends === undefined) return resource;
  const left = [depends as Json].flat().filter((id) => id !== logicalId);
  return left.length === 0 ? rest : { ...rest, DependsOn: left as Json };
}

/** Marks of everything in a template are gone or lower, wherever they are written. */
function wholeTemplate(template: JsonObject): readonly Mutant[] {
  return Object.entries(marksOf(template)).flatMap(([mark, value]) => {
    const base = { logicalId: WHOLE_TEMPLATE, type: WHOLE_TEMPLATE, path: mark, at: [] };
    const lower = LOWER_MARK[mark]?.(value);
    const dropped: Mutant = {
      ...base,
      operator: 'drop-mark',
      note: `no mark ${mark} in the whole template`,
      apply: () => remark(template, mark, undefined),
    };
    if (lower === undefined) return [dropped];
    const lowered: Mutant = {
      ...base,
      operator: 'lower-marks',
      note: `${value} -> ${lower} in the whole template`,
      apply: () => remark(template, mark, lower),
    };
    return [dropped, lowered];
  });
}

const TAG = 'jichitai:';
const METADATA_KEYS: Readonly<Record<string, string>> = {
  zone: 'Zone',
  confidentiality: 'Confidentiality',
  integrity: 'Integrity',
  availability: 'Availability',
  environment: 'Environment',
  party: 'Party',
  'planned-use-until': 'PlannedUseUntil',
};

/** Marks that metadata of the template declares. */
function marksOf(template: JsonObject): Readonly<Record<string, string>> {
  const metadata = isObject(template['Metadata']) ? template['Metadata']['Jichitai'] : undefined;
  if (!isObject(metadata)) return {};
  return Object.fromEntries(
    Object.entries(METADATA_KEYS)
      .filter(([, key]) => metadata[key] !== undefined)
      .map(([mark, key]) => [mark, String(metadata[key])]),
  );
}

function remark(template: JsonObject, mark: string, to: string | undefined): JsonObject {
  const retag = (value: Json): Json => {
    if (isList(value)) {
      return value
        .filter((item) => to !== undefined || !(isObject(item) && item['Key'] === `${TAG}${mark}`))
        .map((item) =>
          isObject(item) && item['Key'] === `${TAG}${mark}` ? { ...item, Value: to as Json } : retag(item),
        );
    }
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => to !== undefined || key !== `${TAG}${mark}`)
        .map(([key, inner]) => [key, key === `${TAG}${mark}` ? (to as Json) : retag(inner)]),
    );
  };
  return {
    ...template,
    Metadata: replaceAt(
      template['Metadata'] as Json,
      ['Jichitai', METADATA_KEYS[mark] as string],
      to ?? GONE,
    ),
    Resources: retag(template['Resources'] as Json),
  };
}

/** Where a mutant is, for people. */
export function describeMutant({ logicalId, at, operator, note }: Omit<Mutant, 'apply'>): string {
  const path = at.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  return `${logicalId}${path} ${operator}: ${note}`;
}
