import type { Decision } from './decide';
import type { KeyState, Lookup } from './policy-text';

/** More states than this are not gone through. */
const MOST_STATES = 243;

/** The keys of a request that policies ask for and nobody knows, gone through in the states that they can have. */
export class OpenKeys {
  /** What came out so far. */
  readonly decided = new Set<Decision>();
  /** Keys in lower case, with the operators that ask for them. */
  private readonly asked = new Map<string, Set<string>>();

  constructor(private readonly known: Lookup) {}

  /** Notes what is asked for and not known. */
  readonly lookup: Lookup = (key, operator = 'variable') => {
    const state = this.known(key);
    if (state.kind === 'unknown') {
      const name = key.toLowerCase();
      const operators = this.asked.get(name) ?? new Set();
      this.asked.set(name, operators.add(operator));
    }
    return state;
  };

  /** Lookups that together stand for all requests there can be; none where there are too many. */
  *states(): Generator<Lookup> {
    const choices = [...this.asked].map(([key, operators]) => ({ key, states: statesOf(operators) }));
    const count = choices.reduce((product, { states }) => product * states.length, 1);
    if (count > MOST_STATES) return;
    for (let index = 0; index < count; index++) {
      let rest = index;
      const chosen = new Map<string, KeyState>();
      for (const { key, states } of choices) {
        chosen.set(key, states[rest % states.length] as KeyState);
        rest = Math.floor(rest / states.length);
      }
      yield (key) => chosen.get(key.toLowerCase()) ?? this.known(key);
    }
  }
}

const ABSENT: KeyState = { kind: 'absent' };
const SOME: readonly KeyState[] = [ABSENT, { kind: 'present' }];
const BOOLEAN: readonly KeyState[] = [
  ABSENT,
  { kind: 'values', values: ['true'] },
  { kind: 'values', values: ['false'] },
];

/** A key that is asked for by Bool alone is true or false. */
function statesOf(operators: ReadonlySet<string>): readonly KeyState[] {
  const others = [...operators].filter((operator) => operator !== 'bool' && operator !== 'null');
  return others.length === 0 && operators.has('bool') ? BOOLEAN : SOME;
}
