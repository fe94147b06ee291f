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
  const faults = (validate.errors ?? [])
    .map((error) => fault(error, lineOf))
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
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
  return {
    line,
    detail: concat(
      { ja: `${line}行目 ${key.join('.') || '全体'}：`, en: `line ${line}, ${key.join('.') || 'top'}: ` },
      extra === undefined
        ? wanted(error)
        : { ja: '使用できないキーです', en: 'is not a key that is known here' },
    ),
  };
}

/** What the schema asks for; in Japanese for what is likely to be wrong, else in the validator's words. */
function wanted({ keyword, params, message = keyword }: ErrorObject): Text {
  switch (keyword) {
    case 'enum': {
      const values = params['allowedValues'] as unknown[];
      return {
        ja: `${values.join('、')}のいずれかとしてください`,
        en: `${message}: ${values.join(', ')}`,
      };
    }
    case 'minimum':
      return { ja: `${params['limit']}以上としてください`, en: message };
    case 'maximum':
      return { ja: `${params['limit']}以下としてください`, en: message };
    case 'type':
      return { ja: `型が違います（${params['type']}としてください）`, en: message };
    case 'required':
      return { ja: `${params['missingProperty']}が必要です`, en: message };
    case 'minItems':
    case 'minLength':
    case 'minProperties':
      return { ja: '空にはできません', en: message };
    default:
      return plain(message);
  }
}
