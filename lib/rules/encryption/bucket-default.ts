import { bucketsAt } from '../../analysis/buckets';
import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import type { Requirement } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { isSet } from './keys-table';

/**
 * The key that a service uses for what it writes to a bucket. Without one the bucket's own encryption applies: a bucket
 * of the deployment is judged by itself, and of any other one somebody has to show it.
 */
export function keyOrThatOfBucket(
  keyField: Field,
  bucket: Field,
  key: Requirement,
  { deployment }: Resource,
): Claim {
  const declared = Claim.any(
    bucket.alternatives.flatMap((alternative) =>
      bucketsAt(deployment, alternative.value).map(({ when }) => Claim.when(when.and(alternative.when))),
    ),
  );
  const elsewhere = keyField.states(
    'needed',
    {
      ja: '指定なし（テンプレート外のバケットの既定の暗号化）',
      en: 'not set: default encryption of a bucket outside of the templates',
    },
    key.text,
  );
  const written = isSet(keyField);
  return keyField.must(key).onlyIf(written).and(declared.or(elsewhere).onlyIf(written.not()));
}
