import { catalog } from './catalog';
import type { TypeMapping } from './mapping';
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
  /** Ids of resources that the model has beside others, by the key of the template: those that something names. */
  private readonly beside = new Map<string, Set<string>>();

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

  /** What refers to a resource within its own template. */
  selfOf(place: Place): unknown {
    const target = this.places.standing(place.resource.urn) ?? place;
    return this.call(target, place, 'id', target);
  }

  /** Logical ids of resources that stand beside others of a template. */
  besideOf(template: string): ReadonlySet<string> {
    return this.beside.get(template) ?? new Set();
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
    const own = urn === undefined || second !== undefined ? undefined : this.places.byUrn(urn);
    const target = own === undefined ? undefined : this.places.standing(own.resource.urn);
    if (value.secret === true || value.output === DERIVED || target?.type === undefined || own === undefined)
      return unknown(value, property);
    return this.call(target, own, value.output ?? outputFor(property, target.type, own), from);
  }

  /** A text, and what it names: an ARN may have more behind it, as that of the objects in a bucket. */
  private text(text: string, from: Place | undefined): unknown {
    const whole = this.named(text, from);
    if (whole !== undefined) return whole;
    if (!text.startsWith('arn:')) return text;
    for (let end = lastBreak(text, text.length); end > 0; end = lastBreak(text, end)) {
      const found = this.named(text.slice(0, end), from);
      if (found !== undefined) return { 'Fn::Join': ['', [found, text.slice(end)]] };
    }
    return text;
  }

  private named(text: string, from: Place | undefined): unknown {
    const identity = this.places.identities.of(text);
    const own = identity === undefined ? undefined : this.places.byUrn(identity.urn);
    const target = identity === undefined ? undefined : this.places.standing(identity.urn);
    // Its own name is what a resource is called by, and no reference.
    if (identity === undefined || own === undefined || target?.type === undefined || target === from)
      return undefined;
    return this.call(target, own, identity.output, from);
  }

  /** @param own the place of what is named, which may belong to the target */
  private call(target: Place, own: Place, output: string, from: Place | undefined): unknown {
    const written = this.functionFor(target, own, output);
    if (from === undefined || target.template === from.template) return written;
    const name = `${own.resource.urn}#${output}`;
    const outputs = this.outputsOf(target.template);
    outputs[name] ??= { Value: written, Export: { Name: name } };
    const { region } = target.settings;
    return region === undefined || from.settings.region === undefined || region === from.settings.region
      ? { 'Fn::ImportValue': name }
      : { 'Fn::GetStackOutput': { StackName: target.stackName, OutputName: name, Region: region } };
  }

  private functionFor(target: Place, { mapping }: Place, output: string): unknown {
    const named = renamed(mapping?.outputs, output);
    if (named === undefined) return functionFor(target.id, target.type as string, output);
    if (!named.startsWith('.')) return { 'Fn::GetAtt': [target.id, named] };
    const id = target.id + named;
    const ids = this.beside.get(target.template);
    if (ids === undefined) this.beside.set(target.template, new Set([id]));
    else ids.add(id);
    return { Ref: id };
  }
}

function renamed(outputs: TypeMapping['outputs'] = {}, output: string): string | undefined {
  return Object.hasOwn(outputs, output) ? outputs[output] : undefined;
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
function outputFor(property: string, type: string, { mapping }: Place): string {
  const last = property
    .replaceAll(/\[[^[\]]*\]/g, '')
    .split('.')
    .at(-1) as string;
  if (/arns?$/i.test(last)) return 'arn';
  const plain = last.toLowerCase();
  // A VPC that is named as a route table or a security group stands for the one that it comes with.
  const named = Object.keys(mapping?.outputs ?? {}).find((name) => {
    const kind = name.replace(/^(association|propagation)?(default|main)/i, '').toLowerCase();
    return name !== 'id' && plain.replace(/s$/, '').endsWith(kind);
  });
  if (named !== undefined) return named;
  return plain !== 'id' && attributesOf(type).some((name) => name.toLowerCase() === plain) ? last : 'id';
}

function attributesOf(type: string): readonly string[] {
  const { attributes } = catalog();
  return Object.hasOwn(attributes, type) ? (attributes[type] as readonly string[]) : [];
}

/** Where the last part of an ARN begins that ends before a place. */
function lastBreak(text: string, end: number): number {
  return Math.max(text.lastIndexOf('/', end - 1), text.lastIndexOf(':', end - 1));
}
