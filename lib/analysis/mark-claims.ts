import { Claim, type Evidence } from '../model/claim';
import { ALWAYS, type Guard, NEVER } from '../model/guard';
import { listedValues, MARKS, type MarkName } from '../policy/zones';
import type { Text } from '../text';
import type { Mark } from './mark-values';

/** What is claimed of marks: most resources share theirs with others, and so what is claimed of them. */
export class Claims {
  private readonly byMarks = new WeakMap<readonly Mark[], Map<string, Claim>>();

  /** @param what is claimed of the mark: the same for the same claims */
  of(
    marks: readonly Mark[],
    name: MarkName,
    what: string,
    make: (marks: readonly Mark[], name: MarkName) => Claim,
  ): Claim {
    // Under conditions the marks are those of one resource.
    if (marks.length !== 1 || marks[0]?.when !== ALWAYS) return make(marks, name);
    let claims = this.byMarks.get(marks);
    if (claims === undefined) {
      claims = new Map();
      this.byMarks.set(marks, claims);
    }
    const id = `${name} ${what}`;
    let claim = claims.get(id);
    if (claim === undefined) {
      claim = make(marks, name);
      claims.set(id, claim);
    }
    return claim;
  }
}

/** Says that a mark is declared at all, with a value that there is. */
export function declaredIn(marks: readonly Mark[], name: MarkName): Claim {
  const { tag } = MARKS[name];
  const values = listedValues(name);
  const required: Text = {
    ja: values === undefined ? '宣言があること' : `${values.join('、')}のいずれかの宣言`,
    en: values === undefined ? 'declared' : `declared as one of ${values.join(', ')}`,
  };
  let holds: Guard = NEVER;
  let breaks: Guard = NEVER;
  const evidence: Evidence[] = [];
  for (const { when, value, fault, invalid } of marks) {
    if (value !== undefined) {
      holds = holds.or(when);
      continue;
    }
    // What stands there but is not known may turn out to be a value that there is.
    const outcome = fault === undefined || invalid === true ? 'breaks' : 'undetermined';
    if (outcome === 'breaks') breaks = breaks.or(when);
    const actual = fault ?? { ja: '宣言がない', en: 'not declared' };
    evidence.push({ path: tag, actual, required, outcome, when });
  }
  return new Claim(holds, breaks, evidence);
}

/** Says that the value of a mark passes a test; undetermined where there is none. */
export function valueIs(
  marks: readonly Mark[],
  name: MarkName,
  test: (value: string) => boolean,
  wanted: string,
): Claim {
  let holds: Guard = NEVER;
  let breaks: Guard = NEVER;
  const evidence: Evidence[] = [];
  for (const { when, value, fault } of marks) {
    if (value === undefined) {
      evidence.push({
        path: MARKS[name].tag,
        actual: fault ?? { ja: '宣言がない', en: 'not declared' },
        required: {
          ja: `宣言（${wanted}であれば、この規則が適用される）`,
          en: `declared (this rule applies to ${wanted})`,
        },
        outcome: 'undetermined',
        when,
      });
    } else if (test(value)) holds = holds.or(when);
    else breaks = breaks.or(when);
  }
  return new Claim(holds, breaks, evidence);
}
