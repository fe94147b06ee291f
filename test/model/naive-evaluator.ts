/**
 * The obvious evaluator: one choice of parameters, one value. Written from the CloudFormation reference alone and
 * without any regard for speed, to hold the real one against.
 */

/** What `AWS::NoValue` leaves. */
export const ABSENT = Symbol('absent');
export type Concrete =
  | string
  | number
  | boolean
  | null
  | typeof ABSENT
  | readonly Concrete[]
  | { readonly [key: string]: Concrete };

/** CloudFormation would refuse to deploy. */
export class DeploymentFails extends Error {
  constructor(
    /** Whether it does so because a mapping has no such entry. */
    readonly isMissingEntry: boolean,
    message: string,
  ) {
    super(message);
  }
}

type Json = Readonly<Record<string, unknown>>;

/** Whether the value depends on something that is not decided before deployment. */
export interface Trace {
  open: boolean;
}

export class NaiveEvaluator {
  constructor(
    private readonly template: { readonly [section: string]: Json },
    private readonly parameters: Readonly<Record<string, string>>,
    /** Parameters without AllowedValues. */
    private readonly free: ReadonlySet<string>,
  ) {}

  condition(name: string): boolean {
    return this.holds((this.template['Conditions'] as Json)[name]);
  }

  /** Conditions are all evaluated, used or not. @throws DeploymentFails */
  allConditions(): void {
    for (const name of Object.keys(this.template['Conditions'] ?? {})) this.condition(name);
  }

  private holds(raw: unknown): boolean {
    const [name, argument] = call(raw) as [string, never];
    switch (name) {
      case 'Condition':
        return this.condition(argument);
      case 'Fn::And':
        return (argument as unknown[]).map((one) => this.holds(one)).every(Boolean);
      case 'Fn::Or':
        return (argument as unknown[]).map((one) => this.holds(one)).some(Boolean);
      case 'Fn::Not':
        return !this.holds(argument[0]);
      case 'Fn::Equals':
        return this.text(argument[0], { open: false }) === this.text(argument[1], { open: false });
      default:
        throw new Error(`no condition: ${JSON.stringify(raw)}`);
    }
  }

  evaluate(raw: unknown, trace: Trace): Concrete {
    if (Array.isArray(raw)) {
      return raw.map((item) => this.evaluate(item, trace)).filter((item) => item !== ABSENT);
    }
    if (typeof raw !== 'object' || raw === null) return raw as Concrete;
    const [name, argument] = call(raw) as [string | undefined, never];
    switch (name) {
      case undefined:
        return Object.fromEntries(
          Object.entries(raw)
            .map(([key, value]) => [key, this.evaluate(value, trace)] as const)
            .filter(([, value]) => value !== ABSENT),
        );
      case 'Ref':
        return this.ref(argument, trace);
      case 'Fn::GetAtt':
        return `<${(argument as string[]).join('.')}>`;
      case 'Fn::If':
        return this.evaluate(this.condition(argument[0]) ? argument[1] : argument[2], trace);
      case 'Fn::Join':
        return this.list(argument[1], trace).map(scalarText).join(argument[0]);
      case 'Fn::Sub':
        return this.sub(argument, trace);
      case 'Fn::Select': {
        const index = Number(this.text(argument[0], trace));
        const item = this.lazyList(argument[1], trace)[index];
        if (item === undefined) throw new DeploymentFails(false, 'Fn::Select beyond the end');
        return item;
      }
      case 'Fn::Split': {
        const text = this.text(argument[1], trace);
        // A reference is a token here, in which a delimiter would be found.
        if (text.includes('<')) trace.open = true;
        return text.split(argument[0]);
      }
      case 'Fn::FindInMap':
        return this.findInMap(argument, trace);
      case 'Fn::Base64': {
        const text = this.text(argument, trace);
        if (text.includes('<')) trace.open = true;
        return Buffer.from(text).toString('base64');
      }
      case 'Fn::Length':
        return this.lazyList(argument, trace).length;
      case 'Fn::ToJsonString': {
        const text = JSON.stringify(this.evaluate(argument, trace));
        if (text.includes('<')) trace.open = true;
        return text;
      }
      default:
        throw new Error(`no function: ${name}`);
    }
  }

  private ref(name: string, trace: Trace): Concrete {
    if (name === 'AWS::NoValue') return ABSENT;
    if (!Object.hasOwn(this.parameters, name)) return `<${name}>`;
    if (this.free.has(name)) trace.open = true;
    return this.parameters[name] as string;
  }

  private sub(argument: unknown, trace: Trace): string {
    const [format, variables] = (Array.isArray(argument) ? argument : [argument, {}]) as [string, Json];
    return format.replace(/\$\{([^}]*)\}/g, (_whole, name: string) => {
      if (name.startsWith('!')) return `\${${name.slice(1)}}`;
      if (Object.hasOwn(variables, name)) return this.text(variables[name], trace);
      return this.text(name.includes('.') ? { 'Fn::GetAtt': name.split('.') } : { Ref: name }, trace);
    });
  }

  private findInMap([map, top, second, options]: readonly unknown[], trace: Trace): Concrete {
    // A key that is a parameter chooses among the keys that there are; one that is computed of it does not.
    const key = (raw: unknown) => this.text(raw, call(raw)[0] === 'Ref' ? { open: false } : trace);
    let node: unknown = this.template['Mappings'];
    for (const raw of [map, top, second]) {
      const name = key(raw);
      if (!Object.hasOwn(node as Json, name)) {
        const fallback = options as Json | undefined;
        if (fallback !== undefined) return this.evaluate(fallback['DefaultValue'], trace);
        throw new DeploymentFails(true, `no entry ${name}`);
      }
      node = (node as Json)[name];
    }
    return node as Concrete;
  }

  private list(raw: unknown, trace: Trace): readonly Concrete[] {
    const value = this.evaluate(raw, trace);
    if (!Array.isArray(value)) throw new DeploymentFails(false, 'not a list');
    return value;
  }

  /** A list of which not every item is needed: whether one that is not can fail the deployment is not documented. */
  private lazyList(raw: unknown, trace: Trace): readonly Concrete[] {
    try {
      return this.list(raw, trace);
    } catch (error) {
      throw error instanceof DeploymentFails ? new DeploymentFails(false, error.message) : error;
    }
  }

  private text(raw: unknown, trace: Trace): string {
    return scalarText(this.evaluate(raw, trace));
  }
}

function scalarText(value: Concrete): string {
  if (typeof value === 'object' || typeof value === 'symbol')
    throw new DeploymentFails(false, 'not a string');
  return String(value);
}

/** The function of a call, and its argument. */
function call(raw: unknown): readonly [string | undefined, unknown] {
  const [only, more] =
    typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? Object.entries(raw) : [];
  if (only === undefined || more !== undefined || !/^(Ref|Condition|Fn::.*)$/.test(only[0]))
    return [undefined, raw];
  return only;
}
