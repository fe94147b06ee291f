import { readFileSync } from 'node:fs';
import Ajv, { type ErrorObject } from 'ajv';
import { InputError } from './errors';
import type { LineFinder } from './model/template';
import { parseYaml } from './model/yaml-source';
import { concat, joinTexts, plain, type Text } from './text';

const MOST_ALIASES = 100;

/**
 * Reads a YAML file of ours and holds it against its JSON Schema.
 * @throws InputError that names every fault with its line
 */
export function readConfig<T>(
  file: string,
  schema: object,
): { readonly data: T; readonly lineOf: LineFinder } {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new InputError({ ja: `読み込めません（${code}）`, en: `cannot be read (${code})` }, file);
  }
  const { data, lineOf } = parseYaml(text, file, MOST_ALIASES);
  const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile<T>(schema);
  if (validate(data)) return { data, lineOf };
  const faults = (validate.errors ?? []).map((error) => fault(error, lineOf));
  throw new InputError(
    joinTexts(
      faults.map(({ detail }) => detail),
      plain('; '),
    ),
    file,
    faults[0]?.line,
  );
}

function fault(
  error: ErrorObject,
  lineOf: LineFinder,
): { readonly line: number | undefined; readonly detail: Text } {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((segment) => segment.replace(/~1/g, '/').replace(/~0/g, '~'));
  const extra =
    error.keyword === 'additionalProperties' ? String(error.params['additionalProperty']) : undefined;
  const key = extra === undefined ? path : [...path, extra];
  const line = lineOf(key);
  const allowed =
    error.keyword === 'enum' ? `: ${(error.params['allowedValues'] as unknown[]).join(', ')}` : '';
  return {
    line,
    detail: concat(
      { ja: `${line}行目 ${key.join('.')}：`, en: `line ${line}, ${key.join('.') || 'top'}: ` },
      extra === undefined
        ? `${error.message}${allowed}`
        : { ja: '使用できないキーです', en: 'is not a key that is known here' },
    ),
  };
}
