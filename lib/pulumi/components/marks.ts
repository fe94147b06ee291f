import { isMarkValue, listedValues, MARKS } from '../../policy/zones';
import type { ArgErrors } from './arg-errors';

/** What is said of resources by tags: zone, classification, environment and party. */
export interface Marks {
  /** @default - that of the stack or the provider */
  readonly zone?: 'my-number' | 'lgwan' | 'internet' | 'management';
  /** Confidentiality of the information, 1 to 3 (3(1)). @default - that of the stack or the provider */
  readonly confidentiality?: 1 | 2 | 3;
  /** Integrity, 1 or 2. @default - that of the stack or the provider */
  readonly integrity?: 1 | 2;
  /** Availability, 1 or 2. @default - that of the stack or the provider */
  readonly availability?: 1 | 2;
  /** @default - that of the stack or the provider */
  readonly environment?: 'production' | 'verification' | 'development';
}

/** The tags by which resources carry marks. */
export function tagsOf(
  marks: Marks = {},
  more: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const tags = Object.entries(marks).map(([name, value]) => [MARKS[name as keyof Marks].tag, String(value)]);
  return { ...Object.fromEntries(tags), ...more };
}

/** Notes marks that have no such value. */
export function checkMarks(marks: Marks = {}, errors: ArgErrors): void {
  for (const [name, value] of Object.entries(marks)) {
    const mark = name as keyof Marks;
    if (!Object.hasOwn(MARKS, name)) errors.add(`marks.${name}`, 'is no mark');
    else if (!isMarkValue(mark, String(value)))
      errors.add(
        `marks.${name}`,
        `must be one of ${listedValues(mark)?.join(', ')}, but is '${String(value)}'`,
      );
  }
}
