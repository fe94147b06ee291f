/** Gathers all that is wrong with the arguments of a component, and throws once. */
export class ArgErrors {
  private readonly messages: string[] = [];

  constructor(
    private readonly component: string,
    private readonly name: string,
  ) {}

  add(arg: string, problem: string): void {
    this.messages.push(`\`${arg}\` ${problem}`);
  }

  /** A whole number with a lower bound; an output passes, whose value is not known yet. */
  wholeNumber(arg: string, value: unknown, least: number, unit: string): void {
    if (typeof value !== 'number') return;
    if (!Number.isInteger(value)) this.add(arg, `must be a whole number of ${unit}, but is ${value}`);
    else if (value < least) this.add(arg, `must be at least ${least} ${unit}, but is ${value}`);
  }

  /** @throws Error that lists every problem, if there is any */
  throwIfAny(): void {
    if (this.messages.length === 0) return;
    const list = this.messages.map((message) => `\n  - ${message}`).join('');
    throw new Error(`${this.component} '${this.name}' cannot be made:${list}`);
  }
}
