import { existsSync } from 'node:fs';
import { join } from 'node:path';

const MODULE = join(__dirname, '../../../lib/analysis/identity/decide');
const isThere = existsSync(`${MODULE}.ts`);

/** `describe` where the core evaluator of lib is there to be tested, else `describe.skip`. */
export const describeCore: jest.Describe | jest.Describe['skip'] = isThere ? describe : describe.skip;

/** What the core evaluator exports; nothing where it is not there. */
export const loadCore = <T>(): Partial<T> => (isThere ? (require(MODULE) as T) : {});
