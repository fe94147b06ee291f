import { ALWAYS, type Guard } from './guard';
import { type Call, type Intrinsic, malformed } from './intrinsic';
import { availabilityZones, cidr, length, select, split } from './intrinsic-lists';
import { base64, join, sub, toJsonString } from './intrinsic-strings';
import { macroReason } from './macros';
import { isRecord, own } from './template';
import {
  type Alternative,
  always,
  asBoolean,
  holeOf,
  IMPOSSIBLE,
  identityOf,
  type Known,
  unknown,
  type Value,
} from './value';

/** Every function but Ref, GetAtt and those of conditions, by its name in a template. */
export const INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  'Fn::If': ifElse,
  'Fn::Join': join,
  'Fn::Sub': sub,
  'Fn::Select': select,
  'Fn::Split': split,
  'Fn::FindInMap': findInMap,
  'Fn::Base64': base64,
  'Fn::Cidr': cidr,
  'Fn::GetAZs': availabilityZones,
  'Fn::ImportValue': ({ evaluator, template, argument }) =>
    evaluator.combine([evaluator.evaluate({ template, raw: argument })], ([name]) =>
      evaluator.exports.imported(evaluator, template, name as Value),
    ),
  'Fn::GetStackOutput': ({ evaluator, template, argument }) =>
    evaluator.combine(
      ['StackName', 'OutputName', 'Region', 'RoleArn'].map((key) =>
        evaluator.evaluate({ template, raw: own(argument, key) }),
      ),
      ([stack, output, region, role]) =>
        evaluator.exports.stackOutput(evaluator, template, { stack, output, region, role }),
    ),
  'Fn::Length': length,
  'Fn::ToJsonString': toJsonString,
  'Fn::Transform': ({ argument }) =>
    always(unknown(macroReason(own(argument, 'Name')), { mayBeAbsent: true })),
  // No function of CloudFormation: the templates that Pulumi programs become have it (lib/pulumi).
  'Fn::KnownAfterDeployment': ({ evaluator, template, argument }) => {
    const [name, key] = ['name', 'key'].map((part) => own(argument, part));
    return always(
      unknown(
        { ja: `${name}（配備後に定まる値）`, en: `${name}, known after deployment only` },
        {
          mayBeAbsent: true,
          ...(own(argument, 'secret') === true ? { secret: true } : {}),
          ...(typeof key === 'string'
            ? { variable: evaluator.space.variable(`${template.key}\u0000output\u0000${key}`, String(name)) }
            : {}),
        },
      ),
    );
  },
};

function ifElse({ evaluator, template, argument }: Call): readonly Alternative[] {
  if (!Array.isArray(argument) || argument.length !== 3 || typeof argument[0] !== 'string')
    return malformed('Fn::If');
  const guard = evaluator.conditions.named(argument[0], template);
  return evaluator.settle(
    [
      [guard, argument[1]],
      [guard.not(), argument[2]],
    ].flatMap(([when, raw]) =>
      evaluator
        .evaluate({ template, raw })
        .map((alternative) => ({ when: alternative.when.and(when), value: alternative.value })),
    ),
  );
}

function findInMap({ evaluator, template, argument }: Call): readonly Alternative[] {
  if (!Array.isArray(argument) || argument.length < 3) return malformed('Fn::FindInMap');
  const fallback = own(argument[3], 'DefaultValue');
  const open = always(
    unknown({ ja: '対応表の分からない項目', en: 'an entry of a mapping that is not known' }),
  );
  /** What there is where the mappings have no such key. */
  const missing = (node: unknown): readonly Alternative[] => {
    if (fallback !== undefined) return evaluator.evaluate({ template, raw: fallback });
    // A mapping that the template does not define, or that a macro fills in, might have it.
    return node === template.mappings || hasMacro(node) ? open : always(IMPOSSIBLE);
  };
  /** Goes down one key; a key that is not known chooses among those that there are. */
  const down = (node: unknown, keys: readonly unknown[]): readonly Alternative[] => {
    if (keys.length === 0) return evaluator.evaluate({ template, raw: node });
    return evaluator.combine([evaluator.evaluate({ template, raw: keys[0] })], ([key]) => {
      const names = isRecord(node) ? Object.keys(node).filter((name) => name !== 'Fn::Transform') : [];
      if (key?.kind === 'impossible') return IMPOSSIBLE;
      if (key?.kind === 'known') {
        const name = names.find((one) => sameKey(one, key.value));
        return name === undefined ? missing(node) : down(own(node, name), keys.slice(1));
      }
      const identity = key === undefined ? undefined : identityOf(key);
      if (key === undefined || identity === undefined || names.length === 0 || hasMacro(node)) return open;
      let rest: Guard = ALWAYS;
      const found = names.flatMap((name) => {
        const hole = holeOf(key, name);
        if (hole === 'none') return [];
        const is =
          hole === undefined
            ? evaluator.space.equals(evaluator.space.variable(`key\u0000${identity}`, 'Fn::FindInMap'), name)
            : evaluator.space.equals(hole.variable, hole.literal);
        rest = rest.minus(is);
        return down(own(node, name), keys.slice(1)).map(({ when, value }) => ({ when: when.and(is), value }));
      });
      return [...found, ...missing(node).map(({ when, value }) => ({ when: when.and(rest), value }))];
    });
  };
  return down(template.mappings, argument.slice(0, 3));
}

function hasMacro(node: unknown): boolean {
  return own(node, 'Fn::Transform') !== undefined;
}

/** YAML reads `yes` as a Boolean where it is a value, while keys are kept as they are written. */
function sameKey(name: string, value: Known['value']): boolean {
  return name === String(value) || (typeof value === 'boolean' && asBoolean(name) === value);
}
