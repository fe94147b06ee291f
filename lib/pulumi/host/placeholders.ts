import { Pending, Pieces, type PulumiInputs, type PulumiValue } from '../resource';
import { UNKNOWN_STRING } from '../wire';

/** A message of Pulumi's protocol that holds values. */
interface Struct {
  toJavaScript(): object;
  readonly constructor: unknown;
}

/** What stands for an output in a text: letters that a program does not write by chance, and that no encoding changes. */
const PATTERN = /jichitai0output0(\d+)0end/g;
/** The same, without a memory of where it was found last. */
const SOME = /jichitai0output0\d+0end/;

/**
 * Texts that stand for outputs which are not known before deployment, so that a program can put together policies of
 * them at a preview. They never reach the engine, to which the values stay unknown.
 */
export class Placeholders {
  private readonly outputs: { readonly urn: string; readonly output: string }[] = [];

  /** A text that stands for an output of a resource. */
  for(urn: string, output: string): string {
    const at = this.outputs.push({ urn, output }) - 1;
    return `jichitai0output0${at}0end`;
  }

  isIn(value: unknown): boolean {
    return this.outputs.length > 0 && SOME.test(JSON.stringify(value) ?? '');
  }

  /** The message with every text that holds a placeholder unknown. */
  hidden<T extends Struct>(message: T): T {
    const values = message.toJavaScript();
    if (!this.isIn(values)) return message;
    const { fromJavaScript } = message.constructor as { fromJavaScript(values: object): T };
    return fromJavaScript(hide(values) as object);
  }

  /** A value with what the placeholders in it stand for. */
  read(value: PulumiValue): PulumiValue {
    if (typeof value === 'string') return this.readText(value);
    if (Array.isArray(value)) return (value as readonly PulumiValue[]).map((item) => this.read(item));
    if (typeof value !== 'object' || value === null || value instanceof Pending || value instanceof Pieces)
      return value;
    const entries = Object.entries(value as PulumiInputs);
    // Under a key that is not known nothing is.
    if (entries.some(([key]) => this.isIn(key))) return new Pending();
    return Object.fromEntries(entries.map(([key, item]) => [key, this.read(item)]));
  }

  private readText(text: string): PulumiValue {
    if (this.outputs.length === 0) return text;
    const parts = text.split(PATTERN).map((part, at) => {
      if (at % 2 === 0) return part;
      const output = this.outputs[Number(part)];
      return output === undefined ? new Pending() : new Pending([output.urn], output.output);
    });
    const [first, only, last] = parts;
    if (parts.length === 1) return text;
    return parts.length === 3 && first === '' && last === ''
      ? only
      : new Pieces(parts.filter((part) => part !== ''));
  }
}

function hide(value: unknown): unknown {
  if (typeof value === 'string') return SOME.test(value) ? UNKNOWN_STRING : value;
  if (Array.isArray(value)) return value.map(hide);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, hide(item)]));
}

/** Whether an output is a text that nothing but a deployment can tell. */
export function isIdentity(output: string): boolean {
  return output === 'id' || output === 'arn' || /(Arn|Id)$/.test(output);
}
