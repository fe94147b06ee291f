import { stringify } from 'yaml';
import { RULES } from '../lib/rules';
import type { Json, JsonObject } from '../mutation/json';
import type { Sample } from './corpus';
import { differences, judged, sayingOf, type Written, written } from './judged';

// Writing the same in another way changes nothing.

/** Other ways to write a sample. */
const WAYS: Readonly<Record<string, (files: readonly Written[], sample: Sample) => readonly Written[]>> = {
  'keys in reverse': (_, { templates }) =>
    written({ templates: templates.map((template) => reversed(template) as JsonObject) }),
  'templates in reverse': (files) => [...files].reverse(),
  'a byte order mark, tabs and CRLF': (files) =>
    files.map(({ name, text }) => ({
      name,
      text: `\uFEFF${JSON.stringify(JSON.parse(text), undefined, '\t').replaceAll('\n', '\r\n')}`,
    })),
  YAML: (files) => files.map(({ name, text }) => ({ name, text: yamlOf(JSON.parse(text) as Json) })),
  'YAML with CRLF': (files) =>
    files.map(({ name, text }) => ({
      name,
      text: yamlOf(JSON.parse(text) as Json).replaceAll('\n', '\r\n'),
    })),
  'letters by their code': (files) =>
    files.map(({ name, text }) => ({
      name,
      text: text.replace(/"(?:[^"\\]|\\.)*"/g, (string) => byCode(JSON.parse(string) as string)),
    })),
};

function byCode(text: string): string {
  const codes = Array.from({ length: text.length }, (_, at) =>
    text.charCodeAt(at).toString(16).padStart(4, '0'),
  );
  return `"${codes.map((code) => `\\u${code}`).join('')}"`;
}

/** YAML 1.1, which CloudFormation reads, in which `yes` has to be quoted. */
function yamlOf(value: Json): string {
  return stringify(value, { version: '1.1', aliasDuplicateObjects: false });
}

function reversed(value: Json): Json {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

/** What is found, or found otherwise, in one way of writing only. */
export function changedByWriting(sample: Sample): readonly string[] {
  const files = written(sample);
  const before = judged(RULES, sample, files);
  return Object.entries(WAYS).flatMap(([way, write]) => {
    const after = judged(RULES, sample, write(files, sample));
    if (before === undefined || after === undefined)
      return before === after ? [] : [`${way}: read in one way only`];
    return differences(before.findings.map(sayingOf), after.findings.map(sayingOf)).map(
      (difference) => `${way}: ${difference}`,
    );
  });
}
