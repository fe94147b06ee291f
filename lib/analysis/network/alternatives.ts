import { Claim, type Outcome } from '../../model/claim';
import type { Field } from '../../model/field';
import { ALWAYS, type Guard } from '../../model/guard';
import type { Value } from '../../model/value';
import type { Text } from '../../text';

/** A claim that counts under a guard only; elsewhere nothing is asked. Its evidence counts there only, too. */
export function under(when: Guard, claim: Claim): Claim {
  if (when.isAlways) return claim;
  return new Claim(
    claim.holds.or(when.not()),
    claim.breaks.and(when),
    claim.evidence
      .map((item) => ({ ...item, when: item.when.and(when) }))
      .filter((item) => !item.when.isNever),
  );
}

/** What a function says of each value that can stand in a field. */
export function byAlternative(field: Field, claim: (value: Value) => Claim): Claim {
  const only = onlyValue(field);
  if (only !== undefined) return only.kind === 'impossible' ? Claim.HOLDS : claim(only);
  return Claim.all(
    field.alternatives.map(({ when, value }) =>
      value.kind === 'impossible' ? Claim.HOLDS : under(when, claim(value)),
    ),
  );
}

/** Whether what a function says holds of the value that stands in a field. */
export function anyAlternative(field: Field, claim: (value: Value) => Claim): Claim {
  const only = onlyValue(field);
  if (only !== undefined) return only.kind === 'impossible' ? Claim.BREAKS : claim(only);
  return Claim.any(
    field.alternatives.map(({ when, value }) =>
      value.kind === 'impossible' ? Claim.BREAKS : claim(value).and(Claim.when(when)),
    ),
  );
}

/** The value of a field that has the same one always, as nearly all have. */
function onlyValue({ alternatives }: Field): Value | undefined {
  return alternatives.length === 1 && alternatives[0]?.when === ALWAYS ? alternatives[0].value : undefined;
}

/** A bare outcome, to be explained by whoever combines it. */
export function bare(outcome: Outcome): Claim {
  if (outcome === 'holds') return Claim.HOLDS;
  return outcome === 'breaks' ? Claim.BREAKS : UNDETERMINED;
}

/** Neither holds nor breaks, and says nothing about why. */
export const UNDETERMINED = new Claim(ALWAYS.not(), ALWAYS.not());

/** A test of two fields together, under each combination of their values. */
export function pairwise(
  a: Field,
  b: Field,
  test: (a: Value, b: Value) => Outcome,
  actual: (a: Value, b: Value) => Text,
  required: Text,
): Claim {
  let so = Claim.HOLDS;
  for (const left of a.alternatives) {
    for (const right of b.alternatives) {
      const when = left.when.and(right.when);
      if (when.isNever || left.value.kind === 'impossible' || right.value.kind === 'impossible') continue;
      const outcome = test(left.value, right.value);
      if (outcome === 'holds') continue;
      so = so.and(under(when, a.states(outcome, actual(left.value, right.value), required)));
    }
  }
  return so;
}

/**
 * A claim that is asked only where a condition holds. Where it cannot be told whether it does, the evidence says why,
 * and what would break it then.
 * @param stated the claim, or what makes it, which is left where the condition certainly does not hold
 */
export function whereHolds(condition: Claim, stated: Claim | (() => Claim)): Claim {
  if (condition.breaks === ALWAYS) return Claim.HOLDS;
  const claim = typeof stated === 'function' ? stated() : stated;
  if (condition.holds === ALWAYS && condition.isSilent) return claim;
  const asked = claim.onlyIf(condition);
  const open = claim.breaks.minus(condition.holds).minus(condition.breaks);
  const pieces = [
    ...condition.evidence.filter(({ outcome }) => outcome === 'undetermined'),
    ...claim.evidence.filter(({ outcome }) => outcome === 'breaks'),
  ];
  const possible = condition.breaks.not();
  return new Claim(asked.holds, asked.breaks, [
    ...claim.evidence
      .map((item) => ({ ...item, when: item.when.and(possible) }))
      .filter(({ when }) => !when.isNever),
    ...pieces
      .map((item) => ({ ...item, outcome: 'undetermined' as const, when: item.when.and(open) }))
      .filter(({ when }) => !when.isNever),
  ]);
}

/**
 * Says that a list names something: subnets, security groups. One that is a parameter does, since a list of ids cannot
 * be empty.
 */
export function namesSome(list: Field, absent: Text, required: Text): Claim {
  return byAlternative(list, (value) => {
    switch (value.kind) {
      case 'absent':
        return list.states('breaks', absent, required);
      case 'list':
        return list
          .items()
          .some((item) => item.present)
          .explained(list.path, absent, required, list.at);
      case 'unknown':
        return value.mayBeAbsent === true ? list.states('undetermined', value.reason, required) : Claim.HOLDS;
      default:
        return value.kind === 'known' && value.value === ''
          ? list.states('breaks', absent, required)
          : Claim.HOLDS;
    }
  });
}
