/** `${...}` in a text, as Fn::Sub and the variables of policies have them. */
export interface Placeholder {
  readonly start: number;
  /** Behind the closing brace. */
  readonly end: number;
  readonly inner: string;
}

/**
 * The placeholders of a text, each up to the first closing brace. Not a regular expression: one would start again at each
 * `${` of a text that closes none.
 */
export function* placeholdersIn(text: string): Generator<Placeholder> {
  for (let start = text.indexOf('${'); start >= 0; ) {
    const close = text.indexOf('}', start + 2);
    if (close < 0) return;
    yield { start, end: close + 1, inner: text.slice(start + 2, close) };
    start = text.indexOf('${', close + 1);
  }
}
