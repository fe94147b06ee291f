import { readFileSync } from 'node:fs';
import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import { InputError } from './errors';
import type { LineFinder } from './model/template';
import { parseYaml } from './model/yaml-source';
import { concat, joinTexts, plain, type Text } from './text';

export type { LineFinder } from './model/template';

const MOST_ALIASES = 100;

/** One thing that is wrong with a file of ours. */
export interface Fault {
  readonly file: string;
  readonly line: number | undefined;
  /** The key at fault, with dots. */
  readonly path: string;
  readonly detail: Text;
}

/** A file of ours, parsed, and what its schema finds wrong with it. */
export interface ConfigFile {
  readonly text: string;
  readonly data: unknown;
  readonly lineOf: LineFinder;
  readonly faults: readonly Fault[];
}

/**
 * Reads a YAML file of ours and holds it against its JSON Schema.
 * @throws InputError that names every fault with its line
 */
export function readConfig<T>(
  file: string,
  schema: object,
): { readonly data: T; readonly lineOf: LineFinder } {
  const { data, lineOf, faults } = inspectConfig(file, () => schema);
  if (faults.length > 0) throw inputErrorOf(faults);
  return { data: data as T, lineOf };
}

/**
 * The same, with the faults told instead of thrown.
 * @param schemaFor the schema for what the file holds
 * @param before what was read of the file before, which holds where it has not changed
 * @throws InputError for a file that cannot be read, or is no YAML
 */
export function inspectConfig(
  file: string,
  schemaFor: (data: unknown) => object,
  before?: ConfigFile,
): ConfigFile {
  const text = readText(file);
  if (before?.text === text) return before;
  const { data, lineOf } = parseYaml(text, file, MOST_ALIASES);
  const validate = validatorOf(schemaFor(data));
  const faults = validate(data)
    ? []
    : (validate.errors ?? []).filter(saysWhat).map((error) => fault(error, file, lineOf));
  return { text, data, lineOf, faults: faults.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
}

/** All faults in one message: those of one file by line, those of several with the name of each. */
export function inputErrorOf(faults: readonly Fault[]): InputError {
  const [first] = faults;
  const isOneFile = faults.every(({ file }) => file === first?.file);
  const lines = faults.map(({ file, line, path, detail }) =>
    concat(
      isOneFile
        ? { ja: `${line}行目 ${path || '全体'}：`, en: `line ${line}, ${path || 'top'}: ` }
        : { ja: `${file}:${line} ${path || '全体'}：`, en: `${file}:${line}, ${path || 'top'}: ` },
      detail,
    ),
  );
  return isOneFile
    ? new InputError(joinTexts(lines, plain('; ')), first?.file, first?.line)
    : new InputError(joinTexts(lines, plain('\n  ')));
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new InputError({ ja: `読み込めません（${code}）`, en: `cannot be read (${code})` }, file);
  }
}

const validators = new WeakMap<object, ValidateFunction>();

/** Compiled once: a register may be a folder of many files. */
function validatorOf(schema: object): ValidateFunction {
  let validator = validators.get(schema);
  if (validator === undefined) {
    validator = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
    validators.set(schema, validator);
  }
  return validator;
}

/** Not so `if`, beside which the faults of its branch stand. */
function saysWhat({ keyword }: ErrorObject): boolean {
  return keyword !== 'if';
}

function fault(error: ErrorObject, file: string, lineOf: LineFinder): Fault {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((segment) => segment.replace(/~1/g, '/').replace(/~0/g, '~'));
  const extra =
    error.keyword === 'additionalProperties' ? String(error.params['additionalProperty']) : undefined;
  const key = extra === undefined ? path : [...path, extra];
  return {
    file,
    line: lineOf(key),
    path: key.join('.'),
    detail:
      extra === undefined
        ? wanted(error)
        : { ja: '使用できないキーです', en: 'is not a key that is known here' },
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
    case 'pattern': {
      const pattern = String(params['pattern']);
      if (pattern === '\\S') return { ja: '空にはできません', en: 'must not be blank' };
      return pattern.startsWith('^\\d{4}-')
        ? { ja: 'YYYY-MM-DDの形の日付としてください', en: 'must be a day as YYYY-MM-DD' }
        : { ja: `形式が違います（${pattern}）`, en: message };
    }
    case 'false schema':
      return { ja: 'この種別（kind）では使えません', en: 'has no place in an entry of this kind' };
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
