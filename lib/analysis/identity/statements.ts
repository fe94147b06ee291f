import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { ALWAYS, type Guard, NEVER } from '../../model/guard';
import { Items } from '../../model/items';
import { present, satisfying } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { isRecord, type Template } from '../../model/template';
import { identityOf, type Reference, type Unknown, type Value } from '../../model/value';
import { coversAction, type Statement, textTest } from '../policy-document';
import { actionPatterns } from './action-patterns';
import { HOLE, parseJsonText } from './json-text';
import { isEverything, patternContains, patternCovers, patternsMeet } from './patterns';

export { isEverything } from './patterns';

/** What a statement says of actions that are not all written out, or are those that it leaves out. */
interface Naming {
  /** The patterns, in lower case, where they are literal throughout. */
  readonly actions: readonly string[] | Items;
  readonly excepted?: { readonly there: Claim; readonly actions: readonly string[] | Items };
}

const namings = new WeakMap<Statement, Naming>();

function namingOf(statement: Statement): Naming {
  let naming = namings.get(statement);
  if (naming === undefined) {
    const { field, actions, notActions } = statement;
    const excepted = field.get('NotAction');
    naming = {
      actions: patternsOf(actions, field.given) ?? actions,
      ...(excepted.isAbsent
        ? {}
        : {
            excepted: {
              there: excepted.must(present),
              actions: patternsOf(notActions, field.given) ?? notActions,
            },
          }),
    };
    namings.set(statement, naming);
  }
  return naming;
}

/** Whether the Action or NotAction of a statement takes in an action, as `service:Name`. */
export function coversNamed(statement: Statement, action: string): Claim {
  const { written } = statement;
  if (written !== undefined) return written.covers(action) ? Claim.HOLDS : Claim.BREAKS;
  const { actions, excepted } = namingOf(statement);
  const listed = lists(actions, action);
  return excepted === undefined
    ? listed
    : listed.or(excepted.there.and(lists(excepted.actions, action).not()));
}

/** Whether one of the actions of a statement is such as a test of texts says. What is to be said of it is left out. */
export function someAction(statement: Statement, test: (written: string) => boolean): Claim {
  const { written } = statement;
  if (written !== undefined) return written.some(test) ? Claim.HOLDS : Claim.BREAKS;
  const requirement = satisfying(NO_TEXT, (value) => textTest(value, test));
  const { holds, breaks } = statement.actions.some((action) => action.must(requirement));
  return new Claim(holds, breaks);
}

const NO_TEXT = { ja: '', en: '' };

/** Whether one statement names each action that another one names, as far as both are written out. */
export function containsActions(outer: Statement, inner: Statement): Claim {
  const wanted = patternsIn(inner);
  if (wanted === undefined) {
    return Claim.when(outer.actions.known.some(({ literal }) => literal === '*') ? ALWAYS : NEVER);
  }
  const { actions, excepted: left } =
    outer.written === undefined ? namingOf(outer) : { actions: outer.written.patterns };
  const spared = left?.actions;
  if (actions instanceof Items || spared instanceof Items) return new Claim(NEVER, NEVER);
  const isNamed = (one: string) =>
    spared === undefined
      ? actions.some((pattern) => patternContains(pattern, one))
      : !spared.some((pattern) => patternsMeet(pattern, one));
  return Claim.when(wanted.every(isNamed) ? ALWAYS : NEVER);
}

/** The action patterns of a statement; undefined where they are not known, or are those that it leaves out. */
function patternsIn(statement: Statement): readonly string[] | undefined {
  if (statement.written !== undefined) return statement.written.patterns;
  const { actions, excepted } = namingOf(statement);
  return actions instanceof Items || excepted !== undefined ? undefined : actions;
}

/** Those of some actions that a statement may take in; the list is one that is asked about again and again. */
export function mayCover(statement: Statement, actions: readonly string[]): readonly string[] {
  const { written } = statement;
  if (written !== undefined) return written.among(actions);
  const patterns = patternsIn(statement);
  return patterns === undefined ? actions : actionPatterns(patterns).among(actions);
}

function lists(patterns: readonly string[] | Items, action: string): Claim {
  if (patterns instanceof Items) {
    const requirement = coversAction(action);
    return patterns.some((item) => item.must(requirement));
  }
  const name = action.toLowerCase();
  return patterns.some((pattern) => patternCovers(pattern, name)) ? Claim.HOLDS : Claim.BREAKS;
}

function patternsOf(items: Items, given: Guard): readonly string[] | undefined {
  if (items.open.length > 0) return undefined;
  const found = items.known.map((item) => (given.implies(item.given) ? item.literal : undefined));
  return found.every((text) => typeof text === 'string')
    ? found.map((text) => text.toLowerCase())
    : undefined;
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
      excepted.items().every((exception) => compare(item, exception, meetsValue).not()),
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

/** A policy document, which may also be written as text. */
export function documentAt(field: Field, { template }: Resource): Field {
  return field.readAs((value) => {
    if (value.kind !== 'known' && value.kind !== 'text') return undefined;
    const raw = jsonOf(value, template);
    return isRecord(raw) || Array.isArray(raw) ? { template, raw } : undefined;
  });
}

/** JSON written as text, as a piece of a template; what is not literal in its strings is put back as it was. */
function jsonOf(value: Value, template: Template): unknown {
  return parseJsonText(value, (entry, holes) => {
    if (typeof entry !== 'string' || !entry.includes(HOLE)) return entry;
    const pieces = entry
      .split(HOLE)
      .map((piece, at) => (at % 2 === 0 ? piece : expressionOf(holes[Number(piece)], template)));
    return { 'Fn::Join': ['', pieces] };
  })?.data;
}

function expressionOf(value: Reference | Unknown | undefined, template: Template): unknown {
  if (value?.kind === 'reference' && value.resource.template === template) {
    const { attribute, resource } = value;
    return attribute === 'Ref'
      ? { Ref: resource.logicalId }
      : { 'Fn::GetAtt': [resource.logicalId, attribute] };
  }
  const name = value?.kind === 'unknown' ? value.variable?.name : undefined;
  // A function that does not exist evaluates to something that is not known.
  return name?.startsWith('AWS::') || (name !== undefined && Object.hasOwn(template.parameters, name))
    ? { Ref: name }
    : { 'Fn::NotKnown': '' };
}
