import type { Evaluator } from './evaluator';
import { splitValue } from './intrinsic-lists';
import { own, scalarText, type Template } from './template';
import { type Alternative, always, asNumber, known, MOST_ALTERNATIVES, unknown, type Value } from './value';

/** What a parameter can be: what is passed to it, one of the values that it allows, or not known. */
export function parameterValue(
  evaluator: Evaluator,
  name: string,
  template: Template,
): readonly Alternative[] {
  const declaration = template.parameters[name];
  const type = scalarText(own(declaration, 'Type') ?? 'String');
  const isList = type === 'CommaDelimitedList' || type.startsWith('List<') || type.includes('<List<');
  const isStored = type.startsWith('AWS::SSM::Parameter::Value<');
  const given = isStored ? undefined : passed(evaluator, name, isList, template);
  if (given !== undefined) return given;
  const isString = !isList && !isStored;
  const allowed = own(declaration, 'AllowedValues');
  // What is no scalar can be no value of a parameter: then nothing is known of it.
  const isDomain = Array.isArray(allowed) && allowed.length > 0 && allowed.every(isScalar);
  const domain = isString && isDomain ? allowed : undefined;
  const variable = evaluator.space.variable(
    `${template.key}\u0000parameter\u0000${name}`,
    name,
    domain?.map(String),
  );
  if (domain !== undefined && domain.length <= MOST_ALTERNATIVES) {
    const distinct = new Map(domain.map((item) => [String(item), item]));
    return [...distinct].map(([text, item]) => ({
      when: evaluator.space.equals(variable, text),
      value: known(item),
    }));
  }
  const secret = own(declaration, 'NoEcho') === true || own(declaration, 'NoEcho') === 'true';
  return always(
    unknown(
      { ja: `パラメータ${name}`, en: `parameter ${name}` },
      { variable, ...(secret ? { secret: true } : {}), ...(type === 'Number' ? bounds(declaration) : {}) },
    ),
  );
}

/** What the parent of a nested stack gives for a parameter, or its default; undefined for a parameter that is free. */
function passed(
  evaluator: Evaluator,
  name: string,
  isList: boolean,
  template: Template,
): readonly Alternative[] | undefined {
  if (template.arguments === undefined) return undefined;
  const fallback = own(template.parameters[name], 'Default');
  const argument = template.arguments.get(name) ?? { template, raw: fallback };
  if (argument.raw === undefined) return undefined;
  return evaluator.combine([evaluator.evaluate(argument)], ([given]) => {
    const value = given?.kind === 'absent' && isScalar(fallback) ? known(fallback) : (given as Value);
    if (value.kind === 'absent') {
      return unknown({
        ja: `値の渡されないパラメータ${name}`,
        en: `parameter ${name}, which is not passed`,
      });
    }
    return isList ? listOf(evaluator, value, argument.template) : value;
  });
}

/** A comma-delimited list, whose items are trimmed. */
function listOf(evaluator: Evaluator, value: Value, template: Template): Value {
  const trimmed = (text: string) => text.replace(/(?<!\s)\s*,\s*/g, ',');
  switch (value.kind) {
    case 'list':
      return value;
    case 'known':
      return splitValue(evaluator, known(trimmed(String(value.value)).trim()), ',', template);
    case 'text': {
      const parts = value.parts.map((part) => (typeof part === 'string' ? trimmed(part) : part));
      return splitValue(evaluator, { ...value, parts }, ',', template);
    }
    default:
      return splitValue(evaluator, value, ',', template);
  }
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** The bounds that a parameter sets for a number. */
function bounds(declaration: unknown): { readonly least?: number; readonly most?: number } {
  const [least, most] = ['MinValue', 'MaxValue'].map((key) => {
    const value = own(declaration, key);
    return isScalar(value) ? asNumber(value) : undefined;
  });
  return { ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) };
}
