import fc from 'fast-check';
import { RULES } from '../lib/rules';
import { type Json, type JsonObject, replaceAt, type Step } from '../mutation/json';
import type { Sample } from './corpus';
import { failures, judged, written } from './judged';

// Whatever stands anywhere in a template, no rule fails.

/** What may stand where something else is expected. */
const ODD: readonly Json[] = [
  ...[
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e308,
    9007199254740991,
    '',
    ' ',
    'x',
    '*',
    '${',
    '${A',
    '\ud800',
    '__proto__',
  ],
  ...['arn:aws:iam::1:role/x', '10.0.0.0/99', '2026-99-99', 'AWS::NoValue', '{"a":', '[', '%', ':::::::'],
  ...[[], {}, [[]], [null], [{}], [['a', 'b']], [1, 'a', null, { a: [] }], { a: { b: { c: [] } } }],
  ...[{ Ref: 'Nowhere' }, { Ref: null }, { Ref: 'AWS::NoValue' }, { Ref: 'AWS::AccountId' }, { Ref: [] }],
  ...[
    { 'Fn::GetAtt': 'x' },
    { 'Fn::GetAtt': [] },
    { 'Fn::GetAtt': [{}, 1] },
    { 'Fn::Sub': 7 },
    { 'Fn::Sub': [] },
  ],
  ...[{ 'Fn::If': [] }, { 'Fn::If': ['Nowhere', 1, 2] }, { 'Fn::Join': {} }, { 'Fn::Join': ['', 'x'] }],
  ...[
    { 'Fn::Select': [9, []] },
    { 'Fn::Split': ['', ''] },
    { 'Fn::FindInMap': ['a'] },
    { 'Fn::Cidr': ['x', -1] },
  ],
  ...[{ 'Fn::Transform': 1 }, { 'Fn::ImportValue': {} }, { 'Fn::GetAZs': [] }, { 'Fn::Base64': {} }],
  ...[{ Statement: 'x' }, { Statement: [null] }, { Effect: [], Action: {}, Resource: 1, Principal: [] }],
  ...[JSON.parse('{"__proto__":{"a":1}}') as Json, { constructor: 1 }, { toString: 'x', length: -1 }],
];

/** A place in a template, and what stands there instead. */
export type Change = readonly [place: number, odd: Json];

/** A few changes, of each of which the place is told by a number. */
export const CHANGES: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.tuple(
    fc.nat(),
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...ODD) },
      { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2, noUnicodeString: false }) as fc.Arbitrary<Json> },
    ),
  ),
  { minLength: 1, maxLength: 3 },
);

/** A sample of which the first template is changed. */
export function changed(sample: Sample, changes: readonly Change[]): Sample {
  const [first, ...others] = sample.templates;
  let template = first as Json;
  for (const [place, odd] of changes) {
    // The top is for who reads files; below it are sections, and in these what rules look at.
    const places = placesIn(template).filter((at) => at.length > (place % 10 === 0 ? 0 : 3));
    const at = places[place % Math.max(places.length, 1)];
    if (at !== undefined) template = replaceAt(template, at, odd);
  }
  return { ...sample, templates: [template as JsonObject, ...others] };
}

function placesIn(value: Json, at: readonly Step[] = []): readonly (readonly Step[])[] {
  if (typeof value !== 'object' || value === null) return [at];
  const children: (readonly (readonly Step[])[])[] = Array.isArray(value)
    ? value.map((item, index) => placesIn(item, [...at, index]))
    : Object.entries(value).map(([key, inner]) => placesIn(inner as Json, [...at, key]));
  return [at, ...children.flat()];
}

/** The rules that fail over a sample; it may as well be refused in order. */
export function failuresOver(sample: Sample): readonly string[] {
  const assessment = judged(RULES, sample, written(sample));
  return assessment === undefined ? [] : failures(assessment);
}
