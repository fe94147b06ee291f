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

  /** What is wrong with an argument, where something is. */
  addIf(arg: string, problem: string | undefined): void {
    if (problem !== undefined) this.add(arg, problem);
  }

  accountNumbers(arg: string, accounts: readonly string[]): void {
    for (const account of accounts)
      if (!/^\d{12}$/.test(account))
        this.add(arg, `must hold account numbers of twelve digits, but holds '${account}'`);
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
