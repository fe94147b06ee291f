import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { parse } from 'yaml';
import { rules } from '../../lib/incremental/data/types-asked.json';

type Data = Record<string, unknown>;
type Template = Data & { Resources: Data };

const asked: Readonly<Record<string, readonly string[]>> = rules;
const FOLDER = join(__dirname, '..', '..', 'docs', 'rules', 'en');

const NAMES = readdirSync(FOLDER).sort();

/** The templates of the rule reference, a violation and a compliant one each. */
function snippetsOf(names: readonly string[]): readonly string[] {
  return names
    .flatMap((name) =>
      [...readFileSync(join(FOLDER, name), 'utf8').matchAll(/^```yaml\n(.*?)^```$/gms)].map(
        ([, text]) => text ?? '',
      ),
    )
    .filter((text) => /^Resources:/m.test(text));
}

const asksOthers = (name: string): boolean => asked[name.replace('.md', '')]?.length !== 0;
/** Those of rules that ask other templates. */
const ASKING = snippetsOf(NAMES.filter(asksOthers));
export const SNIPPETS = [...ASKING, ...snippetsOf(NAMES.filter((name) => !asksOthers(name)))];

/** A part of the system: a template, or two of which one exports what the other imports. */
interface Part {
  readonly snippet: number;
  readonly isSplit: boolean;
}

export type Edit =
  | { readonly kind: 'replace'; readonly part: number; readonly by: Part }
  /** The next or the one before: most often the other case of the same rule. */
  | { readonly kind: 'turn'; readonly part: number; readonly by: 1 | -1 }
  | { readonly kind: 'split'; readonly part: number }
  | { readonly kind: 'drop'; readonly part: number; readonly at: number }
  | { readonly kind: 'change'; readonly part: number; readonly at: number }
  /** A key of anything goes. */
  | { readonly kind: 'delete'; readonly part: number; readonly at: number }
  /** What another template has comes into the same file. */
  | { readonly kind: 'merge'; readonly part: number; readonly snippet: number }
  | { readonly kind: 'zone'; readonly part: number; readonly zone: string }
  | { readonly kind: 'remove'; readonly part: number };

const snippet = fc.oneof(fc.nat(ASKING.length - 1), fc.nat(SNIPPETS.length - 1));
const part = fc.record({ snippet, isSplit: fc.boolean() });
const PARTS = 4;
const which = fc.nat(PARTS - 1);

/** Parts to begin with, and edits of them. */
export const parts = fc.array(part, { minLength: PARTS, maxLength: PARTS });
export const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('replace' as const), part: which, by: part }),
  fc.record({
    kind: fc.constant('turn' as const),
    part: which,
    by: fc.constantFrom(1 as const, -1 as const),
  }),
  fc.record({ kind: fc.constant('split' as const), part: which }),
  fc.record({ kind: fc.constant('drop' as const), part: which, at: fc.nat(20) }),
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('change' as const), part: which, at: fc.nat(80) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete' as const), part: which, at: fc.nat(80) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('merge' as const), part: which, snippet }) },
  fc.record({
    kind: fc.constant('zone' as const),
    part: which,
    zone: fc.constantFrom('my-number', 'lgwan', 'internet', 'none'),
  }),
  fc.record({ kind: fc.constant('remove' as const), part: which }),
);

/** A system that is edited. */
export class RandomAssembly {
  private readonly parts: (Part & { template: Template | undefined })[];

  constructor(parts: readonly Part[]) {
    this.parts = parts.map((one) => ({ ...one, template: read(one.snippet) }));
  }

  apply(edit: Edit): void {
    const one = this.parts[edit.part];
    if (one === undefined) return;
    const into = (change: Partial<typeof one>) => {
      this.parts[edit.part] = { ...one, ...change };
    };
    const { template } = one;
    if (edit.kind === 'replace') into({ ...edit.by, template: read(edit.by.snippet) });
    else if (edit.kind === 'turn') {
      const snippet = (one.snippet + edit.by + SNIPPETS.length) % SNIPPETS.length;
      into({ snippet, template: read(snippet) });
    } else if (edit.kind === 'split') into({ isSplit: !one.isSplit });
    else if (edit.kind === 'remove') into({ template: undefined });
    else if (template !== undefined) {
      if (edit.kind === 'zone')
        template['Metadata'] = { Jichitai: { Zone: edit.zone, Confidentiality: 3, Availability: 2 } };
      else if (edit.kind === 'drop') {
        const ids = Object.keys(template.Resources);
        if (ids.length > 1) delete template.Resources[ids[edit.at % ids.length] as string];
      } else if (edit.kind === 'merge') merge(template, read(edit.snippet));
      else if (edit.kind === 'delete') deleteKey(template, edit.at);
      else changeScalar(template, edit.at);
    }
  }

