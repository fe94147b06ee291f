import { Token } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/**
 * Gathers everything that is wrong with the props of one construct and throws once,
 * so that a developer mends all of it in one round.
 */
export class PropErrors {
  private readonly messages: string[] = [];

  constructor(private readonly constructName: string) {}

  /** Records that `prop` is wrong, and why. */
  public add(prop: string, problem: string): void {
    this.messages.push(`\`${prop}\` ${problem}`);
  }

  /** Records a problem with `prop` when `problem` says that there is one. */
  public addIf(prop: string, problem: string | undefined): void {
    if (problem !== undefined) this.add(prop, problem);
  }

  /** @throws one Error that lists every recorded problem, if there is any. */
  public throwIfAny(scope: Construct, id: string): void {
    if (this.messages.length === 0) return;
    const path = scope.node.path === '' ? id : `${scope.node.path}/${id}`;
    const list = this.messages.map((message) => `\n  - ${message}`).join('');
    throw new Error(`${this.constructName} at '${path}' cannot be built:${list}`);
  }
}

/** The value if it is known now; `undefined` for a token, which only the deployment knows. */
export function literal<T>(value: T | undefined): T | undefined {
  return value === undefined || Token.isUnresolved(value) ? undefined : value;
}

/** What is wrong with a whole number that has a lower bound; a token passes. */
export function wholeNumberProblem(value: number | undefined, minimum: number, unit: string) {
  const known = literal(value);
  if (known === undefined) return undefined;
  if (!Number.isInteger(known)) return `must be a whole number of ${unit}, but is ${known}`;
  return known < minimum ? `must be at least ${minimum} ${unit}, but is ${known}` : undefined;
}
