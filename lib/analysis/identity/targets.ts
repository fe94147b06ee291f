import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import type { Requirement } from '../../model/requirement';
import { coversArn, coversText, meetsArn, meetsText, patternText } from '../arn-pattern';
import { type Statement, statement } from '../policy-document';

const TARGET = { ja: '対象', en: 'the target' };

/** Whether a statement is about a resource. */
export function coversTarget(so: Statement, target: string): Claim {
  const told = quickly(so, target, coversText);
  if (told !== undefined) return told;
  const covers = coversArn(target, TARGET);
  return names(so, covers, covers);
}

/** Whether a statement is about something that a pattern of ARNs stands for. */
export function meetsTarget(so: Statement, target: string): Claim {
  const told = quickly(so, target, meetsText);
  if (told !== undefined) return told;
  return names(so, meetsArn(target, TARGET), coversArn(wholeOf(target), TARGET));
}

/** Whether a statement is about all that a pattern of ARNs stands for. */
export function coversAllOf(so: Statement, target: string): Claim {
  return names(so, coversArn(wholeOf(target), TARGET), meetsArn(target, TARGET));
}

/** The resources of a statement as patterns of text, where they are written out, as they most often are. */
export function targetTexts(so: Statement): readonly string[] | undefined {
  const { texts } = so.field.note(readTexts);
  return texts;
}

/** Kept with the statement: it is asked about many targets. */
function readTexts(field: Field): { readonly texts: readonly string[] | undefined } {
  return { texts: textsOf(statement(field)) };
}

/** The same by texts alone, where there are such. */
function quickly(so: Statement, target: string, compare: typeof meetsText): Claim | undefined {
  const texts = targetTexts(so);
  if (texts === undefined) return undefined;
  let isOpen = false;
  for (const text of texts) {
    const outcome = compare(text, target);
    if (outcome === 'holds') return Claim.HOLDS;
    isOpen ||= outcome === 'undetermined';
  }
  return isOpen ? undefined : Claim.BREAKS;
}

function textsOf(so: Statement): readonly string[] | undefined {
  const { resources, field } = so;
  if (!field.get('NotResource').isAbsent || field.get('Resource').isAbsent || resources.open.length > 0)
    return undefined;
  const texts: string[] = [];
  for (const item of resources.known) {
    const [only, second] = item.alternatives;
    if (only === undefined || second !== undefined || !item.given.isAlways || !only.when.isAlways)
      return undefined;
    const text = patternText(only.value);
    if (text === undefined || only.value.kind === 'unknown') return undefined;
    texts.push(text);
  }
  return texts;
}

/** Whether one of the resources is named so; or, where the others are named, none of them. */
function names(so: Statement, resource: Requirement, excepted: Requirement): Claim {
  const others = so.field.get('NotResource');
  if (others.isAbsent) {
    // The policy of a resource need not name it: it is the one that it belongs to.
    return so.field.get('Resource').isAbsent ? Claim.HOLDS : oneOf(so.field.get('Resource'), resource);
  }
  return oneOf(others, excepted).not();
}

function oneOf(field: Field, requirement: Requirement): Claim {
  const { holds, breaks } = field.items().some((item) => item.must(requirement));
  return new Claim(holds, breaks);
}

/** Stands for whatever the star at the end of a pattern stands for: only a pattern that covers all of it covers this. */
function wholeOf(target: string): string {
  return target.replace(/\*$/, '\uE007'.repeat(64));
}
