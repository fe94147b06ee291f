// Texts on which a backtracking engine takes longest over a regular expression: for each quantifier without a bound,
// what it repeats, as often as one likes, behind what leads to it and before what lets the match fail.

/** A piece of an expression. */
type Node =
  | { readonly kind: 'atom'; readonly source: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'group'; readonly options: readonly (readonly Node[])[] }
  | { readonly kind: 'repeat'; readonly of: Node; readonly least: number; readonly unbounded: boolean };

class Parser {
  private at = 0;

  constructor(private readonly source: string) {}

  options(): readonly (readonly Node[])[] {
    const options: Node[][] = [[]];
    while (this.at < this.source.length && this.source[this.at] !== ')') {
      if (this.source[this.at] === '|') {
        this.at++;
        options.push([]);
      } else options.at(-1)?.push(this.quantified());
    }
    return options;
  }

  private quantified(): Node {
    const of = this.single();
    const [text, , least, comma, most] =
      /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(this.source.slice(this.at)) ?? [];
    if (text === undefined) return of;
    this.at += text.length;
    const unbounded = /^[*+]/.test(text) || (comma === ',' && most === '');
    return { kind: 'repeat', of, least: text.startsWith('+') ? 1 : Number(least ?? 0), unbounded };
  }

  private single(): Node {
    const rest = this.source.slice(this.at);
    const [opening] = /^\((?:\?(?::|=|!|<=|<!|<\w+>))?/.exec(rest) ?? [];
    if (opening !== undefined) {
      this.at += opening.length;
      const options = this.options();
      this.at++;
      return /[!]|<=/.test(opening) ? { kind: 'nothing' } : { kind: 'group', options };
    }
    const [atom = ''] =
      /^(?:\[\^?(?:\\[\s\S]|[^\]\\])*\]|\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|k<\w+>|[\s\S])|[\s\S])/u.exec(
        rest,
      ) ?? [];
    this.at += atom.length;
    return /^(?:\^|\$|\\[bB]|\\k.*|\\[1-9])$/.test(atom)
      ? { kind: 'nothing' }
      : { kind: 'atom', source: atom };
  }
}

/** Letters that classes have in common, so that what stands beside each other may match the same. */
const LETTERS = [...'aZ0 -_./:=\'"$\\\n\t,@{}[]<>()*+?!#%&|;~^`é日'];

class Attacks {
  readonly found = new Set<string>();

  constructor(
    private readonly flags: string,
    private readonly length: number,
  ) {}

  /** All attacks on what is repeated below these options. */
  of(options: readonly (readonly Node[])[], before: string): void {
    for (const sequence of options) {
      let lead = before;
      for (const [index, node] of sequence.entries()) {
        const rest = sequence.slice(index + 1);
        this.at(node, lead, rest);
        lead += this.sample(node);
      }
    }
  }

  private at(node: Node, lead: string, rest: readonly Node[]): void {
    if (node.kind === 'group') this.of(node.options, lead);
    if (node.kind !== 'repeat') return;
    if (node.of.kind === 'group') this.of(node.of.options, lead);
    if (!node.unbounded) return;
    const next = rest.map((other) => this.sample(other)).join('');
    for (const piece of this.pieces(node.of)) {
      for (const pumped of [piece, lead + piece, piece + next, lead + piece + next.slice(0, -1)]) {
        if (pumped === '') continue;
        const many = pumped.repeat(Math.ceil(this.length / pumped.length));
        for (const tail of ['', '\u0000', next]) this.found.add(lead + many + tail);
      }
    }
    if (lead !== '') this.found.add(lead.repeat(Math.ceil(this.length / lead.length)));
  }

  private pieces(node: Node): readonly string[] {
    if (node.kind === 'atom') return this.letters(node.source).slice(0, 4);
    if (node.kind === 'group')
      return node.options.map((option) => option.map((one) => this.sample(one)).join(''));
    return [this.sample(node)];
  }

  private sample(node: Node): string {
    switch (node.kind) {
      case 'nothing':
        return '';
      case 'atom':
        return this.letters(node.source)[0] ?? '';
      case 'group':
        return (node.options[0] ?? []).map((one) => this.sample(one)).join('');
      case 'repeat':
        return this.sample(node.of).repeat(node.unbounded ? Math.max(node.least, 1) : node.least);
    }
  }

  private letters(source: string): readonly string[] {
    if (/^[^\\[.]$/u.test(source)) return [source];
    const pattern = new RegExp(`^${source}$`, this.flags.replace(/[gy]/g, ''));
    return LETTERS.filter((letter) => pattern.test(letter));
  }
}

/** Texts of about a length that are as bad as can be for an expression; none where it repeats nothing without bound. */
export function attacksOn({ source, flags }: RegExp, length: number): readonly string[] {
  const attacks = new Attacks(flags, length);
  attacks.of(new Parser(source).options(), '');
  return [...attacks.found];
}

/** What is so much more than enough is no disturbance, and is not tried again. */
const HOPELESS = 3;

/** Milliseconds that an expression takes to be found everywhere in a text: the fastest of a few tries. */
export function timeOf({ source, flags }: RegExp, text: string, enough: number): number {
  const everywhere = new RegExp(source, flags.includes('g') ? flags : `${flags}g`);
  let best = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 3 && best > enough; attempt++) {
    const started = process.cpuUsage();
    text.replace(everywhere, '');
    const { user, system } = process.cpuUsage(started);
    best = Math.min(best, (user + system) / 1_000);
    if (best > HOPELESS * enough) break;
  }
  return best;
}
