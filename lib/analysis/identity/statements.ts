import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { type Guard, NEVER } from '../../model/guard';
import { present, satisfying } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { isRecord } from '../../model/template';
import { identityOf, type Value } from '../../model/value';
import { coversAction, patternCovers, patternsMeet, type Statement } from '../policy-document';

/** Whether the Action or NotAction of a statement takes in an action, as `service:Name`. */
export function coversNamed(statement: Statement, action: string): Claim {
  const requirement = coversAction(action);
  const listed = statement.actions.some((item) => item.must(requirement));
  const excepted = statement.field.get('NotAction');
  if (excepted.isAbsent) return listed;
  const others = statement.notActions.some((item) => item.must(requirement)).not();
  return listed.or(excepted.must(present).and(others));
}

/** Whether a pattern takes in every resource, or every action: `arn:aws:*` and `*:*` take in as much as `*` does. */
export function isEverything(pattern: string): boolean {
  return pattern.includes('*') && /^(arn)?(aws(-cn|-us-gov)?)?$/.test(pattern.replaceAll(/[*:/]/g, ''));
}

/** Whether a statement is about every resource; one with NotResource is, but for a few. */
export function isAboutEverything(statement: Statement): Claim {
  const everything = statement.resources.some((item) =>
    item.must(
      satisfying({ ja: '全て', en: 'everything' }, (value) => {
        if (value.kind === 'known') return isEverything(String(value.value)) ? 'holds' : 'breaks';
        // Something in it is a name of something.
        return value.kind === 'unknown' ? 'undetermined' : 'breaks';
      }),
    ),
  );
  const excepted = statement.field.get('NotResource');
  return excepted.isAbsent ? everything : everything.or(excepted.must(present));
}

/** Whether every resource that one statement is about is one that the other is about, too. */
export function containsResources(outer: Statement, inner: Statement): Claim {
  const excepted = outer.field.get('NotResource');
  if (!excepted.isAbsent) {
    return inner.resources.every((item) =>
      Claim.all(excepted.items().known.map((exception) => compare(item, exception, meetsValue).not())),
    );
  }
  const innerExcepted = inner.field.get('NotResource');
  if (!innerExcepted.isAbsent) return isAboutEverything(outer);
  return inner.resources.every((item) => outer.resources.some((pattern) => compare(pattern, item, contains)));
}

function compare(a: Field, b: Field, test: (a: Value, b: Value) => boolean | undefined): Claim {
  let holds: Guard = NEVER;
  let breaks: Guard = NEVER;
  for (const left of a.alternatives) {
    for (const right of b.alternatives) {
      const when = left.when.and(right.when);
      const outcome = test(left.value, right.value);
      if (outcome === true) holds = holds.or(when);
      else if (outcome === false) breaks = breaks.or(when);
    }
  }
  return new Claim(holds, breaks);
}

function contains(outer: Value, inner: Value): boolean | undefined {
  const identity = identityOf(outer);
  if (identity !== undefined && identity === identityOf(inner)) return true;
  const texts = [outer, inner].map((value) => (value.kind === 'known' ? String(value.value) : undefined));
  const [whole, part] = texts;
  if (whole !== undefined && isEverything(whole)) return true;
  if (whole !== undefined && part !== undefined) return patternContains(whole, part);
  // What is narrower than everything does not contain everything.
  return part !== undefined && isEverything(part) && outer.kind !== 'unknown' ? false : undefined;
}

function meetsValue(a: Value, b: Value): boolean | undefined {
  if (a.kind === 'known' && b.kind === 'known') return patternsMeet(String(a.value), String(b.value));
  const identity = identityOf(a);
  if (identity !== undefined && identity === identityOf(b)) return true;
  return [a, b].some((value) => value.kind === 'known' && isEverything(String(value.value)))
    ? true
    : undefined;
}

/** Whether everything that the inner pattern covers, the outer one does, too. */
function patternContains(outer: string, inner: string): boolean {
  // A `*` of the inner pattern stands for any text, so `?` must not take it for a character.
  return patternCovers(outer.replaceAll('?', '\u0000'), inner.replaceAll('?', '\u0000'));
}

/** A policy document, which may also be written as text. */
export function documentAt(field: Field, { deployment, template }: Resource): Field {
  const { literal } = field;
  if (typeof literal !== 'string') return field;
  try {
    const raw: unknown = JSON.parse(literal);
    return isRecord(raw) ? deployment.field({ template, raw }, field.path, field.at) : field;
  } catch {
    return field;
  }
}
