import { InputError } from '../errors';
import type { Resource } from '../model/resource';

/** Properties by which a resource is called. */
const NAME_PROPERTY = /(Name|Identifier|Alias)$/;

/** Everything by which somebody may ask for a resource: logical id, construct path, own name, and that in an ARN. */
export function namesOf(resource: Resource): readonly string[] {
  const { constructPath, logicalId } = resource;
  const paths =
    constructPath === undefined ? [] : [constructPath, constructPath.replace(/\/(Resource|Default)$/, '')];
  const own = resource.propertyNames
    .filter((name) => NAME_PROPERTY.test(name) || (name === 'Name' && !resource.type.endsWith('Tag')))
    .map((name) => resource.get(name).literal)
    .filter((name): name is string => typeof name === 'string');
  return [...new Set([logicalId, ...paths, ...own])];
}

/** What an ARN names: all that follows the account, and the last part of it. */
function asNames(asked: string): readonly string[] {
  if (!asked.startsWith('arn:')) return [asked];
  const rest = asked.split(':').slice(5).join(':');
  return [asked, rest, rest.slice(rest.search(/[/:]/) + 1), rest.slice(rest.lastIndexOf('/') + 1)];
}

/**
 * Those among some things that are called as somebody asks.
 *
 * @throws InputError with names that are near it, where there are none
 */
export function calledAs<T>(
  asked: string,
  things: readonly { readonly thing: T; readonly names: readonly string[] }[],
  option: '--principal' | '--resource',
): readonly T[] {
  const wanted = asNames(asked);
  const found = things.filter(({ names }) => names.some((name) => wanted.includes(name)));
  if (found.length > 0) return found.map(({ thing }) => thing);
  const near = nearTo(
    asked,
    things.flatMap(({ names }) => names),
  );
  const list = near.map((name) => JSON.stringify(name)).join(', ');
  const hint = { ja: list === '' ? '' : `。近いもの：${list}`, en: list === '' ? '' : `; near it: ${list}` };
  const what = JSON.stringify(asked);
  throw new InputError(
    option === '--principal'
      ? {
          ja: `--principal：${what}というロール、ユーザー、グループ、許可セット又は外部のプリンシパルはありません${hint.ja}`,
          en: `--principal: there is no role, user, group, permission set or outside principal ${what}${hint.en}`,
        }
      : {
          ja: `--resource：${what}という、アクセスを示せるリソースはありません${hint.ja}`,
          en: `--resource: there is no resource ${what} of a type whose access can be told${hint.en}`,
        },
  );
}

const MOST_NEAR = 5;

function nearTo(asked: string, names: readonly string[]): readonly string[] {
  const wanted = asked.toLowerCase();
  const ranked = [...new Set(names)].flatMap((name) => {
    const other = name.toLowerCase();
    const holds = other.includes(wanted) || (other.length > 3 && wanted.includes(other));
    const distance = holds ? 1 : editsBetween(wanted, other);
    return distance <= Math.max(2, Math.floor(wanted.length / 3)) ? [{ name, distance }] : [];
  });
  return ranked
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_NEAR)
    .map(({ name }) => name);
}

/** Letters to put in, take out or change until one text is the other. */
function editsBetween(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > MOST_EDITS || a.length > MOST_LETTERS) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}

const MOST_EDITS = 12;
const MOST_LETTERS = 200;