  /** The files of the system. */
  get files(): Readonly<Record<string, unknown>> {
    const files: Data = {};
    for (const [index, { template, isSplit }] of this.parts.entries()) {
      if (template === undefined) continue;
      if (!isSplit || Object.keys(template.Resources).length < 2)
        files[`part-${index}.template.json`] = template;
      else {
        const [owner, user] = split(template, `part${index}`);
        files[`part-${index}-a.template.json`] = owner;
        files[`part-${index}-b.template.json`] = user;
      }
    }
    // A folder without a template is no deployment.
    files['always.template.json'] = { Resources: { Topic: { Type: 'AWS::SNS::Topic' } } };
    return files;
  }
}

function read(snippet: number): Template {
  return parse(SNIPPETS[snippet] as string) as Template;
}

/** What nothing refers to into another template, which imports what it refers to. */
function split(template: Template, name: string): readonly [Template, Template] {
  const ids = Object.keys(template.Resources);
  const text = JSON.stringify(template);
  // Nothing is asked of what nobody refers to: changing it changes no export.
  const isLast = (id: string) => text.split(`"${id}"`).length === 2 && !text.includes(`\${${id}`);
  const sides = [ids.filter((id) => !isLast(id)), ids.filter(isLast)];
  const halves = sides.map((side) => {
    const { Resources, ...sections } = template;
    const half = Object.fromEntries(side.map((id) => [id, Resources[id]]));
    return { ...sections, Outputs: {} as Data, Resources: half };
  });
  const exported = (raw: unknown, there: number): string => {
    const text = `${name}-${JSON.stringify(raw).replaceAll(/\W+/g, '-')}`;
    const output = { Value: raw, Export: { Name: text } };
    (halves[there]?.Outputs as Data)[text.replaceAll('-', '')] = output;
    return text;
  };
  const rewrite = (raw: unknown, here: number): unknown => {
    if (Array.isArray(raw)) return raw.map((item) => rewrite(item, here));
    if (typeof raw !== 'object' || raw === null) return raw;
    const record = raw as Data;
    const to = record['Ref'] ?? [record['Fn::GetAtt']].flat()[0];
    if (typeof to === 'string' && sides[1 - here]?.includes(to) === true && Object.keys(record).length === 1)
      return { 'Fn::ImportValue': exported(raw, 1 - here) };
    return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, rewrite(value, here)]));
  };
  for (const [here, half] of halves.entries()) half.Resources = rewrite(half.Resources, here) as Data;
  return halves as unknown as readonly [Template, Template];
}

/** Puts the sections of a template into another one; what is there already stays. */
function merge(into: Template, from: Template): void {
  for (const [name, members] of Object.entries(from)) {
    const own = into[name];
    if (own === undefined) into[name] = members;
    else if (typeof own === 'object') into[name] = { ...(members as Data), ...own };
  }
}

interface Place {
  readonly holder: Data;
  readonly key: string;
}

/** The keys of a template, other than what makes it one. */
function placesOf(template: Template): readonly Place[] {
  const places: Place[] = [];
  const collect = (holder: Data): void => {
    for (const [key, value] of Object.entries(holder)) {
      if (key !== 'Type' && key !== 'Ref' && value !== template.Resources) places.push({ holder, key });
      if (typeof value === 'object' && value !== null) collect(value as Data);
    }
  };
  collect(template);
  return places;
}

function deleteKey(template: Template, at: number): void {
  const places = placesOf(template).filter(({ holder }) => holder !== template && !Array.isArray(holder));
  const place = places[at % Math.max(1, places.length)];
  if (place === undefined) return;
  const { holder, key } = place;
  if (holder !== template.Resources || Object.keys(holder).length > 1) delete holder[key];
}

/** Turns a switch, raises a number or lengthens a text: the one so many scalars on. */
function changeScalar(template: Template, at: number): void {
  const places = placesOf(template).filter(({ holder, key }) => typeof holder[key] !== 'object');
  const place = places[at % Math.max(1, places.length)];
  if (place === undefined) return;
  const { holder, key } = place;
  const value = holder[key];
  holder[key] =
    typeof value === 'boolean' ? !value : typeof value === 'number' ? value + 1 : `${String(value)}x`;
}
