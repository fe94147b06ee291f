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
export function serviceKeyRule({ places, ...duty }: ServiceKey): ResourceRule {
  return customerManagedKeyRule({
    ...duty,
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
      ? keyAtPlace(resource.get(''), place, key)
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

function placeOf(place: string | KeyPlace): KeyPlace {
  return typeof place === 'string' ? { key: place } : place;
}

/** What to write in a template. */
function placesInWords(places: KeyPlaces): Text {
  const entries = Object.entries(places).map(([type, place]) => ({ type, ...placeOf(place) }));
  const several = entries.length > 1;
  const settings = joinTexts(
    entries.flatMap(({ on = [], mode }) => [
      ...on.map((name): Text => ({ ja: `${name}をtrue`, en: `${name} to true` })),
      ...(mode === undefined ? [] : [{ ja: `${mode[0]}を${mode[1]}`, en: `${mode[0]} to ${mode[1]}` }]),
    ]),
    { ja: '、', en: ', ' },
  );
  const keys = joinTexts(
    entries.map(({ type, key, each }) => {
      const path = each === undefined ? key : `${each}[*].${key}`;
      return several ? { ja: `${path}（${type}）`, en: `${path} (${type})` } : plain(path);
    }),
    { ja: '及び', en: ' and ' },
  );
  const first: Text =
    settings.en === '' ? settings : { ja: `${settings.ja}とし、`, en: `${settings.en}, and ` };
  return {
    ja: `${first.ja}${keys.ja}に顧客管理のKMSキーを指定してください`,
    en: `Set ${first.en}${keys.en} to a customer managed key`,
  };
}

/** What to write in CDK: the property that takes the key, and the classes that have it. */
export function passKey(property: string, ...classes: readonly string[]): Text {
  return {
    ja: `${classes.join('、')}の${property}にKMSキーを渡す`,
    en: `pass the KMS key as ${property} of ${classes.join(', ')}`,
  };
}
