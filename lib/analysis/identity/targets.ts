import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import type { Requirement } from '../../model/requirement';
import { coversArn, meetsArn } from '../arn-pattern';
import type { Statement } from '../policy-document';

const TARGET = { ja: '対象', en: 'the target' };

/** Whether a statement is about a resource. */
export function coversTarget(so: Statement, target: string): Claim {
  const covers = coversArn(target, TARGET);
  return names(so, covers, covers);
}

/** Whether a statement is about something that a pattern of ARNs stands for. */
export function meetsTarget(so: Statement, target: string): Claim {
  return names(so, meetsArn(target, TARGET), coversArn(wholeOf(target), TARGET));
}

/** Whether a statement is about all that a pattern of ARNs stands for. */
export function coversAllOf(so: Statement, target: string): Claim {
  return names(so, coversArn(wholeOf(target), TARGET), meetsArn(target, TARGET));
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
