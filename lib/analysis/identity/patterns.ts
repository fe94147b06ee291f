/** Patterns of IAM: `*` for any run of characters, `?` for one. */

/**
 * Whether a pattern covers a name. Actions compare without case: both are to be given in lower case then.
 * Linear in the product of the lengths: no regular expression, so no pattern can stall it.
 */
export function patternCovers(pattern: string, name: string): boolean {
  let p = 0;
  let n = 0;
  let star = -1;
  let mark = 0;
  while (n < name.length) {
    if (p < pattern.length && (pattern[p] === '?' || pattern[p] === name[n]) && pattern[p] !== '*') {
      p++;
      n++;
    } else if (p < pattern.length && pattern[p] === '*') {
      star = p++;
      mark = n;
    } else if (star >= 0) {
      p = star + 1;
      n = ++mark;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}

const WILD = /[*?]/;

/** Whether two patterns can cover a common name. */
export function patternsMeet(a: string, b: string): boolean {
  if (a === '*' || b === '*' || a === b) return true;
  // Most patterns are of different services.
  if (differ(a, b)) return false;
  if (!WILD.test(a)) return patternCovers(b, a);
  if (!WILD.test(b)) return patternCovers(a, b);
  // A row for each place in the one pattern: from which places of the other the rests can meet.
  let next: boolean[] = new Array(b.length + 1).fill(false);
  next[b.length] = true;
  for (let j = b.length - 1; j >= 0; j--) next[j] = b[j] === '*' && next[j + 1] === true;
  for (let i = a.length - 1; i >= 0; i--) {
    const row: boolean[] = new Array(b.length + 1).fill(false);
    row[b.length] = a[i] === '*' && next[b.length] === true;
    for (let j = b.length - 1; j >= 0; j--) {
      // A star stands for nothing, or for one more character (or star) of the other pattern.
      if (a[i] === '*' || b[j] === '*') row[j] = next[j] === true || row[j + 1] === true;
      else row[j] = (a[i] === b[j] || a[i] === '?' || b[j] === '?') && next[j + 1] === true;
    }
    next = row;
  }
  return next[0] === true;
}

/** Whether what stands before the first wildcards tells two patterns apart. */
function differ(a: string, b: string): boolean {
  for (let at = 0; at < a.length && at < b.length; at++) {
    const [x, y] = [a[at], b[at]];
    if (x === '*' || y === '*') return false;
    if (x !== y && x !== '?' && y !== '?') return true;
  }
  return false;
}

/** Whether everything that the inner pattern covers, the outer one does, too. */
export function patternContains(outer: string, inner: string): boolean {
  // A `*` of the inner pattern stands for any text, so `?` must not take it for a character.
  if (outer === inner || outer === '*') return true;
  return patternCovers(outer.replaceAll('?', '\u0000'), inner.replaceAll('?', '\u0000'));
}

/** Whether a pattern takes in every resource, or every action: `arn:aws:*` and `*:*` take in as much as `*` does. */
export function isEverything(pattern: string): boolean {
  return pattern.includes('*') && /^(arn)?(aws(-cn|-us-gov)?)?$/.test(pattern.replaceAll(/[*:/]/g, ''));
}

/** Parts of an ARN: `arn`, partition, service, region, account, and the resource with whatever colons it has. */
const PARTS = 6;

export function arnParts(arn: string): readonly string[] {
  const parts = arn.split(':');
  return parts.length <= PARTS ? parts : [...parts.slice(0, PARTS - 1), parts.slice(PARTS - 1).join(':')];
}

/**
 * Whether a Resource pattern covers an ARN. A wildcard stays within its part of the ARN, but for a star at the end of
 * a part, which may go on beyond the colon. An ARN that is too short has a star for each part that is missing.
 */
export function arnPatternCovers(pattern: string, arn: string): boolean {
  if (pattern === '*' || pattern === arn) return true;
  if (!pattern.startsWith('arn:')) return patternCovers(pattern, arn);
  const parts = arnParts(pattern);
  const whole =
    parts.length < PARTS ? [...parts, ...new Array<string>(PARTS - parts.length).fill('*')] : parts;
  if (partsCover(whole, arnParts(arn))) return true;
  const staysWithin = whole.slice(0, PARTS - 1).some((part) => /\*(?!$)|\?/.test(part));
  return !staysWithin && patternCovers(pattern, arn);
}

/** Whether two Resource patterns can cover a common ARN, part by part. */
export function arnPatternsMeet(a: string, b: string): boolean {
  if (!a.startsWith('arn:') || !b.startsWith('arn:')) return patternsMeet(a, b);
  const [left, right] = [arnParts(a), arnParts(b)];
  return Array.from({ length: PARTS }, (_, at) => patternsMeet(left[at] ?? '*', right[at] ?? '*')).every(
    Boolean,
  );
}

/** As ArnLike and ArnEquals compare: part by part, each with its wildcards. */
export function arnLike(pattern: string, arn: string): boolean {
  return pattern === '*' || partsCover(arnParts(pattern), arnParts(arn));
}

function partsCover(pattern: readonly string[], arn: readonly string[]): boolean {
  return (
    pattern.length === PARTS &&
    arn.length === PARTS &&
    pattern.every((part, at) => patternCovers(part, arn[at] as string))
  );
}
