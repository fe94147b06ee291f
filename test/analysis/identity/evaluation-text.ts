/**
 * Texts of a policy against texts of a request, as the IAM User Guide has them: wildcards, policy variables, the parts
 * of an ARN. Slow and plain on purpose; part of the oracle in evaluation-logic.ts.
 */

/** Keys of a request, in small letters, with the values that came along. A key that is missing is not in the request. */
export type Context = ReadonlyMap<string, readonly string[]>;

/** A policy's value: characters to be taken as they are, and wildcards. */
type Piece = { readonly literal: string } | '*' | '?';

/**
 * The pieces of a policy's value; undefined where a variable has no value, which nothing is equal to or like.
 * ("IAM policy elements: Variables and tags", section "Policy variables with no value")
 * @param variables undefined where the place or the policy's version knows no variables
 */
function pieces(
  text: string,
  wildcards: boolean,
  variables: Context | undefined,
): readonly Piece[] | undefined {
  const found: Piece[] = [];
  for (let rest = text; rest !== ''; ) {
    const variable = variables === undefined ? null : /^\$\{([^}]*)\}/.exec(rest);
    if (variable !== null) {
      const value = variableValue(variable[1] as string, variables as Context);
      if (value === undefined) return undefined;
      found.push({ literal: value });
      rest = rest.slice(variable[0].length);
      continue;
    }
    const first = rest[0] as string;
    found.push(wildcards && (first === '*' || first === '?') ? first : { literal: first });
    rest = rest.slice(1);
  }
  return found;
}

/** The same page, sections "Special characters" and "Specifying default values". */
function variableValue(inside: string, variables: Context): string | undefined {
  if (inside === '*' || inside === '?' || inside === '$') return inside;
  const [, name, fallback] = /^([^,]*)(?:, '(.*)')?$/.exec(inside) ?? [];
  const values = variables.get((name ?? '').trim().toLowerCase()) ?? [];
  // A key of several values cannot be used as a variable.
  return values.length === 1 ? values[0] : fallback;
}

function matches(found: readonly Piece[], text: string): boolean {
  const [first, ...others] = found;
  if (first === undefined) return text === '';
  if (first === '?') return text !== '' && matches(others, text.slice(1));
  if (first !== '*') {
    return text.startsWith(first.literal) && matches(others, text.slice(first.literal.length));
  }
  for (let skipped = 0; skipped <= text.length; skipped++) {
    if (matches(others, text.slice(skipped))) return true;
  }
  return false;
}

/** `*` for any characters, `?` for one. */
export function isLike(text: string, pattern: string, variables?: Context): boolean {
  const found = pieces(pattern, true, variables);
  return found !== undefined && matches(found, text);
}

/** Character by character: a `*` is a `*`. */
export function isEqual(text: string, pattern: string, variables?: Context): boolean {
  const found = pieces(pattern, false, variables);
  return found !== undefined && matches(found, text);
}

/** "The prefix and the action name are case insensitive." ("IAM JSON policy elements: Action") */
export const isLikeAction = (action: string, pattern: string) =>
  isLike(action.toLowerCase(), pattern.toLowerCase());

/** The six parts of an ARN; the last one keeps its colons. A colon inside of a variable parts nothing. */
function arnParts(arn: string): readonly string[] {
  const parts = [''];
  for (const token of arn.match(/\$\{[^}]*\}|[\s\S]/g) ?? []) {
    if (token === ':' && parts.length < 6) parts.push('');
    else parts[parts.length - 1] += token;
  }
  return parts;
}

/**
 * "Each of the six colon-delimited components of the ARN is checked separately" ("IAM JSON policy elements: Condition
 * operators", ARN operators)
 */
export function isLikeArn(arn: string, pattern: string, variables?: Context): boolean {
  const [given, wanted] = [arnParts(arn), arnParts(pattern)];
  return (
    given.length === 6 &&
    wanted.length === 6 &&
    wanted.every((part, index) => isLike(given[index] as string, part, variables))
  );
}

/**
 * A resource against an entry of Resource. A `*` that ends a part may run on past its colon, another one stays in its
 * part ("IAM JSON policy elements: Resource"): where the two readings differ, the random policies have no such entry.
 */
export function isLikeResource(resource: string, pattern: string, variables?: Context): boolean {
  if (pattern === '*') return true;
  return (
    isLikeArn(resource, pattern, variables) ||
    (/\*(:|$)/.test(pattern) && isLike(resource, pattern, variables))
  );
}
