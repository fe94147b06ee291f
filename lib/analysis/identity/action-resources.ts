import { Claim } from '../../model/claim';
import { satisfying } from '../../model/requirement';
import { looseArn } from '../arn-pattern';
import type { Statement } from '../policy-document';
import data from './data/action-resources.json';
import { arnPatternsMeet, isEverything } from './patterns';

const read = new Map<string, readonly string[]>();

function patternsOf(action: string): readonly string[] | undefined {
  const resources: Readonly<Record<string, string>> = data.resources;
  if (!Object.hasOwn(resources, action)) return undefined;
  let patterns = read.get(action);
  if (patterns === undefined) {
    patterns = (resources[action] as string).split(' ').filter((pattern) => pattern !== '');
    read.set(action, patterns);
  }
  return patterns;
}

const KIND = { ja: '操作の対象となる種類のリソース', en: 'of a kind that the action is about' };

/**
 * Whether a statement names a resource of a kind that an action is about: a right to make access keys of a bucket is
 * none. Actions without a kind of their own take no resource but everything; of those that are not known, any will do.
 */
export function isAboutKind({ resources: items, field }: Statement, action: string): Claim {
  const patterns = patternsOf(action);
  if (patterns === undefined || items.isEmpty || !field.get('NotResource').isAbsent) return Claim.HOLDS;
  if (items.open.length > 0 || items.known.some(({ literal }) => literal === '*')) return Claim.HOLDS;
  const { holds, breaks } = items.some((item) =>
    item.must(
      satisfying(KIND, (value) => {
        const named = looseArn(value);
        // What is not known may be of any kind.
        if (named === undefined || isEverything(named)) return 'holds';
        return patterns.some((pattern) => arnPatternsMeet(pattern, named)) ? 'holds' : 'breaks';
      }),
    ),
  );
  return new Claim(holds, breaks);
}
