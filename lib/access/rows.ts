import type { Grant } from '../analysis/identity/grants';
import type { Reach, Who } from '../analysis/identity/reach';
import { callerKeysOf, conditionText } from '../analysis/identity/reach-words';
import type { Marks } from '../analysis/marks';
import type { Statement } from '../analysis/policy-document';
import type { Claim } from '../model/claim';
import type { Guard } from '../model/guard';
import type { Resource } from '../model/resource';
import { concat, type Text } from '../text';
import {
  ACCESS_LEVELS,
  type Certainty,
  type Named,
  type ReachRow,
  type StatementRow,
  type StoreRow,
} from './report';

/** A claim about something that exists under some choices, in one word. */
export function certaintyOf({ holds, breaks }: Claim, exists: Guard): Certainty {
  if (exists.implies(breaks)) return 'no';
  return exists.implies(holds) ? 'certain' : 'possible';
}

/** Construct path without what CDK puts behind it, else the logical id. */
export function displayName({ constructPath, logicalId }: Resource): string {
  return constructPath?.replace(/\/(Resource|Default)$/, '') ?? logicalId;
}

export function namedOf(resource: Resource, marks: Marks): Named {
  const { template, logicalId, type, at } = resource;
  const zone = marks.single(resource, 'zone');
  const line = template.lineOf(at);
  return {
    name: displayName(resource),
    logicalId,
    type,
    template: template.path,
    ...(line === undefined ? {} : { line }),
    ...(zone === undefined ? {} : { zone }),
  };
}

/** What somebody reaches of a store, as a row. */
export function reachRow(reach: Reach, store: StoreRow, who: Who, marks: Marks): ReachRow {
  const { levels, by, denials, key } = reach;
  const exists =
    'identity' in who
      ? reach.store.exists.and(who.identity.exists)
      : reach.store.exists.and(who.outsider.when);
  const found = ACCESS_LEVELS.map((level) => [level, certaintyOf(levels[level].claim, exists)] as const);
  const holder = 'identity' in who ? who.identity : reach.store;
  const statements = by
    .filter((grant) => !isSaidBefore(grant, by))
    .map((grant) => statementRow(grant, holder));
  const isOpen = found.some(([, certainty]) => certainty === 'possible');
  return {
    store,
    levels: Object.fromEntries(found) as ReachRow['levels'],
    actions: Object.fromEntries(
      ACCESS_LEVELS.map((level) => [level, levels[level].actions]),
    ) as ReachRow['actions'],
    statements: distinct(
      statements,
      ({ template, line, path, onlyIf }) => `${template}:${line}:${path}:${onlyIf?.en}`,
    ),
    limits: distinct(
      [...denials.flatMap(({ grant, statement }) => lessWhat(grant, statement, holder)), ...blocked(reach)],
      ({ en }) => en,
    ),
    reasons: isOpen ? reasonsOf(reach, exists, holder) : [],
    ...(key === undefined
      ? {}
      : {
          key: {
            name: key.key === undefined ? '' : namedOf(key.key, marks).name,
            decrypt: certaintyOf(key.decrypt, exists),
            encrypt: certaintyOf(key.encrypt, exists),
          },
        }),
  };
}

/** Of a policy of AWS what it says without a condition is enough. */
function isSaidBefore({ ofAws, at, statement }: Grant, by: readonly Grant[]): boolean {
  return (
    ofAws !== undefined &&
    statement?.condition.isAbsent === false &&
    by.some((one) => one.ofAws === ofAws && one.at === at && one.statement?.condition.isAbsent === true)
  );
}

function distinct<T>(list: readonly T[], key: (item: T) => string): readonly T[] {
  return [...new Map(list.map((item) => [key(item), item])).values()];
}

function statementRow({ path, at, statement, holder, ofAws }: Grant, identity: Resource): StatementRow {
  const { template } = holder ?? identity;
  const line = template.lineOf(at ?? statement?.field.at ?? []);
  const onlyIf = statement === undefined ? undefined : conditionText(statement);
  return {
    path: ofAws === undefined ? path : `${path} (${ofAws})`,
    template: template.path,
    ...(line === undefined ? {} : { line }),
    ...(onlyIf === undefined ? {} : { onlyIf }),
  };
}

function lessWhat(grant: Grant, statement: Statement, identity: Resource): readonly Text[] {
  const condition = conditionText(statement);
  // A denial with a condition that is left out asks no more than TLS.
  if (condition === undefined && !statement.condition.isAbsent) return [];
  const { path, line } = statementRow(grant, identity);
  const place = line === undefined ? path : `${path} (:${line})`;
  return [
    condition === undefined
      ? { ja: `一部を拒否する文：${place}`, en: `a part is denied by ${place}` }
      : concat({ ja: `拒否する文：${place}、条件：`, en: `denied by ${place} if ` }, condition),
  ];
}

function blocked({ isBlocked }: Reach): readonly Text[] {
  return isBlocked.breaks.isAlways
    ? []
    : [
        {
          ja: 'バケットのパブリックアクセスのブロック（PublicAccessBlockConfiguration）',
          en: 'the block of public access of the bucket (PublicAccessBlockConfiguration)',
        },
      ];
}

/** Why what somebody can do cannot be told from the templates. */
function reasonsOf(reach: Reach, exists: Guard, identity: Resource): readonly Text[] {
  const { unseen, isPlaceKnown, by, key, levels } = reach;
  const reasons: Text[] = [];
  for (const grant of unseen) {
    const { path } = statementRow(grant, identity);
    reasons.push({
      ja: `内容が分からないポリシー（${path}）`,
      en: `a policy of which the content is not known (${path})`,
    });
  }
  if (!isPlaceKnown) {
    reasons.push({
      ja: 'アカウント又はリソースのポリシーの一部が配備前に定まらない',
      en: 'the account, or a part of the policy of the resource, is not known before deployment',
    });
  }
  const keys = [
    ...new Set(by.flatMap(({ statement }) => (statement === undefined ? [] : callerKeysOf(statement)))),
  ];
  if (by.some(({ statement, ofAws }) => ofAws !== undefined && statement?.condition.isAbsent === false)) {
    reasons.push({
      ja: 'AWS管理ポリシーの条件又は対象による',
      en: 'it depends on conditions or resources in a policy of AWS',
    });
  }
  if (keys.length > 0) {
    reasons.push({
      ja: `テンプレートから定まらない条件（${keys.join('、')}）`,
      en: `conditions that templates do not settle (${keys.join(', ')})`,
    });
  }
  if (key !== undefined && !exists.implies(key.decrypt.holds)) {
    reasons.push(
      key.key === undefined
        ? { ja: '暗号鍵がテンプレートにない', en: 'the key is not in the templates' }
        : {
            ja: '暗号鍵を使う権限がない、又は定まらない（他の鍵で暗号化されたものは読める）',
            en: 'no certain right to the key (contents under another key could be read)',
          },
    );
  }
  const isChoice = Object.values(levels).some(
    ({ claim: { holds, breaks } }) => !holds.isNever && !exists.implies(holds) && !exists.implies(breaks),
  );
  if (isChoice) {
    reasons.push({
      ja: 'テンプレートの条件又はパラメータによる',
      en: 'it depends on conditions or parameters of the template',
    });
  }
  if (reasons.length === 0) {
    reasons.push({
      ja: '文の対象又は条件の重なりが、配備前に定まらない',
      en: 'which resources or conditions the statements have in common is not known before deployment',
    });
  }
  return reasons;
}
