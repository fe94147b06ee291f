import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { isTrue, oneOf, type Requirement } from '../../model/requirement';
import { joinTexts, plain, type Text } from '../../text';
import type { ResourceRule } from '../define';
import { customerManagedKeyRule, type KeyCheck } from './keys-table';

/** Where a type of resource names its key, and what else must be written for the key to be used. */
export interface KeyPlace {
  readonly key: string;
  /** Switches that must be true. */
  readonly on?: readonly string[];
  /** A property, and the values of it with which the key is used. */
  readonly mode?: readonly [path: string, ...values: readonly string[]];
  /** A list, each item of which is such a place. */
  readonly each?: string;
}

/** By type of resource; a plain string is the path of the key. */
export type KeyPlaces = Readonly<Record<string, string | KeyPlace>>;

/** What differs between services that name their keys in one place. */
export interface ServiceKey {
  readonly id: string;
  readonly places: KeyPlaces;
  readonly subject: Text;
  /** What lies there, as completes "they hold …". */
  readonly holds: Text;
  /** What it means when no key is written. */
  readonly otherwise: Text;
  readonly cdk: Text;
  readonly duty?: 'must' | 'should';
}

export const AWS_OWNED: Text = { ja: 'AWSの所有する鍵が使われます', en: 'a key that AWS owns is used' };
export const AWS_MANAGED: Text = { ja: 'AWSの管理する鍵が使われます', en: 'a key that AWS manages is used' };
export const NOT_ENCRYPTED: Text = { ja: '暗号化されません', en: 'nothing is encrypted' };

/** A rule about resources that name their key in one place. */
export function serviceKeyRule({ places, holds, ...duty }: ServiceKey): ResourceRule {
  return customerManagedKeyRule({
    ...duty,
    holds: { ja: `${holds.ja}が残る。`, en: `They hold ${holds.en}.` },
    resources: Object.keys(places),
    write: placesInWords(places),
    check: keyByType(places),
  });
}

/** The key where the type names it. */
export function keyByType(places: KeyPlaces): KeyCheck {
  return (resource, key) => {
    const place = placeOf(places[resource.type] as string | KeyPlace);
    return place.each === undefined
      ? keyAtPlace(resource.properties(...pathsOf(place)), place, key)
      : resource
          .get(place.each)
          .items()
          .every((item) => keyAtPlace(item, place, key));
  };
}

/** The key at a place below a field. */
export function keyAtPlace(field: Field, { key: path, on = [], mode }: KeyPlace, key: Requirement): Claim {
  const switches = Claim.all(on.map((name) => field.get(name).must(isTrue)));
  const [modePath, ...values] = mode ?? [''];
  const chosen = mode === undefined ? Claim.HOLDS : field.get(modePath).must(oneOf(...values));
  return Claim.all([switches, chosen, field.get(path).must(key)]);
}

function pathsOf({ key, on = [], mode }: KeyPlace): readonly string[] {
  return [key, ...on, ...(mode === undefined ? [] : [mode[0]])];
}

function placeOf(place: string | KeyPlace): KeyPlace {
  return typeof place === 'string' ? { key: place } : place;
}

/** What to write in a template. Types that name the key alike are told together. */
function placesInWords(places: KeyPlaces): Text {
  const byPath = new Map<string, string[]>();
  const settings = new Map<string, Text>();
  for (const [type, written] of Object.entries(places)) {
    const { key, on = [], mode, each } = placeOf(written);
    const path = each === undefined ? key : `${each}[*].${key}`;
    byPath.set(path, [...(byPath.get(path) ?? []), type]);
    for (const name of on) settings.set(name, { ja: `${name}をtrue`, en: `${name} to true` });
    if (mode !== undefined) {
      settings.set(mode[0], { ja: `${mode[0]}を${mode[1]}`, en: `${mode[0]} to ${mode[1]}` });
    }
  }
  const keys = listInWords(
    [...byPath].map(([path, types]) => {
      return byPath.size === 1
        ? plain(path)
        : { ja: `${path}（${types.join('、')}）`, en: `${path} (${types.join(', ')})` };
    }),
  );
  const set = listInWords([...settings.values()]);
  const first: Text = set.en === '' ? set : { ja: `${set.ja}とし、`, en: `${set.en}, and ` };
  return {
    ja: `${first.ja}${keys.ja}に顧客管理のKMSキーを指定してください`,
    en: `Set ${first.en}${keys.en} to a customer managed key`,
  };
}

function listInWords(items: readonly Text[]): Text {
  const last = items[items.length - 1];
  if (last === undefined) return plain('');
  const rest = items.slice(0, -1);
  if (rest.length === 0) return last;
  const others = joinTexts(rest, { ja: '、', en: ', ' });
  return { ja: `${others.ja}及び${last.ja}`, en: `${others.en} and ${last.en}` };
}

/** What to write in CDK: the properties that take the key, and the classes that have them. */
export function passKey(properties: string, ...classes: readonly string[]): Text {
  const property = listInWords(properties.split(', ').map(plain));
  const owner = listInWords(classes.map(plain));
  return {
    ja: `${owner.ja}の${property.ja}にKMSキーを渡す`,
    en: `pass the KMS key as ${property.en} of ${owner.en}`,
  };
}
