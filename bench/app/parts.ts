import type { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Base } from './part';
import { SERVICES } from './services';
import { STORES } from './stores';

const PARTS = [...STORES, ...SERVICES];

/** Adds the parts of systems in turn, until a stack has about so many resources. */
export function addParts(stack: Stack, base: Base, count: () => number, size: number, first: number): void {
  for (let n = first; count() < size; n++) {
    const scope = new Construct(stack, `System${n}`);
    for (const part of PARTS) {
      part(new Construct(scope, part.name[0]?.toUpperCase() + part.name.slice(1)), base, n);
    }
  }
}
