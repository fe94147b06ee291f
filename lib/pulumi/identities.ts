import { classicMapping } from './catalog';
import type { PulumiResource, PulumiValue } from './resource';

/** An output of a resource that has a value. */
export interface Identity {
  readonly urn: string;
  readonly output: string;
}

/** Shorter texts are the same by chance. */
const SHORTEST = 6;

/** What deployed resources are called: texts that can be nothing else than an output of one of them. */
export class Identities {
  private readonly byText = new Map<string, Identity>();

  constructor(resources: Iterable<PulumiResource>) {
    for (const { urn, type, id, outputs = {}, custom } of resources) {
      if (!custom) continue;
      this.add(urn, 'id', id);
      const others = classicMapping(type)?.outputs ?? {};
      const own = nameOutput(type);
      for (const [output, value] of Object.entries(outputs)) {
        const isName = output === 'arn' || output === 'id' || output.endsWith('Arn');
        if (isName || Object.hasOwn(others, output)) this.add(urn, output, value);
        else if (own.has(output)) this.add(urn, 'id', value);
      }
    }
  }

  of(text: string): Identity | undefined {
    return this.byText.get(text);
  }

  /** Of two with one identity, as a bucket and its versioning, the first: the other is of it. */
  private add(urn: string, output: string, value: PulumiValue): void {
    if (typeof value !== 'string' || value.length < SHORTEST || this.byText.has(value)) return;
    this.byText.set(value, { urn, output });
  }
}

/** What `@pulumi/aws-native` calls the id of a resource among its outputs: `bucketName` of a `Bucket`, `keyId` of a `Key`. */
function nameOutput(type: string): ReadonlySet<string> {
  const [, what] = /^aws-native:\w+:(\w+)$/.exec(type) ?? [];
  if (what === undefined) return new Set();
  const name = what.slice(0, 1).toLowerCase() + what.slice(1);
  return new Set([`${name}Id`, `${name}Name`]);
}
