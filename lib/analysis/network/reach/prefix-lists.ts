import type { Guard } from '../../../model/guard';
import { ALWAYS } from '../../../model/guard';
import { own } from '../../../model/template';
import type { Value } from '../../../model/value';
import type { Facts } from '../../../policy/profile';
import { parseRange } from '../addresses';
import { addressesOf } from './address-sets';
import { optionsOf, type Range, rangeOf } from './values';

/** The ranges of a prefix list, and when; undefined where they are not known. */
export interface ListedRanges {
  readonly when: Guard;
  readonly ranges: readonly Range[] | undefined;
}

/** Prefix lists of the deployment, and those that the profile knows. */
export class PrefixLists {
  constructor(private readonly facts: Pick<Facts, 'prefixLists'>) {}

  of(value: Value): readonly ListedRanges[] {
    if (value.kind === 'reference' && value.resource.type === 'AWS::EC2::PrefixList') {
      const entries = value.resource.get('Entries').items();
      const list: ListedRanges[] = entries.known.flatMap((entry) =>
        optionsOf(entry.get('Cidr'), entry.given).map((option) => {
          const range = rangeOf(option.value);
          return { when: option.when, ranges: range === undefined ? undefined : [range] };
        }),
      );
      return [...list, ...entries.open.map(({ when }) => ({ when, ranges: undefined }))];
    }
    const known = value.kind === 'known' ? own(this.facts.prefixLists, String(value.value)) : undefined;
    if (!Array.isArray(known)) return [{ when: ALWAYS, ranges: undefined }];
    const ranges = known.flatMap((text): Range[] => {
      const range = parseRange(String(text));
      return range === undefined
        ? []
        : [{ family: range.version, prefix: range.prefix, addresses: addressesOf(range) }];
    });
    return [{ when: ALWAYS, ranges }];
  }
}
