import type { Claim } from '../model/claim';
import type { Field } from '../model/field';
import type { Guard } from '../model/guard';
import { equals, isTrue } from '../model/requirement';
import type { Resource } from '../model/resource';
import { describeValue } from '../model/value';

/** The attributes of a load balancer by name. */
export function attributesOf(
  balancer: Resource,
): readonly { readonly name: string; readonly value: Field; readonly given: Guard }[] {
  return balancer
    .get('LoadBalancerAttributes')
    .items()
    .known.flatMap((item) => {
      const name = item.get('Key').literal;
      return name === undefined ? [] : [{ name: String(name), value: item.get('Value'), given: item.given }];
    });
}

/** States that an attribute of a load balancer is true; one that is not written is false. */
export function attributeIsOn(balancer: Resource, name: string): Claim {
  const attributes = balancer.get('LoadBalancerAttributes');
  const on = attributes
    .items()
    .some((item) => item.get('Key').must(equals(name)).and(item.get('Value').must(isTrue)));
  const attribute = attributesOf(balancer).find((item) => item.name === name);
  const set = attribute?.value;
  const [only, more] = set?.alternatives ?? [];
  const unknown = attributes.firstUnknown();
  const actual =
    only !== undefined && more === undefined && attribute?.given.isAlways === true
      ? describeValue(only.value)
      : set !== undefined
        ? { ja: 'trueとは限らない', en: 'not always true' }
        : unknown === undefined
          ? { ja: `${name}の指定なし`, en: `without ${name}` }
          : describeValue(unknown);
  return on.explained(
    set?.path ?? attributes.path,
    actual,
    { ja: `${name}がtrueであること`, en: `${name} = true` },
    set?.at ?? attributes.at,
  );
}
