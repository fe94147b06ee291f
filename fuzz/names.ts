import fc from 'fast-check';
import type { Assessment } from '../lib/assess';
import { RULES } from '../lib/rules';
import { isList, isObject, type Json, type JsonObject } from '../mutation/json';
import { resourcesOf, type Sample } from './corpus';
import { judged, written } from './judged';

// What things are called changes nothing: no name makes a finding go.

/** What a name can do to who believes it. */
export const HOSTILE_NAMES: readonly string[] = [
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'length',
    '0',
    '-1',
    'null',
  ],
  ...[
    '\u001b[31mred\u001b[0m',
    '\u001b]8;;http://evil.example\u0007link',
    '\u0007',
    '\r\u001b[2K',
    '\u0000',
    '\u009b1A',
  ],
  ...[
    '\u202egnp.exe',
    '\u2066abc\u2069',
    '\u200f',
    '\u061c',
    '\ufeffName',
    '\ud800',
    '\udfff',
    'e\u0301',
    '\u2028',
  ],
  ...[
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '</script><script>',
    '&amp;',
    ']]>',
    '<!--',
    '-->',
  ],
  ...[
    "=cmd|'/c calc'!A1",
    '+1+1',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '＝1+1',
    '|x|',
    '`x`',
    '[a](http://evil.example)',
    '@city',
  ],
  ...[
    '::error::x',
    '::stop-commands::x',
    '##[error]x',
    '##vso[task.complete]',
    '%0A::error::',
    'a\nb',
    'a,b',
    "a'b",
  ],
  ...[
    '../../etc/passwd',
    '/etc/passwd',
    'file:///etc/passwd',
    'C:\\x',
    'a%2Fb',
    'a b#c?d',
    'http://evil.example/x',
    '\\\\host\\x',
  ],
  ...[
    'x'.repeat(5_000),
    '住民記録',
    '💥',
    'Ref',
    'Type',
    'Properties',
    'Resources',
    'AWS',
    'Fn',
    'undefined',
    'true',
  ],
];

/** Names for the things of a sample; each gets one of its own. */
export const NAMES: fc.Arbitrary<readonly string[]> = fc.shuffledSubarray([...HOSTILE_NAMES], {
  minLength: HOSTILE_NAMES.length,
});

/** A sample in which resources and parameters are called otherwise. Undefined where that cannot be written. */
export function renamed(sample: Sample, names: readonly string[]): Sample | undefined {
  const templates: JsonObject[] = [];
  let next = 0;
  for (const template of sample.templates) {
    const ids = [...Object.keys(resourcesOf(template)), ...Object.keys(sectionOf(template, 'Parameters'))];
    const to = new Map<string, string>();
    for (const id of ids) {
      if (id.startsWith('Fn::') || to.has(id)) continue;
      const name = names[next++];
      if (name === undefined) return undefined;
      // What a parameter is for is told by its name, which therefore stays a part of it.
      const body = resourcesOf(template)[id] as JsonObject | undefined;
      const isName = body === undefined || body['Type'] === 'AWS::SSM::Parameter';
      to.set(id, isName ? `${name.replace(/[.}!${\s]/g, '')}_${id}` : name);
    }
    const out = new Renamer(to);
    const body = out.template(template);
    if (out.cannotBeWritten) return undefined;
    templates.push(body);
  }
  return { ...sample, templates };
}

function sectionOf(template: JsonObject, name: string): JsonObject {
  const section = template[name];
  return isObject(section) ? section : {};
}

class Renamer {
  /** Fn::Sub cannot hold every name. */
  cannotBeWritten = false;

  constructor(private readonly to: ReadonlyMap<string, string>) {}

  template(template: JsonObject): JsonObject {
    return record(
      Object.entries(template).map(([name, section]) => [
        name,
        (name === 'Resources' || name === 'Parameters') && isObject(section)
          ? record(Object.entries(section).map(([id, body]) => [this.name(id), this.in(body)]))
          : this.in(section),
      ]),
    );
  }

  private name(id: string): string {
    return this.to.get(id) ?? id;
  }

  private in(value: Json): Json {
    if (isList(value)) return value.map((item) => this.in(item));
    if (!isObject(value)) return value;
    return record(Object.entries(value).map(([key, inner]) => [key, this.under(key, inner)]));
  }

  private under(key: string, value: Json): Json {
    if (key === 'Ref' && typeof value === 'string') return this.name(value);
    if (key === 'DependsOn') {
      if (typeof value === 'string') return this.name(value);
      if (isList(value)) return value.map((id) => (typeof id === 'string' ? this.name(id) : this.in(id)));
    }
    if (key === 'Fn::GetAtt') {
      const parts =
        typeof value === 'string' ? [value.replace(/\..*$/s, ''), value.replace(/^[^.]*\./s, '')] : value;
      if (isList(parts) && typeof parts[0] === 'string')
        return [this.name(parts[0]), ...parts.slice(1).map((part) => this.in(part))];
    }
    if (key === 'Fn::Sub') {
      if (typeof value === 'string') return this.text(value, {});
      if (isList(value) && typeof value[0] === 'string')
        return [
          this.text(value[0], isObject(value[1] as Json) ? (value[1] as JsonObject) : {}),
          ...value.slice(1).map((part) => this.in(part)),
        ];
    }
    return this.in(value);
  }

  private text(format: string, own: JsonObject): string {
    return format.replace(/\$\{([^!}.]+)/g, (whole, id: string) => {
      if (!this.to.has(id) || Object.hasOwn(own, id)) return whole;
      const name = this.name(id);
      if (/[.}!${]|^\s|\s$|^$/.test(name)) this.cannotBeWritten = true;
      return `\${${name}`;
    });
  }
}

/** Also with a key `__proto__`. */
function record(entries: readonly (readonly [string, Json])[]): JsonObject {
  return Object.fromEntries(entries);
}

/** What is found under plain names only. Names that look like a secret may well add something. */
export function lostByNames(sample: Sample, other: Sample): readonly string[] {
  const [plain, hostile] = [sample, other].map((one) => judged(RULES, one, written(one)));
  if (plain === undefined || hostile === undefined)
    return plain === hostile ? [] : [`refused with one kind of names only: ${sample.name}`];
  const left = verdicts(hostile);
  return [...verdicts(plain)]
    .filter(([verdict, count]) => (left.get(verdict) ?? 0) < count)
    .map(([verdict]) => `${verdict}: ${sample.name}`);
}

/** How often each rule gave each verdict. */
function verdicts({ findings }: Assessment): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, verdict } of findings) {
    const key = `${rule} ${verdict}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
