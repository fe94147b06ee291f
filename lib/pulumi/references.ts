import { catalog } from './catalog';
import { UNKNOWN } from './paths';
import type { Place, Places } from './places';
import {
  DERIVED,
  Pending,
  Pieces,
  type PulumiInputs,
  type PulumiResource,
  type PulumiValue,
  partsOfUrn,
} from './resource';

/** Writes values into templates, and what they refer to as functions. */
export class References {
  /** Outputs that other templates ask for, by the key of the template that has them. */
  private readonly outputs = new Map<string, Record<string, unknown>>();

  constructor(private readonly places: Places) {}

  /** Writes the values of one resource; a property is the one of the package that holds the value. */
  writer({ urn }: PulumiResource): (value: PulumiValue, property: string) => unknown {
    const from = this.places.standing(urn);
    const write = (value: PulumiValue, property: string): unknown => {
      if (value instanceof Pending) return this.pending(value, property, from);
      if (value instanceof Pieces)
        return {
          'Fn::Join': [
            '',
            value.parts.map((part) => (typeof part === 'string' ? part : write(part, property))),
          ],
        };
      if (typeof value === 'string') return this.text(value, from);
      if (Array.isArray(value)) return (value as readonly PulumiValue[]).map((item) => write(item, property));
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value as PulumiInputs)
          .filter(([, item]) => item !== undefined && item !== null)
          .map(([key, item]) => [key, write(item, property)]),
      );
    };
    return write;
  }

  /** The outputs of a template. It grows while others are made. */
  outputsOf(template: string): Record<string, unknown> {
    let outputs = this.outputs.get(template);
    if (outputs === undefined) {
      outputs = {};
      this.outputs.set(template, outputs);
    }
    return outputs;
  }

  private pending(value: Pending, property: string, from: Place | undefined): unknown {
    const [urn, second] = value.from;
    const target = urn === undefined || second !== undefined ? undefined : this.places.standing(urn);
    if (value.secret === true || value.output === DERIVED || target?.type === undefined)
      return unknown(value, property);
    return this.call(target, value.output ?? outputFor(property, target.type), from);
  }

  private text(text: string, from: Place | undefined): unknown {
    const identity = this.places.identities.of(text);
    const target = identity === undefined ? undefined : this.places.standing(identity.urn);
    // Its own name is what a resource is called by, and no reference.
    if (identity === undefined || target?.type === undefined || target === from) return text;
    return this.call(target, identity.output, from);
  }

  private call(target: Place, output: string, from: Place | undefined): unknown {
    const written = functionFor(target.id, target.type as string, output);
    if (from === undefined || target.template === from.template) return written;
    const name = `${target.resource.urn}#${output}`;
    const outputs = this.outputsOf(target.template);
    outputs[name] ??= { Value: written, Export: { Name: name } };
    const { region } = target.settings;
    return region === undefined || from.settings.region === undefined || region === from.settings.region
      ? { 'Fn::ImportValue': name }
      : { 'Fn::GetStackOutput': { StackName: target.stackName, OutputName: name, Region: region } };
  }
}

/** What is not known. Two values of the same output are the same value. */
function unknown({ from, output, secret }: Pending, property: string): unknown {
  const names = from.map((urn) => partsOfUrn(urn).name);
  const name = names.length === 0 ? property : names.join(', ');
  const key = output === undefined || output === DERIVED ? undefined : `${from[0]}#${output}`;
  return {
    [UNKNOWN]: {
      name,
      ...(key === undefined ? {} : { key }),
      ...(secret === true ? { secret: true } : {}),
    },
  };
}

/** What a template writes for the output of a resource: `Ref` where there is no attribute of that name. */
function functionFor(logicalId: string, type: string, output: string): unknown {
  const plain = output.toLowerCase();
  const attribute =
    plain === 'id'
      ? undefined
      : attributesOf(type).find((name) => name.replaceAll('.', '').toLowerCase() === plain);
  return attribute === undefined ? { Ref: logicalId } : { 'Fn::GetAtt': [logicalId, attribute] };
}

/** The output that a value is which comes from one resource: its ARN or its id, or what is called like the property. */
function outputFor(property: string, type: string): string {
  const last = property
    .replaceAll(/\[.*?\]/g, '')
    .split('.')
    .at(-1) as string;
  if (/arns?$/i.test(last)) return 'arn';
  const plain = last.toLowerCase();
  return plain !== 'id' && attributesOf(type).some((name) => name.toLowerCase() === plain) ? last : 'id';
}

function attributesOf(type: string): readonly string[] {
  const { attributes } = catalog();
  return Object.hasOwn(attributes, type) ? (attributes[type] as readonly string[]) : [];
}
